"""Signals: raise one from a file, read what became of one's own, answer those of others."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db.models import Count, F, QuerySet
from django.db.models.functions import ExtractYear
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.actions import signaal as handelingen
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.roles import Inzage
from inburgering.authorization.spil import GEDAAN
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.signaal import Beantwoorden, Filter, Melden
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.signaal import Niveau, Onderwerp, Signaal
from inburgering.models.traject import Traject
from inburgering.views.dossierkader import mag
from inburgering.views.filters import adres_zonder, van_kracht
from inburgering.views.http import (
    heel_getal,
    inloggen,
    meldingen,
    require,
    require_inzage,
)


W = Werkhandeling
BLADZIJDE = 50


def zichtbare(lid: Lidmaatschap) -> QuerySet[Signaal]:
    """Give the signals one may read: all for who answers them, else one's own."""
    rows = Signaal.objects.all()
    if mag(lid, W.SIGNAAL_BEANTWOORDEN):
        return rows
    return rows.filter(gemeld_door_id=lid.gebruiker_id)


def _from(request: HttpRequest) -> Traject | None:
    """Find the case one came from; one out of reach is as if it were not said."""
    nummer = request.POST.get("dossier") or request.GET.get("dossier", "")
    if not nummer or "\0" in nummer:
        return None
    cases = Traject.objects.visible_to(request.lid).select_related("inburgeraar")
    return cases.filter(nummer=nummer[:12]).first()


@inloggen
@require_http_methods(["GET", "POST"])
def melden(request: HttpRequest) -> HttpResponse:
    """Raise a signal; the case one came from is looked at and not kept."""
    require(request, W.SIGNAAL_MELDEN)
    nu, case = timezone.localtime(), _from(request)
    form = Melden(
        request.POST if request.method == "POST" else None, vandaag=nu.date(),
        lid=request.lid, traject=case, initial={"sleutel": uuid4()},
    )  # fmt: skip
    back = case.get_absolute_url() if case else "/signalen/"
    if form.is_bound and form.is_valid():
        try:
            handelingen.melden(
                by=request.lid, on=nu, sleutel=form.cleaned_data["sleutel"],
                **form.gegevens(),
            )  # fmt: skip
            messages.success(
                request,
                f"{GEDAAN[W.SIGNAAL_MELDEN]}. U leest het antwoord bij Signalen.",
            )
        except AlGedaan:
            messages.info(request, "Dit signaal was al gegeven.")
        return redirect(back)
    return render(
        request, "signaal/melden.html",
        {"form": form, "knop": form.knop, "terug": back, "dossier_nummer": case and case.nummer},
        status=422 if form.errors else 200,
    )  # fmt: skip


def _narrow(rows: QuerySet[Signaal], form: Filter) -> QuerySet[Signaal]:
    form.full_clean()
    asked = form.cleaned_data  # what is typed wrong narrows nothing
    for name in ("niveau", "onderwerp"):
        if asked.get(name):
            rows = rows.filter(**{name: asked[name]})
    if asked.get("stand"):
        rows = rows.filter(beantwoord_op__isnull=asked["stand"] == "open")
    if asked.get("jaar"):
        rows = rows.filter(maand__year=int(asked["jaar"]))
    return rows


def _counts(request: HttpRequest, rows: QuerySet[Signaal]) -> list[dict[str, Any]]:
    """Count by subject and level, each number the address of its list."""
    counted = {
        (subject, level): number
        for subject, level, number in rows.order_by()
        .values_list("onderwerp", "niveau")
        .annotate(n=Count("pk"))
    }
    seen = {subject for subject, _ in counted}
    return [
        {
            "label": subject.label,
            "vakken": [
                {
                    "label": level.label,
                    "aantal": counted.get((subject.value, level.value), 0),
                    "url": adres_zonder(
                        request, onderwerp=subject.value, niveau=level.value
                    ),
                }
                for level in Niveau
            ],
        }
        for subject in Onderwerp
        if subject.value in seen
    ]


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show the signals one may read: counted, narrowed by the address, newest first."""
    require_inzage(request, Inzage.SIGNALEN)
    mine = zichtbare(request.lid)
    years = mine.annotate(jaar=ExtractYear("maand")).order_by("-jaar")
    form = Filter(request.GET, jaren=years.values_list("jaar", flat=True).distinct())
    rows = _narrow(mine, form)
    begin = min(heel_getal(request.GET.get("vanaf", "")) or 0, 100_000)
    order = (F("beantwoord_op").desc(nulls_first=True), "-maand", "-pk")
    page = list(
        rows.select_related("team").order_by(*order)[begin : begin + BLADZIJDE + 1]
    )
    more, page = len(page) > BLADZIJDE, page[:BLADZIJDE]
    active = van_kracht(request, form)
    answers = mag(request.lid, W.SIGNAAL_BEANTWOORDEN)
    return render(
        request, "signaal/lijst.html",
        {
            "signalen": page,
            "beantwoordt": answers,
            "mag_melden": mag(request.lid, W.SIGNAAL_MELDEN),
            "filter": form,
            "actieve_filters": active,
            "wis_url": "?" if active else "",
            "niveaus": [level.label for level in Niveau],
            "telling": _counts(request, rows) if answers else [],
            "volgende_url": more
            and adres_zonder(request, vanaf=str(begin + len(page))),
            "vorige_url": adres_zonder(request) if begin else "",
        },
    )  # fmt: skip


@inloggen
@require_http_methods(["GET", "POST"])
def bekijken(request: HttpRequest, signaal_id: int) -> HttpResponse:
    """Show one signal with its answer; answer it."""
    require_inzage(request, Inzage.SIGNALEN)
    found = zichtbare(request.lid).select_related("team").filter(pk=signaal_id).first()
    if found is None:
        raise Http404("Dit signaal is er niet.")
    nu = timezone.localtime()
    if request.method == "POST":
        require(request, W.SIGNAAL_BEANTWOORDEN)
    form = Beantwoorden(
        request.POST if request.method == "POST" else None, vandaag=nu.date(),
        lid=request.lid, initial={"sleutel": uuid4()},
    )  # fmt: skip
    if form.is_bound and form.is_valid() and _answer(request, found, form):
        return redirect("signalen")
    may = mag(request.lid, W.SIGNAAL_BEANTWOORDEN) and not found.beantwoord_op
    return render(
        request, "signaal/bekijken.html",
        {
            "signaal": found, "form": form if may or form.errors else None,
            "knop": form.knop, "terug": "/signalen/",
        },
        status=422 if form.errors else 200,
    )  # fmt: skip


def _answer(request: HttpRequest, signaal: Signaal, form: Beantwoorden) -> bool:
    """Save the answer; False when it was refused and the form says why."""
    try:
        with meldingen(form):
            handelingen.beantwoorden(
                by=request.lid, on=timezone.localtime(), signaal=signaal,
                sleutel=form.cleaned_data["sleutel"], **form.gegevens(),
            )  # fmt: skip
            messages.success(request, f"{GEDAAN[W.SIGNAAL_BEANTWOORDEN]}.")
    except AlGedaan:
        messages.info(request, "Dit antwoord was al opgeslagen.")
    return not form.errors
