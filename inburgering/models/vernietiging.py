"""The one door to history and logs: they are changed or destroyed here alone.

Triggers in the database refuse every UPDATE and DELETE on history and log tables, unless
a row of ``Vernietigingsdeur`` exists. That row cannot be committed: it refers to a row
that cannot exist, which the database finds at the end of the transaction. So the door
is open only inside the transaction that opens and shuts it, and only with the number of
a stored protocol.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from inburgering.models.gemeente import GemeenteModel, huidige_gemeente
from inburgering.models.spoor import PERSOONLIJK, Keten


DOSSIER = "dossier "  # what a protocol for a case begins with, then its number
STUK = "document "  # and for one document of a case
LOGREGELS = "persoonlijk deel van logregels"  # what a protocol for log lines says


class Vernietigingsprotocol(GemeenteModel):
    """What was destroyed or rewritten in history: what, ground, by whom, when, how many."""

    wat = models.CharField(max_length=200)
    grond = models.CharField(max_length=200)
    door = models.CharField(max_length=80)
    moment = models.DateTimeField()
    aantal = models.PositiveIntegerField(default=0)

    class Meta(GemeenteModel.Meta):
        verbose_name = "protocol van vernietiging"
        verbose_name_plural = "protocollen van vernietiging"

    def __str__(self) -> str:
        return f"{self.wat}: {self.aantal}"


class Vernietigingsdeur(models.Model):
    """The door. Open while a row is there; ``dicht`` makes sure that none stays."""

    protocol = models.ForeignKey(
        Vernietigingsprotocol, models.PROTECT, related_name="+", db_index=False
    )
    dicht = models.ForeignKey(
        "self", models.DO_NOTHING, related_name="+", db_index=False
    )

    class Meta:
        verbose_name = "deur voor vernietiging"
        verbose_name_plural = "deuren voor vernietiging"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(dicht=0) & ~models.Q(id=0), name="deur_valt_dicht"
            )
        ]

    def __str__(self) -> str:
        return f"protocol {self.protocol_id}"


@contextmanager
def deur(protocol_id: int) -> Iterator[None]:
    """Open the door for a block, inside one transaction, under a stored protocol.

    Raises ``DoesNotExist`` for a protocol that is not of the municipality in force.
    """
    with transaction.atomic():
        protocol = Vernietigingsprotocol.objects.get(pk=protocol_id)
        opened = Vernietigingsdeur.objects.create(protocol=protocol, dicht_id=0)
        yield
        opened.delete()


@contextmanager
def onder_protocol(
    wat: str, grond: str, door: str, moment: datetime
) -> Iterator[Vernietigingsprotocol]:
    """Write a protocol and open the door for it; the block sets ``aantal``."""
    with transaction.atomic():
        protocol = Vernietigingsprotocol.objects.create(
            gemeente=huidige_gemeente(), wat=wat, grond=grond, door=door, moment=moment
        )
        with deur(protocol.pk):
            yield protocol
            protocol.save(update_fields=["aantal"])


def _van_dossier(traject: models.Model) -> Iterator[models.QuerySet]:
    """Give the rows of every table that belongs to a case, its history tables too."""
    own = type(traject)
    for table in apps.get_app_config("inburgering").get_models():
        for field in table._meta.concrete_fields:
            # A link of the family names two cases; it goes with whichever goes first.
            if field.name in {"traject", "ander"} and field.related_model is own:
                yield table.objects.filter(**{field.attname: traject.pk})
    yield own.history.model.objects.filter(id=traject.pk)
    yield own.alle.filter(pk=traject.pk)


def _van_persoon(persoon: models.Model) -> Iterator[models.QuerySet]:
    """Give the rows of a person; none while another case is about the same person."""
    own = type(persoon)
    cases = apps.get_model("inburgering", "Traject").alle
    if cases.filter(inburgeraar=persoon).exists():
        return
    yield own.history.model.objects.filter(id=persoon.pk)
    yield own.objects.filter(pk=persoon.pk)


def vernietig_dossier(traject: Any, protocol: Vernietigingsprotocol) -> None:
    """Destroy a case: its facts, terms, letters, corrections, drafts, and their history.

    The person goes too, unless another case is about the same person. Straight from the
    tables: deleting row by row would write each row into its history once more. What
    refers to what is looked at when the transaction ends.
    """
    persoon = traject.inburgeraar
    concepts = apps.get_model("inburgering", "Concept").objects
    for rows in (
        concepts.filter(formulier__startswith=f"{traject.nummer}/"),
        *_van_dossier(traject),
    ):
        protocol.aantal += rows._raw_delete(connection.alias)
    for rows in _van_persoon(persoon):
        protocol.aantal += rows._raw_delete(connection.alias)


def vernietig_stuk(stuk: Any, protocol: Vernietigingsprotocol) -> None:
    """Destroy one document of a case: its files, what was said of it, and the history."""
    own = type(stuk)
    for rows in (
        stuk.bestanden.all(),
        own.history.model.objects.filter(id=stuk.pk),
        own.objects.filter(pk=stuk.pk),
    ):
        protocol.aantal += rows._raw_delete(connection.alias)


def wis_persoonlijk(
    log: type[Keten], ids: list[int], protocol: Vernietigingsprotocol
) -> None:
    """Destroy the personal part of log lines, with its salt; the chain still verifies.

    Only lines that are chained: of the others no digest is kept yet. The protocol says
    ``LOGREGELS``, so that the checker can count.
    """
    assert protocol.wat == LOGREGELS
    leeg: dict[str, Any] = {"naam": "", "gebruiker": None, "reden": "", "zout": ""}
    if any(veld.name == "samenvatting" for veld in log._meta.fields):
        leeg["samenvatting"] = ""
    assert set(leeg) <= {*PERSOONLIJK, "zout"}
    protocol.aantal += log.objects.filter(pk__in=ids, volgnummer__isnull=False).update(
        **leeg
    )


def herschrijf(
    tabel: type[models.Model], waarden: list[tuple[Any, int]], veld: str,
    protocol: Vernietigingsprotocol,
) -> None:  # fmt: skip
    """Give one field of history rows another value, row by row (key rotation)."""
    naam, sleutel = tabel._meta.get_field(veld).column, tabel._meta.pk.column
    code = huidige_gemeente().pk
    with connection.cursor() as cursor:
        cursor.executemany(
            f'UPDATE {tabel._meta.db_table} SET "{naam}" = %s '  # noqa: S608
            f'WHERE gemeente_id = %s AND "{sleutel}" = %s',
            [(waarde, code, rij) for waarde, rij in waarden],
        )
    protocol.aantal += len(waarden)
