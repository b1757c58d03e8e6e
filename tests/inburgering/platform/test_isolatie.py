"""One municipality never sees another: in the code, and under it in the database."""

import threading

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.test import Client

from inburgering.models import Inburgeraar, Raadpleging, Team, Traject
from inburgering.models.base import Zaakmodel
from inburgering.models.gemeente import GeenGemeente, GemeenteModel, gemeente
from tests.aanmelden import meld_aan
from tests.inburgering.platform.conftest import lid_van, nieuw_traject


PERSONAL = [m for m in apps.get_models() if issubclass(m, GemeenteModel)]
HISTORY = [m.history.model for m in PERSONAL if issubclass(m, Zaakmodel)]


def in_force() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('inburgering.gemeente', true)")
        return cursor.fetchone()[0] or ""


@pytest.mark.parametrize("model", PERSONAL + HISTORY, ids=lambda m: m._meta.model_name)
def test_without_a_municipality_every_question_raises(model):
    with pytest.raises(GeenGemeente):
        model.objects.all()
    if hasattr(model, "history"):
        with pytest.raises(GeenGemeente):
            model.history.all()


@pytest.fixture
def twee(delft, leiden):
    """Give a case in each of two municipalities."""
    made = []
    for g in (delft, leiden):
        lid = lid_van(g)
        with gemeente(g):
            made.append((lid, nieuw_traject(lid)))
    return made


@pytest.mark.django_db
def test_a_block_ends_with_what_was_in_force_before(delft, leiden):
    with gemeente(delft):
        Team.objects.create(gemeente=delft, naam="Team Delft")
        with gemeente(leiden):
            assert not Team.objects.exists()
        assert Team.objects.count() == 1
        with pytest.raises(ZeroDivisionError), gemeente(leiden):
            raise ZeroDivisionError
        assert Team.objects.count() == 1
    with pytest.raises(GeenGemeente):
        Team.objects.all()


@pytest.mark.django_db
def test_the_managers_keep_them_apart(twee, delft):
    with gemeente(delft):
        assert Traject.objects.count() == Traject.history.count() == 1
        other = twee[1][1]
        assert not Traject.objects.filter(pk=other.pk).exists()
        assert not Inburgeraar.objects.filter(pk=other.inburgeraar_id).exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_plain_sql_sees_nothing_of_another(twee, delft, leiden):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False,)
    for model in [
        Traject,
        Inburgeraar,
        Traject.history.model,
        Inburgeraar.history.model,
    ]:
        table = model._meta.db_table
        with gemeente(delft), connection.cursor() as cursor:
            cursor.execute(f"SELECT DISTINCT gemeente_id FROM {table}")
            assert cursor.fetchall() == [(delft.pk,)]
            cursor.execute(
                f"UPDATE {table} SET gemeente_id = gemeente_id WHERE gemeente_id = %s",
                [leiden.pk],
            )
            assert cursor.rowcount == 0
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_row_cannot_be_written_into_another(twee, delft, leiden):
    with pytest.raises(DatabaseError, match="row-level security"), gemeente(delft):
        Team.objects.create(gemeente=leiden, naam="Verkeerd")
    move = "UPDATE inburgering_traject SET gemeente_id = %s"
    with (
        pytest.raises(DatabaseError, match="row-level security"),
        gemeente(delft),
        connection.cursor() as cursor,
    ):
        cursor.execute(move, [leiden.pk])
    with pytest.raises(GeenGemeente):
        Team(gemeente=delft, naam="Zonder").save(force_insert=True)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_after_a_request_the_connection_holds_nothing(twee, delft):
    lid, traject = twee[0]
    client = meld_aan(Client(), lid)
    assert client.get(f"/trajecten/{traject.nummer}/").status_code == 200
    assert in_force() == ""
    assert not connection.in_atomic_block
    # The same connection, now for the other municipality: nothing is left over.
    assert meld_aan(client, twee[1][0]).get("/trajecten/").status_code == 200
    assert in_force() == ""


@pytest.mark.django_db(transaction=True)
@pytest.mark.urls("tests.inburgering.platform.adressen")
def test_an_error_of_the_server_leaves_nothing_behind(twee, delft):
    client = meld_aan(Client(raise_request_exception=False), twee[0][0])
    assert client.get("/kapot/").status_code == 500
    # On PostgreSQL the whole request is undone; on SQLite only acts have transactions.
    with gemeente(delft):
        left = 0 if connection.vendor == "postgresql" else 1
        assert Raadpleging.objects.count() == left
    assert client.get("/niet/").status_code == 404
    with gemeente(delft):
        assert Raadpleging.objects.count() == left + 1
    if connection.vendor == "postgresql":
        assert in_force() == ""


@pytest.mark.django_db(transaction=True)
def test_two_threads_work_in_two_municipalities_at_once(twee, delft, leiden):
    seen: dict[str, list[str]] = {"0503": [], "0546": []}
    both = threading.Barrier(2)

    def work(g) -> None:
        try:
            for _ in range(10):
                with gemeente(g):
                    both.wait(20)
                    seen[g.pk] += Traject.objects.values_list("gemeente_id", flat=True)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[g]) for g in (delft, leiden)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {code: [code] * 10 for code in seen}


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_failed_takes_the_setting_along(delft):
    with pytest.raises(DatabaseError), gemeente(delft), connection.cursor() as cursor:
        cursor.execute("SELECT 1 / 0")
    assert in_force() == ""
    with gemeente(delft):
        with transaction.atomic():
            transaction.set_rollback(True)
        assert in_force() == delft.pk
    assert in_force() == ""
