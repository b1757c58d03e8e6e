"""Een opgeslagen woord met een Nederlands opschrift."""

from enum import StrEnum
from typing import Self


class Keuze(StrEnum):
    """Een opsomming waarvan elk lid zijn opschrift draagt.

    ``choices()`` wordt aangeroepen in een model, zodat een migratie alleen
    letterlijke woorden bevat en nooit deze klasse.
    """

    label: str

    def __new__(cls, waarde: str, label: str = "") -> Self:
        """Maak een lid met zijn opschrift (zonder opschrift: het woord zelf)."""
        lid = str.__new__(cls, waarde)
        lid._value_ = waarde
        lid.label = label or waarde.replace("_", " ").capitalize()
        return lid

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Geef de paren (woord, opschrift) in de volgorde van de opsomming."""
        return [(lid.value, lid.label) for lid in cls]
