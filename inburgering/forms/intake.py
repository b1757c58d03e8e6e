"""Forms of the brede intake."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any, ClassVar

from django import forms
from django.utils.html import escape

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.intakevoorstel import Voorstel, voorstellen
from inburgering.forms.velden import Datumveld, Getalveld, Keuzeveld, Tekstveld
from inburgering.wet.begrippen import Antwoord, Leerroute, Verblijfsituatie
from inburgering.wet.intake import (
    MAX_TEKST,
    Antwoordsoort,
    Vraag,
    in_woorden,
    is_besproken,
    vragen,
)
from inburgering.wet.intakeuitkomst import LANGSTE, Uitkomstsoort
from inburgering.wet.intakevragen import domeincode, eigen_vragen


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


def _field(vraag: Vraag) -> forms.Field:
    field = VELD[vraag.soort](vraag)
    # The words of a municipality are no HTML; a help text is written out as it stands.
    field.help_text = escape(vraag.hulptekst)
    return field


def uitkomstveld(domein: str) -> str:
    """Give the name of the field that says what kind of outcome a subject has."""
    return f"uitkomst_{domein}"


def betekenisveld(domein: str) -> str:
    """Give the name of the field with what a subject means for the plan, in words."""
    return f"betekenis_{domein}"


def _meaning_field(onderwerp: str) -> forms.Field:
    field = Tekstveld(
        groot=True, required=False, max_length=LANGSTE,
        label="Wat betekent dit voor het plan?",
    )  # fmt: skip
    field.widget.attrs |= {
        "rows": 2, "aria-label": f"Wat betekent dit voor het plan? {onderwerp}",
    }  # fmt: skip
    return field


def _kind_field(onderwerp: str) -> forms.Field:
    field = Keuzeveld(
        Uitkomstsoort, lijst=True, required=False, label="Wat is het?",
        leeg="Nog niets",
    )  # fmt: skip
    field.widget.attrs["aria-label"] = f"Wat is het? {onderwerp}"
    field.klasse = "ib-field-beside"
    return field


class Invullen(Handelingsformulier):
    """Fill in the baseline, subject by subject, with what each means for the plan."""

    knop = "Beginsituatie opslaan"
    inleiding = (
        "Geen enkele vraag is verplicht. U kunt een deel invullen, opslaan en later "
        "verdergaan. Wil of kan iemand geen antwoord geven, kies dan waarom."
    )
    groepen: ClassVar[list[tuple[str, list[str]]]] = []

    def inrichten(self) -> None:
        """Two fields per question (the answer, why there is none); two per subject."""
        assert self.dossier is not None
        op = self.rij.gestart_op if self.rij else self.vandaag
        self.vragen = vragen(op, eigen_vragen(self.dossier.feiten.intakevragen))
        self.domeinen: dict[str, str] = {}
        self.groepen = []
        for domein, rows in groupby(self.vragen, key=lambda vraag: vraag.domein):
            self._zet_onderwerp(domeincode(domein), list(rows))

    def _zet_onderwerp(self, domein: str, rows: list[Vraag]) -> None:
        onderwerp = rows[0].onderwerp
        fields = {
            name: field
            for vraag in rows
            for name, field in (
                (vraag.code, _field(vraag)),
                (antwoordveld(vraag.code), _why_field(vraag)),
            )
        } | {
            betekenisveld(domein): _meaning_field(onderwerp),
            uitkomstveld(domein): _kind_field(onderwerp),
        }
        for field in fields.values():
            field.voorwaardelijk = True  # nothing here is "not obligatory": all is
        self.fields |= fields
        self.domeinen[domein] = onderwerp
        self.groepen.append((onderwerp, list(fields)))

    def beginwaarden(self) -> dict[str, Any]:
        """Show what was answered before, and propose what the file knows."""
        values: dict[str, Any] = {}
        known: Mapping[str, Any] = self.rij.antwoorden if self.rij else {}
        for code, given in known.items():
            values[code] = given.get("waarde", "")
            if given["antwoord"] != Antwoord.BEANTWOORD:
                values[antwoordveld(code)] = given["antwoord"]
        outcomes: Mapping[str, Any] = self.rij.uitkomsten if self.rij else {}
        for domein, outcome in outcomes.items():
            values[uitkomstveld(domein)] = outcome["soort"]
            values[betekenisveld(domein)] = outcome["tekst"]
        return values | self._voorgesteld()

    def _voorgesteld(self) -> dict[str, Any]:
        """Give the proposals, and say at each field where it comes from.

        What somebody typed or left empty in a draft goes first.
        """
        self.overgenomen: list[str] = []
        if self.is_bound or self.rij is None or self.dossier is None:
            return {}
        found = voorstellen(self.dossier, self.rij, self.vandaag)
        asked = {vraag.code: vraag for vraag in self.vragen}
        values = {}
        for code, proposal in found.items():
            if code not in asked or code in self.initial:
                continue
            self._zeg_bij(asked[code], proposal)
            if proposal.waarde is not None:
                values[code] = proposal.waarde
        return values

    def _zeg_bij(self, vraag: Vraag, voorstel: Voorstel) -> None:
        field, where = self.fields[vraag.code], escape(voorstel.bron)
        if voorstel.waarde is None:
            field.help_text = f"Al bekend: {where}."
            return
        field.help_text = f"Voorstel uit: {where}. Klopt het? Opslaan neemt het over."
        answer = {"antwoord": Antwoord.BEANTWOORD, "waarde": voorstel.waarde}
        self.overgenomen.append(f"{vraag.vraag} {in_woorden(vraag, answer)}")

    def stappen(self) -> list[dict[str, Any]]:
        """Give the subjects in order: their fields, and how far each is."""
        known = self.rij.antwoorden if self.rij else {}
        steps = []
        for number, (code, name) in enumerate(self.domeinen.items(), 1):
            rows = [v for v in self.vragen if domeincode(v.domein) == code]
            steps.append(
                {
                    "nummer": number,
                    "id": f"onderwerp-{number}",
                    "naam": name,
                    "velden": [self[field] for field in self.groepen[number - 1][1]],
                    "besproken": sum(is_besproken(known.get(v.code)) for v in rows),
                    "gevraagd": len(rows),
                }
            )
        return steps

    def veld_voor(self, gegeven: str) -> str | None:
        """A message about a subject stands at what it is for the plan."""
        if gegeven in self.domeinen:
            return uitkomstveld(gegeven)
        return super().veld_voor(gegeven)

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
            "uitkomsten": self._uitkomsten(data),
        }

    def _uitkomsten(self, data: dict[str, Any]) -> dict[str, Any]:
        """Fold what each subject means; a subject of former days stays."""
        known = self.rij.uitkomsten if self.rij else {}
        outcomes = {d: o for d, o in known.items() if d not in self.domeinen}
        for domein, onderwerp in self.domeinen.items():
            kind, words = uitkomstveld(domein), betekenisveld(domein)
            soort, tekst = data.get(kind) or "", data.get(words) or ""
            if kind in self.errors or words in self.errors:
                continue
            if tekst and not soort:
                self.add_error(kind, f"Kies wat dit is bij {onderwerp}.")
            elif soort and not tekst:
                self.add_error(words, f"Schrijf op wat dit betekent bij {onderwerp}.")
            elif soort:
                outcomes[domein] = {"soort": soort, "tekst": tekst}
        return outcomes


class Afronden(Handelingsformulier):
    """Round off the brede intake."""

    knop = "Brede intake afronden"
    inleiding = "Daarna stelt u het PIP op. De beginsituatie kunt u nog aanvullen."
    toont = [("Gestart op", "gestart_op")]
    afgerond_op = Datumveld(label="Afgerond op", vul_in="de datum van afronden")
    routeadvies = Keuzeveld(
        Leerroute, required=False, label="Welke leerroute past volgens de intake?"
    )
    routeadvies_reden = Tekstveld(
        groot=True, required=False, label="Waarom past die leerroute?",
        max_length=1000,
        help_text=(
            "In eigen woorden, uit het gesprek. De leerbaarheidstoets staat er in het "
            "PIP naast."
        ),
    )  # fmt: skip
    routeadvies_reden.voorwaardelijk = True

    def beginwaarden(self) -> dict[str, Any]:
        """Rounded off today."""
        return {"afgerond_op": self.vandaag}

    def clean(self) -> dict[str, Any]:
        """An advice says why; a reason says for which route."""
        data = super().clean()
        if data.get("routeadvies"):
            self.eis("routeadvies_reden", "Schrijf op waarom deze leerroute past.")
        elif data.get("routeadvies_reden"):
            self.eis("routeadvies", "Kies welke leerroute past, of haal de reden weg.")
        return data
