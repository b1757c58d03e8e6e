"""At night every case is checked and every open case is computed anew.

What should not differ is reported. Two differences, which must not be confused:

* The facts give something else *for the day of the last act* than what that act kept:
  a row was changed behind the acts, or the computation itself changed. That is written
  down as ``Termijnafwijking`` and never mended, since nobody knows which one is right.
* The facts give something else *today*: time went by (a planned day came, a term
  begins), or the municipality set a number since. That is a normal change: kept, with history, a line in the trail marked as
  automatic, and a message to the figures.

Facts that cannot be true together under the law (``wet.samenhang``) are reported in the
same table, in closed cases too. Beside it every row is held against the last row of its
history (``historie``).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import Max
from django.utils import timezone

from inburgering import outbox
from inburgering.actions import termijnen
from inburgering.models.base import Zaakmodel
from inburgering.models.dossier import Dossier, bewaar_stand, lees, te_bewaren
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.historie import ongelijk
from inburgering.models.spoor import Gebeurtenis
from inburgering.models.termijn import FEIT, Termijnafwijking
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.samenhang import Bevinding, bevindingen
from inburgering.wet.stand import stand
from inburgering.wet.uitkomst import Stand


PER_DEEL = 100
HANDELING = "traject_herberekenen"
RIJ = "rij "  # how a difference between a row and its history begins
Verschil = dict[str, tuple[str, str]]


def deel(*, on: datetime, dag: str, na: int) -> None:
    """Do the next hundred cases, and ask for the rest: each part its own transaction."""
    cases = list(
        Traject.objects.filter(id__gt=na)
        .select_related("inburgeraar")
        .order_by("id")[:PER_DEEL]
    )
    moment = timezone.localtime(on)
    dagen = _laatste_dagen([traject.pk for traject in cases])
    for traject in cases:
        _case(traject, dagen[traject.pk], moment)
    if len(cases) == PER_DEEL:
        last = cases[-1].pk
        outbox.klaarzetten(
            "herberekening", f"{huidige_gemeente().pk}:{dag}:{last}",
            {"dag": dag, "na": last}, on,
        )  # fmt: skip


def _laatste_dagen(ids: list[int]) -> dict[int, date]:
    """Give the day on which each case was last computed: every act keeps a history row."""
    rows = Traject.history.filter(id__in=ids).order_by().values("id")
    found = rows.annotate(laatste=Max("history_date"))
    return {rij["id"]: timezone.localdate(rij["laatste"]) for rij in found}


def _case(traject: Traject, laatst: date, moment: datetime) -> None:
    vandaag = moment.date()
    dossier = lees(traject, vandaag)
    klopt_niet = _samenhang(dossier, vandaag)
    if traject.status == Trajectstatus.AFGESLOTEN:
        _rapporteer(traject, klopt_niet, vandaag)
        return
    verschillen = _sinds_de_laatste(traject, dossier, laatst)
    _rapporteer(traject, verschillen | klopt_niet, vandaag)
    if not verschillen and vergelijk(traject, dossier.stand, dossier.termijnen):
        _bewaar(traject.pk, traject.versie, moment)


def _sinds_de_laatste(traject: Traject, dossier: Dossier, laatst: date) -> Verschil:
    """Give what differs from the last act; a number that was set since may do that."""
    feiten = dossier.feiten
    toen = vergelijk(traject, stand(feiten, laatst), dossier.termijnen)
    bekend = tuple(i for i in feiten.instellingen if i.vastgelegd_op < laatst)
    if not toen or bekend == feiten.instellingen:
        return toen
    zonder = stand(replace(feiten, instellingen=bekend), laatst)
    return vergelijk(traject, zonder, dossier.termijnen)


def _samenhang(dossier: Dossier, vandaag: date) -> Verschil:
    """Give the facts that cannot be true together, named by kind, row and field."""
    return {
        _feitveld(b): ("", b.tekst)
        for b in bevindingen(dossier.feiten, vandaag)
        if not b.verschil
    }


def _feitveld(b: Bevinding) -> str:
    return f"{FEIT}{b.soort} {b.id} {b.veld}".strip()[:60]


def meld(gevonden: Iterable[tuple[Traject, Bevinding]], vandaag: date) -> None:
    """Report at once what came in with new cases; from then on the night keeps it."""
    rows = {
        (traject.pk, _feitveld(b)): Termijnafwijking(
            gemeente=huidige_gemeente(), traject=traject, veld=_feitveld(b),
            bewaard="", berekend=b.tekst[:300], gevonden_op=vandaag, gezien_op=vandaag,
        )
        for traject, b in gevonden
    }  # fmt: skip
    Termijnafwijking.objects.bulk_create(rows.values())


def vergelijk(
    traject: Traject, uitkomst: Stand, bewaard: list[dict[str, Any]]
) -> Verschil:
    """Give what is kept beside what is computed, for all that differs."""
    found: Verschil = {
        naam: (str(getattr(traject, naam)), str(waarde))
        for naam, waarde in te_bewaren(uitkomst).items()
        if getattr(traject, naam) != waarde
    }
    oud = {(rij["soort"], rij["volgnummer"]): rij for rij in bewaard}
    for sleutel, rij in termijnen.verschillen(uitkomst, bewaard, traject).items():
        kept = oud.get(sleutel, {})
        other = [v for v in termijnen.VELDEN if kept.get(v) != rij[v]]
        found[f"termijn {sleutel[0]} {sleutel[1]}"] = (
            ", ".join(f"{v}: {kept[v]}" for v in other) if kept else "ontbreekt",
            ", ".join(f"{v}: {rij[v]}" for v in other),
        )
    return found


def _rapporteer(traject: Traject, verschillen: Verschil, vandaag: date) -> None:
    known = Termijnafwijking.objects.filter(traject=traject, verdwenen_op=None)
    known = known.exclude(veld__startswith=RIJ)
    known.exclude(veld__in=verschillen).update(verdwenen_op=vandaag)
    for veld, (bewaard, berekend) in verschillen.items():
        Termijnafwijking.objects.update_or_create(
            gemeente=huidige_gemeente(), traject=traject, veld=veld[:60],
            verdwenen_op=None,
            defaults={
                "bewaard": bewaard[:300], "berekend": berekend[:300],
                "gezien_op": vandaag,
            },
            create_defaults={
                "bewaard": bewaard[:300], "berekend": berekend[:300],
                "gezien_op": vandaag, "gevonden_op": vandaag,
            },
        )  # fmt: skip


def historie(*, on: datetime) -> None:
    """Report every row of a case table that is not what its history says.

    The acts write both in one transaction; so something else wrote there.
    """
    vandaag = timezone.localtime(on).date()
    seen = [
        _meld_rij(model, key, vandaag)
        for model in apps.get_app_config("inburgering").get_models()
        if issubclass(model, Zaakmodel)
        for key in ongelijk(model)
    ]
    open_ = Termijnafwijking.objects.filter(verdwenen_op=None, veld__startswith=RIJ)
    open_.exclude(pk__in=seen).update(verdwenen_op=vandaag)


def _meld_rij(model: type[Zaakmodel], key: int, vandaag: date) -> int:
    row = model._base_manager.get(pk=key)
    last = model.history.filter(id=key).order_by("-history_date", "-history_id").first()
    names = [
        field.name
        for field in model.history.model.tracked_fields
        if last and getattr(row, field.attname) != getattr(last, field.attname)
    ]
    traject_id = key if model is Traject else getattr(row, "traject_id", None)
    kept, _ = Termijnafwijking.objects.update_or_create(
        gemeente=huidige_gemeente(), traject_id=traject_id, verdwenen_op=None,
        veld=f"{RIJ}{model._meta.model_name} {key}",
        defaults={"gezien_op": vandaag},
        create_defaults={
            "bewaard": f"gewijzigd: {', '.join(names)}"[:300] if last else "ingevoegd",
            "berekend": "de geschiedenis zegt iets anders",
            "gevonden_op": vandaag, "gezien_op": vandaag,
        },
    )  # fmt: skip
    return kept.pk


def _bewaar(traject_id: int, versie: int, moment: datetime) -> None:
    """Keep how the case stands today; a colleague who was faster has done so already."""
    traject = (
        Traject.objects.select_for_update(of=("self",))
        .select_related("inburgeraar")
        .filter(pk=traject_id, versie=versie)
        .first()
    )
    if traject is None:
        return
    dossier = lees(traject, moment.date())
    was = traject.get_status_display()
    bewaar_stand(traject, dossier.stand)
    traject._history_user, traject._history_date = None, moment
    traject._change_reason = HANDELING
    traject.save()
    termijnen.bewaar(traject, dossier.stand, dossier.termijnen, by=None, on=moment)
    _noteer(traject, was, moment)
    outbox.klaarzetten(
        "feiten_bijwerken", f"{traject.pk}:nacht:{moment.date()}",
        {"traject_id": traject.pk}, moment,
    )  # fmt: skip


def _noteer(traject: Traject, was: str, moment: datetime) -> None:
    wordt = traject.get_status_display()
    Gebeurtenis.objects.create(
        gemeente=huidige_gemeente(), moment=moment, nummer=traject.nummer,
        handeling=HANDELING, gebeurd_op=moment.date(), automatisch=True,
        samenvatting=f"Van {was} naar {wordt}" if was != wordt else "Termijnen",
    )  # fmt: skip
