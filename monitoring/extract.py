"""From cases to facts: the only file that reads the case tables.

Increment and full rebuild are one and the same statement, with and without a condition
on the case. It reads what the acts stored (the terms that the law computed, the first
PIP, the status), so that nothing is derived a second time.

A term that lapsed still counts when the case no longer runs: the end of the duty does
not take anybody out of the figures (release policy 6.1). When a running case lapses its
term, the clock was corrected away and there is none.

The way back, from a fact to its case, is asked here too, by who reaches the case.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, models, transaction
from django.db.models import QuerySet

from inburgering.models.besluit import Afsluiting
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.pip import PIP
from inburgering.models.termijn import Termijn
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import (
    Herkomst,
    PIPStatus,
    RedenAfsluiting,
    Termijnsoort,
    Trajectstatus,
)
from inburgering.wet.parameters import IN_WERKING, parameter_vanaf
from inburgering.wet.regels import LOOPT
from monitoring.indicators.achtergrond import LEEFTIJDSBANDEN, ONBEKEND, REGIOS
from monitoring.indicators.catalogus import NOG_GEEN_PIP
from monitoring.models import Feitsleutel, Trajectfeit


FEIT = Trajectfeit._meta.db_table
SLEUTEL = Feitsleutel._meta.db_table
VELDEN = tuple(
    str(veld.column)
    for veld in Trajectfeit._meta.concrete_fields
    if veld.name not in {"id", "gemeente", "pseudoniem"}
)
# A case that was merged into another is no case any more.
ZELF = "t.samengevoegd_met_id IS NULL"
PSEUDONIEM = {
    "sqlite": "lower(hex(randomblob(16)))",
    "postgresql": "replace(gen_random_uuid()::text, '-', '')",
}


def bijwerken(*, on: datetime, traject_id: int) -> None:
    """Bring the fact of one case up to date (the job that every act asks for)."""
    _schrijf(traject_id)


def losmaken(*, on: datetime, traject_id: int, onterecht: bool) -> None:
    """Forget which case a fact is of, now that the case was destroyed.

    The fact stays, so that earlier cohorts do not shrink; of a duty that was wrongly
    imposed it no longer says that it began.
    """
    with transaction.atomic():
        keys = Feitsleutel.objects.filter(traject_id=traject_id)
        if onterecht:
            known = keys.values_list("pseudoniem", flat=True)
            Trajectfeit.objects.filter(pseudoniem__in=list(known)).update(
                cohort=None, plicht_dag=None
            )
        keys.delete()


def samenvoegen(*, on: datetime, traject_id: int) -> None:
    """Forget the fact of a case that was merged into another: one person counts once."""
    with transaction.atomic():
        keys = Feitsleutel.objects.filter(traject_id=traject_id)
        known = keys.values_list("pseudoniem", flat=True)
        Trajectfeit.objects.filter(pseudoniem__in=list(known)).delete()
        keys.delete()


def opnieuw() -> int:
    """Make every fact of the municipality in force anew; gives how many there are."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL statement_timeout = 0")
        _schrijf(None)
    return tel()


def tel() -> int:
    """How many facts the municipality in force has."""
    return Trajectfeit.objects.count()


@dataclass(frozen=True)
class Verwijzing:
    """The way to a case: its number, the name of the person, its address."""

    nummer: str
    naam: str
    url: str


def sleutels(lid: Lidmaatschap | None = None) -> "QuerySet[Feitsleutel]":
    """The keys of the cases that a membership reaches; of all cases without one."""
    if lid is None:
        return Feitsleutel.objects.all()
    return Feitsleutel.objects.filter(
        traject_id__in=Traject.objects.visible_to(lid).values("pk")
    )


def dossiers(pseudoniemen: Iterable[str], lid: Lidmaatschap) -> dict[str, Verwijzing]:
    """Pseudonym -> its case, of the cases that a membership reaches and no other."""
    van = dict(
        sleutels(lid)
        .filter(pseudoniem__in=list(pseudoniemen))
        .values_list("traject_id", "pseudoniem")
    )
    cases = Traject.objects.visible_to(lid).filter(pk__in=van)
    return {
        van[case.pk]: Verwijzing(
            case.nummer, case.inburgeraar.naam, case.get_absolute_url()
        )
        for case in cases.select_related("inburgeraar")
    }


def _schrijf(traject_id: int | None) -> None:
    code = huidige_gemeente().pk
    van_een = "" if traject_id is None else " AND t.id = %s"
    params = [code] if traject_id is None else [code, traject_id]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_sleutels(van_een), params)
        cursor.execute(_feiten(van_een), params)


def _sleutels(van_een: str) -> str:
    """Give every case that has none a pseudonym."""
    return (
        f"INSERT INTO {SLEUTEL} (gemeente_id, traject_id, pseudoniem) "  # noqa: S608
        f"SELECT t.gemeente_id, t.id, {PSEUDONIEM[str(connection.vendor)]} "
        f"FROM {_tabel(Traject)} t WHERE t.gemeente_id = %s AND {ZELF}{van_een} "
        f"ON CONFLICT (gemeente_id, traject_id) DO NOTHING"
    )


def _feiten(van_een: str) -> str:
    """One row per case, from what the acts stored."""
    uitdrukkingen = _uitdrukkingen()
    kiezen = ", ".join(uitdrukkingen[veld] for veld in VELDEN)
    zetten = ", ".join(f"{veld} = excluded.{veld}" for veld in VELDEN)
    return (
        f"INSERT INTO {FEIT} (gemeente_id, pseudoniem, {', '.join(VELDEN)}) "
        f"SELECT t.gemeente_id, s.pseudoniem, {kiezen} {_bronnen()} "
        f"WHERE t.gemeente_id = %s AND {ZELF}{van_een} "
        f"ON CONFLICT (gemeente_id, pseudoniem) DO UPDATE SET {zetten}"
    )


def _tabel(model: type[models.Model]) -> str:
    return str(model._meta.db_table)


def _bij(alias: str, model: type[models.Model], waar: str, volgorde: str) -> str:
    """The first row of this kind of each case, if there is one."""
    tabel = _tabel(model)
    return (
        f"LEFT JOIN {tabel} {alias} ON {alias}.id = (SELECT q.id FROM {tabel} q "  # noqa: S608
        f"WHERE q.gemeente_id = t.gemeente_id AND q.traject_id = t.id AND {waar} "
        f"ORDER BY {volgorde} LIMIT 1)"
    )


def _bronnen() -> str:
    loopt = _codes(LOOPT)
    return " ".join(
        [
            f"FROM {_tabel(Traject)} t",
            f"JOIN {SLEUTEL} s ON s.gemeente_id = t.gemeente_id AND s.traject_id = t.id",
            f"JOIN {_tabel(Inburgeraar)} i ON i.id = t.inburgeraar_id",
            _bij(
                "p", PIP, f"q.status = '{PIPStatus.VASTGESTELD}'",
                "q.dagtekening, q.versie",
            ),
            _bij(
                "w", Termijn, f"q.soort = '{Termijnsoort.PIP}' AND "
                f"(NOT q.vervallen OR t.status NOT IN ({loopt}))", "q.volgnummer",
            ),
            _bij(
                "e", Termijn, f"q.soort = '{Termijnsoort.AFSLUITEN}' AND "
                "(NOT q.vervallen OR q.voldaan_op IS NOT NULL)", "q.volgnummer",
            ),
            # Wrongly imposed, or another law: it never was a duty.
            _bij(
                "v", Termijn,
                f"q.soort = '{Termijnsoort.VERNIETIGEN}' AND NOT q.vervallen",
                "q.volgnummer",
            ),
            _bij("a", Afsluiting, "q.heropend_op IS NULL", "q.afgesloten_op DESC"),
        ]
    )  # fmt: skip


def _codes(waarden: Any) -> str:
    return ", ".join(f"'{waarde}'" for waarde in sorted(map(str, waarden)))


def _dag(kolom: str) -> str:
    """A date as a day number, the same one as ``date.toordinal()``."""
    if connection.vendor == "postgresql":
        return f"({kolom} - DATE '0001-01-01' + 1)"
    return f"CAST(julianday({kolom}) - 1721424.5 AS integer)"


def _jaar(kolom: str) -> str:
    return f"CAST(substr(CAST({kolom} AS text), 1, 4) AS integer)"


def _uitdrukkingen() -> dict[str, str]:
    """Column of the fact -> what it is made of."""
    weken = parameter_vanaf("pip_weken", IN_WERKING).waarde
    elders = f"p.herkomst = '{Herkomst.ANDERE_GEMEENTE}'"
    klok, uiterst = _dag("w.begin"), _dag("w.uiterlijk")
    # Longer than the law's ten weeks: lengthened, so the original end comes first.
    verlengd = f"{_dag('w.einde')} - {klok} > {weken * 7}"
    voldaan = (
        f"t.status = '{Trajectstatus.VOLDAAN}' OR "
        f"(t.status = '{Trajectstatus.AFGESLOTEN}' AND "
        f"a.reden = '{RedenAfsluiting.VOLDAAN}')"
    )
    return {
        "cohort": (
            f"CASE WHEN {elders} OR v.id IS NOT NULL THEN NULL "
            f"ELSE {_jaar('t.datum_plicht')} END"
        ),
        "groep": "t.doelgroep",
        "route_eerste_pip": f"COALESCE(p.leerroute, '{NOG_GEEN_PIP}')",
        "geslacht": "i.geslacht",
        "leeftijdsband": _leeftijdsband(),
        "herkomstregio": _regio(),
        "plicht_dag": (
            f"CASE WHEN v.id IS NOT NULL THEN NULL ELSE {_dag('t.datum_plicht')} END"
        ),
        "kennisgeving_dag": _dag("t.datum_kennisgeving"),
        "klok_dag": klok,
        "pip_termijn_dag": (
            f"CASE WHEN {verlengd} THEN {klok} + {weken * 7 - 1} ELSE {uiterst} END"
        ),
        "pip_uiterste_dag": uiterst,
        "pip_dag": _dag("p.dagtekening"),
        "behaald_dag": _dag("t.onderdelen_behaald_op"),
        "einde_dag": _dag("e.begin"),
        "einde_wijze": (
            f"CASE WHEN e.id IS NULL THEN '' WHEN {voldaan} THEN 'voldaan' "
            "ELSE 'anders' END"
        ),
    }


def _leeftijdsband() -> str:
    """The band at the start of the duty; an unknown month or day counts as past."""
    leeftijd = (
        f"({_jaar('t.datum_plicht')} - {_jaar('i.geboortedatum')} - "
        "CASE WHEN substr(i.geboortedatum, 6, 5) > "
        "substr(CAST(t.datum_plicht AS text), 6, 5) THEN 1 ELSE 0 END)"
    )
    banden = " ".join(
        f"WHEN {leeftijd} >= {vanaf} THEN '{band}'"
        for vanaf, band in sorted(LEEFTIJDSBANDEN.items(), reverse=True)
    )
    return (
        f"CASE WHEN t.datum_plicht IS NULL OR substr(i.geboortedatum, 1, 4) = '0000' "
        f"THEN '{ONBEKEND}' {banden} ELSE '{ONBEKEND}' END"
    )


def _regio() -> str:
    regios = " ".join(
        f"WHEN i.geboorteland IN ({_codes(landen)}) THEN '{regio}'"
        for regio, landen in REGIOS.items()
    )
    return f"CASE {regios} ELSE '{ONBEKEND}' END"
