"""Who waits for a class in the demo, and why there is no place: the class is full.

Nobody waits with an offer in hand: who is on the list has none yet.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from inburgering.actions import cursus as cursussen
from inburgering.actions import wachtlijst
from inburgering.levens.leven import Leven
from inburgering.levens.marges import ASIEL, B1, OND, Z
from inburgering.management.opvoeren import Opvoering
from inburgering.models.aanbod import Cursus, Inburgeringsaanbod
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.termijn import OPEN, Termijn
from inburgering.models.wachtlijst import Wachtplek
from inburgering.wet.begrippen import Doelgroep, Termijnsoort, Trajectstatus
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import eerste_werkdag_vanaf


LAATST = timedelta(weeks=13)
# What is waited for, by name; the second of a route is waited for after the first.
GEWILD: dict[str, tuple[str, ...]] = {
    B1: ("B1 avond", "B1 overdag"),
    Z: ("Z-route praktijk",),
    OND: ("Taalschakeltraject mbo",),
}
NIEUWE_KLAS, TOT_BEGIN = "B1 online", timedelta(days=52)


def nog_zonder_plek(levens: Iterable[Leven], dag: date) -> Iterator[Leven]:
    """Let the offer of some not have come: every second one of the last months."""
    lately = 0
    for leven in levens:
        offer = leven.eerste(Handeling.AANBOD_DOEN)
        if offer and leven.doelgroep == ASIEL and offer.op.date() > dag - LAATST:
            lately += 1
            if lately % 2 == 0:
                until = leven.daden.index(offer)
                leven = replace(leven, daden=leven.daden[:until])
        yield leven


def vul(stage: list[Opvoering], leden: dict[str, Lidmaatschap], nu: datetime) -> None:
    """Put on the waiting list who has no offer yet, and let what they wait for be full."""
    open_ = {
        term.traject_id: term
        for term in Termijn.objects.filter(OPEN, soort=Termijnsoort.AANBOD.value)
    }
    wanted = {c.naam: c for c in Cursus.objects.select_related("aanbieder")}
    for nummer, opvoering in enumerate(
        o for o in stage if o.traject and o.traject.pk in open_
    ):
        traject = opvoering.traject
        assert traject is not None
        if (
            traject.doelgroep != Doelgroep.ASIELSTATUSHOUDER
            or traject.status != Trajectstatus.LEERROUTE
        ):
            continue
        names = GEWILD[traject.leerroute]
        klas = wanted[names[nummer % len(names)]]
        since = open_[traject.pk].begin + timedelta(days=2 + nummer % 5)
        bezetting = opvoering.bezetting
        wish = {"cursus": klas}
        if nummer % 3 == 2:  # any class will do, on these parts of the week
            wish = {
                "leerroute": traject.leerroute, "dagdelen": klas.dagdelen,
                "lesvorm": klas.lesvorm,
            }  # fmt: skip
        wachtlijst.opnemen(
            traject=traject, by=bezetting.klantmanager or bezetting.besluit, on=nu,
            sinds=min(since, nu.date()), **wish,
        )  # fmt: skip
    _vol(leden["contractbeheerder"], nu)
    cursussen.vastleggen(
        by=leden["contractbeheerder"], on=nu, id=wanted[NIEUWE_KLAS].pk,
        aanbieder=wanted[NIEUWE_KLAS].aanbieder, begint_op=eerste_werkdag_vanaf(nu.date() + TOT_BEGIN),
    )  # fmt: skip


def _vol(by: Lidmaatschap, nu: datetime) -> None:
    """Give the classes that people wait for as many places as are taken."""
    waited = Wachtplek.objects.filter(tot=None, cursus__isnull=False)
    for klas in Cursus.objects.filter(pk__in=waited.values("cursus")).select_related(
        "aanbieder"
    ):
        taken = Inburgeringsaanbod.objects.filter(cursus=klas, beeindigd_op=None)
        count = taken.values("traject").distinct().count()
        cursussen.vastleggen(
            by=by, on=nu, id=klas.pk, aanbieder=klas.aanbieder, plaatsen=max(1, count)
        )
