"""A migrated SQLite database, kept between runs of the tests.

Migrating an empty database takes seconds in each process; copying one takes none. The
copy is taken only when every migration file is as it was, and it is then migrated like
any other: what is new in the code since then still runs.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sqlite3
from importlib import import_module, util
from pathlib import Path

import django
import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader


def shelf(config: pytest.Config) -> Path | None:
    """Give where databases are kept; nowhere on PostgreSQL or without a cache."""
    if connection.vendor != "sqlite" or not hasattr(config, "cache"):
        return None
    return Path(config.cache.mkdir("database"))


def fingerprint() -> str:
    """Give what a migrated database depends on: the tools, and every migration file."""
    text = hashlib.sha256(f"{django.VERSION} {sqlite3.sqlite_version}".encode())
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        name, _ = MigrationLoader.migrations_module(app.label)
        if name is None or util.find_spec(name) is None:
            continue
        folder = Path(str(import_module(name).__file__)).parent
        for file in sorted(folder.glob("*.py")):
            text.update(f"\n{app.label}/{file.name}\n".encode() + file.read_bytes())
    return text.hexdigest()[:16]


def kept(folder: Path) -> Path:
    """Give the place of the database that is kept for the migrations of now."""
    return folder / f"{fingerprint()}.sqlite3"


def restore(folder: Path, target: Path) -> None:
    """Begin with the kept database, when there is one."""
    with contextlib.suppress(FileNotFoundError):  # also: just thrown away by another
        shutil.copyfile(kept(folder), target)


def keep(folder: Path) -> None:
    """Keep the migrated, still empty database; what was kept before is thrown away."""
    goal = kept(folder)
    if goal.exists():
        return
    made = folder / f"{os.getpid()}.being-made"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(made)])
    made.replace(goal)
    for older in set(folder.glob("*.sqlite3")) - {goal}:
        older.unlink(missing_ok=True)
