"""De leerroutes: onderdelen, niveaus, uren en wat een PIP mag zeggen."""

from typing import Any

import pytest

from inburgering.wet.begrippen import (
    TAALONDERDELEN,
    Doelgroep,
    DUOBesluitsoort,
    Examenresultaat,
    Leerroute,
    Niveau,
    Onderdeel,
    RedenGeenResultaat,
    Urensoort,
)
from inburgering.wet.feiten import Feiten
from inburgering.wet.leerroutes import (
    EISEN,
    Keuzes,
    eisen,
    haalt,
    heeft_onderdeel,
    pip_overtredingen,
    vereist_niveau,
)
from inburgering.wet.stand import stand
from inburgering.wet.uitkomst import Onderdeelstand
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    ASIEL,
    B1,
    GEZIN,
    ONDERWIJS,
    Z,
    besluit,
    d,
    examen,
    examens,
    map_,
    op_route,
    pip,
    pvt,
    traject,
    uren,
    z_behaald,
)


Deel = Onderdeel
OP = d("2027-01-01")
TALEN = [deel.value for deel in TAALONDERDELEN]


def onderdeel(feiten: Feiten, welk: Onderdeel) -> Onderdeelstand:
    (gevonden,) = [o for o in stand(feiten, OP).onderdelen if o.onderdeel == welk]
    return gevonden


# --- Welke onderdelen -----------------------------------------------------------------


@rij_voor_rij(
    ("route", "groep", "verwacht"),
    [
        pytest.param(B1, ASIEL, [*TALEN, "knm", "pvt", "map"], id="b1_asiel"),
        pytest.param(B1, GEZIN, [*TALEN, "knm", "pvt", "map"], id="b1_gezin"),
        pytest.param(
            ONDERWIJS,
            ASIEL,
            ["taalschakeltraject", *TALEN, "knm", "pvt"],
            id="onderwijs_asiel",
        ),
        pytest.param(
            ONDERWIJS,
            GEZIN,
            ["taalschakeltraject", *TALEN, "knm", "pvt"],
            id="onderwijs_gezin",
        ),
        pytest.param(
            Z,
            ASIEL,
            ["taaluren", "participatie_uren", "pvt", "map", "eindgesprek_z_route"],
            id="z_asiel",
        ),
        pytest.param(
            Z, GEZIN, ["taaluren", "pvt", "map", "eindgesprek_z_route"], id="z_gezin"
        ),
    ],
)
def test_onderdelen_per_leerroute(
    route: Leerroute, groep: Doelgroep, verwacht: list[str]
) -> None:
    assert [eis.onderdeel for eis in eisen(route, groep)] == verwacht


def test_taalonderdelen_zijn_b1_en_niets_anders_heeft_een_niveau() -> None:
    assert all((eis.niveau == Niveau.B1) is (eis.onderdeel in TALEN) for eis in EISEN)


def test_map_niet_in_de_onderwijsroute() -> None:
    assert [heeft_onderdeel(route, Deel.MAP) for route in (B1, ONDERWIJS, Z)] == [
        True,
        False,
        True,
    ]


@rij_voor_rij(
    ("behaald", "nodig", "genoeg"),
    [
        ("A2", "B1", False),
        ("B1", "B1", True),
        ("B2", "B1", True),
        ("A1", "A2", False),
        ("A2", "A2", True),
        (None, "A2", False),
        (None, None, True),
    ],
)
def test_niveau_hoog_genoeg(behaald: Any, nodig: Any, genoeg: bool) -> None:
    assert haalt(behaald, nodig) is genoeg


@rij_voor_rij(
    ("route", "gekozen", "gevraagd"),
    [
        (B1, None, "B1"), (B1, "A2", "A2"), (B1, "B1", "B1"), (B1, "B2", "B1"),
        (ONDERWIJS, None, "B1"), (ONDERWIJS, "B1", "B1"), (ONDERWIJS, "B2", "B1"),
    ],
)  # fmt: skip
def test_de_plicht_vraagt_nooit_meer_dan_b1(
    route: Any, gekozen: str | None, gevraagd: str
) -> None:
    """Een PIP van elders met B2 noemt een doel; wie B1 haalt, heeft het onderdeel."""
    niveaus = {Deel.LEZEN: Niveau(gekozen)} if gekozen else {}
    plan = pip(leerroute=route, niveaus=niveaus)
    eis = next(e for e in eisen(route, ASIEL) if e.onderdeel == Deel.LEZEN)

    assert vereist_niveau(eis, plan) == gevraagd


# --- Examens --------------------------------------------------------------------------


@rij_voor_rij(
    ("uitslag", "gehaald", "hoe"),
    [
        pytest.param({}, True, "gehaald op B1", id="b1_gehaald"),
        pytest.param({"niveau": Niveau.B2}, True, "gehaald op B2", id="b2_is_hoger"),
        pytest.param(
            {"niveau": Niveau.A2},
            False,
            "nog niet gehaald op B1, 1 poging",
            id="a2_is_te_laag",
        ),
        pytest.param(
            {"resultaat": Examenresultaat.GEZAKT},
            False,
            "nog niet gehaald op B1, 1 poging",
            id="gezakt",
        ),
        pytest.param(
            {"afgelegd_op": d("2027-01-02")},
            False,
            "nog niet gehaald op B1",
            id="morgen",
        ),
        pytest.param({"afgelegd_op": OP}, True, "gehaald op B1", id="vandaag"),
    ],
)
def test_examen(uitslag: dict[str, Any], gehaald: bool, hoe: str) -> None:
    deel = onderdeel(op_route(examens=(examen(**uitslag),)), Deel.LEZEN)

    assert (deel.gehaald, deel.hoe, deel.niveau) == (gehaald, hoe, Niveau.B1)


def test_knm_heeft_geen_niveau() -> None:
    deel = onderdeel(op_route(examens=(examen(Deel.KNM),)), Deel.KNM)

    assert (deel.niveau, deel.hoe) == (None, "gehaald")
    assert onderdeel(op_route(), Deel.KNM).hoe == "nog niet gehaald"


def test_de_eerste_keer_geslaagd_telt() -> None:
    tweemaal = (
        examen(id=1, afgelegd_op=d("2026-05-01")),
        examen(id=2, afgelegd_op=d("2025-11-01"), niveau=Niveau.B2),
    )

    assert onderdeel(op_route(examens=tweemaal), Deel.LEZEN).gehaald_op == d(
        "2025-11-01"
    )


@rij_voor_rij(
    ("resultaat", "reden", "poging"),
    [
        (Examenresultaat.GESLAAGD, None, 1),
        (Examenresultaat.GEZAKT, None, 1),
        (Examenresultaat.GEEN, RedenGeenResultaat.VERWIJTBAAR, 1),
        (Examenresultaat.GEEN, RedenGeenResultaat.ABSENT, 1),
        (Examenresultaat.GEEN, RedenGeenResultaat.AFGEMELD, 0),
        (Examenresultaat.GEEN, RedenGeenResultaat.NIET_VERWIJTBAAR, 0),
    ],
)
def test_wat_een_poging_is(
    resultaat: Examenresultaat, reden: RedenGeenResultaat | None, poging: int
) -> None:
    uitslagen = (
        examen(id=1, resultaat=resultaat, reden=reden),
        examen(id=2, resultaat=Examenresultaat.GEZAKT),
        examen(Deel.SPREKEN, id=3),
    )

    assert onderdeel(op_route(examens=uitslagen), Deel.LEZEN).pogingen == 1 + poging


def test_meer_pogingen_in_woorden() -> None:
    gezakt = tuple(examen(id=n, resultaat=Examenresultaat.GEZAKT) for n in (1, 2))

    deel = onderdeel(op_route(examens=gezakt), Deel.LEZEN)
    assert deel.hoe == "nog niet gehaald op B1, 2 pogingen"


def test_het_pip_bepaalt_het_niveau() -> None:
    afgeschaald = pip(
        id=2,
        versie=2,
        dagtekening=d("2026-06-01"),
        niveaus={"lezen": "A2", "spreken": ""},
    )
    feiten = op_route(pips=(pip(), afgeschaald), examens=examens(Niveau.A2))

    assert onderdeel(feiten, Deel.LEZEN).gehaald
    assert not onderdeel(feiten, Deel.SPREKEN).gehaald
    assert onderdeel(feiten, Deel.LEZEN).niveau == Niveau.A2


def test_taalschakeltraject_met_diploma() -> None:
    met = op_route(
        pips=(pip(leerroute=ONDERWIJS),), examens=(examen(Deel.TAALSCHAKELTRAJECT),)
    )

    assert onderdeel(met, Deel.TAALSCHAKELTRAJECT).gehaald


# --- PVT, MAP en het eindgesprek ------------------------------------------------------


@rij_voor_rij(
    ("rijen", "gehaald_op", "hoe"),
    [
        pytest.param((), None, "nog niet begonnen", id="geen"),
        pytest.param((pvt(ondertekend_op=None),), None, "begonnen", id="begonnen"),
        pytest.param(
            (pvt(),),
            d("2025-06-01"),
            "participatieverklaring ondertekend",
            id="ondertekend",
        ),
        pytest.param(
            (pvt(begonnen_op=None),),
            d("2025-06-01"),
            "participatieverklaring ondertekend",
            id="van_elders_zonder_begin",
        ),
    ],
)
def test_pvt(rijen: tuple[Any, ...], gehaald_op: Any, hoe: str) -> None:
    deel = onderdeel(op_route(pvt=rijen), Deel.PVT)

    assert (deel.gehaald_op, deel.hoe) == (gehaald_op, hoe)


@rij_voor_rij(
    ("rijen", "gehaald_op", "hoe"),
    [
        pytest.param((), None, "nog niet begonnen", id="geen"),
        pytest.param((map_(eindgesprek_op=None),), None, "begonnen", id="begonnen"),
        pytest.param(
            (map_(),), d("2025-07-01"), "eindgesprek gevoerd", id="eindgesprek"
        ),
    ],
)
def test_map(rijen: tuple[Any, ...], gehaald_op: Any, hoe: str) -> None:
    deel = onderdeel(op_route(map=rijen), Deel.MAP)

    assert (deel.gehaald_op, deel.hoe) == (gehaald_op, hoe)


def test_eindgesprek_z_route() -> None:
    assert onderdeel(z_behaald(), Deel.EINDGESPREK_Z).hoe == "Z-route afgerond"
    open_ = onderdeel(z_behaald(z_afrondingen=()), Deel.EINDGESPREK_Z)
    assert (open_.gehaald, open_.hoe) == (False, "eindgesprek nog niet gevoerd")


# --- Uren van de Z-route --------------------------------------------------------------


@rij_voor_rij(
    ("soort", "taal", "participatie"),
    [
        (Urensoort.TAAL, 100, 0),
        (Urensoort.KNM, 100, 0),
        (Urensoort.INTAKE_TAAL_KNM, 0, 0),
        (Urensoort.PARTICIPATIE, 0, 100),
        (Urensoort.INTAKE_PARTICIPATIE, 0, 100),
    ],
)
def test_welke_uren_waarvoor_tellen(
    soort: Urensoort, taal: int, participatie: int
) -> None:
    feiten = z_behaald(uren=(uren(100, soort),))

    assert onderdeel(feiten, Deel.TAALUREN).bereikt == taal
    assert onderdeel(feiten, Deel.PARTICIPATIE_UREN).bereikt == participatie


@rij_voor_rij(
    ("aantal", "gehaald"),
    [
        pytest.param(799, False, id="een_uur_te_weinig"),
        pytest.param(800, True, id="precies_genoeg"),
        pytest.param(801, True, id="een_uur_meer"),
    ],
)
def test_800_cursusuren(aantal: int, gehaald: bool) -> None:
    deel = onderdeel(z_behaald(uren=(uren(aantal),)), Deel.TAALUREN)

    assert (deel.gehaald, deel.hoe) == (gehaald, f"{aantal} van 800 uur")
    assert (deel.bereikt, deel.nodig) == (aantal, 800)


def test_gehaald_op_het_einde_van_het_tijdvak_dat_de_uren_vol_maakt() -> None:
    tijdvakken = (
        uren(400, id=2, van=d("2025-07-01"), tot_en_met=d("2025-09-30")),
        uren(400, id=1, van=d("2025-04-01"), tot_en_met=d("2025-06-30")),
        uren(400, id=3, van=d("2025-10-01"), tot_en_met=d("2025-12-31")),
        uren(900, Urensoort.PARTICIPATIE, id=4, tot_en_met=d("2025-05-01")),
    )

    deel = onderdeel(z_behaald(uren=tijdvakken), Deel.TAALUREN)
    assert (deel.bereikt, deel.gehaald_op) == (1200, d("2025-09-30"))


@rij_voor_rij(
    ("maximum", "bereikt", "gehaald", "hoe"),
    [
        pytest.param(
            0, 0, True, "ontheffing van DUO: kan niet deelnemen", id="nul_uur"
        ),
        pytest.param(300, 299, False, "299 van 300 uur", id="een_uur_te_weinig"),
        pytest.param(300, 300, True, "300 van 300 uur", id="precies_het_maximum"),
        pytest.param(900, 800, True, "800 van 800 uur", id="nooit_meer_dan_800"),
    ],
)
def test_belastbaarheid_volgens_duo(
    maximum: int, bereikt: int, gehaald: bool, hoe: str
) -> None:
    ontheffing = besluit(
        DUOBesluitsoort.ONTHEFFING_GEDEELTELIJK,
        onderdeel=Deel.PARTICIPATIE_UREN if maximum else None,
        maximum_uren=maximum,
    )
    feiten = z_behaald(
        uren=(uren(bereikt, Urensoort.PARTICIPATIE),), duo_besluiten=(ontheffing,)
    )

    deel = onderdeel(feiten, Deel.PARTICIPATIE_UREN)
    assert (deel.gehaald, deel.hoe) == (gehaald, hoe)


def test_ontheffing_met_maximum_haalt_het_onderdeel_niet_weg() -> None:
    ontheffing = besluit(
        DUOBesluitsoort.ONTHEFFING_GEDEELTELIJK,
        onderdeel=Deel.PARTICIPATIE_UREN,
        maximum_uren=300,
    )
    feiten = z_behaald(uren=(), duo_besluiten=(ontheffing,))

    assert onderdeel(feiten, Deel.PARTICIPATIE_UREN).hoe == "0 van 300 uur"


@pytest.mark.parametrize("volgorde", [1, -1], ids=["op_datum", "andersom_ingevoerd"])
def test_het_laatste_oordeel_over_belastbaarheid_telt(volgorde: int) -> None:
    oordelen = (
        besluit(
            DUOBesluitsoort.ONTHEFFING_GEDEELTELIJK, "2026-01-15", maximum_uren=300
        ),
        besluit(
            DUOBesluitsoort.ONTHEFFING_GEDEELTELIJK,
            "2026-05-15",
            id=2,
            maximum_uren=500,
        ),
    )
    feiten = z_behaald(uren=(), duo_besluiten=oordelen[::volgorde])

    assert onderdeel(feiten, Deel.PARTICIPATIE_UREN).hoe == "0 van 500 uur"


@rij_voor_rij(
    ("besluiten", "gevolgd", "gehaald_op"),
    [
        # (dag van het besluit, uren die iemand aankan), (uren, laatste dag)
        ((), ((800, "2026-03-31"),), "2026-03-31"),
        (((("2027-01-15", 400)),), ((399, "2026-03-31"),), None),
        ((("2027-01-15", 400),), ((500, "2026-03-31"),), "2027-01-15"),
        ((("2027-01-15", 400),), ((800, "2026-03-31"),), "2026-03-31"),
        ((("2025-06-01", 400),), ((500, "2026-03-31"),), "2026-03-31"),
        ((("2026-03-31", 400),), ((500, "2026-03-31"),), "2026-03-31"),
        (
            (("2026-01-15", 400), ("2027-01-15", 200)),
            ((450, "2026-03-31"),),
            "2026-03-31",
        ),
        (
            (("2026-01-15", 400), ("2027-01-15", 200)),
            ((250, "2026-03-31"),),
            "2027-01-15",
        ),
        ((("2026-01-15", 400), ("2027-01-15", 600)), ((450, "2026-03-31"),), None),
        ((("2027-01-15", 0),), ((10, "2026-03-31"),), "2027-01-15"),
        ((("2027-01-15", 0),), ((800, "2026-03-31"),), "2026-03-31"),
    ],
)
def test_uren_zijn_niet_genoeg_voor_het_besluit_dat_ze_genoeg_maakt(
    besluiten: Any, gevolgd: Any, gehaald_op: str | None
) -> None:
    feiten = z_behaald(
        uren=tuple(
            uren(aantal, Urensoort.PARTICIPATIE, tot_en_met=d(tot))
            for aantal, tot in gevolgd
        ),
        duo_besluiten=tuple(
            besluit(
                DUOBesluitsoort.ONTHEFFING_GEDEELTELIJK, dag, id=n, maximum_uren=maximum
            )
            for n, (dag, maximum) in enumerate(besluiten, 1)
        ),
    )

    deel = deel_op(feiten, Deel.PARTICIPATIE_UREN, "2027-06-01")
    assert deel.gehaald_op == (d(gehaald_op) if gehaald_op else None)
    assert ("Besluit van DUO" in dict(deel.gebruikt)) is bool(besluiten)


# --- Wat DUO uit de plicht haalt ------------------------------------------------------


@rij_voor_rij(
    ("soort", "niveau", "gehaald"),
    [
        pytest.param(
            DUOBesluitsoort.VRIJSTELLING_GEDEELTELIJK, Niveau.B1, True, id="b1"
        ),
        pytest.param(
            DUOBesluitsoort.VRIJSTELLING_GEDEELTELIJK, Niveau.A2, False, id="a2"
        ),
        pytest.param(
            DUOBesluitsoort.VRIJSTELLING_GEDEELTELIJK, None, True, id="geheel"
        ),
        pytest.param(
            DUOBesluitsoort.ONTHEFFING_GEDEELTELIJK, None, True, id="ontheffing"
        ),
        pytest.param(
            DUOBesluitsoort.VERLENGING_AFGEWEZEN, None, False, id="ander_besluit"
        ),
    ],
)
def test_vrijstelling_en_ontheffing_van_een_onderdeel(
    soort: DUOBesluitsoort, niveau: Niveau | None, gehaald: bool
) -> None:
    feiten = op_route(
        duo_besluiten=(besluit(soort, onderdeel=Deel.LEZEN, niveau=niveau),)
    )

    deel = onderdeel(feiten, Deel.LEZEN)
    assert deel.gehaald is gehaald
    assert deel.gehaald_op == (d("2026-01-15") if gehaald else None)
    assert ("van DUO" in deel.hoe) is gehaald
    assert not onderdeel(feiten, Deel.SPREKEN).gehaald


def deel_op(dossier: Feiten, welk: Deel, op: str) -> Onderdeelstand:
    onderdelen = stand(dossier, d(op)).onderdelen
    return next(o for o in onderdelen if o.onderdeel == welk)


@rij_voor_rij(
    ("op", "vrij"),
    [
        ("2025-09-01", False), ("2026-05-31", False), ("2026-06-01", True),
        ("2026-06-02", True),
    ],
)  # fmt: skip
def test_een_onderdeel_vervalt_op_de_ingang_van_het_besluit(
    op: str, vrij: bool
) -> None:
    """Besloten op 1 september 2025, met ingang van 1 juni 2026."""
    velden: dict[str, Any] = {"besloten_op": "2025-09-01", "ingang": d("2026-06-01")}
    vrijgesteld = besluit(
        DUOBesluitsoort.VRIJSTELLING_GEDEELTELIJK, onderdeel=Deel.LEZEN, **velden
    )
    deel = deel_op(op_route(duo_besluiten=(vrijgesteld,)), Deel.LEZEN, op)

    assert deel.gehaald_op == (d("2026-06-01") if vrij else None)
    assert (("Ingang van het besluit", d("2026-06-01")) in deel.gebruikt) is vrij
    kan_niet = besluit(
        DUOBesluitsoort.ONTHEFFING_GEDEELTELIJK, maximum_uren=0, **velden
    )
    z = z_behaald(uren=(), duo_besluiten=(kan_niet,), z_afrondingen=())
    uren_ = deel_op(z, Deel.PARTICIPATIE_UREN, op)

    assert uren_.gehaald_op == (d("2026-06-01") if vrij else None)
    assert (uren_.nodig == 0) is vrij


# --- Wat een PIP mag zeggen (DUO, SDI014) ---------------------------------------------


def keuzes(**velden: Any) -> Keuzes:
    standaard: dict[str, Any] = {
        "leerroute": B1,
        "niveaus": {},
        "intensiteit": None,
        "afschalen_reden": "",
        "afschalen_inspanning": "",
        "doelgroep": ASIEL,
        "eerste": True,
        "uren_met_keurmerk": 0,
        "peildatum": OP,
    }
    return Keuzes(**standaard | velden)


A2 = {"lezen": "A2"}
AFSCHALEN = {
    "niveaus": A2,
    "eerste": False,
    "uren_met_keurmerk": 600,
    "afschalen_reden": "B1 lukt niet binnen de termijn.",
    "afschalen_inspanning": "Elke les gevolgd, vier pogingen.",
}


@rij_voor_rij(
    ("velden", "overtreden"),
    [
        pytest.param({}, [], id="b1_zonder_niveaus"),
        pytest.param({"niveaus": {"lezen": "B1"}}, [], id="b1_gekozen_in_de_b1_route"),
        pytest.param(
            {"niveaus": {"lezen": "B2"}}, ["niet hoger dan B1"], id="b2_in_de_b1_route"
        ),
        pytest.param(
            {"niveaus": dict.fromkeys(TALEN, "B1")}, [], id="alle_vier_gekozen"
        ),
        pytest.param(
            {"niveaus": {"knm": "B1"}},
            ["niveau alleen bij een taalonderdeel"],
            id="knm",
        ),
        pytest.param(
            {"niveaus": {"lezen": "A1"}},
            ["niet lager dan A2 in de B1-route"],
            id="a1_in_b1",
        ),
        pytest.param(
            {"niveaus": A2}, ["geen A2 op het eerste PIP"], id="a2_op_eerste_pip"
        ),
        pytest.param(AFSCHALEN, [], id="afschalen_mag"),
        pytest.param(
            AFSCHALEN | {"uren_met_keurmerk": 599},
            ["genoeg taaluren voor afschalen"],
            id="afschalen_599_uur",
        ),
        pytest.param(
            AFSCHALEN | {"uren_met_keurmerk": 601}, [], id="afschalen_601_uur"
        ),
        pytest.param(
            AFSCHALEN | {"afschalen_reden": "  "},
            ["reden bij afschalen"],
            id="afschalen_zonder_reden",
        ),
        pytest.param(
            AFSCHALEN | {"afschalen_inspanning": "  "},
            ["inspanning bij afschalen"],
            id="afschalen_zonder_inspanning",
        ),
        pytest.param(
            AFSCHALEN | {"afschalen_reden": "", "afschalen_inspanning": ""},
            ["reden bij afschalen", "inspanning bij afschalen"],
            id="afschalen_zonder_beide",
        ),
        pytest.param({"leerroute": ONDERWIJS}, [], id="onderwijs"),
        pytest.param(
            {"leerroute": ONDERWIJS, "niveaus": A2},
            ["geen A2 in de onderwijsroute"],
            id="a2_in_onderwijs",
        ),
        pytest.param(
            AFSCHALEN | {"leerroute": ONDERWIJS},
            ["geen A2 in de onderwijsroute"],
            id="afschalen_in_onderwijs",
        ),
        pytest.param(
            {"leerroute": ONDERWIJS, "niveaus": {"lezen": "B1"}},
            [],
            id="b1_in_onderwijs",
        ),
        pytest.param(
            {"leerroute": ONDERWIJS, "niveaus": {"lezen": "B2"}},
            ["niet hoger dan B1"],
            id="b2_in_onderwijs",
        ),
        pytest.param({"leerroute": Z}, [], id="z"),
        pytest.param(
            {"leerroute": Z, "niveaus": {"lezen": "B1"}},
            ["geen B1 in de Z-route"],
            id="b1_gekozen_in_de_z_route",
        ),
        pytest.param({"leerroute": Z, "niveaus": A2}, [], id="a2_in_z_mag_vrijwillig"),
        pytest.param({"intensiteit": 900}, [], id="intensiteit_b1_asiel"),
        pytest.param(
            {"intensiteit": 900, "doelgroep": GEZIN},
            ["intensiteit alleen bij asielstatushouders"],
            id="intensiteit_gezin",
        ),
        pytest.param(
            {"intensiteit": 900, "leerroute": Z},
            ["intensiteit alleen in de B1-route"],
            id="intensiteit_z",
        ),
        pytest.param(
            {
                "intensiteit": 900,
                "leerroute": Z,
                "doelgroep": GEZIN,
                "niveaus": {"lezen": "B2"},
            },
            [
                "geen B1 in de Z-route",
                "intensiteit alleen in de B1-route",
                "intensiteit alleen bij asielstatushouders",
            ],
            id="alles_tegelijk",
        ),
    ],
)
def test_wat_een_pip_niet_mag_zeggen(
    velden: dict[str, Any], overtreden: list[str]
) -> None:
    gevonden = [regel.betekenis for regel, _ in pip_overtredingen(keuzes(**velden))]

    assert gevonden == overtreden


def test_de_reden_noemt_de_uren() -> None:
    velden = AFSCHALEN | {"uren_met_keurmerk": 412}
    ((_, reden),) = pip_overtredingen(keuzes(**velden))

    assert "600 taaluren" in reden
    assert "er zijn er 412" in reden


def test_gezinsmigrant_in_de_z_route_hoeft_geen_participatie_uren() -> None:
    feiten = z_behaald(GEZIN, uren=(uren(800),))

    assert not stand(feiten, OP).openstaand
    assert feiten.traject == traject(doelgroep=GEZIN)
