"""The working acts on a talk of the brede intake: record one, and change it."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.brede_intake import BredeIntake, Intakegesprek, Intakevorm
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.uitkomst import NietToegestaan


W = Werkhandeling


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, gevoerd_op: date, vorm: str,
    besproken: str, tolktaal: str = "", met_wie: str = "", vervolg: str = "",
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record a talk of the brede intake; ``versie`` is not looked at, as with a note.

    Raises ``NietToegestaan`` when the intake was not begun.
    """
    with verrichten(
        W.INTAKEGESPREK_VASTLEGGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        if not BredeIntake.objects.filter(traject=traject).exists():
            raise NietToegestaan("Start eerst de brede intake.", EIGEN)
        zaak.nieuw(
            Intakegesprek, gevoerd_op=gevoerd_op, vorm=vorm, tolktaal=tolktaal,
            met_wie=met_wie, besproken=besproken, vervolg=vervolg,
        )  # fmt: skip
        _vertel(zaak, gevoerd_op, vorm)
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, gevoerd_op: date,  # noqa: A002
    vorm: str, besproken: str, tolktaal: str = "", met_wie: str = "", vervolg: str = "",
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Change what was recorded of a talk; its history keeps what it said."""
    with verrichten(
        W.INTAKEGESPREK_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(
            zaak.werkrij(id), gevoerd_op=gevoerd_op, vorm=vorm, tolktaal=tolktaal,
            met_wie=met_wie, besproken=besproken, vervolg=vervolg,
        )  # fmt: skip
        _vertel(zaak, gevoerd_op, vorm)
    return zaak


def _vertel(zaak: Zaak, gevoerd_op: date, vorm: str) -> None:
    zaak.gebeurd_op = gevoerd_op
    zaak.samenvatting = Intakevorm(vorm).label
