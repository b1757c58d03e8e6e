"""Dagen, weken, maanden en feestdagen, zoals de wet ze telt.

Artikelen: Algemene termijnenwet (ATW) art. 1-5. Een termijn heeft hier altijd een
eerste dag en een einde dat zelf niet meer meetelt (exclusief), zoals DUO termijnen
uitwisselt; "uiterlijk" is de laatste dag, tot en met.

Weggelaten: ATW art. 2 (termijnen van enkele dagen; de Wi2021 kent die niet).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from inburgering.wet.bron import Bron, Zekerheid


DAG = timedelta(days=1)
KORTSTE_MAAND = 28
ATW = Bron("Algemene termijnenwet", "1, 3 en 4", Zekerheid.B)

_VORM = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True)
class OnvolledigeDatum:
    """Een datum waarvan jaar, maand of dag onbekend (0) kan zijn, zoals in de BRP."""

    jaar: int
    maand: int
    dag: int

    @classmethod
    def lees(cls, tekst: str) -> "OnvolledigeDatum":
        """Lees "jjjj-mm-dd", waarin "00" en "0000" onbekend betekenen; leeg: alles.

        Een onbekende maand maakt ook de dag onbekend, een onbekend jaar alles.
        """
        if not tekst:
            return cls(0, 0, 0)
        gevonden = _VORM.fullmatch(tekst)
        if gevonden is None:
            raise ValueError(f"geen datum in de vorm jjjj-mm-dd: {tekst!r}")
        jaar, maand, dag = (int(deel) for deel in gevonden.groups())
        if (not jaar and (maand or dag)) or (not maand and dag):
            raise ValueError(f"een bekend deel na een onbekend deel: {tekst!r}")
        date(jaar or 2000, maand or 1, dag or 1)  # een dag die niet bestaat: ValueError
        return cls(jaar, maand, dag)

    @property
    def volledig(self) -> bool:
        """Of jaar, maand en dag alle drie bekend zijn."""
        return bool(self.dag)

    @property
    def vroegste(self) -> date:
        """De eerste dag die het kan zijn."""
        if not self.jaar:
            return date.min
        return date(self.jaar, self.maand or 1, self.dag or 1)

    @property
    def laatste(self) -> date:
        """De laatste dag die het kan zijn."""
        if not self.jaar:
            return date.max
        maand = self.maand or 12
        dag = self.dag or calendar.monthrange(self.jaar, maand)[1]
        return date(self.jaar, maand, dag)

    def heeft_leeftijd(self, maanden: int, op: date) -> bool | None:
        """Of iemand op die dag deze leeftijd heeft; None als dat niet te bewijzen is.

        Wie op 29 februari is geboren, wordt in een gewoon jaar op 1 maart ouder.
        """
        if not self.jaar:
            return None
        if plus_maanden(self.laatste, maanden) <= op:
            return True
        if plus_maanden(self.vroegste, maanden) > op:
            return False
        return None


def plus_maanden(dag: date, maanden: int) -> date:
    """De dag zoveel maanden later of eerder.

    Bestaat die dag niet, dan vooruit de eerste van de volgende maand (een termijn die
    op 29 februari begint, loopt tot en met 28 februari) en terug de laatste van de
    maand zelf.
    """
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    if dag.day <= KORTSTE_MAAND:
        return date(jaar, maand + 1, dag.day)
    laatste = calendar.monthrange(jaar, maand + 1)[1]
    if dag.day <= laatste:
        return date(jaar, maand + 1, dag.day)
    einde = date(jaar, maand + 1, laatste)
    return einde + DAG if maanden > 0 else einde


def plus_jaren(dag: date, jaren: int) -> date:
    """De dag zoveel jaren later of eerder, met dezelfde regel als bij maanden."""
    return plus_maanden(dag, 12 * jaren)


def paasdag(jaar: int) -> date:
    """Eerste paasdag (Gregoriaanse kalender, rekenwijze van Meeus, Jones en Butcher)."""
    a, (b, c) = jaar % 19, divmod(jaar, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    (i, k), m = divmod(c, 4), (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    maand = (h - m + r + 90) // 25
    return date(jaar, maand, (h - m + r + maand + 19) % 32)


def koningsdag(jaar: int) -> date:
    """27 april, of 26 april als 27 april een zondag is."""
    dag = date(jaar, 4, 27)
    return dag - DAG if dag.weekday() == calendar.SUNDAY else dag


# Naam van de feestdag en hoeveel dagen na eerste paasdag (ATW art. 3 lid 1 en 2).
PAASFEESTDAGEN = (
    ("Goede Vrijdag", -2),
    ("Tweede paasdag", 1),
    ("Hemelvaartsdag", 39),
    ("Tweede pinksterdag", 50),
)
VASTE_FEESTDAGEN = (
    ("Nieuwjaarsdag", 1, 1),
    ("Bevrijdingsdag", 5, 5),
    ("Eerste kerstdag", 12, 25),
    ("Tweede kerstdag", 12, 26),
)


# Dagen die de regering met een feestdag gelijkstelde (ATW art. 3 lid 3). De twee
# besluiten gaan over 2023-2025 en 2026-2028; van 2022 is alleen deze dag gevonden.
GELIJKGESTELD = tuple(
    date(jaar, maand, dag)
    for jaar, maand, dag in (
        (2022, 5, 27),
        (2023, 4, 28),
        (2023, 5, 19),
        (2024, 5, 10),
        (2024, 12, 27),
        (2025, 5, 30),
        (2026, 1, 2),
        (2026, 5, 15),
        (2027, 5, 7),
        (2028, 4, 28),
        (2028, 5, 26),
    )
)
GELIJKGESTELD_BRON = Bron("Algemene termijnenwet", "3 lid 3", Zekerheid.C)
GEEN_DAG: frozenset[date] = frozenset()


@lru_cache(maxsize=256)
def feestdagen(jaar: int) -> dict[date, str]:
    """De algemeen erkende feestdagen van een jaar (ATW art. 3)."""
    pasen = paasdag(jaar)
    dagen = {pasen + na * DAG: naam for naam, na in PAASFEESTDAGEN}
    dagen |= {date(jaar, maand, dag): naam for naam, maand, dag in VASTE_FEESTDAGEN}
    dagen |= {dag: "Gelijkgestelde dag" for dag in GELIJKGESTELD if dag.year == jaar}
    return dagen | {koningsdag(jaar): "Koningsdag"}


def is_vrije_dag(dag: date, gewoon: frozenset[date] = GEEN_DAG) -> bool:
    """Zaterdag, zondag of algemeen erkende feestdag.

    ``gewoon`` zijn de gelijkgestelde dagen die volgens de gemeente gewone werkdagen zijn.
    """
    if dag.weekday() >= calendar.SATURDAY:
        return True
    return dag in feestdagen(dag.year) and dag not in gewoon


def eerste_werkdag_vanaf(dag: date, gewoon: frozenset[date] = GEEN_DAG) -> date:
    """De dag zelf, of de eerstvolgende die geen vrije dag is (ATW art. 1 lid 1)."""
    while is_vrije_dag(dag, gewoon):
        dag += DAG
    return dag


# De langste termijn waarop de ATW ziet, per eenheid (ATW art. 4).
ATW_LANGSTE = {"dagen": 90, "weken": 12, "maanden": 3}


def atw_geldt(
    aantal: int, eenheid: str, *, wettelijk: bool = True, terug: bool = False
) -> bool:
    """Of de Algemene termijnenwet de laatste dag verschuift.

    Alleen bij een termijn die in een wet of algemene maatregel van bestuur staat, van
    hooguit twaalf weken, drie maanden of negentig dagen, en niet bij terugrekenen
    (ATW art. 1 lid 2, art. 4).
    """
    return wettelijk and not terug and aantal <= ATW_LANGSTE.get(eenheid, 0)


def laatste_dag(
    einde: date, aantal: int, eenheid: str, *, wettelijk: bool,
    gewoon: frozenset[date] = GEEN_DAG,
) -> date:  # fmt: skip
    """De laatste dag van een termijn met dit (exclusieve) einde."""
    dag = einde - DAG
    if atw_geldt(aantal, eenheid, wettelijk=wettelijk):
        return eerste_werkdag_vanaf(dag, gewoon)
    return dag


def gelijkgesteld_tussen(
    dag: date, tot: date, gewoon: frozenset[date] = GEEN_DAG
) -> date | None:
    """De gelijkgestelde dag waardoor een laatste dag van ``dag`` naar ``tot`` schoof.

    Welke dagen dat zijn is niet bevestigd (``GELIJKGESTELD_BRON``); wie erdoor een latere
    laatste dag noemt, zegt dat.
    """
    geteld = (vrij for vrij in GELIJKGESTELD if vrij not in gewoon)
    return next((vrij for vrij in geteld if dag <= vrij < tot), None)


MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def voluit(dag: date) -> str:
    """De dag zoals men haar schrijft: 29 november 2026."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
