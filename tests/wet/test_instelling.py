"""Wat een gemeente zelf instelt, en wat een wetswijziging doet: alleen een rij erbij."""

from dataclasses import replace
from typing import Any

import pytest

from inburgering.wet import parameters
from inburgering.wet.begrippen import (
    Leerroute,
    Onderdeel,
    Termijnsoort,
    Verblijfsituatie,
    Verhuissoort,
    Volggrond,
)
from inburgering.wet.feiten import Feiten, Instelling
from inburgering.wet.handelingen import Handeling
from inburgering.wet.instelling import eis_instelling, instelbaar
from inburgering.wet.kalender import OnvolledigeDatum
from inburgering.wet.moment import moment
from inburgering.wet.parameters import IN_WERKING, WETTELIJK, Parameter, parameter
from inburgering.wet.plicht import Aanmelding, waarschuwingen
from inburgering.wet.regels import Geval
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import PER_HANDELING, toets, toets_registratie
from inburgering.wet.uitkomst import NietToegestaan, Termijn
from tests.elk import bij_elk, rij_voor_rij
from tests.wet.bouw import (
    besproken,
    d,
    feiten,
    op_route,
    pip,
    traject,
    uren,
    verhuizing,
)


T = Termijnsoort
VANDAAG = d("2026-03-02")


def ingesteld(naam: str, waarde: int, vanaf: str) -> Instelling:
    return Instelling(
        naam=naam,
        waarde=waarde,
        geldig_vanaf=d(vanaf),
        vastgelegd_op=d("2025-01-01"),
    )


def termijn(dossier: Feiten, soort: Termijnsoort, op: str = "2026-01-01") -> Termijn:
    return next(t for t in stand(dossier, d(op)).termijnen if t.soort == soort)


# --- Wat mag --------------------------------------------------------------------------


def test_alleen_wat_niet_bevestigd_is_kan_worden_ingesteld() -> None:
    rijen = instelbaar(VANDAAG)

    assert {rij.naam for rij in rijen} >= {"pvt_uren", "leerroute_wijzigen_maanden"}
    assert not any(rij.bron.zekerheid.bevestigd for rij in rijen)
    assert not any(rij.naam == "termijn_jaren" for rij in rijen)
    assert instelbaar(d("2021-12-31")) == ()


@rij_voor_rij(
    ("waarde", "vanaf", "veld", "reden"),
    [
        pytest.param(11, "2026-03-03", "waarde", "van 12 tot en met 36", id="te_laag"),
        pytest.param(12, "2026-03-03", None, "", id="laagste"),
        pytest.param(36, "2026-03-03", None, "", id="hoogste"),
        pytest.param(37, "2026-03-03", "waarde", "van 12 tot en met 36", id="te_hoog"),
        pytest.param(24, "2026-03-01", "geldig_vanaf", "dag na vandaag", id="gisteren"),
        pytest.param(24, "2026-03-02", "geldig_vanaf", "dag na vandaag", id="vandaag"),
        pytest.param(24, "2026-03-03", None, "", id="morgen"),
        pytest.param(
            24, "2021-12-31", "geldig_vanaf", "geldt op die dag niet", id="voor_de_wet"
        ),
    ],
)
def test_een_instelling_ligt_binnen_de_grenzen_en_na_vandaag(
    waarde: int, vanaf: str, veld: str | None, reden: str
) -> None:
    naam = "leerroute_wijzigen_maanden"
    if veld is None:
        rij = eis_instelling(naam, waarde, d(vanaf), VANDAAG)
        assert rij == parameter(naam, VANDAAG)
        return
    with pytest.raises(NietToegestaan, match=reden) as geweigerd:
        eis_instelling(naam, waarde, d(vanaf), VANDAAG)
    assert geweigerd.value.veld == veld


@bij_elk([r for r in WETTELIJK if r.bron.zekerheid.bevestigd], lambda rij: rij.naam)
def test_een_getal_van_de_wet_is_niet_in_te_stellen(rij: Parameter) -> None:
    with pytest.raises(NietToegestaan, match="staat vast") as geweigerd:
        eis_instelling(rij.naam, rij.waarde + 1, d("2026-03-03"), VANDAAG)
    assert geweigerd.value.bron == rij.bron


@rij_voor_rij(
    ("naam", "waarde", "vanaf", "reden"),
    [
        pytest.param("aow_leeftijd_1962_10", 807, "2026-03-03", "", id="laagste"),
        pytest.param("aow_leeftijd_1962_10", 806, "2026-03-03", "van 807", id="te_jong"),
        pytest.param("aow_leeftijd_1962_10", 840, "2026-03-03", "", id="hoogste"),
        pytest.param("aow_leeftijd_1962_10", 841, "2026-03-03", "met 840", id="te_oud"),
        pytest.param("aow_leeftijd_1961_01", 810, "2026-03-03", "staat vast", id="zeker"),
        pytest.param("gelijkgesteld_2026_05_15", 0, "2026-05-14", "", id="dag_ervoor"),
        pytest.param("gelijkgesteld_2026_05_15", 0, "2026-05-15", "", id="dag_zelf"),
        pytest.param("gelijkgesteld_2026_05_15", 0, "2026-05-16", "geldt op die dag niet",
                     id="dag_erna"),
        pytest.param("gelijkgesteld_2026_05_15", 2, "2026-05-15", "met 1", id="geen_keuze"),
    ],
)  # fmt: skip
def test_ook_leeftijden_en_gelijkgestelde_dagen_zijn_in_te_stellen(
    naam: str, waarde: int, vanaf: str, reden: str
) -> None:
    if not reden:
        assert eis_instelling(naam, waarde, d(vanaf), VANDAAG).naam == naam
        return
    with pytest.raises(NietToegestaan, match=reden):
        eis_instelling(naam, waarde, d(vanaf), VANDAAG)


@rij_voor_rij(
    ("op", "te_zien"),
    [
        pytest.param("2026-05-14", True, id="dag_ervoor"),
        pytest.param("2026-05-15", True, id="dag_zelf"),
        pytest.param("2026-05-16", False, id="dag_erna"),
    ],
)
def test_een_gelijkgestelde_dag_staat_er_tot_zij_voorbij_is(
    op: str, te_zien: bool
) -> None:
    namen = {rij.naam for rij in instelbaar(d(op))}

    assert ("gelijkgesteld_2026_05_15" in namen) is te_zien
    assert "aow_leeftijd_1962_10" in namen
    assert "aow_leeftijd_1961_01" not in namen


def test_een_onbekend_getal_is_niet_in_te_stellen() -> None:
    with pytest.raises(NietToegestaan, match="geldt op die dag niet"):
        eis_instelling("onzin", 1, d("2026-03-03"), VANDAAG)


# --- Wat het doet ---------------------------------------------------------------------


@rij_voor_rij(
    ("vanaf", "einde"),
    [
        pytest.param("2025-03-05", "2027-03-06", id="dag_voor_het_begin"),
        pytest.param("2025-03-06", "2027-03-06", id="dag_van_het_begin"),
        pytest.param("2025-03-07", "2026-09-06", id="dag_na_het_begin"),
    ],
)
def test_een_begonnen_termijn_houdt_haar_getal(vanaf: str, einde: str) -> None:
    eigen = ingesteld("leerroute_wijzigen_maanden", 24, vanaf)

    venster = termijn(op_route(instellingen=(eigen,)), T.LEERROUTE_WIJZIGEN)

    assert venster.einde == d(einde)
    assert str(venster.bron) == "Wi2021 art. 17 (niet bevestigd)"


@rij_voor_rij(
    ("op", "gemeld"),
    [
        pytest.param("2026-02-28", False, id="dag_ervoor"),
        pytest.param("2026-03-01", True, id="dag_zelf"),
        pytest.param("2026-03-02", True, id="dag_erna"),
    ],
)
def test_een_melding_volgt_het_getal_van_de_gemeente(op: str, gemeld: bool) -> None:
    eigen = ingesteld("pvt_uren", 20, "2026-03-01")
    gegevens = {"begonnen_op": d("2026-02-01"), "uren": 16}

    meldingen = toets(
        Handeling.PVT_ONDERTEKENEN, op_route(instellingen=(eigen,)), gegevens, d(op)
    )

    gevonden = [m.tekst for m in meldingen if "20 uur" in m.tekst]
    assert bool(gevonden) == gemeld


@rij_voor_rij(
    ("leeftijd", "geweigerd"),
    [
        pytest.param(16, False, id="zoals_de_wet"),
        pytest.param(17, True, id="een_jaar_hoger"),
    ],
)
def test_de_registratie_volgt_het_getal_van_de_gemeente(
    leeftijd: int, geweigerd: bool
) -> None:
    eigen = (ingesteld("leeftijd_op_verzoek", leeftijd, "2026-01-01"),)
    gegevens = {
        "geboortedatum": "2009-08-01",
        "verblijfsituatie": "gemeente",
        "datum_kennisgeving": d("2026-02-01"),
    }

    if not geweigerd:
        assert toets_registratie(gegevens, VANDAAG, eigen)
        return
    with pytest.raises(NietToegestaan, match="Nog geen 17 jaar"):
        toets(
            Handeling.TRAJECT_REGISTREREN,
            feiten(instellingen=eigen),
            gegevens,
            VANDAAG,
        )


# De bezwaartermijn van zes weken eindigt op Hemelvaartsdag 14 mei 2026.
@rij_voor_rij(
    ("vanaf", "uiterlijk", "zegt"),
    [
        pytest.param("2026-04-01", "2026-05-15", False, id="dag_voor_het_begin"),
        pytest.param("2026-04-03", "2026-05-15", False, id="dag_van_het_begin"),
        pytest.param("2026-04-04", "2026-05-18", True, id="dag_na_het_begin"),
    ],
)
def test_een_gewone_werkdag_verschuift_geen_laatste_dag(
    vanaf: str, uiterlijk: str, zegt: bool
) -> None:
    eigen = ingesteld("gelijkgesteld_2026_05_15", 0, vanaf)
    dossier = op_route(pips=(pip(verstuurd_op=d("2026-04-02")),), instellingen=(eigen,))

    t = termijn(dossier, T.PIP_BEZWAAR, "2026-04-10")

    assert t.uiterlijk == d(uiterlijk)
    assert ("telt als feestdag" in t.reden) is zegt


# Geboren op 15 december 1956: 66 jaar en 10 maanden op 15 oktober 2023.
@rij_voor_rij(
    ("eigen", "op", "geeindigd"),
    [
        pytest.param((), "2023-10-14", False, id="dag_ervoor"),
        pytest.param((), "2023-10-15", True, id="dag_zelf"),
        pytest.param(
            (804, "2023-03-01"), "2023-12-14", False, id="ingesteld_dag_ervoor"
        ),
        pytest.param((804, "2023-03-01"), "2023-12-15", True, id="ingesteld_dag_zelf"),
        pytest.param((804, "2023-10-16"), "2023-10-16", True, id="te_laat_ingesteld"),
        pytest.param((799, "2023-03-01"), "2023-07-15", True, id="verlaagd"),
    ],
)
def test_het_einde_van_de_plicht_volgt_de_aow_leeftijd_van_de_gemeente(
    eigen: tuple[int, str] | tuple[()], op: str, geeindigd: bool
) -> None:
    rijen = tuple(ingesteld("aow_leeftijd_1956_06", *e) for e in (eigen,) if e)
    plan = pip(opgesteld_op=d("2023-01-02"), besproken_op=d("2023-01-03"),
               dagtekening=d("2023-01-04"))  # fmt: skip
    dossier = op_route(geboren="1956-12-15", pips=(plan,), instellingen=rijen)

    teksten = " ".join(m.tekst for m in stand(dossier, d(op)).meldingen)

    assert ("AOW-leeftijd is bereikt" in teksten) is geeindigd


@rij_voor_rij(
    ("maanden", "geweigerd"),
    [pytest.param(None, True, id="de_wet"), pytest.param(804, False, id="hoger")],
)
def test_een_registratie_volgt_de_aow_leeftijd_van_de_gemeente(
    maanden: int | None, geweigerd: bool
) -> None:
    eigen = ()
    if maanden:
        eigen = (ingesteld("aow_leeftijd_1956_06", maanden, "2023-03-01"),)
    gegevens = {
        "geboortedatum": "1956-12-15",
        "verblijfsituatie": "gemeente",
        "datum_kennisgeving": d("2023-10-01"),
    }

    if not geweigerd:
        assert toets_registratie(gegevens, d("2023-11-01"), eigen)
        return
    with pytest.raises(NietToegestaan, match="AOW-leeftijd is bereikt") as fout:
        toets_registratie(gegevens, d("2023-11-01"), eigen)
    assert any(
        "66 jaar en 10 maanden" in str(feit) for feit in fout.value.gronden[0].gebruikt
    )


# --- Een wetswijziging is een rij erbij -----------------------------------------------


def wijzig(monkeypatch: pytest.MonkeyPatch, naam: str, waarde: int, vanaf: str) -> None:
    """Zet de rij erbij die een wetswijziging toevoegt; verder verandert er niets."""
    oud = parameter(naam, IN_WERKING)
    rijen = (
        replace(oud, geldig_tot=d(vanaf)),
        replace(oud, waarde=waarde, geldig_vanaf=d(vanaf)),
    )
    monkeypatch.setitem(parameters._RIJEN, naam, rijen)


# De tien weken van dit traject beginnen op 11 januari 2025, de drie jaar op 6 maart 2025.
@pytest.mark.parametrize(
    ("naam", "waarde", "soort", "vanaf", "einde"),
    [
        ("pip_weken", 8, T.PIP, "2025-01-10", "2025-03-08"),
        ("pip_weken", 8, T.PIP, "2025-01-11", "2025-03-08"),
        ("pip_weken", 8, T.PIP, "2025-01-12", "2025-03-22"),
        ("termijn_jaren", 4, T.INBURGERINGSTERMIJN, "2025-03-05", "2029-03-06"),
        ("termijn_jaren", 4, T.INBURGERINGSTERMIJN, "2025-03-06", "2029-03-06"),
        ("termijn_jaren", 4, T.INBURGERINGSTERMIJN, "2025-03-07", "2028-03-06"),
        ("pip_bezwaar_weken", 8, T.PIP_BEZWAAR, "2025-03-06", "2025-05-02"),
        ("pip_bezwaar_weken", 8, T.PIP_BEZWAAR, "2025-03-07", "2025-04-18"),
    ],
)
@pytest.mark.parametrize("op", ["2025-03-20", "2026-06-01"])
def test_wat_voor_de_wijziging_begon_houdt_de_oude_regel(
    naam: str, waarde: int, soort: Termijnsoort, vanaf: str, einde: str, op: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    dossier = op_route()
    wijzig(monkeypatch, naam, waarde, vanaf)

    assert termijn(dossier, soort, op).einde == d(einde)


@pytest.mark.parametrize(
    ("op", "gehaald", "hoe"),
    [
        pytest.param("2025-12-31", False, "650 van 800 uur", id="dag_ervoor"),
        pytest.param("2026-01-01", True, "650 van 600 uur", id="dag_zelf"),
        pytest.param("2026-01-02", True, "650 van 600 uur", id="dag_erna"),
    ],
)
def test_een_eis_volgt_de_regel_van_de_dag(
    op: str, gehaald: bool, hoe: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = op_route(pips=(pip(leerroute=Leerroute.Z),), uren=(uren(aantal=650),))
    wijzig(monkeypatch, "z_taaluren", 600, "2026-01-01")

    deel = next(
        o for o in stand(dossier, d(op)).onderdelen if o.onderdeel == Onderdeel.TAALUREN
    )

    assert (deel.gehaald, deel.hoe) == (gehaald, hoe)


def test_een_bevestigd_getal_gaat_voor_wat_de_gemeente_had_ingesteld(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    naam = "leerroute_wijzigen_maanden"
    oud = parameter(naam, IN_WERKING)
    zeker = replace(
        oud,
        waarde=12,
        geldig_vanaf=d("2026-01-01"),
        grenzen=None,
        bron=replace(oud.bron, zekerheid=parameters.A),
    )
    monkeypatch.setitem(
        parameters._RIJEN, naam, (replace(oud, geldig_tot=d("2026-01-01")), zeker)
    )
    eigen = (ingesteld(naam, 24, "2025-01-01"),)

    assert parameter(naam, d("2025-12-31"), eigen).waarde == 24
    assert parameter(naam, d("2026-01-01"), eigen) == zeker


def test_een_termijn_van_voor_de_wijziging_blijft_ook_bij_een_nieuwe_kennisgeving(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wijzig(monkeypatch, "pip_weken", 8, "2026-01-01")
    voor = feiten(traject=traject(datum_kennisgeving=d("2025-12-30")))
    na = feiten(traject=traject(datum_kennisgeving=d("2025-12-31")))

    assert termijn(voor, T.PIP).einde == d("2026-03-11")
    assert termijn(na, T.PIP).einde == d("2026-02-26")


# --- Een melding noemt het getal van de regel die geldt --------------------------------


IN_OPVANG = traject(verblijfsituatie=Verblijfsituatie.OPVANG, datum_kennisgeving=None,
                    datum_inschrijving=None, datum_uitstroom=None)  # fmt: skip
GEKOMEN, VERTROKKEN = (
    feiten(verhuizingen=(verhuizing(soort, verhuisd_op=d("2025-02-20")),))
    for soort in (Verhuissoort.UIT_GEMEENTE, Verhuissoort.NAAR_GEMEENTE)
)


# Voor en na de wijziging dezelfde feiten; alleen de rij die geldt is een andere.
@pytest.mark.parametrize(
    ("dossier", "naam", "waarde", "oud", "nieuw"),
    [
        (feiten(traject=IN_OPVANG), "pip_weken", 8,
         "De tien weken voor het PIP", "De acht weken voor het PIP"),
        (feiten(traject=replace(IN_OPVANG, verblijfsituatie=Verblijfsituatie.GEMEENTE)),
         "pip_weken", 21, "De tien weken voor het PIP", "De 21 weken voor het PIP"),
        (feiten(traject=traject(datum_inschrijving=None)), "pip_weken", 8,
         "de tien weken voor het PIP tellen", "de acht weken voor het PIP tellen"),
        (GEKOMEN, "pip_weken", 1, "gelden tien weken vanaf", "gelden een week vanaf"),
        (GEKOMEN, "termijn_jaren", 4, "termijn van drie jaar", "termijn van vier jaar"),
        (op_route(traject=IN_OPVANG), "termijn_jaren", 1,
         "termijn van drie jaar loopt", "termijn van een jaar loopt"),
        (VERTROKKEN, "inzage_na_verhuizing_maanden", 3,
         "een maand oud is", "drie maanden oud is"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("vanaf", "gewijzigd"),
    [
        pytest.param("2022-01-02", True, id="al_gewijzigd"),
        pytest.param("2026-03-03", False, id="morgen_pas"),
    ],
)
def test_een_melding_verandert_met_de_rij_mee(
    dossier: Feiten, naam: str, waarde: int, oud: str, nieuw: str,
    vanaf: str, gewijzigd: bool, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    wijzig(monkeypatch, naam, waarde, vanaf)

    teksten = " ".join(m.tekst for m in stand(dossier, VANDAAG).meldingen)

    assert (oud in teksten, nieuw in teksten) == (not gewijzigd, gewijzigd)


@pytest.mark.parametrize(
    ("anders", "tekst"),
    [
        ({"datum_kennisgeving": None}, "de {} zijn nog niet begonnen"),
        ({"datum_kennisgeving": None, "datum_koppeling": VANDAAG}, "de {} voor het PIP"),
        ({"verblijfsituatie": Verblijfsituatie.OPVANG}, "de {} voor het PIP zijn nog"),
        ({"datum_inschrijving": None}, "de {} tellen nu"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("op", "weken"),
    [
        pytest.param("2026-02-28", "tien weken", id="dag_ervoor"),
        pytest.param("2026-03-01", "acht weken", id="dag_zelf"),
        pytest.param("2026-03-02", "acht weken", id="dag_erna"),
    ],
)
def test_bij_het_registreren_geldt_de_regel_van_die_dag(
    anders: dict[str, Any], tekst: str, op: str, weken: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    wijzig(monkeypatch, "pip_weken", 8, "2026-03-01")
    gegevens = {
        "geboortedatum": OnvolledigeDatum.lees("1990-05-17"),
        "datum_kennisgeving": d("2026-01-10"), "datum_inschrijving": d("2026-01-10"),
        "verblijfsituatie": Verblijfsituatie.GEMEENTE,
    }  # fmt: skip
    aanmelding = Aanmelding(peildatum=d(op), **(gegevens | anders))

    gezegd = " ".join(gezegd for _, gezegd in waarschuwingen(aanmelding))

    assert tekst.format(weken) in gezegd


@pytest.mark.parametrize(
    ("handeling", "dossier", "gegevens", "naam", "waarde", "tekst"),
    [
        (Handeling.TRAJECT_AANVULLEN, feiten(traject=IN_OPVANG),
         {"verblijfsituatie": Verblijfsituatie.GEMEENTE}, "pip_weken", 8,
         "Anders tellen de acht weken"),
        (Handeling.TRAJECT_AANVULLEN,
         feiten(traject=traject(volggrond=Volggrond.VRIJWILLIG, datum_plicht=None,
                                datum_kennisgeving=None)),
         {"volggrond": Volggrond.PLICHT}, "pip_weken", 8, "beginnen de acht weken"),
        (Handeling.PIP_VASTSTELLEN,
         feiten(traject=IN_OPVANG, pips=(besproken(),)), {"dagtekening": VANDAAG},
         "termijn_jaren", 4, "De termijn van vier jaar begint"),
    ],
)  # fmt: skip
def test_een_melding_bij_een_handeling_noemt_de_nieuwe_rij(
    handeling: Handeling, dossier: Feiten, gegevens: dict[str, Any], naam: str,
    waarde: int, tekst: str, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    wijzig(monkeypatch, naam, waarde, "2026-03-01")
    geval = Geval(handeling, moment(dossier, VANDAAG), gegevens, None)

    gezegd = [fout for regel in PER_HANDELING[handeling] if (fout := regel.fout(geval))]

    assert any(tekst in fout for fout in gezegd)


@rij_voor_rij(
    ("waarde", "eenheid", "duur", "voluit"),
    [
        (0, "weken", "0 weken", "nul weken"),
        (1, "weken", "1 week", "een week"),
        (1, "jaren", "1 jaar", "een jaar"),
        (10, "weken", "10 weken", "tien weken"),
        (20, "uren", "20 uur", "twintig uur"),
        (21, "dagen", "21 dagen", "21 dagen"),
        (600, "uren", "600 uur", "600 uur"),
        (2, "pogingen", "2 pogingen", "twee pogingen"),
    ],
)
def test_een_getal_in_een_zin(
    waarde: int, eenheid: str, duur: str, voluit: str
) -> None:
    rij = replace(parameter("pip_weken", VANDAAG), waarde=waarde, eenheid=eenheid)

    assert (rij.duur, rij.voluit) == (duur, voluit)
