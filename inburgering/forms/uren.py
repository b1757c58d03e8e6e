"""Form of the hours followed."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import (
    Datumveld,
    Getalveld,
    Herkomstveld,
    Keuzeveld,
    Rijveld,
)
from inburgering.models.aanbod import Aanbieder
from inburgering.wet.begrippen import Herkomst, Urensoort


class Vastleggen(Handelingsformulier):
    """Record hours over a period."""

    knop = "Uren vastleggen"
    inleiding = (
        "Leg de uren vast per periode en per soort, zoals de school of werkplek ze "
        "doorgaf. Beide dagen tellen mee."
    )
    soort = Keuzeveld(
        Urensoort,
        label="Waarvoor?",
        vul_in="waarvoor de uren zijn",
        help_text=(
            "Voor de uren participatie van de Z-route tellen ook maatschappelijke "
            "begeleiding en activiteiten van de Participatiewet mee."
        ),
    )
    van = Datumveld(label="Van", vul_in="de eerste dag van de periode")
    tot_en_met = Datumveld(label="Tot en met", vul_in="de laatste dag van de periode")
    uren = Getalveld(
        label="Gevolgde uren",
        vul_in="het aantal gevolgde uren",
        eenheid="uur",
        max_value=2000,
        help_text="Hele uren; rond naar beneden af.",
    )
    verzuim_geoorloofd = Getalveld(
        label="Gemiste uren, afgemeld", eenheid="uur", required=False, max_value=2000
    )
    verzuim_ongeoorloofd = Getalveld(
        label="Gemiste uren, niet afgemeld",
        eenheid="uur",
        required=False,
        max_value=2000,
    )
    herkomst = Herkomstveld(
        Herkomst.AANBIEDER, Herkomst.GEMEENTE, Herkomst.DUO, Herkomst.INBURGERAAR,
        Herkomst.ANDERE_GEMEENTE,
    )  # fmt: skip

    def inrichten(self) -> None:
        """Offer the providers, those of earlier years too."""
        self.fields["aanbieder"] = Rijveld(
            queryset=Aanbieder.objects.order_by("-actief", "naam"), required=False,
            help_text="Bij lessen: de school. Het keurmerk volgt uit de lijst.",
        )  # fmt: skip
        self.order_fields(["soort", "aanbieder"])

    def clean(self) -> dict[str, Any]:
        """Check the order of the days; nothing filled in means nothing missed."""
        data = super().clean()
        for name in ("verzuim_geoorloofd", "verzuim_ongeoorloofd"):
            if name in data and data[name] is None:
                data[name] = 0
        begin, end = data.get("van"), data.get("tot_en_met")
        if begin and end and end < begin:
            self.add_error(
                "tot_en_met",
                f"Deze dag ligt voor de eerste dag ({begin:%d-%m-%Y}). Kijk beide "
                "datums na.",
            )
        return data
