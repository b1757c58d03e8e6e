"""Waar een regel staat en hoe zeker dat is."""

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
