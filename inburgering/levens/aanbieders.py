"""The fictitious providers and courses that lives refer to by their number here."""

from dataclasses import dataclass
from datetime import date

from inburgering.levens.marges import B1, OND, Z
from inburgering.wet.begrippen import Keurmerk


@dataclass(frozen=True)
class Cursus:
    """A course: for which route, how many hours a week, when."""

    naam: str
    leerroute: str
    uren_per_week: int
    dagdelen: str
    online: bool = False
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


AANBIEDERS: tuple[Aanbieder, ...] = (
    Aanbieder(
        "Taalschool De Sprong", Keurmerk.BLIK_OP_WERK, date(2020, 1, 1),
        cursussen=(
            Cursus("B1 overdag", B1, 12, "dinsdag, woensdag, donderdag"),
            Cursus("B1 avond", B1, 9, "maandag- en woensdagavond"),
            Cursus("Z-route lezen en schrijven", Z, 10, "maandag, dinsdag, donderdag"),
        ),
    ),
    Aanbieder(
        "Leerhuis Noord", Keurmerk.BLIK_OP_WERK, date(2021, 6, 1),
        cursussen=(
            Cursus("B1 met werk", B1, 10, "maandag en vrijdag"),
            Cursus("Z-route praktijk", Z, 12, "dinsdag tot en met donderdag"),
        ),
    ),
    Aanbieder(
        "Regiocollege Demostad", Keurmerk.INSPECTIE, instellingsnummer="99XX",
        cursussen=(
            Cursus("Taalschakeltraject mbo", OND, 24, "alle dagen", plaatsen=24),
            Cursus("B1 naast de opleiding", B1, 8, "dinsdag en donderdag"),
        ),
    ),
    Aanbieder(
        "Nieuwe Taal Online", Keurmerk.ASPIRANT, date(2023, 9, 1),
        cursussen=(
            Cursus("B1 online", B1, 8, "avond", online=True, plaatsen=30),
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
