"""Forms of preparation in the reception centre."""

from typing import Any

from inburgering.forms.velden import Datumveld, Getalveld, JaNeeveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier


BIJ_DEELNAME = (
    "organisatie", "begonnen_op", "beeindigd_op", "onderdelen", "uren", "resultaat",
    "overgedragen_op",
)  # fmt: skip


class Vastleggen(Werkformulier):
    """Record what was followed."""

    knop = "Voorinburgering vastleggen"
    inleiding = (
        "Wat iemand in de opvang volgde voordat u begon. Neem over wat de organisatie "
        "vertelt; wat u niet weet, laat u leeg."
    )
    gebeurd = ("instemming_op", "begonnen_op", "beeindigd_op", "overgedragen_op")
    begin_en_einde = (("begonnen_op", "beeindigd_op"),)
    groepen = [
        ("Deelname", ["ingestemd", "instemming_op", "reden_niet"]),
        ("Wat is gevolgd", ["organisatie", "begonnen_op", "beeindigd_op", "onderdelen", "uren"]),
        ("Wat kwam eruit", ["resultaat", "overgedragen_op"]),
    ]  # fmt: skip
    ingestemd = JaNeeveld(
        label="Stemde de inburgeraar in?", vul_in="of iemand instemde"
    )
    instemming_op = Datumveld(label="Op welke dag?", required=False)
    reden_niet = Tekstveld(
        label="Zo niet, waarom niet?", required=False, vul_in="waarom niet",
        help_text="Bij gezondheid alleen dat woord, nooit een diagnose.",
    )  # fmt: skip
    organisatie = Tekstveld(
        label="Organisatie", required=False, max_length=120, vul_in="de organisatie"
    )
    begonnen_op = Datumveld(label="Begonnen op", required=False)
    beeindigd_op = Datumveld(label="Geëindigd op", required=False)
    onderdelen = Tekstveld(
        label="Welke onderdelen?", required=False, max_length=300,
        help_text="Zoals de organisatie ze noemt, bijvoorbeeld: taalles, begeleiding.",
    )  # fmt: skip
    uren = Getalveld(
        label="Hoeveel uur?", eenheid="uur", required=False, max_value=5000
    )
    resultaat = Tekstveld(label="Resultaat", required=False, groot=True)
    overgedragen_op = Datumveld(label="Resultaat ontvangen op", required=False)

    def clean(self) -> dict[str, Any]:
        """Who took part did so somewhere, from a day; who did not followed nothing."""
        values = super().clean()
        if values.get("ingestemd"):
            self.eis("organisatie", "Vul de organisatie in.")
            self.eis("begonnen_op", "Vul in wanneer het begon.")
            if values.get("reden_niet"):
                self.add_error("reden_niet", "Laat dit leeg als iemand instemde.")
        elif values.get("ingestemd") is False:
            self.eis("reden_niet", "Vul in waarom niet.")
            for name in BIJ_DEELNAME:
                if values.get(name) not in (None, ""):
                    self.add_error(name, "Laat dit leeg als iemand niet meedeed.")
        return values


class Wijzigen(Vastleggen):
    """Change it."""

    knop = "Voorinburgering wijzigen"
    inleiding = ""

    def beginwaarden(self) -> dict[str, Any]:
        """What was recorded."""
        values = super().beginwaarden()
        if self.rij is not None:
            values["ingestemd"] = "ja" if self.rij.ingestemd else "nee"
        return values
