"""The acts around the place with a provider: offer, begin, end."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions import wachtlijst
from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.aanbod import Aanbieder, Cursus, Inburgeringsaanbod
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Leerroute, RedenEindeAanbod
from inburgering.wet.bron import Bron
from inburgering.wet.handelingen import Handeling
from inburgering.wet.uitkomst import Melding, NietToegestaan


EIGEN = Bron("eigen", "")


def eis_cursus_van(aanbieder: Aanbieder, cursus: Cursus | None) -> None:
    """Refuse a course that another provider gives."""
    if cursus is not None and cursus.aanbieder_id != aanbieder.pk:
        raise NietToegestaan(
            f"De cursus {cursus} hoort niet bij {aanbieder}. Kies een cursus van deze "
            "aanbieder.",
            EIGEN,
            "cursus",
        )


def _warnings(cursus: Cursus | None, leerroute: str) -> tuple[Melding, ...]:
    if cursus is None or cursus.leerroute == leerroute:
        return ()
    return (
        Melding(
            f"De cursus {cursus} is voor de {cursus.get_leerroute_display()}; u legde "
            f"het aanbod vast voor de {Leerroute(leerroute).label}.",
            EIGEN,
            gebruikt=(
                ("Leerroute van de cursus", cursus.get_leerroute_display()),
                ("Leerroute van het aanbod", Leerroute(leerroute).label),
            ),
        ),
    )


def doen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, aanbieder: Aanbieder,
    aangeboden_op: date, leerroute: str, cursus: Cursus | None = None,
    verwacht_begin: date | None = None, verwacht_einde: date | None = None,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Offer a place with a provider (Wi2021 art. 16); who waited for it no longer does."""
    gegevens = {
        "aangeboden_op": aangeboden_op, "leerroute": leerroute,
        "verwacht_begin": verwacht_begin, "verwacht_einde": verwacht_einde,
        "met_keurmerk": aanbieder.heeft_keurmerk_op(verwacht_begin or aangeboden_op),
    }  # fmt: skip
    running = Inburgeringsaanbod.objects.filter(
        traject=traject, aanbieder=aanbieder, beeindigd_op=None
    )
    with uitvoeren(
        Handeling.AANBOD_DOEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens | {
            "keurmerk": aanbieder.keurmerk, "al_bij_aanbieder": running.exists(),
        },
    ) as zaak:  # fmt: skip
        eis_cursus_van(aanbieder, cursus)
        wachtlijst.geplaatst(zaak, aanbieder, cursus, leerroute, aangeboden_op)
        zaak.nieuw(Inburgeringsaanbod, aanbieder=aanbieder, cursus=cursus, **gegevens)
        zaak.meldingen += _warnings(cursus, leerroute)
        zaak.gebeurd_op = aangeboden_op
        zaak.samenvatting = f"{aanbieder}, {cursus}" if cursus else str(aanbieder)
    return zaak


def starten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, begonnen_op: date,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the first day with the provider."""
    gegevens = {"id": id, "begonnen_op": begonnen_op}
    with uitvoeren(
        Handeling.AANBOD_STARTEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(zaak.rij("aanbod", id), begonnen_op=begonnen_op)
        zaak.gebeurd_op = begonnen_op
    return zaak


def beeindigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, beeindigd_op: date,  # noqa: A002
    reden_einde: str, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the last day with the provider, and why."""
    gegevens = {"id": id, "beeindigd_op": beeindigd_op, "reden_einde": reden_einde}
    with uitvoeren(
        Handeling.AANBOD_BEEINDIGEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(
            zaak.rij("aanbod", id), beeindigd_op=beeindigd_op, reden_einde=reden_einde
        )
        zaak.gebeurd_op = beeindigd_op
        zaak.samenvatting = RedenEindeAanbod(reden_einde).label
    return zaak
