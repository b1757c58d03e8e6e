"""How a recorded row reads on a screen: its fields by their labels, in plain words.

Everything is derived from the model, so a new kind of fact shows, corrects and explains
its history without a line of its own.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, partial
from typing import Any

from django.db import models

from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.spil import GEDAAN
from inburgering.integrations.landelijke_tabellen import omschrijving
from inburgering.models.spoor import OVERGENOMEN
from inburgering.templatetags.opmaak import datum, getal, onvolledige_datum
from inburgering.wet.begrippen import Onderdeel
from inburgering.wet.duobesluit import grond_in_woorden
from inburgering.wet.lestijden import in_woorden as dagdelen_in_woorden


# What every row carries and nobody reads.
BIJZAAK = frozenset(
    {
        "id", "gemeente", "traject", "inburgeraar", "uuid", "zoeknaam", "klanknaam",
        "bsn_index", "bsn_versleuteld", "onderdelen_gehaald", "onderdelen_open",
        "vastgelegd_op", "vastgelegd_door", "versie", "antwoorden", "uitkomsten",
    }
)  # fmt: skip
HANDELING_LABEL: Mapping[str, str] = {
    act.value: words for act, words in GEDAAN.items()
} | {OVERGENOMEN: "Overgenomen uit een ander systeem"}


def opschrift(veld: models.Field) -> str:
    """Give the label of a field, with a capital."""
    words = str(veld.verbose_name)
    return words[:1].upper() + words[1:]


def _levels(value: Any) -> str:
    pairs = value.items() if isinstance(value, Mapping) else ()
    return ", ".join(f"{Onderdeel(part).label.lower()} {niv}" for part, niv in pairs)


def _day(waarde: Any) -> str:
    return datum(date.fromisoformat(waarde[:10]) if isinstance(waarde, str) else waarde)


ZEG: tuple[tuple[type[models.Field], Callable[[Any], str]], ...] = (
    (models.BooleanField, lambda waarde: "Ja" if waarde else "Nee"),
    (models.DateField, _day),
    (models.JSONField, _levels),
    (models.IntegerField, getal),
)

# Codes and parts of days: by the name of the field, since the type says too little.
ZEG_OP_NAAM: Mapping[str, Callable[[Any], str]] = {
    "geboortedatum": onvolledige_datum,
    "dagdelen": dagdelen_in_woorden,
    "grond": grond_in_woorden,
    "gemeente_code": partial(omschrijving, "gemeente"),
}


@cache
def _labels(veld: models.Field) -> Mapping[Any, str]:
    return dict(veld.flatchoices)


def in_woorden(
    veld: models.Field, waarde: Any, namen: Mapping[int, str] | None = None
) -> str:
    """Say a value as a colleague reads it; ``namen`` says a foreign key."""
    if waarde is None or waarde == "":
        return ""
    if veld.choices:
        return _labels(veld).get(waarde, str(waarde))
    if isinstance(veld, models.ForeignKey) and not isinstance(waarde, models.Model):
        return (namen or {}).get(waarde, "")
    if veld.name in ZEG_OP_NAAM:
        return ZEG_OP_NAAM[veld.name](waarde)
    for kind, say in ZEG:
        if isinstance(veld, kind):
            return say(waarde)
    return str(waarde)


def velden_van(
    model: type[models.Model], weg: Iterable[str] = ()
) -> list[models.Field]:
    """Give the fields of a fact that mean something to a reader."""
    leave = BIJZAAK | set(weg)
    return [f for f in model._meta.concrete_fields if f.name not in leave]


def rijen(rij: models.Model, weg: Iterable[str] = ()) -> list[dict[str, str]]:
    """Give the filled fields of a row as lines (label, value); empty fields stay away."""
    lines = []
    for veld in velden_van(type(rij), weg):
        value = in_woorden(veld, getattr(rij, veld.name))
        if value:
            lines.append({"label": opschrift(veld), "waarde": value})
    return lines


def handeling_label(waarde: str) -> str:
    """Give the words of an act that was done, as the trail tells it."""
    return HANDELING_LABEL.get(waarde, waarde.replace("_", " ").capitalize())


def gekeken(rows: Iterable[Any]) -> list[dict[str, Any]]:
    """Give rows of the access log in words; they name cases, never a newcomer."""
    roles = {role.value: role.label for role in Rol}
    kinds = {kind.value: kind.label for kind in Inzage}
    return [
        {
            "moment": row.moment,
            "naam": row.naam,
            "rol": roles.get(row.rol, row.rol),
            "nummer": row.nummer,
            "wat": ": ".join(
                part for part in (kinds.get(row.inzage, row.inzage), row.reden) if part
            ),
        }
        for row in rows
    ]
