"""What was published before: the frozen value, the value that a cell may not fall below.

Editions come in the order in which they appeared, withdrawn and corrected ones included.
"""

from collections.abc import Iterable, Iterator, Sequence

from monitoring.disclosure.uitgave import Blok, Status, Uitgave
from monitoring.indicators.catalogus import Cel, Tabel


def getoond(
    eerder: Sequence[Uitgave], cohort: int, telling: str
) -> Iterator[tuple[int, Blok]]:
    """Every earlier edition that showed this count, newest first, with its place."""
    for nummer in range(len(eerder) - 1, -1, -1):
        blok = eerder[nummer].blok(cohort, telling)
        if blok is not None and blok.getoond:
            yield nummer, blok


def definitief(eerder: Sequence[Uitgave], cohort: int, telling: str) -> Blok | None:
    """The frozen block of this count: republished byte for byte (release policy 1.3)."""
    for _, blok in getoond(eerder, cohort, telling):
        if blok.status is Status.DEFINITIEF:
            return blok
    return None


def eerdere_cijfers(
    eerder: Sequence[Uitgave], cohort: int, telling: str, cellen: Iterable[Cel]
) -> dict[Cel, int] | None:
    """The last published values of exactly these cells, all from one edition."""
    gevraagd = tuple(cellen)
    for _, blok in getoond(eerder, cohort, telling):
        if all(cel in blok.cellen for cel in gevraagd):
            return {cel: blok.cellen[cel] for cel in gevraagd}
    return None


def andere_sleutel(eerder: Sequence[Uitgave], nu: Uitgave, cohort: int) -> bool:
    """Was this cohort rounded before with another key?"""
    return any(
        uitgave.sleutelkenmerk != nu.sleutelkenmerk
        for uitgave in eerder
        if cohort in uitgave.cohorten
    )


def ondergrens(
    eerder: Sequence[Uitgave], nu: Uitgave, tabel: Tabel, blok: Blok, cel: Cel
) -> int:
    """Below which published value this cell may not fall: its last one, if it grows.

    A growing count with a sticky threshold never rounds to less than before; a fall
    would be proof of more than the figures say. A declared correction lifts this.
    """
    if nu.editie.correctie or not tabel.telling(blok.telling).groeit(cel):
        return 0
    for nummer, vorig in getoond(eerder, blok.cohort, blok.telling):
        if cel in vorig.cellen:
            return vorig.cellen[cel]
        if eerder[nummer].editie.correctie:
            return 0
    return 0


def bovengrens(nu: Uitgave, tabel: Tabel, blok: Blok, cel: Cel) -> int | None:
    """Above which published value this cell may not rise: that of its whole."""
    binnen = tabel.telling(blok.telling).binnen
    geheel = nu.blok(blok.cohort, binnen) if binnen else None
    return None if geheel is None else geheel.cellen.get(cel)
