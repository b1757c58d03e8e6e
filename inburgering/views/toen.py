"""Looking back: how a case stood on a day, by what was known to us then."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering.authorization.roles import Inzage, Rol
from inburgering.forms.toen import Toen
from inburgering.inzage import raadpleeg
from inburgering.models.dossier import Dossier, lees, zichtbaar
from inburgering.models.spoor import OVERGENOMEN
from inburgering.models.traject import Traject
from inburgering.templatetags.opmaak import datum
from inburgering.views import dossierkader
from inburgering.views.http import inloggen, require_inzage, vind
from inburgering.wet.handelingen import Handeling


# The first line of a case: nothing was known before it.
BEGIN = frozenset({Handeling.TRAJECT_REGISTREREN.value, OVERGENOMEN})


def adres(gebeurtenis: Any) -> str:
    """Give the address that shows what was known just before an act; "" for the first."""
    if gebeurtenis.handeling in BEGIN:
        return ""
    moment = timezone.localtime(gebeurtenis.moment)
    day = f"{moment:%d-%m-%Y}"
    asked = urlencode({"op": day, "bekend_op": day, "tijd": f"{moment:%H:%M:%S}"})
    return f"/trajecten/{gebeurtenis.nummer}/toen/?{asked}"


def _known(form: Toen, moment: datetime | None) -> str:
    """Say until when facts count."""
    if moment is None:
        return "wat nu bekend is"
    day = datum(form.cleaned_data["bekend_op"])
    clock = form.cleaned_data["tijd"]
    return f"wat op {day}{f' voor {clock:%H:%M} uur' if clock else ''} bekend was"


def _then(form: Toen, traject: Traject, rol: Rol) -> tuple[Dossier, str] | None:
    """Read the case as it was, with the words for it; an error stands at its field."""
    moment = form.moment()
    try:
        dossier = lees(traject, form.cleaned_data["op"], moment)
    except LookupError:
        form.add_error(
            "bekend_op",
            f"Dit dossier was toen nog niet bekend. Het is geregistreerd op "
            f"{datum(traject.geregistreerd_op)}.",
        )
        return None
    return zichtbaar(dossier, rol), _known(form, moment)


def _answer(dossier: Dossier, known: str) -> dict[str, Any]:
    stand = dossier.stand
    acts = [
        (act.label, oordeel)
        for act, oordeel in stand.handelingen.items()
        if act is not Handeling.TRAJECT_REGISTREREN
    ]
    return {
        "stand": stand,
        "op": stand.peildatum,
        "bekend": known,
        "waar": dossierkader.waar(dossier),
        "meldingen": stand.meldingen,
        "ontbrekend": stand.ontbrekend,
        "termijnen": sorted(
            (t for t in stand.termijnen if t.open), key=lambda t: t.uiterlijk
        ),
        "gehaalde_termijnen": [t for t in stand.termijnen if not t.open],
        "mocht": [label for label, oordeel in acts if oordeel.toegestaan],
        "mocht_niet": [(label, o) for label, o in acts if not o.toegestaan],
    }


@inloggen
@require_GET
def terug(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show the question, and how the case stood when both days are good."""
    require_inzage(request, Inzage.DOSSIER)
    require_inzage(request, Inzage.GESCHIEDENIS)
    traject = vind(request, nummer)
    nu = timezone.localtime()
    form = Toen(request.GET or None, vandaag=nu.date(), initial={"op": nu.date()})
    rol = Rol(request.lid.rol)
    found = _then(form, traject, rol) if form.is_bound and form.is_valid() else None
    asked = f": {datum(found[0].stand.peildatum)}, {found[1]}" if found else ""
    raadpleeg(
        Inzage.GESCHIEDENIS, nummer, by=request.lid, on=nu, reden=f"Terugkijken{asked}"
    )
    frame = dossierkader.kader(request, lees(traject, nu.date()), "geschiedenis")
    # What is due now says nothing about then, and there is nothing to do here.
    frame["balk"] |= {"termijn": None, "kenmerken": [], "knoppen": []}
    return render(
        request, "dossier/toen.html",
        frame | {"form": form, "antwoord": found and _answer(*found)},
        status=422 if form.errors else 200,
    )  # fmt: skip
