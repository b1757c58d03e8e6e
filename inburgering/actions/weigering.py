"""A registration that the law refused, kept in the trail without the person."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from uuid import UUID, uuid5

from inburgering.actions.uitvoering import AlGedaan, Zaak, eenmalig, noteer
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.wet.handelingen import Handeling
from inburgering.wet.uitkomst import Grond, NietToegestaan


DATUM = re.compile(r"\d{2}-\d{2}-\d{4}")


def over_de_plicht(fout: NietToegestaan) -> tuple[Grond, ...]:
    """Give the grounds on which the person has no duty.

    A field that cannot be right says nothing about the duty: somebody born next year is
    a mistake in typing, not a child.
    """
    mistaken = {grond.veld for grond in fout.gronden if not grond.plicht}
    return tuple(g for g in fout.gronden if g.plicht and g.veld not in mistaken)


def zonder_persoon(gronden: tuple[Grond, ...]) -> str:
    """Give the reasons and the articles; a day could still say whom it was about."""
    redenen = (f"{grond.reden} ({grond.bron})" for grond in gronden)
    return DATUM.sub("(datum)", " ".join(redenen))


@contextmanager
def in_het_spoor(
    *, by: Lidmaatschap, on: datetime, sleutel: UUID | None
) -> Iterator[None]:
    """Write that a registration inside the block was refused, why, and not of whom.

    The act's own transaction is undone by then; the row has one of its own. A form that
    is sent again and refused on the same grounds adds nothing.
    """
    try:
        yield
    except NietToegestaan as fout:
        if gronden := over_de_plicht(fout):
            _schrijf(zonder_persoon(gronden), by, on, sleutel)
        raise


def _schrijf(reden: str, by: Lidmaatschap, on: datetime, sleutel: UUID | None) -> None:
    zaak = Zaak(None, by, on, Handeling.TRAJECT_REGISTREREN)
    zaak.samenvatting = "Geweigerd"
    zaak.reden = reden
    # Not the key itself: once mended, the same form still registers.
    eigen = uuid5(sleutel, reden) if sleutel else None
    with suppress(AlGedaan), eenmalig(eigen):
        noteer(zaak, eigen)
