"""The acts around a move: that somebody moved, and that the file was handed over."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.traject import Traject
from inburgering.models.verblijf import Verhuizing
from inburgering.wet.begrippen import Herkomst, Verhuissoort
from inburgering.wet.handelingen import Handeling


ADRES = ("adres", "postcode", "woonplaats")


def _verhuis(
    persoon: Inburgeraar, soort: str, plaats: str, nieuw: dict[str, str]
) -> None:
    """Keep the new address; nothing filled in says nothing about where somebody lives.

    Who lives in another street or town no longer has the street and postcode of before.
    """
    if any(nieuw[n] not in ("", getattr(persoon, n)) for n in ("adres", "woonplaats")):
        persoon.adres = persoon.postcode = ""
    for naam in ADRES:
        if nieuw[naam]:
            setattr(persoon, naam, nieuw[naam])
    if soort == Verhuissoort.OPVANGLOCATIE:
        persoon.opvanglocatie = plaats
    elif soort == Verhuissoort.UIT_OPVANG:
        persoon.opvanglocatie = ""


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, soort: str, verhuisd_op: date,
    gemeente_code: str = "", plaats: str = "", adres: str = "", postcode: str = "",
    woonplaats: str = "", herkomst: str = Herkomst.GEMEENTE.value,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record a move; what it starts (the ten weeks, a hand-over) follows from the fact."""
    gegevens: dict[str, Any] = {
        "soort": soort, "verhuisd_op": verhuisd_op, "gemeente_code": gemeente_code,
        "plaats": plaats, "herkomst": herkomst,
    }  # fmt: skip
    with uitvoeren(
        Handeling.VERHUIZING_VASTLEGGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(Verhuizing, **gegevens)
        persoon = zaak.traject.inburgeraar
        nieuw = {"adres": adres, "postcode": postcode, "woonplaats": woonplaats}
        _verhuis(persoon, soort, plaats, nieuw)
        zaak.bewaar(persoon)
        zaak.gebeurd_op = verhuisd_op
        zaak.samenvatting = Verhuissoort(soort).label
    return zaak


def overdragen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    overgedragen_op: date, overdracht: str = "", versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record that the file was handed over to, or by, the other municipality."""
    gegevens = {"id": id, "overgedragen_op": overgedragen_op}
    with uitvoeren(
        Handeling.VERHUIZING_OVERDRAGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(
            zaak.rij("verhuizingen", id), overgedragen_op=overgedragen_op,
            overdracht=overdracht,
        )  # fmt: skip
        zaak.gebeurd_op = overgedragen_op
    return zaak
