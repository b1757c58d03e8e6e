"""The act around hours followed."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.aanbod import Aanbieder
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.participatie import GevolgdeUren
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Herkomst, Urensoort
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.handelingen import Handeling
from inburgering.wet.leerroutes import TELT_VOOR_PARTICIPATIE
from inburgering.wet.uitkomst import Melding


AFSCHALEN = Bron("Besluit", "5.5", Zekerheid.B)


def heeft_keurmerk(aanbieder: Aanbieder | None, van: date, tot_en_met: date) -> bool:
    """Say whether the quality mark held in the whole period; unknown is no."""
    return aanbieder is not None and all(
        aanbieder.heeft_keurmerk_op(dag) for dag in (van, tot_en_met)
    )


def _warnings(
    soort: str, aanbieder: Aanbieder | None, van: date, tot_en_met: date
) -> tuple[Melding, ...]:
    """Say what it means that lessons were not followed under a quality mark."""
    if soort in TELT_VOOR_PARTICIPATIE:
        return ()
    who = f"{aanbieder} had in deze periode geen keurmerk."
    if aanbieder is None:
        who = "Er is geen aanbieder gekozen; of er een keurmerk was, is niet bekend."
    text = f"{who} Deze uren tellen niet mee om af te schalen."
    used = (
        ("Soort", Urensoort(soort).label), ("Eerste dag", van), ("Laatste dag", tot_en_met),
        ("Aanbieder met keurmerk", "niet bekend" if aanbieder is None else "nee"),
    )  # fmt: skip
    return (Melding(text, AFSCHALEN, gebruikt=used),)


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
        zaak.nieuw(GevolgdeUren, aanbieder=aanbieder, **gegevens)
        if not with_mark:
            zaak.meldingen += _warnings(soort, aanbieder, van, tot_en_met)
        zaak.gebeurd_op = tot_en_met
        zaak.samenvatting = f"{uren} uur {Urensoort(soort).label.lower()}"
    return zaak
