"""Form of a change of group."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Herkomstveld, Keuzeveld
from inburgering.wet.begrippen import (
    Asielrechten,
    Doelgroep,
    GedetailleerdeDoelgroep,
    Herkomst,
)


class Wijzigen(Handelingsformulier):
    """Record in which group DUO puts somebody, and from which day on."""

    knop = "Wijziging vastleggen"
    inleiding = (
        "DUO bepaalt de groep. Vervallen asielrechten bij de IND veranderen haar niet "
        "vanzelf: leg hier alleen vast wat DUO liet weten."
    )
    doelgroep = Keuzeveld(Doelgroep, label="Nieuwe groep", vul_in="de nieuwe groep")
    ingang = Datumveld(label="Gaat in op", vul_in="de eerste dag van de nieuwe groep")
    gedetailleerde_doelgroep = Keuzeveld(
        GedetailleerdeDoelgroep,
        lijst=True,
        required=False,
        label="Doelgroep volgens DUO",
    )
    asielrechten = Keuzeveld(
        Asielrechten,
        lijst=True,
        required=False,
        label="Rechten na een ander verblijfsdoel",
    )
    herkomst = Herkomstveld(
        Herkomst.DUO, Herkomst.INBURGERAAR, Herkomst.ANDERE_GEMEENTE
    )

    def beginwaarden(self) -> dict[str, Any]:
        """From today on, unless DUO names another day."""
        return {"ingang": self.vandaag}
