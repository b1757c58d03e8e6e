"""The working act that keeps the remark and the labels of a case."""

from datetime import datetime
from typing import NoReturn
from uuid import UUID

from inburgering.actions.uitvoering import (
    AlGedaan,
    CollegaWasEerder,
    Zaak,
    verrichten,
)
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.opmerking import Opmerking
from inburgering.models.spoor import Gebeurtenis
from inburgering.models.traject import Traject


HANDELING = Werkhandeling.OPMERKING_BIJWERKEN


def bijwerken(
    *, traject: Traject, by: Lidmaatschap, on: datetime, tekst: str = "",
    eigen_labels: str = "", bekend: int | None = None, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Write the remark and labels of a case; empty takes them away, history keeps them.

    ``eigen_labels`` have commas between. ``bekend`` is the version of the remark that
    the form showed (none: 0). It moves no case, so ``versie`` of the case is not looked
    at. Raises ``CollegaWasEerder``.
    """
    with verrichten(HANDELING, by=by, on=on, sleutel=sleutel, traject=traject) as zaak:
        # Two first remarks at once: the second waits here, and finds the first.
        Traject.objects.select_for_update(of=("self",)).get(pk=traject.pk)
        row = Opmerking.objects.filter(traject=traject).first()
        now = row.versie if row else 0
        if now != (bekend or 0):
            _somebody_was_first(traject, now, sleutel)
        if row is None:
            zaak.nieuw(Opmerking, tekst=tekst, labels=eigen_labels)
        else:
            zaak.wijzig(
                row, tekst=tekst, labels=eigen_labels, versie=now + 1,
                vastgelegd_op=on.date(), vastgelegd_door=by.gebruiker,
            )  # fmt: skip
        # The trail is read by more than may read the remark.
        zaak.samenvatting = ""
    return zaak


def _somebody_was_first(traject: Traject, now: int, sleutel: UUID | None) -> NoReturn:
    # A second click arrives with an old version: it is done, not in conflict.
    if sleutel and Gebeurtenis.objects.filter(sleutel=sleutel).exists():
        raise AlGedaan
    acts = Gebeurtenis.objects.filter(nummer=traject.nummer, handeling=HANDELING.value)
    raise CollegaWasEerder(now, acts.order_by("-id").first(), veld="bekend")
