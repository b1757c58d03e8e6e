"""Verify a package as its receiver would: exit status 1 when it is refused."""  # noqa: N999

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from monitoring.disclosure.lezen import lees
from monitoring.disclosure.uitgave import Uitgave
from monitoring.indicators.catalogus import GROEP_ROUTE
from monitoring.levering.pakket import BESTANDEN, GeenPakket, pak_uit
from monitoring.ontvangst.controleer import controleer


def lees_pad(pad: Path) -> dict[str, bytes]:
    """The files of a package, be it a zip or a folder. Raises ``GeenPakket``."""
    if pad.is_dir():
        return {deel.name: deel.read_bytes() for deel in sorted(pad.iterdir())}
    return pak_uit(pad.read_bytes())


class Command(BaseCommand):
    """Needs no database and no secret: only the package and the public key."""

    help = "Controleert een levering zoals de ontvanger dat doet."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The package, the key, and what the same sender sent before."""
        parser.add_argument("bestand", type=Path, help="zip-bestand of map")
        parser.add_argument(
            "--sleutel", required=True,
            help="publieke sleutel van de afzender, of een bestand waar die in staat",
        )  # fmt: skip
        parser.add_argument(
            "--eerder", type=Path, nargs="*", default=[],
            help="eerdere leveringen van dezelfde afzender, oudste eerst",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify. Raises ``CommandError`` with every reason to refuse."""
        try:
            bestanden = lees_pad(options["bestand"])
            eerder = [self._uitgave(pad) for pad in options["eerder"]]
        except (GeenPakket, OSError) as fout:
            raise CommandError(f"Geweigerd: {fout}") from fout
        verslag = controleer(bestanden, _sleutel(options["sleutel"]), eerder)
        for opmerking in verslag.opmerkingen:
            self.stdout.write(f"Let op: {opmerking}")
        if not verslag.aanvaard:
            redenen = "\n".join(f"- {reden}" for reden in verslag.redenen)
            raise CommandError(f"Geweigerd:\n{redenen}")
        assert verslag.kop is not None
        self.stdout.write(
            f"Aanvaard: {verslag.kop.afzender} {verslag.kop.periode}, peildag "
            f"{verslag.kop.peildag}. Handtekening, controlesommen, catalogus en optelling "
            f"kloppen; {verslag.onderzocht} vragen van een aanvaller gaven niets prijs."
        )

    def _uitgave(self, pad: Path) -> Uitgave:
        bestanden = lees_pad(pad)
        if set(bestanden) != set(BESTANDEN):
            raise GeenPakket(f"{pad} is geen levering.")
        return lees(bestanden, GROEP_ROUTE)


def _sleutel(tekst: str) -> str:
    pad = Path(tekst)
    try:
        return pad.read_text(encoding="utf-8").strip() if pad.is_file() else tekst
    except OSError:
        return tekst
