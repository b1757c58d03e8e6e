"""The meters of a file, ready to print, with the next step as a task ready to make."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.views.dossierkader import adres, mag
from inburgering.wet.begrippen import Termijnsoort
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


def _task_until(dossier: Dossier, step: Stap) -> date | None:
    """Give until when the task of this step stands open; None when nobody made it."""
    days = (
        row["uiterlijk"]
        for row in dossier.termijnen
        if row["soort"] == Termijnsoort.TAAK
        and row["reden"] == step.wat
        and row["voldaan_op"] is None
        and not row["vervallen"]
    )
    return min(days, default=None)


def _step(dossier: Dossier, lid: Lidmaatschap, step: Stap) -> dict[str, Any]:
    act = step.handeling
    until = _task_until(dossier, step)
    can = (
        act is not None and mag(lid, act) and dossier.stand.handelingen[act].toegestaan
    )
    return {
        "wat": step.wat,
        "reden": step.reden,
        "bron": step.bron,
        "taak_tot": until,
        "taak_url": "" if until else _task_url(dossier, lid, step),
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
