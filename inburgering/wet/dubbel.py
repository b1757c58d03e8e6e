"""Hetzelfde feit tweemaal: wat maar eenmaal op een dag gebeurd kan zijn.

Twee examens in een onderdeel op een dag, twee gelijke besluiten van DUO: een van beide is
dubbel ingevoerd, of twee bronnen zeggen iets anders. Het wordt bewaard, en iemand zoekt
het uit. Wat wel tweemaal op een dag kan (een gesprek, een aanbod, een afspraak), staat er
niet bij. Dubbele uren staan in ``wet.toetsing``: die vergelijken tijdvakken.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Feit
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.regels import Geval, Toets, botst, nl


H = Handeling
EIGEN = Bron("eigen", "", Zekerheid.A)

# Waaraan men ziet dat het hetzelfde feit is; het eerste is de dag waarop het gebeurde.
ZELFDE: Mapping[Handeling, tuple[str, ...]] = {
    H.LEERBAARHEIDSTOETS_VASTLEGGEN: ("afgenomen_op",),
    H.EXAMEN_AANMELDEN: ("aangemeld_op", "onderdeel", "examen_op"),
    H.EXAMEN_VASTLEGGEN: ("afgelegd_op", "onderdeel", "niveau"),
    H.DUOBESLUIT_VASTLEGGEN: (
        "besloten_op",
        "soort",
        "ingang",
        "einddatum",
        "grond",
        "onderdeel",
        "niveau",
        "maximum_uren",
        "bedrag",
        "reden_einde",
    ),
    H.GROEP_WIJZIGEN: ("ingang",),
    H.VERHUIZING_VASTLEGGEN: ("verhuisd_op", "soort"),
    H.AANVRAAG_VASTLEGGEN: ("ingediend_op", "soort", "grond"),
    H.BEZWAAR_VASTLEGGEN: ("ontvangen_op", "tegen", "bekend_op"),
}
PER_SOORT: Mapping[str, tuple[str, ...]] = {
    HANDELINGEN[handeling].feit: velden for handeling, velden in ZELFDE.items()
}


def dubbel(waarde: Callable[[str], Any], soort: str, anderen: Iterable[Feit]) -> str:
    """De woorden als een van de anderen hetzelfde feit is; anders leeg."""
    velden = PER_SOORT[soort]
    dag = waarde(velden[0])
    if dag is None:
        return ""
    nieuw = [waarde(veld) or None for veld in velden]
    for ander in anderen:
        if [getattr(ander, veld) or None for veld in velden] == nieuw:
            return (
                f"Ditzelfde is al vastgelegd, ook op {nl(dag)}. Zoek uit welk van de twee "
                "klopt."
            )
    return ""


def _al_vastgelegd(soort: str, g: Geval) -> str:
    return dubbel(g.waarde, soort, getattr(g.m.feiten, soort))


TOETSEN: tuple[Toets, ...] = tuple(
    botst(
        (handeling,),
        velden[0],
        EIGEN,
        "niet tweemaal hetzelfde",
        partial(_al_vastgelegd, HANDELINGEN[handeling].feit),
    )
    for handeling, velden in ZELFDE.items()
)
