"""The brede intake with the baseline, and the leerbaarheidstoets."""

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.begrippen import LBTUitkomst, LBTUitzondering, Leerroute


class BredeIntake(Feit):
    """The brede intake; ``antwoorden`` holds the baseline by question (wet.intake)."""

    gestart_op = models.DateField("gestart op")
    afgerond_op = models.DateField("afgerond op", null=True, blank=True)
    in_opvang = models.BooleanField("gehouden in de opvang", default=False)
    antwoorden = models.JSONField(default=dict, blank=True)
    routeadvies = models.CharField(
        "advies van de intake",
        max_length=20,
        choices=Leerroute.choices(),
        blank=True,
        default="",
    )

    class Meta(Feit.Meta):
        verbose_name = "brede intake"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(afgerond_op__isnull=True)
                | models.Q(afgerond_op__gte=models.F("gestart_op")),
                name="intake_einde_na_begin",
            )
        ]

    def __str__(self) -> str:
        return f"brede intake van {self.gestart_op}"


class Leerbaarheidstoets(Feit):
    """The test, or why it was not taken."""

    afgenomen_op = models.DateField("afgenomen op", null=True, blank=True)
    uitkomst = models.CharField(
        max_length=30, choices=LBTUitkomst.choices(), blank=True, default=""
    )
    behaalde_score = models.PositiveSmallIntegerField(null=True, blank=True)
    benodigde_score = models.PositiveSmallIntegerField(null=True, blank=True)
    uitzondering = models.CharField(
        "reden om niet af te nemen",
        max_length=30,
        choices=LBTUitzondering.choices(),
        blank=True,
        default="",
    )

    class Meta(Feit.Meta):
        verbose_name = "leerbaarheidstoets"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(afgenomen_op__isnull=False)
                & ~models.Q(uitkomst="")
                & models.Q(uitzondering="")
                | models.Q(afgenomen_op__isnull=True)
                & models.Q(uitkomst="")
                & ~models.Q(uitzondering=""),
                name="lbt_afgenomen_of_uitgezonderd",
            )
        ]

    def __str__(self) -> str:
        return self.get_uitkomst_display() or self.get_uitzondering_display()
