"""The acts around a request to DUO: that it was made, and what we advised."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.aanvraag import Aanvraag
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Aanvraagsoort, Advies, Herkomst
from inburgering.wet.handelingen import Handeling


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, soort: str, ingediend_op: date,
    grond: str = "", advies_gevraagd_op: date | None = None,
    herkomst: str = Herkomst.DUO.value, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record that somebody asked DUO for an extension, exemption or dispensation."""
    gegevens = {
        "soort": soort, "ingediend_op": ingediend_op, "grond": grond,
        "advies_gevraagd_op": advies_gevraagd_op, "herkomst": herkomst,
    }  # fmt: skip
    with uitvoeren(
        Handeling.AANVRAAG_VASTLEGGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(Aanvraag, **gegevens)
        zaak.gebeurd_op = ingediend_op
        zaak.samenvatting = Aanvraagsoort(soort).label
    return zaak


def adviseren(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, advies_op: date,  # noqa: A002
    advies: str, advies_gevraagd_op: date | None = None, toelichting: str = "",
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record what the municipality advised DUO (SS140); DUO decides."""
    gegevens = {
        "id": id, "advies_op": advies_op, "advies": advies,
        "advies_gevraagd_op": advies_gevraagd_op,
    }  # fmt: skip
    with uitvoeren(
        Handeling.AANVRAAG_ADVISEREN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(
            zaak.rij("aanvragen", id), advies_op=advies_op, advies=advies,
            advies_gevraagd_op=advies_gevraagd_op, toelichting=toelichting,
        )  # fmt: skip
        zaak.gebeurd_op = advies_op
        zaak.samenvatting = Advies(advies).label
    return zaak
