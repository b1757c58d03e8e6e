"""Form of a provider on the municipality's own list."""

from typing import Any

from django import forms

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Keuzeveld, Tekstveld
from inburgering.wet.begrippen import Keurmerk


class Vastleggen(Handelingsformulier):
    """Add or change a provider; ``rij`` is the provider that changes."""

    knop = "Aanbieder opslaan"
    naam = Tekstveld(max_length=120, vul_in="de naam van de aanbieder")
    keurmerk = Keuzeveld(Keurmerk, vul_in="het keurmerk, of dat er geen is")
    keurmerk_vanaf = Datumveld(label="Keurmerk geldt vanaf", required=False)
    keurmerk_vanaf.voorwaardelijk = True
    keurmerk_tot = Datumveld(
        label="Keurmerk geldt tot (die dag niet meer)",
        required=False,
        help_text="Laat leeg zolang het keurmerk geldt.",
    )
    keurmerk_tot.voorwaardelijk = True
    instellingsnummer = Tekstveld(
        label="Instellingsnummer",
        required=False,
        max_length=10,
        help_text="Het nummer (BRIN) van een school onder de Inspectie van het Onderwijs.",
    )
    instellingsnummer.klasse = "ib-field-short"
    actief = forms.BooleanField(
        label="Deze aanbieder kan nu worden gekozen", required=False
    )

    def beginwaarden(self) -> dict[str, Any]:
        """A new provider can be chosen at once."""
        return super().beginwaarden() or {"actief": True}

    def clean(self) -> dict[str, Any]:
        """A quality mark has a period; without one there is none."""
        data = super().clean()
        if data.get("keurmerk") == Keurmerk.GEEN:
            data |= {"keurmerk_vanaf": None, "keurmerk_tot": None}
        begin, end = data.get("keurmerk_vanaf"), data.get("keurmerk_tot")
        if begin and end and end <= begin:
            self.add_error(
                "keurmerk_tot",
                f"Deze dag ligt niet na de eerste dag ({begin:%d-%m-%Y}). Kijk beide "
                "datums na.",
            )
        return data
