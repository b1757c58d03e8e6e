"""De vragen van de gemeente zelf: naast de vaste, nooit ermee te verwarren."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inburgering.wet.feiten import Intakevraag
from inburgering.wet.handelingen import Handeling
from inburgering.wet.intake import (
    VRAGEN,
    Antwoordsoort,
    Domein,
    antwoordfout,
    in_woorden,
    is_besproken,
    onbeantwoord,
    volledigheid,
    vragen,
)
from inburgering.wet.intakeuitkomst import (
    LANGSTE,
    alle_onderwerpen,
    begintekst,
    uitkomstfouten,
)
from inburgering.wet.intakevragen import (
    MEESTE_KEUZES,
    VERBODEN,
    VOOR,
    als_vraag,
    domeincode,
    eigen_vragen,
    mag_niet,
    onderwerpen,
    vraagfouten,
)
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import NietToegestaan
from tests.elk import bij_elk, rij_voor_rij
from tests.wet.bouw import d, feiten, intake


DAG = d("2026-03-02")
FIETSEN = Intakevraag(
    code="eigen_1", domein="leren", vraag="Kunt u fietsen?", soort="keuze",
    keuzes=("Ja", "Een beetje", "Nee"), geldig_vanaf=date(2026, 1, 1),
)  # fmt: skip
POST = Intakevraag(
    code="eigen_2", domein="Geldzaken en post", vraag="Hoeveel brieven liggen er?",
    soort="getal", laagste=0, hoogste=50, eenheid="brieven", volgorde=5,
    geldig_vanaf=date(2026, 1, 1),
)  # fmt: skip
EIGEN = eigen_vragen((POST, FIETSEN))


def antwoord(waarde: Any) -> dict[str, Any]:
    return {"antwoord": "beantwoord", "waarde": waarde}


# --- De code en de volgorde -----------------------------------------------------------


@bij_elk(VRAGEN, lambda vraag: vraag.code)
def test_een_vaste_vraag_heet_nooit_als_een_eigen(vraag: Any) -> None:
    assert not vraag.code.startswith(VOOR)
    assert domeincode(vraag.domein) == vraag.domein
    assert not vraag.domein.startswith(VOOR)


def test_eigen_vragen_staan_achter_de_vaste_van_hun_onderwerp() -> None:
    alle = vragen(DAG, EIGEN)
    leren = [v.code for v in alle if v.domein == Domein.LEREN]

    assert len(alle) == len(VRAGEN) + 2
    assert leren == ["leren_dagdelen", "leren_reistijd", "eigen_1"]
    assert alle[-1].code == "eigen_2"
    assert alle[-1].onderwerp == "Geldzaken en post"


def test_de_gemeente_kiest_de_volgorde() -> None:
    later = replace(FIETSEN, volgorde=9)
    tien, negen = replace(FIETSEN, code="eigen_10"), replace(FIETSEN, code="eigen_9")

    assert [v.code for v in eigen_vragen((later, POST))] == ["eigen_2", "eigen_1"]
    assert [v.code for v in eigen_vragen((tien, negen))] == ["eigen_9", "eigen_10"]


@rij_voor_rij(
    ("dag", "geldt"),
    [
        ("2025-12-31", False),
        ("2026-01-01", True),
        ("2026-05-31", True),
        ("2026-06-01", False),
    ],
)
def test_een_eigen_vraag_geldt_van_tot(dag: str, geldt: bool) -> None:
    tijdelijk = als_vraag(replace(FIETSEN, geldig_tot=date(2026, 6, 1)))

    assert (tijdelijk in vragen(d(dag), (tijdelijk,))) is geldt


def test_volledigheid_telt_de_eigen_vragen_mee() -> None:
    gegeven = {"eigen_1": antwoord("1"), "werk_jaren": antwoord(3)}

    assert volledigheid(gegeven, DAG, EIGEN) == (2, len(VRAGEN) + 2)
    assert [v.code for v in onbeantwoord(gegeven, DAG, EIGEN)][-1] == "eigen_2"


# --- Antwoorden -----------------------------------------------------------------------


@rij_voor_rij(
    ("code", "waarde", "fout"),
    [
        pytest.param("eigen_1", "2", "", id="keuze"),
        pytest.param("eigen_1", "4", "kies een antwoord uit de lijst", id="geen_keuze"),
        pytest.param(
            "eigen_1", "Ja", "kies een antwoord", id="woord_in_plaats_van_plek"
        ),
        pytest.param("eigen_2", 50, "", id="hoogste"),
        pytest.param("eigen_2", 51, "van 0 tot en met 50", id="te_hoog"),
        pytest.param("eigen_3", "x", "bestaat niet", id="van_een_ander"),
    ],
)
def test_een_antwoord_op_een_eigen_vraag(code: str, waarde: Any, fout: str) -> None:
    gevonden = antwoordfout(code, antwoord(waarde), EIGEN)

    assert fout in gevonden
    assert bool(gevonden) is bool(fout)


def test_een_antwoord_op_een_vervallen_vraag_blijft_een_antwoord() -> None:
    vervallen = replace(FIETSEN, geldig_tot=date(2026, 1, 2))
    dossier = feiten(
        brede_intakes=(intake(afgerond_op=None),), intakevragen=(vervallen,)
    )
    gegevens = {"antwoorden": {"eigen_1": antwoord("1")}}

    assert toets(Handeling.INTAKE_INVULLEN, dossier, gegevens, d("2026-03-02")) == ()


@rij_voor_rij(
    ("gegevens", "veld", "zin"),
    [
        (
            {"antwoorden": {"eigen_1": antwoord("9")}},
            "eigen_1",
            "Kies een antwoord uit de lijst",
        ),
        ({"antwoorden": {"eigen_7": antwoord("1")}}, "eigen_7", "De vraag eigen_7"),
        (
            {"uitkomsten": {"werk": {"soort": "score", "tekst": "x"}}},
            "werk",
            "Kies wat dit betekent",
        ),
    ],
)
def test_weigeren_noemt_de_vraag(gegevens: Any, veld: str, zin: str) -> None:
    dossier = feiten(intakevragen=(FIETSEN,))

    with pytest.raises(NietToegestaan, match=zin) as fout:
        toets(Handeling.INTAKE_INVULLEN, dossier, gegevens, DAG)

    assert fout.value.veld == veld


@rij_voor_rij(
    ("code", "gegeven", "woorden"),
    [
        ("eigen_1", antwoord("2"), "Een beetje"),
        ("eigen_2", antwoord(3), "3 brieven"),
        ("eigen_2", {"antwoord": "onbekend"}, "Onbekend"),
    ],
)
def test_een_antwoord_in_woorden(code: str, gegeven: Any, woorden: str) -> None:
    vraag = next(v for v in EIGEN if v.code == code)

    assert in_woorden(vraag, gegeven) == woorden


@rij_voor_rij(
    ("gegeven", "besproken"),
    [
        (None, False),
        ({"antwoord": "niet_gevraagd"}, False),
        ({"antwoord": "wil_niet_zeggen"}, True),
        (antwoord("1"), True),
    ],
)
def test_wie_iets_niet_wil_zeggen_is_wel_gevraagd(
    gegeven: Any, besproken: bool
) -> None:
    assert is_besproken(gegeven) is besproken


# --- Onderwerpen ----------------------------------------------------------------------


@rij_voor_rij(
    ("naam", "code"),
    [
        ("werk", "werk"),
        ("Geldzaken en post", "eigen_geldzaken_en_post"),
        ("Café's", "eigen_cafe_s"),
        ("Werk", "eigen_werk"),
        ("情報", ""),
        ("", ""),
    ],
)
def test_een_onderwerp_als_woord(naam: str, code: str) -> None:
    assert domeincode(naam) == code


def test_alle_onderwerpen_heten_ergens_naar() -> None:
    assert list(onderwerpen(EIGEN)) == ["leren", "eigen_geldzaken_en_post"]
    namen = alle_onderwerpen(EIGEN)
    assert len(namen) == len(Domein) + 1
    assert namen["leren"] == "Leren en reizen"
    assert namen["eigen_geldzaken_en_post"] == "Geldzaken en post"


# --- Wat niet gevraagd mag worden -----------------------------------------------------


@rij_voor_rij(
    ("tekst", "wat"),
    [
        ("Welke ziekte hebt u?", "diagnose"),
        ("Bent u ZWANGER?", "diagnose"),
        ("Gebruikt u medicijnen?", "diagnose"),
        ("Wat is uw geloof?", "geloof"),
        ("Gaat u naar de moskee?", "geloof"),
        ("Wat is uw afkomst?", "herkomst"),
        ("Van welke stam bent u?", "herkomst"),
        ("Wat is uw nationaliteit?", "herkomst"),
        ("Bent u lid van een vakbond?", "politiek"),
        ("Kunt u fietsen?", ""),
        ("Hoe is het in de straat en op de stambaan?", ""),
        ("Hebt u een ziekenfonds of zorgverzekering?", ""),
        ("", ""),
    ],
)
def test_wat_niet_gevraagd_mag_worden(tekst: str, wat: str) -> None:
    gevonden = mag_niet(tekst)

    assert wat in gevonden
    assert bool(gevonden) is bool(wat)


def test_geen_vaste_vraag_vraagt_wat_niet_mag() -> None:
    toegestaan = {"gezondheid_aanpassing"}  # zegt zelf dat er geen diagnose in hoort

    fout = [v.code for v in VRAGEN if mag_niet(v.vraag) and v.code not in toegestaan]
    assert fout == []
    assert all(grond.wel.endswith(".") for grond in VERBODEN)


@rij_voor_rij(
    ("anders", "veld"),
    [
        pytest.param({}, "", id="goed"),
        pytest.param({"domein": "Geldzaken"}, "", id="eigen_onderwerp"),
        pytest.param({"domein": "WERK"}, "domein", id="onderwerp_is_er_al"),
        pytest.param({"domein": "Leren en Reizen"}, "domein", id="opschrift_is_er_al"),
        pytest.param({"domein": "!!"}, "domein", id="onderwerp_zonder_letters"),
        pytest.param({"domein": "Geloof"}, "domein", id="onderwerp_mag_niet"),
        pytest.param({"vraag": "Welke diagnose?"}, "vraag", id="vraag_mag_niet"),
        pytest.param({"hulptekst": "Vraag het geloof"}, "hulptekst", id="hulp_mag_niet"),
        pytest.param({"keuzes": ()}, "keuzes", id="geen_keuzes"),
        pytest.param({"keuzes": ("Ja",)}, "keuzes", id="een_keuze"),
        pytest.param({"keuzes": ("Ja", "ja")}, "keuzes", id="twee_keer"),
        pytest.param({"keuzes": ("Ja", "x" * 80)}, "", id="langste_keuze"),
        pytest.param({"keuzes": ("Ja", "x" * 81)}, "keuzes", id="te_lange_keuze"),
        pytest.param({"keuzes": ("Kerk", "Nee")}, "keuzes", id="keuze_mag_niet"),
        pytest.param(
            {"keuzes": tuple(map(str, range(MEESTE_KEUZES)))}, "", id="meeste_keuzes"
        ),
        pytest.param(
            {"keuzes": tuple(map(str, range(MEESTE_KEUZES + 1)))}, "keuzes",
            id="te_veel_keuzes",
        ),
        pytest.param({"soort": "tekst"}, "keuzes", id="keuzes_bij_tekst"),
        pytest.param({"soort": "tekst", "keuzes": ()}, "", id="tekst"),
        pytest.param({"soort": "getal", "keuzes": ()}, "hoogste", id="geen_grenzen"),
        pytest.param(
            {"soort": "getal", "keuzes": (), "laagste": 5, "hoogste": 5}, "hoogste",
            id="grenzen_gelijk",
        ),
        pytest.param(
            {"soort": "getal", "keuzes": (), "laagste": 5, "hoogste": 6}, "", id="getal"
        ),
        pytest.param(
            {"soort": "getal", "keuzes": (), "hoogste": 100_001}, "hoogste", id="te_hoog"
        ),
    ],
)  # fmt: skip
def test_of_een_eigen_vraag_klopt(anders: Any, veld: str) -> None:
    assert list(vraagfouten(replace(FIETSEN, **anders))) == ([veld] if veld else [])


def test_elke_soort_antwoord_wordt_gelezen() -> None:
    assert {als_vraag(replace(FIETSEN, soort=s)).soort for s in Antwoordsoort} == set(
        Antwoordsoort
    )


# --- Wat het betekent voor het plan ---------------------------------------------------


@rij_voor_rij(
    ("uitkomst", "fout"),
    [
        ({"soort": "kans", "tekst": "Zoekt werk"}, ""),
        ({"soort": "kans", "tekst": "x" * LANGSTE}, ""),
        ({"soort": "kans", "tekst": "x" * (LANGSTE + 1)}, "hooguit 500 tekens"),
        ({"soort": "kans", "tekst": "  "}, "in eigen woorden"),
        ({"soort": "kans", "tekst": 4}, "in eigen woorden"),
        ({"soort": "kans"}, "in eigen woorden"),
        ({"soort": "risico", "tekst": "x"}, "kies wat dit betekent"),
        ({}, "kies wat dit betekent"),
    ],
)
def test_uitkomst_van_een_onderwerp(uitkomst: Any, fout: str) -> None:
    gevonden = uitkomstfouten({"werk": uitkomst})

    assert fout in gevonden.get("werk", "")
    assert bool(gevonden) is bool(fout)


def test_een_eigen_onderwerp_heeft_ook_een_uitkomst() -> None:
    uitkomst = {"eigen_geldzaken_en_post": {"soort": "actie_nodig", "tekst": "Hulp"}}

    assert uitkomstfouten(uitkomst, EIGEN) == {}
    assert "bestaat niet" in uitkomstfouten(uitkomst)["eigen_geldzaken_en_post"]


def test_de_intake_geeft_het_plan_een_begin() -> None:
    gegeven = {
        "ambitie_doel": antwoord("werk"),
        "ambitie_beroep": {"antwoord": "onbekend"},
        "werk_beroep": antwoord("Bakker"),
    }
    uitkomsten = {
        "ambitie": {"soort": "kans", "tekst": "Weet wat zij wil"},
        "taal_en_geletterdheid": {"soort": "aandachtspunt", "tekst": "Nieuw schrift"},
        "opleiding": {"soort": "kans", "tekst": "Diploma waarderen"},
        "werk": {"soort": "kans", "tekst": "Bakkerij zoekt mensen"},
        "eigen_geldzaken_en_post": {"soort": "actie_nodig", "tekst": "Post samen lezen"},
    }  # fmt: skip

    assert begintekst(gegeven, uitkomsten, (*VRAGEN, *EIGEN)) == {
        "wensen": "Wat wilt u over drie jaar doen? Betaald werk.\n"
        "Wensen voor de toekomst: Weet wat zij wil",
        "doelen": "Opleiding: Diploma waarderen\n"
        "Taal en lezen en schrijven: Nieuw schrift",
        "participatie": "Werk: Bakkerij zoekt mensen",
        "begeleiding": "Geldzaken en post: Post samen lezen",
    }


def test_een_lege_intake_geeft_niets() -> None:
    assert begintekst({}, {}, VRAGEN) == {}
