"""What is published, as bytes and as read back from them. The attacker sees only this.

Two files: ``uitgave.json`` (which municipality, edition, key mark, and per cohort and
count what was shown) and ``cijfers.csv`` (columns of SDMX-CSV 2.0; one row per cell,
``OBS_VALUE`` in persons, always a multiple of the base). The same figures always give
the same bytes.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from monitoring.indicators.catalogus import Cel, Tabel


UITGAVE = "uitgave.json"
CIJFERS = "cijfers.csv"


class Editiesoort(StrEnum):
    """The rhythm of release policy 1.3."""

    KWARTAAL = "kwartaal"
    HALFJAAR = "halfjaar"
    JAAR = "jaar"


@dataclass(frozen=True)
class Editie:
    """One moment of release. ``correctie``: mends the content of an earlier edition."""

    code: str
    soort: Editiesoort
    peildag: date
    correctie: bool = False

    def __post_init__(self) -> None:
        if self.correctie and self.soort is not Editiesoort.JAAR:
            raise ValueError("een correctie van inhoud wacht op de jaareditie")


class Status(StrEnum):
    """What a reader finds for one count of one cohort.

    EERDER: the figures of an earlier edition stand, about that earlier moment; a
    correction waits, or the rounding key is no longer the one they were made with.
    """

    OPEN = "afgerond"
    EERDER = "als_eerder"
    DEFINITIEF = "definitief"
    TE_KLEIN = "te_klein"
    NIET_VRIJGEGEVEN = "niet_vrijgegeven"


GETOOND = frozenset({Status.OPEN, Status.EERDER, Status.DEFINITIEF})


class Plek(NamedTuple):
    """One cell of one count of one cohort in one edition of one municipality."""

    gemeente: str
    editie: str
    cohort: int
    telling: str
    cel: Cel


@dataclass(frozen=True)
class Blok:
    """One count of one cohort: its step on the ladder and its rounded cells."""

    cohort: int
    telling: str
    status: Status
    niveau: int | None = None
    cellen: Mapping[Cel, int] = field(default_factory=dict)

    @property
    def getoond(self) -> bool:
        """Are there figures in it?"""
        return self.status in GETOOND


@dataclass(frozen=True)
class Uitgave:
    """Everything that one municipality publishes of one table in one edition."""

    gemeente: str
    tabel: str
    editie: Editie
    sleutelkenmerk: str
    blokken: tuple[Blok, ...]

    def blok(self, cohort: int, telling: str) -> Blok | None:
        """This count of this cohort, if the edition says anything about it."""
        for blok in self.blokken:
            if (blok.cohort, blok.telling) == (cohort, telling):
                return blok
        return None

    @property
    def cohorten(self) -> tuple[int, ...]:
        """The cohorts that the edition says something about."""
        return tuple(sorted({blok.cohort for blok in self.blokken}))

    def plek(self, blok: Blok, cel: Cel) -> Plek:
        """Where this cell stands."""
        return Plek(self.gemeente, self.editie.code, blok.cohort, blok.telling, cel)


class Onleesbaar(ValueError):
    """The bytes are not a release: in which file, on which line, why."""

    def __init__(self, bestand: str, regel: int, reden: str) -> None:
        super().__init__(f"{bestand}, regel {regel}: {reden}")
        self.bestand = bestand
        self.regel = regel
        self.reden = reden


def kolomnamen(tabel: Tabel) -> tuple[str, ...]:
    """The header of the figures of this table."""
    return (
        "STRUCTURE",
        "STRUCTURE_ID",
        "ACTION",
        "GEMEENTE",
        "EDITIE",
        "COHORT",
        "TELLING",
        *(dimensie.naam.upper() for dimensie in tabel.dimensies),
        "OBS_VALUE",
        "OBS_STATUS",
    )


def schrijf(uitgave: Uitgave, tabel: Tabel) -> dict[str, bytes]:
    """The bytes to publish: file name -> content."""
    kop = {
        "gemeente": uitgave.gemeente,
        "tabel": uitgave.tabel,
        "editie": uitgave.editie.code,
        "soort": uitgave.editie.soort.value,
        "peildag": uitgave.editie.peildag.isoformat(),
        "correctie": uitgave.editie.correctie,
        "sleutelkenmerk": uitgave.sleutelkenmerk,
        "tellingen": [
            {
                "cohort": blok.cohort,
                "telling": blok.telling,
                "status": blok.status.value,
                "niveau": blok.niveau,
            }
            for blok in uitgave.blokken
        ],
    }
    return {UITGAVE: canoniek(kop), CIJFERS: _csv(_regels(uitgave, tabel))}


def canoniek(inhoud: object) -> bytes:
    """JSON in one way only: keys sorted, no spare spaces, UTF-8, a newline at the end."""
    tekst = json.dumps(
        inhoud, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    return f"{tekst}\n".encode()


def _regels(uitgave: Uitgave, tabel: Tabel) -> Iterable[tuple[object, ...]]:
    yield kolomnamen(tabel)
    for blok in uitgave.blokken:
        for cel, waarde in blok.cellen.items():
            yield (
                "datastructure",
                f"inburgering:{uitgave.tabel}",
                "I",
                uitgave.gemeente,
                uitgave.editie.code,
                blok.cohort,
                blok.telling,
                *cel,
                waarde,
                blok.status.value,
            )


def _csv(regels: Iterable[tuple[object, ...]]) -> bytes:
    uit = io.StringIO()
    csv.writer(uit, lineterminator="\n").writerows(regels)
    return uit.getvalue().encode()
