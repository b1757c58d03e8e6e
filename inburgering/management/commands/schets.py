"""Writes the pages that come out of the tables: states, rules, the form of an import."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from inburgering.management.overname.beschrijving import bladzijde
from inburgering.wet.regelboek import regelboek, toestandsdiagram


def toestanden() -> str:
    """Give the page of the state diagram."""
    return (
        "# De toestanden van een traject\n\n"
        "Gemaakt uit `inburgering/wet/levensloop.py` met `make docs`.\n\n"
        f"```mermaid\n{toestandsdiagram().rstrip()}\n```\n"
    )


PAGES = {
    "toestanden.md": toestanden,
    "regelboek.md": regelboek,
    "overname.md": bladzijde,
}


class Command(BaseCommand):
    """``manage.py schets`` writes docs; with ``--check`` it only compares."""

    help = "Schrijft de bladzijden van docs/ die uit de tabellen komen."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the switch that changes nothing."""
        parser.add_argument("--check", action="store_true", help="alleen vergelijken")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        """Write or compare."""
        folder = Path(settings.BASE_DIR) / "docs"
        stale = []
        for name, build in PAGES.items():
            path, text = folder / name, build()
            if check:
                if not path.exists() or path.read_text(encoding="utf-8") != text:
                    stale.append(name)
            else:
                path.write_text(text, encoding="utf-8")
        if stale:
            raise CommandError(f"Niet bij: {', '.join(stale)}. Draai `make docs`.")
