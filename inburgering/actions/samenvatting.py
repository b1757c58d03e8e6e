"""The act that freezes the summary of a plan in somebody's language."""

from datetime import datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.beschikkingen import (
    NietTeZetten,
    bevroren,
    samenvatting_gegevens,
)
from inburgering.models.document import Document
from inburgering.models.dossier import lees
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.pip import PIP
from inburgering.models.standaardteksten import TALEN
from inburgering.models.traject import Traject
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.uitkomst import NietToegestaan


GEEN_SCHRIFT = (
    "De letters van deze taal zitten niet in het lettertype van onze brieven. Open de "
    "samenvatting op het scherm en druk die pagina af."
)


def maken(
    *, traject: Traject, by: Lidmaatschap, on: datetime, pip: PIP, taal: str,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Make the summary of a decided plan as a PDF and keep it as it is given.

    Raises ``NietToegestaan`` for a script that the letters cannot show.
    """
    language = TALEN[taal]
    gegevens = samenvatting_gegevens(lees(traject, on.date()), pip, language)
    title = f"Samenvatting van PIP versie {pip.versie}, {language.naam}"
    try:
        # Outside the transaction: drawing takes time, and others wait for the database.
        frozen = bevroren("samenvatting", pip.pk, title, gegevens, on.date())
    except NietTeZetten as error:
        raise NietToegestaan(GEEN_SCHRIFT, EIGEN, veld="taal") from error
    with verrichten(
        Werkhandeling.SAMENVATTING_MAKEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.nieuw(Document, **frozen)
        zaak.samenvatting = title
    return zaak
