"""Saved selections of the worklist and the caseload: chips, keeping, renaming, removing."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from inburgering import werkvoorraad as werk
from inburgering.actions import selectie as acties
from inburgering.authorization.checks import may_see
from inburgering.authorization.roles import Inzage, Rol
from inburgering.forms.selectie import Bewaren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.selectie import Lijst, Selectie
from inburgering.views.http import inloggen, require_inzage


# What of an address is kept. Never a name that somebody looked for: that is a newcomer.
BEWAARD: Mapping[Lijst, tuple[str, ...]] = {
    Lijst.WERKVOORRAAD: ("selectie", "soort", "leerroute", "klantmanager"),
    Lijst.CASELOAD: (
        "wie", "status", "leerroute", "contact", "datum", "label", "orde",
    ),
}  # fmt: skip
INZAGE = {Lijst.WERKVOORRAAD: Inzage.WERKVOORRAAD, Lijst.CASELOAD: Inzage.CASELOAD}
LANGSTE = 500


def te_bewaren(lijst: Lijst, vraag: Mapping[str, Any]) -> str:
    """Give what of a query is kept, always in the same order."""
    kept = {name: vraag[name] for name in BEWAARD[lijst] if vraag.get(name)}
    return urlencode(kept)


def telnaam(selectie: Selectie) -> str:
    """Name the count of a selection."""
    return f"bewaard-{selectie.pk}"


def balk(
    lijst: Lijst, rows: Iterable[Selectie], request: HttpRequest, counts: Mapping[str, int]
) -> dict[str, Any]:  # fmt: skip
    """Give the saved selections as chips, and where this one can be kept."""
    now = te_bewaren(lijst, request.GET)
    chips = [
        {
            "url": f"?{row.vraag}",
            "label": row.naam,
            "aantal": werk.aantal(counts[telnaam(row)]),
            "actief": row.vraag == now,
        }
        for row in rows
    ]
    known = any(chip["actief"] for chip in chips)
    address = urlencode({"lijst": lijst.value, "vraag": now})
    return {
        "bewaarde": chips,
        "bewaar_url": f"/selecties/nieuw/?{address}" if now and not known else "",
    }


def als_vraag(selectie: Selectie) -> QueryDict:
    """Give the query of a selection, to be read by the form of its list."""
    return QueryDict(selectie.vraag)


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show one's own selections, and those that colleagues share."""
    require_inzage(request, Inzage.WERKVOORRAAD)
    rows = [
        {
            "selectie": row,
            "lijst": Lijst(row.lijst).label,
            "url": f"/{row.lijst}/?{row.vraag}",
            "beheer_url": f"/selecties/{row.pk}/"
            if _may_change(request.lid, row)
            else "",
            "eigen": row.lid_id == request.lid.pk,
        }
        for row in acties.bij(request.lid)
        if may_see(Rol(request.lid.rol), INZAGE[Lijst(row.lijst)])
    ]
    return render(request, "selectie/lijst.html", {"rijen": rows})


def _may_change(lid: Lidmaatschap, row: Selectie) -> bool:
    """One's own; who leads also clears away what colleagues who left still share."""
    return row.lid_id == lid.pk or Rol(lid.rol) is Rol.TEAMLEIDER


def _lijst(waarde: str) -> Lijst:
    try:
        return Lijst(waarde)
    except ValueError:
        raise Http404("Van deze lijst bewaart u geen selecties.") from None


@inloggen
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Keep the filters of a list under a name."""
    require_inzage(request, Inzage.WERKVOORRAAD)
    asked = request.POST if request.method == "POST" else request.GET
    of = _lijst(asked.get("lijst", Lijst.WERKVOORRAAD.value))
    require_inzage(request, INZAGE[of])
    query = te_bewaren(of, QueryDict(asked.get("vraag", "")[:LANGSTE]))[:LANGSTE]
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        try:
            acties.bewaar(request.lid, of, vraag=query, **form.cleaned_data)
        except acties.BestaatAl:
            form.bestaat_al()
        except acties.TeVeel:
            form.te_veel()
        else:
            messages.success(request, "De selectie is bewaard.")
            return redirect(f"/{of.value}/?{query}")
    return render(
        request, "selectie/nieuw.html",
        {
            "form": form, "lijst": of, "vraag": query, "knop": "Bewaar selectie",
            "terug": f"/{of.value}/?{query}",
        },
        status=422 if form.errors else 200,
    )  # fmt: skip


def _form(request: HttpRequest, **initial: Any) -> Bewaren:
    return Bewaren(
        request.POST if request.method == "POST" else None,
        heeft_team=request.lid.team_id is not None, initial=initial,
    )  # fmt: skip


def _find(request: HttpRequest, selectie_id: int) -> Selectie:
    for row in acties.bij(request.lid):
        if row.pk == selectie_id and _may_change(request.lid, row):
            return row
    raise Http404("Deze selectie bestaat niet, of is van een collega.")


@inloggen
@require_http_methods(["GET", "POST"])
def beheren(request: HttpRequest, selectie_id: int) -> HttpResponse:
    """Rename a selection, share it or no longer, or throw it away."""
    require_inzage(request, Inzage.WERKVOORRAAD)
    row = _find(request, selectie_id)
    if request.method == "POST" and "verwijderen" in request.POST:
        acties.verwijder(row)
        messages.success(request, f"De selectie “{row.naam}” is verwijderd.")
        return redirect("selecties")
    was = row.naam
    form = _form(request, naam=was, gedeeld=row.gedeeld)
    if request.method == "POST" and form.is_valid():
        try:
            acties.wijzig(row, **form.cleaned_data)
        except acties.BestaatAl:
            form.bestaat_al()
        else:
            messages.success(request, "De selectie is gewijzigd.")
            return redirect("selecties")
    return render(
        request, "selectie/beheren.html",
        {"form": form, "naam": was, "knop": "Opslaan", "terug": "/selecties/"},
        status=422 if form.errors else 200,
    )  # fmt: skip
