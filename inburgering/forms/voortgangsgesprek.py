"""Form of a progress talk."""

from datetime import date
from typing import Any

from inburgering.forms.afspraak import in_het_kort
from inburgering.forms.doel import open_doelen
from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Keuzeveld, Tekstveld, Tolkveld
from inburgering.models.afspraak import Afspraak
from inburgering.models.gesprek import (
    ZELF,
    Hulpbehoefte,
    Zelfredzaamheid,
    verloop,
    wat_gezegd,
)
from inburgering.wet.begrippen import Afspraakresultaat, Gespreksvorm
from inburgering.wet.kalender import voluit


AFSPRAAK = "afspraak_"


def _vorige_keer(laatste: list[tuple[date, str, date]]) -> str:
    """Say what was answered the last time, and since when that is so."""
    if not laatste:
        return ""
    since, answer, _ = laatste[0]
    return (
        f"Vorige keer: {Zelfredzaamheid(answer).label.lower()}, sinds {voluit(since)}"
    )


class Voeren(Handelingsformulier):
    """Record a talk about how the PIP goes."""

    knop = "Gesprek vastleggen"
    gevoerd_op = Datumveld(label="Gesprek op", vul_in="de datum van het gesprek")
    vorm = Keuzeveld(
        Gespreksvorm, label="Hoe was het gesprek?", vul_in="hoe het gesprek was"
    )
    tolktaal = Tolkveld()
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

    hulpbehoefte = Keuzeveld(
        Hulpbehoefte, label="Is er andere hulp nodig dan nu?", required=False,
        leeg="Niet besproken",
    )  # fmt: skip

    def inrichten(self) -> None:
        """Ask who does what, with what was said before beside it."""
        known = self.dossier is not None and self.dossier.traject.pk
        said = wat_gezegd(self.dossier.traject) if known else []
        for name, part in ZELF.items():
            before = verloop(said, name)
            self.fields[name] = Keuzeveld(
                Zelfredzaamheid, lijst=True, required=False, label=part.label,
                leeg="Niet besproken", help_text=_vorige_keer(before[-1:]),
            )  # fmt: skip
            self.fields[name].voorwaardelijk = True
        self.open_afspraken = self._agreements() if known else []
        for row in self.open_afspraken:
            self.fields[AFSPRAAK + str(row.pk)] = self._result(row)
        self.groepen = [
            ("Gesprek", ["gevoerd_op", "vorm", "tolktaal"]),
            (
                "Afspraken uit het PIP",
                [AFSPRAAK + str(row.pk) for row in self.open_afspraken],
            ),
            ("Besproken", ["verslag", "afspraken"]),
            ("Wat doet de inburgeraar zelf?", list(ZELF)),
            ("Verder", ["hulpbehoefte", "volgend_gesprek_op"]),
        ]

    def _agreements(self) -> list[Afspraak]:
        """Give the open agreements: the agenda of the talk."""
        rows = Afspraak.objects.filter(traject=self.dossier.traject, afgerond_op=None)
        return list(rows.order_by("uiterlijk", "id"))

    def _result(self, row: Afspraak) -> Keuzeveld:
        field = Keuzeveld(
            Afspraakresultaat, lijst=True, required=False, leeg="Blijft open",
            label=in_het_kort(row),
            help_text=f"{row.get_eigenaar_display()}, {row.get_grondslag_display()}",
        )  # fmt: skip
        field.voorwaardelijk = True
        return field

    def clean(self) -> dict[str, Any]:
        """No result on a day before the agreement."""
        data = super().clean()
        day = data.get("gevoerd_op")
        for row in self.open_afspraken:
            name = AFSPRAAK + str(row.pk)
            if day and data.get(name) and day < row.gemaakt_op:
                self.add_error(
                    name, f"Dit is pas afgesproken op {voluit(row.gemaakt_op)}."
                )
        return data

    def gegevens(self) -> dict[str, Any]:
        """Give the results by the id of the agreement."""
        values = super().gegevens()
        results = {
            int(name.removeprefix(AFSPRAAK)): values.pop(name)
            for name in [name for name in values if name.startswith(AFSPRAAK)]
        }
        return values | {
            "resultaten": {key: word for key, word in results.items() if word}
        }

    def veld_voor(self, gegeven: str) -> str | None:
        """A refusal of a result stands at the day of the talk."""
        return "gevoerd_op" if gegeven == "afgerond_op" else super().veld_voor(gegeven)

    def getoond(self) -> list[dict[str, Any]]:
        """Give the open goals; the open agreements have a field of their own."""
        return [
            {"label": f"Doel: {goal.get_domein_display().lower()}", "waarde": str(goal)}
            for goal in open_doelen(self.dossier)
        ]

    def beginwaarden(self) -> dict[str, Any]:
        """Held today, with the interpreter that is needed."""
        person = self.dossier and self.dossier.traject.inburgeraar
        return {
            "gevoerd_op": self.vandaag,
            "tolktaal": person.tolktaal if person else "",
        }
