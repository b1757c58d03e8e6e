"""What came in for one's own people since the last working day: a card on the worklist.

A result, a document or a message that a colleague or a provider records asks for nothing
by itself: no term runs, so no task tells of it. Here one sees it at nine in the morning.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import CharField, Q, QuerySet, Value

from inburgering import werkvoorraad as werk
from inburgering.authorization.roles import Inzage
from inburgering.models.besluit import DUOBesluit
from inburgering.models.contact import Contact, Kanaal, Richting
from inburgering.models.dossierstuk import STUKSOORT, Dossierstuk
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.inburgeraar import volledige_naam
from inburgering.models.onderdeel import Examenuitslag
from inburgering.models.verlof import Verlof
from inburgering.templatetags.opmaak import datum, geleden
from inburgering.views.dossierkader import mag_zien
from inburgering.wet.begrippen import DUOBesluitsoort, Examenresultaat, Onderdeel
from inburgering.wet.kalender import is_vrije_dag


MEESTE = 5  # a card; what is more stands in the list behind it
DAG = timedelta(days=1)
UITSLAG, STUK, BESLUIT, CONTACT = "uitslag", "stuk", "besluit", "contact"
# Where in the file it stands.
WAAR = {
    UITSLAG: "examens", STUK: "documenten", BESLUIT: "besluiten", CONTACT: "gesprekken",
}  # fmt: skip
# Who may not read all of this has no card, instead of one that leaves things out.
NODIG = (Inzage.NOTITIES, Inzage.DOCUMENTEN, Inzage.HANDHAVING)


def vorige_werkdag(dag: date) -> date:
    """Give the last day before this one that was not a weekend or a holiday."""
    dag -= DAG
    while is_vrije_dag(dag):
        dag -= DAG
    return dag


def _van_wie(gebruiker_id: int, vandaag: date) -> tuple[int, ...]:
    """Give whose people: one's own, and of whom one replaces today.

    Asked before and not inside the question: "mine, or of who is away" in one condition
    would cost the database its index on the caseworker.
    """
    away = Verlof.objects.op(vandaag).filter(vervanger_id=gebruiker_id)
    ids = away.order_by().values_list("gebruiker_id", flat=True)
    return (gebruiker_id, *sorted(set(ids)))


@lru_cache(maxsize=1024)
def _stel(
    gemeente_code: str, van_wie: tuple[int, ...], vandaag: date, sinds: date
) -> werk.Vraag:
    """Write the question; the same for a colleague all day, so only once."""
    nothing = Value("", output_field=CharField())
    mine = Q(traject__klantmanager_id__in=van_wie)

    def of(rows: QuerySet[Any], welk: str, *woorden: Any) -> QuerySet[Any, Any]:
        rows = rows.filter(mine, vastgelegd_op__gte=sinds, vastgelegd_op__lte=vandaag)
        rows = rows.exclude(vastgelegd_door_id=van_wie[0]).order_by()
        person = "traject__inburgeraar__"
        return rows.values_list(
            "vastgelegd_op", Value(welk, output_field=CharField()), *woorden,
            "vastgelegd_door__naam", "traject__nummer", f"{person}voornamen",
            f"{person}voorvoegsel", f"{person}geslachtsnaam",
        )  # fmt: skip

    stukken = Dossierstuk.objects.filter(te_wissen=False, ingetrokken_op=None)
    berichten = Contact.objects.filter(richting=Richting.NAAR_ONS.value)
    rows = of(
        Examenuitslag.objects.all(), UITSLAG, "onderdeel", "niveau", "resultaat"
    ).union(
        of(stukken, STUK, "soort", "titel", nothing),
        of(DUOBesluit.objects.all(), BESLUIT, "soort", nothing, nothing),
        of(berichten, CONTACT, "kanaal", nothing, nothing),
        all=True,
    )
    newest = rows.order_by("-vastgelegd_op")[: MEESTE + 1]
    try:
        return werk.Vraag(*newest.query.sql_with_params())
    except EmptyResultSet:
        return werk.Vraag("", ())


def _wat(welk: str, een: str, twee: str, drie: str) -> str:
    """Say what came in."""
    match welk:
        case "uitslag":
            part = f"{Onderdeel(een).label} {twee}".strip()
            return f"Uitslag {part}: {Examenresultaat(drie).label.lower()}"
        case "stuk":
            kind = STUKSOORT[een].label if een in STUKSOORT else "Document"
            return f"{kind}: {twee}"
        case "besluit":
            return f"Besluit van DUO: {DUOBesluitsoort(een).label}"
        case _:
            return f"Er is contact gezocht: {Kanaal(een).label.lower()}"


def binnengekomen(lid: Lidmaatschap, vandaag: date) -> dict[str, Any]:
    """Give what others recorded for one's own people, and for whom one replaces.

    Two statements; empty for who has no people of their own or may not read it all.
    """
    if werk.Selectie.MIJN not in werk.selecties(lid):
        return {}
    if not all(mag_zien(lid, inzage) for inzage in NODIG):
        return {}
    since = vorige_werkdag(vandaag)
    people = _van_wie(lid.gebruiker_id, vandaag)
    asked = _stel(huidige_gemeente().pk, people, vandaag, since)
    rows = werk.antwoord(asked)
    lines = []
    for dag, welk, een, twee, drie, door, nummer, *naam in rows[:MEESTE]:
        # Of rows that were put together SQLite gives the day as it keeps it.
        day = date.fromisoformat(dag) if isinstance(dag, str) else dag
        lines.append(
            {
                "naam": volledige_naam(*naam),
                "wat": _wat(welk, een, twee, drie),
                "url": f"/trajecten/{nummer}/{WAAR[welk]}/",
                "wanneer": geleden(day, vandaag),
                "door": door,
            }
        )
    return {
        "regels": lines,
        "sinds": datum(since),
        "meer": len(rows) > MEESTE,
        "alles_url": f"/sinds/?dag={since:%d-%m-%Y}",
    }
