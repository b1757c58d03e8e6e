"""The acts on the waiting list: put somebody on it, change the wish, take off, put back.

Who waits for a class makes no offer late by it, but it explains why the offer is not
there yet: the step then waits for a class too, without typing that a second time. An
offer that gives the place ends the waiting (``geplaatst``).
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.aanbod import Aanbieder, Cursus
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.termijn import OPEN, Termijn
from inburgering.models.traject import Traject
from inburgering.models.wachtlijst import RedenEindeWachten, Wachtplek
from inburgering.models.wachtreden import Reden, Wachtreden, wacht_op_klas
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.begrippen import Termijnsoort
from inburgering.wet.lestijden import op_volgorde
from inburgering.wet.uitkomst import NietToegestaan


W = Werkhandeling


def _wish(
    aanbieder: Aanbieder | None, cursus: Cursus | None, leerroute: str, niveau: str,
    dagdelen: Iterable[str], lesvorm: str,
) -> dict[str, Any]:  # fmt: skip
    """Give what is waited for; a class brings its provider, route and level along."""
    if cursus is not None:
        if aanbieder is not None and cursus.aanbieder_id != aanbieder.pk:
            raise NietToegestaan(
                f"De klas {cursus} hoort niet bij {aanbieder}. Kies een klas van deze "
                "aanbieder.",
                EIGEN,
                "cursus",
            )
        aanbieder, leerroute, niveau = cursus.aanbieder, cursus.leerroute, cursus.niveau
    if not leerroute:
        raise NietToegestaan("Kies een klas of een leerroute.", EIGEN, "leerroute")
    return {
        "aanbieder": aanbieder, "cursus": cursus, "leerroute": leerroute,
        "niveau": niveau, "dagdelen": op_volgorde(dagdelen), "lesvorm": lesvorm,
    }  # fmt: skip


def _refuse_twice(traject: Traject, wish: dict[str, Any], eigen_id: int | None) -> None:
    same = ("aanbieder", "cursus", "leerroute", "niveau")
    twice = Wachtplek.objects.filter(
        traject=traject, tot=None, **{name: wish[name] for name in same}
    ).exclude(pk=eigen_id)
    if found := twice.first():
        raise NietToegestaan(
            f"Staat hiervoor al op de wachtlijst, sinds {found.sinds:%d-%m-%Y}.",
            EIGEN,
            "cursus",
        )


def _explain(zaak: Zaak, sinds: date) -> None:
    """Say that the open offer waits for a class, unless it says already what for."""
    steps = Termijn.objects.filter(
        OPEN, traject=zaak.traject, soort=Termijnsoort.AANBOD.value
    )
    for term in steps:
        step = {"soort": term.soort, "volgnummer": term.volgnummer, "begin": term.begin}
        waits = Wachtreden.objects.filter(traject=zaak.traject, tot=None, **step)
        if not waits.exists():
            zaak.nieuw(Wachtreden, reden=Reden.KLAS.value, sinds=sinds, **step)


def _release(zaak: Zaak, tot: date) -> None:
    """End the explanation with the last place that was waited for."""
    if Wachtplek.objects.filter(traject=zaak.traject, tot=None).exists():
        return
    waits = wacht_op_klas(zaak.traject.pk)
    if waits is not None:
        zaak.wijzig(waits, tot=max(tot, waits.sinds))


def opnemen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, sinds: date,
    leerroute: str = "", niveau: str = "", aanbieder: Aanbieder | None = None,
    cursus: Cursus | None = None, dagdelen: Iterable[str] = (), lesvorm: str = "",
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Put somebody on the waiting list of a class, or of any class like it."""
    with verrichten(
        W.WACHTLIJST_OPNEMEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        wish = _wish(aanbieder, cursus, leerroute, niveau, dagdelen, lesvorm)
        Traject.objects.select_for_update(of=("self",)).get(pk=traject.pk)
        _refuse_twice(traject, wish, None)
        _explain(zaak, sinds)
        row = zaak.nieuw(Wachtplek, sinds=sinds, **wish)
        zaak.gebeurd_op = sinds
        zaak.samenvatting = row.waarop
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, sinds: date,  # noqa: A002
    leerroute: str = "", niveau: str = "", aanbieder: Aanbieder | None = None,
    cursus: Cursus | None = None, dagdelen: Iterable[str] = (), lesvorm: str = "",
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Change what somebody waits for; the day since when stays a fact of its own."""
    with verrichten(
        W.WACHTLIJST_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        wish = _wish(aanbieder, cursus, leerroute, niveau, dagdelen, lesvorm)
        _refuse_twice(traject, wish, id)
        row = zaak.wijzig(zaak.werkrij(id), sinds=sinds, **wish)
        zaak.samenvatting = row.waarop
    return zaak


def beeindigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, tot: date,  # noqa: A002
    reden_einde: str, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Take somebody off the waiting list, and say why."""
    with verrichten(
        W.WACHTLIJST_BEEINDIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = zaak.wijzig(zaak.werkrij(id), tot=tot, reden_einde=reden_einde)
        _release(zaak, tot)
        zaak.feit = row
        zaak.gebeurd_op = tot
        zaak.samenvatting = RedenEindeWachten(reden_einde).label
    return zaak


def hervatten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Put somebody back on the waiting list, since the day on which the waiting began."""
    with verrichten(
        W.WACHTLIJST_HERVATTEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = zaak.werkrij(id)
        wish = {
            n: getattr(row, n) for n in ("aanbieder", "cursus", "leerroute", "niveau")
        }
        _refuse_twice(traject, wish, row.pk)
        _explain(zaak, row.sinds)
        zaak.feit = zaak.wijzig(row, tot=None, reden_einde="")
        zaak.samenvatting = row.waarop
    return zaak


def geplaatst(
    zaak: Zaak, aanbieder: Aanbieder, cursus: Cursus | None, leerroute: str, op: date
) -> None:
    """End the waiting for what an offer gives; who waits for another class still does."""
    same = models.Q(cursus=None) | models.Q(cursus=cursus)
    here = models.Q(aanbieder=None) | models.Q(aanbieder=aanbieder)
    rows = Wachtplek.objects.select_for_update(of=("self",)).filter(
        same, here, traject=zaak.traject, tot=None, leerroute=leerroute
    )
    ended = [
        zaak.wijzig(
            row, tot=max(op, row.sinds), reden_einde=RedenEindeWachten.GEPLAATST.value
        )
        for row in rows
    ]
    if ended:
        _release(zaak, op)
