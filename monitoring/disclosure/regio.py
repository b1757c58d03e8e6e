"""Parents above the municipality: region and nation (release policy 3).

A parent is the sum of its members' rounded values and is never rounded again. It is
shown when nobody is withheld, or when at least two are and their rounded rest is large
enough; a parent of fewer than three members is not shown at all. ``audit_ouder`` looks
at what was published, with every member's own exact counts as outside knowledge (4i).
Values are persons, rounded to the base.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import sqrt

from monitoring.disclosure.aanval import Model
from monitoring.disclosure.beleid import (
    DREMPEL_REST,
    MINSTENS_ACHTERGEHOUDEN,
    MINSTENS_LEDEN,
)
from monitoring.disclosure.oordeel import Bevinding, Methode, Oordeel, Soort
from monitoring.disclosure.uitgave import Plek
from monitoring.disclosure.zoektocht import Zoektocht
from monitoring.indicators.catalogus import TOTAAL


OUDER = "ouder"

# Random rounding of a remainder r to base 5 has variance r(5-r), at most this.
_VARIANTIE = 6
_GROOTSTE_FOUT = 0.05


@dataclass(frozen=True)
class Ouder:
    """One published value of a parent in one edition.

    ``leden``: the published value of each member, None when withheld. ``eigen``: exact
    counts that members know of themselves. ``uit_waar``: the parent was rounded from
    true counts (a joint cube inside one installation), not summed.
    """

    editie: str
    cohort: int
    telling: str
    waarde: int
    leden: Mapping[str, int | None]
    eigen: Mapping[str, int] = field(default_factory=dict)
    uit_waar: bool = False

    def plek(self, wie: str = OUDER) -> Plek:
        """Where this value stands."""
        return Plek(wie, self.editie, self.cohort, self.telling, (TOTAAL,))


def achterhouden(
    leden: Mapping[str, int], achtergehouden: frozenset[str]
) -> frozenset[str] | None:
    """Who must be withheld so that the parent may be shown; None: not shown at all."""
    if len(leden) < MINSTENS_LEDEN:
        return None
    weg = set(achtergehouden)
    if not weg:
        return frozenset()
    over = sorted(set(leden) - weg, key=lambda lid: (leden[lid], lid))
    for lid in over:
        if _rest_groot_genoeg(len(weg), sum(leden[w] for w in weg)):
            break
        weg.add(lid)
    genoeg = _rest_groot_genoeg(len(weg), sum(leden[lid] for lid in weg))
    return frozenset(weg) if genoeg else None


def standaardfout(leden: int) -> float:
    """The rounding standard error of a sum of so many rounded values, at most."""
    return sqrt(_VARIANTIE * leden)


def nauwkeurig(waarde: int, leden: int) -> bool:
    """Is the rounding error small enough to show this sum?"""
    return standaardfout(leden) < _GROOTSTE_FOUT * waarde


def audit_ouder(reeks: Sequence[Ouder], *, groeit: bool) -> Oordeel:
    """The verdict on a parent and its members over editions, oldest first."""
    bevindingen = [b for ouder in reeks for b in _regels(ouder)]
    oordeel = Oordeel(Methode.GEHEEL, tuple(bevindingen))
    for insider in sorted({lid for ouder in reeks for lid in ouder.eigen} | {""}):
        maak = partial(_model, reeks, insider, groeit=groeit)
        model = maak()
        uitslag = Zoektocht(model, maak).zoek()
        oordeel += Oordeel(
            Methode.GEHEEL,
            uitslag.bevindingen,
            len(model.vragen),
            uitslag.getuigen,
            uitslag.minste,
        )
    return oordeel


def _rest_groot_genoeg(aantal: int, rest: int) -> bool:
    return aantal >= MINSTENS_ACHTERGEHOUDEN and rest >= DREMPEL_REST


def _regels(ouder: Ouder) -> Iterator[Bevinding]:
    """What subtraction gives away."""
    if len(ouder.leden) < MINSTENS_LEDEN:
        yield Bevinding(
            Soort.OUDER, ouder.plek(), "met minder dan drie leden mag dit niet bestaan"
        )
    weg = [lid for lid, waarde in ouder.leden.items() if waarde is None]
    rest = ouder.waarde - sum(waarde or 0 for waarde in ouder.leden.values())
    if weg and not _rest_groot_genoeg(len(weg), rest):
        for lid in weg:
            yield Bevinding(
                Soort.OUDER, ouder.plek(lid), "is terug te rekenen uit de rest", (rest,)
            )
    if not weg and not ouder.uit_waar and rest:
        yield Bevinding(Soort.TELT_NIET_OP, ouder.plek(), "is niet de som van de leden")


def _model(reeks: Sequence[Ouder], insider: str, *, groeit: bool) -> Model:
    """True counts of members and parents, seen by one member or by an outsider."""
    model = Model()
    vorige: Ouder | None = None
    for ouder in reeks:
        for lid in (OUDER, *ouder.leden):
            plek = ouder.plek(lid)
            model.cel(plek)
            if groeit and vorige is not None and vorige.plek(lid) in model.cellen:
                model.hoogstens(vorige.plek(lid), plek)
        _bekend(model, ouder, insider)
        vorige = ouder
    for ouder in reeks:
        for lid, waarde in ouder.leden.items():
            if waarde is not None:
                model.vraag_cel(ouder.plek(lid))
    return model


def _bekend(model: Model, ouder: Ouder, insider: str) -> None:
    model.som(ouder.plek(), [ouder.plek(lid) for lid in ouder.leden])
    for lid, waarde in ouder.leden.items():
        if waarde is not None:
            model.publiceer(ouder.plek(lid), waarde)
    if ouder.uit_waar:
        model.publiceer(ouder.plek(), ouder.waarde)
    if insider in ouder.eigen:
        model.weet(ouder.plek(insider), ouder.eigen[insider])
