"""What a file looks like, for who must deliver one: schema, page and example.

All three are made out of ``vorm``; none can say something else than the reader does.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from inburgering.levens import genereer
from inburgering.levens.aanbieders import AANBIEDERS
from inburgering.levens.leven import Leven
from inburgering.levens.vouwen import vouwen
from inburgering.management.overname import vorm
from inburgering.management.overname.bijvullen import vul_bij
from inburgering.management.overname.handleiding import stappen
from inburgering.management.overname.vorm import Soort, Veld
from inburgering.wet.begrippen import Antwoord
from inburgering.wet.feiten import GEORDEND_OP, SOORTEN
from inburgering.wet.intake import (
    MAX_TEKST,
    VRAGEN,
    Antwoordsoort,
    Domein,
    Vraag,
)
from inburgering.wet.intakeuitkomst import LANGSTE, Uitkomstsoort, alle_onderwerpen


Schema = dict[str, Any]
Eigen = tuple[Vraag, ...]

# --- JSON Schema ----------------------------------------------------------------------


def _antwoord(vraag: Vraag) -> Schema:
    waarde: Schema = {"type": "string", "maxLength": MAX_TEKST}
    words = ""
    if vraag.soort is Antwoordsoort.KEUZE:
        waarde = {"enum": [code for code, _ in vraag.keuzes]}
        words = "; ".join(f"{code}: {label}" for code, label in vraag.keuzes)
    elif vraag.soort is Antwoordsoort.GETAL:
        low, high = vraag.grenzen
        waarde = {"type": "integer", "minimum": low, "maximum": high}
    return {
        "type": "object",
        "description": f"{vraag.vraag} {words}".strip(),
        "required": ["antwoord"],
        "properties": {
            "antwoord": {"enum": [a.value for a in Antwoord]},
            "waarde": {"anyOf": [waarde, {"enum": [None, ""]}]},
        },
        "additionalProperties": False,
    }


def _uitkomst(naam: str) -> Schema:
    words = {"type": "string", "minLength": 1, "maxLength": LANGSTE}
    return _object(
        {"soort": {"enum": [s.value for s in Uitkomstsoort]}, "tekst": words},
        ["soort", "tekst"],
    ) | {"description": naam}


def _object(velden: Mapping[str, Schema], verplicht: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": dict(velden),
        "required": verplicht,
        "additionalProperties": False,
    }


ALS_SCHEMA: Mapping[Soort, Callable[[Veld], Schema]] = {
    Soort.TEKST: lambda v: {"type": "string", "maxLength": v.langst},
    Soort.GETAL: lambda v: {"type": "integer", "minimum": 0, "maximum": v.langst},
    Soort.JA_NEE: lambda v: {"type": "boolean"},
    Soort.DATUM: lambda v: {"type": "string", "format": "date"},
    Soort.WOORD: lambda v: {"enum": [code for code, _ in v.woorden]},
    Soort.CODE: lambda v: {"type": "string", "pattern": "^[0-9]+$"},
    Soort.GEBOORTEDATUM: lambda v: {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    },
    Soort.BSN: lambda v: {"type": "string", "pattern": "^[0-9]{9}$"},
    Soort.VNUMMER: lambda v: {"type": "string", "pattern": "^[0-9]{10}$"},
    Soort.EMAIL: lambda v: {"type": "string", "format": "email"},
    Soort.AANBIEDER: lambda v: {"type": "string"},
    Soort.CURSUS: lambda v: {"type": "string"},
    Soort.COLLEGA: lambda v: {"type": "string", "format": "email"},
    Soort.NIVEAUS: lambda v: _object(
        {deel: {"enum": list(n)} for deel, n in vorm.NIVEAU_PER_DEEL.items()}, []
    ),
    Soort.TIJD: lambda v: {
        "type": "string",
        "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$",
    },
    Soort.LIJST: lambda v: {
        "type": "array",
        "items": {"enum": [code for code, _ in v.woorden]},
    },
    Soort.KENMERK: lambda v: {"type": "string", "maxLength": v.langst},
    Soort.VERWIJZING: lambda v: {"type": "string", "maxLength": v.langst},
}
VAN_DE_INTAKE: Mapping[Soort, Callable[[Eigen], Schema]] = {
    Soort.ANTWOORDEN: lambda eigen: _object(
        {q.code: _antwoord(q) for q in (*VRAGEN, *eigen)}, []
    ),
    Soort.UITKOMSTEN: lambda eigen: _object(
        {code: _uitkomst(naam) for code, naam in alle_onderwerpen(eigen).items()}, []
    ),
}


def _van_veld(veld: Veld, eigen: Eigen) -> Schema:
    if veld.soort in VAN_DE_INTAKE:
        said = VAN_DE_INTAKE[veld.soort](eigen)
    else:
        said = ALS_SCHEMA[veld.soort](veld)
    if not veld.verplicht:  # null and "" are the same as leaving it out
        said = {"anyOf": [said, {"enum": [None, ""]}]}
    words = "; ".join(f"{code}: {label}" for code, label in veld.woorden)
    about = f"{veld.opschrift} ({veld.soort.value})"
    return said | {"description": f"{about}. {words}" if words else about}


def _van_velden(velden: Mapping[str, Veld], eigen: Eigen = ()) -> Schema:
    return _object(
        {naam: _van_veld(veld, eigen) for naam, veld in velden.items()},
        [naam for naam, veld in velden.items() if veld.verplicht],
    )


def schema(eigen: Eigen = ()) -> Schema:
    """Give the JSON Schema of one line; ``eigen`` are a municipality's own questions."""
    aanmelding = _van_velden(vorm.aanmelding()) | {
        "anyOf": [{"required": ["bsn"]}, {"required": ["v_nummer"]}]
    }
    feiten = {
        soort: {
            "type": "array",
            "description": _wat(soort),
            "items": _van_velden(velden, eigen),
        }
        for soort, velden in vorm.soorten().items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Een regel van een bestand met dossiers",
        **_object(
            {"aanmelding": aanmelding, "feiten": _object(feiten, [])},
            ["aanmelding", "feiten"],
        ),
    }


def _wat(soort: str, om: str = "") -> str:
    """Say what a kind of row is, and in which order it is read."""
    naam = str(vorm.model_van(soort)._meta.verbose_name)
    if soort not in GEORDEND_OP:
        return naam
    return f"{naam}, op volgorde van {om}{GEORDEND_OP[soort]}{om}"


# --- The page in the docs -------------------------------------------------------------


def _rij(veld: Veld) -> str:
    codes = ", ".join(f"`{code}`" for code, _ in veld.woorden)
    how = codes or veld.soort.value
    if veld.soort is Soort.LIJST:
        how = f"lijst, tussen blokhaken, van: {codes}"
    elif veld.soort is Soort.VERWIJZING:
        how = f"`kenmerk` van een rij van `{veld.naar}` van dit dossier"
    elif veld.soort is Soort.TEKST:
        how = f"tekst, hoogstens {veld.langst} tekens"
    elif veld.soort is Soort.CODE:
        how = f"code van de landelijke tabel ({veld.tabel})"
    return f"| `{veld.naam}` | {'ja' if veld.verplicht else ''} | {veld.opschrift} | {how} |"


def _tabel(velden: Mapping[str, Veld]) -> str:
    head = ["| naam | verplicht | wat | hoe |", "|---|---|---|---|"]
    return "\n".join([*head, *map(_rij, velden.values()), ""])


AANMELDING = """## aanmelding

Een BSN of een V-nummer is nodig; beide mag. `geregistreerd_op` is de dag van de
registratie in het andere systeem. `klantmanager` is van wie het dossier wordt; zonder is
het van niemand. Een externe `begeleider` ziet het dossier.
"""
FEITEN = """## feiten

Elke soort is een lijst van objecten; een soort die er niet is, mag weg. Van elke rij staat
er van wie zij komt (`herkomst`) en wanneer het andere systeem het vastlegde
(`vastgelegd_op`). Of er een keurmerk was, volgt uit de aanbieder en de dagen.
"""
WERK = """## wat collega's schreven en planden

Ook deze soorten staan in `feiten`. Zij zijn geen feiten van de wet: geen wettelijke termijn
volgt eruit. Een open taak komt in de werkvoorraad, een agendapunt in de agenda. Wie leest wat
een collega schreef, ziet als schrijver wie de dossiers overnam; noem de schrijver zo nodig in
de tekst.
"""
ANTWOORDEN = f"""## antwoorden

De vragen van de brede intake, in `antwoorden`: per vraag een object met `antwoord`
({", ".join(f"`{a.value}`" for a in Antwoord)}) en, alleen als zij is beantwoord, `waarde`.

| vraag | wat | waarde |
|---|---|---|
"""
UITKOMSTEN = f"""## uitkomsten

Wat een onderwerp van de brede intake betekent voor het plan, in `uitkomsten`: per onderwerp
een object met `soort` ({", ".join(f"`{s.value}`" for s in Uitkomstsoort)}) en `tekst`, hoogstens
{LANGSTE} tekens. De onderwerpen: {", ".join(f"`{d.value}`" for d in Domein)}.
"""


def _vraag(vraag: Vraag) -> str:
    low, high = vraag.grenzen
    how = {
        Antwoordsoort.KEUZE: ", ".join(f"`{code}`" for code, _ in vraag.keuzes),
        Antwoordsoort.GETAL: f"geheel getal van {low} tot en met {high}",
        Antwoordsoort.TEKST: f"tekst, hoogstens {MAX_TEKST} tekens",
    }[vraag.soort]
    return f"| `{vraag.code}` | {vraag.vraag} | {how} |"


def bladzijde() -> str:
    """Give the page with every name of a line, for a supplier."""
    delen = [stappen(), AANMELDING, _tabel(vorm.aanmelding()), FEITEN]
    for soort, velden in vorm.soorten().items():
        delen += [WERK] if soort == next(iter(vorm.WERK)) else []
        delen += [f"### {soort}\n\n{_wat(soort, '`')}.\n", _tabel(velden)]
    delen.append(ANTWOORDEN + "".join(f"{_vraag(vraag)}\n" for vraag in VRAGEN))
    delen.append(UITKOMSTEN)
    return "\n".join(delen)


# --- Examples -------------------------------------------------------------------------


def _waarde(naam: str, velden: Mapping[str, Any]) -> Any:
    """Give a value of a life as it stands in a file."""
    waarde = velden[naam]
    if naam == "aanbieder" and waarde is not None:
        return AANBIEDERS[waarde].naam
    if naam == "cursus" and waarde is not None:
        return AANBIEDERS[velden["aanbieder"]].cursussen[waarde].naam
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def _gevuld(
    namen: Mapping[str, Veld], velden: Mapping[str, Any], collega: str
) -> dict[str, Any]:
    """Give what a life says of these names; whoever did something is one colleague."""
    said = {
        naam: collega if veld.soort is Soort.COLLEGA else _waarde(naam, velden)
        for naam, veld in namen.items()
        if naam in velden
    }
    return {
        naam: waarde
        for naam, waarde in said.items()
        if namen[naam].verplicht or waarde not in (None, "")
    }


def regel_van(leven: Leven, collega: str = "") -> dict[str, Any]:
    """Give a life as the object of one line; ``collega`` is the address of who acted."""
    rijen: dict[str, dict[int, Any]] = {soort: {} for soort in SOORTEN}
    aanmelding: dict[str, Any] = {}
    for stap in vouwen(leven):
        aanmelding |= stap.daad.gegevens if stap.rij is None else {}
        aanmelding |= stap.persoon | stap.traject
        if stap.rij is not None:
            rijen[stap.rij.soort][stap.rij.id] = stap.rij.velden
    feiten = {
        soort: [_gevuld(vorm.feit(soort), velden, collega) for velden in found.values()]
        for soort, found in rijen.items()
        if found
    }
    return {
        "aanmelding": _gevuld(vorm.aanmelding(), aanmelding, collega),
        "feiten": feiten,
    }


def voorbeelden(hoeveel: int, op: date, collega: str = "") -> Iterator[str]:
    """Give fictitious cases as lines, of providers that the demo municipality has."""
    for leven in genereer.levens(2021, hoeveel, op):
        if leven.daden:
            line = vul_bij(regel_van(leven, collega), op)
            yield json.dumps(line, ensure_ascii=False)
