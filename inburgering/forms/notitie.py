"""Forms of a note."""

from typing import Any

from inburgering.forms.velden import JaNeeveld, Keuzeveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.notitie import Notitiesoort


class Toevoegen(Werkformulier):
    """Add a note."""

    knop = "Notitie toevoegen"
    inleiding = (
        "De inburgeraar kan vragen om notities te lezen. Schrijf alleen op wat nodig is, "
        "en geen diagnose."
    )
    onderwerp = Tekstveld(max_length=120, vul_in="het onderwerp")
    tekst = Tekstveld(groot=True, label="Notitie", vul_in="de notitie")
    deelbaar = JaNeeveld(
        label="Delen met de inburgeraar?", vul_in="of u de notitie deelt", initial="nee",
        help_text="Ja: u schreef de notitie zo dat de inburgeraar haar krijgt. Nee: voor collega's.",
    )  # fmt: skip
    field_order = ("soort", "onderwerp", "tekst", "deelbaar")

    def inrichten(self) -> None:
        """Offer the kinds of today with their hints, and the one that this note has."""
        chosen = getattr(self.rij, "soort", "")
        pairs = Notitiesoort.te_kiezen(self.vandaag, chosen)
        self.fields["soort"] = Keuzeveld(
            Notitiesoort.met_uitleg(pairs), label="Waarover gaat het?",
            vul_in="waarover het gaat", initial=Notitiesoort.ALGEMEEN.value,
        )  # fmt: skip
        self.order_fields(self.field_order)


class Wijzigen(Toevoegen):
    """Change a note."""

    knop = "Notitie wijzigen"
    inleiding = "Wat er eerst stond, blijft bewaard met wie het schreef en wanneer."


class Vastzetten(Werkformulier):
    """Pin a note on top."""

    knop = "Zet bovenaan"
    inleiding = (
        "De notitie komt bovenaan het overzicht te staan, voor wie notities mag lezen. "
        "Stond daar een andere, dan gaat die terug naar de gewone notities."
    )
    toont = [("Onderwerp", "onderwerp"), ("Notitie", "tekst")]

    def beginwaarden(self) -> dict[str, Any]:
        """Nothing is typed."""
        return {}


class Losmaken(Vastzetten):
    """Take a note off the top."""

    knop = "Haal van bovenaan weg"
    inleiding = "De notitie blijft in het dossier staan, onder Gesprekken."
