"""Tasks of one's own: what a colleague will do in a case, and by which day."""

from django.conf import settings
from django.db import models

from inburgering.models.base import Feit


class Taak(Feit):
    """A task. As long as it is open, it stands in the worklist as a term of the case.

    ``voor`` is the colleague who does it; nobody means whoever has the case.
    """

    omschrijving = models.CharField("wat moet er gebeuren", max_length=200)
    uiterlijk = models.DateField("uiterlijk")
    voor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="voor wie",
    )
    klaar_op = models.DateField("klaar op", null=True, blank=True)
    uitkomst = models.TextField("wat kwam eruit", blank=True, default="")

    class Meta(Feit.Meta):
        verbose_name = "taak"
        verbose_name_plural = "taken"

    def __str__(self) -> str:
        return self.omschrijving
