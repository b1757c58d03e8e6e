"""What comes by itself: the sweep, and the start of the night's work."""

import logging
from datetime import datetime, time, timedelta

from django.utils import timezone

from inburgering import inzage, outbox
from inburgering.models.concept import Concept
from inburgering.models.gemeente import Gemeente, gemeente
from inburgering.models.keten import PER_KEER, Ketenbreuk, keten
from inburgering.models.spoor import LOGS, Keten


log = logging.getLogger(__name__)

CONCEPT_BEWAREN = timedelta(days=30)
BEGIN_NACHT = time(2)
MEESTE_KEREN = 10


def vegen(nu: datetime) -> None:
    """Chain new log lines, anchor the day, drop old drafts; in every municipality."""
    for g in Gemeente.objects.filter(actief=True):
        try:
            with gemeente(g):
                for soort in LOGS:
                    _keten_alles(soort)
                Concept.objects.filter(bewaard__lt=nu - CONCEPT_BEWAREN).delete()
            with gemeente(g):  # anew: only what is committed goes into the anchor
                inzage.veranker(timezone.localdate(nu))
        except Ketenbreuk as breuk:
            log.error("Gemeente %s, %s", g.pk, breuk)


def _keten_alles(soort: type[Keten]) -> None:
    """Chain what is new; a great backlog (an import) in a few sweeps."""
    for _ in range(MEESTE_KEREN):
        if keten(soort) < PER_KEER:
            return


def nachtelijk(nu: datetime) -> None:
    """Ask, once a day, that all open cases of a municipality be computed anew.

    The key makes a second scheduler harmless; a machine that was off at night does it
    when it comes on.
    """
    dag = timezone.localdate(nu)
    begin = timezone.make_aware(datetime.combine(dag, BEGIN_NACHT))
    for g in Gemeente.objects.filter(actief=True):
        with gemeente(g):
            outbox.klaarzetten(
                "herberekening", f"{g.pk}:{dag}:0", {"dag": f"{dag}", "na": 0}, nu,
                vanaf=begin,
            )  # fmt: skip
            outbox.klaarzetten("historie", f"{g.pk}:{dag}", {}, nu, vanaf=begin)
