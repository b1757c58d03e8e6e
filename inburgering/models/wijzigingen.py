"""What was changed in a case, field by field, out of the history tables.

One statement for all tables together. The rows are found by the ids of the facts: facts
are never deleted, and that column has an index in every history table.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, models

from inburgering.models.dossier import Dossier, terzijde
from inburgering.models.feiten import model_van
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.traject import opgegaan
from inburgering.models.verblijf import GEHEIM
from inburgering.wet import feiten as wet


# Never shown: keys, secrets, and what only the machine keeps.
VERZWEGEN = frozenset(
    {
        "bsn_versleuteld", "bsn_index", "zoeknaam", "klanknaam", "uuid", "versie", "gemeente", "id",
        "traject", "inburgeraar", "vastgelegd_op", "vastgelegd_door", "nummer",
        "onderdelen_gehaald", "onderdelen_open", "samengevoegd", "samengevoegd_met",
    }
)  # fmt: skip
GEHEIM_ADRES = GEHEIM | {"adres", "postcode", "woonplaats", "opvanglocatie"}


@dataclass(frozen=True)
class Wijziging:
    """One save of one row: which fields went from what to what."""

    moment: datetime
    model: type[models.Model]
    rij_id: int
    nieuw: bool
    gebruiker_id: int | None
    reden: str
    velden: tuple[tuple[models.Field, Any, Any], ...]


def _tables(dossier: Dossier) -> Iterator[tuple[type[models.Model], list[int]]]:
    traject = dossier.traject
    merged = opgegaan(traject)
    yield type(traject), [traject.pk, *(key for key, _, _ in merged)]
    persons = dict.fromkeys([traject.inburgeraar_id, *(key for _, _, key in merged)])
    yield apps.get_model("inburgering", "Inburgeraar"), list(persons)
    all_facts = [dossier.feiten, *(facts for _, facts in terzijde(traject))]
    for soort in wet.SOORTEN:
        ids = [feit.id for facts in all_facts for feit in getattr(facts, soort)]
        if ids:
            yield model_van(soort), ids


@cache
def _fields(model: type[models.Model], geheim: bool) -> tuple[models.Field, ...]:
    leave = VERZWEGEN | (GEHEIM_ADRES if geheim else frozenset())
    own = {field.attname for field in model.history.model.tracked_fields}
    return tuple(
        f
        for f in model._meta.concrete_fields
        if f.name not in leave and f.attname in own
    )


@cache
def _as_json(model: type[models.Model], geheim: bool, vendor: str) -> str:
    """Write a row of history as JSON of its fields, in the SQL of a database."""
    function = "json_build_object" if vendor == "postgresql" else "json_object"
    pairs = []
    for field in _fields(model, geheim):
        column = f'h."{field.column}"'
        if vendor == "sqlite" and isinstance(field, models.JSONField):
            column = f"json({column})"
        pairs.append(f"'{field.name}', {column}")
    return f"{function}({', '.join(pairs)})"


def _branch(
    number: int, model: type[models.Model], ids: list[int], geheim: bool
) -> str:
    row = _as_json(model, geheim, connection.vendor)
    marks = ", ".join(["%s"] * len(ids))
    return (
        f"SELECT {number}, h.id, h.history_id, h.history_date, h.history_type, "  # noqa: S608
        f"h.history_user_id, h.history_change_reason, {row} "
        f"FROM {model.history.model._meta.db_table} h "
        f"WHERE h.gemeente_id = %s AND h.id IN ({marks})"
    )


def _moment(value: Any) -> datetime:
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _changes(
    fields: Iterable[models.Field],
    old: Mapping[str, Any] | None,
    new: Mapping[str, Any],
) -> tuple[tuple[models.Field, Any, Any], ...]:
    former = old or {}
    return tuple(
        (f, former.get(f.name), new[f.name])
        for f in fields
        if new[f.name] != former.get(f.name) and (old or new[f.name] not in (None, ""))
    )


def wijzigingen(dossier: Dossier) -> list[Wijziging]:
    """Give the changes of a case and of what was merged into it, newest first."""
    tables = list(_tables(dossier))
    geheim = dossier.traject.inburgeraar.geheim_adres
    code = huidige_gemeente().pk
    branches, params = [], []
    for number, (model, ids) in enumerate(tables):
        branches.append(_branch(number, model, ids, geheim))
        params += [code, *ids]
    with connection.cursor() as cursor:
        cursor.execute(f"{' UNION ALL '.join(branches)} ORDER BY 1, 2, 4, 3", params)
        rows = cursor.fetchall()
    found: list[Wijziging] = []
    before: tuple[tuple[int, int], dict[str, Any]] | None = None
    for number, rij_id, _, when, kind, user, reason, values in rows:
        model = tables[number][0]
        new = json.loads(values) if isinstance(values, str) else values
        same = before is not None and before[0] == (number, rij_id)
        old = before[1] if same and before else None
        changed = _changes(_fields(model, geheim), old, new)
        before = ((number, rij_id), new)
        if changed:
            found.append(
                Wijziging(
                    _moment(when), model, rij_id, kind == "+" or old is None, user,
                    reason or "", changed,
                )
            )  # fmt: skip
    found.sort(key=lambda change: change.moment, reverse=True)
    return found
