"""How a life goes: from registration to the end, in an order that the law allows.

Every step writes acts with the moment they were entered. A fact from outside (exam, hours,
decision of DUO) is entered some days after it happened, as it goes in practice.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from inburgering.levens import omheen, teksten
from inburgering.levens.aanbieders import MET_LESSEN, ZONDER_KEURMERK
from inburgering.levens.beginsituatie import antwoorden
from inburgering.levens.leven import LAATSTE, Bijzonderheid, Daad, Leven, Persoon
from inburgering.levens.marges import ASIEL, B1, OND, Marges, Z
from inburgering.wet.begrippen import (
    EXAMENONDERDELEN,
    TAALONDERDELEN,
    Aanvraagsoort,
    Alfabetisering,
    Contractsoort,
    Doelgroep,
    DUOBesluitsoort,
    Examenresultaat,
    GedetailleerdeDoelgroep,
    Gespreksvorm,
    Herkomst,
    LBTUitkomst,
    LBTUitzondering,
    Leerroute,
    Niveau,
    Onderdeel,
    Ontheffingsgrond,
    Participatievorm,
    RedenAfsluiting,
    RedenEindeAanbod,
    RedenEindeParticipatie,
    RedenEindePlicht,
    RedenGeenResultaat,
    Samenhang,
    Urensoort,
    Verblijfsituatie,
    Verhuissoort,
    Verlengingsgrond,
    Volggrond,
    Vrijstellingsreden,
)
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import eerste_werkdag_vanaf, plus_jaren
from inburgering.wet.parameters import IN_WERKING, parameter


H, X, S = Handeling, Bijzonderheid, DUOBesluitsoort
HIER = ZoneInfo("Europe/Amsterdam")
DAG = timedelta(days=1)
EERSTE_BEGIN = IN_WERKING + timedelta(days=45)  # notice and coupling come before it

GEZIN_DETAIL = (
    GedetailleerdeDoelgroep.GEZINSHERENIGER,
    GedetailleerdeDoelgroep.GEZINSVORMER,
    GedetailleerdeDoelgroep.GEZINSVORMER_ASIEL,
    GedetailleerdeDoelgroep.GEZINSHERENIGER_ASIEL,
    GedetailleerdeDoelgroep.GEESTELIJK_BEDIENAAR,
    GedetailleerdeDoelgroep.OVERIG,
)
# What the municipality no longer does once every part is met.
NIET_MEER_NODIG = frozenset(
    {
        H.UREN_VASTLEGGEN, H.VOORTGANGSGESPREK_VOEREN, H.AANBOD_DOEN, H.AANBOD_STARTEN,
        H.PARTICIPATIE_STARTEN, H.PARTICIPATIE_BEEINDIGEN, H.AANBOD_BEEINDIGEN,
        *omheen.NIET_MEER_NODIG,
    }
)  # fmt: skip
AANMELDEN_VOORAF = timedelta(days=42)  # so long before an exam people register
CONTRACT = {
    Participatievorm.BETAALD_WERK: Contractsoort.TIJDELIJK,
    Participatievorm.LEERWERKTRAJECT: Contractsoort.LEERARBEID,
    Participatievorm.STAGE: Contractsoort.STAGE,
    Participatievorm.VRIJWILLIGERSWERK: Contractsoort.GEEN,
    Participatievorm.ACTIVERING: Contractsoort.GEEN,
}
ELDERS = "0546"  # the municipality that people of these lives move to: Leiden
# What is done for somebody without a duty.
OOK_ZONDER_PLICHT = frozenset(
    {
        H.TRAJECT_REGISTREREN, H.TRAJECT_AANVULLEN, H.INTAKE_STARTEN, H.INTAKE_INVULLEN,
        H.INTAKE_AFRONDEN,
    }
)  # fmt: skip
BREEKT_AF = (
    X.VRIJSTELLING, X.ONTHEFFING, X.VERHUISD, X.VERTROKKEN, X.OVERLEDEN, X.DUO_EERDER
)  # fmt: skip


@dataclass(frozen=True)
class Opdracht:
    """What is asked of a life; None leaves it to the margins."""

    begin: date
    groep: str | None = None
    leerroute: str | None = None
    bijzonderheid: Bijzonderheid | None = None
    in_opvang: bool | None = None
    pip_dagen: int | None = None
    persoon: Persoon | None = None


@dataclass
class Aantekening:
    """An act before it has its hour."""

    dag: date
    handeling: Handeling
    gegevens: dict[str, Any]


def dagen(aantal: float) -> timedelta:
    """Give a number of days."""
    return timedelta(days=round(aantal))


class Verloop:
    """One life while it is written."""

    def __init__(
        self,
        opdracht: Opdracht,
        persoon: Persoon,
        groep: str,
        kans: Random,
        marges: Marges,
    ) -> None:
        """Draw what holds for the whole life."""
        self.opdracht = opdracht
        self.persoon = persoon
        self.groep = groep
        self.kans = kans
        self.marges = marges
        self.blad: list[Aantekening] = []
        self.bijzonder = opdracht.bijzonderheid or Bijzonderheid(
            marges.verdeling("bijzonderheid").kies(kans)
        )
        self.route = opdracht.leerroute or marges.verdeling(f"leerroute {groep}").kies(
            kans
        )
        if self.bijzonder == X.AFSCHALEN:
            self.route = B1
        self.eerste_route = self.route
        self.begin = eerste_werkdag_vanaf(max(opdracht.begin, EERSTE_BEGIN))
        self.plicht: date = self.begin
        self.klok: date = self.begin
        self.koppeling: date | None = None
        self.uitstroom: date | None = None
        self.dagtekening: date = self.begin
        self.nieuw_pip_op: date | None = None
        self.niveaus: dict[str, str] = {}
        self.al_gehaald: set[str] = set()
        self.streeft_naar_b2 = self.valt("B2 als doel")
        self.verstuurd_op: date = self.begin

    # --- Helpers ----------------------------------------------------------------------

    def doe(self, dag: date, handeling: Handeling, **gegevens: Any) -> date:
        """Write an act on the first working day from ``dag``; give that day."""
        dag = eerste_werkdag_vanaf(dag)
        self.blad.append(Aantekening(dag, handeling, gegevens))
        return dag

    def duur(self, naam: str) -> timedelta:
        """Draw a duration of the margins."""
        return timedelta(days=self.marges.duur(naam).kies(self.kans))

    def valt(self, naam: str) -> bool:
        """Draw a chance of the margins."""
        return self.marges.kans(naam).valt(self.kans)

    def los(self, van: int, tot: int) -> timedelta:
        """Draw a number of days where no margin says anything."""
        return timedelta(days=self.kans.randint(van, tot))

    # --- Arrival ----------------------------------------------------------------------

    def _persoon(self) -> dict[str, Any]:
        p = self.persoon
        gegevens: dict[str, Any] = {
            "voornamen": p.voornamen, "voorvoegsel": p.voorvoegsel,
            "geslachtsnaam": p.geslachtsnaam, "geboortedatum": p.geboortedatum,
            "geslacht": p.geslacht, "nationaliteit": p.nationaliteit,
            "geboorteland": p.geboorteland, "geheim_adres": p.geheim_adres,
            "contacttaal": p.taal, "tolk_nodig": self.kans.random() < 0.4,
        }  # fmt: skip
        if p.bsn:
            gegevens["bsn"] = p.bsn
        if p.v_nummer:
            gegevens["v_nummer"] = p.v_nummer
        return gegevens

    def _adres(self) -> dict[str, Any]:
        return {
            "adres": f"{self.kans.choice(teksten.STRATEN)} {self.kans.randint(1, 180)}",
            "postcode": f"1234 {self.kans.choice('ABCDEH')}{self.kans.choice('ABCDEH')}",
            "woonplaats": "Demostad",
        }

    def aankomst(self) -> None:
        """Register, and complete the registration as facts come in."""
        opvang = self.opdracht.in_opvang
        if opvang is None:
            opvang = self.groep == ASIEL and self.valt("asiel begint in de opvang")
        if self.groep == ASIEL and opvang and self.bijzonder != X.PIP_VAN_ELDERS:
            self._via_opvang()
        else:
            self._in_gemeente()

    def _via_opvang(self) -> None:
        self.koppeling = self.begin - self.duur("bericht tot invoer")
        self.plicht = max(
            IN_WERKING, self.koppeling - self.duur("vergunning tot koppeling")
        )
        kennisgeving = self.plicht + self.duur("plicht tot kennisgeving")
        vooraf = self.valt("registratie voor de kennisgeving")
        if not vooraf:
            kennisgeving = max(self.plicht, min(kennisgeving, self.begin - DAG))
        elif kennisgeving <= self.begin:
            kennisgeving = self.begin + self.los(7, 60)
        gegevens = self._persoon() | {
            "doelgroep": ASIEL,
            "gedetailleerde_doelgroep": GedetailleerdeDoelgroep.ASIELSTATUSHOUDER.value,
            "verblijfstitel": "26",
            "verblijfsituatie": Verblijfsituatie.OPVANG.value,
            "opvanglocatie": self.kans.choice(teksten.OPVANG),
            "datum_koppeling": self.koppeling,
        }
        later = self._alleen_v_nummer(gegevens)
        if not vooraf:
            gegevens |= {
                "datum_plicht": self.plicht,
                "datum_kennisgeving": kennisgeving,
            }
        geregistreerd = self.doe(self.begin, H.TRAJECT_REGISTREREN, **gegevens)
        if vooraf:
            self.doe(
                max(kennisgeving, geregistreerd) + self.duur("bericht tot invoer"),
                H.TRAJECT_AANVULLEN,
                datum_plicht=self.plicht, datum_kennisgeving=kennisgeving,
            )  # fmt: skip
        uitstroom = max(
            self.koppeling + self.duur("koppeling tot uitstroom"), geregistreerd + DAG
        )
        self.uitstroom = uitstroom
        self.doe(
            uitstroom + self.duur("bericht tot invoer"), H.TRAJECT_AANVULLEN,
            verblijfsituatie=Verblijfsituatie.GEMEENTE.value, opvanglocatie="",
            datum_uitstroom=uitstroom, datum_inschrijving=uitstroom,
            **later, **self._adres(),
        )  # fmt: skip
        self.klok = max(uitstroom, kennisgeving + DAG)

    def _alleen_v_nummer(self, gegevens: dict[str, Any]) -> dict[str, Any]:
        """Some are known by V-nummer alone until they settle."""
        bsn = gegevens.get("bsn", "")
        if not bsn or not self.valt("alleen een V-nummer bij registratie"):
            return {}
        gegevens["bsn"] = ""
        gegevens["v_nummer"] = f"98{bsn[1:]}"
        return {"bsn": bsn}

    def _in_gemeente(self) -> None:
        kennisgeving = self.begin - self.duur("kennisgeving tot registratie")
        if self.bijzonder == X.PIP_VAN_ELDERS:
            kennisgeving = max(IN_WERKING + dagen(20), self.begin - self.los(200, 560))
        self.plicht = max(
            IN_WERKING, kennisgeving - self.duur("plicht tot kennisgeving")
        )
        inschrijving = max(IN_WERKING, self.plicht + self.los(-15, 10))
        if self.bijzonder == X.PIP_VAN_ELDERS:
            inschrijving = self.begin - self.los(1, 8)
        inschrijving = min(inschrijving, self.begin)
        asiel = self.groep == ASIEL
        detail = (
            GedetailleerdeDoelgroep.ASIELSTATUSHOUDER
            if asiel
            else self.kans.choice(GEZIN_DETAIL)
        )
        self.doe(
            self.begin, H.TRAJECT_REGISTREREN, **self._persoon(), **self._adres(),
            doelgroep=self.groep, gedetailleerde_doelgroep=detail.value,
            verblijfstitel="26" if asiel else self.kans.choice(("21", "21", "22", "24")),
            verblijfsituatie=Verblijfsituatie.GEMEENTE.value,
            datum_plicht=self.plicht, datum_kennisgeving=kennisgeving,
            datum_inschrijving=inschrijving,
        )  # fmt: skip
        self.klok = max(kennisgeving + DAG, inschrijving)

    # --- Intake and PIP ---------------------------------------------------------------

    def intake_en_pip(self) -> None:
        """From the first talk to the PIP that was sent."""
        wacht = self.opdracht.pip_dagen or self.marges.duur("klok tot PIP").kies(
            self.kans
        )
        vroegst = max(self.klok, self.begin) + DAG

        def na(deel: float) -> date:
            return max(vroegst, self.klok + dagen(wacht * deel))

        start = self._start_intake(na(0.25))
        toets = max(na(0.45), start + DAG)
        ingevuld = self.doe(
            max(na(0.4), start + DAG), H.INTAKE_INVULLEN, id=LAATSTE,
            antwoorden=antwoorden(self.route, self.persoon.taal, self.kans),
            uitkomsten=teksten.UITKOMSTEN[self.route],
        )  # fmt: skip
        self._toets(toets)
        if self.bijzonder == X.INFORMATIE_DERDEN:
            gevraagd = self.doe(
                na(0.5), H.TRAJECT_AANVULLEN, informatie_derden_nodig=True
            )
            ontvangen = max(na(0.8), gevraagd + DAG)
            self.doe(
                ontvangen + DAG, H.TRAJECT_AANVULLEN, informatie_derden_op=ontvangen
            )
        afgerond = max(na(0.6), ingevuld + DAG)
        afgerond = self.doe(
            afgerond, H.INTAKE_AFRONDEN, id=LAATSTE,
            afgerond_op=eerste_werkdag_vanaf(afgerond), routeadvies=self.route,
            routeadvies_reden=teksten.ADVIES[self.route],
        )  # fmt: skip
        self.dagtekening = self._pip(
            max(na(0.75), afgerond + DAG), max(na(0.88), afgerond + 2 * DAG),
            max(na(1.0), afgerond + 3 * DAG),
        )  # fmt: skip

    def _start_intake(self, gewoon: date) -> date:
        dag, in_opvang = gewoon, False
        if (
            self.koppeling
            and self.uitstroom
            and self.valt("intake begint in de opvang")
        ):
            half = self.koppeling + (self.uitstroom - self.koppeling) / 2
            dag, in_opvang = max(half, self.begin + 2 * DAG), True
            in_opvang = eerste_werkdag_vanaf(dag) < self.uitstroom
        dag = eerste_werkdag_vanaf(dag)
        return self.doe(dag, H.INTAKE_STARTEN, gestart_op=dag, in_opvang=in_opvang)

    def _toets(self, dag: date) -> None:
        if self.bijzonder == X.LBT_UITZONDERING:
            waarom = self.kans.choice(list(LBTUitzondering)).value
            self.doe(dag, H.LEERBAARHEIDSTOETS_VASTLEGGEN, uitzondering=waarom)
            return
        haalbaar = self.route != Z
        if self.kans.random() < 0.08:  # the route may differ from the test, with reason
            haalbaar = not haalbaar
        uitkomst = LBTUitkomst.HAALBAAR if haalbaar else LBTUitkomst.NIET_HAALBAAR
        nodig = 30
        score = (
            self.kans.randint(nodig, 48)
            if haalbaar
            else self.kans.randint(8, nodig - 1)
        )
        self.doe(
            dag + self.los(2, 6), H.LEERBAARHEIDSTOETS_VASTLEGGEN, afgenomen_op=dag,
            uitkomst=uitkomst.value, behaalde_score=score, benodigde_score=nodig,
        )  # fmt: skip

    def _inhoud(self) -> dict[str, Any]:
        kies = self.kans.choice
        alfabet = Alfabetisering.NIET_VAN_TOEPASSING
        if self.route == Z:
            alfabet = kies(list(Alfabetisering))
        inhoud: dict[str, Any] = {
            "leerroute": self.route, "niveaus": dict(self.niveaus),
            "alfabetisering": alfabet.value, "wensen": kies(teksten.WENSEN),
            "doelen": kies(teksten.DOELEN[self.route]),
            "participatie": kies(teksten.PARTICIPATIE),
            "begeleiding": kies(teksten.BEGELEIDING),
            "voortgang": kies(teksten.VOORTGANG),
            "pvt_uren": parameter("pvt_uren", self.begin).waarde,
            "gesprek_weken": parameter("voortgangsgesprek_weken", self.begin).waarde,
        }  # fmt: skip
        if self.route != OND:
            inhoud["map_uren"] = parameter("map_praktijkuren", self.begin).waarde
        if self.route == B1 and self.groep == ASIEL:
            inhoud["intensiteit"] = kies((500, 600, 700, 800, 900))
        return inhoud

    def _pip(
        self, opgesteld: date, besproken: date, vastgesteld: date, reden: str = ""
    ) -> date:
        """Draft, discuss, decide and send a PIP; give its dagtekening."""
        inhoud = self._inhoud()
        if reden:
            inhoud["afschalen_reden"] = reden
            inhoud["afschalen_inspanning"] = teksten.INSPANNING
        dag = self.doe(opgesteld, H.PIP_OPSTELLEN, **inhoud)
        dag = eerste_werkdag_vanaf(max(besproken, dag))
        akkoord = self.bijzonder != X.NIET_AKKOORD
        dag = self.doe(
            dag, H.PIP_BESPREKEN, id=LAATSTE, besproken_op=dag, akkoord=akkoord,
            reden_geen_akkoord="" if akkoord else self.kans.choice(teksten.NIET_AKKOORD),
        )  # fmt: skip
        dag = eerste_werkdag_vanaf(max(vastgesteld, dag))
        dag = self.doe(dag, H.PIP_VASTSTELLEN, id=LAATSTE, dagtekening=dag)
        op = eerste_werkdag_vanaf(dag + self.duur("dagtekening tot versturen"))
        self.doe(op, H.PIP_VERSTUREN, id=LAATSTE, verstuurd_op=op)
        self.verstuurd_op = op
        return dag

    def pip_van_elders(self) -> None:
        """Record the PIP of the former municipality, then decide our own."""
        vroegst = self.plicht + dagen(25)
        eerder = min(self.begin - dagen(40), vroegst + self.los(0, 300))
        self.dagtekening = max(eerder, self.plicht)
        overgenomen = self.doe(
            self.begin + self.los(1, 14), H.PIP_OVERNEMEN, leerroute=self.route,
            herkomst=Herkomst.ANDERE_GEMEENTE.value, dagtekening=self.dagtekening,
            niveaus={}, alfabetisering=Alfabetisering.NIET_VAN_TOEPASSING.value,
        )  # fmt: skip
        eigen = overgenomen + self.los(14, 60)
        self.nieuw_pip_op = self._pip(eigen, eigen + dagen(7), eigen + dagen(12))

    # --- The route --------------------------------------------------------------------

    @property
    def start(self) -> date:
        """The day from which lessons can begin here."""
        return max(self.dagtekening, self.begin)

    @property
    def einde_termijn(self) -> date:
        """The end of the three years, as far as we set it ourselves."""
        return plus_jaren(self.dagtekening + DAG, 3)

    def route_lopen(self) -> date:
        """Lessons, participation, talks, exams; give the day every part is entered."""
        if self.bijzonder == X.EXAMEN_EERDER:
            self._examen_van_eerder()
        if self.bijzonder == X.VRIJSTELLING_ONDERDEEL:
            self._vrij_van_onderdeel()
        eigen_pip = self.nieuw_pip_op or self.start
        plek = self._aanbod(eigen_pip, self.route)
        wissel = self._wissel()
        lessen = eigen_pip + self.los(25, 75)
        klaar = [self._uren(lessen, wissel, plek)]
        klaar += [self._pvt(), *self._map(wissel)]
        self._participatie()
        if self.route != Z:
            klaar += self._examens(max(self.start, wissel or self.start))
        # A plan that is decided is sent too, before anything ends.
        behaald = max(*klaar, self.verstuurd_op)
        if self.route == Z:
            dag = eerste_werkdag_vanaf(behaald + self.los(3, 25))
            behaald = self.doe(dag, H.ZROUTE_AFRONDEN, afgerond_op=dag)
        self._gesprekken(behaald)
        return behaald

    def _aanbod(self, vanaf: date, route: str) -> int:
        """Offer a place and let it begin; give the number of the provider."""
        aanbieder, cursus = self.kans.choice(MET_LESSEN[route])
        if self.groep != ASIEL:
            if self.valt("school zonder keurmerk"):
                return ZONDER_KEURMERK
            return aanbieder
        dag = eerste_werkdag_vanaf(vanaf + self.los(3, 40))
        begin = dag + self.los(10, 35)
        self.doe(
            dag, H.AANBOD_DOEN, aanbieder=aanbieder, cursus=cursus, aangeboden_op=dag,
            leerroute=route, verwacht_begin=begin, verwacht_einde=begin + dagen(500),
        )  # fmt: skip
        self.doe(
            begin + self.los(1, 12), H.AANBOD_STARTEN, id=LAATSTE, begonnen_op=begin
        )
        return aanbieder

    def _einde_aanbod(self, dag: date, reden: RedenEindeAanbod) -> None:
        if self.groep == ASIEL:
            self.doe(
                dag, H.AANBOD_BEEINDIGEN, id=LAATSTE, beeindigd_op=dag,
                reden_einde=reden.value,
            )  # fmt: skip

    def _wissel(self) -> date | None:
        """Change the route within the first year and a half."""
        if self.bijzonder != X.ROUTEWIJZIGING:
            return None
        nieuw = {B1: Z, Z: B1, OND: B1}[self.route]
        op = max(self.dagtekening + self.los(160, 420), self.start + dagen(120))
        self.route = nieuw
        vast = self._pip(op, op + dagen(6), op + dagen(14))
        self._einde_aanbod(vast, RedenEindeAanbod.WIJZIGING_LEERROUTE)
        self._aanbod(vast + DAG, nieuw)
        self.nieuw_pip_op = vast
        return vast

    def _uren(self, begin: date, wissel: date | None, plek: int) -> date:
        """Record hours by quarter; give the day on which those of the Z-route are in."""
        taal = participatie = met_keurmerk = 0
        nodig = parameter("z_taaluren", begin).waarde
        klaar = begin
        per_week = self.kans.randint(9, 13) + (8 if self.route == OND else 0)
        van = begin
        schaalt_af = self.bijzonder == X.AFSCHALEN
        for _ in range(24):
            tot = van + dagen(90)
            op = tot + self.los(4, 20)
            taal += (
                geteld := self._kwartaal(Urensoort.TAAL, van, tot, op, per_week, plek)
            )
            met_keurmerk += geteld if plek != ZONDER_KEURMERK else 0
            if self.route == Z:
                knm = self._kwartaal(Urensoort.KNM, van, tot, op, 1, plek)
                taal += knm
                if self.groep == ASIEL and (wissel is None or van > wissel):
                    participatie += self._kwartaal(
                        Urensoort.PARTICIPATIE,
                        van,
                        tot,
                        op,
                        self.kans.randint(8, 11),
                        None,
                    )
            van = tot + DAG
            klaar = eerste_werkdag_vanaf(op)
            if schaalt_af and met_keurmerk >= parameter("afschalen_uren", op).waarde:
                self._afschalen(klaar)
                schaalt_af = False
            if self.route != Z and van > self.dagtekening + dagen(1250):
                break
            doet_mee = self.groep != ASIEL or participatie >= nodig
            if self.route == Z and taal >= nodig and doet_mee:
                break
        return klaar if self.route == Z else begin

    def _kwartaal(
        self, soort: Urensoort, van: date, tot: date, op: date, per_week: int,
        plek: int | None,
    ) -> int:  # fmt: skip
        uren = max(1, round(per_week * 12 * self.kans.uniform(0.75, 1.05)))
        gegevens: dict[str, Any] = {
            "soort": soort.value, "van": van, "tot_en_met": tot, "uren": uren,
            "herkomst": Herkomst.AANBIEDER.value,
        }  # fmt: skip
        if plek is not None:
            gegevens["aanbieder"] = plek
        if self.valt("verzuim in een kwartaal"):
            gegevens["verzuim_geoorloofd"] = self.kans.randint(1, 12)
            gegevens["verzuim_ongeoorloofd"] = self.kans.choice((0, 0, 2, 6))
        self.doe(op, H.UREN_VASTLEGGEN, **gegevens)
        return uren

    def _afschalen(self, na: date) -> None:
        """A changed PIP asks A2 for some language parts."""
        delen = self.kans.sample(list(TAALONDERDELEN), self.kans.randint(1, 4))
        self.niveaus = {deel.value: Niveau.A2.value for deel in delen}
        op = na + self.los(5, 50)
        self.nieuw_pip_op = self._pip(
            op, op + dagen(5), op + dagen(12), self.kans.choice(teksten.AFSCHALEN)
        )

    def _participatie(self) -> None:
        if not self.valt("duaal traject"):
            return
        begin = eerste_werkdag_vanaf(self.start + self.los(40, 420))
        samen = self.valt("taal en participatie geintegreerd")
        vorm = self.kans.choice(list(Participatievorm))
        plaats = self.kans.choice(teksten.PLAATSEN)
        sector, niveau, taalrijk = teksten.WERKPLEKKEN[plaats]
        self.doe(
            begin + self.los(0, 20), H.PARTICIPATIE_STARTEN, begin=begin,
            vorm=vorm.value, plaats=plaats, sector=sector, beroepsniveau=niveau,
            contract=CONTRACT.get(vorm, Contractsoort.ONBEKEND).value, taalrijk=taalrijk,
            samenhang=(Samenhang.GEINTEGREERD if samen else Samenhang.PARALLEL).value,
            uren_per_week=self.kans.choice((4, 8, 12, 16, 20, 24, 32)),
        )  # fmt: skip
        if self.kans.random() < 0.5:
            einde = begin + self.los(60, 400)
            self.doe(
                einde + self.los(0, 20), H.PARTICIPATIE_BEEINDIGEN, id=LAATSTE,
                einde=einde, reden_einde=self.kans.choice(list(RedenEindeParticipatie)).value,
            )  # fmt: skip

    def _pvt(self) -> date:
        begin = self.start + self.duur("PIP tot PVT")
        begin = eerste_werkdag_vanaf(min(begin, self.einde_termijn - dagen(120)))
        self.doe(begin, H.PVT_STARTEN, begonnen_op=begin)
        getekend = eerste_werkdag_vanaf(begin + self.los(14, 60))
        return self.doe(
            getekend, H.PVT_ONDERTEKENEN, id=LAATSTE, ondertekend_op=getekend,
            uren=self.kans.choice((12, 12, 14, 16)),
        )  # fmt: skip

    def _map(self, wissel: date | None) -> list[date]:
        if self.route == OND:
            return []
        begin = self.start + self.duur("PIP tot MAP")
        if self.eerste_route == OND and wissel:
            begin = max(begin, wissel + dagen(10))
        # Within the term, also when a few weeks are lost on the way.
        begin = eerste_werkdag_vanaf(min(begin, self.einde_termijn - dagen(260)))
        self.doe(begin, H.MAP_STARTEN, begonnen_op=begin)
        gesprek = eerste_werkdag_vanaf(begin + self.los(50, 200))
        return [
            self.doe(
                gesprek, H.MAP_AFRONDEN, id=LAATSTE, eindgesprek_op=gesprek,
                praktijkuren=self.kans.choice((40, 42, 48, 64)),
            )
        ]  # fmt: skip

    def _gesprekken(self, tot: date) -> None:
        dag = self.start + self.duur("tussen twee gesprekken")
        while dag < tot:
            dag = eerste_werkdag_vanaf(dag)
            volgend = dag + self.duur("tussen twee gesprekken")
            gepland = volgend - self.los(0, 14) if self.kans.random() < 0.6 else None
            self.doe(
                dag + self.los(0, 3), H.VOORTGANGSGESPREK_VOEREN, gevoerd_op=dag,
                vorm=self.kans.choice(list(Gespreksvorm)).value,
                verslag=self.kans.choice(teksten.VERSLAG),
                afspraken=self.kans.choice(teksten.AFSPRAKEN), volgend_gesprek_op=gepland,
            )  # fmt: skip
            dag = volgend + DAG

    # --- Exams ------------------------------------------------------------------------

    def _niveau(self, deel: Onderdeel) -> str:
        if deel == Onderdeel.KNM:
            return ""
        if deel.value in self.niveaus:
            return self.niveaus[deel.value]
        return (Niveau.B2 if self.streeft_naar_b2 else Niveau.B1).value

    def _examens(self, na: date) -> list[date]:
        eerste = na + self.duur("PIP tot eerste examen")
        if self.bijzonder == X.VERLENGING:
            eerste = max(eerste, self.dagtekening + dagen(1010))
        klaar = []
        if self.route == OND:
            dag = eerste_werkdag_vanaf(na + self.los(320, 560))
            klaar.append(self._uitslag(Onderdeel.TAALSCHAKELTRAJECT, "", dag, True))
        for deel in EXAMENONDERDELEN:
            if deel.value not in self.al_gehaald:
                dag = eerste
                if deel.value in self.niveaus and self.nieuw_pip_op:
                    dag = max(dag, self.nieuw_pip_op + dagen(20))
                klaar.append(self._onderdeel(deel, dag))
                eerste += self.los(5, 50)
        return klaar

    def _onderdeel(self, deel: Onderdeel, dag: date) -> date:
        """Attempt until it is passed (at the latest the seventh time)."""
        naam = "examen gehaald"
        if self.bijzonder == X.VEEL_POGINGEN:
            naam = "examen gehaald bij veel pogingen"
        for poging in range(7):
            dag = eerste_werkdag_vanaf(dag)
            gehaald = poging == 6 or self.valt(naam)
            niveau = self._niveau(deel)
            op = self._uitslag(deel, niveau, dag, gehaald)
            if gehaald:
                break
            dag = dag + self.duur("tussen twee pogingen")
        return op

    def _uitslag(self, deel: Onderdeel, niveau: str, dag: date, gehaald: bool) -> date:
        resultaat, reden = Examenresultaat.GESLAAGD, ""
        if deel in EXAMENONDERDELEN:
            op = max(self.start, eerste_werkdag_vanaf(dag - AANMELDEN_VOORAF))
            self.doe(
                op, H.EXAMEN_AANMELDEN, onderdeel=deel.value, aangemeld_op=op,
                examen_op=dag, herkomst=Herkomst.INBURGERAAR.value,
            )  # fmt: skip
        if not gehaald:
            resultaat = Examenresultaat.GEZAKT
            if self.valt("examen zonder resultaat"):
                resultaat = Examenresultaat.GEEN
                reden = self.kans.choice(list(RedenGeenResultaat)).value
        return self.doe(
            dag + self.los(14, 45), H.EXAMEN_VASTLEGGEN, onderdeel=deel.value,
            niveau=niveau, afgelegd_op=dag, resultaat=resultaat.value, reden=reden,
        )  # fmt: skip

    def _examen_van_eerder(self) -> None:
        """An exam passed before registration: a fact, kept with its source."""
        if self.route == Z:
            return
        for deel in self.kans.sample(list(EXAMENONDERDELEN), self.kans.randint(1, 2)):
            self.al_gehaald.add(deel.value)
            self.doe(
                self.begin + self.los(1, 40), H.EXAMEN_VASTLEGGEN, onderdeel=deel.value,
                niveau="" if deel == Onderdeel.KNM else Niveau.B1.value,
                afgelegd_op=self.begin - self.los(60, 600),
                resultaat=Examenresultaat.GESLAAGD.value,
                herkomst=Herkomst.INBURGERAAR.value,
            )  # fmt: skip

    def _vrij_van_onderdeel(self) -> None:
        op = eerste_werkdag_vanaf(self.start + self.los(20, 200))
        gegevens: dict[str, Any] = {"besloten_op": op - self.los(2, 10)}
        if self.route == Z:
            gegevens |= {"soort": S.ONTHEFFING_GEDEELTELIJK.value, "maximum_uren": 400}
        else:
            deel = self.kans.choice(TAALONDERDELEN)
            self.al_gehaald.add(deel.value)
            gegevens |= {
                "soort": S.VRIJSTELLING_GEDEELTELIJK.value, "onderdeel": deel.value,
                "niveau": Niveau.B1.value, "grond": Vrijstellingsreden.GED.value,
            }  # fmt: skip
        self.doe(op, H.DUOBESLUIT_VASTLEGGEN, **gegevens)

    # --- The end ----------------------------------------------------------------------

    def einde(self, behaald: date) -> None:
        """Once every part is met: wait for DUO, and close."""
        self._verlenging(behaald)
        loopt = self._lopend(behaald)
        self.blad = [
            a
            for a in self.blad
            if a.dag < behaald or a.handeling not in NIET_MEER_NODIG
        ]
        dag = eerste_werkdag_vanaf(behaald + DAG)
        if H.AANBOD_BEEINDIGEN in loopt:
            self._einde_aanbod(dag, RedenEindeAanbod.AFGEROND)
        if H.PARTICIPATIE_BEEINDIGEN in loopt:
            self.doe(
                dag, H.PARTICIPATIE_BEEINDIGEN, id=LAATSTE, einde=dag,
                reden_einde=RedenEindeParticipatie.AFGEROND.value,
            )  # fmt: skip
        op = eerste_werkdag_vanaf(
            max(behaald + self.duur("behaald tot besluit van DUO"), dag + DAG)
        )
        besloten = max(behaald, op - self.los(2, 6))
        self.doe(
            op, H.DUOBESLUIT_VASTLEGGEN, soort=S.VOLDAAN.value, besloten_op=besloten
        )
        if not self.valt("dossier blijft na het einde open"):
            self._sluit(
                op + self.duur("einde plicht tot afsluiten"), RedenAfsluiting.VOLDAAN
            )

    def _lopend(self, op: date) -> set[Handeling]:
        """Which ends are still to be written for what began before a day."""
        open_: set[Handeling] = set()
        for a in sorted(self.blad, key=lambda a: a.dag):
            if a.dag >= op:
                break
            if a.handeling == H.AANBOD_DOEN:
                open_.add(H.AANBOD_BEEINDIGEN)
            elif a.handeling == H.PARTICIPATIE_STARTEN:
                open_.add(H.PARTICIPATIE_BEEINDIGEN)
            else:
                open_.discard(a.handeling)
        return open_

    def _verlenging(self, behaald: date) -> None:
        einde = self.einde_termijn
        if behaald < einde - dagen(60):
            return
        if self.bijzonder != X.VERLENGING and self.kans.random() > 0.6:
            return
        op = max(eerste_werkdag_vanaf(einde - self.los(20, 150)), self.start + DAG)
        if op >= behaald:
            return
        gevraagd = eerste_werkdag_vanaf(op - dagen(14))
        if gevraagd > self.start and gevraagd >= einde - dagen(170):
            self.doe(
                gevraagd, H.AANVRAAG_VASTLEGGEN, ingediend_op=gevraagd,
                soort=Aanvraagsoort.VERLENGING.value,
                grond=Verlengingsgrond.INSPANNING.value,
            )  # fmt: skip
        self.doe(
            op, H.DUOBESLUIT_VASTLEGGEN, soort=S.VERLENGING.value,
            besloten_op=op - self.los(1, 6), einddatum=einde + dagen(182),
            grond=Verlengingsgrond.INSPANNING.value,
        )  # fmt: skip

    def _verhuist(self, dag: date, soort: Verhuissoort) -> date:
        """Move away (without which the file cannot close for that reason) or come back.

        Gives the day on which the file was handed over.
        """
        dag = eerste_werkdag_vanaf(dag)
        self.doe(
            dag, H.VERHUIZING_VASTLEGGEN, soort=soort.value, verhuisd_op=dag,
            gemeente_code=ELDERS,
        )  # fmt: skip
        over = eerste_werkdag_vanaf(dag + DAG)
        return self.doe(over, H.VERHUIZING_OVERDRAGEN, id=LAATSTE, overgedragen_op=over)

    def _sluit(self, dag: date, reden: RedenAfsluiting) -> date:
        dag = eerste_werkdag_vanaf(dag)
        return self.doe(dag, H.TRAJECT_AFSLUITEN, afgesloten_op=dag, reden=reden.value)

    def afbreken(self, behaald: date) -> None:
        """Somebody dies, leaves, moves, is exempted: the life ends before its end."""
        op = min(eerste_werkdag_vanaf(self.begin + self.los(45, 900)), behaald)
        if self.bijzonder == X.DUO_EERDER:
            op = behaald - 3 * DAG
        self.blad = [a for a in self.blad if a.dag <= op]
        op = eerste_werkdag_vanaf(op + DAG)
        if self.bijzonder == X.VERHUISD:
            self._sluit(
                self._verhuist(op, Verhuissoort.NAAR_GEMEENTE), RedenAfsluiting.VERHUISD
            )
            return
        if self.bijzonder == X.OVERLEDEN:
            overleden = op - self.los(2, 9)
            # Who died does nothing any more in the days until the office hears of it.
            self.blad = [a for a in self.blad if a.dag < overleden]
            self.doe(op, H.TRAJECT_AANVULLEN, overleden_op=overleden)
            self._sluit(op + self.los(1, 10), RedenAfsluiting.OVERLEDEN)
            return
        besloten = op - self.los(1, 5)
        if self.bijzonder == X.DUO_EERDER:
            self.doe(
                op, H.DUOBESLUIT_VASTLEGGEN, soort=S.VOLDAAN.value, besloten_op=besloten
            )
            return
        gegevens: dict[str, Any] = {"besloten_op": besloten, "ingang": besloten}
        reden = RedenAfsluiting.PLICHT_GEEINDIGD
        if self.bijzonder == X.VERTROKKEN:
            gegevens |= {
                "soort": S.PLICHT_BEEINDIGD.value,
                "reden_einde": RedenEindePlicht.VERTREK.value,
            }
            reden = RedenAfsluiting.VERTROKKEN
        elif self.bijzonder == X.ONTHEFFING:
            gegevens |= {
                "soort": S.ONTHEFFING_GEHEEL.value,
                "grond": Ontheffingsgrond.MED.value,
            }
        else:
            gegevens |= {
                "soort": S.VRIJSTELLING_GEHEEL.value,
                "grond": Vrijstellingsreden.DIP.value,
            }
        op = self.doe(op, H.DUOBESLUIT_VASTLEGGEN, **gegevens)
        if not self.valt("dossier blijft na het einde open"):
            self._sluit(op + self.duur("einde plicht tot afsluiten"), reden)

    def zonder_plicht(self) -> None:
        """Somebody without a duty, whom the municipality helps: no plan, no term."""
        self.blad = [a for a in self.blad if a.handeling in OOK_ZONDER_PLICHT]
        eerste = self.blad[0]
        eerste.gegevens = {
            **eerste.gegevens, "volggrond": Volggrond.VRIJWILLIG.value,
            "datum_plicht": None, "datum_kennisgeving": None,
        }  # fmt: skip
        for a in self.blad[1:]:
            for naam in ("datum_plicht", "datum_kennisgeving"):
                a.gegevens.pop(naam, None)
        op = max(a.dag for a in self.blad) + self.los(30, 90)
        self._kwartaal(Urensoort.TAAL, op, op + dagen(90), op + dagen(95), 6, None)
        if self.valt("duaal traject"):
            self._sluit(op + self.los(120, 400), RedenAfsluiting.NIET_GEVOLGD)

    def ten_onrechte(self) -> None:
        """Imposed by mistake, as DUO says: closed before anything came of it."""
        op = self.begin + self.los(5, 25)
        self.blad = [a for a in self.blad if a.dag < op]
        op = self.doe(
            eerste_werkdag_vanaf(op), H.DUOBESLUIT_VASTLEGGEN, besloten_op=op,
            soort=S.PLICHT_BEEINDIGD.value, reden_einde=RedenEindePlicht.ONTERECHT.value,
        )  # fmt: skip
        self._sluit(op + DAG, RedenAfsluiting.TEN_ONRECHTE)

    def pauze(self, behaald: date) -> None:
        """Lie still for some weeks: temporarily exempted, or closed and reopened."""
        op = min(self.begin + self.los(60, 700), behaald - 14 * DAG)
        op = eerste_werkdag_vanaf(max(op, self.begin + DAG))
        weken = self.kans.randint(8, 40) if self.bijzonder == X.TIJDELIJK_VRIJ else 6
        stap = timedelta(weeks=weken)
        for a in self.blad:
            if a.dag > op:
                a.dag += stap
                a.gegevens = {
                    naam: w + stap if isinstance(w, date) and w > op else w
                    for naam, w in a.gegevens.items()
                }
        if self.bijzonder == X.TIJDELIJK_VRIJ:
            self.doe(
                op, H.DUOBESLUIT_VASTLEGGEN, soort=S.VRIJSTELLING_TIJDELIJK.value,
                besloten_op=op, ingang=op, einddatum=op + stap, grond=Vrijstellingsreden.INS.value,
            )  # fmt: skip
            return
        # What was done on the day itself was done here.
        op = self._verhuist(op + DAG, Verhuissoort.NAAR_GEMEENTE)
        self._sluit(op, RedenAfsluiting.VERHUISD)
        terug = eerste_werkdag_vanaf(op + self.los(7, 28))
        self.doe(
            terug, H.TRAJECT_HEROPENEN, id=LAATSTE, heropend_op=terug,
            reden_heropening=self.kans.choice(teksten.HEROPEND),
        )  # fmt: skip
        self._verhuist(terug, Verhuissoort.UIT_GEMEENTE)

    def leven(self) -> Leven:
        """Give every act its hour, in the order of the days."""
        self.blad.sort(key=lambda a: a.dag)
        daden = []
        vorige, hoeveelste = date.min, 0
        for a in self.blad:
            hoeveelste = hoeveelste + 1 if a.dag == vorige else 0
            vorige = a.dag
            minuut = min(9 * 60 + hoeveelste * 11, 23 * 60)
            op = datetime.combine(a.dag, time(minuut // 60, minuut % 60), HIER)
            daden.append(Daad(op, a.handeling, a.gegevens))
        return Leven(
            self.persoon, Doelgroep(self.groep), Leerroute(self.route), self.bijzonder,
            tuple(daden),
        )  # fmt: skip


def schrijf(
    opdracht: Opdracht, persoon: Persoon, groep: str, kans: Random, marges: Marges
) -> Leven:
    """Write one whole life."""
    verloop = Verloop(opdracht, persoon, groep, kans, marges)
    verloop.aankomst()
    if verloop.bijzonder == X.PIP_VAN_ELDERS:
        verloop.pip_van_elders()
    else:
        verloop.intake_en_pip()
    if verloop.bijzonder == X.ZONDER_PLICHT:
        verloop.zonder_plicht()
        return verloop.leven()
    behaald = verloop.route_lopen()
    omheen.omheen(verloop, behaald)
    if verloop.bijzonder in BREEKT_AF:
        verloop.afbreken(behaald)
    elif verloop.bijzonder == X.TEN_ONRECHTE:
        verloop.ten_onrechte()
    else:
        verloop.einde(behaald)
    if verloop.bijzonder in (X.TIJDELIJK_VRIJ, X.HEROPEND):
        verloop.pauze(behaald)
    return verloop.leven()
