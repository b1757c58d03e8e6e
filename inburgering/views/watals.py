"""What if: which terms and parts would follow, without keeping anything."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering.authorization.roles import Inzage, Rol
from inburgering.forms.watals import WatAls
from inburgering.inzage import raadpleeg
from inburgering.models.dossier import lees, zichtbaar
from inburgering.views import dossierkader
from inburgering.views.http import inloggen, require_inzage, vind
from inburgering.wet.watals import wat_als


@inloggen
@require_GET
def vraag(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show the questions, and the answer when something was asked.

    A question is a GET: it changes nothing, and its answer can be printed or kept as a
    bookmark. It holds days and codes, nothing about the person.
    """
    require_inzage(request, Inzage.DOSSIER)
    traject = vind(request, nummer)
    nu = timezone.localtime()
    raadpleeg(Inzage.DOSSIER, nummer, by=request.lid, on=nu, reden="Wat als")
    dossier = zichtbaar(lees(traject, nu.date()), Rol(request.lid.rol))
    form = WatAls(request.GET or None)
    answer = None
    if form.is_bound and form.is_valid():
        answer = wat_als(dossier.feiten, form.veronderstelling(), nu.date())
    return render(
        request, "dossier/wat_als.html",
        dossierkader.kader(request, dossier, "overzicht")
        | {"form": form, "antwoord": answer},
        status=422 if form.errors else 200,
    )  # fmt: skip
