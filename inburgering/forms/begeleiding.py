"""Forms around maatschappelijke begeleiding."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Keuzeveld, Tekstveld
from inburgering.models.begeleiding import Begeleiding
from inburgering.wet.begrippen import RedenEindeBegeleiding


class Starten(Handelingsformulier):
    """Begin guidance."""

    knop = "Begeleiding starten"
    organisatie = Tekstveld(
        in_brief=True,
        label="Welke organisatie begeleidt?",
        vul_in="de organisatie",
        max_length=120,
        help_text="Bijvoorbeeld een stichting voor vluchtelingen, of de gemeente zelf.",
    )
    contactpersoon = Tekstveld(
        label="Wie is de begeleider?", required=False, max_length=120
    )
    begonnen_op = Datumveld(label="Begonnen op", vul_in="de eerste dag")

    def beginwaarden(self) -> dict[str, Any]:
        """Begun today."""
        return {"begonnen_op": self.vandaag}


class Beeindigen(Handelingsformulier):
    """Record the end, and the hand-over."""

    knop = "Einde vastleggen"
    toont = [("Begonnen op", "begonnen_op")]
    beeindigd_op = Datumveld(label="Laatste dag", vul_in="de laatste dag")
    reden_einde = Keuzeveld(
        RedenEindeBegeleiding, label="Waarom stopt het?", vul_in="waarom het stopt"
    )
    overdracht = Tekstveld(
        groot=True,
        required=False,
        label="Aan wie draagt u over, en wat moet die weten?",
        help_text="Moet bij overdragen. Schrijf geen diagnose op.",
    )

    def getoond(self) -> list[dict[str, Any]]:
        """Name who guided."""
        if self.rij is None:
            return []
        guide = Begeleiding.objects.get(pk=self.rij.id)
        return [
            {"label": "Organisatie", "waarde": guide.organisatie},
            {"label": "Begeleider", "waarde": guide.contactpersoon},
            *super().getoond(),
        ]

    def beginwaarden(self) -> dict[str, Any]:
        """Ended today."""
        return {"beeindigd_op": self.vandaag}
