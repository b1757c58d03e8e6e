"""What can be corrected, and what a case would look like with the corrected value.

Everything is derived from the models and the facts of the law: a new kind of fact can be
corrected without a line of its own.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from datetime import date
from typing import Any

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import models

from inburgering.models.feiten import lees_rij, model_van, op_volgorde
from inburgering.models.traject import Traject
from inburgering.wet import feiten as wet
from inburgering.wet.handelingen import HANDELINGEN
from inburgering.wet.kalender import OnvolledigeDatum
from inburgering.wet.toetsing import GEBEURD, NOG_NIET_GEBOREN, VOLGORDE


# Kept by the system, moved by acts of their own, or (answers, outcomes) filled in again.
VAST = frozenset(
    {
        "id", "gemeente", "traject", "vastgelegd_op", "vastgelegd_door", "versie",
        "status", "antwoorden", "uitkomsten",
    }
)  # fmt: skip
# Of the registration: only what the law counts with; name and address have their own act.
AANMELDING: Mapping[str, tuple[str, ...]] = {
    "traject": (
        "volggrond", "doelgroep", "gedetailleerde_doelgroep", "verblijfsituatie", "datum_plicht",
        "datum_kennisgeving", "datum_koppeling", "datum_uitstroom",
        "datum_inschrijving", "informatie_derden_nodig", "informatie_derden_op",
    ),
    "inburgeraar": ("geboortedatum", "overleden_op"),
}  # fmt: skip
AANMELDINGSDATUMS = ("datum_plicht", "datum_koppeling", "overleden_op")


def model_voor(soort: str) -> type[models.Model]:
    """Give the model of a kind of fact. Raises ``LookupError`` for an unknown kind."""
    if soort in AANMELDING:
        return apps.get_model("inburgering", soort)
    return model_van(soort)


def velden(soort: str) -> list[models.Field]:
    """Give the fields of a kind of fact that can be corrected."""
    own = model_voor(soort)._meta.concrete_fields
    if soort in AANMELDING:
        return [f for f in own if f.name in AANMELDING[soort]]
    return [f for f in own if f.name not in VAST]


def rij(traject: Traject, soort: str, rij_id: int) -> Any:
    """Find a recorded fact of this case. Raises ``LookupError`` for another's."""
    if soort in AANMELDING:
        found = traject if soort == "traject" else traject.inburgeraar
        if found.pk != rij_id:
            raise LookupError(soort)
        return found
    try:
        return model_van(soort).objects.get(traject=traject, pk=rij_id)
    except ObjectDoesNotExist:
        raise LookupError(soort) from None


def naar_json(waarde: Any) -> Any:
    """Give a value as it is kept in a correction."""
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, models.Model):
        return waarde.pk
    return waarde


def waarden(gegeven: Any, soort: str) -> dict[str, Any]:
    """Give the present values of a fact, as they are kept in a correction."""
    return {f.name: naar_json(getattr(gegeven, f.attname)) for f in velden(soort)}


def zet(gegeven: Any, soort: str, nieuw: Mapping[str, Any]) -> Any:
    """Put kept values back on a row (unsaved)."""
    for field in velden(soort):
        if field.name in nieuw:
            value = nieuw[field.name]
            if isinstance(field, models.DateField) and isinstance(value, str):
                value = date.fromisoformat(value)
            setattr(gegeven, field.attname, value)
    return gegeven


def met_wijziging(
    feiten: wet.Feiten, soort: str, gegeven: Any, nieuw: Mapping[str, Any]
) -> wet.Feiten:
    """Give the facts of the case as they would be with the corrected row."""
    changed = zet(copy(gegeven), soort, nieuw)
    fact = lees_rij(soort, changed)
    if soort in AANMELDING:
        return replace(feiten, **{soort: fact})
    others = [f for f in getattr(feiten, soort) if f.id != fact.id]
    return replace(feiten, **{soort: op_volgorde(soort, [*others, fact])})


def onmogelijk(
    soort: str, nieuw: Mapping[str, Any], vandaag: date, geboren: str
) -> tuple[str, str] | None:
    """Say which value cannot be true (field, reason), or None.

    The same two tables as for the acts: what has happened is not in the future and not
    before the birth, and the second of two days is not before the first.
    """
    days = {
        name: date.fromisoformat(value)
        for name, value in nieuw.items()
        if isinstance(value, str) and _is_day(soort, name)
    }
    happened = {
        name
        for act, names in GEBEURD.items()
        if HANDELINGEN[act].feit == soort
        for name in names
    } | set(AANMELDINGSDATUMS)
    born = OnvolledigeDatum.lees(nieuw.get("geboortedatum", geboren)).vroegste
    if born > vandaag:
        return "geboortedatum", NOG_NIET_GEBOREN
    for name in sorted(happened & days.keys()):
        if days[name] > vandaag:
            return name, "Deze dag ligt in de toekomst."
        if days[name] < born:
            return name, "Deze dag ligt voor de geboortedatum. Controleer het jaar."
    for act, first, later, what in VOLGORDE:
        if HANDELINGEN[act].feit != soort or not {first, later} <= days.keys():
            continue
        if days[later] < days[first]:
            return later, f"Deze dag ligt voor {what} ({days[first]:%d-%m-%Y})."
    return None


def _is_day(soort: str, name: str) -> bool:
    return isinstance(model_voor(soort)._meta.get_field(name), models.DateField)
