"""Providers, their courses, and the place a participant gets."""

from django.db import models

from inburgering.models.base import Feit, Zaakmodel
from inburgering.wet.begrippen import Keurmerk, Leerroute, RedenEindeAanbod


class Aanbieder(Zaakmodel):
    """A language school or other provider, with its quality mark for a period."""

    naam = models.CharField(max_length=120)
    keurmerk = models.CharField(max_length=30, choices=Keurmerk.choices())
    keurmerk_vanaf = models.DateField(null=True, blank=True)
    keurmerk_tot = models.DateField("keurmerk tot (exclusief)", null=True, blank=True)
    instellingsnummer = models.CharField(max_length=10, blank=True, default="")
    actief = models.BooleanField(default=True)

    class Meta(Zaakmodel.Meta):
        verbose_name = "aanbieder"
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "naam"], name="aanbieder_naam_uniek"
            )
        ]

    def __str__(self) -> str:
        return self.naam

    def heeft_keurmerk_op(self, dag) -> bool:
        """Say whether the quality mark holds on a day."""
        if self.keurmerk == Keurmerk.GEEN:
            return False
        begun = self.keurmerk_vanaf is None or self.keurmerk_vanaf <= dag
        return begun and (self.keurmerk_tot is None or dag < self.keurmerk_tot)


class Cursus(Zaakmodel):
    """A course that a provider offers."""

    aanbieder = models.ForeignKey(
        Aanbieder, models.PROTECT, related_name="cursussen", db_index=False
    )
    naam = models.CharField(max_length=120)
    leerroute = models.CharField(max_length=20, choices=Leerroute.choices())
    uren_per_week = models.PositiveSmallIntegerField(default=0)
    locatie = models.CharField(max_length=120, blank=True, default="")
    dagdelen = models.CharField(max_length=120, blank=True, default="")
    online = models.BooleanField(default=False)
    plaatsen = models.PositiveSmallIntegerField(null=True, blank=True)
    actief = models.BooleanField(default=True)

    class Meta(Zaakmodel.Meta):
        verbose_name = "cursus"
        verbose_name_plural = "cursussen"
        ordering = ["naam"]
        indexes = [
            models.Index(fields=["gemeente", "aanbieder"], name="cursus_aanbieder")
        ]

    def __str__(self) -> str:
        return self.naam


class Inburgeringsaanbod(Feit):
    """The place offered to one participant (art. 16)."""

    aanbieder = models.ForeignKey(
        Aanbieder, models.PROTECT, related_name="+", db_index=False
    )
    cursus = models.ForeignKey(
        Cursus, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    aangeboden_op = models.DateField("aangeboden op")
    leerroute = models.CharField(max_length=20, choices=Leerroute.choices())
    verwacht_begin = models.DateField("begint naar verwachting", null=True, blank=True)
    verwacht_einde = models.DateField("eindigt naar verwachting", null=True, blank=True)
    begonnen_op = models.DateField("begonnen op", null=True, blank=True)
    beeindigd_op = models.DateField("gestopt op", null=True, blank=True)
    reden_einde = models.CharField(
        max_length=30, choices=RedenEindeAanbod.choices(), blank=True, default=""
    )
    met_keurmerk = models.BooleanField(default=True)

    class Meta(Feit.Meta):
        verbose_name = "inburgeringsaanbod"
        indexes = [
            *Feit.Meta.indexes,
            models.Index(fields=["gemeente", "aanbieder"], name="aanbod_aanbieder"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(beeindigd_op__isnull=True, reden_einde="")
                | (models.Q(beeindigd_op__isnull=False) & ~models.Q(reden_einde="")),
                name="aanbod_einde_met_reden",
            )
        ]

    def __str__(self) -> str:
        return f"aanbod van {self.aangeboden_op}"
