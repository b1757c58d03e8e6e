"""Keeping how far a reception place is."""

from datetime import datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.inburgeraar import zoekvorm
from inburgering.models.opvangplek import Opvangplek
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.uitkomst import NietToegestaan


def vastleggen(
    *, by: Lidmaatschap, on: datetime, naam: str, reistijd: int | None = None,
    afstand: int | None = None, actief: bool = True, id: int | None = None,  # noqa: A002
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Keep a place with the minutes and kilometres to us; ``id`` changes one.

    Raises ``NietToegestaan`` for a second place of the same name.
    """
    with verrichten(
        Werkhandeling.OPVANGPLEK_VASTLEGGEN, by=by, on=on, sleutel=sleutel
    ) as zaak:
        plain = zoekvorm(naam)[:120]
        if Opvangplek.objects.filter(zoeknaam=plain).exclude(pk=id).exists():
            raise NietToegestaan("Deze opvangplek staat er al.", EIGEN, "naam")
        row = (
            Opvangplek.objects.select_for_update().get(pk=id)
            if id
            else Opvangplek(gemeente=huidige_gemeente())
        )
        zaak.wijzig(
            row, naam=naam, zoeknaam=plain, reistijd=reistijd, afstand=afstand,
            actief=actief,
        )  # fmt: skip
        zaak.samenvatting = naam
    return zaak
