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
from inburgering.management.overname.lezen import LANGSTE_REGEL, MEESTE_REGELS
from inburgering.management.overname.velden import (
    LAATSTE_JAAR,
    MEESTE_FEITEN,
    VROEGSTE_JAAR,
)
from inburgering.management.overname.vorm import Soort, Veld
from inburgering.models.feiten import model_van
from inburgering.wet.begrippen import Antwoord
from inburgering.wet.feiten import GEORDEND_OP, SOORTEN
from inburgering.wet.intake import (
    MAX_TEKST,
    VRAGEN,
    Antwoordsoort,
    Domein,
    Vraag,
)
from inburgering.wet.intakeuitkomst import LANGSTE, Uitkomstsoort


Schema = dict[str, Any]

# --- JSON Schema ----------------------------------------------------------------------


def _antwoord(vraag: Vraag) -> Schema:
    waarde: Schema = {"type": "string", "maxLength": MAX_TEKST}
    if vraag.soort is Antwoordsoort.KEUZE:
        waarde = {"enum": [code for code, _ in vraag.keuzes]}
    elif vraag.soort is Antwoordsoort.GETAL:
        low, high = vraag.grenzen
        waarde = {"type": "integer", "minimum": low, "maximum": high}
    return {
        "type": "object",
        "description": vraag.vraag,
        "required": ["antwoord"],
        "properties": {
            "antwoord": {"enum": [a.value for a in Antwoord]},
            "waarde": {"anyOf": [waarde, {"enum": [None, ""]}]},
        },
        "additionalProperties": False,
    }


def _uitkomst(domein: Domein) -> Schema:
    words = {"type": "string", "minLength": 1, "maxLength": LANGSTE}
    return _object(
        {"soort": {"enum": [s.value for s in Uitkomstsoort]}, "tekst": words},
        ["soort", "tekst"],
    ) | {"description": domein.label}


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
    Soort.ANTWOORDEN: lambda v: _object({q.code: _antwoord(q) for q in VRAGEN}, []),
    Soort.UITKOMSTEN: lambda v: _object({d.value: _uitkomst(d) for d in Domein}, []),
}


def _van_veld(veld: Veld) -> Schema:
    said = ALS_SCHEMA[veld.soort](veld)
    if not veld.verplicht:  # null and "" are the same as leaving it out
        said = {"anyOf": [said, {"enum": [None, ""]}]}
    words = "; ".join(f"{code}: {label}" for code, label in veld.woorden)
    about = f"{veld.opschrift} ({veld.soort.value})"
    return said | {"description": f"{about}. {words}" if words else about}


def _van_velden(velden: Mapping[str, Veld]) -> Schema:
    return _object(
        {naam: _van_veld(veld) for naam, veld in velden.items()},
        [naam for naam, veld in velden.items() if veld.verplicht],
    )


def schema() -> Schema:
    """Give the JSON Schema of one line."""
    aanmelding = _van_velden(vorm.aanmelding()) | {
        "anyOf": [{"required": ["bsn"]}, {"required": ["v_nummer"]}]
    }
    feiten = {
        soort: {
            "type": "array",
            "description": f"{model_van(soort)._meta.verbose_name}, op volgorde van "
            f"{GEORDEND_OP[soort]}",
            "items": _van_velden(velden),
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


# --- The page in the docs -------------------------------------------------------------


def _rij(veld: Veld) -> str:
    codes = ", ".join(f"`{code}`" for code, _ in veld.woorden)
    how = codes or veld.soort.value
    if veld.soort is Soort.TEKST:
        how = f"tekst, hoogstens {veld.langst} tekens"
    elif veld.soort is Soort.CODE:
        how = f"code van de landelijke tabel ({veld.tabel})"
    return f"| `{veld.naam}` | {'ja' if veld.verplicht else ''} | {veld.opschrift} | {how} |"


def _tabel(velden: Mapping[str, Veld]) -> str:
    head = ["| naam | verplicht | wat | hoe |", "|---|---|---|---|"]
    return "\n".join([*head, *map(_rij, velden.values()), ""])


INLEIDING = f"""# De vorm van een bestand met dossiers

Gemaakt uit `inburgering/management/overname/vorm.py` met `make docs`. Hoe men een bestand
overneemt, staat in [beheer.md](beheer.md). Dezelfde vorm als JSON Schema geeft
`manage.py importeer-dossiers --schema`; `--voorbeeld 5` geeft vijf verzonnen dossiers.

Het bestand is JSON Lines in UTF-8 zonder BOM: elke regel is een object met `aanmelding`
en `feiten`. Een naam die hier niet staat, wordt geweigerd. Wat niet verplicht is, mag weg,
`null` of leeg zijn. Datums zijn `jjjj-mm-dd`, van {VROEGSTE_JAAR} tot en met {LAATSTE_JAAR};
wat is gebeurd, ligt niet in de toekomst. Een regel is hoogstens {LANGSTE_REGEL:_} bytes, een
dossier hoogstens {MEESTE_FEITEN:_} feiten, een bestand hoogstens {MEESTE_REGELS:_} regels.

Een melding noemt de regel (vanaf 1) en het pad; een plaats in een lijst telt vanaf 0:
`feiten.pips[0].dagtekening` is de dagtekening van het eerste PIP.
"""
AANMELDING = """## aanmelding

Een BSN of een V-nummer is nodig; beide mag. `geregistreerd_op` is de dag van de
registratie in het andere systeem. `klantmanager` is van wie het dossier wordt; zonder is
het van niemand.
"""
FEITEN = """## feiten

Elke soort is een lijst van objecten; een soort die er niet is, mag weg. Van elk feit staat
er van wie het komt (`herkomst`) en wanneer het andere systeem het vastlegde
(`vastgelegd_op`). Of er een keurmerk was, volgt uit de aanbieder en de dagen.
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
    delen = [INLEIDING, AANMELDING, _tabel(vorm.aanmelding()), FEITEN]
    for soort, velden in vorm.soorten().items():
        naam = model_van(soort)._meta.verbose_name
        kop = f"### {soort}\n\n{naam}, op volgorde van `{GEORDEND_OP[soort]}`.\n"
        delen += [kop, _tabel(velden)]
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
            yield json.dumps(regel_van(leven, collega), ensure_ascii=False)
