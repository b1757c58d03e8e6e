"""Forms of a contact moment."""

from typing import Any

from inburgering.forms.velden import Datumveld, Keuzeveld, Tekstveld, Tolkveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.contact import (
    MET_RICHTING,
    MET_VERSCHIJNEN,
    NIET_VERSCHENEN,
    Contactonderwerp,
    Contactuitkomst,
    Gesprokene,
    Kanaal,
    Richting,
)


class Vastleggen(Werkformulier):
    """Record a contact moment."""

    knop = "Contact vastleggen"
    gebeurd = ("gesproken_op",)
    inleiding = (
        "Ook een poging telt: leg vast dat u niemand bereikte of dat iemand niet kwam. "
        "Een voortgangsgesprek legt u vast als voortgangsgesprek."
    )
    gesproken_op = Datumveld(label="Dag", vul_in="de dag van het contact")
    kanaal = Keuzeveld(Kanaal, label="Hoe?", vul_in="hoe het contact was", lijst=True)
    richting = Keuzeveld(
        Richting, label="Wie begon?", required=False, leeg="Niet van toepassing",
        help_text="Alleen bij telefoon, e-mail, brief en tekstbericht.",
    )  # fmt: skip
    met_wie = Keuzeveld(Gesprokene, label="Met wie?", vul_in="met wie", lijst=True)
    uitkomst = Keuzeveld(
        Contactuitkomst, label="Wat kwam ervan?", vul_in="wat ervan kwam"
    )
    tolktaal = Tolkveld()
    tekst = Tekstveld(
        groot=True, required=False, max_length=2000, label="Kort verslag",
        help_text="De inburgeraar mag dit lezen. Schrijf geen diagnose op.",
    )  # fmt: skip
    field_order = (
        "gesproken_op", "kanaal", "richting", "onderwerp", "met_wie", "uitkomst",
        "tolktaal", "tekst",
    )  # fmt: skip

    def inrichten(self) -> None:
        """Offer the subjects of today, and the one that this row has."""
        chosen = getattr(self.rij, "onderwerp", "")
        self.fields["onderwerp"] = Keuzeveld(
            Contactonderwerp.te_kiezen(self.vandaag, chosen), lijst=True,
            label="Waarover?", vul_in="waarover het ging",
        )  # fmt: skip
        self.order_fields(self.field_order)

    def beginwaarden(self) -> dict[str, Any]:
        """Most contacts are of today, with the person, and somebody was there."""
        known = super().beginwaarden()
        person = self.dossier and self.dossier.traject.inburgeraar
        return known or {
            "gesproken_op": self.vandaag,
            "met_wie": Gesprokene.INBURGERAAR.value,
            "tolktaal": person.tolktaal if person else "",
        }

    def clean(self) -> dict[str, Any]:
        """Hold the answers against each other."""
        values = super().clean()
        kanaal, uitkomst = values.get("kanaal"), values.get("uitkomst")
        if kanaal in MET_RICHTING:
            self.eis("richting", "Kies wie begon.")
        elif kanaal and values.get("richting"):
            self.add_error(
                "richting", "Dit hoort niet bij dit contact. Kies: niet van toepassing."
            )
        if uitkomst in NIET_VERSCHENEN and kanaal and kanaal not in MET_VERSCHIJNEN:
            self.add_error(
                "uitkomst",
                "Bij een brief of een bericht verschijnt niemand. Kies bereikt of niet "
                "bereikt.",
            )
        return values


class Wijzigen(Vastleggen):
    """Mend a contact moment."""

    knop = "Contact wijzigen"
    inleiding = ""
