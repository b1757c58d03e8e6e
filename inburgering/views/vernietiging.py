"""What must be destroyed, and the page where the privacy officer does it; no names."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.actions import document as documenten
from inburgering.actions import vernietiging as acties
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.roles import Inzage
from inburgering.authorization.spil import GEDAAN
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.document import Wissen
from inburgering.forms.vernietiging import Uitvoeren
from inburgering.inzage import raadpleeg
from inburgering.models.dossierstuk import Dossierstuk
from inburgering.models.termijn import OPEN, Termijn
from inburgering.models.traject import Traject
from inburgering.models.vernietiging import DOSSIER, STUK, Vernietigingsprotocol
from inburgering.views.dossierkader import mag
from inburgering.views.http import inloggen, meldingen, require, require_inzage
from inburgering.wet.begrippen import Termijnsoort, Trajectstatus


MEESTE = 100
T = Termijnsoort
ACT = Werkhandeling.VERNIETIGING_UITVOEREN
WISSEN = Werkhandeling.DOCUMENT_WISSEN


def _due() -> Any:
    """Give the terms by which a case must go today, the oldest first."""
    kept = Q(soort=T.BEWAARTERMIJN.value, uiterlijk__lt=timezone.localdate())
    terms = Termijn.objects.filter(OPEN, Q(soort=T.VERNIETIGEN.value) | kept)
    return terms.select_related("traject").order_by("uiterlijk", "id")


def _documents() -> Any:
    """Give the documents that should never have been in a file."""
    rows = Dossierstuk.objects.filter(te_wissen=True).select_related("traject")
    return rows.defer("titel")


def _line(term: Termijn, asked: Any) -> dict[str, Any]:
    return {
        "termijn": term,
        "nummer": term.traject.nummer,
        "dicht": term.traject.status == Trajectstatus.AFGESLOTEN,
        "voordracht": asked,
    }


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show which cases must go, who asked for it, and what went already."""
    require_inzage(request, Inzage.VERNIETIGING)
    raadpleeg(Inzage.VERNIETIGING, "", by=request.lid, on=timezone.localtime())
    terms = list(_due()[: MEESTE + 1])
    asked = acties.voordrachten([term.traject.nummer for term in terms])
    done = Vernietigingsprotocol.objects.filter(
        Q(wat__startswith=DOSSIER) | Q(wat__startswith=STUK)
    )
    return render(
        request, "vernietiging/lijst.html",
        {
            "rijen": [_line(t, asked.get(t.traject.nummer)) for t in terms[:MEESTE]],
            "meer": len(terms) > MEESTE,
            "stukken": _documents().order_by("ingetrokken_op", "id")[:MEESTE],
            "gedaan": done.order_by("-id")[:50],
        },
    )  # fmt: skip


def _found(nummer: str) -> Termijn:
    """Find why a case must go. Raises ``AlGedaan`` when it went, else ``Http404``."""
    term = _due().filter(traject__nummer=nummer).first()
    if term is None:
        if Vernietigingsprotocol.objects.filter(wat=f"{DOSSIER}{nummer}").exists():
            raise AlGedaan
        raise Http404("Dit dossier hoeft niet weg.")
    return term


@inloggen
@require_http_methods(["GET", "POST"])
def dossier(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show why one case must go; destroy it."""
    require_inzage(request, Inzage.VERNIETIGING)
    require(request, ACT)
    form = Uitvoeren(
        request.POST or None, dossier=None, vandaag=timezone.localdate(),
        dossiernummer=nummer, initial={"sleutel": uuid4()},
    )  # fmt: skip
    try:
        term = _found(nummer)
        if request.method == "POST" and form.is_valid():
            with meldingen(form):
                _destroy(request, term.traject, form)
                return redirect("vernietiging")
    except AlGedaan:
        messages.info(request, f"Dossier {nummer} was al vernietigd.")
        return redirect("vernietiging")
    line = _line(term, acties.voordracht(nummer))
    raadpleeg(
        Inzage.VERNIETIGING, nummer, by=request.lid, on=timezone.localtime(),
        reden=ACT.label,
    )  # fmt: skip
    ready = line["dicht"] and line["voordracht"] and mag(request.lid, ACT)
    return render(
        request, "vernietiging/dossier.html",
        line | {"form": form if ready else None, "knop": form.knop},
        status=422 if form.errors else 200,
    )  # fmt: skip


@inloggen
@require_http_methods(["GET", "POST"])
def document(request: HttpRequest, stuk_id: int) -> HttpResponse:
    """Show why one document must go, never what it says; destroy it."""
    require_inzage(request, Inzage.VERNIETIGING)
    require(request, WISSEN)
    stuk = _documents().filter(pk=stuk_id).first()
    if stuk is None:
        if Vernietigingsprotocol.objects.filter(
            wat__startswith=f"{STUK}{stuk_id} "
        ).exists():
            messages.info(request, "Dit document was al gewist.")
            return redirect("vernietiging")
        raise Http404("Dit document hoeft niet weg.")
    form = Wissen(
        request.POST or None, dossier=None, vandaag=timezone.localdate(),
        initial={"sleutel": uuid4()},
    )  # fmt: skip
    raadpleeg(
        Inzage.VERNIETIGING, stuk.traject.nummer, by=request.lid,
        on=timezone.localtime(), reden=WISSEN.label,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            with meldingen(form):
                documenten.wissen(
                    stuk=stuk, by=request.lid, on=timezone.localtime(),
                    sleutel=form.cleaned_data["sleutel"],
                )  # fmt: skip
                messages.success(request, f"{GEDAAN[WISSEN]}.")
                return redirect("vernietiging")
        except AlGedaan:
            messages.info(request, "Dit document was al gewist.")
            return redirect("vernietiging")
    return render(
        request, "vernietiging/document.html",
        {
            "stuk": stuk, "door": documenten.wie_trok_in(stuk), "form": form,
            "knop": form.knop,
        },
        status=422 if form.errors else 200,
    )  # fmt: skip


def _destroy(request: HttpRequest, traject: Traject, form: Uitvoeren) -> None:
    acties.uitvoeren(
        traject=traject, by=request.lid, on=timezone.localtime(),
        sleutel=form.cleaned_data["sleutel"],
    )  # fmt: skip
    messages.success(request, f"{GEDAAN[ACT]}: {traject.nummer}.")
