"""The municipality's own figures: exact, for those who may see them, and logged."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering import inzage
from inburgering.authorization.roles import Inzage
from inburgering.views.http import inloggen, require_inzage
from monitoring import aggregate
from monitoring.disclosure.uitgave import Editie, Editiesoort
from monitoring.indicators.catalogus import GROEP_ROUTE, TOTAAL
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
    context: dict[str, Any] = {
        "peildag": vandaag,
        "jaar": jaar,
        "jaar_tekst": str(jaar),
        "keuzes": [
            {"url": f"?cohort={j}#cijfers", "label": str(j), "actief": j == jaar}
            for j in gevuld
        ],
        "groepen": tabellen.per_groep(TABEL, cohorten[jaar]) if jaar else [],
        "tellingen": TABEL.tellingen,
        "totalen": [
            (j, [(t.label, cohorten[j][t.code][TOP]) for t in TABEL.tellingen])
            for j in gevuld
        ],
        "aandelen": tabellen.aandelen(TABEL, REGISTER, cohorten, exact=True),
        "indicatoren": REGISTER,
        "vertraging": REGISTRATIEVERTRAGING,
        "theorie": _theorie(),
    }
    return render(request, "monitoring/monitor.html", context)


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
