"""What was checked of a file, when, and with which outcome: read, never made up.

A check of which nothing was kept is not on the page as done.
"""

from typing import Any

from django.db.models import Count, Max, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering.actions.herberekening import RIJ
from inburgering.authorization.roles import Inzage, Rol
from inburgering.inzage import raadpleeg
from inburgering.models.bericht import Bericht
from inburgering.models.dossier import lees, zichtbaar
from inburgering.models.dossierstuk import Bestand
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.spoor import OVERGENOMEN, Gebeurtenis
from inburgering.models.termijn import FEIT, Termijnafwijking
from inburgering.models.traject import Traject, van_dossier
from inburgering.views import dossierkader
from inburgering.views.http import inloggen, require_inzage, vind
from inburgering.wet.handelingen import Handeling


NIET = "Nog niet gecontroleerd"
BEGIN = (Handeling.TRAJECT_REGISTREREN.value, OVERGENOMEN)


def _line(wat: str, moment: Any, uitkomst: str, *, goed: bool = True) -> dict[str, Any]:
    return {"wat": wat, "moment": moment, "uitkomst": uitkomst, "goed": goed}


def _number(traject: Traject) -> dict[str, Any]:
    """The digits of a BSN are checked where it comes in, and nowhere else."""
    what = "De cijfers van het BSN (11-proef)"
    rows = Inburgeraar.history.filter(id=traject.inburgeraar_id).exclude(bsn_index="")
    if (moment := rows.aggregate(eerst=Min("history_date"))["eerst"]) is None:
        return _line(what, None, "Er is nog geen BSN", goed=False)
    return _line(what, moment, "Het nummer kan bestaan")


def _beginnings(traject: Traject) -> list[dict[str, Any]]:
    """Give per registration whether somebody was asked about people who are alike."""
    rows = Gebeurtenis.objects.filter(van_dossier(traject), handeling__in=BEGIN)
    found = []
    for row in rows.order_by("id"):
        outcome = row.reden.split(";")[0] or "Er is geen gelijke vastgelegd"
        if row.handeling == OVERGENOMEN:
            outcome = "Overgenomen uit een ander systeem; niet hier vergeleken"
        found.append(
            _line(f"Dubbel bij de registratie van {row.nummer}", row.moment, outcome)
        )
    return found


def _nightly(traject: Traject) -> list[dict[str, Any]]:
    """Give the last check of the night, and what of this case it still finds."""
    done = Bericht.objects.filter(
        gemeente=huidige_gemeente(), soort__in=("herberekening", "historie"),
        klaar_op__isnull=False,
    )  # fmt: skip
    last = dict(done.values_list("soort").annotate(laatst=Max("klaar_op")).order_by())
    rows = Termijnafwijking.objects.filter(traject=traject, verdwenen_op=None)
    fields = list(rows.values_list("veld", flat=True))
    kinds = (
        ("De feiten passen bij elkaar en bij de wet", "herberekening", FEIT),
        ("Elke rij is wat haar geschiedenis zegt", "historie", RIJ),
    )
    lines = []
    for what, job, begin in kinds:
        wrong = sum(field.startswith(begin) for field in fields)
        words = f"{wrong} {'bevinding' if wrong == 1 else 'bevindingen'}"
        moment = last.get(job)
        # A case of today was not there yet in the night.
        if moment and timezone.localdate(moment) < traject.geregistreerd_op:
            moment = None
        outcome = words if wrong else "Geen bevindingen" if moment else NIET
        lines.append(_line(what, moment, outcome, goed=bool(moment) and not wrong))
    other = sum(not f.startswith((FEIT, RIJ)) for f in fields)
    computed = Traject.history.filter(id=traject.pk).aggregate(m=Max("history_date"))
    lines.append(
        _line(
            "Stand en termijnen berekend", computed["m"],
            f"{other} anders dan bewaard" if other else "Bewaard zoals berekend",
            goed=not other,
        )
    )  # fmt: skip
    return lines


def _documents(traject: Traject) -> dict[str, Any]:
    files = Bestand.objects.filter(stuk__traject=traject).aggregate(
        alle=Count("pk"), schoon=Count("pk", filter=Q(gescand=True)),
        laatst=Max("bewaard", filter=Q(gescand=True)),
    )  # fmt: skip
    what = "Documenten nagekeken op virussen"
    if not files["alle"]:
        return _line(what, None, "Er zijn geen documenten")
    outcome = f"{files['schoon']} van {files['alle']} nagekeken"
    if not files["schoon"]:
        outcome = f"Niet nagekeken: {files['alle']}"
    return _line(what, files["laatst"], outcome, goed=files["schoon"] == files["alle"])


@inloggen
@require_GET
def dossier(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show each check with its moment and its outcome."""
    require_inzage(request, Inzage.DOSSIER)
    traject = vind(request, nummer)
    nu = timezone.localtime()
    raadpleeg(Inzage.DOSSIER, nummer, by=request.lid, on=nu, reden="Controles")
    read = zichtbaar(lees(traject, nu.date()), Rol(request.lid.rol))
    lines = [
        _number(traject), *_beginnings(traject), *_nightly(traject), _documents(traject),
    ]  # fmt: skip
    frame = dossierkader.kader(request, read, "gegevens")
    return render(request, "dossier/controles.html", frame | {"controles": lines})
