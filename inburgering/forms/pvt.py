"""Forms of the participatieverklaringstraject."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Getalveld, Keuzeveld
from inburgering.wet.begrippen import Verwijtbaar


def verwijtbaarveld() -> Keuzeveld:
    """Ask whether being late is to blame on the person; only when it was late."""
    field = Keuzeveld(
        Verwijtbaar,
        lijst=True,
        required=False,
        label="Als het te laat was: is dat de inburgeraar te verwijten?",
        help_text="Alleen na het einde van de inburgeringstermijn.",
    )
    field.voorwaardelijk = True
    return field


class Starten(Handelingsformulier):
    """Begin the PVT."""

    knop = "PVT starten"
    begonnen_op = Datumveld(label="Begonnen op", vul_in="de eerste dag van het PVT")

    def beginwaarden(self) -> dict[str, Any]:
        """Begun today."""
        return {"begonnen_op": self.vandaag}


class Ondertekenen(Handelingsformulier):
    """Record the signature."""

    knop = "Ondertekening vastleggen"
    inleiding = "Met de ondertekening is het PVT afgerond."
    toont = [("Begonnen op", "begonnen_op")]
    ondertekend_op = Datumveld(
        label="Ondertekend op", vul_in="de datum van de handtekening"
    )
    uren = Getalveld(
        label="Gevolgde uren van het PVT",
        vul_in="het aantal gevolgde uren",
        eenheid="uur",
        max_value=500,
    )
    verwijtbaar = verwijtbaarveld()

    def beginwaarden(self) -> dict[str, Any]:
        """Signed today; the hours are typed, never guessed."""
        return {"ondertekend_op": self.vandaag}
