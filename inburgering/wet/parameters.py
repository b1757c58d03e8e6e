"""Elk getal van de wet, eenmaal, met artikel, geldigheid en zekerheid.

Een wetswijziging voegt een rij toe en zet ``geldig_tot`` bij de vorige; een rij wordt
nooit gewijzigd. Getallen met zekerheid C of D heten overal "niet bevestigd" en mag
een gemeente binnen ``grenzen`` zelf instellen.

De tabellen: ``WETTELIJK`` (wet, besluit, regeling, DUO), ``AOW_LEEFTIJDEN`` naar
geboortedag, ``GELIJKGESTELDE_DAGEN``, en ``PLANNING`` (eigen aannames van de planning,
zonder artikel). De bedragen en de leerroutewisseling van
andere wetten staan hier alleen voor zover een regel ze gebruikt of het regelboek ze toont.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Instelling
from inburgering.wet.kalender import (
    DAG,
    GELIJKGESTELD,
    GELIJKGESTELD_BRON,
    plus_maanden,
    voluit,
)
from inburgering.wet.telwoorden import eenheid_bij, telwoord


IN_WERKING = date(2022, 1, 1)
# De wijziging van december 2022 (Stb. 2022, 489; Stcrt. 2022, 33825). Wanneer zij inging
# is niet gelezen; aangehouden is de eerste dag van het jaar erna.
WIJZIGING_2022 = date(2023, 1, 1)
INGANG_2022 = "Stb. 2022, 489; de dag van ingang is niet bevestigd"


class GeenRegel(LookupError):
    """Er geldt op die dag geen rij voor dit getal."""


def ingesteld(op: date) -> str:
    """Dat een gemeente een getal zelf instelde."""
    return f"ingesteld door de gemeente per {voluit(op)}"


@dataclass(frozen=True)
class Parameter:
    """Een getal van de wet met zijn vindplaats. ``geldig_tot`` is exclusief.

    ``ingesteld_op`` is de dag vanaf wanneer de gemeente dit getal zelf instelde.
    """

    naam: str
    waarde: int
    eenheid: str
    bron: Bron
    betekenis: str
    geldig_vanaf: date = IN_WERKING
    geldig_tot: date | None = None
    grenzen: tuple[int, int] | None = None
    ingesteld_op: date | None = None
    duur: str = field(init=False, compare=False)
    voluit: str = field(init=False, compare=False)
    in_woorden: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Schrijf het getal eenmaal uit; elke termijn en melding noemt het.

        ``duur`` is "10 weken", ``voluit`` "tien weken" zoals in een zin.
        """
        duur, voluit = self._geschreven()
        object.__setattr__(self, "duur", duur)
        object.__setattr__(self, "voluit", voluit)
        eigen = f"{duur}, {ingesteld(self.ingesteld_op)}" if self.ingesteld_op else duur
        object.__setattr__(self, "in_woorden", eigen)

    def _geschreven(self) -> tuple[str, str]:
        """Het getal in cijfers en zoals het in een zin staat, met zijn eenheid."""
        eenheid = eenheid_bij(self.waarde, self.eenheid)
        return f"{self.waarde} {eenheid}", f"{telwoord(self.waarde)} {eenheid}"

    @property
    def keuzes(self) -> tuple[tuple[str, str], ...]:
        """Wat men kan kiezen, als het getal eigenlijk een keuze is."""
        return ()

    @property
    def mag_zijn(self) -> str:
        """De grenzen in woorden; leeg als het getal vaststaat."""
        if self.grenzen is None:
            return ""
        laagste, hoogste = self.grenzen
        return f"{laagste} tot en met {replace(self, waarde=hoogste).duur}"

    def geldt_op(self, dag: date) -> bool:
        """Of deze rij op die dag geldt."""
        return self.geldig_vanaf <= dag and (
            self.geldig_tot is None or dag < self.geldig_tot
        )

    def mag(self, waarde: int) -> bool:
        """Of een gemeente deze waarde mag instellen: zeker (A, B) is vast."""
        if self.grenzen is None:
            return False
        laagste, hoogste = self.grenzen
        return laagste <= waarde <= hoogste


@dataclass(frozen=True)
class Keuzerij(Parameter):
    """Een getal dat eigenlijk een keuze is: ``woorden`` van 0 af."""

    woorden: tuple[str, ...] = ()

    def _geschreven(self) -> tuple[str, str]:
        """De keuze in woorden."""
        return (self.woorden[self.waarde],) * 2

    @property
    def keuzes(self) -> tuple[tuple[str, str], ...]:
        """De keuzes, de hoogste eerst."""
        return tuple((str(n), w) for n, w in enumerate(self.woorden))[::-1]

    @property
    def mag_zijn(self) -> str:
        """Wat een gemeente kan kiezen."""
        return " of ".join(woorden for _, woorden in self.keuzes)


Rij = TypeVar("Rij", bound=Parameter)


def _wi(artikel: str, zekerheid: Zekerheid, toelichting: str = "") -> Bron:
    return Bron("Wi2021", artikel, zekerheid, toelichting)


def _besluit(artikel: str, zekerheid: Zekerheid, toelichting: str = "") -> Bron:
    return Bron("Besluit", artikel, zekerheid, toelichting)


def _regeling(artikel: str, zekerheid: Zekerheid, toelichting: str = "") -> Bron:
    return Bron("Regeling", artikel, zekerheid, toelichting)


def _eigen(toelichting: str = "") -> Bron:
    return Bron("eigen", "", Zekerheid.A, toelichting)


A, B, C, D = Zekerheid.A, Zekerheid.B, Zekerheid.C, Zekerheid.D
P = Parameter

# De nieuwe termijn na een overschrijding: een getal per rij van ``wet.boete.LENGTES``.
# Langer dan de langste rij van de tabel kan een gemeente haar niet zetten.
NIEUWE_TERMIJN: tuple[Parameter, ...] = tuple(
    P(
        f"nieuwe_termijn_{naam}",
        maanden,
        "maanden",
        _besluit("7.2", C),
        f"nieuwe termijn van DUO na overschrijding {bij}",
        grenzen=(1, 24),
    )
    for naam, maanden, bij in (
        ("geen_examen", 24, "zonder gehaald taalexamen"),
        ("een_examen", 18, "met een gehaald taalexamen"),
        ("twee_examens", 12, "met twee gehaalde taalexamens"),
        ("meer_examens", 6, "met drie of vier gehaalde taalexamens"),
        ("uren_1", 24, "in de Z-route, tot en met de eerste urengrens"),
        ("uren_2", 18, "in de Z-route, boven de eerste urengrens"),
        ("uren_3", 12, "in de Z-route, boven de tweede urengrens"),
        ("uren_4", 6, "in de Z-route, boven de derde urengrens"),
        ("pvt_of_map", 6, "als PVT of MAP open is"),
        ("pvt_en_map", 12, "als PVT en MAP open zijn"),
    )
)
# De grenzen van die rijen in de Z-route. Hun grenzen raken elkaar niet: de volgorde blijft.
URENGRENZEN: tuple[Parameter, ...] = tuple(
    P(
        f"nieuwe_termijn_urengrens_{nummer}",
        uren,
        "uren",
        _besluit("7.2", C),
        f"tot en met zoveel cursusuren in de Z-route geldt rij {nummer} van de nieuwe "
        "termijn van DUO",
        grenzen=(uren - 99, uren + 100),
    )
    for nummer, uren in ((1, 200), (2, 400), (3, 600))
)

WETTELIJK: tuple[Parameter, ...] = (
    P(
        "minimumleeftijd",
        18,
        "jaren",
        _wi("3", B),
        "vanaf deze leeftijd is men plichtig",
    ),
    P(
        "leeftijd_op_verzoek",
        16,
        "jaren",
        _wi("3", D, "op verzoek eerder; de ondergrens volgt uit de leerplicht"),
        "vanaf deze leeftijd kan DUO iemand op verzoek eerder plichtig maken",
        grenzen=(16, 18),
    ),
    P(
        "kennisgeving_weken",
        8,
        "weken",
        _wi("3", B),
        "tot zoveel weken na het begin van de plicht komt de kennisgeving van DUO",
    ),
    P(
        "pip_weken",
        10,
        "weken",
        _besluit("5.3", B),
        "binnen zoveel weken stelt de gemeente het PIP vast",
    ),
    P(
        "pip_weken_informatie_derden",
        2,
        "weken",
        _besluit("5.3", C),
        "na ontvangst van nodige informatie van derden mag het PIP zoveel weken later",
        grenzen=(0, 2),
    ),
    P(
        "termijn_jaren",
        3,
        "jaren",
        _wi("11 lid 1", A),
        "de inburgeringstermijn voor alle onderdelen",
    ),
    P(
        "verlenging_maanden_vooraf",
        6,
        "maanden",
        _besluit("4.1 en 4.5", B),
        "in zoveel maanden voor het einde kan verlenging worden gevraagd",
    ),
    P(
        "leerroute_wijzigen_maanden",
        18,
        "maanden",
        _wi("17", C),
        "tot zoveel maanden na het begin van de termijn kan de leerroute wijzigen",
        grenzen=(12, 36),
    ),
    P(
        "afschalen_uren",
        600,
        "uren",
        _besluit("5.5", B),
        "zoveel taaluren bij een school met keurmerk voor afschalen naar A2",
    ),
    P(
        "z_taaluren",
        800,
        "uren",
        _besluit("3.14", B),
        "cursusuren taal en KNM in de Z-route",
    ),
    P(
        "z_participatie_uren",
        800,
        "uren",
        _besluit("3.14", B),
        "uren participatie in de Z-route, alleen asielstatushouders",
    ),
    P(
        "pvt_uren",
        12,
        "uren",
        _besluit("3.1", C),
        "minimale omvang van het participatieverklaringstraject",
        grenzen=(1, 40),
    ),
    P(
        "map_praktijkuren",
        40,
        "uren",
        _besluit("3.2", B),
        "minimale praktijk in de MAP",
    ),
    P(
        "onderwijsroute_uren",
        1500,
        "uren",
        _besluit("", C, "artikel niet gevonden"),
        "omvang van de onderwijsroute, ongeveer",
        grenzen=(1000, 2000),
    ),
    P(
        "pip_bezwaar_weken",
        6,
        "weken",
        Bron("Awb", "6:7 en 6:8", B),
        "bezwaartermijn vanaf de dag na het versturen",
    ),
    P(
        "bewaartermijn_jaren",
        5,
        "jaren",
        _wi("", B, "hoofdstuk gegevens; artikelnummer niet gevonden"),
        "bewaren na het einde van de plicht",
    ),
    P(
        "inzage_na_verhuizing_maanden",
        1,
        "maanden",
        Bron("DUO", "", A, "wie een gemeente mag zien"),
        "na het PIP van de nieuwe gemeente ziet de vorige het dossier bij DUO nog zo lang",
    ),
    P(
        "vertrek_jaren",
        1,
        "jaren",
        Bron("DUO", "Inburgeringsplicht", A),
        "wie langer dan dit uit Nederland weg is, verliest de plicht",
    ),
    P(
        "gratis_pogingen",
        2,
        "pogingen",
        _regeling("", B, "niet onder het niveau van het PIP"),
        "gratis examenpogingen per onderdeel, alleen asielstatushouders",
    ),
    P(
        "aow_waarschuwing_maanden",
        6,
        "maanden",
        Bron("DUO", "SS128", A),
        "DUO meldt een nieuwe plichtige die binnen zoveel maanden de AOW-leeftijd heeft",
    ),
    P(
        "verlenging_geboorte_weken",
        16,
        "weken",
        _regeling("4.1", C),
        "verlenging bij een bevalling",
        grenzen=(0, 26),
    ),
    P(
        "verlenging_inspanning_maanden",
        6,
        "maanden",
        _besluit("4.4", C),
        "verlenging bij veel inspanning",
        grenzen=(0, 12),
    ),
    P(
        "verlenging_inspanning_uren_gezin",
        450,
        "uren",
        _besluit("4.4", C),
        "cursusuren van een gezinsmigrant voor verlenging bij veel inspanning",
        grenzen=(0, 1000),
    ),
    P(
        "verlenging_inspanning_examens",
        2,
        "examens",
        _besluit("4.4", C),
        "taalexamens op het niveau van het PIP voor verlenging bij veel inspanning",
        grenzen=(1, 4),
    ),
    P(
        "verlenging_inspanning_looptijd_maanden",
        30,
        "maanden",
        _besluit("4.4", C),
        "zo lang loopt de termijn ten minste bij verlenging wegens veel inspanning",
        grenzen=(24, 36),
    ),
    P(
        "verwijtbaar_nee_maanden",
        2,
        "maanden",
        Bron("DUO", "MapPvtZroute", A),
        "tot zoveel maanden na de termijn neemt DUO aan dat te laat niet te verwijten is",
    ),
    P(
        "hoogste_uren_duo",
        9999,
        "uren",
        Bron("DUO", "GevolgdeUren", A),
        "het hoogste aantal uren dat DUO van een soort kan bewaren",
    ),
    P(
        "hoogste_intensiteit_duo",
        9999,
        "uren",
        Bron("DUO", "PIP", A),
        "het hoogste aantal geschatte uren van de B1-route dat DUO kan bewaren",
    ),
    P(
        "boete_intake",
        250,
        "euro",
        _wi("22", C, "vast bedrag; lager kan bij minder schuld of weinig geld"),
        "boete als iemand niet verschijnt of meewerkt bij de intake",
        grenzen=(0, 250),
    ),
    P(
        "boete_pip_maximum",
        800,
        "euro",
        _wi("23", C, "hoe het bedrag bij herhaling oploopt, is niet bekend"),
        "hoogste boete als iemand een afspraak uit het PIP niet nakomt",
        grenzen=(0, 800),
    ),
    P(
        "boete_zware_procedure",
        340,
        "euro",
        Bron("Awb", "5:53", D, "uit algemene kennis"),
        "boven dit bedrag geldt de zware procedure: zienswijze verplicht en later verjaard",
        grenzen=(0, 800),
    ),
    P(
        "boete_verval_jaren",
        3,
        "jaren",
        Bron("Awb", "5:45 lid 2", D, "uit algemene kennis"),
        "zo lang na de gebeurtenis kan een lage boete nog",
        grenzen=(1, 3),
    ),
    P(
        "boete_verval_jaren_zwaar",
        5,
        "jaren",
        Bron("Awb", "5:45 lid 1", D, "uit algemene kennis"),
        "zo lang na de gebeurtenis kan een hoge boete nog",
        grenzen=(1, 5),
    ),
    P(
        "boete_besluit_weken",
        13,
        "weken",
        Bron("Awb", "5:51", D, "uit algemene kennis"),
        "na het rapport wordt binnen zoveel weken over de boete beslist",
        grenzen=(1, 13),
    ),
    Keuzerij(
        "nationaliteit_zonder_plicht",
        1,
        "",
        _wi("3 en 4", C),
        "registratie van een Nederlander, EU-burger, EER-burger of Zwitser",
        grenzen=(0, 1),
        woorden=("melden", "weigeren"),
    ),
    Keuzerij(
        "waarschuwingen_vooraf",
        1,
        "",
        Bron("beleidsregels", "", D, "geen stap van de wet"),
        "voordat een sanctie wordt overwogen",
        grenzen=(0, 1),
        woorden=("geen waarschuwing nodig", "eerst een waarschuwing"),
    ),
    P(
        "bezwaar_beslissen_weken",
        6,
        "weken",
        Bron("Awb", "7:10", D, "uit algemene kennis"),
        "na de bezwaartermijn wordt binnen zoveel weken beslist",
        grenzen=(1, 6),
    ),
    P(
        "bezwaar_beslissen_commissie_weken",
        12,
        "weken",
        Bron("Awb", "7:10", D, "uit algemene kennis"),
        "zo lang duurt beslissen op bezwaar met een adviescommissie",
        grenzen=(1, 12),
    ),
    P(
        "duo_boete_leerroute_maximum",
        1000,
        "euro",
        _wi("24 en 25", B),
        "hoogste boete van DUO als de leerroute niet op tijd af is",
    ),
    P(
        "duo_boete_pvt",
        340,
        "euro",
        _wi("24 en 25", B),
        "boete van DUO als het PVT niet op tijd af is",
    ),
    P(
        "duo_boete_map",
        340,
        "euro",
        _wi("24 en 25", B),
        "boete van DUO als de MAP niet op tijd af is",
    ),
    P(
        "ontzorgen_maanden",
        6,
        "maanden",
        Bron("Participatiewet", "56a", B),
        "financieel ontzorgen van een asielstatushouder met bijstand",
    ),
    P(
        "telling_jaren_asielstatushouder",
        3,
        "jaren",
        _besluit("hoofdstuk 8", A),
        "zo lang telt een asielstatushouder op 31 december mee, vanaf de huisvesting",
    ),
    P(
        "telling_jaren_gezinsmigrant",
        1,
        "jaren",
        _besluit("hoofdstuk 8", A),
        "zo lang telt een gezinsmigrant of overige migrant op 31 december mee",
    ),
    *NIEUWE_TERMIJN,
    *URENGRENZEN,
)

PLANNING: tuple[Parameter, ...] = (
    P(
        "intake_weken",
        6,
        "weken",
        _eigen(),
        "brede intake af, vanaf de start van de klok",
    ),
    P("voortgangsgesprek_weken", 13, "weken", _eigen(), "tijd tussen twee gesprekken"),
    P(
        "voortgangsgesprek_weken_hoogste",
        52,
        "weken",
        _eigen(),
        "meer weken tussen twee gesprekken is een tikfout",
    ),
    P("pip_versturen_dagen", 7, "dagen", _eigen(), "PIP versturen na de dagtekening"),
    P("aanbod_weken", 4, "weken", _eigen(), "inburgeringsaanbod na het PIP"),
    P(
        "contact_dagen",
        14,
        "dagen",
        _eigen(),
        "contact zoeken als een afspraak niet is nagekomen",
    ),
    P(
        "examen_aanmelden_maanden",
        6,
        "maanden",
        _eigen(),
        "zo lang voor het einde van de termijn is men voor elk examen aangemeld",
    ),
    P("zienswijze_dagen", 14, "dagen", _eigen(), "wachten op een zienswijze"),
    P(
        "zelfde_gedrag_dagen",
        14,
        "dagen",
        _eigen(),
        "wat zo dicht bij elkaar gebeurde, kan hetzelfde gedrag zijn",
    ),
    P("duo_voldaan_weken", 8, "weken", _eigen(), "wachten op DUO voordat men navraagt"),
    P(
        "tegenstrijdigheid_dagen",
        14,
        "dagen",
        _eigen(),
        "een tegenstrijdigheid uitzoeken",
    ),
    P("advies_weken", 4, "weken", _eigen(), "advies aan DUO over een ontheffing"),
    P("overdracht_weken", 2, "weken", _eigen(), "dossier overdragen na een verhuizing"),
    P(
        "vernietigen_weken",
        4,
        "weken",
        _eigen(),
        "een dossier vernietigen dat ten onrechte bestaat",
    ),
    P("afsluiten_weken", 4, "weken", _eigen(), "dossier afsluiten na het einde"),
    P(
        "waarschuwen_dagen",
        14,
        "dagen",
        _eigen(),
        "zo lang vooraf heet een termijn dringend",
    ),
    P("uren_per_dag", 24, "uren", _eigen(), "meer uren dan dit past niet in een dag"),
    P(
        "participatie_uren_per_week",
        60,
        "uren",
        _eigen(),
        "meer uren per week is een tikfout",
    ),
    P(
        "taal_uren_intensiteit",
        3000,
        "uren",
        _eigen(),
        "een hogere schatting van de B1-route is misschien een tikfout",
    ),
)

# --- De AOW-leeftijd ------------------------------------------------------------------


@dataclass(frozen=True)
class AOWLeeftijd(Parameter):
    """De AOW-leeftijd, in maanden, van wie op of na ``geboren_vanaf`` is geboren."""

    geboren_vanaf: date = date.min

    def _geschreven(self) -> tuple[str, str]:
        """De leeftijd in jaren en maanden."""
        jaren, maanden = divmod(self.waarde, 12)
        erbij = f" en {maanden} {eenheid_bij(maanden, 'maanden')}" if maanden else ""
        return (f"{jaren} jaar{erbij}",) * 2

    @property
    def mag_zijn(self) -> str:
        """De laagste en hoogste leeftijd, ook in maanden: zo typt men haar."""
        if self.grenzen is None:
            return ""
        laagste, hoogste = (replace(self, waarde=n) for n in self.grenzen)
        return (
            f"{laagste.waarde} tot en met {hoogste.waarde} maanden "
            f"({laagste.duur} tot en met {hoogste.duur})"
        )

    def bereikt_op(self, geboren: date) -> date:
        """De dag waarop iemand die toen is geboren deze leeftijd heeft.

        Wat een gemeente instelt, geldt niet terug: wie al ouder is, heeft haar pas op de
        dag waarop dat ingaat.
        """
        dag = plus_maanden(geboren, self.waarde)
        return dag if self.ingesteld_op is None else max(dag, self.ingesteld_op)


_AOW = Bron("AOW", "7a", A, "tabel van de Rijksoverheid")
_AOW_KENNIS = Bron("AOW", "7a", D, "uit algemene kennis")


def _aow(
    vanaf: date, leeftijd: int, bron: Bron, grenzen: tuple[int, int] | None = None
) -> AOWLeeftijd:
    eerder = vanaf == date.min
    return AOWLeeftijd(
        "aow_leeftijd_eerder" if eerder else f"aow_leeftijd_{vanaf:%Y_%m}",
        leeftijd,
        "maanden",
        bron,
        "AOW-leeftijd van wie "
        + ("eerder is geboren" if eerder else f"is geboren vanaf {vanaf:%d-%m-%Y}"),
        grenzen=grenzen,
        geboren_vanaf=vanaf,
    )


# Van jong naar oud. Wie voor 1 september 1955 is geboren, had de AOW-leeftijd al voor
# de wet in werking trad. Voor wie na september 1962 is geboren, is zij nog niet
# vastgesteld: de laatste bekende leeftijd staat er, en lager kan een gemeente haar niet
# zetten. De grenzen van de oudere rijen zijn de rijen ernaast.
AOW_LEEFTIJDEN: tuple[AOWLeeftijd, ...] = (
    _aow(date(1962, 10, 1), 67 * 12 + 3, _AOW_KENNIS, (67 * 12 + 3, 70 * 12)),
    _aow(date(1961, 1, 1), 67 * 12 + 3, _AOW),
    _aow(date(1957, 3, 1), 67 * 12, _AOW),
    _aow(date(1956, 6, 1), 66 * 12 + 10, _AOW_KENNIS, (66 * 12 + 7, 67 * 12)),
    _aow(date(1955, 9, 1), 66 * 12 + 7, _AOW_KENNIS, (66 * 12 + 4, 66 * 12 + 10)),
    _aow(date.min, 66 * 12 + 4, _AOW_KENNIS, (65 * 12, 66 * 12 + 7)),
)


# --- Dagen die met een feestdag gelijk zijn gesteld --------------------------------------


@dataclass(frozen=True)
class Gelijkgesteld(Keuzerij):
    """Of een dag telt als feestdag (1) of als gewone werkdag (0)."""

    dag: date = date.min


GELIJKGESTELDE_DAGEN: tuple[Gelijkgesteld, ...] = tuple(
    Gelijkgesteld(
        f"gelijkgesteld_{dag:%Y_%m_%d}",
        1,
        "",
        GELIJKGESTELD_BRON,
        f"hoe {voluit(dag)} telt",
        geldig_tot=dag + DAG,
        grenzen=(0, 1),
        woorden=("gewone werkdag", "feestdag"),
        dag=dag,
    )
    for dag in GELIJKGESTELD
)


# --- Het getal dat geldt --------------------------------------------------------------


def _per_naam(rijen: Iterable[Parameter]) -> Mapping[str, tuple[Parameter, ...]]:
    """Alle rijen van een naam bij elkaar."""
    tabel: dict[str, tuple[Parameter, ...]] = {}
    for rij in rijen:
        tabel[rij.naam] = (*tabel.get(rij.naam, ()), rij)
    return tabel


_RIJEN = _per_naam((*WETTELIJK, *AOW_LEEFTIJDEN, *GELIJKGESTELDE_DAGEN, *PLANNING))


def _ingesteld(rij: Rij, peildatum: date, eigen: tuple[Instelling, ...]) -> Rij:
    """De rij met wat de gemeente instelde, als dat mag en binnen de grenzen ligt."""
    gekozen = max(
        (i for i in eigen if i.naam == rij.naam and i.geldig_vanaf <= peildatum),
        key=lambda i: i.geldig_vanaf,
        default=None,
    )
    if gekozen is None or not rij.mag(gekozen.waarde):
        return rij
    sinds = gekozen.geldig_vanaf
    return replace(
        rij,
        waarde=gekozen.waarde,
        bron=replace(rij.bron, toelichting=ingesteld(sinds)),
        ingesteld_op=sinds,
    )


def parameter(
    naam: str, peildatum: date, eigen: tuple[Instelling, ...] = ()
) -> Parameter:
    """De rij die op de peildatum geldt, met wat de gemeente zelf instelde.

    Alleen een rij met ``grenzen`` kan de gemeente instellen; wat erbuiten ligt, geldt
    niet.
    """
    for rij in _RIJEN[naam]:
        if rij.geldt_op(peildatum):
            return _ingesteld(rij, peildatum, eigen) if eigen else rij
    raise GeenRegel(
        f"voor {naam} geldt op {peildatum:%d-%m-%Y} geen regel: de Wet inburgering 2021 "
        f"geldt vanaf {IN_WERKING:%d-%m-%Y}"
    )


def parameter_vanaf(
    naam: str, begin: date, eigen: tuple[Instelling, ...] = ()
) -> Parameter:
    """De rij die geldt als een termijn op ``begin`` begint.

    Een begonnen termijn houdt de regel van haar eerste dag, tenzij een wijziging
    anders bepaalt. Een (foute) begindag voor de wet telt als de eerste dag van de wet.
    """
    return parameter(naam, max(begin, IN_WERKING), eigen)


def aow_leeftijd(geboren: date, eigen: tuple[Instelling, ...] = ()) -> AOWLeeftijd:
    """De rij voor iemand die op die dag is geboren, met wat de gemeente zelf instelde.

    Dat is de rij van de dag waarop die persoon haar bereikt: een instelling die later
    ingaat, raakt wie de leeftijd al had niet meer.
    """
    rij = next(rij for rij in AOW_LEEFTIJDEN if rij.geboren_vanaf <= geboren)
    dagen = sorted(i.geldig_vanaf for i in eigen if i.naam == rij.naam)
    geldt = rij
    for dag in dagen:
        if geldt.bereikt_op(geboren) < dag:
            break
        geldt = _ingesteld(rij, dag, eigen)
    return geldt


def gewone_werkdagen(begin: date, eigen: tuple[Instelling, ...]) -> frozenset[date]:
    """De gelijkgestelde dagen die volgens de gemeente gewone werkdagen zijn.

    Voor een termijn die op ``begin`` begint: ook hier houdt wat al liep zijn kalender.
    """
    if not eigen:
        return frozenset()
    namen = {i.naam for i in eigen}
    return frozenset(
        rij.dag
        for rij in GELIJKGESTELDE_DAGEN
        if rij.naam in namen and not _ingesteld(rij, begin, eigen).waarde
    )
