"""What a colleague wants to see first: the pinned note, the last contact, what waits.

One statement for all of it, since each is a row of another table.
"""

from collections import Counter
from datetime import date, time
from typing import Any, NamedTuple

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat

from inburgering.authorization.checks import afgeschermd
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.aandachtspunt import Aandachtspunt, geldend
from inburgering.models.agendapunt import (
    AFGESCHERMDE_SOORTEN,
    STAAT,
    Agendapunt,
    te_tonen_plaats,
)
from inburgering.models.brede_intake import Intakegesprek
from inburgering.models.contact import (
    Contact,
    Contactonderwerp,
    Contactuitkomst,
    Kanaal,
)
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.notitie import Notitie, Notitiesoort
from inburgering.models.wachtreden import (
    ALLEEN_BIJ_NOTITIES,
    Wachtreden,
    in_een_zin,
    sleutel_van,
)
from inburgering.templatetags.opmaak import afstand
from inburgering.views.aandacht import Vlag, vlaggen
from inburgering.views.agenda import Punt, agenda
from inburgering.views.dossierkader import adres, mag, mag_zien
from inburgering.werkvoorraad import GEEN_WERK
from inburgering.wet.begrippen import Termijnsoort
from inburgering.wet.uitkomst import Termijn


Stap = tuple[str, int, date]  # a kind of term, its number, and the day it began


class Rij(NamedTuple):
    """A row of any of the tables: which, its key, its day, and what it says."""

    wat: str
    pk: int
    op: date
    soort: str
    kop: str
    tekst: str
    door: str


CONTACT, NOTITIE, WACHT = "contact", "notitie", "wacht"
AGENDA, VLAG, INTAKE = "agenda", "vlag", "intake"
TUSSEN = "\x1f"  # between what shares a column: nobody types it
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
    talks = Intakegesprek.objects.filter(traject=dossier.traject)
    latest = talks.order_by("-gevoerd_op", "-id").values("pk")[:1]
    asked.append(
        _of(
            talks.filter(pk__in=latest), INTAKE, op=F("gevoerd_op"), soort=LEEG,
            kop=LEEG, tekst=LEEG, door=LEEG,
        )
    )  # fmt: skip
    if mag_zien(lid, Inzage.NOTITIES):
        asked.append(
            _of(
                Notitie.objects.filter(traject=dossier.traject, vastgezet=True), NOTITIE,
                op=F("vastgelegd_op"), soort=F("soort"), kop=F("onderwerp"),
                tekst=F("tekst"), door=F("vastgelegd_door__naam"),
            )
        )  # fmt: skip
    asked += [_appointments(dossier, lid), _flags(dossier)]
    asked.append(
        _of(
            _waiting(dossier, lid), WACHT, op=F("sinds"), soort=F("reden"),
            kop=F("soort"), tekst=Cast("volgnummer", CharField()),
            door=Cast("begin", CharField()),
        )
    )  # fmt: skip
    return asked


def _text(name: str) -> Any:
    return Coalesce(Cast(name, CharField()), Value(""))


def _joined(*parts: Any) -> Any:
    between = [piece for part in parts for piece in (Value(TUSSEN), part)]
    return Concat(*between[1:], output_field=CharField())


def _appointments(dossier: Dossier, lid: Lidmaatschap) -> QuerySet[Any]:
    rows = Agendapunt.objects.filter(STAAT, traject=dossier.traject)
    if not mag_zien(lid, Inzage.HANDHAVING):
        rows = rows.exclude(soort__in=[soort.value for soort in AFGESCHERMDE_SOORTEN])
    return _of(
        rows, AGENDA, op=F("dag"), soort=F("soort"), kop=F("vorm"),
        tekst=_joined(_text("begin"), _text("einde"), F("tolktaal"), F("plaats")),
        door=Coalesce(F("wie__naam"), Value("")),
    )  # fmt: skip


def _flags(dossier: Dossier) -> QuerySet[Any]:
    holds = geldend(dossier.stand.peildatum)
    rows = Aandachtspunt.objects.filter(holds, traject=dossier.traject)
    return _of(
        rows, VLAG, op=F("van"), soort=F("soort"),
        kop=_joined(_text("herzien_op"), _text("tot")), tekst=F("reden"),
        door=F("vastgelegd_door__naam"),
    )  # fmt: skip


def _appointment(row: Rij, *, geheim: bool) -> Punt:
    begin, end, language, place = row.tekst.split(TUSSEN, 3)
    place = te_tonen_plaats(row.kop, place, geheim=geheim)
    return Punt(
        row.pk, row.op, time.fromisoformat(begin),
        time.fromisoformat(end) if end else None, row.soort, row.kop, place, language,
        row.door,
    )  # fmt: skip


def _flag(row: Rij) -> Vlag:
    again, end = row.kop.split(TUSSEN)
    return Vlag(
        row.pk, row.soort, row.tekst, row.op, date.fromisoformat(again),
        date.fromisoformat(end) if end else None, row.door,
    )  # fmt: skip


def _waiting(dossier: Dossier, lid: Lidmaatschap) -> QuerySet[Wachtreden]:
    """Give what waits, of the steps and the reasons that the role may know of."""
    rows = Wachtreden.objects.filter(traject=dossier.traject, tot=None)
    hidden = afgeschermd(Rol(lid.rol))
    if hidden:
        rows = rows.exclude(soort__in=[soort.value for soort in hidden])
    if not mag_zien(lid, Inzage.NOTITIES):
        rows = rows.exclude(reden__in=[reden.value for reden in ALLEEN_BIJ_NOTITIES])
    return rows


def geleden(dag: date, vandaag: date) -> str:
    """Say how long ago a day is."""
    return "vandaag" if dag >= vandaag else f"{afstand(dag, vandaag)} geleden"


def _contact(row: Rij, dag: date) -> dict[str, Any]:
    reached = row.tekst == Contactuitkomst.BEREIKT
    return {
        "op": row.op,
        "deel": "gesprekken/",
        "geleden": geleden(row.op, dag),
        "wat": Contactonderwerp(row.kop).label,
        "hoe": Kanaal(row.soort).label.lower(),
        "uitkomst": "" if reached else Contactuitkomst(row.tekst).label,
    }


def _last_contact(
    dossier: Dossier, lid: Lidmaatschap, row: Rij | None, intake: Rij | None
) -> dict[str, Any] | None:
    """Give the last time there was contact, or was tried; of one day the talk first."""
    today = dossier.stand.peildatum
    talk = max((talk.gevoerd_op for talk in dossier.feiten.gesprekken), default=None)
    what, where = "Voortgangsgesprek", "gesprekken/"
    if intake is not None and (talk is None or intake.op > talk):
        talk, what = intake.op, "Gesprek van de brede intake"
        where = "intake/" if mag_zien(lid, Inzage.BEGINSITUATIE) else ""
    if talk is not None and (row is None or talk >= row.op):
        return {
            "op": talk, "deel": where, "geleden": geleden(talk, today), "wat": what,
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


def _open_steps(dossier: Dossier) -> dict[Stap, Termijn]:
    """Number the terms within their kind, as they are kept, and give the open ones."""
    counted: Counter[str] = Counter()
    found = {}
    for term in dossier.stand.termijnen:
        counted[term.soort] += 1
        if term.open:
            found[term.soort.value, counted[term.soort], term.begin] = term
    return found


def _wait(row: Rij, nummer: str, lid: Lidmaatschap) -> dict[str, Any]:
    end = Werkhandeling.WACHTREDEN_BEEINDIGEN
    return {
        "stap": Termijnsoort(row.kop).label,
        "wacht_op": in_een_zin(row.soort),
        "sinds": row.op,
        "beeindigen": mag(lid, end) and adres(nummer, end, row.pk),
    }


def _waits(dossier: Dossier, rows: list[Rij], lid: Lidmaatschap) -> dict[str, Any]:
    """Give per open term what it waits for and where one says so; and what is over.

    A task of one's own is no term of the law: what it waits for is told apart, as is what
    was said of a step that is done since.
    """
    nummer, begin = dossier.traject.nummer, Werkhandeling.WACHTREDEN_VASTLEGGEN
    said = {
        (row.kop, int(row.tekst), date.fromisoformat(row.door)): _wait(row, nummer, lid)
        for row in rows
    }
    may = mag(lid, begin)
    waits = {}
    for step, term in _open_steps(dossier).items():
        url = may and term.soort not in GEEN_WERK and adres(nummer, begin)
        waits[term] = {
            "nu": said.pop(step, None),
            "url": url and f"{url}?stap={sleutel_van(*step[:2])}",
        }
    return {"wachten": waits, "wacht_anders": list(said.values())}


def in_het_kort(dossier: Dossier, lid: Lidmaatschap) -> dict[str, Any]:
    """Give the pinned note (to who may read notes), the last contact and what waits."""
    first, *others = _questions(dossier, lid)
    found: dict[str, list[Rij]] = {
        wat: [] for wat in (CONTACT, NOTITIE, WACHT, AGENDA, VLAG, INTAKE)
    }
    for row in first.union(*others, all=True):
        found[row[0]].append(Rij(*row))
    nummer = dossier.traject.nummer
    secret = dossier.traject.inburgeraar.geheim_adres
    note, contact, intake = (
        next(iter(found[wat]), None) for wat in (NOTITIE, CONTACT, INTAKE)
    )
    return {
        "vastgezet": note and _pinned(note, nummer, lid),
        "laatste_contact": _last_contact(dossier, lid, contact, intake),
        "agenda": agenda(
            dossier, lid, [_appointment(row, geheim=secret) for row in found[AGENDA]]
        ),
        "vlaggen": vlaggen(dossier, lid, [_flag(row) for row in found[VLAG]]),
        **_waits(dossier, found[WACHT], lid),
    }
