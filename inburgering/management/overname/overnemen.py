"""A whole file: every line is judged before one is written, and all are or none.

The file is read twice, line by line. First each line is judged; of a line nothing stays
in memory but the fingerprints of its numbers (to find the same person twice) and whether
the law found something. Only when no line has a fault it is read again, in one
transaction, block by block. Memory so holds one block of cases, two fingerprints of
sixteen bytes per line, and the messages that will be printed.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import BinaryIO

from django.db import DatabaseError, IntegrityError, transaction

from inburgering.management.overname.fouten import Fout, Verzameling
from inburgering.management.overname.keuren import Kandidaat, Keuring
from inburgering.management.overname.lezen import Regel, regels
from inburgering.management.overname.schrijven import Overnemer
from inburgering.management.overname.velden import wat_bekend_is
from inburgering.models.feiten import lees_instellingen
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.wet.samenhang import Bevinding


PER_KEER = 250
AFDRUK = 12  # of the fingerprint of a file, as the trail names it
NAAM_VAN = {"bsn_index": "bsn", "v_nummer": "v_nummer"}
GEWIJZIGD = "Het bestand is gewijzigd terwijl het werd gelezen. Niets is overgenomen."
TUSSENDOOR = (
    "De database weigerde een dossier dat eerst kon: waarschijnlijk is er intussen iemand "
    "geregistreerd. Niets is overgenomen; draai de opdracht opnieuw."
)
NIET_GESCHREVEN = "De database kon niet schrijven. Niets is overgenomen."


class Geweigerd(Exception):
    """The file as a whole was not taken over; nothing was written."""


@dataclass
class Uitslag:
    """What was found in a file."""

    bestand: str = ""
    dossiers: int = 0
    fouten: Verzameling = field(default_factory=Verzameling)
    klopt_niet: Verzameling = field(default_factory=Verzameling)
    verschillen: int = 0
    met_bevinding: set[int] = field(default_factory=set)
    nummers: tuple[str, str] = ("", "")


Paar = tuple[Regel, Kandidaat | None]


@dataclass
class Overname:
    """A file, who takes it over, and when."""

    bestand: BinaryIO
    by: Lidmaatschap
    on: datetime
    uitslag: Uitslag = field(default_factory=Uitslag)
    _gezien: dict[bytes, int] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Read once what all lines are held against."""
        op = self.on.date()
        self.keuring = Keuring(wat_bekend_is(op), lees_instellingen(), op)

    def keur(self) -> Uitslag:
        """Judge every line; nothing is written."""
        self.uitslag.bestand = self._afdruk()
        for blok in self._blokken():
            self._in_de_database(blok)
            for regel, kandidaat in blok:
                if kandidaat is not None:
                    self._in_het_bestand(regel, kandidaat)
                if kandidaat is not None and not regel.fouten:
                    self._bij_de_wet(kandidaat)
                self.uitslag.dossiers += 1
                self.uitslag.fouten.voeg_toe(regel.fouten)
        if not self.uitslag.dossiers:
            self.uitslag.fouten.voeg_toe([Fout(0, "", "Het bestand is leeg.")])
        return self.uitslag

    def schrijf(self) -> Uitslag:
        """Write every case, in one transaction. Raises :class:`Geweigerd`."""
        overnemer = Overnemer(self.by, self.on, self.uitslag.bestand[:AFDRUK])
        nummers: list[str] = []
        try:
            with transaction.atomic():
                for blok in self._blokken():
                    self._in_de_database(blok)
                    if any(regel.fouten for regel, _ in blok):
                        raise Geweigerd(TUSSENDOOR)
                    gegeven = overnemer.schrijf(
                        [(k, self._bevindingen(k)) for _, k in blok if k is not None]
                    )
                    nummers = [(nummers or gegeven)[0], gegeven[-1]]
                if self._afdruk() != self.uitslag.bestand:
                    raise Geweigerd(GEWIJZIGD)
        except IntegrityError:
            raise Geweigerd(TUSSENDOOR) from None
        except DatabaseError as error:
            # Its words may hold values of the file, so only its kind is told.
            raise Geweigerd(f"{NIET_GESCHREVEN} ({type(error).__name__})") from None
        self.uitslag.nummers = (nummers[0], nummers[-1])
        return self.uitslag

    # --- Reading ----------------------------------------------------------------------

    def _afdruk(self) -> str:
        self.bestand.seek(0)
        return hashlib.file_digest(self.bestand, "sha256").hexdigest()

    def _blokken(self) -> Iterator[list[Paar]]:
        self.bestand.seek(0)
        gelezen = regels(self.bestand)
        while blok := list(islice(gelezen, PER_KEER)):
            yield [(regel, self.keuring.keur(regel)) for regel in blok]

    # --- The same person twice --------------------------------------------------------

    def _in_de_database(self, blok: list[Paar]) -> None:
        """Say of each line whether somebody is here already: two questions per block."""
        for kolom, naam in NAAM_VAN.items():
            gevraagd = {
                waarde: regel
                for regel, kandidaat in blok
                if kandidaat is not None
                for k, waarde in kandidaat.nummers
                if k == kolom
            }
            pad = f"inburgeraar__{kolom}"
            known = Traject.alle.filter(**{f"{pad}__in": list(gevraagd)})
            for waarde, nummer in known.values_list(pad, "nummer"):
                gevraagd[waarde].fout(
                    f"deze persoon is hier al bekend, als dossier {nummer}.",
                    f"aanmelding.{naam}",
                )

    def _in_het_bestand(self, regel: Regel, kandidaat: Kandidaat) -> None:
        for kolom, waarde in kandidaat.nummers:
            sleutel = hashlib.blake2b(f"{kolom} {waarde}".encode(), digest_size=16)
            eerder = self._gezien.setdefault(sleutel.digest(), regel.nummer)
            if eerder != regel.nummer:
                regel.fout(
                    f"deze persoon staat ook op regel {eerder}.",
                    f"aanmelding.{NAAM_VAN[kolom]}",
                )

    # --- What the law says ------------------------------------------------------------

    def _bij_de_wet(self, kandidaat: Kandidaat) -> None:
        gevonden = self.keuring.wat_niet_klopt(kandidaat)
        fouten = [b for b in gevonden if not b.verschil]
        self.uitslag.verschillen += len(gevonden) - len(fouten)
        if fouten:
            self.uitslag.met_bevinding.add(kandidaat.regel)
            self.uitslag.klopt_niet.voeg_toe(
                Fout(kandidaat.regel, kandidaat.pad(b), f"{b.tekst} ({b.bron})")
                for b in fouten
            )

    def _bevindingen(self, kandidaat: Kandidaat) -> tuple[Bevinding, ...]:
        """Ask the law again only where it had something to say."""
        if kandidaat.regel not in self.uitslag.met_bevinding:
            return ()
        return self.keuring.wat_niet_klopt(kandidaat)
