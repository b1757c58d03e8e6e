"""The act around the leerbaarheidstoets."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.brede_intake import Leerbaarheidstoets
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Herkomst
from inburgering.wet.handelingen import Handeling


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime,
    afgenomen_op: date | None = None, uitkomst: str = "",
    behaalde_score: int | None = None, benodigde_score: int | None = None,
    uitzondering: str = "", herkomst: str = Herkomst.GEMEENTE.value,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the test with its outcome, or why it was not taken (Wi2021 art. 14)."""
    gegevens = {
        "afgenomen_op": afgenomen_op, "uitkomst": uitkomst,
        "behaalde_score": behaalde_score, "benodigde_score": benodigde_score,
        "uitzondering": uitzondering, "herkomst": herkomst,
    }  # fmt: skip
    with uitvoeren(
        Handeling.LEERBAARHEIDSTOETS_VASTLEGGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        toets = zaak.nieuw(Leerbaarheidstoets, **gegevens)
        zaak.gebeurd_op = afgenomen_op or on.date()
        zaak.samenvatting = str(toets)
    return zaak
