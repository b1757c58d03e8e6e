"""Users, teams and roles: the pages of the application manager."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.actions import lidmaatschap as acties
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.roles import ROLLEN, Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.lidmaatschap import Beeindigen, Beheren, TeamToevoegen
from inburgering.models.gebruiker import Lidmaatschap, Team
from inburgering.models.gemeente import huidige_gemeente
from inburgering.views.http import inloggen, meldingen, require, require_inzage


@inloggen
@require_GET
def overzicht(request: HttpRequest) -> HttpResponse:
    """Show who works here in which role, the teams, and what each role may."""
    require_inzage(request, Inzage.BEHEER)
    vandaag = timezone.localdate()
    members = (
        Lidmaatschap.objects.filter(gemeente=huidige_gemeente())
        .select_related("gebruiker", "team")
        .order_by("gebruiker__naam", "rol", "id")
    )
    current: list[Lidmaatschap] = []
    former: list[Lidmaatschap] = []
    for lid in members:
        over = lid.einde is not None and lid.einde <= vandaag
        (former if over else current).append(lid)
    return render(
        request, "beheer/overzicht.html",
        {
            "leden": current,
            "oud_leden": former,
            "teams": Team.objects.all(),
            "rollen": [(rol.label, ROLLEN[rol]) for rol in Rol],
        },
    )  # fmt: skip


def _form_page(
    request: HttpRequest, form: Handelingsformulier, act: Callable[..., Any], kop: str,
    gedaan: str, over: str = "",
) -> HttpResponse:  # fmt: skip
    """Show a form, or do its act and go back to the overview."""
    if form.is_bound and form.is_valid():
        try:
            with meldingen(form):
                act(
                    by=request.lid, on=timezone.localtime(),
                    sleutel=form.cleaned_data["sleutel"], **form.gegevens(),
                )  # fmt: skip
                messages.success(request, gedaan)
                return redirect("beheer")
        except AlGedaan:
            messages.info(request, "Dit was al opgeslagen.")
            return redirect("beheer")
    return render(
        request, "beheer/formulier.html",
        {"form": form, "knop": form.knop, "kop": kop, "over": over, "terug": "/beheer/"},
        status=422 if form.errors else 200,
    )  # fmt: skip


def _form(
    request: HttpRequest, kind: type[Handelingsformulier], rij: Any = None
) -> Handelingsformulier:
    require(request, Werkhandeling.LIDMAATSCHAP_BEHEREN)
    return kind(
        request.POST if request.method == "POST" else None,
        dossier=None, vandaag=timezone.localdate(), rij=rij,
        initial={"sleutel": uuid4()},
    )  # fmt: skip


@inloggen
@require_http_methods(["GET", "POST"])
def rol_geven(request: HttpRequest) -> HttpResponse:
    """Give somebody a role."""
    form = _form(request, Beheren)
    return _form_page(
        request, form, acties.beheren, "Rol geven",
        "De rol is gegeven. Deze collega logt opnieuw in.",
    )  # fmt: skip


@inloggen
@require_http_methods(["GET", "POST"])
def rol_beeindigen(request: HttpRequest, lid_id: int) -> HttpResponse:
    """End somebody's role."""
    require(request, Werkhandeling.LIDMAATSCHAP_BEHEREN)
    rows = Lidmaatschap.objects.filter(gemeente=huidige_gemeente(), pk=lid_id)
    lid = rows.select_related("gebruiker").first()
    if lid is None:
        raise Http404("Deze rol hoort niet bij uw gemeente.")
    form = _form(request, Beeindigen, lid)
    return _form_page(
        request, form, acties.beeindigen, "Rol beëindigen",
        "De rol is beëindigd. Deze collega is uitgelogd.", over=str(lid),
    )  # fmt: skip


@inloggen
@require_http_methods(["GET", "POST"])
def team_toevoegen(request: HttpRequest) -> HttpResponse:
    """Add a team."""
    form = _form(request, TeamToevoegen)
    return _form_page(
        request,
        form,
        acties.team_toevoegen,
        "Team toevoegen",
        "Het team is toegevoegd.",
    )
