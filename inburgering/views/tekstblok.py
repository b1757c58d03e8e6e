"""The texts of letters: what they say, in whose words, and who looked at a translation."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.actions.spil import functie
from inburgering.actions.tekstblok import waarom_niet_nakijken
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.beschikkingen import pip_voorbeeld
from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.spil import formulier
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.standaardteksten import (
    BLOKKEN,
    BRIEF_VAN,
    BRIEVEN,
    TALEN,
    Blok,
    Brief,
)
from inburgering.models.tekstblok import Tekstblok, Teksten, afdruk, voorbeeld
from inburgering.views.dossierkader import mag
from inburgering.views.http import inloggen, meldingen, require, require_inzage


W = Werkhandeling


def _blok(sleutel: str) -> Blok:
    if sleutel not in BLOKKEN:
        raise Http404("Deze tekst bestaat niet.")
    return BLOKKEN[sleutel]


def _rows(**waar: Any) -> list[Tekstblok]:
    found = Tekstblok.objects.filter(**waar)
    return list(
        found.select_related("vastgelegd_door", "nagekeken_door").order_by("-id")
    )


def _translations(blok: Blok, rows: list[Tekstblok], used: Teksten) -> dict[str, Any]:
    """Say of how many languages a text has a translation in use, and what waits."""
    now = afdruk(used.nederlands(blok.sleutel))
    mine = [row for row in rows if row.sleutel == blok.sleutel and row.is_vertaling]
    return {
        "gebruikt": sorted(
            TALEN[code].naam for key, code in used.translated if key == blok.sleutel
        ),
        "wacht": sum(not row.nagekeken_op and row.hoort_bij == now for row in mine),
    }


def _state(row: Tekstblok, used: Teksten) -> tuple[str, str]:
    """Say in two words how it stands with a translation, and in which tone."""
    if used.translated.get((row.sleutel, row.taal)) == row:
        return "In gebruik", "is-positive"
    if row.goed is False:
        return "Niet goed", "is-warning"
    if row.hoort_bij != afdruk(used.nederlands(row.sleutel)):
        return "Vervallen: van een oude tekst", "is-neutral"
    return ("Vervangen", "is-neutral") if row.goed else ("Wacht op nakijken", "is-info")


def _languages(
    brief: Brief, rows: list[Tekstblok], used: Teksten
) -> list[dict[str, Any]]:
    """Say of every language that was begun how far it is, and what it still needs."""
    newest = {(row.sleutel, row.taal): row for row in reversed(rows)}
    found = []
    for code, taal in TALEN.items():
        mine = [(blok, newest.get((blok.sleutel, code))) for blok in brief.blokken]
        todo = [pair for pair in mine if (pair[0].sleutel, code) not in used.translated]
        if any(row for _, row in mine):
            found.append(
                {
                    "taal": taal,
                    "klaar": len(mine) - len(todo),
                    "totaal": len(mine),
                    "begonnen": [
                        (blok, _state(row, used)) for blok, row in todo if row
                    ],
                    "nieuw": [blok for blok, row in todo if not row],
                }
            )
    return found


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show every text of every letter: ours or the municipality's own."""
    require_inzage(request, Inzage.TEKSTBLOKKEN)
    rows = _rows()
    used = Teksten(rows, timezone.localdate())
    return render(
        request, "tekstblok/lijst.html",
        {
            "brieven": [
                (
                    brief,
                    [
                        {
                            "blok": blok,
                            "tekst": used.tekst(blok.sleutel),
                            **_translations(blok, rows, used),
                        }
                        for blok in brief.blokken
                    ],
                    _languages(brief, rows, used) if brief.vertaalbaar else [],
                )
                for brief in BRIEVEN.values()
            ],
            "mag_vertalen": mag(request.lid, W.TEKSTBLOK_VERTALEN),
        },
    )  # fmt: skip


@inloggen
@require_GET
def bekijken(request: HttpRequest, tekst: str) -> HttpResponse:
    """Show one text: what holds, what we wrote, what it said before, the translations."""
    require_inzage(request, Inzage.TEKSTBLOKKEN)
    blok, rows = _blok(tekst), _rows(sleutel=tekst)
    vandaag = timezone.localdate()
    used = Teksten(rows, vandaag)
    now = used.tekst(tekst)
    return render(
        request, "tekstblok/bekijken.html",
        {
            "blok": blok,
            "brief": BRIEF_VAN[tekst],
            "nu": now,
            "voorbeeld": voorbeeld(blok, now.woorden),
            "eerder": [
                (row, row.geldig_vanaf > vandaag) for row in rows if not row.is_vertaling
            ],
            "vertalingen": [
                {
                    "rij": row,
                    "taal": TALEN[row.taal],
                    "stand": _state(row, used),
                    "nakijken": mag(request.lid, W.TEKSTBLOK_NAKIJKEN)
                    and not waarom_niet_nakijken(row, request.lid, now.woorden)
                    and reverse("vertaling_nakijken", args=[row.pk]),
                }
                for row in rows
                if row.is_vertaling
            ],
            "mag_wijzigen": mag(request.lid, W.TEKSTBLOK_WIJZIGEN),
            "mag_vertalen": BRIEF_VAN[tekst].vertaalbaar
            and mag(request.lid, W.TEKSTBLOK_VERTALEN),
        },
    )  # fmt: skip


def _form(
    request: HttpRequest, act: Werkhandeling, **known: Any
) -> Handelingsformulier:
    require(request, act)
    kind: Callable[..., Handelingsformulier] = formulier(act)
    initial = {"sleutel": uuid4()} | known.pop("initial", {})
    return kind(
        request.POST if request.method == "POST" else None,
        dossier=None, vandaag=timezone.localdate(), initial=initial, **known,
    )  # fmt: skip


def _done(
    request: HttpRequest, act: Werkhandeling, form: Handelingsformulier, gezegd: str
) -> bool:
    """Do the act; False when the form says why it could not be done."""
    try:
        with meldingen(form):
            functie(act)(
                by=request.lid, on=timezone.localtime(),
                sleutel=form.cleaned_data["sleutel"], **form.gegevens(),
            )  # fmt: skip
            messages.success(request, gezegd)
    except AlGedaan:
        messages.info(request, "Dit was al opgeslagen.")
    return not form.errors


def _handled(
    request: HttpRequest, act: Werkhandeling, form: Handelingsformulier, gezegd: str
) -> bool:
    return form.is_bound and form.is_valid() and _done(request, act, form, gezegd)


def _page(
    request: HttpRequest, form: Handelingsformulier, kop: str, blok: Blok, **meer: Any
) -> HttpResponse:
    return render(
        request, "tekstblok/formulier.html",
        {
            "form": form, "knop": form.knop, "kop": kop, "blok": blok,
            "brief": BRIEF_VAN[blok.sleutel],
            "terug": reverse("tekstblok", args=[blok.sleutel]), **meer,
        },
        status=422 if form.errors else 200,
    )  # fmt: skip


@inloggen
@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, tekst: str) -> HttpResponse:
    """Say a text in one's own words; looking at an example saves nothing."""
    blok = _blok(tekst)
    used = Teksten(_rows(sleutel=tekst), timezone.localdate())
    now = used.tekst(tekst)
    form = _form(
        request, W.TEKSTBLOK_WIJZIGEN, blok=blok, initial={"tekst": now.woorden}
    )
    shown = ""
    if "voorbeeld" in request.POST:
        shown = voorbeeld(blok, form.cleaned_data["tekst"]) if form.is_valid() else ""
    elif _handled(request, W.TEKSTBLOK_WIJZIGEN, form, "De tekst is opgeslagen."):
        return redirect("tekstblok", tekst)
    return _page(
        request, form, "Eigen tekst", blok, nederlands=blok.tekst, voorbeeld=shown,
        met_voorbeeld=True, knop_voorbeeld="Bekijk een voorbeeld",
        vervallen=sorted(TALEN[code].naam for _, code in used.translated),
    )  # fmt: skip


@inloggen
@require_http_methods(["GET", "POST"])
def vertalen(request: HttpRequest, tekst: str) -> HttpResponse:
    """Record a translation of the Dutch text as it is today."""
    blok = _blok(tekst)
    require(request, W.TEKSTBLOK_VERTALEN)
    if not BRIEF_VAN[tekst].vertaalbaar:
        raise Http404("Deze tekst wordt niet vertaald.")
    now = Teksten(_rows(sleutel=tekst), timezone.localdate()).tekst(tekst)
    chosen = {"taal": request.GET.get("taal", "")}
    form = _form(request, W.TEKSTBLOK_VERTALEN, blok=blok, initial=chosen)
    told = "De vertaling is opgeslagen. Vraag een collega om haar na te kijken."
    if _handled(request, W.TEKSTBLOK_VERTALEN, form, told):
        return redirect("tekstblok", tekst)
    return _page(request, form, "Vertaling", blok, nederlands=now.woorden)


@inloggen
@require_http_methods(["GET", "POST"])
def nakijken(request: HttpRequest, tekst_id: int) -> HttpResponse:
    """Look at a colleague's translation, beside the Dutch."""
    require(request, W.TEKSTBLOK_NAKIJKEN)
    row = next((r for r in _rows(pk=tekst_id) if r.is_vertaling), None)
    if row is None:
        raise Http404("Deze vertaling bestaat niet.")
    blok = _blok(row.sleutel)
    now = Teksten(_rows(sleutel=row.sleutel), timezone.localdate()).tekst(row.sleutel)
    form = _form(request, W.TEKSTBLOK_NAKIJKEN, rij=row)
    told = "De vertaling is nagekeken."
    if _handled(request, W.TEKSTBLOK_NAKIJKEN, form, told):
        return redirect("tekstblok", row.sleutel)
    return _page(
        request, form, "Vertaling nakijken", blok, nederlands=now.woorden, vertaling=row,
        taal=TALEN[row.taal],
        waarom_niet=waarom_niet_nakijken(row, request.lid, now.woorden),
    )  # fmt: skip


@inloggen
@require_GET
def brief(request: HttpRequest) -> HttpResponse:
    """Give the letter of the PIP of somebody who does not exist, in the words of today."""
    require_inzage(request, Inzage.TEKSTBLOKKEN)
    inhoud = pip_voorbeeld(huidige_gemeente().naam, timezone.localdate())
    response = HttpResponse(inhoud, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="voorbeeld-pip.pdf"'
    return response
