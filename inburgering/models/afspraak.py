"""The agreements of the plan."""

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.begrippen import (
    Afspraakonderwerp,
    Afspraakresultaat,
    Eigenaar,
    Grondslag,
)


class Afspraak(Feit):
    """Who does what by when, and on which act it rests; that decides the sanction."""

    gemaakt_op = models.DateField("gemaakt op")
    onderwerp = models.CharField(max_length=20, choices=Afspraakonderwerp.choices())
    grondslag = models.CharField("rust op", max_length=20, choices=Grondslag.choices())
    eigenaar = models.CharField(
        "wie komt haar na", max_length=20, choices=Eigenaar.choices()
    )
    doel = models.ForeignKey(
        "inburgering.Doel",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="hoort bij doel",
    )
    omschrijving = models.TextField("wat is afgesproken")
    uiterlijk = models.DateField("klaar tot en met", null=True, blank=True)
    afgerond_op = models.DateField("besproken of klaar op", null=True, blank=True)
    resultaat = models.CharField(
        max_length=20, choices=Afspraakresultaat.choices(), blank=True, default=""
    )
    toelichting = models.TextField(blank=True, default="")

    class Meta(Feit.Meta):
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(afgerond_op__isnull=True, resultaat="")
                | (models.Q(afgerond_op__isnull=False) & ~models.Q(resultaat="")),
                name="afspraak_afgerond_met_resultaat",
            )
        ]

    def __str__(self) -> str:
        return self.omschrijving[:60]
