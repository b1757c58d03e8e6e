"""The working acts on the languages of a person: add one, and mend it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.inburgeraar import zoekvorm
from inburgering.models.taalkennis import Taalkennis, talen
from inburgering.models.traject import Traject
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.uitkomst import NietToegestaan


W = Werkhandeling


def _refuse_double(traject: Traject, taal: str, eigen: int | None = None) -> None:
    """Refuse a language that is there already, however it is spelled."""
    others = (known for known in talen(traject) if known.pk != eigen)
    if zoekvorm(taal) in {zoekvorm(known.taal) for known in others}:
        raise NietToegestaan("Deze taal staat er al.", EIGEN, "taal")


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, taal: str, spreken: str,
    versie: int | None = None, sleutel: UUID | None = None, **velden: Any,
) -> Zaak:  # fmt: skip
    """Add a language. Raises ``NietToegestaan`` for one that is there already."""
    with verrichten(
        W.TAAL_VASTLEGGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        _refuse_double(traject, taal)
        zaak.samenvatting = str(
            zaak.nieuw(Taalkennis, taal=taal, spreken=spreken, **velden)
        )
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, taal: str,  # noqa: A002
    spreken: str, versie: int | None = None, sleutel: UUID | None = None, **velden: Any,
) -> Zaak:  # fmt: skip
    """Mend a language: somebody learns, or it was not right."""
    with verrichten(
        W.TAAL_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = zaak.werkrij(id)
        if zoekvorm(taal) != zoekvorm(row.taal):  # after a merger it may stand twice
            _refuse_double(traject, taal, eigen=id)
        zaak.wijzig(row, taal=taal, spreken=spreken, **velden)
        zaak.samenvatting = str(row)
    return zaak


def intrekken(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, reden: str,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Take back a language that should not be there; its history keeps it."""
    with verrichten(
        W.TAAL_INTREKKEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = zaak.werkrij(id)
        zaak.wijzig(row, ingetrokken_op=on.date())
        zaak.samenvatting, zaak.reden = str(row), reden
    return zaak


def terugzetten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Let a language stand again. Raises ``NietToegestaan`` when it was added again."""
    with verrichten(
        W.TAAL_TERUGZETTEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = zaak.werkrij(id)
        _refuse_double(traject, row.taal, eigen=id)
        zaak.wijzig(row, ingetrokken_op=None)
        zaak.samenvatting = str(row)
    return zaak
