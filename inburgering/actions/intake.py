"""The acts of the brede intake: start, fill in the baseline, round off."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.brede_intake import BredeIntake
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Leerroute
from inburgering.wet.handelingen import Handeling
from inburgering.wet.intake import volledigheid
from inburgering.wet.intakevragen import eigen_vragen


def starten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, gestart_op: date,
    in_opvang: bool = False, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Start the brede intake (Wi2021 art. 14)."""
    gegevens = {"gestart_op": gestart_op, "in_opvang": in_opvang}
    with uitvoeren(
        Handeling.INTAKE_STARTEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(BredeIntake, **gegevens)
        zaak.gebeurd_op = gestart_op
        zaak.samenvatting = "In de opvang" if in_opvang else ""
    return zaak


def invullen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    antwoorden: Mapping[str, Mapping[str, Any]],
    uitkomsten: Mapping[str, Mapping[str, Any]] | None = None,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Keep the answers of the baseline; half of them is fine, and again later too.

    ``uitkomsten`` say per subject what it means for the plan; None leaves them.
    """
    gegevens: dict[str, Any] = {"id": id, "antwoorden": antwoorden}
    if uitkomsten is not None:
        gegevens["uitkomsten"] = uitkomsten
    with uitvoeren(
        Handeling.INTAKE_INVULLEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        velden = {name: gegevens[name] for name in gegevens if name != "id"}
        intake = zaak.wijzig(zaak.rij("brede_intakes", id), **velden)
        eigen = eigen_vragen(zaak.dossier.feiten.intakevragen)
        answered, asked = volledigheid(antwoorden, intake.gestart_op, eigen)
        zaak.samenvatting = f"{answered} van {asked} vragen beantwoord"
    return zaak


def afronden(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, afgerond_op: date,  # noqa: A002
    routeadvies: str = "", routeadvies_reden: str = "", versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Round off the brede intake, with the leerroute that it points at and why."""
    gegevens = {
        "id": id, "afgerond_op": afgerond_op, "routeadvies": routeadvies,
        "routeadvies_reden": routeadvies_reden,
    }  # fmt: skip
    with uitvoeren(
        Handeling.INTAKE_AFRONDEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(
            zaak.rij("brede_intakes", id), afgerond_op=afgerond_op,
            routeadvies=routeadvies, routeadvies_reden=routeadvies_reden,
        )  # fmt: skip
        zaak.gebeurd_op = afgerond_op
        if routeadvies:
            zaak.samenvatting = f"Advies: {Leerroute(routeadvies).label}"
    return zaak
