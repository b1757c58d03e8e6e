"""What a colleague wants to see first beside a file: the last contact."""

from datetime import date
from typing import Any

from inburgering.models.contact import (
    Contact,
    Contactonderwerp,
    Contactuitkomst,
    Kanaal,
)
from inburgering.models.dossier import Dossier


def _talk(dossier: Dossier) -> tuple[date, dict[str, Any]] | None:
    days = [talk.gevoerd_op for talk in dossier.feiten.gesprekken]
    if not days:
        return None
    last = max(days)
    return last, {"op": last, "wat": "Voortgangsgesprek", "hoe": "", "uitkomst": ""}


def _contact(dossier: Dossier) -> tuple[date, dict[str, Any]] | None:
    rows = Contact.objects.filter(traject=dossier.traject)
    row = (
        rows.order_by("-gesproken_op", "-id")
        .values_list("gesproken_op", "kanaal", "onderwerp", "uitkomst")
        .first()
    )
    if row is None:
        return None
    day, kanaal, onderwerp, uitkomst = row
    reached = uitkomst == Contactuitkomst.BEREIKT
    return day, {
        "op": day,
        "wat": Contactonderwerp(onderwerp).label,
        "hoe": Kanaal(kanaal).label.lower(),
        "uitkomst": "" if reached else Contactuitkomst(uitkomst).label,
    }


def laatste_contact(dossier: Dossier) -> dict[str, Any] | None:
    """Give the last time there was contact, or was tried; of one day the talk first."""
    found = [one for one in (_talk(dossier), _contact(dossier)) if one]
    return max(found, key=lambda one: one[0])[1] if found else None
