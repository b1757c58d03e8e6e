"""The municipality in force: one ambient value that every personal row obeys.

Set by the middleware, a job or a command with ``with gemeente(g):``. The default manager
filters on it and raises when none is set, so a forgotten scope is an error and never a
leak. On PostgreSQL it is also set inside the transaction, where forced row-level
security is the second lock.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, models, transaction


class GeenGemeente(RuntimeError):
    """A personal row was asked for while no municipality is in force."""


class Gemeente(models.Model):
    """A municipality that works in this installation (national table 33)."""

    code = models.CharField(max_length=4, primary_key=True)
    naam = models.CharField(max_length=80)
    actief = models.BooleanField(default=True)

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


_in_force: ContextVar[Gemeente | None] = ContextVar("gemeente", default=None)


def huidige_gemeente() -> Gemeente:
    """Give the municipality in force. Raises :class:`GeenGemeente` without one."""
    if (current := _in_force.get()) is None:
        raise GeenGemeente("Er is geen gemeente ingesteld voor deze vraag.")
    return current


def _tell_database(code: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('inburgering.gemeente', %s, true)", [code])


@contextmanager
def gemeente(in_force: Gemeente) -> Iterator[Gemeente]:
    """Put a municipality in force for a block.

    On PostgreSQL the block is one transaction, since the setting lives and dies with
    it; on SQLite no transaction is opened (a read inside IMMEDIATE locks everybody).
    """
    former = _in_force.get()
    token = _in_force.set(in_force)
    try:
        if connection.vendor != "postgresql":
            yield in_force
            return
        goes_on = connection.in_atomic_block
        with transaction.atomic():
            _tell_database(in_force.pk)
            yield in_force
            # A transaction that ends here, or is rolled back, takes the setting along.
            if goes_on and not connection.needs_rollback:
                _tell_database(former.pk if former else "")
    finally:
        _in_force.reset(token)


class GemeenteQuerySet(models.QuerySet):
    """Rows of the municipality in force."""


class GemeenteManager(models.Manager.from_queryset(GemeenteQuerySet)):
    """The default manager of every personal row."""

    def get_queryset(self) -> models.QuerySet:
        """Give only rows of the municipality in force."""
        return super().get_queryset().filter(gemeente_id=huidige_gemeente().pk)


class GemeenteModel(models.Model):
    """A row that belongs to one municipality."""

    gemeente = models.ForeignKey(
        Gemeente, models.PROTECT, db_index=False, related_name="+"
    )

    objects = GemeenteManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"
