"""The acts on a loan that somebody asked of DUO: record, and change."""

from datetime import datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.models.zelfgekozen import Lening
from inburgering.wet.zelfgekozen import over_lenen


W = Werkhandeling


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, versie: int | None = None,
    sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Record a loan that somebody asked of DUO.

    ``gegevens``: gevraagd_op, uitkomst, herkomst.
    """
    with verrichten(
        W.LENING_VASTLEGGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = zaak.nieuw(Lening, **gegevens)
        zaak.gebeurd_op = row.gevraagd_op
        zaak.meldingen += over_lenen(traject.doelgroep)
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Change what was recorded; what it was stays in the history."""
    with verrichten(
        W.LENING_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = zaak.wijzig(zaak.werkrij(id), **gegevens)
        zaak.gebeurd_op = row.gevraagd_op
    return zaak
