"""The test persons of the RvIG: identity only (see ``data/README.md``)."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from inburgering.levens.leven import Persoon
from inburgering.levens.personen import LANDEN
from inburgering.wet.begrippen import Geslacht


BESTAND = Path(__file__).parent / "data" / "testpersonen_rvig_2022.csv"
GESLACHT = {"M": Geslacht.MAN, "V": Geslacht.VROUW}
OVERLEDEN = "O"
# The test set knows no language; somebody's own is made up like the rest of the life.
TALEN = {land.nationaliteit: land.taal for land in LANDEN.values()}


@dataclass(frozen=True, slots=True)
class Testpersoon:
    """One test person; ``overleden`` is what the test set says of the person list."""

    persoon: Persoon
    nationaliteit: str
    overleden: bool


def _datum(tekst: str) -> str:
    cijfers = tekst.ljust(8, "0")
    return f"{cijfers[:4]}-{cijfers[4:6]}-{cijfers[6:]}"


def _lees(rij: dict[str, str]) -> Testpersoon:
    return Testpersoon(
        persoon=Persoon(
            bsn=rij["bsn"],
            v_nummer="",
            voornamen=rij["voornamen"].strip(),
            voorvoegsel=rij["voorvoegsel"].strip(),
            geslachtsnaam=rij["geslachtsnaam"].strip(),
            geboortedatum=_datum(rij["geboortedatum"]),
            geslacht=GESLACHT.get(rij["geslacht"], Geslacht.ONBEKEND).value,
            nationaliteit=rij["nationaliteit_code"],
            geboorteland=rij["geboorteland_code"] or "0000",
            taal=TALEN.get(rij["nationaliteit_code"], "Engels"),
            geheim_adres=rij["indicatie_geheim"] not in ("", "0"),
        ),
        nationaliteit=rij["nationaliteit"],
        overleden=rij["opschorting_reden"] == OVERLEDEN,
    )


@cache
def testpersonen() -> tuple[Testpersoon, ...]:
    """Give the test persons in the order of the file."""
    with BESTAND.open(encoding="utf-8", newline="") as bestand:
        return tuple(_lees(rij) for rij in csv.DictReader(bestand))
