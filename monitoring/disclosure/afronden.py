"""Controlled rounding to base 5 with sticky thresholds (release policy 1.2 and 2).

Every cell goes to an adjacent multiple, every equation keeps holding. Which of the two
multiples is settled by a threshold per cell, HMAC(key, cell id) without period and
without count, so that it never moves: up when the remainder (in fifths) is above it,
which is right on average. Where the thresholds do not add up, the cheapest departure
is taken: a cell costs how far its remainder lies from its threshold.

The total of the started is settled by its own threshold, before the rest and whatever
the rest is; so whether a cohort is large enough is decided on a value that is published.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.disclosure.beleid import BASIS, DREMPELSCHAAL
from monitoring.disclosure.kubus import Kubus
from monitoring.disclosure.oplosser import Programma
from monitoring.indicators.catalogus import Cel


Keuzes = tuple[int, ...]


@dataclass(frozen=True, repr=False)
class Opdracht:
    """One count to round: true counts (persons), thresholds, and per cell the multiples
    of the base that it may become. ``totaal_eerst``: the total goes by its threshold
    alone."""

    kubus: Kubus
    waar: Mapping[Cel, int]
    drempels: Mapping[Cel, int]
    keuzes: Mapping[Cel, Keuzes]
    totaal_eerst: bool


def drempel(sleutel: bytes, *celnaam: object) -> int:
    """The sticky threshold of a cell: a whole number from 0 below DREMPELSCHAAL."""
    naam = "|".join(map(str, celnaam)).encode()
    digest = hmac.new(sleutel, b"drempel|" + naam, hashlib.sha256).digest()
    return int.from_bytes(digest[:16]) % DREMPELSCHAAL


def sleutelkenmerk(sleutel: bytes) -> str:
    """A mark by which a reader sees that two editions used the same key."""
    return hmac.new(sleutel, b"sleutelkenmerk", hashlib.sha256).hexdigest()[:16]


def buren(aantal: int) -> Keuzes:
    """The adjacent multiples of a count: itself, when it is one."""
    onder = aantal - aantal % BASIS
    return (onder,) if aantal == onder else (onder, onder + BASIS)


def rond_af(opdracht: Opdracht) -> dict[Cel, int] | None:
    """The rounded cells; None when nothing allowed adds up."""
    if any(not keuzes for keuzes in opdracht.keuzes.values()):
        return None
    keuzes = dict(opdracht.keuzes)
    if opdracht.totaal_eerst:
        top = opdracht.kubus.top
        keuzes[top] = (op_drempel(opdracht, top),)
    programma = Programma()
    # A column counts steps of one base above the lowest choice of its cell.
    kolom = {cel: programma.kolom(0, len(k) - 1) for cel, k in keuzes.items()}
    for v in opdracht.kubus.vergelijkingen:
        rest = keuzes[v.ouder][0] - sum(keuzes[deel][0] for deel in v.delen)
        termen = {kolom[deel]: 1.0 for deel in v.delen} | {kolom[v.ouder]: -1.0}
        programma.rij(rest / BASIS, rest / BASIS, termen)
    programma.doel({kolom[cel]: _kosten(opdracht, cel) for cel in keuzes})
    waarden = programma.los_op()
    if waarden is None:
        return None
    rond = {cel: k[0] + BASIS * int(waarden[kolom[cel]]) for cel, k in keuzes.items()}
    _nagerekend(opdracht, rond)
    return rond


def op_drempel(opdracht: Opdracht, cel: Cel) -> int:
    """What a cell becomes by its own threshold, within its choices."""
    keuzes = opdracht.keuzes[cel]
    if not keuzes:
        return buren(opdracht.waar[cel])[0]
    return keuzes[-1] if _kosten(opdracht, cel) < 0 else keuzes[0]


def _kosten(opdracht: Opdracht, cel: Cel) -> float:
    """What one step up costs: threshold less remainder, both on the same scale."""
    rest = opdracht.waar[cel] % BASIS
    return float(opdracht.drempels[cel] - rest * DREMPELSCHAAL // BASIS)


def _nagerekend(opdracht: Opdracht, rond: Mapping[Cel, int]) -> None:
    """The promise of this module, checked on every result before it is used."""
    if opdracht.kubus.onjuist(rond):
        raise AssertionError("de afronding telt niet op")
    for cel, waarde in rond.items():
        if waarde not in opdracht.keuzes[cel] or waarde not in buren(
            opdracht.waar[cel]
        ):
            raise AssertionError(f"cel {cel} is niet naar een buur afgerond")
