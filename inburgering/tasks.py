"""The tasks of Celery: each only comes to look at the rows that say what must be done."""

from django.utils import timezone

from inburgering import outbox
from inburgering.actions import onderhoud
from inburgering.celery import app


PER_KEER = 1000


@app.task
def uitvoeren(bericht_id: int) -> None:
    """Do one job of the outbox, if it is still to be done and nobody is busy with it."""
    outbox.voer_uit(bericht_id, timezone.localtime())


@app.task
def vegen() -> None:
    """Offer again what is due (a wake-up may be lost), and keep the logs."""
    nu = timezone.localtime()
    for bericht_id in outbox.te_doen(nu, PER_KEER):
        uitvoeren.delay(bericht_id)
    onderhoud.vegen(nu)


@app.task
def nachtelijk() -> None:
    """Ask for the night's work; the same day is asked for once."""
    onderhoud.nachtelijk(timezone.localtime())
