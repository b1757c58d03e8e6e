"""Forms of a signal, and the eye that lets nobody into its text."""

import re
import unicodedata
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from inburgering.forms.handelingsformulier import Basisformulier
from inburgering.forms.velden import Filterkeuze, Keuzeveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.inburgeraar import zoekvorm
from inburgering.models.signaal import Niveau, Onderwerp
from inburgering.models.traject import Traject


MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# What must not be in it, and how to say so; the first that fits is told.
SPOREN = (
    (re.compile(r"\S+@\S+"), "een e-mailadres"),
    (re.compile(r"\b\d{4}-\d{5}\b"), "een dossiernummer"),
    (re.compile(r"\b\d{1,2}[-/. ]+\d{1,2}[-/. ]+(?:\d{4}|\d{2})\b"), "een datum"),
    (re.compile(r"\b\d{4}-\d{1,2}-\d{1,2}\b"), "een datum"),
    (re.compile(rf"\b\d{{1,2}}\s+(?:{MAANDEN})\b", re.IGNORECASE), "een datum"),
    (re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b"), "een postcode"),
    (re.compile(r"\d(?:[\s.\-/()+]*\d){5,}"), "een nummer van zes of meer cijfers"),
    (
        re.compile(r"\b(?:mevrouw|mevr|mw|meneer|mijnheer|dhr|de heer|familie)\b\.?\s+[A-Z]",
                   re.IGNORECASE),
        "een naam",
    ),
)  # fmt: skip
WOORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
KORTSTE_NAAM = 3


def _leesbaar(tekst: str) -> str:
    """Fold what looks like plain text to plain text: wide digits, hidden characters."""
    plain = unicodedata.normalize("NFKC", tekst)
    return "".join(c for c in plain if unicodedata.category(c) != "Cf")


def _words(naam: str) -> set[str]:
    """Give the words of a name by which somebody is known; "van" and "de" are not."""
    return {word for word in zoekvorm(naam).split() if len(word) >= KORTSTE_NAAM} - {
        "van", "den", "der", "het", "ter", "ten", "bin", "ben",
    }  # fmt: skip


def _with_capitals(tekst: str) -> set[str]:
    return {
        zoekvorm(word)
        for word in WOORD.findall(tekst)
        if word[:1].isupper() and len(word) >= KORTSTE_NAAM
    }


def _names_in_reach(lid: Lidmaatschap, woorden: Iterable[str]) -> set[str]:
    """Give which of these words are a name of somebody whose case one may open."""
    words = sorted(woorden)
    if not words:
        return set()
    field = "inburgeraar__zoeknaam"
    whole = reduce(
        or_,
        (
            Q(**{field: word}) | Q(**{f"{field}__startswith": f"{word} "})
            | Q(**{f"{field}__endswith": f" {word}"}) | Q(**{f"{field}__contains": f" {word} "})
            for word in words
        ),
    )  # fmt: skip
    rows = Traject.objects.visible_to(lid).filter(whole).values_list(field, flat=True)
    known = {part for name in rows[:500] for part in name.split()}
    return known.intersection(words)


def spoor_van_iemand(
    tekst: str, lid: Lidmaatschap, traject: Traject | None = None
) -> str:
    """Say what in a text leads to a person; "" when nothing was found."""
    plain = _leesbaar(tekst)
    for pattern, what in SPOREN:
        if (found := pattern.search(plain)) is not None:
            return f"Hier staat {what}: “{found.group().strip()}”."
    typed = {zoekvorm(word) for word in WOORD.findall(plain)}
    names = typed & _words(traject.inburgeraar.naam) if traject else set()
    names |= _names_in_reach(lid, _with_capitals(plain))
    if names:
        return f"Hier staat een naam: “{min(names).capitalize()}”."
    return ""


class Anoniemveld(Tekstveld):
    """A text in which nobody can be found."""

    def __init__(self, *, hulp: str, **kw: Any) -> None:
        """A few lines, with what belongs in them."""
        super().__init__(
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text=f"Geen naam, geen nummer, geen datum, geen adres. {hulp}",
            **kw,
        )


class _ZonderPersoon(Werkformulier):
    """A form whose text is looked at; ``lid`` says whose names one could know."""

    tekstveld = "tekst"

    def __init__(
        self, *args: Any, lid: Lidmaatschap, traject: Traject | None = None, **kw: Any
    ) -> None:
        """Keep who writes, and the case one came from: it is looked at and not kept."""
        self.lid, self.van = lid, traject
        super().__init__(*args, dossier=None, **kw)

    def clean(self) -> dict[str, Any]:
        """Refuse at the field what leads to a person."""
        values = super().clean()
        text = values.get(self.tekstveld) or ""
        if text and (found := spoor_van_iemand(text, self.lid, self.van)):
            self.add_error(
                self.tekstveld,
                ValidationError("%(found)s Haal dat weg.", params={"found": found}),
            )
        return values


class Melden(_ZonderPersoon):
    """Raise a signal."""

    knop = "Signaal geven"
    inleiding = (
        "Loopt u tegen iets aan wat vaker voorkomt? Het signaal wordt niet aan een dossier "
        "gekoppeld. Bewaard worden uw team en de maand, en dat u het gaf: zo hoort u wat "
        "ermee is gedaan. Wie het leest, ziet uw naam niet."
    )
    niveau = Keuzeveld(
        Niveau, label="Waar zou iets moeten veranderen?",
        vul_in="waar iets zou moeten veranderen",
    )  # fmt: skip
    onderwerp = Keuzeveld(
        Onderwerp, lijst=True, label="Waar gaat het over?", vul_in="waar het over gaat"
    )
    tekst = Anoniemveld(
        label="Wat ziet u?", vul_in="wat u ziet", max_length=300,
        hulp="Schrijf wat er vaker misgaat en wat zou helpen.",
    )  # fmt: skip


class Beantwoorden(_ZonderPersoon):
    """Say what was done with it."""

    tekstveld = "antwoord"
    knop = "Antwoord opslaan"
    antwoord = Anoniemveld(
        label="Wat is ermee gedaan?", vul_in="wat ermee is gedaan", max_length=1000,
        hulp="Wie het signaal gaf, leest dit antwoord.",
    )  # fmt: skip


class Filter(Basisformulier):
    """What one narrows the list to; its state is the address."""

    niveau = Filterkeuze("Niveau", "Alle niveaus", Niveau.choices())
    onderwerp = Filterkeuze("Onderwerp", "Alle onderwerpen", Onderwerp.choices())
    stand = Filterkeuze(
        "Stand", "Open en beantwoord", [("open", "Open"), ("klaar", "Beantwoord")]
    )
    jaar = Filterkeuze("Jaar", "Alle jaren")

    def __init__(self, *args: Any, jaren: Iterable[int], **kw: Any) -> None:
        """Offer the years in which there are signals."""
        super().__init__(*args, **kw)
        years = [(str(year), str(year)) for year in jaren]
        self.fields["jaar"].choices = [*self.fields["jaar"].choices, *years]
