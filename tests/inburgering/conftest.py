"""Two municipalities, somebody of every role in each, and a clock that stands still."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from inburgering.authorization.roles import Rol
from inburgering.models import Aanbieder, Gemeente, Lidmaatschap
from inburgering.models.gemeente import gemeente
from tests.inburgering.cast import (
    VANDAAG,
    Leven,
    lid_van,
    maak_aanbieder,
    maak_cursus,
    moment,
)


@pytest.fixture
def delft(db: None) -> Gemeente:
    return Gemeente.objects.create(code="0503", naam="Delft")


@pytest.fixture
def leiden(db: None) -> Gemeente:
    return Gemeente.objects.create(code="0546", naam="Leiden")


@pytest.fixture
def in_delft(delft: Gemeente) -> Iterator[Gemeente]:
    """Put Delft in force for the length of the test."""
    with gemeente(delft):
        yield delft


@pytest.fixture
def collega(delft: Gemeente) -> Lidmaatschap:
    """A client manager of Delft with a mandate."""
    return lid_van(delft)


@pytest.fixture
def rollen(delft: Gemeente) -> dict[Rol, Lidmaatschap]:
    """Somebody of every role in Delft."""
    return {rol: lid_van(delft, rol.value) for rol in Rol}


@pytest.fixture
def leven(in_delft: Gemeente, collega: Lidmaatschap) -> Callable[..., Leven]:
    """Register a person in Delft and live on from there, by real acts."""
    made = 0

    def registreer(begin: date | None = None, **anders: Any) -> Leven:
        nonlocal made
        made += 1
        if begin is not None:
            anders["begin"] = begin
        return Leven(anders.pop("lid", collega), made, **anders)

    return registreer


@pytest.fixture
def aanbieder(in_delft: Gemeente, collega: Lidmaatschap) -> Aanbieder:
    """A provider of Delft with a quality mark and one course."""
    made = maak_aanbieder(collega)
    maak_cursus(collega, made)
    return made


@pytest.fixture
def klok() -> Iterator[time_machine.Traveller]:
    """Let it be ten o'clock on the fixed day, and time go on from there."""
    with time_machine.travel(moment(VANDAAG), tick=True) as reis:
        yield reis


@pytest.fixture
def inloggen(klok: time_machine.Traveller) -> Callable[[Lidmaatschap], Client]:
    """Sign somebody in, in two steps."""

    def sign_in(lid: Lidmaatschap) -> Client:
        client = Client()
        client.force_login(lid.gebruiker)
        session = client.session
        session["tweede_stap"] = True
        session["lidmaatschap"] = lid.pk
        session["laatst_actief"] = int(moment(VANDAAG).timestamp())
        session.save()
        return client

    return sign_in


@pytest.fixture
def scherm(inloggen: Callable[[Lidmaatschap], Client], collega: Lidmaatschap) -> Client:
    """The browser of the client manager of Delft."""
    return inloggen(collega)
