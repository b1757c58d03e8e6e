"""Check whether every letter is still as it was made."""  # noqa: N999

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from inburgering.models.document import Document
from inburgering.models.gemeente import Gemeente, gemeente


PER_DEEL = 50


class Command(BaseCommand):
    """Compare the bytes of every letter with their hash, and name the ones that differ."""

    help = "Controleert of elke brief nog is zoals hij is gemaakt."

    def add_arguments(self, parser: CommandParser) -> None:
        """One municipality, or all of them."""
        parser.add_argument("--gemeente", help="code van een gemeente")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check. Raises ``CommandError`` when a letter is not what it was."""
        chosen = Gemeente.objects.all()
        if options["gemeente"]:
            chosen = chosen.filter(pk=options["gemeente"])
        letters = wrong = 0
        for town in chosen:
            with gemeente(town):
                rows = Document.objects.select_related("traject").order_by("pk")
                for letter in rows.iterator(PER_DEEL):
                    letters += 1
                    if not letter.ongeschonden:
                        wrong += 1
                        self.stdout.write(
                            f"{town.pk} {letter.traject.nummer} brief {letter.pk}: veranderd"
                        )
        self.stdout.write(f"{letters} brieven gecontroleerd.")
        if wrong:
            raise CommandError(f"{wrong} brieven zijn veranderd.")
