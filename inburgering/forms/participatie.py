"""Forms around a duaal traject."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import (
    Datumveld,
    Getalveld,
    Herkomstveld,
    Keuzeveld,
    Tekstveld,
)
from inburgering.models.participatie import Participatie
from inburgering.wet.begrippen import (
    Herkomst,
    Participatievorm,
    RedenEindeParticipatie,
    Samenhang,
)


MEESTE_UREN = 60


class Starten(Handelingsformulier):
    """Record what somebody does beside the lessons."""

    knop = "Duaal traject starten"
    vorm = Keuzeveld(
        Participatievorm,
        label="Wat gaat de inburgeraar doen?",
        vul_in="wat de inburgeraar gaat doen",
    )
    plaats = Tekstveld(
        label="Waar?",
        vul_in="in waar het is",
        max_length=120,
        help_text="Bedrijf, school of organisatie.",
    )
    samenhang = Keuzeveld(
        Samenhang,
        label="Hoe gaan taal en participatie samen?",
        vul_in="hoe taal en participatie samengaan",
    )
    uren_per_week = Getalveld(
        label="Hoeveel uur per week?",
        vul_in="het aantal uren per week",
        eenheid="uur per week",
        min_value=1,
        max_value=MEESTE_UREN,
    )
    begin = Datumveld(label="Begonnen op", vul_in="de eerste dag")
    herkomst = Herkomstveld(
        Herkomst.GEMEENTE, Herkomst.AANBIEDER, Herkomst.INBURGERAAR, Herkomst.COA,
        Herkomst.ANDERE_GEMEENTE,
    )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """Begun today."""
        return {"begin": self.vandaag}


class Beeindigen(Handelingsformulier):
    """Record the last day and why."""

    knop = "Einde vastleggen"
    toont = [("Begonnen op", "begin")]
    einde = Datumveld(label="Laatste dag", vul_in="de laatste dag")
    reden_einde = Keuzeveld(
        RedenEindeParticipatie,
        label="Waarom is het gestopt?",
        vul_in="waarom het is gestopt",
    )

    def getoond(self) -> list[dict[str, Any]]:
        """Name what ends."""
        if self.rij is None:
            return []
        place = Participatie.objects.get(pk=self.rij.id)
        return [
            {"label": "Duaal traject", "waarde": str(place)},
            {"label": "Uren", "waarde": f"{place.uren_per_week} uur per week"},
            *super().getoond(),
        ]

    def beginwaarden(self) -> dict[str, Any]:
        """Ended today."""
        return {"einde": self.vandaag}
