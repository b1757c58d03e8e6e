"""Drafts: what somebody typed and did not yet save."""

from django.conf import settings
from django.db import models

from inburgering.models.gemeente import GemeenteModel


class Concept(GemeenteModel):
    """The half-filled form of one person for one act on one case."""

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False
    )
    formulier = models.CharField(max_length=120)
    inhoud = models.JSONField(default=dict)
    bewaard = models.DateTimeField()

    class Meta(GemeenteModel.Meta):
        verbose_name = "concept"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "gebruiker", "formulier"], name="concept_uniek"
            )
        ]

    def __str__(self) -> str:
        return self.formulier
