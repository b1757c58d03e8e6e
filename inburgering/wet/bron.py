"""Waar een regel staat en hoe zeker dat is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from inburgering.wet.keuze import Keuze


class Zekerheid(Keuze):
    """Hoe zeker een regel is, naar de mate waarin de bron zelf is gelezen."""

    A = "A", "officiële tekst of specificatie gelezen"
    B = "B", "twee of meer onafhankelijke bronnen"
    C = "C", "een enkele secundaire bron"
    D = "D", "niet in een bron gevonden"

    @property
    def bevestigd(self) -> bool:
        """Alleen A en B worden als wet getoond; C en D heten "niet bevestigd"."""
        return self in (Zekerheid.A, Zekerheid.B)


# Wat geen wet is, heeft geen artikelen: een bericht aan DUO, een uitspraak van een rechter
# of een afspraak van onszelf.
VORM = {
    "DUO": "DUO, bericht {artikel}",
    "eigen": "werkafspraak",
    "rechtspraak": "{artikel}",
}


# Artikelen waarvan de inhoud bekend is maar het nummer niet in de tekst zelf is gelezen.
NUMMER_NIET_GELEZEN: Mapping[str, frozenset[str]] = {
    "Wi2021": frozenset({"9", "16", "18", "22", "25"}),
    "Besluit": frozenset({"7.2"}),
}
_NUMMER = re.compile(r"(?<!lid )\b\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Bron:
    """De plaats van een regel.

    ``wet`` is het korte woord van de regeling ("Wi2021", "Besluit", "Regeling",
    "Awb", "Participatiewet", "DUO", "rechtspraak", "eigen"), ``artikel`` het artikel
    met lid.
    """

    wet: str
    artikel: str
    zekerheid: Zekerheid = Zekerheid.A
    toelichting: str = ""

    def __str__(self) -> str:
        """Zoals een medewerker de vindplaats leest."""
        vorm = VORM.get(self.wet, "{wet} art. {artikel}")
        if self.artikel[:1].isalpha() and self.wet not in VORM:
            vorm = "{wet}, {artikel}"  # een hoofdstuk of een bijlage
        if not self.artikel and self.wet != "eigen":
            vorm = "{wet}"
        plaats = vorm.format(wet=self.wet, artikel=self.artikel)
        return plaats if self.zekerheid.bevestigd else f"{plaats} (niet bevestigd)"

    @property
    def nummer_gelezen(self) -> bool:
        """Of elk artikelnummer van deze regeling in de tekst zelf is gelezen."""
        eigen = self.artikel.split(";")[0]  # daarna komt een andere regeling
        onzeker = NUMMER_NIET_GELEZEN.get(self.wet, frozenset())
        return onzeker.isdisjoint(_NUMMER.findall(eigen))
