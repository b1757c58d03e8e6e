"""The form of a letter: which letter, what the facts do not say, and how it will read."""

from typing import Any, ClassVar

from django import forms

from inburgering.forms.velden import Datumveld, Keuzeveld, Tekstveld, Tijdveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.handhavingsbrieven import (
    BRIEVEN,
    Invoer,
    gegevens,
    let_op,
    ontbreekt,
)
from inburgering.models.document import Briefsoort
from inburgering.wet.kalender import DAG
from inburgering.wet.moment import moment


VRAAG = {
    "dag": "Vul de dag van het gesprek in.",
    "tijd": "Vul de tijd van het gesprek in.",
    "plaats": "Vul de plaats van het gesprek in.",
    "reactie_tot": "Vul in tot wanneer iemand kan reageren.",
}


class Brieven(Werkformulier):
    """Choose a letter, see how it will read, and make it.

    ``soorten``: the letters of this kind of row. A letter that cannot be made yet says
    what is missing; the fields that another letter asks are not shown.
    """

    soorten: ClassVar[tuple[Briefsoort, ...]] = ()
    knop = "Brief maken"
    inleiding = "De brief komt in het dossier en verandert daarna niet meer. U verstuurt hem zelf."
    te_bekijken = True
    zonder_concept = True
    gepland = ("dag", "reactie_tot")
    vooraf = ("soort",)
    soort = Keuzeveld([], label="Welke brief?", vul_in="welke brief")
    dag = Datumveld(label="Dag van het gesprek", required=False)
    tijd = Tijdveld(label="Tijd", required=False, vul_in="de tijd van het gesprek")
    plaats = Tekstveld(in_brief=True,
        label="Plaats", required=False, max_length=120, vul_in="de plaats",
        help_text="Straat en huisnummer, en waar men zich meldt.",
    )  # fmt: skip
    reactie_tot = Datumveld(label="Reageren kan tot en met", required=False)

    def inrichten(self) -> None:
        """Offer the letters of this row, and ask only what the chosen one needs."""
        self.fields["soort"].choices = [(s.value, s.label) for s in self.soorten]
        self.fields["soort"].widget = forms.HiddenInput()
        if self.dossier is None:
            return
        chosen = self.gekozen()
        if chosen is None and not self.is_bound:
            # The furthest step is what one comes for; earlier letters are made by then.
            can = (s for s in reversed(self.soorten) if not self._ontbreekt(s))
            chosen = next(can, self.soorten[0])
            self.initial["soort"] = chosen.value
        if chosen is None:
            return
        for name in VRAAG:
            if name not in BRIEVEN[chosen].velden:
                del self.fields[name]
            else:
                self.fields[name].required = True
                self.fields[name].error_messages["required"] = VRAAG[name]

    def beginwaarden(self) -> dict[str, Any]:
        """Propose until when one can react, by the planning of this municipality."""
        if self.dossier is None or "reactie_tot" not in self.fields:
            return {}
        m = moment(self.dossier.feiten, self.vandaag)
        days = m.regel_vanaf("zienswijze_dagen", self.vandaag).waarde
        return {"reactie_tot": self.vandaag + days * DAG}

    def gekozen(self) -> Briefsoort | None:
        """Give the letter that was asked for, if there is such a letter here."""
        raw = self.data.get("soort") if self.is_bound else self.initial.get("soort")
        return next((s for s in self.soorten if s.value == raw), None)

    def _ontbreekt(self, soort: Briefsoort) -> list[str]:
        if self.dossier is None or self.rij is None:
            return []
        return ontbreekt(self.dossier, soort, self.rij)

    def keuzes(self) -> list[dict[str, Any]]:
        """Give each letter of this row: its address, and whether it can be made now."""
        chosen = self.gekozen()
        return [
            {
                "url": f"?soort={soort.value}", "label": soort.label,
                "actief": soort is chosen, "kan": not self._ontbreekt(soort),
            }
            for soort in self.soorten
        ]  # fmt: skip

    def mist(self) -> list[str]:
        """Say what must be there before the chosen letter can be made."""
        chosen = self.gekozen()
        return self._ontbreekt(chosen) if chosen else []

    def let_op(self) -> list[str]:
        """Tell what is not certain, and so not in the letter."""
        chosen = self.gekozen()
        if chosen is None or self.rij is None or self.mist():
            return []
        return let_op(self.dossier, chosen, self.rij)

    def voorbeeld(self) -> dict[str, Any] | None:
        """Give the letter as it will read; None while something is missing."""
        chosen = self.gekozen()
        if chosen is None or self.rij is None or self.mist():
            return None
        values = self.cleaned_data if self.is_bound and not self.errors else {}
        if BRIEVEN[chosen].velden and not values:
            return None
        names = ("dag", "tijd", "plaats", "reactie_tot")
        return gegevens(
            self.dossier, chosen, self.rij, Invoer(*(values.get(n) or None for n in names)),
            wie="", dag=self.vandaag,
        )  # fmt: skip
