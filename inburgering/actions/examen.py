"""The acts around exams: that somebody registered, and the result."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.onderdeel import Examenaanmelding, Examenuitslag
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Herkomst
from inburgering.wet.handelingen import Handeling


def aanmelden(
    *, traject: Traject, by: Lidmaatschap, on: datetime, onderdeel: str,
    aangemeld_op: date, examen_op: date | None = None,
    herkomst: str = Herkomst.INBURGERAAR.value, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record that somebody registered for an exam; the result is a fact of its own."""
    gegevens = {
        "onderdeel": onderdeel, "aangemeld_op": aangemeld_op, "examen_op": examen_op,
        "herkomst": herkomst,
    }  # fmt: skip
    with uitvoeren(
        Handeling.EXAMEN_AANMELDEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        made = zaak.nieuw(Examenaanmelding, **gegevens)
        zaak.gebeurd_op = aangemeld_op
        zaak.samenvatting = made.get_onderdeel_display()
    return zaak


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
