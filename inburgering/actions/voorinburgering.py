"""The working acts on preparation in the reception centre: record it, and change it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.overdracht import Voorinburgering
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Herkomst


W = Werkhandeling


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, versie: int | None = None,
    sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Record what was followed, as the reception centre told it."""
    with verrichten(
        W.VOORINBURGERING_VASTLEGGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.nieuw(Voorinburgering, herkomst=Herkomst.COA.value, **gegevens)
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Change it: mostly the end and the result, which come later."""
    with verrichten(
        W.VOORINBURGERING_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(zaak.werkrij(id), **gegevens)
    return zaak
