"""The acts on an appointment: make it, move it, say what came of it, cancel it or not."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from inburgering.actions import groepsbrief
from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.agendapunt import Agendapunt
from inburgering.models.contact import Contact
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.models.werkrijen import EIGEN
from inburgering.uitnodigingen import afspraak_afgezegd_per_brief
from inburgering.wet.uitkomst import Melding


W = Werkhandeling
KREEG = "Deze persoon kreeg een brief dat de afspraak niet doorging."
NIEUWE_BRIEF = f"{KREEG} Er is een nieuwe brief gemaakt: de afspraak gaat toch door."
LAAT_WETEN = f"{KREEG} Laat weten dat de afspraak toch doorgaat."


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
    brief: bool = False, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Cancel an appointment, with why; it stays in the file.

    ``brief`` asks for a letter that says so to the person.
    """
    with verrichten(
        W.AGENDAPUNT_AFZEGGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        rij = zaak.wijzig(zaak.werkrij(id), afgezegd_op=on.date(), reden=reden)
        if brief:
            groepsbrief.over_afspraak(zaak, rij)
        zaak.feit = rij
    return zaak


def hervatten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Let a cancelled appointment go on, at the same time and place.

    Whom a letter told that it was off gets a letter that it goes on after all.
    """
    with verrichten(
        W.AGENDAPUNT_HERVATTEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        rij = zaak.werkrij(id)
        told = afspraak_afgezegd_per_brief(rij)
        zaak.wijzig(rij, afgezegd_op=None, reden="")
        if told is not None:
            groepsbrief.over_afspraak(zaak, rij)
            text = NIEUWE_BRIEF if zaak.feit is not rij else LAAT_WETEN
            zaak.meldingen = (Melding(text, EIGEN), *zaak.meldingen)
        zaak.feit = rij
    return zaak
