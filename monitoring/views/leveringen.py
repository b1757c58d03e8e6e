"""Releases: make one, see how far it is, look at it, decide, fetch the package.

These pages never show a row of facts, nor a figure that is not in the package.
"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from inburgering import inzage
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.checks import may
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.views.http import heel_getal, inloggen, require, require_inzage
from monitoring.disclosure.beleid import BASIS, MINSTENS_KANDIDATEN
from monitoring.disclosure.lezen import lees
from monitoring.disclosure.uitgave import Uitgave
from monitoring.indicators.catalogus import GROEP_ROUTE
from monitoring.indicators.register import REGISTER
from monitoring.levering import handelingen, pakket
from monitoring.levering.handelingen import NietMogelijk
from monitoring.levering.periode import OnbekendePeriode, naam, te_kiezen
from monitoring.models import Levering
from monitoring.views import tabellen
from monitoring.views.formulieren import Besluit, Maken


TABEL = GROEP_ROUTE


def _mag(request: HttpRequest, handeling: Werkhandeling) -> bool:
    return may(Rol(request.lid.rol), handeling, mandaat=request.lid.mandaat)


def _log(request: HttpRequest, wat: str) -> None:
    inzage.raadpleeg(
        Inzage.LEVERINGEN, "", by=request.lid, on=timezone.localtime(), reden=wat
    )


def _maakformulier(request: HttpRequest) -> Maken:
    goedgekeurd = Levering.objects.filter(besluit__akkoord=True).order_by("-id")
    return Maken(
        request.POST or None,
        periodes=te_kiezen(timezone.localdate()),
        vandaag=timezone.localdate(),
        goedgekeurd=list(goedgekeurd.values_list("periode", flat=True)[:8]),
    )


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show every release and, to who may, the form to make one."""
    require_inzage(request, Inzage.LEVERINGEN)
    return _lijst(request, _maakformulier(request))


def _lijst(request: HttpRequest, form: Maken) -> HttpResponse:
    rijen = Levering.objects.select_related("besluit").defer(
        "inhoud", "oordeel", "manifest"
    )
    context = {
        "leveringen": [_regel(rij) for rij in rijen.order_by("-id")[:50]],
        "onderweg": handelingen.onderweg(),
        "form": form if _mag(request, Werkhandeling.LEVERING_MAKEN) else None,
    }
    return render(
        request, "monitoring/leveringen.html", context,
        status=422 if form.errors else 200,
    )  # fmt: skip


def _regel(levering: Levering) -> dict[str, Any]:
    toon, woord, icoon = _stand(levering)
    return {
        "levering": levering, "titel": naam(levering.periode), "toon": toon,
        "stand": woord, "icoon": icoon,
    }  # fmt: skip


def _stand(levering: Levering) -> tuple[str, str, str]:
    """Tone, word and icon of how a release stands."""
    besluit = getattr(levering, "besluit", None)
    if not levering.geslaagd:
        return "is-negative", "Niet door de controle", "cross"
    if besluit is None:
        return "is-warning", "Wacht op een besluit", "clock"
    if besluit.akkoord:
        return "is-positive", "Goedgekeurd", "check"
    return "is-negative", "Afgekeurd", "cross"


@inloggen
@require_POST
def maken(request: HttpRequest) -> HttpResponse:
    """Ask for a release; the job makes it, the next page shows how far it is."""
    require(request, Werkhandeling.LEVERING_MAKEN)
    form = _maakformulier(request)
    if not form.is_valid():
        return _lijst(request, form)
    periode = form.cleaned_data["periode"]
    try:
        periode = handelingen.aanvragen(
            periode,
            by=request.lid,
            on=timezone.localtime(),
            sleutel=form.cleaned_data["sleutel"],
            vervangt=form.cleaned_data.get("vervangt", ""),
        )
    except AlGedaan:
        messages.info(request, "Deze levering was al gevraagd.")
    except (NietMogelijk, OnbekendePeriode) as fout:
        form.add_error(None, str(fout))
        return _lijst(request, form)
    return redirect("levering", periode)


@inloggen
@require_GET
def bekijken(request: HttpRequest, periode: str) -> HttpResponse:
    """Show how far an edition is, or what came of it."""
    require_inzage(request, Inzage.LEVERINGEN)
    voortgang = handelingen.voortgang(periode)
    if voortgang is not None and not voortgang.klaar:
        return _voortgang(request, periode, voortgang)
    if request.htmx:
        # It is done: the whole page is asked for anew, and with it comes the log line.
        return HttpResponse(headers={"HX-Refresh": "true"})
    levering = _vind(periode, request.GET.get("poging", ""))
    _log(request, f"Levering {periode} bekeken")
    return _bekijken(request, levering, Besluit())


def _voortgang(
    request: HttpRequest, periode: str, voortgang: handelingen.Voortgang
) -> HttpResponse:
    stappen = [
        {"label": label, "stand": _stap(nummer, voortgang.stap)}
        for nummer, label in enumerate(handelingen.STAPPEN, start=1)
    ]
    naam_ = "_levering_voortgang" if request.htmx else "levering_voortgang"
    return render(
        request,
        f"monitoring/{naam_}.html",
        {
            "periode": periode,
            "titel": naam(periode),
            "voortgang": voortgang,
            "stappen": stappen,
            "nu": timezone.localtime(),
        },
    )


def _stap(nummer: int, nu: int) -> str:
    if nummer == nu:
        return "nu"
    return "klaar" if nummer < nu else "later"


def _vind(periode: str, poging: str = "") -> Levering:
    """The release of this edition: the newest, or the attempt that is asked for."""
    rijen = Levering.objects.select_related("besluit", "vervangt")
    rijen = rijen.filter(periode=periode)
    if (volgnummer := heel_getal(poging[:4])) is not None:
        rijen = rijen.filter(volgnummer=volgnummer)
    levering = rijen.order_by("-volgnummer").first()
    if levering is None:
        raise Http404("Deze levering bestaat niet.")
    return levering


def _bekijken(request: HttpRequest, levering: Levering, form: Besluit) -> HttpResponse:
    context = _regel(levering) | {
        "besluit": getattr(levering, "besluit", None),
        "basis": BASIS,
        "minstens": MINSTENS_KANDIDATEN,
        "kwartaal": handelingen.kwartaal(levering),
        "form": form,
        "waarom_niet": _waarom_niet(request, levering),
    }
    if levering.geslaagd:
        uitgave = lees(pakket.pak_uit(bytes(levering.inhoud)), TABEL)
        context |= figuren(uitgave, request.GET.get("cohort", ""))
    return render(
        request, "monitoring/levering.html", context,
        status=422 if form.errors else 200,
    )  # fmt: skip


def figuren(uitgave: Uitgave, gekozen: str) -> dict[str, Any]:
    """What the template needs to show published figures, one cohort at a time."""
    cohorten = tabellen.overzicht(TABEL, uitgave)
    getoond = [cohort.jaar for cohort in cohorten if cohort.getoond]
    jaar = int(gekozen) if gekozen in map(str, getoond) else next(iter(getoond), None)
    cijfers = {j: tabellen.cijfers_van(uitgave, j) for j in getoond}
    return {
        "cohorten": cohorten,
        "jaar": jaar,
        "jaar_tekst": str(jaar),
        "keuzes": [
            {"url": f"?cohort={j}#cijfers", "label": str(j), "actief": j == jaar}
            for j in getoond
        ],
        "groepen": tabellen.per_groep(TABEL, cijfers[jaar]) if jaar else [],
        "tellingen": TABEL.tellingen,
        "aandelen": tabellen.aandelen(TABEL, REGISTER, cijfers, exact=False),
        "indicatoren": REGISTER,
    }


def _waarom_niet(request: HttpRequest, levering: Levering) -> str:
    """Why this person does not decide on this release; empty: they do."""
    if not levering.geslaagd or getattr(levering, "besluit", None) is not None:
        return "besloten"
    if not _mag(request, Werkhandeling.LEVERING_GOEDKEUREN):
        return "Een leveringsgoedkeurder beslist of deze levering weg mag."
    if levering.gemaakt_door == request.user.pk:
        return "U maakte deze levering. Iemand anders beslist of zij weg mag."
    return ""


@inloggen
@require_POST
def besluiten(request: HttpRequest, periode: str) -> HttpResponse:
    """Let a release leave, or not."""
    require(request, Werkhandeling.LEVERING_GOEDKEUREN)
    levering, form = _vind(periode), Besluit(request.POST)
    if not form.is_valid():
        return _bekijken(request, levering, form)
    try:
        besluit = handelingen.besluiten(
            levering,
            akkoord=form.cleaned_data["akkoord"],
            reden=form.cleaned_data["reden"],
            by=request.lid,
            on=timezone.localtime(),
            sleutel=form.cleaned_data["sleutel"],
        )
    except AlGedaan:
        messages.info(request, "Uw besluit was al opgeslagen.")
    except NietMogelijk as fout:
        messages.warning(request, str(fout))
    else:
        woord = "goedgekeurd" if besluit.akkoord else "afgekeurd"
        messages.success(request, f"De levering is {woord}.")
    return redirect("levering", periode)


@inloggen
@require_GET
def downloaden(request: HttpRequest, periode: str) -> HttpResponse:
    """Fetch the package of an approved release; who did is logged."""
    require_inzage(request, Inzage.LEVERINGEN)
    levering = _vind(periode)
    besluit = getattr(levering, "besluit", None)
    if besluit is None or not besluit.akkoord:
        raise Http404("Deze levering is niet goedgekeurd.")
    _log(request, f"Levering {periode} opgehaald")
    return HttpResponse(
        bytes(levering.inhoud),
        content_type="application/zip",
        headers={
            "Content-Disposition": (
                f'attachment; filename="levering-{levering.gemeente_id}-{periode}.zip"'
            )
        },
    )
