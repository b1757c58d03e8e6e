"""Making a release: count, protect, have the attacker try, and only then write bytes.

Runs as a job (``maken``) or from the command line. The result is one row that never
changes: with the package when the audit passed, without a byte of figures when not.
Earlier editions are those that left: approved by a second person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from inburgering.models.bericht import Bericht
from inburgering.models.gebruiker import Gebruiker
from inburgering.models.gemeente import huidige_gemeente
from monitoring import aggregate
from monitoring.disclosure.beleid import BELEIDSVERSIE
from monitoring.disclosure.beveiligen import NietVeilig, beveilig
from monitoring.disclosure.kennis import STANDAARD, Kennis
from monitoring.disclosure.lezen import lees
from monitoring.disclosure.oordeel import Bevinding
from monitoring.disclosure.tabel import RuweTabel, VeiligeTabel, kennis_van
from monitoring.disclosure.uitgave import Plek, Uitgave
from monitoring.disclosure.verleden import definitief
from monitoring.indicators.catalogus import CATALOGUSVERSIE, GROEP_ROUTE
from monitoring.levering import pakket
from monitoring.levering.periode import editie
from monitoring.levering.sleutels import afrondingssleutel
from monitoring.models import Levering, Voorkennis


TABEL = GROEP_ROUTE
# The jobs that change facts: figures wait for them.
FEITEN = ("feiten_bijwerken", "feiten_losmaken", "feiten_samenvoegen")


class NogNietBij(RuntimeError):
    """Acts wait to be taken into the facts; figures made now would miss them."""


def achterstand() -> int:
    """How many acts are not in the facts yet."""
    return Bericht.objects.filter(
        gemeente=huidige_gemeente(),
        soort__in=FEITEN,
        klaar_op__isnull=True,
        dood=False,
    ).count()


def maken(
    *, on: datetime, periode: str, volgnummer: int, door: int, vervangt: str = ""
) -> None:
    """The job: make this edition, once. Raises ``NogNietBij`` to be tried again."""
    if achterstand():
        raise NogNietBij
    maak(periode, volgnummer, door=door, on=on, vervangt=vervangt)


@dataclass(frozen=True)
class Eerder:
    """An edition that left."""

    levering: Levering
    uitgave: Uitgave


def eerdere() -> list[Eerder]:
    """Every edition that left, oldest first."""
    rijen = (
        Levering.objects.filter(besluit__akkoord=True)
        .defer("oordeel", "manifest")
        .order_by("peildag", "id")
    )
    return [
        Eerder(rij, lees(pakket.pak_uit(bytes(rij.inhoud)), TABEL)) for rij in rijen
    ]


def _kennis(eerder: Sequence[Eerder]) -> Kennis:
    """What readers know of every earlier moment."""
    exact: dict[Plek, int] = {}
    rijen = Voorkennis.objects.filter(levering__in=[e.levering for e in eerder])
    for aantallen in rijen.values_list("aantallen", flat=True):
        for gemeente, code, cohort, telling, cel, aantal in aantallen:
            exact[Plek(gemeente, code, cohort, telling, tuple(cel))] = aantal
    return Kennis(exact, niveau=STANDAARD)


def _bevroren(nieuw: Kennis, oud: Kennis, eerder: Sequence[Eerder]) -> Kennis:
    """What is known of this moment; of a frozen count what was known when it froze.

    Frozen figures speak of the moment at which they froze. Somebody who is registered
    later in a closed cohort is in the true count and not in those figures.
    """
    uitgaven = [e.uitgave for e in eerder]
    exact = dict(nieuw.exact)
    for plek in nieuw.exact:
        if definitief(uitgaven, plek.cohort, plek.telling) is not None:
            exact[plek] = oud.exact[plek._replace(editie=uitgaven[-1].editie.code)]
    return replace(nieuw, exact=exact)


def _als_json(kennis: Kennis) -> list[list[Any]]:
    return [[*plek[:4], list(plek.cel), n] for plek, n in kennis.exact.items()]


def maak(
    periode: str, volgnummer: int, *, door: int, on: datetime, vervangt: str = ""
) -> Levering:
    """Make one edition of the municipality in force; a second time gives the first."""
    klaar = Levering.objects.filter(periode=periode, volgnummer=volgnummer).first()
    if klaar is not None:
        return klaar
    nu = editie(periode, timezone.localdate(on), correctie=bool(vervangt))
    eerder = eerdere()
    ruw = aggregate.tel(TABEL, nu)
    oud = _kennis(eerder)
    nieuw = _bevroren(kennis_van(ruw, TABEL, STANDAARD), oud, eerder)
    rij = Levering(
        gemeente=huidige_gemeente(),
        periode=periode,
        volgnummer=volgnummer,
        soort=nu.soort.value,
        peildag=nu.peildag,
        vervangt=_oude(eerder, vervangt),
        beleidsversie=BELEIDSVERSIE,
        catalogusversie=CATALOGUSVERSIE,
        gemaakt_door=door,
        gemaakt_door_naam=Gebruiker.objects.get(pk=door).naam,
        gemaakt_op=on,
    )
    try:
        veilig = _beveilig(ruw, eerder, oud | nieuw)
    except NietVeilig as onveilig:
        return _afgekeurd(rij, onveilig.bevindingen)
    return _bewaar(rij, veilig, eerder, nieuw)


def _oude(eerder: Iterable[Eerder], periode: str) -> Levering | None:
    if not periode:
        return None
    return next(e.levering for e in eerder if e.levering.periode == periode)


def _beveilig(ruw: RuweTabel, eerder: Sequence[Eerder], kennis: Kennis) -> VeiligeTabel:
    return beveilig(
        ruw,
        TABEL,
        eerder=[e.uitgave for e in eerder],
        sleutel=afrondingssleutel(ruw.gemeente),
        kennis=kennis,
    )


def _afgekeurd(rij: Levering, bevindingen: Sequence[Bevinding]) -> Levering:
    """Nothing may leave; which cells say too much is kept, without any figure."""
    rij.geslaagd = False
    rij.oordeel = {"geslaagd": False, "bevindingen": [str(b) for b in bevindingen]}
    rij.manifest, rij.inhoud, rij.checksum = {}, b"", ""
    rij.save(force_insert=True)
    return rij


def _bewaar(
    rij: Levering, veilig: VeiligeTabel, eerder: Sequence[Eerder], nieuw: Kennis
) -> Levering:
    manifest = pakket.maak_manifest(
        veilig,
        gemeentenaam=rij.gemeente.naam,
        eerder=[(e.levering.periode, e.levering.checksum) for e in eerder],
        vervangt=rij.vervangt.periode if rij.vervangt else "",
        programmaversie=settings.VERSIE,
    )
    rij.inhoud = pakket.pak_in(pakket.verzegel(veilig, manifest))
    rij.checksum = pakket.sha256(rij.inhoud)
    rij.geslaagd = veilig.oordeel.genoeg
    rij.oordeel = manifest["controle"] | {"bevindingen": []}
    rij.manifest = manifest
    with transaction.atomic():
        rij.save(force_insert=True)
        Voorkennis.objects.create(
            gemeente=rij.gemeente, levering=rij, aantallen=_als_json(nieuw)
        )
    return rij
