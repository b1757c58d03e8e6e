"""The file of one person, section by section."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering.authorization.checks import may
from inburgering.authorization.roles import Inzage, Rol
from inburgering.inzage import raadpleeg
from inburgering.models.dossier import lees
from inburgering.views.http import inloggen, require_inzage, vind


@inloggen
@require_GET
def overzicht(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show where the case stands and what can be done next."""
    require_inzage(request, Inzage.DOSSIER)
    traject = vind(request, nummer)
    nu = timezone.localtime()
    raadpleeg(Inzage.DOSSIER, nummer, by=request.lid, on=nu)
    dossier = lees(traject, nu.date())
    lid = request.lid
    acts = [
        (act, oordeel)
        for act, oordeel in dossier.stand.handelingen.items()
        if may(Rol(lid.rol), act, mandaat=lid.mandaat)
    ]
    return render(
        request, "dossier/overzicht.html",
        {"traject": traject, "dossier": dossier, "stand": dossier.stand, "acts": acts},
    )  # fmt: skip
