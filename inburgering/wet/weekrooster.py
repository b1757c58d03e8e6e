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
    Samenhang,
    Termijnsoort,
    Trajectstatus,
)
from inburgering.wet.bron import Bron
from inburgering.wet.feiten import Feiten, Participatie, Roosterregel
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
GEEN_LES = "in dit rooster staat werk en geen les, terwijl er nog les nodig is"
ALLES_SAMEN = "alle lessen in dit rooster vallen samen met werk"


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


_LES, _WERK = Roostersoort.LES, Roostersoort.WERK


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
    if uren and rest == MINUTEN // 2:
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


def samen_met_werk(blokken: Iterable[Blok]) -> int:
    """Tel de minuten les waarop iemand volgens het rooster ook werkt; elke minuut eenmaal."""
    alle = sorted(blokken, key=lambda b: b.begin)
    samen = 0
    for les in (blok for blok in alle if blok.soort == _LES):
        geteld = _minuut(les.begin)
        for werk in (b for b in alle if b.soort == _WERK and b.dag == les.dag):
            van = max(geteld, _minuut(werk.begin))
            geteld = max(van, min(_minuut(les.einde), _minuut(werk.einde)))
            samen += geteld - van
    return samen


def _lopend(feiten: Feiten, dag: date) -> Iterable[Participatie]:
    return (
        p
        for p in feiten.participaties
        if p.begin <= dag and (p.einde is None or dag < p.einde)
    )


def leert_op_het_werk(feiten: Feiten, dag: date) -> bool:
    """Zeg of de taalles op de werkplek zelf is: dan horen les en werk tegelijk te vallen."""
    return any(p.samenhang == Samenhang.GEINTEGREERD for p in _lopend(feiten, dag))


def werk_buiten_rooster(feiten: Feiten, blokken: Iterable[Blok], dag: date) -> str:
    """Zeg dat er meer werk is vastgelegd dan in het rooster staat; leeg als dat niet zo is.

    Wat niet in het rooster staat, kan ook niet met de lessen botsen: dan is er geen
    waarschuwing, terwijl die er misschien moet zijn. Taal op de werkplek telt niet mee.
    """
    uren = sum(
        p.uren_per_week
        for p in _lopend(feiten, dag)
        if p.samenhang != Samenhang.GEINTEGREERD
    )
    telling = per_soort(blokken)
    minuten = telling.get(_WERK, 0) + telling.get(Roostersoort.PARTICIPATIE, 0)
    if uren * MINUTEN <= minuten:
        return ""
    return (
        f"Bij de duale trajecten staat {uren} uur werk of andere participatie per week, in "
        f"dit rooster {in_uren(minuten)}. Vul het rooster aan: dan is te zien of de lessen "
        "passen."
    )


@dataclass(frozen=True)
class Lesuren:
    """Hoeveel lesuren er volgens het plan nog zijn; None als dat niet bekend is."""

    nog: int | None
    waarom: str
    gebruikt: tuple[Gebruikt, ...] = ()


@dataclass(frozen=True)
class Planuren:
    """De lesuren van het plan (of van de wet), en hoeveel daarvan zijn gevolgd."""

    totaal: int
    gevolgd: int
    wat: str
    klaar: bool = False


def planuren(feiten: Feiten, stand: Stand | Moment) -> Planuren | None:
    """Geef de lesuren van het plan; None als plan en wet geen aantal noemen."""
    for deel in stand.onderdelen:
        if deel.onderdeel == Onderdeel.TAALUREN and deel.nodig is not None:
            gevolgd = deel.bereikt or 0
            return Planuren(deel.nodig, gevolgd, "de uren van de Z-route", deel.gehaald)
    plannen = [p for p in feiten.pips if p.status == PIPStatus.VASTGESTELD]
    plan = plannen[-1] if plannen else None
    if plan and plan.intensiteit and stand.leerroute == Leerroute.B1:
        gevolgd = getelde_uren(feiten.uren, TELT_VOOR_TAAL)
        return Planuren(plan.intensiteit, gevolgd, "de geschatte uren in het PIP")
    return None


def lesuren(feiten: Feiten, stand: Stand | Moment) -> Lesuren:
    """Tel de lesuren die nog moeten: alleen waar het plan of de wet een aantal noemt."""
    plan = planuren(feiten, stand)
    if plan is None:
        return Lesuren(
            None,
            "Hoeveel lesuren er nog zijn, is niet bekend: het plan noemt geen aantal.",
        )
    nog = 0 if plan.klaar else max(0, plan.totaal - plan.gevolgd)
    return Lesuren(
        nog,
        f"Nog {nog} uur les: {plan.wat} ({plan.totaal}), min {plan.gevolgd} uur die is "
        "gevolgd.",
        (("Uren volgens het plan", plan.totaal), ("Gevolgde lesuren", plan.gevolgd)),
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


@dataclass(frozen=True)
class Week:
    """De lesminuten van een week, en hoeveel daarvan samenvallen met werk."""

    les: int
    samen: int
    werk: int

    @property
    def vrij(self) -> int:
        """De les die iemand kan volgen."""
        return self.les - self.samen

    @property
    def kan_niet(self) -> str:
        """Waarom er zo geen les te volgen is; leeg als dat wel kan of onbekend is."""
        if self.vrij or not self.werk:
            return ""
        return ALLES_SAMEN if self.les else GEEN_LES

    @property
    def gebruikt(self) -> tuple[Gebruikt, ...]:
        """De getallen achter het antwoord."""
        samen = (("Daarvan samen met werk", self.samen),) if self.samen else ()
        return (("Lesminuten per week", self.les), *samen)


def week(blokken: Iterable[Blok], *, op_het_werk: bool = False) -> Week:
    """Vat een rooster samen; ``op_het_werk`` als de les op de werkplek zelf is."""
    alle = list(blokken)
    telling = per_soort(alle)
    return Week(
        telling.get(_LES, 0),
        0 if op_het_werk else samen_met_werk(alle),
        telling.get(_WERK, 0),
    )


def uitzicht(
    blokken: Iterable[Blok], nog: Lesuren, stand: Stand, *, op_het_werk: bool = False
) -> Uitzicht | None:
    """Zeg of de lessen van deze week nog in de termijn passen; None zonder rooster."""
    alle = list(blokken)
    if not alle:
        return None
    if nog.nog is None:
        return Uitzicht(nog.waarom)
    if nog.nog == 0:
        return Uitzicht("De lesuren van het plan zijn gevolgd.", gebruikt=nog.gebruikt)
    deze = week(alle, op_het_werk=op_het_werk)
    laatste = next(
        (
            t.uiterlijk
            for t in stand.termijnen
            if t.soort == Termijnsoort.INBURGERINGSTERMIJN and t.open
        ),
        None,
    )
    if not deze.vrij:
        waarom = deze.kan_niet or "in dit rooster staan geen lessen"
        return Uitzicht(
            f"{nog.waarom} {waarom[:1].upper()}{waarom[1:]}.",
            te_laat=bool(deze.kan_niet and laatste),
            gebruikt=(*nog.gebruikt, *deze.gebruikt),
        )
    klaar = _klaar_op(nog.nog, deze.vrij, stand.peildatum)
    zin = f"Met {in_uren(deze.vrij)} les per week komt het tot {voluit(klaar)}"
    samen = ""
    if deze.samen:
        samen = (
            f" {in_uren(deze.samen)} les per week valt samen met werk en telt niet mee."
        )
    gebruikt = (*nog.gebruikt, *deze.gebruikt)
    if laatste is None:
        return Uitzicht(f"{zin}. Er loopt geen termijn.{samen}", gebruikt=gebruikt)
    gebruikt = (*gebruikt, ("Laatste dag van de termijn", laatste))
    if klaar <= laatste:
        return Uitzicht(
            f"{zin}, voor het einde van de termijn op {voluit(laatste)}.{samen}",
            gebruikt=gebruikt,
        )
    return Uitzicht(
        f"{zin}, na de termijn van {voluit(laatste)}."
        f"{_nodig(nog.nog, stand, laatste)}{samen}",
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


def _waarom_niet(deze: Week, nog: Lesuren, dag: date, laatste: date) -> str:
    """Waarom de lessen zo niet passen; leeg als zij passen of als het niet bekend is."""
    if nog.nog == 0:
        return ""
    if not deze.vrij:
        return deze.kan_niet if deze.samen or nog.nog else ""
    if not nog.nog or _klaar_op(nog.nog, deze.vrij, dag) <= laatste:
        return ""
    samen = f" ({in_uren(deze.samen)} valt samen met werk)" if deze.samen else ""
    return (
        f"met {in_uren(deze.vrij)} les per week{samen} zijn de lessen niet klaar voor het "
        f"einde van de termijn op {voluit(laatste)}"
    )


def lessen_passen(m: Moment) -> Termijn | None:
    """Dat de lessen van deze week, naast het werk, niet klaar zijn voor het einde.

    De reden noemt geen dag waarop het klaar is: die schuift elke dag op, en de termijn
    blijft dezelfde zolang het niet past.
    """
    heel = inburgeringstermijn(m)
    regels = [
        regel
        for regel in m.feiten.rooster
        if regel.soort in {_LES, _WERK} and _geldt(regel, m.peildatum)
    ]
    if heel is None or m.peildatum > heel.uiterlijk or not regels:
        return None
    nog = lesuren(m.feiten, m)
    deze = week(
        (Blok(Weekdag(r.dag), r.begin, r.einde, Roostersoort(r.soort)) for r in regels),
        op_het_werk=leert_op_het_werk(m.feiten, m.peildatum),
    )
    waarom = _waarom_niet(deze, nog, m.peildatum, heel.uiterlijk)
    if not waarom:
        return None
    return Termijn(
        Termijnsoort.LESSEN,
        max(regel.van for regel in regels),
        heel.einde,
        heel.uiterlijk,
        waarom,
        EIGEN,
        wettelijk=False,
        gebruikt=(
            *nog.gebruikt,
            *deze.gebruikt,
            ("Laatste dag van de termijn", heel.uiterlijk),
        ),
    )


TERMIJNREGELS: tuple[Termijnregel, ...] = (
    Termijnregel(
        Termijnsoort.LESSEN, lessen_passen, frozenset({Trajectstatus.LEERROUTE})
    ),
)
