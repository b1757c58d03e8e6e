"""Form of a progress talk."""

from typing import Any

from inburgering.forms.afspraak import in_het_kort
from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Keuzeveld, Tekstveld
from inburgering.models.afspraak import Afspraak
from inburgering.wet.begrippen import Gespreksvorm


class Voeren(Handelingsformulier):
    """Record a talk about how the PIP goes."""

    knop = "Gesprek vastleggen"
    gevoerd_op = Datumveld(label="Gesprek op", vul_in="de datum van het gesprek")
    vorm = Keuzeveld(
        Gespreksvorm, label="Hoe was het gesprek?", vul_in="hoe het gesprek was"
    )
    verslag = Tekstveld(
        groot=True,
        label="Wat is besproken?",
        required=False,
        help_text="De inburgeraar mag dit lezen. Schrijf geen diagnose op.",
    )
    afspraken = Tekstveld(
        groot=True,
        label="Welke afspraken zijn gemaakt?",
        required=False,
        help_text="Leg een afspraak met een einddatum ook apart vast, bij het PIP.",
    )
    volgend_gesprek_op = Datumveld(
        label="Volgend gesprek op",
        required=False,
        vul_in="de datum van het volgende gesprek",
    )

    def getoond(self) -> list[dict[str, Any]]:
        """Give the open agreements: the agenda of the talk."""
        assert self.dossier is not None
        agreed = Afspraak.objects.filter(
            traject=self.dossier.traject, afgerond_op=None
        ).order_by("uiterlijk", "id")
        return [
            {
                "label": f"Open afspraak: {row.get_eigenaar_display().lower()}",
                "waarde": in_het_kort(row),
            }
            for row in agreed
        ]

    def beginwaarden(self) -> dict[str, Any]:
        """Held today."""
        return {"gevoerd_op": self.vandaag}
