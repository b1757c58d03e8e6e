"""The ministry's side: receive a package, see the verdict, add municipalities up."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from inburgering import inzage
from inburgering.authorization.checks import may
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.views.http import inloggen, require, require_inzage
from monitoring.disclosure.beleid import MINSTENS_LEDEN
from monitoring.indicators.catalogus import GROEP_ROUTE
from monitoring.levering.periode import naam
from monitoring.models import Afzender, Ontvangst
from monitoring.ontvangst.ontvang import (
    OngeldigeSleutel,
    aanvaarde,
    ken,
    lees_ontvangst,
    ontvang,
)
from monitoring.ontvangst.optellen import optellen
from monitoring.views import tabellen
from monitoring.views.formulieren import Pakket, Sleutel
from monitoring.views.leveringen import figuren


TABEL = GROEP_ROUTE


def _log(request: HttpRequest, wat: str) -> None:
    inzage.raadpleeg(
        Inzage.ONTVANGST, "", by=request.lid, on=timezone.localtime(), reden=wat
    )


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show what was received, and to who may, the forms to receive more."""
    require_inzage(request, Inzage.ONTVANGST)
    return _lijst(request, Pakket(), Sleutel())


def _lijst(request: HttpRequest, form: Pakket, sleutelform: Sleutel) -> HttpResponse:
    rijen = Ontvangst.objects.defer("inhoud").order_by("-id")[:50]
    periodes = dict.fromkeys(
        Ontvangst.objects.filter(aanvaard=True)
        .order_by("-peildag")
        .values_list("periode", flat=True)
    )
    context = {
        "ontvangsten": [{"rij": rij, "titel": _naam(rij.periode)} for rij in rijen],
        "periodes": [{"code": p, "titel": naam(p)} for p in periodes],
        "afzenders": Afzender.objects.order_by("code", "-id"),
        "mag_ontvangen": may(
            Rol(request.lid.rol),
            Werkhandeling.LEVERING_ONTVANGEN,
            mandaat=request.lid.mandaat,
        ),
        "form": form,
        "sleutelform": sleutelform,
    }
    fout = form.errors or sleutelform.errors
    return render(
        request, "monitoring/ontvangst.html", context, status=422 if fout else 200
    )


def _naam(periode: str) -> str:
    """The period in words; of a refused package it can be anything."""
    try:
        return naam(periode)
    except ValueError:
        return "onbekende periode"


@inloggen
@require_POST
def ontvangen(request: HttpRequest) -> HttpResponse:
    """Take a package, verify it, and show the verdict."""
    require(request, Werkhandeling.LEVERING_ONTVANGEN)
    form = Pakket(request.POST, request.FILES)
    if not form.is_valid():
        return _lijst(request, form, Sleutel())
    rij = ontvang(form.cleaned_data["pakket"], by=request.lid, on=timezone.localtime())
    _log(request, f"Levering {rij.afzender} {rij.periode} ontvangen")
    return redirect("ontvangst_bekijken", rij.pk)


@inloggen
@require_POST
def sleutel(request: HttpRequest) -> HttpResponse:
    """Keep the public key of a sender."""
    require(request, Werkhandeling.LEVERING_ONTVANGEN)
    form = Sleutel(request.POST)
    if form.is_valid():
        gegeven = form.cleaned_data
        try:
            rij = ken(
                gegeven["code"], gegeven["sleutel"], by=request.lid,
                on=timezone.localtime(),
            )  # fmt: skip
        except OngeldigeSleutel as fout:
            form.add_error("sleutel", str(fout))
        else:
            messages.success(request, f"De sleutel van {rij.code} is vastgelegd.")
            return redirect("ontvangst")
    return _lijst(request, Pakket(), form)


@inloggen
@require_GET
def bekijken(request: HttpRequest, ontvangst_id: int) -> HttpResponse:
    """Show the verdict on one package and, when accepted, its figures."""
    require_inzage(request, Inzage.ONTVANGST)
    rij = Ontvangst.objects.filter(pk=ontvangst_id).first()
    if rij is None:
        raise Http404("Deze levering is hier niet ontvangen.")
    _log(request, f"Ontvangen levering {rij.afzender} {rij.periode} bekeken")
    context: dict[str, Any] = {"rij": rij, "titel": _naam(rij.periode)}
    if rij.aanvaard:
        context |= figuren(lees_ontvangst(rij), request.GET.get("cohort", ""))
    return render(request, "monitoring/ontvangst_bekijken.html", context)


@inloggen
@require_GET
def samen(request: HttpRequest, periode: str) -> HttpResponse:
    """Add the municipalities of one edition up: sums of rounded values."""
    require_inzage(request, Inzage.ONTVANGST)
    rijen = aanvaarde(periode)
    if not rijen:
        raise Http404("Over deze periode is niets ontvangen.")
    sommen = optellen([lees_ontvangst(rij) for rij in rijen], TABEL)
    _log(request, f"Optelling {periode} bekeken")
    jaren = list(dict.fromkeys(som.cohort for som in sommen))
    gekozen = request.GET.get("cohort", "")
    jaar = int(gekozen) if gekozen in map(str, jaren) else next(iter(jaren), None)
    van_jaar = [som for som in sommen if som.cohort == jaar]
    cijfers = {
        t.code: {s.cel: s.waarde for s in van_jaar if s.telling == t.code}
        for t in TABEL.tellingen
    }
    context = {
        "titel": naam(periode),
        "leden": [rij.afzender for rij in rijen],
        "minstens": MINSTENS_LEDEN,
        "jaar": jaar,
        "jaar_tekst": str(jaar),
        "keuzes": [
            {"url": f"?cohort={j}#cijfers", "label": str(j), "actief": j == jaar}
            for j in jaren
        ],
        "groepen": tabellen.per_groep(TABEL, cijfers) if jaar else [],
        "tellingen": TABEL.tellingen,
        "te_onnauwkeurig": sum(som.waarde is None for som in van_jaar),
        "fout": max((som.fout for som in van_jaar), default=0.0),
    }
    return render(request, "monitoring/ontvangst_samen.html", context)
