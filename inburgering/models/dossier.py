"""A case as it is read: the row, its facts, and how it stands on a day."""

from dataclasses import dataclass
from datetime import date, datetime

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
