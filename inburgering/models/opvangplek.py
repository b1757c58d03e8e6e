"""The reception places from which people come, and how far each is from us.

Nobody can compute a journey from a name: the municipality looks it up once for each place.
"""

from django.db import models
from django.db.models import Q

from inburgering.models.base import Zaakmodel
from inburgering.models.inburgeraar import zoekvorm


class Opvangplek(Zaakmodel):
    """A place of the COA: minutes with public transport, and kilometres, to our office."""

    naam = models.CharField(max_length=120)
    # What a name is found by, so that a capital makes no second place.
    zoeknaam = models.CharField(max_length=120, editable=False)
    reistijd = models.PositiveSmallIntegerField(
        "reistijd in minuten", null=True, blank=True
    )
    afstand = models.PositiveSmallIntegerField("afstand in km", null=True, blank=True)
    actief = models.BooleanField("in gebruik", default=True)

    class Meta(Zaakmodel.Meta):
        verbose_name = "opvangplek"
        verbose_name_plural = "opvangplekken"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "zoeknaam"], name="opvangplek_uniek"
            ),
            models.CheckConstraint(
                condition=Q(reistijd__isnull=False) | Q(afstand__isnull=False),
                name="opvangplek_hoe_ver",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def hoe_ver(self) -> str:
        """How far it is, in words."""
        parts = []
        if self.reistijd is not None:
            parts.append(f"{self.reistijd} minuten reizen")
        if self.afstand is not None:
            parts.append(f"{self.afstand} km")
        return ", ".join(parts)


def hoe_ver() -> dict[str, str]:
    """Give how far each known place is, by the name it is found by."""
    return {plek.zoeknaam: plek.hoe_ver for plek in Opvangplek.objects.all()}


def afstand_tot(naam: str, bekend: dict[str, str]) -> str:
    """Give how far a place is; empty when nobody looked it up."""
    return bekend.get(zoekvorm(naam), "")
