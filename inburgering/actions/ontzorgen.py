"""The acts around paying fixed costs from the benefit: begin and end."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.begeleiding import Ontzorgen
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import RedenEindeOntzorgen
from inburgering.wet.handelingen import Handeling


def starten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, begonnen_op: date, bijstand: bool,
    huur: str, energie: str, zorgverzekering: str, reden_anders: str = "",
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Begin to pay rent, energy and health insurance (Participatiewet art. 56a).

    ``bijstand`` is only asked, not kept: without it the act is refused.
    """
    gegevens = {
        "begonnen_op": begonnen_op, "huur": huur, "energie": energie,
        "zorgverzekering": zorgverzekering, "reden_anders": reden_anders,
    }  # fmt: skip
    with uitvoeren(
        Handeling.ONTZORGEN_STARTEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens | {"bijstand": bijstand},
    ) as zaak:  # fmt: skip
        begun = zaak.nieuw(Ontzorgen, **gegevens)
        zaak.gebeurd_op = begonnen_op
        zaak.samenvatting = (
            f"Huur: {begun.get_huur_display()}. Gas, water en licht: "
            f"{begun.get_energie_display()}. Zorgverzekering: "
            f"{begun.get_zorgverzekering_display()}"
        )
    return zaak


def beeindigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, beeindigd_op: date,  # noqa: A002
    reden_einde: str, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the last day, and why it ended."""
    gegevens = {"id": id, "beeindigd_op": beeindigd_op, "reden_einde": reden_einde}
    with uitvoeren(
        Handeling.ONTZORGEN_BEEINDIGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(
            zaak.rij("ontzorgen", id),
            beeindigd_op=beeindigd_op,
            reden_einde=reden_einde,
        )
        zaak.gebeurd_op = beeindigd_op
        zaak.samenvatting = RedenEindeOntzorgen(reden_einde).label
    return zaak
