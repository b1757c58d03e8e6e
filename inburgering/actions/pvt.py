"""The acts around the participatieverklaringstraject: begin and sign."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.onderdeel import PVT
from inburgering.models.traject import Traject
from inburgering.wet.handelingen import Handeling


def starten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, begonnen_op: date,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Begin the PVT (Wi2021 art. 6)."""
    gegevens = {"begonnen_op": begonnen_op}
    with uitvoeren(
        Handeling.PVT_STARTEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(PVT, **gegevens)
        zaak.gebeurd_op = begonnen_op
    return zaak


def ondertekenen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, ondertekend_op: date,  # noqa: A002
    uren: int, verwijtbaar: str = "", versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the signature under the declaration: with it the PVT is done."""
    gegevens = {
        "id": id, "ondertekend_op": ondertekend_op, "uren": uren,
        "verwijtbaar": verwijtbaar,
    }  # fmt: skip
    with uitvoeren(
        Handeling.PVT_ONDERTEKENEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(
            zaak.rij("pvt", id), ondertekend_op=ondertekend_op, uren=uren,
            verwijtbaar=verwijtbaar,
        )  # fmt: skip
        zaak.gebeurd_op = ondertekend_op
        zaak.samenvatting = f"{uren} uur gevolgd"
    return zaak
