"""Hoe men een aantal zegt: een week, tien weken, drie jaar, 600 uur.

Een melding schrijft het getal van een regel nooit zelf op, maar vraagt het hier: zo
verandert zij mee als een wetswijziging een rij toevoegt.
"""

from collections.abc import Mapping


EENHEDEN: Mapping[str, tuple[str, str]] = {
    "dagen": ("dag", "dagen"),
    "weken": ("week", "weken"),
    "maanden": ("maand", "maanden"),
    "jaren": ("jaar", "jaar"),
    "uren": ("uur", "uur"),
}

# Tot en met twintig schrijft men een getal in letters.
TELWOORDEN = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen",
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien",
    "achttien", "negentien", "twintig",
)  # fmt: skip


def telwoord(aantal: int) -> str:
    """Het getal zoals het in een zin staat."""
    return TELWOORDEN[aantal] if 0 <= aantal < len(TELWOORDEN) else str(aantal)


def eenheid_bij(aantal: int, eenheid: str) -> str:
    """De eenheid in enkelvoud of meervoud; een vreemde eenheid blijft zoals zij is."""
    een, meer = EENHEDEN.get(eenheid, (eenheid, eenheid))
    return een if aantal == 1 else meer
