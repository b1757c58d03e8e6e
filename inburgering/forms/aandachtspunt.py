"""Forms of the practical flags."""

from datetime import timedelta
from typing import Any

from django import forms

from inburgering.forms.velden import Datumveld, Keuzeveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.aandachtspunt import Aandacht, in_gebruik


NA = timedelta(days=182)  # half a year: long enough to hold, short enough to be true
GEEN_OORDEEL = (
    "Alleen wat een collega moet weten om goed te helpen. Geen gezondheid, geen oordeel "
    "en geen vermoedens: de inburgeraar mag dit lezen."
)


class Zetten(Werkformulier):
    """Set a flag on a file."""

    knop = "Aandachtspunt zetten"
    inleiding = GEEN_OORDEEL
    gebeurd = ("van",)
    gepland = ("herzien_op",)
    begin_en_einde = (("van", "tot"), ("van", "herzien_op"))
    reden = Tekstveld(
        label="Toelichting", max_length=300, vul_in="de toelichting",
        help_text="Wat moet een collega weten? Bijvoorbeeld: bel in de ochtend.",
    )  # fmt: skip
    van = Datumveld(label="Vanaf", vul_in="vanaf wanneer dit geldt")
    tot = Datumveld(
        label="Tot en met", required=False, help_text="Leeg als u dat nog niet weet."
    )
    herzien_op = Datumveld(
        label="Wanneer kijkt u of dit nog klopt?", vul_in="wanneer u opnieuw kijkt"
    )
    field_order = ("soort", "reden", "van", "tot", "herzien_op")

    def inrichten(self) -> None:
        """Offer the flags of today that the municipality uses."""
        # The description of the API asks for this form outside any municipality.
        real = self.dossier is not None and self.dossier.traject.pk is not None
        used = in_gebruik() if real else frozenset(Aandacht)
        pairs = [p for p in Aandacht.te_kiezen(self.vandaag) if p[0] in used]
        self.fields["soort"] = Keuzeveld(
            pairs, label="Wat?", vul_in="het aandachtspunt"
        )
        self.order_fields(self.field_order)

    def beginwaarden(self) -> dict[str, Any]:
        """From today, and looked at again in half a year."""
        return {"van": self.vandaag, "herzien_op": self.vandaag + NA}


class OpEenPunt(Werkformulier):
    """Shows which flag an act is about."""

    def getoond(self) -> list[dict[str, Any]]:
        """Show which flag."""
        return [{"label": "Aandachtspunt", "waarde": str(self.rij)}] if self.rij else []


class Beeindigen(OpEenPunt):
    """End a flag."""

    knop = "Aandachtspunt beëindigen"
    gebeurd = ("tot",)
    tot = Datumveld(label="Gold tot en met", vul_in="tot wanneer dit gold")

    def beginwaarden(self) -> dict[str, Any]:
        """Most end on the day that one says so."""
        return {"tot": self.vandaag}


class Hervatten(OpEenPunt):
    """Let a flag hold again."""

    knop = "Laat het aandachtspunt weer gelden"
    inleiding = "Het staat daarna weer boven het dossier, zonder einddatum."


class Kiezen(Werkformulier):
    """Choose which flags the municipality uses."""

    knop = "Opslaan"
    inleiding = (
        "Wat u uitzet, kan niemand meer zetten. Wat al in een dossier staat, blijft daar "
        "tot iemand het beëindigt."
    )
    soorten = forms.MultipleChoiceField(
        label="Welke aandachtspunten gebruikt de gemeente?", required=False,
        choices=Aandacht.choices(), widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Kies een van de mogelijkheden."},
    )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """What is in use now."""
        return {"soorten": sorted(in_gebruik())}
