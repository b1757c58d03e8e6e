"""A verdict and its findings: which cells, why, in plain Dutch."""

from dataclasses import dataclass
from enum import StrEnum

from monitoring.disclosure.uitgave import Plek


class Soort(StrEnum):
    """What an audit can find."""

    TELT_NIET_OP = "telt_niet_op"
    GEEN_VEELVOUD = "geen_veelvoud"
    MEER_DAN_GEHEEL = "meer_dan_geheel"
    VASTE_NUL = "vaste_nul"
    VERKEERDE_CELLEN = "verkeerde_cellen"
    TWEE_WAARDEN = "twee_waarden"
    TWEE_SLEUTELS = "twee_sleutels"
    FIJNER = "fijner"
    DREMPEL = "drempel"
    GEDAALD = "gedaald"
    VOLGORDE = "volgorde"
    ONMOGELIJK = "onmogelijk"
    TE_WEINIG_KANDIDATEN = "te_weinig_kandidaten"
    STROOM = "stroom"
    NIEMAND = "niemand"
    IEDEREEN = "iedereen"
    OUDER = "ouder"


class Methode(StrEnum):
    """How the candidates were found. Only the first is enough for a municipality."""

    GEHEEL = "geheeltallig"
    LINEAIR = "lineair, ruime grenzen"


@dataclass(frozen=True)
class Bevinding:
    """One thing that is wrong, the cell where, and the counts left for it (persons)."""

    soort: Soort
    plek: Plek
    uitleg: str
    kandidaten: tuple[int, ...] = ()

    def __str__(self) -> str:
        cel = " x ".join(self.plek.cel)
        return (
            f"{self.plek.editie}, cohort {self.plek.cohort}, {self.plek.telling}, "
            f"{cel}: {self.uitleg}"
        )


@dataclass(frozen=True)
class Oordeel:
    """The verdict over all editions together.

    ``vragen`` cells, flows and attributes examined; ``getuigen`` whole worlds found and
    verified that give exactly these bytes; ``minste`` the fewest candidates shown to
    remain for any cell that could be 1-4 (counting stops at the minimum required).
    """

    methode: Methode
    bevindingen: tuple[Bevinding, ...] = ()
    vragen: int = 0
    getuigen: int = 0
    minste: int | None = None

    @property
    def geslaagd(self) -> bool:
        """Nothing was found."""
        return not self.bevindingen

    @property
    def genoeg(self) -> bool:
        """May a municipality release on it?"""
        return self.geslaagd and self.methode is Methode.GEHEEL

    def __add__(self, ander: "Oordeel") -> "Oordeel":
        """Two verdicts as one; the weaker method counts."""
        minsten = [m for m in (self.minste, ander.minste) if m is not None]
        return Oordeel(
            max(self.methode, ander.methode, key=list(Methode).index),
            self.bevindingen + ander.bevindingen,
            self.vragen + ander.vragen,
            self.getuigen + ander.getuigen,
            min(minsten, default=None),
        )
