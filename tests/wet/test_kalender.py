"""Kalender: dagen, weken, maanden en de Algemene termijnenwet."""

from datetime import date

import pytest

from inburgering.wet.kalender import (
    OnvolledigeDatum,
    atw_geldt,
    eerste_werkdag_vanaf,
    feestdagen,
    is_vrije_dag,
    koningsdag,
    laatste_dag,
    paasdag,
    plus_jaren,
    plus_maanden,
    voluit,
)
from tests.elk import rij_voor_rij
from tests.wet.bouw import d


# --- Onvolledige datums ---------------------------------------------------------------


@rij_voor_rij(
    ("tekst", "vroegste", "laatste", "volledig"),
    [
        pytest.param("1990-05-17", "1990-05-17", "1990-05-17", True, id="volledig"),
        pytest.param("1968-00-00", "1968-01-01", "1968-12-31", False, id="alleen_jaar"),
        pytest.param(
            "1978-03-00", "1978-03-01", "1978-03-31", False, id="jaar_en_maand"
        ),
        pytest.param(
            "2000-02-00", "2000-02-01", "2000-02-29", False, id="schrikkelmaand"
        ),
        pytest.param("2001-02-00", "2001-02-01", "2001-02-28", False, id="februari"),
        pytest.param("2000-02-29", "2000-02-29", "2000-02-29", True, id="schrikkeldag"),
        pytest.param("0000-00-00", "0001-01-01", "9999-12-31", False, id="onbekend"),
        pytest.param("", "0001-01-01", "9999-12-31", False, id="leeg"),
    ],
)
def test_onvolledige_datum(
    tekst: str, vroegste: str, laatste: str, volledig: bool
) -> None:
    datum = OnvolledigeDatum.lees(tekst)

    assert (datum.vroegste, datum.laatste) == (d(vroegste), d(laatste))
    assert datum.volledig is volledig


@rij_voor_rij(
    ("tekst",),
    [
        pytest.param("17-05-1990", id="dag_eerst"),
        pytest.param("19900517", id="zonder_streepjes"),
        pytest.param("1990-13-01", id="maand_13"),
        pytest.param("1990-04-31", id="31_april"),
        pytest.param("2001-02-29", id="29_februari_in_gewoon_jaar"),
        pytest.param("1990-00-17", id="dag_zonder_maand"),
        pytest.param("0000-05-00", id="maand_zonder_jaar"),
        pytest.param("0000-00-17", id="dag_zonder_jaar"),
    ],
)
def test_onmogelijke_datum(tekst: str) -> None:
    with pytest.raises(ValueError, match=r"jjjj-mm-dd|onbekend deel|month|day"):
        OnvolledigeDatum.lees(tekst)


@rij_voor_rij(
    ("geboren", "op", "achttien"),
    [
        pytest.param("2007-06-15", "2025-06-14", False, id="dag_ervoor"),
        pytest.param("2007-06-15", "2025-06-15", True, id="op_de_verjaardag"),
        pytest.param("2007-06-15", "2025-06-16", True, id="dag_erna"),
        pytest.param("2008-02-29", "2026-02-28", False, id="schrikkeldag_28_februari"),
        pytest.param("2008-02-29", "2026-03-01", True, id="schrikkeldag_1_maart"),
        pytest.param("2007-00-00", "2024-12-31", False, id="jaar_zeker_niet"),
        pytest.param("2007-00-00", "2025-01-01", None, id="jaar_misschien"),
        pytest.param("2007-00-00", "2025-12-30", None, id="jaar_bijna_zeker"),
        pytest.param("2007-00-00", "2025-12-31", True, id="jaar_zeker"),
        pytest.param("2007-06-00", "2025-05-31", False, id="maand_zeker_niet"),
        pytest.param("2007-06-00", "2025-06-01", None, id="maand_misschien"),
        pytest.param("2007-06-00", "2025-06-30", True, id="maand_zeker"),
        pytest.param("0000-00-00", "2025-06-30", None, id="onbekend"),
    ],
)
def test_leeftijd_met_zekerheid(geboren: str, op: str, achttien: bool | None) -> None:
    assert OnvolledigeDatum.lees(geboren).heeft_leeftijd(12 * 18, d(op)) is achttien


# --- Maanden en jaren -----------------------------------------------------------------


@rij_voor_rij(
    ("dag", "maanden", "uitkomst"),
    [
        pytest.param("2025-03-06", 6, "2025-09-06", id="gewoon"),
        pytest.param("2025-11-15", 3, "2026-02-15", id="over_de_jaarwisseling"),
        pytest.param("2025-08-31", 6, "2026-03-01", id="vooruit_naar_31_februari"),
        pytest.param("2023-08-31", 6, "2024-03-01", id="vooruit_naar_31_feb_schrikkel"),
        pytest.param("2025-01-31", 1, "2025-03-01", id="vooruit_een_maand"),
        pytest.param("2025-03-31", 1, "2025-05-01", id="vooruit_naar_31_april"),
        pytest.param("2025-12-31", 12, "2026-12-31", id="vooruit_een_jaar"),
        pytest.param("2028-03-06", -6, "2027-09-06", id="terug"),
        pytest.param("2028-08-31", -6, "2028-02-29", id="terug_naar_31_feb_schrikkel"),
        pytest.param("2025-08-31", -6, "2025-02-28", id="terug_naar_31_februari"),
        pytest.param("2025-01-15", -1, "2024-12-15", id="terug_over_de_jaarwisseling"),
        pytest.param("2025-01-31", 0, "2025-01-31", id="nul"),
    ],
)
def test_plus_maanden(dag: str, maanden: int, uitkomst: str) -> None:
    assert plus_maanden(d(dag), maanden) == d(uitkomst)


@rij_voor_rij(
    ("dag", "uitkomst"),
    [
        pytest.param("2025-03-06", "2028-03-06", id="gewoon"),
        pytest.param("2024-02-29", "2027-03-01", id="begint_op_29_februari"),
        pytest.param("2021-02-28", "2024-02-28", id="eindigt_in_schrikkeljaar"),
        pytest.param("2021-03-01", "2024-03-01", id="dag_na_schrikkeldag"),
    ],
)
def test_drie_jaar_later(dag: str, uitkomst: str) -> None:
    assert plus_jaren(d(dag), 3) == d(uitkomst)


# --- Feestdagen -----------------------------------------------------------------------


@rij_voor_rij(
    ("jaar", "pasen"),
    [
        (1961, "1961-04-02"),
        (2000, "2000-04-23"),
        (2008, "2008-03-23"),
        (2022, "2022-04-17"),
        (2023, "2023-04-09"),
        (2024, "2024-03-31"),
        (2025, "2025-04-20"),
        (2026, "2026-04-05"),
        (2027, "2027-03-28"),
        (2028, "2028-04-16"),
        (2038, "2038-04-25"),
        (2049, "2049-04-18"),
    ],
)
def test_paasdag(jaar: int, pasen: str) -> None:
    assert paasdag(jaar) == d(pasen)


@rij_voor_rij(
    ("dag", "naam"),
    [
        pytest.param("2026-01-01", "Nieuwjaarsdag", id="nieuwjaar"),
        pytest.param("2026-04-03", "Goede Vrijdag", id="goede_vrijdag"),
        pytest.param("2026-04-06", "Tweede paasdag", id="tweede_paasdag"),
        pytest.param("2026-04-27", "Koningsdag", id="koningsdag"),
        pytest.param("2026-05-05", "Bevrijdingsdag", id="bevrijdingsdag"),
        pytest.param("2026-05-14", "Hemelvaartsdag", id="hemelvaart"),
        pytest.param("2026-05-15", "Gelijkgestelde dag", id="dag_na_hemelvaart"),
        pytest.param("2026-05-25", "Tweede pinksterdag", id="tweede_pinksterdag"),
        pytest.param("2026-12-25", "Eerste kerstdag", id="eerste_kerstdag"),
        pytest.param("2026-12-26", "Tweede kerstdag", id="tweede_kerstdag"),
    ],
)
def test_feestdagen(dag: str, naam: str) -> None:
    assert feestdagen(2026)[d(dag)] == naam


def test_de_lijst_van_een_jaar_is_volledig() -> None:
    assert len(feestdagen(2026)) == 11  # negen, en 2 januari en 15 mei gelijkgesteld
    assert d("2026-01-02") in feestdagen(2026)
    assert len(feestdagen(2031)) == 9


@rij_voor_rij(
    ("jaar", "dag"),
    [
        pytest.param(2024, "2024-04-27", id="zaterdag_blijft"),
        pytest.param(2025, "2025-04-26", id="zondag_wordt_zaterdag"),
        pytest.param(2026, "2026-04-27", id="maandag_blijft"),
    ],
)
def test_koningsdag(jaar: int, dag: str) -> None:
    assert koningsdag(jaar) == d(dag)
    assert feestdagen(jaar)[d(dag)] == "Koningsdag"


# --- De Algemene termijnenwet ---------------------------------------------------------


@rij_voor_rij(
    ("dag", "werkdag"),
    [
        pytest.param("2025-03-21", "2025-03-21", id="vrijdag_blijft"),
        pytest.param("2025-03-22", "2025-03-24", id="zaterdag_naar_maandag"),
        pytest.param("2025-03-23", "2025-03-24", id="zondag_naar_maandag"),
        pytest.param("2025-04-18", "2025-04-22", id="goede_vrijdag_tot_na_pasen"),
        pytest.param("2025-12-25", "2025-12-29", id="kerst_en_weekend"),
        pytest.param("2025-05-29", "2025-06-02", id="hemelvaart_en_vrijdag_en_weekend"),
        pytest.param("2027-01-01", "2027-01-04", id="nieuwjaar_op_vrijdag"),
    ],
)
def test_eerste_werkdag(dag: str, werkdag: str) -> None:
    assert eerste_werkdag_vanaf(d(dag)) == d(werkdag)
    assert is_vrije_dag(d(dag)) is (dag != werkdag)


@rij_voor_rij(
    ("aantal", "eenheid", "geldt"),
    [
        (11, "weken", True),
        (12, "weken", True),
        (13, "weken", False),
        (2, "maanden", True),
        (3, "maanden", True),
        (4, "maanden", False),
        (89, "dagen", True),
        (90, "dagen", True),
        (91, "dagen", False),
        (1, "jaren", False),
    ],
)
def test_atw_alleen_bij_korte_termijnen(aantal: int, eenheid: str, geldt: bool) -> None:
    assert atw_geldt(aantal, eenheid) is geldt


def test_atw_niet_bij_eigen_planning_en_niet_bij_terugrekenen() -> None:
    assert not atw_geldt(6, "weken", wettelijk=False)
    assert not atw_geldt(6, "weken", terug=True)


@rij_voor_rij(
    ("einde", "aantal", "eenheid", "wettelijk", "laatste"),
    [
        pytest.param("2025-03-22", 10, "weken", True, "2025-03-21", id="op_vrijdag"),
        pytest.param("2025-03-23", 10, "weken", True, "2025-03-24", id="op_zaterdag"),
        pytest.param(
            "2025-03-23", 10, "weken", False, "2025-03-22", id="eigen_planning"
        ),
        pytest.param(
            "2028-03-05", 3, "jaren", True, "2028-03-04", id="drie_jaar_zaterdag"
        ),
    ],
)
def test_laatste_dag(
    einde: str, aantal: int, eenheid: str, wettelijk: bool, laatste: str
) -> None:
    assert laatste_dag(d(einde), aantal, eenheid, wettelijk=wettelijk) == d(laatste)


def test_voluit() -> None:
    assert voluit(date(2026, 11, 9)) == "9 november 2026"
