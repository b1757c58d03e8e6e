"""Forms of a task."""

from typing import Any

from inburgering.forms.traject import KLANTMANAGERS, collegas
from inburgering.forms.velden import Datumveld, Rijveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier


class Maken(Werkformulier):
    """Make a task."""

    knop = "Taak maken"
    gepland = ("uiterlijk",)
    vooraf = ("omschrijving", "uiterlijk")
    inleiding = (
        "De taak komt in de werkvoorraad. Zij hoort bij het dossier; de inburgeraar kan "
        "vragen om haar te lezen."
    )
    omschrijving = Tekstveld(
        label="Wat moet er gebeuren?", max_length=200, vul_in="wat er moet gebeuren",
        help_text="Bijvoorbeeld: bel de school over een plek overdag.",
    )  # fmt: skip
    uiterlijk = Datumveld(label="Uiterlijk", vul_in="de uiterste dag")

    def inrichten(self) -> None:
        """Offer the colleagues who may have cases."""
        self.fields["voor"] = Rijveld(
            queryset=collegas(self.vandaag, KLANTMANAGERS), required=False,
            label="Voor wie?", empty_label="De klantmanager van dit dossier",
        )  # fmt: skip


class Wijzigen(Maken):
    """Change a task."""

    knop = "Taak wijzigen"
    inleiding = ""

    def beginwaarden(self) -> dict[str, Any]:
        """What the task says now."""
        values = super().beginwaarden()
        return values | {"voor": self.rij.voor_id} if self.rij else values


class Afronden(Werkformulier):
    """Finish a task."""

    knop = "Taak afronden"
    toont = [("Taak", "omschrijving"), ("Uiterlijk", "uiterlijk")]
    gebeurd = ("klaar_op",)
    klaar_op = Datumveld(label="Klaar op", vul_in="de dag waarop het klaar was")
    uitkomst = Tekstveld(
        groot=True, required=False, label="Wat kwam eruit?", vul_in="wat eruit kwam"
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Most tasks are finished on the day that one says so."""
        return super().beginwaarden() | {"klaar_op": self.vandaag}


class Heropenen(Werkformulier):
    """Open a finished task again."""

    knop = "Zet de taak weer open"
    toont = [
        ("Taak", "omschrijving"),
        ("Klaar op", "klaar_op"),
        ("Uitkomst", "uitkomst"),
    ]
