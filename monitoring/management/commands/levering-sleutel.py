"""Print the public key of a municipality."""  # noqa: N999

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from inburgering.models.gemeente import Gemeente
from monitoring.levering.sleutels import publieke_sleutel


class Command(BaseCommand):
    """Give what the receiver needs to recognise the releases of a municipality."""

    help = "Toont de publieke sleutel waarmee een ontvanger leveringen controleert."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which municipality."""
        parser.add_argument("--gemeente", required=True, help="code van de gemeente")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it, and nothing else, so that it can be kept in a file."""
        if not Gemeente.objects.filter(pk=options["gemeente"]).exists():
            raise CommandError(f"Gemeente {options['gemeente']} werkt hier niet.")
        self.stdout.write(publieke_sleutel(options["gemeente"]))
