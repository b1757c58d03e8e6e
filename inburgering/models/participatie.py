"""Duale trajecten and the hours followed."""

from django.db import models

from inburgering.models.aanbod import Aanbieder
from inburgering.models.base import Feit
from inburgering.wet.begrippen import (
    Contractsoort,
    Participatievorm,
    RedenEindeParticipatie,
    Samenhang,
    Taalrijk,
    Urensoort,
)
from inburgering.wet.intake import BEROEPSNIVEAUS, SECTOREN


ONBEKEND = ("onbekend", "Niet bekend")
# The words of the broad intake, so that what somebody brought can stand beside this.
WERKSECTOREN = (*SECTOREN, ONBEKEND)
WERKNIVEAUS = (*BEROEPSNIVEAUS, ONBEKEND)


class Participatie(Feit):
    """What somebody does beside the lessons: where, how many hours, parallel or integrated.

    Of a job more: who guides at work, sector, level, contract, and whether Dutch is spoken
    there. What nobody knows is "onbekend"; nothing is guessed.
    """

    vorm = models.CharField(
        "soort participatie", max_length=30, choices=Participatievorm.choices()
    )
    plaats = models.CharField("werkgever of organisatie", max_length=120)
    begeleider = models.CharField(
        "begeleider op de werkplek", max_length=120, blank=True, default=""
    )
    sector = models.CharField(max_length=20, choices=WERKSECTOREN, default="onbekend")
    beroepsniveau = models.CharField(
        "niveau van het werk", max_length=20, choices=WERKNIVEAUS, default="onbekend"
    )
    contract = models.CharField(
        max_length=20, choices=Contractsoort.choices(), default=Contractsoort.ONBEKEND
    )
    taalrijk = models.CharField(
        "taalrijk", max_length=10, choices=Taalrijk.choices(), default=Taalrijk.ONBEKEND
    )
    samenhang = models.CharField(max_length=20, choices=Samenhang.choices())
    uren_per_week = models.PositiveSmallIntegerField()
    begin = models.DateField("begonnen op")
    einde = models.DateField("gestopt op", null=True, blank=True)
    reden_einde = models.CharField(
        max_length=30, choices=RedenEindeParticipatie.choices(), blank=True, default=""
    )

    class Meta(Feit.Meta):
        verbose_name = "duaal traject"
        verbose_name_plural = "duale trajecten"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(einde__isnull=True, reden_einde="")
                | (models.Q(einde__gte=models.F("begin")) & ~models.Q(reden_einde="")),
                name="participatie_einde_met_reden",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_vorm_display()} bij {self.plaats}"


class GevolgdeUren(Feit):
    """Hours followed in a period (both days included), in whole hours."""

    soort = models.CharField("waarvoor", max_length=30, choices=Urensoort.choices())
    van = models.DateField("van")
    tot_en_met = models.DateField("tot en met")
    uren = models.PositiveSmallIntegerField("gevolgde uren")
    verzuim_geoorloofd = models.PositiveSmallIntegerField(
        "uren verzuim, afgemeld", default=0
    )
    verzuim_ongeoorloofd = models.PositiveSmallIntegerField(
        "uren verzuim, niet afgemeld", default=0
    )
    aanbieder = models.ForeignKey(
        Aanbieder, models.PROTECT, null=True, blank=True, related_name="+",
        db_index=False,
    )  # fmt: skip
    met_keurmerk = models.BooleanField(default=True)

    class Meta(Feit.Meta):
        verbose_name = "gevolgde uren"
        verbose_name_plural = "gevolgde uren"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tot_en_met__gte=models.F("van")),
                name="uren_tot_na_van",
            )
        ]

    def __str__(self) -> str:
        return f"{self.uren} uur {self.get_soort_display()}"
