"""The catalogue: every table that may leave, as data (release policy 1.1).

Nothing outside it leaves: no ad-hoc cross tables. Today it holds the first table, group
x route per cohort. Not built yet: group x {sex | age band | origin}, the
standardisation table, the national table; a ``Kubus`` already carries linked shapes.

Why the PIP counts have no route. ``route`` is the route of the *first PIP*. Whether
that PIP was in time is settled by what happened before it, and its denominator holds
the cases that have no PIP yet; broken down by route those could stand only in the
column of the routeless, and every route would seem to have been in time. So ``rijp``
and ``pip_op_tijd`` go by group alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


CATALOGUSVERSIE = "1"

TOTAAL = "totaal"
NOG_GEEN_PIP = "nog_geen_pip"

Cel: TypeAlias = tuple[str, ...]
# The breakdowns shown together, each a tuple of dimension names; () is the total.
Vormen: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Dimensie:
    """One breakdown: its name, its codes and their Dutch labels, and its column."""

    naam: str
    kolom: str
    labels: Mapping[str, str]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, in the order of the report."""
        return tuple(self.labels)


@dataclass(frozen=True)
class Telling:
    """One count of persons, broken down by the shapes of its ladder.

    ``binnen``: the count of which every person here is also part (numerator of).
    ``ladder``: the shapes to show, finest first; coarsening goes one step down it.
    ``wisselt``: codes in whose cells the count may also go down; everywhere else the
    count can only grow from one edition to the next.
    """

    code: str
    label: str
    ladder: tuple[Vormen, ...]
    binnen: str = ""
    wisselt: frozenset[str] = frozenset()

    def groeit(self, cel: Cel) -> bool:
        """Can this cell only grow from edition to edition?"""
        return self.wisselt.isdisjoint(cel)


@dataclass(frozen=True)
class Tabel:
    """One table of the catalogue, released per municipality and cohort.

    A count stands after the count that it is part of: that is the order of rounding.
    ``nul``: cells that are empty by law (structural zeros).
    """

    code: str
    titel: str
    dimensies: tuple[Dimensie, ...]
    tellingen: tuple[Telling, ...]
    nul: frozenset[Cel] = frozenset()

    def telling(self, code: str) -> Telling:
        """The count with this code."""
        return next(telling for telling in self.tellingen if telling.code == code)


GROEP = Dimensie(
    "groep",
    "groep",
    {
        "asielstatushouder": "Asielstatushouder",
        "gezinsmigrant_en_overige_migrant": "Gezinsmigrant of overige migrant",
    },
)

ROUTE = Dimensie(
    "route",
    "route_eerste_pip",
    {
        "b1_route": "B1-route",
        "onderwijsroute": "Onderwijsroute",
        "z_route": "Z-route",
        NOG_GEEN_PIP: "Nog geen PIP",
    },
)

_MET_ROUTE: tuple[Vormen, ...] = ((("groep", "route"),), (("groep",),), ((),))
_ZONDER_ROUTE: tuple[Vormen, ...] = ((("groep",),), ((),))
_WISSELT = frozenset({NOG_GEEN_PIP})

GROEP_ROUTE = Tabel(
    "groep_route",
    "Groep en leerroute per cohort",
    (GROEP, ROUTE),
    (
        Telling("gestart", "Plicht begonnen", _MET_ROUTE, wisselt=_WISSELT),
        Telling("rijp", "Tien weken voorbij", _ZONDER_ROUTE, binnen="gestart"),
        Telling("pip_op_tijd", "PIP op tijd", _ZONDER_ROUTE, binnen="rijp"),
        Telling(
            "behaald",
            "Alle onderdelen behaald",
            _MET_ROUTE,
            binnen="gestart",
            wisselt=_WISSELT,
        ),
    ),
)

CATALOGUS: tuple[Tabel, ...] = (GROEP_ROUTE,)
