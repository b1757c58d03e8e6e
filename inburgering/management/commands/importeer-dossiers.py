"""Take over the cases that a municipality kept in another system."""  # noqa: N999

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from inburgering.authorization.checks import may
from inburgering.authorization.roles import Rol
from inburgering.management.overname import beschrijving
from inburgering.management.overname.fouten import Verzameling
from inburgering.management.overname.overnemen import Geweigerd, Overname, Uitslag
from inburgering.management.overname.velden import wat_bekend_is
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import Gemeente, gemeente, huidige_gemeente
from inburgering.wet.handelingen import Handeling


class Command(BaseCommand):
    """All cases of a file, or none; ``--proef`` says everything and writes nothing."""

    help = (
        "Neemt dossiers over uit een ander systeem: JSON Lines, een dossier per regel. "
        "De vorm staat in docs/overname.md, en met --schema als JSON Schema."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Which file, where to, and by whom; or only what a file looks like."""
        parser.add_argument("bestand", nargs="?", type=Path, help="JSON Lines, UTF-8")
        parser.add_argument("--gemeente", help="code van de gemeente")
        parser.add_argument("--door", help="e-mailadres van wie de dossiers overneemt")
        parser.add_argument(
            "--proef", action="store_true", help="zeg alles, schrijf niets"
        )
        parser.add_argument(
            "--schema",
            action="store_true",
            help="alleen de vorm, als JSON Schema; met --gemeente ook de eigen vragen",
        )
        parser.add_argument(
            "--voorbeeld", type=int, metavar="N",
            help="alleen N verzonnen dossiers, om mee te proberen",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        """Judge and write. Raises ``CommandError`` when the file is refused."""
        if options["schema"]:
            text = json.dumps(
                _schema(options["gemeente"]), indent=2, ensure_ascii=False
            )
            self.stdout.write(text)
            return
        today = timezone.localdate()
        if options["voorbeeld"]:
            who = options["door"] or ""
            for line in beschrijving.voorbeelden(options["voorbeeld"], today, who):
                self.stdout.write(line)
            return
        if not (options["bestand"] and options["gemeente"] and options["door"]):
            raise CommandError("Geef het bestand, --gemeente en --door.")
        with gemeente(_town(options["gemeente"])):
            self._take_over(options["bestand"], _who(options["door"], today), options)

    def _take_over(self, path: Path, by: Lidmaatschap, options: dict[str, Any]) -> None:
        if not path.is_file():
            raise CommandError("Dit bestand is er niet, of het is geen gewoon bestand.")
        try:
            with path.open("rb") as file:
                job = Overname(file, by, timezone.localtime())
                found = job.keur()
                self._tell(found)
                if found.fouten.aantal:
                    raise CommandError(_refused(found))
                if not options["proef"]:
                    job.schrijf()
        except OSError:
            raise CommandError("Dit bestand kan niet worden gelezen.") from None
        except Geweigerd as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(_done(found, proef=options["proef"]))

    def _tell(self, found: Uitslag) -> None:
        """Print each fault, and each thing that is let in and cannot be true."""
        self._list(found.fouten, "")
        self._list(found.klopt_niet, "klopt niet: ")

    def _list(self, faults: Verzameling, what: str) -> None:
        for fault in faults.genoemd:
            self.stdout.write(f"{what}{fault}")
        if faults.niet_genoemd:
            self.stdout.write(f"{what}en nog {faults.niet_genoemd}, hier niet genoemd.")


def _schema(code: str | None) -> beschrijving.Schema:
    """Give the form of a line; of a municipality with the questions it asks itself."""
    if not code:
        return beschrijving.schema()
    town = _town(code)
    with gemeente(town):
        return beschrijving.schema(wat_bekend_is(timezone.localdate()).eigen)


def _town(code: str) -> Gemeente:
    found = Gemeente.objects.filter(pk=code, actief=True).first()
    if found is None:
        here = Gemeente.objects.filter(actief=True).order_by("naam")
        known = ", ".join(f"{town.pk} ({town.naam})" for town in here)
        raise CommandError(f"Deze gemeente is hier niet bekend. Kies uit: {known}.")
    return found


def _who(email: str, op: date) -> Lidmaatschap:
    """Give the membership in which somebody may register persons here today."""
    members = Lidmaatschap.objects.geldig_op(op).filter(
        gemeente=huidige_gemeente(), gebruiker__email__iexact=email
    )
    for member in members.select_related("gebruiker"):
        if may(Rol(member.rol), Handeling.TRAJECT_REGISTREREN, mandaat=member.mandaat):
            return member
    raise CommandError(
        "Deze collega mag hier vandaag geen personen registreren. Kies met --door "
        "iemand die dat wel mag."
    )


def _refused(found: Uitslag) -> str:
    return (
        f"Niets is overgenomen. Fouten: {found.fouten.aantal}, in {found.fouten.regels} van "
        f"de {found.dossiers} regels."
    )


def _done(found: Uitslag, *, proef: bool) -> str:
    first, last = found.nummers
    done = [f"Dossiers overgenomen: {found.dossiers}, {first} tot en met {last}."]
    if proef:
        done = [f"Proef. Dossiers die kunnen worden overgenomen: {found.dossiers}."]
        done.append("Er is niets geschreven.")
    if found.verschillen:
        done.append(
            f"Verschillen met DUO: {found.verschillen}; elk dossier zegt ze zelf."
        )
    if found.klopt_niet.regels:
        when = "komen dan" if proef else "staan"
        done.append(
            f"Dossiers waarin iets niet klopt: {found.klopt_niet.regels}; zij {when} op de "
            "lijst /werkvoorraad/klopt-niet/."
        )
    return " ".join(done)
