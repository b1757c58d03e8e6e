"""One count of one cohort: which step, which multiples are open to it, and the rounding.

A growing count whose truth fell below what was published holds a correction. Content is
corrected in the yearly edition only (release policy 5), so until an edition says that it
corrects, the earlier figures stand. They also stand, for good, where the rounding key
was lost or changed: a new key is for new cohorts only (2).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from monitoring.disclosure.afronden import (
    Keuzes,
    Opdracht,
    buren,
    drempel,
    op_drempel,
    rond_af,
)
from monitoring.disclosure.historie import Stap, mag
from monitoring.disclosure.kennis import Kennis
from monitoring.disclosure.kubus import Kubus, kubus_van
from monitoring.disclosure.tabel import RuweTabel
from monitoring.disclosure.uitgave import Blok, Editiesoort, Status, Uitgave
from monitoring.disclosure.vergroven import (
    besloten,
    eerste_niveau,
    naar_omvang,
    passend,
    te_klein,
)
from monitoring.disclosure.verleden import (
    andere_sleutel,
    bovengrens,
    definitief,
    eerdere_cijfers,
    getoond,
    ondergrens,
)
from monitoring.indicators.catalogus import Cel, Tabel, Telling


@dataclass(frozen=True, repr=False)
class Werk:
    """What one release is made from."""

    ruw: RuweTabel
    tabel: Tabel
    eerder: tuple[Uitgave, ...]
    sleutel: bytes
    kennis: Kennis


def maak_blok(
    werk: Werk, uitgave: Uitgave, cohort: int, telling: Telling, minstens: int
) -> Blok:
    """This count at the finest step, from ``minstens`` on, that may and can be shown.

    ``uitgave``: the edition so far, with the counts that this one is part of.
    """
    vast = definitief(werk.eerder, cohort, telling.code)
    if vast is not None:
        return vast
    if andere_sleutel(werk.eerder, uitgave, cohort):
        return _als_eerder(werk, cohort, telling)
    leeg = Blok(cohort, telling.code, _status(werk, uitgave, cohort, telling))
    geheel = uitgave.blok(cohort, telling.binnen)
    if geheel is not None and not geheel.getoond:
        return Blok(cohort, telling.code, geheel.status)
    fijnste = eerste_niveau(werk.eerder, uitgave, werk.tabel, cohort, telling.code)
    niveau = max(minstens, fijnste)
    if geheel is not None:
        cellen = frozenset(geheel.cellen)
        return _afgerond(
            werk, uitgave, leeg, passend(werk.tabel, telling.code, niveau, cellen)
        )
    totaal = _totaal(werk, uitgave, leeg)
    if te_klein(werk.eerder, cohort, telling.code, totaal):
        return Blok(cohort, telling.code, Status.TE_KLEIN)
    if not besloten(werk.eerder, cohort, telling.code):
        niveau = naar_omvang(werk.tabel, telling.code, totaal, niveau)
    return _afgerond(werk, uitgave, leeg, niveau)


def _als_eerder(werk: Werk, cohort: int, telling: Telling) -> Blok:
    for _, vorig in getoond(werk.eerder, cohort, telling.code):
        return replace(vorig, status=Status.EERDER)
    return Blok(cohort, telling.code, Status.NIET_VRIJGEGEVEN)


def _status(werk: Werk, uitgave: Uitgave, cohort: int, telling: Telling) -> Status:
    """Frozen in the full editions only, and never before its whole."""
    geheel = uitgave.blok(cohort, telling.binnen)
    vast = (
        werk.ruw.tellingen[cohort, telling.code].vast
        and uitgave.editie.soort is not Editiesoort.KWARTAAL
        and (geheel is None or geheel.status is Status.DEFINITIEF)
    )
    return Status.DEFINITIEF if vast else Status.OPEN


def _totaal(werk: Werk, uitgave: Uitgave, blok: Blok) -> int:
    """The rounded total, on which the size of a cohort is judged."""
    opdracht = _opdracht(
        werk, uitgave, blok, Kubus(werk.tabel.dimensies, ((),), werk.tabel.nul)
    )
    return op_drempel(opdracht, opdracht.kubus.top)


def _afgerond(werk: Werk, uitgave: Uitgave, blok: Blok, niveau: int) -> Blok:
    """The first step from here that can be rounded; nothing when none is left."""
    for stap in range(niveau, len(werk.tabel.telling(blok.telling).ladder)):
        kubus = kubus_van(werk.tabel, blok.telling, stap)
        status, cellen = Status.EERDER, _uitgesteld(werk, uitgave, blok, kubus)
        if cellen is None:
            status = blok.status
            cellen = rond_af(_opdracht(werk, uitgave, blok, kubus))
        if cellen is not None:
            return Blok(blok.cohort, blok.telling, status, stap, cellen)
    return Blok(blok.cohort, blok.telling, Status.NIET_VRIJGEGEVEN)


def _uitgesteld(
    werk: Werk, uitgave: Uitgave, blok: Blok, kubus: Kubus
) -> dict[Cel, int] | None:
    """The earlier figures, where a correction waits and they still fit their whole."""
    waar = werk.ruw.tellingen[blok.cohort, blok.telling].cellen
    onder = {
        cel: ondergrens(werk.eerder, uitgave, werk.tabel, blok, cel)
        for cel in kubus.cellen
    }
    if all(buren(waar[cel])[-1] >= grens for cel, grens in onder.items()):
        return None
    cellen = eerdere_cijfers(werk.eerder, blok.cohort, blok.telling, kubus.cellen)
    boven = _boven(werk, uitgave, blok, kubus)
    past = cellen is not None and all(cellen[cel] <= boven[cel] for cel in boven)
    return cellen if past else None


def _boven(werk: Werk, uitgave: Uitgave, blok: Blok, kubus: Kubus) -> Mapping[Cel, int]:
    grenzen = {c: bovengrens(uitgave, werk.tabel, blok, c) for c in kubus.cellen}
    return {cel: grens for cel, grens in grenzen.items() if grens is not None}


def _opdracht(werk: Werk, uitgave: Uitgave, blok: Blok, kubus: Kubus) -> Opdracht:
    waar = werk.ruw.tellingen[blok.cohort, blok.telling].cellen
    boven = _boven(werk, uitgave, blok, kubus)
    keuzes: dict[Cel, Keuzes] = {}
    for cel in kubus.cellen:
        onder = ondergrens(werk.eerder, uitgave, werk.tabel, blok, cel)
        keuzes[cel] = tuple(
            waarde
            for waarde in buren(waar[cel])
            if onder <= waarde <= boven.get(cel, waarde)
            and (cel in kubus.nullen or _mag(werk, uitgave, blok, cel, waarde))
        )
    return Opdracht(
        kubus,
        {cel: waar[cel] for cel in kubus.cellen},
        {
            cel: drempel(
                werk.sleutel, uitgave.gemeente, blok.cohort, blok.telling, *cel
            )
            for cel in kubus.cellen
        },
        keuzes,
        totaal_eerst=not werk.tabel.telling(blok.telling).binnen,
    )


def _mag(werk: Werk, uitgave: Uitgave, blok: Blok, cel: Cel, waarde: int) -> bool:
    groeit = werk.tabel.telling(blok.telling).groeit(cel)
    return mag(_reeks(werk, uitgave, blok, cel, waarde), groeit=groeit)


def _reeks(
    werk: Werk, uitgave: Uitgave, blok: Blok, cel: Cel, waarde: int
) -> list[Stap]:
    """The whole published history of a cell, with this value at its end."""
    nu = Blok(blok.cohort, blok.telling, Status.OPEN, 0, {cel: waarde})
    telling = werk.tabel.telling(blok.telling)
    exact = werk.kennis.exact
    reeks: list[Stap] = []
    corrigeert = False
    for editie in (*werk.eerder, uitgave):
        corrigeert |= editie.editie.correctie
        van = nu if editie is uitgave else editie.blok(blok.cohort, blok.telling)
        if van is None or van.status is Status.EERDER or cel not in van.cellen:
            continue
        plek = editie.plek(van, cel)
        reeks.append(
            Stap(
                van.cellen[cel],
                exact.get(plek),
                exact.get(plek._replace(telling=telling.binnen)),
                vervolg=bool(reeks) and telling.groeit(cel) and not corrigeert,
            )
        )
        corrigeert = False
    return reeks
