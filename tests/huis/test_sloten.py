"""The locks in the database stand on every table that needs one."""

import pytest
from django.apps import apps
from django.db import connection

from inburgering.models.base import Zaakmodel
from inburgering.models.gemeente import GemeenteModel
from inburgering.models.spoor import LOGS, SCHAKEL


pytestmark = pytest.mark.django_db

PERSONAL = [m for m in apps.get_models() if issubclass(m, GemeenteModel)]
HISTORY = [m.history.model for m in PERSONAL if issubclass(m, Zaakmodel)]


def ask(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_there_is_something_to_lock():
    assert len(PERSONAL) >= 27
    assert len(HISTORY) >= 21


def test_every_model_with_a_history_table_was_found():
    historical = {m for m in apps.get_models() if hasattr(m, "history_type")}
    assert historical == set(HISTORY)


@pytest.mark.postgres
def test_forced_row_level_security_on_every_table_of_a_municipality():
    rows = ask(
        "SELECT c.relname, pg_get_expr(p.polqual, p.polrelid)"
        " || pg_get_expr(p.polwithcheck, p.polrelid)"
        " FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid"
        " WHERE c.relrowsecurity AND c.relforcerowsecurity AND p.polcmd = '*'"
    )
    secured = dict(rows)
    without = [
        m._meta.db_table for m in PERSONAL + HISTORY if m._meta.db_table not in secured
    ]
    assert without == []
    assert len(set(secured.values())) == 1
    assert "inburgering.gemeente" in next(iter(secured.values()))


@pytest.mark.postgres
def test_one_policy_per_table_since_a_second_would_widen_the_first():
    assert (
        ask("SELECT polrelid FROM pg_policy GROUP BY polrelid HAVING count(*) > 1")
        == []
    )


def triggers() -> dict[str, set[str]]:
    """Return table -> the statements that its locks watch."""
    found: dict[str, set[str]] = {}
    if connection.vendor == "sqlite":
        rows = ask("SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
        for table, sql in rows:
            for word in ("DELETE", "UPDATE"):
                if f"BEFORE {word}" in sql:
                    found.setdefault(table, set()).add(word)
        return found
    for table, kind in ask(
        "SELECT tgrelid::regclass::text, tgtype FROM pg_trigger"
        " WHERE NOT tgisinternal AND tgenabled = 'O'"
    ):
        for bit, word in ((8, "DELETE"), (16, "UPDATE"), (32, "TRUNCATE")):
            if kind & bit:
                found.setdefault(table, set()).add(word)
    return found


def test_every_history_table_and_log_is_locked():
    expected = {"DELETE", "UPDATE"}
    if connection.vendor == "postgresql":
        expected.add("TRUNCATE")
    found = triggers()
    without = [
        m._meta.db_table
        for m in [*HISTORY, *LOGS]
        if found.get(m._meta.db_table) != expected
    ]
    assert without == []


@pytest.mark.sqlite
@pytest.mark.parametrize("log", LOGS)
def test_the_lock_of_a_log_knows_every_column(log):
    (sql,) = ask(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = "
        f"'{log._meta.model_name}_slot_wijzigen'"
    )
    columns = {f.column for f in log._meta.fields} - set(SCHAKEL)
    watched = sql[0].split("UPDATE OF")[1].split(" ON ")[0].split(",")
    assert {name.strip() for name in watched} == columns
