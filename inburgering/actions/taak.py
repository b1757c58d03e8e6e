"""The acts on a task of one's own: make, change, finish, and open again.

A task is kept as a row of its own and, for the worklist, as a term of its case: the
worklist stays one question to one table.
"""

from datetime import date, datetime, timedelta
from uuid import UUID

from inburgering.actions import termijnen
from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.taak import Taak
from inburgering.models.termijn import Termijn
from inburgering.models.traject import Traject
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.begrippen import Termijnsoort


W = Werkhandeling


def als_term(taak: Taak, traject: Traject) -> Termijn:
    """Write a task as the worklist reads it."""
    is_open = taak.klaar_op is None
    return Termijn(
        gemeente=huidige_gemeente(), traject=traject, soort=Termijnsoort.TAAK.value,
        volgnummer=taak.pk, begin=taak.vastgelegd_op,
        einde=taak.uiterlijk + timedelta(days=1), uiterlijk=taak.uiterlijk,
        voldaan_op=taak.klaar_op, vervallen=False, wettelijk=False,
        reden=taak.omschrijving, artikel=str(EIGEN), zekerheid=EIGEN.zekerheid.value,
        klantmanager_id=(taak.voor_id or traject.klantmanager_id) if is_open else None,
        team_id=traject.team_id if is_open else None,
    )  # fmt: skip


def _in_werkvoorraad(taak: Taak, zaak: Zaak) -> None:
    """Keep a task as a term of whoever has the case now, not when the form was opened."""
    traject = Traject.objects.select_for_update().get(pk=taak.traject_id)
    _bewaar([taak], traject, zaak)


def _bewaar(taken: list[Taak], traject: Traject, zaak: Zaak) -> None:
    termijnen.bewaar_rijen(
        [als_term(taak, traject) for taak in taken], by=zaak.by, on=zaak.on
    )


def voor_later(zaak: Zaak, *, omschrijving: str, uiterlijk: date) -> None:
    """Make a task of whoever has the case, as part of another act."""
    _in_werkvoorraad(
        zaak.nieuw(Taak, omschrijving=omschrijving, uiterlijk=uiterlijk, voor=None),
        zaak,
    )


def maken(
    *, traject: Traject, by: Lidmaatschap, on: datetime, omschrijving: str,
    uiterlijk: date, voor: Gebruiker | None = None, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Make a task; ``versie`` is not looked at, as with a note."""
    with verrichten(
        W.TAAK_MAKEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        taak = zaak.nieuw(
            Taak, omschrijving=omschrijving, uiterlijk=uiterlijk, voor=voor
        )
        _in_werkvoorraad(taak, zaak)
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, omschrijving: str,  # noqa: A002
    uiterlijk: date, voor: Gebruiker | None = None, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Change what must be done, by when, or by whom."""
    with verrichten(
        W.TAAK_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        taak = zaak.wijzig(
            zaak.werkrij(id), omschrijving=omschrijving, uiterlijk=uiterlijk, voor=voor
        )
        _in_werkvoorraad(taak, zaak)
    return zaak


def afronden(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, klaar_op: date,  # noqa: A002
    uitkomst: str = "", versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Finish a task; it leaves the worklist and stays in the file."""
    with verrichten(
        W.TAAK_AFRONDEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        taak = zaak.wijzig(zaak.werkrij(id), klaar_op=klaar_op, uitkomst=uitkomst)
        _in_werkvoorraad(taak, zaak)
        zaak.gebeurd_op = klaar_op
    return zaak


def heropenen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Open a finished task again; what was written about it stays."""
    with verrichten(
        W.TAAK_HEROPENEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        taak = zaak.wijzig(zaak.werkrij(id), klaar_op=None)
        _in_werkvoorraad(taak, zaak)
    return zaak


def volg(zaak: Zaak) -> None:
    """Let the open tasks of whoever has the case follow it to another colleague."""
    taken = Taak.objects.filter(traject=zaak.traject, klaar_op=None, voor=None)
    _bewaar(list(taken), zaak.traject, zaak)


def neem_over(zaak: Zaak) -> None:
    """Keep every task of a case as a term of it: they came from a case merged into it."""
    _bewaar(list(Taak.objects.filter(traject=zaak.traject)), zaak.traject, zaak)
