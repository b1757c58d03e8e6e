"""Forms of the normal week."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from inburgering.forms.velden import Datumveld, Keuzeveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.wet.weekrooster import Roostersoort, Weekdag


TIJD = re.compile(r"([0-9]{1,2})(?:[:.uU]([0-9]{2})|[uU])?(?: uur)?")


class Tijdveld(Tekstveld):
    """A time of the day as people type it (9, 9:30, 9.30, 9u30); gives "09:30"."""

    klasse = "ib-field-short"

    def __init__(self, **kw: Any) -> None:
        """A few characters."""
        super().__init__(max_length=12, **kw)
        self.widget.attrs.update({"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> str:
        """Read a time. Raises ``ValidationError`` when the day has no such time."""
        text = " ".join(str(super().to_python(value)).split())
        if not text:
            return ""
        match = TIJD.fullmatch(text)
        hour, minute = (int(match[1]), int(match[2] or 0)) if match else (99, 0)
        if hour > 23 or minute > 59:
            raise ValidationError("Schrijf een tijd als 9:30, van 0:00 tot 23:59.")
        return f"{hour:02d}:{minute:02d}"


class Roosterformulier(Werkformulier):
    """What a line of the week says."""

    begin_en_einde = (("van", "tot_en_met"),)
    soort = Keuzeveld(Roostersoort, label="Wat?", vul_in="wat het is")
    begin = Tijdveld(label="Van hoe laat?", vul_in="de begintijd",
                     help_text="Bijvoorbeeld 9:30")  # fmt: skip
    einde = Tijdveld(label="Tot hoe laat?", vul_in="de eindtijd",
                     help_text="Na middernacht? Maak daar een tweede regel van.")  # fmt: skip
    waar = Tekstveld(label="Waar?", required=False, max_length=120)
    online = forms.BooleanField(label="Online", required=False)
    van = Datumveld(label="Geldt van", vul_in="de eerste dag waarop dit geldt")
    tot_en_met = Datumveld(
        label="Geldt tot en met", required=False,
        help_text="Leeg als er nog geen einde bekend is.",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The end comes after the beginning, on the same day."""
        data = super().clean()
        begin, end = data.get("begin"), data.get("einde")
        if begin and end and end <= begin:
            self.add_error("einde", f"De eindtijd ligt niet na {begin}.")
        return data


class Toevoegen(Roosterformulier):
    """Add the same hours on one or more days."""

    knop = "Zet in het weekrooster"
    inleiding = (
        "Een gewone week: lessen, werk, kinderen en reizen. Zo is te zien of alles past "
        "voor het einde van de termijn."
    )
    dagen = forms.MultipleChoiceField(
        label="Op welke dagen?", choices=Weekdag.choices(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Kies ten minste een dag.",
            "invalid_choice": "Kies een van de mogelijkheden.",
        },
    )  # fmt: skip
    field_order = ("soort", "dagen", "begin", "einde", "waar", "online", "van")

    def beginwaarden(self) -> dict[str, Any]:
        """Most weeks are told as they are now."""
        return super().beginwaarden() | {"van": self.vandaag}


class Wijzigen(Roosterformulier):
    """Change one line, or say until when it holds."""

    knop = "Regel wijzigen"
    dag = Keuzeveld(Weekdag, lijst=True, label="Op welke dag?", vul_in="de dag")
    field_order = ("soort", "dag", "begin", "einde", "waar", "online", "van")


class Intrekken(Werkformulier):
    """Take back a line that should not have been there."""

    knop = "Regel intrekken"
    inleiding = (
        "Alleen voor een regel die er niet had moeten staan. Is iets gestopt, wijzig de "
        "regel dan en vul in tot en met welke dag hij gold."
    )

    reden = Tekstveld(
        label="Waarom hoort deze regel er niet in?",
        vul_in="de reden in een paar woorden",
    )

    def getoond(self) -> list[dict[str, Any]]:
        """Show which line."""
        return [{"label": "Regel", "waarde": str(self.rij)}] if self.rij else []


class Terugzetten(Werkformulier):
    """Undo the taking back of a line."""

    knop = "Zet de regel terug"

    def getoond(self) -> list[dict[str, Any]]:
        """Show which line."""
        return [{"label": "Regel", "waarde": str(self.rij)}] if self.rij else []
