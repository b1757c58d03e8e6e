"""The one module that writes many case rows at once, with their history.

Elsewhere ``update``, ``bulk_create`` and ``bulk_update`` on case tables are banned (a
house test looks): they would pass by the history.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models


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
