"""A correction that waits for a second person, or was decided."""

from django.conf import settings
from django.db import models

from inburgering.models.base import Zaakmodel
from inburgering.wet.keuze import Keuze


class Herstelstatus(Keuze):
    """How far a correction is."""

    GEVRAAGD = "gevraagd", "Wacht op een tweede persoon"
    DOORGEVOERD = "doorgevoerd", "Doorgevoerd"
    AFGEWEZEN = "afgewezen", "Afgewezen"


class Herstel(Zaakmodel):
    """Old and new values of one recorded fact, with the reason.

    ``oud`` and ``nieuw``: field -> value as JSON. ``gevolgen``: the terms that move and
    what already left the house, as lines of text, so that they can be mended.
    """

    traject = models.ForeignKey("inburgering.Traject", models.PROTECT, db_index=False)
    soort = models.CharField(max_length=30)
    feit_id = models.BigIntegerField()
    oud = models.JSONField()
    nieuw = models.JSONField()
    reden = models.TextField()
    gevolgen = models.JSONField(default=list)
    status = models.CharField(max_length=20, choices=Herstelstatus.choices())
    gevraagd_op = models.DateField()
    gevraagd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False
    )
    besloten_op = models.DateField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    reden_besluit = models.TextField(blank=True, default="")

    class Meta(Zaakmodel.Meta):
        verbose_name = "herstel"
        indexes = [
            models.Index(fields=["gemeente", "status", "id"], name="herstel_status"),
            models.Index(fields=["gemeente", "traject"], name="herstel_traject"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="gevraagd", besloten_op__isnull=True)
                | (~models.Q(status="gevraagd") & models.Q(besloten_op__isnull=False)),
                name="herstel_besluit_met_datum",
            )
        ]

    def __str__(self) -> str:
        return f"herstel van {self.soort} {self.feit_id}"
