"""Fills a PostgreSQL with cases and their whole history.

A sample of lives is written in bulk (the same rows as the acts, a test shows it) and then
multiplied inside the database, every table with every row: facts, former states, terms,
both logs. Copies get keys, numbers and colleagues of their own; a copied person has a
V-nummer, since a BSN is encrypted for one row.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from inburgering.authorization.roles import Rol
from inburgering.levens import genereer
from inburgering.levens.verloop import HIER
from inburgering.management.bulk import schrijf_levens
from inburgering.management.opvoeren import Bezetting, maak_aanbod
from inburgering.models.feiten import model_van
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap, Team
from inburgering.models.gemeente import Gemeente, gemeente
from inburgering.models.spoor import Gebeurtenis, Keten, Raadpleging
from inburgering.models.traject import Nummerreeks
from inburgering.wet.feiten import SOORTEN


STAD = "9001"
PER_KLANTMANAGER, PER_TEAM = 75, 10
STEEKPROEF = 1000
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
    stad = Gemeente.objects.create(code=STAD, naam="Meetstad")
    per_copy = -(-sample // PER_KLANTMANAGER)
    with gemeente(stad):
        leden = _colleagues(stad, per_copy * (copies + 1))
        teamleider, balie, *kms = leden
        aanbod = maak_aanbod(teamleider, BEGIN)
        wie = [Bezetting(balie, teamleider, km) for km in kms[:per_copy]]
        levens = genereer.levens(1, sample, dag)
        acts = schrijf_levens(levens, lambda n, _: wie[n % per_copy], aanbod)
        yield f"{sample} lives written, {acts} acts"
        _chain()
    if copies:
        yield from _multiply(stad, copies, sample, per_copy)
    yield "vacuum and analyze"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")


def _colleagues(stad: Gemeente, managers: int) -> list[Lidmaatschap]:
    """Make a teamleider, a desk, and klantmanagers in teams of ten, in that order."""
    names = ["teamleider", "balie", *(f"km{n}" for n in range(managers))]
    people = Gebruiker.objects.bulk_create(
        Gebruiker(email=f"{n}@meet.example", naam=n, password="!") for n in names
    )
    teams = Team.objects.bulk_create(
        Team(gemeente=stad, naam=f"Team {n}") for n in range(-(-managers // PER_TEAM))
    )
    roles = [Rol.TEAMLEIDER, Rol.ADMINISTRATIE, *[Rol.KLANTMANAGER] * managers]
    return Lidmaatschap.objects.bulk_create(
        Lidmaatschap(
            gebruiker=person, gemeente=stad, rol=role.value, begin=BEGIN.date(),
            mandaat=role is not Rol.ADMINISTRATIE,
            team=teams[(n - 2) // PER_TEAM] if role is Rol.KLANTMANAGER else None,
        )
        for n, (person, role) in enumerate(zip(people, roles, strict=True))
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


# --- Multiplying ----------------------------------------------------------------------


def _column(model: type[models.Model], f: models.Field, s: dict[str, int]) -> str:
    """Say what a column of copy ``k`` holds; ``s`` are the steps from copy to copy."""
    name = f.column
    shifted = {"id", "traject_id", "inburgeraar_id", "feit_id"}
    if name in shifted or (name == "volgnummer" and issubclass(model, Keten)):
        return f"s.{name} + k * {s['key']}"
    if name == "nummer":
        return (
            "split_part(s.nummer, '-', 1) || '-' || "
            f"lpad((split_part(s.nummer, '-', 2)::int + k * {s['cases']})::text, 5, '0')"
        )
    if name == "klantmanager_id":
        return f"s.{name} + k * {s['managers']}"
    if name == "v_nummer":
        return f"'97' || lpad((s.id + k * {s['key']})::text, 8, '0')"
    if name == "team_id":  # the first two colleagues are in no team
        return f"{s['team']} + ((s.klantmanager_id + k * {s['managers']} - {s['first']}) / {PER_TEAM})"
    return {
        "uuid": "gen_random_uuid()", "bsn_versleuteld": "NULL", "bsn_index": "''",
        "sleutel": "NULL",
    }.get(name, f"s.{name}")  # fmt: skip


def _copy(model: type[models.Model], copies: int, steps: dict[str, int]) -> int:
    fields = [f for f in model._meta.concrete_fields if f.attname != "history_id"]
    names = ", ".join(f.column for f in fields)
    values = ", ".join(_column(model, f, steps) for f in fields)
    table = model._meta.db_table
    # What was written in no case (the providers) is there once.
    of_a_case = "WHERE s.nummer <> ''" if issubclass(model, Keten) else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT {values} "
            f"FROM {table} s CROSS JOIN generate_series(1, {copies}) k {of_a_case}"
        )
        return cursor.rowcount


def _steps(per_copy: int, cases: int) -> dict[str, int]:
    with connection.cursor() as cursor:
        ids = " UNION ALL ".join(
            f"SELECT max(id) m FROM {t._meta.db_table}" for t in tabellen()
        )
        cursor.execute(f"SELECT max(m) FROM ({ids}) a")
        key = cursor.fetchone()[0]
    first = Gebruiker.objects.get(email="km0@meet.example").pk
    team = Team.objects.get(naam="Team 0").pk
    return {
        "key": key, "cases": cases, "managers": per_copy, "first": first, "team": team
    }  # fmt: skip


def _multiply(stad: Gemeente, copies: int, cases: int, per_copy: int) -> Iterator[str]:
    with gemeente(stad):
        steps = _steps(per_copy, cases)
    for model in tabellen():
        with transaction.atomic(), gemeente(stad):
            rows = _copy(model, copies, steps)
        yield f"{model._meta.db_table}: {rows:,} rows more"
    with gemeente(stad), connection.cursor() as cursor:
        Nummerreeks.objects.update(laatste=cases * (copies + 1))
        for model in tabellen():
            name: Any = model._meta.pk.column
            table = model._meta.db_table
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', '{name}'), "
                f"(SELECT max({name}) FROM {table}))"
            )
