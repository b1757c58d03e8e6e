"""Documents that came in: what is said of them, and the files as they came.

A letter of our own (``Document``) is made once out of data; what comes in is checked,
has versions, and can be withdrawn. Its bytes stand in a table without history that the
database itself locks: they never change, and are not copied with every change of a title.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from inburgering.bestanden.soorten import SOORT
from inburgering.models.base import Feit
from inburgering.models.gemeente import GemeenteModel


@dataclass(frozen=True)
class Stuksoort:
    """A kind of document that may stand in a file, from a day and maybe to a day.

    There is no copy of an identity document: the municipality checks who somebody is in
    the BRP, and a copy is of no use to any act of this law. Nor a medical report: of
    health only the decision is kept.
    """

    code: str
    label: str
    geldig_vanaf: date = date(2022, 1, 1)
    geldig_tot: date | None = None


STUKSOORTEN: tuple[Stuksoort, ...] = (
    Stuksoort("uitslag", "Uitslag van een examen of toets"),
    Stuksoort("participatieverklaring", "Ondertekende participatieverklaring"),
    Stuksoort("pip_ondertekend", "Ondertekend PIP"),
    Stuksoort("verklaring", "Verklaring"),
    Stuksoort("besluit", "Besluit van een andere organisatie"),
    Stuksoort("brief", "Brief of e-mail"),
    Stuksoort("diploma", "Diploma of certificaat"),
    Stuksoort("overig", "Overig"),
)
STUKSOORT: Mapping[str, Stuksoort] = {soort.code: soort for soort in STUKSOORTEN}


def soorten_op(dag: date) -> list[tuple[str, str]]:
    """Give the kinds that may be added on a day, as pairs for a list."""
    return [
        (soort.code, soort.label)
        for soort in STUKSOORTEN
        if soort.geldig_vanaf <= dag
        and (soort.geldig_tot is None or dag < soort.geldig_tot)
    ]


class Dossierstuk(Feit):
    """A document in a file, as its newest version says it is."""

    soort = models.CharField(
        max_length=30, choices=[(soort.code, soort.label) for soort in STUKSOORTEN]
    )
    titel = models.CharField(max_length=120)
    gedateerd_op = models.DateField("datum van het document", null=True, blank=True)
    ontvangen_op = models.DateField("ontvangen op")
    besloten = models.BooleanField("alleen voor wie notities leest", default=False)
    feit_soort = models.CharField("hoort bij", max_length=30, blank=True, default="")
    feit_id = models.BigIntegerField(null=True, blank=True)
    nummer = models.PositiveSmallIntegerField("versie", default=1)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    reden_intrekken = models.TextField(
        "waarom ingetrokken", blank=True, default="", max_length=500
    )
    te_wissen = models.BooleanField("moet worden gewist", default=False)

    class Meta(Feit.Meta):
        verbose_name = "document in het dossier"
        verbose_name_plural = "documenten in het dossier"
        constraints = [
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True) | ~Q(reden_intrekken=""),
                name="dossierstuk_ingetrokken_met_reden",
            ),
            models.CheckConstraint(
                condition=Q(te_wissen=False) | Q(ingetrokken_op__isnull=False),
                name="dossierstuk_wissen_na_intrekken",
            ),
            models.CheckConstraint(
                condition=Q(feit_soort="", feit_id__isnull=True)
                | (~Q(feit_soort="") & Q(feit_id__isnull=False)),
                name="dossierstuk_hoort_bij_een_feit",
            ),
        ]

    def __str__(self) -> str:
        return self.titel


class Bestand(GemeenteModel):
    """One version of a document, as it came: written once, locked by the database."""

    traject = models.ForeignKey("inburgering.Traject", models.PROTECT, db_index=False)
    stuk = models.ForeignKey(
        Dossierstuk, models.PROTECT, related_name="bestanden", db_index=False
    )
    nummer = models.PositiveSmallIntegerField("versie")
    naam = models.CharField(max_length=100)
    soort = models.CharField(max_length=10)
    grootte = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    gescand = models.BooleanField("nagekeken op virussen")
    bewaard = models.DateTimeField()
    bewaard_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False
    )
    inhoud = models.BinaryField()

    class Meta(GemeenteModel.Meta):
        verbose_name = "bestand"
        verbose_name_plural = "bestanden"
        indexes = [models.Index(fields=["gemeente", "traject"], name="bestand_traject")]
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "stuk", "nummer"], name="bestand_versie_uniek"
            )
        ]

    def __str__(self) -> str:
        return f"versie {self.nummer}"

    @property
    def soortnaam(self) -> str:
        """What kind of file it is, in words."""
        return SOORT[self.soort].label
