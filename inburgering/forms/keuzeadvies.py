"""Forms of advice on what somebody arranges alone."""

from typing import Any

from inburgering.forms.velden import Datumveld, Keuzeveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.zelfgekozen import Adviesonderwerp


class Vastleggen(Werkformulier):
    """Record advice that was given."""

    knop = "Advies vastleggen"
    gebeurd = ("gegeven_op",)
    gegeven_op = Datumveld(label="Gegeven op", vul_in="de dag van het advies")
    onderwerp = Keuzeveld(
        Adviesonderwerp, label="Waarover?", vul_in="waarover het advies ging"
    )
    advies = Tekstveld(groot=True, label="Wat was het advies?", vul_in="het advies")

    def beginwaarden(self) -> dict[str, Any]:
        """Given today."""
        return super().beginwaarden() or {"gegeven_op": self.vandaag}


class Wijzigen(Vastleggen):
    """Change it."""

    knop = "Advies wijzigen"
