"""Forms around paying fixed costs from the benefit."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, JaNeeveld, Keuzeveld, Tekstveld
from inburgering.wet.begrippen import Lastwijze, RedenEindeOntzorgen
from inburgering.wet.parameters import parameter_vanaf


def _lastveld(label: str, vul_in: str) -> Keuzeveld:
    return Keuzeveld(Lastwijze, label=label, vul_in=vul_in)


class Starten(Handelingsformulier):
    """Begin to pay fixed costs."""

    knop = "Ontzorgen starten"
    groepen = [
        ("Bijstand", ["bijstand", "begonnen_op"]),
        ("Vaste lasten", ["huur", "energie", "zorgverzekering", "reden_anders"]),
    ]
    bijstand = JaNeeveld(
        label="Krijgt de inburgeraar bijstand?",
        vul_in="of de inburgeraar bijstand krijgt",
    )
    begonnen_op = Datumveld(
        label="Eerste dag van de bijstand",
        vul_in="de eerste dag van de bijstand",
    )
    huur = _lastveld("Huur", "hoe de huur wordt betaald")
    energie = _lastveld("Gas, water en licht", "hoe gas, water en licht worden betaald")
    zorgverzekering = _lastveld(
        "Zorgverzekering", "hoe de zorgverzekering wordt betaald"
    )
    reden_anders = Tekstveld(
        groot=True,
        required=False,
        label="Welk ander hulpmiddel, en waarom is dat genoeg?",
        help_text="Alleen als u bij een vaste last een ander hulpmiddel kiest.",
    )
    reden_anders.voorwaardelijk = True

    def inrichten(self) -> None:
        """Say how long it lasts, by the number in force today."""
        duur = parameter_vanaf("ontzorgen_maanden", self.vandaag).voluit
        self.inleiding = (
            f"De gemeente betaalt in de eerste {duur} van de bijstand de vaste lasten. "
            "Sinds 6 april 2023 mag dat voor wie het zelf kan met een ander hulpmiddel."
        )
        day = self.fields["begonnen_op"]
        day.help_text = f"De {duur} tellen vanaf deze dag. {day.help_text}"

    def clean(self) -> dict[str, Any]:
        """Ask the reason for another means, and only then."""
        data = super().clean()
        costs = [data.get(name) for name in ("huur", "energie", "zorgverzekering")]
        if Lastwijze.ANDERS not in costs:
            data["reden_anders"] = ""
        else:
            self.eis("reden_anders", "Schrijf op welk hulpmiddel het is, en waarom.")
        return data


class Beeindigen(Handelingsformulier):
    """Record the end."""

    knop = "Einde vastleggen"
    inleiding = "Spreek af wie de vaste lasten hierna betaalt."
    toont = [
        ("Begonnen op", "begonnen_op"),
        ("Huur", "huur"),
        ("Gas, water en licht", "energie"),
        ("Zorgverzekering", "zorgverzekering"),
    ]
    beeindigd_op = Datumveld(label="Laatste dag", vul_in="de laatste dag")
    reden_einde = Keuzeveld(
        RedenEindeOntzorgen, label="Waarom stopt het?", vul_in="waarom het stopt"
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Ended today."""
        return {"beeindigd_op": self.vandaag}
