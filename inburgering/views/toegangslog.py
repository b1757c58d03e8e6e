"""Who looked at which file: for the privacy officer and the auditor; no newcomer's name."""

from datetime import datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering.authorization.checks import scope
from inburgering.authorization.roles import Bereik, Inzage, Rol
from inburgering.forms.velden import Datumveld
from inburgering.inzage import raadpleeg
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.spoor import Gebeurtenis, Raadpleging
from inburgering.models.traject import Traject
from inburgering.views.http import heel_getal, inloggen, require_inzage
from inburgering.views.weergave import gekeken
from inburgering.wet.handelingen import Handeling


BLADZIJDE = 50


class Filterformulier(forms.Form):
    """Which looks."""

    nummer = forms.CharField(label="Dossiernummer", required=False, max_length=12)
    naam = forms.CharField(
        label="Naam van de medewerker", required=False, max_length=80
    )
    van = Datumveld(label="Vanaf", required=False, help_text="")
    tot_en_met = Datumveld(label="Tot en met", required=False, help_text="")


def _midnight(dag: Any) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time.min))


def _filtered(rows: Any, data: dict[str, Any]) -> Any:
    if data.get("nummer"):
        nummer = data["nummer"].strip()
        merged = Traject.alle.filter(samengevoegd_met__nummer=nummer).values("nummer")
        rows = rows.filter(Q(nummer=nummer) | Q(nummer__in=merged))
    if data.get("naam"):
        rows = rows.filter(naam__icontains=data["naam"].strip())
    if data.get("van"):
        rows = rows.filter(moment__gte=_midnight(data["van"]))
    if data.get("tot_en_met"):
        rows = rows.filter(moment__lt=_midnight(data["tot_en_met"] + timedelta(days=1)))
    return rows


def _refused(lid: Lidmaatschap, form: Filterformulier) -> list[dict[str, Any]]:
    """Give the newest registrations that the law refused; no case came of them."""
    if scope(Rol(lid.rol)) is Bereik.STEEKPROEF or not form.is_valid():
        return []
    rows = Gebeurtenis.objects.filter(
        nummer="", handeling=Handeling.TRAJECT_REGISTREREN.value
    )
    return [
        {
            "moment": row.moment,
            "naam": row.naam,
            "rol": Rol(row.rol).label,
            "reden": row.reden,
        }
        for row in _filtered(rows.order_by("-id"), form.cleaned_data)[:BLADZIJDE]
    ]


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show the log, newest first, page by page; an auditor sees the sample alone."""
    require_inzage(request, Inzage.TOEGANGSLOG)
    lid = request.lid
    form = Filterformulier(request.GET)
    rows = Raadpleging.objects.order_by("-id")
    if scope(Rol(lid.rol)) is Bereik.STEEKPROEF:
        rows = rows.filter(nummer__in=lid.steekproef)
    rows = _filtered(rows, form.cleaned_data if form.is_valid() else {})
    if (voor := heel_getal(request.GET.get("voor", ""))) is not None:
        rows = rows.filter(id__lt=voor)
    page = list(rows[: BLADZIJDE + 1])
    refused = [] if voor else _refused(lid, form)
    raadpleeg(Inzage.TOEGANGSLOG, "", by=lid, on=timezone.localtime())
    kept = {k: v for k, v in request.GET.items() if v and k != "voor"}
    more = len(page) > BLADZIJDE
    return render(
        request, "toegangslog/lijst.html",
        {
            "filter": form,
            "rijen": gekeken(page[:BLADZIJDE]),
            "weigeringen": refused,
            "aantal_weigeringen": BLADZIJDE,
            "wis_url": request.path if kept else "",
            "volgende_url": more
            and f"?{urlencode(kept | {'voor': str(page[BLADZIJDE - 1].pk)})}",
            "vorige_url": f"?{urlencode(kept)}" if voor else "",
        },
        status=422 if form.errors else 200,
    )  # fmt: skip
