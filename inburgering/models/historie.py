"""The history of the case tables, and the one module that writes many rows at once.

Elsewhere ``update``, ``bulk_create`` and ``bulk_update`` on case tables are banned (a
house test looks): they would pass by the history.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection, models
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords

from inburgering.models.gemeente import GemeenteManager, huidige_gemeente


Rij = dict[str, Any]

IN_EEN_KEER = 1000


class Historiemanager(HistoryManager):
    """Former states of the rows of the municipality in force."""

    def get_super_queryset(self) -> models.QuerySet:
        """Give only rows of the municipality in force."""
        code = huidige_gemeente().pk
        return super().get_super_queryset().filter(gemeente_id=code)


class Historierij(models.Model):
    """What every history table shares: it obeys the municipality in force too."""

    objects = GemeenteManager()

    class Meta:
        abstract = True


class Historie(HistoricalRecords):
    """History with the indexes that are asked for, instead of one per foreign key.

    Two are: the former states of one row, and of all facts of one case. Each index that
    is not there makes every act a little cheaper.
    """

    def __init__(self, **kw: Any) -> None:
        """Keep history per municipality, for more rows than fit in 31 bits."""
        super().__init__(
            bases=(Historierij,),
            history_manager=Historiemanager,
            history_id_field=models.BigAutoField(),
            **kw,
        )

    def copy_fields(self, model: type[models.Model]) -> dict[str, models.Field]:
        """Copy the fields, without an index of their own."""
        velden = super().copy_fields(model)
        for veld in velden.values():
            veld.db_index = False
        return velden

    def get_extra_fields(self, model: Any, fields: Any) -> dict[str, Any]:
        """Add when, by whom and why, without an index of their own."""
        extra = super().get_extra_fields(model, fields)
        extra["history_date"].db_index = False
        extra["history_user"].db_index = False
        return extra

    def get_meta_options(self, model: Any) -> dict[str, Any]:
        """Index what is asked for."""
        naam = model._meta.model_name
        indexes = [
            models.Index(
                fields=["gemeente", "id", "-history_date"], name=f"{naam}_h_rij"
            )
        ]
        if any(veld.name == "traject" for veld in model._meta.fields):
            indexes.append(
                models.Index(fields=["gemeente", "traject"], name=f"{naam}_h_traject")
            )
        return super().get_meta_options(model) | {"indexes": indexes}


def _history_rows(
    rows: Sequence[models.Model], new: Sequence[bool], moment: datetime, user_id: int | None,
    reason: str,
) -> list[models.Model]:  # fmt: skip
    model = type(rows[0])
    history = model.history.model
    tracked = [field.attname for field in history.tracked_fields]
    return [
        history(
            history_date=moment,
            history_type="+" if is_new else "~",
            history_user_id=user_id,
            history_change_reason=reason[:100],
            **{name: getattr(row, name) for name in tracked},
        )
        for row, is_new in zip(rows, new, strict=True)
    ]


def bewaar_veel(
    rows: Sequence[models.Model], *, uniek: Sequence[str], velden: Sequence[str],
    moment: datetime, user_id: int | None, reason: str,
) -> None:  # fmt: skip
    """Insert new rows and change existing ones of one table: two statements in all.

    ``uniek`` are the fields of the unique constraint that tells whether a row exists,
    ``velden`` those that change. A row with a key already counts as a change.
    """
    if not rows:
        return
    model = type(rows[0])
    new = [row.pk is None for row in rows]
    for row in rows:
        row.pk = None
    written = model.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=list(uniek),
        update_fields=list(velden),
    )
    model.history.model.objects.bulk_create(
        _history_rows(written, new, moment, user_id, reason)
    )


@dataclass(slots=True)
class Versie:
    """How a row was after one change: all its columns, when, by whom and why."""

    moment: datetime
    velden: Rij
    user_id: int | None
    reason: str
    nieuw: bool


def versie_van(
    rij: models.Model,
    *,
    moment: datetime,
    user_id: int | None,
    reason: str,
    nieuw: bool,
) -> Versie:
    """Keep a row as it is now; its key and that of its case may still be unknown."""
    names = _tracked(type(rij))
    velden = {name: getattr(rij, name) for name in names}
    return Versie(moment, velden, user_id, reason, nieuw)


@cache
def _tracked(model: type[models.Model]) -> tuple[str, ...]:
    return tuple(field.attname for field in model.history.model.tracked_fields)


def maak_veel(
    rows: Sequence[models.Model],
    versies: Sequence[Sequence[Versie]],
    *,
    ouders: Sequence[str] = (),
) -> Sequence[models.Model]:
    """Insert new rows of one table with all that happened to them.

    Each row is as it is now; ``versies`` say, in the same order, how it became so.
    ``ouders`` are the columns of rows whose key was not known yet when it happened.
    """
    if not rows:
        return rows
    model = type(rows[0])
    history = model.history.model
    written = model.objects.bulk_create(rows, batch_size=IN_EEN_KEER)
    later = (model._meta.pk.attname, *ouders)
    former = []
    for row, happened in zip(written, versies, strict=True):
        known = {name: getattr(row, name) for name in later}
        former += [_as_history(history, versie, known) for versie in happened]
    history.objects.bulk_create(former, batch_size=IN_EEN_KEER)
    return written


def _as_history(history: Any, versie: Versie, known: Rij) -> models.Model:
    return history(
        history_date=versie.moment,
        history_type="+" if versie.nieuw else "~",
        history_user_id=versie.user_id,
        history_change_reason=versie.reason[:100],
        **{**versie.velden, **known},
    )


# Encrypted anew with another key, row by row: never the same bytes twice.
NIET_VERGELEKEN = frozenset({"bsn_versleuteld"})


@cache
def _ongelijk_sql(model: type[models.Model], vendor: str) -> str:
    other = "IS DISTINCT FROM" if vendor == "postgresql" else "IS NOT"
    columns = [
        field.column
        for field in model.history.model.tracked_fields
        if field.name not in {"id", "gemeente", *NIET_VERGELEKEN}
    ]
    differs = " OR ".join(f't."{name}" {other} h."{name}"' for name in columns)
    history = model.history.model._meta.db_table
    return (
        f"SELECT t.id FROM {model._meta.db_table} t LEFT JOIN {history} h "  # noqa: S608
        f"ON h.history_id = (SELECT l.history_id FROM {history} l "
        "WHERE l.gemeente_id = t.gemeente_id AND l.id = t.id "
        "ORDER BY l.history_date DESC, l.history_id DESC LIMIT 1) "
        "WHERE t.gemeente_id = %s AND t.id > %s AND t.id <= %s "
        f"AND (h.history_id IS NULL OR h.history_type = '-' OR {differs}) ORDER BY t.id"
    )


def ongelijk(model: type[models.Model], *, per_keer: int = 2000) -> list[int]:
    """Give the rows that are not what their history says: changed by something else."""
    sql, code = _ongelijk_sql(model, connection.vendor), huidige_gemeente().pk
    found: list[int] = []
    last = 0
    rows = getattr(model, "alle", model.objects)
    ids = rows.order_by("id").values_list("id", flat=True)
    while chunk := list(ids.filter(id__gt=last)[:per_keer]):
        with connection.cursor() as cursor:
            cursor.execute(sql, [code, last, chunk[-1]])
            found += [key for (key,) in cursor.fetchall()]
        last = chunk[-1]
    return found
