"""The working act that keeps the list of courses."""

from datetime import datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.aanbod import Aanbieder, Cursus
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.wet.lestijden import op_volgorde


def vastleggen(
    *, by: Lidmaatschap, on: datetime, aanbieder: Aanbieder, id: int | None = None,  # noqa: A002
    sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Add a course of a provider, or change the one with this ``id``.

    ``gegevens``: naam, leerroute, niveau, uren_per_week, locatie, dagdelen, lesvorm,
    plaatsen, begint_op, eindigt_op, actief. The course is ``zaak.feit``.
    """
    with verrichten(
        Werkhandeling.CURSUS_VASTLEGGEN, by=by, on=on, sleutel=sleutel
    ) as zaak:
        cursus = (
            Cursus(gemeente=huidige_gemeente())
            if id is None
            else Cursus.objects.select_for_update().get(pk=id)
        )
        if "dagdelen" in gegevens:
            gegevens["dagdelen"] = op_volgorde(gegevens["dagdelen"])
        zaak.wijzig(cursus, aanbieder=aanbieder, **gegevens)
        zaak.samenvatting = f"{cursus} ({aanbieder})"
    return zaak
