"""De vragen van de beginsituatie: volledig, vergelijkbaar en nooit verplicht."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inburgering.wet import intake
from inburgering.wet.handelingen import Handeling
from inburgering.wet.intake import (
    ISCED,
    MAX_TEKST,
    VRAAG,
    VRAGEN,
    Antwoordsoort,
    Domein,
    Opleidingsniveau,
    Vraag,
    antwoordfout,
    antwoordfouten,
    onbeantwoord,
    onbeantwoorde_domeinen,
    volledigheid,
    vragen,
)
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import NietToegestaan
from tests.elk import bij_elk, rij_voor_rij
from tests.wet.bouw import d, feiten


VANDAAG = d("2026-03-02")


def antwoord(waarde: Any, soort: str = "beantwoord") -> dict[str, Any]:
    return {"antwoord": soort, "waarde": waarde}


@rij_voor_rij(
    ("code", "gegeven", "fout"),
    [
        pytest.param("opleiding_niveau", antwoord("bachelor"), "", id="keuze"),
        pytest.param(
            "opleiding_niveau",
            antwoord("lts"),
            "kies een antwoord uit de lijst",
            id="niet_in_lijst",
        ),
        pytest.param(
            "opleiding_niveau", antwoord(None), "kies een antwoord", id="keuze_leeg"
        ),
        pytest.param("werk_jaren", antwoord(0), "", id="nul_jaar_mag"),
        pytest.param("werk_jaren", antwoord(60), "", id="hoogste_getal"),
        pytest.param("werk_jaren", antwoord(61), "van 0 tot en met 60", id="te_hoog"),
        pytest.param("werk_jaren", antwoord(-1), "van 0 tot en met 60", id="te_laag"),
        pytest.param(
            "werk_jaren", antwoord("5"), "heel getal", id="tekst_is_geen_getal"
        ),
        pytest.param("werk_jaren", antwoord(True), "heel getal", id="ja_is_geen_getal"),
        pytest.param("werk_beroep", antwoord("Bakker"), "", id="tekst"),
        pytest.param(
            "werk_beroep", antwoord("  "), "vul een antwoord in", id="tekst_leeg"
        ),
        pytest.param(
            "werk_beroep", antwoord(5), "vul een antwoord in", id="getal_is_geen_tekst"
        ),
        pytest.param("werk_beroep", antwoord("x" * MAX_TEKST), "", id="langste_tekst"),
        pytest.param(
            "werk_beroep",
            antwoord("x" * (MAX_TEKST + 1)),
            "hooguit 1000 tekens",
            id="te_lang",
        ),
        pytest.param(
            "werk_beroep", antwoord("", "niet_gevraagd"), "", id="niet_gevraagd"
        ),
        pytest.param("werk_beroep", antwoord(None, "onbekend"), "", id="onbekend"),
        pytest.param(
            "werk_beroep", {"antwoord": "wil_niet_zeggen"}, "", id="wil_niet_zeggen"
        ),
        pytest.param(
            "werk_beroep",
            antwoord("Bakker", "onbekend"),
            "laat het antwoord leeg",
            id="toch_iets",
        ),
        pytest.param(
            "werk_beroep", {}, "kies of de vraag is beantwoord", id="geen_soort"
        ),
        pytest.param(
            "werk_beroep", antwoord("x", "misschien"), "kies of", id="vreemde_soort"
        ),
        pytest.param(
            "schoenmaat", antwoord(43), "bestaat niet", id="vraag_bestaat_niet"
        ),
    ],
)
def test_antwoord(code: str, gegeven: dict[str, Any], fout: str) -> None:
    gevonden = antwoordfout(code, gegeven)

    assert fout in gevonden
    assert bool(gevonden) is bool(fout)


def test_alle_fouten_per_vraag() -> None:
    fouten = antwoordfouten(
        {
            "werk_jaren": antwoord(99),
            "werk_beroep": antwoord("Bakker"),
            "opleiding_niveau": antwoord("lts"),
        }
    )

    assert list(fouten) == ["werk_jaren", "opleiding_niveau"]


def test_weigeren_noemt_de_vraag_en_het_artikel() -> None:
    def vul_in(jaren: int) -> None:
        gegevens = {"antwoorden": {"werk_jaren": antwoord(jaren)}}
        toets(Handeling.INTAKE_INVULLEN, feiten(), gegevens, d("2025-03-01"))

    with pytest.raises(NietToegestaan, match="Vul een getal van 0") as fout:
        vul_in(99)

    assert fout.value.veld == "werk_jaren"
    assert str(fout.value.bron) == "Wi2021 art. 14 lid 3"
    vul_in(9)


def test_volledigheid_telt_wat_inhoud_heeft() -> None:
    antwoorden = {
        "werk_jaren": antwoord(9),
        "werk_beroep": antwoord(None, "onbekend"),
    }

    assert volledigheid(antwoorden, VANDAAG) == (1, len(VRAGEN))
    assert volledigheid({}, VANDAAG) == (0, len(VRAGEN))


def test_onbeantwoord_is_zonder_enig_antwoord() -> None:
    overal = {vraag.code: antwoord(None, "niet_gevraagd") for vraag in VRAGEN}

    assert onbeantwoord(overal, VANDAAG) == ()
    del overal["ambitie_doel"], overal["ambitie_beroep"], overal["werk_jaren"]
    open_ = onbeantwoord(overal, VANDAAG)
    assert [vraag.code for vraag in open_] == [
        "werk_jaren",
        "ambitie_doel",
        "ambitie_beroep",
    ]
    assert onbeantwoorde_domeinen(open_) == (Domein.WERK, Domein.AMBITIE)


@pytest.mark.parametrize(
    ("dag", "geldt"),
    [
        ("2026-06-30", False),
        ("2026-07-01", True),
        ("2026-12-31", True),
        ("2027-01-01", False),
    ],
)
def test_een_vraag_geldt_van_tot(
    dag: str, geldt: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    tijdelijk = replace(
        VRAGEN[0], geldig_vanaf=date(2026, 7, 1), geldig_tot=date(2027, 1, 1)
    )
    monkeypatch.setattr(intake, "VRAGEN", (tijdelijk,))

    assert bool(vragen(d(dag))) is geldt


@bij_elk(VRAGEN, lambda vraag: vraag.code)
def test_elke_vraag_klopt(vraag: Vraag) -> None:
    assert vraag.vraag.endswith(("?", ")"))
    assert bool(vraag.keuzes) is (vraag.soort == Antwoordsoort.KEUZE)
    assert (vraag.grenzen != (0, 0)) is (vraag.soort == Antwoordsoort.GETAL)
    assert bool(vraag.eenheid) is (vraag.soort == Antwoordsoort.GETAL)
    codes = [code for code, _ in vraag.keuzes]
    assert len(codes) == len(set(codes))


def test_elk_onderwerp_van_de_rekenkamer_wordt_gevraagd() -> None:
    assert len(VRAAG) == len(VRAGEN)
    assert {vraag.domein for vraag in VRAGEN} == set(Domein)
    for nodig in (
        "opleiding_niveau",
        "opleiding_diploma",
        "werk_jaren",
        "werk_niveau",
        "taal_lezen_schrijven",
        "digitaal_niveau",
        "gezondheid_belastbaar",
        "zorg_kinderopvang",
        "ambitie_doel",
    ):
        assert nodig in VRAAG


@rij_voor_rij(
    ("woord",),
    ["geloof", "godsdienst", "herkomst", "ras", "diagnose?", "ziekte", "medicijn"],
)
def test_geen_vraag_naar_wat_niet_mag(woord: str) -> None:
    assert all(woord not in vraag.vraag.lower().split() for vraag in VRAGEN)


def test_opleiding_is_vergelijkbaar_over_landen() -> None:
    assert set(ISCED) == set(Opleidingsniveau)
    niveaus = [ISCED[niveau] for niveau in Opleidingsniveau]
    assert niveaus == sorted(niveaus)
    assert (niveaus[0], niveaus[-1]) == (0, 8)
