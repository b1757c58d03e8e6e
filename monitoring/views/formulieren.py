"""The forms around releases. They check shape; what may be is said by the acts."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.text import capfirst

from monitoring.levering.pakket import HOOGSTENS_BYTES
from monitoring.levering.periode import laatste_dag, naam


class Eenmalig(forms.Form):
    """A form that may be sent twice and is done once."""

    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Give a new form its key."""
        kwargs["initial"] = {"sleutel": uuid4()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)


class Maken(Eenmalig):
    """Which edition to make; a correction names the release that it replaces."""

    periode = forms.ChoiceField(label="Over welke periode?")
    vervangt = forms.ChoiceField(
        label="Verbetert deze levering een eerdere?", required=False
    )

    def __init__(
        self,
        *args: Any,
        periodes: list[str],
        goedgekeurd: list[str],
        vandaag: date,
        **kwargs: Any,
    ) -> None:
        """Offer the periods that have begun and the releases that left."""
        voorbij = [p for p in periodes if laatste_dag(p) <= vandaag]
        kwargs["initial"] = {"periode": next(iter(voorbij), None)}
        super().__init__(*args, **kwargs)
        self.fields["periode"].choices = [
            (p, capfirst(naam(p)) + ("" if p in voorbij else " (loopt nog)"))
            for p in periodes
        ]
        self.fields["periode"].error_messages["required"] = "Kies een periode."
        self.fields["periode"].error_messages["invalid_choice"] = (
            "Kies een periode uit de lijst."
        )
        keuzes = [("", "Nee"), *((p, f"Ja: {naam(p)}") for p in goedgekeurd)]
        self.fields["vervangt"].choices = keuzes
        if not goedgekeurd:
            del self.fields["vervangt"]


class Besluit(Eenmalig):
    """May this release leave?"""

    akkoord = forms.TypedChoiceField(
        label="Mag deze levering naar het ministerie?",
        choices=[("ja", "Ja, goedkeuren"), ("nee", "Nee, afkeuren")],
        widget=forms.RadioSelect,
        coerce=lambda waarde: waarde == "ja",
        error_messages={"required": "Kies of de levering weg mag."},
    )
    reden = forms.CharField(
        label="Reden",
        required=False,
        max_length=300,
        help_text="Nodig als u de levering afkeurt.",
    )
    reden.voorwaardelijk = True

    def clean(self) -> dict[str, Any]:
        """Ask for a reason with a refusal."""
        gegeven = super().clean() or {}
        if gegeven.get("akkoord") is False and not gegeven.get("reden", "").strip():
            self.add_error("reden", "Schrijf op waarom u de levering afkeurt.")
        return gegeven


class Pakket(forms.Form):
    """A package to receive."""

    pakket = forms.FileField(
        label="Levering (zip-bestand)",
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
        error_messages={
            "required": "Kies het bestand van de levering.",
            "empty": "Dit bestand is leeg.",
        },
    )

    def clean_pakket(self) -> bytes:
        """Give the bytes of a file that can be a package."""
        bestand = self.cleaned_data["pakket"]
        if bestand.size > HOOGSTENS_BYTES:
            raise forms.ValidationError("Dit bestand is te groot voor een levering.")
        return bytes(bestand.read())


class Sleutel(forms.Form):
    """The public key of a sender."""

    code = forms.RegexField(
        r"^\d{4}$",
        label="Gemeentecode",
        max_length=4,
        help_text="Vier cijfers, bijvoorbeeld 0503.",
        error_messages={
            "required": "Vul de gemeentecode in.",
            "invalid": "Een gemeentecode is vier cijfers, bijvoorbeeld 0503.",
        },
    )
    code.klasse = "ib-field-short"
    sleutel = forms.CharField(
        label="Publieke sleutel",
        max_length=64,
        error_messages={"required": "Vul de publieke sleutel in."},
    )
