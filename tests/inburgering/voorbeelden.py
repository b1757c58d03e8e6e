"""One example of every act: what somebody types, in which case, and what comes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from inburgering.actions import bijeenkomst
from inburgering.authorization.spil import AnyHandeling
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.bestanden.upload import Upload
from inburgering.models import (
    PIP,
    Aanbieder,
    Bijeenkomst,
    Cursus,
    Doel,
    Inburgeraar,
    Notitie,
    Roosterregel,
    Taak,
    Traject,
    Wachtreden,
)
from inburgering.wet.handelingen import Handeling
from tests.inburgering.bijlagen import Bijlage, pdf
from tests.inburgering.cast import VANDAAG, Leven, moment


H, W = Handeling, Werkhandeling
Invoer = Mapping[str, object]


def dag(dagen: int = 0) -> date:
    """Give the day so many days from today."""
    return VANDAAG + timedelta(days=dagen)


def d(dagen: int = 0) -> str:
    """Give that day the way people type it."""
    return f"{dag(dagen):%d-%m-%Y}"


def niets(life: Leven) -> None:
    """Nothing has to happen first."""


@dataclass(frozen=True)
class Voorbeeld:
    """An act on today's date in a case that came to ``stap``.

    ``veld`` is a date field of the form; ``tekst`` something typed that must never be
    lost. ``status`` is the state after the act, ``gebeurd`` the day it happened.
    """

    handeling: AnyHandeling
    stap: str
    invoer: Callable[[Leven], Invoer]
    model: str
    gebeurd: date
    status: str
    veld: str = ""
    tekst: str = ""
    vooraf: Callable[[Leven], object] = niets
    route: str = "b1_route"
    termijn: str = ""
    anders: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.handeling.value

    def maak(self, leven: Callable[..., Leven]) -> Leven:
        """Live on until the act can be done, and then until today."""
        life = leven(**self.anders).door_tot(self.stap, self.route)
        self.vooraf(life)
        return life.op(VANDAAG)

    def url(self, life: Leven) -> str:
        return f"/trajecten/{life.nummer}/{self.handeling.noun}/{self.handeling.verb}/"


def vul_aan(life: Leven) -> Invoer:
    """Give what the form of completing shows, with what came in."""
    p, t = life.traject.inburgeraar, life.traject
    return {
        "voornamen": p.voornamen, "geslachtsnaam": p.geslachtsnaam,
        "geboortedatum": "14-02-1991", "geslacht": p.geslacht,
        "nationaliteit": p.nationaliteit, "geboorteland": p.geboorteland,
        "verblijfstitel": p.verblijfstitel, "doelgroep": t.doelgroep,
        "verblijfsituatie": t.verblijfsituatie,
        "datum_plicht": f"{t.datum_plicht:%d-%m-%Y}",
        "datum_kennisgeving": d(-3), "datum_inschrijving": d(-120),
        "woonplaats": "Delft", "contacttaal": "Arabisch",
    }  # fmt: skip


def aanbod(life: Leven, **anders: object) -> Invoer:
    return {
        "aanbieder": Aanbieder.objects.get(naam="Taalhuis Delft").pk,
        "cursus": Cursus.objects.get(aanbieder__naam="Taalhuis Delft", naam="B1 overdag").pk,
        "aangeboden_op": d(), "leerroute": "b1_route", "verwacht_begin": d(20),
    } | anders  # fmt: skip


def met_aanbod(life: Leven, begonnen: bool = False) -> None:
    life.na(1).doe(
        "aanbod", "doen", aanbieder=Aanbieder.objects.get(naam="Taalhuis Delft"),
        aangeboden_op=life.dag, leerroute="b1_route",
    )  # fmt: skip
    if begonnen:
        life.na(5).doe("aanbod", "starten", begonnen_op=life.dag)


def met_participatie(life: Leven, na: int = 1) -> None:
    life.na(na).doe(
        "participatie", "starten", vorm="stage", plaats="Apotheek De Haven",
        samenhang="parallel", uren_per_week=16, begin=life.dag,
    )  # fmt: skip


def met_afspraak(life: Leven) -> None:
    life.na(1).doe(
        "afspraak", "maken", onderwerp="taal", omschrijving="Elke week naar het taalcafé",
        eigenaar="inburgeraar", grondslag="wi2021", gemaakt_op=life.dag,
        uiterlijk=life.dag + timedelta(days=30),
    )  # fmt: skip


def met_bijeenkomst(life: Leven, **anders: object) -> Bijeenkomst:
    """Plan a PVT evening of three hours, ten days from today."""
    values = {
        "soort": "pvt", "titel": "PVT, avond 1", "dag": dag(10), "begin": time(19),
        "einde": time(22), "plaats": "Zaal 2, Markt 1", "taal": "Arabisch",
        "tolk": False, "plaatsen": 3, "door": "Vluchtelingenhulp", "uren": 3,
        "ondertekenen": False,
    } | anders  # fmt: skip
    return bijeenkomst.plannen(by=life.lid, on=moment(life.dag), **values).feit


def met_uitnodiging(life: Leven) -> None:
    made = met_bijeenkomst(life, dag=dag(-1), soort="voorlichting")
    life.doe(
        "deelname", "uitnodigen", bijeenkomst=made, uitgenodigd_op=life.dag,
        wijze="brief",
    )  # fmt: skip


def met_afgelasting(life: Leven) -> None:
    """Invite to a meeting and call it off."""
    made = met_bijeenkomst(life, soort="voorlichting")
    life.doe(
        "deelname", "uitnodigen", bijeenkomst=made, uitgenodigd_op=life.dag,
        wijze="telefoon",
    )  # fmt: skip
    bijeenkomst.afgelasten(
        by=life.lid, on=moment(life.dag), id=made.pk, reden="De zaal is dicht"
    )


def met_taak(life: Leven) -> None:
    life.na(1).doe(
        "taak", "maken", omschrijving="Bel de school",
        uiterlijk=life.dag + timedelta(days=14),
    )  # fmt: skip


def met_agendapunt(life: Leven) -> None:
    life.na(1).doe(
        "agendapunt", "maken", soort="intake", dag=life.dag, begin=time(10),
        einde=time(11), vorm="kantoor", plaats="Kamer 4", tolktaal="Arabisch", wie=None,
    )  # fmt: skip


def met_taal(life: Leven) -> None:
    life.doe("taal", "vastleggen", taal="Koerdisch", spreken="moedertaal", lezen="niet")


def met_taal_ingetrokken(life: Leven) -> None:
    met_taal(life)
    life.doe("taal", "intrekken", id=life.zaak.feit.pk, reden="Verkeerd dossier")


def met_aandachtspunt(life: Leven) -> None:
    life.na(1).doe(
        "aandachtspunt", "zetten", soort="via_begeleider", reden="Via haar zus",
        van=life.dag, herzien_op=life.dag + timedelta(days=180),
    )  # fmt: skip


def met_agendapunt_afgezegd(life: Leven) -> None:
    met_agendapunt(life)
    life.na(1).doe("agendapunt", "afzeggen", id=life.zaak.feit.pk, reden="Ziek gemeld")


def met_aandachtspunt_voorbij(life: Leven) -> None:
    met_aandachtspunt(life)
    life.na(1).doe("aandachtspunt", "beeindigen", id=life.zaak.feit.pk, tot=life.dag)


def met_rooster(life: Leven) -> None:
    life.na(1).doe(
        "rooster", "toevoegen", dagen=["1"], begin="09:00", einde="12:00", soort="les",
        waar="Taalhuis", van=life.dag,
    )  # fmt: skip


def met_doel(life: Leven, **anders: object) -> Doel:
    values = {
        "domein": "zorg", "omschrijving": "Ik maak zelf een afspraak met de huisarts",
        "waarom": "Dan hoeft mijn zoon niet mee", "gesteld_op": life.dag,
    } | anders  # fmt: skip
    return life.na(1).doe("doel", "stellen", **values).feit


def met_doel_bereikt(life: Leven) -> None:
    goal = met_doel(life)
    life.na(2).doe(
        "doel", "beeindigen", id=goal.pk, geeindigd_op=life.dag, uitkomst="bereikt"
    )


def met_wachtplek(life: Leven, **anders: object) -> None:
    velden = {"leerroute": "b1_route", "dagdelen": ["maandag_avond"]} | anders
    life.na(1).doe("wachtlijst", "opnemen", **{"sinds": life.dag} | velden)


def met_wachtplek_voorbij(life: Leven) -> None:
    met_wachtplek(life)
    life.na(1).doe(
        "wachtlijst", "beeindigen", id=life.zaak.feit.pk, tot=life.dag,
        reden_einde="ingetrokken",
    )  # fmt: skip


def met_schoolkeuze(life: Leven, **anders: object) -> None:
    velden = {"school": "Taalhoek", "keurmerk": "nee"} | anders
    life.na(1).doe("schoolkeuze", "vastleggen", **{"begonnen_op": life.dag} | velden)


def met_lening(life: Leven) -> None:
    life.na(1).doe("lening", "vastleggen", gevraagd_op=life.dag, uitkomst="onbekend")


def met_keuzeadvies(life: Leven) -> None:
    life.na(1).doe(
        "keuzeadvies", "vastleggen", gegeven_op=life.dag, onderwerp="school",
        advies="Kies een school met keurmerk",
    )  # fmt: skip


def met_behoefte(life: Leven) -> None:
    life.na(1).doe(
        "behoefte", "vastleggen", vastgesteld_op=life.dag, uitkomst="onbekend"
    )


def met_taak_klaar(life: Leven) -> None:
    met_taak(life)
    taak = Taak.objects.latest("id")
    life.na(2).doe("taak", "afronden", id=taak.pk, klaar_op=life.dag)


def met_wachtreden(life: Leven, reden: str = "geen_klas") -> None:
    life.na(1).doe(
        "wachtreden", "vastleggen", stap="inburgeringsaanbod-1", reden=reden,
        sinds=life.dag,
    )  # fmt: skip


def met_wachtreden_voorbij(life: Leven) -> None:
    met_wachtreden(life)
    row = Wachtreden.objects.latest("id")
    life.na(1).doe("wachtreden", "beeindigen", id=row.pk, tot=life.dag)


def met_rooster_ingetrokken(life: Leven) -> None:
    met_rooster(life)
    row = Roosterregel.objects.latest("id")
    life.na(1).doe("rooster", "intrekken", id=row.pk, reden="Verkeerd dossier")


VOORINBURGERING = {
    "organisatie": "Opvang De Brug", "onderdelen": "Taalles en begeleiding",
    "uren": "60", "resultaat": "Leest en schrijft het alfabet",
}  # fmt: skip
OVERDRACHT = {
    "richting": "van_opvang", "met_wie": "COA, casemanager", "punten": ["gezin", "hulp"],
    "verslag": "Wil snel weer werken",
}  # fmt: skip


def met_voorinburgering(life: Leven) -> None:
    life.na(1).doe(
        "voorinburgering", "vastleggen", ingestemd=True, organisatie="Opvang De Brug",
        begonnen_op=life.dag - timedelta(days=90),
    )  # fmt: skip


def met_overdracht(life: Leven) -> None:
    life.na(1).doe("overdracht", "vastleggen", **OVERDRACHT | {"gesprek_op": life.dag})


NOTITIE = {"soort": "school", "deelbaar": "nee"}


def met_notitie(life: Leven) -> None:
    life.na(1).doe(
        "notitie", "toevoegen", onderwerp="Lessen", tekst="Wil liever overdag",
        soort="school",
    )  # fmt: skip


def met_notitie_bovenaan(life: Leven) -> None:
    met_notitie(life)
    life.doe("notitie", "vastzetten", id=Notitie.objects.latest("id").pk)


CONTACT = {
    "kanaal": "telefoon", "richting": "van_ons", "onderwerp": "lessen",
    "met_wie": "inburgeraar", "uitkomst": "bereikt",
}  # fmt: skip


def met_contact(life: Leven, **anders: object) -> None:
    velden = CONTACT | {"tolktaal": "", "tekst": "Komt maandag weer"} | anders
    life.na(1).doe("contact", "vastleggen", **{"gesproken_op": life.dag} | velden)


def met_gezinslid(life: Leven) -> str:
    """Register somebody of the family; give the number of that file."""
    number = 8_000 + Inburgeraar.objects.count()
    return Leven(life.lid, number, voornamen="Omar").nummer


def ander(life: Leven) -> str:
    return Traject.objects.exclude(pk=life.traject.pk).latest("id").nummer


def met_gezinsband(life: Leven) -> None:
    life.na(1).doe(
        "gezin", "koppelen", ander=met_gezinslid(life), soort="partner", begin=life.dag
    )


def met_gezinsband_voorbij(life: Leven) -> None:
    met_gezinsband(life)
    life.na(1).doe("gezin", "ontkoppelen", id=life.zaak.feit.pk, einde=life.dag)


def met_ontzorgen(life: Leven) -> None:
    life.na(1).doe(
        "ontzorgen", "starten", begonnen_op=life.dag, bijstand=True,
        huur="gemeente_betaalt", energie="gemeente_betaalt",
        zorgverzekering="gemeente_betaalt",
    )  # fmt: skip


def naar_leiden(life: Leven) -> None:
    life.na(1).doe(
        "verhuizing", "vastleggen", soort="naar_andere_gemeente", gemeente_code="0546",
        verhuisd_op=life.dag,
    )  # fmt: skip


def ten_onrechte(life: Leven) -> None:
    life.na(1).ten_onrechte()


def met_begeleiding(life: Leven) -> None:
    life.na(1).doe(
        "begeleiding", "starten", organisatie="VluchtelingenWerk Delft",
        begonnen_op=life.dag,
    )  # fmt: skip


def document(bestand: Bijlage) -> Invoer:
    return {
        "bestand": bestand, "soort": "uitslag", "titel": "Uitslag lezen B1",
        "gedateerd_op": d(-3), "herkomst": "duo", "ontvangen_op": d(-1), "wie": "open",
        "hoort_bij": "",
    }  # fmt: skip


def met_document(life: Leven) -> None:
    life.na(1).doe(
        "document", "toevoegen", bestand=Upload.lees("Uitslag.pdf", pdf("Eerste scan")),
        soort="uitslag", titel="Uitslag lezen", gedateerd_op=life.dag,
        herkomst="duo", ontvangen_op=life.dag, besloten=False, feit_soort="",
        feit_id=None,
    )  # fmt: skip


def met_pvt(life: Leven) -> None:
    life.na(1).doe("pvt", "starten", begonnen_op=life.dag)


def met_aanvraag(life: Leven) -> None:
    life.na(1).doe(
        "aanvraag", "vastleggen", soort="ontheffing_bijzonder", ingediend_op=life.dag,
    )  # fmt: skip


def met_map(life: Leven) -> None:
    life.na(1).doe("map", "starten", begonnen_op=life.dag)


def z_route_bijna_klaar(life: Leven) -> None:
    begin = life.dag
    met_pvt(life)
    life.na(1).doe("pvt", "ondertekenen", ondertekend_op=life.dag, uren=12)
    met_map(life)
    life.na(1).doe("map", "afronden", eindgesprek_op=life.dag, praktijkuren=44)
    life.na(60)
    for soort in ("taalles", "participatie"):
        life.doe(
            "uren", "vastleggen", soort=soort, van=begin, tot_en_met=life.dag, uren=800
        )


PLAN = {
    "leerroute": "b1_route", "alfabetisering": "niet_van_toepassing",
    "intensiteit": "700", "wensen": "Weer als apotheker werken",
    "doelen": "Op B1 lezen en schrijven", "participatie": "Stage in een apotheek",
    "voortgang": "Elke drie maanden een gesprek", "begeleiding": "Een taalmaatje",
    "pvt_uren": "12", "map_uren": "40", "gesprek_weken": "13",
}  # fmt: skip
LANG_GELEDEN = {"begin": date(2023, 1, 23)}


def gemeld(life: Leven) -> None:
    """Something of the plan was not done, a fortnight ago."""
    life.op(dag(-14)).doe(
        "handhaving", "melden", aanleiding="pip_niet_nagekomen", grondslag="wi2021",
        gebeurd_op=dag(-15),
    )  # fmt: skip


def geholpen(life: Leven) -> None:
    """Somebody called, heard why and offered help."""
    gemeld(life)
    life.na(1).doe(
        "handhaving", "onderzoeken", gebeld_op=life.dag, oorzaak_op=life.dag,
        oorzaak="geen_reden", hulp_op=life.dag, hulp="Andere lestijden",
    )  # fmt: skip


def besproken(life: Leven) -> None:
    """There was a talk about it."""
    geholpen(life)
    life.na(1).doe("handhaving", "bespreken", gesprek_op=life.dag)


def gewaarschuwd(life: Leven) -> None:
    """There was a warning."""
    besproken(life)
    life.na(1).doe("handhaving", "waarschuwen", gewaarschuwd_op=life.dag)


def overwogen(life: Leven) -> None:
    """A sanction is considered, with the right to silence and a report."""
    gewaarschuwd(life)
    life.na(1).doe(
        "handhaving", "overwegen", overwogen_op=life.dag, cautie_op=life.dag,
        cautie_taal="Arabisch", tolk=True, rapport_op=life.dag,
    )  # fmt: skip


def gehoord(life: Leven) -> None:
    """The person said what there was to say."""
    overwogen(life)
    life.na(1).doe(
        "handhaving", "horen", zienswijze_op=life.dag, zienswijze_gebruikt=True,
        zienswijze="Ik wist het niet",
    )  # fmt: skip


def besloten(life: Leven) -> None:
    """It was decided that there is no sanction."""
    gehoord(life)
    life.na(1).doe(
        "handhaving", "besluiten", besluit_op=life.dag, besluit="geen_sanctie",
        motivering="Het was een misverstand",
    )  # fmt: skip


def met_bezwaar(life: Leven) -> None:
    """Somebody objected to the plan."""
    life.na(1).doe("pip", "versturen", verstuurd_op=life.dag)
    sent = life.dag
    life.op(dag(-10)).doe(
        "bezwaar", "vastleggen", tegen="pip", bekend_op=sent, ontvangen_op=life.dag,
    )  # fmt: skip


def tegen_iets_anders(life: Leven) -> None:
    """Somebody objected to a decision that another colleague took."""
    life.op(dag(-10)).doe(
        "bezwaar", "vastleggen", tegen="anders", bekend_op=dag(-40),
        ontvangen_op=life.dag,
    )  # fmt: skip


def beslist(life: Leven) -> None:
    """The objection was decided."""
    tegen_iets_anders(life)
    life.na(1).doe("bezwaar", "beslissen", besloten_op=life.dag, uitkomst="ingetrokken")


def met_klantmanager(life: Leven) -> None:
    """Somebody has the case, whom a letter can name."""
    life.doe("traject", "toewijzen", klantmanager=life.lid.gebruiker)


def te_schrijven(life: Leven) -> None:
    """There was a warning, and there is somebody to call."""
    gewaarschuwd(life)
    met_klantmanager(life)


def beslist_en_te_schrijven(life: Leven) -> None:
    """The objection was decided, and there is somebody to call."""
    beslist(life)
    met_klantmanager(life)


def met_beroep(life: Leven) -> None:
    """Somebody appealed."""
    beslist(life)
    life.na(1).doe("bezwaar", "versturen", verstuurd_op=life.dag)
    life.na(1).doe("beroep", "vastleggen", beroep_op=life.dag)


INTAKEGESPREK = {
    "vorm": "op_kantoor", "tolktaal": "Arabisch", "besproken": "School en werk in Syrië",
}  # fmt: skip


def met_intakegesprek(life: Leven) -> None:
    life.doe(
        "intakegesprek", "vastleggen", gevoerd_op=life.dag, vorm="in_de_opvang",
        besproken="Kennismaking",
    )  # fmt: skip


def met_uitspraak(life: Leven) -> None:
    """The court ruled."""
    met_beroep(life)
    life.na(1).doe("beroep", "afronden", uitspraak_op=life.dag, uitspraak="ongegrond")


def met_hoger_beroep(life: Leven) -> None:
    """Somebody went on to the highest court."""
    met_uitspraak(life)
    life.na(1).doe("hogerberoep", "vastleggen", hoger_beroep_op=life.dag)


VOORBEELDEN: tuple[Voorbeeld, ...] = (
    Voorbeeld(
        H.TRAJECT_AANVULLEN, "aangemeld", vul_aan, "Traject", VANDAAG, "aangemeld",
        veld="datum_kennisgeving", tekst="contacttaal", termijn="pip_vaststellen",
    ),
    Voorbeeld(
        H.INTAKE_STARTEN, "aangemeld", lambda life: {"gestart_op": d(-2)},
        "BredeIntake", dag(-2), "brede_intake", veld="gestart_op",
    ),
    Voorbeeld(
        H.INTAKE_INVULLEN, "brede_intake",
        lambda life: {
            "opleiding_niveau": "bachelor", "opleiding_jaren": "14",
            "werk_beroep": "Apotheker", "ambitie_beroep_antwoord": "wil_niet_zeggen",
        },
        "BredeIntake", VANDAAG, "brede_intake", tekst="werk_beroep",
    ),
    Voorbeeld(
        H.INTAKE_AFRONDEN, "brede_intake",
        lambda life: {"afgerond_op": d(-1), "routeadvies": "b1_route", "routeadvies_reden": "Leest goed"},
        "BredeIntake", dag(-1), "pip_opstellen", veld="afgerond_op",
        termijn="brede_intake",
    ),
    Voorbeeld(
        H.LEERBAARHEIDSTOETS_VASTLEGGEN, "brede_intake",
        lambda life: {
            "afgenomen": "ja", "afgenomen_op": d(-4), "uitkomst": "b1_route_haalbaar",
            "herkomst": "duo",
        },
        "Leerbaarheidstoets", dag(-4), "brede_intake", veld="afgenomen_op",
    ),
    Voorbeeld(
        H.PIP_OPSTELLEN, "pip_opstellen",
        lambda life: PLAN | {"opgesteld_op": d(-1)}, "PIP", dag(-1), "pip_opstellen",
        veld="opgesteld_op", tekst="wensen",
    ),
    Voorbeeld(
        H.PIP_BESPREKEN, "concept",
        lambda life: {
            "besproken_op": d(-1), "akkoord": "nee",
            "reden_geen_akkoord": "Ik wil eerst werken",
        },
        "PIP", dag(-1), "pip_opstellen", veld="besproken_op",
        tekst="reden_geen_akkoord",
    ),
    Voorbeeld(
        H.PIP_VASTSTELLEN, "besproken", lambda life: {"dagtekening": d()}, "PIP",
        VANDAAG, "leerroute", veld="dagtekening", termijn="pip_vaststellen",
    ),
    Voorbeeld(
        H.PIP_VERSTUREN, "leerroute", lambda life: {"verstuurd_op": d()}, "PIP",
        VANDAAG, "leerroute", veld="verstuurd_op", termijn="pip_versturen",
    ),
    Voorbeeld(
        H.PIP_OVERNEMEN, "aangemeld",
        lambda life: {
            "herkomst": "andere_gemeente", "dagtekening": d(-30),
            "leerroute": "z_route", "alfabetisering": "analfabeet",
        },
        "PIP", dag(-30), "leerroute", veld="dagtekening", termijn="inburgeringstermijn",
    ),
    Voorbeeld(
        H.AANBOD_DOEN, "leerroute", aanbod, "Inburgeringsaanbod", VANDAAG, "leerroute",
        veld="aangeboden_op", termijn="inburgeringsaanbod",
    ),
    Voorbeeld(
        H.AANBOD_STARTEN, "leerroute", lambda life: {"begonnen_op": d(-7)},
        "Inburgeringsaanbod", dag(-7), "leerroute", veld="begonnen_op",
        vooraf=met_aanbod,
    ),
    Voorbeeld(
        H.AANBOD_BEEINDIGEN, "leerroute",
        lambda life: {"beeindigd_op": d(-1), "reden_einde": "andere_aanbieder"},
        "Inburgeringsaanbod", dag(-1), "leerroute", veld="beeindigd_op",
        vooraf=lambda life: met_aanbod(life, begonnen=True),
    ),
    Voorbeeld(
        H.PARTICIPATIE_STARTEN, "leerroute",
        lambda life: {
            "vorm": "stage", "plaats": "Apotheek De Haven", "samenhang": "geintegreerd",
            "uren_per_week": "16", "begin": d(-1), "herkomst": "gemeente",
            "begeleider": "Mevrouw Smit", "sector": "zorg", "beroepsniveau": "hoger",
            "contract": "stage", "taalrijk": "ja",
        },
        "Participatie", dag(-1), "leerroute", veld="begin", tekst="plaats",
    ),
    Voorbeeld(
        H.PARTICIPATIE_BEEINDIGEN, "leerroute",
        lambda life: {"einde": d(), "reden_einde": "doorstroom_werk"},
        "Participatie", VANDAAG, "leerroute", veld="einde", vooraf=met_participatie,
    ),
    Voorbeeld(
        H.UREN_VASTLEGGEN, "leerroute",
        lambda life: {
            "soort": "taalles", "van": d(-30), "tot_en_met": d(-1), "uren": "48",
            "verzuim_geoorloofd": "4", "herkomst": "aanbieder",
            "aanbieder": Aanbieder.objects.get(naam="Taalhuis Delft").pk,
        },
        "GevolgdeUren", dag(-1), "leerroute", veld="tot_en_met",
    ),
    Voorbeeld(
        H.AFSPRAAK_MAKEN, "leerroute",
        lambda life: {
            "onderwerp": "taal", "omschrijving": "Elke week een uur oefenen",
            "eigenaar": "inburgeraar", "grondslag": "wi2021", "gemaakt_op": d(-1),
            "uiterlijk": d(60),
        },
        "Afspraak", dag(-1), "leerroute", veld="gemaakt_op", tekst="omschrijving",
        termijn="afspraak",
    ),
    Voorbeeld(
        H.AFSPRAAK_AFRONDEN, "leerroute",
        lambda life: {
            "resultaat": "niet_nagekomen", "afgerond_op": d(-1),
            "toelichting": "De bus reed niet meer",
        },
        "Afspraak", dag(-1), "leerroute", veld="afgerond_op", tekst="toelichting",
        vooraf=met_afspraak, termijn="afspraak",
    ),
    Voorbeeld(
        H.ONTZORGEN_STARTEN, "leerroute",
        lambda life: {
            "bijstand": "ja", "begonnen_op": d(-10), "huur": "gemeente_betaalt",
            "energie": "ander_instrument", "zorgverzekering": "niet_nodig",
            "reden_anders": "Een budgetcoach kijkt mee",
        },
        "Ontzorgen", dag(-10), "leerroute", veld="begonnen_op", tekst="reden_anders",
        termijn="ontzorgen",
    ),
    Voorbeeld(
        H.ONTZORGEN_BEEINDIGEN, "leerroute",
        lambda life: {"beeindigd_op": d(-1), "reden_einde": "zelfredzaam"},
        "Ontzorgen", dag(-1), "leerroute", veld="beeindigd_op", vooraf=met_ontzorgen,
        termijn="ontzorgen",
    ),
    Voorbeeld(
        H.BEGELEIDING_STARTEN, "leerroute",
        lambda life: {
            "organisatie": "VluchtelingenWerk Delft", "contactpersoon": "Ans de Wit",
            "begonnen_op": d(-3),
        },
        "Begeleiding", dag(-3), "leerroute", veld="begonnen_op", tekst="organisatie",
    ),
    Voorbeeld(
        H.BEGELEIDING_BEEINDIGEN, "leerroute",
        lambda life: {
            "beeindigd_op": d(-1), "reden_einde": "overgedragen",
            "overdracht": "Het wijkteam helpt verder met de post",
        },
        "Begeleiding", dag(-1), "leerroute", veld="beeindigd_op", tekst="overdracht",
        vooraf=met_begeleiding,
    ),
    Voorbeeld(
        H.GROEP_WIJZIGEN, "leerroute",
        lambda life: {
            "doelgroep": "gezinsmigrant_en_overige_migrant", "ingang": d(-2),
            "gedetailleerde_doelgroep": "gezinshereniger", "herkomst": "duo",
        },
        "Groepswijziging", dag(-2), "leerroute",
    ),
    Voorbeeld(
        H.VERHUIZING_VASTLEGGEN, "leerroute",
        lambda life: {
            "soort": "naar_andere_gemeente", "verhuisd_op": d(-2),
            "gemeente_code": "0546", "woonplaats": "Leiden", "herkomst": "brp",
        },
        "Verhuizing", dag(-2), "leerroute", veld="verhuisd_op", termijn="overdracht",
    ),
    Voorbeeld(
        H.VERHUIZING_OVERDRAGEN, "leerroute",
        lambda life: {
            "overgedragen_op": d(-1), "overdracht": "Gebeld met Leiden over de lessen",
        },
        "Verhuizing", dag(-1), "leerroute", veld="overgedragen_op", tekst="overdracht",
        vooraf=naar_leiden, termijn="overdracht",
    ),
    Voorbeeld(
        H.VOORTGANGSGESPREK_VOEREN, "leerroute",
        lambda life: {
            "gevoerd_op": d(), "vorm": "op_kantoor", "verslag": "Gaat goed vooruit",
            "volgend_gesprek_op": d(90),
        },
        "Voortgangsgesprek", VANDAAG, "leerroute", veld="gevoerd_op", tekst="verslag",
        termijn="voortgangsgesprek",
    ),
    Voorbeeld(
        H.PVT_STARTEN, "leerroute", lambda life: {"begonnen_op": d()}, "PVT", VANDAAG,
        "leerroute", veld="begonnen_op",
    ),
    Voorbeeld(
        H.PVT_ONDERTEKENEN, "leerroute",
        lambda life: {"ondertekend_op": d(-1), "uren": "12"}, "PVT", dag(-1),
        "leerroute", veld="ondertekend_op", vooraf=met_pvt,
    ),
    Voorbeeld(
        H.MAP_STARTEN, "leerroute", lambda life: {"begonnen_op": d()}, "MAP", VANDAAG,
        "leerroute", veld="begonnen_op",
    ),
    Voorbeeld(
        H.MAP_AFRONDEN, "leerroute",
        lambda life: {"eindgesprek_op": d(-1), "praktijkuren": "44"}, "MAP", dag(-1),
        "leerroute", veld="eindgesprek_op", vooraf=met_map,
    ),
    Voorbeeld(
        H.EXAMEN_VASTLEGGEN, "leerroute",
        lambda life: {
            "onderdeel": "lezen", "niveau": "B1", "afgelegd_op": d(-10),
            "resultaat": "geslaagd", "herkomst": "duo",
        },
        "Examenuitslag", dag(-10), "leerroute", veld="afgelegd_op",
    ),
    Voorbeeld(
        H.ZROUTE_AFRONDEN, "leerroute",
        lambda life: {"afgerond_op": d(), "verslag": "Mooi afgerond"},
        "ZRouteAfronding", VANDAAG, "onderdelen_behaald", veld="afgerond_op",
        tekst="verslag", vooraf=z_route_bijna_klaar, route="z_route",
        termijn="duo_voldaan",
    ),
    Voorbeeld(
        H.DUOBESLUIT_VASTLEGGEN, "leerroute",
        lambda life: {
            "soort": "vrijstelling_tijdelijk", "besloten_op": d(-3), "ingang": d(-3),
            "laatste_dag": d(200), "herkomst": "duo", "vrijstellingsreden": "OPL",
        },
        "DUOBesluit", dag(-3), "opgeschort", veld="besloten_op",
        tekst="vrijstellingsreden",
    ),
    Voorbeeld(
        H.AANVRAAG_VASTLEGGEN, "leerroute",
        lambda life: {
            "soort": "verlenging", "ingediend_op": d(-2), "grond": "ziekte",
            "herkomst": "inburgeraar",
        },
        "Aanvraag", dag(-2), "leerroute", veld="ingediend_op", tekst="grond",
    ),
    Voorbeeld(
        H.AANVRAAG_ADVISEREN, "leerroute",
        lambda life: {
            "advies_gevraagd_op": d(-8), "advies_op": d(-1), "advies": "toekennen",
            "toelichting": "Zorgt alleen voor drie kinderen",
        },
        "Aanvraag", dag(-1), "leerroute", veld="advies_op", tekst="toelichting",
        vooraf=met_aanvraag,
    ),
    Voorbeeld(
        H.HANDHAVING_MELDEN, "leerroute",
        lambda life: {
            "aanleiding": "verzuim_lessen", "grondslag": "wi2021", "gebeurd_op": d(-3),
            "omschrijving": "Vier lessen niet geweest",
        },
        "Handhaving", dag(-3), "leerroute", veld="gebeurd_op", tekst="omschrijving",
        termijn="afspraak_contact",
    ),
    Voorbeeld(
        H.HANDHAVING_ONDERZOEKEN, "leerroute",
        lambda life: {
            "gebeld_op": d(-2), "oorzaak_op": d(-2), "oorzaak": "kinderopvang",
            "hulp_op": d(-1), "hulp": "Kinderopvang geregeld",
        },
        "Handhaving", dag(-1), "leerroute", veld="gebeld_op", tekst="hulp",
        vooraf=gemeld,
    ),
    Voorbeeld(
        H.HANDHAVING_BESPREKEN, "leerroute", lambda life: {"gesprek_op": d(-1)},
        "Handhaving", dag(-1), "leerroute", veld="gesprek_op", vooraf=geholpen,
    ),
    Voorbeeld(
        H.HANDHAVING_WAARSCHUWEN, "leerroute",
        lambda life: {"gewaarschuwd_op": d(-1)}, "Handhaving", dag(-1), "leerroute",
        veld="gewaarschuwd_op", vooraf=besproken,
    ),
    Voorbeeld(
        H.HANDHAVING_OVERWEGEN, "leerroute",
        lambda life: {
            "overwogen_op": d(-1), "cautie_op": d(-1), "cautie_taal": "Arabisch",
            "tolk": "ja", "rapport_op": d(),
        },
        "Handhaving", VANDAAG, "leerroute", veld="overwogen_op", tekst="cautie_taal",
        vooraf=gewaarschuwd, termijn="afspraak_afronden",
    ),
    Voorbeeld(
        H.HANDHAVING_HOREN, "leerroute",
        lambda life: {
            "zienswijze_op": d(-1), "zienswijze_gebruikt": "ja",
            "zienswijze": "De bus reed niet",
        },
        "Handhaving", dag(-1), "leerroute", veld="zienswijze_op", tekst="zienswijze",
        vooraf=overwogen,
    ),
    Voorbeeld(
        H.HANDHAVING_TOETSEN, "leerroute",
        lambda life: {
            "getoetst_op": d(-1), "toets_akkoord": "nee",
            "toets_uitleg": "Niet onwillig",
        },
        "Handhaving", dag(-1), "leerroute", veld="getoetst_op", tekst="toets_uitleg",
        vooraf=overwogen,
    ),
    Voorbeeld(
        H.HANDHAVING_BESLUITEN, "leerroute",
        lambda life: {
            "besluit_op": d(-1), "besluit": "geen_sanctie",
            "motivering": "Het was een misverstand",
        },
        "Handhaving", dag(-1), "leerroute", veld="besluit_op", tekst="motivering",
        vooraf=gehoord,
    ),
    Voorbeeld(
        H.HANDHAVING_VERSTUREN, "leerroute", lambda life: {"verstuurd_op": d(-1)},
        "Handhaving", dag(-1), "leerroute", veld="verstuurd_op", vooraf=besloten,
        termijn="afspraak_bezwaar",
    ),
    Voorbeeld(
        H.HANDHAVING_STOPPEN, "leerroute",
        lambda life: {"gestopt_op": d(-1), "reden_stoppen": "alsnog_nagekomen"},
        "Handhaving", dag(-1), "leerroute", veld="gestopt_op", vooraf=gemeld,
    ),
    Voorbeeld(
        H.BEZWAAR_VASTLEGGEN, "leerroute",
        lambda life: {
            "tegen": "pip", "bekend_op": d(-40), "ontvangen_op": d(-1),
            "toelichting": "Wil de onderwijsroute", "herkomst": "inburgeraar",
        },
        "Bezwaar", dag(-1), "leerroute", veld="ontvangen_op", tekst="toelichting",
        termijn="bezwaar_beslissen",
    ),
    Voorbeeld(
        H.BEZWAAR_HOREN, "leerroute", lambda life: {"gehoord_op": d(-1)}, "Bezwaar",
        dag(-1), "leerroute", veld="gehoord_op", vooraf=met_bezwaar,
    ),
    Voorbeeld(
        H.BEZWAAR_BESLISSEN, "leerroute",
        lambda life: {
            "besloten_op": d(-1), "uitkomst": "ongegrond", "toelichting": "Zie advies",
        },
        "Bezwaar", dag(-1), "leerroute", veld="besloten_op", tekst="toelichting",
        vooraf=tegen_iets_anders,
    ),
    Voorbeeld(
        H.BEZWAAR_VERSTUREN, "leerroute", lambda life: {"verstuurd_op": d(-1)},
        "Bezwaar", dag(-1), "leerroute", veld="verstuurd_op", vooraf=beslist,
        termijn="beroep",
    ),
    Voorbeeld(
        H.BEROEP_VASTLEGGEN, "leerroute", lambda life: {"beroep_op": d(-1)}, "Bezwaar",
        dag(-1), "leerroute", veld="beroep_op", vooraf=beslist,
    ),
    Voorbeeld(
        H.BEROEP_AFRONDEN, "leerroute",
        lambda life: {"uitspraak_op": d(-1), "uitspraak": "ongegrond"}, "Bezwaar",
        dag(-1), "leerroute", veld="uitspraak_op", vooraf=met_beroep,
        termijn="hoger_beroep",
    ),
    Voorbeeld(
        H.HOGERBEROEP_VASTLEGGEN, "leerroute", lambda life: {"hoger_beroep_op": d(-1)},
        "Bezwaar", dag(-1), "leerroute", veld="hoger_beroep_op", vooraf=met_uitspraak,
    ),
    Voorbeeld(
        H.HOGERBEROEP_AFRONDEN, "leerroute",
        lambda life: {"hoger_uitspraak_op": d(-1), "hoger_uitspraak": "ongegrond"},
        "Bezwaar", dag(-1), "leerroute", veld="hoger_uitspraak_op",
        vooraf=met_hoger_beroep,
    ),
    Voorbeeld(
        H.TRAJECT_AFSLUITEN, "leerroute",
        lambda life: {
            "afgesloten_op": d(), "reden": "verhuisd", "toelichting": "Naar Gouda",
        },
        "Afsluiting", VANDAAG, "afgesloten", veld="afgesloten_op", tekst="toelichting",
        vooraf=naar_leiden,
    ),
    Voorbeeld(
        H.TRAJECT_HEROPENEN, "afgesloten",
        lambda life: {"heropend_op": d(), "reden_heropening": "DUO trok het in"},
        "Afsluiting", VANDAAG, "voldaan", veld="heropend_op", tekst="reden_heropening",
        anders=LANG_GELEDEN,
    ),
    Voorbeeld(
        W.TRAJECT_TOEWIJZEN, "aangemeld",
        lambda life: {"klantmanager": life.lid.gebruiker_id}, "", VANDAAG, "aangemeld",
    ),
    Voorbeeld(
        W.VERNIETIGING_VOORDRAGEN, "aangemeld",
        lambda life: {"reden": "Bij de verkeerde gemeente geregistreerd"}, "", VANDAAG,
        "afgesloten", tekst="reden", vooraf=ten_onrechte,
    ),
    Voorbeeld(
        W.NOTITIE_TOEVOEGEN, "aangemeld",
        lambda life: NOTITIE | {"onderwerp": "Telefoontje", "tekst": "Belt volgende week terug"},
        "Notitie", VANDAAG, "aangemeld", tekst="tekst",
    ),
    Voorbeeld(
        W.NOTITIE_WIJZIGEN, "aangemeld",
        lambda life: NOTITIE | {"onderwerp": "Les", "tekst": "Zoekt een les overdag"},
        "Notitie", VANDAAG, "aangemeld", tekst="tekst", vooraf=met_notitie,
    ),
    Voorbeeld(
        W.NOTITIE_VASTZETTEN, "aangemeld", lambda life: {}, "Notitie", VANDAAG,
        "aangemeld", vooraf=met_notitie,
    ),
    Voorbeeld(
        W.NOTITIE_LOSMAKEN, "aangemeld", lambda life: {}, "Notitie", VANDAAG,
        "aangemeld", vooraf=met_notitie_bovenaan,
    ),
    Voorbeeld(
        W.WACHTREDEN_VASTLEGGEN, "leerroute",
        lambda life: {
            "stap": "inburgeringsaanbod-1", "reden": "kinderopvang", "sinds": d(-1),
        },
        "Wachtreden", dag(-1), "leerroute", veld="sinds",
    ),
    Voorbeeld(
        W.WACHTREDEN_BEEINDIGEN, "leerroute", lambda life: {"tot": d(-1)}, "Wachtreden",
        dag(-1), "leerroute", veld="tot", vooraf=met_wachtreden,
    ),
    Voorbeeld(
        W.WACHTREDEN_HERVATTEN, "leerroute", lambda life: {}, "Wachtreden", VANDAAG,
        "leerroute", vooraf=met_wachtreden_voorbij,
    ),
    Voorbeeld(
        W.CONTACT_VASTLEGGEN, "aangemeld",
        lambda life: CONTACT
        | {"gesproken_op": d(-1), "tolktaal": "", "tekst": "Belt volgende week terug"},
        "Contact", dag(-1), "aangemeld", veld="gesproken_op", tekst="tekst",
    ),
    Voorbeeld(
        W.CONTACT_WIJZIGEN, "aangemeld",
        lambda life: CONTACT
        | {"gesproken_op": d(-2), "tolktaal": "Arabisch", "tekst": "Met de telefonische tolk"},
        "Contact", dag(-2), "aangemeld", veld="gesproken_op", tekst="tekst",
        vooraf=met_contact,
    ),
    Voorbeeld(
        W.TAAL_VASTLEGGEN, "aangemeld",
        lambda life: {
            "taal": "Tigrinya", "spreken": "moedertaal", "lezen": "goed",
            "schrijven": "beetje",
        },
        "Taalkennis", VANDAAG, "aangemeld", tekst="taal",
    ),
    Voorbeeld(
        W.TAAL_WIJZIGEN, "aangemeld",
        lambda life: {"taal": "Sorani", "spreken": "goed", "lezen": "beetje"},
        "Taalkennis", VANDAAG, "aangemeld", tekst="taal", vooraf=met_taal,
    ),
    Voorbeeld(
        W.TAAL_INTREKKEN, "aangemeld", lambda life: {"reden": "Staat er twee keer"},
        "Taalkennis", VANDAAG, "aangemeld", tekst="reden", vooraf=met_taal,
    ),
    Voorbeeld(
        W.TAAL_TERUGZETTEN, "aangemeld", lambda life: {}, "Taalkennis", VANDAAG,
        "aangemeld", vooraf=met_taal_ingetrokken,
    ),
    Voorbeeld(
        W.TAAK_MAKEN, "aangemeld",
        lambda life: {"omschrijving": "Bel de school", "uiterlijk": d(7)},
        "Taak", VANDAAG, "aangemeld", tekst="omschrijving",
    ),
    Voorbeeld(
        W.TAAK_WIJZIGEN, "aangemeld",
        lambda life: {"omschrijving": "Bel de school nog eens", "uiterlijk": d(9)},
        "Taak", VANDAAG, "aangemeld", tekst="omschrijving", vooraf=met_taak,
    ),
    Voorbeeld(
        W.TAAK_AFRONDEN, "aangemeld",
        lambda life: {"klaar_op": d(-1), "uitkomst": "Er is plek op maandag"},
        "Taak", dag(-1), "aangemeld", veld="klaar_op", tekst="uitkomst", vooraf=met_taak,
    ),
    Voorbeeld(
        W.DEELNAME_UITNODIGEN, "aangemeld",
        lambda life: {
            "bijeenkomst": Bijeenkomst.objects.latest("id").pk, "uitgenodigd_op": d(-1),
            "wijze": "telefoon",
        },
        "Deelname", dag(-1), "aangemeld", veld="uitgenodigd_op",
        vooraf=met_bijeenkomst,
    ),
    Voorbeeld(
        W.DEELNAME_VASTLEGGEN, "aangemeld", lambda life: {"aanwezigheid": "aanwezig"},
        "Deelname", dag(-1), "aangemeld", vooraf=met_uitnodiging,
    ),
    Voorbeeld(
        W.DEELNAME_SCHRIJVEN, "aangemeld", lambda life: {}, "Document", VANDAAG,
        "aangemeld", vooraf=met_afgelasting,
    ),
    Voorbeeld(
        W.TAAK_HEROPENEN, "aangemeld", lambda life: {}, "Taak", VANDAAG, "aangemeld",
        vooraf=met_taak_klaar,
    ),
    Voorbeeld(
        W.OPMERKING_BIJWERKEN, "aangemeld",
        lambda life: {"tekst": "Kan alleen in de ochtend", "eigen_labels": "Avondles, map"},
        "Opmerking", VANDAAG, "aangemeld", tekst="tekst",
    ),
    Voorbeeld(
        W.DOCUMENT_TOEVOEGEN, "aangemeld", lambda life: document(Bijlage()),
        "Dossierstuk", VANDAAG, "aangemeld", veld="ontvangen_op", tekst="titel",
    ),
    Voorbeeld(
        W.DOCUMENT_VERVANGEN, "aangemeld",
        lambda life: document(Bijlage(inhoud=pdf("Tweede scan"))),
        "Dossierstuk", VANDAAG, "aangemeld", veld="gedateerd_op", tekst="titel",
        vooraf=met_document,
    ),
    Voorbeeld(
        W.DOCUMENT_INTREKKEN, "aangemeld",
        lambda life: {"reden_intrekken": "Hoort bij iemand anders"}, "Dossierstuk",
        VANDAAG, "aangemeld", tekst="reden_intrekken", vooraf=met_document,
    ),
    Voorbeeld(
        W.GEZIN_KOPPELEN, "aangemeld",
        lambda life: {"ander": ander(life), "soort": "partner", "begin": d(-1)},
        "Gezinsband", dag(-1), "aangemeld", veld="begin", tekst="ander",
        vooraf=met_gezinslid,
    ),
    Voorbeeld(
        W.GEZIN_ONTKOPPELEN, "aangemeld", lambda life: {"einde": d(-1)}, "Gezinsband",
        dag(-1), "aangemeld", veld="einde", vooraf=met_gezinsband,
    ),
    Voorbeeld(
        W.GEZIN_INTREKKEN, "aangemeld", lambda life: {}, "Gezinsband", VANDAAG,
        "aangemeld", vooraf=met_gezinsband,
    ),
    Voorbeeld(
        W.GEZIN_HERVATTEN, "aangemeld", lambda life: {}, "Gezinsband", VANDAAG,
        "aangemeld", vooraf=met_gezinsband_voorbij,
    ),
    Voorbeeld(
        W.GEZIN_DELEN, "aangemeld", lambda life: {"niet_delen_met_gezin": "on"},
        "Inburgeraar", VANDAAG, "aangemeld",
    ),
    Voorbeeld(
        W.ROOSTER_TOEVOEGEN, "aangemeld",
        lambda life: {
            "dagen": ["3"], "begin": "9.30", "einde": "12:00", "soort": "les",
            "waar": "Taalhuis Delft", "van": d(),
        },
        "Roosterregel", VANDAAG, "aangemeld", tekst="waar",
    ),
    Voorbeeld(
        W.ROOSTER_WIJZIGEN, "aangemeld",
        lambda life: {
            "dag": "2", "begin": "13:00", "einde": "15:00", "soort": "werk",
            "waar": "Apotheek De Haven", "van": d(-30), "tot_en_met": d(90),
        },
        "Roosterregel", VANDAAG, "aangemeld", tekst="waar", vooraf=met_rooster,
    ),
    Voorbeeld(
        W.ROOSTER_INTREKKEN, "aangemeld", lambda life: {"reden": "Verkeerd dossier"},
        "Roosterregel", VANDAAG, "aangemeld", tekst="reden", vooraf=met_rooster,
    ),
    Voorbeeld(
        W.INTAKEGESPREK_VASTLEGGEN, "brede_intake",
        lambda life: INTAKEGESPREK | {"gevoerd_op": d(-1)},
        "Intakegesprek", dag(-1), "brede_intake", veld="gevoerd_op", tekst="besproken",
    ),
    Voorbeeld(
        W.INTAKEGESPREK_WIJZIGEN, "brede_intake",
        lambda life: INTAKEGESPREK | {"gevoerd_op": d(-2), "vervolg": "Werk en wensen"},
        "Intakegesprek", dag(-2), "brede_intake", veld="gevoerd_op", tekst="vervolg",
        vooraf=met_intakegesprek,
    ),
    Voorbeeld(
        W.DOEL_STELLEN, "aangemeld",
        lambda life: {
            "domein": "werk", "omschrijving": "Ik werk drie dagen in de zorg",
            "waarom": "Dat deed ik vroeger ook", "gesteld_op": d(-1), "uiterlijk": d(200),
        },
        "Doel", dag(-1), "aangemeld", veld="gesteld_op", tekst="waarom",
    ),
    Voorbeeld(
        W.DOEL_WIJZIGEN, "aangemeld",
        lambda life: {"domein": "zorg", "omschrijving": "Ik bel zelf de huisarts"},
        "Doel", VANDAAG, "aangemeld", tekst="omschrijving", vooraf=met_doel,
    ),
    Voorbeeld(
        W.DOEL_BEEINDIGEN, "aangemeld",
        lambda life: {
            "geeindigd_op": d(-1), "uitkomst": "bereikt", "toelichting": "Het lukt alleen",
        },
        "Doel", dag(-1), "aangemeld", veld="geeindigd_op", tekst="toelichting",
        vooraf=met_doel,
    ),
    Voorbeeld(
        W.DOEL_HEROPENEN, "aangemeld", lambda life: {}, "Doel", VANDAAG, "aangemeld",
        vooraf=met_doel_bereikt,
    ),
    Voorbeeld(
        W.SAMENVATTING_MAKEN, "leerroute",
        lambda life: {
            "pip": PIP.objects.get(traject=life.traject).pk, "taal": "tr",
        },
        "Document", VANDAAG, "leerroute",
    ),
    Voorbeeld(
        W.WACHTLIJST_OPNEMEN, "leerroute",
        lambda life: {
            "leerroute": "b1_route", "niveau": "B1", "dagdelen": ["dinsdag_avond"],
            "lesvorm": "op_locatie", "sinds": d(-2),
        },
        "Wachtplek", dag(-2), "leerroute", veld="sinds",
    ),
    Voorbeeld(
        W.WACHTLIJST_WIJZIGEN, "leerroute",
        lambda life: {
            "cursus": Cursus.objects.get(aanbieder__naam="Taalhuis Delft").pk,
            "sinds": d(-2),
        },
        "Wachtplek", VANDAAG, "leerroute", veld="sinds", vooraf=met_wachtplek,
    ),
    Voorbeeld(
        W.WACHTLIJST_BEEINDIGEN, "leerroute",
        lambda life: {"tot": d(-1), "reden_einde": "ingetrokken"},
        "Wachtplek", dag(-1), "leerroute", veld="tot", vooraf=met_wachtplek,
    ),
    Voorbeeld(
        W.WACHTLIJST_HERVATTEN, "leerroute", lambda life: {}, "Wachtplek", VANDAAG,
        "leerroute", vooraf=met_wachtplek_voorbij,
    ),
    Voorbeeld(
        W.SCHOOLKEUZE_VASTLEGGEN, "leerroute",
        lambda life: {
            "school": "Taalhoek", "keurmerk": "nee", "begonnen_op": d(-30),
        },
        "Schoolkeuze", dag(-30), "leerroute", tekst="school",
    ),
    Voorbeeld(
        W.SCHOOLKEUZE_WIJZIGEN, "leerroute",
        lambda life: {
            "school": "Taalhoek Delft", "keurmerk": "onbekend", "begonnen_op": d(-30),
            "gestopt_op": d(-1),
        },
        "Schoolkeuze", dag(-1), "leerroute", tekst="school", vooraf=met_schoolkeuze,
    ),
    Voorbeeld(
        W.LENING_VASTLEGGEN, "leerroute",
        lambda life: {
            "gevraagd_op": d(-5), "uitkomst": "onbekend", "herkomst": "inburgeraar",
        },
        "Lening", dag(-5), "leerroute", veld="gevraagd_op",
    ),
    Voorbeeld(
        W.LENING_WIJZIGEN, "leerroute",
        lambda life: {
            "gevraagd_op": d(-5), "uitkomst": "toegekend", "herkomst": "duo",
        },
        "Lening", dag(-5), "leerroute", veld="gevraagd_op", vooraf=met_lening,
    ),
    Voorbeeld(
        W.KEUZEADVIES_VASTLEGGEN, "leerroute",
        lambda life: {
            "gegeven_op": d(-1), "onderwerp": "school", "advies": "Let op het keurmerk",
        },
        "Keuzeadvies", dag(-1), "leerroute", veld="gegeven_op", tekst="advies",
    ),
    Voorbeeld(
        W.KEUZEADVIES_WIJZIGEN, "leerroute",
        lambda life: {
            "gegeven_op": d(-1), "onderwerp": "lening", "advies": "Vraag het bij DUO",
        },
        "Keuzeadvies", dag(-1), "leerroute", veld="gegeven_op", tekst="advies",
        vooraf=met_keuzeadvies,
    ),
    Voorbeeld(
        W.BEHOEFTE_VASTLEGGEN, "leerroute",
        lambda life: {
            "vastgesteld_op": d(-1), "uitkomst": "nodig", "toelichting": "Brieven lezen",
        },
        "Behoefte", dag(-1), "leerroute", veld="vastgesteld_op", tekst="toelichting",
    ),
    Voorbeeld(
        W.BEHOEFTE_WIJZIGEN, "leerroute",
        lambda life: {
            "vastgesteld_op": d(-1), "uitkomst": "niet_nodig",
            "toelichting": "Het lukt nu zelf",
        },
        "Behoefte", dag(-1), "leerroute", veld="vastgesteld_op", tekst="toelichting",
        vooraf=met_behoefte,
    ),
    Voorbeeld(
        H.EXAMEN_AANMELDEN, "leerroute",
        lambda life: {
            "onderdeel": "lezen", "aangemeld_op": d(-1), "examen_op": d(40),
            "herkomst": "inburgeraar",
        },
        "Examenaanmelding", dag(-1), "leerroute", veld="aangemeld_op",
    ),
    Voorbeeld(
        W.ROOSTER_TERUGZETTEN, "aangemeld", lambda life: {}, "Roosterregel", VANDAAG,
        "aangemeld", vooraf=met_rooster_ingetrokken,
    ),
    Voorbeeld(
        W.VOORINBURGERING_VASTLEGGEN, "aangemeld",
        lambda life: VOORINBURGERING
        | {"ingestemd": "ja", "begonnen_op": d(-200), "beeindigd_op": d(-120)},
        "Voorinburgering", VANDAAG, "aangemeld", veld="begonnen_op", tekst="resultaat",
    ),
    Voorbeeld(
        W.VOORINBURGERING_WIJZIGEN, "aangemeld",
        lambda life: VOORINBURGERING | {"ingestemd": "ja", "begonnen_op": d(-210)},
        "Voorinburgering", VANDAAG, "aangemeld", veld="begonnen_op", tekst="resultaat",
        vooraf=met_voorinburgering,
    ),
    Voorbeeld(
        W.OVERDRACHT_VASTLEGGEN, "aangemeld",
        lambda life: OVERDRACHT
        | {"gesprek_op": d(-1), "open_punten": "Vraag het diploma op", "uiterlijk": d(14)},
        "Overdracht", dag(-1), "aangemeld", veld="gesprek_op", tekst="verslag",
    ),
    Voorbeeld(
        W.OVERDRACHT_WIJZIGEN, "aangemeld",
        lambda life: OVERDRACHT | {"gesprek_op": d(-2)}, "Overdracht", dag(-2),
        "aangemeld", veld="gesprek_op", tekst="verslag", vooraf=met_overdracht,
    ),
    Voorbeeld(
        W.HANDHAVING_SCHRIJVEN, "leerroute", lambda life: {"soort": "waarschuwing"},
        "Document", VANDAAG, "leerroute", vooraf=te_schrijven,
    ),
    Voorbeeld(
        W.BEZWAAR_SCHRIJVEN, "leerroute",
        lambda life: {"soort": "beslissing_op_bezwaar"}, "Document", VANDAAG,
        "leerroute", vooraf=beslist_en_te_schrijven,
    ),
    Voorbeeld(
        W.AGENDAPUNT_MAKEN, "aangemeld",
        lambda life: {
            "soort": "intake", "dag": d(7), "begin": "9.30", "einde": "10:30",
            "vorm": "kantoor", "plaats": "Kamer 4", "tolktaal": "Arabisch",
        },
        "Agendapunt", VANDAAG, "aangemeld", tekst="plaats",
    ),
    Voorbeeld(
        W.AGENDAPUNT_WIJZIGEN, "aangemeld",
        lambda life: {
            "soort": "gesprek", "dag": d(9), "begin": "13:00", "vorm": "elders",
            "plaats": "Bibliotheek",
        },
        "Agendapunt", VANDAAG, "aangemeld", tekst="plaats",
        vooraf=met_agendapunt,
    ),
    Voorbeeld(
        W.AGENDAPUNT_AFRONDEN, "aangemeld",
        lambda life: CONTACT
        | {"gesproken_op": d(-1), "tolktaal": "", "tekst": "Kwam met haar zus"},
        "Agendapunt", dag(-1), "aangemeld", veld="gesproken_op", tekst="tekst",
        vooraf=met_agendapunt,
    ),
    Voorbeeld(
        W.AGENDAPUNT_AFZEGGEN, "aangemeld",
        lambda life: {"reden": "Op verzoek van de inburgeraar"}, "Agendapunt", VANDAAG,
        "aangemeld", tekst="reden", vooraf=met_agendapunt,
    ),
    Voorbeeld(
        W.AANDACHTSPUNT_ZETTEN, "aangemeld",
        lambda life: {
            "soort": "eerst_bellen", "reden": "Bel in de ochtend", "van": d(-1),
            "herzien_op": d(90),
        },
        "Aandachtspunt", VANDAAG, "aangemeld", veld="van", tekst="reden",
    ),
    Voorbeeld(
        W.AANDACHTSPUNT_BEEINDIGEN, "aangemeld", lambda life: {"tot": d(-1)},
        "Aandachtspunt", dag(-1), "aangemeld", veld="tot", vooraf=met_aandachtspunt,
    ),
    Voorbeeld(
        W.AGENDAPUNT_HERVATTEN, "aangemeld", lambda life: {}, "Agendapunt", VANDAAG,
        "aangemeld", vooraf=met_agendapunt_afgezegd,
    ),
    Voorbeeld(
        W.AANDACHTSPUNT_HERVATTEN, "aangemeld", lambda life: {}, "Aandachtspunt", VANDAAG,
        "aangemeld", vooraf=met_aandachtspunt_voorbij,
    ),
)  # fmt: skip
VOORBEELD = {one.handeling: one for one in VOORBEELDEN}
