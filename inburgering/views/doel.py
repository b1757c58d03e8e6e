"""The goals of a file, ready to print: the open ones with their steps, then the others."""

from typing import Any

from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.doel import Doel, genummerd
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.views.dossierkader import adres, mag, mag_zien


W = Werkhandeling


def _links(
    lid: Lidmaatschap, nummer: str, doel: Doel, *, stap: bool
) -> list[dict[str, str]]:
    acts = (
        ((W.DOEL_HEROPENEN, "Zet weer open"),)
        if doel.geeindigd_op
        else ((W.DOEL_WIJZIGEN, "Wijzig"), (W.DOEL_BEEINDIGEN, "Beëindig"))
    )
    links = [
        {"url": adres(nummer, act, doel.pk), "label": label}
        for act, label in acts
        if mag(lid, act)
    ]
    if not stap and not doel.geeindigd_op and mag(lid, W.DOEL_STELLEN):
        url = f"{adres(nummer, W.DOEL_STELLEN)}?onder={doel.pk}&domein={doel.domein}"
        links.append({"url": url, "label": "Voeg een stap toe"})
    return links


def doelen(dossier: Dossier, lid: Lidmaatschap) -> dict[str, Any]:
    """Give the goals with their steps; what people wrote at the end only for who reads it.

    A step that ended stays with its open goal; a goal that ended takes its steps along.
    """
    nummer = dossier.traject.nummer
    rows = list(Doel.objects.filter(traject=dossier.traject))
    tree = [
        {
            "rij": goal,
            "links": _links(lid, nummer, goal, stap=False),
            "stappen": [
                {"rij": step, "links": _links(lid, nummer, step, stap=True)}
                for _, step in steps
            ],
        }
        for _, goal, steps in genummerd(rows)
    ]
    return {
        "stellen": mag(lid, W.DOEL_STELLEN) and adres(nummer, W.DOEL_STELLEN),
        "open": [one for one in tree if not one["rij"].geeindigd_op],
        "geweest": [one for one in tree if one["rij"].geeindigd_op],
        "leest_alles": mag_zien(lid, Inzage.NOTITIES),
    }
