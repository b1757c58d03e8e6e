"""Progress talks."""

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.begrippen import Gespreksvorm


class Voortgangsgesprek(Feit):
    """A talk on how the PIP goes."""

    gevoerd_op = models.DateField("gesprek op")
    vorm = models.CharField(max_length=20, choices=Gespreksvorm.choices())
    verslag = models.TextField("wat is besproken", blank=True, default="")
    afspraken = models.TextField(blank=True, default="")
    volgend_gesprek_op = models.DateField("volgend gesprek", null=True, blank=True)

    class Meta(Feit.Meta):
        verbose_name = "voortgangsgesprek"
        verbose_name_plural = "voortgangsgesprekken"

    def __str__(self) -> str:
        return f"gesprek van {self.gevoerd_op}"
