"""The working act that adds a note to a case."""

from datetime import datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gesprek import Notitie
from inburgering.models.traject import Traject


def toevoegen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, onderwerp: str, tekst: str,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Add a note.

    It moves nothing and stands in nobody's way: ``versie`` is not looked at, and a
    colleague with the case open keeps theirs.
    """
    with verrichten(
        Werkhandeling.NOTITIE_TOEVOEGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.nieuw(Notitie, onderwerp=onderwerp, tekst=tekst)
        # The subject may name a health matter or a debt; the trail is read by more.
        zaak.samenvatting = ""
    return zaak
