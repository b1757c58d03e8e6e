"""The facts, by noun."""

from inburgering.models.aanbod import Aanbieder, Cursus, Inburgeringsaanbod
from inburgering.models.bericht import Bericht
from inburgering.models.besluit import Afsluiting, DUOBesluit
from inburgering.models.brede_intake import BredeIntake, Leerbaarheidstoets
from inburgering.models.concept import Concept
from inburgering.models.document import Document, Tekstblok
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap, Team
from inburgering.models.gemeente import Gemeente
from inburgering.models.gesprek import Notitie, Voortgangsgesprek
from inburgering.models.herstel import Herstel
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.onderdeel import MAP, PVT, Examenuitslag, ZRouteAfronding
from inburgering.models.participatie import GevolgdeUren, Participatie
from inburgering.models.pip import PIP
from inburgering.models.spoor import Gebeurtenis, Ketenhoofd, Raadpleging
from inburgering.models.termijn import Termijn, Termijnafwijking
from inburgering.models.traject import Nummerreeks, Traject
from inburgering.models.vernietiging import (
    Vernietigingsdeur,
    Vernietigingsprotocol,
)


__all__ = [
    "MAP",
    "PIP",
    "PVT",
    "Aanbieder",
    "Afsluiting",
    "Bericht",
    "BredeIntake",
    "Concept",
    "Cursus",
    "DUOBesluit",
    "Document",
    "Examenuitslag",
    "Gebeurtenis",
    "Gebruiker",
    "Gemeente",
    "GevolgdeUren",
    "Herstel",
    "Inburgeraar",
    "Inburgeringsaanbod",
    "Ketenhoofd",
    "Leerbaarheidstoets",
    "Lidmaatschap",
    "Notitie",
    "Nummerreeks",
    "Participatie",
    "Raadpleging",
    "Team",
    "Tekstblok",
    "Termijn",
    "Termijnafwijking",
    "Traject",
    "Vernietigingsdeur",
    "Vernietigingsprotocol",
    "Voortgangsgesprek",
    "ZRouteAfronding",
]
