"""The brede intake with the baseline, its talks and questions, and the leerbaarheidstoets."""

from django.conf import settings
from django.db import models

from inburgering.models.base import Feit, Zaakmodel
from inburgering.wet.begrippen import LBTUitkomst, LBTUitzondering, Leerroute
from inburgering.wet.intake import Antwoordsoort
from inburgering.wet.keuze import Keuze


class BredeIntake(Feit):
    """The brede intake.

    ``antwoorden`` holds the baseline by question (wet.intake), ``uitkomsten`` by subject
    what it means for the plan (wet.intakeuitkomst).
    """

    gestart_op = models.DateField("gestart op")
    afgerond_op = models.DateField("afgerond op", null=True, blank=True)
    in_opvang = models.BooleanField("gehouden in de opvang", default=False)
    antwoorden = models.JSONField(default=dict, blank=True)
    uitkomsten = models.JSONField(
        "wat het betekent voor het plan", default=dict, blank=True
    )
    routeadvies = models.CharField(
        "advies van de intake",
        max_length=20,
        choices=Leerroute.choices(),
        blank=True,
        default="",
    )
    routeadvies_reden = models.TextField(
        "waarom deze leerroute past", blank=True, default=""
    )

    class Meta(Feit.Meta):
        verbose_name = "brede intake"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(afgerond_op__isnull=True)
                | models.Q(afgerond_op__gte=models.F("gestart_op")),
                name="intake_einde_na_begin",
            )
        ]

    def __str__(self) -> str:
        return f"brede intake van {self.gestart_op}"


class Intakevorm(Keuze):
    """How a talk of the intake was held."""

    KANTOOR = "op_kantoor", "Op kantoor"
    THUIS = "thuis", "Bij de inburgeraar thuis"
    OPVANG = "in_de_opvang", "In de opvang"
    TELEFOON = "telefoon", "Telefonisch"
    VIDEO = "video", "Via beeldbellen"


class Intakegesprek(Feit):
    """One talk of the brede intake: when, how, what was discussed and what comes next."""

    gevoerd_op = models.DateField("dag")
    vorm = models.CharField("hoe", max_length=20, choices=Intakevorm.choices())
    tolktaal = models.CharField("tolk in", max_length=40, blank=True, default="")
    met_wie = models.CharField(
        "wie er nog bij was", max_length=120, blank=True, default=""
    )
    besproken = models.TextField("wat is besproken")
    vervolg = models.TextField("wat de volgende keer komt", blank=True, default="")

    class Meta(Feit.Meta):
        verbose_name = "intakegesprek"
        verbose_name_plural = "intakegesprekken"

    def __str__(self) -> str:
        return f"intakegesprek van {self.gevoerd_op}"


class Intakevraag(Zaakmodel):
    """A question of the municipality's own, beside those of wet.intake.

    It never changes under a given answer: it ends on a day, and another begins. The
    columns are those of ``wet.feiten.Intakevraag``.
    """

    code = models.CharField(max_length=20)
    domein = models.CharField("onderwerp", max_length=60)
    vraag = models.CharField(max_length=200)
    soort = models.CharField(max_length=10, choices=Antwoordsoort.choices())
    keuzes = models.JSONField("antwoorden om uit te kiezen", default=list, blank=True)
    laagste = models.PositiveIntegerField("laagste getal", default=0)
    hoogste = models.PositiveIntegerField("hoogste getal", default=0)
    eenheid = models.CharField(max_length=30, blank=True, default="")
    hulptekst = models.CharField("uitleg", max_length=300, blank=True, default="")
    volgorde = models.PositiveSmallIntegerField(default=0)
    geldig_vanaf = models.DateField("geldt vanaf")
    geldig_tot = models.DateField("geldt tot (exclusief)", null=True, blank=True)
    vastgelegd_op = models.DateField("vastgelegd op")
    vastgelegd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False
    )

    class Meta(Zaakmodel.Meta):
        verbose_name = "intakevraag"
        verbose_name_plural = "intakevragen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "code"], name="intakevraag_code_uniek"
            ),
            models.CheckConstraint(
                condition=models.Q(code__startswith="eigen_"),
                name="intakevraag_eigen_code",
            ),
            models.CheckConstraint(
                condition=models.Q(geldig_tot__isnull=True)
                | models.Q(geldig_tot__gte=models.F("geldig_vanaf")),
                name="intakevraag_einde_na_begin",
            ),
            models.CheckConstraint(
                condition=~models.Q(soort="getal")
                | models.Q(hoogste__gt=models.F("laagste")),
                name="intakevraag_getal_met_grenzen",
            ),
        ]

    def __str__(self) -> str:
        return self.vraag


class Leerbaarheidstoets(Feit):
    """The test, or why it was not taken."""

    afgenomen_op = models.DateField("afgenomen op", null=True, blank=True)
    uitkomst = models.CharField(
        max_length=30, choices=LBTUitkomst.choices(), blank=True, default=""
    )
    behaalde_score = models.PositiveSmallIntegerField(null=True, blank=True)
    benodigde_score = models.PositiveSmallIntegerField(null=True, blank=True)
    uitzondering = models.CharField(
        "reden om niet af te nemen",
        max_length=30,
        choices=LBTUitzondering.choices(),
        blank=True,
        default="",
    )

    class Meta(Feit.Meta):
        verbose_name = "leerbaarheidstoets"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(afgenomen_op__isnull=False)
                & ~models.Q(uitkomst="")
                & models.Q(uitzondering="")
                | models.Q(afgenomen_op__isnull=True)
                & models.Q(uitkomst="")
                & ~models.Q(uitzondering=""),
                name="lbt_afgenomen_of_uitgezonderd",
            )
        ]

    def __str__(self) -> str:
        return self.get_uitkomst_display() or self.get_uitzondering_display()
