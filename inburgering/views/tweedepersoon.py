"""What a second person decides about what somebody asked for, in one way for every kind."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from inburgering.actions.spil import functie
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.spil import GEDAAN
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.herstel import Herstel
from inburgering.models.samenvoeging import Samenvoeging
from inburgering.views.http import meldingen, require


Keuzes = Mapping[
    str, tuple[Werkhandeling, Callable[..., Any]]
]  # by the word in the url


def beslis(
    request: HttpRequest, besluit: str, *, keuzes: Keuzes,
    vind: Callable[[], Herstel | Samenvoeging], id_: int,
    pagina: Callable[..., HttpResponse], al_besloten: str,
) -> HttpResponse:  # fmt: skip
    """Approve or reject; show the page anew, with what was typed, when that can't be.

    The right to decide is asked before the request is sought. `al_besloten` is told to
    somebody whose form was sent twice.
    """
    act, kind = keuzes[besluit]
    require(request, act)
    found = vind()
    form = kind(
        request.POST, dossier=None, vandaag=timezone.localdate(), herstel_id=id_
    )
    if form.is_valid():
        try:
            with meldingen(form):
                functie(act)(
                    traject=found.traject, by=request.lid, on=timezone.localtime(),
                    versie=form.cleaned_data["versie"],
                    sleutel=form.cleaned_data["sleutel"], **form.gegevens(),
                )  # fmt: skip
                messages.success(request, f"{GEDAAN[act]}.")
                return redirect(found.traject)
        except AlGedaan:
            messages.info(request, al_besloten)
            return redirect(found.traject)
    return pagina(request, found, form, 422)
