"""Fills a PostgreSQL with cases and their whole history.

A sample of lives is written in bulk (the same rows as the acts, a test shows it) and then
multiplied inside the database, every table with every row: facts, former states, terms,
both logs. Copies get keys, numbers and colleagues of their own, and most of them another
municipality; they keep the providers of the first. A copied person has a V-nummer, since
a BSN is encrypted for one row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.apps import apps
from django.db import connection, models, transaction

from inburgering.actions import contact, notitie, voortgangsgesprek
from inburgering.authorization.roles import Rol
from inburgering.levens import genereer
from inburgering.levens.verloop import HIER
from inburgering.management.bulk import schrijf_levens
from inburgering.management.opvoeren import Bezetting, maak_aanbod
from inburgering.models.feiten import model_van
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap, Team
from inburgering.models.gemeente import Gemeente, gemeente
from inburgering.models.opmerking import Opmerking
from inburgering.models.spoor import Gebeurtenis, Keten, Raadpleging
from inburgering.models.traject import Nummerreeks, Traject
from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.feiten import SOORTEN


STAD = "9001"
# Ninety of them are open: a large caseload.
PER_KLANTMANAGER, PER_TEAM = 125, 6
# One city of the size of the largest, where is measured, and sixteen smaller towns.
DEEL_VAN_STAD, TOWNS = 5, 16
STEEKPROEF = 1000
# One case with as many events as the longest ones have, and what it is found by.
LANGE_ZAAK, LANG_LABEL = 500, "lang dossier"
BEGIN = datetime(2021, 12, 1, 9, 0, tzinfo=HIER)


def tabellen() -> list[type[models.Model]]:
    """Every table that a case has rows in, parents first, each before its history."""
    names = ["Inburgeraar", "Traject", *(model_van(s).__name__ for s in SOORTEN)]
    cases = [apps.get_model("inburgering", name) for name in (*names, "Termijn")]
    both = [m for case in cases for m in (case, case.history.model)]
    return [*both, Gebeurtenis, Raadpleging]


def vul(aantal: int, dag: date) -> Iterator[str]:
    """Fill the database; yields a line per step, for who waits."""
    sample = min(STEEKPROEF, -(-aantal // 4))  # a small run multiplies too
    copies = aantal // sample - 1
    stad, *towns = Gemeente.objects.bulk_create(
        Gemeente(code=str(int(STAD) + n), naam=f"Meetstad {n}")
        for n in range(TOWNS + 1)
    )
    per_copy = -(-sample // PER_KLANTMANAGER)
    homes = _homes(stad, towns, copies)
    teamleider, balie, *kms = _colleagues(homes, per_copy)
    with gemeente(stad):
        aanbod = maak_aanbod(teamleider, BEGIN)
        wie = [Bezetting(balie, teamleider, km) for km in kms[:per_copy]]
        levens = genereer.levens(1, sample, dag)
        acts = schrijf_levens(levens, lambda n, _: wie[n % per_copy], aanbod)
        yield f"{sample} lives written, {acts} acts"
        _remark(teamleider)
        _chain()
    if copies:
        yield from _multiply(homes, sample, per_copy)
    with gemeente(stad):
        yield f"a case of {_long_case(teamleider, dag)} events"
    yield "vacuum and analyze"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")


def _homes(stad: Gemeente, towns: list[Gemeente], copies: int) -> list[Gemeente]:
    """Say which municipality each copy lives in; the sample itself lives in the city."""
    in_city = max(1, (copies + 1) // DEEL_VAN_STAD)
    return [
        stad if k < in_city else towns[(k - in_city) % len(towns)]
        for k in range(copies + 1)
    ]


def _colleagues(homes: list[Gemeente], per_copy: int) -> list[Lidmaatschap]:
    """Make a teamleider and a desk in the city, and klantmanagers in teams per copy.

    In the order of the copies, so that a copy finds its own by counting on.
    """
    people = [("teamleider", Rol.TEAMLEIDER, homes[0], None)]
    people.append(("balie", Rol.ADMINISTRATIE, homes[0], None))
    for k, home in enumerate(homes):
        with gemeente(home):
            teams = Team.objects.bulk_create(
                Team(gemeente=home, naam=f"Team {k}-{n}")
                for n in range(-(-per_copy // PER_TEAM))
            )
        people += [
            (f"km{k * per_copy + n}", Rol.KLANTMANAGER, home, teams[n // PER_TEAM])
            for n in range(per_copy)
        ]
    users = Gebruiker.objects.bulk_create(
        Gebruiker(email=f"{naam}@meet.example", naam=naam, password="!")
        for naam, *_ in people
    )
    return Lidmaatschap.objects.bulk_create(
        Lidmaatschap(
            gebruiker=user, gemeente=home, rol=rol.value, begin=BEGIN.date(), team=team,
            mandaat=rol is not Rol.ADMINISTRATIE,
        )
        for user, (_, rol, home, team) in zip(users, people, strict=True)
    )  # fmt: skip


def _remark(lid: Lidmaatschap) -> None:
    """Give each case of the sample what a caseworker keeps beside the name."""
    words = ("Bellen kan alleen in de ochtend.", "avondles, wachtlijst")
    Opmerking.objects.bulk_create(
        Opmerking(
            gemeente=lid.gemeente, traject_id=key, vastgelegd_op=BEGIN.date(),
            vastgelegd_door=lid.gebruiker, tekst=words[0], labels=words[1],
        )
        for key in Traject.objects.values_list("pk", flat=True)
    )  # fmt: skip


def _chain() -> None:
    """Number the log lines as the sweep does, so that its index of new lines is short.

    The hashes are as long as real ones and verify nothing: nobody checks this log.
    """
    with connection.cursor() as cursor:
        for log in (Gebeurtenis, Raadpleging):
            cursor.execute(
                f"UPDATE {log._meta.db_table} SET volgnummer = id, "
                "zout = md5(id::text), afdruk = repeat(md5(id::text), 2), "
                "keten = repeat(md5((id + 1)::text), 2)"
            )


def _long_case(lid: Lidmaatschap, dag: date) -> int:
    """Let one case have as many events as the longest ones have, by real acts."""
    traject = Traject.objects.filter(status=Trajectstatus.LEERROUTE.value).earliest(
        "id"
    )
    events = Gebeurtenis.objects.filter(nummer=traject.nummer).count()
    at = datetime.combine(dag, time(9), HIER) - timedelta(seconds=LANGE_ZAAK)
    for n in range(LANGE_ZAAK - events):
        who = {
            "traject": Traject.objects.get(pk=traject.pk), "by": lid,
            "on": at + timedelta(seconds=n),
        }  # fmt: skip
        if n % 5 == 0:
            voortgangsgesprek.voeren(
                **who, gevoerd_op=dag, vorm="op_kantoor", verslag="Het gaat goed."
            )
        elif n % 2:
            notitie.toevoegen(**who, onderwerp="School", tekst="Belt zelf met school.")
        else:
            contact.vastleggen(
                **who, gesproken_op=dag, kanaal="telefoon", onderwerp="lessen",
                met_wie="inburgeraar", uitkomst="gesproken",
            )  # fmt: skip
    Opmerking.objects.filter(traject=traject).update(labels=LANG_LABEL)
    return LANGE_ZAAK


# --- Multiplying ----------------------------------------------------------------------


@dataclass(frozen=True)
class Stappen:
    """What is added from copy to copy, and where the first colleague and team stand."""

    key: int
    cases: int
    managers: int
    teams: int
    first_manager: int
    first_team: int
    homes: list[Gemeente]


def _column(model: type[models.Model], f: models.Field, s: Stappen) -> str:
    """Say what a column of copy ``k`` holds."""
    name = f.column
    shifted = {"id", "traject_id", "inburgeraar_id", "feit_id"}
    if name in shifted or (name == "volgnummer" and issubclass(model, Keten)):
        return f"s.{name} + k * {s.key}"
    codes = ",".join(home.pk for home in s.homes[1:])
    return {
        "gemeente_id": f"('{{{codes}}}'::text[])[k]",
        "nummer": (
            "split_part(s.nummer, '-', 1) || '-' || "
            f"lpad((split_part(s.nummer, '-', 2)::int + k * {s.cases})::text, 5, '0')"
        ),
        "klantmanager_id": f"s.klantmanager_id + k * {s.managers}",
        "team_id": (
            f"{s.first_team} + k * {s.teams} "
            f"+ (s.klantmanager_id - {s.first_manager}) / {PER_TEAM}"
        ),
        "v_nummer": f"'97' || lpad((s.id + k * {s.key})::text, 8, '0')",
        "uuid": "gen_random_uuid()",
        "bsn_versleuteld": "NULL",
        "bsn_index": "''",
        "sleutel": "NULL",
    }.get(name, f"s.{name}")


def _copy(model: type[models.Model], steps: Stappen) -> int:
    fields = [f for f in model._meta.concrete_fields if f.attname != "history_id"]
    names = ", ".join(f.column for f in fields)
    values = ", ".join(_column(model, f, steps) for f in fields)
    table = model._meta.db_table
    copies = len(steps.homes) - 1
    # What was written in no case (the providers) is there once.
    of_a_case = "WHERE s.nummer <> ''" if issubclass(model, Keten) else ""
    with transaction.atomic(), connection.cursor() as cursor:
        # One statement writes for many municipalities: the lock of the rows is off for
        # as long as that takes, and on again before anything is measured.
        cursor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT {values} "
            f"FROM {table} s CROSS JOIN generate_series(1, {copies}) k {of_a_case}"
        )
        rows = cursor.rowcount
        pk = model._meta.pk.column
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', '{pk}'), "
            f"(SELECT max({pk}) FROM {table}))"
        )
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # check the references now
        cursor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        return rows


def _steps(homes: list[Gemeente], per_copy: int, cases: int) -> Stappen:
    with gemeente(homes[0]), connection.cursor() as cursor:
        ids = " UNION ALL ".join(
            f"SELECT max(id) m FROM {model._meta.db_table}" for model in tabellen()
        )
        cursor.execute(f"SELECT max(m) FROM ({ids}) a")
        key = cursor.fetchone()[0]
        first_team = Team.objects.order_by("id").values_list("id", flat=True)[0]
        Nummerreeks.objects.update(laatste=cases * len(homes))
    first = Gebruiker.objects.get(email="km0@meet.example").pk
    teams = -(-per_copy // PER_TEAM)
    return Stappen(key, cases, per_copy, teams, first, first_team, homes)


def _multiply(homes: list[Gemeente], cases: int, per_copy: int) -> Iterator[str]:
    steps = _steps(homes, per_copy, cases)
    for model in tabellen():
        yield f"{model._meta.db_table}: {_copy(model, steps):,} rows more"
