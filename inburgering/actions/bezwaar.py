"""The acts around an objection against a decision of the municipality."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from inburgering.actions import brief
from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.bezwaar import Bezwaar
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.pip import PIP
from inburgering.models.spoor import Gebeurtenis
from inburgering.models.traject import Traject, van_dossier
from inburgering.wet.begrippen import Bezwaartegen, Bezwaaruitkomst, Herkomst
from inburgering.wet.handelingen import Handeling


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, tegen: str, bekend_op: date,
    ontvangen_op: date, met_commissie: bool = False, toelichting: str = "",
    herkomst: str = Herkomst.INBURGERAAR.value, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record an objection; a late one as well."""
    gegevens = {
        "tegen": tegen, "bekend_op": bekend_op, "ontvangen_op": ontvangen_op,
        "met_commissie": met_commissie, "herkomst": herkomst,
    }  # fmt: skip
    with uitvoeren(
        Handeling.BEZWAAR_VASTLEGGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(Bezwaar, toelichting=toelichting, **gegevens)
        zaak.gebeurd_op = ontvangen_op
        zaak.samenvatting = Bezwaartegen(tegen).label
    return zaak


def horen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, gehoord_op: date,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the hearing."""
    gegevens = {"id": id, "gehoord_op": gehoord_op}
    with uitvoeren(
        Handeling.BEZWAAR_HOREN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(zaak.rij("bezwaren", id), gehoord_op=gehoord_op)
        zaak.gebeurd_op = gehoord_op
    return zaak


def _decided_by(traject: Traject, rij_id: int) -> frozenset[int]:
    """Give who decided the PIP that the objection is against, as the trail knows it."""
    bezwaar = Bezwaar.objects.filter(traject=traject, pk=rij_id).first()
    if bezwaar is None or bezwaar.tegen != Bezwaartegen.PIP:
        return frozenset()
    pips = PIP.objects.filter(traject=traject, verstuurd_op=bezwaar.bekend_op)
    rows = Gebeurtenis.objects.filter(
        van_dossier(traject),
        handeling=Handeling.PIP_VASTSTELLEN.value,
        feit_id__in=[pip.pk for pip in pips],
    )
    return frozenset(n for n in rows.values_list("gebruiker", flat=True) if n)


def beslissen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, besloten_op: date,  # noqa: A002
    uitkomst: str, toelichting: str = "", versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Decide on the objection; not by who took the decision that it is against."""
    velden: dict[str, Any] = {"besloten_op": besloten_op, "uitkomst": uitkomst}
    with uitvoeren(
        Handeling.BEZWAAR_BESLISSEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens={
            "id": id, **velden, "besloten_door": by.gebruiker_id,
            "bestreden_door": _decided_by(traject, id),
        },
    ) as zaak:  # fmt: skip
        if toelichting:
            velden["toelichting"] = toelichting
        zaak.wijzig(zaak.rij("bezwaren", id), **velden)
        zaak.gebeurd_op = besloten_op
        zaak.samenvatting = Bezwaaruitkomst(uitkomst).label
    return zaak


def versturen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, verstuurd_op: date,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the sending: from the day after, the person can appeal."""
    gegevens = {"id": id, "verstuurd_op": verstuurd_op}
    with uitvoeren(
        Handeling.BEZWAAR_VERSTUREN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(zaak.rij("bezwaren", id), verstuurd_op=verstuurd_op)
        zaak.gebeurd_op = verstuurd_op
    return zaak


def schrijven(
    *, traject: Traject, by: Lidmaatschap, on: datetime, versie: int | None = None,
    sleutel: UUID | None = None, **inhoud: Any,
) -> Zaak:  # fmt: skip
    """Make a letter of its step and keep it in the file; nothing else moves.

    ``inhoud``: which letter of which row, and what the facts do not say (``brief.maken``).
    """
    return brief.maken(
        Werkhandeling.BEZWAAR_SCHRIJVEN, traject=traject, by=by, on=on, sleutel=sleutel,
        **inhoud,
    )  # fmt: skip
