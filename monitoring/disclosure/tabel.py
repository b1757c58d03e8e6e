"""Raw counts in, safe figures out. The two can't be mistaken for each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from monitoring.disclosure.kennis import STANDAARD, Kennis, Kennisniveau, weet
from monitoring.disclosure.kubus import kubus_van
from monitoring.disclosure.oordeel import Oordeel
from monitoring.disclosure.uitgave import Editie, Plek, Uitgave
from monitoring.indicators.catalogus import Cel, Tabel


@dataclass(frozen=True, repr=False)
class RuweTelling:
    """True counts (persons) of every cell and margin of the finest shape.

    ``vast``: by the calendar the count can no longer change, so this edition freezes it.
    """

    cellen: Mapping[Cel, int]
    vast: bool = False


@dataclass(frozen=True, repr=False)
class RuweTabel:
    """True counts of one municipality at one moment: never printed, never stored."""

    gemeente: str
    editie: Editie
    tellingen: Mapping[tuple[int, str], RuweTelling]

    @property
    def cohorten(self) -> tuple[int, ...]:
        """The cohorts that were counted."""
        return tuple(sorted({cohort for cohort, _ in self.tellingen}))

    def controleer(self, tabel: Tabel) -> None:
        """Raise ValueError when the counts cannot be counts of persons."""
        for (cohort, code), telling in self.tellingen.items():
            kubus = kubus_van(tabel, code, 0)
            if frozenset(telling.cellen) != frozenset(kubus.cellen):
                raise ValueError(f"{code} {cohort}: cellen ontbreken of zijn te veel")
            if min(telling.cellen.values()) < 0 or kubus.onjuist(telling.cellen):
                raise ValueError(f"{code} {cohort}: aantallen tellen niet op")
            if any(telling.cellen[cel] for cel in kubus.nullen):
                raise ValueError(f"{code} {cohort}: een vaste nul is niet nul")
            self._past_binnen(tabel, cohort, code)

    def _past_binnen(self, tabel: Tabel, cohort: int, code: str) -> None:
        binnen = tabel.telling(code).binnen
        if not binnen:
            return
        geheel = self.tellingen[cohort, binnen].cellen
        if any(n > geheel[c] for c, n in self.tellingen[cohort, code].cellen.items()):
            raise ValueError(f"{code} {cohort}: meer dan {binnen}")


def kennis_van(
    ruw: RuweTabel, tabel: Tabel, niveau: Kennisniveau = STANDAARD
) -> Kennis:
    """What a reader of this level knows of the moment of this table.

    The installation keeps it (it holds true counts: inside only) and hands it to the
    audit of every later edition as well.
    """
    wortels = [telling.code for telling in tabel.tellingen if not telling.binnen]
    exact = {
        Plek(ruw.gemeente, ruw.editie.code, cohort, code, cel): aantal
        for (cohort, code), telling in ruw.tellingen.items()
        if code in wortels
        for cel, aantal in telling.cellen.items()
        if weet(cel, niveau)
    }
    return Kennis(exact, niveau=niveau)


_ZEGEL: Final = object()


class VeiligeTabel:
    """Figures that passed the audit. Only ``disclosure.beveiligen`` makes one.

    ``uitgave`` the figures, ``bestanden`` their published bytes by file name,
    ``oordeel`` the verdict on exactly those bytes together with all earlier ones,
    ``kennisniveau`` what the reader in it knew of every edition, ``meldingen`` what was
    made coarser or left out, and why, in Dutch.
    """

    __slots__ = ("bestanden", "kennisniveau", "meldingen", "oordeel", "uitgave")

    def __init__(
        self,
        zegel: object,
        uitgave: Uitgave,
        bestanden: Mapping[str, bytes],
        oordeel: Oordeel,
        kennisniveau: Kennisniveau,
        meldingen: tuple[str, ...],
    ) -> None:
        if zegel is not _ZEGEL:
            raise TypeError("een veilige tabel ontstaat alleen door te beveiligen")
        self.uitgave = uitgave
        self.bestanden = bestanden
        self.oordeel = oordeel
        self.kennisniveau = kennisniveau
        self.meldingen = meldingen
