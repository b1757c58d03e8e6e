"""What is due: the open terms of the cases somebody reaches, most urgent first.

The terms are stored rows, so that a list is one query on the index ``termijn_open``, and
all numbers above it are one query too. Numbers stop at :data:`MEESTE`: nobody acts
differently on 3,104 tasks than on "99+", and counting them all would cost most of a page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from inburgering.authorization.checks import (
    AFGESCHERMDE_FEITEN,
    afgeschermd,
    may,
    may_see,
    scope,
)
from inburgering.authorization.roles import Bereik, Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.gesprek import Voortgangsgesprek
from inburgering.models.herstel import Herstel, Herstelstatus
from inburgering.models.inburgeraar import op_naam, volledige_naam
from inburgering.models.samenvoeging import Samenvoeging
from inburgering.models.signaal import Signaal
from inburgering.models.termijn import FEIT, Termijn, Termijnafwijking
from inburgering.models.traject import bereik
from inburgering.models.verlof import Verlof
from inburgering.models.wachtreden import ALLEEN_BIJ_NOTITIES, Wachtreden
from inburgering.wet.begrippen import Termijnsoort
from inburgering.wet.keuze import Keuze
from inburgering.wet.parameters import parameter_vanaf


MEESTE = 99

# Most terms are work from the day they run. These are work only so many days before their
# last day: until then there is nothing to do about them.
VOORUITBLIK: Mapping[Termijnsoort, int] = {
    Termijnsoort.INBURGERINGSTERMIJN: 91,
    Termijnsoort.VERLENGING_VRAGEN: 182,
    Termijnsoort.LEERROUTE_WIJZIGEN: 28,
    Termijnsoort.BEWAARTERMIJN: 0,
    Termijnsoort.AFSPRAAK: 14,
    Termijnsoort.ONTZORGEN: 28,
    Termijnsoort.EXAMEN: 91,
}
# A right of the person, not a task of ours: shown in the file, never on the list.
GEEN_WERK = frozenset(
    {
        Termijnsoort.PIP_BEZWAAR, Termijnsoort.INZAGE, Termijnsoort.HANDHAVING_BEZWAAR,
        Termijnsoort.HANDHAVING_UITERLIJK, Termijnsoort.BEROEP,
        Termijnsoort.HOGER_BEROEP,
    }
)  # fmt: skip
WERK = tuple(s.value for s in Termijnsoort if s not in {*VOORUITBLIK, *GEEN_WERK})


class Selectie(Keuze):
    """The saved selections above the list."""

    MIJN = "mijn", "Mijn werk"
    TEAM = "team", "Mijn team"
    ALLES = "alles", "Alle taken"
    NIET_TOEGEWEZEN = "niet_toegewezen", "Niet toegewezen"
    PIP = "pip", "PIP bijna te laat"
    GESPREK = "gesprek", "Geen gesprek gepland"
    VERVANGING = "vervanging", "Ik vervang"


# One's own and one's team's cases are always within reach; the roles that have these
# selections reach them. Asking it again would cost the database its index.
BINNEN_BEREIK = frozenset({Selectie.MIJN, Selectie.TEAM})


class Groep(Keuze):
    """How urgent."""

    TE_LAAT = "te_laat", "Te laat"
    DRINGEND = "dringend", "Deze twee weken"
    LATER = "later", "Later"


@dataclass(frozen=True)
class Filters:
    """What somebody narrowed the list to; empty means everything."""

    soort: str = ""
    leerroute: str = ""
    naam: str = ""
    klantmanager_id: int | None = None
    wacht: str = ""


def is_werk(soort: Termijnsoort, uiterlijk: date, vandaag: date) -> bool:
    """Say whether an open term asks for work today (the list says the same in SQL)."""
    if soort in GEEN_WERK:
        return False
    vooraf = VOORUITBLIK.get(soort)
    return vooraf is None or uiterlijk <= vandaag + timedelta(days=vooraf)


def _is_werk(vandaag: date) -> Q:
    condition = Q(soort__in=WERK)
    for soort, vooraf in VOORUITBLIK.items():
        tot = vandaag + timedelta(days=vooraf)
        condition |= Q(soort=soort.value, uiterlijk__lte=tot)
    return condition


def dringend_tot(vandaag: date) -> date:
    """Give the last day that is urgent today (a planning rule, kept with the law)."""
    dagen = parameter_vanaf("waarschuwen_dagen", vandaag).waarde
    return vandaag + timedelta(days=dagen)


def groep(uiterlijk: date, vandaag: date) -> Groep:
    """Say how urgent a last day is."""
    if uiterlijk < vandaag:
        return Groep.TE_LAAT
    return Groep.DRINGEND if uiterlijk <= dringend_tot(vandaag) else Groep.LATER


def selecties(lid: Lidmaatschap) -> tuple[Selectie, ...]:
    """Give the selections that mean something for a role; the first is the default."""
    rest = (
        Selectie.NIET_TOEGEWEZEN, Selectie.PIP, Selectie.GESPREK, Selectie.VERVANGING,
    )  # fmt: skip
    match Rol(lid.rol):
        case Rol.KLANTMANAGER:
            return (Selectie.MIJN, Selectie.TEAM, *rest)
        case Rol.TEAMLEIDER:
            return (Selectie.TEAM, Selectie.MIJN, *rest)
        case _:
            return (Selectie.ALLES, Selectie.PIP)


def _selected(lid: Lidmaatschap, selectie: Selectie, vandaag: date) -> Q:
    match selectie:
        case Selectie.MIJN:
            return Q(klantmanager_id=lid.gebruiker_id)
        case Selectie.TEAM if lid.team_id is not None:
            return Q(team_id=lid.team_id)
        case Selectie.NIET_TOEGEWEZEN:
            return Q(klantmanager_id=None)
        case Selectie.PIP:
            return Q(soort=Termijnsoort.PIP.value, uiterlijk__lte=dringend_tot(vandaag))
        case Selectie.GESPREK:
            planned = Voortgangsgesprek.objects.filter(
                traject_id=OuterRef("traject_id"), volgend_gesprek_op__gte=vandaag
            )
            talk = Q(soort=Termijnsoort.VOORTGANGSGESPREK.value) & ~Exists(planned)
            # A caseworker plans the own talks; asked of a whole town it is also slow.
            own = Q(klantmanager_id=lid.gebruiker_id)
            return talk & own if Rol(lid.rol) is Rol.KLANTMANAGER else talk
        case Selectie.VERVANGING:
            away = Verlof.objects.op(vandaag).filter(vervanger_id=lid.gebruiker_id)
            return Q(klantmanager_id__in=away.values("gebruiker_id"))
        case _:
            return Q()


def open_termijnen(
    lid: Lidmaatschap, vandaag: date, selectie: Selectie, filters: Filters | None = None
) -> QuerySet[Termijn]:
    """Give the open terms of a selection, most urgent first."""
    rows = Termijn.objects.filter(
        _is_werk(vandaag), voldaan_op__isnull=True, vervallen=False
    )
    if selectie not in BINNEN_BEREIK:
        # A term knows its team and colleague; anything else the case must say.
        by_term = scope(Rol(lid.rol)) in (Bereik.GEMEENTE, Bereik.TEAM)
        rows = rows.filter(bereik(lid, "" if by_term else "traject__"))
    rows = rows.filter(_selected(lid, selectie, vandaag))
    hidden = [soort.value for soort in afgeschermd(Rol(lid.rol))]
    if hidden:
        rows = rows.exclude(soort__in=hidden)
    waiting = _waiting(Rol(lid.rol))
    rows = rows.annotate(wacht=Subquery(waiting.values("reden")[:1]))
    return _filtered(rows, filters or Filters(), waiting).order_by("uiterlijk", "id")


def _waiting(rol: Rol) -> QuerySet[Wachtreden]:
    """Give what a term waits for now, as far as a role may know it."""
    rows = Wachtreden.objects.filter(
        traject_id=OuterRef("traject_id"), soort=OuterRef("soort"),
        volgnummer=OuterRef("volgnummer"), begin=OuterRef("begin"), tot=None,
    )  # fmt: skip
    if may_see(rol, Inzage.NOTITIES):
        return rows
    return rows.exclude(reden__in=[reden.value for reden in ALLEEN_BIJ_NOTITIES])


# What the filter can say beside a reason.
WACHT, WACHT_NIET = "ja", "nee"


def _filtered(
    rows: QuerySet[Termijn], filters: Filters, waiting: QuerySet[Wachtreden]
) -> QuerySet[Termijn]:
    if filters.wacht == WACHT_NIET:
        rows = rows.filter(~Exists(waiting))
    elif filters.wacht == WACHT:
        rows = rows.filter(Exists(waiting))
    elif filters.wacht:
        rows = rows.filter(Exists(waiting.filter(reden=filters.wacht)))
    if filters.soort:
        rows = rows.filter(soort=filters.soort)
    if filters.leerroute:
        rows = rows.filter(traject__leerroute=filters.leerroute)
    if filters.naam:
        rows = rows.filter(op_naam(filters.naam, "traject__inburgeraar__")[1])
    if filters.klantmanager_id:
        rows = rows.filter(klantmanager_id=filters.klantmanager_id)
    return rows


# What a line of the list shows. Plain columns: fifty rows of four models each cost more
# than the question itself.
KOLOMMEN = (
    "id", "soort", "volgnummer", "uiterlijk", "reden", "artikel", "traject_id", "traject__nummer",
    "traject__status", "traject__leerroute", "traject__inburgeraar__voornamen",
    "traject__inburgeraar__voorvoegsel", "traject__inburgeraar__geslachtsnaam",
    "klantmanager__naam", "wacht",
)  # fmt: skip


class Taak(NamedTuple):
    """A line of the list, in the order of ``KOLOMMEN``."""

    id: int
    soort: str
    volgnummer: int
    uiterlijk: date
    reden: str
    artikel: str
    traject_id: int
    nummer: str
    status: str
    leerroute: str
    voornamen: str
    voorvoegsel: str
    geslachtsnaam: str
    klantmanager: str | None
    wacht: str | None = None

    @property
    def naam(self) -> str:
        """The name as one writes it."""
        return volledige_naam(self.voornamen, self.voorvoegsel, self.geslachtsnaam)


class Vraag(NamedTuple):
    """A question as SQL, ready to be put; no SQL when nothing can answer it."""

    sql: str
    waarden: tuple[Any, ...]


def stel_bladzijde(
    rows: QuerySet[Termijn], na: tuple[date, int] | None, hoeveel: int
) -> Vraag:
    """Ask one page and one row more (so that one knows whether there is a next)."""
    if na is not None:
        dag, rij_id = na
        # The first condition lets the index begin there; the second leaves out that day's
        # rows that were shown already.
        rows = rows.filter(uiterlijk__gte=dag).exclude(uiterlijk=dag, id__lte=rij_id)
    page = rows.values_list(*KOLOMMEN)[: hoeveel + 1]
    try:
        return Vraag(*page.query.sql_with_params())
    except EmptyResultSet:
        return Vraag("", ())


def antwoord(vraag: Vraag) -> list[tuple[Any, ...]]:
    """Give the rows that answer a question."""
    if not vraag.sql:
        return []
    with connection.cursor() as cursor:
        cursor.execute(vraag.sql, vraag.waarden)
        return cursor.fetchall()


def bladzijde(vraag: Vraag) -> list[Taak]:
    """Give the lines of a page."""
    return [Taak(*row) for row in antwoord(vraag)]


def open_samenvoeging(lid: Lidmaatschap) -> QuerySet[Samenvoeging]:
    """Give the mergers that wait for a second person."""
    rows = Samenvoeging.objects.filter(status=Herstelstatus.GEVRAAGD.value)
    return rows.filter(bereik(lid, "traject__")).order_by("id")


def open_herstel(lid: Lidmaatschap) -> QuerySet[Herstel]:
    """Give the corrections that wait for a second person, oldest first."""
    return Herstel.objects.filter(
        bereik(lid, "traject__"), status=Herstelstatus.GEVRAAGD.value
    ).order_by("id")


def klopt_niet(lid: Lidmaatschap) -> QuerySet[Termijnafwijking]:
    """Give the facts that last night could not be true together, oldest first."""
    rows = Termijnafwijking.objects.filter(
        bereik(lid, "traject__"), verdwenen_op=None, veld__startswith=FEIT
    )
    if not may_see(Rol(lid.rol), Inzage.HANDHAVING):
        for soort in sorted(AFGESCHERMDE_FEITEN):
            rows = rows.exclude(veld__startswith=f"{FEIT}{soort} ")
    return rows.order_by("id")


# --- Counting: any number of questions in one statement --------------------------------


class Telvraag(NamedTuple):
    """Questions to count, as SQL: a name and a part per question."""

    namen: tuple[str, ...]
    delen: tuple[str, ...]
    waarden: tuple[Any, ...]


def _part(sql: str) -> str:
    return f"(SELECT COUNT(*) FROM ({sql} LIMIT {MEESTE + 1}) AS deel)"  # noqa: S608


def stel(vragen: Mapping[str, QuerySet[Any]]) -> Telvraag:
    """Make questions to count out of querysets."""
    parts: list[str] = []
    values: list[Any] = []
    for vraag in vragen.values():
        try:
            sql, given = vraag.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            parts.append("0")
            continue
        parts.append(_part(sql))
        values += given
    return Telvraag(tuple(vragen), tuple(parts), tuple(values))


def stel_per_groep(rows: QuerySet[Termijn], vandaag: date) -> Telvraag:
    """Count a selection by urgency: the same question three times, compiled once."""
    try:
        sql, given = rows.order_by().values("uiterlijk").query.sql_with_params()
    except EmptyResultSet:
        return Telvraag(tuple(g.value for g in Groep), ("0", "0", "0"), ())
    inner = f"SELECT 1 FROM ({sql}) AS rij WHERE"  # noqa: S608
    day = connection.ops.adapt_datefield_value
    now, soon = day(vandaag), day(dringend_tot(vandaag))
    return Telvraag(
        (Groep.TE_LAAT.value, Groep.DRINGEND.value, Groep.LATER.value),
        (
            _part(f"{inner} rij.uiterlijk < %s"),
            _part(f"{inner} rij.uiterlijk >= %s AND rij.uiterlijk <= %s"),
            _part(f"{inner} rij.uiterlijk > %s"),
        ),
        (*given, now, *given, now, soon, *given, soon),
    )


HERSTEL = "herstel"
SAMENVOEGING = "samenvoeging"
KLOPT_NIET = "klopt_niet"
SIGNALEN = "signalen"
NIEUWS = timedelta(days=30)  # as long as an answer to a signal is news


def signalen(lid: Lidmaatschap, vandaag: date) -> QuerySet[Signaal]:
    """Give the signals that ask for something: to answer them, or to read the answer."""
    if may(Rol(lid.rol), Werkhandeling.SIGNAAL_BEANTWOORDEN, mandaat=False):
        return Signaal.objects.filter(beantwoord_op=None)
    return Signaal.objects.filter(
        gemeld_door_id=lid.gebruiker_id, beantwoord_op__gt=vandaag - NIEUWS
    )


# Django takes longer to write these questions than the database to answer them. They are
# the same for a colleague all day, so only what is asked is kept, never an answer.


@lru_cache(maxsize=1024)
def _selection_counts(
    gemeente_code: str, rol: str, team_id: int | None, gebruiker_id: int, vandaag: date
) -> Telvraag:
    lid = Lidmaatschap(rol=rol, team_id=team_id, gebruiker_id=gebruiker_id)
    questions: dict[str, QuerySet[Any]] = {
        s.value: open_termijnen(lid, vandaag, s) for s in selecties(lid)
    }
    others = {
        HERSTEL: open_herstel(lid), SAMENVOEGING: open_samenvoeging(lid),
        KLOPT_NIET: klopt_niet(lid), SIGNALEN: signalen(lid, vandaag),
    }  # fmt: skip
    return stel(questions | others)


def stel_selecties(lid: Lidmaatschap, vandaag: date) -> Telvraag:
    """Give the question for the numbers above the list."""
    return _selection_counts(
        huidige_gemeente().pk, lid.rol, lid.team_id, lid.gebruiker_id, vandaag
    )


@lru_cache(maxsize=1024)
def _list(
    gemeente_code: str, rol: str, team_id: int | None, gebruiker_id: int, vandaag: date,
    selectie: Selectie, filters: Filters, na: tuple[date, int] | None, hoeveel: int,
) -> tuple[Vraag, Telvraag]:  # fmt: skip
    lid = Lidmaatschap(rol=rol, team_id=team_id, gebruiker_id=gebruiker_id)
    rows = open_termijnen(lid, vandaag, selectie, filters)
    return stel_bladzijde(rows, na, hoeveel), stel_per_groep(rows, vandaag)


def stel_lijst(
    lid: Lidmaatschap, vandaag: date, selectie: Selectie, filters: Filters,
    na: tuple[date, int] | None, hoeveel: int,
) -> tuple[Vraag, Telvraag]:  # fmt: skip
    """Give the questions for a page of the list and for its numbers by urgency."""
    return _list(
        huidige_gemeente().pk, lid.rol, lid.team_id, lid.gebruiker_id, vandaag,
        selectie, filters, na, hoeveel,
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _count(
    gemeente_code: str, rol: str, team_id: int | None, gebruiker_id: int, vandaag: date,
    selectie: Selectie, filters: Filters,
) -> Telvraag:  # fmt: skip
    lid = Lidmaatschap(rol=rol, team_id=team_id, gebruiker_id=gebruiker_id)
    return stel({"": open_termijnen(lid, vandaag, selectie, filters)})


def stel_aantal(
    lid: Lidmaatschap, vandaag: date, selectie: Selectie, filters: Filters, naam: str
) -> Telvraag:
    """Give the question for the number of one selection, under a name."""
    question = _count(
        huidige_gemeente().pk, lid.rol, lid.team_id, lid.gebruiker_id, vandaag,
        selectie, filters,
    )  # fmt: skip
    return question._replace(namen=(naam,))


def tel(*vragen: Telvraag) -> dict[str, int]:
    """Count in one statement; each count stops at :data:`MEESTE` + 1."""
    names = [name for vraag in vragen for name in vraag.namen]
    parts = [part for vraag in vragen for part in vraag.delen]
    values = [value for vraag in vragen for value in vraag.waarden]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(parts), values)
        return dict(zip(names, cursor.fetchone(), strict=True))


def aantal(n: int) -> str:
    """Say a capped count: "7", or "99+"."""
    return f"{MEESTE}+" if n > MEESTE else str(n)
