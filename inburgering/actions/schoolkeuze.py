"""The acts on a school that somebody chose: record, and change."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.aanbod import Aanbieder
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.models.zelfgekozen import Schoolkeuze
from inburgering.wet.zelfgekozen import MetKeurmerk


W = Werkhandeling


def als_kolommen(
    aanbieder: Aanbieder | None, school: str, keurmerk: str, begonnen_op: date | None,
    gestopt_op: date | None,
) -> dict[str, Any]:  # fmt: skip
    """Give the columns; of a school of our list the mark is known on the first day."""
    if aanbieder is not None:
        school, keurmerk = "", MetKeurmerk.ONBEKEND.value
        if begonnen_op is not None:
            has = aanbieder.heeft_keurmerk_op(begonnen_op)
            keurmerk = (MetKeurmerk.JA if has else MetKeurmerk.NEE).value
    return {
        "aanbieder": aanbieder, "school": school, "keurmerk": keurmerk,
        "begonnen_op": begonnen_op, "gestopt_op": gestopt_op,
    }  # fmt: skip


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime,
    aanbieder: Aanbieder | None = None, school: str = "",
    keurmerk: str = MetKeurmerk.ONBEKEND.value, begonnen_op: date | None = None,
    gestopt_op: date | None = None, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the school that somebody chose and pays."""
    with verrichten(
        W.SCHOOLKEUZE_VASTLEGGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        chosen = als_kolommen(aanbieder, school, keurmerk, begonnen_op, gestopt_op)
        row = zaak.nieuw(Schoolkeuze, **chosen)
        zaak.gebeurd_op = begonnen_op or on.date()
        zaak.samenvatting = f"{row}, {row.get_keurmerk_display().lower()}"
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    aanbieder: Aanbieder | None = None, school: str = "",
    keurmerk: str = MetKeurmerk.ONBEKEND.value, begonnen_op: date | None = None,
    gestopt_op: date | None = None, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Change what was recorded, or say when it stopped."""
    with verrichten(
        W.SCHOOLKEUZE_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        chosen = als_kolommen(aanbieder, school, keurmerk, begonnen_op, gestopt_op)
        row = zaak.wijzig(zaak.werkrij(id), **chosen)
        zaak.gebeurd_op = gestopt_op or begonnen_op or on.date()
        zaak.samenvatting = f"{row}, {row.get_keurmerk_display().lower()}"
    return zaak
