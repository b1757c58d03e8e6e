"""Form of the leerbaarheidstoets."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import (
    Datumveld,
    Getalveld,
    Herkomstveld,
    JaNeeveld,
    Keuzeveld,
)
from inburgering.wet.begrippen import Herkomst, LBTUitkomst, LBTUitzondering


NIET_AFGENOMEN = {
    "afgenomen_op": None,
    "uitkomst": "",
    "behaalde_score": None,
    "benodigde_score": None,
}


class Vastleggen(Handelingsformulier):
    """Record the test, or why it was not taken."""

    knop = "Vastleggen"
    groepen = [
        ("Is de toets afgenomen?", ["afgenomen"]),
        ("Als de toets is afgenomen", [
            "afgenomen_op", "uitkomst", "behaalde_score", "benodigde_score",
        ]),
        ("Als de toets niet is afgenomen", ["uitzondering"]),
        ("Bron", ["herkomst"]),
    ]  # fmt: skip

    afgenomen = JaNeeveld(
        label="Is de leerbaarheidstoets afgenomen?",
        vul_in="of de toets is afgenomen",
    )
    afgenomen_op = Datumveld(label="Afgenomen op", required=False)
    afgenomen_op.voorwaardelijk = True
    uitkomst = Keuzeveld(LBTUitkomst, lijst=True, required=False)
    uitkomst.voorwaardelijk = True
    behaalde_score = Getalveld(label="Behaalde score", required=False)
    benodigde_score = Getalveld(
        label="Score die nodig is voor de B1-route", required=False
    )
    uitzondering = Keuzeveld(
        LBTUitzondering,
        lijst=True,
        required=False,
        label="Waarom is de toets niet afgenomen?",
        help_text="Kies alleen de reden; schrijf geen diagnose op.",
    )
    uitzondering.voorwaardelijk = True
    herkomst = Herkomstveld(
        Herkomst.GEMEENTE, Herkomst.DUO, Herkomst.COA, Herkomst.ANDERE_GEMEENTE
    )

    def clean(self) -> dict[str, Any]:
        """Ask what belongs to the answer: the outcome, or the reason."""
        data = super().clean()
        taken = data.pop("afgenomen", None)
        if taken is True:
            data["uitzondering"] = ""
            self.eis("afgenomen_op", "Vul in op welke dag de toets is afgenomen.")
            self.eis("uitkomst", "Kies de uitkomst van de toets.")
        elif taken is False:
            data |= NIET_AFGENOMEN
            self.eis("uitzondering", "Kies waarom de toets niet is afgenomen.")
        return data
