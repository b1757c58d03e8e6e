"""A share out of two rounded counts, with the interval that rounding leaves (policy 5).

Shown from a rounded denominator of 50 on, indicative below 200. The interval is the
union of the Wilson intervals over every pair of true counts that the rounded pair
leaves open; plain Wilson on rounded counts would be far too narrow. Shares are
fractions (0-1); counts are persons.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt


MINSTE_NOEMER = 50
MINSTE_ZEKER = 200
MINSTE_UITERSTE = 100
UITERSTE = 0.05

# Two-sided 95 % of the normal distribution.
_Z = 1.959964


class Toon(StrEnum):
    """May the share be shown, and how?"""

    NIET = "niet"
    INDICATIEF = "indicatief"
    GEWOON = "gewoon"


@dataclass(frozen=True)
class Aandeel:
    """A share: ``waarde`` is None when it is not shown; ``tekst`` is what to print."""

    toon: Toon
    tekst: str
    waarde: float | None = None
    laag: float | None = None
    hoog: float | None = None


def aandeel(teller: int, noemer: int, *, speling: int = 4) -> Aandeel:
    """The share of two rounded counts, each at most ``speling`` from the truth."""
    if noemer < MINSTE_NOEMER:
        return Aandeel(Toon.NIET, "te weinig personen")
    toon = Toon.INDICATIEF if noemer < MINSTE_ZEKER else Toon.GEWOON
    laag, _ = wilson(max(0, teller - speling), noemer + speling)
    hoogste = min(teller + speling, noemer + speling)
    _, hoog = wilson(hoogste, max(hoogste, noemer - speling))
    waarde = teller / noemer
    return Aandeel(toon, _tekst(waarde, noemer), waarde, laag, hoog)


def wilson(teller: int, noemer: int) -> tuple[float, float]:
    """The 95 % score interval of a share of true counts."""
    deel, z2 = teller / noemer, _Z * _Z
    midden = (deel + z2 / (2 * noemer)) / (1 + z2 / noemer)
    helft = (
        _Z
        * sqrt(deel * (1 - deel) / noemer + z2 / (4 * noemer * noemer))
        / (1 + z2 / noemer)
    )
    return max(0.0, midden - helft), min(1.0, midden + helft)


def _tekst(waarde: float, noemer: int) -> str:
    if noemer < MINSTE_UITERSTE and waarde <= UITERSTE:
        return "\N{LESS-THAN OR EQUAL TO} 5 %"
    if noemer < MINSTE_UITERSTE and waarde >= 1 - UITERSTE:
        return "\N{GREATER-THAN OR EQUAL TO} 95 %"
    return f"{round(waarde * 100)} %"
