"""The practical flags of a file, and which of them the municipality uses."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from inburgering.actions.aandachtspunt import kiezen as kies
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.aandachtspunt import Kiezen
from inburgering.models.aandachtspunt import Aandacht, afgeleid
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.views.dossierkader import adres, mag, mag_zien
from inburgering.views.http import inloggen, require, require_inzage


W = Werkhandeling


class Vlag(NamedTuple):
    """A flag that somebody set."""

    pk: int
    soort: str
    reden: str
    van: date
    herzien_op: date
    tot: date | None
    door: str


def vlaggen(
    dossier: Dossier, lid: Lidmaatschap, gezet: Iterable[Vlag]
) -> dict[str, Any]:
    """Give the flags of a file with who set them; the explanation for who reads notes."""
    traject, dag = dossier.traject, dossier.stand.peildatum
    end, reads = W.AANDACHTSPUNT_BEEINDIGEN, mag_zien(lid, Inzage.NOTITIES)
    return {
        "afgeleid": afgeleid(traject.inburgeraar),
        "gezet": [
            flag._asdict()
            | {
                "wat": Aandacht(flag.soort).label,
                "reden": flag.reden if reads else "",
                "herzien": flag.herzien_op <= dag,
                "beeindigen": not flag.tot
                and mag(lid, end)
                and adres(traject.nummer, end, flag.pk),
            }
            for flag in gezet
        ],
        "zetten": mag(lid, W.AANDACHTSPUNT_ZETTEN)
        and adres(traject.nummer, W.AANDACHTSPUNT_ZETTEN),
    }


@inloggen
@require_http_methods(["GET", "POST"])
def kiezen(request: HttpRequest) -> HttpResponse:
    """Choose which flags of the list the municipality uses."""
    require_inzage(request, Inzage.BEHEER)
    require(request, W.AANDACHTSPUNT_KIEZEN)
    form = Kiezen(
        request.POST if request.method == "POST" else None, dossier=None,
        vandaag=timezone.localdate(), initial={"sleutel": uuid4()},
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        try:
            kies(
                by=request.lid, on=timezone.localtime(),
                sleutel=form.cleaned_data["sleutel"], **form.gegevens(),
            )  # fmt: skip
            messages.success(request, "De aandachtspunten zijn bewaard.")
        except AlGedaan:
            messages.info(request, "Dit was al opgeslagen.")
        return redirect("beheer")
    return render(
        request, "aanbieder/vastleggen.html",
        {"form": form, "knop": form.knop, "kop": "Aandachtspunten", "terug": "/beheer/"},
        status=422 if form.errors else 200,
    )  # fmt: skip
