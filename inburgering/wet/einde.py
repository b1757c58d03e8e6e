"""Hoe een traject eindigt: waardoor, wat dan volgt, en wie zonder plicht wordt gevolgd.

Artikelen: Wi2021 art. 3 (de plicht en haar einde), 4 en 5 (vrijstelling, ontheffing), 54
(de Wet inburgering 2013); AVG art. 17 (wissen wat er niet had mogen zijn). De redenen
komen van DUO (Inburgeringsplicht 1.2.2).

DUO stelt vast dat de plicht eindigt. Overlijden en de AOW-leeftijd beeindigen haar
vanzelf; DUO bevestigt dat. Bleek de plicht ten onrechte opgelegd of geldt een andere wet,
dan wordt het dossier vernietigd en niet bewaard.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from inburgering.wet.begrippen import (
    DUOBesluitsoort,
    RedenAfsluiting,
    RedenEindePlicht,
    Termijnsoort,
    Trajectstatus,
    Verhuissoort,
    Volggrond,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import DAG, OnvolledigeDatum
from inburgering.wet.leerroutes import ingangsdag
from inburgering.wet.moment import Moment, begin_plicht
from inburgering.wet.parameters import IN_WERKING, aow_leeftijd
from inburgering.wet.plicht import OVERGANG, PLICHT, aow_merk, begon_voor_de_wet
from inburgering.wet.regels import (
    ALTIJD,
    NIET_DICHT,
    Geval,
    Tegenstrijdigheid,
    Termijnregel,
    Toets,
    dagen,
    melding,
    nl,
    termijn,
)
from inburgering.wet.uitkomst import Melding, Termijn
from inburgering.wet.verblijf import verhuisd_naar
from inburgering.wet.woorden import getal_van_de_wet


A, C, D = Zekerheid.A, Zekerheid.C, Zekerheid.D
H, T, R = Handeling, Termijnsoort, RedenEindePlicht
B = DUOBesluitsoort
DUO = Bron("DUO", "Inburgeringsplicht", A)
ZONDER_PLICHT = Bron("Wi2021", "3", D, "zonder plicht geen termijn en geen boete")
WISSEN = Bron(
    "AVG", "17", D, "dat dit hier geldt is afgeleid; de dag is eigen planning"
)
BEWAREN_ZONDER_EINDE = Bron(
    "Wi2021", "", D, "het einde van de plicht is hier niet bekend"
)

# --- Waardoor de plicht eindigde ------------------------------------------------------

REDEN_VAN_BESLUIT: Mapping[str, RedenEindePlicht] = {
    B.VOLDAAN: R.VOLDAAN,
    B.VRIJSTELLING_GEHEEL: R.VOLLEDIGE_VRIJSTELLING,
    B.ONTHEFFING_GEHEEL: R.VOLLEDIGE_ONTHEFFING,
}


def reden_einde(m: Moment) -> RedenEindePlicht | None:
    """Waardoor de plicht eindigde, in de woorden van DUO; None zolang zij loopt."""
    besluit = m.einde_besluit
    if besluit is not None:
        return REDEN_VAN_BESLUIT.get(besluit.soort) or besluit.reden_einde or R.OVERIG
    if m.einde_op is None:
        return None
    return R.OVERLIJDEN if m.overleden_op == m.einde_op else R.AOW


# Welke reden van afsluiten bij het einde hoort; wie alleen tijdelijk vrij is, eindigt niet.
SLUIT_MET: Mapping[RedenEindePlicht, RedenAfsluiting] = {
    R.VOLLEDIGE_ONTHEFFING: RedenAfsluiting.PLICHT_GEEINDIGD,
    R.VOLLEDIGE_VRIJSTELLING: RedenAfsluiting.PLICHT_GEEINDIGD,
    R.VOLDAAN: RedenAfsluiting.VOLDAAN,
    R.VERBLIJFSDOEL: RedenAfsluiting.PLICHT_GEEINDIGD,
    R.VERTREK: RedenAfsluiting.VERTROKKEN,
    R.OVERLIJDEN: RedenAfsluiting.OVERLEDEN,
    R.ONTERECHT: RedenAfsluiting.TEN_ONRECHTE,
    R.AOW: RedenAfsluiting.PLICHT_GEEINDIGD,
    R.OVERIG: RedenAfsluiting.PLICHT_GEEINDIGD,
}


def ten_onrechte_sinds(m: Moment) -> date | None:
    """Sinds wanneer bekend is dat dit traject er niet had mogen zijn; None: terecht."""
    if m.einde_besluit is not None and reden_einde(m) == R.ONTERECHT:
        return ingangsdag(m.einde_besluit)
    dicht = (
        a.afgesloten_op
        for a in m.feiten.afsluitingen
        if a.heropend_op is None and a.reden == RedenAfsluiting.TEN_ONRECHTE
    )
    return max(dicht, default=None)


# --- Afsluiten ------------------------------------------------------------------------


@dataclass(frozen=True)
class Afsluitgrond:
    """Wat waar moet zijn om met deze reden af te sluiten."""

    waar: Callable[[Moment], object]
    anders: str


def _niet_terecht(m: Moment) -> bool:
    """Of dit dossier er niet had mogen zijn: DUO zegt het, of DUO zei niets van een plicht.

    Ook wie onder de vorige wet valt, hoort hier niet.
    """
    t = m.traject
    if reden_einde(m) == R.ONTERECHT or begin_plicht(t) is None:
        return True
    return begon_voor_de_wet(t.datum_plicht, t.datum_kennisgeving) is not None


AFSLUITGRONDEN: Mapping[str, Afsluitgrond] = {
    RedenAfsluiting.TEN_ONRECHTE: Afsluitgrond(
        _niet_terecht,
        "DUO beslist of de plicht ten onrechte is opgelegd; dat besluit is niet "
        "vastgelegd. Was de registratie zelf een vergissing, bijvoorbeeld dubbel, herstel "
        "dan eerst de kennisgeving en de eerste dag van de plicht: die horen niet hier.",
    ),
    RedenAfsluiting.VOLDAAN: Afsluitgrond(
        lambda m: m.mijlpalen.voldaan_op,
        "DUO heeft nog niet vastgesteld dat aan de plicht is voldaan. Wacht op DUO.",
    ),
    RedenAfsluiting.PLICHT_GEEINDIGD: Afsluitgrond(
        lambda m: m.einde_op,
        "DUO heeft de plicht nog niet beëindigd. Leg eerst het besluit van DUO vast.",
    ),
    RedenAfsluiting.OVERLEDEN: Afsluitgrond(
        lambda m: m.overleden_op or reden_einde(m) == R.OVERLIJDEN,
        "Het overlijden is niet vastgelegd. Vul de aanmelding eerst aan.",
    ),
    RedenAfsluiting.VERHUISD: Afsluitgrond(
        lambda m: verhuisd_naar(m, Verhuissoort.NAAR_GEMEENTE),
        "Er is geen verhuizing naar een andere gemeente vastgelegd. Leg de verhuizing "
        "eerst vast; dan weet de nieuwe gemeente van het traject.",
    ),
    RedenAfsluiting.VERTROKKEN: Afsluitgrond(
        lambda m: (
            verhuisd_naar(m, Verhuissoort.BUITENLAND) or reden_einde(m) == R.VERTREK
        ),
        "Er is geen vertrek naar het buitenland vastgelegd. Leg de verhuizing of het "
        "besluit van DUO eerst vast.",
    ),
    RedenAfsluiting.NIET_GEVOLGD: Afsluitgrond(
        lambda m: m.zonder_plicht,
        "Deze persoon is inburgeringsplichtig. Kies de reden waarom de plicht eindigde.",
    ),
}


def _afsluiten_te_vroeg(g: Geval) -> str:
    grond = AFSLUITGRONDEN.get(g.waarde("reden"))
    return "" if grond is None or grond.waar(g.m) else grond.anders


def _afgesloten_voor_einde(g: Geval) -> str:
    dag, einde = g.dag("afgesloten_op"), g.m.einde_op
    if g.waarde("reden") not in (
        RedenAfsluiting.VOLDAAN,
        RedenAfsluiting.PLICHT_GEEINDIGD,
    ):
        return ""
    if dag is None or einde is None or dag >= einde:
        return ""
    return f"Afsluiten kan niet voor het einde van de plicht ({nl(einde)})."


def _andere_reden(g: Geval) -> str:
    einde = reden_einde(g.m)
    if einde is None or g.m.zonder_plicht:
        return ""
    past = SLUIT_MET[einde]
    if g.waarde("reden") in (None, "", past):
        return ""
    return (
        f'De plicht eindigde door "{einde.label}". Daarbij hoort de reden '
        f'"{past.label}".'
    )


def _duo_bevestigde_niet(g: Geval) -> str:
    if reden_einde(g.m) != R.AOW or g.m.einde_besluit is not None:
        return ""
    return "DUO heeft het einde door de AOW-leeftijd nog niet bevestigd."


_AFSLUITEN = (H.TRAJECT_AFSLUITEN,)
_AANVULLEN = (H.TRAJECT_AANVULLEN,)


def _zonder_plicht_maar_duo(g: Geval) -> str:
    t = g.m.traject
    grond = g.gegevens.get("volggrond") or t.volggrond
    dagen = [
        g.gegevens.get(veld) if veld in g.gegevens else getattr(t, veld)
        for veld in ("datum_plicht", "datum_kennisgeving")
    ]
    if grond == Volggrond.PLICHT or not any(dagen) or g.m.einde_op is not None:
        return ""
    return WEL_PLICHT


WEL_PLICHT = (
    "DUO gaf een plicht of een kennisgeving, maar de aanmelding zegt dat er geen plicht "
    "is. DUO gaat voor; verbeter de aanmelding."
)


def _wordt_plichtig_zonder_dag(g: Geval) -> str:
    t = g.m.traject
    wordt = g.gegevens.get("volggrond") == Volggrond.PLICHT
    if not wordt or t.volggrond == Volggrond.PLICHT:
        return ""
    if g.gegevens.get("datum_plicht") or begin_plicht(t) is not None:
        return ""
    weken = g.m.regel_vanaf("pip_weken", g.peildatum).voluit
    return (
        "Vul ook de eerste dag van de plicht in, zodra DUO haar geeft. Zonder "
        f"kennisgeving beginnen de {weken} voor het PIP niet."
    )


TOETSEN: tuple[Toets, ...] = (
    Toets(
        _AFSLUITEN, "reden", DUO, "afsluiten met een ware reden", _afsluiten_te_vroeg
    ),
    Toets(
        _AFSLUITEN,
        "afgesloten_op",
        DUO,
        "niet voor het einde van de plicht",
        _afgesloten_voor_einde,
    ),
    melding(_AFSLUITEN, "reden", DUO, "de reden past bij het einde", _andere_reden),
    melding(_AFSLUITEN, "reden", PLICHT, "DUO bevestigt de AOW", _duo_bevestigde_niet),
    melding(
        _AANVULLEN,
        "volggrond",
        PLICHT,
        "geen plicht en geen kennisgeving",
        _zonder_plicht_maar_duo,
        tegenstrijdig=True,
    ),
    melding(
        _AANVULLEN,
        "datum_plicht",
        PLICHT,
        "plichtig met een eerste dag",
        _wordt_plichtig_zonder_dag,
    ),
)


# --- Welke termijn loopt --------------------------------------------------------------


def _afsluiten(m: Moment) -> Termijn | None:
    if m.einde_op is None:
        return None
    regel = m.regel_vanaf("afsluiten_weken", m.einde_op)
    gesloten, reden = m.mijlpalen.afgesloten_op, "de plicht is geëindigd"
    if gesloten is None and m.zonder_plicht:
        gesloten, reden = m.einde_op, "de plicht eindigde; de gemeente volgt verder"
    return termijn(
        m,
        T.AFSLUITEN,
        regel,
        m.einde_op,
        reden,
        voldaan_op=gesloten,
        gebruikt=(("Einde van de plicht", m.einde_op),),
    )


def _bewaartermijn(m: Moment) -> Termijn | None:
    """Vijf jaar na het einde van de plicht; is dat hier onbekend, dan na het afsluiten."""
    if ten_onrechte_sinds(m) is not None:
        return None
    vanaf, reden, bron = m.einde_op, "bewaren na het einde van de plicht", None
    wat = "Einde van de plicht"
    if vanaf is None or m.zonder_plicht:
        vanaf = m.mijlpalen.afgesloten_op
        reden = "bewaren na het afsluiten (niet bevestigd)"
        bron, wat = BEWAREN_ZONDER_EINDE, "Dossier afgesloten"
    if vanaf is None:
        return None
    regel = m.regel_vanaf("bewaartermijn_jaren", vanaf)
    return termijn(
        m,
        T.BEWAARTERMIJN,
        regel,
        vanaf + DAG,
        reden,
        bron=bron,
        gebruikt=((wat, vanaf),),
    )


def _vernietigen(m: Moment) -> Termijn | None:
    dag = ten_onrechte_sinds(m)
    if dag is None:
        return None
    return termijn(
        m,
        T.VERNIETIGEN,
        m.regel_vanaf("vernietigen_weken", dag),
        dag,
        "de plicht was ten onrechte opgelegd, of een andere wet geldt",
        bron=WISSEN,
    )


TERMIJNREGELS: tuple[Termijnregel, ...] = (
    Termijnregel(T.AFSLUITEN, _afsluiten, NIET_DICHT),
    Termijnregel(T.BEWAARTERMIJN, _bewaartermijn, ALTIJD),
    Termijnregel(T.VERNIETIGEN, _vernietigen, ALTIJD),
)


def te_vernietigen(termijnen: Iterable[Termijn], peildatum: date) -> Termijn | None:
    """Waarom een dossier nu weg moet: ten onrechte, of lang genoeg bewaard."""
    for t in termijnen:
        if t.soort == T.VERNIETIGEN:
            return t
        if t.soort == T.BEWAARTERMIJN and t.uiterlijk < peildatum:
            return t
    return None


# --- Tegenstrijdigheden en toelichtingen ----------------------------------------------


def _oude_wet(m: Moment) -> Tegenstrijdigheid | None:
    t = m.traject
    begin = begon_voor_de_wet(t.datum_plicht, t.datum_kennisgeving)
    if begin is None or m.einde_op is not None:
        return None
    wat, label = f"De plicht begon op {nl(begin)}", "Eerste dag van de plicht"
    if t.datum_plicht is None:
        wat = f"De kennisgeving van DUO is van {nl(begin)}"
        label = "Kennisgeving van DUO"
    return Tegenstrijdigheid(
        f"{wat}, voor {nl(IN_WERKING)}: dan geldt de Wet inburgering 2013. Zoek uit of dit "
        "klopt en sluit het dossier dan af als ten onrechte geregistreerd.",
        OVERGANG,
        t.geregistreerd_op,
        ((label, begin),),
    )


def _wel_plicht(m: Moment) -> Tegenstrijdigheid | None:
    t = m.traject
    if t.volggrond == Volggrond.PLICHT or begin_plicht(t) is None:
        return None
    if m.einde_op is not None:
        return None
    return Tegenstrijdigheid(
        WEL_PLICHT, PLICHT, t.geregistreerd_op, (("Geregistreerd", t.geregistreerd_op),)
    )


def _pip_zonder_plicht(m: Moment) -> Tegenstrijdigheid | None:
    if not m.zonder_plicht or not m.vastgesteld or m.einde_op is not None:
        return None
    return Tegenstrijdigheid(
        "Er is een PIP, maar de aanmelding zegt dat er geen plicht is. Zoek uit wat klopt.",
        PLICHT,
        m.vastgesteld[0].vastgelegd_op,
        dagen(("Dagtekening van het eerste PIP", m.eerste_dagtekening)),
    )


TEGENSTRIJDIGHEDEN: tuple[Callable[[Moment], Tegenstrijdigheid | None], ...] = (
    _oude_wet,
    _wel_plicht,
    _pip_zonder_plicht,
)


def _aow_bereikt(m: Moment) -> Melding | None:
    einde = m.einde_op
    if einde is None or m.einde_besluit is not None or m.zonder_plicht:
        return None
    if reden_einde(m) != R.AOW:
        return None
    geboren = OnvolledigeDatum.lees(m.feiten.inburgeraar.geboortedatum)
    merk = aow_merk(geboren)
    return Melding(
        f"De AOW-leeftijd is bereikt op {nl(einde)}{merk}; de plicht is daarmee geëindigd. "
        "Leg het besluit van DUO vast zodra het er is.",
        PLICHT,
        gebruikt=(
            ("Geboortedatum", m.feiten.inburgeraar.geboortedatum),
            getal_van_de_wet(aow_leeftijd(geboren.laatste, m.feiten.instellingen)),
            ("AOW-leeftijd bereikt", einde),
        ),
    )


def _gevolgd(m: Moment) -> Melding | None:
    if m.status != Trajectstatus.GEVOLGD:
        return None
    grond = m.traject.volggrond
    if grond == Volggrond.PLICHT:
        return Melding(
            "De plicht is nog niet begonnen: er is nog geen termijn en geen boete.",
            ZONDER_PLICHT,
            gebruikt=dagen(("Eerste dag van de plicht", m.traject.datum_plicht)),
        )
    return Melding(
        f"{grond.label}: zonder termijn, zonder PIP en zonder boete (niet bevestigd). "
        "Krijgt deze persoon later een plicht, vul dan de aanmelding aan.",
        ZONDER_PLICHT,
        gebruikt=(("Volgen", grond.label),),
    )


def _gevolgd_en_jong(m: Moment) -> Melding | None:
    if m.status != Trajectstatus.GEVOLGD:
        return None
    jaren = m.regel("minimumleeftijd").waarde
    geboren = OnvolledigeDatum.lees(m.feiten.inburgeraar.geboortedatum)
    if geboren.heeft_leeftijd(12 * jaren, m.peildatum) is not False:
        return None
    return Melding(
        f"Nog geen {jaren} jaar. Of de gemeente iemand zo jong volgt, kiest zij zelf.",
        ZONDER_PLICHT,
        gebruikt=(("Geboortedatum", m.feiten.inburgeraar.geboortedatum),),
    )


def _vernietigen_na_vergissing(m: Moment) -> Melding | None:
    sinds = ten_onrechte_sinds(m)
    if sinds is None:
        return None
    return Melding(
        "Dit traject had er niet mogen zijn: ten onrechte opgelegd, of een andere wet "
        "geldt. Het dossier wordt niet bewaard maar vernietigd (niet bevestigd).",
        WISSEN,
        gebruikt=(("Ten onrechte sinds", sinds),),
    )


TOELICHTINGEN: tuple[Callable[[Moment], Melding | None], ...] = (
    _aow_bereikt,
    _gevolgd,
    _gevolgd_en_jong,
    _vernietigen_na_vergissing,
)
