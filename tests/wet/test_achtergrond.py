"""Goed om te weten: elke rij heeft haar vindplaats, en geldt vanaf haar dag."""

import pytest

from inburgering.wet.achtergrond import ACHTERGROND, Achtergrondregel, achtergrond
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.parameters import IN_WERKING
from tests.elk import bij_elk, rij_voor_rij
from tests.wet.bouw import d


RIJ = Achtergrondregel(
    "proef",
    "iets",
    Bron("Wi2021", "1", Zekerheid.A),
    geldig_vanaf=d("2024-03-01"),
    geldig_tot=d("2025-03-01"),
)


@rij_voor_rij(
    ("dag", "geldt"),
    [
        pytest.param("2024-02-29", False, id="ervoor"),
        pytest.param("2024-03-01", True, id="eerste_dag"),
        pytest.param("2025-02-28", True, id="laatste_dag"),
        pytest.param("2025-03-01", False, id="erna"),
    ],
)
def test_een_rij_geldt_van_haar_eerste_tot_haar_laatste_dag(
    dag: str, geldt: bool
) -> None:
    assert RIJ.geldt_op(d(dag)) is geldt


@rij_voor_rij(
    ("dag", "gekend"),
    [
        pytest.param("2025-02-03", False, id="voor_de_uitspraak"),
        pytest.param("2025-02-04", True, id="op_de_dag"),
    ],
)
def test_de_rechtspraak_over_boetes_is_gedateerd(dag: str, gekend: bool) -> None:
    gevonden = [w for w in achtergrond(d(dag)) if "stelselmatige boetes" in w.betekenis]

    assert bool(gevonden) is gekend


@rij_voor_rij(
    ("dag", "onderwerp", "woord", "gekend"),
    [
        pytest.param("2022-12-31", "vrijstelling", "leerweg", True, id="vmbo_ervoor"),
        pytest.param(
            "2023-01-01", "vrijstelling", "leerweg", False, id="vmbo_op_de_dag"
        ),
        pytest.param("2025-07-08", "rechtspraak", "vorige wet", False, id="rvs_ervoor"),
        pytest.param(
            "2025-07-09", "rechtspraak", "vorige wet", True, id="rvs_op_de_dag"
        ),
        pytest.param("2026-02-17", "rechtspraak", "oudere", False, id="ouder_ervoor"),
        pytest.param("2026-02-18", "rechtspraak", "oudere", True, id="ouder_op_de_dag"),
        pytest.param(
            "2022-12-31", "uitkering", "gemeentefonds", False, id="fonds_ervoor"
        ),
        pytest.param("2023-01-01", "uitkering", "gemeentefonds", True, id="fonds"),
        pytest.param("2025-12-31", "uitkering", "17.000", False, id="route_ervoor"),
        pytest.param("2026-01-01", "uitkering", "17.000", True, id="route_op_de_dag"),
    ],
)
def test_wat_later_kwam_is_eerder_niet_bekend(
    dag: str, onderwerp: str, woord: str, gekend: bool
) -> None:
    gevonden = [w.betekenis for w in achtergrond(d(dag)) if w.onderwerp == onderwerp]

    assert any(woord in betekenis for betekenis in gevonden) is gekend


@rij_voor_rij(
    ("dag", "wijzigingen", "z_examen"),
    [
        pytest.param("2021-12-31", 0, 0, id="voor_de_wet"),
        pytest.param("2022-01-01", 0, 1, id="eerste_dag_van_de_wet"),
        pytest.param("2022-12-31", 0, 1, id="voor_de_wijziging"),
        pytest.param("2023-01-01", 4, 1, id="op_de_dag"),
        pytest.param("2023-01-02", 4, 1, id="erna"),
    ],
)
def test_de_wijziging_van_2022_is_gedateerd(
    dag: str, wijzigingen: int, z_examen: int
) -> None:
    onderwerpen = [w.onderwerp for w in achtergrond(d(dag))]

    assert onderwerpen.count("wijziging") == wijzigingen
    assert ("Z-route" in onderwerpen) == bool(z_examen)


@bij_elk(ACHTERGROND, lambda regel: regel.betekenis[:40])
def test_elk_regel_heeft_een_vindplaats_en_een_hele_zin(
    regel: Achtergrondregel,
) -> None:
    assert str(regel.bron)
    assert regel.onderwerp
    assert not regel.betekenis.endswith(".")
    assert regel.geldt_op(max(regel.geldig_vanaf, IN_WERKING))
    assert regel.geldig_vanaf <= d("2026-11-20")


def test_elke_rij_staat_er_eenmaal() -> None:
    assert len({w.betekenis for w in ACHTERGROND}) == len(ACHTERGROND)
