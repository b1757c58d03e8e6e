"""Appointments: when a colleague meets somebody, where, and whether that happened."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from inburgering.models.base import Feit
from inburgering.models.contact import Contactonderwerp, Kanaal
from inburgering.models.verlof import Verlof
from inburgering.wet.keuze import Keuze


class Agendasoort(Keuze):
    """What an appointment is for."""

    INTAKE = "intake", "Brede intake"
    GESPREK = "gesprek", "Gesprek"
    HUISBEZOEK = "huisbezoek", "Huisbezoek"
    HOORZITTING = "hoorzitting", "Hoorzitting"
    ANDERS = "anders", "Iets anders"


class Agendavorm(Keuze):
    """How one meets."""

    KANTOOR = "kantoor", "Op kantoor"
    THUIS = "thuis", "Thuis of in de opvang"
    TELEFOON = "telefoon", "Telefonisch"
    VIDEO = "video", "Online"
    ELDERS = "elders", "Ergens anders"


# What an appointment becomes once it was kept: a contact moment in these words.
ONDERWERP = {Agendasoort.INTAKE: Contactonderwerp.INTAKE}
KANAAL = {
    Agendavorm.KANTOOR: Kanaal.KANTOOR,
    Agendavorm.THUIS: Kanaal.HUISBEZOEK,
    Agendavorm.TELEFOON: Kanaal.TELEFOON,
    Agendavorm.VIDEO: Kanaal.VIDEO,
    Agendavorm.ELDERS: Kanaal.DERDE,
}
# A hearing tells that somebody is enforced against or objected: who may not read that does
# not see the appointment either.
AFGESCHERMDE_SOORTEN = frozenset({Agendasoort.HOORZITTING})
# Of who stays on the telephone one needs no place.
ZONDER_PLAATS = frozenset({Agendavorm.TELEFOON, Agendavorm.VIDEO})


class Agendapunt(Feit):
    """An appointment in a case; ``wie`` keeps it, nobody means whoever has the case.

    What came of it is the contact moment (``contact``) and nothing else: one truth.
    """

    dag = models.DateField()
    begin = models.TimeField("van")
    einde = models.TimeField("tot", null=True, blank=True)
    soort = models.CharField(max_length=20, choices=Agendasoort.choices())
    vorm = models.CharField("hoe", max_length=20, choices=Agendavorm.choices())
    plaats = models.CharField("waar", max_length=120, blank=True, default="")
    tolktaal = models.CharField("tolk in", max_length=40, blank=True, default="")
    wie = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True,
        related_name="+", db_index=False, verbose_name="wie",
    )  # fmt: skip
    contact = models.ForeignKey(
        "inburgering.Contact", models.PROTECT, null=True, blank=True, related_name="+",
        db_index=False,
    )  # fmt: skip
    afgezegd_op = models.DateField("afgezegd op", null=True, blank=True)
    reden = models.CharField("waarom afgezegd", max_length=200, blank=True, default="")

    class Meta(Feit.Meta):
        verbose_name = "agendapunt"
        verbose_name_plural = "agendapunten"
        indexes = [
            *Feit.Meta.indexes,
            models.Index(fields=["gemeente", "dag"], name="agendapunt_dag"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(einde__isnull=True) | Q(einde__gt=models.F("begin")),
                name="agendapunt_einde_na_begin",
            ),
            models.CheckConstraint(
                condition=Q(afgezegd_op__isnull=True) | ~Q(reden=""),
                name="agendapunt_afgezegd_met_reden",
            ),
            models.CheckConstraint(
                condition=Q(afgezegd_op__isnull=True) | Q(contact__isnull=True),
                name="agendapunt_afgezegd_of_geweest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}, {self.dag:%d-%m-%Y} {self.begin:%H:%M}"


def te_tonen_plaats(vorm: str, plaats: str, *, geheim: bool) -> str:
    """Give the place of an appointment; never where somebody with a secret address lives."""
    return "" if geheim and vorm == Agendavorm.THUIS else plaats


STAAT = Q(afgezegd_op__isnull=True, contact__isnull=True)


def van_collega(gebruiker_id: int, vandaag: date) -> Q:
    """Give the appointments of a colleague, and of whom they replace today."""
    away = Verlof.objects.op(vandaag).filter(vervanger_id=gebruiker_id)
    people = away.values("gebruiker_id")
    own = Q(wie_id=gebruiker_id) | Q(wie_id__in=people)
    case = Q(traject__klantmanager_id=gebruiker_id)
    case |= Q(traject__klantmanager_id__in=people)
    return own | (Q(wie__isnull=True) & case)


def week_van(dag: date) -> tuple[date, date]:
    """Give the Monday and the Sunday of the week of a day."""
    monday = dag - timedelta(days=dag.weekday())
    return monday, monday + timedelta(days=6)
