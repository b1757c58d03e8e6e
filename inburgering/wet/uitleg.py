"""Welke feiten een oordeel gebruikte: hoe zij heten en wat zij zijn.

Een voorwaarde zegt met een van deze functies waarnaar zij keek; zegt zij niets, dan is
dat wat er van de handeling zelf het laatst is vastgelegd.
"""

from collections.abc import Callable, Mapping

from inburgering.wet.begrippen import Onderdeel
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.moment import BEGIN, Moment
from inburgering.wet.uitkomst import Gebruikt


Kijkt = Callable[[Moment], tuple[Gebruikt, ...]]

# Hoe een soort feit (een veld van ``Feiten``) heet.
SOORTLABELS: Mapping[str, str] = {
    "brede_intakes": "Brede intake",
    "leerbaarheidstoetsen": "Leerbaarheidstoets",
    "pips": "PIP",
    "aanbod": "Inburgeringsaanbod",
    "participaties": "Duaal traject",
    "uren": "Gevolgde uren",
    "gesprekken": "Voortgangsgesprek",
    "pvt": "PVT",
    "map": "MAP",
    "examens": "Examenuitslag",
    "z_afrondingen": "Afronding van de Z-route",
    "duo_besluiten": "Besluit van DUO",
    "afsluitingen": "Afsluiting van het dossier",
    "groepen": "Wijziging van groep",
    "verhuizingen": "Verhuizing",
    "afspraken": "Afspraak",
    "ontzorgen": "Financieel ontzorgen",
    "begeleidingen": "Maatschappelijke begeleiding",
    "aanvragen": "Aanvraag bij DUO",
    "handhavingen": "Handhaving",
    "aanmeldingen": "Aanmelding voor een examen",
    "bezwaren": "Bezwaar",
}
GEEN = "niet vastgelegd"


def laatste(soort: str) -> Kijkt:
    """De dag van wat van deze soort het laatst is vastgelegd, of dat er niets is."""
    naam = SOORTLABELS[soort]
    niets: tuple[Gebruikt, ...] = ((naam, GEEN),)

    def kijk(m: Moment) -> tuple[Gebruikt, ...]:
        rijen = getattr(m.feiten, soort)
        if not rijen:
            return niets
        rij = rijen[-1]
        return ((naam, BEGIN[type(rij)](rij) or rij.vastgelegd_op),)

    return kijk


def stand(m: Moment) -> tuple[Gebruikt, ...]:
    """Waar het traject staat."""
    return (("Stand", m.status.label),)


def groep(m: Moment) -> tuple[Gebruikt, ...]:
    """In welke groep iemand hoort."""
    return (("Groep", m.traject.doelgroep.label),)


def leerroute(m: Moment) -> tuple[Gebruikt, ...]:
    """Welke leerroute geldt."""
    return (("Leerroute", m.leerroute.label if m.leerroute else "nog geen"),)


def onderdelen(*welke: Onderdeel) -> Kijkt:
    """Hoe deze onderdelen ervoor staan."""
    return lambda m: tuple(
        (o.onderdeel.label, o.hoe) for o in m.onderdelen if o.onderdeel in welke
    )


VAN_HANDELING: Mapping[Handeling, Kijkt] = {
    h: laatste(regel.feit) if regel.feit in SOORTLABELS else stand
    for h, regel in HANDELINGEN.items()
}
