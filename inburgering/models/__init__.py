"""The facts, by noun."""

from inburgering.models.aanbod import Aanbieder, Cursus, Inburgeringsaanbod
from inburgering.models.aandachtspunt import Aandachtkeuze, Aandachtspunt
from inburgering.models.aanvraag import Aanvraag
from inburgering.models.afspraak import Afspraak
from inburgering.models.agendapunt import Agendapunt
from inburgering.models.begeleiding import Begeleiding, Ontzorgen
from inburgering.models.bericht import Bericht
from inburgering.models.besluit import Afsluiting, DUOBesluit
from inburgering.models.bezwaar import Bezwaar
from inburgering.models.bijeenkomst import Bijeenkomst, Deelname
from inburgering.models.brede_intake import (
    BredeIntake,
    Intakegesprek,
    Intakevraag,
    Leerbaarheidstoets,
)
from inburgering.models.concept import Concept
from inburgering.models.contact import Contact
from inburgering.models.document import Document
from inburgering.models.doel import Doel
from inburgering.models.dossierstuk import Bestand, Dossierstuk
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap, Team
from inburgering.models.gemeente import Gemeente
from inburgering.models.gesprek import Voortgangsgesprek
from inburgering.models.gezin import Gezinsband
from inburgering.models.handhaving import Handhaving
from inburgering.models.herstel import Herstel
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.instelling import Instelling
from inburgering.models.notitie import Notitie
from inburgering.models.onderdeel import (
    MAP,
    PVT,
    Examenaanmelding,
    Examenuitslag,
    ZRouteAfronding,
)
from inburgering.models.opmerking import Opmerking
from inburgering.models.opvangplek import Opvangplek
from inburgering.models.overdracht import Overdracht, Voorinburgering
from inburgering.models.participatie import GevolgdeUren, Participatie
from inburgering.models.pip import PIP
from inburgering.models.rooster import Roosterregel
from inburgering.models.samenvoeging import Samenvoeging
from inburgering.models.selectie import Kolomkeuze, Selectie
from inburgering.models.signaal import Signaal
from inburgering.models.spoor import Gebeurtenis, Ketenhoofd, Raadpleging
from inburgering.models.taak import Taak
from inburgering.models.taalkennis import Taalkennis
from inburgering.models.tekstblok import Tekstblok
from inburgering.models.termijn import Termijn, Termijnafwijking
from inburgering.models.traject import Nummerreeks, Traject
from inburgering.models.verblijf import Groepswijziging, Verhuizing
from inburgering.models.verlof import Verlof
from inburgering.models.vernietiging import (
    Vernietigingsdeur,
    Vernietigingsprotocol,
)
from inburgering.models.wachtlijst import Wachtplek
from inburgering.models.wachtreden import Wachtreden
from inburgering.models.zelfgekozen import (
    Behoefte,
    Keuzeadvies,
    Lening,
    Schoolkeuze,
)


__all__ = [
    "MAP",
    "PIP",
    "PVT",
    "Aanbieder",
    "Aandachtkeuze",
    "Aandachtspunt",
    "Aanvraag",
    "Afsluiting",
    "Afspraak",
    "Agendapunt",
    "Begeleiding",
    "Behoefte",
    "Bericht",
    "Bestand",
    "Bezwaar",
    "Bijeenkomst",
    "BredeIntake",
    "Concept",
    "Contact",
    "Cursus",
    "DUOBesluit",
    "Deelname",
    "Document",
    "Doel",
    "Dossierstuk",
    "Examenaanmelding",
    "Examenuitslag",
    "Gebeurtenis",
    "Gebruiker",
    "Gemeente",
    "GevolgdeUren",
    "Gezinsband",
    "Groepswijziging",
    "Handhaving",
    "Herstel",
    "Inburgeraar",
    "Inburgeringsaanbod",
    "Instelling",
    "Intakegesprek",
    "Intakevraag",
    "Ketenhoofd",
    "Keuzeadvies",
    "Kolomkeuze",
    "Leerbaarheidstoets",
    "Lening",
    "Lidmaatschap",
    "Notitie",
    "Nummerreeks",
    "Ontzorgen",
    "Opmerking",
    "Opvangplek",
    "Overdracht",
    "Participatie",
    "Raadpleging",
    "Roosterregel",
    "Samenvoeging",
    "Schoolkeuze",
    "Selectie",
    "Signaal",
    "Taak",
    "Taalkennis",
    "Team",
    "Tekstblok",
    "Termijn",
    "Termijnafwijking",
    "Traject",
    "Verhuizing",
    "Verlof",
    "Vernietigingsdeur",
    "Vernietigingsprotocol",
    "Voorinburgering",
    "Voortgangsgesprek",
    "Wachtplek",
    "Wachtreden",
    "ZRouteAfronding",
]
