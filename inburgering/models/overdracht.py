"""What came before this municipality, and how somebody was handed over.

Neither is an act of the law: preparation in the reception centre is recorded as it was
told, and a handover is a talk with somebody who knew the person.
"""

from collections.abc import Iterable

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.keuze import Keuze


class Voorinburgering(Feit):
    """Preparation in the reception centre: agreed to or not, what was followed, until when.

    Which parts there are and how many hours is not confirmed anywhere we read, so both are
    as the organisation told them, and may be empty.
    """

    ingestemd = models.BooleanField("stemde in met deelname")
    instemming_op = models.DateField("ingestemd of geweigerd op", null=True, blank=True)
    reden_niet = models.CharField("waarom niet", max_length=200, blank=True, default="")
    organisatie = models.CharField(max_length=120, blank=True, default="")
    begonnen_op = models.DateField("begonnen op", null=True, blank=True)
    beeindigd_op = models.DateField("geëindigd op", null=True, blank=True)
    onderdelen = models.CharField(
        "gevolgde onderdelen", max_length=300, blank=True, default=""
    )
    uren = models.PositiveSmallIntegerField("gevolgde uren", null=True, blank=True)
    resultaat = models.TextField("resultaat", blank=True, default="")
    overgedragen_op = models.DateField("resultaat ontvangen op", null=True, blank=True)

    class Meta(Feit.Meta):
        verbose_name = "voorinburgering"
        verbose_name_plural = "voorinburgering"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(begonnen_op__isnull=True)
                | models.Q(beeindigd_op__isnull=True)
                | models.Q(beeindigd_op__gte=models.F("begonnen_op")),
                name="voorinburgering_einde_na_begin",
            )
        ]

    def __str__(self) -> str:
        return self.organisatie or "Voorinburgering"


class Richting(Keuze):
    """From whom to whom."""

    VAN_OPVANG = "van_opvang", "Van COA of begeleider naar ons"
    VAN_GEMEENTE = "van_gemeente", "Van een andere gemeente naar ons"
    NAAR_GEMEENTE = "naar_gemeente", "Van ons naar een andere gemeente"


class Overdrachtspunt(Keuze):
    """What one goes through, so that nobody has to tell it again."""

    GEZIN = "gezin", "Persoon en gezin"
    VOORINBURGERING = "voor", "Voorinburgering en resultaten"
    OPLEIDING = "opleiding", "Opleiding, werk en wensen"
    NODIG = "nodig", "Wat nodig is om naar les of werk te kunnen"
    WONEN = "wonen", "Woning, school en opvang van de kinderen"
    GELD = "geld", "Inkomen en vaste lasten"
    PIP = "pip", "PIP, afspraken en termijnen"
    HULP = "hulp", "Wie er al helpt"


class Overdracht(Feit):
    """A talk in which somebody was handed over; ``punten`` are codes, a comma between."""

    richting = models.CharField(max_length=20, choices=Richting.choices())
    gesprek_op = models.DateField("gesprek op")
    met_wie = models.CharField("met wie", max_length=120)
    punten = models.CharField(max_length=120, blank=True, default="")
    verslag = models.TextField("wat een ander moet weten", blank=True, default="")

    class Meta(Feit.Meta):
        verbose_name = "warme overdracht"
        verbose_name_plural = "warme overdrachten"

    def __str__(self) -> str:
        return self.get_richting_display()

    @property
    def besproken(self) -> list[str]:
        """The points in words."""
        return [p.label for p in Overdrachtspunt if p.value in self.punten.split(",")]


def als_punten(codes: Iterable[str]) -> str:
    """Give chosen points as they are kept, in the order of the list."""
    chosen = set(codes)
    return ",".join(p.value for p in Overdrachtspunt if p.value in chosen)
