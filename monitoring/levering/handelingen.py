"""The two acts around a release: asking for one, and deciding whether it leaves.

Both are working acts of the house: written in the trail, safe against a double click.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import models
from django.db.models import Max
from django.utils import timezone

from inburgering.actions.uitvoering import verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.bericht import Bericht
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import Gemeente, huidige_gemeente
from monitoring.disclosure.uitgave import Editie, Editiesoort
from monitoring.levering.periode import editie, naam
from monitoring.models import Levering, Leveringsbesluit


SOORT = "levering_maken"


class NietMogelijk(Exception):
    """This can't be done now; the reason is in Dutch."""


def _aanvragen(periode: str = "") -> models.QuerySet[Bericht]:
    """What was asked for, of this edition or of all."""
    code = huidige_gemeente().pk
    begin = f"{code}:{periode}:" if periode else f"{code}:"
    return Bericht.objects.filter(
        gemeente=huidige_gemeente(), soort=SOORT, sleutel__startswith=begin
    )


def onderweg() -> list[str]:
    """The editions that are being made at this moment."""
    open_ = _aanvragen().filter(klaar_op=None, dood=False)
    return [job.gegevens["periode"] for job in open_.order_by("id")]


def volgend_nummer(periode: str) -> int:
    """The number of the next attempt; a job that was given up keeps its own."""
    laatste = Levering.objects.filter(periode=periode).aggregate(n=Max("volgnummer"))
    return max(laatste["n"] or 0, _aanvragen(periode).count()) + 1


def mag_maken(periode: str, vandaag: date, vervangt: str = "") -> Editie:
    """Whether this edition can be made. Raises ``NietMogelijk``, ``OnbekendePeriode``."""
    nu = editie(periode, vandaag, correctie=bool(vervangt))
    if wacht := Levering.objects.filter(geslaagd=True, besluit=None).first():
        raise NietMogelijk(
            f"De levering over {naam(wacht.periode)} wacht nog op een besluit. "
            "Een volgende kan pas daarna."
        )
    weg = Levering.objects.filter(besluit__akkoord=True)
    if weg.filter(periode=nu.code).exists():
        raise NietMogelijk(
            f"De levering over {naam(nu.code)} is al goedgekeurd. Cijfers die weg zijn "
            "verbetert u met een correctie in de jaareditie."
        )
    if weg.filter(peildag__gt=nu.peildag).exists():
        raise NietMogelijk("Er is al een levering over een latere periode weg.")
    if vervangt and not weg.filter(periode=vervangt).exists():
        raise NietMogelijk(
            f"Er is geen goedgekeurde levering {vervangt} te verbeteren."
        )
    return nu


def aanvragen(
    periode: str, *, by: Lidmaatschap, on: datetime, sleutel: UUID | None = None,
    vervangt: str = "",
) -> str:  # fmt: skip
    """Ask for an edition; gives its code. Asking twice makes one.

    Raises ``NietMogelijk``, ``OnbekendePeriode``, ``AlGedaan``.
    """
    nu = mag_maken(periode, timezone.localdate(on), vervangt)
    if andere := onderweg():
        if nu.code in andere:
            return nu.code
        raise NietMogelijk(f"De levering {andere[0]} wordt nog gemaakt.")
    volgnummer = volgend_nummer(nu.code)
    handeling = Werkhandeling.LEVERING_MAKEN
    with verrichten(handeling, by=by, on=on, sleutel=sleutel) as zaak:
        zaak.samenvatting = f"Levering over {naam(nu.code)}"
        zaak.kondig_aan(
            SOORT, f"{huidige_gemeente().pk}:{nu.code}:{volgnummer}",
            periode=nu.code, volgnummer=volgnummer, door=by.gebruiker_id,
            vervangt=vervangt,
        )  # fmt: skip
    return nu.code


def _mag_besluiten(levering: Levering, akkoord: bool, by: Lidmaatschap) -> None:
    if not levering.geslaagd:
        raise NietMogelijk("Deze levering is niet door de controle gekomen.")
    if Leveringsbesluit.objects.filter(levering=levering).exists():
        raise NietMogelijk("Over deze levering is al besloten.")
    if levering.gemaakt_door == by.gebruiker_id:
        raise NietMogelijk("Wie de levering maakte, beslist er niet over.")
    bekend = [rij["periode"] for rij in levering.manifest["eerder"]]
    weg = Levering.objects.filter(besluit__akkoord=True)
    if akkoord and weg.exclude(periode__in=bekend).exists():
        raise NietMogelijk(
            "Sinds deze levering is gemaakt, ging een andere weg. Samen kunnen zij te "
            "veel verraden. Keur deze af en maak haar opnieuw."
        )


def besluiten(
    levering: Levering, *, akkoord: bool, by: Lidmaatschap, on: datetime,
    reden: str = "", sleutel: UUID | None = None,
) -> Leveringsbesluit:  # fmt: skip
    """Let a release leave, or not. Raises ``NietMogelijk``, ``AlGedaan``.

    The maker doesn't decide on their own release; a refusal gives its reason.
    """
    if akkoord is False and not reden.strip():
        raise NietMogelijk("Schrijf op waarom u de levering afkeurt.")
    handeling = Werkhandeling.LEVERING_GOEDKEUREN
    with verrichten(handeling, by=by, on=on, sleutel=sleutel) as zaak:
        # One decision at a time: each is judged by what left before it.
        Gemeente.objects.select_for_update().get(pk=levering.gemeente_id)
        _mag_besluiten(levering, akkoord, by)
        uitslag = "goedgekeurd" if akkoord else "afgekeurd"
        zaak.samenvatting = f"Levering over {naam(levering.periode)} {uitslag}"
        zaak.reden = reden
        return Leveringsbesluit.objects.create(
            gemeente=huidige_gemeente(), levering=levering, akkoord=akkoord,
            reden=reden.strip()[:300], door=by.gebruiker_id,
            door_naam=by.gebruiker.naam, op=on,
        )  # fmt: skip


STAPPEN = (
    "In de rij gezet",
    "Tellen, afronden en controleren",
    "Klaar voor het besluit",
)


@dataclass(frozen=True)
class Voortgang:
    """How far the making of an edition is. ``gestopt``: it was given up."""

    stap: int
    gevraagd_op: datetime
    pogingen: int
    gestopt: bool

    @property
    def klaar(self) -> bool:
        """Is it done?"""
        return self.stap == len(STAPPEN)


def voortgang(periode: str) -> Voortgang | None:
    """How far the last request for this edition is; None when nobody asked."""
    job = _aanvragen(periode).order_by("id").last()
    if job is None:
        return None
    stap = len(STAPPEN) if job.klaar_op else 2 if job.pogingen else 1
    return Voortgang(stap, job.aangemaakt, job.pogingen, job.dood)


def kwartaal(levering: Levering) -> bool:
    """Does this edition show the coarsest open table only, by its rhythm?"""
    return levering.soort == Editiesoort.KWARTAAL.value
