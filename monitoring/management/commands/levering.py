"""Make a release, have it approved, and write it to a folder."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from inburgering import inzage, outbox
from inburgering.authorization.checks import may
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.bericht import Bericht
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import Gemeente, gemeente
from monitoring.levering.handelingen import (
    NietMogelijk,
    besluiten,
    mag_maken,
    volgend_nummer,
)
from monitoring.levering.maak import FEITEN, achterstand, maak
from monitoring.levering.periode import OnbekendePeriode
from monitoring.models import Levering


class Command(BaseCommand):
    """Nothing is written before the audit passed and a second person approved."""

    help = "Maakt een levering, laat haar goedkeuren en schrijft haar naar een map."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which edition, by whom, and where it goes."""
        parser.add_argument("--gemeente", required=True, help="code van de gemeente")
        parser.add_argument("--periode", required=True, help="2026K3, 2026H1 of 2026J")
        parser.add_argument("--door", default="", help="e-mailadres van de maker")
        parser.add_argument(
            "--goedkeuren", default="", metavar="E-MAIL",
            help="e-mailadres van wie de levering goedkeurt (niet de maker)",
        )  # fmt: skip
        parser.add_argument(
            "--vervangt", default="", help="de levering die dit verbetert"
        )
        parser.add_argument(
            "--uit", type=Path, help="map waar het pakket komt te staan"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is asked, step by step. Raises ``CommandError``."""
        g = Gemeente.objects.filter(pk=options["gemeente"]).first()
        if g is None:
            raise CommandError(f"Gemeente {options['gemeente']} werkt hier niet.")
        try:
            levering = self._maak(g, options)
            if options["goedkeuren"]:
                self._keur_goed(g, levering, options["goedkeuren"])
            if options["uit"]:
                self._schrijf(g, levering, options["uit"])
        except (NietMogelijk, OnbekendePeriode) as fout:
            raise CommandError(str(fout)) from fout

    def _lid(self, g: Gemeente, email: str, handeling: Werkhandeling) -> Lidmaatschap:
        """The membership of somebody who may do this here."""
        vandaag = timezone.localdate()
        leden = Lidmaatschap.objects.geldig_op(vandaag).select_related("gebruiker")
        for lid in leden.filter(gemeente=g, gebruiker__email__iexact=email):
            if may(Rol(lid.rol), handeling, mandaat=lid.mandaat):
                return lid
        raise CommandError(f"{email} mag dit niet: {handeling.label.lower()}.")

    def _maak(self, g: Gemeente, options: dict[str, Any]) -> Levering:
        periode, nu = options["periode"].upper(), timezone.localtime()
        door = None
        if options["door"]:
            lid = self._lid(g, options["door"], Werkhandeling.LEVERING_MAKEN)
            door = lid.gebruiker_id
        werk_bij(g)
        with gemeente(g):
            klaar = Levering.objects.filter(periode=periode, geslaagd=True)
            klaar = klaar.exclude(besluit__akkoord=False)
            if (levering := klaar.last()) is None:
                if achterstand():
                    raise CommandError("Er wachten nog feiten op verwerking.")
                mag_maken(periode, timezone.localdate(), options["vervangt"])
                volgnummer = volgend_nummer(periode)
                levering = maak(
                    periode, volgnummer, door=door, on=nu, vervangt=options["vervangt"]
                )
        self._zeg(levering)
        return levering

    def _zeg(self, levering: Levering) -> None:
        if not levering.geslaagd:
            cellen = "\n".join(f"- {b}" for b in levering.oordeel["bevindingen"])
            raise CommandError(
                f"Afgekeurd door de controle; er gaat niets weg:\n{cellen}"
            )
        self.stdout.write(
            f"Levering {levering.periode}, peildag {levering.peildag}: door de controle "
            f"gekomen ({levering.oordeel['onderzocht']} vragen)."
        )
        for melding in levering.manifest["meldingen"]:
            self.stdout.write(f"Let op: {melding}")

    def _keur_goed(self, g: Gemeente, levering: Levering, email: str) -> None:
        lid = self._lid(g, email, Werkhandeling.LEVERING_GOEDKEUREN)
        with gemeente(g):
            if not hasattr(levering, "besluit"):
                besluiten(levering, akkoord=True, by=lid, on=timezone.localtime())
                levering.refresh_from_db()
            inzage.raadpleeg(
                Inzage.LEVERINGEN, "", by=lid, on=timezone.localtime(),
                reden=f"Levering {levering.periode} weggeschreven",
            )  # fmt: skip
        self.stdout.write(f"Goedgekeurd door {lid.gebruiker.naam}.")

    def _schrijf(self, g: Gemeente, levering: Levering, map_: Path) -> None:
        with gemeente(g):
            besluit = getattr(levering, "besluit", None)
        if besluit is None or not besluit.akkoord:
            raise CommandError(
                "Er is nog niets weggeschreven: een tweede persoon moet de levering eerst "
                "goedkeuren, op /leveringen/ of met --goedkeuren E-MAIL."
            )
        map_.mkdir(parents=True, exist_ok=True)
        pad = map_ / f"levering-{g.pk}-{levering.periode}.zip"
        pad.write_bytes(bytes(levering.inhoud))
        self.stdout.write(f"{pad} (sha256 {levering.checksum})")


def werk_bij(g: Gemeente) -> None:
    """Take the acts that still wait into the facts, as the worker would."""
    rijen = Bericht.objects.filter(
        gemeente=g, soort__in=FEITEN, klaar_op=None, dood=False
    )
    for bericht_id in list(rijen.order_by("id").values_list("id", flat=True)):
        outbox.voer_uit(bericht_id, timezone.localtime())
