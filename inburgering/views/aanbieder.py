"""Providers and courses; who manages contracts sees case numbers and hours, no names."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db.models import Count, Max, Q, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.actions.spil import functie
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.checks import scope
from inburgering.authorization.roles import Bereik, Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.spil import formulier
from inburgering.inzage import raadpleeg
from inburgering.models.aanbod import (
    Aanbieder,
    Cursus,
    Inburgeringsaanbod,
    lopende_plekken,
)
from inburgering.models.bijeenkomst import TELT
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.participatie import GevolgdeUren
from inburgering.models.wachtlijst import Wachtplek, open_wachten
from inburgering.views.dossierkader import mag, mag_zien
from inburgering.views.http import (
    heel_getal,
    inloggen,
    meldingen,
    require,
    require_inzage,
)
from inburgering.wet.begrippen import Trajectstatus


BLADZIJDE = 50


def _found(model: type[Any], rij_id: int | None) -> Any:
    if rij_id is None:
        return None
    row = model.objects.filter(pk=rij_id).first()
    if row is None:
        raise Http404("Dit staat niet op de lijst van uw gemeente.")
    return row


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show the providers, with their quality mark and how many take part."""
    require_inzage(request, Inzage.AANBIEDERS)
    current = Inburgeringsaanbod.objects.filter(TELT, lopende_plekken())
    taking_part = dict(
        current.values_list("aanbieder_id").annotate(n=Count("traject", distinct=True))
    )
    rows = Aanbieder.objects.annotate(
        cursussen_actief=Count("cursussen", filter=Q(cursussen__actief=True))
    ).order_by("-actief", "naam")
    vandaag = timezone.localdate()
    leads = _where_participants_stand(request.lid)
    return render(
        request, "aanbieder/lijst.html",
        {
            "aanbieders": [
                (
                    row, row.heeft_keurmerk_op(vandaag),
                    (number := taking_part.get(row.pk, 0)),
                    leads.format(row.pk) if number else "",
                )
                for row in rows
            ],
            "alleen_aantallen": not leads,
            "ziet_wachtlijst": mag_zien(request.lid, Inzage.WACHTLIJST),
            "mag_wijzigen": mag(request.lid, Werkhandeling.AANBIEDER_VASTLEGGEN),
        },
    )  # fmt: skip


def _where_participants_stand(lid: Lidmaatschap) -> str:
    """Give the address of who takes part now, "{}" being the provider.

    Numbers for who manages contracts; for who reaches cases the cases themselves; for
    anybody else there is no list.
    """
    if mag_zien(lid, Inzage.DEELNEMERS):
        return "/aanbieders/{}/?nu=ja#deelnemers"
    if mag_zien(lid, Inzage.DOSSIER) and scope(Rol(lid.rol)) is not Bereik.GEEN:
        return "/trajecten/?aanbieder={}"
    return ""


def _after(request: HttpRequest) -> Q:
    """Read where the page begins: "na=12-345", the case and the place before it."""
    first, _, second = request.GET.get("na", "").partition("-")
    case, place = heel_getal(first), heel_getal(second)
    if case is None or place is None:
        return Q()
    return Q(traject_id__gt=case) | Q(traject_id=case, id__gt=place)


def _participants(request: HttpRequest, aanbieder: Aanbieder) -> dict[str, Any]:
    """Give case numbers with route, dates and hours, page by page: never a name."""
    now = "nu" in request.GET
    here = f"?{'nu=ja&' if now else ''}"
    places = Inburgeringsaanbod.objects.filter(
        TELT, _after(request), aanbieder=aanbieder
    )
    if now:
        places = places.filter(lopende_plekken())
    found = list(
        places.select_related("traject", "cursus")
        .order_by("traject_id", "id")[: BLADZIJDE + 1]
    )  # fmt: skip
    page = found[:BLADZIJDE]
    hours = {
        row["traject_id"]: row
        for row in GevolgdeUren.objects.filter(
            aanbieder=aanbieder, traject__in=[place.traject_id for place in page]
        )
        .values("traject_id")
        .annotate(
            uren=Sum("uren"), laatste=Max("tot_en_met"),
            verzuim=Sum("verzuim_geoorloofd") + Sum("verzuim_ongeoorloofd"),
        )
    }  # fmt: skip
    return {
        "deelnemers": [
            {
                "nummer": place.traject.nummer,
                "leerroute": place.get_leerroute_display(),
                "cursus": place.cursus.naam if place.cursus else "",
                "begonnen": place.begonnen_op,
                "gestopt": place.beeindigd_op,
                "reden": place.get_reden_einde_display(),
                "dossier_dicht": place.traject.status == Trajectstatus.AFGESLOTEN,
            }
            | hours.get(place.traject_id, {"uren": 0, "verzuim": 0, "laatste": None})
            for place in page
        ],
        "welke": [
            {"url": "?nu=ja#deelnemers", "label": "Nu", "actief": now},
            {"url": "?#deelnemers", "label": "Ook wie is gestopt", "actief": not now},
        ],
        "vorige_url": f"{here}#deelnemers" if "na" in request.GET else "",
        "volgende_url": f"{here}na={page[-1].traject_id}-{page[-1].pk}#deelnemers"
        if len(found) > BLADZIJDE else "",
    }  # fmt: skip


def _classes(aanbieder: Aanbieder) -> dict[str, Any]:
    """Give each class with how many have a place, how many are free, how many wait."""
    taken = dict(
        Inburgeringsaanbod.objects.filter(TELT, lopende_plekken(), aanbieder=aanbieder)
        .values_list("cursus_id")
        .annotate(n=Count("traject", distinct=True))
    )
    waiting = dict(
        Wachtplek.objects.filter(open_wachten(), aanbieder=aanbieder)
        .values_list("cursus_id")
        .annotate(n=Count("traject", distinct=True))
    )
    return {
        "cursussen": [
            (
                row, (has := taken.get(row.pk, 0)),
                None if row.plaatsen is None else max(0, row.plaatsen - has),
                waiting.get(row.pk, 0),
            )
            for row in aanbieder.cursussen.order_by("-actief", "naam")
        ],
        "wacht_op_elke": waiting.get(None, 0),
    }  # fmt: skip


@inloggen
@require_GET
def bekijken(request: HttpRequest, aanbieder_id: int) -> HttpResponse:
    """Show one provider: mark, courses, and (by number) who takes part."""
    require_inzage(request, Inzage.AANBIEDERS)
    aanbieder = _found(Aanbieder, aanbieder_id)
    vandaag = timezone.localdate()
    sees = mag_zien(request.lid, Inzage.DEELNEMERS)
    if sees:
        raadpleeg(
            Inzage.DEELNEMERS, "", by=request.lid, on=timezone.localtime(),
            reden=aanbieder.naam,
        )  # fmt: skip
    return render(
        request, "aanbieder/bekijken.html",
        {
            "aanbieder": aanbieder,
            "met_keurmerk": aanbieder.heeft_keurmerk_op(vandaag),
            **_classes(aanbieder),
            "wachtlijst_url": mag_zien(request.lid, Inzage.WACHTLIJST)
            and f"/wachtlijst/?aanbieder={aanbieder.pk}",
            "ziet_deelnemers": sees,
            "mag_wijzigen": mag(request.lid, Werkhandeling.AANBIEDER_VASTLEGGEN),
            "mag_cursus": mag(request.lid, Werkhandeling.CURSUS_VASTLEGGEN),
        }
        | (_participants(request, aanbieder) if sees else {}),
    )  # fmt: skip


def _vastleggen(
    request: HttpRequest, act: Werkhandeling, rij: Any, kop: str, terug: str,
    initial: dict[str, Any],
) -> HttpResponse:  # fmt: skip
    """Show the form of a working act without a case, or do the act."""
    require(request, act)
    form = formulier(act)(
        request.POST if request.method == "POST" else None,
        dossier=None, vandaag=timezone.localdate(), rij=rij,
        initial={"sleutel": uuid4()} | initial,
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        try:
            with meldingen(form):
                zaak = functie(act)(
                    by=request.lid, on=timezone.localtime(),
                    sleutel=form.cleaned_data["sleutel"], **form.gegevens(),
                )  # fmt: skip
                messages.success(request, f"{zaak.feit}: opgeslagen.")
                parent = getattr(zaak.feit, "aanbieder_id", zaak.feit.pk)
                return redirect("aanbieder", parent)
        except AlGedaan:
            messages.info(request, "Dit was al opgeslagen.")
            return redirect(terug)
    return render(
        request, "aanbieder/vastleggen.html",
        {"form": form, "knop": form.knop, "kop": kop, "terug": terug},
        status=422 if form.errors else 200,
    )  # fmt: skip


@inloggen
@require_http_methods(["GET", "POST"])
def vastleggen(request: HttpRequest, aanbieder_id: int | None = None) -> HttpResponse:
    """Add a provider, or change one."""
    row = _found(Aanbieder, aanbieder_id)
    back = f"/aanbieders/{row.pk}/" if row else "/aanbieders/"
    return _vastleggen(
        request, Werkhandeling.AANBIEDER_VASTLEGGEN, row,
        f"{row} wijzigen" if row else "Aanbieder toevoegen", back, {},
    )  # fmt: skip


@inloggen
@require_http_methods(["GET", "POST"])
def cursus(
    request: HttpRequest, aanbieder_id: int, cursus_id: int | None = None
) -> HttpResponse:
    """Add a course of a provider, or change one."""
    owner = _found(Aanbieder, aanbieder_id)
    row = _found(Cursus, cursus_id)
    return _vastleggen(
        request, Werkhandeling.CURSUS_VASTLEGGEN, row,
        f"{row} wijzigen" if row else "Cursus toevoegen",
        f"/aanbieders/{owner.pk}/", {"aanbieder": owner.pk},
    )  # fmt: skip
