"""The working acts on the municipality's own questions at the brede intake.

A question is never changed: it ends on a day, and another begins with a code of its own.
So an answer that was given always belongs to the words with which it was asked.
"""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.brede_intake import Intakevraag
from inburgering.models.feiten import als_intakevraag
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.intakevragen import BRON, MEESTE, VOOR, nummer, vraagfouten
from inburgering.wet.uitkomst import NietToegestaan


W = Werkhandeling


def _eis(mag: bool, reden: str, veld: str = "") -> None:
    if not mag:
        raise NietToegestaan(reden, EIGEN, veld)


def _einde(rij: Intakevraag, dag: date, vandaag: date, veld: str) -> date:
    """Give the day on which a question ends. Raises ``NietToegestaan`` when it can't.

    From tomorrow at the earliest: an intake that began today keeps all its questions.
    """
    _eis(rij.geldig_tot is None, "Deze vraag is al beëindigd.", veld)
    eerste = max(rij.geldig_vanaf, vandaag + timedelta(days=1))
    _eis(dag >= eerste, f"Kies {eerste:%d-%m-%Y} of later.", veld)
    return dag


def _volgende_code(rijen: list[Intakevraag]) -> str:
    hoogste = max((nummer(als_intakevraag(rij)) for rij in rijen), default=0)
    return f"{VOOR}{hoogste + 1}"


def vastleggen(
    *, by: Lidmaatschap, on: datetime, geldig_vanaf: date, id: int | None = None,  # noqa: A002
    sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Add a question, or end the one with this ``id`` and begin its follower.

    ``gegevens``: domein, vraag, soort, keuzes, laagste, hoogste, eenheid, hulptekst,
    volgorde. Raises ``NietToegestaan`` for what may not be asked, a day that has passed,
    and more questions than a talk can hold.
    """
    try:
        with verrichten(
            W.INTAKEVRAAG_VASTLEGGEN, by=by, on=on, sleutel=sleutel
        ) as zaak:
            rijen = list(Intakevraag.objects.select_for_update().order_by("id"))
            _eis(geldig_vanaf >= on.date(), "Kies vandaag of later.", "geldig_vanaf")
            if id is not None:
                oud = next(rij for rij in rijen if rij.pk == id)
                tot = _einde(oud, geldig_vanaf, on.date(), "geldig_vanaf")
                zaak.wijzig(oud, geldig_tot=tot)
            blijft = [
                r for r in rijen if not r.geldig_tot or r.geldig_tot > geldig_vanaf
            ]
            _eis(
                len(blijft) < MEESTE,
                f"Er zijn al {MEESTE} eigen vragen. Beëindig er eerst een.",
            )
            nieuw = Intakevraag(
                gemeente=huidige_gemeente(), code=_volgende_code(rijen),
                geldig_vanaf=geldig_vanaf, **gegevens,
            )  # fmt: skip
            for veld, reden in vraagfouten(als_intakevraag(nieuw)).items():
                raise NietToegestaan(reden, BRON, veld)
            zaak.wijzig(nieuw, vastgelegd_op=on.date(), vastgelegd_door=by.gebruiker)
            zaak.samenvatting = f"{nieuw} (vanaf {geldig_vanaf:%d-%m-%Y})"
    except IntegrityError:  # two colleagues at once took the same number
        raise NietToegestaan(
            "Een collega voegde tegelijk een vraag toe. Sla nog een keer op.", EIGEN
        ) from None
    return zaak


def beeindigen(
    *, by: Lidmaatschap, on: datetime, id: int, geldig_tot: date,  # noqa: A002
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """End a question: intakes begun from that day do not ask it. Answers stay."""
    with verrichten(W.INTAKEVRAAG_BEEINDIGEN, by=by, on=on, sleutel=sleutel) as zaak:
        rij = Intakevraag.objects.select_for_update().get(pk=id)
        zaak.wijzig(rij, geldig_tot=_einde(rij, geldig_tot, on.date(), "geldig_tot"))
        zaak.samenvatting = f"{rij} (tot {geldig_tot:%d-%m-%Y})"
    return zaak
