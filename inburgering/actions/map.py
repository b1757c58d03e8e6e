"""The acts around the Module Arbeidsmarkt en Participatie: begin and round off."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.onderdeel import MAP
from inburgering.models.traject import Traject
from inburgering.wet.handelingen import Handeling


def starten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, begonnen_op: date,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Begin the MAP (Wi2021 art. 6)."""
    gegevens = {"begonnen_op": begonnen_op}
    with uitvoeren(
        Handeling.MAP_STARTEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(MAP, **gegevens)
        zaak.gebeurd_op = begonnen_op
    return zaak


def afronden(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, eindgesprek_op: date,  # noqa: A002
    praktijkuren: int, verwijtbaar: str = "", versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the final talk: with it the MAP is done."""
    gegevens = {
        "id": id, "eindgesprek_op": eindgesprek_op, "praktijkuren": praktijkuren,
        "verwijtbaar": verwijtbaar,
    }  # fmt: skip
    with uitvoeren(
        Handeling.MAP_AFRONDEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(
            zaak.rij("map", id), eindgesprek_op=eindgesprek_op,
            praktijkuren=praktijkuren, verwijtbaar=verwijtbaar,
        )  # fmt: skip
        zaak.gebeurd_op = eindgesprek_op
        zaak.samenvatting = f"{praktijkuren} praktijkuren"
    return zaak
