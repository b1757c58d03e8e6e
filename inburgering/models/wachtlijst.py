"""Who waits for a place in a class: for one class, or for any class like it."""

from django.db import models

from inburgering.models.aanbod import Aanbieder, Cursus
from inburgering.models.base import Feit
from inburgering.wet.begrippen import Leerroute, Trajectstatus
from inburgering.wet.keuze import Keuze
from inburgering.wet.lestijden import Lesniveau, Lesvorm, in_woorden


def open_wachten() -> models.Q:
    """Give who waits now; who is no longer followed waits for nothing."""
    return models.Q(tot=None) & ~models.Q(traject__status=Trajectstatus.AFGESLOTEN)


class RedenEindeWachten(Keuze):
    """Why somebody no longer waits."""

    GEPLAATST = "geplaatst", "Heeft een plek"
    INGETROKKEN = "ingetrokken", "Wil deze plek niet meer"
    NIET_NODIG = "niet_nodig", "Niet meer nodig"
    VERGISSING = "vergissing", "Stond er ten onrechte op"


class Wachtplek(Feit):
    """Somebody waits for a class since a day; as long as ``tot`` is empty still so.

    A course names its provider; without one any class of ``leerroute`` (and of ``niveau``
    and ``aanbieder``, if given) will do. ``dagdelen`` are the parts of the week on which
    somebody can come; none means it does not matter. Who waits longest stands first, and
    nothing about the person changes that.
    """

    leerroute = models.CharField(max_length=20, choices=Leerroute.choices())
    niveau = models.CharField(
        max_length=10, choices=Lesniveau.choices(), blank=True, default=""
    )
    aanbieder = models.ForeignKey(
        Aanbieder, models.PROTECT, null=True, blank=True, related_name="+",
        db_index=False,
    )  # fmt: skip
    cursus = models.ForeignKey(
        Cursus, models.PROTECT, null=True, blank=True, related_name="+",
        db_index=False, verbose_name="klas",
    )  # fmt: skip
    dagdelen = models.JSONField("kan op", blank=True, default=list)
    lesvorm = models.CharField(
        "hoe", max_length=20, choices=Lesvorm.choices(), blank=True, default=""
    )
    sinds = models.DateField("wacht sinds")
    tot = models.DateField("wachtte tot", null=True, blank=True)
    reden_einde = models.CharField(
        "waarom niet meer", max_length=20, choices=RedenEindeWachten.choices(),
        blank=True, default="",
    )  # fmt: skip

    class Meta(Feit.Meta):
        verbose_name = "plek op de wachtlijst"
        verbose_name_plural = "plekken op de wachtlijst"
        indexes = [
            *Feit.Meta.indexes,
            models.Index(
                fields=["gemeente", "sinds", "id"],
                condition=models.Q(tot__isnull=True),
                name="wachtplek_open",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tot__isnull=True, reden_einde="")
                | (models.Q(tot__gte=models.F("sinds")) & ~models.Q(reden_einde="")),
                name="wachtplek_einde_met_reden",
            )
        ]

    def __str__(self) -> str:
        return f"wacht op {self.waarop}"

    @property
    def waarop(self) -> str:
        """What one waits for, in words."""
        if self.cursus:
            return f"{self.cursus} van {self.aanbieder}"
        kind = f"een klas voor de {self.get_leerroute_display()}"
        if self.niveau:
            kind += f", {self.get_niveau_display()}"
        return f"{kind}, bij {self.aanbieder}" if self.aanbieder else kind

    @property
    def wanneer(self) -> str:
        """The parts of the week on which one can come, in words."""
        return in_woorden(self.dagdelen)
