"""Make the facts of the figures anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from inburgering.models.gemeente import Gemeente, gemeente
from monitoring import extract


class Command(BaseCommand):
    """Say how many facts there are; with ``--opnieuw`` make them all anew first."""

    help = "Telt de feiten voor de cijfers, of maakt ze allemaal opnieuw."

    def add_arguments(self, parser: CommandParser) -> None:
        """One municipality, or all of them."""
        parser.add_argument("--opnieuw", action="store_true", help="maak alles opnieuw")
        parser.add_argument("--gemeente", help="code van een gemeente")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, municipality by municipality."""
        gekozen = Gemeente.objects.filter(actief=True)
        if options["gemeente"]:
            gekozen = gekozen.filter(pk=options["gemeente"])
        for g in gekozen:
            with gemeente(g):
                aantal = extract.opnieuw() if options["opnieuw"] else extract.tel()
            self.stdout.write(f"{g.pk} {g.naam}: {aantal} feiten")
