"""The acts on the practical flags: set one, end it or not, and choose which are in use."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.aandachtspunt import (
    Aandacht,
    Aandachtkeuze,
    Aandachtspunt,
    geldend,
    in_gebruik,
)
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.traject import Traject
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.uitkomst import NietToegestaan


W = Werkhandeling


def zetten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, soort: str, reden: str,
    van: date, herzien_op: date, tot: date | None = None, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Set a flag; ``herzien_op`` is the day on which somebody looks whether it still holds.

    Raises ``NietToegestaan`` for a flag that holds already or is not in use here.
    """
    with verrichten(
        W.AANDACHTSPUNT_ZETTEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        if soort not in in_gebruik():
            raise NietToegestaan(
                "Dit aandachtspunt gebruikt uw gemeente niet.", EIGEN, "soort"
            )
        same = Aandachtspunt.objects.filter(geldend(van), traject=traject, soort=soort)
        if same.exists():
            raise NietToegestaan("Dit aandachtspunt staat er al.", EIGEN, "soort")
        zaak.nieuw(
            Aandachtspunt, soort=soort, reden=reden, van=van, herzien_op=herzien_op,
            tot=tot,
        )  # fmt: skip
        zaak.samenvatting = Aandacht(soort).label
    return zaak


def beeindigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, tot: date,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """End a flag; it stays in the file as something that was so."""
    with verrichten(
        W.AANDACHTSPUNT_BEEINDIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = zaak.werkrij(id)
        zaak.wijzig(row, tot=max(tot, row.van))
        zaak.gebeurd_op = tot
        zaak.samenvatting = row.get_soort_display()
    return zaak


def hervatten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Let a flag hold again, without an end; the day to look again stays.

    Raises ``NietToegestaan`` when one of its kind was set meanwhile.
    """
    with verrichten(
        W.AANDACHTSPUNT_HERVATTEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = zaak.werkrij(id)
        others = Aandachtspunt.objects.filter(
            Q(tot=None) | Q(tot__gt=row.tot), traject=traject, soort=row.soort
        )
        if others.exclude(pk=row.pk).exists():
            raise NietToegestaan("Dit aandachtspunt is intussen opnieuw gezet.", EIGEN)
        zaak.wijzig(row, tot=None)
        zaak.samenvatting = row.get_soort_display()
    return zaak


def kiezen(
    *, by: Lidmaatschap, on: datetime, soorten: Iterable[str],
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Choose which flags the municipality uses; what is set already stays visible."""
    chosen = set(soorten)
    with verrichten(W.AANDACHTSPUNT_KIEZEN, by=by, on=on, sleutel=sleutel) as zaak:
        kept = {row.soort: row for row in Aandachtkeuze.objects.select_for_update()}
        for flag in Aandacht:
            row = kept.get(flag.value)
            used = flag.value in chosen
            if row is None and used:
                continue
            if row is None:
                row = Aandachtkeuze(gemeente=huidige_gemeente(), soort=flag.value)
            elif row.in_gebruik == used:
                continue
            row.in_gebruik = used
            zaak.feit = zaak.bewaar(row)
    return zaak
