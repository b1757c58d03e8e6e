"""The page behind a number: its cases with the evidence, for who reaches cases; logged."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering import inzage
from inburgering.authorization.roles import Inzage
from inburgering.views.http import heel_getal, inloggen, require_inzage
from monitoring.herleiding import lijst
from monitoring.herleiding.lijst import Getal, NietHerleidbaar
from monitoring.indicators.bewijs import BRONNEN
from monitoring.indicators.catalogus import GROEP_ROUTE, TOTAAL


TABEL = GROEP_ROUTE
TELT_NIET = "niet"
# The acts that record the evidence, as the screens of the case system name them.
HANDELINGEN = {
    "traject_registreren": "Persoon registreren",
    "pip_vaststellen": "PIP vaststellen",
    "": "Berekend uit wat is vastgelegd",
}


def _getal(request: HttpRequest, telling: str, cohort: int) -> Getal:
    """Find the number that is asked for. Raises ``Http404`` when it is not shown."""
    codes = {t.code for t in TABEL.tellingen}
    cel = tuple(request.GET.get(d.naam) or TOTAAL for d in TABEL.dimensies)
    if telling not in codes or not set(request.GET) <= {
        "deel", "na", *(d.naam for d in TABEL.dimensies)
    }:  # fmt: skip
        raise Http404("Dit getal bestaat niet.")
    try:
        return Getal(TABEL, TABEL.telling(telling), cohort, cel, timezone.localdate())
    except NietHerleidbaar as fout:
        raise Http404(str(fout)) from None


def _na(request: HttpRequest) -> tuple[int, int] | None:
    """Read where the page begins: "na=739000-12"."""
    first, _, second = request.GET.get("na", "").partition("-")
    dag, rij_id = heel_getal(first), heel_getal(second)
    return None if dag is None or rij_id is None else (dag, rij_id)


def _adres(request: HttpRequest, **anders: str) -> str:
    bewaard = {k: v for k, v in request.GET.items() if v and k != "na"} | anders
    return f"?{urlencode({k: v for k, v in bewaard.items() if v})}"


def _tabs(
    request: HttpRequest, getal: Getal, aantal: lijst.Aantallen, *, telt: bool
) -> list[dict[str, Any]]:
    if not getal.telling.binnen:
        return []
    return [
        {
            "url": _adres(request, deel=deel),
            "label": label,
            "aantal": str(hoeveel),
            "actief": actief,
        }
        for deel, label, hoeveel, actief in (
            ("", "Telt mee", aantal.telt, telt),
            (TELT_NIET, "Telt niet mee", aantal.telt_niet, not telt),
        )
    ]


@inloggen
@require_GET
def dossiers(request: HttpRequest, telling: str, cohort: int) -> HttpResponse:
    """Show the cases behind one number, or those of its whole that it leaves out."""
    require_inzage(request, Inzage.CIJFERS)
    require_inzage(request, Inzage.DOSSIER)
    getal = _getal(request, telling, cohort)
    telt = request.GET.get("deel") != TELT_NIET
    na = _na(request)
    aantal = lijst.tel(getal, request.lid, telt=telt)
    bladzijde = lijst.bladzijde(getal, request.lid, telt=telt, na=na)
    wat = ", ".join((f"cohort {cohort}", *getal.labels))
    inzage.raadpleeg(
        Inzage.CIJFERS, "", by=request.lid, on=timezone.localtime(),
        reden=f"Dossiers achter {getal.indicator.code} ({getal.telling.label}), {wat}, "
        f"{'telt mee' if telt else 'telt niet mee'}",
    )  # fmt: skip
    geheel = getal.telling.binnen and TABEL.telling(getal.telling.binnen).label
    context: dict[str, Any] = {
        "getal": getal,
        "wat": wat,
        "geheel": geheel,
        "peildag": getal.peildatum,
        "telt": telt,
        "aantal": aantal,
        "hier": aantal.telt if telt else aantal.telt_niet,
        "tabs": _tabs(request, getal, aantal, telt=telt),
        "regels": bladzijde.regels,
        "volgorde": BRONNEN[getal.indicator.tijdoorsprong.naam].in_zin,
        "vindplaatsen": [
            (bron, HANDELINGEN[bron.handeling]) for bron in lijst.vindplaatsen(getal)
        ],
        "terug": f"/monitor/?cohort={cohort}#cijfers",
        "volgende_url": bladzijde.na and _adres(request, na=bladzijde.na),
        "vorige_url": _adres(request) if na else "",
    }
    return render(request, "monitoring/dossiers.html", context)
