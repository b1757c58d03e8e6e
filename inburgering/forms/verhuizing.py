"""Forms of a move and of the hand-over to another municipality."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Herkomstveld, Keuzeveld, Tekstveld
from inburgering.integrations import landelijke_tabellen
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.verblijf import Verhuizing
from inburgering.wet.begrippen import Herkomst, Verhuissoort


class Vastleggen(Handelingsformulier):
    """Record that somebody moved; what else is asked depends on where to."""

    knop = "Verhuizing vastleggen"
    inleiding = (
        "Leg vast wat er veranderde. Wat daardoor begint of overgaat, rekent het "
        "programma uit."
    )
    groepen = [
        ("De verhuizing", ["soort", "verhuisd_op", "herkomst"]),
        ("Uit of naar een andere gemeente", ["gemeente_code"]),
        ("Naar een opvanglocatie of het buitenland", ["plaats"]),
        ("Het nieuwe adres, als u het weet", ["adres", "postcode", "woonplaats"]),
    ]  # fmt: skip

    soort = Keuzeveld(
        Verhuissoort, label="Wat voor verhuizing is het?", vul_in="wat het is"
    )
    verhuisd_op = Datumveld(label="Verhuisd op", vul_in="de dag van de verhuizing")
    herkomst = Herkomstveld(
        Herkomst.GEMEENTE, Herkomst.BRP, Herkomst.COA, Herkomst.DUO,
        Herkomst.INBURGERAAR, Herkomst.ANDERE_GEMEENTE,
    )  # fmt: skip
    gemeente_code = Keuzeveld([], lijst=True, required=False, label="Andere gemeente")
    gemeente_code.voorwaardelijk = True
    plaats = Tekstveld(label="Opvanglocatie of land", required=False, max_length=120)
    plaats.voorwaardelijk = True
    adres = Tekstveld(label="Straat en huisnummer", required=False, max_length=120)
    postcode = Tekstveld(required=False, max_length=7)
    postcode.klasse = "ib-field-short"
    woonplaats = Tekstveld(required=False, max_length=80)

    def inrichten(self) -> None:
        """Offer the other municipalities as they are today."""
        own = huidige_gemeente().pk
        others = [
            pair
            for pair in landelijke_tabellen.keuzes("gemeente", self.vandaag)
            if pair[0] != own
        ]
        self.fields["gemeente_code"].choices = [("", "Geen keuze"), *others]

    def beginwaarden(self) -> dict[str, Any]:
        """Moved today."""
        return {"verhuisd_op": self.vandaag}

    def clean(self) -> dict[str, Any]:
        """Ask to which reception place; of a secret address nobody has to write it."""
        data = super().clean()
        secret = self.dossier and self.dossier.traject.inburgeraar.geheim_adres
        if data.get("soort") == Verhuissoort.OPVANGLOCATIE and not secret:
            self.eis("plaats", "Vul in naar welke opvanglocatie.")
        return data


class Overdragen(Handelingsformulier):
    """Record the warm hand-over."""

    knop = "Overdracht vastleggen"
    inleiding = (
        "Spreek de andere gemeente zelf. Geef door waar iemand staat, wat is afgesproken "
        "en wat niet op papier staat."
    )
    toont = [("Verhuisd op", "verhuisd_op"), ("Verhuizing", "soort")]
    overgedragen_op = Datumveld(
        label="Overgedragen op", vul_in="de dag van de overdracht"
    )
    overdracht = Tekstveld(
        groot=True, required=False, label="Wat is overgedragen, en met wie?"
    )

    def getoond(self) -> list[dict[str, Any]]:
        """Name the other municipality too, unless the address is secret."""
        lines = super().getoond()
        if self.rij is None or self.dossier is None:
            return lines
        if self.dossier.traject.inburgeraar.geheim_adres:
            return lines
        row = Verhuizing.objects.get(pk=self.rij.id)
        name = landelijke_tabellen.omschrijving("gemeente", row.gemeente_code)
        return [*lines, {"label": "Andere gemeente", "waarde": name}]

    def beginwaarden(self) -> dict[str, Any]:
        """Handed over today."""
        return {"overgedragen_op": self.vandaag}
