"""A municipality at work: people in every role, a team, and a fixed day."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from inburgering.models import Gemeente, Lidmaatschap, Team
from inburgering.models.gemeente import gemeente
from tests.aanmelden import meld_aan
from tests.inburgering.views.zaken import lid_van


VANDAAG = date(2026, 11, 20)


@pytest.fixture
def vandaag() -> Iterator[date]:
    """Stop the clock at noon."""
    with time_machine.travel("2026-11-20T11:00:00Z", tick=False):
        yield VANDAAG


@pytest.fixture
def delft(db, vandaag) -> Iterator[Gemeente]:
    """Put Delft in force."""
    made = Gemeente.objects.create(code="0503", naam="Delft")
    with gemeente(made):
        yield made


@pytest.fixture
def leiden(db) -> Gemeente:
    """A neighbour."""
    return Gemeente.objects.create(code="0546", naam="Leiden")


@pytest.fixture
def team(delft) -> Team:
    return Team.objects.create(gemeente=delft, naam="Team Noord")


@pytest.fixture
def collega(delft, team) -> Lidmaatschap:
    return lid_van(delft, naam="J. de Wit", team=team)


@pytest.fixture
def teamleider(delft) -> Lidmaatschap:
    return lid_van(delft, "teamleider", naam="M. Visser")


@pytest.fixture
def als(client) -> Callable[[Lidmaatschap], Client]:
    """Sign in as somebody."""

    def sign_in(lid: Lidmaatschap) -> Client:
        return meld_aan(client, lid)

    return sign_in


# What the database needs to keep its own order is no question.
ORDE = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK", "SELECT set_config")


@pytest.fixture
def hoogstens() -> Callable[[int], AbstractContextManager[list[str]]]:
    """Refuse more than so many statements in a block; gives them."""

    @contextmanager
    def at_most(most: int) -> Iterator[list[str]]:
        found: list[str] = []
        with CaptureQueriesContext(connection) as captured:
            yield found
        found += [
            query["sql"]
            for query in captured.captured_queries
            if not query["sql"].startswith(ORDE)
        ]
        assert len(found) <= most, "\n".join(found)

    return at_most
