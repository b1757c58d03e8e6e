"""Cases that were elsewhere, written as rows with their history.

What happened keeps its own days, and ``vastgelegd_op`` the day on which the other system
recorded it; the history says when *we* got to know it: now.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import models

from inburgering import outbox
from inburgering.actions import herberekening, termijnen
from inburgering.actions.taak import als_term
from inburgering.management.bulk import (
    Geschreven,
    Zaakblad,
    nummers_voor,
    schrijf_weg,
)
from inburgering.management.overname import vorm
from inburgering.management.overname.doorlopen import doorlopen
from inburgering.management.overname.keuren import Kandidaat
from inburgering.models.dossier import bewaar_stand
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.historie import versie_van
from inburgering.models.spoor import OVERGENOMEN, Gebeurtenis
from inburgering.models.taak import Taak
from inburgering.models.termijn import Termijn
from inburgering.wet.samenhang import Bevinding


@dataclass(frozen=True)
class Overnemer:
    """Who takes the cases over, when, and out of which file (its fingerprint)."""

    by: Lidmaatschap
    on: datetime
    bestand: str

    def schrijf(
        self, zaken: Sequence[tuple[Kandidaat, Sequence[Bevinding]]]
    ) -> list[str]:
        """Write a block of cases with what was found in each; give their numbers."""
        nummers = nummers_voor([self.on.year] * len(zaken))
        bladen = [
            self._blad(kandidaat, nummer)
            for (kandidaat, _), nummer in zip(zaken, nummers, strict=True)
        ]
        schrijf_weg(bladen)
        self._in_werkvoorraad(zaken)
        self._meld(zaken)
        outbox.klaarzetten_veel(
            "feiten_bijwerken",
            {
                f"{k.traject.pk}:{k.traject.versie}": {"traject_id": k.traject.pk}
                for k, _ in zaken
            },
            self.on,
        )
        return nummers

    def _blad(self, kandidaat: Kandidaat, nummer: str) -> Zaakblad:
        nu, rijen = doorlopen(kandidaat.feiten, kandidaat.traject, self.on.date())
        persoon, traject = kandidaat.persoon, kandidaat.traject
        if kandidaat.bsn:
            persoon.zet_bsn(kandidaat.bsn)
        bewaar_stand(traject, nu)
        traject.nummer = nummer
        traject.versie = 1
        if traject.klantmanager_id is None:
            traject.team_id = self.by.team_id
        blad = Zaakblad(self._nieuw(persoon), self._nieuw(traject))
        for soort in kandidaat.rijen:
            for rij in kandidaat.rijen[soort]:
                rij.pk = None
                rij.vastgelegd_door_id = self.by.gebruiker_id
                blad.feiten[len(blad.feiten)] = self._nieuw(
                    rij, _ouders(kandidaat, soort, rij)
                )
        for (soort, volgnummer), velden in rijen.items():
            row = Termijn(
                gemeente=huidige_gemeente(),
                soort=soort,
                volgnummer=volgnummer,
                **velden,
            )
            blad.termijnen[soort, volgnummer] = self._nieuw(row)
        blad.spoor.append((self._regel(kandidaat, nummer), traject))
        return blad

    def _nieuw(
        self, rij: models.Model, ouders: Mapping[str, models.Model] | None = None
    ) -> Geschreven:
        versie = versie_van(
            rij, moment=self.on, user_id=self.by.gebruiker_id, reason=OVERGENOMEN,
            nieuw=True,
        )  # fmt: skip
        return Geschreven(rij, [versie], ouders or {})

    def _in_werkvoorraad(
        self, zaken: Sequence[tuple[Kandidaat, Sequence[Bevinding]]]
    ) -> None:
        """Keep every task as a term too, as the act that makes one does."""
        rows = [
            als_term(rij, k.traject)
            for k, _ in zaken
            for rij in k.rijen.get("taken", ())
            if isinstance(rij, Taak)
        ]
        termijnen.bewaar_rijen(rows, by=self.by, on=self.on)

    def _regel(self, kandidaat: Kandidaat, nummer: str) -> Gebeurtenis:
        return Gebeurtenis(
            gemeente=huidige_gemeente(), moment=self.on, gebruiker=self.by.gebruiker_id,
            naam=self.by.gebruiker.naam, rol=self.by.rol, nummer=nummer,
            handeling=OVERGENOMEN, gebeurd_op=self.on.date(), feit="traject",
            samenvatting=f"Overgenomen uit bestand {self.bestand}, regel {kandidaat.regel}",
        )  # fmt: skip

    def _meld(self, zaken: Sequence[tuple[Kandidaat, Sequence[Bevinding]]]) -> None:
        """Put what cannot be true on the list at once, by the keys of the new rows."""
        herberekening.meld(
            (
                (kandidaat.traject, _met_sleutel(kandidaat, b))
                for kandidaat, gevonden in zaken
                for b in gevonden
                if not b.verschil
            ),
            self.on.date(),
        )


def _ouders(
    kandidaat: Kandidaat, soort: str, rij: models.Model
) -> dict[str, models.Model]:
    """Give the rows of the case that a row refers to, by their numbers until now."""
    return {
        naam: kandidaat.rijen[veld.naar][nummer - 1]
        for naam, veld in vorm.feit(soort).items()
        if veld.naar and (nummer := getattr(rij, f"{naam}_id"))
    }


def _met_sleutel(kandidaat: Kandidaat, b: Bevinding) -> Bevinding:
    if not b.id:
        return b
    return replace(b, id=kandidaat.rijen[b.soort][b.id - 1].pk)
