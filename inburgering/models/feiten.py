"""All facts of one case in one statement, as the law wants them.

The question to the database is derived from the dataclasses in ``wet.feiten``: a model
of the same name has columns of the same names. Each kind becomes one branch of a
UNION ALL that gives (kind, row as JSON). The normal week and what the municipality set or
asks itself ride along: a branch more each, the latter of the municipality and not of the
case. With ``bekend_op`` the same question is put to the history tables: what was known to
us at that moment.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from django.apps import apps
from django.db import connection, models

from inburgering.models.gemeente import huidige_gemeente
from inburgering.wet import feiten as wet


Rij = dict[str, Any]

# The stored terms ride along, so that an act compares them without a question more.
TERMIJN_VELDEN = (
    "id", "soort", "volgnummer", "begin", "einde", "uiterlijk", "voldaan_op",
    "vervallen", "wettelijk", "reden", "artikel", "zekerheid",
    "klantmanager_id", "team_id",
)  # fmt: skip
VAN_DE_GEMEENTE: Mapping[str, type] = {
    "instellingen": wet.Instelling,
    "intakevragen": wet.Intakevraag,
}
VAN_ZAAK = "traject_id"
TERMIJN_DATUMS = frozenset({"begin", "einde", "uiterlijk", "voldaan_op"})
TERMIJN_BOOLEANS = frozenset({"vervallen", "wettelijk"})


def model_van(soort: str) -> type[models.Model]:
    """Give the model that keeps a kind of fact (a field name of ``wet.Feiten``)."""
    return apps.get_model("inburgering", wet.SOORTEN[soort].__name__)


def _strip_optional(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not NoneType)
    return hint


def _reader(hint: Any) -> Callable[[Any], Any]:
    """Give the function that turns a JSON value into what the dataclass field holds."""
    kind = _strip_optional(hint)
    optional = kind is not hint
    if kind is date:
        return lambda value: date.fromisoformat(value[:10]) if value else None
    if kind is bool:
        return lambda value: None if value is None and optional else bool(value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return lambda value: kind(value) if value else None
    if get_origin(kind) is tuple:  # words, kept as JSON
        return lambda value: tuple(
            json.loads(value) if isinstance(value, str) else value
        )
    if get_origin(kind) is not None:  # a mapping, kept as JSON
        return lambda value: (
            json.loads(value) if isinstance(value, str) else value or {}
        )
    return lambda value: value


@cache
def _readers(kind: type) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(kind)
    return {field.name: _reader(hints[field.name]) for field in fields(kind)}


def _json_row(model: type[models.Model], names: Iterable[str], vendor: str) -> str:
    function = "json_build_object" if vendor == "postgresql" else "json_object"
    parts = []
    for name in names:
        field = model._meta.get_field(name)
        column = f't."{field.column}"'
        if vendor == "sqlite" and isinstance(field, models.JSONField):
            column = f"json({column})"
        parts.append(f"'{name}', {column}")
    return f"{function}({', '.join(parts)})"


def _branch(
    soort: str, model: type[models.Model], names: Iterable[str], key: str,
    vendor: str, history: bool,
) -> str:  # fmt: skip
    """Give the part of the question for a kind; without ``key`` of the municipality."""
    row = _json_row(model, names, vendor)
    if not history:
        of_case = f" AND t.{key} = %s" if key else ""
        return (
            f"SELECT '{soort}', {row} FROM {model._meta.db_table} t "  # noqa: S608
            f"WHERE t.gemeente_id = %s{of_case}"
        )
    of_case = f" AND h.{key} = %s" if key else ""
    table = model.history.model._meta.db_table
    # A merger gives rows to another case; what was known of them here is of before that.
    left = (
        f" AND NOT EXISTS (SELECT 1 FROM {table} n WHERE n.id = t.id "  # noqa: S608
        f"AND n.{key} <> t.{key} AND n.history_date <= %s AND (n.history_date, "
        f"n.history_id) > (t.history_date, t.history_id))"
        if key == VAN_ZAAK
        else ""
    )
    return (
        f"SELECT '{soort}', {row} FROM (SELECT h.*, row_number() OVER (PARTITION BY id "  # noqa: S608
        f"ORDER BY history_date DESC, history_id DESC) AS nummer_terug FROM {table} h "
        f"WHERE h.gemeente_id = %s{of_case} AND h.history_date <= %s) t "
        f"WHERE t.nummer_terug = 1 AND t.history_type <> '-'{left}"
    )


@cache
def _question(vendor: str, history: bool) -> tuple[str, int]:
    """Give the SQL and the number of branches of the case; made once a database."""
    traject = apps.get_model("inburgering", "Traject")
    persoon = apps.get_model("inburgering", "Inburgeraar")
    termijn = apps.get_model("inburgering", "Termijn")
    branches = [
        _branch("traject", traject, _readers(wet.Traject), "id", vendor, history),
        _branch(
            "inburgeraar", persoon, _readers(wet.Inburgeraar), "id", vendor, history
        ),
        _branch("termijnen", termijn, TERMIJN_VELDEN, VAN_ZAAK, vendor, history),
    ]
    branches += [
        _branch(soort, model_van(soort), _readers(kind), VAN_ZAAK, vendor, history)
        for soort, kind in wet.SOORTEN.items()
    ]
    branches.append(
        _branch(
            "rooster", apps.get_model("inburgering", "Roosterregel"),
            _readers(wet.Roosterregel), VAN_ZAAK, vendor, history,
        )
    )  # fmt: skip
    eigen = [
        _branch(
            soort, apps.get_model("inburgering", kind.__name__), _readers(kind), "",
            vendor, history,
        )
        for soort, kind in VAN_DE_GEMEENTE.items()
    ]  # fmt: skip
    return " UNION ALL ".join([*branches, *eigen]), len(branches)


def _rows(traject: Any, bekend_op: datetime | None) -> Iterable[tuple[str, Rij]]:
    sql, branches = _question(connection.vendor, bekend_op is not None)
    code = huidige_gemeente().pk
    keys = [traject.pk, traject.inburgeraar_id] + [traject.pk] * (branches - 2)
    moment = connection.ops.adapt_datetimefield_value(bekend_op) if bekend_op else None
    params: list[Any] = []
    for number, key in enumerate(keys):
        # The first two branches are the case and the person themselves.
        params += [code, key] + ([moment] * (1 if number < 2 else 2) if moment else [])
    for _ in VAN_DE_GEMEENTE:
        params += [code] + ([moment] if moment else [])
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        for soort, row in cursor.fetchall():
            yield soort, json.loads(row) if isinstance(row, str) else row


def _read(kind: type, row: Rij) -> Any:
    return kind(**{name: read(row[name]) for name, read in _readers(kind).items()})


def lees_rij(soort: str, rij: models.Model) -> Any:
    """Give the fact that a row says, saved or not (``soort``: a field of ``Feiten``)."""
    kind = wet.SOORTEN.get(soort) or {
        "traject": wet.Traject, "inburgeraar": wet.Inburgeraar,
        "rooster": wet.Roosterregel,
    }[soort]  # fmt: skip
    values = {}
    for name in _readers(kind):
        value = getattr(rij, rij._meta.get_field(name).attname)
        values[name] = value.isoformat() if isinstance(value, date) else value
    return _read(kind, values)


def als_feiten(
    persoon: models.Model, traject: models.Model,
    rijen: Mapping[str, Iterable[models.Model]], instellingen: tuple[wet.Instelling, ...],
    intakevragen: tuple[wet.Intakevraag, ...] = (),
) -> wet.Feiten:  # fmt: skip
    """Give the facts that rows say, saved or not, per kind in the order of happening.

    The normal week is read along; rows of a kind that the law does not know are not.
    """
    found = {
        soort: [lees_rij(soort, rij) for rij in rijen.get(soort, ())]
        for soort in wet.SOORTEN
    }
    return wet.Feiten(
        inburgeraar=lees_rij("inburgeraar", persoon),
        traject=lees_rij("traject", traject),
        **{soort: op_volgorde(soort, rows) for soort, rows in found.items()},
        rooster=tuple(lees_rij("rooster", rij) for rij in rijen.get("rooster", ())),
        instellingen=instellingen,
        intakevragen=intakevragen,
    )


def _termijn(row: Rij) -> Rij:
    for name in TERMIJN_DATUMS:
        row[name] = date.fromisoformat(row[name][:10]) if row[name] else None
    for name in TERMIJN_BOOLEANS:
        row[name] = bool(row[name])
    return row


def als_instelling(rij: models.Model) -> wet.Instelling:
    """Give what a row says that the municipality set."""
    return wet.Instelling(**{n: getattr(rij, n) for n in _readers(wet.Instelling)})


def als_intakevraag(rij: models.Model) -> wet.Intakevraag:
    """Give what a row says that the municipality asks at the intake."""
    values = {name: getattr(rij, name) for name in _readers(wet.Intakevraag)}
    return wet.Intakevraag(**values | {"keuzes": tuple(values["keuzes"])})


def lees_instellingen() -> tuple[wet.Instelling, ...]:
    """Give what the municipality in force set itself, for when there is no case yet."""
    rows = apps.get_model("inburgering", "Instelling").objects.all()
    return tuple(map(als_instelling, rows))


def op_volgorde(soort: str, found: list[Any]) -> tuple[Any, ...]:
    """Give the facts of a kind in the order in which they happened."""
    name = wet.GEORDEND_OP[soort]

    def moment(feit: Any) -> tuple[bool, Any, int]:
        value = getattr(feit, name)
        return (value is None, value if value is not None else 0, feit.id)

    return tuple(sorted(found, key=moment))


@cache
def _question_of_all(vendor: str, soorten: tuple[str, ...]) -> tuple[str, int]:
    """Give the SQL for a few kinds of all cases, and how many branches it has."""
    kinds: dict[str, tuple[type, tuple[str, ...]]] = {
        "traject": (wet.Traject, ("id", "inburgeraar_id", "samengevoegd_met_id")),
        "inburgeraar": (wet.Inburgeraar, ("id",)),
    }
    kinds |= {soort: (wet.SOORTEN[soort], ("traject_id",)) for soort in soorten}
    branches = [
        _branch(
            soort, apps.get_model("inburgering", kind.__name__),
            [*_readers(kind), *keys], "", vendor, history=False,
        )
        for soort, (kind, keys) in kinds.items()
    ]  # fmt: skip
    return " UNION ALL ".join(branches), len(branches)


def lees_alle_feiten(soorten: tuple[str, ...]) -> dict[int, wet.Feiten]:
    """Read these kinds of facts of every case of the municipality: one statement.

    For what is counted over all cases; of the other kinds the answer says nothing.
    """
    sql, branches = _question_of_all(connection.vendor, soorten)
    persons: dict[int, wet.Inburgeraar] = {}
    cases: dict[int, tuple[wet.Traject, int]] = {}
    found: dict[int, dict[str, list[Any]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(sql, [huidige_gemeente().pk] * branches)
        for soort, text in cursor:
            row = json.loads(text) if isinstance(text, str) else text
            if soort == "traject":
                if row["samengevoegd_met_id"] is None:  # else it is no case any more
                    traject = _read(wet.Traject, row)
                    cases[row["id"]] = traject, row["inburgeraar_id"]
            elif soort == "inburgeraar":
                persons[row["id"]] = _read(wet.Inburgeraar, row)
            else:
                mine = found.setdefault(row["traject_id"], {})
                mine.setdefault(soort, []).append(_read(wet.SOORTEN[soort], row))
    return {
        key: wet.Feiten(
            inburgeraar=persons[person],
            traject=traject,
            **{s: op_volgorde(s, rows) for s, rows in found.get(key, {}).items()},
        )
        for key, (traject, person) in cases.items()
    }


def lees_feiten(
    traject: Any, bekend_op: datetime | None = None
) -> tuple[wet.Feiten, list[Rij]]:
    """Read the facts and the stored terms of a case: one statement.

    ``bekend_op`` asks what was known to us at that moment. Raises ``LookupError`` when
    the case was not known then (or is not of the municipality in force).
    """
    found: dict[str, list[Any]] = {soort: [] for soort in wet.SOORTEN}
    single: dict[str, Any] = {}
    termijnen: list[Rij] = []
    eigen: dict[str, list[Any]] = {soort: [] for soort in VAN_DE_GEMEENTE}
    rooster: list[wet.Roosterregel] = []
    for soort, row in _rows(traject, bekend_op):
        if soort == "termijnen":
            termijnen.append(_termijn(row))
        elif soort == "traject":
            single[soort] = _read(wet.Traject, row)
        elif soort == "inburgeraar":
            single[soort] = _read(wet.Inburgeraar, row)
        elif soort == "rooster":
            rooster.append(_read(wet.Roosterregel, row))
        elif soort in VAN_DE_GEMEENTE:
            eigen[soort].append(_read(VAN_DE_GEMEENTE[soort], row))
        else:
            found[soort].append(_read(wet.SOORTEN[soort], row))
    if len(single) < 2:
        raise LookupError("Dit traject was toen nog niet bekend.")
    ordered = {soort: op_volgorde(soort, rows) for soort, rows in found.items()}
    of_office = {soort: tuple(rows) for soort, rows in eigen.items()}
    week = tuple(sorted(rooster, key=lambda r: r.id))
    feiten = wet.Feiten(**single, **ordered, rooster=week, **of_office)
    return feiten, termijnen
