"""Form of a course on the municipality's own list."""

from typing import Any

from django import forms

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Getalveld, Keuzeveld, Rijveld, Tekstveld
from inburgering.models.aanbod import Aanbieder
from inburgering.wet.begrippen import Leerroute


class Vastleggen(Handelingsformulier):
    """Add or change a course; ``rij`` is the course that changes."""

    knop = "Cursus opslaan"
    naam = Tekstveld(max_length=120, vul_in="de naam van de cursus")
    leerroute = Keuzeveld(Leerroute, vul_in="de leerroute")
    uren_per_week = Getalveld(
        label="Lesuren per week",
        vul_in="het aantal lesuren per week",
        eenheid="uur per week",
        max_value=60,
    )
    locatie = Tekstveld(required=False, max_length=120)
    dagdelen = Tekstveld(
        label="Wanneer zijn de lessen?",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld maandag- en woensdagavond.",
    )
    online = forms.BooleanField(label="De lessen zijn online", required=False)
    plaatsen = Getalveld(
        label="Aantal plaatsen", eenheid="plaatsen", required=False, max_value=1000
    )
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
        return super().beginwaarden() or {"actief": True}
