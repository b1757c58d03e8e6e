"""Forms of an appeal in the highest court."""

from django import forms

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Keuzeveld
from inburgering.wet.begrippen import Bezwaaruitkomst


class Vastleggen(Handelingsformulier):
    """Record an appeal in the highest court."""

    knop = "Hoger beroep vastleggen"
    inleiding = (
        "Hoger beroep over het PIP gaat naar de Raad van State. De inburgeraar kan het "
        "instellen, en de gemeente ook."
    )
    toont = [("Bezwaar tegen", "tegen"), ("Uitspraak in beroep", "uitspraak")]
    hoger_beroep_op = Datumveld(
        label="Hoger beroep ingesteld op", vul_in="de datum van het hoger beroep"
    )
    hoger_beroep_door_gemeente = forms.BooleanField(
        label="De gemeente stelde het hoger beroep in", required=False
    )


class Afronden(Handelingsformulier):
    """Record the judgment."""

    knop = "Uitspraak vastleggen"
    toont = [("Hoger beroep ingesteld op", "hoger_beroep_op")]
    hoger_uitspraak_op = Datumveld(
        label="Uitspraak van", vul_in="de datum van de uitspraak"
    )
    hoger_uitspraak = Keuzeveld(
        Bezwaaruitkomst, label="Uitspraak", vul_in="de uitspraak"
    )
