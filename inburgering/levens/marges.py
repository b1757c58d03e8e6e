"""How often what happens: every margin once, with its source or the word assumption.

Sources are the table of figures in the domain rules (``CBS-24`` is the *Statistiek Wet
inburgering* of CBS over cohort 2024, and so on). What no source gives is marked
``AANNAME``: such a figure may be used to fill a screen or measure speed, and never to
say anything about the country.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from inburgering.levens.leven import Bijzonderheid
from inburgering.wet.begrippen import Doelgroep, Leerroute


AANNAME = "aanname, geen bron"
ASIEL, GEZIN = Doelgroep.ASIELSTATUSHOUDER.value, Doelgroep.GEZINSMIGRANT.value
B1, OND, Z = Leerroute.B1.value, Leerroute.ONDERWIJS.value, Leerroute.Z.value
B = Bijzonderheid


@dataclass(frozen=True)
class Verdeling:
    """Shares over words; they need not add up to one."""

    naam: str
    delen: Mapping[str, float]
    bron: str

    def kies(self, kans: Random) -> str:
        """Draw one word."""
        punt = kans.random() * sum(self.delen.values())
        for woord, deel in self.delen.items():
            punt -= deel
            if punt < 0:
                return woord
        return woord


@dataclass(frozen=True)
class Kans:
    """The share of lives in which something happens."""

    naam: str
    deel: float
    bron: str

    def valt(self, kans: Random) -> bool:
        """Draw whether it happens."""
        return kans.random() < self.deel


@dataclass(frozen=True)
class Duur:
    """A number of days: uniform between two bounds, or skewed around a median."""

    naam: str
    van: int
    tot: int
    bron: str
    mediaan: int = 0
    spreiding: float = 0.0

    def kies(self, kans: Random) -> int:
        """Draw a number of days."""
        if not self.mediaan:
            return kans.randint(self.van, self.tot)
        dagen = self.mediaan * kans.lognormvariate(0, self.spreiding)
        return min(self.tot, max(self.van, round(dagen)))


Marge = Verdeling | Kans | Duur

MARGES: tuple[Marge, ...] = (
    # Who arrives, and when
    Verdeling(
        "jaar van instroom",
        {"2022": 25.9, "2023": 35.6, "2024": 36.2, "2025": 36.2, "2026": 36.2},
        "CBS-24 (2022-2024, in duizenden); 2025 en later gelijk aan 2024: " + AANNAME,
    ),
    Verdeling(f"groep {2022}", {ASIEL: 72, GEZIN: 28}, "CBS-23, cohort 2022"),
    Verdeling("groep", {ASIEL: 61, GEZIN: 39}, "CBS-23, cohort 2023"),
    Verdeling(f"geslacht {ASIEL}", {"man": 64, "vrouw": 36}, "CBS-23, cohort 2023"),
    Verdeling(f"geslacht {GEZIN}", {"man": 32, "vrouw": 68}, "CBS-23"),
    Verdeling(
        f"leeftijd {ASIEL}",
        {"18-24": 32, "25-34": 30, "35-44": 21, "45-54": 11, "55-63": 6},
        "CBS-23: 18-24 de grootste; de verdere verdeling: " + AANNAME,
    ),
    Verdeling(
        f"leeftijd {GEZIN}",
        {"18-24": 17, "25-34": 48, "35-44": 23, "45-54": 8, "55-63": 4},
        "CBS-23: 25-34 de grootste; de verdere verdeling: " + AANNAME,
    ),
    Verdeling(
        f"herkomst {ASIEL}",
        {
            "Syrie": 50,
            "Turkije": 8,
            "Jemen": 7,
            "Eritrea": 7,
            "Afghanistan": 7,
            "Irak": 6,
            "Iran": 6,
            "Somalie": 5,
            "Soedan": 4,
        },
        "CBS-23: Syrie 50%, Turkije, Jemen, Eritrea en Afghanistan samen 29%; de "
        "verdeling daarbinnen en de overige landen: " + AANNAME,
    ),
    Verdeling(
        f"herkomst {GEZIN}",
        {
            "Marokko": 12,
            "Turkije": 10,
            "India": 9,
            "Suriname": 7,
            "Brazilie": 7,
            "Thailand": 6,
            "Filipijnen": 6,
            "China": 6,
            "Verenigde Staten": 6,
            "Pakistan": 5,
            "Ghana": 5,
            "Indonesie": 5,
            "Egypte": 4,
            "Colombia": 4,
            "Vietnam": 4,
            "Zuid-Afrika": 4,
        },
        "CBS-23: Marokko, Turkije en Aziatische landen 31%; de verdeling: " + AANNAME,
    ),
    Kans("asiel begint in de opvang", 0.80, AANNAME),
    Kans("registratie voor de kennisgeving", 0.60, AANNAME),
    Kans("alleen een V-nummer bij registratie", 0.10, AANNAME),
    Kans("geheim adres", 0.02, AANNAME),
    Duur("vergunning tot koppeling", 14, 90, AANNAME, mediaan=35, spreiding=0.5),
    Duur("plicht tot kennisgeving", 14, 120, AANNAME, mediaan=40, spreiding=0.4),
    Duur(
        "koppeling tot uitstroom",
        28,
        400,
        "SCH-d: ongeveer 35% wachtte drie maanden of langer",
        mediaan=70,
        spreiding=0.7,
    ),
    Duur("kennisgeving tot registratie", 2, 14, AANNAME),
    Duur("bericht tot invoer", 1, 9, AANNAME),
    # The way to the PIP
    Duur(
        "klok tot PIP",
        14,
        420,
        "Algemene Rekenkamer, Onbenut potentieel (2026): gemiddeld bijna twee keer de "
        "tien weken; de spreiding: " + AANNAME,
        mediaan=112,
        spreiding=0.6,
    ),
    Kans("intake begint in de opvang", 0.35, AANNAME),
    Kans("leerbaarheidstoets haalbaar", 0.62, AANNAME),
    Duur("dagtekening tot versturen", 0, 12, AANNAME),
    # The route
    Verdeling(
        f"leerroute {ASIEL}",
        {B1: 58, OND: 10, Z: 32},
        "Z-route: Algemene Rekenkamer 2026, bijna een derde; B1 en onderwijs: "
        + AANNAME,
    ),
    Verdeling(f"leerroute {GEZIN}", {B1: 85, OND: 3, Z: 12}, AANNAME),
    Kans("duaal traject", 0.65, AANNAME),
    Kans("taal en participatie geintegreerd", 0.30, AANNAME),
    Kans("school zonder keurmerk", 0.04, AANNAME),
    Kans("verzuim in een kwartaal", 0.35, AANNAME),
    Kans("examen gehaald", 0.62, AANNAME),
    Kans("examen gehaald bij veel pogingen", 0.22, AANNAME),
    Kans("examen zonder resultaat", 0.06, AANNAME),
    Kans("B2 als doel", 0.05, AANNAME),
    Duur("PIP tot PVT", 20, 400, AANNAME),
    Duur("PIP tot MAP", 90, 720, AANNAME),
    Duur("PIP tot eerste examen", 330, 980, AANNAME),
    Duur("tussen twee pogingen", 60, 150, AANNAME),
    Duur("tussen twee gesprekken", 70, 130, AANNAME),
    Duur("behaald tot besluit van DUO", 10, 70, AANNAME),
    Duur("einde plicht tot afsluiten", 2, 40, AANNAME),
    Kans("dossier blijft na het einde open", 0.08, AANNAME),
    Verdeling(
        "bijzonderheid",
        {
            B.GEEN: 58,
            B.NIET_AKKOORD: 4,
            B.INFORMATIE_DERDEN: 2,
            B.LBT_UITZONDERING: 1,
            B.ROUTEWIJZIGING: 6,
            B.AFSCHALEN: 6,
            B.VEEL_POGINGEN: 4,
            B.EXAMEN_EERDER: 2,
            B.VRIJSTELLING_ONDERDEEL: 2,
            B.VRIJSTELLING: 1,
            B.TIJDELIJK_VRIJ: 2,
            B.ONTHEFFING: 1,
            B.VERLENGING: 3,
            B.PIP_VAN_ELDERS: 2,
            B.VERHUISD: 2,
            B.VERTROKKEN: 1,
            B.OVERLEDEN: 0.5,
            B.DUO_EERDER: 0.5,
            B.TEN_ONRECHTE: 1,
            B.HEROPEND: 1.5,
            B.GROEPSWIJZIGING: 1,
            B.AANVRAAG: 1.5,
            B.HANDHAVING: 3,
            B.SANCTIE: 1,
            B.BEZWAAR: 1.5,
            B.ZONDER_PLICHT: 1,
        },
        AANNAME,
    ),
)

_STANDAARD: Mapping[str, Marge] = {marge.naam: marge for marge in MARGES}


class Marges:
    """The margins of one run: those of the table, and what the caller sets itself."""

    def __init__(self, *eigen: Marge) -> None:
        """``eigen`` take the place of the margin of the same name."""
        self.tabel = {**_STANDAARD, **{marge.naam: marge for marge in eigen}}

    def verdeling(self, naam: str) -> Verdeling:
        """Give shares by name."""
        marge = self.tabel[naam]
        assert isinstance(marge, Verdeling)
        return marge

    def kans(self, naam: str) -> Kans:
        """Give a chance by name."""
        marge = self.tabel[naam]
        assert isinstance(marge, Kans)
        return marge

    def duur(self, naam: str) -> Duur:
        """Give a duration by name."""
        marge = self.tabel[naam]
        assert isinstance(marge, Duur)
        return marge

    def zonder_bron(self) -> list[Marge]:
        """Give the margins that rest, wholly or partly, on an assumption."""
        return [marge for marge in self.tabel.values() if AANNAME in marge.bron]
