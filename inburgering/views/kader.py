"""What every page shows around its contents: menu, name, role, today."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from inburgering.authorization.checks import may_see
from inburgering.authorization.roles import Inzage, Rol
from inburgering.views.http import inloggen


MENU = (
    (Inzage.WERKVOORRAAD, "Werkvoorraad", "/werkvoorraad/"),
    (Inzage.DOSSIER, "Dossiers", "/trajecten/"),
    (Inzage.BEHEER, "Beheer", "/beheer/"),
    (Inzage.TOEGANGSLOG, "Toegangslog", "/toegangslog/"),
    (Inzage.AANBIEDERS, "Aanbieders", "/aanbieders/"),
    (Inzage.CIJFERS, "Cijfers", "/monitor/"),
    (Inzage.LEVERINGEN, "Leveringen", "/leveringen/"),
    (Inzage.ONTVANGST, "Ontvangst", "/ontvangst/"),
    (Inzage.REGELBOEK, "Regelboek", "/regelboek/"),
)


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
    }
    if lid is None:
        return frame
    path = request.path
    menu = [
        {"label": label, "url": url, "actief": path.startswith(url)}
        for inzage, label, url in MENU
        if may_see(Rol(lid.rol), inzage)
    ]
    return frame | {
        "lid": lid,
        "mag_zoeken": may_see(Rol(lid.rol), Inzage.DOSSIER),
        "mag_bsn_zoeken": may_see(Rol(lid.rol), Inzage.BSN),
        "hoofdmenu": menu,
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
