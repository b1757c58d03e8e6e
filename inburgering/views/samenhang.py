"""Can the facts of a case be true together? For one case now, for all from last night."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering import werkvoorraad as werk
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.inzage import raadpleeg
from inburgering.models import herstelbaar
from inburgering.models.dossier import Dossier, lees, zichtbaar
from inburgering.views import dossierkader
from inburgering.views.dossierkader import herstel_adres, mag
from inburgering.views.http import inloggen, require_inzage, vind
from inburgering.views.weergave import opschrift
from inburgering.wet.samenhang import Bevinding, bevindingen


HOOGSTENS = 200


@inloggen
@require_GET
def dossier(request: HttpRequest, nummer: str) -> HttpResponse:
    """Check one case against the law, and say per finding where it is mended."""
    require_inzage(request, Inzage.DOSSIER)
    traject = vind(request, nummer)
    nu = timezone.localtime()
    raadpleeg(Inzage.DOSSIER, nummer, by=request.lid, on=nu, reden="Klopt dit dossier")
    read = zichtbaar(lees(traject, nu.date()), Rol(request.lid.rol))
    found = [_line(request, read, b) for b in bevindingen(read.feiten, nu.date())]
    return render(
        request, "dossier/klopt.html",
        dossierkader.kader(request, read, "gegevens")
        | {
            "fouten": [line for line in found if not line["verschil"]],
            "verschillen": [line for line in found if line["verschil"]],
        },
    )  # fmt: skip


def _line(request: HttpRequest, dossier: Dossier, b: Bevinding) -> dict[str, Any]:
    traject = dossier.traject
    row = b.id or (traject.pk if b.soort == "traject" else traject.inburgeraar_id)
    meta = herstelbaar.model_voor(b.soort)._meta
    names = {field.name: opschrift(field) for field in meta.concrete_fields}
    return {
        "feit": str(meta.verbose_name),
        "veld": names.get(b.veld, ""),
        "tekst": b.tekst,
        "bron": b.bron,
        "gebruikt": b.gebruikt,
        "verschil": b.verschil,
        "url": mag(request.lid, Werkhandeling.FEIT_HERSTELLEN)
        and herstel_adres(traject.nummer, b.soort, row),
    }


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """List what last night's check found in the cases that one reaches."""
    require_inzage(request, Inzage.WERKVOORRAAD)
    rows = werk.klopt_niet(request.lid).select_related("traject__inburgeraar")
    return render(request, "werkvoorraad/klopt_niet.html", {"rijen": rows[:HOOGSTENS]})
