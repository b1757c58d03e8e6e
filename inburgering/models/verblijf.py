"""Changes of group and of address: dated, never overwritten."""

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.begrippen import (
    Asielrechten,
    Doelgroep,
    GedetailleerdeDoelgroep,
    Verhuissoort,
)


# Where somebody went says where they live: not on a screen when the address is secret.
GEHEIM = frozenset({"plaats", "gemeente_code"})


class Groepswijziging(Feit):
    """DUO puts somebody in another group from a day on (SS124, SS125)."""

    ingang = models.DateField("gaat in op")
    doelgroep = models.CharField(max_length=40, choices=Doelgroep.choices())
    gedetailleerde_doelgroep = models.CharField(
        "doelgroep volgens DUO",
        max_length=40,
        choices=GedetailleerdeDoelgroep.choices(),
        blank=True,
        default="",
    )
    asielrechten = models.CharField(
        "rechten na een ander verblijfsdoel",
        max_length=40,
        choices=Asielrechten.choices(),
        blank=True,
        default="",
    )

    class Meta(Feit.Meta):
        verbose_name = "wijziging van groep"
        verbose_name_plural = "wijzigingen van groep"

    def __str__(self) -> str:
        return self.get_doelgroep_display()


class Verhuizing(Feit):
    """Somebody moved, within the municipality, to it or away from it."""

    verhuisd_op = models.DateField("verhuisd op")
    soort = models.CharField(
        "verhuizing", max_length=30, choices=Verhuissoort.choices()
    )
    gemeente_code = models.CharField(
        "andere gemeente", max_length=4, blank=True, default=""
    )
    plaats = models.CharField(
        "opvanglocatie of land", max_length=120, blank=True, default=""
    )
    overgedragen_op = models.DateField("warm overgedragen op", null=True, blank=True)
    overdracht = models.TextField("wat is overgedragen", blank=True, default="")

    class Meta(Feit.Meta):
        verbose_name = "verhuizing"
        verbose_name_plural = "verhuizingen"

    def __str__(self) -> str:
        return self.get_soort_display()
