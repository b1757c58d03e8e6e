"""The policy theory of the Wi2021 as rows: goals, mechanisms, instruments, context.

Source: synthesis study on integration and civic-integration policy (Regioplan 22140,
October 2023, chapters 6 and 7, annex 3 part B1) and the explanatory memorandum
(Kamerstukken II 35 483, nr. 3, 1.3). Texts are in our own words.
"""

from collections.abc import Mapping
from dataclasses import dataclass


DOELEN: Mapping[str, str] = {
    "D0": "Iedereen met de plicht doet snel en volledig mee, het liefst met betaald werk",
    "D1": "Het hoogst haalbare taalniveau, het liefst B1",
    "D2": "Kennis van de Nederlandse maatschappij",
    "D3": "Meedoen naar vermogen, vanaf het begin van het traject",
}


@dataclass(frozen=True)
class Mechanisme:
    """What should make the policy work, and the instruments that set it going."""

    naam: str
    instrumenten: Mapping[str, str]


MECHANISMEN: Mapping[str, Mechanisme] = {
    "M1": Mechanisme(
        "Tijdige start",
        {
            "M1a": "voorinburgering in de opvang die aansluit",
            "M1b": "contact, en zo mogelijk de brede intake, nog in de opvang",
            "M1c": "warme overdracht van opvang naar gemeente",
            "M1d": "vroeg afspraken over het traject, bij de brede intake",
            "M1e": "financieel ontzorgen met maatschappelijke begeleiding",
            "M1f": "participatie vroeg besproken, in het participatieverklaringstraject",
        },
    ),
    "M2": Mechanisme(
        "Snelheid",
        {
            "M2a": "de gemeente voert regie",
            "M2b": "de gemeente koopt in en spreekt tempo af met aanbieders",
            "M2c": "goed verwijzen naar een van drie leerroutes",
            "M2d": "afspraken over kwaliteit en tempo in het PIP",
            "M2e": "aanmoediging in voortgangsgesprekken",
            "M2f": "handhaving van PIP-afspraken door de gemeente",
            "M2g": "handhaving van de termijn door DUO",
        },
    ),
    "M3": Mechanisme(
        "Maatwerk",
        {
            "M3a": "wensen en mogelijkheden bekend uit intake en leerbaarheidstoets",
            "M3b": "drie leerroutes",
            "M3c": "PIP-afspraken in andere delen van het sociaal domein",
            "M3d": "afschalen van B1 naar A2 mogelijk",
            "M3e": "genoeg passend aanbod per route en niveau",
            "M3f": "voortgangsgesprekken op maat",
            "M3g": "integrale begeleiding over domeinen heen",
        },
    ),
    "M4": Mechanisme(
        "Dualiteit",
        {
            "M4a": "participatie afgesproken in het PIP",
            "M4b": "participatie in elk traject geborgd door begeleiding",
            "M4c": "participatie in de B1-route",
            "M4d": "onderwijsroute: beroepsonderwijs als participatie",
            "M4e": "Z-route: activering en participatie als doel",
            "M4f": "participatie in KNM, MAP en PVT",
            "M4g": "gezinsmigranten geactiveerd met MAP en PVT",
        },
    ),
    "M5": Mechanisme(
        "Kwaliteit",
        {
            "M5a": "de gemeente stuurt op de kwaliteit van het aanbod",
            "M5b": "dubbel slot: keurmerk en regie van de gemeente",
            "M5c": "keurmerk ook voor wat gezinsmigranten zelf inkopen",
        },
    ),
}

CONTEXT: Mapping[str, str] = {
    "C1": "de arbeidsmarkt trekt mensen in voltijd werk voor de plicht is gehaald",
    "C2": "vertraging in asielketen en huisvesting",
    "C3": "tekort aan docenten NT2",
    "C4": "tekort aan kinderopvang",
    "C5": "andere instroom die capaciteit vraagt",
    "C6": "bereidheid van samenleving en werkgevers; discriminatie",
    "C7": "personeelstekort bij de gemeente",
    "C8": "kleine aantallen: te weinig deelnemers voor een passende klas",
    "C9": "conjunctuur",
}
