"""Forms of attendance: of which group and period, the hours of a person, and a file."""

from typing import Any

from django import forms

from inburgering.forms.handelingsformulier import Basisformulier
from inburgering.forms.urenbestand import HOOGSTENS_TEKENS, lees_tekst
from inburgering.forms.velden import Datumveld, Getalveld, Keuzeveld, Rijveld, Tekstveld
from inburgering.models.aanbod import Aanbieder, Cursus
from inburgering.wet.begrippen import Urensoort


MEESTE_UREN = 2000


def _uren(label: str) -> Getalveld:
    return Getalveld(label=label, required=False, max_value=MEESTE_UREN)


class Groep(Basisformulier):
    """Whose hours: a provider or one course of it, for what, in which period."""

    soort = Keuzeveld(
        Urensoort, lijst=True, label="Waarvoor?", vul_in="waarvoor de uren zijn"
    )
    van = Datumveld(label="Van", vul_in="de eerste dag van de periode", help_text="")
    tot_en_met = Datumveld(
        label="Tot en met", vul_in="de laatste dag van de periode", help_text=""
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        """Offer the providers and their courses, those of earlier years last."""
        super().__init__(*args, **kw)
        self.fields["aanbieder"] = Rijveld(
            queryset=Aanbieder.objects.order_by("-actief", "naam"),
            label="Aanbieder", vul_in="de aanbieder",
        )  # fmt: skip
        self.fields["cursus"] = Rijveld(
            queryset=Cursus.objects.select_related("aanbieder").order_by(
                "aanbieder__naam", "-actief", "naam"
            ),
            label="Cursus", required=False, empty_label="Alle cursussen",
        )  # fmt: skip
        self.fields["cursus"].label_from_instance = _with_provider
        self.order_fields(["aanbieder", "cursus"])

    def clean(self) -> dict[str, Any]:
        """A course of this provider, and the days in order."""
        data = super().clean()
        aanbieder, cursus = data.get("aanbieder"), data.get("cursus")
        if aanbieder and cursus and cursus.aanbieder_id != aanbieder.pk:
            self.add_error("cursus", f"{aanbieder} geeft deze cursus niet.")
        begin, end = data.get("van"), data.get("tot_en_met")
        if begin and end and end < begin:
            self.add_error(
                "tot_en_met", f"Deze dag ligt voor de eerste dag ({begin:%d-%m-%Y})."
            )
        return data


def _with_provider(cursus: Cursus) -> str:
    return f"{cursus} ({cursus.aanbieder})"


class Urenrij(Basisformulier):
    """The hours of one person in the period; nothing typed means: not this person."""

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)
    uren = _uren("Gevolgd")
    verzuim_geoorloofd = _uren("Gemist, afgemeld")
    verzuim_ongeoorloofd = _uren("Gemist, niet afgemeld")

    UREN = ("uren", "verzuim_geoorloofd", "verzuim_ongeoorloofd")

    @property
    def getypt(self) -> bool:
        """Say whether something was typed in this row."""
        return any(
            str(self.data.get(self.add_prefix(name), "")).strip() for name in self.UREN
        )

    def clean(self) -> dict[str, Any]:
        """Who came not at all followed 0 hours: that is typed, not guessed."""
        data = super().clean()
        if "uren" in data and data["uren"] is None:
            self.add_error("uren", "Vul de gevolgde uren in; 0 als iemand er niet was.")
        for name in self.UREN[1:]:
            if name in data and data[name] is None:
                data[name] = 0
        return data


class Bestand(Basisformulier):
    """The provider's file, or its lines pasted."""

    bestand = forms.FileField(
        label="Bestand van de aanbieder", required=False, allow_empty_file=True,
        help_text="Een CSV-bestand; in Excel: opslaan als CSV UTF-8.",
    )  # fmt: skip
    tekst = Tekstveld(
        groot=True, label="Of plak de regels", required=False, strip=False,
        max_length=HOOGSTENS_TEKENS,
    )  # fmt: skip

    def __init__(self, *args: Any, **kw: Any) -> None:
        """Offer the providers."""
        super().__init__(*args, **kw)
        self.fields["aanbieder"] = Rijveld(
            queryset=Aanbieder.objects.order_by("-actief", "naam"),
            label="Van welke aanbieder?", vul_in="de aanbieder",
        )  # fmt: skip
        self.order_fields(["aanbieder"])

    def clean(self) -> dict[str, Any]:
        """One of the two, as text."""
        data = super().clean()
        file, text = data.get("bestand"), data.get("tekst", "")
        if file and text.strip():
            self.add_error(
                "bestand", "Kies een bestand of plak de regels, niet allebei."
            )
        elif file:
            try:
                data["tekst"] = lees_tekst(file)
            except forms.ValidationError as fault:
                self.add_error("bestand", fault)
        elif not text.strip() and not self.errors:
            self.add_error("bestand", "Kies een bestand, of plak de regels hieronder.")
        return data
