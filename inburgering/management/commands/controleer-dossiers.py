"""Check whether the recorded facts of cases can be true together under the law."""  # noqa: N999

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from inburgering.models.dossier import lees
from inburgering.models.gemeente import Gemeente, gemeente
from inburgering.models.traject import Traject
from inburgering.wet.samenhang import Bevinding, bevindingen


PER_DEEL = 500


class Command(BaseCommand):
    """For whoever imported cases, or wants to know before the night."""

    help = "Controleert of de feiten van dossiers samen waar kunnen zijn."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which cases; none named is all of them."""
        parser.add_argument("nummer", nargs="*", help="dossiernummers; leeg is alle")
        parser.add_argument("--op", type=date.fromisoformat, help="peildatum")
        parser.add_argument("--gemeente", help="code; leeg is alle gemeenten")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each finding. Raises ``CommandError`` when a case is not consistent."""
        towns = Gemeente.objects.filter(actief=True)
        if options["gemeente"]:
            towns = towns.filter(pk=options["gemeente"])
        op = options["op"] or timezone.localdate()
        cases = wrong = 0
        for town in towns:
            with gemeente(town):
                for number, found in _checked(options["nummer"], op):
                    cases += 1
                    wrong += any(not b.verschil for b in found)
                    self._print(number, found)
        if options["nummer"] and not cases:
            raise CommandError("Dit dossier bestaat niet.")
        self.stdout.write(f"{cases} dossiers gecontroleerd.")
        if wrong:
            raise CommandError(f"{wrong} dossiers kloppen niet.")

    def _print(self, number: str, found: tuple[Bevinding, ...]) -> None:
        for b in found:
            what = "verschil met DUO" if b.verschil else "klopt niet"
            self.stdout.write(
                f"{number} {what}: {b.soort} {b.id} {b.veld}: {b.tekst} ({b.bron})"
            )


def _checked(
    numbers: list[str], op: date
) -> Iterator[tuple[str, tuple[Bevinding, ...]]]:
    """Read the cases part by part, so that memory stays small."""
    last = 0
    while True:
        rows = Traject.objects.filter(pk__gt=last).select_related("inburgeraar")
        if numbers:
            rows = rows.filter(nummer__in=numbers)
        part = list(rows.order_by("pk")[:PER_DEEL])
        for traject in part:
            yield traject.nummer, bevindingen(lees(traject, op).feiten, op)
        if len(part) < PER_DEEL:
            return
        last = part[-1].pk
