"""Wie inburgeringsplichtig is: registreren, weigeren met elke grond, of waarschuwen."""

from typing import Any

import pytest

from inburgering.wet.begrippen import Doelgroep, Volggrond
from inburgering.wet.feiten import Instelling
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import DAG, OnvolledigeDatum
from inburgering.wet.plicht import (
    NIET_PLICHTIGE_NATIONALITEITEN,
    Vrij,
    aow_bereikt_op,
    doelgroep_bij_titel,
    titel,
)
from inburgering.wet.toetsing import toets, toets_registratie
from inburgering.wet.uitkomst import NietToegestaan
from tests.elk import rij_voor_rij
from tests.wet.bouw import ASIEL, GEZIN, d, feiten


VANDAAG = d("2026-03-02")


def aanmelding(**velden: Any) -> dict[str, Any]:
    """Een registratie waar niets op aan te merken is."""
    return {
        "geboortedatum": "1990-05-17",
        "nationaliteit": "0336",
        "verblijfstitel": "26",
        "doelgroep": ASIEL.value,
        "verblijfsituatie": "gemeente",
        "datum_plicht": d("2026-01-05"),
        "datum_kennisgeving": d("2026-01-12"),
        "datum_inschrijving": d("2026-01-07"),
        "datum_koppeling": None,
        "datum_uitstroom": None,
        "overleden_op": None,
    } | velden


def weigering(**velden: Any) -> NietToegestaan:
    with pytest.raises(NietToegestaan) as geweigerd:
        toets_registratie(aanmelding(**velden), VANDAAG)
    return geweigerd.value


def meldingen(**velden: Any) -> list[str]:
    return [m.tekst for m in toets_registratie(aanmelding(**velden), VANDAAG)]


def test_registreren_zonder_opmerking() -> None:
    assert meldingen() == []


def test_registreren_loopt_ook_via_toets() -> None:
    gegevens = aanmelding(nationaliteit="0001")
    with pytest.raises(NietToegestaan, match="Nederlandse nationaliteit"):
        toets(Handeling.TRAJECT_REGISTREREN, feiten(), gegevens, VANDAAG)


# --- Gronden om te weigeren -----------------------------------------------------------


@rij_voor_rij(
    ("code", "reden"),
    [
        pytest.param("0001", "Nederlandse nationaliteit", id="nederlands"),
        pytest.param("0072", "Europese Unie", id="pools"),
        pytest.param("0043", "Europese Unie", id="kroatisch"),
        pytest.param("0308", "Europese Unie", id="cypriotisch"),
        pytest.param("0070", "Europese Economische Ruimte", id="noors"),
        pytest.param("0063", "Europese Economische Ruimte", id="ijslands"),
        pytest.param("0066", "Europese Economische Ruimte", id="liechtensteins"),
        pytest.param("0081", "Zwitserse", id="zwitsers"),
    ],
)
def test_nationaliteit_zonder_plicht(code: str, reden: str) -> None:
    fout = weigering(nationaliteit=code)

    assert reden in fout.reden
    assert fout.veld == "nationaliteit"
    assert str(fout.bron) == "Wi2021 art. 3 en 4 (niet bevestigd)"


@rij_voor_rij(
    ("waarde", "vanaf", "geweigerd"),
    [
        pytest.param(1, "2026-03-01", True, id="weigeren"),
        pytest.param(0, "2026-03-01", False, id="melden_dag_ervoor"),
        pytest.param(0, "2026-03-02", False, id="melden_dag_zelf"),
        pytest.param(0, "2026-03-03", True, id="melden_dag_erna"),
    ],
)
def test_een_gemeente_weigert_een_nationaliteit_zonder_plicht_of_meldt_haar(
    waarde: int, vanaf: str, geweigerd: bool
) -> None:
    eigen = (
        Instelling(
            naam="nationaliteit_zonder_plicht", waarde=waarde, geldig_vanaf=d(vanaf),
            vastgelegd_op=d("2025-01-01"),
        ),
    )  # fmt: skip
    gegevens = aanmelding(nationaliteit="0072")

    if geweigerd:
        with pytest.raises(NietToegestaan, match="Niet inburgeringsplichtig"):
            toets_registratie(gegevens, VANDAAG, eigen)
        return
    (melding,) = toets_registratie(gegevens, VANDAAG, eigen)
    assert "Waarschijnlijk niet inburgeringsplichtig (niet bevestigd)" in melding.tekst
    assert toets_registratie(aanmelding(), VANDAAG, eigen) == ()


@rij_voor_rij(
    ("code",),
    [
        pytest.param("0339", id="turks"),
        pytest.param("0060", id="brits"),
        pytest.param("0336", id="syrisch"),
        pytest.param("0499", id="staatloos"),
        pytest.param("0000", id="onbekend"),
        pytest.param("", id="leeg"),
    ],
)
def test_nationaliteit_met_plicht(code: str) -> None:
    assert meldingen(nationaliteit=code) == []


def test_alle_landen_van_de_eu_staan_erin() -> None:
    soorten = list(NIET_PLICHTIGE_NATIONALITEITEN.values())

    assert soorten.count(Vrij.EU) == 26  # 27 lidstaten zonder Nederland
    assert soorten.count(Vrij.EER) == 3
    assert soorten.count(Vrij.ZWITSERLAND) == 1


@rij_voor_rij(
    ("geboren", "kennisgeving", "jonger_dan"),
    [
        pytest.param("2008-03-03", False, 18, id="17_dag_voor_de_verjaardag"),
        pytest.param("2008-03-02", False, 0, id="18_op_de_dag"),
        pytest.param("2008-03-01", False, 0, id="18_dag_erna"),
        pytest.param("2008-03-03", True, 0, id="17_met_kennisgeving_op_verzoek"),
        pytest.param("2010-03-01", True, 0, id="16_een_dag"),
        pytest.param("2010-03-02", True, 0, id="16_met_kennisgeving"),
        pytest.param("2010-03-03", True, 16, id="15_ook_met_kennisgeving"),
        pytest.param("2010-00-00", True, 0, id="misschien_16"),
        pytest.param("2008-00-00", False, 0, id="misschien_18"),
        pytest.param("2009-00-00", False, 18, id="zeker_geen_18"),
        pytest.param("0000-00-00", False, 0, id="geboortedatum_onbekend"),
    ],
)
def test_leeftijd(geboren: str, kennisgeving: bool, jonger_dan: int) -> None:
    gegevens = {
        "geboortedatum": geboren,
        "datum_kennisgeving": d("2026-01-12") if kennisgeving else None,
    }
    if jonger_dan:
        fout = weigering(**gegevens)
        assert fout.reden.startswith(f"Nog geen {jonger_dan} jaar")
        assert ("(niet bevestigd)" in fout.reden) is kennisgeving
        assert fout.bron.zekerheid.bevestigd is not kennisgeving
        assert fout.veld == "geboortedatum"
    else:
        meldingen(**gegevens)


@rij_voor_rij(
    ("geboren", "geweigerd"),
    [
        pytest.param("1959-03-02", True, id="67_vandaag"),
        pytest.param("1959-03-03", False, id="67_morgen"),
        pytest.param("1959-03-01", True, id="67_gisteren"),
        pytest.param("1958-00-00", True, id="jaar_zeker_aow"),
        pytest.param("1959-00-00", False, id="jaar_misschien_aow"),
        pytest.param("1960-00-00", False, id="jaar_zeker_niet"),
    ],
)
def test_aow_leeftijd(geboren: str, geweigerd: bool) -> None:
    if geweigerd:
        fout = weigering(geboortedatum=geboren)
        assert "AOW-leeftijd is bereikt" in fout.reden
        assert fout.veld == "geboortedatum"
    else:
        meldingen(geboortedatum=geboren)


def test_aow_dagen_van_een_onvolledige_datum() -> None:
    assert aow_bereikt_op(OnvolledigeDatum.lees("1959-00-00")) == (
        d("2026-01-01"),
        d("2026-12-31"),
    )
    assert aow_bereikt_op(OnvolledigeDatum.lees("")) is None


@rij_voor_rij(
    ("geboren", "merk"),
    [
        pytest.param("1957-02-28", True, id="algemene_kennis"),
        pytest.param("1957-03-01", False, id="eerste_dag_van_de_tabel"),
        pytest.param("1962-09-30", False, id="laatste_dag_van_de_tabel"),
        pytest.param("1962-10-01", True, id="nog_niet_vastgesteld"),
        pytest.param("1957-00-00", True, id="deels_buiten_de_tabel"),
        pytest.param("1958-00-00", False, id="heel_jaar_in_de_tabel"),
    ],
)
def test_wat_van_de_aow_niet_bevestigd_is_zegt_dat(geboren: str, merk: bool) -> None:
    gelezen = OnvolledigeDatum.lees(geboren)
    bereikt = aow_bereikt_op(gelezen)
    assert bereikt is not None
    gegevens = aanmelding(
        geboortedatum=geboren, datum_plicht=d("2022-01-03"),
        datum_kennisgeving=d("2022-01-10"), datum_inschrijving=d("2022-01-05"),
    )  # fmt: skip
    op = bereikt[0] - DAG
    teksten = [m.tekst for m in toets_registratie(gegevens, op)]

    assert any("AOW-leeftijd wordt bereikt" in tekst for tekst in teksten)
    assert any("(niet bevestigd); dan eindigt" in tekst for tekst in teksten) is merk


TOT_ACHT_WEKEN = "De kennisgeving komt tot acht weken na het begin van de plicht"


@rij_voor_rij(
    ("plicht", "kennisgeving", "veld", "melding"),
    [
        ("2021-12-31", "2026-01-12", "datum_plicht", ""),
        ("2022-01-01", "2026-01-12", "", ""),
        ("2022-01-02", "2026-01-12", "", ""),
        # Zonder eerste dag zegt de kennisgeving genoeg: DUO schrijft als de plicht er is.
        (None, "2021-12-31", "datum_kennisgeving", ""),
        (None, "2022-01-01", "", TOT_ACHT_WEKEN),
        (None, "2022-02-25", "", TOT_ACHT_WEKEN),
        (None, "2022-02-26", "", ""),
        ("2021-12-20", "2022-01-20", "datum_plicht", ""),
        # De eerste dag gaat voor; dat de brief eerder is, is een ander verschil.
        ("2022-01-01", "2021-12-31", "", "ligt voor de eerste dag van de plicht"),
        ("2022-01-01", "2022-01-20", "", ""),
    ],
)
def test_welke_wet_geldt(
    plicht: str | None, kennisgeving: str, veld: str, melding: str
) -> None:
    velden = {
        "datum_plicht": plicht and d(plicht),
        "datum_kennisgeving": d(kennisgeving),
    }
    if veld:
        fout = weigering(**velden)
        assert "Wet inburgering 2013" in fout.reden
        assert (str(fout.bron), fout.veld) == ("Wi2021 art. 54", veld)
        assert len(fout.gronden) == 1
    else:
        gezegd = meldingen(**velden)
        assert melding in "".join(gezegd)
        assert bool(gezegd) is bool(melding)


@rij_voor_rij(
    ("overleden", "reden"),
    [
        pytest.param("2026-03-01", "overleden op 01-03-2026", id="overleden"),
        pytest.param("2026-03-02", "overleden op 02-03-2026", id="vandaag"),
        pytest.param("2026-03-03", "ligt in de toekomst", id="morgen_kan_niet"),
    ],
)
def test_overleden(overleden: str, reden: str) -> None:
    fout = weigering(overleden_op=d(overleden))

    assert reden in fout.reden
    assert fout.veld == "overleden_op"


@rij_voor_rij(
    ("code", "plichtig"),
    [
        ("21", True),
        ("22", True),
        ("23", True),
        ("24", True),
        ("25", True),
        ("26", True),
        ("27", True),
        ("00", True),
        ("", True),
        ("12", True),  # een titel van voor 2001: niets over te zeggen
        ("28", False),
        ("29", False),
        ("30", False),
        ("31", False),
        ("32", False),
        ("33", False),
        ("34", False),
        ("35", False),
        ("36", False),
        ("37", False),
        ("38", False),
        ("40", False),
        ("41", False),
        ("45", False),
        ("46", False),
        ("98", False),
    ],
)
def test_verblijfstitel_zonder_kennisgeving(code: str, plichtig: bool) -> None:
    gegevens = {
        "verblijfstitel": code,
        "datum_kennisgeving": None,
        "datum_koppeling": d("2026-01-06"),
    }
    if plichtig:
        meldingen(**gegevens)
    else:
        fout = weigering(**gegevens)
        assert fout.veld == "verblijfstitel"
        assert f"Verblijfstitel {code}" in fout.reden


def test_titel_zonder_plicht_en_toch_een_kennisgeving_is_tegenstrijdig() -> None:
    (melding,) = toets_registratie(aanmelding(verblijfstitel="98"), VANDAAG)

    assert melding.tegenstrijdig
    assert "DUO beslist" in melding.tekst


def test_alle_gronden_tegelijk_worden_genoemd() -> None:
    fout = weigering(
        nationaliteit="0057",
        geboortedatum="2012-01-01",
        datum_plicht=d("2021-06-01"),
        overleden_op=d("2026-02-01"),
        verblijfstitel="28",
        datum_kennisgeving=None,
    )

    assert [grond.veld for grond in fout.gronden] == [
        "overleden_op",
        "nationaliteit",
        "geboortedatum",
        "datum_plicht",
        "verblijfstitel",
    ]
    assert fout.veld == "overleden_op"
    assert all(grond.reden in fout.reden for grond in fout.gronden)
    assert all(grond.plicht for grond in fout.gronden)


@rij_voor_rij(
    ("veld",),
    ["datum_plicht", "datum_kennisgeving", "datum_inschrijving", "datum_koppeling"],
)
@rij_voor_rij(
    ("dag", "kan"),
    [("2026-03-01", True), ("2026-03-02", True), ("2026-03-03", False)],
)
def test_een_gebeurtenis_ligt_niet_in_de_toekomst(
    veld: str, dag: str, kan: bool
) -> None:
    gegevens = {"datum_plicht": d("2026-01-05"), veld: d(dag)}
    if kan:
        meldingen(**gegevens)
        return
    fout = weigering(**gegevens)
    assert fout.veld == veld
    assert "toekomst" in fout.reden
    assert [grond.plicht for grond in fout.gronden] == [False]


def test_geboren_in_de_toekomst() -> None:
    fout = weigering(geboortedatum="2027-01-01")

    assert "geboortedatum ligt in de toekomst" in fout.reden


def test_vandaag_geboren_is_niet_in_de_toekomst() -> None:
    assert "toekomst" not in weigering(geboortedatum=VANDAAG.isoformat()).reden


def test_een_geboortedatum_die_niet_bestaat() -> None:
    fout = weigering(geboortedatum="1990-02-30")

    assert fout.veld == "geboortedatum"
    assert "bestaat niet" in fout.reden


# --- Groep en titel -------------------------------------------------------------------


@rij_voor_rij(
    ("code", "groep"),
    [
        ("26", ASIEL),
        ("27", ASIEL),
        ("21", GEZIN),
        ("25", GEZIN),
        ("98", None),
        ("", None),
    ],
)
def test_groep_bij_de_titel(code: str, groep: Doelgroep | None) -> None:
    assert doelgroep_bij_titel(code) == groep


@rij_voor_rij(
    ("code", "groep", "melding"),
    [
        pytest.param("26", ASIEL, False, id="asiel_past"),
        pytest.param("26", GEZIN, True, id="asieltitel_bij_gezinsmigrant"),
        pytest.param("21", ASIEL, True, id="reguliere_titel_bij_asielstatushouder"),
        pytest.param("", ASIEL, False, id="titel_onbekend"),
        pytest.param("26", None, False, id="groep_onbekend"),
    ],
)
def test_groep_en_titel_verschillen(
    code: str, groep: Doelgroep | None, melding: bool
) -> None:
    teksten = meldingen(verblijfstitel=code, doelgroep=groep)

    assert any("verandert de groep niet" in tekst for tekst in teksten) is melding


def test_een_onbekende_code_is_een_onbekende_titel() -> None:
    assert titel("77") == titel("")


# --- Waarschuwingen -------------------------------------------------------------------


@rij_voor_rij(
    ("velden", "tekst"),
    [
        pytest.param(
            {"geboortedatum": "2008-00-00"},
            "of de persoon 18 jaar is",
            id="misschien_18",
        ),
        pytest.param(
            {"geboortedatum": "1959-00-00"},
            "of de AOW-leeftijd is bereikt",
            id="misschien_aow",
        ),
        pytest.param(
            {"geboortedatum": "2009-01-01"}, "op verzoek plichtig", id="op_verzoek"
        ),
        pytest.param(
            {"datum_inschrijving": None},
            "inschrijving in de gemeente is niet",
            id="geen_brp",
        ),
        pytest.param(
            {"datum_kennisgeving": None, "datum_koppeling": d("2026-01-06")},
            "nog geen kennisgeving van DUO: de tien weken",
            id="koppeling_zonder_kennisgeving",
        ),
        pytest.param(
            {"datum_kennisgeving": None},
            "geen koppeling door het COA",
            id="niets_van_duo",
        ),
        pytest.param(
            {"verblijfsituatie": "opvang", "datum_kennisgeving": None},
            "nog in de opvang",
            id="in_opvang_zonder_kennisgeving",
        ),
        pytest.param(
            {"verblijfsituatie": "opvang"}, "nog in de opvang", id="in_opvang"
        ),
        pytest.param(
            {"verblijfsituatie": "opvang", "datum_uitstroom": d("2026-03-03")},
            "nog in de opvang",
            id="morgen_uit_de_opvang",
        ),
        pytest.param(
            {"datum_uitstroom": d("2026-03-03")},
            "nog in de opvang",
            id="morgen_uit_de_opvang_en_al_in_de_gemeente_genoteerd",
        ),
        pytest.param(
            {"datum_kennisgeving": d("2026-01-04")},
            "voor de eerste dag van de plicht",
            id="kennisgeving_te_vroeg",
        ),
    ],
)
def test_waarschuwing(velden: dict[str, Any], tekst: str) -> None:
    (melding,) = meldingen(**velden)

    assert tekst in melding


def test_kennisgeving_op_de_eerste_dag_van_de_plicht() -> None:
    assert meldingen(datum_kennisgeving=d("2026-01-05")) == []


@rij_voor_rij(
    ("op", "tekst"),
    [
        pytest.param("2025-12-31", "wordt bereikt op 01-01-2026", id="dag_ervoor"),
        pytest.param("2026-01-01", "of de AOW-leeftijd is bereikt", id="eerste_dag"),
        pytest.param("2026-12-30", "of de AOW-leeftijd is bereikt", id="laatste_dag"),
    ],
)
def test_aow_van_een_jaar_zonder_dag(op: str, tekst: str) -> None:
    gegevens = aanmelding(
        geboortedatum="1959-00-00",
        datum_plicht=d("2025-01-05"),
        datum_kennisgeving=d("2025-01-12"),
        datum_inschrijving=d("2025-01-07"),
    )

    (melding,) = toets_registratie(gegevens, d(op))
    assert tekst in melding.tekst


def test_vandaag_uit_de_opvang_is_in_de_gemeente() -> None:
    gegevens = {"verblijfsituatie": "opvang", "datum_uitstroom": VANDAAG}

    assert meldingen(**gegevens) == []


def test_zonder_datum_van_de_plicht_is_er_niets_te_vergelijken() -> None:
    assert meldingen(datum_plicht=None) == []


@rij_voor_rij(
    ("geboren", "melding"),
    [
        pytest.param("1959-09-03", False, id="over_zes_maanden_en_een_dag"),
        pytest.param("1959-09-02", True, id="over_zes_maanden"),
        pytest.param("1959-03-03", True, id="morgen"),
    ],
)
def test_aow_leeftijd_nabij(geboren: str, melding: bool) -> None:
    teksten = meldingen(geboortedatum=geboren)

    assert any("AOW-leeftijd wordt bereikt op" in tekst for tekst in teksten) is melding


# --- Wie zonder plicht wordt gevolgd --------------------------------------------------

GEEN_PLICHT = {"datum_plicht": None, "datum_kennisgeving": None}


@rij_voor_rij(("grond",), [Volggrond.VRIJWILLIG, Volggrond.GEMEENTELIJK])
@rij_voor_rij(
    ("velden",),
    [
        pytest.param({"nationaliteit": "0072"}, id="pools"),
        pytest.param({"nationaliteit": "0001"}, id="nederlands"),
        pytest.param({"geboortedatum": "1950-01-01"}, id="aow"),
        pytest.param({"verblijfstitel": "31"}, id="in_procedure"),
    ],
)
def test_zonder_plicht_hoeft_niemand_plichtig_te_zijn(
    grond: Volggrond, velden: dict[str, Any]
) -> None:
    gevonden = meldingen(volggrond=grond.value, **GEEN_PLICHT, **velden)

    assert gevonden == [
        f"{grond.label}: er is geen termijn, geen PIP en geen boete (niet bevestigd)."
    ]


@rij_voor_rij(
    ("velden", "reden"),
    [
        pytest.param({"overleden_op": d("2026-01-01")}, "overleden", id="overleden"),
        pytest.param(
            {"datum_plicht": d("2021-12-31")}, "Wet inburgering 2013", id="oude_wet"
        ),
        pytest.param(
            {"datum_inschrijving": d("2030-01-01")}, "in de toekomst", id="toekomst"
        ),
    ],
)
def test_wat_niet_kan_kan_ook_zonder_plicht_niet(
    velden: dict[str, Any], reden: str
) -> None:
    geweigerd = weigering(volggrond="vrijwillig", **GEEN_PLICHT | velden)

    assert reden in geweigerd.reden


@rij_voor_rij(
    ("velden", "tekst", "melding"),
    [
        ({"geboortedatum": "2010-01-01"}, "zo jong volgt", True),
        ({}, "zo jong volgt", False),
        ({"datum_plicht": d("2026-01-05")}, "DUO gaat voor", True),
        ({"datum_kennisgeving": d("2026-01-12")}, "DUO gaat voor", True),
        ({}, "DUO gaat voor", False),
    ],
)
def test_waar_men_zonder_plicht_op_let(
    velden: dict[str, Any], tekst: str, melding: bool
) -> None:
    gevonden = meldingen(volggrond="vrijwillig", **GEEN_PLICHT | velden)

    assert any(tekst in gezegd for gezegd in gevonden) is melding
