"""Print how a case stands, on a day, by what was known at a moment."""

import getpass
import json
from datetime import date, datetime, time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from inburgering.inzage import raadpleeg_opdracht
from inburgering.models.dossier import Dossier, lees
from inburgering.models.gemeente import Gemeente, gemeente
from inburgering.models.traject import Traject
from inburgering.models.uittreksel import uittreksel
from inburgering.wet.parameters import GeenRegel


def moment(tekst: str) -> datetime:
    """Read a moment; a day alone is the end of that day. Raises ``ValueError``."""
    read = datetime.fromisoformat(tekst)
    if len(tekst) == 10:
        read = datetime.combine(read, time.max)
    return read if read.tzinfo else timezone.make_aware(read)


class Command(BaseCommand):
    """One case for whoever wants to check the computation; the look is logged."""

    help = "Laat zien hoe een dossier ervoor staat, met reden en artikel."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which case, on which day, by what was known when."""
        parser.add_argument("nummer")
        parser.add_argument("--json", action="store_true", help="alles, als JSON")
        parser.add_argument("--op", type=date.fromisoformat, help="peildatum")
        parser.add_argument("--bekend-op", type=moment, help="wat was toen bekend")
        parser.add_argument("--gemeente", help="code; nodig bij meer gemeenten")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print. Raises ``CommandError`` when there is no such case or no answer."""
        nu = timezone.localtime()
        with gemeente(self._town(options["gemeente"])):
            traject = (
                Traject.objects.select_related("inburgeraar")
                .filter(nummer=options["nummer"])
                .first()
            )
            if traject is None:
                raise CommandError("Dit dossier bestaat niet in deze gemeente.")
            raadpleeg_opdracht(
                traject.nummer, door=getpass.getuser(), on=nu, reden="manage.py dossier"
            )
            try:
                dossier = lees(
                    traject, options["op"] or nu.date(), options["bekend_op"]
                )
            except (LookupError, GeenRegel) as error:
                raise CommandError(str(error)) from None
        self._print(dossier, as_json=options["json"])

    def _town(self, code: str | None) -> Gemeente:
        chosen = Gemeente.objects.filter(pk=code) if code else Gemeente.objects.all()
        found = list(chosen[:2])
        if len(found) != 1:
            raise CommandError("Geef met --gemeente de code van een gemeente.")
        return found[0]

    def _print(self, dossier: Dossier, *, as_json: bool) -> None:
        if as_json:
            text = json.dumps(uittreksel(dossier), indent=2, ensure_ascii=False)
            self.stdout.write(text)
            return
        stand = dossier.stand
        self.stdout.write(f"{dossier.traject.nummer}: {stand.status.label}")
        for termijn in stand.termijnen:
            how = f"voldaan {termijn.voldaan_op}" if termijn.voldaan_op else "open"
            self.stdout.write(
                f"  {termijn.soort.label}: uiterlijk {termijn.uiterlijk}, {how}; "
                f"{termijn.reden} ({termijn.bron})"
            )
