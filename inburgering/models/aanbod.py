"""Providers, their courses, and the place a participant gets."""

from django.db import models

from inburgering.models.base import Feit, Zaakmodel
from inburgering.wet.begrippen import (
    Keurmerk,
    Leerroute,
    RedenEindeAanbod,
    Trajectstatus,
)
from inburgering.wet.lestijden import Lesniveau, Lesvorm, in_woorden


def lopende_plekken() -> models.Q:
    """Give the places that are taken now; who is no longer followed takes none.

    A file can be closed while nobody recorded the last day with the provider. That day is
    not made up: the place is no longer counted, and is again when the file is reopened.
    """
    closed = models.Q(traject__status=Trajectstatus.AFGESLOTEN)
    return models.Q(beeindigd_op=None) & ~closed


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
    """A class of a provider: which route and level, when, where, and for how many.

    ``dagdelen`` are codes of ``wet.lestijden``; ``plaatsen`` is the group size, empty when
    it is not known.
    """

    aanbieder = models.ForeignKey(
        Aanbieder, models.PROTECT, related_name="cursussen", db_index=False
    )
    naam = models.CharField(max_length=120)
    leerroute = models.CharField(max_length=20, choices=Leerroute.choices())
    uren_per_week = models.PositiveSmallIntegerField(default=0)
    niveau = models.CharField(
        max_length=10, choices=Lesniveau.choices(), blank=True, default=""
    )
    locatie = models.CharField(max_length=120, blank=True, default="")
    dagdelen = models.JSONField(blank=True, default=list)
    lesvorm = models.CharField(
        max_length=20, choices=Lesvorm.choices(), default=Lesvorm.OP_LOCATIE
    )
    plaatsen = models.PositiveSmallIntegerField(
        "grootte van de groep", null=True, blank=True
    )
    begint_op = models.DateField("eerste les", null=True, blank=True)
    eindigt_op = models.DateField("laatste les", null=True, blank=True)
    actief = models.BooleanField(default=True)

    class Meta(Zaakmodel.Meta):
        verbose_name = "cursus"
        verbose_name_plural = "cursussen"
        ordering = ["naam"]
        indexes = [
            models.Index(fields=["gemeente", "aanbieder"], name="cursus_aanbieder")
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(begint_op__isnull=True)
                | models.Q(eindigt_op__isnull=True)
                | models.Q(eindigt_op__gte=models.F("begint_op")),
                name="cursus_einde_na_begin",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def wanneer(self) -> str:
        """The parts of the week in words."""
        return in_woorden(self.dagdelen)

    @property
    def waar(self) -> str:
        """The place, and what is online."""
        if self.lesvorm == Lesvorm.ONLINE:
            return Lesvorm.ONLINE.label
        parts = [self.locatie]
        if self.lesvorm == Lesvorm.HYBRIDE:
            parts.append(Lesvorm.HYBRIDE.label)
        return ", ".join(part for part in parts if part)


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
