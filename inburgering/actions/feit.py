"""The act that corrects a recorded fact."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from inburgering.actions.herstel import EIGEN, doorvoeren, verschil, vooruitblik
from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models import herstelbaar
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.herstel import Herstel, Herstelstatus
from inburgering.models.traject import Traject
from inburgering.wet.uitkomst import NietToegestaan


def _refuse_second(traject: Traject, soort: str, feit_id: int) -> None:
    waiting = Herstel.objects.filter(
        traject=traject, soort=soort, feit_id=feit_id,
        status=Herstelstatus.GEVRAAGD.value,
    )  # fmt: skip
    if waiting.exists():
        raise NietToegestaan(
            "Er wacht al een herstel van dit gegeven op een tweede persoon.", EIGEN
        )


def herstellen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, soort: str, id: int,  # noqa: A002
    nieuw: Mapping[str, Any], reden: str, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Correct a fact of this case; the correction is ``zaak.feit``.

    ``soort`` is the field of ``wet.Feiten`` that holds the fact, or "traject" or
    "inburgeraar"; ``nieuw`` the values by field name. Where a legal term would move the
    correction waits for a second person; else it holds at once.
    """
    with uitvoeren(
        Werkhandeling.FEIT_HERSTELLEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel,
    ) as zaak:  # fmt: skip
        gegeven = herstelbaar.rij(zaak.traject, soort, id)
        was, wordt = verschil(gegeven, soort, nieuw)
        if not wordt:
            raise NietToegestaan(
                "U heeft niets gewijzigd. Verbeter de waarde die niet klopt.", EIGEN
            )
        _refuse_second(zaak.traject, soort, id)
        looked = vooruitblik(zaak.dossier, soort, gegeven, wordt, on.date())
        herstel = Herstel(
            gemeente=huidige_gemeente(), traject=zaak.traject, soort=soort, feit_id=id,
            oud=was, nieuw=wordt, reden=reden, gevolgen=looked.regels,
            status=Herstelstatus.GEVRAAGD.value, gevraagd_op=on.date(),
            gevraagd_door=by.gebruiker,
        )  # fmt: skip
        if not looked.wettelijk:
            doorvoeren(zaak, soort, gegeven, wordt)
            herstel.status = Herstelstatus.DOORGEVOERD.value
            herstel.besloten_op = on.date()
            herstel.besloten_door = by.gebruiker
        zaak.feit = zaak.bewaar(herstel)
        zaak.reden = reden
        zaak.samenvatting = (
            "Wacht op een tweede persoon" if looked.wettelijk else "Doorgevoerd"
        )
    return zaak
