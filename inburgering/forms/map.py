"""Forms of the Module Arbeidsmarkt en Participatie."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.pvt import verwijtbaarveld
from inburgering.forms.velden import Datumveld, Getalveld
from inburgering.wet.pipinhoud import MAP_THEMAS


class Starten(Handelingsformulier):
    """Begin the MAP."""

    knop = "MAP starten"
    inleiding = f"De MAP heeft {len(MAP_THEMAS)} thema's: {', '.join(MAP_THEMAS)}."
    begonnen_op = Datumveld(label="Begonnen op", vul_in="de eerste dag van de MAP")

    def beginwaarden(self) -> dict[str, Any]:
        """Begun today."""
        return {"begonnen_op": self.vandaag}


class Afronden(Handelingsformulier):
    """Record the final talk."""

    knop = "Eindgesprek vastleggen"
    inleiding = "Met het eindgesprek is de MAP afgerond."
    toont = [("Begonnen op", "begonnen_op")]
    eindgesprek_op = Datumveld(
        label="Eindgesprek op", vul_in="de datum van het eindgesprek"
    )
    praktijkuren = Getalveld(
        label="Praktijkuren op de werkvloer",
        vul_in="het aantal praktijkuren",
        eenheid="uur",
        max_value=2000,
    )
    verwijtbaar = verwijtbaarveld()

    def beginwaarden(self) -> dict[str, Any]:
        """The talk was today; the hours are typed, never guessed."""
        return {"eindgesprek_op": self.vandaag}
