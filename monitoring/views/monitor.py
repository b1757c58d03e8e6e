"""The municipality's own figures: exact, for those who may see them, and logged."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering import inzage
from inburgering.authorization.checks import may_see, scope
from inburgering.authorization.roles import Bereik, Inzage, Rol
from inburgering.views.http import inloggen, require_inzage
from monitoring import aggregate
from monitoring.disclosure.uitgave import Editie, Editiesoort
from monitoring.indicators.bewijs import herleidbaar
from monitoring.indicators.catalogus import GROEP_ROUTE, TOTAAL, Cel, Telling
from monitoring.indicators.register import REGISTER, REGISTRATIEVERTRAGING
from monitoring.indicators.theorie import MECHANISMEN
from monitoring.views import tabellen


TABEL = GROEP_ROUTE
TOP = (TOTAAL,) * len(TABEL.dimensies)


@inloggen
@require_GET
def monitor(request: HttpRequest) -> HttpResponse:
    """Show every indicator, exact, as it stands today."""
    require_inzage(request, Inzage.CIJFERS)
    vandaag = timezone.localdate()
    ruw = aggregate.tel(TABEL, Editie("vandaag", Editiesoort.JAAR, vandaag))
    cohorten: dict[int, tabellen.Cijfers] = {
        cohort: {
            telling.code: ruw.tellingen[cohort, telling.code].cellen
            for telling in TABEL.tellingen
        }
        for cohort in reversed(ruw.cohorten)
    }
    gevuld = [j for j, cijfers in cohorten.items() if cijfers["gestart"][TOP]]
    gekozen = request.GET.get("cohort", "")
    jaar = int(gekozen) if gekozen in map(str, gevuld) else next(iter(gevuld), None)
    inzage.raadpleeg(
        Inzage.CIJFERS, "", by=request.lid, on=timezone.localtime(),
        reden="Eigen cijfers bekeken",
    )  # fmt: skip
    naar = _adres if _reaches_cases(request) else None
    context: dict[str, Any] = {
        "peildag": vandaag,
        "geen_dossiers": naar is None,
        "jaar": jaar,
        "jaar_tekst": str(jaar),
        "keuzes": [
            {"url": f"?cohort={j}#cijfers", "label": str(j), "actief": j == jaar}
            for j in gevuld
        ],
        "groepen": tabellen.per_groep(TABEL, cohorten[jaar], jaar, naar)
        if jaar
        else [],
        "tellingen": TABEL.tellingen,
        "totalen": [
            tabellen.rij_van(TABEL, cohorten[j], str(j), j, TOP, naar) for j in gevuld
        ],
        "aandelen": tabellen.aandelen(TABEL, REGISTER, cohorten, exact=True, naar=naar),
        "indicatoren": REGISTER,
        "vertraging": REGISTRATIEVERTRAGING,
        "theorie": _theorie(),
    }
    return render(request, "monitoring/monitor.html", context)


def _reaches_cases(request: HttpRequest) -> bool:
    """Does this role reach cases, so that a number can lead it to them?"""
    rol = Rol(request.lid.rol)
    return may_see(rol, Inzage.DOSSIER) and scope(rol) is not Bereik.GEEN


def _adres(telling: Telling, cohort: int, cel: Cel) -> str:
    """Where the cases behind a number are listed; nowhere for what yields no list."""
    delen = [
        (d, code)
        for d, code in zip(TABEL.dimensies, cel, strict=True)
        if code != TOTAAL
    ]
    voorwaarde = aggregate.voorwaarden()[telling.code]
    if not herleidbaar(voorwaarde, *(d for d, _ in delen)):
        return ""
    vraag = urlencode({d.naam: code for d, code in delen})
    adres = reverse("monitor_dossiers", args=[telling.code, cohort])
    return f"{adres}?{vraag}" if vraag else adres


def _theorie() -> list[dict[str, Any]]:
    """Every instrument of the policy theory: measured by what, or not measurable yet."""
    gemeten = {indicator.instrument: indicator for indicator in REGISTER}
    return [
        {
            "naam": mechanisme.naam,
            "instrumenten": [
                {"naam": naam, "indicator": gemeten.get(code)}
                for code, naam in mechanisme.instrumenten.items()
            ],
        }
        for mechanisme in MECHANISMEN.values()
    ]
