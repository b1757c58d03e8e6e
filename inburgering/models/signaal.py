"""What execution reports about the law and the chain: a text without anybody in it.

It points to no case and holds no day: only the municipality, the team, the month, and the
colleague who wants to hear what became of it.
"""

from django.conf import settings
from django.db import models

from inburgering.models.base import Zaakmodel
from inburgering.models.gebruiker import Team
from inburgering.wet.keuze import Keuze


class Niveau(Keuze):
    """Where something would have to change, from near to far."""

    DOSSIER = "dossier", "Een enkel geval"
    GEMEENTE = "gemeente", "Ons team of onze gemeente"
    KETEN = "keten", "De keten: DUO, COA, IND, scholen"
    WET = "wet", "De wet of het stelsel"


class Onderwerp(Keuze):
    """What it is about: a mechanism of the policy, or a circumstance around it."""

    M1 = "M1", "Tijdige start"
    M2 = "M2", "Snelheid"
    M3 = "M3", "Maatwerk"
    M4 = "M4", "Dualiteit: taal samen met meedoen"
    M5 = "M5", "Kwaliteit van de lessen"
    C1 = "C1", "Werk trekt mensen weg uit de lessen"
    C2 = "C2", "Wachten in de opvang of op een woning"
    C3 = "C3", "Te weinig docenten"
    C4 = "C4", "Te weinig kinderopvang"
    C5 = "C5", "Andere instroom vraagt onze tijd"
    C6 = "C6", "Werkgevers, buurt en discriminatie"
    C7 = "C7", "Te weinig mensen bij de gemeente"
    C8 = "C8", "Te weinig deelnemers voor een passende klas"
    C9 = "C9", "De economie"


class Signaal(Zaakmodel):
    """A signal; it is open until somebody says what was done with it."""

    niveau = models.CharField(max_length=10, choices=Niveau.choices())
    onderwerp = models.CharField(max_length=2, choices=Onderwerp.choices())
    tekst = models.CharField(max_length=300)
    maand = models.DateField("maand")
    antwoord = models.TextField("wat is ermee gedaan", blank=True, default="")
    beantwoord_op = models.DateField("beantwoord op", null=True, blank=True)
    team = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    gemeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False
    )
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True,
        related_name="+", db_index=False,
    )  # fmt: skip

    class Meta(Zaakmodel.Meta):
        verbose_name = "signaal"
        verbose_name_plural = "signalen"
        indexes = [
            models.Index(fields=["gemeente", "-maand"], name="signaal_maand"),
            models.Index(fields=["gemeente", "gemeld_door"], name="signaal_van"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(beantwoord_op__isnull=True, antwoord="")
                | (models.Q(beantwoord_op__isnull=False) & ~models.Q(antwoord="")),
                name="signaal_antwoord_met_dag",
            ),
            models.CheckConstraint(
                condition=models.Q(maand__day=1), name="signaal_zonder_dag"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_onderwerp_display()}, {self.get_niveau_display().lower()}"
