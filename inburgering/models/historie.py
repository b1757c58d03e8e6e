"""The history of the case tables, and the one module that writes many rows at once.

Elsewhere ``update``, ``bulk_create`` and ``bulk_update`` on case tables are banned (a
house test looks): they would pass by the history.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords

from inburgering.models.gemeente import GemeenteManager, huidige_gemeente


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


def maak_veel(
    rows: Sequence[models.Model], *, momenten: Sequence[datetime], user_id: int | None,
    reason: str,
) -> Sequence[models.Model]:  # fmt: skip
    """Insert new rows of one table with their history, each at its own moment."""
    if not rows:
        return rows
    written = type(rows[0]).objects.bulk_create(rows)
    history: list[Any] = []
    for row, moment in zip(written, momenten, strict=True):
        history += _history_rows([row], [True], moment, user_id, reason)
    type(rows[0]).history.model.objects.bulk_create(history, batch_size=1000)
    return written
