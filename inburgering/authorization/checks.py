"""Two questions, two pure answers: may this role do it, and may it see it.

Which cases a role reaches is a third question; the queryset ``visible_to`` answers it.
"""

from inburgering.authorization.roles import ROLLEN, Bereik, Inzage, Rol
from inburgering.authorization.spil import AnyHandeling, met_mandaat
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.wet.begrippen import Termijnsoort


def may(rol: Rol, handeling: AnyHandeling, *, mandaat: bool) -> bool:
    """Say whether a role may do an act; a decision also needs a mandate."""
    if handeling not in ROLLEN[rol].handelingen:
        return False
    return mandaat or not met_mandaat(handeling)


def may_see(rol: Rol, inzage: Inzage) -> bool:
    """Say whether a role may look at a kind of page."""
    return inzage in ROLLEN[rol].inzagen


def scope(rol: Rol) -> Bereik:
    """Say which cases of the municipality a role reaches."""
    return ROLLEN[rol].bereik


# What only who enforces, leads or judges reads; elsewhere it is as if it were not there.
AFGESCHERMDE_FEITEN = frozenset({"handhavingen", "bezwaren"})
# Acts whose fact is another: a letter tells by its title that somebody is enforced against.
AFGESCHERMDE_HANDELINGEN = frozenset(
    {Werkhandeling.HANDHAVING_SCHRIJVEN, Werkhandeling.BEZWAAR_SCHRIJVEN}
)
# Terms that would tell that somebody is enforced against or objected.
AFGESCHERMD = frozenset(
    {
        Termijnsoort.HANDHAVING_CONTACT, Termijnsoort.HANDHAVING_REACTIE,
        Termijnsoort.HANDHAVING_BESLUIT, Termijnsoort.HANDHAVING_UITERLIJK,
        Termijnsoort.HANDHAVING_BEZWAAR, Termijnsoort.BEZWAAR_BESLISSEN,
        Termijnsoort.BEROEP, Termijnsoort.HOGER_BEROEP,
    }
)  # fmt: skip


def afgeschermd(rol: Rol) -> frozenset[Termijnsoort]:
    """Say which kinds of term a role does not read; a task says what somebody typed."""
    hidden = frozenset() if may_see(rol, Inzage.HANDHAVING) else AFGESCHERMD
    if may_see(rol, Inzage.NOTITIES):
        return hidden
    return hidden | {Termijnsoort.TAAK}


# What a role may not read, it may not correct either: by kind of fact.
INZAGE_VAN_FEIT = {
    "brede_intakes": Inzage.BEGINSITUATIE,
    "gesprekken": Inzage.NOTITIES,
} | dict.fromkeys(AFGESCHERMDE_FEITEN, Inzage.HANDHAVING)
