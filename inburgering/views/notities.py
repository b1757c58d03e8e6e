"""The notes of a file, ready to print, with what they said before."""

from collections import defaultdict
from typing import Any, TypeVar

from django.utils import timezone

from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.notitie import Notitie, Notitiesoort
from inburgering.views.dossierkader import adres, mag, mag_zien


W = Werkhandeling
T = TypeVar("T")
# What is of longer ago stands on the page too, once one asks for it.
MEESTE = 50
GESCHREVEN = (W.NOTITIE_TOEVOEGEN.value, W.NOTITIE_WIJZIGEN.value)


def vooraan(rijen: list[T], *, alles: bool) -> tuple[list[T], int]:
    """Give the first ones, or all when asked for, and how many are left out."""
    shown = rijen if alles else rijen[:MEESTE]
    return shown, len(rijen) - len(shown)


def _former(dossier: Dossier, shown: list[Notitie]) -> dict[int, list[dict[str, Any]]]:
    """Give per note what it said, the latest first; pinning writes nothing new."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    rows = Notitie.history.filter(
        traject_id=dossier.traject.pk, history_change_reason__in=GESCHREVEN,
        id__in=[note.pk for note in shown],
    )  # fmt: skip
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


def notities(
    dossier: Dossier, lid: Lidmaatschap, *, alles: bool
) -> tuple[list[dict[str, Any]], int]:
    """Give the notes, the pinned one first, and how many older ones are left out.

    Who may not read notes gets only their own.
    """
    rows = Notitie.objects.filter(traject=dossier.traject)
    if not mag_zien(lid, Inzage.NOTITIES):
        rows = rows.filter(vastgelegd_door_id=lid.gebruiker_id)
    found = list(rows.select_related("vastgelegd_door").order_by("-vastgezet", "-id"))
    notes, older = vooraan(found, alles=alles)
    former = _former(dossier, notes)
    lines = [
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
    return lines, older
