"""Forms of an appeal."""

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Keuzeveld
from inburgering.wet.begrippen import Bezwaaruitkomst


class Vastleggen(Handelingsformulier):
    """Record an appeal."""

    knop = "Beroep vastleggen"
    toont = [("Bezwaar tegen", "tegen"), ("Uitkomst van het bezwaar", "uitkomst")]
    beroep_op = Datumveld(label="Beroep ingesteld op", vul_in="de datum van het beroep")


class Afronden(Handelingsformulier):
    """Record the judgment."""

    knop = "Uitspraak vastleggen"
    toont = [("Beroep ingesteld op", "beroep_op")]
    uitspraak_op = Datumveld(label="Uitspraak van", vul_in="de datum van de uitspraak")
    uitspraak = Keuzeveld(Bezwaaruitkomst, label="Uitspraak", vul_in="de uitspraak")
