"""The act around a progress talk."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gesprek import ZELF, Voortgangsgesprek
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Gespreksvorm
from inburgering.wet.handelingen import Handeling
from inburgering.wet.toetsing import toets


def _afronden(zaak: Zaak, rij_id: int, resultaat: str, op: date) -> None:
    """Say at the talk what came of an agreement: by the rules of the act for one."""
    row = zaak.rij("afspraken", rij_id)
    given = {"id": rij_id, "afgerond_op": op, "resultaat": resultaat}
    dag = zaak.on.date()
    zaak.meldingen += toets(
        Handeling.AFSPRAAK_AFRONDEN, zaak.dossier.feiten, given, dag
    )
    zaak.wijzig(row, afgerond_op=op, resultaat=resultaat)


def voeren(
    *, traject: Traject, by: Lidmaatschap, on: datetime, gevoerd_op: date, vorm: str,
    tolktaal: str = "", verslag: str = "", afspraken: str = "", volgend_gesprek_op: date | None = None,
    hulpbehoefte: str = "", resultaten: Mapping[int, str] | None = None, versie: int | None = None, sleutel: UUID | None = None, **zelf: str,
) -> Zaak:  # fmt: skip
    """Record a talk about how the PIP goes, and when the next one is.

    ``resultaten`` says by the id of an agreement what came of it, ``zelf`` who does what
    by the fields of ``models.gesprek.ZELF``.
    """
    assert zelf.keys() <= ZELF.keys()
    gegevens = {"gevoerd_op": gevoerd_op, "volgend_gesprek_op": volgend_gesprek_op}
    with uitvoeren(
        Handeling.VOORTGANGSGESPREK_VOEREN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        for rij_id, result in (resultaten or {}).items():
            _afronden(zaak, rij_id, result, gevoerd_op)
        zaak.nieuw(
            Voortgangsgesprek, vorm=vorm, tolktaal=tolktaal, verslag=verslag, afspraken=afspraken,
            hulpbehoefte=hulpbehoefte, **zelf, **gegevens,
        )  # fmt: skip
        zaak.gebeurd_op = gevoerd_op
        zaak.samenvatting = Gespreksvorm(vorm).label
    return zaak
