"""De leerbaarheidstoets niet afnemen: om welke beperking dat mag.

Artikel: Wi2021 art. 14 lid 6 en 7 (niet bevestigd). Alleen een beperking van zien of
horen telt; welke het is staat er, nooit een diagnose.
"""

from dataclasses import dataclass

from inburgering.wet.begrippen import LBTUitzondering
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.handelingen import Handeling
from inburgering.wet.regels import Geval, Toets, melding


UITZONDERING = Bron("Wi2021", "14 lid 6 en 7", Zekerheid.C)


@dataclass(frozen=True)
class Uitzondering:
    """Bij welke beperking de toets niet hoeft, en wanneer."""

    beperking: LBTUitzondering
    betekenis: str
    bron: Bron = UITZONDERING


UITZONDERINGEN: tuple[Uitzondering, ...] = (
    Uitzondering(
        LBTUitzondering.VISUEEL,
        "Bij een visuele beperking neemt de gemeente de toets niet af (niet bevestigd).",
    ),
    Uitzondering(
        LBTUitzondering.AUDITIEF,
        "Bij een auditieve beperking vervalt de toets alleen als de uitleg op schrift of "
        "in gebarentaal niet te volgen is (niet bevestigd).",
    ),
)
BETEKENIS = {rij.beperking: rij.betekenis for rij in UITZONDERINGEN}


def _uitzondering(g: Geval) -> str:
    gekozen = g.waarde("uitzondering")
    return BETEKENIS[LBTUitzondering(gekozen)] if gekozen else ""


TOETSEN: tuple[Toets, ...] = (
    melding(
        (Handeling.LEERBAARHEIDSTOETS_VASTLEGGEN,),
        "uitzondering",
        UITZONDERING,
        "alleen bij een beperking van zien of horen",
        _uitzondering,
    ),
)
