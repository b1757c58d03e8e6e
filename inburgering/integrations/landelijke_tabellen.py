"""The national tables of the BRP: codes with their Dutch description and validity."""

import csv
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path


FOLDER = Path(__file__).parent / "tabellen"
FILES = {
    "nationaliteit": "tabel32_nationaliteiten.csv",
    "gemeente": "tabel33_gemeenten.csv",
    "land": "tabel34_landen.csv",
    "verblijfstitel": "tabel56_verblijfstitels.csv",
}


@dataclass(frozen=True)
class Waarde:
    """One code; ``einde`` is the first day on which it no longer holds."""

    code: str
    omschrijving: str
    ingang: date | None
    einde: date | None

    def geldt_op(self, dag: date) -> bool:
        """Say whether the code may be chosen on a day."""
        begun = self.ingang is None or self.ingang <= dag
        return begun and (self.einde is None or dag < self.einde)


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a plain date


@cache
def tabel(naam: str) -> dict[str, Waarde]:
    """Give a table by code. ``naam``: nationaliteit, gemeente, land, verblijfstitel."""
    with (FOLDER / FILES[naam]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    code, text, *_ = rows[0]
    return {
        row[code]: Waarde(
            row[code],
            row[text],
            _day(row["99.98 Datum ingang"]),
            _day(row["99.99 Datum einde"]),
        )
        for row in rows
    }


def omschrijving(naam: str, code: str) -> str:
    """Give the description of a code, or the code itself when the table lacks it."""
    waarde = tabel(naam).get(code)
    return waarde.omschrijving if waarde else code


def keuzes(naam: str, dag: date) -> list[tuple[str, str]]:
    """Give the codes that may be chosen on a day, by description."""
    current = [w for w in tabel(naam).values() if w.geldt_op(dag)]
    current.sort(key=lambda w: w.omschrijving.casefold())
    return [(w.code, w.omschrijving) for w in current]
