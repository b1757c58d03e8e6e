"""One row per person, also when nothing is due: what every private spreadsheet did.

Everything is read from stored rows by a fixed number of statements, whoever looks and
however many persons there are: no case is computed. What orders and narrows is stage,
dates, hours, parts, and the caseworkers' own labels; never where somebody comes from.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cache, lru_cache
from typing import Any, NamedTuple

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TimeField,
    Value,
    When,
)
from django.db.models.functions import (
    Coalesce,
    Concat,
    Greatest,
    Least,
    Length,
    NullIf,
    Replace,
)

from inburgering.authorization.checks import afgeschermd, may_see, scope
from inburgering.authorization.roles import Bereik, Inzage, Rol
from inburgering.models.aandachtspunt import in_woorden, vlaggen_op, vlagwoorden
from inburgering.models.agendapunt import (
    AFGESCHERMDE_SOORTEN,
    STAAT,
    Agendapunt,
    Agendasoort,
)
from inburgering.models.bijeenkomst import Deelname
from inburgering.models.brede_intake import Intakegesprek
from inburgering.models.contact import Contact as Contactmoment
from inburgering.models.contact import Contactuitkomst
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.gesprek import Voortgangsgesprek
from inburgering.models.inburgeraar import op_naam, volledige_naam
from inburgering.models.opmerking import Opmerking, losse_labels
from inburgering.models.participatie import GevolgdeUren
from inburgering.models.termijn import OPEN, Termijn
from inburgering.models.traject import Traject, bereik
from inburgering.models.wisselingen import hoeveel, perioden, wisselingen
from inburgering.werkvoorraad import GEEN_WERK, Telvraag, dringend_tot, stel
from inburgering.wet.begrippen import Termijnsoort, Trajectstatus
from inburgering.wet.keuze import Keuze
from inburgering.wet.leerroutes import TELT_VOOR_TAAL


BLADZIJDE = 120  # a caseload is one page, and one print


class Kolom(Keuze):
    """What one can see of a person in a row; the name is always there."""

    STAND = "stand", "Stand"
    ROUTE = "leerroute", "Leerroute"
    CONTACT = "contact", "Laatste contact"
    UREN = "uren", "Uren taal en KNM"
    DATUM = "datum", "Volgende datum"
    ONDERDELEN = "onderdelen", "Onderdelen"
    OPMERKING = "opmerking", "Opmerking"
    LABELS = "labels", "Labels"
    EINDE = "einde", "Einde termijn"
    KLANTMANAGER = "klantmanager", "Klantmanager"
    WISSELINGEN = "wisselingen", "Wisselingen"


STANDAARD = (
    Kolom.STAND, Kolom.ROUTE, Kolom.CONTACT, Kolom.UREN, Kolom.DATUM, Kolom.ONDERDELEN,
    Kolom.OPMERKING, Kolom.LABELS,
)  # fmt: skip
# What is typed about a person is only for who may read notes.
ALLEEN_VOOR = {Kolom.OPMERKING: Inzage.NOTITIES, Kolom.LABELS: Inzage.NOTITIES}
NAAM = "naam"


class Contact(Keuze):
    """How long ago somebody was spoken to."""

    DAGEN_30 = "30", "Al 30 dagen niet"
    DAGEN_60 = "60", "Al 60 dagen niet"
    DAGEN_90 = "90", "Al 90 dagen niet"
    NOOIT = "nooit", "Nog nooit"


class Datum(Keuze):
    """What the next date is like."""

    TE_LAAT = "te_laat", "Te laat"
    DRINGEND = "dringend", "Deze twee weken, of te laat"
    GEEN = "geen", "Geen datum"


@dataclass(frozen=True)
class Filters:
    """Whose persons, and what somebody narrowed the list to; empty means everything.

    ``wie``: "" one's own, "team" one's own team, "team-7" a team, "lid-7" a colleague.
    """

    wie: str = ""
    naam: str = ""
    status: str = ""
    leerroute: str = ""
    label: str = ""
    contact: str = ""
    datum: str = ""


def kolommen_van(lid: Lidmaatschap) -> tuple[Kolom, ...]:
    """Give the columns that a role may see."""
    return tuple(
        k
        for k in Kolom
        if k not in ALLEEN_VOOR or may_see(Rol(lid.rol), ALLEEN_VOOR[k])
    )


# --- What is asked of each case -------------------------------------------------------

# Where a contact is kept, and its last day. Who was not reached was not spoken to.
CONTACTEN: tuple[tuple[Any, Any], ...] = (
    (Voortgangsgesprek, Max("gevoerd_op")),
    (Intakegesprek, Max("gevoerd_op")),
    (
        Contactmoment,
        Max("gesproken_op", filter=Q(uitkomst=Contactuitkomst.BEREIKT.value)),
    ),
)
NOOIT = date(1, 1, 1)
NOG_NIET = date(9999, 12, 31)  # the databases differ on the least of a day and nothing
EINDE = Termijnsoort.INBURGERINGSTERMIJN.value


def _per_zaak(model: Any, som: Any) -> Subquery:
    """Give one number or day of the rows of a case."""
    rows = model.objects.filter(traject=OuterRef("pk")).order_by().values("traject")
    return Subquery(rows.annotate(som=som).values("som"))


def _contact() -> Any:
    days = [_per_zaak(model, day) for model, day in CONTACTEN]
    known = [Coalesce(day, Value(NOOIT)) for day in days]
    return NullIf(Greatest(*known), Value(NOOIT), output_field=DateField())


def _uren() -> Any:
    taal = Q(soort__in=sorted(s.value for s in TELT_VOOR_TAAL))
    hours = _per_zaak(GevolgdeUren, Sum("uren", filter=taal))
    return Coalesce(hours, Value(0), output_field=IntegerField())


# A term of the archive is no date in the life of a person.
GEEN_DATUM = GEEN_WERK | {Termijnsoort.BEWAARTERMIJN, Termijnsoort.VERNIETIGEN}


def _open_termijnen(lid: Lidmaatschap) -> QuerySet[Termijn]:
    hidden = GEEN_DATUM | afgeschermd(Rol(lid.rol))
    kinds = sorted(s.value for s in Termijnsoort if s not in hidden)
    return Termijn.objects.filter(OPEN, soort__in=kinds)


def _dag(lid: Lidmaatschap, **anders: str) -> Any:
    """Give the first last day of the open terms of a case."""
    terms = _open_termijnen(lid).filter(traject=OuterRef("pk"), **anders).order_by()
    first = terms.values("traject").annotate(eerst=Min("uiterlijk")).values("eerst")
    return Subquery(first)


def _afspraken(lid: Lidmaatschap, vandaag: date) -> QuerySet[Agendapunt]:
    """Give the appointments to come; a hearing only to who may know of it."""
    rows = Agendapunt.objects.filter(STAAT, dag__gte=vandaag)
    if not may_see(Rol(lid.rol), Inzage.HANDHAVING):
        rows = rows.exclude(soort__in=[soort.value for soort in AFGESCHERMDE_SOORTEN])
    return rows


def _bijeenkomsten(vandaag: date) -> QuerySet[Deelname]:
    """Give the meetings to come that somebody is invited to and did not decline."""
    return Deelname.objects.filter(
        bijeenkomst__dag__gte=vandaag, bijeenkomst__afgelast_op=None, aanwezigheid=""
    )


def _eerste(rows: QuerySet[Any], dag: str) -> Any:
    """Give the first day that a case has among these rows; a far day when none."""
    of_case = rows.filter(traject=OuterRef("pk")).order_by().values("traject")
    first = Subquery(of_case.annotate(eerst=Min(dag)).values("eerst"))
    return Coalesce(first, Value(NOG_NIET), output_field=DateField())


def _volgende(lid: Lidmaatschap, vandaag: date) -> Any:
    """Give the day of what comes first in a case: a term, appointment or meeting."""
    first = Least(
        _eerste(_open_termijnen(lid), "uiterlijk"),
        _eerste(_afspraken(lid, vandaag), "dag"),
        _eerste(_bijeenkomsten(vandaag), "bijeenkomst__dag"),
    )
    return NullIf(first, Value(NOG_NIET), output_field=DateField())


def _volgorde_status() -> Any:
    stages = [When(status=s.value, then=Value(n)) for n, s in enumerate(Trajectstatus)]
    return Case(*stages, output_field=IntegerField())


def _labels() -> Any:
    rows = Opmerking.objects.filter(traject=OuterRef("pk")).exclude(labels="")
    return Subquery(rows.values("labels")[:1])


def _gehaald() -> Any:
    codes = F("onderdelen_gehaald")
    commas = Length(codes) - Length(Replace(codes, Value(","), Value("")))
    # No comma in one part and in none: the text itself tells them apart.
    return commas + Case(When(onderdelen_gehaald="", then=Value(0)), default=Value(1))


# What each column is ordered by. A remark has no order.
ORDE: Mapping[str, Callable[[Lidmaatschap, date], Any]] = {
    NAAM: lambda *_: F("inburgeraar__zoeknaam"),
    Kolom.STAND: lambda *_: _volgorde_status(),
    Kolom.ROUTE: lambda *_: NullIf(F("leerroute"), Value("")),
    Kolom.CONTACT: lambda *_: _contact(),
    Kolom.UREN: lambda *_: _uren(),
    Kolom.DATUM: _volgende,
    Kolom.EINDE: lambda lid, _: _dag(lid, soort=EINDE),
    Kolom.ONDERDELEN: lambda *_: _gehaald(),
    Kolom.LABELS: lambda *_: _labels(),
    Kolom.KLANTMANAGER: lambda *_: F("klantmanager__naam"),
    Kolom.WISSELINGEN: lambda *_: hoeveel(),
}
# Ordered by these, who has none comes first: never spoken to is the longest ago.
LEEG_EERST = frozenset({Kolom.CONTACT.value})


def ordenbaar(lid: Lidmaatschap) -> list[tuple[str, str]]:
    """Give what one can order by, with its words."""
    columns = [k for k in kolommen_van(lid) if k in ORDE]
    return [(NAAM, "Naam"), *((k.value, k.label) for k in columns)]


# --- Which cases ----------------------------------------------------------------------


def _van_wie(lid: Lidmaatschap, wie: str) -> Q:
    """Give whose persons; what is not within reach is nobody's."""
    if scope(Rol(lid.rol)) is Bereik.EIGEN:
        return bereik(lid)
    kind, _, key = wie.partition("-")
    team = int(key) if kind == "team" and key else lid.team_id
    if kind == "team" and team is not None:
        return bereik(lid) & Q(team_id=team)
    if kind == "lid":
        return bereik(lid) & Q(klantmanager_id=int(key))
    return Q(klantmanager_id=lid.gebruiker_id)


def _sinds(vandaag: date, contact: str) -> Q:
    if contact == Contact.NOOIT:
        return Q(laatste_contact=None)
    day = vandaag - timedelta(days=int(contact))
    return Q(laatste_contact=None) | Q(laatste_contact__lte=day)


def _met_datum(vandaag: date, datum: str) -> Q:
    if datum == Datum.GEEN:
        return Q(volgende_dag=None)
    if datum == Datum.TE_LAAT:
        return Q(volgende_dag__lt=vandaag)
    return Q(volgende_dag__lte=dringend_tot(vandaag))


def zaken(lid: Lidmaatschap, vandaag: date, filters: Filters) -> QuerySet[Traject]:
    """Give the cases of a caseload, in no order; a closed one only when asked for."""
    cases: Any = Traject.objects.filter(_van_wie(lid, filters.wie))
    if filters.status:
        cases = cases.filter(status=filters.status)
    else:
        cases = cases.exclude(status=Trajectstatus.AFGESLOTEN.value)
    if filters.leerroute:
        cases = cases.filter(leerroute=filters.leerroute)
    if filters.naam:
        cases = cases.filter(op_naam(filters.naam, "inburgeraar__")[1])
    if filters.label and Kolom.LABELS in kolommen_van(lid):
        cases = cases.filter(Exists(_met_label(filters.label)))
    if filters.contact:
        cases = cases.annotate(laatste_contact=_contact())
        cases = cases.filter(_sinds(vandaag, filters.contact))
    if filters.datum:
        cases = cases.annotate(volgende_dag=_volgende(lid, vandaag))
        cases = cases.filter(_met_datum(vandaag, filters.datum))
    return cases


@lru_cache(maxsize=1024)
def _count(
    gemeente_code: str, rol: str, team_id: int | None, gebruiker_id: int, vandaag: date,
    filters: Filters,
) -> Telvraag:  # fmt: skip
    lid = Lidmaatschap(rol=rol, team_id=team_id, gebruiker_id=gebruiker_id)
    return stel({"": zaken(lid, vandaag, filters)})


def stel_aantal(
    lid: Lidmaatschap, vandaag: date, filters: Filters, naam: str
) -> Telvraag:
    """Give the question for the number of one selection, under a name.

    Kept for the day, as for the worklist: only what is asked, never an answer.
    """
    question = _count(
        huidige_gemeente().pk, lid.rol, lid.team_id, lid.gebruiker_id, vandaag, filters
    )
    return question._replace(namen=(naam,))


def _met_label(label: str) -> QuerySet[Opmerking]:
    around = Concat(Value(", "), F("labels"), Value(", "))
    rows = Opmerking.objects.filter(traject=OuterRef("pk"))
    return rows.annotate(tussen=around).filter(tussen__contains=f", {label}, ")


def labels_bij(lid: Lidmaatschap, wie: str) -> list[str]:
    """Give the labels in use with these persons: what one can narrow the list to."""
    if Kolom.LABELS not in kolommen_van(lid):
        return []
    cases = Traject.objects.filter(_van_wie(lid, wie))
    rows = Opmerking.objects.filter(traject__in=cases.values("pk")).exclude(labels="")
    found = rows.order_by().values_list("labels", flat=True).distinct()
    return sorted({one for labels in found for one in losse_labels(labels)})


# --- A row ----------------------------------------------------------------------------

VELDEN = (
    "id", "nummer", "status", "leerroute", "onderdelen_gehaald", "onderdelen_open",
    "inburgeraar__voornamen", "inburgeraar__voorvoegsel", "inburgeraar__geslachtsnaam",
    "klantmanager__naam", "laatste", "uren", "inburgeraar__tolk_nodig",
    "inburgeraar__contacttaal", "inburgeraar__geheim_adres",
    "inburgeraar__niet_delen_met_gezin", "vlaggen",
)  # fmt: skip


AFGELEID = ("tolk", "taal", "geheim", "apart")


class Datumregel(NamedTuple):
    """An open term of a case: until when, what, why and by which article."""

    uiterlijk: date
    soort: str
    volgnummer: int
    reden: str
    artikel: str


class Afspraakregel(NamedTuple):
    """An appointment or a meeting to come: when, what, and whether it is of a group."""

    dag: date
    begin: time
    wat: str
    groep: bool


@dataclass(frozen=True)
class Persoon:
    """A row of the caseload, as it is kept."""

    id: int
    nummer: str
    status: str
    leerroute: str
    gehaald: tuple[str, ...]
    open: tuple[str, ...]
    naam: str
    klantmanager: str
    contact: date | None
    uren: int
    volgende: Datumregel | None
    einde: date | None
    opmerking: str
    labels: tuple[str, ...]
    aandacht: tuple[str, ...] = ()
    wisselingen: int = 0
    afspraak: Afspraakregel | None = None


def personen(
    lid: Lidmaatschap, cases: QuerySet[Traject], orde: str, vanaf: int = 0, *,
    vandaag: date, wissels: bool = False,
) -> list[Persoon]:  # fmt: skip
    """Give a page of a caseload and one row more: three statements.

    One more with ``wissels``: how often each got another caseworker. ``orde`` is a column, with "-" before it the other way round.
    """
    down, waarop = orde.startswith("-"), orde.removeprefix("-") or NAAM
    key = ORDE[waarop](lid, vandaag)
    first = (waarop in LEEG_EERST) is not down
    ends = {"nulls_first": True} if first else {"nulls_last": True}
    sort = key.desc(**ends) if down else key.asc(**ends)
    rows: Any = cases.annotate(
        laatste=_contact(), uren=_uren(), vlaggen=vlaggen_op(vandaag)
    )
    rows = rows.order_by(sort, "inburgeraar__zoeknaam", "id").values_list(*VELDEN)
    found = list(rows[vanaf : vanaf + BLADZIJDE + 1])
    ids = [row[0] for row in found]
    (terms, planned), words = _komend(lid, ids, vandaag), _opmerkingen(lid, ids)
    people = [
        _persoon(row, terms.get(row[0], []), planned.get(row[0]), words.get(row[0]))
        for row in found
    ]
    if not wissels:
        return people
    had = perioden(ids)
    return [replace(p, wisselingen=wisselingen(had.get(p.id, []))) for p in people]


def persoon(lid: Lidmaatschap, traject: Traject, vandaag: date) -> Persoon:
    """Give the row of one case."""
    case = Traject.objects.filter(pk=traject.pk)
    return personen(lid, case, NAAM, vandaag=vandaag, wissels=True)[0]


def _persoon(
    row: tuple[Any, ...], terms: list[Datumregel], afspraak: Afspraakregel | None,
    words: tuple[str, str] | None,
) -> Persoon:  # fmt: skip
    (
        pk,
        nummer,
        status,
        leerroute,
        gehaald,
        open_,
        voornamen,
        voorvoegsel,
        achternaam,
        klantmanager,
        laatste,
        uren,
        *known,
        flags,
    ) = row
    tekst, labels = words or ("", "")
    return Persoon(
        id=pk, nummer=nummer, status=status, leerroute=leerroute,
        gehaald=_codes(gehaald), open=_codes(open_), naam=volledige_naam(voornamen, voorvoegsel, achternaam),
        klantmanager=klantmanager or "", contact=laatste, uren=uren,
        volgende=terms[0] if terms else None,
        einde=next((t.uiterlijk for t in terms if t.soort == EINDE), None),
        opmerking=tekst, labels=tuple(losse_labels(labels)), afspraak=afspraak,
        aandacht=(
            *in_woorden(**dict(zip(AFGELEID, known, strict=True))), *vlagwoorden(flags),
        ),
    )  # fmt: skip


@cache
def _codes(tekst: str) -> tuple[str, ...]:
    return tuple(tekst.split(",")) if tekst else ()


TERMIJN, AFSPRAAK, BIJEENKOMST = "termijn", "afspraak", "bijeenkomst"


def _komend(
    lid: Lidmaatschap, ids: Iterable[int], vandaag: date
) -> tuple[Mapping[int, list[Datumregel]], Mapping[int, Afspraakregel]]:
    """Give the open terms of these cases, and the first appointment of each.

    One statement: a page asks as much as before there were appointments.
    """
    nothing, zero = Value("", output_field=CharField()), Value(0)
    noon = Value(time(12), output_field=TimeField())

    def of(rows: QuerySet[Any], *columns: Any, welk: str) -> QuerySet[Any, Any]:
        rows = rows.filter(traject__in=ids).order_by()
        kind = Value(welk, output_field=CharField())
        return rows.values_list("traject_id", *columns, kind, "pk")

    rows = of(
        _open_termijnen(lid), "uiterlijk", noon, "soort", "volgnummer", "reden",
        "artikel", welk=TERMIJN,
    ).union(
        of(
            _afspraken(lid, vandaag), "dag", "begin", "soort", zero, nothing, nothing,
            welk=AFSPRAAK,
        ),
        of(
            _bijeenkomsten(vandaag), "bijeenkomst__dag", "bijeenkomst__begin",
            "bijeenkomst__soort", zero, "bijeenkomst__titel", nothing, welk=BIJEENKOMST,
        ),
        all=True,
    )  # fmt: skip
    terms: dict[int, list[Datumregel]] = {}
    planned: dict[int, Afspraakregel] = {}
    # By day; on one day as they were made.
    for key, day, hour, kind, number, text, article, which, _ in sorted(
        rows, key=lambda row: (row[1], row[2], row[-1])
    ):
        if which == TERMIJN:
            term = Datumregel(day, kind, number, text, article)
            terms.setdefault(key, []).append(term)
        else:
            what = text or Agendasoort(kind).label
            found = Afspraakregel(day, hour, what, groep=which == BIJEENKOMST)
            planned.setdefault(key, found)
    return terms, planned


def _opmerkingen(
    lid: Lidmaatschap, ids: Iterable[int]
) -> Mapping[int, tuple[str, str]]:
    if Kolom.OPMERKING not in kolommen_van(lid):
        return {}
    rows = Opmerking.objects.filter(traject__in=ids)
    return {
        traject_id: (tekst, labels)
        for traject_id, tekst, labels in rows.values_list(
            "traject_id", "tekst", "labels"
        )
    }
