"""The act around hours followed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from inburgering.actions.aanbod import KEURMERK, geen_keurmerk
from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.aanbod import Aanbieder
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.participatie import GevolgdeUren
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Herkomst, Urensoort
from inburgering.wet.bron import Bron
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import Handeling
from inburgering.wet.uitkomst import Melding


EIGEN = Bron("eigen", "")
ZONDER_KEURMERK = frozenset({Urensoort.PARTICIPATIE, Urensoort.INTAKE_PARTICIPATIE})


def heeft_keurmerk(aanbieder: Aanbieder | None, van: date, tot_en_met: date) -> bool:
    """Say whether the quality mark held in the whole period; unknown is no."""
    return aanbieder is not None and all(
        aanbieder.heeft_keurmerk_op(dag) for dag in (van, tot_en_met)
    )


def _mark_warning(soort: str, aanbieder: Aanbieder | None, dag: date) -> Melding | None:
    if soort in ZONDER_KEURMERK:
        return None
    if aanbieder is not None:
        return geen_keurmerk(aanbieder, dag)
    return Melding(
        "Er is geen aanbieder gekozen. Of het een school met keurmerk was, is dus niet "
        "bekend; deze uren tellen niet mee om af te schalen.",
        KEURMERK,
    )


def _overlap_warning(feiten: Feiten, gegevens: dict[str, Any]) -> Melding | None:
    """Warn of an earlier period of the same kind; the fact itself is kept."""
    for earlier in feiten.uren:
        if (
            earlier.soort == gegevens["soort"]
            and earlier.van <= gegevens["tot_en_met"]
            and gegevens["van"] <= earlier.tot_en_met
        ):
            return Melding(
                f"Deze periode valt samen met uren die er al stonden: {earlier.uren} "
                f"uur van {earlier.van:%d-%m-%Y} tot en met "
                f"{earlier.tot_en_met:%d-%m-%Y}. Kijk of er niets dubbel telt; "
                "herstel zo nodig een van de twee.",
                EIGEN,
                tegenstrijdig=True,
            )
    return None


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, soort: str, van: date,
    tot_en_met: date, uren: int, verzuim_geoorloofd: int = 0,
    verzuim_ongeoorloofd: int = 0, aanbieder: Aanbieder | None = None,
    herkomst: str = Herkomst.GEMEENTE.value, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the hours followed in a period, and the hours missed."""
    with_mark = heeft_keurmerk(aanbieder, van, tot_en_met)
    gegevens = {
        "soort": soort, "van": van, "tot_en_met": tot_en_met, "uren": uren,
        "verzuim_geoorloofd": verzuim_geoorloofd,
        "verzuim_ongeoorloofd": verzuim_ongeoorloofd, "met_keurmerk": with_mark,
        "herkomst": herkomst,
    }  # fmt: skip
    with uitvoeren(
        Handeling.UREN_VASTLEGGEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        warnings = [_overlap_warning(zaak.dossier.feiten, gegevens)]
        if not with_mark:
            warnings.append(_mark_warning(soort, aanbieder, tot_en_met))
        zaak.nieuw(GevolgdeUren, aanbieder=aanbieder, **gegevens)
        zaak.meldingen += tuple(warning for warning in warnings if warning)
        zaak.gebeurd_op = tot_en_met
        zaak.samenvatting = f"{uren} uur {Urensoort(soort).label.lower()}"
    return zaak
