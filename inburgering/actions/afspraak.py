"""The acts around an agreement of the plan: make it, and say what came of it."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.models.afspraak import Afspraak
from inburgering.models.doel import Doel
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Afspraakonderwerp, Afspraakresultaat, Grondslag
from inburgering.wet.handelingen import Handeling


def maken(
    *, traject: Traject, by: Lidmaatschap, on: datetime, gemaakt_op: date, onderwerp: str,
    omschrijving: str, eigenaar: str, grondslag: str, uiterlijk: date | None = None,
    doel: Doel | None = None, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Agree who does what by when, and on which act it rests (Wi2021 art. 15)."""
    gegevens = {
        "gemaakt_op": gemaakt_op, "onderwerp": onderwerp, "eigenaar": eigenaar,
        "grondslag": grondslag, "uiterlijk": uiterlijk,
    }  # fmt: skip
    with uitvoeren(
        Handeling.AFSPRAAK_MAKEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(Afspraak, omschrijving=omschrijving, doel=doel, **gegevens)
        zaak.gebeurd_op = gemaakt_op
        zaak.samenvatting = (
            f"{Afspraakonderwerp(onderwerp).label}, {Grondslag(grondslag).label}"
        )
    return zaak


def afronden(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, afgerond_op: date,  # noqa: A002
    resultaat: str, toelichting: str = "", versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record what came of an agreement."""
    gegevens = {"id": id, "afgerond_op": afgerond_op, "resultaat": resultaat}
    with uitvoeren(
        Handeling.AFSPRAAK_AFRONDEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        kept = zaak.wijzig(
            zaak.rij("afspraken", id), afgerond_op=afgerond_op, resultaat=resultaat,
            toelichting=toelichting,
        )  # fmt: skip
        zaak.gebeurd_op = afgerond_op
        zaak.samenvatting = f"{kept.get_onderwerp_display()}: {Afspraakresultaat(resultaat).label.lower()}"
    return zaak
