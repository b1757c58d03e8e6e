"""What a colleague keeps of how they look at lists: the columns, and selections by name.

Nothing about a newcomer: a search for a name is never kept in a selection.
"""

from django.db import models

from inburgering.models.gebruiker import Lidmaatschap, Team
from inburgering.models.gemeente import GemeenteModel
from inburgering.wet.keuze import Keuze


MEESTE = 12  # of one person; more chips than this are a list themselves


class Lijst(Keuze):
    """The lists that one can make one's own."""

    WERKVOORRAAD = "werkvoorraad", "Werkvoorraad"
    CASELOAD = "caseload", "Caseload"


class Kolomkeuze(GemeenteModel):
    """The columns that somebody sees in their role, in their order."""

    lid = models.ForeignKey(
        Lidmaatschap, models.CASCADE, related_name="+", db_index=False
    )
    lijst = models.CharField(max_length=20, choices=Lijst.choices())
    kolommen = models.JSONField(default=list)

    class Meta(GemeenteModel.Meta):
        verbose_name = "keuze van kolommen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "lid", "lijst"], name="kolomkeuze_uniek"
            )
        ]

    def __str__(self) -> str:
        return ", ".join(self.kolommen)


class Selectie(GemeenteModel):
    """The filters and the order of a list under a name: one's own, or of one's team.

    ``vraag`` is the query of the address. ``gedeeld`` shows it to the team; where the
    maker has no team, to everybody of the municipality who has the list.
    """

    lid = models.ForeignKey(
        Lidmaatschap, models.CASCADE, related_name="+", db_index=False
    )
    team = models.ForeignKey(
        Team, models.CASCADE, null=True, blank=True, related_name="+", db_index=False
    )
    lijst = models.CharField(max_length=20, choices=Lijst.choices())
    naam = models.CharField(max_length=40)
    vraag = models.CharField(max_length=500)
    gedeeld = models.BooleanField(default=False)

    class Meta(GemeenteModel.Meta):
        verbose_name = "bewaarde selectie"
        verbose_name_plural = "bewaarde selecties"
        indexes = [
            models.Index(fields=["gemeente", "lijst", "lid"], name="selectie_van_lid"),
            models.Index(
                fields=["gemeente", "lijst", "team"],
                condition=models.Q(gedeeld=True),
                name="selectie_gedeeld",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "lid", "lijst", "naam"], name="selectie_naam_uniek"
            )
        ]

    def __str__(self) -> str:
        return self.naam
