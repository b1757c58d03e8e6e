"""Drafts over the wire: kept by htmx while somebody types, or thrown away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from inburgering.actions import concept
from inburgering.views.http import inloggen, vind


def _form_values(request: HttpRequest) -> dict[str, object]:
    return {
        name: values if len(values) > 1 else values[0]
        for name, values in request.POST.lists()
    }


@inloggen
@require_POST
def bewaren(request: HttpRequest, nummer: str, sleutel: str) -> HttpResponse:
    """Keep a draft and say when."""
    vind(request, nummer)
    nu = timezone.localtime()
    if not concept.bewaar(
        request.lid, f"{nummer}/{sleutel}", _form_values(request), nu
    ):
        return HttpResponse("Te lang om als concept te bewaren.", status=200)
    return render(request, "_concept_status.html", {"bewaard_op": nu})


@inloggen
@require_POST
def weggooien(request: HttpRequest, nummer: str, sleutel: str) -> HttpResponse:
    """Throw a draft away and go back to the file."""
    traject = vind(request, nummer)
    concept.weggooien(request.lid, f"{nummer}/{sleutel}")
    return redirect(traject.get_absolute_url())
