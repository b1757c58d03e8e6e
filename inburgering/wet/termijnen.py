"""Welke termijnen lopen, tot wanneer en waarom.

Artikelen: Besluit art. 5.3 (tien weken voor het PIP), Wi2021 art. 17 (leerroute
wijzigen), Awb art. 6:7 en 6:8 (bezwaar), Wi2021 art. 16 (aanbod). De inburgeringstermijn
zelf staat in ``wet.looptijd``. De Algemene termijnenwet telt alleen waar zij geldt. Eigen
planning heet niet wettelijk.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from inburgering.wet import (
    aanvraag,
    afspraken,
    bezwaar,
    duo,
    einde,
    examens,
    handhaving,
    looptijd,
    ontzorgen,
    pipinhoud,
    verblijf,
    weekrooster,
)
from inburgering.wet.begrippen import (
    Doelgroep,
    RedenEindeAanbod,
    Termijnsoort,
    Trajectstatus,
    Verhuissoort,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.kalender import (
    DAG,
)
from inburgering.wet.looptijd import inburgeringstermijn
from inburgering.wet.moment import Moment, komt_van_elders
from inburgering.wet.parameters import Parameter
from inburgering.wet.plicht import begon_voor_de_wet
from inburgering.wet.regels import (
    ALTIJD,
    LOOPT,
    NIET_DICHT,
    OPTELLEN,
    Tegenstrijdigheid,
    Termijnregel,
    dagen,
    nl,
    termijn,
    voorbij,
)
from inburgering.wet.uitkomst import Gebruikt, Melding, Termijn


A, B, C, D = Zekerheid.A, Zekerheid.B, Zekerheid.C, Zekerheid.D
S, T = Trajectstatus, Termijnsoort
EERSTE_PIP = "Dagtekening van het eerste PIP"
BEGIN_PLICHT = "Eerste dag van de plicht"
EINDE = "Einde van de plicht"
ONBEKEND = "niet ingevuld"
WACHT: Gebruikt = ("Informatie van derden", "nodig, nog niet ontvangen")

# --- De tien weken --------------------------------------------------------------------


@dataclass(frozen=True)
class Startgrond:
    """Een feit dat de klok van tien weken kan laten beginnen; de laatste telt.

    ``dag`` krijgt ook de dag waarop het al klaar was: dan begint de klok niet opnieuw.
    """

    reden: str
    label: str
    bron: Bron
    dag: Callable[[Moment, date | None], date | None]


def _dag_na_kennisgeving(m: Moment, klaar: date | None) -> date | None:
    dag = m.traject.datum_kennisgeving
    return dag + DAG if dag else None


def _inschrijving(m: Moment, klaar: date | None) -> date | None:
    """De inschrijving; wie na een vertrek terugkomt, was al ingeschreven toen het klaar was."""
    hierheen = (
        v.verhuisd_op
        for v in m.feiten.verhuizingen
        if v.soort == Verhuissoort.UIT_GEMEENTE
    )
    eerder = [
        dag
        for dag in (m.inschrijving_bij_begin, *hierheen)
        if dag is not None and klaar is not None and dag <= klaar
    ]
    return max(eerder) if eerder else m.traject.datum_inschrijving


def _einde_opschorting(m: Moment, klaar: date | None) -> date | None:
    """Met een PIP meldt DUO SS130 en niet SS129: dan begint de klok niet opnieuw."""
    einden = (
        s.einde
        for s in m.opschortingen
        if s.einde and s.einde <= min(m.peildatum, klaar or m.peildatum)
    )
    return max(einden, default=None)


STARTGRONDEN: tuple[Startgrond, ...] = (
    Startgrond(
        "de dag na de kennisgeving van DUO",
        "De dag na de kennisgeving van DUO",
        Bron("Besluit", "5.3", B),
        _dag_na_kennisgeving,
    ),
    Startgrond(
        "de inschrijving in de gemeente",
        "Inschrijving in de gemeente",
        Bron("Besluit", "5.3", B),
        _inschrijving,
    ),
    Startgrond(
        "het vertrek uit de opvang",
        "Vertrek uit de opvang",
        Bron("Besluit", "5.3", A),
        lambda m, klaar: m.traject.datum_uitstroom,
    ),
    Startgrond(
        "het einde van de tijdelijke vrijstelling",
        "Einde van de tijdelijke vrijstelling",
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
    gebruikt: tuple[Gebruikt, ...]


def klok(m: Moment, klaar: date | None = None) -> Klok | None:
    """De start van de tien weken; None zolang zij niet zijn begonnen.

    ``klaar`` is de dag waarop al gedaan was waar de klok voor loopt, en anders die van het
    eerste PIP: wat daarna gebeurde, laat haar niet opnieuw beginnen.

    Zij beginnen niet zolang iemand in de opvang is of DUO geen kennisgeving gaf, en nooit
    als de plicht van voor deze wet is.
    """
    kennisgeving = m.traject.datum_kennisgeving
    if begon_voor_de_wet(m.traject.datum_plicht, kennisgeving) is not None:
        return None
    if m.in_opvang or kennisgeving is None or kennisgeving > m.peildatum:
        return None
    ingeschreven = m.traject.datum_inschrijving
    if ingeschreven is not None and ingeschreven > m.peildatum:
        return None
    begin: date | None = None
    gekozen = STARTGRONDEN[0]
    gebruikt: list[Gebruikt] = []
    klaar = klaar or m.eerste_dagtekening
    for grond in STARTGRONDEN:
        dag = grond.dag(m, klaar)
        if dag is None:
            continue
        gebruikt.append((grond.label, dag))
        if begin is None or dag > begin:
            begin, gekozen = dag, grond
    return Klok(begin or kennisgeving, gekozen.reden, gekozen.bron, tuple(gebruikt))


def _wacht(m: Moment, gewoon: Termijn) -> Termijn:
    """De gewone tien weken, met de woorden dat zij langer kunnen worden."""
    if not gewoon.open:
        return gewoon
    regel = m.regel("pip_weken_informatie_derden")
    return replace(
        gewoon,
        reden=f"{gewoon.reden}; wacht op informatie van derden, daarna nog {regel.duur} "
        "(niet bevestigd)",
        gebruikt=(*gewoon.gebruikt, WACHT),
    )


def _pip(m: Moment) -> Termijn | None:
    start = klok(m)
    if start is None:
        return None
    reden = f"begint op {start.reden}"
    gewoon = termijn(
        m,
        T.PIP,
        m.regel_vanaf("pip_weken", start.begin),
        start.begin,
        reden,
        bron=start.bron,
        voldaan_op=m.eerste_dagtekening,
        gebruikt=start.gebruikt,
    )
    ontvangen = m.traject.informatie_derden_op
    if not m.traject.informatie_derden_nodig:
        return gewoon
    if ontvangen is None or ontvangen > m.peildatum:
        return _wacht(m, gewoon)
    later = termijn(
        m,
        T.PIP,
        m.regel_vanaf("pip_weken_informatie_derden", ontvangen),
        ontvangen + DAG,
        f"{reden}; de nodige informatie van derden kwam op {ontvangen:%d-%m-%Y}",
        voldaan_op=m.eerste_dagtekening,
        gebruikt=(*start.gebruikt, ("Informatie van derden ontvangen", ontvangen)),
    )
    if later.einde <= gewoon.einde:
        return gewoon
    return replace(later, begin=start.begin)


# --- De leerroute wijzigen ------------------------------------------------------------


def wisselvenster(m: Moment) -> Termijn | None:
    """Tot wanneer de leerroute kan wijzigen; voorbij is voorbij, niet te laat."""
    if m.eerste_dagtekening is None:
        return None
    begin = m.eerste_dagtekening + DAG
    regel = m.regel_vanaf("leerroute_wijzigen_maanden", begin)
    venster = termijn(
        m,
        T.LEERROUTE_WIJZIGEN,
        regel,
        begin,
        f"wijzigen van leerroute kan in de eerste {regel.duur} van de termijn",
        voldaan_op=m.mijlpalen.alle_onderdelen_behaald_op,
        gebruikt=((EERSTE_PIP, m.eerste_dagtekening),),
    )
    return voorbij(venster, m.peildatum)


# --- Rond de intake en het PIP --------------------------------------------------------


def _intake(m: Moment) -> Termijn | None:
    if m.zonder_plicht:
        return None
    gedaan = m.mijlpalen.intake_afgerond_op or m.eerste_dagtekening
    start = klok(m, gedaan)
    begin = m.traject.datum_koppeling or m.traject.geregistreerd_op
    reden = "gerekend vanaf de koppeling of registratie; de tijd voor het PIP loopt nog niet"
    gebruikt: tuple[Gebruikt, ...] = (("Koppeling of registratie", begin),)
    if start is not None:
        begin, reden = start.begin, f"gerekend vanaf {start.reden}"
        gebruikt = start.gebruikt
    regel = m.regel_vanaf("intake_weken", begin)
    return termijn(
        m, T.INTAKE, regel, begin, reden, voldaan_op=gedaan, gebruikt=gebruikt
    )


def _pip_versturen(m: Moment) -> Termijn | None:
    pip = m.pip
    if pip is None or pip.dagtekening is None or komt_van_elders(pip):
        return None
    return termijn(
        m,
        T.PIP_VERSTUREN,
        m.regel_vanaf("pip_versturen_dagen", pip.dagtekening),
        pip.dagtekening,
        "het PIP werkt pas als het is verstuurd",
        voldaan_op=pip.verstuurd_op,
        gebruikt=dagen(
            ("Dagtekening", pip.dagtekening), ("Verstuurd", pip.verstuurd_op)
        ),
    )


def _pip_bezwaar(m: Moment) -> Termijn | None:
    verstuurd = [p.verstuurd_op for p in m.vastgesteld if p.verstuurd_op]
    if not verstuurd:
        return None
    op = max(verstuurd)
    regel = m.regel_vanaf("pip_bezwaar_weken", op)
    bezwaar = termijn(
        m,
        T.PIP_BEZWAAR,
        regel,
        op + DAG,
        f"{regel.duur} na het versturen op {nl(op)}",
        gebruikt=(("PIP verstuurd", op),),
    )
    return voorbij(bezwaar, m.peildatum)


def hervat(m: Moment, begin: date, regel: Parameter, klaar: date | None) -> date:
    """Vanaf wanneer eigen planning telt: niet in een tijd waarin de plicht stil lag.

    Wat al te laat was voordat de plicht stil ging liggen, blijft dat; wat klaar was
    voordat zij weer opleefde, begint niet opnieuw.
    """
    for stil in sorted(m.opschortingen, key=lambda stil: stil.begin):
        if stil.einde is None or stil.einde > min(m.peildatum, klaar or m.peildatum):
            continue
        te_laat = OPTELLEN[regel.eenheid](begin, regel.waarde)
        if stil.begin < te_laat and begin < stil.einde:
            begin = stil.einde
    return begin


def _weer(begin: date, vanaf: date) -> tuple[str, date | None]:
    """De dag waarop de plicht weer opleefde, als de planning daardoor later begint."""
    return "Einde van de tijdelijke vrijstelling", vanaf if vanaf != begin else None


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
    regel, gedaan = m.regel_vanaf("aanbod_weken", begin), min(loopt, default=None)
    vanaf = hervat(m, begin, regel, gedaan)
    return termijn(
        m,
        T.AANBOD,
        regel,
        vanaf,
        f"aanbod voor de {periode.leerroute.label}",
        bron=Bron("Wi2021", "16", A, "de termijn is eigen planning"),
        voldaan_op=gedaan,
        gebruikt=dagen(
            (f"PIP met de {periode.leerroute.label}", periode.begin),
            ("Laatste aanbod gestopt", max(gestopt, default=None)),
            _weer(begin, vanaf),
        ),
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
                gebruikt=(
                    ("Vorige gesprek", laatste.gevoerd_op),
                    ("Volgend gesprek gepland", gepland),
                ),
            )
    regel = m.regel_vanaf("voortgangsgesprek_weken", begin)
    reden = f"elke {regel.duur} een gesprek, tenzij het PIP iets anders afspreekt"
    if m.pip is not None and m.pip.gesprek_weken:
        regel = replace(regel, waarde=m.pip.gesprek_weken, ingesteld_op=None)
        reden = f"elke {regel.duur} een gesprek, zoals het PIP zegt"
    sinds = "Vorige gesprek" if laatste else EERSTE_PIP
    vanaf = hervat(m, begin, regel, None)
    gebruikt = dagen((sinds, begin), _weer(begin, vanaf))
    return termijn(m, T.VOORTGANGSGESPREK, regel, vanaf, reden, gebruikt=gebruikt)


# --- Het einde ------------------------------------------------------------------------


def _duo_voldaan(m: Moment) -> Termijn | None:
    behaald = m.mijlpalen.alle_onderdelen_behaald_op
    if behaald is None:
        return None
    regel = m.regel_vanaf("duo_voldaan_weken", behaald)
    reden = "alle onderdelen zijn behaald; DUO stelt vast dat aan de plicht is voldaan"
    vanaf = hervat(m, behaald, regel, m.einde_op)
    return termijn(
        m,
        T.DUO_VOLDAAN,
        regel,
        vanaf,
        reden,
        voldaan_op=m.einde_op,
        gebruikt=dagen(("Alle onderdelen behaald", behaald), _weer(behaald, vanaf)),
    )


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
        (
            ("Besluit van DUO", besluit.besloten_op),
            ("Open onderdelen", open_ or "er is geen PIP"),
        ),
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
        ((EERSTE_PIP, m.eerste_dagtekening), (BEGIN_PLICHT, plicht)),
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
        (
            (BEGIN_PLICHT, t.datum_plicht),
            ("Kennisgeving van DUO", t.datum_kennisgeving),
        ),
    )


TEGENSTRIJDIGHEDEN: tuple[Callable[[Moment], Tegenstrijdigheid | None], ...] = (
    _voldaan_met_open_onderdeel,
    *looptijd.TEGENSTRIJDIGHEDEN,
    *einde.TEGENSTRIJDIGHEDEN,
    *duo.TEGENSTRIJDIGHEDEN,
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
    gebruikt = (*eerste.gebruikt, ("Vastgelegd", eerste.sinds))
    return termijn(
        m, T.TEGENSTRIJDIGHEID, regel, eerste.sinds, eerste.tekst, gebruikt=gebruikt
    )


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
    *einde.TERMIJNREGELS,
    *verblijf.TERMIJNREGELS,
    *aanvraag.TERMIJNREGELS,
    *afspraken.TERMIJNREGELS,
    *examens.TERMIJNREGELS,
    *weekrooster.TERMIJNREGELS,
    *ontzorgen.TERMIJNREGELS,
    *handhaving.TERMIJNREGELS,
    *bezwaar.TERMIJNREGELS,
)


def termijnen(m: Moment) -> tuple[Termijn, ...]:
    """Alle termijnen; wat open staat maar in deze toestand niet meer hoeft, vervalt."""
    gevonden = []
    for regel in TERMIJNREGELS:
        t = regel.bereken(m)
        if t is None:
            continue
        nodig = m.status in regel.open_in and not verblijf.vervalt(m, t.soort)
        if t.voldaan_op is not None or nodig:
            gevonden.append(t)
    return tuple(gevonden)


# --- Toelichtingen --------------------------------------------------------------------


def _opvang(m: Moment) -> tuple[Gebruikt, ...]:
    """Waaruit blijkt dat iemand nog in de opvang is."""
    uitstroom = m.traject.datum_uitstroom
    return (("Vertrek uit de opvang", uitstroom or "nog niet bekend"),)


def _klok_niet_begonnen(m: Moment) -> Melding | None:
    if m.eerste_dagtekening is not None or m.einde_op is not None:
        return None
    if m.zonder_plicht or m.status == S.AFGESLOTEN:
        return None
    t = m.traject
    if begon_voor_de_wet(t.datum_plicht, t.datum_kennisgeving) is not None:
        return None
    weken = m.regel_vanaf("pip_weken", m.peildatum).voluit
    if m.in_opvang:
        return Melding(
            f"De {weken} voor het PIP zijn nog niet begonnen: de persoon is nog in de "
            "opvang. Zij beginnen bij het vertrek naar de gemeente.",
            Bron("Besluit", "5.3", A),
            gebruikt=_opvang(m),
        )
    if klok(m) is None:
        return Melding(
            f"De {weken} voor het PIP zijn nog niet begonnen: er is nog geen "
            "kennisgeving van DUO.",
            Bron("Besluit", "5.3", B),
            gebruikt=(("Kennisgeving van DUO", ONBEKEND),),
        )
    return None


def _vestiging_onbekend(m: Moment) -> Melding | None:
    t = m.traject
    start = klok(m)
    if m.eerste_dagtekening is not None or m.einde_op is not None or start is None:
        return None
    if t.datum_inschrijving is not None or t.datum_uitstroom is not None:
        return None
    weken = m.regel_vanaf("pip_weken", start.begin).voluit
    return Melding(
        f"De inschrijving in de gemeente is niet ingevuld; de {weken} voor het PIP "
        "tellen nu vanaf de kennisgeving van DUO. Vul de inschrijving aan.",
        Bron("Besluit", "5.3", B),
        gebruikt=(("Inschrijving in de gemeente", ONBEKEND),),
    )


def _pip_in_opvang(m: Moment) -> Melding | None:
    if not m.in_opvang or m.eerste_dagtekening is None:
        return None
    jaren = m.regel_vanaf("termijn_jaren", m.eerste_dagtekening + DAG).voluit
    return Melding(
        "Er is een PIP vastgesteld terwijl de persoon nog in de opvang is. De termijn van "
        f"{jaren} loopt al; DUO kan het PIP weigeren.",
        Bron("DUO", "PIP", C),
        gebruikt=(*_opvang(m), (EERSTE_PIP, m.eerste_dagtekening)),
    )


def _wacht_op_derden(m: Moment) -> Melding | None:
    t = m.traject
    if not t.informatie_derden_nodig or t.informatie_derden_op is not None:
        return None
    if m.eerste_dagtekening is not None:
        return None
    regel = m.regel("pip_weken_informatie_derden")
    return Melding(
        "Er wordt gewacht op informatie van derden. Het PIP mag uiterlijk "
        f"{regel.duur} na ontvangst worden vastgesteld.",
        regel.bron,
        gebruikt=(WACHT,),
    )


def _staat_stil(m: Moment) -> Melding | None:
    if m.status != S.OPGESCHORT:
        return None
    sinds = m.mijlpalen.opgeschort_sinds
    return Melding(
        f"De plicht ligt stil sinds {sinds:%d-%m-%Y} (tijdelijke vrijstelling). DUO "
        "herrekent de termijn als de vrijstelling eindigt.",
        Bron("DUO", "Vrijstelling", A),
        gebruikt=dagen(("Begin van de tijdelijke vrijstelling", sinds)),
    )


def _nieuw_pip_na_verhuizing(m: Moment) -> Melding | None:
    if not m.vastgesteld or m.status not in LOOPT | {S.OPGESCHORT}:
        return None
    if verblijf.vervalt(m, T.PIP):  # dan is de nieuwe gemeente aan zet
        return None
    if not all(komt_van_elders(pip) for pip in m.vastgesteld):
        return None
    return Melding(
        "Het PIP is van een andere gemeente. Stel een nieuw PIP vast met dezelfde "
        "leerroute; de termijn loopt door.",
        Bron("Wi2021", "15", C),
        gebruikt=dagen(("PIP van een andere gemeente", m.vastgesteld[-1].dagtekening)),
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
        gebruikt=heel.gebruikt,
    )


TOELICHTINGEN: tuple[Callable[[Moment], Melding | None], ...] = (
    _klok_niet_begonnen,
    _vestiging_onbekend,
    _pip_in_opvang,
    _wacht_op_derden,
    _staat_stil,
    *looptijd.TOELICHTINGEN,
    *einde.TOELICHTINGEN,
    *verblijf.TOELICHTINGEN,
    _nieuw_pip_na_verhuizing,
    _termijn_voorbij,
    *pipinhoud.TOELICHTINGEN,
    *ontzorgen.TOELICHTINGEN,
)


def meldingen(m: Moment) -> tuple[Melding, ...]:
    """Toelichtingen bij de termijnen en alle tegenstrijdigheden."""
    uitleg = [melding for regel in TOELICHTINGEN if (melding := regel(m)) is not None]
    botst = [
        Melding(t.tekst, t.bron, tegenstrijdig=True, gebruikt=t.gebruikt)
        for t in tegenstrijdigheden(m)
    ]
    return (*uitleg, *botst)
