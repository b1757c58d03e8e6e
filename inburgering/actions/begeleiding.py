"""The acts around maatschappelijke begeleiding: begin and end."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.begeleiding import Begeleiding
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import RedenEindeBegeleiding
from inburgering.wet.handelingen import Handeling


def starten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, begonnen_op: date,
    organisatie: str, contactpersoon: str = "", versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Begin guidance by an organisation (Wi2021 art. 13)."""
    gegevens = {"begonnen_op": begonnen_op}
    with uitvoeren(
        Handeling.BEGELEIDING_STARTEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(
            Begeleiding,
            organisatie=organisatie,
            contactpersoon=contactpersoon,
            **gegevens,
        )
        zaak.gebeurd_op = begonnen_op
        zaak.samenvatting = organisatie
    return zaak


def beeindigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, beeindigd_op: date,  # noqa: A002
    reden_einde: str, overdracht: str = "", versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the last day, why it ended, and what was handed over to whom."""
    gegevens = {
        "id": id, "beeindigd_op": beeindigd_op, "reden_einde": reden_einde,
        "overdracht": overdracht,
    }  # fmt: skip
    with uitvoeren(
        Handeling.BEGELEIDING_BEEINDIGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(
            zaak.rij("begeleidingen", id), beeindigd_op=beeindigd_op,
            reden_einde=reden_einde, overdracht=overdracht,
        )  # fmt: skip
        zaak.gebeurd_op = beeindigd_op
        zaak.samenvatting = RedenEindeBegeleiding(reden_einde).label
    return zaak
