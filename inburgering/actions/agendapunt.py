"""The acts on an appointment: make it, move it, say what came of it, cancel it or not."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.agendapunt import Agendapunt
from inburgering.models.contact import Contact
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject


W = Werkhandeling


def maken(
    *, traject: Traject, by: Lidmaatschap, on: datetime, versie: int | None = None,
    sleutel: UUID | None = None, **velden: Any,
) -> Zaak:  # fmt: skip
    """Put an appointment in the agenda; ``velden`` are those of ``Agendapunt``.

    ``versie`` is not looked at, as with a note.
    """
    with verrichten(
        W.AGENDAPUNT_MAKEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.nieuw(Agendapunt, **velden)
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None, **velden: Any,
) -> Zaak:  # fmt: skip
    """Move an appointment, or change where and with whom it is."""
    with verrichten(
        W.AGENDAPUNT_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(zaak.werkrij(id), **velden)
    return zaak


def afronden(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, gesproken_op: date,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None, **velden: Any,
) -> Zaak:  # fmt: skip
    """Say what came of an appointment: it becomes a contact moment, one truth."""
    with verrichten(
        W.AGENDAPUNT_AFRONDEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        rij = zaak.werkrij(id)
        contact = zaak.nieuw(Contact, gesproken_op=gesproken_op, **velden)
        zaak.wijzig(rij, contact=contact)
        zaak.gebeurd_op = gesproken_op
    return zaak


def afzeggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, reden: str,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Cancel an appointment, with why; it stays in the file."""
    with verrichten(
        W.AGENDAPUNT_AFZEGGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(zaak.werkrij(id), afgezegd_op=on.date(), reden=reden)
    return zaak


def hervatten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Let a cancelled appointment go on, at the same time and place."""
    with verrichten(
        W.AGENDAPUNT_HERVATTEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(zaak.werkrij(id), afgezegd_op=None, reden="")
    return zaak
