"""Forms around the agreements of the plan."""

from typing import Any

from inburgering.forms.doel import open_doelen
from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Keuzeveld, Rijveld, Tekstveld
from inburgering.models.afspraak import Afspraak
from inburgering.wet.begrippen import (
    Afspraakonderwerp,
    Afspraakresultaat,
    Eigenaar,
    Grondslag,
)
from inburgering.wet.kalender import voluit


def in_het_kort(afspraak: Afspraak) -> str:
    """Say what was agreed, and until when."""
    until = f" (tot en met {voluit(afspraak.uiterlijk)})" if afspraak.uiterlijk else ""
    return f"{afspraak.omschrijving}{until}"


class Maken(Handelingsformulier):
    """Agree who does what by when."""

    knop = "Afspraak vastleggen"
    inleiding = (
        "Leg elke afspraak apart vast. Dan is later duidelijk wat is nagekomen, en op "
        "welke wet de afspraak rust."
    )
    onderwerp = Keuzeveld(
        Afspraakonderwerp,
        lijst=True,
        label="Waar gaat de afspraak over?",
        vul_in="waar de afspraak over gaat",
    )
    omschrijving = Tekstveld(
        in_brief=True,
        groot=True,
        label="Wat is afgesproken?",
        vul_in="wat is afgesproken",
        max_length=1000,
        help_text="Schrijf het zo op dat de inburgeraar het begrijpt. Het staat in de brief.",
    )
    eigenaar = Keuzeveld(
        Eigenaar, label="Wie komt de afspraak na?", vul_in="wie de afspraak nakomt"
    )
    grondslag = Keuzeveld(
        Grondslag,
        label="Op welke wet rust de afspraak?",
        vul_in="op welke wet de afspraak rust",
        help_text=(
            "Dit bepaalt wat er kan volgen als de afspraak niet wordt nagekomen: nooit "
            "een boete en een maatregel samen."
        ),
    )
    gemaakt_op = Datumveld(label="Afgesproken op", vul_in="de dag van de afspraak")
    uiterlijk = Datumveld(
        label="Klaar tot en met",
        required=False,
        help_text="Laat leeg als er geen einddatum is. Bijvoorbeeld 29-11-2026",
    )

    def inrichten(self) -> None:
        """Offer the open goals of this case."""
        self.fields["doel"] = Rijveld(
            queryset=open_doelen(self.dossier),
            required=False,
            label="Bij welk doel hoort de afspraak?",
            empty_label="Bij geen doel",
        )

    def beginwaarden(self) -> dict[str, Any]:
        """Agreed today."""
        return {"gemaakt_op": self.vandaag}


class Afronden(Handelingsformulier):
    """Record what came of an agreement."""

    knop = "Afspraak afronden"
    toont = [
        ("Onderwerp", "onderwerp"),
        ("Wie", "eigenaar"),
        ("Rust op", "grondslag"),
        ("Afgesproken op", "gemaakt_op"),
    ]
    resultaat = Keuzeveld(
        Afspraakresultaat,
        label="Wat is ervan terechtgekomen?",
        vul_in="wat ervan terecht is gekomen",
    )
    afgerond_op = Datumveld(label="Besproken of klaar op", vul_in="de datum")
    toelichting = Tekstveld(
        groot=True,
        required=False,
        label="Toelichting",
        help_text="De inburgeraar mag dit lezen. Schrijf geen diagnose op.",
    )

    def getoond(self) -> list[dict[str, Any]]:
        """Show what was agreed, in its own words."""
        if self.rij is None:
            return []
        agreed = Afspraak.objects.get(pk=self.rij.id)
        return [
            {"label": "Afspraak", "waarde": in_het_kort(agreed)},
            *super().getoond(),
        ]

    def beginwaarden(self) -> dict[str, Any]:
        """Discussed today."""
        return {"afgerond_op": self.vandaag}
