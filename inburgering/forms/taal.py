"""Forms of a language of a person."""

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
