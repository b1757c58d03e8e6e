"""What every test may count on: private services, and no silent skip."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import TransactionTestCase

from tests import diensten, sjabloon


REQUIRE_ALL = bool(os.environ.get("REQUIRE_ALL"))
BROWSER = Path(__file__).parent / "browser"
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the second round: the same tests, without those that need no database."""
    parser.addoption(
        "--only-database",
        action="store_true",
        help="run only the tests that touch the database",
    )


def touches_database(item: pytest.Item) -> bool:
    """Tell whether the outcome of a test can depend on the kind of database."""
    if item.get_closest_marker("django_db") or item.get_closest_marker("postgres"):
        return True
    test_class = getattr(item, "cls", None)
    if test_class is not None and issubclass(test_class, TransactionTestCase):
        return True
    return bool(DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ())))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Mark the journeys, and leave out what says nothing on this database."""
    sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    elsewhere = "postgres" if sqlite else "sqlite"
    kept, left_out = [], []
    for item in items:
        if BROWSER in item.path.parents:
            item.add_marker("browser")
        out = item.get_closest_marker(elsewhere) is not None or (
            config.getoption("only_database") and not touches_database(item)
        )
        (left_out if out else kept).append(item)
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    """Under REQUIRE_ALL a skipped test has failed."""
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped under REQUIRE_ALL: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[
    None, pytest.CollectReport, pytest.CollectReport
]:
    """Under REQUIRE_ALL a skipped file has failed."""
    report = yield
    if REQUIRE_ALL and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"Skipped under REQUIRE_ALL: {report.longrepr}"
    return report


def locked_tables() -> list[str]:
    """Return the tables whose rows the database itself keeps (history and logs)."""
    sql = (
        "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%slot%'"
        if connection.vendor == "sqlite"
        else "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE 'slot%'"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return sorted({name for (name,) in cursor.fetchall()})


@pytest.fixture(scope="session")
def django_db_keepdb(
    django_db_modify_db_settings: None, pytestconfig: pytest.Config
) -> bool:
    """On SQLite begin with the migrated database of a run before this one."""
    folder = sjabloon.shelf(pytestconfig)
    if folder is None:
        return False
    sjabloon.restore(folder, Path(settings.DATABASES["default"]["TEST"]["NAME"]))
    return True


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: Any, pytestconfig: pytest.Config
) -> Iterator[None]:
    """Keep the migrated database for the next run."""
    folder = sjabloon.shelf(pytestconfig)
    if folder is not None:
        with django_db_blocker.unblock():
            sjabloon.keep(folder)
    yield
    connection.close()


flush = TransactionTestCase._fixture_teardown


def flush_with_locks(self: TransactionTestCase) -> None:
    """Empty the database after a test that committed, locked tables and all.

    In use that goes through `models.vernietiging`, row by row; a test throws all away.
    """
    tables = locked_tables()
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            door = "inburgering_vernietigingsdeur"
            cursor.execute(
                f"INSERT INTO {door} (id, protocol_id, dicht_id) VALUES (1, 0, 0)"
            )
            for table in tables:
                cursor.execute(f"DELETE FROM {table}")
            cursor.execute(f"DELETE FROM {door}")
        for table in tables if connection.vendor == "postgresql" else ():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    flush(self)
    with transaction.atomic(), connection.cursor() as cursor:
        for table in tables if connection.vendor == "postgresql" else ():
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


TransactionTestCase._fixture_teardown = flush_with_locks


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """Give the url of a Redis that belongs to this process alone."""
    if diensten.redis_program() is None:
        pytest.skip("Redis is not installed.")
    with diensten.redis() as url:
        yield url


@pytest.fixture(scope="session")
def chromium() -> str:
    """Give the path of a Chromium."""
    program = diensten.chromium_program()
    if program is None:
        pytest.skip("No Chromium was found.")
    return program
