"""Wat DUO kan doen na overschrijding: elke rij van de tabel, en de dag van de uitspraak."""

from dataclasses import replace
from typing import Any

import pytest

from inburgering.wet.begrippen import DUOBesluitsoort, Volggrond
from inburgering.wet.boete import (
    LENGTES,
    TOETSEN,
    Telling,
    asielregel,
    bij_overschrijding,
)
from inburgering.wet.feiten import Feiten, Instelling
from inburgering.wet.handelingen import Handeling
from inburgering.wet.moment import moment
from inburgering.wet.parameters import NIEUWE_TERMIJN, parameter
from inburgering.wet.toetsing import toets
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    ASIEL,
    GEZIN,
    Z,
    alles_behaald,
    besluit,
    d,
    examens,
    feiten,
    map_,
    op_route,
    pip,
    pvt,
    traject,
    uren,
    z_behaald,
)


H, B = Handeling, DUOBesluitsoort
LOS: dict[str, Any] = {"pvt": (pvt(),), "map": (map_(),)}


def na(dossier: Feiten, op: str = "2028-06-01") -> tuple[int, list[int]] | None:
    """De maanden van de nieuwe termijn en de bedragen."""
    gevolg = bij_overschrijding(moment(dossier, d(op)))
    if gevolg is None:
        return None
    return gevolg.lengte.waarde, [b.regel.waarde for b in gevolg.boetes]


def gezin(**velden: Any) -> Feiten:
    return op_route(**{"traject": traject(doelgroep=GEZIN)} | velden)


@rij_voor_rij(
    ("gehaald", "maanden"),
    [(0, 24), (1, 18), (2, 12), (3, 6), (4, 6)],
)
def test_gehaalde_taalexamens(gehaald: int, maanden: int) -> None:
    # Zonder KNM blijft de leerroute open, ook met vier taalexamens.
    assert na(gezin(examens=examens()[:gehaald], **LOS)) == (maanden, [1000])


@rij_voor_rij(
    ("aantal", "maanden"),
    [
        (0, 24), (200, 24), (201, 18), (400, 18), (401, 12), (600, 12), (601, 6), (799, 6),
    ],
)  # fmt: skip
def test_gevolgde_uren_van_de_z_route(aantal: int, maanden: int) -> None:
    dossier = gezin(
        pips=(pip(leerroute=Z),),
        uren=(uren(aantal, tot_en_met=d("2026-05-31")),),
        **LOS,
    )

    assert na(dossier) == (maanden, [1000])


def test_meer_uren_dan_de_tabel_is_de_laatste_rij() -> None:
    dossier = z_behaald(GEZIN, uren=(uren(950, tot_en_met=d("2026-05-31")),),
                        z_afrondingen=())  # fmt: skip

    assert na(dossier) == (6, [1000])


@rij_voor_rij(
    ("open_", "verwacht"),
    [
        ({"pvt": ()}, (6, [340])),
        ({"map": ()}, (6, [340])),
        ({"pvt": (), "map": ()}, (12, [340, 340])),
        ({"pvt": (), "map": (), "examens": examens()[1:]}, (12, [1000, 340, 340])),
        ({"pvt": (), "examens": examens()[3:]}, (18, [1000, 340])),
        ({}, None),
    ],
)
def test_de_langste_telt_en_boetes_staan_naast_elkaar(
    open_: dict[str, Any], verwacht: tuple[int, list[int]] | None
) -> None:
    dossier = alles_behaald(**{"traject": traject(doelgroep=GEZIN)} | open_)

    assert na(dossier) == verwacht


@rij_voor_rij(
    ("op", "boetes"),
    [
        ("2025-02-03", [1000, 340, 340]),
        ("2025-02-04", []),
        ("2025-02-05", []),
    ],
)
def test_voor_asielstatushouders_geen_boete(op: str, boetes: list[int]) -> None:
    plan = pip(
        opgesteld_op=d("2024-01-01"), besproken_op=d("2024-01-02"),
        dagtekening=d("2024-01-03"), verstuurd_op=d("2024-01-04"),
    )  # fmt: skip
    velden = {"geregistreerd_op": d("2023-11-01"), "datum_plicht": d("2023-11-01")}
    statushouder, migrant = (
        op_route(pips=(plan,), traject=traject(doelgroep=groep, **velden))
        for groep in (ASIEL, GEZIN)
    )

    assert na(statushouder, op) == (24, boetes)
    assert na(migrant, op) == (24, [1000, 340, 340])
    gevolg = bij_overschrijding(moment(statushouder, d(op)))
    assert gevolg is not None
    assert (gevolg.geen_boete is None) == bool(boetes)


@rij_voor_rij(
    ("dag", "boete", "bevestigd"),
    [
        ("2021-12-31", True, False),
        ("2025-02-03", True, False),
        ("2025-02-04", False, True),
    ],
)
def test_de_dag_bepaalt_welke_rij_geldt(dag: str, boete: bool, bevestigd: bool) -> None:
    regel = asielregel(d(dag))

    assert (regel.boete, regel.bron.zekerheid.bevestigd) == (boete, bevestigd)


@rij_voor_rij(
    ("dag", "uitspraken"),
    [
        ("2025-02-04", "HvJ EU 4-2-2025"),
        ("2025-07-08", "HvJ EU 4-2-2025"),
        ("2025-07-09", "HvJ EU 4-2-2025 en RvS 9-7-2025"),
        ("2026-02-17", "HvJ EU 4-2-2025 en RvS 9-7-2025"),
        ("2026-02-18", "HvJ EU 4-2-2025, RvS 9-7-2025 en 18-2-2026"),
        ("2026-02-19", "HvJ EU 4-2-2025, RvS 9-7-2025 en 18-2-2026"),
    ],
)
def test_wie_terugkijkt_ziet_geen_latere_uitspraak(dag: str, uitspraken: str) -> None:
    assert str(asielregel(d(dag)).bron) == uitspraken


@rij_voor_rij(
    ("dossier",),
    [
        feiten(),
        gezin(duo_besluiten=(besluit(B.VOLDAAN),)),
        op_route(traject=traject(volggrond=Volggrond.VRIJWILLIG, datum_plicht=None,
                                 datum_kennisgeving=None)),
    ],
)  # fmt: skip
def test_zonder_termijn_of_plicht_volgt_er_niets(dossier: Feiten) -> None:
    assert na(dossier) is None


def test_de_grenzen_van_de_tabel_lopen_op_ook_als_een_gemeente_ze_verzet() -> None:
    for telling in Telling:
        hier = [r.tot for r in LENGTES if r.telling is telling]
        laagste, hoogste = (
            [parameter(g, d("2026-01-01")).grenzen[kant] if isinstance(g, str) else g  # type: ignore[index]
             for g in hier]
            for kant in (0, 1)
        )  # fmt: skip
        assert all(a < b for a, b in zip(hoogste, laagste[1:], strict=False))
    assert all(not r.bron.zekerheid.bevestigd for r in LENGTES)


@rij_voor_rij(
    ("aantal", "dag", "maanden"),
    [
        pytest.param(201, "2026-05-31", 18, id="dag_ervoor"),
        pytest.param(250, "2026-06-01", 24, id="dag_zelf_op_de_grens"),
        pytest.param(251, "2026-06-01", 18, id="boven_de_grens"),
        pytest.param(400, "2026-06-02", 18, id="de_volgende_grens_blijft"),
        pytest.param(401, "2026-06-02", 12, id="boven_de_volgende"),
    ],
)
def test_een_gemeente_stelt_een_urengrens_in(
    aantal: int, dag: str, maanden: int
) -> None:
    eigen = Instelling(
        naam="nieuwe_termijn_urengrens_1", waarde=250, geldig_vanaf=d("2026-06-01"),
        vastgelegd_op=d("2026-01-02"),
    )  # fmt: skip
    dossier = gezin(
        pips=(pip(leerroute=Z),), uren=(uren(aantal, tot_en_met=d("2026-05-30")),),
        instellingen=(eigen,), **LOS,
    )  # fmt: skip

    assert na(dossier, dag) == (maanden, [1000])


def test_elke_rij_heeft_haar_eigen_getal_en_dezelfde_vindplaats() -> None:
    getallen = [parameter(rij.getal, d("2026-01-01")) for rij in LENGTES]

    assert getallen == list(NIEUWE_TERMIJN)
    assert all(
        rij.bron == getal.bron for rij, getal in zip(LENGTES, getallen, strict=True)
    )


@rij_voor_rij(
    ("naam", "maanden", "dag", "verwacht"),
    [
        pytest.param("geen_examen", 20, "2028-05-31", 24, id="dag_ervoor"),
        pytest.param("geen_examen", 20, "2028-06-01", 20, id="dag_zelf"),
        pytest.param("geen_examen", 1, "2028-06-02", 6, id="een_andere_rij_is_langer"),
        pytest.param("geen_examen", 25, "2028-06-02", 24, id="buiten_de_grenzen"),
        pytest.param("een_examen", 20, "2028-06-02", 24, id="een_rij_die_niet_past"),
    ],
)
def test_een_gemeente_stelt_de_maanden_in(
    naam: str, maanden: int, dag: str, verwacht: int
) -> None:
    eigen = Instelling(
        naam=f"nieuwe_termijn_{naam}", waarde=maanden, geldig_vanaf=d("2028-06-01"),
        vastgelegd_op=d("2028-01-01"),
    )  # fmt: skip
    dossier = gezin(map=(map_(),), instellingen=(eigen,))

    assert na(dossier, dag) == (verwacht, [1000, 340])


@pytest.mark.parametrize(
    ("dag", "maanden"), [("2026-12-31", 24), ("2027-01-01", 12), ("2027-01-02", 12)]
)
def test_een_wetswijziging_is_een_rij_erbij(
    dag: str, maanden: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    eerste, *rest = LENGTES
    wissel = d("2027-01-01")
    oud = replace(eerste, geldig_tot=wissel)
    nieuw = replace(eerste, getal="nieuwe_termijn_twee_examens", geldig_vanaf=wissel)
    monkeypatch.setattr("inburgering.wet.boete.LENGTES", (oud, nieuw, *rest))

    assert na(gezin(**LOS), dag) == (maanden, [1000])


# --- Een boete van DUO vastleggen -----------------------------------------------------


@rij_voor_rij(
    ("groep", "gegevens", "gezegd"),
    [
        (GEZIN, {"soort": B.BOETE, "bedrag": 1680}, ""),
        (GEZIN, {"soort": B.BOETE, "bedrag": 1681}, "hoogstens 1680 euro"),
        (GEZIN, {"soort": B.BOETE_AANGEKONDIGD}, ""),
        (ASIEL, {"soort": B.BOETE, "bedrag": 100}, "! DUO legt asielstatushouders"),
        (ASIEL, {"soort": B.BOETE_AANGEKONDIGD}, "! DUO legt asielstatushouders"),
        (ASIEL, {"soort": B.NIEUWE_TERMIJN, "einddatum": d("2030-01-01")}, ""),
    ],
)
def test_een_boete_van_duo_wordt_altijd_bewaard(
    groep: Any, gegevens: dict[str, Any], gezegd: str
) -> None:
    dossier = op_route(traject=traject(doelgroep=groep))
    meldingen = toets(
        H.DUOBESLUIT_VASTLEGGEN, dossier, {"besloten_op": d("2028-05-01"), **gegevens},
        d("2028-05-01"),
    )  # fmt: skip
    tekst = " ".join(("! " if m.tegenstrijdig else "") + m.tekst for m in meldingen)

    assert gezegd in tekst
    assert bool(tekst) == bool(gezegd)


def test_een_boete_zonder_plicht_spreekt_elkaar_tegen() -> None:
    dossier = feiten(
        traject=traject(
            doelgroep=GEZIN, volggrond=Volggrond.VRIJWILLIG, datum_plicht=None,
            datum_kennisgeving=None,
        )
    )  # fmt: skip
    meldingen = toets(
        H.DUOBESLUIT_VASTLEGGEN, dossier,
        {"soort": B.BOETE, "bedrag": 100, "besloten_op": d("2026-05-01")},
        d("2026-05-01"),
    )  # fmt: skip

    assert [m.tegenstrijdig for m in meldingen] == [True]


def test_alleen_open_onderdelen_tellen() -> None:
    gevolg = bij_overschrijding(moment(gezin(), d("2028-06-01")))

    assert gevolg is not None
    assert {b.waarvoor for b in gevolg.boetes} == {
        "de leerroute is niet af", "het PVT is niet af", "de MAP is niet af",
    }  # fmt: skip


def test_een_regel_zonder_dagen_noemt_geen_latere_uitspraak() -> None:
    uitspraken = {t.bron.artikel for t in TOETSEN if t.bron.wet == "rechtspraak"}

    assert uitspraken == {"HvJ EU 4-2-2025"}
