"""The act around an exam result."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.onderdeel import Examenuitslag
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Herkomst
from inburgering.wet.handelingen import Handeling


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, onderdeel: str,
    afgelegd_op: date, resultaat: str, niveau: str = "", reden: str = "",
    herkomst: str = Herkomst.DUO.value, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record one attempt at one part; an earlier result from elsewhere is kept too."""
    gegevens = {
        "onderdeel": onderdeel, "niveau": niveau, "afgelegd_op": afgelegd_op,
        "resultaat": resultaat, "reden": reden, "herkomst": herkomst,
    }  # fmt: skip
    with uitvoeren(
        Handeling.EXAMEN_VASTLEGGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        result = zaak.nieuw(Examenuitslag, **gegevens)
        zaak.gebeurd_op = afgelegd_op
        zaak.samenvatting = f"{result}: {result.get_resultaat_display().lower()}"
    return zaak
