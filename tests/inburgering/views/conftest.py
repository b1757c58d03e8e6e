"""A municipality at work: people in every role, a team, and a fixed day."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

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
