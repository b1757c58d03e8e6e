"""Forms of the texts of letters and of their translations."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, JaNeeveld, Keuzeveld, Tekstveld
from inburgering.models.standaardteksten import TALEN, Blok
from inburgering.models.tekstblok import LANGSTE, fout_in


class Tekstformulier(Handelingsformulier):
    """A form about one text: ``blok``."""

    def __init__(self, *args: Any, blok: Blok, **kw: Any) -> None:
        """Keep which text it is."""
        self.blok = blok
        super().__init__(*args, **kw)

    def inrichten(self) -> None:
        """Say which words the system fills in."""
        field = self.fields["tekst"]
        if self.blok.plaatsen:
            places = " en ".join(f"{{{name}}}" for name in self.blok.plaatsen)
            field.help_text = f"Het systeem vult in: {places}. Laat die zo staan."

    def clean_tekst(self) -> str:
        """Look at the places."""
        text = str(self.cleaned_data["tekst"])
        wrong = fout_in(self.blok, text) if text.strip() else ""
        if wrong:
            self.add_error("tekst", wrong)
        return text

    def gegevens(self) -> dict[str, Any]:
        """Give the values with the name of the text."""
        return super().gegevens() | {"blok": self.blok.sleutel}


class Wijzigen(Tekstformulier):
    """Say a text in one's own words."""

    knop = "Tekst opslaan"
    tekst = Tekstveld(
        groot=True, required=False, max_length=LANGSTE, in_brief=True,
        label="Eigen tekst (leeg: de standaardtekst geldt)",
        help_text="Het systeem vult in deze tekst niets in.",
    )  # fmt: skip
    geldig_vanaf = Datumveld(
        label="Geldt vanaf", vul_in="de dag waarop deze tekst ingaat",
        help_text="Vandaag of later. Brieven die al gemaakt zijn, veranderen niet.",
    )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """From today."""
        return {"geldig_vanaf": self.vandaag}

    def clean(self) -> dict[str, Any]:
        """From today or later."""
        data = super().clean()
        day = data.get("geldig_vanaf")
        if day and day < self.vandaag:
            self.add_error(
                "geldig_vanaf", "Deze dag is al voorbij. Kies vandaag of later."
            )
        return data


class Vertalen(Tekstformulier):
    """Record a translation."""

    knop = "Vertaling opslaan"
    inleiding = (
        "Alleen een vertaling die een mens maakte. Een collega die de taal kent, kijkt "
        "haar daarna na. Tot dan gebruikt het systeem de Nederlandse tekst."
    )
    taal = Keuzeveld(
        [(code, taal.naam) for code, taal in TALEN.items()],
        lijst=True, label="Taal", vul_in="de taal",
    )  # fmt: skip
    tekst = Tekstveld(groot=True, label="Vertaling", vul_in="de vertaling",
                      max_length=LANGSTE)  # fmt: skip
    vertaald_door = Tekstveld(
        label="Wie vertaalde dit?", max_length=120, vul_in="wie dit vertaalde",
        help_text="Bijvoorbeeld de naam van de tolk of het vertaalbureau.",
    )  # fmt: skip

    def inrichten(self) -> None:
        """Let the browser find out on which side the script begins."""
        super().inrichten()
        self.fields["tekst"].widget.attrs["dir"] = "auto"


class Nakijken(Handelingsformulier):
    """Look at the translation of a colleague."""

    knop = "Vastleggen"
    goed = JaNeeveld(
        label="Zegt de vertaling hetzelfde als het Nederlands?",
        vul_in="of de vertaling goed is",
    )
    opmerking = Tekstveld(
        groot=True, required=False, label="Wat moet er anders?",
        help_text="Nodig als de vertaling niet goed is.", max_length=1000,
    )  # fmt: skip
    opmerking.voorwaardelijk = True

    def clean(self) -> dict[str, Any]:
        """Ask what must change when it is not good."""
        data = super().clean()
        if data.get("goed") is False:
            self.eis("opmerking", "Schrijf op wat er anders moet.")
        return data
