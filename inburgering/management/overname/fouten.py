"""What is wrong with a file, and where: the line, the path of the field, plain words.

No message repeats a value of the file. A column that has shifted may hold a BSN anywhere,
in the place of a name too; so a name is repeated only when it looks like one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches


MEESTE_FOUTEN = 200
NAAM = re.compile(r"[a-z][a-z_]{0,39}")
ANDERE_NAAM = "(naam)"


@dataclass(frozen=True, slots=True)
class Fout:
    """One fault. ``pad`` is "" when it is about the whole line; lines count from 1."""

    regel: int
    pad: str
    tekst: str

    def __str__(self) -> str:
        where = f"{self.pad}: " if self.pad else ""
        return f"Regel {self.regel}, {where}{self.tekst}" if self.regel else self.tekst


class Leesfout(ValueError):
    """A value that cannot be read, in the words that belong at its field."""


def noem(naam: str) -> str:
    """Give a name of the file as it may stand in a message."""
    return naam if NAAM.fullmatch(naam) else ANDERE_NAAM


def onbekend(naam: str, namen: Iterable[str]) -> str:
    """Say that a name is not known here, and which one was perhaps meant."""
    close = get_close_matches(naam[:40], list(namen), n=1)
    meant = f" Bedoelt u {close[0]}?" if close and NAAM.fullmatch(naam) else ""
    return f"deze naam is onbekend.{meant}"


@dataclass
class Verzameling:
    """Faults as they come in: the first ones are kept, all are counted."""

    meeste: int = MEESTE_FOUTEN
    genoemd: list[Fout] = field(default_factory=list)
    aantal: int = 0
    regels: int = 0
    _laatste: int = -1

    def voeg_toe(self, fouten: Iterable[Fout]) -> None:
        """Count faults, and keep them while there is room."""
        for fout in fouten:
            self.aantal += 1
            if fout.regel != self._laatste:
                self._laatste = fout.regel
                self.regels += 1
            if len(self.genoemd) < self.meeste:
                self.genoemd.append(fout)

    @property
    def niet_genoemd(self) -> int:
        """How many were counted but not kept."""
        return self.aantal - len(self.genoemd)
