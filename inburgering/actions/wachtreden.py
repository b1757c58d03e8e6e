"""The working acts on what a step waits for: set it, and end it.

It explains why a step is late; no term of the law moves by it.
"""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.termijn import Termijn
from inburgering.models.traject import Traject
from inburgering.models.wachtreden import Wachtreden, lees_sleutel, sleutel_van
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.uitkomst import NietToegestaan


W = Werkhandeling


def _step(traject: Traject, stap: str) -> Termijn:
    """Lock the open step, so that of two colleagues one comes after the other."""
    soort, volgnummer = lees_sleutel(stap)
    found = (
        Termijn.objects.select_for_update()
        .filter(
            traject=traject, soort=soort, volgnummer=volgnummer, voldaan_op=None,
            vervallen=False,
        )
        .first()
    )  # fmt: skip
    if found is None:
        raise NietToegestaan("Deze stap staat niet meer open.", EIGEN, "stap")
    return found


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, stap: str, reden: str,
    sinds: date, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Say what an open step waits for; what it waited for before ends on that day."""
    with verrichten(
        W.WACHTREDEN_VASTLEGGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        term = _step(traject, stap)
        step = {"soort": term.soort, "volgnummer": term.volgnummer, "begin": term.begin}
        former = Wachtreden.objects.filter(traject=traject, tot=None, **step).first()
        if former is not None:
            _check_follows(former, reden, sinds)
            zaak.wijzig(former, tot=sinds)
        zaak.nieuw(Wachtreden, reden=reden, sinds=sinds, **step)
        zaak.gebeurd_op = sinds
    return zaak


def _check_follows(former: Wachtreden, reden: str, sinds: date) -> None:
    if former.reden == reden:
        raise NietToegestaan(
            f"Deze stap wacht hier al op, sinds {former.sinds:%d-%m-%Y}.",
            EIGEN,
            "reden",
        )
    if sinds < former.sinds:
        raise NietToegestaan(
            f"Deze stap wacht al op {former.wacht_op} sinds {former.sinds:%d-%m-%Y}. "
            "Een nieuwe reden begint op die dag of later.",
            EIGEN, "sinds",
        )  # fmt: skip


def beeindigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, tot: date,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """End the waiting; the step goes on."""
    with verrichten(
        W.WACHTREDEN_BEEINDIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(zaak.werkrij(id), tot=tot)
        zaak.gebeurd_op = tot
    return zaak


def hervatten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Undo an end: the step waits as it did, if it is still the same open step."""
    with verrichten(
        W.WACHTREDEN_HERVATTEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = zaak.werkrij(id)
        term = _step(traject, sleutel_van(row.soort, row.volgnummer))
        step = {"soort": term.soort, "volgnummer": term.volgnummer, "begin": term.begin}
        if term.begin != row.begin:
            raise NietToegestaan("Deze stap is intussen opnieuw begonnen.", EIGEN)
        if Wachtreden.objects.filter(traject=traject, tot=None, **step).exists():
            raise NietToegestaan("Deze stap wacht intussen op iets anders.", EIGEN)
        zaak.wijzig(row, tot=None)
    return zaak
