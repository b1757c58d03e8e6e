"""Welke termijnen lopen, tot wanneer en waarom.

Artikelen: Besluit art. 5.3 (tien weken voor het PIP), Wi2021 art. 17 (leerroute
wijzigen), Awb art. 6:7 en 6:8 (bezwaar), Wi2021 art. 16 (aanbod). De inburgeringstermijn
zelf staat in ``wet.looptijd``. De Algemene termijnenwet telt alleen waar zij geldt. Eigen
planning heet niet wettelijk.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from inburgering.wet import afspraken, looptijd, ontzorgen, pipinhoud
from inburgering.wet.begrippen import (
    Doelgroep,
    RedenEindeAanbod,
    Termijnsoort,
    Trajectstatus,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.kalender import (
    DAG,
    OnvolledigeDatum,
)
from inburgering.wet.looptijd import inburgeringstermijn
from inburgering.wet.moment import Moment, komt_van_elders
from inburgering.wet.plicht import PLICHT, aow_bereikt_op
from inburgering.wet.regels import (
    ALTIJD,
    LOOPT,
    NIET_DICHT,
    Tegenstrijdigheid,
    Termijnregel,
    termijn,
    voorbij,
)
from inburgering.wet.uitkomst import Melding, Termijn


A, B, C, D = Zekerheid.A, Zekerheid.B, Zekerheid.C, Zekerheid.D
S, T = Trajectstatus, Termijnsoort

# --- De tien weken --------------------------------------------------------------------


@dataclass(frozen=True)
class Startgrond:
    """Een feit dat de klok van tien weken kan laten beginnen; de laatste telt."""

    reden: str
    bron: Bron
    dag: Callable[[Moment], date | None]


def _dag_na_kennisgeving(m: Moment) -> date | None:
    dag = m.traject.datum_kennisgeving
    return dag + DAG if dag else None


def _einde_opschorting(m: Moment) -> date | None:
    einden = (s.einde for s in m.opschortingen if s.einde and s.einde <= m.peildatum)
    return max(einden, default=None)


STARTGRONDEN: tuple[Startgrond, ...] = (
    Startgrond(
        "de dag na de kennisgeving van DUO",
        Bron("Besluit", "5.3", B),
        _dag_na_kennisgeving,
    ),
    Startgrond(
        "de inschrijving in de gemeente",
        Bron("Besluit", "5.3", B),
        lambda m: m.traject.datum_inschrijving,
    ),
    Startgrond(
        "het vertrek uit de opvang",
        Bron("Besluit", "5.3", A),
        lambda m: m.traject.datum_uitstroom,
    ),
    Startgrond(
        "het einde van de tijdelijke vrijstelling",
        Bron("Besluit", "5.3", D, "afgeleid van DUO SS129"),
        _einde_opschorting,
    ),
)


@dataclass(frozen=True, slots=True)
class Klok:
    """Wanneer de tien weken begonnen en waardoor."""

    begin: date
    reden: str
    bron: Bron


def klok(m: Moment) -> Klok | None:
    """De start van de tien weken; None zolang zij niet zijn begonnen.

    Zij beginnen niet zolang iemand in de opvang is of DUO geen kennisgeving gaf.
    """
    kennisgeving = m.traject.datum_kennisgeving
    if m.in_opvang or kennisgeving is None or kennisgeving > m.peildatum:
        return None
    ingeschreven = m.traject.datum_inschrijving
    if ingeschreven is not None and ingeschreven > m.peildatum:
        return None
    begin: date | None = None
    gekozen = STARTGRONDEN[0]
    for grond in STARTGRONDEN:
        dag = grond.dag(m)
        if dag is not None and (begin is None or dag > begin):
            begin, gekozen = dag, grond
    return Klok(begin or kennisgeving, gekozen.reden, gekozen.bron)


def _pip(m: Moment) -> Termijn | None:
    start = klok(m)
    if start is None:
        return None
    reden = f"begint op {start.reden}"
    gewoon = termijn(
        T.PIP,
        m.regel_vanaf("pip_weken", start.begin),
        start.begin,
        reden,
        bron=start.bron,
        voldaan_op=m.eerste_dagtekening,
    )
    ontvangen = m.traject.informatie_derden_op
    if not m.traject.informatie_derden_nodig or ontvangen is None:
        return gewoon
    if ontvangen > m.peildatum:
        return gewoon
    later = termijn(
        T.PIP,
        m.regel_vanaf("pip_weken_informatie_derden", ontvangen),
        ontvangen + DAG,
        f"{reden}; de nodige informatie van derden kwam op {ontvangen:%d-%m-%Y}",
        voldaan_op=m.eerste_dagtekening,
    )
    if later.einde <= gewoon.einde:
        return gewoon
    return Termijn(
        T.PIP,
        start.begin,
        later.einde,
        later.uiterlijk,
        later.reden,
        later.bron,
        later.voldaan_op,
    )


# --- De leerroute wijzigen ------------------------------------------------------------


def wisselvenster(m: Moment) -> Termijn | None:
    """Tot wanneer de leerroute kan wijzigen; voorbij is voorbij, niet te laat."""
    if m.eerste_dagtekening is None:
        return None
    begin = m.eerste_dagtekening + DAG
    regel = m.regel_vanaf("leerroute_wijzigen_maanden", begin)
    venster = termijn(
        T.LEERROUTE_WIJZIGEN,
        regel,
        begin,
        "wijzigen van leerroute kan in de eerste anderhalf jaar van de termijn",
        voldaan_op=m.mijlpalen.alle_onderdelen_behaald_op,
    )
    return voorbij(venster, m.peildatum)


# --- Rond de intake en het PIP --------------------------------------------------------


def _intake(m: Moment) -> Termijn | None:
    start = klok(m)
    begin = m.traject.datum_koppeling or m.traject.geregistreerd_op
    reden = "gerekend vanaf de koppeling of registratie; de tien weken lopen nog niet"
    if start is not None:
        begin, reden = start.begin, f"gerekend vanaf {start.reden}"
    gedaan = m.mijlpalen.intake_afgerond_op or m.eerste_dagtekening
    regel = m.regel_vanaf("intake_weken", begin)
    return termijn(T.INTAKE, regel, begin, reden, voldaan_op=gedaan)


def _pip_versturen(m: Moment) -> Termijn | None:
    pip = m.pip
    if pip is None or pip.dagtekening is None or komt_van_elders(pip):
        return None
    return termijn(
        T.PIP_VERSTUREN,
        m.regel_vanaf("pip_versturen_dagen", pip.dagtekening),
        pip.dagtekening,
        "het PIP werkt pas als het is verstuurd",
        voldaan_op=pip.verstuurd_op,
    )


def _pip_bezwaar(m: Moment) -> Termijn | None:
    verstuurd = [p.verstuurd_op for p in m.vastgesteld if p.verstuurd_op]
    if not verstuurd:
        return None
    op = max(verstuurd)
    bezwaar = termijn(
        T.PIP_BEZWAAR,
        m.regel_vanaf("pip_bezwaar_weken", op),
        op + DAG,
        f"zes weken na het versturen op {op:%d-%m-%Y}",
    )
    return voorbij(bezwaar, m.peildatum)


DOORLOPEND = (None, RedenEindeAanbod.AFGEROND)


def _aanbod(m: Moment) -> Termijn | None:
    if m.traject.doelgroep != Doelgroep.ASIELSTATUSHOUDER or not m.periodes:
        return None
    periode = m.periodes[-1]
    passend = [a for a in m.feiten.aanbod if a.leerroute == periode.leerroute]
    loopt = [a.aangeboden_op for a in passend if a.reden_einde in DOORLOPEND]
    gestopt = [a.beeindigd_op for a in passend if a.beeindigd_op]
    begin = periode.begin
    if not loopt and gestopt:
        begin = max(begin, *gestopt)
    return termijn(
        T.AANBOD,
        m.regel_vanaf("aanbod_weken", begin),
        begin,
        f"aanbod voor de {periode.leerroute.label}",
        bron=Bron("Wi2021", "16", A, "de termijn is eigen planning"),
        voldaan_op=min(loopt, default=None),
    )


def _voortgangsgesprek(m: Moment) -> Termijn | None:
    if m.eerste_dagtekening is None:
        return None
    laatste = max(m.feiten.gesprekken, key=lambda g: g.gevoerd_op, default=None)
    begin = m.eerste_dagtekening
    if laatste is not None:
        begin = max(begin, laatste.gevoerd_op)
        gepland = laatste.volgend_gesprek_op
        if gepland is not None and gepland > begin:
            return Termijn(
                T.VOORTGANGSGESPREK,
                begin,
                gepland + DAG,
                gepland,
                "afgesproken in het vorige gesprek",
                Bron("eigen", "", A),
                wettelijk=False,
            )
    reden = "een gesprek per kwartaal, tenzij het PIP iets anders afspreekt"
    regel = m.regel_vanaf("voortgangsgesprek_weken", begin)
    if m.pip is not None and m.pip.gesprek_weken:
        reden = f"elke {m.pip.gesprek_weken} weken een gesprek, zoals het PIP zegt"
        regel = replace(regel, waarde=m.pip.gesprek_weken)
    return termijn(T.VOORTGANGSGESPREK, regel, begin, reden)


# --- Het einde ------------------------------------------------------------------------


def _duo_voldaan(m: Moment) -> Termijn | None:
    behaald = m.mijlpalen.alle_onderdelen_behaald_op
    if behaald is None:
        return None
    regel = m.regel_vanaf("duo_voldaan_weken", behaald)
    reden = "alle onderdelen zijn behaald; DUO stelt vast dat aan de plicht is voldaan"
    return termijn(T.DUO_VOLDAAN, regel, behaald, reden, voldaan_op=m.einde_op)


def _afsluiten(m: Moment) -> Termijn | None:
    if m.einde_op is None:
        return None
    regel = m.regel_vanaf("afsluiten_weken", m.einde_op)
    reden = "de plicht is geëindigd"
    gesloten = m.mijlpalen.afgesloten_op
    return termijn(T.AFSLUITEN, regel, m.einde_op, reden, voldaan_op=gesloten)


def _bewaartermijn(m: Moment) -> Termijn | None:
    if m.einde_op is None:
        return None
    regel = m.regel_vanaf("bewaartermijn_jaren", m.einde_op)
    reden = "bewaren na het einde van de plicht"
    return termijn(T.BEWAARTERMIJN, regel, m.einde_op + DAG, reden)


# --- Tegenstrijdigheden ---------------------------------------------------------------


def _voldaan_met_open_onderdeel(m: Moment) -> Tegenstrijdigheid | None:
    besluit = m.einde_besluit
    if besluit is None or m.mijlpalen.voldaan_op is None:
        return None
    if m.mijlpalen.alle_onderdelen_behaald_op is not None:
        return None
    open_ = ", ".join(o.onderdeel.label for o in m.onderdelen if not o.gehaald)
    wat = f"staat bij ons nog open: {open_}" if open_ else "is bij ons geen PIP bekend"
    return Tegenstrijdigheid(
        f"Volgens DUO is aan de plicht voldaan, maar er {wat}. DUO gaat voor; zoek uit "
        "wat er ontbreekt.",
        Bron("DUO", "", A),
        besluit.vastgelegd_op,
    )


def _pip_voor_plicht(m: Moment) -> Tegenstrijdigheid | None:
    plicht = m.traject.datum_plicht
    if plicht is None or m.eerste_dagtekening is None or m.eerste_dagtekening >= plicht:
        return None
    return Tegenstrijdigheid(
        f"Het eerste PIP ({m.eerste_dagtekening:%d-%m-%Y}) ligt voor de eerste dag van "
        f"de plicht ({plicht:%d-%m-%Y}).",
        Bron("DUO", "PIP", A),
        m.vastgesteld[0].vastgelegd_op,
    )


def _kennisgeving_voor_plicht(m: Moment) -> Tegenstrijdigheid | None:
    t = m.traject
    if t.datum_plicht is None or t.datum_kennisgeving is None:
        return None
    if t.datum_kennisgeving >= t.datum_plicht:
        return None
    return Tegenstrijdigheid(
        f"De kennisgeving van DUO ({t.datum_kennisgeving:%d-%m-%Y}) ligt voor de eerste "
        f"dag van de plicht ({t.datum_plicht:%d-%m-%Y}).",
        Bron("Wi2021", "3", B),
        t.geregistreerd_op,
    )


TEGENSTRIJDIGHEDEN: tuple[Callable[[Moment], Tegenstrijdigheid | None], ...] = (
    _voldaan_met_open_onderdeel,
    *looptijd.TEGENSTRIJDIGHEDEN,
    _pip_voor_plicht,
    _kennisgeving_voor_plicht,
)


def tegenstrijdigheden(m: Moment) -> tuple[Tegenstrijdigheid, ...]:
    """Alle feiten die elkaar tegenspreken."""
    return tuple(t for regel in TEGENSTRIJDIGHEDEN if (t := regel(m)) is not None)


def _tegenstrijdigheid(m: Moment) -> Termijn | None:
    eerste = min(tegenstrijdigheden(m), key=lambda t: t.sinds, default=None)
    if eerste is None:
        return None
    regel = m.regel_vanaf("tegenstrijdigheid_dagen", eerste.sinds)
    return termijn(T.TEGENSTRIJDIGHEID, regel, eerste.sinds, eerste.tekst)


# --- Alles bij elkaar -----------------------------------------------------------------

TERMIJNREGELS: tuple[Termijnregel, ...] = (
    Termijnregel(T.PIP, _pip),
    Termijnregel(T.INTAKE, _intake),
    *looptijd.TERMIJNREGELS,
    Termijnregel(T.LEERROUTE_WIJZIGEN, wisselvenster, frozenset({S.LEERROUTE})),
    Termijnregel(T.PIP_VERSTUREN, _pip_versturen, LOOPT | {S.OPGESCHORT}),
    Termijnregel(T.PIP_BEZWAAR, _pip_bezwaar, ALTIJD),
    Termijnregel(T.AANBOD, _aanbod, frozenset({S.LEERROUTE})),
    Termijnregel(T.VOORTGANGSGESPREK, _voortgangsgesprek, frozenset({S.LEERROUTE})),
    Termijnregel(T.DUO_VOLDAAN, _duo_voldaan),
    Termijnregel(T.TEGENSTRIJDIGHEID, _tegenstrijdigheid, NIET_DICHT),
    Termijnregel(T.AFSLUITEN, _afsluiten, NIET_DICHT),
    Termijnregel(T.BEWAARTERMIJN, _bewaartermijn, ALTIJD),
    *afspraken.TERMIJNREGELS,
    *ontzorgen.TERMIJNREGELS,
)


def termijnen(m: Moment) -> tuple[Termijn, ...]:
    """Alle termijnen; wat open staat maar in deze toestand niet meer hoeft, vervalt."""
    gevonden = []
    for regel in TERMIJNREGELS:
        t = regel.bereken(m)
        if t is not None and (t.voldaan_op is not None or m.status in regel.open_in):
            gevonden.append(t)
    return tuple(gevonden)


# --- Toelichtingen --------------------------------------------------------------------


def _klok_niet_begonnen(m: Moment) -> Melding | None:
    if m.eerste_dagtekening is not None or m.einde_op is not None:
        return None
    if m.in_opvang:
        return Melding(
            "De tien weken voor het PIP zijn nog niet begonnen: de persoon is nog in de "
            "opvang. Zij beginnen bij het vertrek naar de gemeente.",
            Bron("Besluit", "5.3", A),
        )
    if klok(m) is None:
        return Melding(
            "De tien weken voor het PIP zijn nog niet begonnen: er is nog geen "
            "kennisgeving van DUO.",
            Bron("Besluit", "5.3", B),
        )
    return None


def _vestiging_onbekend(m: Moment) -> Melding | None:
    t = m.traject
    if m.eerste_dagtekening is not None or m.einde_op is not None or klok(m) is None:
        return None
    if t.datum_inschrijving is not None or t.datum_uitstroom is not None:
        return None
    return Melding(
        "De inschrijving in de gemeente is niet ingevuld; de tien weken voor het PIP "
        "tellen nu vanaf de kennisgeving van DUO. Vul de inschrijving aan.",
        Bron("Besluit", "5.3", B),
    )


def _pip_in_opvang(m: Moment) -> Melding | None:
    if not m.in_opvang or m.eerste_dagtekening is None:
        return None
    return Melding(
        "Er is een PIP vastgesteld terwijl de persoon nog in de opvang is. De termijn van "
        "drie jaar loopt al; DUO kan het PIP weigeren.",
        Bron("DUO", "PIP", C),
    )


def _wacht_op_derden(m: Moment) -> Melding | None:
    t = m.traject
    if not t.informatie_derden_nodig or t.informatie_derden_op is not None:
        return None
    if m.eerste_dagtekening is not None:
        return None
    return Melding(
        "Er wordt gewacht op informatie van derden. Het PIP mag uiterlijk twee weken na "
        "ontvangst worden vastgesteld.",
        Bron("Besluit", "5.3", C),
    )


def _staat_stil(m: Moment) -> Melding | None:
    if m.status != S.OPGESCHORT:
        return None
    sinds = m.mijlpalen.opgeschort_sinds
    return Melding(
        f"De plicht ligt stil sinds {sinds:%d-%m-%Y} (tijdelijke vrijstelling). DUO "
        "herrekent de termijn als de vrijstelling eindigt.",
        Bron("DUO", "Vrijstelling", A),
    )


def _aow_leeftijd(m: Moment) -> Melding | None:
    if m.einde_op is not None:
        return None
    geboorte = OnvolledigeDatum.lees(m.feiten.inburgeraar.geboortedatum)
    bereikt = aow_bereikt_op(geboorte)
    if bereikt is None or bereikt[1] > m.peildatum:
        return None
    return Melding(
        f"De AOW-leeftijd is bereikt op {bereikt[1]:%d-%m-%Y}. De plicht eindigt dan; "
        "leg het besluit van DUO vast zodra het er is.",
        PLICHT,
    )


def _nieuw_pip_na_verhuizing(m: Moment) -> Melding | None:
    if not m.vastgesteld or m.einde_op is not None:
        return None
    if not all(komt_van_elders(pip) for pip in m.vastgesteld):
        return None
    return Melding(
        "Het PIP is van een andere gemeente. Stel een nieuw PIP vast met dezelfde "
        "leerroute; de termijn loopt door.",
        Bron("Wi2021", "15", C),
    )


def _termijn_voorbij(m: Moment) -> Melding | None:
    heel = inburgeringstermijn(m)
    if heel is None or not heel.open or heel.uiterlijk >= m.peildatum:
        return None
    if m.status not in (S.LEERROUTE, S.OPGESCHORT):
        return None
    return Melding(
        f"De inburgeringstermijn liep tot en met {heel.uiterlijk:%d-%m-%Y}. Alleen DUO "
        "kan verlengen of een nieuwe termijn geven.",
        Bron("Wi2021", "12", A),
    )


TOELICHTINGEN: tuple[Callable[[Moment], Melding | None], ...] = (
    _klok_niet_begonnen,
    _vestiging_onbekend,
    _pip_in_opvang,
    _wacht_op_derden,
    _staat_stil,
    _aow_leeftijd,
    _nieuw_pip_na_verhuizing,
    _termijn_voorbij,
    *pipinhoud.TOELICHTINGEN,
    *ontzorgen.TOELICHTINGEN,
)


def meldingen(m: Moment) -> tuple[Melding, ...]:
    """Toelichtingen bij de termijnen en alle tegenstrijdigheden."""
    uitleg = [melding for regel in TOELICHTINGEN if (melding := regel(m)) is not None]
    botst = [
        Melding(t.tekst, t.bron, tegenstrijdig=True) for t in tegenstrijdigheden(m)
    ]
    return (*uitleg, *botst)
