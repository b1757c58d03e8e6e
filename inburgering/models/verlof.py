"""Leave of a colleague, and who takes over meanwhile. Never why somebody is away."""

from datetime import date

from django.conf import settings
from django.db import models

from inburgering.models.base import Zaakmodel
from inburgering.models.gemeente import GemeenteManager, GemeenteQuerySet


class VerlofQuerySet(GemeenteQuerySet):
    """Questions about leave."""

    def op(self, dag: date) -> "VerlofQuerySet":
        """Give the leave that runs on a day; what was taken back never ran."""
        return self.filter(van__lte=dag, tot_en_met__gte=dag, ingetrokken_op=None)


class VerlofManager(GemeenteManager.from_queryset(VerlofQuerySet)):
    """The leave in the municipality in force."""


class Verlof(Zaakmodel):
    """From the first to the last day away; ``vervanger`` does what can't wait."""

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False
    )
    vervanger = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False
    )
    van = models.DateField("eerste dag")
    tot_en_met = models.DateField("laatste dag")
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)

    objects = VerlofManager()

    class Meta(Zaakmodel.Meta):
        verbose_name = "verlof"
        verbose_name_plural = "verlof"
        indexes = [
            models.Index(fields=["gemeente", "vervanger", "van"], name="verlof_voor"),
            models.Index(fields=["gemeente", "gebruiker", "van"], name="verlof_van"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tot_en_met__gte=models.F("van")),
                name="verlof_einde_na_begin",
            ),
            models.CheckConstraint(
                condition=~models.Q(vervanger=models.F("gebruiker")),
                name="verlof_een_ander_vervangt",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker}: {self.van} tot en met {self.tot_en_met}"
