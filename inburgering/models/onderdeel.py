"""PVT, MAP, exam results and the end of the Z-route."""

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.begrippen import (
    Examenresultaat,
    Niveau,
    Onderdeel,
    RedenGeenResultaat,
    Verwijtbaar,
)


class PVT(Feit):
    """Participatieverklaringstraject; done when the declaration is signed."""

    begonnen_op = models.DateField("begonnen op", null=True, blank=True)
    uren = models.PositiveSmallIntegerField("gevolgde uren", default=0)
    ondertekend_op = models.DateField("ondertekend op", null=True, blank=True)
    verwijtbaar = models.CharField(
        "te laat: verwijtbaar",
        max_length=5,
        choices=Verwijtbaar.choices(),
        blank=True,
        default="",
    )

    class Meta(Feit.Meta):
        verbose_name = "PVT"

    def __str__(self) -> str:
        return "participatieverklaringstraject"


class MAP(Feit):
    """Module Arbeidsmarkt en Participatie; done with the final talk."""

    begonnen_op = models.DateField("begonnen op", null=True, blank=True)
    praktijkuren = models.PositiveSmallIntegerField(default=0)
    eindgesprek_op = models.DateField("eindgesprek op", null=True, blank=True)
    verwijtbaar = models.CharField(
        "te laat: verwijtbaar",
        max_length=5,
        choices=Verwijtbaar.choices(),
        blank=True,
        default="",
    )

    class Meta(Feit.Meta):
        verbose_name = "MAP"

    def __str__(self) -> str:
        return "module arbeidsmarkt en participatie"


class Examenaanmelding(Feit):
    """Somebody registered for an exam in one part; the result is a fact of its own."""

    onderdeel = models.CharField(max_length=30, choices=Onderdeel.choices())
    aangemeld_op = models.DateField("aangemeld op")
    examen_op = models.DateField("dag van het examen", null=True, blank=True)

    class Meta(Feit.Meta):
        verbose_name = "aanmelding voor een examen"
        verbose_name_plural = "aanmeldingen voor examens"

    def __str__(self) -> str:
        return f"aanmelding {self.get_onderdeel_display()}"


class Examenuitslag(Feit):
    """One attempt at one part."""

    onderdeel = models.CharField(max_length=30, choices=Onderdeel.choices())
    niveau = models.CharField(
        max_length=2, choices=Niveau.choices(), blank=True, default=""
    )
    afgelegd_op = models.DateField("afgelegd op")
    resultaat = models.CharField(
        "uitslag", max_length=10, choices=Examenresultaat.choices()
    )
    reden = models.CharField(
        "reden geen resultaat",
        max_length=20,
        choices=RedenGeenResultaat.choices(),
        blank=True,
        default="",
    )

    class Meta(Feit.Meta):
        verbose_name = "examenuitslag"
        verbose_name_plural = "examenuitslagen"
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(resultaat="geen") & ~models.Q(reden=""))
                | (~models.Q(resultaat="geen") & models.Q(reden="")),
                name="examen_geen_resultaat_met_reden",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_onderdeel_display()} {self.niveau}".strip()


class ZRouteAfronding(Feit):
    """The Z-route ended with its final talk."""

    afgerond_op = models.DateField("eindgesprek en afronding op")
    verslag = models.TextField(blank=True, default="")

    class Meta(Feit.Meta):
        verbose_name = "afronding Z-route"

    def __str__(self) -> str:
        return f"Z-route afgerond op {self.afgerond_op}"
