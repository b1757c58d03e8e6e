"""The outbox: what must be done after an act, kept as a row and done exactly once.

``klaarzetten`` writes the row inside the transaction of the act. ``voer_uit`` claims and
executes one row; the Celery task, the sweep and the embedded drain all call it. Done is
written in the same transaction as the effect, so a job that died is simply done again.
"""

from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q

from inburgering.models.bericht import Bericht
from inburgering.models.gemeente import gemeente, huidige_gemeente


HUUR = timedelta(minutes=6)  # longer than the hard time limit of a task (5 minutes)
MEESTE_POGINGEN = 5


def klaarzetten(
    soort: str, sleutel: str, gegevens: dict[str, Any], on: datetime
) -> None:
    """Ask for a job inside the current transaction; the same key is asked for once."""
    Bericht.objects.bulk_create(
        [
            Bericht(
                gemeente=huidige_gemeente(), soort=soort, sleutel=sleutel,
                gegevens=gegevens, aangemaakt=on, vanaf=on,
            )
        ],
        ignore_conflicts=True,
    )  # fmt: skip


def te_doen(nu: datetime, hoeveel: int = 100) -> list[int]:
    """Give the ids of jobs whose moment has come and that nobody holds."""
    free = Q(gehuurd_tot__isnull=True) | Q(gehuurd_tot__lte=nu)
    due = Bericht.objects.filter(free, klaar_op__isnull=True, dood=False, vanaf__lte=nu)
    return list(due.order_by("vanaf", "id").values_list("id", flat=True)[:hoeveel])


def _huur(bericht_id: int, nu: datetime) -> Bericht | None:
    """Claim a job for a while; nobody gets it when a colleague holds it."""
    with transaction.atomic():
        rows = Bericht.objects.filter(pk=bericht_id, klaar_op__isnull=True, dood=False)
        if connection.features.has_select_for_update_skip_locked:
            rows = rows.select_for_update(skip_locked=True)
        row = rows.first()
        if row is None or (row.gehuurd_tot and row.gehuurd_tot > nu):
            return None
        row.gehuurd_tot = nu + HUUR
        row.pogingen += 1
        row.save(update_fields=["gehuurd_tot", "pogingen"])
        return row


def _uitvoerder(soort: str) -> Any:
    module, _, name = settings.UITVOERDERS[soort].rpartition(".")
    return getattr(import_module(module), name)


def _mislukt(bericht: Bericht, error: Exception, nu: datetime) -> None:
    """Try again later, each time longer; after the last try it is visibly dead."""
    bericht.fout = f"{type(error).__name__}: {error}"[:500]
    bericht.gehuurd_tot = None
    bericht.vanaf = nu + timedelta(seconds=30 * 4**bericht.pogingen)
    bericht.dood = bericht.pogingen >= MEESTE_POGINGEN
    bericht.save(update_fields=["fout", "gehuurd_tot", "vanaf", "dood"])


def voer_uit(bericht_id: int, nu: datetime) -> bool:
    """Claim and do one job. True when it is done now; False when it was not ours."""
    if (bericht := _huur(bericht_id, nu)) is None:
        return False
    try:
        with gemeente(bericht.gemeente), transaction.atomic():
            _uitvoerder(bericht.soort)(on=nu, **bericht.gegevens)
            bericht.klaar_op = nu
            bericht.gehuurd_tot = None
            bericht.fout = ""
            bericht.save(update_fields=["klaar_op", "gehuurd_tot", "fout"])
    except Exception as error:
        _mislukt(bericht, error, nu)
        return False
    return True


def leegmaken(nu: datetime) -> int:
    """Do all that is due now; the embedded worker and tests call this. Gives the count."""
    return sum(voer_uit(bericht_id, nu) for bericht_id in te_doen(nu))
