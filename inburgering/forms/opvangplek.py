"""The form of a reception place."""

from typing import Any

from inburgering.forms.velden import Getalveld, JaNeeveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier


class Vastleggen(Werkformulier):
    """Keep a reception place and how far it is."""

    knop = "Opslaan"
    naam = Tekstveld(
        label="Naam", max_length=120, vul_in="de naam",
        help_text="Schrijf haar zoals zij in de dossiers staat. Bijvoorbeeld: Azc Delft.",
    )  # fmt: skip
    reistijd = Getalveld(
        label="Reistijd naar ons kantoor", eenheid="minuten", required=False,
        max_value=600, help_text="Met het openbaar vervoer, van deur tot deur.",
    )  # fmt: skip
    afstand = Getalveld(label="Afstand", eenheid="km", required=False, max_value=500)
    actief = JaNeeveld(label="Nog in gebruik?", vul_in="of de plek nog in gebruik is")

    def beginwaarden(self) -> dict[str, Any]:
        """A new place is in use."""
        return super().beginwaarden() or {"actief": True}

    def clean(self) -> dict[str, Any]:
        """One of the two says how far it is."""
        values = super().clean()
        if values.get("reistijd") is None and values.get("afstand") is None:
            for name in ("reistijd", "afstand"):
                if name not in self.errors:
                    self.add_error(name, "Vul de reistijd of de afstand in.")
                    break
        return values
