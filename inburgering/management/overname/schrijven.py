"""Cases that were elsewhere, written as rows with their history.

What happened keeps its own days, and ``vastgelegd_op`` the day on which the other system
recorded it; the history says when *we* got to know it: now. The terms are folded through
the days of the life, so that a term that ran and lapsed is there too, marked as lapsed:
the figures of earlier cohorts rest on it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

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
from inburgering.management.overname.keuren import Kandidaat
from inburgering.models.dossier import bewaar_stand
from inburgering.models.feiten import Rij
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.historie import versie_van
from inburgering.models.spoor import OVERGENOMEN, Gebeurtenis
from inburgering.models.taak import Taak
from inburgering.models.termijn import Termijn
from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.feiten import SOORTEN, Feit, Feiten
from inburgering.wet.moment import LATER
from inburgering.wet.samenhang import GEBEURTENISSEN, Bevinding
from inburgering.wet.stand import stand
from inburgering.wet.uitkomst import Stand


Termijnen = dict[tuple[str, int], Rij]


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
        nu, rijen = doorlopen(kandidaat, self.on.date())
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


# --- The terms of a life --------------------------------------------------------------


def doorlopen(kandidaat: Kandidaat, op: date) -> tuple[Stand, Termijnen]:
    """Say how the case stands today, with every term that runs, ended or lapsed."""
    kept: Termijnen = {}
    nu = stand(kandidaat.feiten, op)
    dagen = _dagen(kandidaat.feiten, op)
    if nu.status is not Trajectstatus.AFGESLOTEN:
        dagen.add(op)  # a closed case stays as it was, at night too
    for dag in sorted(dagen):
        then = nu if dag == op else stand(_bekend(kandidaat.feiten, dag), dag)
        rows = [
            {"soort": s, "volgnummer": v, "id": None, **r} for (s, v), r in kept.items()
        ]
        for key, row in termijnen.verschillen(then, rows, kandidaat.traject).items():
            kept[key] = {naam: row[naam] for naam in termijnen.VELDEN}
    return nu, kept


def _dagen(feiten: Feiten, op: date) -> set[date]:
    """Give the days on which something became known."""
    traject = feiten.traject
    dagen = {traject.geregistreerd_op}
    dagen |= {getattr(traject, n, None) for n in GEBEURTENISSEN["traject"]} - {None}
    for feit in _alle(feiten):
        later = (getattr(feit, naam) for naam in LATER.get(type(feit), ()))
        dagen.add(feit.vastgelegd_op)
        dagen |= {max(dag, feit.vastgelegd_op) for dag in later if dag is not None}
    return {dag for dag in dagen if traject.geregistreerd_op <= dag <= op}


def _alle(feiten: Feiten) -> Iterator[Feit]:
    for soort in SOORTEN:
        yield from getattr(feiten, soort)


def _bekend(feiten: Feiten, dag: date) -> Feiten:
    """Give what was known on a day: what was recorded later is left out.

    The normal week too: it says how it is now.
    """
    return replace(
        feiten,
        rooster=(),
        **{
            soort: tuple(f for f in getattr(feiten, soort) if f.vastgelegd_op <= dag)
            for soort in SOORTEN
        },
    )
