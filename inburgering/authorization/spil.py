"""The spine: every act of the house by its noun and verb, of the law or of the work."""

from collections.abc import Mapping

from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.wet.handelingen import HANDELINGEN, Handeling


AnyHandeling = Handeling | Werkhandeling

SPIL: Mapping[tuple[str, str], AnyHandeling] = {
    (h.noun, h.verb): h for h in (*Handeling, *Werkhandeling)
}

# A correction that moves a legal term is decided by a second person with a mandate.
WERK_MET_MANDAAT = frozenset({Werkhandeling.HERSTEL_GOEDKEUREN})


def met_mandaat(handeling: AnyHandeling) -> bool:
    """Say whether an act is a decision that only somebody with a mandate may take."""
    if isinstance(handeling, Werkhandeling):
        return handeling in WERK_MET_MANDAAT
    return HANDELINGEN[handeling].met_mandaat


def op_rij(handeling: AnyHandeling) -> bool:
    """Say whether an act changes an existing fact rather than writing a new one."""
    if isinstance(handeling, Werkhandeling):
        return handeling.noun == "herstel"
    return HANDELINGEN[handeling].op_rij
