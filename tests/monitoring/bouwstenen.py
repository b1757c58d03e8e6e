"""What the tests of the figures share: one municipality whose years go by.

Fictitious persons only. ``ronde`` is one edition after the other, as they would appear.
"""

import csv
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from monitoring.disclosure.beveiligen import beveilig
from monitoring.disclosure.kennis import Kennis, Kennisniveau
from monitoring.disclosure.kubus import Kubus, kubus_van
from monitoring.disclosure.tabel import (
    RuweTabel,
    RuweTelling,
    VeiligeTabel,
    kennis_van,
)
from monitoring.disclosure.uitgave import (
    Blok,
    Editie,
    Editiesoort,
    Status,
    Uitgave,
)
from monitoring.indicators.catalogus import (
    GROEP,
    GROEP_ROUTE,
    NOG_GEEN_PIP,
    ROUTE,
    TOTAAL,
    Cel,
    Dimensie,
    Tabel,
    Telling,
)


GEMEENTE = "GM0001"
COHORT = 2024
SLEUTEL = b"een vaste sleutel voor de tests"

DATA = Path(__file__).parent / "data"

EDITIES = tuple(
    Editie(f"{jaar}-{code}", soort, date(jaar, maand, dag))
    for jaar in (2024, 2025, 2026)
    for code, soort, maand, dag in (
        ("Q1", Editiesoort.KWARTAAL, 3, 31),
        ("S1", Editiesoort.HALFJAAR, 6, 30),
        ("Q3", Editiesoort.KWARTAAL, 9, 30),
        ("A1", Editiesoort.JAAR, 12, 31),
    )
)


@dataclass(frozen=True)
class Leven:
    """One fictitious person; moments in quarters since the cohort's year began."""

    groep: str
    route: str
    plicht: float
    pip: float
    behaald: float


def levens(zaad: int, aantal: int) -> list[Leven]:
    """So many lives, always the same ones for a seed."""
    dobbel = random.Random(zaad)
    uit = []
    for _ in range(aantal):
        plicht = dobbel.random() * 4
        uit.append(
            Leven(
                dobbel.choices(GROEP.codes, [0.65, 0.35])[0],
                dobbel.choices(ROUTE.codes[:3], [0.55, 0.1, 0.35])[0],
                plicht,
                plicht + dobbel.expovariate(1.1),
                plicht + 2 + dobbel.expovariate(1 / 6),
            )
        )
    return uit


def tel(
    mensen: list[Leven], kwartaal: int, editie: Editie, *, vast: bool = False
) -> RuweTabel:
    """True counts at the end of this quarter."""
    ja = {
        "gestart": lambda m: m.plicht <= kwartaal,
        "rijp": lambda m: m.plicht + 1.1 <= kwartaal,
        "pip_op_tijd": lambda m: m.plicht + 1.1 <= kwartaal and m.pip <= m.plicht + 0.8,
        "behaald": lambda m: m.pip <= kwartaal and m.behaald <= kwartaal,
    }
    tellingen = {}
    for telling in GROEP_ROUTE.tellingen:
        kubus = kubus_van(GROEP_ROUTE, telling.code, 0)
        bladen = dict.fromkeys(kubus.binnenste, 0)
        for mens in mensen:
            route = mens.route if mens.pip <= kwartaal else NOG_GEEN_PIP
            cel = (mens.groep, route)
            if ja[telling.code](mens):
                bladen[cel if cel in bladen else (mens.groep, TOTAAL)] += 1
        tellingen[COHORT, telling.code] = RuweTelling(kubus.vul(bladen), vast)
    return RuweTabel(GEMEENTE, editie, tellingen)


def ronde(
    mensen: list[Leven],
    kwartalen: Mapping[int, Editie],
    *,
    niveau: Kennisniveau = Kennisniveau.K1,
    vast_vanaf: int = 99,
    sleutel: bytes = SLEUTEL,
) -> Iterator[tuple[RuweTabel, VeiligeTabel, Kennis]]:
    """One release after the other."""
    eerder: list[Uitgave] = []
    kennis = Kennis()
    for kwartaal, editie in kwartalen.items():
        ruw = tel(mensen, kwartaal, editie, vast=kwartaal >= vast_vanaf)
        kennis |= kennis_van(ruw, GROEP_ROUTE, niveau)
        veilig = beveilig(
            ruw, GROEP_ROUTE, eerder=eerder, sleutel=sleutel, kennis=kennis
        )
        eerder.append(veilig.uitgave)
        yield ruw, veilig, kennis


KLEINE_DIMENSIE = Dimensie("groep", "groep", {"a": "A", "b": "B"})
TWEEDE_DIMENSIE = Dimensie("kleur", "kleur", {"x": "X", "y": "Y"})

# A table of two by two, and one count within another, for planted leaks.
TWEE_BIJ_TWEE = Tabel(
    "proef",
    "Proef",
    (KLEINE_DIMENSIE, TWEEDE_DIMENSIE),
    (
        Telling("gestart", "Gestart", (((("groep", "kleur"),)), (("groep",),), ((),))),
        Telling(
            "klaar",
            "Klaar",
            ((("groep", "kleur"),), (("groep",),), ((),)),
            binnen="gestart",
        ),
    ),
)


def uitgave(
    tabel: Tabel,
    editie: Editie,
    cijfers: Mapping[str, Mapping[Cel, int]],
    *,
    niveau: int = 0,
    kenmerk: str = "k",
    status: Status = Status.OPEN,
) -> Uitgave:
    """A release as it could have been published, leak or not."""
    blokken = tuple(
        Blok(COHORT, code, status, niveau, dict(cellen))
        for code, cellen in cijfers.items()
    )
    return Uitgave(GEMEENTE, tabel.code, editie, kenmerk, blokken)


def lees_tabel(naam: str, tel_kolom: str) -> tuple[Kubus, dict[Cel, int]]:
    """A test table as a cube and all its cells."""
    with (DATA / naam).open(newline="") as bestand:
        rijen = list(csv.DictReader(bestand))
    namen = [naam for naam in rijen[0] if naam != tel_kolom]
    dimensies = tuple(
        Dimensie(naam, naam, {code: code for code in sorted({r[naam] for r in rijen})})
        for naam in namen
    )
    kubus = Kubus(dimensies, (tuple(namen),))
    bladen = dict.fromkeys(kubus.binnenste, 0)
    for rij in rijen:
        bladen[tuple(rij[naam] for naam in namen)] += int(rij[tel_kolom])
    return kubus, kubus.vul(bladen)
