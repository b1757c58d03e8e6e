"""Practical flags of a file: what a colleague must know before calling or visiting.

A fixed, short list. Each says how one helps, never what somebody has or is like: no
health, no judgement, no risk. Which of them a municipality uses, it chooses itself.
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Aggregate, CharField, OuterRef, Q, Subquery

from inburgering.models.base import Feit, Zaakmodel
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.lijst import GedateerdeKeuze


class Aandacht(GedateerdeKeuze):
    """The flags that a colleague sets; others follow from what the file says."""

    VIA_BEGELEIDER = (
        "via_begeleider", "Contact gaat via een begeleider",
        "wie dat is en hoe u die bereikt.",
    )  # fmt: skip
    BEGELEIDER_MEE = (
        "begeleider_mee", "Er komt iemand mee naar elk gesprek",
        "wie er meekomt.",
    )  # fmt: skip
    EERST_BELLEN = (
        "eerst_bellen", "Bel eerst voordat u langsgaat",
        "wanneer iemand te bereiken is.",
    )  # fmt: skip
    ALLEEN_BELLEN = (
        "alleen_bellen", "Leest geen brieven: bel, of leg de brief uit",
        "hoe een brief dan wel aankomt.",
    )  # fmt: skip
    SCHRIFTELIJK = (
        "schriftelijk", "Wil alleen schriftelijk contact",
        "via welk adres of nummer.",
    )  # fmt: skip
    VASTE_TIJDEN = (
        "vaste_tijden", "Kan alleen op vaste tijden",
        "op welke tijden, en door welk werk of welke zorg voor kinderen.",
    )  # fmt: skip
    OP_KANTOOR = (
        "op_kantoor", "Afspraken zijn op kantoor",
        "wat is afgesproken. Geen vermoedens en geen oordeel.",
    )  # fmt: skip


class Aandachtspunt(Feit):
    """A flag on a file, from a day, and to a day or until somebody looks again."""

    soort = models.CharField(max_length=30, choices=Aandacht.choices())
    reden = models.CharField("toelichting", max_length=300)
    van = models.DateField("vanaf")
    herzien_op = models.DateField("kijk opnieuw op")
    tot = models.DateField("tot en met", null=True, blank=True)

    class Meta(Feit.Meta):
        verbose_name = "aandachtspunt"
        verbose_name_plural = "aandachtspunten"
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=models.F("van")),
                name="aandachtspunt_tot_na_van",
            )
        ]

    def __str__(self) -> str:
        return self.get_soort_display()


def geldend(dag: date) -> Q:
    """Give the flags that hold on a day."""
    return Q(van__lte=dag) & (Q(tot__isnull=True) | Q(tot__gte=dag))


class Aandachtkeuze(Zaakmodel):
    """That a municipality does, or no longer does, use a flag of the list."""

    soort = models.CharField(max_length=30, choices=Aandacht.choices())
    in_gebruik = models.BooleanField("in gebruik", default=True)

    class Meta(Zaakmodel.Meta):
        verbose_name = "keuze van aandachtspunten"
        verbose_name_plural = "keuzes van aandachtspunten"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "soort"], name="aandachtkeuze_uniek"
            )
        ]

    def __str__(self) -> str:
        return self.get_soort_display()


def in_gebruik() -> frozenset[str]:
    """Give the flags that the municipality in force uses; all, until it chooses."""
    off = Aandachtkeuze.objects.filter(in_gebruik=False).values_list("soort", flat=True)
    return frozenset(a.value for a in Aandacht) - frozenset(off)


def afgeleid(persoon: Inburgeraar) -> list[str]:
    """Give what the file itself says that one must know."""
    return in_woorden(
        tolk=persoon.tolk_nodig, taal=persoon.contacttaal, geheim=persoon.geheim_adres,
        apart=persoon.niet_delen_met_gezin, wens=persoon.tolkwens,
    )  # fmt: skip


def in_woorden(
    *, tolk: bool, taal: str, geheim: bool, apart: bool, wens: str = ""
) -> list[str]:
    """Say in words what holds of a person; ``wens`` is about the interpreter."""
    words = ", ".join(word for word in (taal, wens) if word)
    found = [f"Tolk nodig: {words}" if words else "Tolk nodig"] if tolk else []
    found += ["Adres is geheim"] if geheim else []
    found += ["Niet delen met gezin"] if apart else []
    return found


class Samen(Aggregate):
    """Words with a comma between: what a subquery gives of a few short rows."""

    function = "group_concat"
    output_field = CharField()

    def as_postgresql(self, compiler: Any, connection: Any, **kw: Any) -> Any:
        """Say it the way of PostgreSQL."""
        template = "string_agg(%(expressions)s, ',')"
        return self.as_sql(compiler, connection, template=template, **kw)


def vlaggen_op(dag: date) -> Subquery:
    """Give the codes of the flags of a case that hold on a day, inside another question."""
    rows = Aandachtspunt.objects.filter(geldend(dag), traject=OuterRef("pk"))
    one = rows.order_by().values("traject").annotate(samen=Samen("soort"))
    return Subquery(one.values("samen"))


def vlagwoorden(codes: str | None) -> list[str]:
    """Say these codes in words, in the order of the list."""
    found = set((codes or "").split(","))
    return [flag.label for flag in Aandacht if flag.value in found]
