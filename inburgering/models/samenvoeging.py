"""Two cases of one person that become one, asked by one colleague or decided by two."""

from django.conf import settings
from django.db import models

from inburgering.models.base import Zaakmodel
from inburgering.models.herstel import Herstelstatus


SCHEIDT = ","  # between the rows that one answer names


class Samenvoeging(Zaakmodel):
    """Which case goes on, which one ends in it, and per difference which value holds.

    ``verschillen``: field -> [value of the case that goes on, value of the other], as
    they were; ``keuzes``: field, or facts that clash -> "blijft", "ander" or the rows that
    no longer count. ``gevolgen``: what moves, as lines
    of text. ``versies`` are those of both cases when it was asked: who decides decides
    about what was seen.
    """

    traject = models.ForeignKey("inburgering.Traject", models.PROTECT, db_index=False)
    ander = models.ForeignKey(
        "inburgering.Traject", models.PROTECT, related_name="+", db_index=False
    )
    verschillen = models.JSONField(default=dict)
    keuzes = models.JSONField(default=dict)
    gevolgen = models.JSONField(default=list)
    versies = models.JSONField(default=list)
    reden = models.TextField("waarom het dezelfde persoon is")
    status = models.CharField(max_length=20, choices=Herstelstatus.choices())
    gevraagd_op = models.DateField()
    gevraagd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False
    )
    besloten_op = models.DateField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True,
        related_name="+", db_index=False,
    )  # fmt: skip
    reden_besluit = models.TextField(blank=True, default="")

    class Meta(Zaakmodel.Meta):
        verbose_name = "samenvoeging"
        verbose_name_plural = "samenvoegingen"
        indexes = [
            models.Index(
                fields=["gemeente", "status", "id"], name="samenvoeging_status"
            ),
            models.Index(fields=["gemeente", "traject"], name="samenvoeging_traject"),
            models.Index(fields=["gemeente", "ander"], name="samenvoeging_ander"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(traject=models.F("ander")),
                name="samenvoeging_van_twee",
            ),
            models.CheckConstraint(
                condition=models.Q(status="gevraagd", besloten_op__isnull=True)
                | (~models.Q(status="gevraagd") & models.Q(besloten_op__isnull=False)),
                name="samenvoeging_besluit_met_datum",
            ),
        ]

    def __str__(self) -> str:
        return f"samenvoeging van {self.traject_id} en {self.ander_id}"
