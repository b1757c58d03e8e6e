"""A case as it is read: the row, its facts, and how it stands on a day."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from inburgering.authorization.checks import (
    AFGESCHERMD,
    AFGESCHERMDE_FEITEN,
    may_see,
)
from inburgering.authorization.roles import Inzage, Rol
from inburgering.models.feiten import Rij, lees_feiten
from inburgering.models.traject import Traject, opgegaan
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


def te_bewaren(uitkomst: Stand) -> dict[str, Any]:
    """Give what a case keeps of how it stands, by the columns of ``Traject``."""
    parts = uitkomst.onderdelen
    return {
        "status": uitkomst.status.value,
        "leerroute": uitkomst.leerroute.value if uitkomst.leerroute else "",
        "onderdelen_behaald_op": uitkomst.alle_onderdelen_behaald_op,
        "onderdelen_gehaald": ",".join(o.onderdeel.value for o in parts if o.gehaald),
        "onderdelen_open": ",".join(o.onderdeel.value for o in parts if not o.gehaald),
    }


def bewaar_stand(traject: Traject, uitkomst: Stand) -> None:
    """Set on a case what it keeps of how it stands; the caller saves it."""
    for naam, waarde in te_bewaren(uitkomst).items():
        setattr(traject, naam, waarde)


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


def terzijde(traject: Traject) -> list[tuple[str, Feiten]]:
    """Give per case that was merged into this one its number and what stayed behind.

    Those are the facts that no longer count: to be read, never to be counted with.
    """
    return [
        (nummer, lees_feiten(Traject(pk=key, inburgeraar_id=persoon))[0])
        for key, nummer, persoon in opgegaan(traject)
    ]


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
