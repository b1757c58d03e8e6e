"""Forms of destruction: asking for it, and doing it."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Tekstveld


class Voordragen(Handelingsformulier):
    """Ask the privacy officer to destroy a case."""

    knop = "Voordragen voor vernietiging"
    bevestigen = True
    inleiding = (
        "De privacyfunctionaris vernietigt het dossier na uw voordracht. Dat kan niet "
        "ongedaan worden gemaakt. Doet iemand hierna nog iets in het dossier, dan vervalt "
        "de voordracht."
    )
    reden = Tekstveld(
        groot=True, label="Waarom moet dit dossier weg?", vul_in="waarom het weg moet",
        max_length=500, help_text="Schrijf geen naam en geen BSN op.",
    )  # fmt: skip


class Uitvoeren(Handelingsformulier):
    """Destroy a case: its number is typed, since a click alone is made too soon."""

    knop = "Dossier vernietigen"
    nummer = Tekstveld(
        label="Typ het dossiernummer over", vul_in="het dossiernummer", max_length=12
    )

    def __init__(self, *args: Any, dossiernummer: str, **kw: Any) -> None:
        """Take the number that must be typed."""
        self.dossiernummer = dossiernummer
        super().__init__(*args, **kw)

    def clean(self) -> dict[str, Any]:
        """Demand the number of this very case."""
        data = super().clean()
        if "nummer" in data and data["nummer"].strip() != self.dossiernummer:
            self.add_error(
                "nummer",
                f"Dit is niet het nummer van dit dossier ({self.dossiernummer}).",
            )
        return data
