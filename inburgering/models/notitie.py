"""Notes of colleagues: of which kind, for whom, and the one that stands on top."""

from django.db import models

from inburgering.models.base import Feit
from inburgering.models.lijst import GedateerdeKeuze


class Notitiesoort(GedateerdeKeuze):
    """What a note is about, with what one writes there and what not."""

    ALGEMEEN = (
        "algemeen", "Algemeen",
        "wat een collega moet weten. Geen diagnose, geen geloof, geen afkomst.",
    )  # fmt: skip
    SCHOOL = (
        "school", "School en les",
        "aanwezigheid, voortgang, rooster. Geen oordeel over hoe iemand is.",
    )  # fmt: skip
    WERK = (
        "werk", "Werk en participatie",
        "wensen, werkplek, dagen. Niet waarom iemand ziek is.",
    )  # fmt: skip
    THUIS = (
        "thuis", "Thuis en kinderopvang",
        "opvang, zorg voor anderen, reistijd. Niets over geloof of ruzie thuis.",
    )  # fmt: skip
    GELD = (
        "geld", "Geld",
        "wie waarbij helpt en tot wanneer. Geen schulden en geen schuldeisers.",
    )  # fmt: skip
    AFSPRAAK = (
        "afspraak", "Afspraak",
        "wie wat doet en wanneer. Geen vermoedens.",
    )  # fmt: skip
    OVERDRACHT = (
        "overdracht", "Overdracht",
        "wat de volgende collega eerst doet. Herhaal het dossier niet.",
    )  # fmt: skip

    @classmethod
    def met_uitleg(cls, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Give the same choices, each with what one writes there and what not."""
        return [(value, f"{label}: {cls(value).hint}") for value, label in pairs]


class Notitie(Feit):
    """A note of a colleague; the person can ask to read it.

    ``deelbaar`` notes are written to be shared with the person; the others are for
    colleagues. One note of a file may be ``vastgezet``: it stands on top of it.
    """

    soort = models.CharField(
        "soort notitie", max_length=20, choices=Notitiesoort.choices(),
        default=Notitiesoort.ALGEMEEN.value,
    )  # fmt: skip
    onderwerp = models.CharField(max_length=120)
    tekst = models.TextField()
    deelbaar = models.BooleanField("te delen met de inburgeraar", default=False)
    vastgezet = models.BooleanField("staat bovenaan", default=False)

    class Meta(Feit.Meta):
        verbose_name = "notitie"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "traject"],
                condition=models.Q(vastgezet=True),
                name="notitie_vastgezet_uniek",
            )
        ]

    def __str__(self) -> str:
        return self.onderwerp
