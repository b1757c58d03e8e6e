"""Hoe ver een traject is: onderdelen, plan en termijn, gratis pogingen, afschalen, verlenging.

Artikelen: Wi2021 art. 6-9 (onderdelen), 12 (verlenging) en 17 lid 3 (afschalen); Besluit
art. 4.1 en 5.5. Elk getal komt uit de functie die er ook over beslist. Wat hier niet bekend
is, heet "niet bekend". Het tegoed aan gratis pogingen houdt DUO bij: hier staat wat er over
is volgens de uitslagen die wij hebben.

De volgende stap is geen wet maar een voorstel: het eerste waar nu werk in zit.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from inburgering.wet.begrippen import (
    EXAMENONDERDELEN,
    TAALONDERDELEN,
    Doelgroep,
    Leerroute,
    Trajectstatus,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import Handeling
from inburgering.wet.leerroutes import (
    AFSCHALEN,
    LESUREN,
    getelde_uren,
    uren_voor_afschalen,
)
from inburgering.wet.looptijd import (
    inburgeringstermijn,
    staat_stil_zonder_einde,
    verlenging_vragen,
)
from inburgering.wet.moment import Moment, moment
from inburgering.wet.regels import nl
from inburgering.wet.uitkomst import Gebruikt, Onderdeelstand
from inburgering.wet.weekrooster import planuren


H, S = Handeling, Trajectstatus
NIET_BEKEND = "niet bekend"
NOG_GEEN_PIP = "er is nog geen PIP vastgesteld"
ONDERDELEN = Bron("Wi2021", "6-9", Zekerheid.B)
EIGEN = Bron("eigen", "", Zekerheid.A)

# Zonder plicht valt er niets te meten.
GEMETEN = frozenset(
    {
        S.AANGEMELD, S.INTAKE, S.PIP, S.LEERROUTE, S.OPGESCHORT, S.ONDERDELEN_BEHAALD,
    }
)  # fmt: skip
# Na het einde en in een dicht dossier: hoe ver iemand kwam. Er is dan niets meer te doen.
AFGELOPEN = frozenset({S.VOLDAAN, S.GEEINDIGD, S.AFGESLOTEN})


@dataclass(frozen=True, slots=True)
class Meter:
    """Een stand in woorden, met vindplaats; ``bereikt`` en ``nodig`` alleen bij uren."""

    naam: str
    stand: str
    uitleg: str
    bron: Bron
    bereikt: int | None = None
    nodig: int | None = None
    gebruikt: tuple[Gebruikt, ...] = ()


@dataclass(frozen=True, slots=True)
class Stap:
    """Wat nu het eerst komt: in woorden voor een taak, en de handeling als die er is."""

    wat: str
    reden: str
    bron: Bron
    handeling: Handeling | None = None


def _namen(onderdelen: tuple[Onderdeelstand, ...]) -> str:
    return ", ".join(o.onderdeel.label for o in onderdelen)


def _open(m: Moment) -> tuple[Onderdeelstand, ...]:
    return tuple(o for o in m.onderdelen if not o.gehaald)


# --- De meters ------------------------------------------------------------------------


def _onderdelen(m: Moment) -> Meter:
    naam = "Open onderdelen"
    if m.pip is None:
        return Meter(naam, NIET_BEKEND, NOG_GEEN_PIP, ONDERDELEN)
    open_ = _open(m)
    uitleg = f"nog open: {_namen(open_)}" if open_ else "alle onderdelen zijn gehaald"
    return Meter(naam, f"{len(open_)} van {len(m.onderdelen)}", uitleg, ONDERDELEN)


def _gratis(m: Moment) -> Meter | None:
    te_doen = [o for o in _open(m) if o.onderdeel in EXAMENONDERDELEN]
    if not te_doen:
        return None
    regel = m.regel("gratis_pogingen")
    naam = "Gratis examenpogingen"
    if m.traject.doelgroep != Doelgroep.ASIELSTATUSHOUDER:
        return Meter(
            naam, "geen", "gratis zijn zij alleen voor asielstatushouders", regel.bron
        )
    over = [(o, max(0, regel.waarde - o.pogingen)) for o in te_doen]
    per_deel = ", ".join(f"{o.onderdeel.label} {n}" for o, n in over)
    return Meter(
        naam,
        f"nog {sum(n for _, n in over)} volgens onze telling",
        f"{per_deel}; de eerste {regel.duur} per onderdeel zijn gratis, "
        f"{regel.bron.toelichting}; DUO houdt het tegoed bij",
        replace(regel.bron, toelichting=""),
        gebruikt=tuple((f"Pogingen {o.onderdeel.label}", o.pogingen) for o in te_doen),
    )


def _termijn_voorbij(m: Moment) -> tuple[str, tuple[Gebruikt, ...]]:
    """Welk deel van de termijn voorbij is, in woorden, en aan welke dagen dat te zien is."""
    heel = inburgeringstermijn(m)
    if heel is None:
        return "de termijn staat stil", ()
    dagen = (heel.uiterlijk - heel.begin).days + 1
    geweest = min(max((m.peildatum - heel.begin).days, 0), dagen)
    return f"{_procent(geweest, dagen)} van de termijn is voorbij", (
        ("Eerste dag van de termijn", heel.begin),
        ("Laatste dag van de termijn", heel.uiterlijk),
    )


def _procent(deel: int, geheel: int) -> str:
    """Naar beneden afgerond; meer dan alles is ook alles."""
    return f"{min(100 * deel // geheel, 100)} procent"


def _plan(m: Moment) -> Meter | None:
    """De lesuren tegenover het plan, en daarnaast de tijd: twee getallen en geen oordeel."""
    if m.pip is None or m.status == S.ONDERDELEN_BEHAALD:
        return None
    naam, (tijd, gebruikt) = "Lesuren van het plan", _termijn_voorbij(m)
    plan = planuren(m.feiten, m)
    if plan is None:
        uren = getelde_uren(m.feiten.uren, LESUREN)
        uitleg = f"het plan noemt geen aantal; {tijd}"
        return Meter(naam, f"{uren} uur gevolgd", uitleg, EIGEN, gebruikt=gebruikt)
    return Meter(
        naam,
        f"{plan.gevolgd} van {plan.totaal} uur",
        f"{_procent(plan.gevolgd, plan.totaal)} van {plan.wat}; {tijd}",
        EIGEN,
        bereikt=plan.gevolgd,
        nodig=plan.totaal,
        gebruikt=gebruikt,
    )


def _afschalen(m: Moment) -> Meter | None:
    if m.leerroute != Leerroute.B1:
        return None
    regel = m.regel("afschalen_uren")
    uren = uren_voor_afschalen(m.feiten.uren)
    return Meter(
        "Taaluren om te kunnen afschalen",
        f"{uren} van {regel.waarde} uur",
        "taaluren bij een school met keurmerk; afschalen is daarmee nog niet besloten",
        AFSCHALEN,
        bereikt=uren,
        nodig=regel.waarde,
        gebruikt=(("Nodig", regel.in_woorden),),
    )


def _verlenging(m: Moment) -> Meter | None:
    if m.status == S.ONDERDELEN_BEHAALD:
        return None
    naam = "Verlenging vragen kan"
    venster = verlenging_vragen(m)
    if venster is None:
        stil = "de termijn staat stil, het einde is niet bekend"
        reden = stil if staat_stil_zonder_einde(m) else NOG_GEEN_PIP
        return Meter(naam, NIET_BEKEND, reden, Bron("Besluit", "4.1", Zekerheid.B))
    stand = f"vanaf {nl(venster.begin)}"
    if m.peildatum > venster.uiterlijk:
        stand = f"niet meer, de termijn liep tot en met {nl(venster.uiterlijk)}"
    elif m.peildatum >= venster.begin:
        stand = f"nu, tot en met {nl(venster.uiterlijk)}"
    return Meter(naam, stand, venster.reden, venster.bron, gebruikt=venster.gebruikt)


def _gekomen(m: Moment) -> tuple[Meter, ...]:
    """Hoe ver iemand was toen het ophield: de onderdelen en de lesuren, zonder oordeel."""
    if m.pip is None:
        return ()
    gehaald = tuple(o for o in m.onderdelen if o.gehaald)
    uren = getelde_uren(m.feiten.uren, LESUREN)
    return (
        Meter(
            "Gehaalde onderdelen",
            f"{len(gehaald)} van {len(m.onderdelen)}",
            _namen(gehaald) or "geen onderdeel is gehaald",
            ONDERDELEN,
        ),
        Meter("Gevolgde lesuren", f"{uren} uur", "het traject loopt niet meer", EIGEN),
    )


METERS: tuple[Callable[[Moment], Meter | None], ...] = (
    _onderdelen,
    _plan,
    _gratis,
    _afschalen,
    _verlenging,
)

# --- De volgende stap -----------------------------------------------------------------


def _wacht_op_duo(m: Moment) -> Stap | None:
    if m.status != S.ONDERDELEN_BEHAALD:
        return None
    return Stap(
        "Kijk of DUO heeft besloten dat aan de plicht is voldaan",
        "alle onderdelen zijn gehaald; DUO beslist",
        Bron("DUO", "", Zekerheid.A),
        H.DUOBESLUIT_VASTLEGGEN,
    )


def _bespreek_verlenging(m: Moment) -> Stap | None:
    venster = verlenging_vragen(m)
    if venster is None or not venster.open:
        return None
    if not venster.begin <= m.peildatum <= venster.uiterlijk:
        return None
    return Stap(
        "Bespreek of DUO de termijn kan verlengen",
        f"dat kan tot en met {nl(venster.uiterlijk)}",
        venster.bron,
        H.AANVRAAG_VASTLEGGEN,
    )


def _bespreek_afschalen(m: Moment) -> Stap | None:
    meter = _afschalen(m)
    if meter is None or (meter.bereikt or 0) < (meter.nodig or 0):
        return None
    gezakt = [o for o in _open(m) if o.onderdeel in TAALONDERDELEN and o.pogingen]
    if not gezakt:
        return None
    return Stap(
        f"Bespreek of afschalen nodig is: {_namen(tuple(gezakt))}",
        f"{meter.stand}, en het examen is nog niet gehaald",
        AFSCHALEN,
        H.PIP_OPSTELLEN,
    )


def _examen(m: Moment) -> Stap | None:
    te_doen = [o for o in _open(m) if o.onderdeel in EXAMENONDERDELEN]
    if not te_doen:
        return None
    eerst = max(te_doen, key=lambda o: o.pogingen)
    hoe = "een nieuwe poging" if eerst.pogingen else "het examen"
    return Stap(
        f"Plan {hoe}: {eerst.onderdeel.label}",
        eerst.hoe,
        eerst.bron,
        H.EXAMEN_VASTLEGGEN,
    )


def _ander_onderdeel(m: Moment) -> Stap | None:
    eerst = next(iter(_open(m)), None)
    if eerst is None:
        return None
    return Stap(
        f"Bespreek wat nog open staat: {eerst.onderdeel.label}", eerst.hoe, eerst.bron
    )


STAPPEN: tuple[Callable[[Moment], Stap | None], ...] = (
    _wacht_op_duo,
    _bespreek_verlenging,
    _bespreek_afschalen,
    _examen,
    _ander_onderdeel,
)


def meters(feiten: Feiten, peildatum: date) -> tuple[tuple[Meter, ...], Stap | None]:
    """Hoe ver het traject is, en wat nu het eerst komt; leeg als er niets te meten valt.

    Van wat niet meer loopt alleen hoe ver het kwam, zonder volgende stap.
    """
    m = moment(feiten, peildatum)
    if m.status in AFGELOPEN:
        return _gekomen(m), None
    if m.status not in GEMETEN:
        return (), None
    gevonden = tuple(meter for regel in METERS if (meter := regel(m)) is not None)
    stap = next((s for regel in STAPPEN if (s := regel(m)) is not None), None)
    return gevonden, stap
