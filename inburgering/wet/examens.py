"""Aanmelden voor examens: op tijd, want een examen en zijn uitslag kosten weken.

De wet kent geen dag waarop iemand zich aanmeldt: dit is eigen planning. Een aanmelding
telt zolang er nog geen uitslag is; blijft de uitslag lang uit, dan is navragen beter dan
wachten.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from inburgering.wet.begrippen import EXAMENONDERDELEN, Termijnsoort, Trajectstatus
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Examenaanmelding
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import DAG, plus_maanden
from inburgering.wet.looptijd import EINDE_TERMIJN, inburgeringstermijn
from inburgering.wet.moment import Moment
from inburgering.wet.regels import DUUR, Geval, Termijnregel, Toets, nl
from inburgering.wet.uitkomst import Onderdeelstand, Termijn


EIGEN = Bron("eigen", "", Zekerheid.A)
H = Handeling

GEBEURD: Mapping[Handeling, tuple[str, ...]] = {H.EXAMEN_AANMELDEN: ("aangemeld_op",)}
VOLGORDE: tuple[tuple[Handeling, str, str, str], ...] = (
    (H.EXAMEN_AANMELDEN, "aangemeld_op", "examen_op", "de dag van de aanmelding"),
)


def _geen_examenonderdeel(g: Geval) -> str:
    if g.waarde("onderdeel") in EXAMENONDERDELEN:
        return ""
    return "Voor dit onderdeel is er geen examen om zich voor aan te melden."


TOETSEN: tuple[Toets, ...] = (
    Toets(
        (H.EXAMEN_AANMELDEN,),
        "onderdeel",
        EIGEN,
        "een onderdeel met een examen",
        _geen_examenonderdeel,
    ),
)


def loopt(m: Moment, aanmelding: Examenaanmelding) -> bool:
    """Of er op deze aanmelding nog een uitslag komt."""
    uitslagen = (
        e
        for e in m.feiten.examens
        if e.onderdeel == aanmelding.onderdeel
        and e.afgelegd_op >= (aanmelding.examen_op or aanmelding.aangemeld_op)
    )
    if any(uitslagen):
        return False
    if aanmelding.examen_op is None:
        return True
    wachten = m.regel_vanaf("duo_voldaan_weken", aanmelding.examen_op)
    return m.peildatum < aanmelding.examen_op + timedelta(weeks=wachten.waarde)


def _geregeld_op(m: Moment, deel: Onderdeelstand) -> date | None:
    """De dag waarop een onderdeel is behaald of iemand zich ervoor aanmeldde."""
    if deel.gehaald_op is not None:
        return deel.gehaald_op
    return min(
        (
            a.aangemeld_op
            for a in m.feiten.aanmeldingen
            if a.onderdeel == deel.onderdeel and loopt(m, a)
        ),
        default=None,
    )


def aanmelden(m: Moment) -> Termijn | None:
    """Tot wanneer iemand zich rustig kan aanmelden voor elk examen dat nog open is."""
    heel = inburgeringstermijn(m)
    delen = [o for o in m.onderdelen if o.onderdeel in EXAMENONDERDELEN]
    if heel is None or not delen:
        return None
    regel = m.regel_vanaf("examen_aanmelden_maanden", heel.begin)
    einde = max(plus_maanden(heel.einde, -regel.waarde), heel.begin + DAG)
    geregeld = {deel: _geregeld_op(m, deel) for deel in delen}
    open_ = [deel.onderdeel.label for deel, op in geregeld.items() if op is None]
    op = max((dag for dag in geregeld.values() if dag is not None), default=None)
    wat = f"nog niet aangemeld voor {', '.join(open_)}" if open_ else "overal aangemeld"
    return Termijn(
        Termijnsoort.EXAMEN,
        heel.begin,
        einde,
        einde - DAG,
        f"{wat}; de termijn loopt tot en met {nl(heel.uiterlijk)}",
        regel.bron,
        heel.voldaan_op or (None if open_ else op),
        wettelijk=False,
        gebruikt=((EINDE_TERMIJN, heel.uiterlijk), (DUUR, regel.in_woorden)),
    )


TERMIJNREGELS: tuple[Termijnregel, ...] = (
    Termijnregel(Termijnsoort.EXAMEN, aanmelden, frozenset({Trajectstatus.LEERROUTE})),
)
