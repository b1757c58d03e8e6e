"""Two municipalities, and somebody who works in each."""

from datetime import date

import pytest

from inburgering.models import Gebruiker, Gemeente, Lidmaatschap


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
