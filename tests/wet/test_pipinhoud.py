"""Wat een PIP moet zeggen, per groep en leerroute, en hoe vaak men elkaar spreekt."""

from datetime import date
from typing import Any

import pytest

from inburgering.wet.begrippen import Afspraakonderwerp, Grondslag, Termijnsoort
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import Handeling
from inburgering.wet.pipinhoud import INHOUD, MAP_THEMAS
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import NietToegestaan
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    ASIEL,
    B1,
    GEZIN,
    ONDERWIJS,
    Z,
    aanbod,
    afspraak,
    begeleiding,
    besproken,
    concept,
    d,
    feiten,
    gesprek,
    ontzorgen,
    op_route,
    over_alles,
    pip,
    traject,
    van_elders,
)


H = Handeling
OP = d("2025-03-04")


def met_concept(doelgroep: Any = ASIEL, velden: Any = None, **anders: Any) -> Feiten:
    """Een traject dat alleen nog het vaststellen van dit PIP vraagt."""
    return op_route(
        traject=traject(doelgroep=doelgroep),
        pips=(besproken(**velden or {}),),
        **anders,
    )


def ontbreekt(dossier: Feiten, op: date = OP) -> list[str]:
    return [o.feit for o in stand(dossier, op).ontbrekend]


def meldt(dossier: Feiten, op: date = OP) -> list[str]:
    return [m.tekst for m in stand(dossier, op).meldingen if "hoort ook" in m.tekst]


def uitkomst(
    handeling: Handeling, dossier: Feiten | None = None, **gegevens: Any
) -> str:
    try:
        gevonden = toets(handeling, dossier or feiten(), gegevens, OP)
    except NietToegestaan as fout:
        return f"geweigerd {fout.veld}: {fout.reden}"
    return " ".join(m.tekst for m in gevonden)


# --- Wat erin moet --------------------------------------------------------------------


@rij_voor_rij(("doelgroep",), [ASIEL, GEZIN])
@rij_voor_rij(("leerroute",), [B1, ONDERWIJS, Z])
def test_een_volledig_pip_kan_worden_vastgesteld(
    doelgroep: Any, leerroute: Any
) -> None:
    velden: dict[str, Any] = {"leerroute": leerroute}
    if doelgroep == GEZIN:
        velden["intensiteit"] = None
    dossier = met_concept(doelgroep, velden)

    assert ontbreekt(dossier) == []
    assert stand(dossier, OP).handelingen[H.PIP_VASTSTELLEN].toegestaan


@rij_voor_rij(
    ("velden", "doelgroep", "feit"),
    [
        ({"begeleiding": ""}, ASIEL, "pip_begeleiding"),
        ({"begeleiding": "  "}, GEZIN, "pip_begeleiding"),
        ({"voortgang": ""}, GEZIN, "pip_voortgang"),
        ({"gesprek_weken": None}, ASIEL, "pip_voortgang"),
        ({"pvt_uren": None}, GEZIN, "pip_pvt_uren"),
        ({"pvt_uren": None, "leerroute": ONDERWIJS}, GEZIN, "pip_pvt_uren"),
        ({"map_uren": None}, GEZIN, "pip_map_uren"),
        ({"map_uren": None, "leerroute": Z}, ASIEL, "pip_map_uren"),
        ({"intensiteit": None}, ASIEL, "pip_intensiteit"),
    ],
)
def test_wat_ontbreekt_houdt_het_vaststellen_tegen(
    velden: Any, doelgroep: Any, feit: str
) -> None:
    """Het ontbreekt met zijn artikel, zolang het concept open is."""
    dossier = met_concept(doelgroep, velden)
    nu = stand(dossier, OP)
    (mist,) = nu.ontbrekend
    oordeel = nu.handelingen[H.PIP_VASTSTELLEN]

    assert (mist.feit, mist.voor) == (feit, H.PIP_VASTSTELLEN)
    assert mist.bron.zekerheid in ("A", "B")
    assert not oordeel.toegestaan
    assert "In het concept-PIP ontbreekt: " in oordeel.reden
    assert oordeel.bron == mist.bron


@rij_voor_rij(
    ("velden", "doelgroep"),
    [
        ({"map_uren": None, "leerroute": ONDERWIJS}, ASIEL),
        ({"intensiteit": None, "leerroute": Z}, ASIEL),
        ({"intensiteit": None}, GEZIN),
    ],
)
def test_wat_niet_bij_groep_of_leerroute_hoort_ontbreekt_niet(
    velden: Any, doelgroep: Any
) -> None:
    assert ontbreekt(met_concept(doelgroep, velden)) == []


def test_zonder_concept_ontbreekt_er_geen_inhoud() -> None:
    leeg = concept(begeleiding="", besproken_op=None)
    gewijzigd = op_route(pips=(pip(), leeg))

    assert ontbreekt(op_route(), d("2025-03-06")) == []
    assert "pip_begeleiding" not in ontbreekt(op_route(pips=()))
    assert ontbreekt(gewijzigd, d("2025-03-06")) == ["pip_begeleiding"]


def test_elke_rij_van_het_pip_heeft_een_naam_en_een_artikel() -> None:
    assert len({rij.naam for rij in INHOUD}) == len(INHOUD)
    for rij in INHOUD:
        assert rij.naam.startswith("pip_")
        assert rij.bron.artikel
        assert rij.verplicht is rij.bron.zekerheid.bevestigd
    assert len(MAP_THEMAS) == 8


# --- Wat een asielstatushouder extra krijgt -------------------------------------------

EXTRA = {
    "maatschappelijke begeleiding": (
        {"afspraken": (afspraak(onderwerp=Afspraakonderwerp.BEGELEIDING),)},
        {"begeleidingen": (begeleiding(),)},
    ),
    "financieel ontzorgen": (
        {"afspraken": (afspraak(onderwerp=Afspraakonderwerp.ONTZORGEN),)},
        {"ontzorgen": (ontzorgen(),)},
    ),
    "inburgeringsaanbod": (
        {"afspraken": (afspraak(onderwerp=Afspraakonderwerp.TAAL),)},
        {"aanbod": (aanbod(aangeboden_op=d("2025-03-01")),)},
    ),
    "verplichtingen uit de Participatiewet": (
        {
            "afspraken": (
                afspraak(
                    onderwerp=Afspraakonderwerp.THUIS,
                    grondslag=Grondslag.PARTICIPATIEWET,
                ),
            )
        },
    ),
}


def test_wat_niet_bevestigd_is_wordt_gemeld() -> None:
    """Zolang het concept open is, en nog eens bij het vaststellen; nooit geweigerd."""
    dossier = met_concept(afspraken=())
    (tekst,) = meldt(dossier)

    assert all(wat in tekst for wat in EXTRA)
    assert "(niet bevestigd)" in tekst
    assert stand(dossier, OP).handelingen[H.PIP_VASTSTELLEN].toegestaan
    gedaan = uitkomst(H.PIP_VASTSTELLEN, dossier, id=9, dagtekening=OP)
    assert tekst in gedaan
    assert not gedaan.startswith("geweigerd")


@rij_voor_rij(
    ("wat", "feit"), [(wat, feit) for wat, rij in EXTRA.items() for feit in rij]
)
def test_een_afspraak_of_het_feit_zelf_is_genoeg(wat: str, feit: Any) -> None:
    assert wat in meldt(met_concept())[0]
    met_feit = meldt(met_concept(**feit), d("2025-03-05"))
    assert not any(wat in tekst for tekst in met_feit)


def test_wie_alles_heeft_of_geen_asielstatushouder_is_krijgt_geen_melding() -> None:
    na = d("2025-03-05")

    assert meldt(met_concept(afspraken=over_alles()), na) == []
    assert meldt(met_concept(GEZIN, {"intensiteit": None})) == []
    assert meldt(op_route(), na) == []


# --- De uren en de gesprekken ---------------------------------------------------------


@rij_voor_rij(("handeling",), [H.PIP_OPSTELLEN, H.PIP_VASTSTELLEN])
@rij_voor_rij(
    ("route", "uren", "uitslag"),
    [
        (B1, 39, "geweigerd map_uren: De MAP vraagt ten minste 40 uur"),
        (B1, 40, ""),
        (B1, 41, ""),
        (B1, None, ""),
        (Z, 39, "geweigerd map_uren: De MAP vraagt ten minste 40 uur"),
        (ONDERWIJS, 40, "geweigerd map_uren: De MAP hoort niet bij de onderwijsroute"),
        (ONDERWIJS, None, ""),
        (None, 40, ""),
    ],
)
def test_uren_van_de_map(
    handeling: Handeling, route: Any, uren: int | None, uitslag: str
) -> None:
    gevonden = uitkomst(handeling, leerroute=route, map_uren=uren)

    assert gevonden.startswith(uitslag)
    assert gevonden.startswith("geweigerd") is bool(uitslag)


@rij_voor_rij(
    ("uren", "melding"), [(11, True), (12, False), (13, False), (None, False)]
)
def test_uren_van_het_pvt_worden_gemeld(uren: int | None, melding: bool) -> None:
    gevonden = uitkomst(H.PIP_OPSTELLEN, pvt_uren=uren)

    assert ("ten minste 12 uur (niet bevestigd)" in gevonden) is melding
    assert "geweigerd" not in gevonden


@rij_voor_rij(
    ("weken", "geweigerd"),
    [(0, True), (1, False), (52, False), (53, True), (None, False), ("", False)],
)
def test_weken_tussen_twee_gesprekken(weken: Any, geweigerd: bool) -> None:
    gevonden = uitkomst(H.PIP_OPSTELLEN, gesprek_weken=weken)

    assert gevonden.startswith("geweigerd gesprek_weken: Vul") is geweigerd


@rij_voor_rij(("mag",), [True, False])
def test_een_opleiding_afmaken_stopt_de_termijn_niet(mag: bool) -> None:
    gevonden = uitkomst(H.PIP_OPSTELLEN, mag_opleiding_afmaken=mag)

    assert ("loopt ondertussen door" in gevonden) is mag


@rij_voor_rij(
    ("op", "grond"),
    [
        pytest.param("2022-12-31", False, id="voor_de_wijziging"),
        pytest.param("2023-01-01", True, id="op_de_dag"),
        pytest.param("2023-01-02", True, id="erna"),
    ],
)
def test_een_opleiding_is_een_grond_sinds_de_wijziging(op: str, grond: bool) -> None:
    gevonden = toets(H.PIP_OPSTELLEN, feiten(), {"mag_opleiding_afmaken": True}, d(op))

    assert ["grond om DUO" in m.tekst for m in gevonden] == [grond]


@rij_voor_rij(
    ("plan", "gesprekken", "uiterlijk", "reden"),
    [
        pytest.param(
            pip(gesprek_weken=None),
            (),
            "2025-06-03",
            "tenzij het PIP",
            id="eigen_planning",
        ),
        pytest.param(
            pip(gesprek_weken=1), (), "2025-03-11", "elke 1 week een", id="een"
        ),
        pytest.param(pip(gesprek_weken=4), (), "2025-04-01", "elke 4 weken", id="vier"),
        pytest.param(
            pip(gesprek_weken=4), (gesprek(),), "2025-05-28", "elke 4", id="na_gesprek"
        ),
        pytest.param(
            pip(gesprek_weken=4),
            (gesprek(volgend_gesprek_op=d("2025-05-10")),),
            "2025-05-10",
            "vorige gesprek",
            id="een_afspraak_gaat_voor",
        ),
        pytest.param(
            van_elders(), (), "2025-06-03", "tenzij het PIP", id="pip_van_elders"
        ),
    ],
)
def test_het_pip_zegt_hoe_vaak_er_een_gesprek_is(
    plan: Any, gesprekken: Any, uiterlijk: str, reden: str
) -> None:
    nu = stand(op_route(pips=(plan,), gesprekken=gesprekken), d("2025-05-05"))
    (t,) = [t for t in nu.termijnen if t.soort == Termijnsoort.VOORTGANGSGESPREK]

    assert t.uiterlijk == d(uiterlijk)
    assert reden in t.reden
    assert not t.wettelijk
