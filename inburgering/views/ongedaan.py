"""Undo: the message after a working act carries the act that is its opposite.

Undoing is an act like any other, with its own permission and trail; what has no opposite
is asked once more before it is done instead. Nobody is offered what would be refused.
"""

from collections.abc import Mapping
from uuid import uuid4

from inburgering.actions.uitvoering import Zaak
from inburgering.authorization.spil import AnyHandeling
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models import werkrijen
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
    W.TAAL_INTREKKEN: W.TAAL_TERUGZETTEN,
    W.DOEL_BEEINDIGEN: W.DOEL_HEROPENEN,
    W.WACHTLIJST_BEEINDIGEN: W.WACHTLIJST_HERVATTEN,
    W.AGENDAPUNT_AFZEGGEN: W.AGENDAPUNT_HERVATTEN,
    W.AANDACHTSPUNT_BEEINDIGEN: W.AANDACHTSPUNT_HERVATTEN,
    W.GEZIN_KOPPELEN: W.GEZIN_INTREKKEN,
    W.GEZIN_ONTKOPPELEN: W.GEZIN_HERVATTEN,
    W.GEZIN_INTREKKEN: W.GEZIN_HERVATTEN,
}


def merk(lid: Lidmaatschap, handeling: AnyHandeling, zaak: Zaak) -> str:
    """Give what a message needs to offer its undoing; "" when there is none for them."""
    back, row = TEGENDEEL.get(handeling), zaak.feit
    if handeling is W.NOTITIE_VASTZETTEN and zaak.verdrongen is not None:
        # What stood there goes back on top, and this one comes loose by that.
        back, row = W.NOTITIE_VASTZETTEN, zaak.verdrongen
    if back is None or row is None or not mag(lid, back):
        return ""
    found = werkrijen.vind(back, zaak.traject, row.pk)
    if werkrijen.waarom_niet(back, found):
        return ""
    if back is W.WACHTREDEN_HERVATTEN and not found.stap_staat_open:
        return ""
    return teken(adres(zaak.traject.nummer, back, row.pk))


def teken(url: str) -> str:
    """Give what a message needs to offer what stands at an address, once."""
    return f"{ONGEDAAN}{uuid4()} {url}"
