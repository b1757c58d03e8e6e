"""What every page shows around its contents: menu, name, role, today."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from inburgering.authorization.checks import may_see
from inburgering.authorization.roles import Inzage, Rol
from inburgering.forms.velden import GEEN_NUMMER, ZOEK_NUMMER
from inburgering.views.http import inloggen
from inburgering.views.hulp import anker


MENU = (
    (Inzage.WERKVOORRAAD, "Werkvoorraad", "/werkvoorraad/"),
    (Inzage.CASELOAD, "Caseload", "/caseload/"),
    (Inzage.DOSSIER, "Dossiers", "/trajecten/"),
    (Inzage.BEHEER, "Beheer", "/beheer/"),
    (Inzage.TOEGANGSLOG, "Toegangslog", "/toegangslog/"),
    (Inzage.VERNIETIGING, "Te vernietigen", "/vernietiging/"),
    (Inzage.AANBIEDERS, "Aanbieders", "/aanbieders/"),
    (Inzage.CIJFERS, "Cijfers", "/monitor/"),
    (Inzage.SIGNALEN, "Signalen", "/signalen/"),
    (Inzage.TELLING, "Telling", "/telling/"),
    (Inzage.LEVERINGEN, "Leveringen", "/leveringen/"),
    (Inzage.ONTVANGST, "Ontvangst", "/ontvangst/"),
    (Inzage.REGELBOEK, "Regelboek", "/regelboek/"),
)

# The addresses around every page, by the name that the templates know them by.
ADRESSEN = {
    "start_url": "start",
    "zoek_url": "zoeken",
    "bsn_url": "zoeken_bsn",
    "wissel_url": "lidmaatschap_wisselen",
    "mfa_url": "mfa_index",
    "wachtwoord_url": "account_change_password",
    "uitloggen_url": "account_logout",
    "verder_url": "verder_werken",
    "hulp_url": "hulp",
    "regelboek_url": "regelboek",
    "toegankelijkheid_url": "toegankelijkheid",
}


def _elsewhere(rol: Rol, inzage: Inzage) -> bool:
    """Say whether a page of the menu is reached from another page of this role.

    A menu of eight pushes the name of who works here to a second line.
    """
    onder = {
        Inzage.TELLING: Inzage.CIJFERS,
        Inzage.SIGNALEN: Inzage.WERKVOORRAAD,
    }
    return inzage in onder and may_see(rol, onder[inzage])


@cache
def adressen() -> Mapping[str, str]:
    """Look up the addresses around a page: once, since they never change."""
    return {name: reverse(view) for name, view in ADRESSEN.items()}


@inloggen
def begin(request: HttpRequest) -> HttpResponse:
    """Go to the page that this role works from: the first of its menu."""
    for inzage, _, url in MENU:
        if may_see(Rol(request.lid.rol), inzage):
            return redirect(url)
    raise PermissionDenied("Met deze rol is er nog niets te zien.")


def kader(request: HttpRequest) -> dict[str, Any]:
    """Give the frame of a page. Asks the database nothing."""
    lid = getattr(request, "lid", None)
    frame: dict[str, Any] = {
        "vandaag": timezone.localdate(),
        "DEMO": settings.DEMO,
        "thema_css": settings.GEMEENTE_THEMA,
        "versie_programma": settings.VERSIE,
        "sessie_seconden": settings.SESSION_IDLE_SECONDS,
        **adressen(),
    }
    if anchor := anker(request):
        frame["hulp_bij"] = f"{frame['hulp_url']}#{anchor}"
    if lid is None:
        return frame
    path = request.path
    seen = [
        (label, url)
        for inzage, label, url in MENU
        if may_see(Rol(lid.rol), inzage) and not _elsewhere(Rol(lid.rol), inzage)
    ]
    menu = [
        # A word and not a number, which a template would write the way of the country.
        {"label": label, "url": url, "actief": path.startswith(url), "toets": str(key)}
        for key, (label, url) in enumerate(seen, 1)
    ]
    return frame | {
        "lid": lid,
        "geen_nummer": GEEN_NUMMER,
        "zoek_nummer": ZOEK_NUMMER,
        "mag_zoeken": may_see(Rol(lid.rol), Inzage.DOSSIER),
        "mag_bsn_zoeken": may_see(Rol(lid.rol), Inzage.BSN),
        "hoofdmenu": menu,
        "telling_url": may_see(Rol(lid.rol), Inzage.TELLING) and "/telling/",
        "gemeente": lid.gemeente.naam,
        "rol": lid.get_rol_display(),
        "lidmaatschappen": [
            {
                "id": ander.pk,
                "gemeente": ander.gemeente.naam,
                "rol": ander.get_rol_display(),
                "actief": ander.pk == lid.pk,
            }
            for ander in request.lidmaatschappen
        ],
    }
