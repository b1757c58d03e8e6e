"""Wie inburgeringsplichtig is en bij welke groep iemand hoort.

Artikelen: Wi2021 art. 3-4 (plicht en vrijstelling), 13 lid 1 (groepen), 54 (de Wet
inburgering 2013); AOW art. 7a. Codes: landelijke tabellen 32 (nationaliteit) en 56
(verblijfstitel) van de BRP, stand november 2022 en mei 2023.

Of iemand plichtig is, beslist DUO; hier staat wanneer de gemeente een registratie
weigert omdat zij niet kan kloppen. Weggelaten: vrijstelling door diploma of door acht
jaar in Nederland als kind: die stelt DUO vast. Wie zonder plicht wordt gevolgd, hoeft niet
plichtig te zijn; wel wordt gezegd wat dan niet geldt.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from inburgering.wet.begrippen import Doelgroep, Verblijfsituatie, Volggrond
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Instelling
from inburgering.wet.kalender import OnvolledigeDatum, plus_maanden
from inburgering.wet.parameters import (
    IN_WERKING,
    AOWLeeftijd,
    Parameter,
    aow_leeftijd,
    parameter,
)


A, B, C, D = Zekerheid.A, Zekerheid.B, Zekerheid.C, Zekerheid.D
PLICHT = Bron("Wi2021", "3", B)
NIET_PLICHTIG = Bron("Wi2021", "3 en 4", C)
OP_VERZOEK = Bron("Wi2021", "3", D, "de ondergrens volgt uit de leerplicht")
OVERGANG = Bron("Wi2021", "54", B)
KENNISGEVING = Bron("Wi2021", "3", B)


class Vrij(Enum):
    """Waarom een nationaliteit niet inburgeringsplichtig is."""

    NEDERLAND = "Nederlandse nationaliteit"
    EU = "burger van de Europese Unie"
    EER = "burger van de Europese Economische Ruimte"
    ZWITSERLAND = "Zwitserse nationaliteit"


# Landelijke tabel 32. Brits (0060) hoort er sinds 1-2-2020 niet meer bij.
NIET_PLICHTIGE_NATIONALITEITEN: Mapping[str, Vrij] = {
    "0001": Vrij.NEDERLAND,
    "0002": Vrij.NEDERLAND,  # behandeld als Nederlander
    "0027": Vrij.EU,  # Slowaakse
    "0028": Vrij.EU,  # Tsjechische
    "0042": Vrij.EU,  # Sloveense
    "0043": Vrij.EU,  # Kroatische
    "0044": Vrij.EU,  # Letse
    "0045": Vrij.EU,  # Estische
    "0046": Vrij.EU,  # Litouwse
    "0052": Vrij.EU,  # Belgische
    "0053": Vrij.EU,  # Bulgaarse
    "0054": Vrij.EU,  # Deense
    "0055": Vrij.EU,  # Duitse
    "0056": Vrij.EU,  # Finse
    "0057": Vrij.EU,  # Franse
    "0059": Vrij.EU,  # Griekse
    "0061": Vrij.EU,  # Hongaarse
    "0062": Vrij.EU,  # Ierse
    "0063": Vrij.EER,  # IJslandse
    "0064": Vrij.EU,  # Italiaanse
    "0066": Vrij.EER,  # Liechtensteinse
    "0067": Vrij.EU,  # Luxemburgse
    "0068": Vrij.EU,  # Maltese
    "0070": Vrij.EER,  # Noorse
    "0071": Vrij.EU,  # Oostenrijkse
    "0072": Vrij.EU,  # Poolse
    "0073": Vrij.EU,  # Portugese
    "0074": Vrij.EU,  # Roemeense
    "0077": Vrij.EU,  # Spaanse
    "0080": Vrij.EU,  # Zweedse
    "0081": Vrij.ZWITSERLAND,
    "0308": Vrij.EU,  # Cyprische
}


class Titel(Enum):
    """Wat een verblijfstitel voor de plicht betekent."""

    ASIEL = "asiel"
    REGULIER = "regulier"
    EU_RECHT = "verblijf op grond van Europees recht"
    PROCEDURE = "nog in procedure"
    TIJDELIJK = "tijdelijk verblijf"
    GEEN = "geen verblijfsrecht (meer)"
    ONBEKEND = "onbekend"


# Landelijke tabel 56; de titels van voor 2001 (09-20) komen niet meer voor.
VERBLIJFSTITELS: Mapping[str, Titel] = {
    "": Titel.ONBEKEND,
    "00": Titel.ONBEKEND,
    "21": Titel.REGULIER,
    "22": Titel.REGULIER,
    "23": Titel.REGULIER,
    "24": Titel.REGULIER,
    "25": Titel.REGULIER,
    "26": Titel.ASIEL,
    "27": Titel.ASIEL,
    "28": Titel.EU_RECHT,
    "29": Titel.EU_RECHT,
    "30": Titel.EU_RECHT,
    "31": Titel.PROCEDURE,
    "32": Titel.PROCEDURE,
    "33": Titel.PROCEDURE,
    "34": Titel.PROCEDURE,
    "35": Titel.TIJDELIJK,
    "36": Titel.EU_RECHT,
    "37": Titel.EU_RECHT,
    "38": Titel.EU_RECHT,
    "39": Titel.PROCEDURE,
    "40": Titel.EU_RECHT,
    "41": Titel.GEEN,
    "42": Titel.TIJDELIJK,
    "43": Titel.TIJDELIJK,
    "44": Titel.PROCEDURE,
    "45": Titel.TIJDELIJK,
    "46": Titel.PROCEDURE,
    "91": Titel.REGULIER,
    "92": Titel.ASIEL,
    "93": Titel.REGULIER,
    "98": Titel.GEEN,
}
TITEL_GEEFT_PLICHT = frozenset({Titel.ASIEL, Titel.REGULIER, Titel.ONBEKEND})
GROEP_BIJ_TITEL: Mapping[Titel, Doelgroep] = {
    Titel.ASIEL: Doelgroep.ASIELSTATUSHOUDER,
    Titel.REGULIER: Doelgroep.GEZINSMIGRANT,
}


def begon_voor_de_wet(plicht: date | None, kennisgeving: date | None) -> date | None:
    """De dag waarop de plicht uiterlijk begon, als dat voor deze wet was.

    De eerste dag van de plicht beslist (art. 54). Is zij niet bekend, dan zegt de
    kennisgeving genoeg: DUO schrijft pas als de plicht er is.
    """
    begin = plicht or kennisgeving
    return begin if begin is not None and begin < IN_WERKING else None


def titel(code: str) -> Titel:
    """De betekenis van een code uit tabel 56; een oude of vreemde code is onbekend."""
    return VERBLIJFSTITELS.get(code, Titel.ONBEKEND)


def doelgroep_bij_titel(code: str) -> Doelgroep | None:
    """De groep die bij de verblijfstitel past; None als de titel dat niet zegt."""
    return GROEP_BIJ_TITEL.get(titel(code))


@dataclass(frozen=True, kw_only=True)
class Aanmelding:
    """Wat bij een registratie over de plicht bekend is."""

    geboortedatum: OnvolledigeDatum
    peildatum: date
    nationaliteit: str = ""
    verblijfstitel: str = ""
    doelgroep: Doelgroep | None = None
    verblijfsituatie: Verblijfsituatie | None = None
    datum_plicht: date | None = None
    datum_kennisgeving: date | None = None
    datum_inschrijving: date | None = None
    datum_koppeling: date | None = None
    datum_uitstroom: date | None = None
    overleden_op: date | None = None
    volggrond: Volggrond = Volggrond.PLICHT
    instellingen: tuple[Instelling, ...] = ()

    @property
    def zonder_plicht(self) -> bool:
        """Of de gemeente deze persoon volgt zonder dat er een plicht is."""
        return self.volggrond != Volggrond.PLICHT

    def regel(self, naam: str) -> Parameter:
        """De rij van dit getal op de peildatum, of wat de gemeente instelde."""
        return parameter(naam, self.peildatum, self.instellingen)

    def aow_leeftijd(self, geboren: date) -> AOWLeeftijd:
        """De rij voor iemand die op die dag is geboren."""
        return aow_leeftijd(geboren, self.instellingen)

    @property
    def aow_bereikt(self) -> tuple[date, date] | None:
        """De vroegste en laatste dag waarop de AOW-leeftijd is bereikt."""
        return aow_bereikt_op(self.geboortedatum, self.aow_leeftijd)


@dataclass(frozen=True)
class Grond:
    """Een grond om een registratie te weigeren.

    Wie zonder plicht wordt gevolgd, hoeft niet plichtig te zijn: dan telt een grond
    alleen als zij ``altijd`` geldt.
    """

    betekenis: str
    veld: str
    bron: Bron
    reden: Callable[[Aanmelding], str]
    altijd: bool = False


def _maanden(jaren: int) -> int:
    return 12 * jaren


def aow_bereikt_op(
    geboorte: OnvolledigeDatum, leeftijd: Callable[[date], AOWLeeftijd] = aow_leeftijd
) -> tuple[date, date] | None:
    """De vroegste en laatste dag waarop iemand de AOW-leeftijd heeft; None: onbekend."""
    if not geboorte.jaar:
        return None
    vroegste, laatste = (
        leeftijd(dag).bereikt_op(dag) for dag in (geboorte.vroegste, geboorte.laatste)
    )
    return vroegste, laatste


def aow_merk(geboorte: OnvolledigeDatum) -> str:
    """Het merk als de AOW-leeftijd van dit geboortejaar niet bevestigd is."""
    rijen = [aow_leeftijd(dag) for dag in (geboorte.vroegste, geboorte.laatste)]
    zeker = all(rij.bron.zekerheid.bevestigd for rij in rijen)
    return "" if zeker else " (niet bevestigd)"


def _vrij_door(a: Aanmelding, *, weigert: bool) -> Vrij | None:
    """Waarom de nationaliteit geen plicht geeft, als de gemeente dan weigert of meldt."""
    vrij = NIET_PLICHTIGE_NATIONALITEITEN.get(a.nationaliteit)
    if vrij is None or bool(a.regel("nationaliteit_zonder_plicht").waarde) != weigert:
        return None
    return vrij


def _nationaliteit(a: Aanmelding) -> str:
    vrij = _vrij_door(a, weigert=True)
    if vrij is None:
        return ""
    return (
        f"Niet inburgeringsplichtig: {vrij.value}. Klopt de nationaliteit niet, kies dan "
        "de juiste."
    )


def _heeft_misschien(a: Aanmelding, jaren: int) -> bool:
    """Of iemand zoveel jaar is, of dat kan zijn."""
    return a.geboortedatum.heeft_leeftijd(_maanden(jaren), a.peildatum) is not False


def _te_jong(a: Aanmelding) -> str:
    jaren = a.regel("minimumleeftijd").waarde
    if a.datum_kennisgeving or _heeft_misschien(a, jaren):
        return ""
    return (
        f"Nog geen {jaren} jaar. De plicht begint op de {jaren}e verjaardag; registreer "
        "de persoon dan, of na een kennisgeving van DUO op verzoek."
    )


def _te_jong_op_verzoek(a: Aanmelding) -> str:
    jaren = a.regel("leeftijd_op_verzoek").waarde
    if not a.datum_kennisgeving or _heeft_misschien(a, jaren):
        return ""
    return (
        f"Nog geen {jaren} jaar. Ook op verzoek begint de plicht dan nog niet (niet "
        "bevestigd). Klopt de geboortedatum, vraag het dan na bij DUO."
    )


def _aow(a: Aanmelding) -> str:
    bereikt = a.aow_bereikt
    if bereikt is None or bereikt[1] > a.peildatum:
        return ""
    return (
        "De AOW-leeftijd is bereikt; de inburgeringsplicht geldt dan niet meer. Klopt de "
        "geboortedatum niet, verbeter haar dan."
    )


def _overleden(a: Aanmelding) -> str:
    if a.overleden_op is None or a.overleden_op > a.peildatum:
        return ""
    return (
        f"Volgens de BRP overleden op {a.overleden_op:%d-%m-%Y}; registreren kan niet."
    )


def _oude_wet(a: Aanmelding) -> str:
    begin = begon_voor_de_wet(a.datum_plicht, None)
    if begin is None:
        return ""
    return (
        f"De plicht begon op {begin:%d-%m-%Y}, voor {IN_WERKING:%d-%m-%Y}. "
        "Dan geldt de Wet inburgering 2013; verwijs naar DUO."
    )


def _oude_kennisgeving(a: Aanmelding) -> str:
    if a.datum_plicht is not None:
        return ""
    uiterlijk = begon_voor_de_wet(None, a.datum_kennisgeving)
    if uiterlijk is None:
        return ""
    return (
        f"De kennisgeving van DUO is van {uiterlijk:%d-%m-%Y}: de plicht begon toen of "
        f"eerder, voor {IN_WERKING:%d-%m-%Y}. Dan geldt de Wet inburgering 2013; verwijs "
        "naar DUO. Klopt de dag niet, verbeter haar dan."
    )


def _geen_titel(a: Aanmelding) -> str:
    soort = titel(a.verblijfstitel)
    if soort in TITEL_GEEFT_PLICHT or a.datum_kennisgeving:
        return ""
    return (
        f"Verblijfstitel {a.verblijfstitel} ({soort.value}) geeft geen "
        "inburgeringsplicht. Registreer pas na een kennisgeving van DUO."
    )


GRONDEN: tuple[Grond, ...] = (
    Grond("overleden", "overleden_op", PLICHT, _overleden, altijd=True),
    Grond(
        "Nederlands, EU, EER of Zwitsers",
        "nationaliteit",
        NIET_PLICHTIG,
        _nationaliteit,
    ),
    Grond("jonger dan de minimumleeftijd", "geboortedatum", PLICHT, _te_jong),
    Grond(
        "jonger dan DUO op verzoek plichtig kan maken",
        "geboortedatum",
        OP_VERZOEK,
        _te_jong_op_verzoek,
    ),
    Grond("AOW-leeftijd bereikt", "geboortedatum", PLICHT, _aow),
    Grond(
        "plicht van voor 1 januari 2022",
        "datum_plicht",
        OVERGANG,
        _oude_wet,
        altijd=True,
    ),
    Grond(
        "kennisgeving van voor 1 januari 2022",
        "datum_kennisgeving",
        OVERGANG,
        _oude_kennisgeving,
        altijd=True,
    ),
    Grond(
        "titel zonder plicht, en geen kennisgeving",
        "verblijfstitel",
        PLICHT,
        _geen_titel,
    ),
)


def gronden_tegen(a: Aanmelding) -> tuple[tuple[Grond, str], ...]:
    """Alle gronden om te weigeren, met de reden; leeg als registreren kan."""
    gelden = (g for g in GRONDEN if g.altijd or not a.zonder_plicht)
    redenen = ((grond, grond.reden(a)) for grond in gelden)
    return tuple((grond, reden) for grond, reden in redenen if reden)


# --- Waarschuwingen -------------------------------------------------------------------


@dataclass(frozen=True)
class Waarschuwing:
    """Iets om op te letten bij een registratie die wel kan.

    ``zonder_plicht`` zegt of zij is voor wie zonder plicht wordt gevolgd.
    """

    betekenis: str
    bron: Bron
    tekst: Callable[[Aanmelding], str]
    tegenstrijdig: bool = False
    zonder_plicht: bool = False


def _leeftijd_onzeker(a: Aanmelding) -> str:
    jaren = a.regel("minimumleeftijd").waarde
    if a.geboortedatum.heeft_leeftijd(_maanden(jaren), a.peildatum) is not None:
        return ""
    return (
        f"De geboortedatum is niet volledig; of de persoon {jaren} jaar is, staat niet "
        "vast. Vraag het na."
    )


def _aow_onzeker(a: Aanmelding) -> str:
    bereikt = a.aow_bereikt
    if bereikt is None or not bereikt[0] <= a.peildatum < bereikt[1]:
        return ""
    return (
        "De geboortedatum is niet volledig; of de AOW-leeftijd is bereikt, staat niet "
        "vast. Vraag het na."
    )


def _aow_nabij(a: Aanmelding) -> str:
    bereikt = a.aow_bereikt
    maanden = a.regel("aow_waarschuwing_maanden").waarde
    if bereikt is None or bereikt[0] <= a.peildatum:
        return ""
    if plus_maanden(a.peildatum, maanden) < bereikt[0]:
        return ""
    dag = f"{bereikt[0]:%d-%m-%Y}{aow_merk(a.geboortedatum)}"
    return f"De AOW-leeftijd wordt bereikt op {dag}; dan eindigt de plicht."


def _misschien_niet_plichtig(a: Aanmelding) -> str:
    vrij = _vrij_door(a, weigert=False)
    if vrij is None:
        return ""
    return (
        f"Waarschijnlijk niet inburgeringsplichtig (niet bevestigd): {vrij.value}. Vraag "
        "het na bij DUO."
    )


def _op_verzoek(a: Aanmelding) -> str:
    jaren = a.regel("minimumleeftijd").waarde
    if a.geboortedatum.heeft_leeftijd(_maanden(jaren), a.peildatum) is not False:
        return ""
    return (
        f"Nog geen {jaren} jaar: dit kan alleen als DUO de persoon op verzoek plichtig "
        "maakte."
    )


def _titel_en_kennisgeving(a: Aanmelding) -> str:
    soort = titel(a.verblijfstitel)
    if soort in TITEL_GEEFT_PLICHT or not a.datum_kennisgeving:
        return ""
    return (
        f"DUO gaf een kennisgeving, maar verblijfstitel {a.verblijfstitel} is "
        f"{soort.value}. DUO beslist; zoek het verschil uit."
    )


def _groep_en_titel(a: Aanmelding) -> str:
    past = doelgroep_bij_titel(a.verblijfstitel)
    if past is None or a.doelgroep is None or past == a.doelgroep:
        return ""
    return (
        f"De groep is {Doelgroep(a.doelgroep).label}, de verblijfstitel past bij "
        f"{past.label}. Een wijziging van het verblijfsdoel verandert de groep niet "
        "vanzelf; DUO bepaalt de groep."
    )


def _in_opvang(a: Aanmelding) -> bool:
    """Zoals ``moment.is_in_opvang``: een datum van vertrek gaat voor."""
    if a.datum_uitstroom is not None:
        return a.peildatum < a.datum_uitstroom
    return a.verblijfsituatie == Verblijfsituatie.OPVANG


def _geen_kennisgeving(a: Aanmelding) -> str:
    if a.datum_kennisgeving or _in_opvang(a):
        return ""
    weken = a.regel("pip_weken").voluit
    if a.datum_koppeling:
        return (
            f"Er is nog geen kennisgeving van DUO: de {weken} voor het PIP zijn nog "
            "niet begonnen."
        )
    return (
        "Er is geen kennisgeving van DUO en geen koppeling door het COA. Controleer of "
        f"de persoon inburgeringsplichtig is; de {weken} zijn nog niet begonnen."
    )


def _opvang(a: Aanmelding) -> str:
    if not _in_opvang(a):
        return ""
    weken = a.regel("pip_weken").voluit
    return (
        f"De persoon is nog in de opvang: de {weken} voor het PIP zijn nog niet "
        "begonnen. De brede intake kan wel al beginnen."
    )


def _kennisgeving_voor_plicht(a: Aanmelding) -> str:
    if not a.datum_kennisgeving or not a.datum_plicht:
        return ""
    if a.datum_kennisgeving >= a.datum_plicht:
        return ""
    return "De kennisgeving van DUO ligt voor de eerste dag van de plicht. Controleer beide."


def _welke_wet(a: Aanmelding) -> str:
    kennisgeving = a.datum_kennisgeving
    if a.datum_plicht is not None or kennisgeving is None:
        return ""
    weken = a.regel("kennisgeving_weken")
    if kennisgeving >= IN_WERKING + timedelta(weeks=weken.waarde):
        return ""
    return (
        f"De kennisgeving komt tot {weken.voluit} na het begin van de plicht. Vul de eerste "
        f"dag van de plicht in: ligt zij voor {IN_WERKING:%d-%m-%Y}, dan geldt de Wet "
        "inburgering 2013."
    )


def _niet_ingeschreven(a: Aanmelding) -> str:
    if a.datum_inschrijving or not a.datum_kennisgeving or _in_opvang(a):
        return ""
    weken = a.regel("pip_weken").voluit
    return (
        f"De inschrijving in de gemeente is niet ingevuld; de {weken} tellen nu vanaf "
        "de kennisgeving. Was de inschrijving later, vul haar dan in."
    )


def _gevolgd(a: Aanmelding) -> str:
    return (
        f"{a.volggrond.label}: er is geen termijn, geen PIP en geen boete (niet "
        "bevestigd)."
    )


def _gevolgd_en_jong(a: Aanmelding) -> str:
    jaren = a.regel("minimumleeftijd").waarde
    if a.geboortedatum.heeft_leeftijd(_maanden(jaren), a.peildatum) is not False:
        return ""
    return (
        f"Nog geen {jaren} jaar. Of de gemeente iemand zo jong volgt, kiest zij zelf."
    )


def _gevolgd_met_plicht(a: Aanmelding) -> str:
    if not a.datum_plicht and not a.datum_kennisgeving:
        return ""
    return (
        "DUO gaf een plicht of een kennisgeving: deze persoon is dan inburgeringsplichtig. "
        "DUO gaat voor; verbeter de aanmelding."
    )


VOLGEN = Bron("Wi2021", "3", D, "zonder plicht geen termijn en geen boete")
KLOK = Bron("Besluit", "5.3", B)
IN_OPVANG = Bron("Besluit", "5.3", A)
WAARSCHUWINGEN: tuple[Waarschuwing, ...] = (
    Waarschuwing(
        "nationaliteit zonder plicht", NIET_PLICHTIG, _misschien_niet_plichtig
    ),
    Waarschuwing("leeftijd staat niet vast", PLICHT, _leeftijd_onzeker),
    Waarschuwing("AOW-leeftijd staat niet vast", PLICHT, _aow_onzeker),
    Waarschuwing("AOW-leeftijd nabij", Bron("DUO", "SS128", A), _aow_nabij),
    Waarschuwing("jonger dan de minimumleeftijd, op verzoek", PLICHT, _op_verzoek),
    Waarschuwing(
        "titel en kennisgeving spreken elkaar tegen",
        PLICHT,
        _titel_en_kennisgeving,
        tegenstrijdig=True,
    ),
    Waarschuwing(
        "groep en titel verschillen", Bron("Wi2021", "13 lid 1", A), _groep_en_titel
    ),
    Waarschuwing("in de opvang", IN_OPVANG, _opvang),
    Waarschuwing("geen kennisgeving", KLOK, _geen_kennisgeving),
    Waarschuwing("inschrijving niet bekend", KLOK, _niet_ingeschreven),
    Waarschuwing("deze wet of de vorige", OVERGANG, _welke_wet),
    Waarschuwing(
        "kennisgeving voor de plicht",
        KENNISGEVING,
        _kennisgeving_voor_plicht,
        tegenstrijdig=True,
    ),
    Waarschuwing("gevolgd zonder plicht", VOLGEN, _gevolgd, zonder_plicht=True),
    Waarschuwing(
        "gevolgd en jonger dan de minimumleeftijd",
        VOLGEN,
        _gevolgd_en_jong,
        zonder_plicht=True,
    ),
    Waarschuwing(
        "gevolgd zonder plicht, maar DUO gaf er een",
        PLICHT,
        _gevolgd_met_plicht,
        tegenstrijdig=True,
        zonder_plicht=True,
    ),
)


def waarschuwingen(a: Aanmelding) -> tuple[tuple[Waarschuwing, str], ...]:
    """Waar men op moet letten bij deze registratie, met de tekst."""
    gelden = (w for w in WAARSCHUWINGEN if w.zonder_plicht == a.zonder_plicht)
    teksten = ((w, w.tekst(a)) for w in gelden)
    return tuple((w, tekst) for w, tekst in teksten if tekst)
