"""The outbox: what must still be done, written in the transaction of the act."""

from django.db import models


class Bericht(models.Model):
    """A job. The row is the truth; Celery and the sweep only come to look at it.

    ``sleutel`` is the effect key: the same effect is asked for once. ``gegevens`` holds
    ids and codes, never personal data. Stands outside the municipality filter, so that
    the worker can find work; the job itself runs inside its municipality.
    """

    gemeente = models.ForeignKey(
        "inburgering.Gemeente", models.PROTECT, related_name="+"
    )
    soort = models.CharField(max_length=40)
    sleutel = models.CharField(max_length=120)
    gegevens = models.JSONField(default=dict)
    aangemaakt = models.DateTimeField()
    vanaf = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    gehuurd_tot = models.DateTimeField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    dood = models.BooleanField(default=False)
    fout = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        constraints = [
            models.UniqueConstraint(
                fields=["soort", "sleutel"], name="bericht_sleutel_uniek"
            )
        ]
        indexes = [
            models.Index(
                fields=["vanaf", "id"],
                condition=models.Q(klaar_op__isnull=True, dood=False),
                name="bericht_te_doen",
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.sleutel}"
