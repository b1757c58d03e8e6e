"""Periods: which edition a code like 2026K3, 2026H1 or 2026J stands for.

The reference day is the last day of the period, or today while the period still runs:
what the edition says is then true of today, and its bytes say so.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from monitoring.disclosure.uitgave import Editie, Editiesoort


_CODE = re.compile(r"(20\d\d)(?:K([1-4])|H([12])|J)")
_RANG = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde"}


class OnbekendePeriode(ValueError):
    """This is no period of which an edition can be made."""


def _ontleed(code: str) -> tuple[Editiesoort, int, int, int]:
    """Kind, year, number within the year, and the last month of the period."""
    gevonden = _CODE.fullmatch(code.strip().upper())
    if gevonden is None:
        raise OnbekendePeriode(
            f"{code!r} is geen periode. Schrijf bijvoorbeeld 2026K3 (kwartaal), "
            "2026H1 (halfjaar) of 2026J (jaar)."
        )
    jaar, kwartaal, half = gevonden.groups()
    if kwartaal:
        return Editiesoort.KWARTAAL, int(jaar), int(kwartaal), 3 * int(kwartaal)
    if half:
        return Editiesoort.HALFJAAR, int(jaar), int(half), 6 * int(half)
    return Editiesoort.JAAR, int(jaar), 1, 12


def laatste_dag(code: str) -> date:
    """The last day of a period. Raises ``OnbekendePeriode``."""
    _, jaar, _, maand = _ontleed(code)
    return date(jaar + maand // 12, maand % 12 + 1, 1) - timedelta(days=1)


def editie(code: str, vandaag: date, *, correctie: bool = False) -> Editie:
    """The edition of a period that has begun. Raises ``OnbekendePeriode``."""
    soort, jaar, _, maand = _ontleed(code)
    lengte = {Editiesoort.KWARTAAL: 3, Editiesoort.HALFJAAR: 6, Editiesoort.JAAR: 12}
    if date(jaar, maand - lengte[soort] + 1, 1) > vandaag:
        woorden = naam(code)
        raise OnbekendePeriode(
            f"{woorden[0].upper()}{woorden[1:]} is nog niet begonnen."
        )
    if correctie and soort is not Editiesoort.JAAR:
        raise OnbekendePeriode("Een correctie van cijfers wacht op de jaareditie.")
    return Editie(
        code.strip().upper(), soort, min(laatste_dag(code), vandaag), correctie
    )


def naam(code: str) -> str:
    """The period in words."""
    soort, jaar, nummer, _ = _ontleed(code)
    if soort is Editiesoort.KWARTAAL:
        return f"het {_RANG[nummer]} kwartaal van {jaar}"
    if soort is Editiesoort.HALFJAAR:
        return f"het {_RANG[nummer]} halfjaar van {jaar}"
    return f"heel {jaar}"


def te_kiezen(vandaag: date, hoeveel: int = 6) -> list[str]:
    """The newest periods that have begun, in the rhythm of the editions.

    After the first and third quarter the quarterly edition, after the second the
    half-yearly, after the fourth the yearly one.
    """
    ritme = ("{}K1", "{}H1", "{}K3", "{}J")
    return list(_terug(vandaag, ritme))[:hoeveel]


def _terug(vandaag: date, ritme: tuple[str, ...]) -> Iterator[str]:
    for jaar in (vandaag.year, vandaag.year - 1):
        for nummer in reversed(range(4)):
            if date(jaar, 3 * nummer + 1, 1) <= vandaag:
                yield ritme[nummer].format(jaar)
