"""What a colleague keeps of how they look at lists. It touches no case."""

from django.db import IntegrityError, transaction
from django.db.models import Q

from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.selectie import MEESTE, Kolomkeuze, Lijst, Selectie


class BestaatAl(Exception):
    """There is a selection of this name already."""


class TeVeel(Exception):
    """There are as many selections as one can overlook."""


def kolommen(lid: Lidmaatschap, lijst: Lijst) -> list[str] | None:
    """Give the columns that somebody chose; None when they never did."""
    rows = Kolomkeuze.objects.filter(lid=lid, lijst=lijst.value)
    return rows.values_list("kolommen", flat=True).first()


def bewaar_kolommen(lid: Lidmaatschap, lijst: Lijst, gekozen: list[str]) -> None:
    """Keep the chosen columns, in one statement."""
    row = Kolomkeuze(
        gemeente=huidige_gemeente(), lid=lid, lijst=lijst.value, kolommen=gekozen
    )
    Kolomkeuze.objects.bulk_create(
        [row], update_conflicts=True, update_fields=["kolommen"],
        unique_fields=["gemeente", "lid", "lijst"],
    )  # fmt: skip


def bij(lid: Lidmaatschap, lijst: Lijst | None = None) -> list[Selectie]:
    """Give one's own selections and those that the team shares, by name."""
    rows = Selectie.objects.filter(
        Q(lid=lid) | Q(gedeeld=True, team_id=lid.team_id) | Q(gedeeld=True, team=None)
    )
    if lijst is not None:
        rows = rows.filter(lijst=lijst.value)
    return list(rows.order_by("lijst", "naam", "id")[: 2 * MEESTE])


def bewaar(
    lid: Lidmaatschap, lijst: Lijst, *, naam: str, vraag: str, gedeeld: bool
) -> Selectie:
    """Keep a selection. Raises :class:`BestaatAl` and :class:`TeVeel`."""
    if Selectie.objects.filter(lid=lid, lijst=lijst.value).count() >= MEESTE:
        raise TeVeel
    return _write(
        Selectie(
            gemeente=huidige_gemeente(), lid=lid, team_id=lid.team_id, lijst=lijst.value,
            naam=naam, vraag=vraag, gedeeld=gedeeld,
        )
    )  # fmt: skip


def wijzig(selectie: Selectie, *, naam: str, gedeeld: bool) -> Selectie:
    """Give a selection another name, share it or no longer. Raises :class:`BestaatAl`."""
    selectie.naam, selectie.gedeeld = naam, gedeeld
    return _write(selectie)


def _write(selectie: Selectie) -> Selectie:
    try:
        with transaction.atomic():
            selectie.save()
    except IntegrityError:
        raise BestaatAl from None
    return selectie


def verwijder(selectie: Selectie) -> None:
    """Throw a selection away; nothing else changes."""
    selectie.delete()
