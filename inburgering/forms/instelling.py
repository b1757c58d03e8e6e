"""Form of a number that the municipality sets itself."""

from datetime import timedelta
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Getalveld, Keuzeveld, Tekstveld


VELDEN = ("waarde", "geldig_vanaf", "reden")


class Vastleggen(Handelingsformulier):
    """Set a number from a day to come; ``rij`` is the row of the law, as it is now."""

    knop = "Getal instellen"
    waarde = Getalveld(label="Nieuw getal", vul_in="het nieuwe getal")
    geldig_vanaf = Datumveld(
        label="Geldt vanaf", vul_in="de dag waarop dit ingaat",
        help_text="Op zijn vroegst morgen. Wat al is begonnen, houdt het oude getal.",
    )  # fmt: skip
    reden = Tekstveld(groot=True, label="Waarom", vul_in="de reden", max_length=500)

    def inrichten(self) -> None:
        """Show the bounds and the unit beside the field, and hold the field to them."""
        if self.rij.keuzes:
            self.fields["waarde"] = Keuzeveld(
                self.rij.keuzes, label="Nieuwe keuze", vul_in="een van de mogelijkheden"
            )
            return
        laagste, hoogste = self.rij.grenzen
        field = self.fields["waarde"]
        words = f"Vul een getal in van {laagste} tot en met {hoogste}."
        field.error_messages |= {"min_value": words, "max_value": words}
        field.validators = [MinValueValidator(laagste), MaxValueValidator(hoogste)]
        field.eenheid = self.rij.eenheid
        field.help_text = f"Van {self.rij.mag_zijn}."

    def beginwaarden(self) -> dict[str, Any]:
        """Start from the present number, from tomorrow."""
        return {
            "waarde": self.rij.waarde,
            "geldig_vanaf": self.vandaag + timedelta(days=1),
        }

    def gegevens(self) -> dict[str, Any]:
        """Give the values with the name of the number."""
        return {
            "naam": self.rij.naam,
            **{name: self.cleaned_data[name] for name in VELDEN},
            "waarde": int(self.cleaned_data["waarde"]),
        }
