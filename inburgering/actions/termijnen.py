"""Keeps the terms that ``stand()`` computed as rows that the worklist can ask for."""

from collections import Counter
from datetime import datetime
from typing import Any

from inburgering.models.feiten import TERMIJN_VELDEN, Rij
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.historie import bewaar_veel
from inburgering.models.termijn import Termijn
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Termijnsoort
from inburgering.wet.uitkomst import Stand


SLEUTEL = ("soort", "volgnummer")
UNIEK = ("gemeente", "traject", "soort", "volgnummer")
VELDEN = tuple(v for v in TERMIJN_VELDEN if v not in {"id", *SLEUTEL})


def berekend(stand: Stand, traject: Traject) -> dict[tuple[str, int], Rij]:
    """Give the terms of a ``Stand`` as rows, numbered within their kind.

    An open term also says whose work it is; a finished one is nobody's.
    """
    counted: Counter[str] = Counter()
    rows: dict[tuple[str, int], Rij] = {}
    for termijn in stand.termijnen:
        soort = termijn.soort.value
        counted[soort] += 1
        rows[soort, counted[soort]] = {
            "begin": termijn.begin,
            "einde": termijn.einde,
            "uiterlijk": termijn.uiterlijk,
            "voldaan_op": termijn.voldaan_op,
            "vervallen": False,
            "wettelijk": termijn.wettelijk,
            "reden": termijn.reden[:300],
            "artikel": str(termijn.bron)[:60],
            "zekerheid": termijn.bron.zekerheid.value,
            "klantmanager_id": traject.klantmanager_id if termijn.open else None,
            "team_id": traject.team_id if termijn.open else None,
        }
    return rows


def verschillen(
    stand: Stand, bewaard: list[Rij], traject: Traject
) -> dict[tuple[str, int], Rij]:
    """Give the rows that differ from what is kept; a term that is gone is ``vervallen``.

    A task is no term of the law: only ``actions.taak`` writes it.
    """
    nu = berekend(stand, traject)
    oud = {
        (rij["soort"], rij["volgnummer"]): rij
        for rij in bewaard
        if rij["soort"] != Termijnsoort.TAAK
    }
    for sleutel, rij in oud.items():
        if sleutel not in nu and not rij["vervallen"]:
            nu[sleutel] = {v: rij[v] for v in VELDEN} | {"vervallen": True}
    return {
        sleutel: rij | {"id": oud[sleutel]["id"] if sleutel in oud else None}
        for sleutel, rij in nu.items()
        if sleutel not in oud or any(rij[v] != oud[sleutel][v] for v in VELDEN)
    }


def bewaar(
    traject: Traject, stand: Stand, bewaard: list[Rij], *, by: Lidmaatschap | None,
    on: datetime,
) -> int:  # fmt: skip
    """Keep what changed (at most two statements) and give how many rows that were."""
    changed = verschillen(stand, bewaard, traject)
    rows = [_row(traject, sleutel, rij) for sleutel, rij in changed.items()]
    bewaar_rijen(rows, by=by, on=on)
    return len(rows)


def bewaar_rijen(rows: list[Termijn], *, by: Lidmaatschap | None, on: datetime) -> None:
    """Keep these terms as they are, new or not, with their history."""
    bewaar_veel(
        rows, uniek=UNIEK, velden=VELDEN, moment=on,
        user_id=by.gebruiker_id if by else None, reason="termijnen",
    )  # fmt: skip


def _row(traject: Traject, sleutel: tuple[str, int], rij: dict[str, Any]) -> Termijn:
    soort, volgnummer = sleutel
    return Termijn(
        gemeente=huidige_gemeente(), traject=traject, soort=soort, volgnummer=volgnummer,
        **rij,
    )  # fmt: skip
