"""Besluiten van DUO: wat erin staat, welke grond erbij hoort en wat niet kan kloppen.

Artikelen: Wi2021 art. 4 (vrijstelling), 5 (ontheffing), 12 (verlenging), 26 (nieuwe
termijn) en 54 (de vorige wet); Besluit art. 2.3; Regeling art. 2.1, 3.12 (taal op B1) en 3.13 (taal op A2); de
berichten Vrijstelling, Ontheffing en Inburgeringstermijn van DUO.

Wat een besluit doet: een gehele vrijstelling of ontheffing beeindigt de plicht; een
tijdelijke (OPL, INS) legt haar stil; een gedeeltelijke neemt een onderdeel weg, een
vrijstelling op A2 alleen waar A2 is gevraagd; een maximum aan uren verlaagt de uren
participatie van de Z-route, nul neemt ze weg. Een afwijzing verandert niets.
"""

from collections.abc import Iterable, Mapping
from functools import partial

from inburgering.wet.begrippen import (
    EXAMENONDERDELEN,
    TAALONDERDELEN,
    DUOBesluitsoort,
    Leerroute,
    Niveau,
    Onderdeel,
    Ontheffingsgrond,
    RedenEindePlicht,
    Verlengingsgrond,
    Vrijstellingsreden,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.handelingen import Handeling
from inburgering.wet.keuze import Keuze
from inburgering.wet.looptijd import NIEUW_EINDE, inburgeringstermijn
from inburgering.wet.parameters import IN_WERKING
from inburgering.wet.regels import Geval, Toets, botst, melding, nl


A, B, C = Zekerheid.A, Zekerheid.B, Zekerheid.C
S, R = DUOBesluitsoort, Vrijstellingsreden
DUO = Bron("DUO", "", A)
VRIJSTELLING = Bron("DUO", "Vrijstelling", A)
ONTHEFFING = Bron("DUO", "Ontheffing", A)
TERMIJN = Bron("DUO", "Inburgeringstermijn", A)
_BESLUIT = (Handeling.DUOBESLUIT_VASTLEGGEN,)

# --- De gronden -----------------------------------------------------------------------

GEHEEL = (R.AVI, R.DIP, R.DOC, R.INB)
TIJDELIJK = (R.OPL, R.INS)
GRONDEN_BIJ: Mapping[DUOBesluitsoort, tuple[Keuze, ...]] = {
    S.VERLENGING: tuple(Verlengingsgrond),
    S.VERLENGING_AFGEWEZEN: tuple(Verlengingsgrond),
    S.VRIJSTELLING_GEHEEL: GEHEEL,
    S.VRIJSTELLING_TIJDELIJK: TIJDELIJK,
    S.VRIJSTELLING_INGETROKKEN: TIJDELIJK,
    S.VRIJSTELLING_GEDEELTELIJK: (R.GED,),
    S.VRIJSTELLING_AFGEWEZEN: tuple(R),
    S.ONTHEFFING_GEHEEL: tuple(Ontheffingsgrond),
    S.ONTHEFFING_GEDEELTELIJK: tuple(Ontheffingsgrond),
    S.ONTHEFFING_AFGEWEZEN: tuple(Ontheffingsgrond),
}


def _opschriften(lijsten: Iterable[tuple[Keuze, ...]]) -> Mapping[str, str]:
    return {lid.value: lid.label for lijst in lijsten for lid in lijst}


GRONDLABEL = _opschriften(GRONDEN_BIJ.values())


def grond_in_woorden(grond: str) -> str:
    """Het opschrift van een code; een grond zonder code is al een tekst."""
    return GRONDLABEL.get(grond, grond)


def _grond_past_niet(g: Geval) -> str:
    grond = str(g.waarde("grond") or "")
    past = GRONDEN_BIJ.get(g.waarde("soort"), ())
    if grond not in GRONDLABEL or grond in past:
        return ""
    return (
        f"De grond {GRONDLABEL[grond].lower()} hoort niet bij dit besluit. Kijk bij DUO "
        "wat er is besloten."
    )


# --- Wat een besluit zegt -------------------------------------------------------------

NODIG_BIJ_BESLUIT: Mapping[str, tuple[str, ...]] = {
    S.VERLENGING: ("einddatum",),
    S.NIEUWE_TERMIJN: ("einddatum",),
    S.VRIJSTELLING_GEDEELTELIJK: ("onderdeel",),
    S.ONTHEFFING_GEDEELTELIJK: ("onderdeel", "maximum_uren"),
    S.PLICHT_BEEINDIGD: ("reden_einde",),
}
VELDNAAM: Mapping[str, str] = {
    "einddatum": "de nieuwe einddatum",
    "onderdeel": "het onderdeel",
    "maximum_uren": "het aantal uren",
    "reden_einde": "de reden",
}


def _besluit_onvolledig(veld: str, g: Geval) -> str:
    nodig = NODIG_BIJ_BESLUIT.get(g.waarde("soort"), ())
    if not nodig or nodig[0] != veld:
        return ""
    if any(g.waarde(naam) not in (None, "") for naam in nodig):
        return ""
    return (
        f"Vul {' of '.join(VELDNAAM[naam] for naam in nodig)} in; zo staat het bij DUO."
    )


def _voor_de_wet(g: Geval) -> str:
    dag = g.dag("besloten_op")
    if dag is None or dag >= IN_WERKING:
        return ""
    return (
        f"Dit besluit is van voor {nl(IN_WERKING)}: toen gold de Wet inburgering 2013. "
        "Zoek uit of het bij dit traject hoort."
    )


def _onmogelijk_maximum(g: Geval) -> str:
    hoogste = g.m.regel("hoogste_uren_duo").waarde
    if 0 <= g.getal("maximum_uren") <= hoogste:
        return ""
    return f"Vul een aantal uren van 0 tot en met {hoogste} in."


def _voldaan_maar_open(g: Geval) -> str:
    if g.waarde("soort") != S.VOLDAAN or g.m.mijlpalen.alle_onderdelen_behaald_op:
        return ""
    return (
        "Volgens DUO is aan de plicht voldaan, maar bij ons staan nog onderdelen open. "
        "DUO gaat voor; zoek uit wat er ontbreekt."
    )


def _einde_niet_later(g: Geval) -> str:
    einde, heel = g.dag("einddatum"), inburgeringstermijn(g.m)
    if g.waarde("soort") not in NIEUW_EINDE or einde is None:
        return ""
    if heel is None:
        return "DUO verlengt een termijn, maar bij ons is geen lopende termijn bekend."
    if einde > heel.einde:
        return ""
    return (
        f"De nieuwe einddatum ligt niet na het einde dat bij ons staat "
        f"({nl(heel.uiterlijk)}). DUO gaat voor; zoek het verschil uit."
    )


# Wat alleen bij deze besluiten hoort; bij een ander leest niemand het.
ALLEEN_BIJ: Mapping[str, frozenset[DUOBesluitsoort]] = {
    "einddatum": frozenset(
        {*NIEUW_EINDE, S.VRIJSTELLING_TIJDELIJK, S.PLICHT_BEEINDIGD}
    ),
    "onderdeel": frozenset(
        {
            S.VRIJSTELLING_GEDEELTELIJK,
            S.VRIJSTELLING_AFGEWEZEN,
            S.ONTHEFFING_GEDEELTELIJK,
            S.ONTHEFFING_AFGEWEZEN,
        }
    ),
    "maximum_uren": frozenset({S.ONTHEFFING_GEDEELTELIJK}),
    "bedrag": frozenset({S.BOETE, S.BOETE_AANGEKONDIGD}),
    "reden_einde": frozenset({S.PLICHT_BEEINDIGD}),
}


def _hoort_er_niet_bij(veld: str, g: Geval) -> str:
    soort = g.waarde("soort")
    if not soort or g.waarde(veld) in (None, "") or soort in ALLEEN_BIJ[veld]:
        return ""
    return (
        "Dit hoort niet bij dit besluit, en telt er niet mee. Kijk bij DUO wat er is "
        "besloten."
    )


def _vrij_zonder_tijd(g: Geval) -> str:
    einde, begin = g.dag("einddatum"), g.dag("ingang") or g.dag("besloten_op")
    tijdelijk = g.waarde("soort") == S.VRIJSTELLING_TIJDELIJK or (
        g.waarde("reden_einde") == RedenEindePlicht.TIJDELIJKE_VRIJSTELLING
    )
    if not tijdelijk or einde is None or begin is None or einde > begin:
        return ""
    return (
        f"De tijdelijke vrijstelling begint op {nl(begin)} en is dan al voorbij: zij geldt "
        f"tot {nl(einde)}. Vul in wanneer zij inging."
    )


NA_OVERSCHRIJDING = Bron("Wi2021", "24 tot en met 26", C)


def _voor_overschrijding(g: Geval) -> str:
    """Een boete na een nieuwe termijn gaat over de termijn daarvoor."""
    dag, heel = g.dag("besloten_op"), inburgeringstermijn(g.m)
    if g.waarde("soort") not in (S.BOETE, S.BOETE_AANGEKONDIGD, S.NIEUWE_TERMIJN):
        return ""
    nieuwe = any(b.soort == S.NIEUWE_TERMIJN for b in g.m.feiten.duo_besluiten)
    if dag is None or heel is None or nieuwe or dag >= heel.einde:
        return ""
    return (
        f"De inburgeringstermijn loopt tot en met {nl(heel.uiterlijk)}. Zo een besluit "
        "neemt DUO pas daarna (niet bevestigd). Vraag DUO welke termijn geldt."
    )


def _vrij_van_geen_taal(g: Geval) -> str:
    deel = g.waarde("onderdeel")
    if g.waarde("soort") != S.VRIJSTELLING_GEDEELTELIJK or not deel:
        return ""
    if deel in TAALONDERDELEN:
        return ""
    return (
        "Een gedeeltelijke vrijstelling gaat over lezen, luisteren, schrijven of spreken. "
        "Kijk bij DUO of dit een ontheffing is."
    )


def _vrij_op_ander_niveau(g: Geval) -> str:
    niveau = g.waarde("niveau")
    if g.waarde("soort") != S.VRIJSTELLING_GEDEELTELIJK or not niveau:
        return ""
    if niveau in (Niveau.A2, Niveau.B1):
        return ""
    return "Een gedeeltelijke vrijstelling is op niveau A2 of B1."


ONTHEFBAAR = (*EXAMENONDERDELEN, Onderdeel.PARTICIPATIE_UREN)


def _geen_examenonderdeel(g: Geval) -> str:
    deel = g.waarde("onderdeel")
    if g.waarde("soort") != S.ONTHEFFING_GEDEELTELIJK or not deel or deel in ONTHEFBAAR:
        return ""
    return (
        "DUO ontheft van een examenonderdeel of van uren participatie in de Z-route, niet "
        "van dit onderdeel."
    )


def _ontheffing_met_niveau(g: Geval) -> str:
    if g.waarde("soort") != S.ONTHEFFING_GEDEELTELIJK or not g.waarde("niveau"):
        return ""
    return "Een ontheffing heeft geen niveau: het onderdeel hoeft niet."


def _uren_buiten_z_route(g: Geval) -> str:
    if g.waarde("maximum_uren") in (None, "") or g.m.leerroute in (None, Leerroute.Z):
        return ""
    return (
        "Een maximum aan uren participatie geldt alleen in de Z-route. Het wordt bewaard "
        "en telt mee als de leerroute de Z-route wordt."
    )


TOETSEN: tuple[Toets, ...] = (
    *(
        Toets(
            _BESLUIT,
            veld,
            DUO,
            "wat het besluit zegt",
            partial(_besluit_onvolledig, veld),
        )
        for veld in ("einddatum", "onderdeel", "reden_einde")
    ),
    botst(
        _BESLUIT,
        "besloten_op",
        Bron("Wi2021", "54", B),
        "niet voor de wet",
        _voor_de_wet,
    ),
    Toets(_BESLUIT, "maximum_uren", ONTHEFFING, "uren", _onmogelijk_maximum),
    botst(_BESLUIT, "soort", DUO, "alles behaald", _voldaan_maar_open),
    botst(_BESLUIT, "einddatum", Bron("Wi2021", "12", A), "langer", _einde_niet_later),
    botst(_BESLUIT, "grond", TERMIJN, "een grond van dit besluit", _grond_past_niet),
    *(
        botst(
            _BESLUIT,
            veld,
            DUO,
            "wat bij dit besluit hoort",
            partial(_hoort_er_niet_bij, veld),
        )
        for veld in ALLEEN_BIJ
    ),
    botst(
        _BESLUIT, "einddatum", VRIJSTELLING, "een begin en een einde", _vrij_zonder_tijd
    ),
    botst(
        _BESLUIT,
        "besloten_op",
        NA_OVERSCHRIJDING,
        "na het einde van de termijn",
        _voor_overschrijding,
    ),
    botst(
        _BESLUIT,
        "onderdeel",
        VRIJSTELLING,
        "gedeeltelijk vrij van een taalonderdeel",
        _vrij_van_geen_taal,
    ),
    botst(
        _BESLUIT,
        "niveau",
        VRIJSTELLING,
        "gedeeltelijk vrij op A2 of B1",
        _vrij_op_ander_niveau,
    ),
    botst(
        _BESLUIT,
        "onderdeel",
        ONTHEFFING,
        "gedeeltelijk ontheven van een examenonderdeel",
        _geen_examenonderdeel,
    ),
    botst(
        _BESLUIT,
        "niveau",
        ONTHEFFING,
        "een ontheffing zonder niveau",
        _ontheffing_met_niveau,
    ),
    melding(
        _BESLUIT,
        "maximum_uren",
        ONTHEFFING,
        "een maximum alleen in de Z-route",
        _uren_buiten_z_route,
    ),
)
