"""Form of a course on the municipality's own list."""

from typing import Any

from django import forms

from inburgering.forms.velden import (
    Dagdelenveld,
    Datumveld,
    Getalveld,
    Keuzeveld,
    Rijveld,
    Tekstveld,
)
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.aanbod import Aanbieder
from inburgering.wet.begrippen import Leerroute
from inburgering.wet.lestijden import Lesniveau, Lesvorm


class Vastleggen(Werkformulier):
    """Add or change a course; ``rij`` is the course that changes."""

    knop = "Cursus opslaan"
    begin_en_einde = (("begint_op", "eindigt_op"),)
    groepen = [
        ("Welke klas?", ["aanbieder", "naam", "leerroute", "niveau", "plaatsen"]),
        ("Wanneer?", ["dagdelen", "uren_per_week", "begint_op", "eindigt_op"]),
        ("Waar?", ["lesvorm", "locatie", "actief"]),
    ]
    naam = Tekstveld(max_length=120, vul_in="de naam van de cursus")
    leerroute = Keuzeveld(Leerroute, vul_in="de leerroute")
    niveau = Keuzeveld(
        Lesniveau, lijst=True, required=False, label="Niveau", leeg="Nog niet bekend",
        help_text="Het niveau waar de klas naartoe werkt.",
    )  # fmt: skip
    uren_per_week = Getalveld(
        label="Lesuren per week",
        vul_in="het aantal lesuren per week",
        eenheid="uur per week",
        max_value=60,
    )
    locatie = Tekstveld(required=False, max_length=120)
    dagdelen = Dagdelenveld(label="Op welke dagdelen zijn de lessen?")
    lesvorm = Keuzeveld(
        Lesvorm, label="Hoe zijn de lessen?", vul_in="hoe de lessen zijn"
    )
    plaatsen = Getalveld(
        label="Hoe groot is de groep?", eenheid="plaatsen", required=False,
        max_value=1000, help_text="Leeg als dat niet bekend is.",
    )  # fmt: skip
    begint_op = Datumveld(label="Eerste les", required=False)
    eindigt_op = Datumveld(label="Laatste les", required=False)
    actief = forms.BooleanField(
        label="Deze cursus kan nu worden gekozen", required=False
    )

    def inrichten(self) -> None:
        """Offer the providers of this municipality."""
        self.fields["aanbieder"] = Rijveld(
            queryset=Aanbieder.objects.all(), vul_in="de aanbieder"
        )
        self.order_fields(["aanbieder"])

    def beginwaarden(self) -> dict[str, Any]:
        """A new course can be chosen at once."""
        return super().beginwaarden() or {"actief": True, "lesvorm": Lesvorm.OP_LOCATIE}
