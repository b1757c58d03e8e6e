"""Enforcement: first understand and help, then the ladder, with its safeguards."""

from django.conf import settings
from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.begrippen import (
    Aanleiding,
    Grondslag,
    Handhavingsbesluit,
    RedenStoppen,
    Verwijtbaarheid,
    Verzuimoorzaak,
)


def _dag(naam: str) -> models.DateField:
    return models.DateField(naam, null=True, blank=True)


def _keuze(
    naam: str, paren: list[tuple[str, str]], lengte: int = 30
) -> models.CharField:
    return models.CharField(
        naam, max_length=lengte, choices=paren, blank=True, default=""
    )


def _medewerker(naam: str) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name=naam,
    )


class Handhaving(Feit):
    """One time that somebody did not do what was due, and what was done about it."""

    aanleiding = models.CharField(max_length=30, choices=Aanleiding.choices())
    grondslag = models.CharField("rust op", max_length=20, choices=Grondslag.choices())
    gebeurd_op = models.DateField("gebeurd op")
    afspraak = models.ForeignKey(
        "inburgering.Afspraak",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="afspraak die niet is nagekomen",
    )
    omschrijving = models.TextField("wat is er gebeurd", blank=True, default="")
    gebeld_op = _dag("gebeld op")
    bezocht_op = _dag("bezocht op")
    oorzaak_op = _dag("oorzaak besproken op")
    oorzaak = _keuze("oorzaak", Verzuimoorzaak.choices())
    hulp_op = _dag("hulp aangeboden op")
    hulp = models.TextField("welke hulp", blank=True, default="")
    gesprek_op = _dag("gesprek op")
    gewaarschuwd_op = _dag("gewaarschuwd op")
    overwogen_op = _dag("sanctie overwogen op")
    cautie_op = _dag("zwijgrecht meegedeeld op")
    cautie_taal = models.CharField("taal waarin", max_length=60, blank=True, default="")
    tolk = models.BooleanField("met een tolk", null=True, blank=True)
    rapport_op = _dag("rapport van")
    rapport_door = _medewerker("rapport door")
    zienswijze_op = _dag("zienswijze op")
    zienswijze_gebruikt = models.BooleanField(
        "de inburgeraar gaf een zienswijze", null=True, blank=True
    )
    zienswijze = models.TextField("zienswijze", blank=True, default="")
    getoetst_op = _dag("juridisch getoetst op")
    toets_akkoord = models.BooleanField(
        "een boete kan juridisch", null=True, blank=True
    )
    toets_uitleg = models.TextField("uitleg van de toets", blank=True, default="")
    besluit_op = _dag("besluit van")
    besluit = _keuze("besluit", Handhavingsbesluit.choices())
    bedrag = models.PositiveSmallIntegerField("bedrag in euro", null=True, blank=True)
    verwijtbaarheid = _keuze("verwijtbaarheid", Verwijtbaarheid.choices())
    draagkracht_bekeken = models.BooleanField(
        "draagkracht bekeken", null=True, blank=True
    )
    motivering = models.TextField("waarom dit besluit", blank=True, default="")
    besloten_door = _medewerker("besloten door")
    verstuurd_op = _dag("besluit verstuurd op")
    gestopt_op = _dag("gestopt op")
    reden_stoppen = _keuze("waarom gestopt", RedenStoppen.choices())

    class Meta(Feit.Meta):
        verbose_name = "handhaving"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(besluit_op__isnull=True, besluit="")
                | (models.Q(besluit_op__isnull=False) & ~models.Q(besluit="")),
                name="handhaving_besluit_met_dag",
            ),
            models.CheckConstraint(
                condition=models.Q(bedrag__isnull=True) | models.Q(besluit="boete"),
                name="handhaving_bedrag_bij_boete",
            ),
            models.CheckConstraint(
                condition=models.Q(gestopt_op__isnull=True)
                | models.Q(besluit_op__isnull=True),
                name="handhaving_besluit_of_gestopt",
            ),
        ]

    def __str__(self) -> str:
        return self.get_aanleiding_display()
