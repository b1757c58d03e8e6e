"""The acts on the goals of the plan: set, reword, end, open again."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.doel import Doel, Doeluitkomst
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject


W = Werkhandeling


def stellen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, domein: str, omschrijving: str,
    gesteld_op: date, waarom: str = "", onder: Doel | None = None,
    uiterlijk: date | None = None, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Set a goal, or a step to a larger one; ``versie`` is not looked at."""
    with verrichten(
        W.DOEL_STELLEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.nieuw(
            Doel, domein=domein, omschrijving=omschrijving, waarom=waarom, onder=onder,
            gesteld_op=gesteld_op, uiterlijk=uiterlijk,
        )  # fmt: skip
        zaak.gebeurd_op = gesteld_op
        zaak.samenvatting = omschrijving
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, domein: str,  # noqa: A002
    omschrijving: str, waarom: str = "", uiterlijk: date | None = None,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Say a goal in other words, or with another day; the old words stay in history."""
    with verrichten(
        W.DOEL_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(
            zaak.werkrij(id), domein=domein, omschrijving=omschrijving, waarom=waarom,
            uiterlijk=uiterlijk,
        )  # fmt: skip
        zaak.samenvatting = omschrijving
    return zaak


def beeindigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, geeindigd_op: date,  # noqa: A002
    uitkomst: str, toelichting: str = "", versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Say that a goal was reached, or why one stopped."""
    with verrichten(
        W.DOEL_BEEINDIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        goal = zaak.wijzig(
            zaak.werkrij(id), geeindigd_op=geeindigd_op, uitkomst=uitkomst,
            toelichting=toelichting,
        )  # fmt: skip
        zaak.gebeurd_op = geeindigd_op
        zaak.samenvatting = f"{goal.omschrijving}: {Doeluitkomst(uitkomst).label}"
    return zaak


def heropenen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Open a goal again; what was written about it stays."""
    with verrichten(
        W.DOEL_HEROPENEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        goal = zaak.wijzig(zaak.werkrij(id), geeindigd_op=None, uitkomst="")
        zaak.samenvatting = goal.omschrijving
    return zaak
