"""Declared outside knowledge: what the reader knows beside the published bytes (4h).

K0 the exact total of a cohort, K1 also per group, K2 also per group x route, K3 also
the one-way background (no table with background is released yet). The default is K1.
Counts are persons.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from monitoring.disclosure.uitgave import Plek
from monitoring.indicators.catalogus import TOTAAL, Cel


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
    """Exact counts by cell, and corrections of which the size is known.

    ``niveau``: what is declared of every edition; of two together the least.
    """

    exact: Mapping[Plek, int] = field(default_factory=dict)
    verschillen: tuple[Verschil, ...] = ()
    niveau: Kennisniveau = Kennisniveau.K3

    def __or__(self, ander: "Kennis") -> "Kennis":
        """Both together."""
        return Kennis(
            {**self.exact, **ander.exact},
            self.verschillen + ander.verschillen,
            min(self.niveau, ander.niveau),
        )


def weet(cel: Cel, niveau: Kennisniveau) -> bool:
    """Does a reader of this level know this cell of the started?

    Dimensions become known from the first on: the group, then the route.
    """
    open_ = [as_ for as_, code in enumerate(cel) if code != TOTAAL]
    return all(as_ < niveau for as_ in open_)
