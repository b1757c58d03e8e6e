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
from inburgering.models.participatie import WERKNIVEAUS, WERKSECTOREN, Participatie
from inburgering.wet.begrippen import (
    Contractsoort,
    Herkomst,
    Participatievorm,
    RedenEindeParticipatie,
    Samenhang,
    Taalrijk,
)


MEESTE_UREN = 60


class Starten(Handelingsformulier):
    """Record what somebody does beside the lessons."""

    knop = "Duaal traject starten"
    groepen = [
        ("Wat en waar?", ["vorm", "plaats", "begeleider"]),
        ("Het werk zelf", ["sector", "beroepsniveau", "contract", "taalrijk"]),
        ("Wanneer?", ["samenhang", "uren_per_week", "begin", "herkomst"]),
    ]
    vorm = Keuzeveld(
        Participatievorm,
        label="Wat gaat de inburgeraar doen?",
        vul_in="wat de inburgeraar gaat doen",
    )
    plaats = Tekstveld(
        label="Bij welke werkgever of organisatie?",
        vul_in="bij wie het is",
        max_length=120,
    )
    begeleider = Tekstveld(
        label="Wie begeleidt op de werkplek?", required=False, max_length=120,
        help_text="Leeg als dat niet bekend is.",
    )  # fmt: skip
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
    sector = Keuzeveld(
        WERKSECTOREN, lijst=True, label="In welke sector?", vul_in="de sector"
    )
    beroepsniveau = Keuzeveld(
        WERKNIVEAUS, lijst=True, label="Welk niveau heeft het werk?",
        vul_in="het niveau van het werk",
    )  # fmt: skip
    contract = Keuzeveld(
        Contractsoort, lijst=True, label="Wat voor contract?", vul_in="het contract"
    )
    taalrijk = Keuzeveld(
        Taalrijk, label="Wordt daar Nederlands gesproken?",
        vul_in="of er Nederlands wordt gesproken",
    )  # fmt: skip
    begin = Datumveld(label="Begonnen op", vul_in="de eerste dag")
    herkomst = Herkomstveld(
        Herkomst.GEMEENTE, Herkomst.AANBIEDER, Herkomst.INBURGERAAR, Herkomst.COA,
        Herkomst.ANDERE_GEMEENTE,
    )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """Begun today; what nobody asked yet is not known."""
        unknown = ("sector", "beroepsniveau", "contract", "taalrijk")
        return {"begin": self.vandaag} | dict.fromkeys(unknown, "onbekend")


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
