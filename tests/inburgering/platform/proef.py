"""Jobs for the fault tests: their effect can be counted, and they can be caught midway."""

import time
from datetime import datetime
from pathlib import Path

from inburgering.models import Raadpleging
from inburgering.models.gemeente import huidige_gemeente


def snel(*, on: datetime, nummer: str) -> None:
    Raadpleging.objects.create(
        gemeente=huidige_gemeente(), moment=on, nummer=nummer, inzage="proef"
    )


def traag(*, on: datetime, nummer: str, folder: str) -> None:
    """Do the effect, tell that it is done but not committed, and wait for the word."""
    snel(on=on, nummer=nummer)
    (Path(folder) / f"{nummer}.bezig").touch()
    end = time.monotonic() + 60
    while not (Path(folder) / "verder").exists() and time.monotonic() < end:
        time.sleep(0.02)


def stuk(*, on: datetime, nummer: str) -> None:
    snel(on=on, nummer=nummer)
    raise ValueError(f"Amina Haddad, {nummer}")
