"""The act that ends the Z-route."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.onderdeel import ZRouteAfronding
from inburgering.models.traject import Traject
from inburgering.wet.handelingen import Handeling


def afronden(
    *, traject: Traject, by: Lidmaatschap, on: datetime, afgerond_op: date,
    verslag: str = "", versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Round off the Z-route with the final talk (Besluit art. 3.14)."""
    gegevens = {"afgerond_op": afgerond_op}
    with uitvoeren(
        Handeling.ZROUTE_AFRONDEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(ZRouteAfronding, verslag=verslag, **gegevens)
        zaak.gebeurd_op = afgerond_op
    return zaak
