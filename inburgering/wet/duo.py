"""Wat DUO bij aanlevering controleert en nergens anders al een regel is.

De berichten PIP, Inburgeringsaanbod, MapPvtZroute, GevolgdeUren en Examen van DUO. De
andere controles van DUO staan bij hun onderwerp: het PIP in ``wet.leerroutes`` en
``wet.toetsing``, besluiten in ``wet.duobesluit``.

Alfabetiseringsonderwijs, dat DUO bij elk aanbod vraagt, komt uit het PIP en is daar altijd
gekozen. Weggelaten: het verwijderen van een PIP bij DUO (alleen zonder termijn en zonder
cursusuren), want een vastgesteld PIP wordt hier nooit verwijderd.
"""

from collections.abc import Callable
from functools import partial

from inburgering.wet.begrippen import (
    Examenresultaat,
    Keurmerk,
    Leerroute,
    Niveau,
    Onderdeel,
    Verwijtbaar,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import plus_maanden
from inburgering.wet.leerroutes import duo_totaal, getelde_uren
from inburgering.wet.looptijd import inburgeringstermijn
from inburgering.wet.moment import Moment
from inburgering.wet.regels import Geval, Tegenstrijdigheid, Toets, botst, melding, nl


A = Zekerheid.A
H = Handeling
AANBOD = Bron("DUO", "Inburgeringsaanbod", A)
RESULTAAT = Bron("DUO", "MapPvtZroute", A)
UREN = Bron("DUO", "GevolgdeUren", A)
EXAMEN = Bron("DUO", "Examen", A)
_AANBOD = (H.AANBOD_DOEN,)
_RESULTAAT = (H.PVT_ONDERTEKENEN, H.MAP_AFRONDEN)


# --- Het inburgeringsaanbod -----------------------------------------------------------


def _begin_voor_aanbod(g: Geval) -> str:
    begin, aanbod = g.dag("verwacht_begin"), g.dag("aangeboden_op")
    if begin is None or aanbod is None or begin >= aanbod:
        return ""
    return (
        f"De opleiding begint ({nl(begin)}) voor het aanbod ({nl(aanbod)}). DUO neemt het "
        "aanbod dan niet aan."
    )


def _al_bij_deze_aanbieder(g: Geval) -> str:
    if not g.waarde("al_bij_aanbieder"):
        return ""
    return (
        "Bij deze aanbieder loopt al een aanbod. DUO bewaart er een per instelling: het "
        "nieuwe vervangt het oude. Leg ook het einde van het oude vast."
    )


def _geen_taalschakelinstelling(g: Geval) -> str:
    keurmerk = g.waarde("keurmerk")
    if g.waarde("leerroute") != Leerroute.ONDERWIJS or keurmerk in (None, ""):
        return ""
    if keurmerk == Keurmerk.INSPECTIE:
        return ""
    return (
        "De onderwijsroute volgt men bij een erkende taalschakelinstelling, onder toezicht "
        "van de Inspectie van het Onderwijs. DUO neemt dit aanbod anders niet aan."
    )


def _taalschakelinstelling_voor_een_andere_route(g: Geval) -> str:
    route = g.waarde("leerroute")
    if not route or route == Leerroute.ONDERWIJS:
        return ""
    if g.waarde("keurmerk") != Keurmerk.INSPECTIE:
        return ""
    return (
        f"De {Leerroute(route).label} volgt men bij een school met het keurmerk van Blik op "
        "Werk; toezicht van de Inspectie van het Onderwijs hoort bij de onderwijsroute. DUO "
        "neemt dit aanbod anders niet aan."
    )


# --- PVT, MAP en Z-route --------------------------------------------------------------


def _voldaan_via_z_route(g: Geval) -> str:
    if g.m.mijlpalen.voldaan_op is None or not g.m.feiten.z_afrondingen:
        return ""
    return (
        "Aan de plicht is al voldaan met de Z-route. DUO neemt een nieuwe datum van het "
        "PVT of de MAP niet meer aan."
    )


def nee_voorbij(g: Geval) -> str:
    """De woorden als DUO 'niet te verwijten' niet meer aanneemt; anders leeg."""
    heel = inburgeringstermijn(g.m)
    if heel is None:
        return ""
    regel = g.m.regel("verwijtbaar_nee_maanden")
    if g.peildatum < plus_maanden(heel.einde, regel.waarde):
        return ""
    return (
        f"De termijn liep tot en met {nl(heel.uiterlijk)}. DUO neemt 'niet te verwijten' "
        f"aan tot {regel.duur} na dat einde."
    )


def _nee_na_twee_maanden(g: Geval) -> str:
    voorbij = nee_voorbij(g)
    if not voorbij or g.waarde("verwijtbaar") != Verwijtbaar.NEE:
        return ""
    return f"{voorbij} Laat dit leeg, en bel DUO als het niet te verwijten is."


def _verwijt_leeg(veld: str, g: Geval) -> str:
    """Na die tijd mag het leeg blijven: 'ja' zou dan onwaar kunnen zijn."""
    dag, heel = g.dag(veld), inburgeringstermijn(g.m)
    if dag is None or heel is None or dag < heel.einde or g.waarde("verwijtbaar"):
        return ""
    voorbij = nee_voorbij(g)
    return f"{voorbij} Bel DUO over de reden dat dit later is." if voorbij else ""


def _z_route_zonder(
    onderdeel: Onderdeel,
) -> Callable[[Moment], Tegenstrijdigheid | None]:
    def zoek(m: Moment) -> Tegenstrijdigheid | None:
        open_ = any(o.onderdeel == onderdeel and not o.gehaald for o in m.onderdelen)
        if m.leerroute != Leerroute.Z or not m.feiten.z_afrondingen or not open_:
            return None
        klaar = m.feiten.z_afrondingen[0]
        return Tegenstrijdigheid(
            f"De Z-route is afgerond op {nl(klaar.afgerond_op)}, maar {onderdeel.label} "
            "is bij ons niet afgerond. DUO neemt dat niet aan.",
            RESULTAAT,
            klaar.vastgelegd_op,
            (("Z-route afgerond", klaar.afgerond_op),),
        )

    return zoek


# --- Uren en examens ------------------------------------------------------------------


def _meer_dan_duo_bewaart(g: Geval) -> str:
    soort = g.waarde("soort")
    hoogste = g.m.regel("hoogste_uren_duo").waarde
    samen = duo_totaal(soort) if soort else frozenset()
    totaal = g.getal("uren") + getelde_uren(g.m.feiten.uren, samen)
    if totaal <= hoogste:
        return ""
    return (
        f"Met deze uren erbij zijn het er {totaal}; DUO bewaart er hoogstens {hoogste}. "
        "Controleer de uren."
    )


EXAMENNIVEAUS = (Niveau.A2, Niveau.B1, Niveau.B2)


def _geen_examenniveau(g: Geval) -> str:
    niveau = g.waarde("niveau")
    if not niveau or niveau in EXAMENNIVEAUS:
        return ""
    return "Een examen van de inburgering is op niveau A2, B1 of B2."


def _reden_bij_uitslag(g: Geval) -> str:
    if not g.waarde("reden") or g.waarde("resultaat") == Examenresultaat.GEEN:
        return ""
    return "Een reden hoort alleen bij een examen zonder resultaat."


TOETSEN: tuple[Toets, ...] = (
    melding(
        _AANBOD,
        "verwacht_begin",
        AANBOD,
        "de opleiding begint niet voor het aanbod",
        _begin_voor_aanbod,
    ),
    melding(
        _AANBOD,
        "aangeboden_op",
        AANBOD,
        "een lopend aanbod per instelling",
        _al_bij_deze_aanbieder,
    ),
    melding(
        _AANBOD,
        "leerroute",
        AANBOD,
        "onderwijsroute bij een erkende taalschakelinstelling",
        _geen_taalschakelinstelling,
    ),
    melding(
        _AANBOD,
        "leerroute",
        AANBOD,
        "een taalschakelinstelling alleen voor de onderwijsroute",
        _taalschakelinstelling_voor_een_andere_route,
    ),
    Toets(
        _RESULTAAT,
        "id",
        RESULTAAT,
        "niet na voldoen via de Z-route",
        _voldaan_via_z_route,
    ),
    Toets(
        _RESULTAAT,
        "verwijtbaar",
        RESULTAAT,
        "niet verwijtbaar alleen kort na het einde",
        _nee_na_twee_maanden,
    ),
    *(
        melding(
            (h,),
            "verwijtbaar",
            RESULTAAT,
            "na die tijd leeg, en DUO gebeld",
            partial(_verwijt_leeg, veld),
        )
        for h, veld in (
            (H.PVT_ONDERTEKENEN, "ondertekend_op"),
            (H.MAP_AFRONDEN, "eindgesprek_op"),
        )
    ),
    melding(
        (H.UREN_VASTLEGGEN,),
        "uren",
        UREN,
        "niet meer uren dan DUO bewaart",
        _meer_dan_duo_bewaart,
    ),
    botst(
        (H.EXAMEN_VASTLEGGEN,),
        "niveau",
        EXAMEN,
        "een niveau dat een examen heeft",
        _geen_examenniveau,
    ),
    botst(
        (H.EXAMEN_VASTLEGGEN,),
        "reden",
        EXAMEN,
        "een reden alleen zonder resultaat",
        _reden_bij_uitslag,
    ),
)
TEGENSTRIJDIGHEDEN = (_z_route_zonder(Onderdeel.PVT), _z_route_zonder(Onderdeel.MAP))
