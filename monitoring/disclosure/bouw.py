"""The attacker's model of one municipality and cohort, over all editions (policy 4).

What it knows: (a) published values are less than a base from the truth, (b) true counts
add up, (c) a part is not more than its whole, (d) growing counts grow, (f) structural
zeros, (g) why a cohort was not shown, (h) outside knowledge; and (e) the sticky rule.

On (e). Seeing that a rounding was *chosen* tells more than seeing that it was possible:
each cell has one threshold for ever. A world counts as a candidate only when thresholds
exist with which the method, at every edition, gives exactly the published values as its
one best answer. That is a linear condition (the reduced costs of the rounding program,
``_regel``), so it fits in the same integer program, and every candidate is a world that
nobody can exclude from the bytes. Cells that were bound from one side by public values
prove nothing on that side and are left free there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from monitoring.disclosure.aanval import Model
from monitoring.disclosure.beleid import BASIS, DREMPEL_COHORT
from monitoring.disclosure.kennis import Kennis
from monitoring.disclosure.kubus import Kubus, Vergelijking, kubus_van, omvat
from monitoring.disclosure.oplosser import ONEINDIG
from monitoring.disclosure.uitgave import Blok, Plek, Status, Uitgave
from monitoring.disclosure.verleden import bovengrens, ondergrens
from monitoring.indicators.catalogus import Cel, Tabel


# Shadow prices of equations, on the scale of a threshold (0-1). A bound on them can
# only make the attacker find fewer worlds.
_PRIJS = 2.0
# How clearly the published value must be the best one.
_SPELING = 1e-4


@dataclass
class _Bouw:
    """What is known while the editions are gone through, oldest first."""

    uitgaven: Sequence[Uitgave]
    tabel: Tabel
    cohort: int
    kennis: Kennis
    model: Model
    regel_bekend: bool
    breedte: int
    kubussen: Mapping[str, Kubus] = field(default_factory=dict)


def bouw(
    uitgaven: Sequence[Uitgave],
    tabel: Tabel,
    cohort: int,
    kennis: Kennis,
    *,
    geheel: bool = True,
    regel_bekend: bool = True,
    breedte: int = 1,
) -> Model:
    """The model of this cohort.

    ``regel_bekend``: the reader knows the sticky rule and the key did not change.
    ``breedte``: how many bases a published value may be off (declared, normally 1).
    """
    b = _Bouw(
        uitgaven, tabel, cohort, kennis, Model(geheel=geheel), regel_bekend, breedte
    )
    b.kubussen = {t.code: _fijnste(b, t.code) for t in tabel.tellingen}
    for nummer in range(len(uitgaven)):
        for telling in tabel.tellingen:
            blok = uitgaven[nummer].blok(cohort, telling.code)
            if blok is not None and _telt_mee(tabel, blok):
                _voeg_toe(b, nummer, blok)
    _verschillen(b)
    _vragen(b)
    return b.model


def _fijnste(b: _Bouw, telling: str) -> Kubus:
    """The finest cube in which any edition showed this count."""
    blokken = (u.blok(b.cohort, telling) for u in b.uitgaven)
    niveaus = [blok.niveau for blok in blokken if blok and blok.niveau is not None]
    grofste = len(b.tabel.telling(telling).ladder) - 1
    return kubus_van(b.tabel, telling, min(niveaus, default=grofste))


def _telt_mee(tabel: Tabel, blok: Blok) -> bool:
    wortel = not tabel.telling(blok.telling).binnen
    return blok.getoond or (wortel and blok.status is Status.TE_KLEIN)


def _voeg_toe(b: _Bouw, nummer: int, blok: Blok) -> None:
    uitgave = b.uitgaven[nummer]
    eerder = _eerdere(b, nummer, blok)
    if eerder is not None and (
        Status.DEFINITIEF is eerder[1].status or blok.status is Status.EERDER
    ):
        # The same count of the same earlier moment: what is known of this one does
        # not bear on it.
        for cel in b.kubussen[blok.telling].cellen:
            b.model.zelfde(uitgave.plek(blok, cel), eerder[0].plek(eerder[1], cel))
        return
    for cel in b.kubussen[blok.telling].cellen:
        b.model.cel(uitgave.plek(blok, cel))
    _bekend(b, uitgave, blok)
    _verbind(b, nummer, blok)
    if blok.status is Status.TE_KLEIN:
        _te_klein(b, uitgave, blok)
    elif b.regel_bekend:
        _regel(b, nummer, blok)


def _bekend(b: _Bouw, uitgave: Uitgave, blok: Blok) -> None:
    """(a) what is published, (f) structural zeros, (h) what is known outside."""
    kubus = b.kubussen[blok.telling]
    for cel in kubus.cellen:
        plek = uitgave.plek(blok, cel)
        if cel in kubus.nullen:
            b.model.tussen(plek, 0, 0)
        if cel in blok.cellen:
            b.model.publiceer(plek, blok.cellen[cel], b.breedte)
        if plek in b.kennis.exact:
            b.model.weet(plek, b.kennis.exact[plek])


def _eerdere(b: _Bouw, nummer: int, blok: Blok) -> tuple[Uitgave, Blok] | None:
    """The last earlier edition that holds this count; the frozen one, if there is."""
    for uitgave in reversed(b.uitgaven[:nummer]):
        eerder = uitgave.blok(blok.cohort, blok.telling)
        if eerder is not None and _telt_mee(b.tabel, eerder):
            return uitgave, eerder
    return None


def _verbind(b: _Bouw, nummer: int, blok: Blok) -> None:
    """(b) sums, (c) parts of wholes, (d) growth since the edition before."""
    uitgave, kubus = b.uitgaven[nummer], b.kubussen[blok.telling]
    for v in kubus.vergelijkingen:
        delen = [uitgave.plek(blok, deel) for deel in v.delen]
        b.model.som(uitgave.plek(blok, v.ouder), delen)
    telling = b.tabel.telling(blok.telling)
    eerder = None if uitgave.editie.correctie else _eerdere(b, nummer, blok)
    for cel in kubus.cellen:
        plek = uitgave.plek(blok, cel)
        geheel = plek._replace(telling=telling.binnen)
        if geheel in b.model.cellen:
            b.model.hoogstens(plek, geheel)
        if eerder is not None and telling.groeit(cel):
            b.model.hoogstens(eerder[0].plek(eerder[1], cel), plek)


def _te_klein(b: _Bouw, uitgave: Uitgave, blok: Blok) -> None:
    """(g): the rounded total was below the threshold, and rounding follows its rule."""
    top = b.kubussen[blok.telling].top
    plek = uitgave.plek(blok, top)
    grootste = DREMPEL_COHORT - BASIS
    b.model.tussen(plek, 0, grootste + BASIS - 1)
    if b.regel_bekend:
        termen = {b.model.cellen[plek]: 1.0, _drempel(b, blok, top): -float(BASIS)}
        b.model.programma.rij(-ONEINDIG, grootste - BASIS * _SPELING, termen)


def _drempel(b: _Bouw, blok: Blok, cel: Cel) -> int:
    naam, drempels = (blok.telling, cel), b.model.drempels
    if naam not in drempels:
        drempels[naam] = b.model.programma.kolom(0, 1, geheel=False)
    return drempels[naam]


def _regel(b: _Bouw, nummer: int, blok: Blok) -> None:
    """(e): with these thresholds the published values are the one best rounding.

    A cell rounded up has reduced cost below zero, a cell rounded down above zero, where
    the cost of a step up is threshold less remainder plus the shadow prices of its
    equations. The total of the started went by its own threshold: no prices. A true
    multiple of the base had no choice.
    """
    uitgave, programma = b.uitgaven[nummer], b.model.programma
    kubus = kubus_van(b.tabel, blok.telling, blok.niveau or 0)
    prijzen: dict[Cel, dict[int, float]] = {cel: {} for cel in kubus.cellen}
    for v in kubus.vergelijkingen:
        prijs = programma.kolom(-_PRIJS, _PRIJS, geheel=False)
        prijzen[v.ouder][prijs] = -1.0
        for deel in v.delen:
            prijzen[deel][prijs] = 1.0
    if not b.tabel.telling(blok.telling).binnen:
        prijzen[kubus.top] = {}
    for cel in kubus.cellen:
        if cel in kubus.nullen:
            continue
        waarde = blok.cellen[cel]
        kosten = {_drempel(b, blok, cel): 1.0, **prijzen[cel]}
        plek = uitgave.plek(blok, cel)
        onder = ondergrens(b.uitgaven[:nummer], uitgave, b.tabel, blok, cel)
        if waarde - BASIS >= onder:
            _omhoog_gekozen(b.model, plek, waarde, kosten)
        boven = bovengrens(uitgave, b.tabel, blok, cel)
        if boven is None or waarde + BASIS <= boven:
            _omlaag_gekozen(b.model, plek, waarde, kosten)


def _omhoog_gekozen(
    model: Model, plek: Plek, waarde: int, kosten: Mapping[int, float]
) -> None:
    """If the true count is below the published one, up was the best choice."""
    kolom, groot = model.cellen[plek], 2 + _PRIJS * len(kosten)
    lager = model.programma.kolom(0, 1)
    model.programma.rij(waarde, ONEINDIG, {kolom: 1.0, lager: float(BASIS)})
    rest = (BASIS - waarde) / BASIS
    termen = {**kosten, kolom: -1 / BASIS, lager: groot}
    model.programma.rij(-ONEINDIG, rest - _SPELING + groot, termen)


def _omlaag_gekozen(
    model: Model, plek: Plek, waarde: int, kosten: Mapping[int, float]
) -> None:
    """If the true count is above the published one, down was the best choice."""
    kolom, groot = model.cellen[plek], 2 + _PRIJS * len(kosten)
    hoger = model.programma.kolom(0, 1)
    model.programma.rij(-ONEINDIG, waarde, {kolom: 1.0, hoger: -float(BASIS)})
    termen = {**kosten, kolom: -1 / BASIS, hoger: -groot}
    model.programma.rij(-waarde / BASIS + _SPELING - groot, ONEINDIG, termen)


def _verschillen(b: _Bouw) -> None:
    """Known sizes of corrections."""
    for verschil in b.kennis.verschillen:
        for plek in list(b.model.cellen):
            na = plek._replace(editie=verschil.na)
            if plek.editie == verschil.voor and na in b.model.cellen:
                b.model.verschil(plek, na, -verschil.hoogstens, verschil.hoogstens)


def _vragen(b: _Bouw) -> None:
    """Every published cell, every flow of it, every attribute with its whole."""
    gepubliceerd: dict[tuple[str, Cel], list[Plek]] = {}
    for uitgave in b.uitgaven:
        for telling in b.tabel.tellingen:
            blok = uitgave.blok(b.cohort, telling.code)
            for cel in blok.cellen if blok is not None else ():
                plek = Plek(
                    uitgave.gemeente, uitgave.editie.code, b.cohort, telling.code, cel
                )
                if cel in b.kubussen[telling.code].nullen:
                    continue
                reeks = gepubliceerd.setdefault((telling.code, cel), [])
                _vraag(b, plek, reeks, telling.binnen)
                reeks.append(plek)


def _vraag(b: _Bouw, plek: Plek, reeks: Sequence[Plek], binnen: str) -> None:
    kolommen = {b.model.cellen[eerder] for eerder in reeks}
    if b.model.cellen[plek] in kolommen:
        return
    b.model.vraag_cel(plek)
    groeit = b.tabel.telling(plek.telling).groeit(plek.cel)
    groeit &= not any(uitgave.editie.correctie for uitgave in b.uitgaven)
    for eerder in reeks:
        if not (_leeg(b, plek) and _leeg(b, eerder)):
            b.model.vraag_stroom(eerder, plek, groeit=groeit)
    if plek in b.kennis.exact or _leeg(b, plek):
        return
    for geheel in _gehelen(b, plek, binnen):
        b.model.vraag_uitersten(plek, geheel)


def _gehelen(b: _Bouw, plek: Plek, binnen: str) -> list[Plek]:
    """Of what a cell is an attribute: of its whole, or, without one, of the margins
    that it is part of (the route of a group)."""
    if binnen:
        gehelen = [plek._replace(telling=binnen)]
    else:
        gehelen = [
            plek._replace(cel=v.ouder)
            for v in b.kubussen[plek.telling].vergelijkingen
            if plek.cel in v.delen and _keuze(b, plek, v)
        ]
    return [geheel for geheel in gehelen if geheel in b.model.cellen]


def _keuze(b: _Bouw, plek: Plek, vergelijking: Vergelijking) -> bool:
    """Could one be in another part? Otherwise it is fixed by law or known already."""
    return any(
        deel != plek.cel
        and deel not in b.kubussen[plek.telling].nullen
        and not _leeg(b, plek._replace(cel=deel))
        for deel in vergelijking.delen
    )


def _leeg(b: _Bouw, plek: Plek) -> bool:
    """Is it known outside that there is nobody to count here?"""
    return any(
        aantal == 0
        and bekend.editie == plek.editie
        and bekend.cohort == plek.cohort
        and omvat(bekend.cel, plek.cel)
        for bekend, aantal in b.kennis.exact.items()
    )
