"""The municipality's own words in its letters, and translations that two people saw.

Every change is a row of its own, so that one can tell what a letter said on a day. A
translation belongs to one Dutch text: when that text changes, the translation is not used
any more until somebody translated the new one.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter

from django.conf import settings
from django.db import models

from inburgering.models.base import Zaakmodel
from inburgering.models.standaardteksten import (
    BLOKKEN,
    NEDERLANDS,
    Blok,
    Brief,
    Taal,
)


LANGSTE = 4000


class Tekstblok(Zaakmodel):
    """A version of a text in a language; an empty Dutch text means our standard text.

    ``hoort_bij`` is the fingerprint of the Dutch text that a translation translates.
    """

    sleutel = models.CharField(max_length=40)
    taal = models.CharField(max_length=3, default=NEDERLANDS.code)
    versie = models.PositiveSmallIntegerField()
    tekst = models.TextField(blank=True, default="")
    geldig_vanaf = models.DateField("geldt vanaf")
    vastgelegd_op = models.DateField("vastgelegd op")
    vastgelegd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False
    )
    vertaald_door = models.CharField(max_length=120, blank=True, default="")
    hoort_bij = models.CharField(max_length=64, blank=True, default="")
    nagekeken_op = models.DateField("nagekeken op", null=True, blank=True)
    nagekeken_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    goed = models.BooleanField("goed bevonden", null=True, blank=True)
    opmerking = models.TextField(blank=True, default="")

    class Meta(Zaakmodel.Meta):
        verbose_name = "tekstblok"
        verbose_name_plural = "tekstblokken"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "sleutel", "taal", "versie"],
                name="tekstblok_versie_uniek",
            ),
            models.CheckConstraint(
                condition=models.Q(nagekeken_op__isnull=True)
                & models.Q(nagekeken_door__isnull=True)
                & models.Q(goed__isnull=True)
                | models.Q(nagekeken_op__isnull=False)
                & models.Q(nagekeken_door__isnull=False)
                & models.Q(goed__isnull=False),
                name="tekstblok_nagekeken_compleet",
            ),
            models.CheckConstraint(
                condition=models.Q(nagekeken_door__isnull=True)
                | ~models.Q(nagekeken_door=models.F("vastgelegd_door")),
                name="tekstblok_tweede_persoon",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sleutel} ({self.taal}), versie {self.versie}"

    @property
    def is_vertaling(self) -> bool:
        """Say whether this is a text in another language than Dutch."""
        return self.taal != NEDERLANDS.code


def afdruk(tekst: str) -> str:
    """Give the fingerprint of a text."""
    return hashlib.sha256(tekst.encode()).hexdigest()


# --- What is filled in ----------------------------------------------------------------


def _places(tekst: str) -> list[str]:
    """Give the words between braces. Raises ``ValueError`` for braces that do not match.

    Only a bare word counts: a dot, a bracket or a colon would reach past the text.
    """
    found = []
    for _, name, spec, conversion in Formatter().parse(tekst):
        if name is None:
            continue
        if spec or conversion or not name.isidentifier():
            raise ValueError(name)
        found.append(name)
    return found


def fout_in(blok: Blok, tekst: str) -> str:
    """Say in a sentence what is wrong with the places of a text; "" when all is well."""
    known = ", ".join(f"{{{name}}}" for name in blok.plaatsen)
    may = f"In deze tekst mag alleen: {known}." if known else (
        "In deze tekst vult het systeem niets in. Laat de accolades weg."
    )  # fmt: skip
    try:
        used = _places(tekst)
    except ValueError:
        return f"De accolades kloppen niet. {may}"
    unknown = [name for name in used if name not in blok.plaatsen]
    if unknown:
        return f"{{{unknown[0][:40]}}} is hier niet bekend. {may}"
    missing = [name for name in blok.verplicht if name not in used]
    if missing:
        return f"In de tekst moet {{{missing[0]}}} staan: dat moet de brief zeggen."
    return ""


ISOLEER, EINDE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def vul(tekst: str, waarden: Mapping[str, str], *, los: bool = False) -> str:
    """Fill in the places. ``los`` keeps a number whole inside a script from the right."""
    if los:
        waarden = {name: f"{ISOLEER}{value}{EINDE}" for name, value in waarden.items()}
    return tekst.format_map(waarden)


def voorbeeld(blok: Blok, tekst: str) -> str:
    """Give a text with the examples filled in."""
    return vul(tekst or blok.tekst, blok.plaatsen)


# --- What holds -----------------------------------------------------------------------


@dataclass(frozen=True)
class Tekst:
    """A text as it is used: its words, its language, and its version (0: our standard)."""

    blok: Blok
    woorden: str
    taal: Taal
    versie: int = 0

    @property
    def eigen(self) -> bool:
        """Say whether the municipality said it in its own words."""
        return self.versie > 0


class Teksten:
    """The texts that hold on a day, out of rows that were read once."""

    def __init__(self, rows: Iterable[Tekstblok], dag: date) -> None:
        """Keep of every text the newest version of every language."""
        self.dutch: dict[str, Tekstblok] = {}
        self.translated: dict[tuple[str, str], Tekstblok] = {}
        held = [row for row in rows if row.geldig_vanaf <= dag]
        held.sort(key=lambda row: (row.is_vertaling, row.geldig_vanaf, row.versie))
        for row in held:
            if not row.is_vertaling:
                self.dutch[row.sleutel] = row
            elif row.goed and row.hoort_bij == afdruk(self.nederlands(row.sleutel)):
                self.translated[row.sleutel, row.taal] = row

    def nederlands(self, sleutel: str) -> str:
        """Give the Dutch words."""
        return self.tekst(sleutel).woorden

    def tekst(self, sleutel: str, taal: Taal = NEDERLANDS) -> Tekst:
        """Give a text in a language, or in Dutch when nobody translated it yet."""
        blok = BLOKKEN[sleutel]
        if found := self.translated.get((sleutel, taal.code)):
            return Tekst(blok, found.tekst, taal, found.versie)
        own = self.dutch.get(sleutel)
        if own and own.tekst:
            return Tekst(blok, own.tekst, NEDERLANDS, own.versie)
        return Tekst(blok, blok.tekst, NEDERLANDS)

    def in_taal(self, brief: Brief, taal: Taal) -> int:
        """Count the texts of a letter that have a translation in use."""
        return sum((b.sleutel, taal.code) in self.translated for b in brief.blokken)


def teksten(dag: date, *talen: Taal) -> Teksten:
    """Read the texts that hold on a day, in Dutch and in these languages: one question."""
    codes = [NEDERLANDS.code, *(taal.code for taal in talen)]
    return Teksten(Tekstblok.objects.filter(taal__in=codes), dag)


def volgende_versie(sleutel: str, taal: str) -> int:
    """Give the number of the next version of a text."""
    rows = Tekstblok.objects.filter(sleutel=sleutel, taal=taal)
    newest = rows.order_by("-versie").values_list("versie", flat=True).first()
    return (newest or 0) + 1
