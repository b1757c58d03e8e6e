"""De feiten zoals zij op de peildatum waren, met de dagen die eruit volgen.

Wat na de peildatum gebeurde telt niet mee: een rij die later begon valt weg, een latere
gebeurtenis op een eerdere rij (afgerond, ondertekend, vastgesteld) wordt weer leeg.

Artikelen: Wi2021 art. 11 (eerste PIP), 4 en 5 (wat DUO besluit), Besluit art. 5.3
(opvang). DUO gaat voor: wat DUO besloot, bepaalt of de plicht nog loopt.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, TypeVar, cast

from inburgering.wet.begrippen import (
    Doelgroep,
    DUOBesluitsoort,
    Herkomst,
    Leerroute,
    PIPStatus,
    RedenEindePlicht,
    Trajectstatus,
    Verblijfsituatie,
    Verhuissoort,
    Volggrond,
)
from inburgering.wet.feiten import (
    MAP,
    PIP,
    PVT,
    Aanvraag,
    Afsluiting,
    Afspraak,
    Begeleiding,
    Bezwaar,
    BredeIntake,
    DUOBesluit,
    Examenaanmelding,
    Examenuitslag,
    Feit,
    Feiten,
    GevolgdeUren,
    Groepswijziging,
    Handhaving,
    Inburgeringsaanbod,
    Leerbaarheidstoets,
    Ontzorgen,
    Participatie,
    Traject,
    Verhuizing,
    Voortgangsgesprek,
    ZRouteAfronding,
)
from inburgering.wet.kalender import OnvolledigeDatum
from inburgering.wet.leerroutes import (
    EISEN,
    Eis,
    Verricht,
    eisen,
    ingangsdag,
    onderdelen,
    vereist_niveau,
)
from inburgering.wet.levensloop import Mijlpalen, toestand
from inburgering.wet.parameters import (
    Parameter,
    aow_leeftijd,
    parameter,
    parameter_vanaf,
)
from inburgering.wet.plicht import aow_bereikt_op
from inburgering.wet.uitkomst import Leerrouteperiode, Onderdeelstand


F = TypeVar("F", bound=Feit)

# Per feit: de dag waarop de rij begint, en de velden die later kunnen gebeuren met wat
# daarbij hoort ({veld: (velden die dan ook leeg worden)}).
BEGIN: Mapping[type[Feit], Callable[[Any], date | None]] = {
    BredeIntake: lambda f: f.gestart_op,
    Leerbaarheidstoets: lambda f: f.afgenomen_op or f.vastgelegd_op,
    PIP: lambda f: min(f.opgesteld_op, f.dagtekening or f.opgesteld_op),
    Inburgeringsaanbod: lambda f: f.aangeboden_op,
    Participatie: lambda f: f.begin,
    GevolgdeUren: lambda f: f.tot_en_met,
    Voortgangsgesprek: lambda f: f.gevoerd_op,
    PVT: lambda f: f.begonnen_op or f.ondertekend_op,
    MAP: lambda f: f.begonnen_op or f.eindgesprek_op,
    Examenaanmelding: lambda f: f.aangemeld_op,
    Examenuitslag: lambda f: f.afgelegd_op,
    ZRouteAfronding: lambda f: f.afgerond_op,
    DUOBesluit: lambda f: f.besloten_op,
    Afsluiting: lambda f: f.afgesloten_op,
    Groepswijziging: lambda f: f.ingang,
    Verhuizing: lambda f: f.verhuisd_op,
    Afspraak: lambda f: f.gemaakt_op,
    Ontzorgen: lambda f: f.begonnen_op,
    Begeleiding: lambda f: f.begonnen_op,
    Aanvraag: lambda f: f.ingediend_op,
    Handhaving: lambda f: f.gebeurd_op,
    Bezwaar: lambda f: f.ontvangen_op,
}
LATER: Mapping[type[Feit], Mapping[str, Mapping[str, object]]] = {
    BredeIntake: {"afgerond_op": {"routeadvies": None, "routeadvies_reden": ""}},
    PIP: {
        "besproken_op": {"akkoord": None, "reden_geen_akkoord": ""},
        "dagtekening": {},
        "verstuurd_op": {},
    },
    Inburgeringsaanbod: {"begonnen_op": {}, "beeindigd_op": {"reden_einde": None}},
    Participatie: {"einde": {"reden_einde": None}},
    PVT: {"ondertekend_op": {"verwijtbaar": None}},
    MAP: {"eindgesprek_op": {"verwijtbaar": None}},
    Afsluiting: {"heropend_op": {"reden_heropening": ""}},
    Verhuizing: {"overgedragen_op": {}},
    Afspraak: {"afgerond_op": {"resultaat": None}},
    Ontzorgen: {"beeindigd_op": {"reden_einde": None}},
    Begeleiding: {"beeindigd_op": {"reden_einde": None, "overdracht": ""}},
    Aanvraag: {"advies_gevraagd_op": {}, "advies_op": {"advies": None}},
    Handhaving: {
        "gebeld_op": {},
        "bezocht_op": {},
        "oorzaak_op": {"oorzaak": None},
        "hulp_op": {},
        "gesprek_op": {},
        "gewaarschuwd_op": {},
        "overwogen_op": {},
        "cautie_op": {"cautie_taal": "", "tolk": None},
        "rapport_op": {"rapport_door": None},
        "zienswijze_op": {"zienswijze_gebruikt": None},
        "getoetst_op": {"toets_akkoord": None},
        "besluit_op": {
            "besluit": None,
            "bedrag": None,
            "verwijtbaarheid": None,
            "draagkracht_bekeken": None,
            "besloten_door": None,
        },
        "verstuurd_op": {},
        "gestopt_op": {"reden_stoppen": None},
    },
    Bezwaar: {
        "gehoord_op": {},
        "besloten_op": {"uitkomst": None},
        "verstuurd_op": {},
        "beroep_op": {},
        "uitspraak_op": {"uitspraak": None},
        "hoger_beroep_op": {"hoger_beroep_door_gemeente": False},
        "hoger_uitspraak_op": {"hoger_uitspraak": None},
    },
}


def _teruggezet(
    rij: F, peildatum: date, later: Mapping[str, Mapping[str, object]]
) -> F:
    """De rij zonder wat na de peildatum gebeurde."""
    leeg: dict[str, Any] = {}
    for veld, gevolg in later.items():
        dag = getattr(rij, veld)
        if dag is not None and dag > peildatum:
            leeg |= {veld: None, **gevolg}
    if not leeg:
        return rij
    if isinstance(rij, PIP):
        leeg["status"] = _pip_status(rij, leeg)
    return replace(rij, **leeg)


def zonder_stap(rij: F, veld: str) -> F:
    """De rij van voor deze stap: zij en wat er daarna op dezelfde rij gebeurde zijn leeg."""
    stappen = LATER[type(rij)]
    leeg: dict[str, Any] = {}
    for naam in list(stappen)[list(stappen).index(veld) :]:
        leeg |= {naam: None, **stappen[naam]}
    if isinstance(rij, PIP):
        leeg["status"] = _pip_status(rij, leeg)
    return replace(rij, **leeg)


def _pip_status(pip: PIP, leeg: Mapping[str, object]) -> PIPStatus:
    if pip.dagtekening and "dagtekening" not in leeg:
        return pip.status
    if pip.besproken_op and "besproken_op" not in leeg:
        return PIPStatus.BESPROKEN
    return PIPStatus.CONCEPT


def tot_en_met(rijen: tuple[F, ...], peildatum: date) -> tuple[F, ...]:
    """De rijen zoals zij op de peildatum waren."""
    if not rijen:
        return rijen
    soort = rijen[
        0
    ].__class__  # niet type(): ook een spiegel (``gelezen``) zegt wat hij is
    begin, later = BEGIN[soort], LATER.get(soort)
    gebeurd = []
    for rij in rijen:
        dag = begin(rij)
        if dag is None or dag <= peildatum:
            gebeurd.append(_teruggezet(rij, peildatum, later) if later else rij)
    return tuple(gebeurd)


# --- Wat DUO besloot ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Opschorting:
    """Een tijd waarin de plicht stil ligt; ``einde`` exclusief, None is onbekend.

    ``besloten_op`` is de dag waarop DUO haar het laatst bepaalde: gaf of introk.
    """

    begin: date
    einde: date | None
    besloten_op: date

    def duurt_op(self, dag: date) -> bool:
        """Of de plicht op die dag stil ligt."""
        return self.begin <= dag and (self.einde is None or dag < self.einde)


EINDE_PLICHT = frozenset(
    {
        DUOBesluitsoort.VRIJSTELLING_GEHEEL,
        DUOBesluitsoort.ONTHEFFING_GEHEEL,
        DUOBesluitsoort.PLICHT_BEEINDIGD,
    }
)


def is_opschorting(b: DUOBesluit) -> bool:
    """Een tijdelijke vrijstelling, hoe DUO haar ook noemt."""
    return b.soort == DUOBesluitsoort.VRIJSTELLING_TIJDELIJK or (
        b.soort == DUOBesluitsoort.PLICHT_BEEINDIGD
        and b.reden_einde == RedenEindePlicht.TIJDELIJKE_VRIJSTELLING
    )


def is_voldaan(b: DUOBesluit) -> bool:
    """Het besluit dat aan de plicht is voldaan, hoe DUO het ook noemt."""
    return b.soort == DUOBesluitsoort.VOLDAAN or (
        b.soort == DUOBesluitsoort.PLICHT_BEEINDIGD
        and b.reden_einde == RedenEindePlicht.VOLDAAN
    )


def is_einde(b: DUOBesluit) -> bool:
    """Een besluit dat de plicht anders dan door voldoen beeindigt."""
    return b.soort in EINDE_PLICHT and not is_opschorting(b) and not is_voldaan(b)


def geraakt(intrekking: DUOBesluit, gegeven: Sequence[DUOBesluit]) -> int:
    """Het nummer van de vrijstelling die een intrekking raakt, van oud naar nieuw.

    Dat is de laatste met de grond van de intrekking (OPL of INS), en zonder zo een de
    laatste van alle.
    """
    past = [n for n, b in enumerate(gegeven) if b.grond == intrekking.grond]
    return past[-1] if past else len(gegeven) - 1


def opschortingen(besluiten: tuple[DUOBesluit, ...]) -> tuple[Opschorting, ...]:
    """De tijdelijke vrijstellingen; een intrekking sluit er een af."""
    gegeven: list[DUOBesluit] = []
    gevonden: list[Opschorting] = []
    for besluit in besluiten:
        if is_opschorting(besluit):
            gegeven.append(besluit)
            begin, op = ingangsdag(besluit), besluit.besloten_op
            gevonden.append(Opschorting(begin, besluit.einddatum, op))
        elif besluit.soort == DUOBesluitsoort.VRIJSTELLING_INGETROKKEN and gevonden:
            welke = geraakt(besluit, gegeven)
            stil = gevonden[welke]
            einde = max(stil.begin, ingangsdag(besluit))
            if stil.einde is not None:
                einde = min(einde, stil.einde)
            gevonden[welke] = Opschorting(stil.begin, einde, besluit.besloten_op)
    return tuple(gevonden)


# --- De leerroute ---------------------------------------------------------------------


TAAL: Mapping[str, tuple[Eis, ...]] = {
    route: tuple(eis for eis in EISEN if eis.leerroute == route and eis.niveau)
    for route in Leerroute
}


def _dagtekening(pip: PIP) -> date:
    """De dagtekening van een vastgesteld PIP; een ander komt hier niet."""
    return cast(date, pip.dagtekening)


def leerrouteperiodes(pips: tuple[PIP, ...]) -> tuple[Leerrouteperiode, ...]:
    """Welke leerroute wanneer gold; een PIP met dezelfde leerroute begint niets nieuws."""
    periodes: list[Leerrouteperiode] = []
    for pip in pips:
        if periodes and periodes[-1].leerroute == pip.leerroute:
            continue
        begin = _dagtekening(pip)
        if periodes:
            periodes[-1] = replace(periodes[-1], einde=begin)
        route = Leerroute(pip.leerroute)
        periodes.append(Leerrouteperiode(route, begin, None, pip.versie))
    return tuple(periodes)


def _vraagt(pip: PIP) -> tuple[object, ...]:
    """De leerroute en het niveau per onderdeel; leeg is dat van de leerroute."""
    return pip.leerroute, *(vereist_niveau(eis, pip) for eis in TAAL[pip.leerroute])


def _zelfde_eisen_sinds(pips: tuple[PIP, ...]) -> date:
    """De dagtekening sinds wanneer leerroute en niveaus zijn wat zij nu zijn."""
    nu = pips[-1]
    sinds = _dagtekening(nu)
    if len(pips) == 1:
        return sinds
    vraagt = _vraagt(nu)
    for pip in reversed(pips):
        if _vraagt(pip) != vraagt:
            break
        sinds = _dagtekening(pip)
    return sinds


# --- Het moment -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Moment:
    """Alles wat op de peildatum was gebeurd, met de dagen die eruit volgen."""

    peildatum: date
    traject: Traject
    groep_bij_begin: Doelgroep
    inschrijving_bij_begin: date | None
    overleden_op: date | None
    feiten: Feiten
    vastgesteld: tuple[PIP, ...]
    open_pip: PIP | None
    opschortingen: tuple[Opschorting, ...]
    einde_besluit: DUOBesluit | None
    in_opvang: bool
    periodes: tuple[Leerrouteperiode, ...]
    onderdelen: tuple[Onderdeelstand, ...]
    mijlpalen: Mijlpalen
    status: Trajectstatus

    @property
    def pip(self) -> PIP | None:
        """Het PIP dat nu geldt."""
        return self.vastgesteld[-1] if self.vastgesteld else None

    @property
    def leerroute(self) -> Leerroute | None:
        """De leerroute van het PIP dat nu geldt."""
        return self.periodes[-1].leerroute if self.periodes else None

    @property
    def eerste_dagtekening(self) -> date | None:
        """De dagtekening van het eerste PIP, ook als een andere gemeente het nam."""
        return self.mijlpalen.eerste_dagtekening

    @property
    def zonder_plicht(self) -> bool:
        """Of er op deze dag geen plicht is en de gemeente iemand wel volgt."""
        return self.mijlpalen.zonder_plicht

    @property
    def einde_op(self) -> date | None:
        """De dag waarop de plicht eindigde, met of zonder voldoen."""
        return self.mijlpalen.voldaan_op or self.mijlpalen.geeindigd_op

    def regel(self, naam: str) -> Parameter:
        """De rij van een getal die op de peildatum geldt, ook als de gemeente die zet."""
        return parameter(naam, self.peildatum, self.feiten.instellingen)

    def regel_vanaf(self, naam: str, begin: date) -> Parameter:
        """De rij die geldt als een termijn op ``begin`` begint."""
        return parameter_vanaf(naam, begin, self.feiten.instellingen)


def _gesorteerd(besluiten: tuple[DUOBesluit, ...]) -> tuple[DUOBesluit, ...]:
    if len(besluiten) < 2:
        return besluiten
    return tuple(sorted(besluiten, key=lambda b: (b.besloten_op, b.id)))


def is_in_opvang(traject: Traject, peildatum: date) -> bool:
    """Of iemand op de peildatum nog in de opvang was; een uitstroomdatum gaat voor."""
    if traject.datum_uitstroom is not None:
        return peildatum < traject.datum_uitstroom
    return traject.verblijfsituatie == Verblijfsituatie.OPVANG


# --- De aanmelding zoals zij op een dag gold ------------------------------------------


def _op_dag(rijen: tuple[F, ...], veld: str) -> tuple[F, ...]:
    """De rijen op volgorde van gebeuren; op een dag de laatst vastgelegde achteraan."""
    if len(rijen) < 2:
        return rijen
    return tuple(sorted(rijen, key=lambda rij: (getattr(rij, veld), rij.id)))


def _in_groep(traject: Traject, wijziging: Groepswijziging) -> Traject:
    """De aanmelding na een wijziging; een indeling van DUO geldt zolang de groep duurt."""
    blijft = traject.doelgroep == wijziging.doelgroep
    indeling = traject.gedetailleerde_doelgroep if blijft else None
    return replace(
        traject,
        doelgroep=wijziging.doelgroep,
        gedetailleerde_doelgroep=wijziging.gedetailleerde_doelgroep or indeling,
    )


def _na_verhuizing(traject: Traject, verhuizing: Verhuizing) -> Traject:
    """De aanmelding na een verhuizing: wie zich hier vestigt, start de tien weken."""
    dag = verhuizing.verhuisd_op
    if verhuizing.soort == Verhuissoort.UIT_OPVANG:
        return replace(
            traject, datum_uitstroom=dag, verblijfsituatie=Verblijfsituatie.GEMEENTE
        )
    if verhuizing.soort == Verhuissoort.UIT_GEMEENTE:
        return replace(
            traject, datum_inschrijving=max(dag, traject.datum_inschrijving or dag)
        )
    return traject


def _traject_op(
    traject: Traject,
    groepen: tuple[Groepswijziging, ...],
    verhuizingen: tuple[Verhuizing, ...],
) -> Traject:
    """De aanmelding met de groep en de vestiging die op de peildatum golden.

    Wat bij de registratie is vastgelegd blijft staan; een wijziging is een feit met een
    eigen dag en gaat vanaf die dag voor.
    """
    for wijziging in groepen:
        traject = _in_groep(traject, wijziging)
    for verhuizing in verhuizingen:
        traject = _na_verhuizing(traject, verhuizing)
    return traject


def begin_plicht(traject: Traject) -> date | None:
    """De eerste dag van de plicht, voor zover DUO haar gaf."""
    return traject.datum_plicht or traject.datum_kennisgeving


def is_zonder_plicht(traject: Traject, einde_op: date | None, peildatum: date) -> bool:
    """Of de gemeente iemand op de peildatum volgt zonder dat er een plicht is.

    Dat is voor de eerste dag van de plicht, en bij wie de gemeente uit zichzelf volgt
    ook zonder plicht en na het einde ervan. DUO gaat voor: een plicht die begon en niet
    eindigde, geldt.
    """
    begin = traject.datum_plicht
    begonnen = begin is None or einde_op is not None or peildatum >= begin
    if not begonnen and traject.geregistreerd_op <= peildatum:
        return True
    if traject.volggrond == Volggrond.PLICHT:
        return False
    return begin_plicht(traject) is None or einde_op is not None


def _aow_op(feiten: Feiten, peildatum: date) -> date | None:
    """De dag waarop iemand zeker de AOW-leeftijd had; de plicht eindigt dan vanzelf."""
    geboren = OnvolledigeDatum.lees(feiten.inburgeraar.geboortedatum)
    leeftijd = partial(aow_leeftijd, eigen=feiten.instellingen)
    bereikt = aow_bereikt_op(geboren, leeftijd)
    return bereikt[1] if bereikt is not None and bereikt[1] <= peildatum else None


def _verricht(pip: PIP, feiten: Feiten, peildatum: date) -> Verricht:
    pvt = feiten.pvt
    map_ = feiten.map
    return Verricht(
        pip=pip,
        doelgroep=feiten.traject.doelgroep,
        peildatum=peildatum,
        uren=feiten.uren,
        examens=feiten.examens,
        duo_besluiten=feiten.duo_besluiten,
        pvt_ondertekend_op=_eerste(r.ondertekend_op for r in pvt) if pvt else None,
        pvt_begonnen_op=_eerste(r.begonnen_op for r in pvt) if pvt else None,
        map_eindgesprek_op=_eerste(r.eindgesprek_op for r in map_) if map_ else None,
        map_begonnen_op=_eerste(r.begonnen_op for r in map_) if map_ else None,
        z_afgerond_op=_eerste(r.afgerond_op for r in feiten.z_afrondingen),
        instellingen=feiten.instellingen,
    )


def _eerste(dagen: Any) -> date | None:
    return min((dag for dag in dagen if dag is not None), default=None)


def _groep_eist_sinds(groep: Doelgroep, feiten: Feiten, leerroute: Leerroute) -> date:
    """De laatste wijziging van groep waardoor de leerroute iets anders ging vragen."""
    sinds = date.min
    for wijziging in feiten.groepen:
        if eisen(leerroute, wijziging.doelgroep) != eisen(leerroute, groep):
            sinds = wijziging.ingang
        groep = wijziging.doelgroep
    return sinds


def _alle_behaald_op(standen: tuple[Onderdeelstand, ...], sinds: date) -> date | None:
    """De dag waarop alle onderdelen behaald waren: niet voor de huidige eisen golden."""
    laatste = sinds
    for stand in standen:
        if stand.gehaald_op is None:
            return None
        laatste = max(laatste, stand.gehaald_op)
    return laatste


def _afgesloten_op(afsluitingen: tuple[Afsluiting, ...]) -> date | None:
    dicht = [a.afgesloten_op for a in afsluitingen if a.heropend_op is None]
    return max(dicht, default=None)


def _einde_besluit(
    besluiten: tuple[DUOBesluit, ...], peildatum: date
) -> DUOBesluit | None:
    """Het laatste besluit van DUO waarmee de plicht eindigde en dat al werkt."""
    einde = None
    for besluit in besluiten:
        if (is_voldaan(besluit) or is_einde(besluit)) and ingangsdag(
            besluit
        ) <= peildatum:
            einde = besluit
    return einde


def _feiten_op(feiten: Feiten, peildatum: date) -> Feiten:
    groepen = _op_dag(tot_en_met(feiten.groepen, peildatum), "ingang")
    verhuizingen = _op_dag(tot_en_met(feiten.verhuizingen, peildatum), "verhuisd_op")
    return Feiten(
        inburgeraar=feiten.inburgeraar,
        traject=_traject_op(feiten.traject, groepen, verhuizingen),
        brede_intakes=tot_en_met(feiten.brede_intakes, peildatum),
        leerbaarheidstoetsen=tot_en_met(feiten.leerbaarheidstoetsen, peildatum),
        pips=tot_en_met(feiten.pips, peildatum),
        aanbod=tot_en_met(feiten.aanbod, peildatum),
        participaties=tot_en_met(feiten.participaties, peildatum),
        uren=tot_en_met(feiten.uren, peildatum),
        gesprekken=tot_en_met(feiten.gesprekken, peildatum),
        pvt=tot_en_met(feiten.pvt, peildatum),
        map=tot_en_met(feiten.map, peildatum),
        aanmeldingen=tot_en_met(feiten.aanmeldingen, peildatum),
        examens=tot_en_met(feiten.examens, peildatum),
        z_afrondingen=tot_en_met(feiten.z_afrondingen, peildatum),
        duo_besluiten=_gesorteerd(tot_en_met(feiten.duo_besluiten, peildatum)),
        afsluitingen=tot_en_met(feiten.afsluitingen, peildatum),
        groepen=groepen,
        verhuizingen=verhuizingen,
        afspraken=tot_en_met(feiten.afspraken, peildatum),
        ontzorgen=tot_en_met(feiten.ontzorgen, peildatum),
        begeleidingen=tot_en_met(feiten.begeleidingen, peildatum),
        aanvragen=tot_en_met(feiten.aanvragen, peildatum),
        handhavingen=tot_en_met(feiten.handhavingen, peildatum),
        bezwaren=tot_en_met(feiten.bezwaren, peildatum),
        rooster=feiten.rooster,
        instellingen=feiten.instellingen,
        intakevragen=feiten.intakevragen,
    )


def _pips(pips: tuple[PIP, ...]) -> tuple[tuple[PIP, ...], PIP | None]:
    """De vastgestelde PIP's op volgorde, en het nieuwste dat nog open is."""
    vast = [p for p in pips if p.status == PIPStatus.VASTGESTELD and p.dagtekening]
    vast.sort(key=lambda p: (_dagtekening(p), p.versie))
    open_ = [p for p in pips if p.status != PIPStatus.VASTGESTELD]
    return tuple(vast), max(open_, key=lambda p: p.versie, default=None)


def _overleden_op(feiten: Feiten, peildatum: date) -> date | None:
    op = feiten.inburgeraar.overleden_op
    return op if op is not None and op <= peildatum else None


def _mijlpalen(
    feiten: Feiten,
    vastgesteld: tuple[PIP, ...],
    behaald_op: date | None,
    stil: tuple[Opschorting, ...],
    einde: DUOBesluit | None,
    peildatum: date,
) -> Mijlpalen:
    vanzelf = _eerste((_overleden_op(feiten, peildatum), _aow_op(feiten, peildatum)))
    voldaan = ingangsdag(einde) if einde and is_voldaan(einde) else None
    geeindigd = ingangsdag(einde) if einde and is_einde(einde) else vanzelf
    intakes = feiten.brede_intakes
    return Mijlpalen(
        intake_gestart_op=_eerste(i.gestart_op for i in intakes),
        intake_afgerond_op=_eerste(i.afgerond_op for i in intakes),
        eerste_dagtekening=vastgesteld[0].dagtekening if vastgesteld else None,
        alle_onderdelen_behaald_op=behaald_op,
        opgeschort_sinds=_eerste(s.begin for s in stil if s.duurt_op(peildatum)),
        voldaan_op=voldaan,
        geeindigd_op=geeindigd,
        zonder_plicht=is_zonder_plicht(feiten.traject, voldaan or geeindigd, peildatum),
        afgesloten_op=_afgesloten_op(feiten.afsluitingen),
    )


def moment(alles: Feiten, peildatum: date) -> Moment:
    """De feiten zoals zij op de peildatum waren."""
    feiten = _feiten_op(alles, peildatum)
    vastgesteld, open_pip = _pips(feiten.pips)
    besluiten = feiten.duo_besluiten
    stil = opschortingen(besluiten)
    einde = _einde_besluit(besluiten, peildatum)
    standen: tuple[Onderdeelstand, ...] = ()
    behaald_op = None
    if vastgesteld:
        pip = vastgesteld[-1]
        standen = onderdelen(_verricht(pip, feiten, peildatum))
        groep_sinds = _groep_eist_sinds(alles.traject.doelgroep, feiten, pip.leerroute)
        sinds = max(_zelfde_eisen_sinds(vastgesteld), groep_sinds)
        behaald_op = _alle_behaald_op(standen, sinds)
    mijlpalen = _mijlpalen(feiten, vastgesteld, behaald_op, stil, einde, peildatum)
    return Moment(
        peildatum=peildatum,
        traject=feiten.traject,
        groep_bij_begin=alles.traject.doelgroep,
        inschrijving_bij_begin=alles.traject.datum_inschrijving,
        overleden_op=_overleden_op(feiten, peildatum),
        feiten=feiten,
        vastgesteld=vastgesteld,
        open_pip=open_pip,
        opschortingen=stil,
        einde_besluit=einde,
        in_opvang=is_in_opvang(feiten.traject, peildatum),
        periodes=leerrouteperiodes(vastgesteld),
        onderdelen=standen,
        mijlpalen=mijlpalen,
        status=toestand(mijlpalen),
    )


def komt_van_elders(pip: PIP) -> bool:
    """Of een andere gemeente dit PIP vaststelde."""
    return pip.herkomst == Herkomst.ANDERE_GEMEENTE
