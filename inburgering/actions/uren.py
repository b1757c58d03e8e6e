"""The acts around hours followed: of one person, and of a whole group at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import OperationalError

from inburgering.actions.uitvoering import AlGedaan, CollegaWasEerder, Zaak, uitvoeren
from inburgering.models.aanbod import Aanbieder
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.participatie import GevolgdeUren
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Herkomst, Urensoort
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.handelingen import Handeling
from inburgering.wet.leerroutes import TELT_VOOR_PARTICIPATIE
from inburgering.wet.uitkomst import Melding, NietToegestaan


AFSCHALEN = Bron("Besluit", "5.5", Zekerheid.B)


def heeft_keurmerk(aanbieder: Aanbieder | None, van: date, tot_en_met: date) -> bool:
    """Say whether the quality mark held in the whole period; unknown is no."""
    return aanbieder is not None and all(
        aanbieder.heeft_keurmerk_op(dag) for dag in (van, tot_en_met)
    )


def _warnings(
    soort: str, aanbieder: Aanbieder | None, van: date, tot_en_met: date
) -> tuple[Melding, ...]:
    """Say what it means that lessons were not followed under a quality mark."""
    if soort in TELT_VOOR_PARTICIPATIE:
        return ()
    who = f"{aanbieder} had in deze periode geen keurmerk."
    if aanbieder is None:
        who = "Er is geen aanbieder gekozen; of er een keurmerk was, is niet bekend."
    text = f"{who} Deze uren tellen niet mee om af te schalen."
    used = (
        ("Soort", Urensoort(soort).label), ("Eerste dag", van), ("Laatste dag", tot_en_met),
        ("Aanbieder met keurmerk", "niet bekend" if aanbieder is None else "nee"),
    )  # fmt: skip
    return (Melding(text, AFSCHALEN, gebruikt=used),)


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, soort: str, van: date,
    tot_en_met: date, uren: int, verzuim_geoorloofd: int = 0,
    verzuim_ongeoorloofd: int = 0, aanbieder: Aanbieder | None = None,
    herkomst: str = Herkomst.GEMEENTE.value, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the hours followed in a period, and the hours missed."""
    with_mark = heeft_keurmerk(aanbieder, van, tot_en_met)
    gegevens = {
        "soort": soort, "van": van, "tot_en_met": tot_en_met, "uren": uren,
        "verzuim_geoorloofd": verzuim_geoorloofd,
        "verzuim_ongeoorloofd": verzuim_ongeoorloofd, "met_keurmerk": with_mark,
        "herkomst": herkomst,
    }  # fmt: skip
    with uitvoeren(
        Handeling.UREN_VASTLEGGEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(GevolgdeUren, aanbieder=aanbieder, **gegevens)
        if not with_mark:
            zaak.meldingen += _warnings(soort, aanbieder, van, tot_en_met)
        zaak.gebeurd_op = tot_en_met
        zaak.samenvatting = f"{uren} uur {Urensoort(soort).label.lower()}"
    return zaak


@dataclass(frozen=True)
class Opdracht:
    """The hours of one person in a list; ``naam`` tells the rows of a list apart."""

    traject: Traject
    gegevens: Mapping[str, Any]
    naam: str
    versie: int | None = None


@dataclass(frozen=True)
class Uitkomst:
    """What became of one row; a row that was done before is simply done."""

    opdracht: Opdracht
    gelukt: bool
    meldingen: tuple[Melding, ...] = ()
    geweigerd: NietToegestaan | None = None
    eerder: CollegaWasEerder | None = None
    bezet: bool = False


def in_lijst(
    *, opdrachten: Iterable[Opdracht], by: Lidmaatschap, on: datetime, sleutel: UUID
) -> list[Uitkomst]:
    """Record row by row: each its own transaction, so one refusal stops none.

    ``sleutel`` is the key of the form; with the name of a row it makes a key of the row,
    so that a second click, or the same form sent again, does nothing twice.
    """
    return [_one(opdracht, by, on, sleutel) for opdracht in opdrachten]


def _one(opdracht: Opdracht, by: Lidmaatschap, on: datetime, sleutel: UUID) -> Uitkomst:
    try:
        zaak = vastleggen(
            traject=opdracht.traject, by=by, on=on, versie=opdracht.versie,
            sleutel=uuid5(sleutel, opdracht.naam), **opdracht.gegevens,
        )  # fmt: skip
    except AlGedaan:
        return Uitkomst(opdracht, True)
    except NietToegestaan as refused:
        return Uitkomst(opdracht, False, geweigerd=refused)
    except CollegaWasEerder as conflict:
        return Uitkomst(opdracht, False, eerder=conflict)
    except OperationalError:
        return Uitkomst(opdracht, False, bezet=True)
    return Uitkomst(opdracht, True, zaak.meldingen)
