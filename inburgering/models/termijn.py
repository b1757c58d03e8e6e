"""Terms: computed by ``stand()``, kept as indexed rows so that the worklist is one query."""

from django.conf import settings
from django.db import models

from inburgering.models.base import Zaakmodel
from inburgering.models.gemeente import GemeenteModel
from inburgering.wet.begrippen import Termijnsoort
from inburgering.wet.bron import Zekerheid


OPEN = models.Q(voldaan_op__isnull=True, vervallen=False)


class Termijn(Zaakmodel):
    """A term or planned date of a case; written by ``actions.termijnen`` alone.

    A task of one's own stands here too, under its own number, so that the worklist is one
    question; ``actions.taak`` hands it in.
    ``begin`` first day, ``einde`` exclusive, ``uiterlijk`` the last day on screens.
    ``vervallen`` marks a term that the facts no longer give; nothing is deleted.
    """

    traject = models.ForeignKey("inburgering.Traject", models.PROTECT, db_index=False)
    soort = models.CharField(max_length=30, choices=Termijnsoort.choices())
    volgnummer = models.PositiveIntegerField(default=1)
    begin = models.DateField()
    einde = models.DateField()
    uiterlijk = models.DateField()
    voldaan_op = models.DateField(null=True, blank=True)
    vervallen = models.BooleanField(default=False)
    wettelijk = models.BooleanField(default=True)
    reden = models.CharField(max_length=300)
    artikel = models.CharField(max_length=60)
    zekerheid = models.CharField(max_length=1, choices=Zekerheid.choices())
    # Whose work an open term is, copied from the case: the worklist asks it by index.
    klantmanager = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    team = models.ForeignKey(
        "inburgering.Team",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )

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
            # The worklist: what is open in this municipality, most urgent first; the
            # same for one colleague, one team, one kind of work, and for nobody yet.
            models.Index(
                fields=["gemeente", *voor, "uiterlijk", "id"],
                condition=open_,
                name=name,
            )
            for voor, open_, name in (
                ((), OPEN, "termijn_open"),
                (("klantmanager",), OPEN, "termijn_open_km"),
                (("team",), OPEN, "termijn_open_team"),
                (("soort",), OPEN, "termijn_open_soort"),
                (
                    (),
                    OPEN & models.Q(klantmanager__isnull=True),
                    "termijn_open_niemand",
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} uiterlijk {self.uiterlijk}"


# How ``Termijnafwijking.veld`` begins for a fact that cannot be true with the others.
FEIT = "feit "


class Termijnafwijking(GemeenteModel):
    """What is kept of a case is not what its facts give; found at night, never mended.

    ``veld`` names what differs: "status", a kind of term with its number, a row that is
    not what its history says ("rij ..."), or a fact that cannot be true together with
    the others ("feit" with kind, row and field). One line as long as the difference lasts;
    ``verdwenen_op`` when it was no longer found.
    """

    # Empty when the row is not of one case: a provider, a course, a block of text.
    traject = models.ForeignKey(
        "inburgering.Traject", models.PROTECT, null=True, blank=True, db_index=False
    )
    veld = models.CharField(max_length=60)
    bewaard = models.CharField(max_length=300)
    berekend = models.CharField(max_length=300)
    gevonden_op = models.DateField("gevonden op")
    gezien_op = models.DateField("laatst gezien op")
    verdwenen_op = models.DateField("verdwenen op", null=True, blank=True)

    class Meta(GemeenteModel.Meta):
        verbose_name = "afwijking van een termijn"
        verbose_name_plural = "afwijkingen van termijnen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "traject", "veld"],
                condition=models.Q(verdwenen_op__isnull=True),
                name="termijnafwijking_open_uniek",
            )
        ]

    def __str__(self) -> str:
        return f"{self.veld}: {self.bewaard} / {self.berekend}"
