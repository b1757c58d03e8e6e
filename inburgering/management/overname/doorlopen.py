"""The terms of a case that was elsewhere, folded through the days of its life.

So a term that ran and lapsed is there too, marked as lapsed: the figures of earlier
cohorts rest on it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from inburgering.actions import termijnen
from inburgering.models.feiten import Rij
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.feiten import SOORTEN, Feit, Feiten
from inburgering.wet.moment import LATER
from inburgering.wet.samenhang import GEBEURTENISSEN
from inburgering.wet.stand import stand
from inburgering.wet.uitkomst import Stand


Termijnen = dict[tuple[str, int], Rij]


def doorlopen(feiten: Feiten, traject: Traject, op: date) -> tuple[Stand, Termijnen]:
    """Say how the case stands today, with every term that runs, ended or lapsed."""
    kept: Termijnen = {}
    nu = stand(feiten, op)
    dagen = _dagen(feiten, op)
    if nu.status is not Trajectstatus.AFGESLOTEN:
        dagen.add(op)  # a closed case stays as it was, at night too
    for dag in sorted(dagen):
        then = nu if dag == op else stand(_bekend(feiten, dag), dag)
        rows = [
            {"soort": s, "volgnummer": v, "id": None, **r} for (s, v), r in kept.items()
        ]
        for key, row in termijnen.verschillen(then, rows, traject).items():
            kept[key] = {naam: row[naam] for naam in termijnen.VELDEN}
    return nu, kept


def _dagen(feiten: Feiten, op: date) -> set[date]:
    """Give the days on which something became known."""
    traject = feiten.traject
    dagen = {traject.geregistreerd_op}
    dagen |= {getattr(traject, n, None) for n in GEBEURTENISSEN["traject"]} - {None}
    for feit in _alle(feiten):
        later = (getattr(feit, naam) for naam in LATER.get(type(feit), ()))
        dagen.add(feit.vastgelegd_op)
        dagen |= {max(dag, feit.vastgelegd_op) for dag in later if dag is not None}
    return {dag for dag in dagen if traject.geregistreerd_op <= dag <= op}


def _alle(feiten: Feiten) -> Iterator[Feit]:
    for soort in SOORTEN:
        yield from getattr(feiten, soort)


def _bekend(feiten: Feiten, dag: date) -> Feiten:
    """Give what was known on a day: what was recorded later is left out.

    The normal week too: it says how it is now.
    """
    return replace(
        feiten,
        rooster=(),
        **{
            soort: tuple(f for f in getattr(feiten, soort) if f.vastgelegd_op <= dag)
            for soort in SOORTEN
        },
    )
