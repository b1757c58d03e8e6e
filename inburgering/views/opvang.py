"""The reception places and how far they are: a small table of the municipality's own."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.actions.opvangplek import vastleggen as leg_vast
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.opvangplek import Vastleggen
from inburgering.models.opvangplek import Opvangplek
from inburgering.views.http import inloggen, meldingen, require, require_inzage


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show every place with its distance."""
    require_inzage(request, Inzage.BEHEER)
    rows = Opvangplek.objects.order_by("-actief", "zoeknaam")
    return render(request, "beheer/opvang.html", {"plekken": rows})


@inloggen
@require_http_methods(["GET", "POST"])
def vastleggen(request: HttpRequest, plek_id: int | None = None) -> HttpResponse:
    """Add a place, or change one."""
    require_inzage(request, Inzage.BEHEER)
    require(request, Werkhandeling.OPVANGPLEK_VASTLEGGEN)
    row = Opvangplek.objects.filter(pk=plek_id).first() if plek_id else None
    if plek_id and row is None:
        raise Http404("Deze opvangplek is er niet.")
    form = Vastleggen(
        request.POST if request.method == "POST" else None, dossier=None,
        vandaag=timezone.localdate(), rij=row, initial={"sleutel": uuid4()},
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        try:
            with meldingen(form):
                leg_vast(
                    by=request.lid, on=timezone.localtime(),
                    sleutel=form.cleaned_data["sleutel"], **form.gegevens(),
                )  # fmt: skip
                messages.success(request, "De opvangplek is bewaard.")
        except AlGedaan:
            messages.info(request, "Dit was al opgeslagen.")
        if not form.errors:
            return redirect("opvangplekken")
    return render(
        request, "aanbieder/vastleggen.html",
        {
            "form": form, "knop": form.knop, "terug": "/beheer/opvang/",
            "kop": f"{row} wijzigen" if row else "Opvangplek toevoegen",
        },
        status=422 if form.errors else 200,
    )  # fmt: skip
