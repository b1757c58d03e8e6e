"""Language and participation side by side on one time line, so that "duaal" is visible.

Drawn out of what is recorded: courses, placements and the hours of lessons per month. A
table says the same in words; the drawing adds nothing.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from inburgering.models.dossier import Dossier
from inburgering.templatetags.opmaak import datum
from inburgering.wet.begrippen import Termijnsoort
from inburgering.wet.leerroutes import LESUREN
from inburgering.wet.uitkomst import Termijn


LEFT, RIGHT, TOP, LANE, GAP = 110, 20, 34, 18, 6
WIDTH, BARS = 760, 60
# What still can be told apart: years to come at most, and then the line begins later.
MEESTE_MAANDEN, VOORUIT = 96, timedelta(days=1461)
LETTER = 8  # as wide as a letter is at most
MAANDEN = (
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip


@dataclass(frozen=True)
class Loop:
    """Something that ran: a course or a placement; ``einde`` is None while it runs."""

    naam: str
    begin: date
    einde: date | None

    def in_maand(self, eerste: date, laatste: date, vandaag: date) -> bool:
        """Say whether it ran on a day of a month that is not still to come."""
        last = min(self.einde or vandaag, vandaag)
        return self.begin <= min(laatste, last) and eerste <= last


@dataclass(frozen=True)
class Maand:
    """A month: hours of lessons, and what ran beside each other."""

    eerste: date
    uren: int
    taal: tuple[str, ...]
    participatie: tuple[str, ...]

    @property
    def laatste(self) -> date:
        """The last day."""
        return einde_maand(self.eerste)

    @property
    def duaal(self) -> bool:
        """Language and participation in one month: a course or hours, and a placement."""
        return bool((self.taal or self.uren) and self.participatie)

    @property
    def naam(self) -> str:
        """The month as people write it."""
        return f"{MAANDEN[self.eerste.month - 1]} {self.eerste.year}"


def einde_maand(dag: date) -> date:
    """Give the last day of the month of a day."""
    return dag.replace(day=monthrange(dag.year, dag.month)[1])


def _months(begin: date, end: date) -> list[date]:
    first = begin.replace(day=1)
    found = []
    while first <= end:
        found.append(first)
        first = einde_maand(first) + timedelta(days=1)
    return found


def per_maand(uren: Iterable[Any], maanden: Iterable[date]) -> dict[date, int]:
    """Divide the lesson hours of a period evenly over its days, and add up by month."""
    shares = dict.fromkeys(maanden, 0.0)
    for row in uren:
        if row.soort not in LESUREN:
            continue
        per_day = row.uren / ((row.tot_en_met - row.van).days + 1)
        for first in shares:
            start, end = max(row.van, first), min(row.tot_en_met, einde_maand(first))
            shares[first] += per_day * max(0, (end - start).days + 1)
    return {first: round(hours) for first, hours in shares.items()}


def maanden(
    begin: date, eind: date, vandaag: date, taal: list[Loop], participatie: list[Loop],
    uren: Iterable[Any],
) -> list[Maand]:  # fmt: skip
    """Give every month of the line, with what ran in it."""
    firsts = _months(begin, eind)
    hours = per_maand(uren, firsts)

    def ran(runs: list[Loop], first: date) -> tuple[str, ...]:
        return tuple(
            run.naam for run in runs if run.in_maand(first, einde_maand(first), vandaag)
        )

    return [
        Maand(first, hours[first], ran(taal, first), ran(participatie, first))
        for first in firsts
    ]


def _term(dossier: Dossier) -> Termijn | None:
    return next(
        (
            t for t in dossier.stand.termijnen
            if t.soort == Termijnsoort.INBURGERINGSTERMIJN
        ),
        None,
    )  # fmt: skip


class Schaal:
    """From a day to a place on the drawing."""

    def __init__(self, begin: date, eind: date) -> None:
        """Take the first and the last day of the line."""
        self.begin, self.eind = begin, eind
        self.days = max(1, (eind - begin).days + 1)

    def x(self, dag: date) -> int:
        """Give where a day begins; outside the line: at its edge."""
        day = min(max((dag - self.begin).days, 0), self.days)
        return LEFT + round(day * (WIDTH - LEFT - RIGHT) / self.days)

    def balk(self, begin: date, einde: date, y: int) -> dict[str, int]:
        """Give the bar of a period; never too thin to see."""
        left = self.x(begin)
        return {
            "x": left,
            "y": y,
            "breedte": max(3, self.x(einde + timedelta(days=1)) - left),
        }


def _span(dossier: Dossier, runs: list[Loop], uren: Iterable[Any]) -> tuple[date, date]:
    vandaag, term = dossier.stand.peildatum, _term(dossier)
    days = [vandaag, *(run.begin for run in runs), *(row.van for row in uren)]
    ends = [vandaag, *(run.einde or run.begin for run in runs)]
    if term:
        days.append(term.begin)
        ends.append(term.uiterlijk)
    end = einde_maand(min(max(ends), vandaag + VOORUIT))
    firsts = _months(min(days), end)
    return firsts[-MEESTE_MAANDEN:][0], end


def tijdlijn(
    dossier: Dossier, aanbod: Iterable[Any], participaties: Iterable[Any]
) -> dict[str, Any] | None:
    """Give the drawing and its table; None when nothing ran yet."""
    vandaag, uren = dossier.stand.peildatum, dossier.feiten.uren
    language = [
        Loop(str(row.cursus or row.aanbieder), row.begonnen_op, row.beeindigd_op)
        for row in aanbod
        if row.begonnen_op
    ]
    places = [
        Loop(row.get_vorm_display(), row.begin, row.einde) for row in participaties
    ]
    lessons = [row for row in uren if row.soort in LESUREN]
    if not language and not places and not lessons:
        return None
    begin, eind = _span(dossier, [*language, *places], lessons)
    schaal = Schaal(begin, eind)
    months = maanden(begin, eind, vandaag, language, places, lessons)
    most = max((month.uren for month in months), default=0)
    y = TOP
    lanes = []
    for title, runs in (("Taal", language), ("Participatie", places)):
        bars = []
        for n, run in enumerate(runs):
            last = run.einde or max(vandaag, run.begin)
            if last < begin or run.begin > eind:
                continue
            bar = schaal.balk(run.begin, last, y + n * (LANE + GAP))
            fits = LETTER * len(run.naam) + 2 * GAP <= bar["breedte"]
            bars.append(
                bar | {
                    "naam": run.naam, "tekst": run.naam if fits else "",
                    "tekst_x": bar["x"] + GAP, "tekst_y": bar["y"] + LANE - 4,
                }
            )  # fmt: skip
        lanes.append({"naam": title, "y": y, "balken": bars})
        y += max(1, len(runs)) * (LANE + GAP) + GAP
    base = y + BARS
    term = _term(dossier)
    return {
        "breedte": WIDTH, "hoogte": base + 30, "links": LEFT, "rechts": WIDTH - RIGHT,
        "laan": LANE, "boven": TOP - 8, "onder": base,
        "taal": lanes[0], "participatie": lanes[1],
        "uren_y": y + LANE,
        "uren": [
            schaal.balk(month.eerste, month.laatste, base - height)
            | {"hoogte": height, "naam": f"{month.naam}: {month.uren} uur les"}
            for month in months
            if (height := round(month.uren * (BARS - 8) / most) if most else 0)
        ],
        "duaal": [
            schaal.balk(month.eerste, month.laatste, TOP - 8) | {"hoogte": base - TOP + 8}
            for month in months if month.duaal
        ],
        "jaren": [
            {"x": schaal.x(first), "jaar": str(first.year)}
            for first in _months(begin, eind) if first.month == 1
        ],
        "lijnen": _lines(schaal, vandaag, term),
        "maanden": [m for m in months if m.uren or m.taal or m.participatie],
        "aantal_duaal": sum(month.duaal for month in months),
        "begin": begin, "eind": eind, "termijn": term, "vandaag": vandaag,
    }  # fmt: skip


def _lines(schaal: Schaal, vandaag: date, term: Termijn | None) -> list[dict[str, Any]]:
    """Give the lines from top to bottom: today, and the first and last day of the term."""
    lines = [
        {"x": schaal.x(vandaag), "soort": "nu", "naam": f"Vandaag, {datum(vandaag)}"}
    ]
    if term:
        lines += [
            {
                "x": schaal.x(term.begin), "soort": "termijn",
                "naam": f"Begin van de termijn, {datum(term.begin)}",
            },
            {
                "x": schaal.x(term.uiterlijk), "soort": "termijn",
                "naam": f"Einde van de termijn, {datum(term.uiterlijk)}",
            },
        ]  # fmt: skip
    return lines
