"""The list of cases, and registering a new one."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.actions import traject as acties
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.roles import Inzage
from inburgering.forms.traject import Registreren
from inburgering.models.spoor import Gebeurtenis
from inburgering.models.traject import Traject
from inburgering.views.http import inloggen, meldingen, require, require_inzage
from inburgering.wet.handelingen import Handeling


BLADZIJDE = 25


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show the cases within reach, newest first, page by page (keyset)."""
    require_inzage(request, Inzage.DOSSIER)
    cases = Traject.objects.visible_to(request.lid).select_related(
        "inburgeraar", "klantmanager"
    )
    if (voor := request.GET.get("voor", "")).isdigit():
        cases = cases.filter(id__lt=int(voor))
    rows = list(cases.order_by("-id")[: BLADZIJDE + 1])
    volgende = f"?voor={rows[BLADZIJDE - 1].pk}" if len(rows) > BLADZIJDE else ""
    return render(
        request, "traject/lijst.html",
        {"trajecten": rows[:BLADZIJDE], "volgende": volgende},
    )  # fmt: skip


@inloggen
@require_http_methods(["GET", "POST"])
def registreren(request: HttpRequest) -> HttpResponse:
    """Register a person; a case begins."""
    require(request, Handeling.TRAJECT_REGISTREREN)
    vandaag = timezone.localdate()
    form = Registreren(
        request.POST or None, dossier=None, vandaag=vandaag,
        initial={"sleutel": uuid4()},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        sleutel = form.cleaned_data["sleutel"]
        try:
            with meldingen(form):
                zaak = acties.registreren(
                    by=request.lid, on=timezone.localtime(), sleutel=sleutel,
                    **form.gegevens(),
                )  # fmt: skip
                messages.success(
                    request, f"Geregistreerd als dossier {zaak.traject.nummer}."
                )
                for melding in zaak.meldingen:
                    messages.warning(request, f"{melding.tekst} ({melding.bron})")
                return redirect(zaak.traject)
        except AlGedaan:
            earlier = Gebeurtenis.objects.get(sleutel=sleutel)
            messages.info(request, "Deze registratie was al opgeslagen.")
            return redirect(f"/trajecten/{earlier.nummer}/")
    return render(
        request, "traject/registreren.html",
        {"form": form, "knop": form.knop, "terug": "/trajecten/"},
        status=422 if form.errors else 200,
    )  # fmt: skip
