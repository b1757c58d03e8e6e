"""What a line of the file may hold: one table, derived from the models.

The reader, the JSON Schema, the page in the docs and the example all follow this table; a
new column of a fact is in all of them by itself. Beside the facts of the law stand the
other rows of a case (``WERK``): what colleagues wrote and planned, and the goals.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from inburgering.actions.traject import AANMELDING, PERSOON
from inburgering.models.overdracht import Overdrachtspunt
from inburgering.wet.begrippen import TAALONDERDELEN, Niveau
from inburgering.wet.feiten import SOORTEN
from inburgering.wet.lestijden import DAGDELEN
from inburgering.wet.zelfgekozen import MetKeurmerk


class Soort(Enum):
    """How a value is written."""

    TEKST = "tekst"
    GETAL = "geheel getal"
    JA_NEE = "true of false"
    DATUM = "datum, jjjj-mm-dd"
    WOORD = "een van de woorden"
    CODE = "code van een landelijke tabel"
    GEBOORTEDATUM = "datum, jjjj-mm-dd; wat onbekend is, is 00 of 0000"
    BSN = "negen cijfers, tussen aanhalingstekens"
    VNUMMER = "tien cijfers, tussen aanhalingstekens"
    EMAIL = "e-mailadres"
    AANBIEDER = "naam van een aanbieder die hier al is vastgelegd"
    CURSUS = "naam van een cursus van die aanbieder"
    COLLEGA = "e-mailadres van een collega die hier al bekend is"
    NIVEAUS = "per taalonderdeel een niveau"
    ANTWOORDEN = "per vraag van de brede intake een antwoord"
    UITKOMSTEN = "per onderwerp van de brede intake wat het betekent voor het plan"
    TIJD = 'tijd, zoals "09:30"'
    LIJST = "lijst van woorden, tussen blokhaken"
    KENMERK = "het nummer of de code in het andere systeem, tussen aanhalingstekens"
    VERWIJZING = "kenmerk van een andere rij van dit dossier"


@dataclass(frozen=True, slots=True)
class Veld:
    """One name of an object: how it is written, and what it is when it is left out.

    ``woorden`` are the pairs (code, words); ``tabel`` is a national table; ``langst`` the
    most characters, or the highest number; ``naar`` the kind of row that is referred to.
    """

    naam: str
    soort: Soort
    opschrift: str
    verplicht: bool
    leeg: Any = None
    woorden: tuple[tuple[str, str], ...] = ()
    tabel: str = ""
    langst: int = 0
    naar: str = ""


# The rows of a case that are no fact of the law: the name in a file, and the model.
WERK: Mapping[str, str] = {
    "doelen": "Doel",
    "intakegesprekken": "Intakegesprek",
    "contacten": "Contact",
    "notities": "Notitie",
    "talen": "Taalkennis",
    "taken": "Taak",
    "agendapunten": "Agendapunt",
    "aandachtspunten": "Aandachtspunt",
    "voorinburgering": "Voorinburgering",
    "overdrachten": "Overdracht",
    "rooster": "Roosterregel",
    "wachtplekken": "Wachtplek",
    "wachtredenen": "Wachtreden",
    "schoolkeuzes": "Schoolkeuze",
    "leningen": "Lening",
    "keuzeadviezen": "Keuzeadvies",
    "behoeften": "Behoefte",
}
ALLE: tuple[str, ...] = (*SOORTEN, *WERK)
# What another row may refer to, and what one calls it.
ENKEL: Mapping[str, str] = {"doelen": "doel", "afspraken": "afspraak"}
# The days of those rows that tell what happened, and so are never to come.
GEBEURD: Mapping[str, tuple[str, ...]] = {
    "doelen": ("gesteld_op", "geeindigd_op"),
    "intakegesprekken": ("gevoerd_op",),
    "contacten": ("gesproken_op",),
    "taken": ("klaar_op",),
    "aandachtspunten": ("van",),
    "voorinburgering": (
        "instemming_op", "begonnen_op", "beeindigd_op", "overgedragen_op",
    ),
    "overdrachten": ("gesprek_op",),
    "wachtplekken": ("sinds", "tot"),
    "wachtredenen": ("sinds", "tot"),
    "leningen": ("gevraagd_op",),
    "keuzeadviezen": ("gegeven_op",),
    "behoeften": ("vastgesteld_op",),
}  # fmt: skip

# What a next letter still shows, as on the forms: the texts, and the days of which any says
# that no letter shows the row any more.
IN_BRIEF: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "doelen": (("omschrijving", "waarom"), ("geeindigd_op",)),
    "afspraken": (("omschrijving",), ("afgerond_op",)),
    "pips": (
        (
            "wensen", "zelf", "doelen", "participatie", "begeleiding", "voortgang",
            "reden_geen_akkoord",
        ),
        ("verstuurd_op",),
    ),
    "begeleidingen": (("organisatie", "contactpersoon"), ("beeindigd_op",)),
    "handhavingen": (
        ("omschrijving", "hulp", "cautie_taal", "zienswijze", "motivering"),
        ("verstuurd_op", "gestopt_op"),
    ),
    "bezwaren": (("toelichting",), ("verstuurd_op",)),
}  # fmt: skip

LANGSTE_TEKST = 10_000
LANGSTE_KENMERK = 60
HOOGSTE_GETAL = 30_000
# Kept by the system, or found again from the provider as the acts do.
NIET_IN_HET_BESTAND = frozenset({"id", "gemeente", "traject", "vastgelegd_door"})
# And of one kind: an appointment that was kept or cancelled is a contact moment, a line of
# the week or a language that was taken back never was, and which step waits follows from the terms.
NIET_VAN: Mapping[str, frozenset[str]] = {
    "agendapunten": frozenset({"contact", "afgezegd_op", "reden"}),
    "rooster": frozenset({"ingetrokken_op"}),
    "talen": frozenset({"ingetrokken_op"}),
    "wachtredenen": frozenset({"volgnummer", "begin"}),
}
# Of a school of the list it follows from the list.
MAG_WEG = frozenset({("schoolkeuzes", "keurmerk")})
AFGELEID = frozenset({"met_keurmerk"})
# Whose fact it is and when it was recorded has no default: both are kept as given.
ALTIJD = frozenset({"herkomst", "vastgelegd_op"})

TABELLEN: Mapping[str, str] = {
    "nationaliteit": "nationaliteit",
    "geboorteland": "land",
    "verblijfstitel": "verblijfstitel",
    "gemeente_code": "gemeente",
}
OP_NAAM: Mapping[str, Soort] = {
    "geboortedatum": Soort.GEBOORTEDATUM,
    "v_nummer": Soort.VNUMMER,
    "niveaus": Soort.NIVEAUS,
    "antwoorden": Soort.ANTWOORDEN,
    "uitkomsten": Soort.UITKOMSTEN,
    "dagdelen": Soort.LIJST,
    "punten": Soort.LIJST,
    **dict.fromkeys(TABELLEN, Soort.CODE),
}
OP_MODEL: Mapping[str, Soort] = {
    "Aanbieder": Soort.AANBIEDER,
    "Cursus": Soort.CURSUS,
    "Gebruiker": Soort.COLLEGA,
    "Doel": Soort.VERWIJZING,
    "Afspraak": Soort.VERWIJZING,
}
# What a column of the normal week says, though it is kept as text.
OP_PLEK: Mapping[tuple[str, str], Soort] = {
    ("Roosterregel", "begin"): Soort.TIJD,
    ("Roosterregel", "einde"): Soort.TIJD,
}
# Which words a list may hold.
WOORDEN_VAN: Mapping[str, tuple[tuple[str, str], ...]] = {
    "dagdelen": tuple((code, code) for code in DAGDELEN),
    "punten": tuple(Overdrachtspunt.choices()),
}
OP_KOLOM: tuple[tuple[type[models.Field], Soort], ...] = (
    (models.BooleanField, Soort.JA_NEE),
    (models.DateField, Soort.DATUM),
    (models.TimeField, Soort.TIJD),
    (models.IntegerField, Soort.GETAL),
    (models.EmailField, Soort.EMAIL),
)
NIVEAU_PER_DEEL = {
    deel.value: tuple(niveau.value for niveau in Niveau) for deel in TAALONDERDELEN
}


def model_van(soort: str) -> type[models.Model]:
    """Give the model that keeps a kind of row."""
    name = WERK.get(soort) or SOORTEN[soort].__name__
    return apps.get_model("inburgering", name)


def _soort(kolom: models.Field) -> Soort:
    if plek := OP_PLEK.get((kolom.model.__name__, kolom.name)):
        return plek
    if kolom.name in OP_NAAM:
        return OP_NAAM[kolom.name]
    if isinstance(kolom, models.ForeignKey):
        return OP_MODEL[kolom.related_model.__name__]
    if kolom.choices:
        return Soort.WOORD
    found = (soort for kind, soort in OP_KOLOM if isinstance(kolom, kind))
    return next(found, Soort.TEKST)


def _leeg(kolom: models.Field) -> Any:
    """Give what a column holds when the file says nothing of it."""
    if isinstance(kolom, models.JSONField):
        return None  # a new object each time, see ``velden.LEEG``
    return kolom.get_default() if kolom.has_default() else None


def _veld(kolom: models.Field, *, altijd: bool = False) -> Veld:
    soort = _soort(kolom)
    langst = kolom.max_length or LANGSTE_TEKST
    return Veld(
        naam=kolom.name,
        soort=soort,
        opschrift=str(kolom.verbose_name),
        verplicht=altijd or not (kolom.null or kolom.blank or kolom.has_default()),
        leeg=_leeg(kolom),
        woorden=_woorden(kolom),
        tabel=TABELLEN.get(kolom.name, ""),
        langst=HOOGSTE_GETAL if soort is Soort.GETAL else langst,
        naar=_naar(kolom) if soort is Soort.VERWIJZING else "",
    )


def _woorden(kolom: models.Field) -> tuple[tuple[str, str], ...]:
    if kolom.choices:
        return tuple(kolom.flatchoices)
    return WOORDEN_VAN.get(kolom.name, ())


def _naar(kolom: models.Field) -> str:
    """Give the kind of row that a column refers to."""
    found = kolom.related_model
    return next(soort for soort in ALLE if model_van(soort) is found)


def _kenmerk(soort: str) -> Veld:
    words = f"kenmerk in het andere systeem, om naar dit {ENKEL[soort]} te verwijzen"
    if soort == "afspraken":
        words = words.replace("dit ", "deze ")
    return Veld(
        "kenmerk", Soort.KENMERK, words, verplicht=False, langst=LANGSTE_KENMERK
    )


@cache
def aanmelding() -> Mapping[str, Veld]:
    """Give the names of ``aanmelding``: the person, the case, and who has it."""
    persoon = apps.get_model("inburgering", "Inburgeraar")
    traject = apps.get_model("inburgering", "Traject")
    velden = [
        Veld("bsn", Soort.BSN, "BSN", verplicht=False, leeg=""),
        *(_veld(persoon._meta.get_field(naam)) for naam in PERSOON),
        _veld(traject._meta.get_field("geregistreerd_op")),
        *(_veld(traject._meta.get_field(naam)) for naam in AANMELDING),
        _veld(traject._meta.get_field("klantmanager")),
        _veld(traject._meta.get_field("begeleider")),
    ]
    return {veld.naam: veld for veld in velden}


@cache
def feit(soort: str) -> Mapping[str, Veld]:
    """Give the names of a row of a kind."""
    kolommen = model_van(soort)._meta.concrete_fields
    niet = NIET_IN_HET_BESTAND | AFGELEID | NIET_VAN.get(soort, frozenset())
    velden = [_kenmerk(soort)] if soort in ENKEL else []
    for kolom in kolommen:
        if kolom.name not in niet:
            veld = _veld(kolom, altijd=kolom.name in ALTIJD)
            if (soort, kolom.name) in MAG_WEG:
                veld = replace(veld, verplicht=False, leeg=MetKeurmerk.ONBEKEND.value)
            velden.append(veld)
    return {veld.naam: veld for veld in velden}


def soorten() -> Mapping[str, Mapping[str, Veld]]:
    """Give every kind of row with its names."""
    return {soort: feit(soort) for soort in ALLE}
