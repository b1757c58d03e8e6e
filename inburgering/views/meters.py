"""The meters of a file, ready to print, with the next step as a task ready to make."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.views.dossierkader import adres, mag
from inburgering.wet.meters import Stap, meters
from inburgering.wet.parameters import parameter_vanaf


def _task_url(dossier: Dossier, lid: Lidmaatschap, step: Stap) -> str:
    """Give where the step becomes a task, filled in, for as long as a warning runs."""
    act = Werkhandeling.TAAK_MAKEN
    if not mag(lid, act):
        return ""
    today = dossier.stand.peildatum
    days = parameter_vanaf("waarschuwen_dagen", today).waarde
    until = today + timedelta(days=days)
    filled = {"omschrijving": step.wat, "uiterlijk": f"{until:%d-%m-%Y}"}
    return f"{adres(dossier.traject.nummer, act)}?{urlencode(filled)}"


def _step(dossier: Dossier, lid: Lidmaatschap, step: Stap) -> dict[str, Any]:
    act = step.handeling
    can = (
        act is not None and mag(lid, act) and dossier.stand.handelingen[act].toegestaan
    )
    return {
        "wat": step.wat,
        "reden": step.reden,
        "bron": step.bron,
        "taak_url": _task_url(dossier, lid, step),
        "url": adres(dossier.traject.nummer, act) if act and can else "",
        "handeling": act.label if act else "",
    }


def hoe_ver(dossier: Dossier, lid: Lidmaatschap) -> dict[str, Any]:
    """Give the meters and the next step; nothing when there is nothing to measure."""
    found, step = meters(dossier.feiten, dossier.stand.peildatum)
    return {
        "meters": found,
        "volgende_stap": step and _step(dossier, lid, step),
    }
