"""Lists of one's own that change over the years: each word says since when it is chosen."""

from datetime import date
from typing import Self

from inburgering.wet.keuze import Keuze
from inburgering.wet.parameters import IN_WERKING


class GedateerdeKeuze(Keuze):
    """A list of which each word is offered from a day, and may stop on another.

    A word is never taken away: what was recorded with it stays readable. ``hint`` says
    what one does and does not write with it.
    """

    hint: str
    geldig_vanaf: date
    geldig_tot: date | None

    def __new__(
        cls, waarde: str, label: str = "", hint: str = "",
        geldig_vanaf: date = IN_WERKING, geldig_tot: date | None = None,
    ) -> Self:  # fmt: skip
        """Make a word with its label, its hint and the days on which it is offered."""
        word = str.__new__(cls, waarde)
        word._value_ = waarde
        word.label = label or waarde.replace("_", " ").capitalize()
        word.hint = hint
        word.geldig_vanaf = geldig_vanaf
        word.geldig_tot = geldig_tot
        return word

    def geldt_op(self, dag: date) -> bool:
        """Say whether the word is offered on a day."""
        return self.geldig_vanaf <= dag and (
            self.geldig_tot is None or dag < self.geldig_tot
        )

    @classmethod
    def te_kiezen(cls, dag: date, ook: str = "") -> list[tuple[str, str]]:
        """Give the pairs to choose from on a day; ``ook`` is what a row says already."""
        return [
            (word.value, word.label)
            for word in cls
            if word.geldt_op(dag) or word == ook
        ]
