"""A case as data for a machine: what ``stand()`` answers, in the words of the API.

Names become lowerCamelCase; a source of law becomes its parts and the words that people
read; days are ISO 8601. No BSN, no address, no free text.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from inburgering.models.dossier import Dossier
from inburgering.wet.aanvraag import behandelingen
from inburgering.wet.bron import Bron
from inburgering.wet.feiten import Feiten
from inburgering.wet.uitkomst import Gebruikt
from inburgering.wet.verlenging import VERLENGBAAR, uitzicht
from inburgering.wet.verzuim import verzuim


def camel(naam: str) -> str:
    """Write ``gehaald_op`` as "gehaaldOp"."""
    first, *rest = naam.split("_")
    return first + "".join(word.capitalize() for word in rest)


def paren(gebruikt: tuple[Gebruikt, ...]) -> list[dict[str, Any]]:
    """Give the facts that an outcome rests on: what each is called, and what it is."""
    return [{"label": label, "waarde": als_json(feit)} for label, feit in gebruikt]


def _veld(naam: str, waarde: Any) -> Any:
    return paren(waarde) if naam == "gebruikt" else als_json(waarde)


def als_json(waarde: Any) -> Any:
    """Turn what the law answers into what JSON knows."""
    if isinstance(waarde, Bron):
        return {
            "wet": waarde.wet, "artikel": waarde.artikel,
            "zekerheid": waarde.zekerheid.value, "tekst": str(waarde),
        }  # fmt: skip
    if is_dataclass(waarde):
        return {
            camel(veld.name): _veld(veld.name, getattr(waarde, veld.name))
            for veld in fields(waarde)
        }
    if isinstance(waarde, Mapping):  # the acts, each with its judgement
        return [
            {"handeling": key.value, "label": key.label} | als_json(value)
            for key, value in waarde.items()
        ]
    if isinstance(waarde, tuple | list):
        return [als_json(part) for part in waarde]
    if isinstance(waarde, Enum):
        return waarde.value
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def _aanvragen(feiten: Feiten) -> list[dict[str, Any]]:
    """Give what was asked of DUO, with the answer."""
    return [
        {
            "soort": b.aanvraag.soort.value,
            "ingediendOp": b.aanvraag.ingediend_op.isoformat(),
            "uitslag": b.uitslag.value,
            "besluitOp": als_json(b.besluit.besloten_op) if b.besluit else None,
        }
        for b in behandelingen(feiten.aanvragen, feiten.duo_besluiten)
    ]


def _verlenging(dossier: Dossier) -> Any:
    """Give per ground how the case stands for an extension, where the term runs."""
    if dossier.stand.status not in VERLENGBAAR:
        return []
    return als_json(uitzicht(dossier.feiten, dossier.stand.peildatum))


def _verzuim(dossier: Dossier) -> Any:
    return als_json(verzuim(dossier.feiten.uren, dossier.stand.peildatum))


def uittreksel(dossier: Dossier, *, met_handhaving: bool = True) -> dict[str, Any]:
    """Give a case and how it stands; absence is counted for who may enforce alone."""
    traject, bekend = dossier.traject, dossier.feiten.traject
    return {
        "nummer": traject.nummer,
        "versie": traject.versie,
        "geregistreerdOp": bekend.geregistreerd_op.isoformat(),
        "doelgroep": dossier.stand.doelgroep.value,
        "naam": traject.inburgeraar.naam,
        "bsnBekend": bool(traject.inburgeraar.bsn_index),
        "stand": als_json(dossier.stand),
        "aanvragen": _aanvragen(dossier.feiten),
        "verlenging": _verlenging(dossier),
        "verzuim": _verzuim(dossier) if met_handhaving else None,
    }
