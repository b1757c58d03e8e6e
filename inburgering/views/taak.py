"""The tasks of a file, ready to print."""

from typing import Any

from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.taak import Taak
from inburgering.views.dossierkader import adres, mag, mag_zien


KLAAR = 10  # as many finished tasks as one still wants to see


def _url(
    lid: Lidmaatschap, nummer: str, handeling: Werkhandeling, rij: int | None = None
) -> str:
    if not mag(lid, handeling):
        return ""
    return adres(nummer, handeling, rij)


def taken(dossier: Dossier, lid: Lidmaatschap) -> dict[str, Any] | None:
    """Give the open tasks by their day and the last finished ones; None: not to be read."""
    if not mag_zien(lid, Inzage.NOTITIES):
        return None
    nummer, W = dossier.traject.nummer, Werkhandeling  # noqa: N806
    rows = list(
        Taak.objects.filter(traject=dossier.traject)
        .order_by("klaar_op", "uiterlijk", "id")
        .values("pk", "omschrijving", "uiterlijk", "klaar_op", "uitkomst", "voor__naam")
    )
    is_open = [row for row in rows if row["klaar_op"] is None]
    finished = [row for row in rows if row["klaar_op"] is not None]
    finished.sort(key=lambda row: (row["klaar_op"], row["pk"]), reverse=True)
    return {
        "maken": _url(lid, nummer, W.TAAK_MAKEN),
        "open": [
            row
            | {
                "voor": row["voor__naam"],
                "afronden": _url(lid, nummer, W.TAAK_AFRONDEN, row["pk"]),
                "wijzigen": _url(lid, nummer, W.TAAK_WIJZIGEN, row["pk"]),
            }
            for row in is_open
        ],
        "klaar": [
            row | {"heropenen": _url(lid, nummer, W.TAAK_HEROPENEN, row["pk"])}
            for row in finished[:KLAAR]
        ],
    }
