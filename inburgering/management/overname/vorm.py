"""What a line of the file may hold: one table, derived from the models.

The reader, the JSON Schema, the page in the docs and the example all follow this table; a
new column of a fact is in all of them by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from inburgering.actions.traject import AANMELDING, PERSOON
from inburgering.models.feiten import model_van
from inburgering.wet.begrippen import TAALONDERDELEN, Niveau
from inburgering.wet.feiten import SOORTEN


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


@dataclass(frozen=True, slots=True)
class Veld:
    """One name of an object: how it is written, and what it is when it is left out.

    ``woorden`` are the pairs (code, words); ``tabel`` is a national table; ``langst`` the
    most characters, or the highest number.
    """

    naam: str
    soort: Soort
    opschrift: str
    verplicht: bool
    leeg: Any = None
    woorden: tuple[tuple[str, str], ...] = ()
    tabel: str = ""
    langst: int = 0


LANGSTE_TEKST = 10_000
HOOGSTE_GETAL = 30_000
# Kept by the system, or found again from the provider as the acts do. Goals are set here,
# so an agreement from elsewhere belongs to none yet; which agreement was not kept has no
# number in a file, and is filled in by correction.
NIET_IN_HET_BESTAND = frozenset(
    {"id", "gemeente", "traject", "vastgelegd_door", "doel", "afspraak"}
)
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
    **dict.fromkeys(TABELLEN, Soort.CODE),
}
OP_MODEL: Mapping[str, Soort] = {
    "Aanbieder": Soort.AANBIEDER,
    "Cursus": Soort.CURSUS,
    "Gebruiker": Soort.COLLEGA,
}
OP_KOLOM: tuple[tuple[type[models.Field], Soort], ...] = (
    (models.BooleanField, Soort.JA_NEE),
    (models.DateField, Soort.DATUM),
    (models.IntegerField, Soort.GETAL),
    (models.EmailField, Soort.EMAIL),
)
NIVEAU_PER_DEEL = {
    deel.value: tuple(niveau.value for niveau in Niveau) for deel in TAALONDERDELEN
}


def _soort(kolom: models.Field) -> Soort:
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
        return None  # a new object each time, see ``velden.lees``
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
        woorden=tuple(kolom.flatchoices) if kolom.choices else (),
        tabel=TABELLEN.get(kolom.name, ""),
        langst=HOOGSTE_GETAL if soort is Soort.GETAL else langst,
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
    ]
    return {veld.naam: veld for veld in velden}


@cache
def feit(soort: str) -> Mapping[str, Veld]:
    """Give the names of a fact of a kind (a field of ``wet.Feiten``)."""
    kolommen = model_van(soort)._meta.concrete_fields
    velden = [
        _veld(kolom, altijd=kolom.name in ALTIJD)
        for kolom in kolommen
        if kolom.name not in NIET_IN_HET_BESTAND | AFGELEID
    ]
    return {veld.naam: veld for veld in velden}


def soorten() -> Mapping[str, Mapping[str, Veld]]:
    """Give every kind of fact with its names."""
    return {soort: feit(soort) for soort in SOORTEN}
