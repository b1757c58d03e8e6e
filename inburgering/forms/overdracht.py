"""Forms of a warm handover."""

from datetime import timedelta
from typing import Any

from django import forms

from inburgering.forms.velden import Datumveld, Keuzeveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.overdracht import Overdrachtspunt, Richting


MEESTE, LANGST = 10, 200
TWEE_WEKEN = timedelta(days=14)


class Wijzigen(Werkformulier):
    """What was talked about, with whom."""

    knop = "Overdracht wijzigen"
    gebeurd = ("gesprek_op",)
    richting = Keuzeveld(Richting, label="Wie droeg over?", vul_in="wie overdroeg")
    gesprek_op = Datumveld(label="Gesprek op", vul_in="de dag van het gesprek")
    met_wie = Tekstveld(
        label="Met wie?", max_length=120, vul_in="met wie u sprak",
        help_text="De organisatie en de functie, bijvoorbeeld: COA, casemanager.",
    )  # fmt: skip
    punten = forms.MultipleChoiceField(
        label="Wat is besproken?", required=False, choices=Overdrachtspunt.choices(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    verslag = Tekstveld(
        label="Wat moet een collega weten?", required=False, groot=True,
        help_text="Schrijf op wat iemand nodig heeft. Geen diagnose.",
    )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """What was recorded; mostly one writes on the day of the talk."""
        values = super().beginwaarden() | {}
        if self.rij is None:
            return values | {"gesprek_op": self.vandaag}
        return values | {"punten": self.rij.punten.split(",")}


class Vastleggen(Wijzigen):
    """Record the talk; what is open becomes tasks."""

    knop = "Overdracht vastleggen"
    inleiding = (
        "Een warme overdracht is een gesprek, zodat iemand niet alles opnieuw hoeft te "
        "vertellen. Wat nog open staat, komt als taak in de werkvoorraad."
    )
    gepland = ("uiterlijk",)
    open_punten = Tekstveld(
        label="Wat staat nog open?", required=False, groot=True,
        help_text="Elke regel wordt een taak.",
    )  # fmt: skip
    uiterlijk = Datumveld(label="Taken uiterlijk", required=False)

    def beginwaarden(self) -> dict[str, Any]:
        """Two weeks for what is open."""
        return super().beginwaarden() | {"uiterlijk": self.vandaag + TWEE_WEKEN}

    def clean(self) -> dict[str, Any]:
        """Read the open points line by line, within bounds."""
        values = super().clean()
        lines = [
            line.strip()
            for line in (values.get("open_punten") or "").splitlines()
            if line.strip()
        ]
        if len(lines) > MEESTE:
            self.add_error("open_punten", f"Schrijf hoogstens {MEESTE} regels.")
        if any(len(line) > LANGST for line in lines):
            self.add_error("open_punten", f"Een regel is hoogstens {LANGST} tekens.")
        if lines:
            self.eis("uiterlijk", "Vul in wanneer de taken klaar moeten zijn.")
        self.lines = lines
        return values

    def gegevens(self) -> dict[str, Any]:
        """Give the open points apart."""
        return super().gegevens() | {"open_punten": self.lines}
