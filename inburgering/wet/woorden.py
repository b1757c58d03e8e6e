"""Hoe een gegeven heet en hoe men zegt wat het is, voor wie vraagt waarom.

Namen van personen en vrije tekst worden nooit gezegd, alleen dat zij er zijn.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args, get_type_hints

from inburgering.wet.begrippen import Keurmerk, Onderdeel
from inburgering.wet.duobesluit import GRONDLABEL
from inburgering.wet.feiten import SOORTEN, Traject
from inburgering.wet.kalender import OnvolledigeDatum
from inburgering.wet.keuze import Keuze
from inburgering.wet.parameters import Parameter
from inburgering.wet.uitkomst import Gebruikt
from inburgering.wet.uitleg import SOORTLABELS


# --- Hoe het heet ---------------------------------------------------------------------

# Waar de naam van het veld zelf niet leest.
VELDLABELS: Mapping[str, str] = {
    "afschalen_inspanning": "Geleverde inspanning",
    "afschalen_reden": "Reden van afschalen",
    "afspraak": "Afspraak die niet is nagekomen",
    "al_bij_aanbieder": "Loopt al bij deze aanbieder",
    "al_lager": "Onderdelen die al op A2 stonden",
    "antwoorden": "Beantwoorde vragen",
    "asielrechten": "Rechten van asiel",
    "beeindigd_op": "Beëindigd op",
    "bekend_op": "Besluit verstuurd op",
    "besloten_door": "Wie besluit",
    "besluit_op": "Besluit genomen op",
    "bestreden_door": "Wie het besluit nam",
    "cautie_op": "Zwijgrecht gezegd op",
    "cautie_taal": "Taal van het zwijgrecht",
    "datum_inschrijving": "Inschrijving in de gemeente",
    "datum_kennisgeving": "Kennisgeving van DUO",
    "datum_koppeling": "Koppeling aan de gemeente",
    "datum_plicht": "Eerste dag van de plicht",
    "datum_uitstroom": "Vertrek uit de opvang",
    "doelgroep": "Groep",
    "draagkracht_bekeken": "Gekeken of de persoon kan betalen",
    "einddatum": "Einddatum van DUO",
    "eindgesprek_op": "Eindgesprek van de MAP",
    "gedetailleerde_doelgroep": "Indeling van DUO",
    "gemeente_code": "Code van de andere gemeente",
    "gesprek_weken": "Weken tussen twee gesprekken",
    "groep_bij_begin": "Groep bij de registratie",
    "herkomst": "Van wie dit komt",
    "informatie_derden_op": "Informatie van derden ontvangen op",
    "intensiteit": "Geschatte uren van de B1-route",
    "mag_opleiding_afmaken": "Maakt eerst een opleiding af",
    "map_uren": "Praktijkuren van de MAP",
    "met_keurmerk": "Aanbieder met keurmerk",
    "nationaliteit": "Code van de nationaliteit",
    "oorzaak_op": "Oorzaak vastgelegd op",
    "overwogen_door": "Wie de sanctie overwoog",
    "peildatum": "Gekeken op",
    "pvt_uren": "Uren van het PVT",
    "rapport_door": "Wie het verslag maakte",
    "rapport_op": "Verslag van",
    "reden_anders": "Welk ander hulpmiddel",
    "reden_einde": "Reden van het einde",
    "reden_geen_akkoord": "Waarom niet akkoord",
    "reden_heropening": "Waarom heropend",
    "reden_stoppen": "Reden van het stoppen",
    "routeadvies_reden": "Waarom deze leerroute past",
    "tegen": "Bezwaar tegen",
    "toets_akkoord": "Juridische toets akkoord",
    "tot_en_met": "Laatste dag",
    "uitkomsten": "Onderwerpen met een uitkomst",
    "uren_met_keurmerk": "Taaluren bij een school met keurmerk",
    "van": "Eerste dag",
    "verblijfstitel": "Code van de verblijfstitel",
    "verwijtbaar": "Te verwijten",
    "volggrond": "Volgen",
    # Wat uit de feiten volgt.
    "alle_onderdelen_behaald_op": "Alle onderdelen behaald op",
    "eerste": "Eerste PIP",
    "eerste_dagtekening": "Dagtekening van het eerste PIP",
    "einde_op": "Einde van de plicht",
    "status": "Stand",
    "voldaan_op": "Aan de plicht voldaan op",
    "zonder_plicht": "Gevolgd zonder plicht",
}
# Een woord dat ook van een rij kan zijn, en hier van het hele traject is.
MOMENTLABELS: Mapping[str, str] = {"leerroute": "Leerroute die geldt"}
RIJLABELS: Mapping[str, str] = {
    "pip": "PIP dat geldt",
    "open_pip": "PIP dat openstaat",
    "einde_besluit": "Besluit van DUO over het einde",
}
LIJSTLABELS: Mapping[str, str] = {
    **SOORTLABELS,
    "vastgesteld": SOORTLABELS["pips"],
    "opschortingen": "Plicht lag stil vanaf",
}


def naam_van(veld: str) -> str:
    """Hoe een gegeven heet."""
    return VELDLABELS.get(veld) or veld.replace("_", " ").capitalize()


# --- Wat het is -----------------------------------------------------------------------

LEEG = "niet ingevuld"
INGEVULD = "ingevuld"


def _geboren(waarde: OnvolledigeDatum) -> date | str:
    if waarde.volledig:
        return waarde.vroegste
    return f"{waarde.jaar}, niet volledig" if waarde.jaar else "niet bekend"


def _geboortedatum(waarde: object) -> date | str:
    try:
        return _geboren(OnvolledigeDatum.lees(str(waarde)))
    except ValueError:
        return "niet te lezen"


def _niveaus(waarde: Mapping[str, str]) -> str:
    gekozen = {deel: niveau for deel, niveau in waarde.items() if niveau}
    paren = [f"{deel.label} {gekozen[deel]}" for deel in Onderdeel if deel in gekozen]
    return ", ".join(paren) or LEEG


def _onderdelen(waarde: frozenset[str]) -> str:
    return ", ".join(deel.label for deel in Onderdeel if deel in waarde) or "geen"


# Wat geen vrije tekst is, maar dat ook niet aan zijn soort te zien is.
OP_NAAM: Mapping[str, Callable[[Any], date | str]] = {
    "al_lager": _onderdelen,
    "geboortedatum": _geboortedatum,
    "gemeente_code": str,
    "grond": lambda code: GRONDLABEL.get(code, INGEVULD),
    "nationaliteit": str,
    "niveaus": _niveaus,
    "verblijfstitel": str,
}


def _keuzen(soort: type) -> Mapping[str, type[Keuze]]:
    """Welke opsomming bij welk veld hoort; een formulier geeft alleen het woord."""
    gevonden: dict[str, type[Keuze]] = {"keurmerk": Keurmerk}
    for veld, hint in get_type_hints(soort).items():
        for deel in get_args(hint) or (hint,):
            if (
                veld not in OP_NAAM
                and isinstance(deel, type)
                and issubclass(deel, Keuze)
            ):
                gevonden[veld] = deel
    return gevonden


# Een woord als "soort" betekent bij elk feit iets anders.
KEUZEN: Mapping[str, Mapping[str, type[Keuze]]] = {
    naam: _keuzen(soort) for naam, soort in {**SOORTEN, "traject": Traject}.items()
}
PERSOON = "_door"  # het nummer van een medewerker
VERWIJST = frozenset({"afspraak"})  # het nummer van een ander feit


def _keuze(keuzen: type[Keuze], waarde: str) -> str:
    return keuzen(waarde).label if waarde in set(keuzen) else INGEVULD


# Wat aan zijn soort te zien is; een bool is ook een int, dus die eerst.
OP_SOORT: tuple[tuple[type, Callable[[Any], date | int | str]], ...] = (
    (bool, lambda waarde: "ja" if waarde else "nee"),
    (date, lambda waarde: waarde),
    (int, lambda waarde: waarde),
    (OnvolledigeDatum, _geboren),
    (Keuze, lambda waarde: waarde.label),
)


def _is_leeg(waarde: object) -> bool:
    return waarde is None or (isinstance(waarde, str) and not waarde.strip())


def waarde_van(soort: str, veld: str, waarde: Any) -> date | int | str:
    """Wat een gegeven van dit soort feit is, zoals men het zegt."""
    if _is_leeg(waarde):
        return LEEG
    if veld.endswith(PERSOON):
        return "bekend"
    if veld in VERWIJST:
        return "gekozen"
    for kind, zeg in OP_SOORT:
        if isinstance(waarde, kind):
            return zeg(waarde)
    if keuzen := KEUZEN.get(soort, {}).get(veld):
        return _keuze(keuzen, waarde)
    if veld in OP_NAAM:
        return OP_NAAM[veld](waarde)
    return len(waarde) if isinstance(waarde, Mapping) else INGEVULD


def getal_van_de_wet(regel: Parameter) -> Gebruikt:
    """Wat een getal betekent en hoeveel het is, met het merk als het niet vaststaat."""
    merk = "" if regel.bron.zekerheid.bevestigd else " (niet bevestigd)"
    return f"{regel.betekenis[0].upper()}{regel.betekenis[1:]}", regel.in_woorden + merk
