"""Bezwaar tegen een besluit van de gemeente, en beroep en hoger beroep daarna.

Artikelen: Awb art. 6:7 en 6:8 (zes weken), 6:11 (te laat), 7:2 (horen), 7:10 (beslissen),
10:3 lid 3 (een ander beslist), 6:24 en 8:104 (hoger beroep). Een bezwaar en een beroep
zijn feiten van buiten: ook wie te laat is, wordt vastgelegd. De beslissing op bezwaar is
een besluit. Hoger beroep over het PIP gaat naar de Raad van State (Afdeling
bestuursrechtspraak); ook de gemeente kan het instellen.

Een bezwaar tegen het PIP verschuift de inburgeringstermijn niet, ook niet als het PIP
(deels) wordt vernietigd (Wi2021 art. 11 lid 2-3).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from inburgering.wet.begrippen import Bezwaartegen, Bezwaaruitkomst, Termijnsoort
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Bezwaar
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import DAG
from inburgering.wet.moment import Moment
from inburgering.wet.regels import (
    ALTIJD,
    NIET_DICHT,
    Geval,
    Termijnregel,
    Toets,
    Voorwaarde,
    botst,
    melding,
    nl,
    termijn,
    voorbij,
)
from inburgering.wet.uitkomst import Termijn


A, B, C, D = Zekerheid.A, Zekerheid.B, Zekerheid.C, Zekerheid.D
H, T = Handeling, Termijnsoort

BEZWAAR = Bron("Awb", "6:7 en 6:8", B)
TE_LAAT = Bron("Awb", "6:11", D, "te laat kan verschoonbaar zijn")
HOREN = Bron("Awb", "7:2 en 7:3", D)
BESLISSEN = Bron("Awb", "7:10", D)
EEN_ANDER = Bron("Awb", "10:3 lid 3", D)
TE_VROEG = Bron("Awb", "6:12", D, "beroep omdat niet op tijd is beslist")
TERMIJN = Bron("Wi2021", "11 lid 2-3", A)
HOGER = Bron(
    "Awb", "6:7, 6:8 en 6:24", D, "uit algemene kennis; gerekend vanaf de uitspraak"
)

# --- Wanneer een handeling kan --------------------------------------------------------


def loopt(b: Bezwaar) -> bool:
    """Of op dit bezwaar nog niet is beslist."""
    return b.besloten_op is None


OPEN_RIJ: Mapping[Handeling, Callable[[Bezwaar], bool]] = {
    H.BEZWAAR_HOREN: lambda b: loopt(b) and b.gehoord_op is None,
    H.BEZWAAR_BESLISSEN: loopt,
    H.BEZWAAR_VERSTUREN: lambda b: not loopt(b) and b.verstuurd_op is None,
    H.BEROEP_VASTLEGGEN: lambda b: b.beroep_op is None,
    H.BEROEP_AFRONDEN: lambda b: b.beroep_op is not None and b.uitspraak_op is None,
    H.HOGERBEROEP_VASTLEGGEN: lambda b: (
        b.uitspraak_op is not None and b.hoger_beroep_op is None
    ),
    H.HOGERBEROEP_AFRONDEN: lambda b: (
        b.hoger_beroep_op is not None and b.hoger_uitspraak_op is None
    ),
}
GEEN_RIJ: Mapping[Handeling, str] = {
    H.BEZWAAR_HOREN: "Er is geen bezwaar waarover nog iemand gehoord kan worden.",
    H.BEZWAAR_BESLISSEN: "Er is geen bezwaar waarop nog moet worden beslist.",
    H.BEZWAAR_VERSTUREN: "Er is geen beslissing die nog verstuurd moet worden.",
    H.BEROEP_VASTLEGGEN: "Er is geen bezwaar waarna beroep kan.",
    H.BEROEP_AFRONDEN: "Er loopt geen beroep.",
    H.HOGERBEROEP_VASTLEGGEN: "Er is geen uitspraak waarna hoger beroep kan.",
    H.HOGERBEROEP_AFRONDEN: "Er loopt geen hoger beroep.",
}


def _heeft_rij(handeling: Handeling, m: Moment) -> bool:
    return any(OPEN_RIJ[handeling](b) for b in m.feiten.bezwaren)


VOORWAARDEN: tuple[Voorwaarde, ...] = tuple(
    Voorwaarde(h, reden, BEZWAAR, partial(_heeft_rij, h))
    for h, reden in GEEN_RIJ.items()
)

GEBEURD: Mapping[Handeling, tuple[str, ...]] = {
    H.BEZWAAR_VASTLEGGEN: ("bekend_op", "ontvangen_op"),
    H.BEZWAAR_HOREN: ("gehoord_op",),
    H.BEZWAAR_BESLISSEN: ("besloten_op",),
    H.BEZWAAR_VERSTUREN: ("verstuurd_op",),
    H.BEROEP_VASTLEGGEN: ("beroep_op",),
    H.BEROEP_AFRONDEN: ("uitspraak_op",),
    H.HOGERBEROEP_VASTLEGGEN: ("hoger_beroep_op",),
    H.HOGERBEROEP_AFRONDEN: ("hoger_uitspraak_op",),
}
VOLGORDE: tuple[tuple[Handeling, str, str, str], ...] = (
    (H.BEZWAAR_HOREN, "ontvangen_op", "gehoord_op", "de ontvangst"),
    (H.BEZWAAR_BESLISSEN, "ontvangen_op", "besloten_op", "de ontvangst"),
    (H.BEZWAAR_BESLISSEN, "gehoord_op", "besloten_op", "het horen"),
    (H.BEZWAAR_VERSTUREN, "besloten_op", "verstuurd_op", "de beslissing"),
    (H.BEROEP_VASTLEGGEN, "ontvangen_op", "beroep_op", "de ontvangst van het bezwaar"),
    (H.BEROEP_AFRONDEN, "beroep_op", "uitspraak_op", "het beroep"),
    (H.HOGERBEROEP_VASTLEGGEN, "uitspraak_op", "hoger_beroep_op", "de uitspraak"),
    (
        H.HOGERBEROEP_AFRONDEN,
        "hoger_beroep_op",
        "hoger_uitspraak_op",
        "het hoger beroep",
    ),
)

# --- De termijnen ---------------------------------------------------------------------


def _bezwaarweken(m: Moment, soort: Termijnsoort, op: date, wat: str) -> Termijn:
    regel = m.regel_vanaf("pip_bezwaar_weken", op)
    return termijn(
        m,
        soort,
        regel,
        op + DAG,
        f"{regel.duur} na het versturen van {wat} op {nl(op)}",
        gebruikt=((f"Verzending van {wat}", op),),
    )


def bezwaartermijn(m: Moment, bekend_op: date) -> Termijn:
    """De tijd om bezwaar te maken tegen een besluit dat op die dag is verstuurd."""
    return _bezwaarweken(m, T.PIP_BEZWAAR, bekend_op, "het besluit")


def _beslissen(m: Moment, b: Bezwaar) -> Termijn:
    begin = bezwaartermijn(m, b.bekend_op).uiterlijk + DAG
    naam = "bezwaar_beslissen_weken"
    if b.met_commissie:
        naam = "bezwaar_beslissen_commissie_weken"
    return termijn(
        m,
        T.BEZWAAR_BESLISSEN,
        m.regel_vanaf(naam, begin),
        begin,
        f"gerekend vanaf het einde van de bezwaartermijn op {nl(begin - DAG)}",
        voldaan_op=b.besloten_op,
        gebruikt=(("Besluit verstuurd", b.bekend_op), ("Ontvangen", b.ontvangen_op)),
    )


def _beroep(m: Moment, b: Bezwaar) -> Termijn | None:
    if b.verstuurd_op is None:
        return None
    heel = _bezwaarweken(m, T.BEROEP, b.verstuurd_op, "de beslissing op bezwaar")
    return voorbij(replace(heel, voldaan_op=b.beroep_op), m.peildatum)


def hogerberoepstermijn(m: Moment, uitspraak_op: date) -> Termijn:
    """De tijd voor hoger beroep; de dag van verzending is hier die van de uitspraak."""
    regel = m.regel_vanaf("pip_bezwaar_weken", uitspraak_op)
    return termijn(
        m,
        T.HOGER_BEROEP,
        regel,
        uitspraak_op + DAG,
        f"{regel.duur} na de uitspraak van {nl(uitspraak_op)} (niet bevestigd)",
        bron=HOGER,
        gebruikt=(("Uitspraak in beroep", uitspraak_op),),
    )


def _hoger_beroep(m: Moment, b: Bezwaar) -> Termijn | None:
    if b.uitspraak_op is None:
        return None
    return voorbij(hogerberoepstermijn(m, b.uitspraak_op), m.peildatum)


def _eerste(
    bereken: Callable[[Moment, Bezwaar], Termijn | None], m: Moment
) -> Termijn | None:
    """De dringendste open termijn van alle bezwaren, anders de laatste."""
    gevonden = [t for b in m.feiten.bezwaren if (t := bereken(m, b)) is not None]
    return min(
        (t for t in gevonden if t.open),
        key=lambda t: t.uiterlijk,
        default=gevonden[-1] if gevonden else None,
    )


TERMIJNREGELS: tuple[Termijnregel, ...] = (
    Termijnregel(T.BEZWAAR_BESLISSEN, partial(_eerste, _beslissen), NIET_DICHT),
    Termijnregel(T.BEROEP, partial(_eerste, _beroep), ALTIJD),
    Termijnregel(T.HOGER_BEROEP, partial(_eerste, _hoger_beroep), ALTIJD),
)

# --- De inhoud ------------------------------------------------------------------------


def _bezwaar_te_laat(g: Geval) -> str:
    bekend, ontvangen = g.dag("bekend_op"), g.dag("ontvangen_op")
    if bekend is None or ontvangen is None:
        return ""
    grens = bezwaartermijn(g.m, bekend).uiterlijk
    if ontvangen <= grens:
        return ""
    return (
        f"Bezwaar kon tot en met {nl(grens)}. Vraag waarom het later kwam; dat kan "
        "verschoonbaar zijn."
    )


def _voor_het_besluit(g: Geval) -> str:
    bekend, ontvangen = g.dag("bekend_op"), g.dag("ontvangen_op")
    if bekend is None or ontvangen is None or ontvangen >= bekend:
        return ""
    return "Het bezwaar kwam voordat het besluit is verstuurd. Controleer de datums."


def _besluit_onbekend(g: Geval) -> str:
    tegen, dag = g.waarde("tegen"), g.dag("bekend_op")
    bekend: set[date | None]
    if tegen == Bezwaartegen.PIP:
        bekend = {p.verstuurd_op for p in g.m.vastgesteld}
    elif tegen == Bezwaartegen.HANDHAVING:
        bekend = {h.verstuurd_op for h in g.m.feiten.handhavingen}
    else:
        return ""
    if dag in bekend:
        return ""
    return "Bij ons is op die dag geen besluit hierover verstuurd. Controleer de datum."


def _niet_gehoord(g: Geval) -> str:
    if g.waarde("gehoord_op") or g.waarde("uitkomst") == Bezwaaruitkomst.INGETROKKEN:
        return ""
    return "Er is niemand gehoord. Dat mag alleen in de gevallen die de wet noemt."


def _te_laat_beslist(g: Geval) -> str:
    dag, bekend = g.dag("besloten_op"), g.dag("bekend_op")
    if dag is None or bekend is None or not isinstance(g.rij, Bezwaar):
        return ""
    grens = _beslissen(g.m, g.rij).uiterlijk
    return f"Beslissen moest uiterlijk {nl(grens)}." if dag > grens else ""


def _zelfde_persoon(g: Geval) -> str:
    door = g.waarde("besloten_door")
    if door is None or door not in _bestreden_door(g):
        return ""
    return (
        "Wie het besluit nam waartegen bezwaar is gemaakt, beslist niet op het bezwaar. "
        "Vraag een collega met mandaat."
    )


def _bestreden_door(g: Geval) -> set[int]:
    """Wie het bestreden besluit nam, voor zover bekend."""
    door = set(g.waarde("bestreden_door") or ())
    if g.waarde("tegen") == Bezwaartegen.HANDHAVING:
        door |= {
            h.besloten_door
            for h in g.m.feiten.handhavingen
            if h.besloten_door is not None and h.verstuurd_op == g.dag("bekend_op")
        }
    return door


def _termijn_blijft(g: Geval) -> str:
    if g.waarde("tegen") != Bezwaartegen.PIP:
        return ""
    if g.waarde("uitkomst") not in (Bezwaaruitkomst.GEGROND, Bezwaaruitkomst.DEELS):
        return ""
    return (
        "De inburgeringstermijn verandert hierdoor niet, ook niet door een nieuw PIP."
    )


def _beroep_voor_beslissing(g: Geval) -> str:
    besloten, beroep = g.dag("besloten_op"), g.dag("beroep_op")
    if beroep is None or (besloten is not None and beroep >= besloten):
        return ""
    return (
        "Er was nog niet op het bezwaar beslist. Beroep kan dan als de gemeente te laat "
        "is; kijk wat er open staat."
    )


def _beroep_te_laat(g: Geval) -> str:
    verstuurd, beroep = g.dag("verstuurd_op"), g.dag("beroep_op")
    if verstuurd is None or beroep is None:
        return ""
    grens = _bezwaarweken(g.m, T.BEROEP, verstuurd, "de beslissing").uiterlijk
    return f"Beroep kon tot en met {nl(grens)}." if beroep > grens else ""


def _hoger_beroep_te_laat(g: Geval) -> str:
    uitspraak, beroep = g.dag("uitspraak_op"), g.dag("hoger_beroep_op")
    if uitspraak is None or beroep is None:
        return ""
    grens = hogerberoepstermijn(g.m, uitspraak).uiterlijk
    return f"Hoger beroep kon tot en met {nl(grens)}." if beroep > grens else ""


def van_tafel(b: Bezwaar) -> bool:
    """Of het bestreden besluit niet meer geldt; de hoogste rechter gaat voor."""
    if b.hoger_uitspraak == Bezwaaruitkomst.GEGROND:
        return not b.hoger_beroep_door_gemeente
    return Bezwaaruitkomst.GEGROND in (b.uitkomst, b.uitspraak)


_VASTLEGGEN, _BESLISSEN = (H.BEZWAAR_VASTLEGGEN,), (H.BEZWAAR_BESLISSEN,)
_BEROEP = (H.BEROEP_VASTLEGGEN,)
TOETSEN: tuple[Toets, ...] = (
    melding(
        _VASTLEGGEN, "ontvangen_op", TE_LAAT, "binnen de termijn", _bezwaar_te_laat
    ),
    botst(
        _VASTLEGGEN, "ontvangen_op", BEZWAAR, "niet voor het besluit", _voor_het_besluit
    ),
    botst(
        _VASTLEGGEN, "bekend_op", BEZWAAR, "tegen een bekend besluit", _besluit_onbekend
    ),
    Toets(_BESLISSEN, "uitkomst", EEN_ANDER, "een ander beslist", _zelfde_persoon),
    melding(_BESLISSEN, "uitkomst", HOREN, "na het horen", _niet_gehoord),
    melding(
        _BESLISSEN, "besloten_op", BESLISSEN, "binnen de termijn", _te_laat_beslist
    ),
    melding(_BESLISSEN, "uitkomst", TERMIJN, "de termijn blijft", _termijn_blijft),
    melding(_BEROEP, "beroep_op", BEZWAAR, "binnen de termijn", _beroep_te_laat),
    melding(
        _BEROEP, "beroep_op", TE_VROEG, "na de beslissing", _beroep_voor_beslissing
    ),
    melding(
        (H.HOGERBEROEP_VASTLEGGEN,),
        "hoger_beroep_op",
        HOGER,
        "binnen de termijn",
        _hoger_beroep_te_laat,
    ),
)
