"""Two municipalities, and somebody who works in each."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

import kombu.pools
import pytest

from inburgering.actions.traject import registreren
from inburgering.celery import app
from inburgering.models import Gebruiker, Gemeente, Inburgeraar, Lidmaatschap


@pytest.fixture
def delft(db) -> Gemeente:
    return Gemeente.objects.create(code="0503", naam="Delft")


@pytest.fixture
def leiden(db) -> Gemeente:
    return Gemeente.objects.create(code="0546", naam="Leiden")


def lid_van(gemeente: Gemeente, rol: str = "klantmanager", **velden) -> Lidmaatschap:
    """Make a user with one role in a municipality."""
    nummer = Gebruiker.objects.count() + 1
    gebruiker = Gebruiker.objects.create_user(
        f"{rol}{nummer}@{gemeente.naam.lower()}.example", "geheim-woord-1",
        naam=f"{rol.capitalize()} {gemeente.naam} {nummer}",
    )  # fmt: skip
    velden = {"begin": date(2022, 1, 1), "mandaat": True} | velden
    return Lidmaatschap.objects.create(
        gebruiker=gebruiker, gemeente=gemeente, rol=rol, **velden
    )


@pytest.fixture
def collega(delft) -> Lidmaatschap:
    return lid_van(delft)


VROEG = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def nieuw_traject(lid: Lidmaatschap, on: datetime = VROEG, **velden):
    """Register a person, as the act does it; a municipality must be in force."""
    nummer = Inburgeraar.objects.count() + 1
    gegevens = {
        "v_nummer": f"{nummer:010d}", "voornamen": "Amina", "geslachtsnaam": "Haddad",
        "geboortedatum": "1990-05-00", "geslacht": "vrouw", "nationaliteit": "0336",
        "geboorteland": "7009", "doelgroep": "asielstatushouder",
        "verblijfsituatie": "gemeente", "datum_plicht": date(2026, 1, 5),
        "datum_kennisgeving": date(2026, 1, 12), "datum_inschrijving": date(2026, 2, 2),
    } | velden  # fmt: skip
    return registreren(by=lid, on=on, **gegevens).traject


@contextmanager
def sending_to(broker: str) -> Iterator[None]:
    """Let this process send its wake-ups to a broker of its own."""

    def aim(url: str | None) -> None:
        kombu.pools.reset()
        app._pool = app.amqp._producer_pool = None
        app.conf.broker_url = url

    former = app.conf.broker_url
    aim(broker)
    try:
        yield
    finally:
        aim(former)
