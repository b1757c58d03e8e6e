"""Two municipalities and lives made by real acts, as in the tests of the case system.

Protecting the same counts comes out the same, and takes most of a second: what one test
had protected is handed to the next that asks for exactly that.
"""

import pickle
from functools import wraps

import pytest

from monitoring.disclosure.beveiligen import beveilig
from monitoring.disclosure.tabel import VeiligeTabel
from monitoring.levering import maak as making
from tests.inburgering.conftest import (
    collega,
    delft,
    in_delft,
    inloggen,
    klok,
    leiden,
    leven,
    rollen,
)


__all__ = [
    "collega",
    "delft",
    "in_delft",
    "inloggen",
    "klok",
    "leiden",
    "leven",
    "rollen",
]

BEVEILIGD: dict[bytes, VeiligeTabel] = {}


@wraps(beveilig)
def beveilig_eens(*args: object, **kwargs: object) -> VeiligeTabel:
    """Protect these counts, once in this process."""
    asked = pickle.dumps((args, sorted(kwargs.items())))
    if asked not in BEVEILIGD:
        BEVEILIGD[asked] = beveilig(*args, **kwargs)
    return BEVEILIGD[asked]


@pytest.fixture(autouse=True)
def onthouden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make releases from what was protected before."""
    monkeypatch.setattr(making, "beveilig", beveilig_eens)


@pytest.fixture
def opnieuw(onthouden: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protect every time anew, where that is what is tested."""
    monkeypatch.setattr(making, "beveilig", beveilig)
