"""The case, its number series, and which cases a colleague reaches."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from inburgering.authorization.checks import scope
from inburgering.authorization.roles import Bereik, Rol
from inburgering.models.base import Zaakmodel
from inburgering.models.gebruiker import Lidmaatschap, Team
from inburgering.models.gemeente import GemeenteManager, GemeenteModel, GemeenteQuerySet
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.wet.begrippen import (
    Doelgroep,
    GedetailleerdeDoelgroep,
    Leerroute,
    Trajectstatus,
    Verblijfsituatie,
    Volggrond,
)


def bereik(lid: Lidmaatschap, pad: str = "") -> models.Q:
    """Give which cases a membership reaches; ``pad`` leads to the case ("traject__")."""
    match scope(Rol(lid.rol)):
        case Bereik.GEMEENTE:
            return models.Q()
        case Bereik.TEAM:
            if lid.team_id is None:
                return models.Q()
            return (
                models.Q(**{f"{pad}team_id": lid.team_id})
                | models.Q(**{f"{pad}team_id": None})
                | models.Q(**{f"{pad}klantmanager_id": lid.gebruiker_id})
            )
        case Bereik.EIGEN:
            return models.Q(**{f"{pad}begeleider_id": lid.gebruiker_id})
        case Bereik.STEEKPROEF:
            return models.Q(**{f"{pad}nummer__in": lid.steekproef})
        case _:
            return models.Q(pk__in=[])


class TrajectQuerySet(GemeenteQuerySet):
    """Questions about cases."""

    def visible_to(self, lid: Lidmaatschap) -> "TrajectQuerySet":
        """Narrow to the cases that a membership reaches."""
        return self.filter(bereik(lid))


class AlleTrajecten(GemeenteManager.from_queryset(TrajectQuerySet)):
    """Every case of the municipality in force, and what was merged into another."""


class TrajectManager(AlleTrajecten):
    """The cases of the municipality in force: one for each person.

    A case that was merged into another is no case any more, only the way to that one: it
    stands in no list, count or figure. Who needs it asks ``Traject.alle``.
    """

    def get_queryset(self) -> models.QuerySet:
        """Leave out what was merged into another case."""
        return super().get_queryset().filter(samengevoegd_met__isnull=True)


class Traject(Zaakmodel):
    """One newcomer's way through the law.

    ``status``, ``leerroute`` and the three of ``onderdelen`` are what ``stand()`` answered
    at the last act (``dossier.te_bewaren``), kept so that lists can show and filter them;
    only ``actions`` writes them.
    ``versie`` counts the acts, so that nobody overwrites a colleague.
    """

    nummer = models.CharField(max_length=12)
    inburgeraar = models.ForeignKey(
        Inburgeraar, models.PROTECT, related_name="trajecten", db_index=False
    )
    doelgroep = models.CharField(max_length=40, choices=Doelgroep.choices())
    gedetailleerde_doelgroep = models.CharField(
        "doelgroep volgens DUO",
        max_length=40,
        choices=GedetailleerdeDoelgroep.choices(),
        blank=True,
        default="",
    )
    verblijfsituatie = models.CharField(
        "verblijft nu", max_length=20, choices=Verblijfsituatie.choices()
    )
    geregistreerd_op = models.DateField()
    datum_plicht = models.DateField("plicht begonnen op", null=True, blank=True)
    datum_kennisgeving = models.DateField("kennisgeving van DUO", null=True, blank=True)
    datum_inschrijving = models.DateField(
        "ingeschreven in deze gemeente", null=True, blank=True
    )
    datum_koppeling = models.DateField("gekoppeld door het COA", null=True, blank=True)
    datum_uitstroom = models.DateField("opvang verlaten op", null=True, blank=True)
    informatie_derden_nodig = models.BooleanField(
        "informatie van derden nodig", default=False
    )
    informatie_derden_op = models.DateField(
        "informatie van derden ontvangen", null=True, blank=True
    )
    volggrond = models.CharField(
        "waarom volgt de gemeente deze persoon",
        max_length=20,
        choices=Volggrond.choices(),
        default=Volggrond.PLICHT.value,
    )
    team = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    klantmanager = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    begeleider = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="externe begeleider",
    )
    status = models.CharField(max_length=30, choices=Trajectstatus.choices())
    leerroute = models.CharField(
        max_length=20, choices=Leerroute.choices(), blank=True, default=""
    )
    onderdelen_behaald_op = models.DateField(null=True, blank=True)
    # Codes with a comma between: which parts are met, and which are still open.
    onderdelen_gehaald = models.CharField(max_length=120, blank=True, default="")
    onderdelen_open = models.CharField(max_length=120, blank=True, default="")
    versie = models.PositiveIntegerField(default=1)
    # The case that goes on for both, when this one turned out to be a double.
    samengevoegd_met = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    # The file that was read under the lock of this transaction, for the one act that
    # follows (``dossier.lees_op_slot``).
    op_slot: ClassVar[Any] = None
    # The codes of the flags that hold today, when they were asked along (``views.http``).
    vlagcodes: ClassVar[Any] = None
    # What was merged into this one, once it was read (``opgegaan``).
    opgegaan: ClassVar[Any] = None

    objects = TrajectManager()
    alle = AlleTrajecten()

    class Meta(Zaakmodel.Meta):
        verbose_name = "traject"
        verbose_name_plural = "trajecten"
        base_manager_name = "alle"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "nummer"], name="traject_nummer_uniek"
            ),
        ]
        indexes = [
            # The list, newest first: else the walk passes every other municipality.
            models.Index(fields=["gemeente", "-id"], name="traject_nieuwste"),
            models.Index(fields=["gemeente", "status", "id"], name="traject_status"),
            models.Index(fields=["gemeente", "klantmanager", "id"], name="traject_km"),
            models.Index(fields=["gemeente", "team", "id"], name="traject_team"),
            models.Index(
                fields=["gemeente", "begeleider", "id"], name="traject_begeleider"
            ),
            models.Index(
                fields=["gemeente", "inburgeraar"], name="traject_inburgeraar"
            ),
            models.Index(
                fields=["gemeente", "samengevoegd_met"],
                condition=models.Q(samengevoegd_met__isnull=False),
                name="traject_samengevoegd",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    def get_absolute_url(self) -> str:
        """Give the address of the file."""
        return f"/trajecten/{self.nummer}/"


def opgegaan_in(traject: Traject) -> models.QuerySet:
    """Give the cases that were merged into this one."""
    return Traject.alle.filter(samengevoegd_met=traject)


def met_opgegaan(cases: models.QuerySet) -> models.QuerySet:
    """Let cases know whether another was merged into them, without a question of its own."""
    merged = Traject.alle.filter(samengevoegd_met=models.OuterRef("pk"))
    return cases.annotate(is_opgegaan=models.Exists(merged))


def opgegaan(traject: Traject) -> list[tuple[int, str, int]]:
    """Give key, number and person of what was merged into a case; asked once at most."""
    if traject.opgegaan is None:
        rows = opgegaan_in(traject).order_by("pk")
        asks = getattr(traject, "is_opgegaan", True)
        columns = ("pk", "nummer", "inburgeraar_id")
        traject.opgegaan = list(rows.values_list(*columns)) if asks else []
    return traject.opgegaan


def van_dossier(traject: Traject) -> models.Q:
    """Give the log lines of a case, those under the number of a merged one too."""
    merged = [nummer for _, nummer, _ in opgegaan(traject)]
    return models.Q(nummer__in=[traject.nummer, *merged])


class Nummerreeks(GemeenteModel):
    """The last case number given out in a municipality and year."""

    jaar = models.PositiveSmallIntegerField()
    laatste = models.PositiveIntegerField(default=0)

    class Meta(GemeenteModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "jaar"], name="nummerreeks_uniek"
            )
        ]

    def __str__(self) -> str:
        return f"{self.jaar}-{self.laatste:05d}"

    @classmethod
    def volgende(cls, gemeente_id: str, jaar: int) -> str:
        """Give the next case number; the row lock makes two at once impossible."""
        cls.objects.get_or_create(gemeente_id=gemeente_id, jaar=jaar)
        reeks = cls.objects.select_for_update().get(gemeente_id=gemeente_id, jaar=jaar)
        reeks.laatste += 1
        reeks.save(update_fields=["laatste"])
        return str(reeks)
