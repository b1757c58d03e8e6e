"""Forms of a talk of the brede intake."""

from typing import Any

from inburgering.forms.velden import Datumveld, Keuzeveld, Tekstveld, Tolkveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.brede_intake import Intakevorm


class Vastleggen(Werkformulier):
    """Record a talk."""

    knop = "Intakegesprek opslaan"
    inleiding = (
        "Kort: wat is besproken, en wat komt de volgende keer? De antwoorden zelf staan "
        "bij de beginsituatie."
    )
    gebeurd = ("gevoerd_op",)
    gevoerd_op = Datumveld(label="Wanneer?", vul_in="de dag van het gesprek")
    vorm = Keuzeveld(Intakevorm, label="Hoe?", vul_in="hoe het gesprek was")
    tolktaal = Tolkveld()
    met_wie = Tekstveld(
        label="Wie was er nog meer bij?", required=False, max_length=120,
        help_text="Bijvoorbeeld: begeleider van Vluchtelingenwerk.",
    )  # fmt: skip
    besproken = Tekstveld(
        groot=True, label="Wat is besproken?", vul_in="wat er is besproken",
        max_length=1000,
        help_text="Schrijf geen diagnose op, en niets over geloof of herkomst.",
    )  # fmt: skip
    vervolg = Tekstveld(
        groot=True, label="Wat komt de volgende keer?", required=False, max_length=1000
    )

    def beginwaarden(self) -> dict[str, Any]:
        """A talk is mostly recorded on its day, with the interpreter that is needed."""
        assert self.dossier is not None
        if self.rij is not None:
            return super().beginwaarden()
        language = self.dossier.traject.inburgeraar.tolktaal
        return {"gevoerd_op": self.vandaag, "tolktaal": language}


class Wijzigen(Vastleggen):
    """Change what was recorded of a talk."""

    knop = "Intakegesprek wijzigen"
    inleiding = ""
