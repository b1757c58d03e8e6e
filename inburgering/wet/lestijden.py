"""Wanneer, hoe en op welk niveau een klas les heeft: eigen woorden, geen artikel.

Een dagdeel is een dag en een deel van die dag ("maandag_avond"). Zo is te zien of een klas
past bij de dagdelen waarop iemand kan.
"""

from collections.abc import Collection, Iterable

from inburgering.wet.keuze import Keuze
from inburgering.wet.weekrooster import Weekdag


class Dagdeel(Keuze):
    """De delen van een dag."""

    OCHTEND = "ochtend", "Ochtend"
    MIDDAG = "middag", "Middag"
    AVOND = "avond", "Avond"


class Lesvorm(Keuze):
    """Waar de lessen zijn."""

    OP_LOCATIE = "op_locatie", "Op locatie"
    ONLINE = "online", "Online"
    HYBRIDE = "hybride", "Deels online"


class Lesniveau(Keuze):
    """Het niveau waar een klas naartoe werkt; alfabetisering komt voor A1."""

    ALFA = "alfa", "Alfabetisering"
    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"


def code_van(dag: Weekdag, deel: Dagdeel) -> str:
    """Hoe een dagdeel wordt bewaard."""
    return f"{dag.name.lower()}_{deel.value}"


# Per dag de dagdelen, zoals een formulier ze laat kiezen.
PER_DAG: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = tuple(
    (dag.label, tuple((code_van(dag, deel), deel.label) for deel in Dagdeel))
    for dag in Weekdag
)
DAGDELEN: tuple[str, ...] = tuple(code for _, delen in PER_DAG for code, _ in delen)


def op_volgorde(dagdelen: Iterable[str]) -> list[str]:
    """De dagdelen op volgorde van de week, elk eenmaal; wat niet bestaat, valt weg."""
    gekozen = set(dagdelen)
    return [code for code in DAGDELEN if code in gekozen]


def _rij(woorden: list[str]) -> str:
    *eerst, laatst = woorden
    return f"{', '.join(eerst)} en {laatst}" if eerst else laatst


def in_woorden(dagdelen: Iterable[str]) -> str:
    """Schrijf dagdelen zoals mensen dat doen: "Maandag en woensdag avond"."""
    gekozen = set(dagdelen)
    stukken = []
    for deel in Dagdeel:
        dagen = [d.label.lower() for d in Weekdag if code_van(d, deel) in gekozen]
        if dagen:
            stukken.append(f"{_rij(dagen)} {deel.value}")
    tekst = "; ".join(stukken)
    return tekst[:1].upper() + tekst[1:]


def past(wens: Collection[str], lessen: Collection[str]) -> bool:
    """Of alle lessen op dagdelen vallen waarop iemand kan; zonder wens past alles.

    Van een klas zonder dagdelen is het niet bekend: dan past zij niet.
    """
    return not wens or (bool(lessen) and set(lessen) <= set(wens))
