"""The outbox: what must be done after an act, kept as a row and done exactly once.

``klaarzetten`` writes the row inside the transaction of the act. ``voer_uit`` claims and
executes one row; the Celery task, the sweep and the embedded worker all call it. Done is
written in the same transaction as the effect, so a job that died is simply done again.
"""

import logging
import secrets
import time
import traceback
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q

from inburgering.celery import app
from inburgering.models.bericht import Bericht
from inburgering.models.gemeente import gemeente, huidige_gemeente


log = logging.getLogger(__name__)

MEESTE_POGINGEN = 5
GESTORVEN = "De uitvoerder is bij elke poging gestopt voordat hij klaar was."
STILTE = 30  # seconds without a wake-up after the broker did not answer
_stil_tot = 0.0


def klaarzetten(
    soort: str, sleutel: str, gegevens: dict[str, Any], on: datetime,
    vanaf: datetime | None = None,
) -> None:  # fmt: skip
    """Ask for a job inside the current transaction; the same key is asked for once."""
    Bericht.objects.bulk_create(
        [
            Bericht(
                gemeente=huidige_gemeente(), soort=soort, sleutel=sleutel,
                gegevens=gegevens, aangemaakt=on, vanaf=vanaf or on,
            )
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    if settings.REDIS_URL and vanaf is None:
        transaction.on_commit(partial(_wek, soort, sleutel))


def klaarzetten_veel(
    soort: str, gegevens: Mapping[str, dict[str, Any]], on: datetime
) -> None:
    """Ask for many jobs at once, by their keys; no wake-up, the sweep finds them."""
    Bericht.objects.bulk_create(
        [
            Bericht(
                gemeente=huidige_gemeente(), soort=soort, sleutel=sleutel, gegevens=van_een,
                aangemaakt=on, vanaf=on,
            )
            for sleutel, van_een in gegevens.items()
        ],
        ignore_conflicts=True,
    )  # fmt: skip


def _wek(soort: str, sleutel: str) -> None:
    """Tell the workers at once. What goes wrong is no matter: the sweep comes by."""
    global _stil_tot
    if time.monotonic() < _stil_tot:
        return
    try:
        found = Bericht.objects.filter(soort=soort, sleutel=sleutel, klaar_op=None)
        for bericht_id in found.values_list("id", flat=True):
            app.send_task("inburgering.tasks.uitvoeren", [bericht_id], retry=False)
    except Exception as error:
        # The act is safe; a broker that is away must not make its page slow either.
        _stil_tot = time.monotonic() + STILTE
        log.warning("Geen wekker: %s", type(error).__name__)


def te_doen(nu: datetime, hoeveel: int = 100) -> list[int]:
    """Give the ids of jobs whose moment has come and that nobody holds."""
    free = Q(gehuurd_tot__isnull=True) | Q(gehuurd_tot__lte=nu)
    due = Bericht.objects.filter(free, klaar_op__isnull=True, dood=False, vanaf__lte=nu)
    return list(due.order_by("vanaf", "id").values_list("id", flat=True)[:hoeveel])


def _van_niemand(bericht_id: int) -> Any:
    """Lock a job that is not done; none when a colleague is busy with it."""
    rows = Bericht.objects.filter(pk=bericht_id, klaar_op__isnull=True, dood=False)
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True)
    return rows


def _huur(bericht_id: int, nu: datetime) -> Bericht | None:
    """Claim a job for a while; nobody gets it when a colleague holds it."""
    with transaction.atomic():
        row = _van_niemand(bericht_id).first()
        if row is None or row.vanaf > nu or (row.gehuurd_tot and row.gehuurd_tot > nu):
            return None
        if row.pogingen >= MEESTE_POGINGEN:
            # Nobody was left to tell what went wrong: it took its worker along.
            row.dood, row.fout = True, row.fout or GESTORVEN
            row.save(update_fields=["dood", "fout"])
            return None
        row.gehuurd_tot = nu + settings.OUTBOX_HUUR
        row.pogingen += 1
        row.save(update_fields=["gehuurd_tot", "pogingen"])
        return row


def _uitvoerder(soort: str) -> Any:
    module, _, name = settings.UITVOERDERS[soort].rpartition(".")
    return getattr(import_module(module), name)


def _waar(error: Exception) -> str:
    """Say what went wrong and where, without the words: they may hold a name."""
    frames = traceback.extract_tb(error.__traceback__)
    place = [frame for frame in frames if not frame.filename.startswith("<")][-1]
    cause = getattr(error.__cause__, "diag", None)
    rule = f" ({cause.constraint_name})" if cause and cause.constraint_name else ""
    name = type(error).__name__
    return f"{name}{rule} in {Path(place.filename).name}, regel {place.lineno}"


def _mislukt(bericht: Bericht, error: Exception, nu: datetime) -> None:
    """Try again later, each time longer; after the last try it is visibly dead."""
    wait = 30 * 4**bericht.pogingen
    bericht.fout = _waar(error)[:500]
    bericht.gehuurd_tot = None
    bericht.vanaf = nu + timedelta(seconds=wait + secrets.randbelow(wait // 4))
    bericht.dood = bericht.pogingen >= MEESTE_POGINGEN
    log.warning("%s mislukt: %s", bericht, bericht.fout)
    # Only while it is still ours: the lease may have run out meanwhile.
    Bericht.objects.filter(
        pk=bericht.pk, pogingen=bericht.pogingen, klaar_op=None
    ).update(
        fout=bericht.fout, gehuurd_tot=None, vanaf=bericht.vanaf, dood=bericht.dood
    )


def voer_uit(bericht_id: int, nu: datetime) -> bool:
    """Claim and do one job. True when it is done now; False when it was not ours."""
    if (bericht := _huur(bericht_id, nu)) is None:
        return False
    try:
        with gemeente(bericht.gemeente), transaction.atomic():
            # Held until the end: two that both think the lease is theirs cannot both do it.
            mine = _van_niemand(bericht_id).filter(pogingen=bericht.pogingen)
            if mine.first() is None:
                return False
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
