"""Forms of a request to DUO and of the advice about it."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Herkomstveld, Keuzeveld, Tekstveld
from inburgering.wet.begrippen import (
    Aanvraagsoort,
    Advies,
    Herkomst,
    Verlengingsgrond,
)


class Vastleggen(Handelingsformulier):
    """Record a request; of a medical ground nothing more than that word is kept."""

    knop = "Aanvraag vastleggen"
    inleiding = (
        "De inburgeraar vraagt het zelf aan bij DUO, en DUO beslist. Leg hier vast dat het "
        "is aangevraagd."
    )
    groepen = [
        ("De aanvraag", ["soort", "ingediend_op", "herkomst"]),
        ("Bij een verlenging", ["grond"]),
        ("Bij een ontheffing om bijzondere omstandigheden", ["advies_gevraagd_op"]),
    ]

    soort = Keuzeveld(
        Aanvraagsoort, label="Wat is er aangevraagd?", vul_in="wat er is aangevraagd"
    )
    ingediend_op = Datumveld(
        label="Aangevraagd op", vul_in="de datum waarop het bij DUO is aangevraagd"
    )
    grond = Keuzeveld(
        Verlengingsgrond,
        lijst=True,
        required=False,
        label="Waarom is meer tijd nodig?",
        leeg="Nog niet bekend",
        help_text="Schrijf nergens op wat iemand heeft: ziekte is genoeg.",
    )
    grond.voorwaardelijk = True
    advies_gevraagd_op = Datumveld(
        label="DUO vroeg de gemeente om advies op",
        required=False,
        help_text="Leeg als DUO dat nog niet heeft gedaan.",
    )
    advies_gevraagd_op.voorwaardelijk = True
    herkomst = Herkomstveld(Herkomst.DUO, Herkomst.INBURGERAAR)

    def beginwaarden(self) -> dict[str, Any]:
        """Asked today."""
        return {"ingediend_op": self.vandaag}

    def clean(self) -> dict[str, Any]:
        """Keep only what belongs to this kind of request."""
        data = super().clean()
        if data.get("soort") != Aanvraagsoort.VERLENGING:
            data["grond"] = ""
        if data.get("soort") != Aanvraagsoort.ONTHEFFING_BIO:
            data["advies_gevraagd_op"] = None
        return data


class Adviseren(Handelingsformulier):
    """Record the advice."""

    knop = "Advies vastleggen"
    inleiding = (
        "DUO vraagt de gemeente om advies als iemand om bijzondere individuele "
        "omstandigheden ontheffing vraagt. DUO beslist."
    )
    toont = [("Aangevraagd", "soort"), ("Aangevraagd op", "ingediend_op")]

    advies_gevraagd_op = Datumveld(
        label="DUO vroeg om advies op", vul_in="wanneer DUO om advies vroeg"
    )
    advies_op = Datumveld(label="Advies gegeven op", vul_in="de datum van het advies")
    advies = Keuzeveld(
        Advies, label="Wat adviseert de gemeente?", vul_in="wat de gemeente adviseert"
    )
    toelichting = Tekstveld(
        groot=True,
        required=False,
        label="Waarom?",
        help_text="Kort, en zonder medische gegevens.",
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Advised today, on the question that is known."""
        asked = self.rij.advies_gevraagd_op if self.rij else None
        return {"advies_gevraagd_op": asked, "advies_op": self.vandaag}
