"""Who had a case, from when to when: read from the history of the hand-overs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.utils import timezone

from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.spoor import OVERGENOMEN
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Trajectstatus


# The acts that can give a case to somebody else.
GEEFT = (
    Werkhandeling.TRAJECT_TOEWIJZEN.value,
    Werkhandeling.SAMENVOEGING_VRAGEN.value,
    Werkhandeling.SAMENVOEGING_GOEDKEUREN.value,
    OVERGENOMEN,
)
Stap = tuple[date, int | None, str]
VEEL = 3  # as many caseworkers that one wants to know of it


@dataclass(frozen=True)
class Periode:
    """That a colleague had a case; ``tot`` is the day on which somebody else had it."""

    klantmanager_id: int
    naam: str
    van: date
    tot: date | None

    def dagen(self, vandaag: date) -> int:
        """How many days that was, until today as long as it lasts."""
        return ((self.tot or vandaag) - self.van).days


def perioden(ids: Iterable[int]) -> dict[int, list[Periode]]:
    """Give who had each of these cases, oldest first: one statement for all of them."""
    rows = (
        Traject.history.filter(id__in=list(ids), history_change_reason__in=GEEFT)
        .order_by("id", "history_date", "history_id")
        .values_list("id", "history_date", "klantmanager_id", "klantmanager__naam")
    )
    seen: dict[int, list[Stap]] = {}
    for key, moment, who, name in rows:
        line = seen.setdefault(key, [])
        if not line or line[-1][1] != who:
            line.append((timezone.localdate(moment), who, name or ""))
    return {key: _as_periods(line) for key, line in seen.items()}


def _as_periods(line: list[Stap]) -> list[Periode]:
    ends: list[date | None] = [*(step[0] for step in line[1:]), None]
    return [
        Periode(who, name, day, end)
        for (day, who, name), end in zip(line, ends, strict=True)
        if who is not None
    ]


def wisselingen(periods: list[Periode]) -> int:
    """How often somebody else got the case; the first one is no change."""
    return sum(a.klantmanager_id != b.klantmanager_id for a, b in pairwise(periods))


def _gehad() -> Any:
    """Ask of the history who ever had a case."""
    return Traject.history.filter(
        history_change_reason__in=GEEFT, klantmanager_id__isnull=False
    ).order_by()


def hoeveel() -> Any:
    """Give how many caseworkers a case ever had, inside another question."""
    each = _gehad().filter(id=OuterRef("pk")).values("id")
    return Subquery(
        each.annotate(n=Count("klantmanager_id", distinct=True)).values("n")
    )


def met_veel(cases: QuerySet[Traject]) -> int:
    """Count how many of these cases, that are not closed, had many caseworkers."""
    keys = cases.exclude(status=Trajectstatus.AFGESLOTEN.value).values("pk")
    each = _gehad().filter(id__in=keys).values("id")
    many = each.annotate(n=Count("klantmanager_id", distinct=True))
    return many.filter(n__gte=VEEL).count()
