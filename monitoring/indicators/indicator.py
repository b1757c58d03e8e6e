"""An indicator: one frozen row that says what is measured, why and with what caveat."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from monitoring.indicators.catalogus import Vormen
from monitoring.indicators.voorwaarde import Kolom, Voorwaarde


class Statistiek(StrEnum):
    """Which statistic is derived, always from rounded counts."""

    AANTAL = "aantal"
    AANDEEL = "aandeel"


class Richting(StrEnum):
    """Where the policy theory expects the figure to go."""

    HOGER = "hoger"
    GEEN = "geen"


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One figure of the monitor. Texts that a reader of figures sees are Dutch.

    ``noemer`` and ``teller`` name the counts of the catalogue that carry the indicator;
    ``populatie`` and ``voldoet`` are the conditions behind them, so that a case counts
    in the denominator when ``populatie`` holds and in the numerator when both hold.
    ``sluit_na_dagen``: so long after the cohort's year the cells can no longer change
    and are frozen (release policy 1.3); None: not within any horizon.
    """

    code: str
    titel: str
    mechanisme: str
    instrument: str
    feitentabel: str
    populatie: Voorwaarde
    tijdoorsprong: Kolom
    eenheid: str
    voldoet: Voorwaarde
    noemer: str
    teller: str
    statistiek: Statistiek
    uitsplitsingen: Vormen
    richting: Richting
    definitie: str
    voorbehoud: str
    handeling: str
    veld: str
    meetbaar_vanaf: date
    beoordelaar: str
    sluit_na_dagen: int | None
