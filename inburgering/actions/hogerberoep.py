"""The acts around an appeal in the highest court; it stands on the objection before it."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Bezwaaruitkomst
from inburgering.wet.handelingen import Handeling


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, hoger_beroep_op: date,  # noqa: A002
    hoger_beroep_door_gemeente: bool = False, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record that the person or the municipality appealed; a late appeal as well."""
    velden = {
        "hoger_beroep_op": hoger_beroep_op,
        "hoger_beroep_door_gemeente": hoger_beroep_door_gemeente,
    }
    with uitvoeren(
        Handeling.HOGERBEROEP_VASTLEGGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens={"id": id, **velden},
    ) as zaak:  # fmt: skip
        zaak.wijzig(zaak.rij("bezwaren", id), **velden)
        zaak.gebeurd_op = hoger_beroep_op
    return zaak


def afronden(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    hoger_uitspraak_op: date, hoger_uitspraak: str, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record what the highest court said."""
    velden = {
        "hoger_uitspraak_op": hoger_uitspraak_op, "hoger_uitspraak": hoger_uitspraak,
    }  # fmt: skip
    with uitvoeren(
        Handeling.HOGERBEROEP_AFRONDEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens={"id": id, **velden},
    ) as zaak:  # fmt: skip
        zaak.wijzig(zaak.rij("bezwaren", id), **velden)
        zaak.gebeurd_op = hoger_uitspraak_op
        zaak.samenvatting = Bezwaaruitkomst(hoger_uitspraak).label
    return zaak
