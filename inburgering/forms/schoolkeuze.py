"""Forms of a school that somebody chose."""

from typing import Any

from inburgering.forms.velden import Datumveld, Keuzeveld, Rijveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.aanbod import Aanbieder
from inburgering.wet.zelfgekozen import MetKeurmerk


class Vastleggen(Werkformulier):
    """Record the school that somebody chose and pays."""

    knop = "Eigen school vastleggen"
    inleiding = (
        "Een gezinsmigrant of overige migrant kiest en betaalt zelf. Of de school een "
        "keurmerk heeft, bepaalt waarvoor de uren meetellen."
    )
    begin_en_einde = (("begonnen_op", "gestopt_op"),)
    school = Tekstveld(
        label="Naam van een andere school", required=False, max_length=120,
        help_text="Alleen als de school niet op onze lijst staat.",
    )  # fmt: skip
    school.voorwaardelijk = True
    keurmerk = Keuzeveld(
        MetKeurmerk, required=False, label="Had die school een keurmerk bij de eerste les?",
        help_text="Van een school op onze lijst is dit bekend.",
        leeg="Staat op onze lijst",
    )  # fmt: skip
    keurmerk.voorwaardelijk = True
    begonnen_op = Datumveld(label="Eerste les", required=False)
    gestopt_op = Datumveld(label="Laatste les", required=False)

    def inrichten(self) -> None:
        """Offer the schools of the list, also those one can no longer choose for others."""
        self.fields["aanbieder"] = Rijveld(
            queryset=Aanbieder.objects.all(), required=False,
            label="School van onze lijst", empty_label="Een andere school",
        )  # fmt: skip
        self.order_fields(["aanbieder"])

    def beginwaarden(self) -> dict[str, Any]:
        """What the row says now."""
        values = super().beginwaarden()
        return values | {"aanbieder": self.rij.aanbieder_id} if self.rij else values

    def clean(self) -> dict[str, Any]:
        """One school, and of another than ours whether it has the mark."""
        data = super().clean()
        if data.get("aanbieder") and data.get("school"):
            self.add_error(
                "school",
                "Kies een school van de lijst of schrijf een naam, niet beide.",
            )
        elif not data.get("aanbieder") and "aanbieder" in data:
            self.eis("school", "Kies een school van de lijst, of schrijf de naam op.")
            self.eis("keurmerk", "Kies of de school een keurmerk heeft.")
        return data


class Wijzigen(Vastleggen):
    """Change it, or say when it stopped."""

    knop = "Eigen school wijzigen"
    inleiding = ""
