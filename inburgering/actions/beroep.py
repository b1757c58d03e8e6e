"""The acts around an appeal in court; it stands on the objection that it follows."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Bezwaaruitkomst
from inburgering.wet.handelingen import Handeling


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, beroep_op: date,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record that the person appealed; a late appeal as well."""
    gegevens = {"id": id, "beroep_op": beroep_op}
    with uitvoeren(
        Handeling.BEROEP_VASTLEGGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(zaak.rij("bezwaren", id), beroep_op=beroep_op)
        zaak.gebeurd_op = beroep_op
    return zaak


def afronden(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, uitspraak_op: date,  # noqa: A002
    uitspraak: str, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record what the court said."""
    gegevens = {"id": id, "uitspraak_op": uitspraak_op, "uitspraak": uitspraak}
    with uitvoeren(
        Handeling.BEROEP_AFRONDEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(
            zaak.rij("bezwaren", id), uitspraak_op=uitspraak_op, uitspraak=uitspraak
        )
        zaak.gebeurd_op = uitspraak_op
        zaak.samenvatting = Bezwaaruitkomst(uitspraak).label
    return zaak
