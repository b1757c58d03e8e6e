"""The numbers that a municipality sets itself: which, between what, since when and why."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.actions.spil import functie
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.spil import formulier
from inburgering.models.feiten import als_instelling
from inburgering.models.instelling import Instelling
from inburgering.views.dossierkader import mag
from inburgering.views.http import inloggen, meldingen, require, require_inzage
from inburgering.wet.instelling import instelbaar
from inburgering.wet.parameters import (
    AOWLeeftijd,
    Gelijkgesteld,
    Parameter,
    parameter,
)


HANDELING = Werkhandeling.INSTELLING_VASTLEGGEN
# The chapters of the page: the rows of a list of the law stand together, at the end.
GETALLEN = "Getallen van de wet"
LIJSTEN: dict[type[Parameter], str] = {
    AOWLeeftijd: "AOW-leeftijd, naar geboortedag",
    Gelijkgesteld: "Dagen die met een feestdag gelijk zijn gesteld",
}


def _getal(rij: Parameter, rows: list[Instelling], vandaag: date) -> dict[str, Any]:
    """Give a number of the law with what the municipality made of it."""

    def duur(waarde: int) -> str:
        return replace(rij, waarde=waarde).duur

    gezet = [(row, duur(row.waarde)) for row in rows]
    nu = parameter(rij.naam, vandaag, tuple(map(als_instelling, rows)))
    return {
        "wet": rij,
        "nu": nu,
        "eigen": nu != rij,
        "straks": [(row, d) for row, d in gezet if row.geldig_vanaf > vandaag],
        "gezet": gezet,
    }


def _getallen(vandaag: date) -> dict[str, dict[str, Any]]:
    rows: dict[str, list[Instelling]] = {}
    found = Instelling.objects.select_related("vastgelegd_door")
    for row in found.order_by("-geldig_vanaf"):
        rows.setdefault(row.naam, []).append(row)
    return {
        rij.naam: _getal(rij, rows.get(rij.naam, []), vandaag)
        for rij in instelbaar(vandaag)
    }


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show every number that can be set, with its bounds and what holds now."""
    require_inzage(request, Inzage.BEHEER)
    hoofdstukken: dict[str, list[dict[str, Any]]] = {}
    for getal in _getallen(timezone.localdate()).values():
        kop = LIJSTEN.get(type(getal["wet"]), GETALLEN)
        hoofdstukken.setdefault(kop, []).append(getal)
    return render(
        request, "instelling/lijst.html",
        {
            "hoofdstukken": hoofdstukken,
            "mag_instellen": mag(request.lid, HANDELING),
        },
    )  # fmt: skip


@inloggen
@require_http_methods(["GET", "POST"])
def instellen(request: HttpRequest, naam: str) -> HttpResponse:
    """Set one number from a day to come, with the reason."""
    require(request, HANDELING)
    nu = timezone.localtime()
    getal = _getallen(nu.date()).get(naam)
    if getal is None:
        raise Http404("Dit getal kan een gemeente niet instellen.")
    form = formulier(HANDELING)(
        request.POST if request.method == "POST" else None,
        dossier=None, vandaag=nu.date(), rij=getal["nu"], initial={"sleutel": uuid4()},
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        try:
            with meldingen(form):
                functie(HANDELING)(
                    by=request.lid, on=nu, sleutel=form.cleaned_data["sleutel"],
                    **form.gegevens(),
                )  # fmt: skip
                messages.success(request, "Het getal is ingesteld.")
                return redirect("instellingen")
        except AlGedaan:
            messages.info(request, "Dit was al opgeslagen.")
            return redirect("instellingen")
    return render(
        request, "instelling/vastleggen.html",
        {"getal": getal, "form": form, "knop": form.knop, "terug": "/beheer/instellingen/"},
        status=422 if form.errors else 200,
    )  # fmt: skip
