"""Answers to the attacker's questions, by finding whole worlds of true counts.

A value is a candidate when a whole world with that value exists that explains
everything published; every world is verified after the solver gave it. Finding too few
can only fail a release, so the solver is never trusted for a pass.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import ceil, floor

from monitoring.disclosure.aanval import Model, Vraag
from monitoring.disclosure.beleid import KLEIN, MINSTENS_KANDIDATEN
from monitoring.disclosure.oordeel import Bevinding, Soort
from monitoring.disclosure.oplosser import ONEINDIG
from monitoring.disclosure.uitgave import Plek


RICHTINGEN = 6

UITLEG: Mapping[Soort, str] = {
    Soort.TE_WEINIG_KANDIDATEN: "te weinig mogelijke aantallen voor een kleine cel",
    Soort.STROOM: "de verandering sinds een eerdere editie ligt te veel vast",
    Soort.NIEMAND: "een lezer weet dat het voor niemand geldt",
    Soort.IEDEREEN: "een lezer weet dat het voor iedereen geldt",
    Soort.ONMOGELIJK: "dit kan niet uit dit beleid en deze cijfers volgen",
}


@dataclass(frozen=True)
class Uitslag:
    """What the attacker found; ``minste`` candidates of any cell that could be 1-4."""

    bevindingen: tuple[Bevinding, ...]
    getuigen: int = 0
    minste: int | None = None


class Zoektocht:
    """Finds worlds until every question has candidates enough, or has none left.

    ``ruim`` makes the same model for a reader who does not know the rounding rule: the
    widest view, used to tell whether a cell could be 1-4 at all.
    """

    def __init__(self, model: Model, ruim: Callable[[], Model]) -> None:
        self._model = model
        self._ruim = ruim
        self._getuigen = 0
        self._gezien: list[set[int]] = [set() for _ in model.vragen]

    def zoek(self) -> Uitslag:
        """Every question answered."""
        if self._model.tegenspraak:
            return Uitslag(tuple(map(_onmogelijk, self._model.tegenspraak)))
        if not self._wereld():
            return Uitslag((_onmogelijk(next(iter(self._model.cellen))),))
        for ronde in range(RICHTINGEN):
            self._model.programma.doel(self._richting(ronde))
            self._wereld()
        self._model.programma.doel({})
        bevindingen = [
            bevinding
            for nummer in range(len(self._model.vragen))
            if (bevinding := self._beantwoord(nummer)) is not None
        ]
        return Uitslag(tuple(bevindingen), self._getuigen, self._minste())

    def _beantwoord(self, nummer: int) -> Bevinding | None:
        vraag, gezien = self._model.vragen[nummer], self._gezien[nummer]
        if len(gezien) >= vraag.minstens:
            return None
        programma = self._model.programma
        termen = self._model.kolommen(vraag.termen)
        rij = programma.rij(-ONEINDIG, ONEINDIG, termen)
        for laag, hoog in _pogingen(vraag, gezien):
            if len(gezien) >= vraag.minstens:
                break
            if laag not in gezien:
                programma.begrens_rij(rij, laag, hoog)
                self._wereld()
        programma.begrens_rij(rij, -ONEINDIG, ONEINDIG)
        if len(gezien) >= vraag.minstens or not self._telt(nummer):
            return None
        return _bevinding(vraag, gezien)

    def _telt(self, nummer: int) -> bool:
        """Is too little known of something that matters?

        A cell matters when it could be 1-4, even for a reader who does not know the
        rounding rule; an attribute when there may be somebody to have it.
        """
        vraag = self._model.vragen[nummer]
        if vraag.soort is Soort.STROOM:
            return True
        if vraag.soort is Soort.TE_WEINIG_KANDIDATEN:
            return not self._gezien[nummer].isdisjoint(KLEIN) or self._kan(
                vraag.termen, KLEIN.start, KLEIN.stop - 1
            )
        return vraag.geheel is None or self._kan({vraag.geheel: 1}, 1, ONEINDIG)

    def _kan(self, termen: Mapping[Plek, int], laag: float, hoog: float) -> bool:
        ruim = self._ruim()
        ruim.programma.rij(laag, hoog, ruim.kolommen(termen))
        return ruim.programma.los_op() is not None

    def _wereld(self) -> bool:
        wereld = self._model.programma.los_op()
        if wereld is None:
            return False
        self._getuigen += 1
        cellen = {plek: round(wereld[k]) for plek, k in self._model.cellen.items()}
        for vraag, gezien in zip(self._model.vragen, self._gezien, strict=True):
            if len(gezien) < MINSTENS_KANDIDATEN:
                waarde = sum(c * cellen[plek] for plek, c in vraag.termen.items())
                if waarde in vraag.waarden:
                    gezien.add(waarde)
        return True

    def _richting(self, ronde: int) -> dict[int, float]:
        """A direction to look in, the same on every machine."""
        return {
            kolom: sha256(f"{ronde}|{kolom}".encode()).digest()[0] - 127.5
            for kolom in self._model.cellen.values()
        }

    def _minste(self) -> int | None:
        paren = zip(self._model.vragen, self._gezien, strict=True)
        cellen = (len(g) for v, g in paren if v.soort is Soort.TE_WEINIG_KANDIDATEN)
        return min(cellen, default=None)


def lineair(model: Model) -> Uitslag:
    """Outer bounds of every answer: can prove a leak, never that there is none."""
    if model.tegenspraak:
        return Uitslag(tuple(map(_onmogelijk, model.tegenspraak)))
    if model.programma.los_op() is None:
        return Uitslag((_onmogelijk(next(iter(model.cellen))),))
    bevindingen = []
    for vraag in model.vragen:
        waarden = _bereik(model, vraag)
        klein = vraag.soort is not Soort.TE_WEINIG_KANDIDATEN or set(waarden) & set(
            KLEIN
        )
        if klein and len(waarden) < vraag.minstens and _bereik_geheel(model, vraag):
            bevindingen.append(_bevinding(vraag, set(waarden)))
    return Uitslag(tuple(bevindingen))


def _bereik(model: Model, vraag: Vraag) -> range:
    """The whole numbers between the lowest and highest value of the answer."""
    uitersten = []
    termen = model.kolommen(vraag.termen)
    for richting in (1, -1):
        model.programma.doel({k: richting * c for k, c in termen.items()})
        wereld = model.programma.los_op()
        assert wereld is not None
        uitersten.append(sum(c * wereld[k] for k, c in termen.items()))
    laag, hoog = ceil(uitersten[0] - 1e-6), floor(uitersten[1] + 1e-6)
    return range(max(laag, vraag.waarden.start), min(hoog + 1, vraag.waarden.stop))


def _bereik_geheel(model: Model, vraag: Vraag) -> bool:
    if vraag.geheel is None:
        return True
    iets = range(1, vraag.waarden.stop)
    heel = Vraag(vraag.soort, vraag.plek, {vraag.geheel: 1}, iets, 1)
    return len(_bereik(model, heel)) > 0


def _pogingen(vraag: Vraag, gezien: set[int]) -> list[tuple[int, int]]:
    """Bounds to try: all values at once when one will do, else value by value, those
    next to a value already seen first."""
    if vraag.minstens == 1:
        return [(vraag.waarden.start, vraag.waarden.stop - 1)]
    begin = min(gezien, default=0)
    return [(w, w) for w in sorted(vraag.waarden, key=lambda w: (abs(w - begin), w))]


def _bevinding(vraag: Vraag, gezien: set[int]) -> Bevinding:
    return Bevinding(
        vraag.soort, vraag.plek, UITLEG[vraag.soort], tuple(sorted(gezien))
    )


def _onmogelijk(plek: Plek) -> Bevinding:
    return Bevinding(Soort.ONMOGELIJK, plek, UITLEG[Soort.ONMOGELIJK])
