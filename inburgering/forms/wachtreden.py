"""Forms of what a step waits for."""

from typing import Any

from inburgering.forms.velden import Datumveld, Keuzeveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.dossier import Dossier
from inburgering.models.feiten import Rij
from inburgering.models.wachtreden import Reden, Wachtreden, sleutel_van
from inburgering.werkvoorraad import GEEN_WERK
from inburgering.wet.begrippen import Termijnsoort
from inburgering.wet.kalender import voluit


NIET_UITSTELLEN = "Een wachtreden schuift geen termijn van de wet op."


def _label(row: Rij) -> str:
    kind = Termijnsoort(row["soort"])
    words = row["reden"] if kind is Termijnsoort.TAAK else kind.label
    return f"{words}, uiterlijk {voluit(row['uiterlijk'])}"


def stappen(dossier: Dossier | None) -> list[tuple[str, str]]:
    """Give the open steps of a case, the first due first; a right of the person is none."""
    rows = [
        row
        for row in (dossier.termijnen if dossier else ())
        if row["voldaan_op"] is None
        and not row["vervallen"]
        and Termijnsoort(row["soort"]) not in GEEN_WERK
    ]
    rows.sort(key=lambda row: (row["uiterlijk"], row["soort"], row["volgnummer"]))
    return [(sleutel_van(row["soort"], row["volgnummer"]), _label(row)) for row in rows]


class Vastleggen(Werkformulier):
    """Say what a step waits for; each reason is a button of its own."""

    knop = "Waarop wacht deze stap?"
    inleiding = (
        f"{NIET_UITSTELLEN} Wachtte de stap al op iets anders, dan eindigt dat op de dag "
        "die u hier invult."
    )
    gebeurd = ("sinds",)
    vooraf = ("stap",)
    sinds = Datumveld(label="Wacht sinds", vul_in="sinds wanneer de stap wacht")

    def inrichten(self) -> None:
        """Offer the open steps of this case, and the reasons of today."""
        self.fields["stap"] = Keuzeveld(
            stappen(self.dossier), lijst=True, label="Welke stap?", vul_in="een stap"
        )
        self.fields["reden"] = Keuzeveld(
            Reden.te_kiezen(self.vandaag),
            label=self.knop,
            vul_in="waarop de stap wacht",
        )
        self.order_fields(("stap", "sinds", "reden"))

    def beginwaarden(self) -> dict[str, Any]:
        """Most waiting is told on the day it begins."""
        return {"sinds": self.vandaag}

    def getoond(self) -> list[dict[str, Any]]:
        """Give what this case waits for already."""
        assert self.dossier is not None
        rows = Wachtreden.objects.filter(traject=self.dossier.traject, tot=None)
        return [
            {
                "label": row.get_soort_display(),
                "waarde": f"wacht op {row.wacht_op} sinds {voluit(row.sinds)}",
            }
            for row in rows.order_by("-sinds", "-id")
        ]


class Beeindigen(Werkformulier):
    """End the waiting."""

    knop = "Beëindig het wachten"
    toont = [("Stap", "stap"), ("Wacht op", "wacht_op"), ("Sinds", "sinds")]
    gebeurd = ("tot",)
    tot = Datumveld(label="Wachtte tot", vul_in="tot wanneer de stap wachtte")

    def beginwaarden(self) -> dict[str, Any]:
        """Most waiting is ended on the day one hears of it."""
        return {"tot": self.vandaag}

    def clean(self) -> dict[str, Any]:
        """The end is not before the beginning, which stands in the row."""
        values = super().clean()
        tot, sinds = values.get("tot"), getattr(self.rij, "sinds", None)
        if tot and sinds and tot < sinds:
            self.add_error("tot", f"Het einde ligt voor het begin ({sinds:%d-%m-%Y}).")
        return values


class Hervatten(Werkformulier):
    """Undo the end of waiting."""

    knop = "Laat de stap weer wachten"
    toont = [("Stap", "stap"), ("Wacht op", "wacht_op"), ("Sinds", "sinds")]
