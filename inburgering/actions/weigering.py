"""A registration that the law refused, kept in the trail without the person."""

import re
from datetime import datetime

from inburgering.actions.uitvoering import Zaak, noteer
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.wet.handelingen import Handeling
from inburgering.wet.uitkomst import NietToegestaan


DATUM = re.compile(r"\d{2}-\d{2}-\d{4}")


def zonder_persoon(fout: NietToegestaan) -> str:
    """Give the reason and the article; a day could still say whom it was about."""
    redenen = (f"{grond.reden} ({grond.bron})" for grond in fout.gronden)
    return DATUM.sub("(datum)", " ".join(redenen))


def vastleggen(*, by: Lidmaatschap, on: datetime, fout: NietToegestaan) -> Zaak:
    """Write that a registration was refused, why, and nothing about whom."""
    zaak = Zaak(None, by, on, Handeling.TRAJECT_REGISTREREN)
    zaak.samenvatting = "Geweigerd"
    zaak.reden = zonder_persoon(fout)
    noteer(zaak, None)
    return zaak
