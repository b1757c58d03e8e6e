"""Encrypt every BSN anew with the first key, in the rows and in their history."""  # noqa: N999

import getpass
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import models
from django.utils import timezone

from inburgering import versleuteling
from inburgering.models.gemeente import Gemeente, gemeente
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.vernietiging import herschrijf, onder_protocol


VELD = "bsn_versleuteld"
PER_KEER = 1000
TABELLEN: tuple[type[models.Model], ...] = (Inburgeraar, Inburgeraar.history.model)


def _current() -> str:
    return next(iter(settings.BSN_SLEUTELS))


def _is_current(secret: Any) -> bool:
    return bytes(secret).partition(b":")[0] == _current().encode()


def _renewed(row: models.Model) -> bytes:
    """Open with the key that it was shut with, and shut with the first."""
    at = f"{row.gemeente_id}:{row.uuid}"
    plain = versleuteling.ontsleutel(
        bytes(row.bsn_versleuteld), rij=at, sleutels=settings.BSN_SLEUTELS
    )
    return versleuteling.versleutel(plain, rij=at, sleutels=settings.BSN_SLEUTELS)


def _batches(table: type[models.Model]) -> Iterator[list[models.Model]]:
    """Give the rows with an older key, a thousand looked at at a time."""
    rows = table.objects.exclude(**{VELD: None}).order_by("pk")
    last = 0
    while batch := list(rows.filter(pk__gt=last)[:PER_KEER]):
        last = batch[-1].pk
        yield [row for row in batch if not _is_current(row.bsn_versleuteld)]


class Command(BaseCommand):
    """Change keys: put the new one first in BSN_SLEUTELS, run this, drop the old one."""

    help = "Versleutelt elk BSN opnieuw met de eerste sleutel, ook in de geschiedenis."

    def add_arguments(self, parser: CommandParser) -> None:
        """One municipality, or all of them."""
        parser.add_argument("--gemeente", help="code van een gemeente")

    def handle(self, *args: Any, **options: Any) -> None:
        """Encrypt anew. Raises ``CommandError`` when a row keeps an older key."""
        chosen = Gemeente.objects.all()
        if options["gemeente"]:
            chosen = chosen.filter(pk=options["gemeente"])
        for g in chosen:
            with gemeente(g):
                count = sum(self._table(table) for table in TABELLEN)
                left = sum(len(b) for table in TABELLEN for b in _batches(table))
            self.stdout.write(f"{g.pk}: {count} rijen op sleutel {_current()}")
            if left:
                raise CommandError(f"{g.pk}: {left} rijen houden een oude sleutel.")

    def _table(self, table: type[models.Model]) -> int:
        count = 0
        for batch in filter(None, _batches(table)):
            renewed = [(_renewed(row), row.pk) for row in batch]
            with onder_protocol(
                f"BSN naar sleutel {_current()} in {table._meta.db_table}",
                "sleutelwissel", getpass.getuser()[:80], timezone.now(),
            ) as protocol:  # fmt: skip
                herschrijf(table, renewed, VELD, protocol)
            count += len(renewed)
        return count
