"""A cube: cells and margins of linked breakdowns, and every equation between them.

A cell is a tuple with one code per dimension, or ``totaal`` where it is summed over.
Shapes say which dimensions are open together: (("groep", "route"), ("groep", "sekse"))
is two tables that share the margin ``groep``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from monitoring.indicators.catalogus import TOTAAL, Cel, Dimensie, Tabel, Vormen


@dataclass(frozen=True)
class Vergelijking:
    """The parent is the sum of its parts, in true counts and in published ones."""

    ouder: Cel
    delen: tuple[Cel, ...]


@dataclass(frozen=True)
class Kubus:
    """Dimensions, shapes, and the cells that are zero by law (structural zeros)."""

    dimensies: tuple[Dimensie, ...]
    vormen: Vormen
    nul: frozenset[Cel] = frozenset()

    @property
    def top(self) -> Cel:
        """The cell that is the total of everything."""
        return (TOTAAL,) * len(self.dimensies)

    @cached_property
    def cellen(self) -> tuple[Cel, ...]:
        """Every cell and margin, margins first, without repeats."""
        gevonden: dict[Cel, None] = {self.top: None}
        for vorm in self.vormen:
            assen = (
                (TOTAAL, *d.codes) if d.naam in vorm else (TOTAAL,)
                for d in self.dimensies
            )
            gevonden.update(dict.fromkeys(product(*assen)))
        return tuple(sorted(gevonden, key=lambda cel: -cel.count(TOTAAL)))

    @cached_property
    def vergelijkingen(self) -> tuple[Vergelijking, ...]:
        """Every way in which a cell is the sum of other cells."""
        aanwezig = frozenset(self.cellen)
        alle = []
        for ouder in self.cellen:
            for as_, dimensie in enumerate(self.dimensies):
                if ouder[as_] != TOTAAL:
                    continue
                delen = tuple(
                    (*ouder[:as_], code, *ouder[as_ + 1 :]) for code in dimensie.codes
                )
                if aanwezig.issuperset(delen):
                    alle.append(Vergelijking(ouder, delen))
        return tuple(alle)

    @cached_property
    def binnenste(self) -> tuple[Cel, ...]:
        """The cells that are no sum of others."""
        ouders = {vergelijking.ouder for vergelijking in self.vergelijkingen}
        return tuple(cel for cel in self.cellen if cel not in ouders)

    @cached_property
    def nullen(self) -> frozenset[Cel]:
        """The structural zeros, and every margin that consists of nothing else."""
        nullen = set(self.nul)
        for vergelijking in reversed(self.vergelijkingen):
            if nullen.issuperset(vergelijking.delen):
                nullen.add(vergelijking.ouder)
        return frozenset(nullen.intersection(self.cellen))

    def vul(self, bladen: Mapping[Cel, int]) -> dict[Cel, int]:
        """Cells and margins out of the innermost cells of a cube with one shape."""
        return {
            cel: sum(n for blad, n in bladen.items() if omvat(cel, blad))
            for cel in self.cellen
        }

    def onjuist(self, waarden: Mapping[Cel, int]) -> tuple[Vergelijking, ...]:
        """The equations that these values do not meet."""
        return tuple(
            v
            for v in self.vergelijkingen
            if waarden[v.ouder] != sum(waarden[deel] for deel in v.delen)
        )


def omvat(ouder: Cel, cel: Cel) -> bool:
    """Is this cell the other one, or part of it?"""
    return all(o in (TOTAAL, c) for o, c in zip(ouder, cel, strict=True))


def kubus_van(tabel: Tabel, telling: str, niveau: int) -> Kubus:
    """The cube of a count at this step of its ladder."""
    return Kubus(tabel.dimensies, tabel.telling(telling).ladder[niveau], tabel.nul)
