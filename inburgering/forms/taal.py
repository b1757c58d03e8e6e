"""Forms of a language of a person."""

from typing import Any

from inburgering.forms.velden import Keuzeveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.taalkennis import Leest, Spreekt


class Vastleggen(Werkformulier):
    """Add a language."""

    knop = "Taal toevoegen"
    inleiding = (
        "Zo weet een collega in welke taal een gesprek lukt en wat iemand kan lezen. Het "
        "niveau van het Nederlands staat bij de leerbaarheidstoets en de examens."
    )
    taal = Tekstveld(
        label="Welke taal?", vul_in="de taal", max_length=40,
        help_text="Bijvoorbeeld Tigrinya of Arabisch.",
    )  # fmt: skip
    spreken = Keuzeveld(
        Spreekt, label="Hoe goed spreekt iemand deze taal?",
        vul_in="hoe goed iemand deze taal spreekt",
    )  # fmt: skip
    lezen = Keuzeveld(Leest, label="Lezen", required=False)
    schrijven = Keuzeveld(Leest, label="Schrijven", required=False)


class Wijzigen(Vastleggen):
    """Mend a language."""

    knop = "Taal wijzigen"
    inleiding = ""


class OpEenTaal(Werkformulier):
    """Shows which language an act is about."""

    def getoond(self) -> list[dict[str, Any]]:
        """Show which language."""
        return [{"label": "Taal", "waarde": str(self.rij)}] if self.rij else []


class Intrekken(OpEenTaal):
    """Take back a language that should not be there."""

    knop = "Taal intrekken"
    inleiding = (
        "Voor een taal die er niet bij hoort of die er twee keer staat. Leerde iemand een "
        "taal beter, wijzig haar dan."
    )
    reden = Tekstveld(
        label="Waarom hoort deze taal er niet bij?",
        vul_in="de reden in een paar woorden",
    )


class Terugzetten(OpEenTaal):
    """Undo the taking back of a language."""

    knop = "Zet de taal terug"
