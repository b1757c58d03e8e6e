"""De vastgelegde feiten van een traject, zoals de wet ze nodig heeft.

Elke klasse draagt de naam van het model dat het feit bewaart en elk veld de naam van
de kolom daar: een woord, een betekenis. De lezer van de feiten
(``inburgering.models.feiten``) leidt zijn vraag aan de database uit deze velden af.

Datums zijn kalenderdagen. Twee datums per feit: wanneer het gebeurde (het veld van het
feit zelf) en wanneer het hier is ingevoerd (``vastgelegd_op``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from inburgering.wet.begrippen import (
    Aanleiding,
    Aanvraagsoort,
    Advies,
    Afspraakonderwerp,
    Afspraakresultaat,
    Alfabetisering,
    Asielrechten,
    Bezwaartegen,
    Bezwaaruitkomst,
    Contractsoort,
    Doelgroep,
    DUOBesluitsoort,
    Eigenaar,
    Examenresultaat,
    GedetailleerdeDoelgroep,
    Grondslag,
    Handhavingsbesluit,
    Herkomst,
    Lastwijze,
    LBTUitkomst,
    LBTUitzondering,
    Leerroute,
    Niveau,
    Onderdeel,
    Participatievorm,
    PIPStatus,
    RedenAfsluiting,
    RedenEindeAanbod,
    RedenEindeBegeleiding,
    RedenEindeOntzorgen,
    RedenEindeParticipatie,
    RedenEindePlicht,
    RedenGeenResultaat,
    RedenStoppen,
    Samenhang,
    Taalrijk,
    Urensoort,
    Verblijfsituatie,
    Verhuissoort,
    Verlengingsgrond,
    Verwijtbaar,
    Verwijtbaarheid,
    Verzuimoorzaak,
    Volggrond,
)


@dataclass(frozen=True, kw_only=True)
class Inburgeraar:
    """De persoon, voor zover de wet ernaar kijkt.

    ``geboortedatum`` is "jjjj-mm-dd" waarin maand en dag "00" kunnen zijn en het jaar
    "0000": zo kent de BRP een onvolledige geboortedatum.
    """

    geboortedatum: str
    nationaliteit: str = ""
    overleden_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class Traject:
    """De aanmelding: wie, in welke groep, en wat de klok van tien weken start.

    ``datum_plicht`` eerste dag van de plicht; ``datum_kennisgeving`` dagtekening van
    de kennisgeving van DUO; ``datum_inschrijving`` inschrijving in de BRP van deze
    gemeente; ``datum_koppeling`` de opvang koppelde de persoon aan de gemeente;
    ``datum_uitstroom`` vertrek uit de opvang; ``informatie_derden_op`` de dag waarop
    nodige informatie van derden binnenkwam; ``volggrond`` of er een plicht is, of dat
    de gemeente iemand zonder plicht volgt. ``doelgroep`` is de groep bij de registratie;
    een wijziging staat als ``Groepswijziging`` met haar datum.
    """

    nummer: str
    doelgroep: Doelgroep
    gedetailleerde_doelgroep: GedetailleerdeDoelgroep | None = None
    verblijfsituatie: Verblijfsituatie
    geregistreerd_op: date
    datum_plicht: date | None = None
    datum_kennisgeving: date | None = None
    datum_inschrijving: date | None = None
    datum_koppeling: date | None = None
    datum_uitstroom: date | None = None
    informatie_derden_nodig: bool = False
    informatie_derden_op: date | None = None
    volggrond: Volggrond = Volggrond.PLICHT


@dataclass(frozen=True, kw_only=True)
class Feit:
    """Wat elk vastgelegd feit draagt."""

    id: int
    herkomst: Herkomst = Herkomst.GEMEENTE
    vastgelegd_op: date


@dataclass(frozen=True, kw_only=True)
class BredeIntake(Feit):
    """De brede intake (Wi2021 art. 14).

    ``antwoorden``: vraag -> {"antwoord": Antwoord, "waarde": woord, getal of tekst};
    de vragen staan in ``wet.intake`` en, van de gemeente zelf, in ``Intakevraag``.
    ``uitkomsten``: onderwerp -> {"soort": Uitkomstsoort, "tekst": eigen woorden}, wat het
    onderwerp betekent voor het plan. ``routeadvies`` is het advies van de intake zelf,
    met de reden in woorden.
    """

    gestart_op: date
    afgerond_op: date | None = None
    in_opvang: bool = False
    antwoorden: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    uitkomsten: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    routeadvies: Leerroute | None = None
    routeadvies_reden: str = ""


@dataclass(frozen=True, kw_only=True)
class Leerbaarheidstoets(Feit):
    """De leerbaarheidstoets, of waarom zij niet is afgenomen (art. 14)."""

    afgenomen_op: date | None = None
    uitkomst: LBTUitkomst | None = None
    behaalde_score: int | None = None
    benodigde_score: int | None = None
    uitzondering: LBTUitzondering | None = None


@dataclass(frozen=True, kw_only=True)
class PIP(Feit):
    """Een versie van het persoonlijk plan inburgering en participatie (art. 15).

    ``versie`` telt vanaf 1. ``niveaus`` geeft per taalonderdeel het niveau dat dit PIP
    vraagt; leeg betekent: het niveau dat bij de leerroute hoort. ``akkoord`` is None
    zolang het niet besproken is. ``intensiteit`` is het geschatte
    aantal uren van de hele B1-route (DUO, PIP 1.2.0: geschatteIntensiteitB1Route).
    ``pvt_uren`` en ``map_uren`` zijn de afgesproken uren van PVT en MAP; ``gesprek_weken``
    het aantal weken tussen twee voortgangsgesprekken; ``begeleiding`` en ``voortgang``
    wat is afgesproken over ondersteuning en over het volgen van de voortgang.
    ``afschalen_reden`` waarom B1 niet haalbaar is, ``afschalen_inspanning`` wat iemand
    daarvoor deed: het zijn twee voorwaarden.
    """

    versie: int
    status: PIPStatus
    opgesteld_op: date
    leerroute: Leerroute
    niveaus: Mapping[str, Niveau] = field(default_factory=dict)
    alfabetisering: Alfabetisering = Alfabetisering.NIET_VAN_TOEPASSING
    mag_opleiding_afmaken: bool = False
    intensiteit: int | None = None
    pvt_uren: int | None = None
    map_uren: int | None = None
    gesprek_weken: int | None = None
    participatie: str = ""
    begeleiding: str = ""
    voortgang: str = ""
    besproken_op: date | None = None
    akkoord: bool | None = None
    reden_geen_akkoord: str = ""
    dagtekening: date | None = None
    verstuurd_op: date | None = None
    afschalen_reden: str = ""
    afschalen_inspanning: str = ""


@dataclass(frozen=True, kw_only=True)
class Inburgeringsaanbod(Feit):
    """De plaats bij een aanbieder (art. 16); gezinsmigranten kiezen zelf."""

    aangeboden_op: date
    leerroute: Leerroute
    verwacht_begin: date | None = None
    verwacht_einde: date | None = None
    begonnen_op: date | None = None
    beeindigd_op: date | None = None
    reden_einde: RedenEindeAanbod | None = None
    met_keurmerk: bool = True


@dataclass(frozen=True, kw_only=True)
class Participatie(Feit):
    """Het participatiedeel van een duaal traject: wat, hoeveel uur per week, hoe.

    ``sector`` en ``beroepsniveau`` zijn woorden van ``wet.intake`` (SECTOREN,
    BEROEPSNIVEAUS): zo is naast elkaar te zien wat iemand meebracht en wat het werd.
    "onbekend" is een antwoord.
    """

    vorm: Participatievorm
    samenhang: Samenhang
    uren_per_week: int
    begin: date
    einde: date | None = None
    reden_einde: RedenEindeParticipatie | None = None
    sector: str = "onbekend"
    beroepsniveau: str = "onbekend"
    contract: Contractsoort = Contractsoort.ONBEKEND
    taalrijk: Taalrijk = Taalrijk.ONBEKEND


@dataclass(frozen=True, kw_only=True)
class GevolgdeUren(Feit):
    """Gevolgde uren over een tijdvak, van en tot en met; ``uren`` in hele uren."""

    soort: Urensoort
    van: date
    tot_en_met: date
    uren: int
    verzuim_geoorloofd: int = 0
    verzuim_ongeoorloofd: int = 0
    met_keurmerk: bool = True


@dataclass(frozen=True, kw_only=True)
class Voortgangsgesprek(Feit):
    """Een gesprek over de voortgang van het PIP."""

    gevoerd_op: date
    volgend_gesprek_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class PVT(Feit):
    """Participatieverklaringstraject (art. 6); voltooid met de ondertekening."""

    begonnen_op: date | None = None
    uren: int = 0
    ondertekend_op: date | None = None
    verwijtbaar: Verwijtbaar | None = None


@dataclass(frozen=True, kw_only=True)
class MAP(Feit):
    """Module Arbeidsmarkt en Participatie (art. 6); eindigt met het eindgesprek."""

    begonnen_op: date | None = None
    praktijkuren: int = 0
    eindgesprek_op: date | None = None
    verwijtbaar: Verwijtbaar | None = None


@dataclass(frozen=True, kw_only=True)
class Examenaanmelding(Feit):
    """Iemand meldde zich aan voor een examen; ``examen_op`` de dag van het examen."""

    onderdeel: Onderdeel
    aangemeld_op: date
    examen_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class Examenuitslag(Feit):
    """De uitslag van een examenpoging of een diploma van het taalschakeltraject."""

    onderdeel: Onderdeel
    niveau: Niveau | None = None
    afgelegd_op: date
    resultaat: Examenresultaat
    reden: RedenGeenResultaat | None = None


@dataclass(frozen=True, kw_only=True)
class ZRouteAfronding(Feit):
    """De afronding van de Z-route met het eindgesprek (Besluit art. 3.14)."""

    afgerond_op: date


@dataclass(frozen=True, kw_only=True)
class DUOBesluit(Feit):
    """Een besluit van DUO.

    ``einddatum`` bij een verlenging: de nieuwe einddatum van de termijn, exclusief,
    zoals DUO haar uitwisselt; bij een tijdelijke vrijstelling: de laatste dag plus een.
    ``bedrag`` in hele euro's, alleen bij een boete.
    """

    soort: DUOBesluitsoort
    besloten_op: date
    ingang: date | None = None
    einddatum: date | None = None
    grond: str = ""
    onderdeel: Onderdeel | None = None
    niveau: Niveau | None = None
    maximum_uren: int | None = None
    bedrag: int | None = None
    reden_einde: RedenEindePlicht | None = None


@dataclass(frozen=True, kw_only=True)
class Afsluiting(Feit):
    """De gemeente sloot het traject af; ``heropend_op`` als dat is teruggedraaid."""

    afgesloten_op: date
    reden: RedenAfsluiting
    heropend_op: date | None = None
    reden_heropening: str = ""


@dataclass(frozen=True, kw_only=True)
class Groepswijziging(Feit):
    """DUO deelt iemand in een andere groep in (SS124, SS125); ``ingang`` de eerste dag."""

    ingang: date
    doelgroep: Doelgroep
    gedetailleerde_doelgroep: GedetailleerdeDoelgroep | None = None
    asielrechten: Asielrechten | None = None


@dataclass(frozen=True, kw_only=True)
class Verhuizing(Feit):
    """Iemand verhuisde; ``gemeente_code`` de andere gemeente (vier cijfers) of "".

    ``overgedragen_op`` is de warme overdracht aan of van de andere gemeente.
    """

    verhuisd_op: date
    soort: Verhuissoort
    gemeente_code: str = ""
    overgedragen_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class Afspraak(Feit):
    """Een afspraak uit het PIP: over wat, wie, tot en met wanneer, op welke wet."""

    gemaakt_op: date
    onderwerp: Afspraakonderwerp
    grondslag: Grondslag
    eigenaar: Eigenaar
    uiterlijk: date | None = None
    afgerond_op: date | None = None
    resultaat: Afspraakresultaat | None = None


@dataclass(frozen=True, kw_only=True)
class Ontzorgen(Feit):
    """Financieel ontzorgen (Participatiewet art. 56a), per vaste last.

    ``begonnen_op`` is de eerste dag van de bijstand waarop het ontzorgen begint.
    """

    begonnen_op: date
    huur: Lastwijze
    energie: Lastwijze
    zorgverzekering: Lastwijze
    reden_anders: str = ""
    beeindigd_op: date | None = None
    reden_einde: RedenEindeOntzorgen | None = None


@dataclass(frozen=True, kw_only=True)
class Begeleiding(Feit):
    """Maatschappelijke begeleiding (Wi2021 art. 13); ``overdracht`` aan wie zij overging."""

    begonnen_op: date
    beeindigd_op: date | None = None
    reden_einde: RedenEindeBegeleiding | None = None
    overdracht: str = ""


@dataclass(frozen=True, kw_only=True)
class Aanvraag(Feit):
    """Wat iemand bij DUO aanvroeg, en het advies dat DUO de gemeente daarbij vraagt."""

    soort: Aanvraagsoort
    ingediend_op: date
    grond: Verlengingsgrond | None = None
    advies_gevraagd_op: date | None = None
    advies_op: date | None = None
    advies: Advies | None = None


@dataclass(frozen=True, kw_only=True)
class Handhaving(Feit):
    """Een keer handhaven, van het niet nakomen tot het besluit of het stoppen.

    Eerst uitzoeken (gebeld, bezocht, oorzaak, hulp), dan gesprek en waarschuwing, dan
    pas een sanctie overwegen. Vanaf ``overwogen_op`` gelden de waarborgen: ``cautie_op``
    (het zwijgrecht, gezegd in ``cautie_taal``), ``tolk``, ``rapport_op`` en door wie,
    ``zienswijze_op``. ``getoetst_op`` is de juridische toets, die bij asielstatushouders
    nodig is voor een boete. ``bedrag`` in hele euro's; ``rapport_door`` en
    ``besloten_door`` zijn nummers van medewerkers. ``afspraak`` is het nummer (id) van de
    afspraak die niet is nagekomen, als het daarom gaat; haar wet bepaalt de sanctie.
    """

    aanleiding: Aanleiding
    grondslag: Grondslag
    gebeurd_op: date
    afspraak: int | None = None
    gebeld_op: date | None = None
    bezocht_op: date | None = None
    oorzaak_op: date | None = None
    oorzaak: Verzuimoorzaak | None = None
    hulp_op: date | None = None
    gesprek_op: date | None = None
    gewaarschuwd_op: date | None = None
    overwogen_op: date | None = None
    cautie_op: date | None = None
    cautie_taal: str = ""
    tolk: bool | None = None
    rapport_op: date | None = None
    rapport_door: int | None = None
    zienswijze_op: date | None = None
    zienswijze_gebruikt: bool | None = None
    getoetst_op: date | None = None
    toets_akkoord: bool | None = None
    besluit_op: date | None = None
    besluit: Handhavingsbesluit | None = None
    bedrag: int | None = None
    verwijtbaarheid: Verwijtbaarheid | None = None
    draagkracht_bekeken: bool | None = None
    besloten_door: int | None = None
    verstuurd_op: date | None = None
    gestopt_op: date | None = None
    reden_stoppen: RedenStoppen | None = None


@dataclass(frozen=True, kw_only=True)
class Bezwaar(Feit):
    """Een bezwaar tegen een besluit van de gemeente, en beroep en hoger beroep daarna.

    ``bekend_op`` is de dag waarop het bestreden besluit is verstuurd.
    """

    tegen: Bezwaartegen
    bekend_op: date
    ontvangen_op: date
    met_commissie: bool = False
    gehoord_op: date | None = None
    besloten_op: date | None = None
    uitkomst: Bezwaaruitkomst | None = None
    verstuurd_op: date | None = None
    beroep_op: date | None = None
    uitspraak_op: date | None = None
    uitspraak: Bezwaaruitkomst | None = None
    hoger_beroep_op: date | None = None
    hoger_beroep_door_gemeente: bool = False
    hoger_uitspraak_op: date | None = None
    hoger_uitspraak: Bezwaaruitkomst | None = None


@dataclass(frozen=True, kw_only=True)
class Roosterregel:
    """Een regel van de gewone week, zoals ``wet.weekrooster`` haar leest.

    Geen feit van de wet: er wordt alleen mee gerekend of de lessen in de termijn passen.
    ``dag`` en ``soort`` zijn woorden van ``wet.weekrooster``, de tijden "uu:mm".
    """

    id: int
    dag: str
    begin: str
    einde: str
    soort: str
    van: date
    tot_en_met: date | None = None
    ingetrokken_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class Instelling:
    """Een getal dat de gemeente zelf instelt, van ``geldig_vanaf`` tot de volgende.

    Geen feit van een traject: het geldt voor alle trajecten van de gemeente.
    """

    naam: str
    waarde: int
    geldig_vanaf: date
    vastgelegd_op: date


@dataclass(frozen=True, kw_only=True)
class Intakevraag:
    """Een vraag die de gemeente zelf stelt bij de brede intake; geen feit van een traject.

    ``domein`` is een woord van ``wet.intake.Domein`` of de naam van een eigen onderwerp,
    ``soort`` een ``Antwoordsoort``, ``keuzes`` de woorden van de lijst. ``geldig_tot`` is
    exclusief. Een vraag verandert nooit: zij eindigt, en een nieuwe begint.
    """

    code: str
    domein: str
    vraag: str
    soort: str
    keuzes: tuple[str, ...] = ()
    laagste: int = 0
    hoogste: int = 0
    eenheid: str = ""
    hulptekst: str = ""
    volgorde: int = 0
    geldig_vanaf: date
    geldig_tot: date | None = None


@dataclass(frozen=True, kw_only=True)
class Feiten:
    """Alles wat van een traject is vastgelegd, per soort op volgorde van gebeuren."""

    inburgeraar: Inburgeraar
    traject: Traject
    brede_intakes: tuple[BredeIntake, ...] = ()
    leerbaarheidstoetsen: tuple[Leerbaarheidstoets, ...] = ()
    pips: tuple[PIP, ...] = ()
    aanbod: tuple[Inburgeringsaanbod, ...] = ()
    participaties: tuple[Participatie, ...] = ()
    uren: tuple[GevolgdeUren, ...] = ()
    gesprekken: tuple[Voortgangsgesprek, ...] = ()
    pvt: tuple[PVT, ...] = ()
    map: tuple[MAP, ...] = ()
    aanmeldingen: tuple[Examenaanmelding, ...] = ()
    examens: tuple[Examenuitslag, ...] = ()
    z_afrondingen: tuple[ZRouteAfronding, ...] = ()
    duo_besluiten: tuple[DUOBesluit, ...] = ()
    afsluitingen: tuple[Afsluiting, ...] = ()
    groepen: tuple[Groepswijziging, ...] = ()
    verhuizingen: tuple[Verhuizing, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    ontzorgen: tuple[Ontzorgen, ...] = ()
    begeleidingen: tuple[Begeleiding, ...] = ()
    aanvragen: tuple[Aanvraag, ...] = ()
    handhavingen: tuple[Handhaving, ...] = ()
    bezwaren: tuple[Bezwaar, ...] = ()
    rooster: tuple[Roosterregel, ...] = ()
    instellingen: tuple[Instelling, ...] = ()
    intakevragen: tuple[Intakevraag, ...] = ()


# Welk veld van Feiten bij welke soort hoort: de lezer en de correctie lopen hierlangs.
SOORTEN: Mapping[str, type[Feit]] = {
    "brede_intakes": BredeIntake,
    "leerbaarheidstoetsen": Leerbaarheidstoets,
    "pips": PIP,
    "aanbod": Inburgeringsaanbod,
    "participaties": Participatie,
    "uren": GevolgdeUren,
    "gesprekken": Voortgangsgesprek,
    "pvt": PVT,
    "map": MAP,
    "aanmeldingen": Examenaanmelding,
    "examens": Examenuitslag,
    "z_afrondingen": ZRouteAfronding,
    "duo_besluiten": DUOBesluit,
    "afsluitingen": Afsluiting,
    "groepen": Groepswijziging,
    "verhuizingen": Verhuizing,
    "afspraken": Afspraak,
    "ontzorgen": Ontzorgen,
    "begeleidingen": Begeleiding,
    "aanvragen": Aanvraag,
    "handhavingen": Handhaving,
    "bezwaren": Bezwaar,
}

# Wat de feiten van een soort ordent: de dag waarop zij gebeurden, of hun versie.
GEORDEND_OP: Mapping[str, str] = {
    "brede_intakes": "gestart_op",
    "leerbaarheidstoetsen": "afgenomen_op",
    "pips": "versie",
    "aanbod": "aangeboden_op",
    "participaties": "begin",
    "uren": "van",
    "gesprekken": "gevoerd_op",
    "pvt": "begonnen_op",
    "map": "begonnen_op",
    "aanmeldingen": "aangemeld_op",
    "examens": "afgelegd_op",
    "z_afrondingen": "afgerond_op",
    "duo_besluiten": "besloten_op",
    "afsluitingen": "afgesloten_op",
    "groepen": "ingang",
    "verhuizingen": "verhuisd_op",
    "afspraken": "gemaakt_op",
    "ontzorgen": "begonnen_op",
    "begeleidingen": "begonnen_op",
    "aanvragen": "ingediend_op",
    "handhavingen": "gebeurd_op",
    "bezwaren": "ontvangen_op",
}
