"""What a colleague wants to see first beside a file: the pinned note, the last contact.

One statement for all of it, since each is a row of another table.
"""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField, F, QuerySet, Value

from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.contact import (
    Contact,
    Contactonderwerp,
    Contactuitkomst,
    Kanaal,
)
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.notitie import Notitie, Notitiesoort
from inburgering.templatetags.opmaak import afstand
from inburgering.views.dossierkader import adres, mag, mag_zien


class Rij(NamedTuple):
    """A row of any of the tables: which, its key, its day, and what it says."""

    wat: str
    pk: int
    op: date
    soort: str
    kop: str
    tekst: str
    door: str


CONTACT, NOTITIE = "contact", "notitie"
LEEG = Value("", output_field=CharField())


def _of(rows: QuerySet[Any], wat: str, **kolommen: Any) -> QuerySet[Any]:
    """Ask a table in the columns that all of them share."""
    what = Value(wat, output_field=CharField())
    named = {f"kort_{name}": value for name, value in kolommen.items()}
    columns = [f"kort_{name}" for name in Rij._fields if name not in {"wat", "pk"}]
    return (
        rows.order_by()
        .annotate(kort_wat=what, **named)
        .values_list("kort_wat", "pk", *columns)
    )


def _questions(dossier: Dossier, lid: Lidmaatschap) -> list[QuerySet[Any]]:
    contacts = Contact.objects.filter(traject=dossier.traject)
    last = contacts.order_by("-gesproken_op", "-id").values("pk")[:1]
    asked = [
        _of(
            contacts.filter(pk__in=last), CONTACT, op=F("gesproken_op"),
            soort=F("kanaal"), kop=F("onderwerp"), tekst=F("uitkomst"), door=LEEG,
        )
    ]  # fmt: skip
    if mag_zien(lid, Inzage.NOTITIES):
        asked.append(
            _of(
                Notitie.objects.filter(traject=dossier.traject, vastgezet=True), NOTITIE,
                op=F("vastgelegd_op"), soort=F("soort"), kop=F("onderwerp"),
                tekst=F("tekst"), door=F("vastgelegd_door__naam"),
            )
        )  # fmt: skip
    return asked


def geleden(dag: date, vandaag: date) -> str:
    """Say how long ago a day is."""
    return "vandaag" if dag >= vandaag else f"{afstand(dag, vandaag)} geleden"


def _contact(row: Rij, dag: date) -> dict[str, Any]:
    reached = row.tekst == Contactuitkomst.BEREIKT
    return {
        "op": row.op,
        "geleden": geleden(row.op, dag),
        "wat": Contactonderwerp(row.kop).label,
        "hoe": Kanaal(row.soort).label.lower(),
        "uitkomst": "" if reached else Contactuitkomst(row.tekst).label,
    }


def _last_contact(dossier: Dossier, row: Rij | None) -> dict[str, Any] | None:
    """Give the last time there was contact, or was tried; of one day the talk first."""
    today = dossier.stand.peildatum
    talk = max((talk.gevoerd_op for talk in dossier.feiten.gesprekken), default=None)
    if talk is not None and (row is None or talk >= row.op):
        return {
            "op": talk, "geleden": geleden(talk, today), "wat": "Voortgangsgesprek",
            "hoe": "", "uitkomst": "",
        }  # fmt: skip
    return _contact(row, today) if row else None


def _pinned(row: Rij, nummer: str, lid: Lidmaatschap) -> dict[str, Any]:
    loose = Werkhandeling.NOTITIE_LOSMAKEN
    return {
        "kop": row.kop,
        "tekst": row.tekst,
        "soort": Notitiesoort(row.soort).label,
        "op": row.op,
        "door": row.door,
        "losmaken": mag(lid, loose) and adres(nummer, loose, row.pk),
    }


def in_het_kort(dossier: Dossier, lid: Lidmaatschap) -> dict[str, Any]:
    """Give the pinned note (to who may read notes) and the last contact: one statement."""
    first, *others = _questions(dossier, lid)
    found = {row[0]: Rij(*row) for row in first.union(*others, all=True)}
    nummer, note = dossier.traject.nummer, found.get(NOTITIE)
    return {
        "vastgezet": note and _pinned(note, nummer, lid),
        "laatste_contact": _last_contact(dossier, found.get(CONTACT)),
    }
