"""Waarom DUO de inburgeringstermijn kan verlengen, en hoe een traject ervoor staat.

Artikelen: Wi2021 art. 12; Besluit art. 4.1, 4.3, 4.4 en 4.5; Regeling art. 4.1 en 4.2.

DUO beslist: ``uitzicht`` zegt per grond welke voorwaarden vervuld zijn, welke niet, en wat
hier niet bekend is. Over dezelfde tijd wordt eenmaal verlengd, ook bij meer gronden (niet
bevestigd); een verlenging omdat iemand niets te verwijten is, kan nog eens (art. 4.5). De
lengte staat er alleen waar zij gevonden is: van de meeste gronden is zij dat niet.

Weggelaten: hoe lang iemand ziek of dakloos was en wie er overleed. Dat vraagt DUO zelf;
hier wordt het niet vastgelegd.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from inburgering.wet.begrippen import (
    TAALONDERDELEN,
    Alfabetisering,
    Doelgroep,
    DUOBesluitsoort,
    Examenresultaat,
    Leerroute,
    Onderdeel,
    Trajectstatus,
    Urensoort,
    Verblijfsituatie,
    Verlengingsgrond,
    Verlengwijze,
    Voldoet,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Feiten, Inburgeraar, Traject
from inburgering.wet.kalender import plus_maanden
from inburgering.wet.leerroutes import TELT_VOOR_TAAL, getelde_uren
from inburgering.wet.looptijd import (
    inburgeringstermijn,
    staat_stil_zonder_einde,
    verlenging_vragen,
)
from inburgering.wet.moment import Moment, moment
from inburgering.wet.parameters import IN_WERKING, INGANG_2022, WIJZIGING_2022
from inburgering.wet.regels import nl


A, B, C, D = Zekerheid.A, Zekerheid.B, Zekerheid.C, Zekerheid.D
G, W = Verlengingsgrond, Verlengwijze


@dataclass(frozen=True, slots=True)
class Verlengingseis:
    """Een voorwaarde van een grond, of zij is vervuld, en aan welk feit dat te zien is."""

    voorwaarde: str
    voldoet: Voldoet
    feit: str


Toetssteen = Callable[[Moment], Verlengingseis]


def _ja_nee(voorwaarde: str, vervuld: bool, feit: str) -> Verlengingseis:
    return Verlengingseis(voorwaarde, Voldoet.JA if vervuld else Voldoet.NEE, feit)


def _onbekend(voorwaarde: str, feit: str) -> Verlengingseis:
    return Verlengingseis(voorwaarde, Voldoet.ONBEKEND, feit)


# --- Voorwaarden van meer gronden -----------------------------------------------------


def _in_het_laatste_half_jaar(m: Moment) -> Verlengingseis:
    venster, wat = (
        verlenging_vragen(m),
        "gevraagd in het laatste half jaar van de termijn",
    )
    if venster is None:
        waarom = "er is nog geen PIP vastgesteld"
        if staat_stil_zonder_einde(m):
            waarom = "de termijn staat stil, het einde is niet bekend"
        return _onbekend(wat, waarom)
    return _ja_nee(
        wat,
        venster.begin <= m.peildatum <= venster.uiterlijk,
        f"dat kan van {nl(venster.begin)} tot en met {nl(venster.uiterlijk)}",
    )


def _nog_niet_op_deze_grond(grond: Verlengingsgrond) -> Toetssteen:
    def eis(m: Moment) -> Verlengingseis:
        wat = "nog niet eerder verlengd op deze grond"
        eerder = [
            b.besloten_op
            for b in m.feiten.duo_besluiten
            if b.soort == DUOBesluitsoort.VERLENGING and b.grond == grond
        ]
        if not eerder:
            return _ja_nee(wat, True, "geen eerder besluit van DUO bekend")
        return _onbekend(
            wat,
            f"DUO verlengde al op {nl(eerder[-1])}; of het nog eens kan is niet bevestigd",
        )

    return eis


def _bij_duo(voorwaarde: str) -> Toetssteen:
    return lambda m: _onbekend(voorwaarde, "dit beoordeelt DUO; hier staat het niet")


# --- Alfabetisering, opleiding, aanbod --------------------------------------------------


def _alfabetisering(m: Moment) -> Verlengingseis:
    wat = "alfabetiseringsonderwijs in het PIP"
    if m.pip is None:
        return _onbekend(wat, "er is nog geen PIP vastgesteld")
    soort = m.pip.alfabetisering
    return _ja_nee(
        wat, soort != Alfabetisering.NIET_VAN_TOEPASSING, f"PIP: {soort.label.lower()}"
    )


def _opleiding(m: Moment) -> Verlengingseis:
    wat = "volgde een opleiding die niet vrijstelt"
    if m.pip is None:
        return _onbekend(wat, "er is nog geen PIP vastgesteld")
    if m.pip.mag_opleiding_afmaken:
        return _ja_nee(wat, True, "PIP: mag opleiding afmaken: ja")
    return _onbekend(wat, "PIP: mag opleiding afmaken: nee; een andere kan ook tellen")


def _aanbod_laat(m: Moment) -> Verlengingseis:
    wat = "de gemeente was te laat met het inburgeringsaanbod"
    if m.traject.doelgroep != Doelgroep.ASIELSTATUSHOUDER:
        return _ja_nee(wat, False, "het aanbod is er alleen voor asielstatushouders")
    if m.eerste_dagtekening is None:
        return _onbekend(wat, "er is nog geen PIP vastgesteld")
    weken = m.regel_vanaf("aanbod_weken", m.eerste_dagtekening).waarde
    gedaan = min((a.aangeboden_op for a in m.feiten.aanbod), default=None)
    verstreken = ((gedaan or m.peildatum) - m.eerste_dagtekening).days
    feit = f"aanbod op {nl(gedaan)}" if gedaan else "nog geen aanbod gedaan"
    planning = "later dan" if verstreken > 7 * weken else "binnen"
    # Wanneer een aanbod te laat is, zegt de wet niet: de planning is van onszelf.
    return _onbekend(
        wat,
        f"{feit}, {planning} de eigen planning van {weken} weken; DUO beoordeelt dit",
    )


# --- Veel inspanning ------------------------------------------------------------------


def _b1_route(m: Moment) -> Verlengingseis:
    if m.leerroute is None:
        return _onbekend("volgt de B1-route", "er is nog geen PIP vastgesteld")
    return _ja_nee("volgt de B1-route", m.leerroute == Leerroute.B1, m.leerroute.label)


def _taalexamens(m: Moment) -> Verlengingseis:
    nodig = m.regel("verlenging_inspanning_examens").waarde
    gehaald = [
        o.onderdeel.label.lower()
        for o in m.onderdelen
        if o.onderdeel in TAALONDERDELEN and o.gehaald
    ]
    return _ja_nee(
        f"{nodig} van de 4 taalexamens gehaald op het niveau van het PIP",
        len(gehaald) >= nodig,
        ", ".join(gehaald) or "nog geen taalexamen gehaald",
    )


def _knm(m: Moment) -> Verlengingseis:
    op = min(
        (
            e.afgelegd_op
            for e in m.feiten.examens
            if e.onderdeel == Onderdeel.KNM and e.resultaat == Examenresultaat.GESLAAGD
        ),
        default=None,
    )
    feit = f"gehaald op {nl(op)}" if op else "nog niet gehaald"
    return _ja_nee("KNM gehaald", op is not None, feit)


def _pvt_en_map(m: Moment) -> Verlengingseis:
    klaar = [o for o in m.onderdelen if o.onderdeel in (Onderdeel.PVT, Onderdeel.MAP)]
    open_ = [o.onderdeel.label for o in klaar if not o.gehaald]
    return _ja_nee(
        "PVT en MAP afgerond",
        bool(klaar) and not open_,
        f"nog open: {', '.join(open_)}" if open_ else "beide afgerond",
    )


def _looptijd(m: Moment) -> Verlengingseis:
    maanden = m.regel("verlenging_inspanning_looptijd_maanden").waarde
    wat = f"de termijn loopt ten minste {maanden} maanden"
    heel = inburgeringstermijn(m)
    if heel is None:
        return _onbekend(wat, "van de termijn is geen begin of einde bekend")
    vanaf = plus_maanden(heel.begin, maanden)
    return _ja_nee(wat, m.peildatum >= vanaf, f"dat is zo vanaf {nl(vanaf)}")


def _alle_lessen(m: Moment) -> Verlengingseis:
    wat = "alle lessen uit het PIP en de KNM-lessen gevolgd"
    geschat = m.pip.intensiteit if m.pip else None
    gevolgd = getelde_uren(m.feiten.uren, TELT_VOOR_TAAL)
    if geschat is None:
        return _onbekend(wat, f"{gevolgd} uur gevolgd; het PIP noemt geen aantal uren")
    return _ja_nee(wat, gevolgd >= geschat, f"{gevolgd} van {geschat} uur")


def _met_keurmerk(m: Moment, soort: Urensoort) -> int:
    rijen = (u for u in m.feiten.uren if u.met_keurmerk)
    return getelde_uren(rijen, frozenset({soort}))


def _cursusuren(m: Moment) -> Verlengingseis:
    nodig = m.regel("verlenging_inspanning_uren_gezin").waarde
    gevolgd = _met_keurmerk(m, Urensoort.TAAL)
    return _ja_nee(
        f"{nodig} cursusuren bij een school met keurmerk",
        gevolgd >= nodig,
        f"{gevolgd} van {nodig} uur",
    )


def _knm_lessen(m: Moment) -> Verlengingseis:
    wat = "KNM-lessen gevolgd bij een school met keurmerk"
    gevolgd = _met_keurmerk(m, Urensoort.KNM)
    if gevolgd == 0:
        return _onbekend(wat, "er zijn geen KNM-uren vastgelegd")
    return _onbekend(wat, f"{gevolgd} uur; hoeveel er nodig zijn is niet bevestigd")


# Per groep: de asielstatushouder volgt wat het PIP zegt, een ander een aantal uren.
LESSEN: Mapping[Doelgroep, tuple[Toetssteen, ...]] = {
    Doelgroep.ASIELSTATUSHOUDER: (_alle_lessen,),
    Doelgroep.GEZINSMIGRANT: (_cursusuren, _knm_lessen),
}

# --- De gronden -----------------------------------------------------------------------


@dataclass(frozen=True)
class Verlengingsregel:
    """Een grond: hoe, op welke voorwaarden, hoe lang (een getal van de wet, of "")."""

    grond: Verlengingsgrond
    wijze: Verlengwijze
    bron: Bron
    eisen: tuple[Toetssteen, ...]
    lessen: Mapping[Doelgroep, tuple[Toetssteen, ...]] | None = None
    duur: str = ""
    herhaalbaar: bool = True
    geldig_vanaf: date = IN_WERKING
    geldig_tot: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Of deze grond op die dag bestaat."""
        return self.geldig_vanaf <= dag and (
            self.geldig_tot is None or dag < self.geldig_tot
        )


_GEEN_VERWIJT = Bron("Besluit", "4.3; Regeling art. 4.1", B)
_LAATSTE = _in_het_laatste_half_jaar


def _geen_verwijt(
    grond: Verlengingsgrond, wat: str, duur: str = ""
) -> Verlengingsregel:
    """Een grond waarvan alleen DUO de omstandigheid kent."""
    return Verlengingsregel(
        grond, W.OP_VERZOEK, _GEEN_VERWIJT, (_bij_duo(wat), _LAATSTE), duur=duur
    )


VERLENGINGSGRONDEN: tuple[Verlengingsregel, ...] = (
    Verlengingsregel(
        G.ALFABETISERING,
        W.OP_VERZOEK,
        Bron("Besluit", "4.4", B, "de lengte is niet gevonden"),
        (_alfabetisering, _nog_niet_op_deze_grond(G.ALFABETISERING), _LAATSTE),
        herhaalbaar=False,
    ),
    Verlengingsregel(
        G.OPLEIDING,
        W.OP_VERZOEK,
        Bron("Besluit", "4.3 lid 2; Regeling art. 4.2", A, INGANG_2022),
        (_opleiding, _LAATSTE),
        geldig_vanaf=WIJZIGING_2022,
    ),
    _geen_verwijt(G.ZIEKTE, "ziekte waardoor inburgeren niet kon"),
    _geen_verwijt(G.OVERLIJDEN, "een overlijden in de familie"),
    _geen_verwijt(
        G.BEVALLING, "een bevalling tijdens de termijn", "verlenging_geboorte_weken"
    ),
    _geen_verwijt(G.DAKLOOS, "geen huis of verblijf in de maatschappelijke opvang"),
    Verlengingsregel(
        G.GEMEENTE_LAAT, W.OP_VERZOEK, _GEEN_VERWIJT, (_aanbod_laat, _LAATSTE)
    ),
    _geen_verwijt(G.SCHOOL, "problemen bij de school"),
    Verlengingsregel(
        G.INSPANNING,
        W.AMBTSHALVE,
        Bron("Besluit", "4.4", C),
        (
            _b1_route,
            _taalexamens,
            _knm,
            _pvt_en_map,
            _looptijd,
            _nog_niet_op_deze_grond(G.INSPANNING),
        ),
        lessen=LESSEN,
        duur="verlenging_inspanning_maanden",
        herhaalbaar=False,
    ),
    _geen_verwijt(G.OVERIG, "een andere reden die niet te verwijten is"),
)
AMBTSHALVE = frozenset(
    r.grond for r in VERLENGINGSGRONDEN if r.wijze is Verlengwijze.AMBTSHALVE
)


# --- Het uitzicht ---------------------------------------------------------------------

# Waar de termijn loopt of stil ligt; voor het PIP en na het einde valt niets te verlengen.
VERLENGBAAR = frozenset({Trajectstatus.LEERROUTE, Trajectstatus.OPGESCHORT})


@dataclass(frozen=True, slots=True)
class Uitzicht:
    """Hoe een traject staat tegenover een grond; ``duur`` in woorden, "" als onbekend."""

    grond: Verlengingsgrond
    wijze: Verlengwijze
    voldoet: Voldoet
    eisen: tuple[Verlengingseis, ...]
    duur: str
    herhaalbaar: bool
    bron: Bron


def _samen(eisen: tuple[Verlengingseis, ...]) -> Voldoet:
    """Een keer nee is nee; anders is een keer onbekend onbekend."""
    gevonden = {eis.voldoet for eis in eisen}
    for uitslag in (Voldoet.NEE, Voldoet.ONBEKEND):
        if uitslag in gevonden:
            return uitslag
    return Voldoet.JA


def in_woorden(m: Moment, naam: str) -> str:
    """Hoe lang een grond verlengt, met het merk als dat niet bevestigd is."""
    if not naam:
        return ""
    regel = m.regel(naam)
    merk = "" if regel.bron.zekerheid.bevestigd else " (niet bevestigd)"
    return f"{regel.waarde} {regel.eenheid}{merk}"


def _uitzicht(m: Moment, regel: Verlengingsregel) -> Uitzicht:
    stenen = regel.eisen
    if regel.lessen is not None:
        stenen += regel.lessen[m.traject.doelgroep]
    eisen = tuple(steen(m) for steen in stenen)
    return Uitzicht(
        regel.grond,
        regel.wijze,
        _samen(eisen),
        eisen,
        in_woorden(m, regel.duur),
        regel.herhaalbaar,
        regel.bron,
    )


def voorwaarden(regel: Verlengingsregel, doelgroep: Doelgroep) -> tuple[str, ...]:
    """Wat een grond van iemand uit deze groep vraagt, in woorden."""
    leeg = Feiten(
        inburgeraar=Inburgeraar(geboortedatum="0000-00-00"),
        traject=Traject(
            nummer="",
            doelgroep=doelgroep,
            verblijfsituatie=Verblijfsituatie.GEMEENTE,
            geregistreerd_op=regel.geldig_vanaf,
        ),
    )
    gevraagd = _uitzicht(moment(leeg, regel.geldig_vanaf), regel)
    return tuple(eis.voorwaarde for eis in gevraagd.eisen)


def uitzicht(feiten: Feiten, peildatum: date) -> tuple[Uitzicht, ...]:
    """Per grond die dan bestaat: welke voorwaarden vervuld zijn en welke niet."""
    m = moment(feiten, peildatum)
    return tuple(
        _uitzicht(m, regel) for regel in VERLENGINGSGRONDEN if regel.geldt_op(peildatum)
    )
