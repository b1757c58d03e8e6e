"""De drie leerroutes: welke onderdelen, op welk niveau, en wat een PIP mag zeggen.

Artikelen: Wi2021 art. 6-9 en 17 lid 3; Besluit art. 3.1-3.4, 3.14 en 5.5; de controles
van DUO op een PIP (SDI014).

Weggelaten: de vrijwillige examens in de Z-route (Besluit art. 3.14 lid 7) tellen niet
mee voor de plicht; de uren van de onderwijsroute zijn een richtgetal zonder artikel.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from inburgering.wet.begrippen import (
    EXAMENONDERDELEN,
    TAALONDERDELEN,
    Doelgroep,
    DUOBesluitsoort,
    Examenresultaat,
    Leerroute,
    Niveau,
    Onderdeel,
    RedenGeenResultaat,
    Urensoort,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import (
    PIP,
    DUOBesluit,
    Examenuitslag,
    GevolgdeUren,
    Instelling,
)
from inburgering.wet.parameters import Parameter, parameter
from inburgering.wet.uitkomst import Gebruikt, Onderdeelstand


A, B = Zekerheid.A, Zekerheid.B
NIVEAUVOLGORDE: Mapping[str, int] = {niveau: rang for rang, niveau in enumerate(Niveau)}

# Welke uren waarvoor meetellen (DUO, GevolgdeUren; Besluit art. 3.14): taaluren uit de
# intake niet, participatie uit de intake wel, uren van een eerdere leerroute ook. Voor
# participatie tellen ook maatschappelijke begeleiding en wat de Participatiewet vraagt.
TELT_BRON = Bron("Besluit", "3.14", A, "en DUO, GevolgdeUren")
TELT_VOOR_TAAL = frozenset({Urensoort.TAAL, Urensoort.KNM})
# Lessen: taal, KNM, en de andere vakken van de onderwijsroute.
LESUREN = TELT_VOOR_TAAL | {Urensoort.VAKKEN}
TELT_VOOR_AFSCHALEN = frozenset({Urensoort.TAAL})
TELT_VOOR_PARTICIPATIE = frozenset(
    {
        Urensoort.PARTICIPATIE,
        Urensoort.INTAKE_PARTICIPATIE,
        Urensoort.BEGELEIDING,
        Urensoort.PARTICIPATIEWET,
    }
)

# De drie totalen die DUO bijhoudt (GevolgdeUren 1.0.0); elke soort hoort bij een ervan. In
# de onderwijsroute zijn dat alle lesuren, ook van de vakken die iemand nog mist: die tellen
# bij DUO mee, en nooit voor de uren van de Z-route of voor afschalen.
DUO_TOTALEN: Mapping[str, frozenset[Urensoort]] = {
    "bredeintake/taallesknm": frozenset({Urensoort.INTAKE_TAAL_KNM}),
    "participatieactiviteiten": TELT_VOOR_PARTICIPATIE,
    "participatietaalles": LESUREN,
}


def duo_totaal(soort: Urensoort) -> frozenset[Urensoort]:
    """De soorten uren die bij DUO met deze soort in een totaal staan."""
    return next(soorten for soorten in DUO_TOTALEN.values() if soort in soorten)


@dataclass(frozen=True)
class Eis:
    """Een onderdeel dat bij een leerroute hoort; ``groep`` None is voor iedereen."""

    leerroute: Leerroute
    onderdeel: Onderdeel
    bron: Bron
    niveau: Niveau | None = None
    groep: Doelgroep | None = None


def _wi(artikel: str, zekerheid: Zekerheid = B) -> Bron:
    return Bron("Wi2021", artikel, zekerheid)


_TAAL_B1 = Bron("Wi2021", "7; Besluit art. 3.3", A)
_Z = Bron("Besluit", "3.14", B)

EISEN: tuple[Eis, ...] = (
    *(Eis(Leerroute.B1, deel, _TAAL_B1, Niveau.B1) for deel in TAALONDERDELEN),
    Eis(Leerroute.B1, Onderdeel.KNM, Bron("Wi2021", "7; Besluit art. 3.4", A)),
    Eis(Leerroute.B1, Onderdeel.PVT, _wi("6")),
    Eis(Leerroute.B1, Onderdeel.MAP, _wi("6")),
    Eis(Leerroute.ONDERWIJS, Onderdeel.TAALSCHAKELTRAJECT, _wi("8")),
    *(Eis(Leerroute.ONDERWIJS, deel, _wi("8"), Niveau.B1) for deel in TAALONDERDELEN),
    Eis(Leerroute.ONDERWIJS, Onderdeel.KNM, _wi("8")),
    Eis(Leerroute.ONDERWIJS, Onderdeel.PVT, _wi("6")),
    Eis(Leerroute.Z, Onderdeel.TAALUREN, _Z),
    Eis(
        Leerroute.Z,
        Onderdeel.PARTICIPATIE_UREN,
        _Z,
        groep=Doelgroep.ASIELSTATUSHOUDER,
    ),
    Eis(Leerroute.Z, Onderdeel.PVT, _wi("6")),
    Eis(Leerroute.Z, Onderdeel.MAP, _wi("6")),
    Eis(Leerroute.Z, Onderdeel.EINDGESPREK_Z, Bron("Besluit", "3.14", A)),
)


def eisen(leerroute: Leerroute, doelgroep: Doelgroep) -> tuple[Eis, ...]:
    """Wat iemand uit deze groep in deze leerroute moet doen."""
    return _EISEN[leerroute, doelgroep]


_EISEN: Mapping[tuple[str, str], tuple[Eis, ...]] = {
    (route, groep): tuple(
        eis for eis in EISEN if eis.leerroute == route and eis.groep in (None, groep)
    )
    for route in Leerroute
    for groep in Doelgroep
}


def heeft_onderdeel(leerroute: Leerroute, onderdeel: Onderdeel) -> bool:
    """Of dit onderdeel (voor wie dan ook) bij de leerroute hoort."""
    return any(e.leerroute == leerroute and e.onderdeel == onderdeel for e in EISEN)


def vereist_niveau(eis: Eis, pip: PIP) -> Niveau | None:
    """Het niveau dat het PIP vraagt, of anders dat van de leerroute.

    Hoger dan dat van de leerroute vraagt de plicht nooit: een PIP van elders met B2 noemt
    een doel, en wie B1 haalt, heeft het onderdeel.
    """
    if eis.niveau is None:
        return None
    gevraagd = Niveau(pip.niveaus.get(eis.onderdeel) or eis.niveau)
    return eis.niveau if haalt(gevraagd, eis.niveau) else gevraagd


def haalt(behaald: Niveau | None, nodig: Niveau | None) -> bool:
    """Of een niveau hoog genoeg is; geen niveau gevraagd is altijd genoeg."""
    if nodig is None:
        return True
    return behaald is not None and NIVEAUVOLGORDE[behaald] >= NIVEAUVOLGORDE[nodig]


# --- Uren -----------------------------------------------------------------------------


def getelde_uren(uren: Iterable[GevolgdeUren], soorten: frozenset[Urensoort]) -> int:
    """Het aantal gevolgde uren van deze soorten."""
    return sum(rij.uren for rij in uren if rij.soort in soorten)


def uren_voor_afschalen(uren: Iterable[GevolgdeUren]) -> int:
    """Taaluren bij een school met keurmerk, die tellen voor afschalen (Besluit 5.5)."""
    return getelde_uren((u for u in uren if u.met_keurmerk), TELT_VOOR_AFSCHALEN)


def uren_bereikt_op(
    uren: Iterable[GevolgdeUren], soorten: frozenset[Urensoort], nodig: int
) -> date | None:
    """De dag waarop het aantal uren is gehaald: het einde van dat tijdvak."""
    totaal = 0
    for rij in sorted(uren, key=lambda u: u.tot_en_met):
        if rij.soort in soorten:
            totaal += rij.uren
            if totaal >= nodig:
                return rij.tot_en_met
    return None


# --- De stand van een onderdeel -------------------------------------------------------

NIVEAU = "Niveau dat het PIP vraagt"
BESLUIT = "Besluit van DUO"
INGANG = "Ingang van het besluit"
NOG_NIETS: tuple[Gebruikt, ...] = (("Vastgelegd", "nog niets"),)


@dataclass(frozen=True, slots=True)
class Verricht:
    """Wat iemand tot de peildatum heeft gedaan, voor het tellen van onderdelen."""

    pip: PIP
    doelgroep: Doelgroep
    peildatum: date
    uren: tuple[GevolgdeUren, ...]
    examens: tuple[Examenuitslag, ...]
    duo_besluiten: tuple[DUOBesluit, ...]
    pvt_ondertekend_op: date | None
    pvt_begonnen_op: date | None
    map_eindgesprek_op: date | None
    map_begonnen_op: date | None
    z_afgerond_op: date | None
    instellingen: tuple[Instelling, ...] = ()


VAN_ONDERDEEL = {
    DUOBesluitsoort.VRIJSTELLING_GEDEELTELIJK: "vrijstelling van DUO",
    DUOBesluitsoort.ONTHEFFING_GEDEELTELIJK: "ontheffing van DUO",
}


def ingangsdag(besluit: DUOBesluit) -> date:
    """De dag waarop een besluit van DUO werkt."""
    return besluit.ingang or besluit.besloten_op


def _besluit_over(eis: Eis, nodig: Niveau | None, v: Verricht) -> DUOBesluit | None:
    """Het besluit van DUO dat dit onderdeel uit de plicht haalt (art. 4 en 5)."""
    for besluit in v.duo_besluiten:
        if besluit.soort not in VAN_ONDERDEEL or besluit.onderdeel != eis.onderdeel:
            continue
        if ingangsdag(besluit) > v.peildatum:
            continue
        if besluit.maximum_uren is not None:
            continue
        if besluit.niveau is None or haalt(besluit.niveau, nodig):
            return besluit
    return None


GEEN_POGING = (RedenGeenResultaat.AFGEMELD, RedenGeenResultaat.NIET_VERWIJTBAAR)


def is_poging(uitslag: Examenuitslag) -> bool:
    """Of dit als poging telt: wie zich afmeldt of niets te verwijten is, deed er geen."""
    return uitslag.resultaat != Examenresultaat.GEEN or uitslag.reden not in GEEN_POGING


def _examen(eis: Eis, v: Verricht) -> Onderdeelstand:
    nodig = vereist_niveau(eis, v.pip)
    eigen = [u for u in v.examens if u.onderdeel == eis.onderdeel]
    geslaagd = (
        u
        for u in eigen
        if u.resultaat == Examenresultaat.GESLAAGD and haalt(u.niveau, nodig)
    )
    gehaald = min(geslaagd, key=lambda u: u.afgelegd_op, default=None)
    pogingen = sum(map(is_poging, eigen))
    hoe = _hoe_examen(nodig, gehaald, pogingen)
    op = gehaald.afgelegd_op if gehaald else None
    gebruikt: tuple[Gebruikt, ...] = ((NIVEAU, nodig),) if nodig else ()
    if gehaald is not None:
        gebruikt = (*gebruikt, ("Examen gehaald", gehaald.afgelegd_op))
    elif eigen:
        gebruikt = (*gebruikt, ("Laatste poging", max(u.afgelegd_op for u in eigen)))
    return Onderdeelstand(
        eis.onderdeel,
        nodig,
        op,
        hoe,
        eis.bron,
        pogingen=pogingen,
        gebruikt=gebruikt or NOG_NIETS,
    )


def _hoe_examen(
    nodig: Niveau | None, gehaald: Examenuitslag | None, pogingen: int
) -> str:
    if gehaald is not None:
        return f"gehaald op {gehaald.niveau}" if gehaald.niveau else "gehaald"
    op_niveau = f" op {nodig}" if nodig else ""
    if not pogingen:
        return f"nog niet gehaald{op_niveau}"
    keer = "poging" if pogingen == 1 else "pogingen"
    return f"nog niet gehaald{op_niveau}, {pogingen} {keer}"


def _dagen(
    eerste: str, begin: date | None, tweede: str, einde: date | None
) -> tuple[Gebruikt, ...]:
    """De een of twee dagen die bekend zijn."""
    if begin is None:
        return ((tweede, einde),) if einde is not None else NOG_NIETS
    return ((eerste, begin), (tweede, einde)) if einde else ((eerste, begin),)


def _pvt(eis: Eis, v: Verricht) -> Onderdeelstand:
    if v.pvt_ondertekend_op:
        hoe = "participatieverklaring ondertekend"
    else:
        hoe = "begonnen" if v.pvt_begonnen_op else "nog niet begonnen"
    gebruikt = _dagen(
        "Begonnen", v.pvt_begonnen_op, "Ondertekend", v.pvt_ondertekend_op
    )
    return Onderdeelstand(
        eis.onderdeel, None, v.pvt_ondertekend_op, hoe, eis.bron, gebruikt=gebruikt
    )


def _map(eis: Eis, v: Verricht) -> Onderdeelstand:
    if v.map_eindgesprek_op:
        hoe = "eindgesprek gevoerd"
    else:
        hoe = "begonnen" if v.map_begonnen_op else "nog niet begonnen"
    gebruikt = _dagen(
        "Begonnen", v.map_begonnen_op, "Eindgesprek", v.map_eindgesprek_op
    )
    return Onderdeelstand(
        eis.onderdeel, None, v.map_eindgesprek_op, hoe, eis.bron, gebruikt=gebruikt
    )


def _eindgesprek_z(eis: Eis, v: Verricht) -> Onderdeelstand:
    hoe = "Z-route afgerond" if v.z_afgerond_op else "eindgesprek nog niet gevoerd"
    gebruikt = (("Eindgesprek", v.z_afgerond_op),) if v.z_afgerond_op else NOG_NIETS
    return Onderdeelstand(
        eis.onderdeel, None, v.z_afgerond_op, hoe, eis.bron, gebruikt=gebruikt
    )


def _in_uren(
    eis: Eis, v: Verricht, soorten: frozenset[Urensoort], nodig: int
) -> Onderdeelstand:
    bereikt = getelde_uren(v.uren, soorten)
    return Onderdeelstand(
        eis.onderdeel,
        None,
        uren_bereikt_op(v.uren, soorten, nodig),
        f"{bereikt} van {nodig} uur",
        eis.bron,
        bereikt=bereikt,
        nodig=nodig,
        gebruikt=(("Uren die meetellen", bereikt), ("Uren die nodig zijn", nodig)),
    )


def _taaluren(eis: Eis, v: Verricht) -> Onderdeelstand:
    nodig = parameter("z_taaluren", v.peildatum, v.instellingen).waarde
    return _in_uren(eis, v, TELT_VOOR_TAAL, nodig)


def grenzen_participatie(
    besluiten: Iterable[DUOBesluit], peildatum: date
) -> tuple[DUOBesluit, ...]:
    """De besluiten die al werken over hoeveel uur participatie iemand aankan.

    Alleen een gedeeltelijke ontheffing zegt dat; een afwijzing met een getal erbij niet.
    Van oud naar nieuw: het laatste geldt.
    """
    gevonden = [
        b
        for b in besluiten
        if b.soort == DUOBesluitsoort.ONTHEFFING_GEDEELTELIJK
        and b.maximum_uren is not None
        and ingangsdag(b) <= peildatum
    ]
    return tuple(sorted(gevonden, key=lambda b: (b.besloten_op, b.id)))


def _participatie_op(v: Verricht, nodig: int, geldt: int) -> date | None:
    """De dag waarop de uren genoeg waren: nooit voor het besluit dat ze genoeg maakte.

    Wie toen al meer had dan nu wordt gevraagd, had ze op die eerdere dag.
    """
    gevraagd = [
        (nodig, date.min),
        *(
            (min(nodig, b.maximum_uren or 0), ingangsdag(b))
            for b in grenzen_participatie(v.duo_besluiten, v.peildatum)
        ),
    ]
    dagen = []
    for uren, vanaf in gevraagd:
        bereikt = vanaf
        if uren:
            bereikt = uren_bereikt_op(v.uren, TELT_VOOR_PARTICIPATIE, uren) or date.max
        if uren >= geldt and bereikt < date.max:
            dagen.append(max(bereikt, vanaf))
    return min(dagen, default=None)


def _participatie_uren(eis: Eis, v: Verricht) -> Onderdeelstand:
    nodig = parameter("z_participatie_uren", v.peildatum, v.instellingen).waarde
    grenzen = grenzen_participatie(v.duo_besluiten, v.peildatum)
    if not grenzen:
        return _in_uren(eis, v, TELT_VOOR_PARTICIPATIE, nodig)
    besluit = grenzen[-1]
    geldt = min(nodig, besluit.maximum_uren or 0)
    op, gebruikt = _participatie_op(v, nodig, geldt), ((BESLUIT, besluit.besloten_op),)
    if not geldt:
        hoe = "ontheffing van DUO: kan niet deelnemen"
        return Onderdeelstand(
            eis.onderdeel, None, op, hoe, eis.bron, 0, 0, gebruikt=gebruikt
        )
    stand = _in_uren(eis, v, TELT_VOOR_PARTICIPATIE, geldt)
    return replace(stand, gehaald_op=op, gebruikt=(*stand.gebruikt, *gebruikt))


TELLERS: Mapping[str, Callable[[Eis, Verricht], Onderdeelstand]] = {
    **dict.fromkeys(EXAMENONDERDELEN, _examen),
    Onderdeel.TAALSCHAKELTRAJECT: _examen,
    Onderdeel.PVT: _pvt,
    Onderdeel.MAP: _map,
    Onderdeel.EINDGESPREK_Z: _eindgesprek_z,
    Onderdeel.TAALUREN: _taaluren,
    Onderdeel.PARTICIPATIE_UREN: _participatie_uren,
}


def onderdeelstand(eis: Eis, v: Verricht) -> Onderdeelstand:
    """Hoe een onderdeel ervoor staat: van DUO gekregen, zelf gehaald, of nog open."""
    if v.duo_besluiten:
        nodig = vereist_niveau(eis, v.pip)
        besluit = _besluit_over(eis, nodig, v)
        if besluit is not None:
            hoe = VAN_ONDERDEEL[besluit.soort]
            bron = Bron("DUO", "", A)
            op = ingangsdag(besluit)
            gebruikt: tuple[Gebruikt, ...] = ((BESLUIT, besluit.besloten_op),)
            if op != besluit.besloten_op:
                gebruikt = (*gebruikt, (INGANG, op))
            return Onderdeelstand(
                eis.onderdeel, nodig, op, hoe, bron, gebruikt=gebruikt
            )
    return TELLERS[eis.onderdeel](eis, v)


def onderdelen(v: Verricht) -> tuple[Onderdeelstand, ...]:
    """Alle onderdelen van de leerroute van dit PIP."""
    return tuple(onderdeelstand(eis, v) for eis in eisen(v.pip.leerroute, v.doelgroep))


# --- Wat een PIP mag zeggen (DUO, SDI014) ---------------------------------------------

DUO_PIP = Bron("DUO", "PIP", A, "controle van DUO op een PIP")
AFSCHALEN = Bron("Wi2021", "17 lid 3; Besluit art. 5.5", B)


@dataclass(frozen=True, slots=True)
class Keuzes:
    """Wat een (concept-)PIP kiest, met wat nodig is om dat te beoordelen.

    ``al_lager`` zijn de onderdelen waarvoor het PIP dat geldt al A2 vraagt: wie dat laat
    staan, schaalt niet af. Zo kan een nieuwe gemeente verder met wat de vorige besloot.
    """

    leerroute: Leerroute
    niveaus: Mapping[str, str]
    intensiteit: int | None
    afschalen_reden: str
    afschalen_inspanning: str
    doelgroep: Doelgroep
    eerste: bool
    uren_met_keurmerk: int
    peildatum: date
    instellingen: tuple[Instelling, ...] = ()
    al_lager: frozenset[str] = frozenset()

    def regel(self, naam: str) -> Parameter:
        """De rij van dit getal op de peildatum, of wat de gemeente instelde."""
        return parameter(naam, self.peildatum, self.instellingen)

    def kiest(self, *niveaus: Niveau) -> bool:
        """Of een van deze niveaus voor een taalonderdeel is gekozen."""
        return any(gekozen in niveaus for gekozen in self.niveaus.values())

    @property
    def schaalt_af(self) -> bool:
        """Of dit PIP in de B1-route A2 vraagt waar dat nog geen A2 was."""
        if self.leerroute != Leerroute.B1:
            return False
        lager = {deel for deel, niveau in self.niveaus.items() if niveau == Niveau.A2}
        return bool(lager - self.al_lager)


@dataclass(frozen=True)
class PIPRegel:
    """Iets wat een PIP niet mag zeggen, met wat men dan doet."""

    betekenis: str
    veld: str
    bron: Bron
    overtreden: Callable[[Keuzes], bool]
    reden: str


def _te_weinig_uren(k: Keuzes) -> bool:
    nodig = k.regel("afschalen_uren").waarde
    return k.schaalt_af and k.uren_met_keurmerk < nodig


PIP_REGELS: tuple[PIPRegel, ...] = (
    PIPRegel(
        "niveau alleen bij een taalonderdeel",
        "niveaus",
        DUO_PIP,
        lambda k: not set(k.niveaus) <= set(TAALONDERDELEN),
        "Een niveau hoort alleen bij lezen, luisteren, schrijven en spreken.",
    ),
    PIPRegel(
        "geen A2 in de onderwijsroute",
        "niveaus",
        DUO_PIP,
        lambda k: k.leerroute == Leerroute.ONDERWIJS and k.kiest(Niveau.A1, Niveau.A2),
        "In de onderwijsroute is het niveau B1 of hoger. Kies B1, of kies de B1-route.",
    ),
    PIPRegel(
        "geen B1 in de Z-route",
        "niveaus",
        DUO_PIP,
        lambda k: k.leerroute == Leerroute.Z and k.kiest(Niveau.B1, Niveau.B2),
        "B1 hoort niet bij de Z-route. Laat het niveau leeg, of kies de B1-route.",
    ),
    PIPRegel(
        "niet lager dan A2 in de B1-route",
        "niveaus",
        DUO_PIP,
        lambda k: k.leerroute == Leerroute.B1 and k.kiest(Niveau.A1),
        "In de B1-route is A2 het laagste niveau. Kies B1 of A2, of kies de Z-route.",
    ),
    PIPRegel(
        "niet hoger dan B1",
        "niveaus",
        DUO_PIP,
        lambda k: k.leerroute != Leerroute.Z and k.kiest(Niveau.B2),
        "De plicht vraagt hoogstens B1; DUO kent geen hoger niveau in een PIP. Laat het "
        "niveau leeg, en schrijf B2 op als doel: examen doen op B2 mag.",
    ),
    PIPRegel(
        "geen A2 op het eerste PIP",
        "niveaus",
        DUO_PIP,
        lambda k: k.schaalt_af and k.eerste,
        "Op het eerste PIP met de B1-route kan geen A2 staan. Kies B1; afschalen kan "
        "later met een gewijzigd PIP.",
    ),
    PIPRegel(
        "genoeg taaluren voor afschalen",
        "niveaus",
        AFSCHALEN,
        lambda k: not k.eerste and _te_weinig_uren(k),
        "Afschalen naar A2 kan pas na {nodig} taaluren bij een school met keurmerk; er "
        "zijn er {uren} vastgelegd. Leg eerst de gevolgde uren vast.",
    ),
    PIPRegel(
        "reden bij afschalen",
        "afschalen_reden",
        AFSCHALEN,
        lambda k: k.schaalt_af and not k.eerste and not k.afschalen_reden.strip(),
        "Schrijf op waarom B1 binnen de termijn niet haalbaar is.",
    ),
    PIPRegel(
        "inspanning bij afschalen",
        "afschalen_inspanning",
        AFSCHALEN,
        lambda k: k.schaalt_af and not k.eerste and not k.afschalen_inspanning.strip(),
        "Schrijf op welke inspanning is geleverd, en waaruit dat blijkt.",
    ),
    PIPRegel(
        "intensiteit alleen in de B1-route",
        "intensiteit",
        DUO_PIP,
        lambda k: k.intensiteit is not None and k.leerroute != Leerroute.B1,
        "De geschatte uren horen alleen bij de B1-route. Laat dit veld leeg.",
    ),
    PIPRegel(
        "intensiteit alleen bij asielstatushouders",
        "intensiteit",
        DUO_PIP,
        lambda k: (
            k.intensiteit is not None and k.doelgroep != Doelgroep.ASIELSTATUSHOUDER
        ),
        "De geschatte uren horen alleen bij asielstatushouders. Laat dit veld leeg.",
    ),
)


def pip_overtredingen(k: Keuzes) -> tuple[tuple[PIPRegel, str], ...]:
    """De regels die dit PIP overtreedt, met de reden in gewone taal."""
    nodig = k.regel("afschalen_uren").waarde
    return tuple(
        (regel, regel.reden.format(nodig=nodig, uren=k.uren_met_keurmerk))
        for regel in PIP_REGELS
        if regel.overtreden(k)
    )
