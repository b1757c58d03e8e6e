"""What somebody arranges without an offer of the municipality: school, loan, and advice.

A family or other migrant chooses and pays a school, and may ask DUO for a loan; the
municipality gives advice and asks everybody alike whether guidance is needed.
"""

from django.db import models

from inburgering.models.aanbod import Aanbieder
from inburgering.models.base import Feit
from inburgering.wet.keuze import Keuze
from inburgering.wet.zelfgekozen import MetKeurmerk


class Leningsuitkomst(Keuze):
    """What became of a loan that was asked of DUO."""

    TOEGEKEND = "toegekend", "Toegekend"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    ONBEKEND = "onbekend", "Nog niet bekend"


class Adviesonderwerp(Keuze):
    """What an advice is about."""

    SCHOOL = "school", "Welke school"
    LEERROUTE = "leerroute", "De leerroute"
    LENING = "lening", "Betalen of lenen"
    EXAMENS = "examens", "De examens"
    PARTICIPATIE = "participatie", "Werk of participatie"
    ANDERS = "anders", "Iets anders"


class Behoefteuitkomst(Keuze):
    """Whether guidance is needed."""

    NODIG = "nodig", "Begeleiding is nodig"
    NIET_NODIG = "niet_nodig", "Begeleiding is niet nodig"
    WIL_NIET = "wil_niet", "Wil geen begeleiding"
    ONBEKEND = "onbekend", "Nog niet bekend"


class Schoolkeuze(Feit):
    """A school that somebody chose: one of our list, or another by its name.

    ``keurmerk`` is whether the school had the mark on the first day.
    """

    aanbieder = models.ForeignKey(
        Aanbieder, models.PROTECT, null=True, blank=True, related_name="+",
        db_index=False, verbose_name="school van onze lijst",
    )  # fmt: skip
    school = models.CharField("andere school", max_length=120, blank=True, default="")
    keurmerk = models.CharField(
        "keurmerk bij het begin", max_length=10, choices=MetKeurmerk.choices()
    )
    begonnen_op = models.DateField("eerste les", null=True, blank=True)
    gestopt_op = models.DateField("laatste les", null=True, blank=True)

    class Meta(Feit.Meta):
        verbose_name = "eigen school"
        verbose_name_plural = "eigen scholen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(aanbieder__isnull=False, school="")
                | (models.Q(aanbieder__isnull=True) & ~models.Q(school="")),
                name="schoolkeuze_een_school",
            ),
            models.CheckConstraint(
                condition=models.Q(gestopt_op__isnull=True)
                | models.Q(begonnen_op__isnull=True)
                | models.Q(gestopt_op__gte=models.F("begonnen_op")),
                name="schoolkeuze_einde_na_begin",
            ),
        ]

    def __str__(self) -> str:
        return self.school or str(self.aanbieder)


class Lening(Feit):
    """A loan asked of DUO; never how much."""

    gevraagd_op = models.DateField("gevraagd op")
    uitkomst = models.CharField(max_length=10, choices=Leningsuitkomst.choices())

    class Meta(Feit.Meta):
        verbose_name = "lening bij DUO"
        verbose_name_plural = "leningen bij DUO"

    def __str__(self) -> str:
        return "lening bij DUO"


class Keuzeadvies(Feit):
    """Advice of the municipality on what somebody arranges without an offer."""

    gegeven_op = models.DateField("gegeven op")
    onderwerp = models.CharField(
        "waarover", max_length=20, choices=Adviesonderwerp.choices()
    )
    advies = models.TextField()

    class Meta(Feit.Meta):
        verbose_name = "advies"
        verbose_name_plural = "adviezen"

    def __str__(self) -> str:
        return f"advies: {self.get_onderwerp_display().lower()}"


class Behoefte(Feit):
    """Whether guidance is needed, as it was assessed on a day: for everybody alike."""

    vastgesteld_op = models.DateField("bekeken op")
    uitkomst = models.CharField(max_length=20, choices=Behoefteuitkomst.choices())
    toelichting = models.TextField("waarbij", blank=True, default="")

    class Meta(Feit.Meta):
        verbose_name = "behoefte aan begeleiding"
        verbose_name_plural = "behoeften aan begeleiding"

    def __str__(self) -> str:
        return "behoefte aan begeleiding"
