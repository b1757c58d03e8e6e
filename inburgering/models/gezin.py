"""Who belongs together: a link between two people, each with a file of their own."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.keuze import Keuze


class Verwantschap(Keuze):
    """What the other is of the person in whose file it was recorded."""

    PARTNER = "partner", "Partner"
    OUDER = "ouder", "Ouder"
    KIND = "kind", "Kind"
    FAMILIE = "familie", "Andere familie"
    HUISHOUDEN = "huishouden", "Woont in hetzelfde huishouden"


OMGEKEERD: Mapping[str, str] = {
    Verwantschap.OUDER.value: Verwantschap.KIND.value,
    Verwantschap.KIND.value: Verwantschap.OUDER.value,
}
SCHERM = "inburgeraar__niet_delen_met_gezin"


class Gezinsband(Feit):
    """A link of the family or the household, from a day until it ends.

    One row for both files: ``soort`` says what ``ander`` is of the person of ``traject``.
    A link that was a mistake is taken back: it ends as it began, and no page shows it.
    Only people make links; nothing in the system ever does.
    """

    ander = models.ForeignKey(
        "inburgering.Traject", models.PROTECT, related_name="+", db_index=False,
        verbose_name="de ander",
    )  # fmt: skip
    soort = models.CharField(
        "de ander is", max_length=20, choices=Verwantschap.choices()
    )
    begin = models.DateField("vanaf")
    einde = models.DateField("geëindigd op", null=True, blank=True)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)

    class Meta(Feit.Meta):
        verbose_name = "gezinsband"
        verbose_name_plural = "gezinsbanden"
        indexes = [
            *Feit.Meta.indexes,
            models.Index(fields=["gemeente", "ander"], name="gezinsband_ander"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "traject", "ander"],
                condition=models.Q(einde__isnull=True),
                name="gezinsband_loopt_een_keer",
            ),
            models.CheckConstraint(
                condition=models.Q(einde__isnull=True)
                | models.Q(einde__gte=models.F("begin")),
                name="gezinsband_einde_na_begin",
            ),
            models.CheckConstraint(
                condition=models.Q(ingetrokken_op__isnull=True)
                | models.Q(einde__isnull=False),
                name="gezinsband_ingetrokken_is_geeindigd",
            ),
            models.CheckConstraint(
                condition=~models.Q(traject=models.F("ander")),
                name="gezinsband_met_een_ander",
            ),
        ]

    def __str__(self) -> str:
        return Verwantschap(self.soort).label

    def wat_voor(self, traject_id: int) -> Verwantschap:
        """What the other is, read from the file of one of the two."""
        return wat_voor(self.soort, eigen=self.traject_id == traject_id)


def wat_voor(soort: str, *, eigen: bool) -> Verwantschap:
    """Turn a link around when it was recorded in the file of the other."""
    return Verwantschap(soort if eigen else OMGEKEERD.get(soort, soort))


def van(traject: Any) -> models.Q:
    """Give every link of a case, from whichever side it was recorded."""
    return models.Q(traject=traject) | models.Q(ander=traject)


def te_beeindigen(traject: Any) -> models.Q:
    """Give the links that can be ended in a file.

    A link with somebody who does not share with the family is ended in the file of that
    person: nobody else's file says that it is there.
    """
    return models.Q(traject=traject, **{f"ander__{SCHERM}": False}) | models.Q(
        ander=traject, **{f"traject__{SCHERM}": False}
    )
