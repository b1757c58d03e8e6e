"""De gewone week van iemand, en of de lessen zo nog voor het einde van de termijn passen.

Een eigen rekenregel en geen artikel: er wordt alleen gerekend met uren en dagen die ergens
zijn vastgelegd. Is een getal niet bekend, dan staat dat er; er wordt niets geschat. De
uitkomst zegt niets over de persoon en is geen score.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from inburgering.wet.begrippen import (
    Leerroute,
    Onderdeel,
    PIPStatus,
    Termijnsoort,
    Trajectstatus,
)
from inburgering.wet.bron import Bron
from inburgering.wet.feiten import Feiten, Roosterregel
from inburgering.wet.kalender import voluit
from inburgering.wet.keuze import Keuze
from inburgering.wet.leerroutes import TELT_VOOR_TAAL, getelde_uren
from inburgering.wet.looptijd import inburgeringstermijn
from inburgering.wet.moment import Moment
from inburgering.wet.regels import Termijnregel
from inburgering.wet.uitkomst import Gebruikt, Stand, Termijn


EIGEN = Bron("eigen", "")
MINUTEN = 60
DAGEN = 7


class Weekdag(Keuze):
    """De dagen van de week, op volgorde."""

    MAANDAG = "1", "Maandag"
    DINSDAG = "2", "Dinsdag"
    WOENSDAG = "3", "Woensdag"
    DONDERDAG = "4", "Donderdag"
    VRIJDAG = "5", "Vrijdag"
    ZATERDAG = "6", "Zaterdag"
    ZONDAG = "7", "Zondag"


class Roostersoort(Keuze):
    """Waar tijd in een week naartoe gaat."""

    LES = "les", "Taalles of KNM"
    WERK = "werk", "Werk"
    PARTICIPATIE = "participatie", "Stage of andere participatie"
    KINDEROPVANG = "kinderopvang", "Kinderen brengen of opvangen"
    REIZEN = "reizen", "Reistijd"
    ANDERS = "anders", "Anders"


@dataclass(frozen=True)
class Blok:
    """Een regel van het rooster: een dag en van wanneer tot wanneer ("09:30")."""

    dag: Weekdag
    begin: str
    einde: str
    soort: Roostersoort

    @property
    def minuten(self) -> int:
        """Hoe lang het duurt."""
        return _minuut(self.einde) - _minuut(self.begin)


def _minuut(tijd: str) -> int:
    uur, minuut = tijd.split(":")
    return int(uur) * MINUTEN + int(minuut)


def in_uren(minuten: int) -> str:
    """Schrijf een duur zoals mensen dat doen: "6 uur", "7,5 uur", "20 minuten"."""
    uren, rest = divmod(minuten, MINUTEN)
    if not rest:
        return f"{uren} uur"
    if rest == MINUTEN // 2:
        return f"{uren},5 uur"
    return f"{uren} uur en {rest} minuten" if uren else f"{rest} minuten"


def per_soort(blokken: Iterable[Blok]) -> Mapping[Roostersoort, int]:
    """Geef per soort de minuten in een week, in de volgorde van de opsomming."""
    alle = list(blokken)
    telling = {
        soort: sum(b.minuten for b in alle if b.soort == soort)
        for soort in Roostersoort
    }
    return {soort: minuten for soort, minuten in telling.items() if minuten}


def overlappen(blokken: Iterable[Blok]) -> tuple[tuple[Blok, Blok], ...]:
    """Geef de regels die op dezelfde dag tegelijk vallen."""
    op_volgorde = sorted(blokken, key=lambda b: (b.dag, b.begin, b.einde))
    return tuple(
        (een, ander)
        for een, ander in combinations(op_volgorde, 2)
        if een.dag == ander.dag and ander.begin < een.einde
    )


@dataclass(frozen=True)
class Lesuren:
    """Hoeveel lesuren er volgens het plan nog zijn; None als dat niet bekend is."""

    nog: int | None
    waarom: str
    gebruikt: tuple[Gebruikt, ...] = ()


def lesuren(feiten: Feiten, stand: Stand | Moment) -> Lesuren:
    """Tel de lesuren die nog moeten: alleen waar het plan of de wet een aantal noemt."""
    for deel in stand.onderdelen:
        if deel.onderdeel == Onderdeel.TAALUREN and deel.nodig is not None:
            gevolgd = deel.bereikt or 0
            return _nog(deel.nodig, gevolgd, "de uren van de Z-route", deel.gehaald)
    plannen = [p for p in feiten.pips if p.status == PIPStatus.VASTGESTELD]
    plan = plannen[-1] if plannen else None
    if plan and plan.intensiteit and stand.leerroute == Leerroute.B1:
        gevolgd = getelde_uren(feiten.uren, TELT_VOOR_TAAL)
        return _nog(plan.intensiteit, gevolgd, "de geschatte uren in het PIP")
    return Lesuren(
        None,
        "Hoeveel lesuren er nog zijn, is niet bekend: het plan noemt geen aantal.",
    )


def _nog(totaal: int, gevolgd: int, wat: str, klaar: bool = False) -> Lesuren:
    nog = 0 if klaar else max(0, totaal - gevolgd)
    return Lesuren(
        nog,
        f"Nog {nog} uur les: {wat} ({totaal}), min {gevolgd} uur die is gevolgd.",
        (("Uren volgens het plan", totaal), ("Gevolgde lesuren", gevolgd)),
    )


@dataclass(frozen=True)
class Uitzicht:
    """Tot wanneer de lessen duren in dit rooster, naast de laatste dag van de termijn."""

    tekst: str
    te_laat: bool = False
    gebruikt: tuple[Gebruikt, ...] = ()
    bron: Bron = EIGEN


def _klaar_op(nog: int, per_week: int, peildatum: date) -> date:
    """De dag waarop de lessen klaar zijn, met zoveel minuten per week."""
    return peildatum + timedelta(days=-(-nog * MINUTEN * DAGEN // per_week))


def uitzicht(blokken: Iterable[Blok], nog: Lesuren, stand: Stand) -> Uitzicht | None:
    """Zeg of de lessen van deze week nog in de termijn passen; None zonder rooster."""
    telling = per_soort(blokken)
    if not telling:
        return None
    if nog.nog is None:
        return Uitzicht(nog.waarom)
    if nog.nog == 0:
        return Uitzicht("De lesuren van het plan zijn gevolgd.", gebruikt=nog.gebruikt)
    per_week = telling.get(Roostersoort.LES, 0)
    if not per_week:
        return Uitzicht(
            f"{nog.waarom} In dit rooster staan geen lessen.", gebruikt=nog.gebruikt
        )
    klaar = _klaar_op(nog.nog, per_week, stand.peildatum)
    laatste = next(
        (
            t.uiterlijk
            for t in stand.termijnen
            if t.soort == Termijnsoort.INBURGERINGSTERMIJN and t.open
        ),
        None,
    )
    zin = f"Met {in_uren(per_week)} les per week komt het tot {voluit(klaar)}"
    gebruikt = (*nog.gebruikt, ("Lesminuten per week", per_week))
    if laatste is None:
        return Uitzicht(f"{zin}. Er loopt geen termijn.", gebruikt=gebruikt)
    gebruikt = (*gebruikt, ("Laatste dag van de termijn", laatste))
    if klaar <= laatste:
        return Uitzicht(
            f"{zin}, voor het einde van de termijn op {voluit(laatste)}.",
            gebruikt=gebruikt,
        )
    return Uitzicht(
        f"{zin}, na de termijn van {voluit(laatste)}.{_nodig(nog.nog, stand, laatste)}",
        te_laat=True,
        gebruikt=gebruikt,
    )


def _nodig(nog: int, stand: Stand, laatste: date) -> str:
    dagen = (laatste - stand.peildatum).days + 1
    if dagen < DAGEN:
        return ""
    return f" Om op tijd klaar te zijn is {-(-nog * DAGEN // dagen)} uur les per week nodig."


# --- Als het niet past: een termijn in de werkvoorraad ----------------------------------


def _geldt(regel: Roosterregel, dag: date) -> bool:
    tot = regel.tot_en_met
    loopt = regel.van <= dag and (tot is None or dag <= tot)
    return loopt and regel.ingetrokken_op is None


def lessen_passen(m: Moment) -> Termijn | None:
    """Dat de lessen van deze week niet voor het einde van de termijn klaar zijn.

    De reden noemt geen dag waarop het klaar is: die schuift elke dag op, en de termijn
    blijft dezelfde zolang het niet past.
    """
    heel = inburgeringstermijn(m)
    lessen = [
        regel
        for regel in m.feiten.rooster
        if regel.soort == Roostersoort.LES and _geldt(regel, m.peildatum)
    ]
    if heel is None or m.peildatum > heel.uiterlijk or not lessen:
        return None
    nog = lesuren(m.feiten, m)
    per_week = sum(_minuut(r.einde) - _minuut(r.begin) for r in lessen)
    if not nog.nog or _klaar_op(nog.nog, per_week, m.peildatum) <= heel.uiterlijk:
        return None
    return Termijn(
        Termijnsoort.LESSEN,
        max(regel.van for regel in lessen),
        heel.einde,
        heel.uiterlijk,
        f"met {in_uren(per_week)} les per week zijn de lessen niet klaar voor het einde "
        f"van de termijn op {voluit(heel.uiterlijk)}",
        EIGEN,
        wettelijk=False,
        gebruikt=(
            *nog.gebruikt,
            ("Lesminuten per week", per_week),
            ("Laatste dag van de termijn", heel.uiterlijk),
        ),
    )


TERMIJNREGELS: tuple[Termijnregel, ...] = (
    Termijnregel(
        Termijnsoort.LESSEN, lessen_passen, frozenset({Trajectstatus.LEERROUTE})
    ),
)
