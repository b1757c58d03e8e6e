"""The act that records what DUO decided."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.besluit import DUOBesluit
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import DUOBesluitsoort, Herkomst
from inburgering.wet.handelingen import Handeling


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, soort: str, besloten_op: date,
    herkomst: str = Herkomst.DUO.value, versie: int | None = None,
    sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Record a decision of DUO, never refused for what it says.

    ``gegevens``, as the kind of decision needs them: ingang, einddatum (exclusive),
    grond, onderdeel, niveau, maximum_uren, bedrag, reden_einde.
    """
    gegevens |= {"soort": soort, "besloten_op": besloten_op, "herkomst": herkomst}
    with uitvoeren(
        Handeling.DUOBESLUIT_VASTLEGGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(DUOBesluit, **gegevens)
        zaak.gebeurd_op = besloten_op
        zaak.samenvatting = DUOBesluitsoort(soort).label
    return zaak
