"""De vormen waarin een regel van de wet wordt geschreven.

Een regel is een rij in een tabel van het onderwerp waar zij bij hoort: een ``Voorwaarde``
(kan een handeling nu), een ``Toets`` (mogen deze gegevens) of een ``Termijnregel`` (welke
termijn loopt). ``wet.voorwaarden``, ``wet.toetsing`` en ``wet.termijnen`` voegen de
tabellen samen en passen ze toe.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any, TypeVar

from inburgering.wet.begrippen import Termijnsoort, Trajectstatus
from inburgering.wet.bron import Bron
from inburgering.wet.feiten import Feit
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import (
    DAG,
    gelijkgesteld_tussen,
    laatste_dag,
    plus_jaren,
    plus_maanden,
)
from inburgering.wet.moment import Moment
from inburgering.wet.parameters import IN_WERKING, Parameter, gewone_werkdagen
from inburgering.wet.uitkomst import Gebruikt, Termijn


S = Trajectstatus

# --- Kan een handeling nu -------------------------------------------------------------


@dataclass(frozen=True)
class Voorwaarde:
    """Iets wat waar moet zijn voordat een handeling kan.

    Met een ``feit`` staat het bij de ontbrekende feiten in de toestanden ``toon_in``.
    ``gebruikt`` noemt de feiten waarnaar is gekeken; zonder is dat wat van de handeling
    zelf is vastgelegd.
    """

    voor: Handeling
    reden: str
    bron: Bron
    vervuld: Callable[[Moment], object]
    feit: str = ""
    label: str = ""
    toon_in: frozenset[Trajectstatus] = frozenset()
    gebruikt: Callable[[Moment], tuple[Gebruikt, ...]] | None = None


# --- Mogen deze gegevens --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Geval:
    """Een handeling met haar gegevens, de rij die zij aanvult en de stand van zaken."""

    handeling: Handeling
    m: Moment
    gegevens: Mapping[str, object]
    rij: Feit | None

    @property
    def peildatum(self) -> date:
        """De dag waarop de handeling wordt verricht."""
        return self.m.peildatum

    def waarde(self, veld: str) -> Any:
        """Het meegegeven gegeven, of anders dat van de rij."""
        if veld in self.gegevens:
            return self.gegevens[veld]
        return getattr(self.rij, veld, None)

    def dag(self, veld: str) -> date | None:
        """Een datum uit de gegevens; leeg is None."""
        return self.waarde(veld) or None

    def getal(self, veld: str) -> int:
        """Een getal uit de gegevens; leeg is nul."""
        return int(self.waarde(veld) or 0)


@dataclass(frozen=True)
class Toets:
    """Een regel over de gegevens van een of meer handelingen.

    ``fout`` geeft de reden als de regel is overtreden, anders "". Een regel die niet
    ``weigert``, geeft een melding.
    """

    voor: tuple[Handeling, ...]
    veld: str
    bron: Bron
    betekenis: str
    fout: Callable[[Geval], str]
    weigert: bool = True
    tegenstrijdig: bool = False


def nl(dag: date) -> str:
    """Een dag zoals hij in een reden staat."""
    return f"{dag:%d-%m-%Y}"


def melding(
    voor: tuple[Handeling, ...],
    veld: str,
    bron: Bron,
    betekenis: str,
    fout: Callable[[Geval], str],
    *,
    tegenstrijdig: bool = False,
) -> Toets:
    """Een regel die niet weigert maar waarschuwt."""
    return Toets(
        voor, veld, bron, betekenis, fout, weigert=False, tegenstrijdig=tegenstrijdig
    )


# Een regel over twee feiten die elkaar tegenspreken: bewaard, en iemand zoekt het uit.
botst = partial(melding, tegenstrijdig=True)


# --- Vanaf wanneer een rij geldt --------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Tijdelijk:
    """Een rij die een tijd geldt; een wetswijziging is een rij erbij."""

    geldig_vanaf: date = IN_WERKING
    geldig_tot: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Of deze rij op die dag geldt; ``geldig_tot`` is exclusief."""
        return self.geldig_vanaf <= dag and (
            self.geldig_tot is None or dag < self.geldig_tot
        )


Rij = TypeVar("Rij", bound=Tijdelijk)


def rij_op(rijen: tuple[Rij, ...], dag: date) -> Rij:
    """De rij die op die dag geldt; een dag voor de wet telt als haar eerste dag."""
    dag = max(dag, IN_WERKING)
    return next(rij for rij in rijen if rij.geldt_op(dag))


# --- Welke termijn loopt --------------------------------------------------------------

BEGIN = "Gerekend vanaf"
DUUR = "Duur"
VERSCHOVEN = "Zonder weekend of feestdag was de laatste dag"
GELIJKGESTELD = "Gelijkgesteld met een feestdag (niet bevestigd)"
OPTELLEN: Mapping[str, Callable[[date, int], date]] = {
    "dagen": lambda dag, n: dag + timedelta(days=n),
    "weken": lambda dag, n: dag + timedelta(weeks=n),
    "maanden": plus_maanden,
    "jaren": plus_jaren,
}


def dagen(*paren: tuple[str, date | None]) -> tuple[Gebruikt, ...]:
    """De datums die bekend zijn, met hun naam."""
    return tuple([(naam, dag) for naam, dag in paren if dag is not None])


def termijn(
    m: Moment,
    soort: Termijnsoort,
    regel: Parameter,
    begin: date,
    reden: str,
    *,
    bron: Bron | None = None,
    voldaan_op: date | None = None,
    gebruikt: tuple[Gebruikt, ...] = (),
) -> Termijn:
    """Een termijn van de lengte die de regel geeft, met de ATW waar die geldt.

    Welke gelijkgestelde dagen tellen, zegt de kalender van de dag waarop zij begint.
    """
    gewoon = gewone_werkdagen(begin, m.feiten.instellingen)
    einde = OPTELLEN[regel.eenheid](begin, regel.waarde)
    wettelijk = regel.bron.wet != "eigen"
    uiterlijk = laatste_dag(
        einde, regel.waarde, regel.eenheid, wettelijk=wettelijk, gewoon=gewoon
    )
    gebruikt = (*(gebruikt or ((BEGIN, begin),)), (DUUR, regel.in_woorden))
    if uiterlijk != einde - DAG:
        gebruikt = (*gebruikt, (VERSCHOVEN, einde - DAG))
    if vrij := gelijkgesteld_tussen(einde - DAG, uiterlijk, gewoon):
        reden += f"; {nl(vrij)} telt als feestdag (niet bevestigd)"
        gebruikt = (*gebruikt, (GELIJKGESTELD, vrij))
    return Termijn(
        soort,
        begin,
        einde,
        uiterlijk,
        reden,
        bron or regel.bron,
        voldaan_op,
        wettelijk,
        gebruikt,
    )


def voorbij(t: Termijn, peildatum: date) -> Termijn:
    """Een termijn waarin men iets mag, is klaar als zij voorbij is."""
    if t.voldaan_op is not None or peildatum <= t.uiterlijk:
        return t
    return replace(t, voldaan_op=t.uiterlijk)


LOOPT = frozenset({S.AANGEMELD, S.INTAKE, S.PIP, S.LEERROUTE, S.ONDERDELEN_BEHAALD})
ALTIJD = frozenset(S)
NIET_DICHT = ALTIJD - {S.AFGESLOTEN}


@dataclass(frozen=True)
class Termijnregel:
    """Hoe een termijn ontstaat, en in welke toestanden zij nog open kan staan."""

    soort: Termijnsoort
    bereken: Callable[[Moment], Termijn | None]
    open_in: frozenset[Trajectstatus] = LOOPT


# --- Wat niet samen waar kan zijn -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tegenstrijdigheid:
    """Twee feiten die niet samen waar kunnen zijn, en sinds wanneer wij dat weten."""

    tekst: str
    bron: Bron
    sinds: date
    gebruikt: tuple[Gebruikt, ...] = ()
