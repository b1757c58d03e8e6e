"""From facts to counts: conditions become a query; one pass per table of the catalogue.

Reads the fact table for every figure, and nothing but counts (which cases a number of
the own figures is made of, ``herleiding`` asks). On PostgreSQL it does so as the report role (``SET LOCAL ROLE``), which may read the facts and nothing else,
for the length of one query; a database without that role (docker/rollen.sql was not
run) is read as the role of the system. SQLite has no roles.

What is counted is how things stood on the reference day: a PIP of later is no PIP yet.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Case, Count, F, Q, Value, When
from django.db.models.lookups import Exact, LessThan, LessThanOrEqual

from inburgering.models.gemeente import huidige_gemeente
from monitoring.disclosure.kubus import kubus_van
from monitoring.disclosure.tabel import RuweTabel, RuweTelling
from monitoring.disclosure.uitgave import Editie
from monitoring.indicators.catalogus import NOG_GEEN_PIP, Cel, Dimensie, Tabel
from monitoring.indicators.indicator import Indicator
from monitoring.indicators.register import REGISTER
from monitoring.indicators.voorwaarde import (
    En,
    Kolom,
    Of,
    Peildag,
    Teken,
    Term,
    Vergelijk,
    Voorwaarde,
)
from monitoring.models import Trajectfeit


log = logging.getLogger(__name__)

EERSTE_COHORT = 2022  # the Wi2021 began
RAPPORTROL = "inburgering_rapport"
TEKENS = {
    Teken.GELIJK: Exact,
    Teken.KLEINER: LessThan,
    Teken.HOOGSTENS: LessThanOrEqual,
}
# How the cells of a breakdown read on the reference day, where the column alone is not it.
OP_PEILDAG = {
    "route_eerste_pip": lambda peildag: Case(
        When(pip_dag__lte=peildag, then=F("route_eerste_pip")),
        default=Value(NOG_GEEN_PIP),
    )
}

Bladen = dict[Cel, int]


def als_q(voorwaarde: Voorwaarde, peildag: int) -> Q:
    """The condition as a filter; of something unknown nothing holds, as in ``geldt``."""
    if isinstance(voorwaarde, En):
        alle = ~Q(pk__in=[])  # an empty Q would vanish inside an "or"
        for deel in voorwaarde.delen:
            alle &= als_q(deel, peildag)
        return alle
    if isinstance(voorwaarde, Of):
        een = Q(pk__in=[])
        for deel in voorwaarde.delen:
            een |= als_q(deel, peildag)
        return een
    return _vergelijk(voorwaarde, peildag)


def _vergelijk(vergelijk: Vergelijk, peildag: int) -> Q:
    links = _term(vergelijk.links, peildag)
    rechts = _term(vergelijk.rechts, peildag)
    return Q(TEKENS[vergelijk.teken](links, rechts))


def _term(term: Term, peildag: int) -> Any:
    if isinstance(term, Peildag):
        return Value(peildag, models.IntegerField())
    if isinstance(term, Kolom):
        return F(term.naam) + term.plus if term.plus else F(term.naam)
    return Value(term)


def voorwaarden(register: Sequence[Indicator] = REGISTER) -> dict[str, Voorwaarde]:
    """Count of the catalogue -> who counts in it."""
    gevonden: dict[str, Voorwaarde] = {}
    for indicator in register:
        gevonden.setdefault(indicator.noemer, indicator.populatie)
        gevonden.setdefault(
            indicator.teller, En((indicator.populatie, indicator.voldoet))
        )
    return gevonden


def tel(
    tabel: Tabel, editie: Editie, register: Sequence[Indicator] = REGISTER
) -> RuweTabel:
    """The true counts of the municipality in force: one query for the whole table."""
    telling_van = {t.code: voorwaarden(register)[t.code] for t in tabel.tellingen}
    cellen = _cellen(tabel, telling_van, editie.peildag)
    tellingen: dict[tuple[int, str], RuweTelling] = {}
    for cohort in range(EERSTE_COHORT, editie.peildag.year + 1):
        for telling in tabel.tellingen:
            bladen = cellen.get((cohort, telling.code), {})
            kubus = kubus_van(tabel, telling.code, 0)
            tellingen[cohort, telling.code] = RuweTelling(
                kubus.vul(bladen), _is_vast(telling.code, cohort, editie, register)
            )
    return RuweTabel(huidige_gemeente().pk, editie, tellingen)


def _is_vast(
    telling: str, cohort: int, editie: Editie, register: Sequence[Indicator]
) -> bool:
    """Has the horizon of this count passed for everybody of the cohort?"""
    dagen = next((i.sluit_na_dagen for i in register if i.teller == telling), None)
    if dagen is None:
        return False
    return (editie.peildag - date(cohort, 12, 31)).days > dagen


def _cellen(
    tabel: Tabel, telling_van: Mapping[str, Voorwaarde], peildatum: date
) -> dict[tuple[int, str], Bladen]:
    peildag = peildatum.toordinal()
    assen = {f"as_{d.naam}": as_van(d, peildag) for d in tabel.dimensies}
    vraag = (
        Trajectfeit.objects.filter(cohort__gte=EERSTE_COHORT)
        .values("cohort")
        .annotate(**assen)
        .values("cohort", *assen)
        .annotate(
            **{
                f"n_{code}": Count("pk", filter=als_q(voorwaarde, peildag))
                for code, voorwaarde in telling_van.items()
            }
        )
        .order_by()
    )
    cellen: dict[tuple[int, str], Bladen] = {}
    with als_rapport():
        rijen = list(vraag)
    for rij in rijen:
        cel = tuple(str(rij[naam]) for naam in assen)
        for code in telling_van:
            bladen = cellen.setdefault((rij["cohort"], code), {})
            bladen[cel] = bladen.get(cel, 0) + rij[f"n_{code}"]
    return cellen


def as_van(dimensie: Dimensie, peildag: int) -> Any:
    """The cell of a breakdown, as it read on the reference day."""
    maak = OP_PEILDAG.get(dimensie.kolom)
    return maak(peildag) if maak else F(dimensie.kolom)


@contextmanager
def als_rapport() -> Iterator[None]:
    """Read as the report role; on leaving one is oneself again, also after an error."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        if not _heeft_rol(cursor):
            log.warning("De rapportrol ontbreekt; de feiten worden zonder gelezen.")
            yield
            return
        # On an error the savepoint takes the role back with it.
        cursor.execute(f"SET LOCAL ROLE {RAPPORTROL}")
        log.info("Rapportrol: feiten geteld voor %s.", huidige_gemeente().pk)
        yield
        cursor.execute("RESET ROLE")


def _heeft_rol(cursor: Any) -> bool:
    cursor.execute(
        "SELECT has_table_privilege(oid, %s, 'SELECT') AND pg_has_role(oid, 'MEMBER') "
        "FROM pg_roles WHERE rolname = %s",
        [Trajectfeit._meta.db_table, RAPPORTROL],
    )
    rij = cursor.fetchone()
    return bool(rij and rij[0])
