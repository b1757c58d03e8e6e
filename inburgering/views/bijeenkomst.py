"""Meetings of a group: which there are, one of them, plan, change, cancel, and on paper.

A meeting itself says nothing about anybody. Who takes part is shown for the cases within
reach; of the others only how many there are.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.actions.bijeenkomst import bezet
from inburgering.actions.spil import functie
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.roles import Inzage
from inburgering.authorization.spil import GEDAAN
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.bijeenkomst import Plannen
from inburgering.forms.spil import formulier
from inburgering.inzage import raadpleeg
from inburgering.models.bijeenkomst import (
    TELT,
    TELT_BIJ,
    Aanwezigheid,
    Bijeenkomst,
    Deelname,
)
from inburgering.models.document import Document
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import bereik
from inburgering.uitnodigingen import SOORT, afgezegd_per_brief, bundel, laatste
from inburgering.views.dossierkader import mag
from inburgering.views.http import (
    inloggen,
    meldingen,
    require,
    require_inzage,
)
from inburgering.views.ongedaan import teken


W, A = Werkhandeling, Aanwezigheid
GEWEEST = timedelta(days=366)  # as far back as the list of past meetings goes
MEESTE = 100
LEGE_REGELS = 5  # on paper, for who comes without an invitation


def vind_bijeenkomst(bijeenkomst_id: int) -> Bijeenkomst:
    """Find a meeting of the municipality. Raises ``Http404``."""
    found = Bijeenkomst.objects.filter(pk=bijeenkomst_id).first()
    if found is None:
        raise Http404("Deze bijeenkomst is er niet.")
    return found


def deelnames(
    bijeenkomst: Bijeenkomst, lid: Lidmaatschap
) -> tuple[list[Deelname], int]:
    """Give who takes part, by name, and how many there are that one may not see."""
    rows = Deelname.objects.filter(TELT, bijeenkomst=bijeenkomst)
    seen = list(
        rows.filter(bereik(lid, "traject__"))
        .select_related("traject__inburgeraar")
        .order_by("traject__inburgeraar__zoeknaam", "pk")
    )
    for row in seen:
        row.bijeenkomst = bijeenkomst
    return seen, rows.count() - len(seen)


def log(request: HttpRequest, bijeenkomst: Bijeenkomst) -> None:
    """Record that somebody looked at who takes part."""
    raadpleeg(
        Inzage.BIJEENKOMSTEN, "", by=request.lid, on=timezone.localtime(),
        reden=str(bijeenkomst),
    )  # fmt: skip


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show the meetings to come, and those of the past year."""
    require_inzage(request, Inzage.BIJEENKOMSTEN)
    vandaag = timezone.localdate()
    rows = Bijeenkomst.objects.annotate(
        uitgenodigd=Count(
            "deelnames",
            filter=TELT_BIJ & ~Q(deelnames__aanwezigheid=A.MET_BERICHT.value),
        ),
        aanwezig=Count(
            "deelnames", filter=TELT_BIJ & Q(deelnames__aanwezigheid=A.AANWEZIG.value)
        ),
        open=Count("deelnames", filter=TELT_BIJ & Q(deelnames__aanwezigheid="")),
    )
    past = rows.filter(dag__lt=vandaag, dag__gte=vandaag - GEWEEST)
    return render(
        request, "bijeenkomst/lijst.html",
        {
            "komend": rows.filter(dag__gte=vandaag).order_by("dag", "begin")[:MEESTE],
            "geweest": past.order_by("-dag", "-begin")[:MEESTE],
            "mag_plannen": mag(request.lid, W.BIJEENKOMST_PLANNEN),
        },
    )  # fmt: skip


@inloggen
@require_GET
def bekijken(request: HttpRequest, bijeenkomst_id: int) -> HttpResponse:
    """Show one meeting and who is invited."""
    require_inzage(request, Inzage.BIJEENKOMSTEN)
    meeting = vind_bijeenkomst(bijeenkomst_id)
    log(request, meeting)
    seen, elders = deelnames(meeting, request.lid)
    lid, vandaag = request.lid, timezone.localdate()
    going_on = meeting.afgelast_op is None
    recorded = any(row.aanwezigheid == A.AANWEZIG for row in seen)
    letters = {letter.feit_id: letter for letter in _letters(meeting, seen)}
    for row in seen:
        row.brief = letters.get(row.pk)
    untold = [
        row for row in seen if row.brief is None and row.aanwezigheid != A.MET_BERICHT
    ]
    return render(
        request, "bijeenkomst/bekijken.html",
        {
            "bijeenkomst": meeting,
            "deelnames": seen,
            "elders": elders,
            "bezet": bezet(meeting),
            "brieven": meeting.dag >= vandaag
            and mag(lid, W.DEELNAME_UITNODIGEN) and len(letters),
            "te_schrijven": not going_on and mag(lid, W.DEELNAME_SCHRIJVEN) and len(untold),
            "allen_geschreven": bool(seen) and not untold and not elders,
            "mag_uitnodigen": going_on and mag(lid, W.DEELNAME_UITNODIGEN),
            "mag_vastleggen": going_on and bool(seen) and mag(lid, W.DEELNAME_VASTLEGGEN),
            "mag_wijzigen": going_on and not recorded and meeting.dag >= vandaag
            and mag(lid, W.BIJEENKOMST_WIJZIGEN),
            "mag_afgelasten": going_on and not recorded
            and mag(lid, W.BIJEENKOMST_AFGELASTEN),
            "mag_hervatten": not going_on and meeting.dag >= vandaag
            and mag(lid, W.BIJEENKOMST_HERVATTEN),
        },
    )  # fmt: skip


@inloggen
@require_GET
def presentielijst(request: HttpRequest, bijeenkomst_id: int) -> HttpResponse:
    """Show the attendance list to print: names, numbers and room for a signature."""
    require_inzage(request, Inzage.BIJEENKOMSTEN)
    require(request, W.DEELNAME_VASTLEGGEN)
    meeting = vind_bijeenkomst(bijeenkomst_id)
    log(request, meeting)
    seen, elders = deelnames(meeting, request.lid)
    return render(
        request, "bijeenkomst/presentielijst.html",
        {
            "bijeenkomst": meeting,
            "deelnames": [r for r in seen if r.aanwezigheid != A.MET_BERICHT],
            "elders": elders,
            "leeg": range(LEGE_REGELS),
        },
    )  # fmt: skip


def _letters(meeting: Bijeenkomst, seen: Iterable[Deelname]) -> list[Document]:
    """Give the newest letter of who is still expected: to come, or not to when it is off."""
    expected = [row for row in seen if not row.aanwezigheid]
    if not expected:
        return []
    if meeting.afgelast_op is not None:
        newest = afgezegd_per_brief(expected)
    else:
        newest = laatste((SOORT,), [row.pk for row in expected])
    return [newest[row.pk] for row in expected if row.pk in newest]


@inloggen
@require_GET
def brieven(request: HttpRequest, bijeenkomst_id: int) -> HttpResponse:
    """Give the letters of a meeting in one file to print; logged in each file."""
    require_inzage(request, Inzage.BIJEENKOMSTEN)
    require(request, W.DEELNAME_UITNODIGEN)
    meeting = vind_bijeenkomst(bijeenkomst_id)
    seen, _ = deelnames(meeting, request.lid)
    letters = _letters(meeting, seen)
    if not letters:
        raise Http404("Er zijn voor deze bijeenkomst geen brieven om te versturen.")
    for letter in letters:
        raadpleeg(
            Inzage.DOSSIER, letter.traject.nummer, by=request.lid,
            on=timezone.localtime(), reden=f"brief {letter.titel}",
        )  # fmt: skip
    answer = HttpResponse(
        bundel(meeting, [letter.gegevens for letter in letters]),
        content_type="application/pdf",
    )
    what = "uitnodigingen" if meeting.afgelast_op is None else "gaat-niet-door"
    answer["Content-Disposition"] = f'inline; filename="{what}-{meeting.pk}.pdf"'
    return answer


# --- Plan, change and cancel ----------------------------------------------------------


LAAT_WETEN = "Heeft iemand al gehoord dat het niet doorging? Laat dan weten dat het wel doorgaat."


def _terug(
    lid: Lidmaatschap, act: Werkhandeling, meeting: Bijeenkomst, dag: date
) -> str:
    """Give what the message after cancelling needs to offer its undoing."""
    back = W.BIJEENKOMST_HERVATTEN
    if act is not W.BIJEENKOMST_AFGELASTEN or meeting.dag < dag or not mag(lid, back):
        return ""
    return teken(f"/bijeenkomsten/{meeting.pk}/{back.verb}/")


def _formulier(
    request: HttpRequest, act: Werkhandeling, bijeenkomst_id: int | None,
    initial: dict[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    """Show the form of an act on a meeting, or do the act."""
    require_inzage(request, Inzage.BIJEENKOMSTEN)
    require(request, act)
    meeting = None if bijeenkomst_id is None else vind_bijeenkomst(bijeenkomst_id)
    nu = timezone.localtime()
    form = formulier(act)(
        request.POST if request.method == "POST" else None, dossier=None,
        vandaag=nu.date(), rij=meeting, initial={"sleutel": uuid4()} | (initial or {}),
    )  # fmt: skip
    back = f"/bijeenkomsten/{meeting.pk}/" if meeting else "/bijeenkomsten/"
    if form.is_bound and form.is_valid():
        try:
            with meldingen(form):
                zaak = functie(act)(
                    by=request.lid, on=nu, sleutel=form.cleaned_data["sleutel"],
                    **form.gegevens(),
                )  # fmt: skip
                messages.success(
                    request, f"{GEDAAN[act]}.",
                    extra_tags=_terug(request.lid, act, zaak.feit, nu.date()),
                )  # fmt: skip
                for melding in zaak.meldingen:
                    messages.info(request, melding.tekst)
                if act is W.BIJEENKOMST_HERVATTEN and zaak.feit.deelnames.exists():
                    messages.info(request, LAAT_WETEN)
                return redirect("bijeenkomst", zaak.feit.pk)
        except AlGedaan:
            messages.info(request, "Dit was al opgeslagen.")
            return redirect(back)
    told: tuple[list[Deelname], int] = ([], 0)
    if meeting is not None:
        log(request, meeting)
        told = deelnames(meeting, request.lid)
        letters = afgezegd_per_brief(told[0])
        for row in told[0]:
            row.brief = letters.get(row.pk)
    return render(
        request, "bijeenkomst/formulier.html",
        {
            "form": form, "knop": form.knop, "kop": act.label, "terug": back,
            "bijeenkomst": meeting,
            "uitgenodigd": [r for r in told[0] if r.aanwezigheid != A.MET_BERICHT],
            "elders": told[1],
        },
        status=422 if form.errors else 200,
    )  # fmt: skip


OVERGENOMEN = tuple(
    name for name in Plannen.base_fields if name not in {"versie", "sleutel", "dag"}
)


@inloggen
@require_http_methods(["GET", "POST"])
def plannen(request: HttpRequest) -> HttpResponse:
    """Plan a meeting; ``?zoals=`` takes over an earlier one, but for its day."""
    known: dict[str, Any] = {}
    if (example := request.GET.get("zoals", "")).isdecimal():
        row = Bijeenkomst.objects.filter(pk=int(example[:9])).first()
        known = {name: getattr(row, name) for name in OVERGENOMEN} if row else {}
    return _formulier(request, W.BIJEENKOMST_PLANNEN, None, known)


@inloggen
@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, bijeenkomst_id: int) -> HttpResponse:
    """Change a meeting; who was invited stands below the form."""
    return _formulier(request, W.BIJEENKOMST_WIJZIGEN, bijeenkomst_id)


@inloggen
@require_http_methods(["GET", "POST"])
def afgelasten(request: HttpRequest, bijeenkomst_id: int) -> HttpResponse:
    """Cancel a meeting; who was invited stands below the form."""
    return _formulier(request, W.BIJEENKOMST_AFGELASTEN, bijeenkomst_id)


@inloggen
@require_http_methods(["GET", "POST"])
def hervatten(request: HttpRequest, bijeenkomst_id: int) -> HttpResponse:
    """Let a cancelled meeting go on after all; who was invited stands above the form."""
    return _formulier(request, W.BIJEENKOMST_HERVATTEN, bijeenkomst_id)
