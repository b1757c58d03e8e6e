"""De groep en het verblijf: wat een wijziging van groep en een verhuizing betekenen.

Artikelen: Wi2021 art. 13 lid 1 (groepen), Besluit art. 5.3 (de tien weken bij vestiging),
Wi2021 art. 11 lid 3 (de termijn loopt door na een verhuizing; afgeleid), DUO SS120 tot en
met SS125. De groep en de vestiging van een dag zelf staan in ``wet.moment``.

DUO bepaalt de groep. Vervallen asielrechten bij de IND veranderen haar niet vanzelf; wie
dat wil, vraagt het via de gemeente.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from inburgering.wet.begrippen import (
    Asielrechten,
    Doelgroep,
    Handhavingsbesluit,
    Herkomst,
    Termijnsoort,
    Trajectstatus,
    Verblijfsituatie,
    Verhuissoort,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Verhuizing
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import DAG, plus_jaren, plus_maanden
from inburgering.wet.moment import Moment, komt_van_elders
from inburgering.wet.parameters import Parameter
from inburgering.wet.regels import (
    ALTIJD,
    DUUR,
    NIET_DICHT,
    Geval,
    Termijnregel,
    Toets,
    Voorwaarde,
    botst,
    dagen,
    melding,
    nl,
    termijn,
    voorbij,
)
from inburgering.wet.uitkomst import Melding, Termijn


A, B, D = Zekerheid.A, Zekerheid.B, Zekerheid.D
H, S, T, V = Handeling, Trajectstatus, Termijnsoort, Verhuissoort

GROEPEN = Bron("Wi2021", "13 lid 1", A)
VESTIGING = Bron("Besluit", "5.3", B)
NIEUWE = Bron(
    "Wi2021", "14 en 15; Besluit art. 5.3", B, "de gemeente van inschrijving is aan zet"
)
INZAGE = Bron("DUO", "", A, "wie een gemeente mag zien")
DOORLOPEN = Bron("Wi2021", "11 lid 3", D, "dat de termijn doorloopt is afgeleid")
EIGEN = Bron("eigen", "", A)

WEG = frozenset({V.NAAR_GEMEENTE, V.BUITENLAND})
ANDERE_GEMEENTE = frozenset({V.NAAR_GEMEENTE, V.UIT_GEMEENTE})
OVER_DE_GRENS = WEG | ANDERE_GEMEENTE


def laatste_verhuizing(m: Moment) -> Verhuizing | None:
    """De laatste verhuizing uit of naar de gemeente; daarbinnen verandert de gemeente niet."""
    over = [v for v in m.feiten.verhuizingen if v.soort in OVER_DE_GRENS]
    return over[-1] if over else None


def verhuisd_naar(m: Moment, *soorten: Verhuissoort) -> Verhuizing | None:
    """De laatste verhuizing, als zij van een van deze soorten is."""
    laatste = laatste_verhuizing(m)
    return laatste if laatste is not None and laatste.soort in soorten else None


def is_weg(m: Moment) -> bool:
    """Of iemand de gemeente heeft verlaten."""
    return verhuisd_naar(m, *WEG) is not None


# Eigen planning die na een vertrek niemand meer helpt, en wat na een verhuizing de nieuwe
# gemeente doet: wie daar is ingeschreven, krijgt daar het PIP en de tijd daarvoor.
NIET_MEER_NODIG = frozenset({T.INTAKE, T.AANBOD, T.VOORTGANGSGESPREK, T.EXAMEN})
VAN_DE_NIEUWE = frozenset({T.PIP, T.LEERROUTE_WIJZIGEN, T.VERLENGING_VRAGEN})


def vervalt(m: Moment, soort: Termijnsoort) -> bool:
    """Of een termijn hier vervalt omdat iemand de gemeente verliet."""
    if soort in VAN_DE_NIEUWE:
        return verhuisd_naar(m, V.NAAR_GEMEENTE) is not None
    return soort in NIET_MEER_NODIG and is_weg(m)


# --- Kan een handeling nu -------------------------------------------------------------


def _over_te_dragen(v: Verhuizing) -> bool:
    return v.soort in ANDERE_GEMEENTE and v.overgedragen_op is None


VOORWAARDEN: tuple[Voorwaarde, ...] = (
    Voorwaarde(
        H.VERHUIZING_OVERDRAGEN,
        "Er is geen verhuizing naar of uit een andere gemeente die nog moet worden "
        "overgedragen.",
        EIGEN,
        lambda m: any(map(_over_te_dragen, m.feiten.verhuizingen)),
    ),
)
OPEN_RIJ: Mapping[Handeling, Callable[[Any], bool]] = {
    H.VERHUIZING_OVERDRAGEN: _over_te_dragen
}
GEBEURD: Mapping[Handeling, tuple[str, ...]] = {
    H.VERHUIZING_VASTLEGGEN: ("verhuisd_op",),
    H.VERHUIZING_OVERDRAGEN: ("overgedragen_op",),
}


# --- Mogen deze gegevens --------------------------------------------------------------


def _geen_gemeente(g: Geval) -> str:
    if g.waarde("soort") not in ANDERE_GEMEENTE or g.waarde("gemeente_code"):
        return ""
    return "Kies de andere gemeente; zonder haar is er niemand om aan over te dragen."


def _niet_in_opvang(g: Geval) -> str:
    t = g.m.traject
    if g.waarde("soort") not in (V.UIT_OPVANG, V.OPVANGLOCATIE):
        return ""
    if t.verblijfsituatie == Verblijfsituatie.OPVANG or t.datum_uitstroom is not None:
        return ""
    return (
        "Bij de aanmelding staat dat de persoon al in de gemeente woonde, niet in de "
        "opvang. Zoek uit wat klopt."
    )


def _al_weg(g: Geval) -> str:
    dag, eerder = g.dag("verhuisd_op"), verhuisd_naar(g.m, *WEG)
    if g.waarde("soort") not in WEG or eerder is None or dag is None:
        return ""
    return (
        f"Er is al een vertrek vastgelegd, op {nl(eerder.verhuisd_op)}. Zoek uit welke "
        "verhuizing klopt."
    )


def _al_hier(g: Geval) -> str:
    eerder = verhuisd_naar(g.m, V.UIT_GEMEENTE)
    if g.waarde("soort") != V.UIT_GEMEENTE or eerder is None:
        return ""
    return (
        f"De persoon kwam al op {nl(eerder.verhuisd_op)} uit een andere gemeente, en "
        "daarna is er geen vertrek vastgelegd. Zoek uit welke verhuizing klopt."
    )


def _al_uit_de_opvang(g: Geval) -> str:
    dag = g.dag("verhuisd_op")
    if g.waarde("soort") not in (V.UIT_OPVANG, V.OPVANGLOCATIE) or dag is None:
        return ""
    for eerder in g.m.feiten.verhuizingen:
        if eerder.soort == V.UIT_OPVANG and eerder.verhuisd_op <= dag:
            return (
                f"Het vertrek uit de opvang is al vastgelegd, op {nl(eerder.verhuisd_op)}. "
                "Zoek uit welke verhuizing klopt."
            )
    return ""


def _groep_niet_van_duo(g: Geval) -> str:
    if g.waarde("herkomst") in (None, "", Herkomst.DUO):
        return ""
    return (
        "DUO bepaalt de groep. Wacht op het bericht van DUO; vervallen asielrechten bij "
        "de IND veranderen de groep niet vanzelf. Wil iemand een andere groep, vraag dat "
        "dan voor deze persoon aan DUO."
    )


def _zelfde_groep(g: Geval) -> str:
    t = g.m.traject
    if g.waarde("doelgroep") != t.doelgroep:
        return ""
    if (g.waarde("gedetailleerde_doelgroep") or None) != t.gedetailleerde_doelgroep:
        return ""
    return f"De groep was al {t.doelgroep.label}; er verandert niets."


RECHTEN_VAN: Mapping[str, Doelgroep] = {
    Asielrechten.TOEGEKEND: Doelgroep.ASIELSTATUSHOUDER,
    Asielrechten.BEHOUD: Doelgroep.ASIELSTATUSHOUDER,
    Asielrechten.GEZIN_BEHOUD: Doelgroep.GEZINSMIGRANT,
    Asielrechten.GEZIN_TOEGEKEND: Doelgroep.GEZINSMIGRANT,
}


# Wat na een verhuizing de nieuwe gemeente doet, met de dag waarop het gebeurt. Wat ervoor
# gebeurde, kan ook later worden vastgelegd; PVT, MAP en een sanctie om wat ervoor gebeurde
# kan de vorige gemeente afmaken.
HIER: Mapping[Handeling, str] = {
    H.INTAKE_STARTEN: "gestart_op",
    H.INTAKE_AFRONDEN: "afgerond_op",
    H.PIP_OPSTELLEN: "opgesteld_op",
    H.PIP_BESPREKEN: "besproken_op",
    H.PIP_VASTSTELLEN: "dagtekening",
    H.AANBOD_DOEN: "aangeboden_op",
    H.AFSPRAAK_MAKEN: "gemaakt_op",
    H.ONTZORGEN_STARTEN: "begonnen_op",
    H.BEGELEIDING_STARTEN: "begonnen_op",
    H.PVT_STARTEN: "begonnen_op",
    H.MAP_STARTEN: "begonnen_op",
    H.ZROUTE_AFRONDEN: "afgerond_op",
    H.HANDHAVING_MELDEN: "gebeurd_op",
}


def _na_vertrek(veld: str, g: Geval) -> str:
    verhuizing, dag = verhuisd_naar(g.m, V.NAAR_GEMEENTE), g.dag(veld)
    if verhuizing is None or dag is None or dag < verhuizing.verhuisd_op:
        return ""
    return (
        f"Op {nl(dag)} woonde de persoon niet meer in deze gemeente: verhuisd op "
        f"{nl(verhuizing.verhuisd_op)}. Vanaf die dag is de nieuwe gemeente aan zet. "
        "Klopt de verhuizing niet, herstel haar dan."
    )


def _sanctie_na_vertrek(g: Geval) -> str:
    if g.waarde("besluit") in (None, "", Handhavingsbesluit.GEEN):
        return ""
    return _na_vertrek("gebeurd_op", g)


def _rechten_passen_niet(g: Geval) -> str:
    rechten, groep = g.waarde("asielrechten"), g.waarde("doelgroep")
    past = RECHTEN_VAN.get(rechten or "")
    if past is None or not groep or groep == past:
        return ""
    return (
        f'Bij "{Asielrechten(rechten).label}" past de groep {past.label} (niet '
        "bevestigd). Vraag DUO na welke groep geldt."
    )


def _groep_voor_plicht(g: Geval) -> str:
    dag, plicht = g.dag("ingang"), g.m.traject.datum_plicht
    if dag is None or plicht is None or dag >= plicht:
        return ""
    return (
        f"De wijziging ({nl(dag)}) ligt voor de eerste dag van de plicht "
        f"({nl(plicht)}). Controleer beide."
    )


_VERHUIZING = (H.VERHUIZING_VASTLEGGEN,)
_GROEP = (H.GROEP_WIJZIGEN,)
TOETSEN: tuple[Toets, ...] = (
    Toets(_VERHUIZING, "gemeente_code", EIGEN, "welke andere gemeente", _geen_gemeente),
    botst(_VERHUIZING, "soort", VESTIGING, "was in de opvang", _niet_in_opvang),
    botst(_VERHUIZING, "soort", VESTIGING, "nog in de opvang", _al_uit_de_opvang),
    botst(_VERHUIZING, "soort", EIGEN, "nog niet vertrokken", _al_weg),
    botst(_VERHUIZING, "soort", EIGEN, "nog niet hier", _al_hier),
    *(
        Toets((h,), veld, NIEUWE, "niet na de verhuizing", partial(_na_vertrek, veld))
        for h, veld in HIER.items()
    ),
    Toets(
        (H.HANDHAVING_BESLUITEN,),
        "besluit",
        NIEUWE,
        "geen sanctie om wat na de verhuizing gebeurde",
        _sanctie_na_vertrek,
    ),
    botst(
        _GROEP,
        "herkomst",
        Bron("DUO", "SS124 en SS125", A),
        "DUO bepaalt de groep",
        _groep_niet_van_duo,
    ),
    botst(_GROEP, "ingang", GROEPEN, "niet voor de plicht", _groep_voor_plicht),
    melding(_GROEP, "doelgroep", GROEPEN, "een andere groep", _zelfde_groep),
    melding(
        _GROEP,
        "asielrechten",
        Bron("Wi2021", "13 lid 1", D),
        "rechten die bij de groep passen",
        _rechten_passen_niet,
    ),
)


# --- Welke termijn loopt --------------------------------------------------------------


def _overdracht(m: Moment) -> Termijn | None:
    verhuizing = verhuisd_naar(m, V.NAAR_GEMEENTE)
    if verhuizing is None:
        return None
    return termijn(
        m,
        T.OVERDRACHT,
        m.regel_vanaf("overdracht_weken", verhuizing.verhuisd_op),
        verhuizing.verhuisd_op,
        "verhuisd naar een andere gemeente; die moet weten hoe het traject loopt",
        voldaan_op=verhuizing.overgedragen_op,
    )


def _pip_van_de_nieuwe(m: Moment, sinds: date) -> date | None:
    """De dagtekening van het eerste PIP dat de nieuwe gemeente na de verhuizing nam."""
    for pip in m.vastgesteld:
        if komt_van_elders(pip) and pip.dagtekening and pip.dagtekening >= sinds:
            return pip.dagtekening
    return None


def _tot_oud(regel: Parameter) -> str:
    return f"bij DUO nog in te zien tot het PIP van de nieuwe gemeente {regel.voluit} oud is"


def _inzage(m: Moment) -> Termijn | None:
    """Tot wanneer DUO ons het dossier laat zien; voorbij is voorbij, niet te laat."""
    verhuizing = verhuisd_naar(m, V.NAAR_GEMEENTE)
    if verhuizing is None:
        return None
    begin = _pip_van_de_nieuwe(m, verhuizing.verhuisd_op)
    if begin is None:
        return None
    regel = m.regel_vanaf("inzage_na_verhuizing_maanden", begin)
    einde = plus_maanden(begin, regel.waarde)
    reden = _tot_oud(regel)
    inzage = Termijn(
        T.INZAGE,
        begin,
        einde,
        einde - DAG,
        reden,
        regel.bron,
        wettelijk=False,
        gebruikt=(("PIP van de nieuwe gemeente", begin), (DUUR, regel.in_woorden)),
    )
    return voorbij(inzage, m.peildatum)


TERMIJNREGELS: tuple[Termijnregel, ...] = (
    Termijnregel(T.OVERDRACHT, _overdracht, NIET_DICHT),
    Termijnregel(T.INZAGE, _inzage, ALTIJD),
)


# --- Toelichtingen --------------------------------------------------------------------


def _naar_andere_gemeente(m: Moment) -> Melding | None:
    verhuizing = verhuisd_naar(m, V.NAAR_GEMEENTE)
    if verhuizing is None or m.status == S.AFGESLOTEN:
        return None
    stap = "Sluit dit dossier"
    if verhuizing.overgedragen_op is None:
        stap = "Draag het dossier warm over; leg vast wanneer, en sluit het daarna"
    sinds = verhuizing.verhuisd_op
    begin = _pip_van_de_nieuwe(m, sinds) or m.peildatum
    inzage = _tot_oud(m.regel_vanaf("inzage_na_verhuizing_maanden", begin))
    return Melding(
        f"Verhuisd naar een andere gemeente op {nl(sinds)}. {stap}. De "
        f"inburgeringstermijn loopt door. Dit dossier is {inzage}.",
        INZAGE,
        gebruikt=dagen(
            ("Verhuisd", verhuizing.verhuisd_op),
            ("Overgedragen", verhuizing.overgedragen_op),
        ),
    )


def _naar_buitenland(m: Moment) -> Melding | None:
    verhuizing = verhuisd_naar(m, V.BUITENLAND)
    if verhuizing is None or m.einde_op is not None or m.status == S.AFGESLOTEN:
        return None
    dag = verhuizing.verhuisd_op
    regel = m.regel_vanaf("vertrek_jaren", dag)
    jaar = plus_jaren(dag, regel.waarde)
    vertrek = (("Vertrokken", dag), (DUUR, regel.in_woorden))
    if m.peildatum <= jaar:
        return Melding(
            f"Uit Nederland vertrokken op {nl(dag)}. De plicht eindigt pas als dat langer "
            f"dan {regel.waarde} jaar duurt (na {nl(jaar)}); DUO beslist dat.",
            regel.bron,
            gebruikt=vertrek,
        )
    return Melding(
        f"Uit Nederland vertrokken op {nl(dag)}, langer dan {regel.waarde} jaar geleden. "
        "Vraag DUO of de plicht is geëindigd en leg het besluit vast.",
        regel.bron,
        gebruikt=vertrek,
    )


def _uit_andere_gemeente(m: Moment) -> Melding | None:
    verhuizing = verhuisd_naar(m, V.UIT_GEMEENTE)
    if verhuizing is None or m.vastgesteld or m.einde_op is not None:
        return None
    if m.zonder_plicht:
        return None
    jaren = m.regel_vanaf("termijn_jaren", verhuizing.verhuisd_op).voluit
    weken = m.regel_vanaf("pip_weken", verhuizing.verhuisd_op).voluit
    return Melding(
        "Komt uit een andere gemeente. Vraag daar of bij DUO (SS120, SS121) of er al een "
        'PIP is en leg dat vast met "PIP van elders vastleggen": dan loopt de termijn van '
        f"{jaren} door. Zonder PIP gelden {weken} vanaf de inschrijving hier.",
        replace(DOORLOPEN, toelichting=""),
        gebruikt=(
            ("Verhuisd", verhuizing.verhuisd_op),
            ("PIP van elders", "niet vastgelegd"),
        ),
    )


def _andere_groep(m: Moment) -> Melding | None:
    if not m.feiten.groepen:
        return None
    sinds = m.feiten.groepen[-1].ingang
    return Melding(
        f"Sinds {nl(sinds)} is de groep: {m.traject.doelgroep.label}. De onderdelen, de "
        "uren en het aanbod volgen deze groep.",
        GROEPEN,
        gebruikt=(("Wijziging van groep", sinds),),
    )


TOELICHTINGEN: tuple[Callable[[Moment], Melding | None], ...] = (
    _naar_andere_gemeente,
    _naar_buitenland,
    _uit_andere_gemeente,
    _andere_groep,
)
