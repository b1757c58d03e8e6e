"""Undo: the message after a working act carries the act that is its opposite.

Undoing is an act like any other, with its own permission and trail; what has no opposite
is asked once more before it is done instead.
"""

from collections.abc import Mapping
from uuid import uuid4

from inburgering.actions.uitvoering import Zaak
from inburgering.authorization.spil import AnyHandeling
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.templatetags.opmaak import ONGEDAAN
from inburgering.views.dossierkader import adres, mag


W = Werkhandeling
TEGENDEEL: Mapping[AnyHandeling, Werkhandeling] = {
    W.TAAK_AFRONDEN: W.TAAK_HEROPENEN,
    W.NOTITIE_VASTZETTEN: W.NOTITIE_LOSMAKEN,
    W.NOTITIE_LOSMAKEN: W.NOTITIE_VASTZETTEN,
    W.WACHTREDEN_BEEINDIGEN: W.WACHTREDEN_HERVATTEN,
    W.ROOSTER_INTREKKEN: W.ROOSTER_TERUGZETTEN,
}


def merk(lid: Lidmaatschap, handeling: AnyHandeling, zaak: Zaak) -> str:
    """Give what a message needs to offer its undoing; "" when there is none for them."""
    back = TEGENDEEL.get(handeling)
    if back is None or zaak.feit is None or not mag(lid, back):
        return ""
    return f"{ONGEDAAN}{uuid4()} {adres(zaak.traject.nummer, back, zaak.feit.pk)}"
