"""Forms of a loan asked of DUO."""

from typing import Any

from inburgering.forms.velden import Datumveld, Herkomstveld, Keuzeveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.zelfgekozen import Leningsuitkomst
from inburgering.wet.begrippen import Herkomst


class Vastleggen(Werkformulier):
    """Record that somebody asked DUO for a loan."""

    knop = "Lening vastleggen"
    inleiding = (
        "Wie zelf betaalt, kan bij DUO lenen. Schrijf niet op hoeveel: dat is hier niet "
        "nodig."
    )
    gebeurd = ("gevraagd_op",)
    gevraagd_op = Datumveld(label="Gevraagd op", vul_in="de dag van de aanvraag")
    uitkomst = Keuzeveld(
        Leningsuitkomst, label="Wat besliste DUO?", vul_in="wat DUO besliste"
    )
    herkomst = Herkomstveld(Herkomst.INBURGERAAR, Herkomst.DUO)

    def beginwaarden(self) -> dict[str, Any]:
        """Of most requests one hears before DUO decided."""
        known = super().beginwaarden()
        return known or {"uitkomst": Leningsuitkomst.ONBEKEND.value}


class Wijzigen(Vastleggen):
    """Change it: mostly what DUO decided."""

    knop = "Lening wijzigen"
    inleiding = ""
