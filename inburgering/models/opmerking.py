"""What a caseworker keeps beside a name: one remark and some labels, part of the file."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models

from inburgering.models.base import Feit


class Opmerking(Feit):
    """The remark and the labels of a case; one row a case, its history says who wrote what.

    ``labels`` are words of the municipality's own, in small letters, with ", " between
    and around none of them: so the same word is the same label. ``versie`` counts the
    changes, so that nobody overwrites a colleague.
    """

    tekst = models.CharField("opmerking", max_length=300, blank=True, default="")
    labels = models.CharField(max_length=200, blank=True, default="")
    versie = models.PositiveIntegerField(default=1)

    class Meta(Feit.Meta):
        verbose_name = "opmerking"
        verbose_name_plural = "opmerkingen"
        indexes = []
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "traject"], name="opmerking_per_traject"
            )
        ]

    def __str__(self) -> str:
        return self.tekst or self.labels

    @property
    def los(self) -> list[str]:
        """The labels one by one."""
        return losse_labels(self.labels)


def losse_labels(labels: str) -> list[str]:
    """Take the kept labels apart."""
    return labels.split(", ") if labels else []


@dataclass(frozen=True)
class Versie:
    """What a colleague wrote, and when."""

    tekst: str
    labels: list[str]
    moment: datetime
    naam: str


def versies(traject: models.Model) -> list[Versie]:
    """Give what stands with a case and stood there before, newest first."""
    rows = Opmerking.history.filter(traject_id=traject.pk).order_by("-history_id")
    return [
        Versie(
            row.tekst, losse_labels(row.labels), row.history_date,
            row.history_user.naam if row.history_user else "",
        )
        for row in rows.select_related("history_user")[:50]
    ]  # fmt: skip
