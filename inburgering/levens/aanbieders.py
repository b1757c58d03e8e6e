"""The fictitious providers and courses that lives refer to by their number here."""

from dataclasses import dataclass
from datetime import date

from inburgering.levens.marges import B1, OND, Z
from inburgering.wet.begrippen import Keurmerk
from inburgering.wet.lestijden import Lesniveau, Lesvorm


@dataclass(frozen=True)
class Cursus:
    """A class: for which route and level, how many hours a week, when."""

    naam: str
    leerroute: str
    uren_per_week: int
    dagdelen: tuple[str, ...]
    niveau: Lesniveau
    lesvorm: Lesvorm = Lesvorm.OP_LOCATIE
    plaatsen: int = 15


@dataclass(frozen=True)
class Aanbieder:
    """A provider with its quality mark; ``keurmerk_tot`` is exclusive."""

    naam: str
    keurmerk: Keurmerk
    keurmerk_vanaf: date | None = None
    keurmerk_tot: date | None = None
    instellingsnummer: str = ""
    cursussen: tuple[Cursus, ...] = ()

    def heeft_keurmerk_op(self, dag: date) -> bool:
        """Say whether the quality mark holds on a day."""
        if self.keurmerk == Keurmerk.GEEN:
            return False
        begonnen = self.keurmerk_vanaf is None or self.keurmerk_vanaf <= dag
        return begonnen and (self.keurmerk_tot is None or dag < self.keurmerk_tot)


def _op(deel: str, *dagen: str) -> tuple[str, ...]:
    return tuple(f"{dag}_{deel}" for dag in dagen)


MA, DI, WO, DO, VR = "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"
N = Lesniveau
AANBIEDERS: tuple[Aanbieder, ...] = (
    Aanbieder(
        "Taalschool De Sprong", Keurmerk.BLIK_OP_WERK, date(2020, 1, 1),
        cursussen=(
            Cursus("B1 overdag", B1, 12, _op("ochtend", DI, WO, DO), N.B1),
            Cursus("B1 avond", B1, 9, _op("avond", MA, WO), N.B1),
            Cursus("Z-route lezen en schrijven", Z, 10, _op("middag", MA, DI, DO), N.ALFA),
        ),
    ),
    Aanbieder(
        "Leerhuis Noord", Keurmerk.BLIK_OP_WERK, date(2021, 6, 1),
        cursussen=(
            Cursus("B1 met werk", B1, 10, _op("ochtend", MA, VR) + _op("middag", MA), N.B1),
            Cursus("Z-route praktijk", Z, 12, _op("ochtend", DI, WO, DO), N.A1),
        ),
    ),
    Aanbieder(
        "Regiocollege Demostad", Keurmerk.INSPECTIE, instellingsnummer="99XX",
        cursussen=(
            Cursus(
                "Taalschakeltraject mbo", OND, 24,
                _op("ochtend", MA, DI, WO, DO, VR) + _op("middag", MA, DI, DO), N.B1,
                plaatsen=24,
            ),
            Cursus("B1 naast de opleiding", B1, 8, _op("middag", DI, DO), N.B1),
        ),
    ),
    Aanbieder(
        "Nieuwe Taal Online", Keurmerk.ASPIRANT, date(2023, 9, 1),
        cursussen=(
            Cursus(
                "B1 online", B1, 8, _op("avond", MA, DI, DO), N.B1, Lesvorm.ONLINE, 30
            ),
        ),
    ),
    Aanbieder("Buurttaal De Brug", Keurmerk.GEEN),
)  # fmt: skip
ZONDER_KEURMERK = len(AANBIEDERS) - 1
MET_LESSEN = {
    route: tuple(
        (nummer, plek)
        for nummer, aanbieder in enumerate(AANBIEDERS)
        for plek, cursus in enumerate(aanbieder.cursussen)
        # The young online school would not always hold its mark on the day of an offer.
        if cursus.leerroute == route and aanbieder.keurmerk != Keurmerk.ASPIRANT
    )
    for route in (B1, OND, Z)
}
