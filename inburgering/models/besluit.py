"""What DUO decided, and how the municipality closed the file."""

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.begrippen import (
    DUOBesluitsoort,
    Niveau,
    Onderdeel,
    RedenAfsluiting,
    RedenEindePlicht,
)


class DUOBesluit(Feit):
    """A decision of DUO, with its date; ours never stands in its place."""

    soort = models.CharField(
        "besluit", max_length=40, choices=DUOBesluitsoort.choices()
    )
    besloten_op = models.DateField("datum van het besluit")
    ingang = models.DateField("gaat in op", null=True, blank=True)
    einddatum = models.DateField("geldt tot (die dag niet meer)", null=True, blank=True)
    grond = models.CharField(max_length=120, blank=True, default="")
    onderdeel = models.CharField(
        max_length=30, choices=Onderdeel.choices(), blank=True, default=""
    )
    niveau = models.CharField(
        max_length=2, choices=Niveau.choices(), blank=True, default=""
    )
    maximum_uren = models.PositiveSmallIntegerField(
        "hoogstens zoveel uren participatie", null=True, blank=True
    )
    bedrag = models.PositiveSmallIntegerField("bedrag in euro", null=True, blank=True)
    reden_einde = models.CharField(
        "reden einde plicht",
        max_length=40,
        choices=RedenEindePlicht.choices(),
        blank=True,
        default="",
    )

    class Meta(Feit.Meta):
        verbose_name = "besluit van DUO"
        verbose_name_plural = "besluiten van DUO"

    def __str__(self) -> str:
        return self.get_soort_display()


class Afsluiting(Feit):
    """The file was closed, and perhaps opened again."""

    afgesloten_op = models.DateField("afgesloten op")
    reden = models.CharField(max_length=30, choices=RedenAfsluiting.choices())
    toelichting = models.TextField(blank=True, default="")
    heropend_op = models.DateField("heropend op", null=True, blank=True)
    reden_heropening = models.TextField("waarom heropend", blank=True, default="")

    class Meta(Feit.Meta):
        verbose_name = "afsluiting"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(heropend_op__isnull=True, reden_heropening="")
                | (
                    models.Q(heropend_op__gte=models.F("afgesloten_op"))
                    & ~models.Q(reden_heropening="")
                ),
                name="afsluiting_heropend_met_reden",
            )
        ]

    def __str__(self) -> str:
        return f"afgesloten op {self.afgesloten_op}"
