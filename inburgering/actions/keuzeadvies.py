"""The acts on advice on what somebody arranges alone: record, and change."""

from datetime import datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.models.zelfgekozen import Keuzeadvies


W = Werkhandeling


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, versie: int | None = None,
    sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Record advice on what somebody arranges alone.

    ``gegevens``: gegeven_op, onderwerp, advies.
    """
    with verrichten(
        W.KEUZEADVIES_VASTLEGGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = zaak.nieuw(Keuzeadvies, **gegevens)
        zaak.gebeurd_op = row.gegeven_op
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Change what was recorded; what it was stays in the history."""
    with verrichten(
        W.KEUZEADVIES_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = zaak.wijzig(zaak.werkrij(id), **gegevens)
        zaak.gebeurd_op = row.gegeven_op
    return zaak
