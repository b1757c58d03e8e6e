"""The verdict: what can a reader learn from everything published? (release policy 4)

Reads published figures and declared outside knowledge, never a true count, and
examines every published cell of every edition. It fails when a cell that can be 1-4
keeps fewer than four candidates, when an attribute is forced to nobody or everybody,
when the flow between two editions of a cell has fewer than four candidates, or when the
bytes cannot have come out of this policy.
"""

from collections.abc import Sequence
from functools import partial

from monitoring.disclosure.bouw import bouw
from monitoring.disclosure.kennis import Kennis
from monitoring.disclosure.oordeel import Methode, Oordeel, Soort
from monitoring.disclosure.structuur import controleer
from monitoring.disclosure.uitgave import Uitgave
from monitoring.disclosure.zoektocht import Zoektocht, lineair
from monitoring.indicators.catalogus import Tabel


def audit(
    uitgaven: Sequence[Uitgave],
    tabel: Tabel,
    kennis: Kennis,
    *,
    methode: Methode = Methode.GEHEEL,
    breedte: int = 1,
) -> Oordeel:
    """The verdict on all editions of one municipality together, oldest first.

    ``breedte``: how many bases a value may be off by the sender's own declaration; the
    policy in force allows one.
    """
    oordeel = Oordeel(methode)
    for cohort in sorted({c for uitgave in uitgaven for c in uitgave.cohorten}):
        oordeel += audit_cohort(
            uitgaven, tabel, cohort, kennis, methode=methode, breedte=breedte
        )
    return oordeel


def audit_cohort(
    uitgaven: Sequence[Uitgave],
    tabel: Tabel,
    cohort: int,
    kennis: Kennis,
    *,
    methode: Methode = Methode.GEHEEL,
    breedte: int = 1,
) -> Oordeel:
    """The verdict on one cohort. Cohorts share no person, so each stands alone."""
    gezien = tuple(
        bevinding
        for bevinding in controleer(uitgaven, tabel)
        if bevinding.plek.cohort == cohort
    )
    if any(b.soort is Soort.VERKEERDE_CELLEN for b in gezien):
        return Oordeel(methode, gezien)
    # Bytes that broke the rule tell nothing through it: then the widest view is used.
    maak = partial(
        bouw,
        uitgaven,
        tabel,
        cohort,
        kennis,
        geheel=methode is Methode.GEHEEL,
        breedte=breedte,
    )
    ruim = partial(maak, regel_bekend=False)
    if methode is Methode.LINEAIR:
        model = ruim()
        uitslag = lineair(model)
    else:
        model = maak(regel_bekend=not gezien and breedte == 1)
        uitslag = Zoektocht(model, ruim).zoek()
    return Oordeel(
        methode,
        gezien + uitslag.bevindingen,
        len(model.vragen),
        uitslag.getuigen,
        uitslag.minste,
    )
