"""The embedded worker: all background work of one machine, without Redis."""

import logging
import signal
import threading
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from inburgering import outbox
from inburgering.actions import onderhoud


log = logging.getLogger(__name__)

VEGEN = 30.0  # seconds between two sweeps
KIJKEN = 1.0  # seconds between two looks at the outbox
HERSTEL = 5.0  # seconds to wait for a database that is away


class Command(BaseCommand):
    """Sweep every half minute and do what is due; stop after the job at hand."""

    help = "Voert al het achtergrondwerk van deze machine uit, tot een stopsein."

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until SIGTERM or SIGINT."""
        self.stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stop.set())
        swept = -VEGEN
        while not self.stop.is_set():
            try:
                if time.monotonic() - swept >= VEGEN:
                    swept = time.monotonic()
                    self._sweep()
                self._work()
            except DatabaseError as error:
                log.warning("De database is er niet: %s", type(error).__name__)
                self.stop.wait(HERSTEL)
            close_old_connections()
            self.stop.wait(KIJKEN)

    def _sweep(self) -> None:
        nu = timezone.localtime()
        onderhoud.nachtelijk(nu)
        onderhoud.vegen(nu)

    def _work(self) -> None:
        """Do what is due, one by one, until all is done or the signal to stop comes."""
        while todo := outbox.te_doen(timezone.localtime()):
            for bericht_id in todo:
                if self.stop.is_set():
                    return
                outbox.voer_uit(bericht_id, timezone.localtime())
