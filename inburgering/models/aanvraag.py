"""What somebody asks of DUO, and what the municipality advises."""

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.begrippen import Aanvraagsoort, Advies, Verlengingsgrond


class Aanvraag(Feit):
    """A request to DUO; the decision comes as a decision of DUO."""

    soort = models.CharField("aanvraag", max_length=30, choices=Aanvraagsoort.choices())
    ingediend_op = models.DateField("ingediend op")
    grond = models.CharField(
        max_length=40, choices=Verlengingsgrond.choices(), blank=True, default=""
    )
    advies_gevraagd_op = models.DateField("DUO vroeg advies op", null=True, blank=True)
    advies_op = models.DateField("advies gegeven op", null=True, blank=True)
    advies = models.CharField(
        max_length=20, choices=Advies.choices(), blank=True, default=""
    )
    toelichting = models.TextField(blank=True, default="")

    class Meta(Feit.Meta):
        verbose_name = "aanvraag bij DUO"
        verbose_name_plural = "aanvragen bij DUO"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(advies_op__isnull=True, advies="")
                | (models.Q(advies_op__isnull=False) & ~models.Q(advies="")),
                name="aanvraag_advies_met_dag",
            )
        ]

    def __str__(self) -> str:
        return self.get_soort_display()
