"""Declared outside knowledge: what the reader knows beside the published bytes (4h).

K0 the exact total of a cohort, K1 also per group, K2 also per group x route, K3 also
the one-way background (no table with background is released yet). The default is K1.
Counts are persons.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from monitoring.disclosure.tabel import RuweTabel
from monitoring.disclosure.uitgave import Plek
from monitoring.indicators.catalogus import TOTAAL, Tabel


class Kennisniveau(IntEnum):
    """How many breakdowns of the started the reader knows exactly."""

    K0 = 0
    K1 = 1
    K2 = 2
    K3 = 3


STANDAARD = Kennisniveau.K1


@dataclass(frozen=True)
class Verschil:
    """No cell differs by more than this many persons between two editions: what a
    reader knows who was told that one file was mended."""

    voor: str
    na: str
    hoogstens: int


@dataclass(frozen=True, repr=False)
class Kennis:
    """Exact counts by cell, and corrections of which the size is known."""

    exact: Mapping[Plek, int] = field(default_factory=dict)
    verschillen: tuple[Verschil, ...] = ()

    def __or__(self, ander: "Kennis") -> "Kennis":
        """Both together."""
        return Kennis(
            {**self.exact, **ander.exact}, self.verschillen + ander.verschillen
        )


def kennis_van(
    ruw: RuweTabel, tabel: Tabel, niveau: Kennisniveau = STANDAARD
) -> Kennis:
    """What a reader of this level knows of the moment of this table.

    The installation keeps it (it holds true counts: inside only) and hands it to the
    audit of every later edition as well.
    """
    wortels = [telling.code for telling in tabel.tellingen if not telling.binnen]
    return Kennis(
        {
            Plek(ruw.gemeente, ruw.editie.code, cohort, code, cel): aantal
            for (cohort, code), telling in ruw.tellingen.items()
            if code in wortels
            for cel, aantal in telling.cellen.items()
            if _weet(cel, niveau)
        }
    )


def _weet(cel: tuple[str, ...], niveau: Kennisniveau) -> bool:
    """Dimensions are known from the first on: the group, then the route."""
    open_ = [as_ for as_, code in enumerate(cel) if code != TOTAAL]
    return all(as_ < niveau for as_ in open_)
