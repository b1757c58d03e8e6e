"""A case as it is read: the row, its facts, and how it stands on a day."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from inburgering.authorization.checks import (
    AFGESCHERMD,
    AFGESCHERMDE_FEITEN,
    may_see,
)
from inburgering.authorization.roles import Inzage, Rol
from inburgering.models.feiten import Rij, lees_feiten
from inburgering.models.traject import Traject
from inburgering.wet.feiten import Feiten
from inburgering.wet.stand import stand
from inburgering.wet.uitkomst import Stand


@dataclass(frozen=True)
class Dossier:
    """What every page, act and answer about one case starts from."""

    traject: Traject
    feiten: Feiten
    stand: Stand
    termijnen: list[Rij]


def lees(traject: Traject, op: date, bekend_op: datetime | None = None) -> Dossier:
    """Read a case and say how it stands on a day (one statement)."""
    feiten, termijnen = lees_feiten(traject, bekend_op)
    return Dossier(traject, feiten, stand(feiten, op), termijnen)


def lees_op_slot(traject: Traject, op: date) -> Dossier:
    """Read a case whose row this transaction has locked, and keep it for the act.

    The form and the act then look at one reading: nobody can come in between.
    """
    traject.op_slot = lees(traject, op)
    return traject.op_slot


def zichtbaar(dossier: Dossier, rol: Rol) -> Dossier:
    """Give a case as a role may see it: as if what it may not read was never recorded.

    The stand is made anew from the other facts, so that no term, message or refusal
    gives away what was left out.
    """
    hidden = {s: () for s in AFGESCHERMDE_FEITEN if getattr(dossier.feiten, s)}
    if not hidden or may_see(rol, Inzage.HANDHAVING):
        return dossier
    left = replace(dossier.feiten, **hidden)
    return replace(
        dossier,
        feiten=left,
        stand=stand(left, dossier.stand.peildatum),
        termijnen=[t for t in dossier.termijnen if t["soort"] not in AFGESCHERMD],
    )
