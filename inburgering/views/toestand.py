"""How the system itself is: what was not done, what does not agree, what the logs say."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering.authorization.roles import Inzage
from inburgering.bestanden.scanner import staat
from inburgering.models.bericht import Bericht
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.keten import einde
from inburgering.models.spoor import LOGS
from inburgering.models.termijn import Termijnafwijking
from inburgering.views.http import inloggen, require_inzage


HOOGSTENS = 50


@inloggen
@require_GET
def overzicht(request: HttpRequest) -> HttpResponse:
    """Show it to the application manager: case numbers, no names."""
    require_inzage(request, Inzage.BEHEER)
    jobs = Bericht.objects.filter(gemeente=huidige_gemeente(), klaar_op=None)
    waiting = jobs.filter(dood=False, vanaf__lte=timezone.now())
    differences = Termijnafwijking.objects.filter(verdwenen_op=None)
    return render(
        request, "beheer/toestand.html",
        {
            "wachten": waiting.count(),
            "dood": jobs.filter(dood=True).order_by("-id")[:HOOGSTENS],
            "afwijkingen": differences.select_related("traject").order_by("-id")[:HOOGSTENS],
            "scanner": staat(),
            "logs": [(log._meta.verbose_name_plural, *einde(log)) for log in LOGS],
        },
    )  # fmt: skip
