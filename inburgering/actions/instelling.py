"""The working act that sets a number of the law which is not confirmed."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.instelling import Instelling
from inburgering.wet.instelling import eis_instelling


def vastleggen(
    *, by: Lidmaatschap, on: datetime, naam: str, waarde: int, geldig_vanaf: date,
    reden: str, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Set a number from a day to come, within its bounds.

    What was set for that same day is replaced; its history keeps what it said. Raises
    ``NietToegestaan`` for a number that the law confirms, or one out of bounds.
    """
    with verrichten(
        Werkhandeling.INSTELLING_VASTLEGGEN, by=by, on=on, sleutel=sleutel
    ) as zaak:
        rij = eis_instelling(naam, waarde, geldig_vanaf, on.date())
        same = Instelling.objects.select_for_update()
        row = same.filter(naam=naam, geldig_vanaf=geldig_vanaf).first()
        zaak.wijzig(
            row or Instelling(gemeente=huidige_gemeente(), naam=naam),
            waarde=waarde, geldig_vanaf=geldig_vanaf, reden=reden,
            vastgelegd_op=on.date(), vastgelegd_door=by.gebruiker,
        )  # fmt: skip
        zaak.reden = reden
        wat = f"{rij.betekenis[0].upper()}{rij.betekenis[1:]}"
        duur = replace(rij, waarde=waarde).duur
        zaak.samenvatting = f"{wat}: {duur} vanaf {geldig_vanaf:%d-%m-%Y}"
    return zaak
