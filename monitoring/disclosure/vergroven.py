"""Which step of the ladder may be shown (release policy 1.3 and 1.4).

Decided on rounded counts, once, at the first edition of a cohort that may carry the
full table; after that only ever coarser. Everything here is a function of published
values, so a reader can repeat it and learns nothing by it.
"""

from collections.abc import Sequence

from monitoring.disclosure.beleid import DREMPEL_COHORT, DREMPEL_GEMIDDELD
from monitoring.disclosure.kubus import kubus_van
from monitoring.disclosure.uitgave import Editiesoort, Status, Uitgave
from monitoring.disclosure.verleden import getoond
from monitoring.indicators.catalogus import Cel, Tabel


def te_klein(eerder: Sequence[Uitgave], cohort: int, telling: str, totaal: int) -> bool:
    """Is the cohort not shown yet, and too small to begin with (rounded total)?"""
    return totaal < DREMPEL_COHORT and not any(getoond(eerder, cohort, telling))


def eerste_niveau(
    eerder: Sequence[Uitgave], nu: Uitgave, tabel: Tabel, cohort: int, telling: str
) -> int:
    """The finest step that earlier editions and the rhythm leave open.

    The number of steps itself: nothing, because it was withdrawn before.
    """
    ladder = tabel.telling(telling).ladder
    if any(_ingetrokken(uitgave, cohort, telling) for uitgave in eerder):
        return len(ladder)
    grofste_open = kwartaalniveau(tabel, telling)
    niveau = 0
    for nummer, blok in getoond(eerder, cohort, telling):
        vol = eerder[nummer].editie.soort is not Editiesoort.KWARTAAL
        if blok.niveau is not None and (vol or blok.niveau > grofste_open):
            niveau = max(niveau, blok.niveau)
    if nu.editie.soort is Editiesoort.KWARTAAL:
        niveau = max(niveau, grofste_open)
    return niveau


def kwartaalniveau(tabel: Tabel, telling: str) -> int:
    """The quarterly edition carries the coarsest open table: one dimension at most."""
    ladder = tabel.telling(telling).ladder
    return next(
        niveau
        for niveau, vormen in enumerate(ladder)
        if all(len(vorm) <= 1 for vorm in vormen)
    )


def besloten(eerder: Sequence[Uitgave], cohort: int, telling: str) -> bool:
    """Did an edition with the full table settle the step already?"""
    return any(
        eerder[nummer].editie.soort is not Editiesoort.KWARTAAL
        for nummer, _ in getoond(eerder, cohort, telling)
    )


def naar_omvang(tabel: Tabel, telling: str, totaal: int, niveau: int) -> int:
    """The first step from here whose cells are large enough on average (rounded)."""
    ladder = tabel.telling(telling).ladder
    for stap in range(niveau, len(ladder)):
        kubus = kubus_van(tabel, telling, stap)
        bladen = [cel for cel in kubus.binnenste if cel not in kubus.nullen]
        if totaal >= DREMPEL_GEMIDDELD * len(bladen):
            return stap
    return len(ladder)


def passend(tabel: Tabel, telling: str, niveau: int, geheel: frozenset[Cel]) -> int:
    """The first step from here whose cells all stand in the whole as well."""
    ladder = tabel.telling(telling).ladder
    for stap in range(niveau, len(ladder)):
        if geheel.issuperset(kubus_van(tabel, telling, stap).cellen):
            return stap
    return len(ladder)


def _ingetrokken(uitgave: Uitgave, cohort: int, telling: str) -> bool:
    blok = uitgave.blok(cohort, telling)
    return blok is not None and blok.status is Status.NIET_VRIJGEGEVEN
