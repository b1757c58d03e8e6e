"""What a municipality sets itself where the law leaves room or is not confirmed."""

from django.conf import settings
from django.db import models

from inburgering.models.base import Zaakmodel


class Instelling(Zaakmodel):
    """A number of the law with certainty C or D, within the bounds of its row."""

    naam = models.CharField(max_length=60)
    waarde = models.IntegerField()
    geldig_vanaf = models.DateField("geldt vanaf")
    reden = models.TextField("waarom")
    vastgelegd_op = models.DateField("vastgelegd op")
    vastgelegd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False
    )

    class Meta(Zaakmodel.Meta):
        verbose_name = "instelling"
        verbose_name_plural = "instellingen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "naam", "geldig_vanaf"],
                name="instelling_een_per_dag",
            )
        ]

    def __str__(self) -> str:
        return f"{self.naam}: {self.waarde}"
