"""Forms of one person's part in a meeting."""

from datetime import timedelta
from typing import Any

from django import forms

from inburgering.forms.velden import Datumveld, Getalveld, Keuzeveld, Rijveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.bijeenkomst import Aanwezigheid, Bijeenkomst, Uitnodigingswijze


ACHTERAF = timedelta(days=31)  # who came without an invitation is added afterwards


class Uitnodigen(Werkformulier):
    """Invite one person."""

    knop = "Uitnodiging vastleggen"
    gebeurd = ("uitgenodigd_op",)
    uitgenodigd_op = Datumveld(
        label="Uitgenodigd op", vul_in="de dag van de uitnodiging"
    )
    wijze = Keuzeveld(
        Uitnodigingswijze, label="Hoe uitgenodigd?", vul_in="hoe u uitnodigde"
    )
    field_order = ("bijeenkomst", "uitgenodigd_op", "wijze")

    def inrichten(self) -> None:
        """Offer the meetings to come, and those of the last month."""
        self.fields["bijeenkomst"] = Rijveld(
            queryset=Bijeenkomst.objects.komend(self.vandaag - ACHTERAF).order_by(
                "dag", "begin"
            ),
            label="Welke bijeenkomst?", vul_in="de bijeenkomst",
        )  # fmt: skip
        self.order_fields(self.field_order)

    def beginwaarden(self) -> dict[str, Any]:
        """Invited today."""
        return {"uitgenodigd_op": self.vandaag}


class Schrijven(Werkformulier):
    """Make the letter to one person that a meeting does not go on."""

    knop = "Brief maken"
    inleiding = (
        "De brief zegt dat de bijeenkomst niet doorgaat. Hij komt in het dossier. Waarom "
        "het niet doorgaat, staat er niet in."
    )
    toont = [("Bijeenkomst", "bijeenkomst"), ("Uitgenodigd op", "uitgenodigd_op")]


class Vastleggen(Werkformulier):
    """Record whether one person came."""

    knop = "Aanwezigheid vastleggen"
    toont = [("Bijeenkomst", "bijeenkomst"), ("Uitgenodigd op", "uitgenodigd_op")]
    aanwezigheid = Keuzeveld(
        Aanwezigheid, label="Was deze persoon er?", vul_in="of deze persoon er was"
    )
    ondertekend = forms.BooleanField(
        label="Heeft hier de participatieverklaring ondertekend", required=False
    )
    uren = Getalveld(
        label="Alle gevolgde uren van het PVT", required=False, max_value=500,
        eenheid="uur",
        help_text="Laat leeg om de uren van de bijeenkomsten op te tellen.",
    )  # fmt: skip

    def inrichten(self) -> None:
        """Ask about signing only where one signs."""
        if self.rij is None or not self.rij.bijeenkomst.ondertekenen:
            del self.fields["ondertekend"], self.fields["uren"]

    def beginwaarden(self) -> dict[str, Any]:
        """What is recorded now; the hours are typed or added up."""
        return super().beginwaarden() | {"uren": None}
