"""Finding a file: by name, number or birth date over GET, by BSN over POST alone."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, Max, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.authorization.roles import Inzage
from inburgering.forms.velden import Bsnveld, OnvolledigeDatumveld
from inburgering.inzage import raadpleeg
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.inburgeraar import bsn_index, op_naam
from inburgering.models.spoor import Raadpleging
from inburgering.models.traject import Traject
from inburgering.views.dossierkader import mag_zien
from inburgering.views.http import inloggen, require_inzage


MEESTE = 25
LAATSTE = 10
TERUG = 500  # how many of one's own looks back the last ten files are sought
NUMMER = re.compile(r"^\d{4}-\d{5}$")
LIJKT_BSN = re.compile(r"^\d{8,9}$|^\d{4}[.\- ]\d{2}[.\- ]\d{3}$")
VOLGNUMMER = re.compile(r"^\d{1,5}$")
JAREN = range(2022, 2040)


def _birth_date(term: str) -> str:
    """Read d-m-jjjj as it is kept, or nothing when it is no date."""
    try:
        return str(OnvolledigeDatumveld().to_python(term))
    except ValidationError:
        return ""


def vind_op(cases: Any, term: str) -> Any:
    """Give the cases that a term means: a number, a birth date, else words of a name.

    Found by name, a case says with ``anders`` that the name is spelled otherwise.
    """
    if NUMMER.match(term):
        return cases.filter(nummer=term)
    if VOLGNUMMER.match(term):
        return cases.filter(nummer__in=[f"{j}-{int(term):05d}" for j in JAREN])
    if term[:1].isdigit() and (born := _birth_date(term)):
        return cases.filter(inburgeraar__geboortedatum=born)
    spelled, sounds = op_naam(term, "inburgeraar__")
    if not spelled:
        return cases.none()
    other = Case(When(spelled, then=Value(False)), default=Value(True))
    return cases.filter(sounds).annotate(anders=other)


def _op_volgorde(cases: Any) -> Any:
    """Put what is spelled as it was typed first, then what only sounds so."""
    exact = ["anders"] if "anders" in cases.query.annotations else []
    return cases.order_by(*exact, "inburgeraar__zoeknaam", "id")


def laatst_geopend(lid: Lidmaatschap) -> list[Traject]:
    """Give the last files that somebody opened, as far as they still reach them."""
    own = Raadpleging.objects.filter(gebruiker=lid.gebruiker_id)
    recent = own.order_by("-id").values("id")[:TERUG]
    looks = (
        Raadpleging.objects.filter(pk__in=recent, inzage=Inzage.DOSSIER.value)
        .exclude(nummer="")
        .values_list("nummer")
        .annotate(laatst=Max("id"))
        .order_by("-laatst")[:LAATSTE]
    )
    order = [nummer for nummer, _ in looks]
    cases = Traject.objects.visible_to(lid).select_related(
        "inburgeraar", "klantmanager"
    )
    found = {t.nummer: t for t in cases.filter(nummer__in=order)}
    return [found[nummer] for nummer in order if nummer in found]


@inloggen
@require_GET
def zoeken(request: HttpRequest) -> HttpResponse:
    """Search; a number that is exactly one file opens it."""
    require_inzage(request, Inzage.DOSSIER)
    term = " ".join(request.GET.get("q", "").split())[:80]
    if LIJKT_BSN.match(term):
        # A BSN does not belong in an address; ask it where it does not stay.
        return redirect("zoeken_bsn")
    found: list[Traject] = []
    if term:
        cases = vind_op(Traject.objects.visible_to(request.lid), term)
        rows = cases.select_related("inburgeraar", "klantmanager")
        found = list(_op_volgorde(rows)[: MEESTE + 1])
        # What was typed may be a name: the log keeps that somebody searched, not what.
        raadpleeg(
            Inzage.DOSSIER, "", by=request.lid, on=timezone.localtime(), reden="zoeken"
        )
        if len(found) == 1 and NUMMER.match(term):
            return redirect(found[0])
    page = found[:MEESTE]
    return render(
        request, "zoeken/zoeken.html",
        {
            "zoekterm": term,
            "trajecten": [t for t in page if not getattr(t, "anders", False)],
            "anders": [t for t in page if getattr(t, "anders", False)],
            "aantal": len(page),
            "meer": len(found) > MEESTE,
            "laatste": [] if found else laatst_geopend(request.lid),
            "mag_bsn": mag_zien(request.lid, Inzage.BSN),
        },
    )  # fmt: skip


class Bsnformulier(forms.Form):
    """One BSN."""

    bsn = Bsnveld()


@inloggen
@require_http_methods(["GET", "POST"])
def zoeken_bsn(request: HttpRequest) -> HttpResponse:
    """Find the file of a BSN; the number never stands in an address or a log."""
    require_inzage(request, Inzage.BSN)
    form = Bsnformulier(request.POST or None)
    nothing = False
    if request.method == "POST" and form.is_valid():
        code = bsn_index(form.cleaned_data["bsn"], huidige_gemeente().pk)
        cases = Traject.objects.visible_to(request.lid)
        found = cases.filter(inburgeraar__bsn_index=code).order_by("-id").first()
        raadpleeg(
            Inzage.BSN, found.nummer if found else "", by=request.lid,
            on=timezone.localtime(), reden="gezocht op BSN",
        )  # fmt: skip
        if found is not None:
            return redirect(found)
        nothing = True
    return render(
        request, "zoeken/bsn.html", {"form": form, "niets": nothing},
        status=422 if form.errors else 200,
    )  # fmt: skip
