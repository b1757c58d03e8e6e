"""Mijn caseload: one row per person, with the columns, order and filters that one chose."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db.models import Value
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inburgering import caseload
from inburgering import werkvoorraad as werk
from inburgering.actions import opmerking as opmerkingen
from inburgering.actions import selectie as selecties
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.checks import may_see
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.caseload import Filters, Kolom
from inburgering.forms.caseload import Filterformulier, Kolommen, gekozen_kolommen
from inburgering.forms.opmerking import Bijwerken
from inburgering.forms.traject import KLANTMANAGERS, collegas
from inburgering.inzage import raadpleeg
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap, Team
from inburgering.models.selectie import Lijst
from inburgering.models.traject import Traject
from inburgering.views.caseloadregel import Blik, opmerking_url, regel
from inburgering.views.dossierkader import mag
from inburgering.views.filters import adres_zonder, van_kracht
from inburgering.views.http import (
    heel_getal,
    inloggen,
    meldingen,
    require,
    require_inzage,
    vind,
)
from inburgering.views.selectie import als_vraag, balk, telnaam
from inburgering.wet.handelingen import Handeling


TERUG = 600  # the longest query that one goes back to


def _columns(lid: Lidmaatschap, filters: Filters) -> list[Kolom]:
    chosen = gekozen_kolommen(lid, selecties.kolommen(lid, Lijst.CASELOAD))
    if filters.wie and Kolom.KLANTMANAGER not in chosen:
        chosen.append(Kolom.KLANTMANAGER)  # else one could not tell whose it is
    return chosen


def _headers(
    request: HttpRequest, columns: Sequence[Kolom], lid: Lidmaatschap, orde: str
) -> list[dict[str, str]]:
    """Give the heads of the columns: each orders the list, a second time the other way."""
    down, now = orde.startswith("-"), orde.removeprefix("-") or caseload.NAAM
    sortable = dict(caseload.ordenbaar(lid))
    heads = []
    for key, label in [("naam", "Inburgeraar"), *((k.value, k.label) for k in columns)]:
        other = f"-{key}" if key == now and not down else key
        heads.append(
            {
                "label": label,
                "url": adres_zonder(request, orde=other) if key in sortable else "",
                "aria": ("descending" if down else "ascending") if key == now else "",
            }
        )
    return heads


def _people(lid: Lidmaatschap, vandaag: date) -> list[tuple[str, str]]:
    """Give whose persons somebody may look at, beside their own."""
    own_team = [("team", "Mijn team")] if lid.team_id else []
    match Rol(lid.rol):
        case Rol.KLANTMANAGER:
            return own_team
        case Rol.TEAMLEIDER:
            return [*own_team, *_teams_and_colleagues(vandaag)]
        case _:
            return []


def _teams_and_colleagues(vandaag: date) -> list[tuple[str, str]]:
    """Give the teams and then the colleagues, in one statement."""
    columns = ("soort", "pk", "naam")
    teams = Team.objects.order_by().annotate(soort=Value("team")).values_list(*columns)
    people = collegas(vandaag, KLANTMANAGERS).order_by().annotate(soort=Value("lid"))
    both = teams.union(people.values_list(*columns), all=True)
    found = sorted(both, key=lambda row: (row[0] == "lid", row[2]))
    return [
        (f"{kind}-{pk}", naam if kind == "lid" else f"Team: {naam}")
        for kind, pk, naam in found
    ]


def _chips(
    lid: Lidmaatschap, filters: Filters, counts: Mapping[str, int]
) -> list[dict[str, Any]]:
    chips = [
        ("", "Mijn caseload"),
        *([("team", "Mijn team")] if "team" in counts else []),
    ]
    return [
        {
            "url": _all_of(wie),
            "label": label,
            "aantal": werk.aantal(counts[wie or "mijn"]),
            "actief": filters.wie == wie,
        }
        for wie, label in chips
    ]


def _counts(
    lid: Lidmaatschap, today: date, saved: Sequence[Any], people: Sequence[Any]
) -> dict[str, int]:
    """Count one's own, the team's and every saved selection in one statement."""
    asked = {"mijn": Filters()}
    if people and lid.team_id:
        asked["team"] = Filters(wie="team")
    for row in saved:
        asked[telnaam(row)] = Filterformulier(als_vraag(row), lid=lid).gevraagd()
    return werk.tel(
        *(caseload.stel_aantal(lid, today, what, name) for name, what in asked.items())
    )


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show one's persons: by default one's own, by name."""
    require_inzage(request, Inzage.CASELOAD)
    lid, today = request.lid, timezone.localdate()
    people = _people(lid, today)
    asked = Filterformulier(request.GET, lid=lid)
    filters, orde = asked.gevraagd(), asked.volgorde()
    labels = caseload.labels_bij(lid, filters.wie)
    form = Filterformulier(request.GET, lid=lid, mensen=people, labels=labels)
    saved = selecties.bij(lid, Lijst.CASELOAD)
    begin = heel_getal(request.GET.get("vanaf", "")) or 0
    columns = _columns(lid, filters)
    rows = caseload.personen(
        lid, caseload.zaken(lid, today, filters), orde, min(begin, 100_000),
        vandaag=today, wissels=caseload.Kolom.WISSELINGEN in columns,
    )  # fmt: skip
    more, page = len(rows) > caseload.BLADZIJDE, rows[: caseload.BLADZIJDE]
    counts = _counts(lid, today, saved, people)
    raadpleeg(
        Inzage.CASELOAD,
        "",
        by=lid,
        on=timezone.localtime(),
        reden=filters.wie or "mijn",
    )
    blik = Blik(lid, today, filters.wie, request.GET.urlencode()[:TERUG])
    active = van_kracht(request, form)
    return render(
        request, "caseload/lijst.html",
        {
            "kop": _title(filters, people),
            "selecties": _chips(lid, filters, counts),
            **balk(Lijst.CASELOAD, saved, request, counts),
            "filter": form,
            "actieve_filters": active,
            "wis_url": _all_of(filters.wie) if len(active) > bool(filters.wie) else "",
            "koppen": _headers(request, columns, lid, orde),
            "regels": [regel(blik, columns, p) for p in page],
            "aantal": len(page),
            "bladert": more or begin,
            "volgende_url": more and adres_zonder(request, vanaf=str(begin + len(page))),
            "vorige_url": adres_zonder(request) if begin else "",
            "kan_doen": mag(lid, Handeling.UREN_VASTLEGGEN),
            "kan_overdragen": mag(lid, Werkhandeling.TRAJECT_TOEWIJZEN),
            "leeg": _empty(filters, bool(active), people),
        },
    )  # fmt: skip


def _title(filters: Filters, people: Sequence[tuple[str, str]]) -> str:
    if not filters.wie:
        return "Mijn caseload"
    words = dict(people).get(filters.wie, "collega")
    return "Caseload van mijn team" if filters.wie == "team" else f"Caseload: {words}"


def _all_of(wie: str) -> str:
    """Give the list of somebody's persons without filters."""
    return f"?wie={wie}" if wie else "?"


def _empty(
    filters: Filters, filtered: bool, people: Sequence[tuple[str, str]]
) -> dict[str, str]:
    """Say why there is nobody, and what next."""
    if filtered and filters != Filters(wie=filters.wie):
        return {
            "kop": "Niemand met deze filters",
            "tekst": "Haal een filter weg om meer te zien.",
            "url": _all_of(filters.wie), "linktekst": "Wis alle filters",
        }  # fmt: skip
    if filters.wie:
        return {
            "kop": "Hier is niemand",
            "tekst": "Er is geen dossier dat niet is afgesloten.",
            "url": "?", "linktekst": "Naar mijn caseload",
        }  # fmt: skip
    return {
        "kop": "U begeleidt nog niemand",
        "tekst": "Wordt u de klantmanager van iemand, dan staat die persoon hier."
        + (" Kies bij “Van wie” een team of een collega." if people else ""),
        "url": "/trajecten/", "linktekst": "Bekijk alle dossiers",
    }  # fmt: skip


# --- The columns ----------------------------------------------------------------------


@inloggen
@require_http_methods(["GET", "POST"])
def kolommen(request: HttpRequest) -> HttpResponse:
    """Choose the columns and their order; kept for this role, not in the browser."""
    require_inzage(request, Inzage.CASELOAD)
    lid = request.lid
    chosen = gekozen_kolommen(lid, selecties.kolommen(lid, Lijst.CASELOAD))
    back = f"/caseload/?{_back(request)}"
    if "standaard" in request.POST:
        selecties.bewaar_kolommen(lid, Lijst.CASELOAD, [])
        messages.success(request, "U ziet weer de gewone kolommen.")
        return redirect(back)
    form = Kolommen(request.POST or None, lid=lid, gekozen=chosen)
    if request.method == "POST" and form.is_valid():
        keep = [k.value for k in form.kolommen()]
        selecties.bewaar_kolommen(lid, Lijst.CASELOAD, keep)
        messages.success(request, "Uw kolommen zijn bewaard.")
        return redirect(back)
    return render(
        request, "caseload/kolommen.html", {"form": form, "terug": back},
        status=422 if form.errors else 200,
    )  # fmt: skip


def _back(request: HttpRequest) -> str:
    """Give the query of the list that one came from; only ever of this very page."""
    return (request.POST.get("terug") or request.GET.get("terug", ""))[:TERUG]


# --- Changing in the row --------------------------------------------------------------


@inloggen
@require_http_methods(["GET", "POST"])
def opmerking(request: HttpRequest, nummer: str) -> HttpResponse:
    """Write remark and labels: in the row (htmx), or on a page of its own."""
    traject = vind(request, nummer)
    require(request, Werkhandeling.OPMERKING_BIJWERKEN)
    now = timezone.localtime()
    form = Bijwerken(
        request.POST if request.method == "POST" else None,
        dossier=Dossier(traject, None, None, []), vandaag=now.date(),
        initial={"sleutel": uuid4()}, auto_id=f"z{nummer}_%s",
    )  # fmt: skip
    if request.method == "POST" and form.is_valid() and _write(request, traject, form):
        return _written(request, traject, now.date())
    if request.method == "GET":
        raadpleeg(
            Inzage.NOTITIES, nummer, by=request.lid, on=now, reden="opmerking bijwerken"
        )
    in_row = bool(request.headers.get("HX-Request"))
    terug = _back(request)
    return render(
        request, "caseload/_bewerken.html" if in_row else "caseload/opmerking.html",
        {
            "form": form, "traject": traject, "knop": form.knop, "terug": terug,
            "terug_url": f"/caseload/?{terug}#z-{nummer}",
            "actie": opmerking_url(nummer, ""),
            "kan_overdragen": mag(request.lid, Werkhandeling.TRAJECT_TOEWIJZEN),
        },
        status=422 if form.errors else 200,
    )  # fmt: skip


def _write(request: HttpRequest, traject: Traject, form: Bijwerken) -> bool:
    """Write it; False when it was refused and the form says why."""
    try:
        with meldingen(form):
            opmerkingen.bijwerken(
                traject=traject, by=request.lid, on=timezone.localtime(),
                sleutel=form.cleaned_data["sleutel"], **form.gegevens(),
            )  # fmt: skip
    except AlGedaan:
        pass  # the same form again: it stands there already
    return not form.errors


def _written(request: HttpRequest, traject: Traject, today: date) -> HttpResponse:
    terug = _back(request)
    if not request.headers.get("HX-Request"):
        messages.success(request, "Opmerking en labels bijgewerkt.")
        return redirect(f"/caseload/?{terug}#z-{traject.nummer}")
    lid = request.lid
    if not may_see(Rol(lid.rol), Inzage.CASELOAD):
        return redirect(traject)
    filters = Filterformulier(QueryDict(terug), lid=lid).gevraagd()
    blik = Blik(lid, today, filters.wie, terug, focus=True)
    row = regel(blik, _columns(lid, filters), caseload.persoon(lid, traject, today))
    return HttpResponse(row)
