"""Meetings of a group (PVT, MAP, information), and who takes part in them."""

from datetime import date

from django.db import models

from inburgering.models.base import Feit, Zaakmodel
from inburgering.models.gemeente import GemeenteManager, GemeenteQuerySet
from inburgering.wet.begrippen import Onderdeel
from inburgering.wet.keuze import Keuze


class Bijeenkomstsoort(Keuze):
    """What a meeting is for."""

    PVT = "pvt", "PVT"
    MAP = "map", "MAP"
    VOORLICHTING = "voorlichting", "Voorlichting"

    @property
    def onderdeel(self) -> Onderdeel | None:
        """The part of the law that it belongs to; None for information."""
        return ONDERDEEL.get(self)


ONDERDEEL = {
    Bijeenkomstsoort.PVT: Onderdeel.PVT,
    Bijeenkomstsoort.MAP: Onderdeel.MAP,
}


class Uitnodigingswijze(Keuze):
    """How somebody was invited."""

    BRIEF = "brief", "Per brief"
    TELEFOON = "telefoon", "Telefonisch"
    PERSOONLIJK = "persoonlijk", "Persoonlijk"


class Aanwezigheid(Keuze):
    """Whether somebody came."""

    AANWEZIG = "aanwezig", "Aanwezig"
    MET_BERICHT = "met_bericht", "Afwezig met bericht"
    ZONDER_BERICHT = "zonder_bericht", "Afwezig zonder bericht"


class BijeenkomstQuerySet(GemeenteQuerySet):
    """Questions about meetings."""

    def komend(self, dag: date) -> "BijeenkomstQuerySet":
        """Give the meetings of this day and later that were not cancelled."""
        return self.filter(dag__gte=dag, afgelast_op=None)


class BijeenkomstManager(GemeenteManager.from_queryset(BijeenkomstQuerySet)):
    """The meetings in the municipality in force."""


class Bijeenkomst(Zaakmodel):
    """A meeting of a group: nothing in it is about one person.

    ``uren`` is for how many hours it counts for whoever was there; at the meeting where
    ``ondertekenen`` is set the participatieverklaring is signed.
    """

    soort = models.CharField(max_length=20, choices=Bijeenkomstsoort.choices())
    titel = models.CharField(max_length=120)
    dag = models.DateField()
    begin = models.TimeField("van")
    einde = models.TimeField("tot")
    plaats = models.CharField("zaal en adres", max_length=200)
    taal = models.CharField(max_length=40, blank=True, default="")
    tolk = models.BooleanField("met tolk", default=False)
    plaatsen = models.PositiveSmallIntegerField("aantal plaatsen")
    door = models.CharField("door wie", max_length=120, blank=True, default="")
    uren = models.PositiveSmallIntegerField("telt voor zoveel uur", default=0)
    ondertekenen = models.BooleanField("hier wordt ondertekend", default=False)
    afgelast_op = models.DateField("afgelast op", null=True, blank=True)
    reden = models.CharField("waarom afgelast", max_length=200, blank=True, default="")

    objects = BijeenkomstManager()

    class Meta(Zaakmodel.Meta):
        verbose_name = "bijeenkomst"
        verbose_name_plural = "bijeenkomsten"
        indexes = [models.Index(fields=["gemeente", "dag"], name="bijeenkomst_dag")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(einde__gt=models.F("begin")),
                name="bijeenkomst_einde_na_begin",
            ),
            models.CheckConstraint(
                condition=models.Q(ondertekenen=False) | models.Q(soort="pvt"),
                name="bijeenkomst_ondertekenen_bij_pvt",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel}, {self.dag:%d-%m-%Y}"


class Deelname(Feit):
    """One person at one meeting: invited, and afterwards whether they came.

    ``uren`` is what counts for this person, ``ondertekend`` that the declaration was
    signed here, by the act of the law itself.
    """

    bijeenkomst = models.ForeignKey(
        Bijeenkomst, models.PROTECT, related_name="deelnames", db_index=False
    )
    uitgenodigd_op = models.DateField("uitgenodigd op")
    wijze = models.CharField(
        "hoe uitgenodigd", max_length=20, choices=Uitnodigingswijze.choices()
    )
    aanwezigheid = models.CharField(
        max_length=20, choices=Aanwezigheid.choices(), blank=True, default=""
    )
    uren = models.PositiveSmallIntegerField("gevolgde uren", default=0)
    ondertekend = models.BooleanField("hier ondertekend", default=False)

    class Meta(Feit.Meta):
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "bijeenkomst", "traject"], name="deelname_eenmaal"
            )
        ]

    def __str__(self) -> str:
        return str(self.bijeenkomst)


# Of one person invited under two cases that became one, only one place counts.
TELT = models.Q(traject__samengevoegd_met__isnull=True)
TELT_BIJ = models.Q(deelnames__traject__samengevoegd_met__isnull=True)
