"""De afspraken uit het PIP: wie doet wat tot wanneer, en op welke wet zij rusten.

Artikelen: Wi2021 art. 15 (PIP), 22 en 23 (niet nakomen); Participatiewet art. 9 en 18. De
wet waarop een afspraak rust, bepaalt de sanctie, en er is er nooit meer dan een. Wanneer
een afspraak klaar moet zijn, is eigen planning.
"""

from collections.abc import Callable, Mapping
from typing import Any

from inburgering.wet.begrippen import (
    Afspraakresultaat,
    Eigenaar,
    Grondslag,
    Termijnsoort,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Afspraak
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import DAG
from inburgering.wet.moment import Moment
from inburgering.wet.regels import (
    Geval,
    Termijnregel,
    Toets,
    Voorwaarde,
    melding,
    nl,
)
from inburgering.wet.uitkomst import Termijn


A, B = Zekerheid.A, Zekerheid.B
H = Handeling


def open_afspraken(m: Moment) -> tuple[Afspraak, ...]:
    """De afspraken waarvan nog niet is gezegd wat ervan terechtkwam."""
    return tuple(a for a in m.feiten.afspraken if a.afgerond_op is None)


VOORWAARDEN: tuple[Voorwaarde, ...] = (
    Voorwaarde(
        H.AFSPRAAK_AFRONDEN,
        "Er is geen afspraak die nog open staat.",
        Bron("Wi2021", "15", B),
        open_afspraken,
    ),
)
OPEN_RIJ: Mapping[Handeling, Callable[[Any], bool]] = {
    H.AFSPRAAK_AFRONDEN: lambda a: a.afgerond_op is None
}
GEBEURD: Mapping[Handeling, tuple[str, ...]] = {
    H.AFSPRAAK_MAKEN: ("gemaakt_op",),
    H.AFSPRAAK_AFRONDEN: ("afgerond_op",),
}
VOLGORDE: tuple[tuple[Handeling, str, str, str], ...] = (
    (H.AFSPRAAK_MAKEN, "gemaakt_op", "uiterlijk", "de dag van de afspraak"),
    (H.AFSPRAAK_AFRONDEN, "gemaakt_op", "afgerond_op", "de dag van de afspraak"),
)

GEVOLG_BRON = Bron("Wi2021", "23; Participatiewet art. 18", A)
# Wat er kan volgen als de inburgeraar een afspraak niet nakomt.
GEVOLG: Mapping[Grondslag, str] = {
    Grondslag.WI2021: "een boete op grond van de Wet inburgering 2021",
    Grondslag.PARTICIPATIEWET: "een maatregel op grond van de Participatiewet",
}


def _niet_nagekomen(g: Geval) -> str:
    if g.waarde("resultaat") != Afspraakresultaat.NIET:
        return ""
    if g.waarde("eigenaar") != Eigenaar.INBURGERAAR:
        return ""
    return (
        "De inburgeraar kwam de afspraak niet na. Zoek eerst de oorzaak en bied hulp. "
        f"Lukt dat niet, dan kan alleen {GEVOLG[Grondslag(g.waarde('grondslag'))]} "
        "volgen: deze afspraak rust op die wet."
    )


TOETSEN: tuple[Toets, ...] = (
    melding(
        (H.AFSPRAAK_AFRONDEN,),
        "resultaat",
        GEVOLG_BRON,
        "de grondslag bepaalt de sanctie, nooit beide",
        _niet_nagekomen,
    ),
)


def _eerste_afspraak(m: Moment) -> Termijn | None:
    """De open afspraak die het eerst klaar moet zijn."""
    met_dag = [(a.uiterlijk, a) for a in open_afspraken(m) if a.uiterlijk is not None]
    if not met_dag:
        return None
    dag, eerste = min(met_dag, key=lambda paar: (paar[0], paar[1].id))
    rest = len(met_dag) - 1
    ook = f"; daarna nog {rest}" if rest else ""
    return Termijn(
        Termijnsoort.AFSPRAAK,
        eerste.gemaakt_op,
        dag + DAG,
        dag,
        f"{eerste.onderwerp.label} ({eerste.eigenaar.label.lower()}), afgesproken op "
        f"{nl(eerste.gemaakt_op)}{ook}",
        Bron("eigen", "", A),
        wettelijk=False,
        gebruikt=(("Afgesproken", eerste.gemaakt_op), ("Klaar op", dag)),
    )


TERMIJNREGELS: tuple[Termijnregel, ...] = (
    Termijnregel(Termijnsoort.AFSPRAAK, _eerste_afspraak),
)
