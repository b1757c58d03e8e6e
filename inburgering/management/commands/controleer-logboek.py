"""Check the chains of both logs, from the first line to the last."""  # noqa: N999

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from inburgering.inzage import controleer_logboek
from inburgering.models.gemeente import Gemeente, gemeente


class Command(BaseCommand):
    """Say per municipality and log whether it is whole, and name the first bad line."""

    help = "Controleert of er in de logboeken iets is gewijzigd, gewist of ingevoegd."

    def add_arguments(self, parser: CommandParser) -> None:
        """One municipality, or all of them."""
        parser.add_argument("--gemeente", help="code van een gemeente")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check. Raises ``CommandError`` when anything is wrong."""
        chosen = Gemeente.objects.all()
        if options["gemeente"]:
            chosen = chosen.filter(pk=options["gemeente"])
        wrong = sum(self._check(g) for g in chosen)
        if wrong:
            raise CommandError(f"{wrong} logboek(en) kloppen niet.")

    def _check(self, g: Gemeente) -> int:
        with gemeente(g):
            outcomes, false_anchors = controleer_logboek()
        for one in outcomes:
            self.stdout.write(
                f"{g.pk} {one.log}: {one.schakels} regels, {one.vernietigd} gewist, "
                f"{one.ongeketend} nog niet geketend: {one.breuk or 'klopt'}"
            )
        for name in false_anchors:
            self.stdout.write(f"{g.pk} anker {name}: niet te vertrouwen")
        return sum(bool(one.breuk) for one in outcomes) + len(false_anchors)
