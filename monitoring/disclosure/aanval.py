"""The attacker's model: true counts, what ties them together, and what is asked.

One variable per true cell (persons), and what the reader knows of it. Questions ask
which values a cell, a flow between two editions or a difference with its whole can
have; ``zoektocht`` answers them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitoring.disclosure.beleid import BASIS, KLEIN, MINSTENS_KANDIDATEN
from monitoring.disclosure.oordeel import Soort
from monitoring.disclosure.oplosser import ONEINDIG, Programma
from monitoring.disclosure.uitgave import Plek
from monitoring.indicators.catalogus import Cel


@dataclass(frozen=True)
class Vraag:
    """Which values can this sum of cells have, and how many must there be?

    Cells are named by their place, so that the same question can be put to another
    model. ``geheel``: of an attribute, the whole that must be able to hold somebody.
    """

    soort: Soort
    plek: Plek
    termen: Mapping[Plek, int]
    waarden: range
    minstens: int
    geheel: Plek | None = None


class Model:
    """True cells, what ties them together, and the questions about them."""

    def __init__(self, *, geheel: bool = True) -> None:
        self.programma = Programma(eerste_de_beste=geheel)
        self.geheel = geheel
        self.cellen: dict[Plek, int] = {}
        self.bekend: set[Plek] = set()
        self.vragen: list[Vraag] = []
        self.tegenspraak: list[Plek] = []
        # Of the sticky rule: threshold (0-1) per count and cell.
        self.drempels: dict[tuple[str, Cel], int] = {}

    def cel(self, plek: Plek) -> None:
        """A true count: zero or more persons."""
        self.cellen[plek] = self.programma.kolom(0, ONEINDIG, geheel=self.geheel)

    def zelfde(self, plek: Plek, eerder: Plek) -> None:
        """The same count at the same moment, published again."""
        self.cellen[plek] = self.cellen[eerder]

    def tussen(self, plek: Plek, laag: float, hoog: float) -> None:
        """The true count lies between these."""
        kolom = self.cellen[plek]
        oud_laag, oud_hoog = self.programma.grenzen(kolom)
        laag, hoog = max(laag, oud_laag), min(hoog, oud_hoog)
        if laag > hoog:
            self.tegenspraak.append(plek)
            return
        self.programma.begrens(kolom, laag, hoog)

    def publiceer(self, plek: Plek, waarde: int, breedte: int = 1) -> None:
        """The published value is less than ``breedte`` bases away."""
        self.tussen(plek, waarde - breedte * BASIS + 1, waarde + breedte * BASIS - 1)

    def weet(self, plek: Plek, aantal: int) -> None:
        """The reader knows this count."""
        self.tussen(plek, aantal, aantal)
        self.bekend.add(plek)

    def som(self, ouder: Plek, delen: Sequence[Plek]) -> None:
        """The parent is the sum of its parts."""
        termen = {self.cellen[deel]: 1.0 for deel in delen}
        self.programma.rij(0, 0, termen | {self.cellen[ouder]: -1.0})

    def verschil(self, min_: Plek, plus: Plek, laag: float, hoog: float) -> None:
        """``plus`` less ``min_`` lies between these."""
        if self.cellen[min_] != self.cellen[plus]:
            self.programma.rij(
                laag, hoog, {self.cellen[plus]: 1.0, self.cellen[min_]: -1.0}
            )

    def hoogstens(self, deel: Plek, geheel: Plek) -> None:
        """A part is not more than its whole, a growing count not less than before."""
        self.verschil(deel, geheel, 0, ONEINDIG)

    def vraag_cel(self, plek: Plek) -> None:
        """Four candidates for a cell that can be one of 1-4."""
        waarden = self._waarden(plek)
        if plek in self.bekend or set(waarden).isdisjoint(KLEIN):
            return
        self.vragen.append(
            Vraag(
                Soort.TE_WEINIG_KANDIDATEN,
                plek,
                {plek: 1},
                waarden,
                MINSTENS_KANDIDATEN,
            )
        )

    def vraag_stroom(self, voor: Plek, na: Plek, *, groeit: bool) -> None:
        """Four candidates for what changed between two editions."""
        if self.cellen[voor] == self.cellen[na] or {voor, na} <= self.bekend:
            return
        oud, nieuw = self._waarden(voor), self._waarden(na)
        laagst = nieuw.start - oud.stop + 1
        self.vragen.append(
            Vraag(
                Soort.STROOM,
                na,
                {na: 1, voor: -1},
                range(max(0, laagst) if groeit else laagst, nieuw.stop - oud.start),
                MINSTENS_KANDIDATEN,
            )
        )

    def vraag_uitersten(self, deel: Plek, geheel: Plek) -> None:
        """Neither nobody nor everybody, as long as the whole may hold somebody."""
        iets = range(1, self._waarden(geheel).stop)
        niemand = Vraag(Soort.NIEMAND, deel, {deel: 1}, iets, 1, geheel)
        verschil = {geheel: 1, deel: -1}
        iedereen = Vraag(Soort.IEDEREEN, deel, verschil, iets, 1, geheel)
        self.vragen += [niemand, iedereen]

    def kolommen(self, termen: Mapping[Plek, int]) -> dict[int, float]:
        """A sum of cells as a sum of variables of this model."""
        uit: dict[int, float] = {}
        for plek, factor in termen.items():
            uit[self.cellen[plek]] = uit.get(self.cellen[plek], 0.0) + factor
        return uit

    def _waarden(self, plek: Plek) -> range:
        laag, hoog = self.programma.grenzen(self.cellen[plek])
        return range(int(laag), int(hoog) + 1)
