"""The working acts on a warm handover: record the talk, and change what was written."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from inburgering.actions import taak
from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.overdracht import Overdracht, als_punten
from inburgering.models.traject import Traject


W = Werkhandeling


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, richting: str, gesprek_op: date,
    met_wie: str, punten: Sequence[str] = (), verslag: str = "",
    open_punten: Sequence[str] = (), uiterlijk: date | None = None,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the talk; what is still open becomes tasks, due on ``uiterlijk``."""
    with verrichten(
        W.OVERDRACHT_VASTLEGGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        if uiterlijk is not None:
            for punt in open_punten:
                taak.voor_later(zaak, omschrijving=punt, uiterlijk=uiterlijk)
        zaak.nieuw(
            Overdracht, richting=richting, gesprek_op=gesprek_op, met_wie=met_wie,
            punten=als_punten(punten), verslag=verslag,
        )  # fmt: skip
        zaak.gebeurd_op = gesprek_op
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, richting: str,  # noqa: A002
    gesprek_op: date, met_wie: str, punten: Sequence[str] = (), verslag: str = "",
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Change what was written of the talk; its tasks live on by themselves."""
    with verrichten(
        W.OVERDRACHT_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(
            zaak.werkrij(id), richting=richting, gesprek_op=gesprek_op, met_wie=met_wie,
            punten=als_punten(punten), verslag=verslag,
        )  # fmt: skip
        zaak.gebeurd_op = gesprek_op
    return zaak
