"""Forms of an objection."""

from typing import Any

from django import forms

from inburgering.forms.brief import Brieven
from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Herkomstveld, Keuzeveld, Tekstveld
from inburgering.handhavingsbrieven import VAN_BEZWAAR
from inburgering.wet.begrippen import Bezwaartegen, Bezwaaruitkomst, Herkomst


class Vastleggen(Handelingsformulier):
    """Record an objection."""

    knop = "Bezwaar vastleggen"
    inleiding = "Leg een bezwaar altijd vast, ook als het te laat is."
    tegen = Keuzeveld(
        Bezwaartegen, label="Bezwaar tegen", vul_in="waartegen het bezwaar is"
    )
    bekend_op = Datumveld(
        label="Het besluit is verstuurd op", vul_in="wanneer het besluit is verstuurd"
    )
    ontvangen_op = Datumveld(
        label="Bezwaar ontvangen op", vul_in="wanneer het bezwaar binnenkwam"
    )
    met_commissie = forms.BooleanField(
        label="Een adviescommissie adviseert over dit bezwaar", required=False
    )
    toelichting = Tekstveld(
        in_brief=True,
        groot=True,
        required=False,
        label="Waarom maakt de inburgeraar bezwaar?",
        help_text="Kort. Schrijf bij gezondheid alleen: ziekte. Nooit een diagnose.",
    )
    herkomst = Herkomstveld(Herkomst.INBURGERAAR, Herkomst.GEMEENTE)

    def beginwaarden(self) -> dict[str, Any]:
        """Received today."""
        return {"ontvangen_op": self.vandaag}


class Horen(Handelingsformulier):
    """Record the hearing."""

    knop = "Vastleggen"
    toont = [("Bezwaar tegen", "tegen"), ("Ontvangen op", "ontvangen_op")]
    gehoord_op = Datumveld(label="Gehoord op", vul_in="de datum van het horen")


class Beslissen(Handelingsformulier):
    """Decide on the objection."""

    knop = "Beslissen"
    bevestigen = True
    inleiding = (
        "Dit is een besluit. Wie het besluit nam waartegen bezwaar is gemaakt, beslist "
        "hier niet."
    )
    toont = [
        ("Bezwaar tegen", "tegen"),
        ("Ontvangen op", "ontvangen_op"),
        ("Gehoord op", "gehoord_op"),
    ]
    uitkomst = Keuzeveld(Bezwaaruitkomst, label="Uitkomst", vul_in="de uitkomst")
    toelichting = Tekstveld(in_brief=True, groot=True, required=False, label="Waarom?")
    besloten_op = Datumveld(label="Beslist op", vul_in="de datum van de beslissing")

    def beginwaarden(self) -> dict[str, Any]:
        """Decided today."""
        return {"besloten_op": self.vandaag}


class Versturen(Handelingsformulier):
    """Record the sending."""

    knop = "Vastleggen"
    bevestigen = True
    toont = [("Uitkomst", "uitkomst"), ("Beslist op", "besloten_op")]
    verstuurd_op = Datumveld(label="Verstuurd op", vul_in="de datum van versturen")

    def beginwaarden(self) -> dict[str, Any]:
        """Sent today."""
        return {"verstuurd_op": self.vandaag}


class Schrijven(Brieven):
    """Make the letter of the decision on an objection."""

    soorten = VAN_BEZWAAR
