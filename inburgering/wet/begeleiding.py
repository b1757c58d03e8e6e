"""Maatschappelijke begeleiding: wie haar krijgt, en wanneer zij overgaat.

Artikel: Wi2021 art. 13. Voor asielstatushouders een plicht van de gemeente; anderen mag
de gemeente haar ook geven. Uren begeleiding tellen mee voor de uren participatie in de
Z-route (``wet.leerroutes``).
"""

from collections.abc import Callable, Mapping
from typing import Any

from inburgering.wet.begrippen import Doelgroep, RedenEindeBegeleiding
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.handelingen import Handeling
from inburgering.wet.moment import Moment
from inburgering.wet.regels import Geval, Toets, Voorwaarde, melding


A, B = Zekerheid.A, Zekerheid.B
H = Handeling
BRON = Bron("Wi2021", "13", B)


def _loopt(m: Moment) -> bool:
    return any(b.beeindigd_op is None for b in m.feiten.begeleidingen)


VOORWAARDEN: tuple[Voorwaarde, ...] = (
    Voorwaarde(
        H.BEGELEIDING_STARTEN,
        "Er loopt al maatschappelijke begeleiding. Beëindig haar eerst, of draag haar "
        "over.",
        BRON,
        lambda m: not _loopt(m),
    ),
    Voorwaarde(
        H.BEGELEIDING_BEEINDIGEN,
        "Er loopt geen maatschappelijke begeleiding.",
        BRON,
        _loopt,
    ),
)
OPEN_RIJ: Mapping[Handeling, Callable[[Any], bool]] = {
    H.BEGELEIDING_BEEINDIGEN: lambda b: b.beeindigd_op is None
}
GEBEURD: Mapping[Handeling, tuple[str, ...]] = {
    H.BEGELEIDING_STARTEN: ("begonnen_op",),
    H.BEGELEIDING_BEEINDIGEN: ("beeindigd_op",),
}
VOLGORDE: tuple[tuple[Handeling, str, str, str], ...] = (
    (H.BEGELEIDING_BEEINDIGEN, "begonnen_op", "beeindigd_op", "het begin"),
)


def _geen_plicht(g: Geval) -> str:
    if g.m.traject.doelgroep == Doelgroep.ASIELSTATUSHOUDER:
        return ""
    return (
        "Maatschappelijke begeleiding is alleen bij asielstatushouders een plicht van de "
        "gemeente. Aan anderen mag de gemeente haar ook geven."
    )


def _zonder_overdracht(g: Geval) -> str:
    if g.waarde("reden_einde") != RedenEindeBegeleiding.OVERGEDRAGEN:
        return ""
    if str(g.waarde("overdracht") or "").strip():
        return ""
    return "Schrijf op aan wie de begeleiding is overgedragen en wat die moet weten."


TOETSEN: tuple[Toets, ...] = (
    melding(
        (H.BEGELEIDING_STARTEN,), "begonnen_op", BRON, "voor wie het moet", _geen_plicht
    ),
    Toets(
        (H.BEGELEIDING_BEEINDIGEN,),
        "overdracht",
        Bron("eigen", "", A),
        "overdragen met uitleg",
        _zonder_overdracht,
    ),
)
