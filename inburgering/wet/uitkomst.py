"""De vormen waarin de wet antwoordt: altijd met reden en vindplaats."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from inburgering.wet.begrippen import (
    Doelgroep,
    Leerroute,
    Niveau,
    Onderdeel,
    Termijnsoort,
    Trajectstatus,
)
from inburgering.wet.bron import Bron
from inburgering.wet.handelingen import Handeling


# Een feit waar een uitkomst op rust: hoe het heet en wat het is. Een gewoon tweetal, want
# elke stand telt er tientallen en wordt voor elk dossier van een lijst berekend.
Gebruikt = tuple[str, date | int | str]


class NietToegestaan(Exception):
    """Een handeling van de gemeente mag niet, met de reden en het artikel.

    ``veld`` is de naam van het gegeven waar de melding bij hoort ("" als zij bij de
    hele handeling hoort).
    """

    def __init__(
        self,
        reden: str,
        bron: Bron,
        veld: str = "",
        gronden: "tuple[Grond, ...]" = (),
        gebruikt: tuple[Gebruikt, ...] = (),
    ) -> None:
        """Onthoud reden, bron, veld en feiten; bij meer gronden tegelijk ook elke grond."""
        super().__init__(reden)
        self.reden = reden
        self.bron = bron
        self.veld = veld
        self.gronden = gronden or (Grond(reden, bron, veld, gebruikt=gebruikt),)


@dataclass(frozen=True)
class Grond:
    """Een grond van een weigering: de reden, het artikel, het veld en de feiten.

    ``plicht`` is True als de persoon hierom niet plichtig is, en False als het gegeven
    zelf niet kan kloppen (een dag in de toekomst).
    """

    reden: str
    bron: Bron
    veld: str = ""
    plicht: bool = False
    gebruikt: tuple[Gebruikt, ...] = ()


@dataclass(frozen=True)
class Oordeel:
    """Mag een handeling op dit moment, en zo niet: waarom niet."""

    toegestaan: bool
    reden: str = ""
    bron: Bron | None = None
    gebruikt: tuple[Gebruikt, ...] = ()


@dataclass(frozen=True)
class Ontbrekend:
    """Een feit dat nog niet bekend is, en waarvoor het nodig is."""

    feit: str
    label: str
    voor: Handeling
    bron: Bron
    gebruikt: tuple[Gebruikt, ...] = ()


@dataclass(frozen=True)
class Onderdeelstand:
    """Hoe een onderdeel ervoor staat.

    ``gehaald_op`` is None zolang het open is; ``hoe`` zegt in gewone taal waarom
    ("examen B1 gehaald", "ontheffing van DUO", "412 van 800 uur"). ``bereikt`` en
    ``nodig`` zijn uren, alleen bij onderdelen die in uren tellen. ``pogingen`` telt
    de examenpogingen.
    """

    onderdeel: Onderdeel
    niveau: Niveau | None
    gehaald_op: date | None
    hoe: str
    bron: Bron
    bereikt: int | None = None
    nodig: int | None = None
    pogingen: int = 0
    gebruikt: tuple[Gebruikt, ...] = ()

    @property
    def gehaald(self) -> bool:
        """Of het onderdeel af is."""
        return self.gehaald_op is not None


@dataclass(frozen=True)
class Termijn:
    """Een termijn of geplande datum, berekend uit de feiten.

    ``begin`` is de eerste dag, ``einde`` is exclusief, ``uiterlijk`` is de laatste dag
    ("tot en met"; gelijk aan einde min een dag, of later door de Algemene
    termijnenwet). ``voldaan_op`` is None zolang de termijn open staat. ``wettelijk``
    is False bij een eigen planning.
    """

    soort: Termijnsoort
    begin: date
    einde: date
    uiterlijk: date
    reden: str
    bron: Bron
    voldaan_op: date | None = None
    wettelijk: bool = True
    gebruikt: tuple[Gebruikt, ...] = ()

    @property
    def open(self) -> bool:
        """Of er nog iets moet gebeuren."""
        return self.voldaan_op is None


@dataclass(frozen=True)
class Leerrouteperiode:
    """Welke leerroute van ``begin`` tot ``einde`` (exclusief, None = nu) gold."""

    leerroute: Leerroute
    begin: date
    einde: date | None
    pip_versie: int


@dataclass(frozen=True)
class Melding:
    """Iets wat de medewerker moet weten: een toelichting of een tegenstrijdigheid."""

    tekst: str
    bron: Bron
    tegenstrijdig: bool = False
    gebruikt: tuple[Gebruikt, ...] = ()


@dataclass(frozen=True)
class Stand:
    """Hoe een traject er op de peildatum voor staat. Alles met reden en artikel.

    ``doelgroep`` is de groep van die dag; een wijziging van groep telt vanaf haar ingang.
    """

    peildatum: date
    status: Trajectstatus
    leerroute: Leerroute | None
    leerrouteperiodes: tuple[Leerrouteperiode, ...]
    onderdelen: tuple[Onderdeelstand, ...]
    alle_onderdelen_behaald_op: date | None
    termijnen: tuple[Termijn, ...]
    ontbrekend: tuple[Ontbrekend, ...]
    meldingen: tuple[Melding, ...]
    doelgroep: Doelgroep
    handelingen: Mapping[Handeling, Oordeel] = field(default_factory=dict)

    @property
    def alle_onderdelen_behaald(self) -> bool:
        """Onze bevinding; of de plicht is voldaan beslist DUO."""
        return self.alle_onderdelen_behaald_op is not None

    @property
    def openstaand(self) -> tuple[Onderdeelstand, ...]:
        """De onderdelen die nog niet gehaald zijn."""
        return tuple(o for o in self.onderdelen if not o.gehaald)

    @property
    def eerstvolgende(self) -> Termijn | None:
        """De eerste open termijn, voor de balk boven het dossier."""
        open_ = [t for t in self.termijnen if t.open]
        return min(open_, key=lambda t: t.uiterlijk, default=None)
