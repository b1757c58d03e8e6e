"""Two municipalities and lives made by real acts, as in the tests of the case system."""

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
