"""Terms: computed by ``stand()``, kept as indexed rows so that the worklist is one query."""

from django.db import models

from inburgering.models.base import Zaakmodel
from inburgering.wet.begrippen import Termijnsoort
from inburgering.wet.bron import Zekerheid


class Termijn(Zaakmodel):
    """A term or planned date of a case; written by ``actions.termijnen`` alone.

    ``begin`` first day, ``einde`` exclusive, ``uiterlijk`` the last day on screens.
    ``vervallen`` marks a term that the facts no longer give; nothing is deleted.
    """

    traject = models.ForeignKey("inburgering.Traject", models.PROTECT, db_index=False)
    soort = models.CharField(max_length=30, choices=Termijnsoort.choices())
    volgnummer = models.PositiveSmallIntegerField(default=1)
    begin = models.DateField()
    einde = models.DateField()
    uiterlijk = models.DateField()
    voldaan_op = models.DateField(null=True, blank=True)
    vervallen = models.BooleanField(default=False)
    wettelijk = models.BooleanField(default=True)
    reden = models.CharField(max_length=300)
    artikel = models.CharField(max_length=60)
    zekerheid = models.CharField(max_length=1, choices=Zekerheid.choices())

    class Meta(Zaakmodel.Meta):
        verbose_name = "termijn"
        verbose_name_plural = "termijnen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "traject", "soort", "volgnummer"],
                name="termijn_uniek",
            ),
        ]
        indexes = [
            # The worklist: what is open in this municipality, most urgent first.
            models.Index(
                fields=["gemeente", "uiterlijk", "id"],
                condition=models.Q(voldaan_op__isnull=True, vervallen=False),
                name="termijn_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} uiterlijk {self.uiterlijk}"
