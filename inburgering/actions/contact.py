"""The working acts on a contact moment: record it, and mend it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.contact import Contact
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject


W = Werkhandeling


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, gesproken_op: date,
    versie: int | None = None, sleutel: UUID | None = None, **velden: Any,
) -> Zaak:  # fmt: skip
    """Record a contact moment; ``versie`` is not looked at, as with a note."""
    with verrichten(
        W.CONTACT_VASTLEGGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.nieuw(Contact, gesproken_op=gesproken_op, **velden)
        zaak.gebeurd_op = gesproken_op
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, gesproken_op: date,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None, **velden: Any,
) -> Zaak:  # fmt: skip
    """Mend what was recorded of a contact moment."""
    with verrichten(
        W.CONTACT_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(zaak.werkrij(id), gesproken_op=gesproken_op, **velden)
        zaak.gebeurd_op = gesproken_op
    return zaak
