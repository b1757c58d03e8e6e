"""The notes of a file, ready to print, with what they said before."""

from collections import defaultdict
from typing import Any

from django.utils import timezone

from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.notitie import Notitie, Notitiesoort
from inburgering.views.dossierkader import adres, mag, mag_zien


W = Werkhandeling
GESCHREVEN = (W.NOTITIE_TOEVOEGEN.value, W.NOTITIE_WIJZIGEN.value)


def _former(dossier: Dossier) -> dict[int, list[dict[str, Any]]]:
    """Give per note what it said, the latest first; pinning writes nothing new."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    rows = Notitie.history.filter(
        traject_id=dossier.traject.pk, history_change_reason__in=GESCHREVEN
    )
    for row in rows.order_by("-history_date", "-history_id").values(
        "id", "soort", "onderwerp", "tekst", "history_date", "history_user__naam"
    ):
        found[row["id"]].append(
            {
                "kop": row["onderwerp"],
                "soort": Notitiesoort(row["soort"]).label,
                "tekst": row["tekst"],
                "op": timezone.localtime(row["history_date"]),
                "door": row["history_user__naam"],
            }
        )
    return found


def _links(note: Notitie, nummer: str, lid: Lidmaatschap) -> list[dict[str, str]]:
    pin = W.NOTITIE_LOSMAKEN if note.vastgezet else W.NOTITIE_VASTZETTEN
    return [
        {"url": adres(nummer, act, note.pk), "label": words}
        for act, words in (
            (W.NOTITIE_WIJZIGEN, "Wijzig"),
            (pin, "Haal van bovenaan weg" if note.vastgezet else "Zet bovenaan"),
        )
        if mag(lid, act)
    ]


def notities(dossier: Dossier, lid: Lidmaatschap) -> list[dict[str, Any]]:
    """Give the notes, the pinned one first; to who may not read them only their own."""
    rows = Notitie.objects.filter(traject=dossier.traject)
    if not mag_zien(lid, Inzage.NOTITIES):
        rows = rows.filter(vastgelegd_door_id=lid.gebruiker_id)
    notes = list(rows.select_related("vastgelegd_door").order_by("-vastgezet", "-id"))
    former = _former(dossier)
    return [
        {
            "kop": note.onderwerp,
            "tekst": note.tekst,
            "soort": note.get_soort_display(),
            "deelbaar": note.deelbaar,
            "vastgezet": note.vastgezet,
            "op": note.vastgelegd_op,
            "door": note.vastgelegd_door.naam,
            "gewijzigd": former[note.pk][0] if former[note.pk][1:] else None,
            "eerder": former[note.pk][1:],
            "links": _links(note, dossier.traject.nummer, lid),
        }
        for note in notes
    ]
