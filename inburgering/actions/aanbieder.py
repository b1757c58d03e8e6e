"""The working act that keeps the municipality's list of providers."""

from datetime import datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.aanbod import Aanbieder
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.wet.bron import Bron
from inburgering.wet.uitkomst import NietToegestaan


EIGEN = Bron("eigen", "")


def _refuse_double(naam: str, eigen_id: int | None) -> None:
    """Refuse a second provider of the same name, whatever the capitals."""
    same = Aanbieder.objects.filter(naam__iexact=naam).exclude(pk=eigen_id)
    if same.exists():
        raise NietToegestaan(
            f"Er is al een aanbieder die {naam} heet. Wijzig die, of geef deze een "
            "andere naam.",
            EIGEN,
            "naam",
        )


def vastleggen(
    *, by: Lidmaatschap, on: datetime, id: int | None = None,  # noqa: A002
    sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Add a provider, or change the one with this ``id``.

    ``gegevens``: naam, keurmerk, keurmerk_vanaf, keurmerk_tot (exclusive),
    instellingsnummer, actief. The provider is ``zaak.feit``.
    """
    with verrichten(
        Werkhandeling.AANBIEDER_VASTLEGGEN, by=by, on=on, sleutel=sleutel
    ) as zaak:
        _refuse_double(gegevens["naam"], id)
        aanbieder = (
            Aanbieder(gemeente=huidige_gemeente())
            if id is None
            else Aanbieder.objects.select_for_update().get(pk=id)
        )
        zaak.wijzig(aanbieder, **gegevens)
        zaak.samenvatting = f"{aanbieder}, {aanbieder.get_keurmerk_display()}"
    return zaak
