"""De telling op 31 december, waarop de uitkering van het rijk rust.

Besluit hoofdstuk 8: geteld worden personen die op 31 december in de gemeente wonen en
niet in de opvang zijn. Een gezinsmigrant of overige migrant telt in het eerste jaar, een
asielstatushouder een aantal jaren op rij vanaf de huisvesting: het vertrek uit de opvang
of de inschrijving in de BRP. Wat de bron niet zegt en hier is afgeleid, heet "niet
bevestigd" (zekerheid D).

Het zijn aantallen om naast die van DUO te leggen; DUO telt zelf. Gekeken wordt naar wat
op die dag gold, ook als het later is vastgelegd.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from inburgering.wet.begrippen import (
    Doelgroep,
    Leerroute,
    RedenAfsluiting,
    RedenEindePlicht,
    Verhuissoort,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.einde import reden_einde
from inburgering.wet.feiten import Feiten, Verhuizing
from inburgering.wet.keuze import Keuze
from inburgering.wet.moment import Moment, begin_plicht, komt_van_elders, moment
from inburgering.wet.parameters import IN_WERKING, Parameter, parameter
from inburgering.wet.regels import dagen
from inburgering.wet.uitkomst import Gebruikt
from inburgering.wet.verblijf import OVER_DE_GRENS, is_weg


A, B, D = Zekerheid.A, Zekerheid.B, Zekerheid.D
TELLING = Bron("Besluit", "hoofdstuk 8", A)
AFGELEID = Bron("Besluit", "hoofdstuk 8", D, "afgeleid; de bron zegt het niet")
ONDERWIJS = Bron("Wi2021", "40", B)

# De soorten feiten waarnaar de telling kijkt; meer hoeft men er niet voor te lezen.
KIJKT_NAAR = ("pips", "duo_besluiten", "afsluitingen", "groepen", "verhuizingen")
JAREN_LANG = {
    Doelgroep.ASIELSTATUSHOUDER: "telling_jaren_asielstatushouder",
    Doelgroep.GEZINSMIGRANT: "telling_jaren_gezinsmigrant",
}
EERSTE_JAAR = IN_WERKING.year


class Telt(Keuze):
    """Of iemand meetelt."""

    WEL = "telt", "Telt mee"
    NIET = "telt_niet", "Telt niet mee"
    UITZOEKEN = "uitzoeken", "Uit te zoeken"


def peildag(jaar: int) -> date:
    """De dag waarop in dat jaar wordt geteld."""
    return date(jaar, 12, 31)


@cache
def jaren_lang(groep: Doelgroep, jaar: int) -> Parameter:
    """Zoveel jaren op rij telt iemand van deze groep, bij de telling van dat jaar."""
    return parameter(JAREN_LANG[groep], peildag(jaar))


@dataclass(frozen=True)
class Persoon:
    """Een dossier op de peildag, met de dagen waar de telling op rust."""

    jaar: int
    m: Moment
    alles: Feiten

    @cached_property
    def groep(self) -> Doelgroep:
        """De groep op de peildag."""
        return self.m.traject.doelgroep

    @cached_property
    def is_asiel(self) -> bool:
        """Of iemand op de peildag asielstatushouder was."""
        return self.groep == Doelgroep.ASIELSTATUSHOUDER

    @cached_property
    def reden(self) -> RedenEindePlicht | None:
        """Waardoor de plicht op de peildag was geeindigd."""
        return reden_einde(self.m)

    @cached_property
    def eerste_vestiging(self) -> Verhuizing | None:
        """De eerste verhuizing over de grens, als die uit een andere gemeente hierheen was."""
        over = [v for v in self.alles.verhuizingen if v.soort in OVER_DE_GRENS]
        eerste = min(over, key=lambda v: (v.verhuisd_op, v.id), default=None)
        if eerste is None or eerste.soort != Verhuissoort.UIT_GEMEENTE:
            return None
        return eerste

    @cached_property
    def van_elders(self) -> bool:
        """Of iemand al in een andere gemeente woonde; de inschrijving hier zegt dan niets."""
        if self.eerste_vestiging is not None:
            return True
        return bool(self.m.vastgesteld) and komt_van_elders(self.m.vastgesteld[0])

    @cached_property
    def inschrijving(self) -> date | None:
        """De eerste inschrijving hier, als daarmee het wonen in een gemeente begon."""
        return None if self.van_elders else self.alles.traject.datum_inschrijving

    @cached_property
    def plicht(self) -> date | None:
        """De eerste dag van de plicht; een kennisgeving komt later en zegt haar niet."""
        return self.m.traject.datum_plicht

    @cached_property
    def bekend(self) -> tuple[date, ...]:
        """De dagen waarmee het eerste jaar kan beginnen.

        Wie al was ingeschreven toen hij uit de opvang ging, woonde tot dan in de opvang.
        """
        eerste = self.m.traject.datum_uitstroom if self.is_asiel else self.plicht
        tweede = self.inschrijving
        if self.is_asiel and eerste and tweede and tweede < eerste:
            tweede = None
        return tuple(dag for dag in (eerste, tweede) if dag is not None)

    @cached_property
    def begin(self) -> date | None:
        """De dag van het eerste jaar.

        Bij een asielstatushouder de huisvesting: gaat hij uit de opvang, dan die dag. Bij
        een ander de dag waarop plicht en wonen hier samen begonnen.
        """
        if not self.bekend:
            return None
        return self.bekend[0] if self.is_asiel else max(self.bekend)

    @cached_property
    def mogelijk(self) -> tuple[date, ...]:
        """Elke dag die het eerste jaar kan bepalen.

        Ook de plicht, als die pas na de huisvesting begon: wie hier al woonde, telde in
        de jaren daarvoor bij niemand mee.
        """
        plicht = self.plicht
        if (
            not self.is_asiel
            or plicht is None
            or plicht <= max(self.bekend, default=plicht)
        ):
            return self.bekend
        return (*self.bekend, plicht)

    def hoeveelste(self, dag: date) -> int | None:
        """Het hoeveelste jaar dit is voor wie op die dag begon; None als het niet telt."""
        jaar = self.jaar - dag.year + 1
        return jaar if 1 <= jaar <= jaren_lang(self.groep, self.jaar).waarde else None

    @cached_property
    def als(self) -> int | None:
        """Het hoeveelste jaar dit voor deze persoon is, als het jaar meetelt."""
        return None if self.begin is None else self.hoeveelste(self.begin)


# --- De regels, op volgorde -----------------------------------------------------------


def _overleden(p: Persoon) -> bool:
    return p.m.overleden_op is not None or p.reden == RedenEindePlicht.OVERLIJDEN


def _onterecht(p: Persoon) -> bool:
    """Ook als het pas na de peildag bleek: er was dan toen ook geen plicht."""
    besloten = any(
        b.reden_einde == RedenEindePlicht.ONTERECHT for b in p.alles.duo_besluiten
    )
    return besloten or any(
        a.reden == RedenAfsluiting.TEN_ONRECHTE and a.heropend_op is None
        for a in p.alles.afsluitingen
    )


def _zonder_plicht(p: Persoon) -> bool:
    return p.m.zonder_plicht and begin_plicht(p.m.traject) is None


def _plicht_later(p: Persoon) -> bool:
    return p.plicht is not None and p.plicht > p.m.peildatum


def _vertrokken(p: Persoon) -> bool:
    return is_weg(p.m) or p.reden == RedenEindePlicht.VERTREK


def _nog_niet_hier(p: Persoon) -> bool:
    komt = p.eerste_vestiging
    if komt is not None and komt.verhuisd_op > p.m.peildatum:
        return True
    hier = p.bekend if p.is_asiel else (p.inschrijving or date.min,)
    return bool(hier) and min(hier) > p.m.peildatum


def _dag_onbekend(p: Persoon) -> bool:
    """Een asielstatushouder zonder huisvesting; een ander zonder plicht of woonplaats."""
    if p.is_asiel:
        return not p.bekend
    woont = p.inschrijving is not None or p.eerste_vestiging is not None
    return p.plicht is None or not woont


def _hangt_van_dag_af(p: Persoon) -> bool:
    """De ene dag geeft een ander antwoord dan de andere."""
    return p.is_asiel and len({p.hoeveelste(d) is None for d in p.mogelijk}) > 1


def _andere_groep(p: Persoon) -> bool:
    return p.groep != p.alles.traject.doelgroep


@dataclass(frozen=True)
class Telregel:
    """Een regel van de telling; de eerste die geldt, beslist."""

    naam: str
    uitkomst: Telt
    reden: str
    bron: Bron
    geldt: Callable[[Persoon], bool]


TELREGELS: tuple[Telregel, ...] = (
    Telregel("overleden", Telt.NIET, "overleden", TELLING, _overleden),
    Telregel(
        "onterecht",
        Telt.NIET,
        "de plicht is ten onrechte opgelegd, of er gold een andere wet",
        AFGELEID,
        _onterecht,
    ),
    Telregel(
        "zonder-plicht",
        Telt.NIET,
        "de gemeente volgde deze persoon zonder plicht",
        AFGELEID,
        _zonder_plicht,
    ),
    Telregel(
        "plicht-later",
        Telt.NIET,
        "de plicht was nog niet begonnen",
        AFGELEID,
        _plicht_later,
    ),
    Telregel("opvang", Telt.NIET, "nog in de opvang", TELLING, lambda p: p.m.in_opvang),
    Telregel(
        "vertrokken",
        Telt.NIET,
        "verhuisd naar een andere gemeente of naar het buitenland",
        TELLING,
        _vertrokken,
    ),
    Telregel(
        "nog-niet-hier",
        Telt.NIET,
        "woonde nog niet in de gemeente",
        TELLING,
        _nog_niet_hier,
    ),
    Telregel(
        "dag-onbekend",
        Telt.UITZOEKEN,
        "niet bekend is sinds wanneer deze persoon plichtig en gehuisvest is",
        TELLING,
        _dag_onbekend,
    ),
    Telregel(
        "dag-verschilt",
        Telt.UITZOEKEN,
        "vertrek uit de opvang, inschrijving en plicht geven niet hetzelfde antwoord",
        AFGELEID,
        _hangt_van_dag_af,
    ),
    Telregel(
        "andere-groep-geteld",
        Telt.NIET,
        "de groep is gewijzigd; in de nieuwe groep telt dit jaar niet mee",
        AFGELEID,
        lambda p: _andere_groep(p) and p.als is None,
    ),
    Telregel(
        "al-geteld",
        Telt.NIET,
        "geteld in eerdere jaren",
        TELLING,
        lambda p: p.als is None,
    ),
    Telregel(
        "plicht-voorbij",
        Telt.WEL,
        "de plicht was geëindigd; de telling vraagt niet dat zij nog loopt",
        AFGELEID,
        lambda p: p.m.einde_op is not None,
    ),
    Telregel(
        "vrijgesteld",
        Telt.WEL,
        "de plicht lag stil door een tijdelijke vrijstelling",
        AFGELEID,
        lambda p: p.m.mijlpalen.opgeschort_sinds is not None,
    ),
    Telregel(
        "andere-groep",
        Telt.WEL,
        "de groep is gewijzigd; geteld is in de groep van de peildag",
        AFGELEID,
        _andere_groep,
    ),
    Telregel(
        "van-elders",
        Telt.WEL,
        "kwam uit een andere gemeente; de jaren lopen door",
        AFGELEID,
        lambda p: p.van_elders,
    ),
    Telregel(
        "twee-jaren",
        Telt.WEL,
        "de dagen die het eerste jaar kunnen bepalen, liggen in verschillende jaren",
        AFGELEID,
        lambda p: len({dag.year for dag in p.mogelijk}) > 1,
    ),
    Telregel(
        "telt", Telt.WEL, "woonde in de gemeente en niet in de opvang", TELLING,
        lambda p: True,
    ),
)  # fmt: skip


# --- Het antwoord ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Uitslag:
    """Of iemand op 31 december meetelt, als het hoeveelste jaar, waarom en waaruit.

    ``onderwijsroute``: in het jaar van de huisvesting stond de onderwijsroute in het PIP.
    """

    regel: Telregel
    groep: Doelgroep
    als: int | None
    begin: date | None
    onderwijsroute: bool
    gebruikt: tuple[Gebruikt, ...]

    @property
    def telt(self) -> bool:
        """Of iemand meetelt."""
        return self.regel.uitkomst == Telt.WEL


ROUTE = "PIP met de onderwijsroute"
EINDE = "Einde van de plicht"
STIL = "Tijdelijk vrijgesteld sinds"


def _gebruikt(p: Persoon, *, onderwijsroute: bool) -> tuple[Gebruikt, ...]:
    """De feiten waarop het antwoord rust, zo ver als zij op de peildag bekend waren."""
    m = p.m
    return (
        ("Groep", p.groep.label),
        *dagen(
            ("Opvang verlaten", m.traject.datum_uitstroom or p.alles.traject.datum_uitstroom),
            ("Ingeschreven in deze gemeente", p.alles.traject.datum_inschrijving),
            ("Eerste dag van de plicht", p.plicht),
            ("Overleden", m.overleden_op),
        ),
        *((f"Verhuisd: {v.soort.label}", v.verhuisd_op) for v in p.alles.verhuizingen),
        *((f"Groep: {g.doelgroep.label}, vanaf", g.ingang) for g in p.alles.groepen),
        *dagen((EINDE, m.einde_op), (STIL, m.mijlpalen.opgeschort_sinds)),
        *(((ROUTE, m.periodes[-1].begin),) if onderwijsroute else ()),
    )  # fmt: skip


def tel(alles: Feiten, jaar: int) -> Uitslag:
    """Telt deze persoon mee op 31 december van dat jaar?"""
    p = Persoon(jaar, moment(alles, peildag(jaar)), alles)
    regel = next(regel for regel in TELREGELS if regel.geldt(p))
    als = p.als if regel.uitkomst == Telt.WEL else None
    route = als == 1 and p.is_asiel and p.m.leerroute == Leerroute.ONDERWIJS
    gebruikt = _gebruikt(p, onderwijsroute=route)
    return Uitslag(regel, p.groep, als, p.begin, route, gebruikt)
