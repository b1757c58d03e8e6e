"""Why a step of a case has to wait: a word out of a dated list, from a day to a day."""

from django.db import models

from inburgering.models.base import Feit
from inburgering.models.lijst import GedateerdeKeuze
from inburgering.models.termijn import Termijn
from inburgering.wet.begrippen import Termijnsoort


class Reden(GedateerdeKeuze):
    """What a step waits for. Of health never more than that word."""

    KLAS = "geen_klas", "Plek in een klas"
    DOCENT = "geen_docent", "Docent"
    KINDEROPVANG = "kinderopvang", "Kinderopvang"
    WONEN = "wonen", "Woning"
    GEZONDHEID = "gezondheid", "Gezondheid"
    DERDEN = "informatie_derden", "Informatie van derden"
    DUO = "duo", "DUO"
    EIGEN_KEUZE = "eigen_keuze", "Eigen keuze van de inburgeraar"


# Even the one word is about health: for who may read notes.
ALLEEN_BIJ_NOTITIES = frozenset({Reden.GEZONDHEID})


class Wachtreden(Feit):
    """A step that waits, and for what; as long as ``tot`` is empty it still does.

    The step is a term of the case: its kind, its number, and the day it began. When it is
    done or begins anew, it is another step, and this no longer says anything about it.
    """

    soort = models.CharField("stap", max_length=30, choices=Termijnsoort.choices())
    volgnummer = models.PositiveIntegerField()
    begin = models.DateField("begin van de stap")
    reden = models.CharField("wacht op", max_length=20, choices=Reden.choices())
    sinds = models.DateField("wacht sinds")
    tot = models.DateField("wachtte tot", null=True, blank=True)

    class Meta(Feit.Meta):
        verbose_name = "wachtreden"
        verbose_name_plural = "wachtredenen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "traject", "soort", "volgnummer", "begin"],
                condition=models.Q(tot__isnull=True),
                name="wachtreden_open_uniek",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} wacht op {self.get_reden_display().lower()}"

    @property
    def stap_staat_open(self) -> bool:
        """Say whether the step is still the one that waited: open, and not begun anew."""
        return Termijn.objects.filter(
            traject_id=self.traject_id, soort=self.soort, volgnummer=self.volgnummer,
            begin=self.begin, voldaan_op=None, vervallen=False,
        ).exists()  # fmt: skip

    @property
    def stap(self) -> str:
        """The step in words."""
        return Termijnsoort(self.soort).label

    @property
    def wacht_op(self) -> str:
        """What it waits for, as it ends the sentence "wacht op ..."."""
        return in_een_zin(self.reden)


def wacht_op_klas(traject_id: int | None) -> Wachtreden | None:
    """Give the line that says the offer of a case waits for a class, if there is one.

    None too for a case that is not written: the API describes its forms with such a one.
    """
    if traject_id is None:
        return None
    return Wachtreden.objects.filter(
        traject_id=traject_id, tot=None, soort=Termijnsoort.AANBOD.value,
        reden=Reden.KLAS.value,
    ).first()  # fmt: skip


def in_een_zin(reden: str) -> str:
    """Give a reason as it ends the sentence "wacht op ..."."""
    label = Reden(reden).label
    return label if label.isupper() else label[:1].lower() + label[1:]


def sleutel_van(soort: str, volgnummer: int) -> str:
    """Give how an address names a step."""
    return f"{soort}-{volgnummer}"


def lees_sleutel(sleutel: str) -> tuple[str, int]:
    """Read how an address names a step; the form looked at it already."""
    soort, _, volgnummer = sleutel.rpartition("-")
    return soort, int(volgnummer)
