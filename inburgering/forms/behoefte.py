"""Forms of the need for guidance."""

from typing import Any

from inburgering.forms.velden import Datumveld, Keuzeveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.zelfgekozen import Behoefteuitkomst


class Vastleggen(Werkformulier):
    """Record whether guidance is needed."""

    knop = "Behoefte vastleggen"
    inleiding = "Bekijk dit bij iedereen op dezelfde manier, ook bij wie zelf betaalt."
    gebeurd = ("vastgesteld_op",)
    vastgesteld_op = Datumveld(label="Bekeken op", vul_in="de dag waarop u dit bekeek")
    uitkomst = Keuzeveld(
        Behoefteuitkomst,
        label="Is begeleiding nodig?",
        vul_in="of begeleiding nodig is",
    )
    toelichting = Tekstveld(
        groot=True, required=False, label="Waarbij?",
        help_text="Alleen wat het betekent voor les, werk of thuis. Geen diagnose.",
    )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """Looked at today."""
        return super().beginwaarden() or {"vastgesteld_op": self.vandaag}


class Wijzigen(Vastleggen):
    """Change it."""

    knop = "Behoefte wijzigen"
    inleiding = ""
