"""Measure the case system on PostgreSQL, beside the same work in plain SQL.

    python -m tests.bench                    100,000 cases with their history
    python -m tests.bench --rijen 2000       a small run
    python -m tests.bench --nieuw            fill anew instead of using the kept database

The database is kept in var/bench, so that only the first run fills it.
"""

import argparse
import hashlib
import os
import platform
import secrets
import shutil
import subprocess
import sys
import time
from base64 import b64encode
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests import diensten


ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "var" / "bench"
GEHEIMEN = (
    "SECRET_KEY", "BSN_SLEUTELS", "BSN_ZOEKSLEUTEL", "LOGSLEUTEL", "LEVERINGSLEUTEL",
    "AFRONDINGSLEUTEL",
)  # fmt: skip
# A quarter of a small server, and room so that the filling does not wait for checkpoints.
SERVER = {
    "shared_buffers": "2GB", "max_wal_size": "8GB", "checkpoint_timeout": "30min",
    "work_mem": "16MB", "maintenance_work_mem": "512MB", "random_page_cost": "1.1",
    "effective_cache_size": "6GB",
}  # fmt: skip
# What decides which rows there are; a kept database of other code is not used.
BRONNEN = (
    "inburgering/migrations", "inburgering/levens", "inburgering/management",
    "tests/bench/vullen.py", "inburgering/wet",
)  # fmt: skip


def afdruk() -> str:
    """Give the fingerprint of the code that makes the rows."""
    digest = hashlib.sha256(str(date.today()).encode())  # noqa: DTZ011 - the machine's day
    for name in BRONNEN:
        path = ROOT / name
        for file in sorted(path.rglob("*.py") if path.is_dir() else [path]):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:10]


def opties() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--rijen", type=int, default=100_000, help="how many cases")
    parser.add_argument("--keren", type=int, default=200, help="measurements per page")
    parser.add_argument("--nieuw", action="store_true", help="fill anew")
    parser.add_argument("--toon", action="store_true", help="print the statements too")
    return parser.parse_args()


def omgeving(url: str, home: Path) -> None:
    """Set the environment of a real installation: no DEBUG, no DEMO, no test settings."""
    os.environ.update(
        {
            "DJANGO_SETTINGS_MODULE": "inburgering.settings",
            "DATABASE_URL": url,
            "VAR_DIR": str(home),
            "DEBUG": "",
            "DEMO": "",
            "LOG_LEVEL": "ERROR",
            "ALLOWED_HOSTS": "localhost",
            **{naam: _geheim(home, naam) for naam in GEHEIMEN},
        }
    )
    os.environ.pop("REDIS_URL", None)


def _geheim(home: Path, naam: str) -> str:
    path = home / f"{naam.lower()}.geheim"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(b64encode(secrets.token_bytes(32)).decode())
    return path.read_text()


def maak(aantal: int, dag: date, klaar: Path) -> None:
    """Make the tables and fill them, in a process of its own without time limits."""
    begin = time.monotonic()
    env = {**os.environ, "ZONDER_TIJDSLIMIET": "1"}
    subprocess.run(
        [sys.executable, "-m", "tests.bench.maak", str(aantal), dag.isoformat()],
        check=True, cwd=ROOT, env=env,
    )  # fmt: skip
    klaar.write_text(f"{time.monotonic() - begin:.0f}")


def machine() -> str:
    """Say on what was measured."""
    import django
    from django.db import connection

    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [x for x in info.read_text().splitlines() if x.startswith("model name")]
        cpu = f"{len(names)} x {names[0].split(':')[1].strip()}" if names else cpu
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        server = cursor.fetchone()[0]
    load = os.getloadavg()[0]
    return (
        f"{cpu}; load {load:.1f}; Python {platform.python_version()}, "
        f"Django {django.__version__}, PostgreSQL {server.split()[0]}, "
        f"shared_buffers {SERVER['shared_buffers']}"
    )


def rijen(stad: str) -> str:
    """Say how many rows there are."""
    from django.db import connection

    from inburgering.models.gebruiker import Lidmaatschap
    from inburgering.models.gemeente import Gemeente, gemeente
    from inburgering.models.traject import Traject

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(reltuples)::bigint, "
            "sum(reltuples) FILTER (WHERE relname LIKE '%historical%')::bigint, "
            "max(reltuples) FILTER (WHERE relname = 'inburgering_traject')::bigint, "
            "pg_size_pretty(pg_database_size(current_database())) "
            "FROM pg_class WHERE relkind = 'r' AND relname LIKE 'inburgering%'"
        )
        total, former, cases, size = cursor.fetchone()
    with gemeente(Gemeente.objects.get(pk=stad)):
        here = Traject.objects.count()
    colleagues = Lidmaatschap.objects.filter(gemeente_id=stad).count()
    return (
        f"{cases:,} cases in {Gemeente.objects.count()} municipalities, {total:,} rows of "
        f"which {former:,} history, {size}; measured in the largest one, "
        f"{here:,} cases and {colleagues} colleagues"
    )


def tabel(uitkomsten: list[Any]) -> str:
    """Lay the outcome out for who reads it on a screen."""
    kop = (
        f"{'':32}{'page p50':>10}{'p95':>8}{'cpu':>8}{'sql p50':>10}{'p95':>8}{'ratio':>7}"
        f"{'asked':>7}  goal"
    )
    lines = [kop]
    for u in uitkomsten:
        p50, p95 = u.pagina.doel
        in_time = u.http.p50 <= p50 and u.http.p95 <= p95
        few = u.vragen <= u.pagina.vragen
        goal = (
            "met" if in_time and few else f"MISSED ({p50}/{p95} ms, {u.pagina.vragen})"
        )
        lines.append(
            f"{u.pagina.naam:32}{u.http.p50:>8.1f}ms{u.http.p95:>8.1f}"
            f"{u.cpu:>8.1f}{u.sql.p50:>8.1f}ms{u.sql.p95:>8.1f}{u.http.p50 / u.sql.p50:>7.1f}"
            f"{u.vragen:>7}  {goal}"
        )
    return "\n".join(lines)


def main() -> None:
    """Fill when needed, measure, tell."""
    keuze = opties()
    if diensten.postgres_programs() is None:
        raise SystemExit("PostgreSQL is not installed; there is nothing to measure on.")
    home = KEPT / f"{afdruk()}-{keuze.rijen}"
    if KEPT.exists():
        for old in KEPT.iterdir():  # one kept database is enough for any disk
            if keuze.nieuw or old != home:
                shutil.rmtree(old)
    home.mkdir(parents=True, exist_ok=True)
    klaar = home / "gevuld"
    if not klaar.exists() and (home / "data").exists():
        shutil.rmtree(home / "data")  # broken off half-way
    dag = date.today() - timedelta(days=1)  # noqa: DTZ011 - the machine's day
    with diensten.postgres(careful=True, keep=home, **SERVER) as url:
        omgeving(url, home)
        if not klaar.exists():
            maak(keuze.rijen, dag, klaar)
        meet_alles(keuze, dag, klaar.read_text())


def meet_alles(keuze: argparse.Namespace, dag: date, gevuld_in: str) -> None:
    """Measure every page and print what it came to."""
    import django

    django.setup()
    from tests.bench.meten import meet, webserver
    from tests.bench.pagina import PAGINAS
    from tests.bench.vullen import STAD

    print(f"{machine()}\n{rijen(STAD)}, filled in {gevuld_in} s")
    with webserver() as server:
        outcomes = [meet(p, server, STAD, dag, keuze.keren) for p in PAGINAS]
    print(f"{keuze.keren} measurements each, one worker with one thread; cpu is the")
    print("worker's processor time per page (with a form: of serving and saving it)\n")
    print(tabel(outcomes))
    if keuze.toon:
        for outcome in outcomes:
            print(f"\n{outcome.pagina.naam}")
            for sql in outcome.sql_teksten:
                print(f"  {' '.join(sql.split())[:220]}")


if __name__ == "__main__":
    main()
