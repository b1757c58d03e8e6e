"""The forms of the application manager."""

import re
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from inburgering.authorization.roles import Rol
from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Keuzeveld, Rijveld, Tekstveld
from inburgering.models.gebruiker import Team


NUMMER = re.compile(r"\d{4}-\d{5}")
DAG = timedelta(days=1)


class Beheren(Handelingsformulier):
    """Give somebody a role."""

    knop = "Rol geven"
    inleiding = (
        "Iemand mag meer rollen hebben. Wie een nieuwe rol krijgt, wordt uitgelogd en "
        "logt opnieuw in."
    )
    groepen = [
        ("Wie", ["email", "naam"]),
        ("Welke rol", ["rol", "team", "mandaat", "talen", "steekproef"]),
        ("Hoe lang", ["begin", "laatste_dag"]),
    ]

    email = forms.EmailField(
        label="E-mailadres",
        help_text="Het adres waarmee deze collega inlogt.",
        error_messages={
            "required": "Vul het e-mailadres in.",
            "invalid": "Dit is geen e-mailadres. Bijvoorbeeld naam@voorbeeld.nl",
        },
    )
    naam = Tekstveld(
        required=False, max_length=80, help_text="Alleen nodig als de collega nieuw is."
    )
    naam.voorwaardelijk = True
    rol = Keuzeveld(Rol, lijst=True, vul_in="de rol")
    mandaat = forms.BooleanField(label="Mag besluiten nemen (mandaat)", required=False)
    talen = Tekstveld(
        required=False, label="Spreekt ook", max_length=200,
        help_text="Talen naast Nederlands, met komma's. Bijvoorbeeld Arabisch, Engels.",
    )  # fmt: skip
    steekproef = Tekstveld(
        groot=True, required=False, label="Dossiernummers van de steekproef",
        help_text="Alleen bij een auditor. Bijvoorbeeld 2026-00012, 2026-00031.",
    )  # fmt: skip
    steekproef.voorwaardelijk = True
    begin = Datumveld(label="Eerste dag", vul_in="de eerste dag")
    laatste_dag = Datumveld(
        label="Laatste dag", required=False,
        help_text="Laat leeg als er geen einde is. Bij een auditor verplicht.",
    )  # fmt: skip

    def inrichten(self) -> None:
        """Offer the teams of this municipality."""
        self.fields["team"] = Rijveld(
            queryset=Team.objects.all(), required=False, empty_label="Hele gemeente"
        )

    def beginwaarden(self) -> dict[str, Any]:
        """From today."""
        return {"begin": self.vandaag}

    def clean_steekproef(self) -> list[str]:
        """Read the case numbers."""
        text = self.cleaned_data["steekproef"]
        numbers = NUMMER.findall(text)
        if NUMMER.sub("", text).strip(" ,;\r\n\t"):
            raise ValidationError("Schrijf dossiernummers als 2026-00012.")
        return numbers

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first; only an auditor has a sample."""
        data = super().clean()
        begin, last = data.get("begin"), data.get("laatste_dag")
        if begin and last and last < begin:
            self.add_error("laatste_dag", "De laatste dag ligt voor de eerste.")
        if data.get("rol") == Rol.AUDITOR:
            self.eis("laatste_dag", "Een auditor krijgt altijd een einddatum.")
            if "steekproef" not in self.errors and not data.get("steekproef"):
                self.add_error("steekproef", "Vul in welke dossiers de auditor leest.")
        elif "steekproef" not in self.errors:
            data["steekproef"] = []
        return data

    def gegevens(self) -> dict[str, Any]:
        """Give the end as the first day without the role."""
        values = super().gegevens()
        last = values.pop("laatste_dag")
        return values | {"einde": last + DAG if last else None}


class Beeindigen(Handelingsformulier):
    """End a role."""

    knop = "Rol beëindigen"
    laatste_dag = Datumveld(label="Laatste dag", vul_in="de laatste dag")

    def beginwaarden(self) -> dict[str, Any]:
        """Today is the last day."""
        return {"laatste_dag": self.vandaag}

    def gegevens(self) -> dict[str, Any]:
        """Give the end as the first day without the role."""
        values = super().gegevens()
        return {"einde": values["laatste_dag"] + DAG, "id": values["id"]}


class TeamToevoegen(Handelingsformulier):
    """Add a team."""

    knop = "Team toevoegen"
    naam = Tekstveld(label="Naam van het team", max_length=80, vul_in="de naam")
