"""The acts on a signal: raise it, and say what was done with it.

Neither knows a case: the trail of a signal has no case number.
"""

from datetime import datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.signaal import Signaal
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.uitkomst import NietToegestaan


def melden(
    *, by: Lidmaatschap, on: datetime, niveau: str, onderwerp: str, tekst: str,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Raise a signal; the form has looked that nobody is in the text."""
    with verrichten(
        Werkhandeling.SIGNAAL_MELDEN, by=by, on=on, sleutel=sleutel
    ) as zaak:
        zaak.wijzig(
            Signaal(gemeente=huidige_gemeente()), niveau=niveau, onderwerp=onderwerp,
            tekst=tekst, maand=on.date().replace(day=1), team_id=by.team_id,
            gemeld_door=by.gebruiker,
        )  # fmt: skip
    return zaak


def beantwoorden(
    *, by: Lidmaatschap, on: datetime, signaal: Signaal, antwoord: str,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Say what was done with it; who raised it sees that."""
    with verrichten(
        Werkhandeling.SIGNAAL_BEANTWOORDEN, by=by, on=on, sleutel=sleutel
    ) as zaak:
        row = Signaal.objects.select_for_update(of=("self",)).get(pk=signaal.pk)
        if row.beantwoord_op:
            raise NietToegestaan("Een collega heeft dit signaal al beantwoord.", EIGEN)
        zaak.wijzig(
            row,
            antwoord=antwoord,
            beantwoord_op=on.date(),
            beantwoord_door=by.gebruiker,
        )
    return zaak
