"""A small language for conditions over one row of facts.

An indicator says *which* cases it counts without knowing how a database is asked.
Terms are column names, day numbers and the reference day (peildag) of the edition.
A comparison with something unknown is false, as in SQL; there is no "not", so nothing
unknown can turn into a yes.

Day numbers are proleptic ordinals (``date.toordinal()``): facts hold no dates.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias


Waarde: TypeAlias = int | str
Rij: TypeAlias = Mapping[str, "Waarde | None"]

FEIT_TRAJECT = "trajectfeit"

# Per fact table: the column and what it holds. One row is one case.
KOLOMMEN: Mapping[str, Mapping[str, str]] = {
    FEIT_TRAJECT: {
        "cohort": "calendar year in which the duty began",
        "groep": "group at the start (doelgroep)",
        "route_eerste_pip": "route of the first PIP, or nog_geen_pip",
        "plicht_dag": "first day of the duty",
        "pip_termijn_dag": "last day of the original ten weeks; empty while the "
        "clock has not begun",
        "pip_dag": "dagtekening of the first PIP",
        "behaald_dag": "day on which all parts were met, by our own finding",
    },
}


class Teken(StrEnum):
    """How two terms are compared."""

    GELIJK = "="
    KLEINER = "<"
    HOOGSTENS = "<="


_BEREKEN: Mapping[Teken, Callable[[Any, Any], bool]] = {
    Teken.GELIJK: operator.eq,
    Teken.KLEINER: operator.lt,
    Teken.HOOGSTENS: operator.le,
}


@dataclass(frozen=True)
class Kolom:
    """A column of the fact table, plus a number of days."""

    naam: str
    plus: int = 0


@dataclass(frozen=True)
class Peildag:
    """The reference day of the edition, as a day number."""


Term: TypeAlias = Kolom | Peildag | int | str


@dataclass(frozen=True)
class Vergelijk:
    """Two terms compared."""

    links: Term
    teken: Teken
    rechts: Term


@dataclass(frozen=True)
class En:
    """All of these; of nothing at all it is true."""

    delen: tuple[Voorwaarde, ...] = ()


@dataclass(frozen=True)
class Of:
    """At least one of these."""

    delen: tuple[Voorwaarde, ...]


Voorwaarde: TypeAlias = Vergelijk | En | Of


def geldt(voorwaarde: Voorwaarde, rij: Rij, peildag: int) -> bool:
    """Does the condition hold for this row? The meaning that every query must have."""
    if isinstance(voorwaarde, En):
        return all(geldt(deel, rij, peildag) for deel in voorwaarde.delen)
    if isinstance(voorwaarde, Of):
        return any(geldt(deel, rij, peildag) for deel in voorwaarde.delen)
    links = _waarde(voorwaarde.links, rij, peildag)
    rechts = _waarde(voorwaarde.rechts, rij, peildag)
    if links is None or rechts is None:
        return False
    return _BEREKEN[voorwaarde.teken](links, rechts)


def kolommen(voorwaarde: Voorwaarde) -> frozenset[str]:
    """Which columns does the condition read?"""
    if isinstance(voorwaarde, Vergelijk):
        termen = (voorwaarde.links, voorwaarde.rechts)
        return frozenset(term.naam for term in termen if isinstance(term, Kolom))
    return frozenset().union(*(kolommen(deel) for deel in voorwaarde.delen))


def _waarde(term: Term, rij: Rij, peildag: int) -> Waarde | None:
    if isinstance(term, Peildag):
        return peildag
    if not isinstance(term, Kolom):
        return term
    waarde = rij[term.naam]
    return waarde + term.plus if isinstance(waarde, int) else waarde
