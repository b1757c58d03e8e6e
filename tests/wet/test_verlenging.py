"""Per grond voor verlenging: welke voorwaarden zijn vervuld, welke niet, welke onbekend."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inburgering.wet.begrippen import (
    TAALONDERDELEN,
    Alfabetisering,
    DUOBesluitsoort,
    Niveau,
    Onderdeel,
    Urensoort,
    Verlengingsgrond,
    Verlengwijze,
    Voldoet,
)
from inburgering.wet.feiten import Feiten, Instelling
from inburgering.wet.kalender import DAG, plus_maanden
from inburgering.wet.moment import moment
from inburgering.wet.parameters import parameter
from inburgering.wet.verlenging import (
    AMBTSHALVE,
    VERLENGINGSGRONDEN,
    Uitzicht,
    in_woorden,
    uitzicht,
)
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    ASIEL,
    GEZIN,
    ONDERWIJS,
    Z,
    aanbod,
    besluit,
    d,
    examen,
    feiten,
    map_,
    op_route,
    pip,
    pvt,
    traject,
    uren,
)


G, B = Verlengingsgrond, DUOBesluitsoort
JA, NEE, ONBEKEND = Voldoet.JA, Voldoet.NEE, Voldoet.ONBEKEND


def zicht(dossier: Feiten, grond: Verlengingsgrond, op: str = "2027-10-01") -> Uitzicht:
    (gevonden,) = [u for u in uitzicht(dossier, d(op)) if u.grond == grond]
    return gevonden


def eis(u: Uitzicht, begin: str) -> Voldoet:
    (gevonden,) = [e.voldoet for e in u.eisen if e.voorwaarde.startswith(begin)]
    return gevonden


def test_elke_grond_heeft_een_rij_met_wijze_voorwaarden_en_artikel() -> None:
    assert [r.grond for r in VERLENGINGSGRONDEN] == list(Verlengingsgrond)
    for regel in VERLENGINGSGRONDEN:
        assert regel.eisen
        assert regel.bron.artikel
    assert {G.INSPANNING} == AMBTSHALVE


@rij_voor_rij(
    ("op", "bestaat"),
    [
        pytest.param("2022-12-31", False, id="dag_ervoor"),
        pytest.param("2023-01-01", True, id="eerste_dag"),
        pytest.param("2026-01-01", True, id="daarna"),
    ],
)
def test_de_opleiding_is_een_grond_sinds_de_wijziging(op: str, bestaat: bool) -> None:
    gronden = {u.grond for u in uitzicht(feiten(), d(op))}

    assert (G.OPLEIDING in gronden) is bestaat
    assert gronden | {G.OPLEIDING} == set(G)


def test_een_grond_kan_ook_ophouden() -> None:
    tot = replace(VERLENGINGSGRONDEN[0], geldig_tot=d("2026-07-01"))

    assert tot.geldt_op(d("2026-06-30"))
    assert not tot.geldt_op(d("2026-07-01"))


@rij_voor_rij(
    ("grond", "duur", "opnieuw"),
    [
        (G.ALFABETISERING, "", False),
        (G.OPLEIDING, "", True),
        (G.BEVALLING, "16 weken (niet bevestigd)", True),
        (G.ZIEKTE, "", True),
        (G.INSPANNING, "6 maanden (niet bevestigd)", False),
        (G.OVERIG, "", True),
    ],
)
def test_de_lengte_staat_er_alleen_waar_zij_gevonden_is(
    grond: Verlengingsgrond, duur: str, opnieuw: bool
) -> None:
    u = zicht(op_route(), grond)

    assert (u.duur, u.herhaalbaar) == (duur, opnieuw)


def test_een_bevestigde_lengte_heeft_geen_merk() -> None:
    assert in_woorden(moment(op_route(), d("2027-10-01")), "pip_weken") == "10 weken"


@rij_voor_rij(
    ("begin", "einde"),
    [
        pytest.param(
            "2027-12-01", "2028-03-22", id="over_de_jaarwisseling_en_29_februari"
        ),
        pytest.param("2026-12-01", "2027-03-23", id="over_een_gewone_februari"),
    ],
)
def test_zestien_weken_na_een_bevalling(begin: str, einde: str) -> None:
    weken = parameter("verlenging_geboorte_weken", d(begin)).waarde

    assert d(begin) + 7 * weken * DAG == d(einde)


# --- Gevraagd in het laatste half jaar ------------------------------------------------


@rij_voor_rij(
    ("op", "voldoet"),
    [
        pytest.param("2027-09-05", NEE, id="dag_te_vroeg"),
        pytest.param("2027-09-06", JA, id="eerste_dag"),
        pytest.param("2028-03-05", JA, id="laatste_dag"),
        pytest.param("2028-03-06", NEE, id="dag_te_laat"),
    ],
)
def test_in_het_laatste_half_jaar(op: str, voldoet: Voldoet) -> None:
    assert eis(zicht(op_route(), G.ZIEKTE, op), "gevraagd in") == voldoet


def test_zonder_einde_is_het_laatste_half_jaar_niet_bekend() -> None:
    stil = besluit(B.VRIJSTELLING_TIJDELIJK, "2026-02-01")

    for dossier, feit in (
        (feiten(), "nog geen PIP"),
        (op_route(duo_besluiten=(stil,)), "staat stil"),
    ):
        (gevonden,) = [
            e
            for e in zicht(dossier, G.ZIEKTE, "2026-06-01").eisen
            if e.voorwaarde.startswith("gevraagd in")
        ]
        assert gevonden.voldoet == ONBEKEND
        assert feit in gevonden.feit


@rij_voor_rij(
    ("grond",), [G.ZIEKTE, G.OVERLIJDEN, G.BEVALLING, G.DAKLOOS, G.SCHOOL, G.OVERIG]
)
def test_wat_alleen_duo_weet_is_hier_niet_bekend(grond: Verlengingsgrond) -> None:
    u = zicht(op_route(), grond)

    assert u.wijze == Verlengwijze.OP_VERZOEK
    assert u.voldoet == ONBEKEND
    assert "beoordeelt DUO" in u.eisen[0].feit


# --- Alfabetisering, opleiding, aanbod ------------------------------------------------


@rij_voor_rij(
    ("soort", "voldoet"),
    [
        (Alfabetisering.ANALFABEET, JA),
        (Alfabetisering.ANDERS_GEALFABETISEERD, JA),
        (Alfabetisering.NIET_VAN_TOEPASSING, NEE),
    ],
)
def test_alfabetisering(soort: Alfabetisering, voldoet: Voldoet) -> None:
    dossier = op_route(pips=(pip(alfabetisering=soort),))

    assert zicht(dossier, G.ALFABETISERING).voldoet == voldoet
    assert eis(zicht(feiten(), G.ALFABETISERING), "alfabetisering") == ONBEKEND


@rij_voor_rij(
    ("grond", "besluiten", "voldoet"),
    [
        pytest.param("", (), JA, id="nooit"),
        pytest.param("alfabetisering", (B.VERLENGING,), ONBEKEND, id="al_eens"),
        pytest.param("ziekte", (B.VERLENGING,), JA, id="op_een_andere_grond"),
        pytest.param("alfabetisering", (B.VERLENGING_AFGEWEZEN,), JA, id="afgewezen"),
    ],
)
def test_nog_eens_op_dezelfde_grond_is_niet_bevestigd(
    grond: str, besluiten: Any, voldoet: Voldoet
) -> None:
    rijen = tuple(besluit(s, "2026-01-15", grond=grond) for s in besluiten)
    u = zicht(op_route(duo_besluiten=rijen), G.ALFABETISERING)

    assert eis(u, "nog niet eerder") == voldoet


@rij_voor_rij(("mag", "voldoet"), [(True, JA), (False, ONBEKEND)])
def test_opleiding_die_men_mocht_afmaken(mag: bool, voldoet: Voldoet) -> None:
    dossier = op_route(pips=(pip(mag_opleiding_afmaken=mag),))

    assert zicht(dossier, G.OPLEIDING).voldoet == voldoet
    assert eis(zicht(feiten(), G.OPLEIDING), "volgde") == ONBEKEND


@rij_voor_rij(
    ("rijen", "op", "planning"),
    [
        pytest.param((), "2025-04-02", "binnen", id="laatste_dag_van_de_planning"),
        pytest.param((), "2025-04-03", "later dan", id="dag_erna_nog_niets"),
        pytest.param(
            (aanbod(aangeboden_op=d("2025-04-02")),),
            "2027-10-01",
            "binnen",
            id="op_tijd",
        ),
        pytest.param(
            (aanbod(aangeboden_op=d("2025-04-03")),),
            "2027-10-01",
            "later dan",
            id="later",
        ),
        pytest.param(
            (aanbod(aangeboden_op=d("2025-05-01")), aanbod(id=2)),
            "2027-10-01",
            "binnen",
            id="het_eerste_telt",
        ),
    ],
)
def test_of_de_gemeente_te_laat_was_zegt_onze_planning_niet(
    rijen: Any, op: str, planning: str
) -> None:
    eisen = zicht(op_route(aanbod=rijen), G.GEMEENTE_LAAT, op).eisen
    laat = next(e for e in eisen if e.voorwaarde.startswith("de gemeente"))

    assert laat.voldoet == ONBEKEND
    assert f", {planning} de eigen planning van 4 weken" in laat.feit


def test_zonder_pip_of_zonder_recht_op_aanbod_is_niemand_te_laat() -> None:
    gezin = op_route(traject=traject(doelgroep=GEZIN))

    assert eis(zicht(gezin, G.GEMEENTE_LAAT), "de gemeente") == NEE
    assert eis(zicht(feiten(), G.GEMEENTE_LAAT), "de gemeente") == ONBEKEND


# --- Veel inspanning ------------------------------------------------------------------

LEZEN, LUISTEREN = TAALONDERDELEN[:2]
TWEE = (examen(LEZEN), examen(LUISTEREN))
KNM = examen(Onderdeel.KNM)
LESSEN = (uren(500), uren(40, Urensoort.KNM))


def inspanning(doelgroep: Any = ASIEL, **velden: Any) -> Feiten:
    """Iemand die aan alles voldoet: twee taalexamens, KNM, PVT, MAP en de lessen."""
    standaard = {
        "traject": traject(doelgroep=doelgroep),
        "pips": (pip(intensiteit=540),),
        "examens": (*TWEE, KNM),
        "pvt": (pvt(),),
        "map": (map_(),),
        "uren": LESSEN,
    }
    return op_route(**standaard | velden)


def test_een_asielstatushouder_die_aan_alles_voldoet() -> None:
    u = zicht(inspanning(), G.INSPANNING)

    assert u.wijze == Verlengwijze.AMBTSHALVE
    assert {e.voldoet for e in u.eisen} == {JA}
    assert u.voldoet == JA
    assert str(u.bron) == "Besluit art. 4.4 (niet bevestigd)"


@rij_voor_rij(
    ("velden", "welke", "voldoet"),
    [
        pytest.param({"pips": (pip(leerroute=Z),)}, "volgt de B1", NEE, id="z_route"),
        pytest.param(
            {"pips": (pip(leerroute=ONDERWIJS),)},
            "volgt de B1",
            NEE,
            id="onderwijsroute",
        ),
        pytest.param({"pips": ()}, "volgt de B1", ONBEKEND, id="zonder_pip"),
        pytest.param({"examens": TWEE[:1]}, "2 van de 4", NEE, id="een_examen"),
        pytest.param({"examens": TWEE}, "2 van de 4", JA, id="twee_examens"),
        pytest.param({"examens": ()}, "2 van de 4", NEE, id="geen_examen"),
        pytest.param(
            {"examens": (TWEE[0], examen(LUISTEREN, niveau=Niveau.A2))},
            "2 van de 4",
            NEE,
            id="onder_het_niveau_van_het_pip",
        ),
        pytest.param({"examens": TWEE}, "KNM gehaald", NEE, id="zonder_knm"),
        pytest.param({"pvt": ()}, "PVT en MAP", NEE, id="zonder_pvt"),
        pytest.param({"map": ()}, "PVT en MAP", NEE, id="zonder_map"),
        pytest.param({"pips": ()}, "PVT en MAP", NEE, id="geen_onderdelen_bekend"),
        pytest.param(
            {"uren": LESSEN[:1]}, "alle lessen", NEE, id="veertig_uur_te_weinig"
        ),
        pytest.param(
            {"pips": (pip(intensiteit=541),)},
            "alle lessen",
            NEE,
            id="een_uur_te_weinig",
        ),
        pytest.param({"pips": (pip(),)}, "alle lessen", ONBEKEND, id="pip_zonder_uren"),
        pytest.param({"pips": ()}, "alle lessen", ONBEKEND, id="geen_pip"),
        pytest.param({"pips": ()}, "de termijn loopt", ONBEKEND, id="geen_termijn"),
    ],
)
def test_wat_er_bij_een_asielstatushouder_nog_ontbreekt(
    velden: Any, welke: str, voldoet: Voldoet
) -> None:
    assert eis(zicht(inspanning(**velden), G.INSPANNING), welke) == voldoet


@rij_voor_rij(
    ("op", "voldoet"),
    [
        pytest.param("2027-09-05", NEE, id="dag_te_vroeg"),
        pytest.param("2027-09-06", JA, id="tweeenhalf_jaar"),
        pytest.param("2027-09-07", JA, id="dag_erna"),
    ],
)
def test_de_termijn_loopt_tweeenhalf_jaar(op: str, voldoet: Voldoet) -> None:
    u = zicht(inspanning(), G.INSPANNING, op)

    assert eis(u, "de termijn loopt") == voldoet
    assert u.voldoet == voldoet
    assert plus_maanden(d("2025-03-06"), 30) == d("2027-09-06")


@rij_voor_rij(
    ("gevolgd", "cursus", "knm"),
    [
        pytest.param((uren(449),), NEE, ONBEKEND, id="een_uur_te_weinig"),
        pytest.param((uren(450),), JA, ONBEKEND, id="precies_genoeg_zonder_knm"),
        pytest.param((uren(451), uren(30, Urensoort.KNM)), JA, ONBEKEND, id="met_knm"),
        pytest.param(
            (uren(450, met_keurmerk=False),), NEE, ONBEKEND, id="zonder_keurmerk"
        ),
        pytest.param((uren(450, Urensoort.KNM),), NEE, ONBEKEND, id="alleen_knm"),
    ],
)
def test_een_gezinsmigrant_volgt_450_uur(
    gevolgd: Any, cursus: Voldoet, knm: Voldoet
) -> None:
    u = zicht(inspanning(GEZIN, uren=gevolgd, pips=(pip(),)), G.INSPANNING)

    assert eis(u, "450 cursusuren") == cursus
    assert eis(u, "KNM-lessen") == knm
    assert not [e for e in u.eisen if e.voorwaarde.startswith("alle lessen")]
    assert u.voldoet == (NEE if cursus == NEE else ONBEKEND)


def test_een_getal_dat_de_gemeente_instelde_telt() -> None:
    minder = Instelling(
        naam="verlenging_inspanning_examens",
        waarde=1,
        geldig_vanaf=date(2026, 1, 1),
        vastgelegd_op=date(2026, 1, 1),
    )
    dossier = inspanning(examens=(TWEE[0], KNM), instellingen=(minder,))

    assert zicht(dossier, G.INSPANNING).voldoet == JA
