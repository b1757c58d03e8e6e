"""Form of the end of the Z-route."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Tekstveld


class Afronden(Handelingsformulier):
    """Record the final talk."""

    knop = "Z-route afronden"
    bevestigen = True
    inleiding = (
        "De Z-route is af als de uren gehaald zijn, het PVT en de MAP af zijn en het "
        "eindgesprek is gevoerd. DUO beslist daarna of aan de plicht is voldaan."
    )
    afgerond_op = Datumveld(
        label="Eindgesprek op", vul_in="de datum van het eindgesprek"
    )
    verslag = Tekstveld(
        groot=True,
        required=False,
        label="Wat is in het eindgesprek besproken?",
        help_text="De inburgeraar mag dit lezen.",
    )

    def beginwaarden(self) -> dict[str, Any]:
        """The talk was today."""
        return {"afgerond_op": self.vandaag}
