"""A small integer program, solved the same way every time (HiGHS, release policy 2).

Deterministic: node limit instead of a clock, one thread, gap 0, fixed seed. A solution
is rounded to whole numbers and checked against every row before it is believed; so what
the audit accepts has been verified here, not by the solver.
"""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

import highspy

from monitoring.disclosure.beleid import KNOOPLIMIET


ONEINDIG = float("inf")
_MARGE = 1e-6

OPTIES: Mapping[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
    "mip_max_nodes": KNOOPLIMIET,
}


def oplosserversie() -> str:
    """Which solver made this: recorded in every manifest."""
    return f"HiGHS via highspy {version('highspy')}"


class Programma:
    """Columns with bounds, rows with bounds, one linear objective to minimise."""

    def __init__(self, *, eerste_de_beste: bool = False) -> None:
        """``eerste_de_beste``: any solution will do, the objective is only a hint."""
        maak: Any = highspy.Highs  # its constructor carries no types
        self._highs = maak()
        for naam, waarde in OPTIES.items():
            self._highs.setOptionValue(naam, waarde)
        if eerste_de_beste:
            self._highs.setOptionValue("mip_abs_gap", ONEINDIG)
        self._grenzen: list[tuple[float, float]] = []
        self._geheel: list[bool] = []
        self._rijen: list[tuple[float, float, Mapping[int, float]]] = []

    def kolom(self, laag: float, hoog: float, *, geheel: bool = True) -> int:
        """Add a variable; returns its number."""
        nummer = len(self._grenzen)
        self._highs.addCol(0.0, laag, hoog, 0, [], [])
        if geheel:
            self._highs.changeColIntegrality(nummer, highspy.HighsVarType.kInteger)
        self._grenzen.append((laag, hoog))
        self._geheel.append(geheel)
        return nummer

    def rij(self, laag: float, hoog: float, termen: Mapping[int, float]) -> int:
        """Add laag <= sum(coefficient x variable) <= hoog; returns its number."""
        self._highs.addRow(
            laag, hoog, len(termen), list(termen), [float(c) for c in termen.values()]
        )
        self._rijen.append((laag, hoog, dict(termen)))
        return len(self._rijen) - 1

    def begrens(self, kolom: int, laag: float, hoog: float) -> None:
        """Replace the bounds of a variable."""
        self._highs.changeColBounds(kolom, laag, hoog)
        self._grenzen[kolom] = (laag, hoog)

    def begrens_rij(self, rij: int, laag: float, hoog: float) -> None:
        """Replace the bounds of a row."""
        self._highs.changeRowBounds(rij, laag, hoog)
        self._rijen[rij] = (laag, hoog, self._rijen[rij][2])

    def grenzen(self, kolom: int) -> tuple[float, float]:
        """The bounds of a variable."""
        return self._grenzen[kolom]

    def doel(self, kosten: Mapping[int, float]) -> None:
        """Minimise this and nothing else."""
        for kolom in range(len(self._grenzen)):
            self._highs.changeColCost(kolom, float(kosten.get(kolom, 0.0)))

    def los_op(self) -> tuple[float, ...] | None:
        """The best solution; None when there is none, or none within the node limit."""
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        ruw = self._highs.getSolution().col_value
        waarden = tuple(
            float(round(waarde)) if geheel else float(waarde)
            for waarde, geheel in zip(ruw, self._geheel, strict=True)
        )
        return waarden if self._klopt(waarden) else None

    def _klopt(self, waarden: tuple[float, ...]) -> bool:
        for waarde, (laag, hoog) in zip(waarden, self._grenzen, strict=True):
            if not laag - _MARGE <= waarde <= hoog + _MARGE:
                return False
        for laag, hoog, termen in self._rijen:
            som = sum(c * waarden[kolom] for kolom, c in termen.items())
            if not laag - _MARGE <= som <= hoog + _MARGE:
                return False
        return True
