"""Objection and appeal."""

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.begrippen import Bezwaartegen, Bezwaaruitkomst


class Bezwaar(Feit):
    """An objection against a decision of the municipality, and the appeals after it."""

    tegen = models.CharField(
        "bezwaar tegen", max_length=20, choices=Bezwaartegen.choices()
    )
    bekend_op = models.DateField("het besluit is verstuurd op")
    ontvangen_op = models.DateField("bezwaar ontvangen op")
    met_commissie = models.BooleanField("met een adviescommissie", default=False)
    gehoord_op = models.DateField("gehoord op", null=True, blank=True)
    besloten_op = models.DateField("beslist op", null=True, blank=True)
    uitkomst = models.CharField(
        max_length=20, choices=Bezwaaruitkomst.choices(), blank=True, default=""
    )
    toelichting = models.TextField(blank=True, default="")
    verstuurd_op = models.DateField("beslissing verstuurd op", null=True, blank=True)
    beroep_op = models.DateField("beroep ingesteld op", null=True, blank=True)
    uitspraak_op = models.DateField("uitspraak van", null=True, blank=True)
    uitspraak = models.CharField(
        max_length=20, choices=Bezwaaruitkomst.choices(), blank=True, default=""
    )

    hoger_beroep_op = models.DateField(
        "hoger beroep ingesteld op", null=True, blank=True
    )
    hoger_beroep_door_gemeente = models.BooleanField(
        "hoger beroep door de gemeente", default=False
    )
    hoger_uitspraak_op = models.DateField(
        "uitspraak in hoger beroep van", null=True, blank=True
    )
    hoger_uitspraak = models.CharField(
        "uitspraak in hoger beroep", max_length=20, choices=Bezwaaruitkomst.choices(),
        blank=True, default="",
    )  # fmt: skip

    class Meta(Feit.Meta):
        verbose_name = "bezwaar"
        verbose_name_plural = "bezwaren"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(besloten_op__isnull=True, uitkomst="")
                | (models.Q(besloten_op__isnull=False) & ~models.Q(uitkomst="")),
                name="bezwaar_besloten_met_uitkomst",
            )
        ]

    def __str__(self) -> str:
        return f"bezwaar tegen {self.get_tegen_display().lower()}"
