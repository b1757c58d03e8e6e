"""The acts around a duaal traject: begin and end."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.participatie import Participatie
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import (
    Contractsoort,
    Herkomst,
    RedenEindeParticipatie,
    Taalrijk,
)
from inburgering.wet.handelingen import Handeling


def starten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, vorm: str, plaats: str,
    samenhang: str, uren_per_week: int, begin: date, begeleider: str = "",
    sector: str = "onbekend", beroepsniveau: str = "onbekend",
    contract: str = Contractsoort.ONBEKEND.value,
    taalrijk: str = Taalrijk.ONBEKEND.value,
    herkomst: str = Herkomst.GEMEENTE.value, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record what somebody does beside the lessons: what, where, how much, how.

    ``plaats`` is the employer or organisation, ``begeleider`` who guides there.
    """
    gegevens = {
        "vorm": vorm, "samenhang": samenhang, "uren_per_week": uren_per_week,
        "begin": begin, "sector": sector, "beroepsniveau": beroepsniveau,
        "contract": contract, "taalrijk": taalrijk, "herkomst": herkomst,
    }  # fmt: skip
    with uitvoeren(
        Handeling.PARTICIPATIE_STARTEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        begun = zaak.nieuw(
            Participatie, plaats=plaats, begeleider=begeleider, **gegevens
        )
        zaak.gebeurd_op = begin
        zaak.samenvatting = f"{begun}, {uren_per_week} uur per week"
    return zaak


def beeindigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, einde: date,  # noqa: A002
    reden_einde: str, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the last day, and why it ended."""
    gegevens = {"id": id, "einde": einde, "reden_einde": reden_einde}
    with uitvoeren(
        Handeling.PARTICIPATIE_BEEINDIGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(zaak.rij("participaties", id), einde=einde, reden_einde=reden_einde)
        zaak.gebeurd_op = einde
        zaak.samenvatting = RedenEindeParticipatie(reden_einde).label
    return zaak
