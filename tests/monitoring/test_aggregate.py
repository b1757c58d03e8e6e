"""Counting: the query means what the condition means, as a role that sees no case."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inburgering.models.gemeente import gemeente
from monitoring import aggregate
from monitoring.disclosure.uitgave import Editie, Editiesoort
from monitoring.indicators.catalogus import GROEP_ROUTE, TOTAAL
from monitoring.indicators.register import REGISTER
from monitoring.indicators.voorwaarde import (
    KOLOMMEN,
    En,
    Kolom,
    Of,
    Peildag,
    Teken,
    Vergelijk,
    geldt,
)
from monitoring.models import Trajectfeit
from tests.monitoring.rijen import vul


pytestmark = pytest.mark.django_db
PEILDAG = date(2025, 6, 30)
EDITIE = Editie("2025H1", Editiesoort.HALFJAAR, PEILDAG)
TOP = (TOTAAL, TOTAAL)


def test_every_column_of_the_vocabulary_is_a_column_of_the_facts():
    names = {f.name for f in Trajectfeit._meta.concrete_fields}
    for kolommen in KOLOMMEN.values():
        assert set(kolommen) <= names


DAGEN = ("plicht_dag", "pip_termijn_dag", "pip_dag", "behaald_dag")
kolom = st.builds(Kolom, st.sampled_from(DAGEN), st.integers(-40, 40))
term = kolom | st.just(Peildag()) | st.integers(738_000, 740_000)
vergelijk = st.builds(Vergelijk, term, st.sampled_from(Teken), term)
voorwaarde = st.recursive(
    vergelijk,
    lambda deel: st.one_of(
        st.builds(En, st.lists(deel, max_size=3).map(tuple)),
        st.builds(Of, st.lists(deel, max_size=3).map(tuple)),
    ),
    max_leaves=4,
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(eis=voorwaarde)
def test_the_query_means_what_the_condition_means(in_delft, eis):
    if not Trajectfeit.objects.exists():
        vul(40)
    peildag = PEILDAG.toordinal()
    expected = {
        rij["id"] for rij in Trajectfeit.objects.values() if geldt(eis, rij, peildag)
    }
    found = Trajectfeit.objects.filter(aggregate.als_q(eis, peildag))
    assert set(found.values_list("id", flat=True)) == expected


def test_counts_are_those_of_counting_by_hand(in_delft):
    facts = vul(120)
    ruw = aggregate.tel(GROEP_ROUTE, EDITIE)
    ruw.controleer(GROEP_ROUTE)
    dag = PEILDAG.toordinal()
    for cohort in range(2022, 2026):
        own = [f for f in facts if f.cohort == cohort and f.plicht_dag <= dag]
        cells = ruw.tellingen[cohort, "gestart"].cellen
        assert cells[TOP] == len(own)
        known = [f for f in own if f.route_eerste_pip == "z_route" and f.pip_dag <= dag]
        assert cells[TOTAAL, "z_route"] == len(known)
        mature = [f for f in own if f.pip_termijn_dag + 28 < dag]
        assert ruw.tellingen[cohort, "rijp"].cellen[TOP] == len(mature)
        in_time = [f for f in mature if f.pip_dag and f.pip_dag <= f.pip_termijn_dag]
        assert ruw.tellingen[cohort, "pip_op_tijd"].cellen[TOP] == len(in_time)


def test_a_pip_of_after_the_reference_day_is_no_pip_yet(in_delft):
    fact = vul(1)[0]
    dag = PEILDAG.toordinal()
    Trajectfeit.objects.update(
        cohort=2025, plicht_dag=dag - 10, pip_dag=dag + 1, route_eerste_pip="z_route",
        groep=fact.groep,
    )  # fmt: skip
    cells = aggregate.tel(GROEP_ROUTE, EDITIE).tellingen[2025, "gestart"].cellen
    assert cells[TOTAAL, "nog_geen_pip"] == 1
    assert cells[TOTAAL, "z_route"] == 0


def test_a_cohort_freezes_a_year_after_it_closed(in_delft):
    ruw = aggregate.tel(GROEP_ROUTE, EDITIE)
    assert ruw.tellingen[2023, "gestart"].vast
    assert not ruw.tellingen[2024, "gestart"].vast
    assert not any(
        t.vast for (_, code), t in ruw.tellingen.items() if code != "gestart"
    )


def test_one_statement_counts_a_whole_table(in_delft, django_assert_max_num_queries):
    vul(50)
    with django_assert_max_num_queries(6):  # one on SQLite; the role and its savepoint
        aggregate.tel(GROEP_ROUTE, EDITIE)


def test_every_count_of_the_catalogue_has_its_condition():
    assert {t.code for t in GROEP_ROUTE.tellingen} <= set(
        aggregate.voorwaarden(REGISTER)
    )


@pytest.mark.postgres
def test_counting_is_done_as_the_report_role(in_delft, caplog):
    """It reads facts, no case; and afterwards one is oneself again."""
    caplog.set_level("INFO", logger="monitoring.aggregate")
    with aggregate.als_rapport():
        assert Trajectfeit.objects.count() == 0
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            assert cursor.fetchone() == ("inburgering_rapport",)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("inburgering",)
    assert "Rapportrol" in caplog.text


@pytest.mark.postgres
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT 1 FROM inburgering_traject",
        "SELECT 1 FROM inburgering_inburgeraar",
        "SELECT 1 FROM monitoring_feitsleutel",
        "SELECT 1 FROM monitoring_voorkennis",
        "UPDATE monitoring_trajectfeit SET cohort = 1",
        "DELETE FROM monitoring_trajectfeit",
    ],
)
def test_the_report_role_can_do_nothing_else(in_delft, statement):
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        aggregate.als_rapport(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("inburgering",)


@pytest.mark.postgres
def test_the_report_role_stays_inside_the_municipality(in_delft, leiden):
    vul(5)
    with gemeente(leiden), aggregate.als_rapport(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM monitoring_trajectfeit")
        assert cursor.fetchone() == (0,)
