"""The municipality's own questions at the brede intake: kept without code."""

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
from inburgering.authorization.spil import GEDAAN
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.spil import formulier
from inburgering.models.brede_intake import Intakevraag
from inburgering.models.feiten import als_intakevraag
from inburgering.views.dossierkader import mag
from inburgering.views.http import inloggen, meldingen, require, require_inzage
from inburgering.wet.intake import VRAGEN, Vraag, per_domein
from inburgering.wet.intakevragen import NIET_VRAGEN, als_vraag


W = Werkhandeling


def _answers(vraag: Vraag) -> str:
    """Say in a line what one can answer."""
    if vraag.keuzes:
        return ", ".join(label for _, label in vraag.keuzes)
    if vraag.eenheid or vraag.grenzen != (0, 0):
        low, high = vraag.grenzen
        return f"een getal van {low} tot en met {high} {vraag.eenheid}".strip()
    return "eigen woorden"


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show every subject with its fixed questions and those of the municipality."""
    require_inzage(request, Inzage.BEHEER)
    vandaag = timezone.localdate()
    rows = list(
        Intakevraag.objects.select_related("vastgelegd_door")
        .order_by("volgorde", "id")
    )  # fmt: skip
    own = {row.code: row for row in rows}
    ended = [row for row in rows if row.geldig_tot and row.geldig_tot <= vandaag]
    gone = {row.code for row in ended}
    questions = (*VRAGEN, *(als_vraag(als_intakevraag(row)) for row in rows))
    subjects: dict[str, list[dict[str, Any]]] = {}
    for vraag in per_domein(v for v in questions if v.code not in gone):
        line = {
            "vraag": vraag.vraag, "antwoorden": _answers(vraag),
            "rij": own.get(vraag.code),
            "straks": vraag.geldig_vanaf > vandaag and vraag.geldig_vanaf,
        }  # fmt: skip
        subjects.setdefault(vraag.onderwerp, []).append(line)
    return render(
        request, "intakevraag/lijst.html",
        {
            "onderwerpen": [
                {"kop": name, "vragen": lines,
                 "eigen": sum(line["rij"] is not None for line in lines)}
                for name, lines in subjects.items()
            ],
            "aantal": len(rows) - len(ended),
            "oud": ended,
            "niet_vragen": NIET_VRAGEN,
            "mag_toevoegen": mag(request.lid, W.INTAKEVRAAG_VASTLEGGEN),
        },
    )  # fmt: skip


def _page(
    request: HttpRequest, act: Werkhandeling, rij: Intakevraag | None, kop: str
) -> HttpResponse:
    """Show the form of an act on the questions, or do the act."""
    nu = timezone.localtime()
    form = formulier(act)(
        request.POST if request.method == "POST" else None,
        dossier=None, vandaag=nu.date(), rij=rij, initial={"sleutel": uuid4()},
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        try:
            with meldingen(form):
                functie(act)(
                    by=request.lid, on=nu, sleutel=form.cleaned_data["sleutel"],
                    **form.gegevens(),
                )  # fmt: skip
                messages.success(request, f"{GEDAAN[act]}.")
                return redirect("intakevragen")
        except AlGedaan:
            messages.info(request, "Dit was al opgeslagen.")
            return redirect("intakevragen")
    return render(
        request, "intakevraag/vastleggen.html",
        {"form": form, "knop": form.knop, "kop": kop, "terug": "/beheer/intakevragen/"},
        status=422 if form.errors else 200,
    )  # fmt: skip


def _vind(vraag_id: int) -> Intakevraag:
    found = Intakevraag.objects.filter(pk=vraag_id).first()
    if found is None:
        raise Http404("Deze vraag hoort niet bij uw gemeente.")
    return found


@inloggen
@require_http_methods(["GET", "POST"])
def vastleggen(request: HttpRequest, vraag_id: int | None = None) -> HttpResponse:
    """Add a question, or put another in the place of one."""
    require(request, W.INTAKEVRAAG_VASTLEGGEN)
    rij = None if vraag_id is None else _vind(vraag_id)
    kop = "Vraag vervangen" if rij else "Vraag toevoegen"
    return _page(request, W.INTAKEVRAAG_VASTLEGGEN, rij, kop)


@inloggen
@require_http_methods(["GET", "POST"])
def beeindigen(request: HttpRequest, vraag_id: int) -> HttpResponse:
    """End a question."""
    require(request, W.INTAKEVRAAG_BEEINDIGEN)
    return _page(request, W.INTAKEVRAAG_BEEINDIGEN, _vind(vraag_id), "Vraag beëindigen")
