"""The acts around the PIP: draft, discuss, decide, send; and one from elsewhere."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.pip import PIP
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Leerroute, PIPStatus
from inburgering.wet.handelingen import Handeling


def opstellen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, versie: int | None = None,
    sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Draft a version of the PIP, or change the draft that is being made.

    ``gegevens``: leerroute, niveaus, alfabetisering, intensiteit, the texts, and the
    day it was drafted when that was not today.
    """
    with uitvoeren(
        Handeling.PIP_OPSTELLEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        pips = zaak.dossier.feiten.pips
        draft = next((p for p in pips if p.status != PIPStatus.VASTGESTELD), None)
        if draft is not None:
            # What was discussed is discussed again when the plan changes.
            zaak.wijzig(
                zaak.rij("pips", draft.id), status=PIPStatus.CONCEPT.value,
                besproken_op=None, akkoord=None, reden_geen_akkoord="", **gegevens,
            )  # fmt: skip
        else:
            gegevens = {"opgesteld_op": on.date()} | gegevens
            zaak.nieuw(
                PIP, versie=max((p.versie for p in pips), default=0) + 1,
                status=PIPStatus.CONCEPT.value, **gegevens,
            )  # fmt: skip
            zaak.gebeurd_op = gegevens["opgesteld_op"]
        zaak.samenvatting = Leerroute(gegevens["leerroute"]).label
    return zaak


def bespreken(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, besproken_op: date,  # noqa: A002
    akkoord: bool, reden_geen_akkoord: str = "", versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the talk about the draft: agreed, or not agreed with the person's reason."""
    gegevens = {
        "id": id, "besproken_op": besproken_op, "akkoord": akkoord,
        "reden_geen_akkoord": reden_geen_akkoord,
    }  # fmt: skip
    with uitvoeren(
        Handeling.PIP_BESPREKEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(
            zaak.rij("pips", id), status=PIPStatus.BESPROKEN.value,
            besproken_op=besproken_op, akkoord=akkoord,
            reden_geen_akkoord=reden_geen_akkoord,
        )  # fmt: skip
        zaak.gebeurd_op = besproken_op
        zaak.samenvatting = "Akkoord" if akkoord else "Niet akkoord"
    return zaak


def vaststellen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, dagtekening: date,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Decide the PIP (Wi2021 art. 15); the first one starts the term the day after."""
    gegevens = {"id": id, "dagtekening": dagtekening}
    with uitvoeren(
        Handeling.PIP_VASTSTELLEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        plan = zaak.wijzig(
            zaak.rij("pips", id), status=PIPStatus.VASTGESTELD.value,
            dagtekening=dagtekening,
        )  # fmt: skip
        zaak.gebeurd_op = dagtekening
        zaak.samenvatting = f"Versie {plan.versie}, {plan.get_leerroute_display()}"
        zaak.kondig_aan("pip_brief", str(plan.pk), pip_id=plan.pk, lid_id=by.pk)
    return zaak


def versturen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, verstuurd_op: date,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record that the decided PIP was sent; the objection term starts the day after."""
    gegevens = {"id": id, "verstuurd_op": verstuurd_op}
    with uitvoeren(
        Handeling.PIP_VERSTUREN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(zaak.rij("pips", id), verstuurd_op=verstuurd_op)
        zaak.gebeurd_op = verstuurd_op
    return zaak


def overnemen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, versie: int | None = None,
    sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Record a PIP that another municipality decided: a fact, kept with its source."""
    with uitvoeren(
        Handeling.PIP_OVERNEMEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        pips = zaak.dossier.feiten.pips
        plan = zaak.nieuw(
            PIP, versie=max((p.versie for p in pips), default=0) + 1,
            status=PIPStatus.VASTGESTELD.value, opgesteld_op=gegevens["dagtekening"],
            **gegevens,
        )  # fmt: skip
        zaak.gebeurd_op = gegevens["dagtekening"]
        zaak.samenvatting = (
            f"{plan.get_leerroute_display()}, van {plan.get_herkomst_display()}"
        )
    return zaak
