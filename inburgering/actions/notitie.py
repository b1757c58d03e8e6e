"""The working acts on the notes of a case: add, change, and pin one on top.

The subject of a note may name a health matter or a debt, and the trail is read by more:
nothing of what was written goes there.
"""

from datetime import datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.notitie import Notitie, Notitiesoort
from inburgering.models.traject import Traject


W = Werkhandeling


def toevoegen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, onderwerp: str, tekst: str,
    soort: str = Notitiesoort.ALGEMEEN, deelbaar: bool = False,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Add a note.

    It moves nothing and stands in nobody's way: ``versie`` is not looked at, and a
    colleague with the case open keeps theirs.
    """
    with verrichten(
        W.NOTITIE_TOEVOEGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.nieuw(
            Notitie, soort=soort, onderwerp=onderwerp, tekst=tekst, deelbaar=deelbaar
        )
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, onderwerp: str,  # noqa: A002
    tekst: str, soort: str, deelbaar: bool, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Change a note; what it said before stays in its history."""
    with verrichten(
        W.NOTITIE_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(
            zaak.werkrij(id), soort=soort, onderwerp=onderwerp, tekst=tekst,
            deelbaar=deelbaar,
        )  # fmt: skip
    return zaak


def vastzetten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Pin a note on top of the file; the one that stood there comes loose."""
    with verrichten(
        W.NOTITIE_VASTZETTEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        # Two colleagues may each pin another note at once: one file after the other.
        Traject.objects.select_for_update(of=("self",)).get(pk=traject.pk)
        note = zaak.werkrij(id)
        for former in Notitie.objects.filter(traject=traject, vastgezet=True):
            zaak.verdrongen = zaak.wijzig(former, vastgezet=False)
        zaak.wijzig(note, vastgezet=True)
    return zaak


def losmaken(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Take a note off the top; it stays among the others."""
    with verrichten(
        W.NOTITIE_LOSMAKEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(zaak.werkrij(id), vastgezet=False)
    return zaak
