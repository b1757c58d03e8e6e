"""Forms of the brede intake."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any, ClassVar

from django import forms

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Getalveld, Keuzeveld, Tekstveld
from inburgering.wet.begrippen import Antwoord, Leerroute, Verblijfsituatie
from inburgering.wet.intake import MAX_TEKST, Antwoordsoort, Vraag, vragen


class Starten(Handelingsformulier):
    """Start the brede intake."""

    knop = "Brede intake starten"
    inleiding = "De beginsituatie vult u daarna in, in een keer of in delen."
    gestart_op = Datumveld(label="Gestart op", vul_in="de datum van het eerste gesprek")
    in_opvang = forms.BooleanField(
        label="De intake is in de opvang gehouden", required=False
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Today, in the centre for who still lives there."""
        assert self.dossier is not None
        where = self.dossier.traject.verblijfsituatie
        return {
            "gestart_op": self.vandaag,
            "in_opvang": where == Verblijfsituatie.OPVANG,
        }


def _choice(vraag: Vraag) -> forms.Field:
    return Keuzeveld(vraag.keuzes, lijst=True, required=False, label=vraag.vraag)


def _number(vraag: Vraag) -> forms.Field:
    lowest, highest = vraag.grenzen
    return Getalveld(
        required=False, label=vraag.vraag, eenheid=vraag.eenheid,
        min_value=lowest, max_value=highest,
    )  # fmt: skip


def _text(vraag: Vraag) -> forms.Field:
    field = Tekstveld(
        groot=True, required=False, label=vraag.vraag, max_length=MAX_TEKST
    )
    field.widget.attrs["rows"] = 2
    return field


VELD = {
    Antwoordsoort.KEUZE: _choice,
    Antwoordsoort.GETAL: _number,
    Antwoordsoort.TEKST: _text,
}
GEEN_ANTWOORD = "Als er geen antwoord is"


def antwoordveld(code: str) -> str:
    """Give the name of the field that says why a question has no answer."""
    return f"{code}_antwoord"


def _why_field(vraag: Vraag) -> forms.Field:
    """Say that it was answered, or why not."""
    field = Keuzeveld(Antwoord, lijst=True, required=False, label=GEEN_ANTWOORD)
    # 27 labels with the same words: who hears them needs the question with it.
    field.widget.attrs["aria-label"] = f"{GEEN_ANTWOORD} op: {vraag.vraag}"
    field.klasse = "ib-field-beside"
    return field


class Invullen(Handelingsformulier):
    """Fill in the baseline, question by question out of ``wet.intake``."""

    knop = "Beginsituatie opslaan"
    inleiding = (
        "Geen enkele vraag is verplicht. U kunt een deel invullen, opslaan en later "
        "verdergaan. Wil of kan iemand geen antwoord geven, kies dan waarom."
    )
    groepen: ClassVar[list[tuple[str, list[str]]]] = []

    def inrichten(self) -> None:
        """Two fields per question: the answer, and why there is none."""
        op = self.rij.gestart_op if self.rij else self.vandaag
        self.vragen = vragen(op)
        for vraag in self.vragen:
            for name, field in (
                (vraag.code, VELD[vraag.soort](vraag)),
                (antwoordveld(vraag.code), _why_field(vraag)),
            ):
                field.voorwaardelijk = True  # nothing here is "not obligatory": all is
                self.fields[name] = field
        self.groepen = [
            (
                domein.label,
                [
                    name
                    for vraag in rows
                    for name in (vraag.code, antwoordveld(vraag.code))
                ],
            )
            for domein, rows in groupby(self.vragen, key=lambda vraag: vraag.domein)
        ]

    def beginwaarden(self) -> dict[str, Any]:
        """Show what was answered before."""
        values: dict[str, Any] = {}
        known: Mapping[str, Any] = self.rij.antwoorden if self.rij else {}
        for code, given in known.items():
            values[code] = given.get("waarde", "")
            if given["antwoord"] != Antwoord.BEANTWOORD:
                values[antwoordveld(code)] = given["antwoord"]
        return values

    def _answer(self, vraag: Vraag, data: dict[str, Any]) -> dict[str, Any] | None:
        """Give the answer to one question as it is kept; None while it is open."""
        value = data.get(vraag.code)
        why = data.get(antwoordveld(vraag.code)) or ""
        if vraag.code in self.errors:
            return None
        empty = value is None or value == ""
        if empty and why == Antwoord.BEANTWOORD:
            self.add_error(
                vraag.code, "Vul het antwoord in, of kies waarom er geen antwoord is."
            )
        elif not empty and why not in ("", Antwoord.BEANTWOORD):
            self.add_error(
                vraag.code,
                f"U vulde een antwoord in en koos ook {Antwoord(why).label.lower()}. "
                "Haal een van de twee weg.",
            )
        elif not empty:
            return {"antwoord": Antwoord.BEANTWOORD.value, "waarde": value}
        elif why:
            return {"antwoord": why}
        return None

    def clean(self) -> dict[str, Any]:
        """Fold the fields into the answers; questions of former days stay."""
        data = super().clean()
        asked = {vraag.code for vraag in self.vragen}
        known = self.rij.antwoorden if self.rij else {}
        answers = {code: a for code, a in known.items() if code not in asked}
        for vraag in self.vragen:
            if (given := self._answer(vraag, data)) is not None:
                answers[vraag.code] = given
        return {
            "versie": data.get("versie"),
            "sleutel": data.get("sleutel"),
            "antwoorden": answers,
        }


class Afronden(Handelingsformulier):
    """Round off the brede intake."""

    knop = "Brede intake afronden"
    inleiding = "Daarna stelt u het PIP op. De beginsituatie kunt u nog aanvullen."
    toont = [("Gestart op", "gestart_op")]
    afgerond_op = Datumveld(label="Afgerond op", vul_in="de datum van afronden")
    routeadvies = Keuzeveld(
        Leerroute, required=False, label="Welke leerroute past volgens de intake?"
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Rounded off today."""
        return {"afgerond_op": self.vandaag}
