"""What the published bytes alone prove wrong, before anything is solved (policy 2, 4).

Each check is one function from an edition and those before it to findings.
"""

from collections.abc import Iterator, Sequence

from monitoring.disclosure.beleid import BASIS
from monitoring.disclosure.kubus import Kubus, kubus_van
from monitoring.disclosure.oordeel import Bevinding, Soort
from monitoring.disclosure.uitgave import Blok, Status, Uitgave
from monitoring.disclosure.vergroven import eerste_niveau, te_klein
from monitoring.disclosure.verleden import (
    andere_sleutel,
    bovengrens,
    definitief,
    eerdere_cijfers,
    ondergrens,
)
from monitoring.indicators.catalogus import Tabel


def controleer(uitgaven: Sequence[Uitgave], tabel: Tabel) -> tuple[Bevinding, ...]:
    """Everything that is wrong on the face of it, editions oldest first."""
    bevindingen = list(_volgorde(uitgaven, tabel))
    for nummer, uitgave in enumerate(uitgaven):
        for blok in uitgave.blokken:
            bevindingen += _blok(uitgaven[:nummer], uitgave, tabel, blok)
    return tuple(bevindingen)


def _volgorde(uitgaven: Sequence[Uitgave], tabel: Tabel) -> Iterator[Bevinding]:
    for nummer, uitgave in enumerate(uitgaven):
        if not uitgave.blokken:
            continue
        blok = uitgave.blokken[0]
        plek = uitgave.plek(blok, kubus_van(tabel, blok.telling, 0).top)
        eerder = uitgaven[:nummer]
        if any(
            vorige.editie.code == uitgave.editie.code
            or vorige.editie.peildag >= uitgave.editie.peildag
            or vorige.gemeente != uitgave.gemeente
            for vorige in eerder
        ):
            yield Bevinding(
                Soort.VOLGORDE, plek, "de edities volgen niet op elkaar in de tijd"
            )
        for cohort in uitgave.cohorten:
            if andere_sleutel(eerder, uitgave, cohort) and any(
                _nieuw(eerder, b) for b in uitgave.blokken if b.cohort == cohort
            ):
                yield Bevinding(
                    Soort.TWEE_SLEUTELS,
                    plek._replace(cohort=cohort),
                    "dit cohort is eerder met een andere sleutel afgerond",
                )


def _nieuw(eerder: Sequence[Uitgave], blok: Blok) -> bool:
    """Was the key used for this block, or is it only repeated?"""
    if blok.status is Status.DEFINITIEF:
        return definitief(eerder, blok.cohort, blok.telling) is None
    return blok.status in (Status.OPEN, Status.TE_KLEIN)


def _blok(
    eerder: Sequence[Uitgave], uitgave: Uitgave, tabel: Tabel, blok: Blok
) -> Iterator[Bevinding]:
    niveau = blok.niveau if blok.niveau is not None else 0
    kubus = kubus_van(tabel, blok.telling, niveau)
    top = uitgave.plek(blok, kubus.top)
    if not blok.getoond:
        if blok.status is Status.TE_KLEIN and not te_klein(
            eerder, blok.cohort, blok.telling, 0
        ):
            yield Bevinding(Soort.DREMPEL, top, "dit cohort is al eerder getoond")
        return
    if frozenset(blok.cellen) != frozenset(kubus.cellen):
        yield Bevinding(
            Soort.VERKEERDE_CELLEN, top, "de cellen zijn niet die van de catalogus"
        )
        return
    yield from _waarden(uitgave, blok, kubus)
    yield from _geheel(uitgave, tabel, blok)
    yield from _eerdere(eerder, uitgave, tabel, blok)
    if not tabel.telling(blok.telling).binnen and te_klein(
        eerder, blok.cohort, blok.telling, blok.cellen[kubus.top]
    ):
        yield Bevinding(Soort.DREMPEL, top, "dit cohort is te klein om te tonen")


def _waarden(uitgave: Uitgave, blok: Blok, kubus: Kubus) -> Iterator[Bevinding]:
    for cel, waarde in blok.cellen.items():
        plek = uitgave.plek(blok, cel)
        if waarde % BASIS or waarde < 0:
            yield Bevinding(
                Soort.GEEN_VEELVOUD, plek, f"{waarde} is geen veelvoud van {BASIS}"
            )
        if cel in kubus.nullen and waarde:
            yield Bevinding(Soort.VASTE_NUL, plek, "hoort altijd nul te zijn")
    for vergelijking in kubus.onjuist(blok.cellen):
        yield Bevinding(
            Soort.TELT_NIET_OP,
            uitgave.plek(blok, vergelijking.ouder),
            "is niet de som van zijn delen",
        )


def _geheel(uitgave: Uitgave, tabel: Tabel, blok: Blok) -> Iterator[Bevinding]:
    binnen = tabel.telling(blok.telling).binnen
    if not binnen:
        return
    for cel, waarde in blok.cellen.items():
        grens = bovengrens(uitgave, tabel, blok, cel)
        if grens is None or waarde > grens:
            yield Bevinding(
                Soort.MEER_DAN_GEHEEL,
                uitgave.plek(blok, cel),
                f"is meer dan {binnen}, of {binnen} staat er niet bij",
            )


def _eerdere(
    eerder: Sequence[Uitgave], uitgave: Uitgave, tabel: Tabel, blok: Blok
) -> Iterator[Bevinding]:
    top = uitgave.plek(blok, kubus_van(tabel, blok.telling, 0).top)
    if blok.status is Status.EERDER:
        if eerdere_cijfers(eerder, blok.cohort, blok.telling, blok.cellen) != (
            blok.cellen
        ):
            yield Bevinding(
                Soort.TWEE_WAARDEN, top, "zijn niet de cijfers van een eerdere editie"
            )
        return
    vast = definitief(eerder, blok.cohort, blok.telling)
    if vast is not None:
        if (vast.status, vast.niveau, dict(vast.cellen)) != (
            blok.status,
            blok.niveau,
            dict(blok.cellen),
        ):
            yield Bevinding(
                Soort.TWEE_WAARDEN, top, "is eerder definitief met andere cijfers"
            )
        return
    fijnste = eerste_niveau(eerder, uitgave, tabel, blok.cohort, blok.telling)
    if (
        blok.status is not Status.DEFINITIEF
        and blok.niveau is not None
        and blok.niveau < fijnste
    ):
        yield Bevinding(Soort.FIJNER, top, "is fijner dan eerder is besloten")
    for cel, waarde in blok.cellen.items():
        if waarde < ondergrens(eerder, uitgave, tabel, blok, cel):
            yield Bevinding(
                Soort.GEDAALD, uitgave.plek(blok, cel), "kan alleen groeien maar daalde"
            )
