"""The act that records that DUO put somebody in another group."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.models.verblijf import Groepswijziging
from inburgering.wet.begrippen import Doelgroep, Herkomst
from inburgering.wet.handelingen import Handeling


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, ingang: date, doelgroep: str,
    gedetailleerde_doelgroep: str = "", asielrechten: str = "",
    herkomst: str = Herkomst.DUO.value, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record a change of group; the registration keeps the group that it began with."""
    gegevens = {
        "ingang": ingang, "doelgroep": doelgroep,
        "gedetailleerde_doelgroep": gedetailleerde_doelgroep,
        "asielrechten": asielrechten, "herkomst": herkomst,
    }  # fmt: skip
    with uitvoeren(
        Handeling.GROEP_WIJZIGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(Groepswijziging, **gegevens)
        zaak.gebeurd_op = ingang
        zaak.samenvatting = Doelgroep(doelgroep).label
    return zaak
