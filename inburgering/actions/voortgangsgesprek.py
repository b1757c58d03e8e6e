"""The act around a progress talk."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gesprek import Voortgangsgesprek
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Gespreksvorm
from inburgering.wet.handelingen import Handeling


def voeren(
    *, traject: Traject, by: Lidmaatschap, on: datetime, gevoerd_op: date, vorm: str,
    verslag: str = "", afspraken: str = "", volgend_gesprek_op: date | None = None,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record a talk about how the PIP goes, and when the next one is."""
    gegevens = {"gevoerd_op": gevoerd_op, "volgend_gesprek_op": volgend_gesprek_op}
    with uitvoeren(
        Handeling.VOORTGANGSGESPREK_VOEREN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(
            Voortgangsgesprek, vorm=vorm, verslag=verslag, afspraken=afspraken,
            **gegevens,
        )  # fmt: skip
        zaak.gebeurd_op = gevoerd_op
        zaak.samenvatting = Gespreksvorm(vorm).label
    return zaak
