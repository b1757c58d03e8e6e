"""Form of a note."""

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Tekstveld


class Toevoegen(Handelingsformulier):
    """Add a note."""

    knop = "Notitie toevoegen"
    inleiding = (
        "De inburgeraar kan vragen om notities te lezen. Schrijf alleen op wat nodig is, "
        "en geen diagnose."
    )
    onderwerp = Tekstveld(max_length=120, vul_in="het onderwerp")
    tekst = Tekstveld(groot=True, label="Notitie", vul_in="de notitie")
