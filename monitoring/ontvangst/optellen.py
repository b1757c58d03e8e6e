"""Combining municipalities: sums of rounded values, never rounded again (policy 3).

Only what a municipality shows is in a sum, so there is nothing to subtract it from. A
sum of fewer than three members says no more than their own releases and is not made;
one whose rounding error is too large is not shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from monitoring.disclosure.beleid import MINSTENS_LEDEN
from monitoring.disclosure.regio import nauwkeurig, standaardfout
from monitoring.disclosure.uitgave import Uitgave
from monitoring.indicators.catalogus import Cel, Tabel


@dataclass(frozen=True)
class Som:
    """One cell of a parent. ``waarde`` is None when the sum is not precise enough."""

    cohort: int
    telling: str
    cel: Cel
    leden: int
    waarde: int | None
    fout: float


def optellen(uitgaven: Sequence[Uitgave], tabel: Tabel) -> list[Som]:
    """The sums over these editions of different municipalities, cohort by cohort."""
    if len({uitgave.gemeente for uitgave in uitgaven}) < MINSTENS_LEDEN:
        return []
    delen: dict[tuple[int, str, Cel], list[int]] = {}
    for uitgave in uitgaven:
        for blok in uitgave.blokken:
            for cel, waarde in blok.cellen.items():
                delen.setdefault((blok.cohort, blok.telling, cel), []).append(waarde)
    return [
        _som(plek, delen[plek])
        for plek in _volgorde(delen, tabel)
        if len(delen[plek]) >= MINSTENS_LEDEN
    ]


def _som(plek: tuple[int, str, Cel], waarden: Sequence[int]) -> Som:
    totaal, leden = sum(waarden), len(waarden)
    toon = nauwkeurig(totaal, leden)
    return Som(*plek, leden, totaal if toon else None, standaardfout(leden))


def _volgorde(
    plekken: Iterable[tuple[int, str, Cel]], tabel: Tabel
) -> list[tuple[int, str, Cel]]:
    rang = {telling.code: nummer for nummer, telling in enumerate(tabel.tellingen)}
    return sorted(plekken, key=lambda plek: (-plek[0], rang[plek[1]]))
