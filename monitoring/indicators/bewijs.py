"""The evidence for one case: why a condition holds of its row of facts, or does not.

Derived from the condition itself, so that a new indicator brings its own evidence. Only
a column of ``BRONNEN`` can be evidence: age, sex and origin are not among them, and a
condition that reads one is not led back to cases at all.

Sentences write a day as 05-03-2025; the page writes it in full.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from monitoring.indicators.catalogus import GROEP, ROUTE, Dimensie
from monitoring.indicators.voorwaarde import (
    Kolom,
    Of,
    Peildag,
    Rij,
    Term,
    Vergelijk,
    Voorwaarde,
    geldt,
    kolommen,
)


@dataclass(frozen=True)
class Feitbron:
    """What a column says in words, the act that recorded it, and where that is read.

    ``handeling``: empty for what the law computes from what was recorded. ``sinds``: the
    column from which the days are counted. ``bij``: columns that explain this one; each
    is told only where it says something else. ``woorden``: code -> label.
    """

    lidwoord: str
    label: str
    handeling: str
    veld: str
    sectie: str = ""
    sinds: str = ""
    bij: tuple[str, ...] = ()
    woorden: Mapping[str, str] = field(default_factory=dict)

    @property
    def in_zin(self) -> str:
        """The label inside a sentence, with its article."""
        return f"{self.lidwoord} {self.kort}"

    @property
    def kort(self) -> str:
        """The label inside a sentence."""
        return self.label[0].lower() + self.label[1:]


BRONNEN: Mapping[str, Feitbron] = {
    "groep": Feitbron(
        "de", "Groep", "traject_registreren", "Traject.doelgroep", "gegevens/",
        woorden=GROEP.labels,
    ),
    "route_eerste_pip": Feitbron(
        "de", "Leerroute van het eerste PIP", "pip_vaststellen", "PIP.leerroute",
        "pip/", woorden=ROUTE.labels,
    ),
    "plicht_dag": Feitbron(
        "het", "Begin van de plicht", "traject_registreren", "Traject.datum_plicht",
        "gegevens/",
    ),
    "kennisgeving_dag": Feitbron(
        "de", "Kennisgeving van DUO", "traject_registreren",
        "Traject.datum_kennisgeving", "gegevens/",
    ),
    "klok_dag": Feitbron(
        "de", "Eerste dag van de tien weken", "", "Termijn.begin",
    ),
    "pip_termijn_dag": Feitbron(
        "de", "Laatste dag van de eerste tien weken", "", "Termijn.uiterlijk",
        bij=("klok_dag", "kennisgeving_dag", "pip_uiterste_dag"),
    ),
    "pip_uiterste_dag": Feitbron(
        "de", "Laatste dag na verlenging", "", "Termijn.uiterlijk",
    ),
    "pip_dag": Feitbron(
        "de", "Dagtekening van het eerste PIP", "pip_vaststellen", "PIP.dagtekening",
        "pip/", sinds="klok_dag",
    ),
    "behaald_dag": Feitbron(
        "de", "Dag waarop alle onderdelen waren behaald", "",
        "Traject.onderdelen_behaald_op", "leerroute/", sinds="plicht_dag",
    ),
}  # fmt: skip

# The breakdowns by which cases may be listed: what the law itself distinguishes.
HERLEIDBAAR = frozenset({"groep", "route_eerste_pip"})


@dataclass(frozen=True)
class Bewijs:
    """One fact of a case held against one comparison of the condition."""

    klopt: bool
    tekst: str
    bron: Feitbron


def herleidbaar(voorwaarde: Voorwaarde, *dimensies: Dimensie) -> bool:
    """May this condition, broken down like this, be led back to cases?"""
    return kolommen(voorwaarde) <= set(BRONNEN) and HERLEIDBAAR.issuperset(
        dimensie.kolom for dimensie in dimensies
    )


def bewijs(voorwaarde: Voorwaarde, rij: Rij, peildag: int) -> tuple[Bewijs, ...]:
    """Every comparison of the condition with the facts of this case, what fails first."""
    gevonden = {
        vergelijk: None
        for vergelijk in _vergelijkingen(voorwaarde, rij, peildag)
        if _kolom(vergelijk)
    }
    return tuple(
        sorted(
            (_bewijs(vergelijk, rij, peildag) for vergelijk in gevonden),
            key=lambda deel: deel.klopt,
        )
    )


def bronnen(voorwaarde: Voorwaarde) -> tuple[Feitbron, ...]:
    """Where the evidence for this condition is recorded, in the order of the table."""
    gelezen = kolommen(voorwaarde)
    gelezen |= {naam for kolom in gelezen for naam in BRONNEN[kolom].bij}
    return tuple(bron for naam, bron in BRONNEN.items() if naam in gelezen)


def _vergelijkingen(
    voorwaarde: Voorwaarde, rij: Rij, peildag: int
) -> Iterator[Vergelijk]:
    """The comparisons that decided; of an "or" that holds, the parts that hold."""
    if isinstance(voorwaarde, Vergelijk):
        yield voorwaarde
        return
    delen = voorwaarde.delen
    if isinstance(voorwaarde, Of):
        delen = tuple(d for d in delen if geldt(d, rij, peildag)) or delen
    for deel in delen:
        yield from _vergelijkingen(deel, rij, peildag)


def _kolom(vergelijk: Vergelijk) -> Kolom | None:
    """The column that the comparison is about: the first one that it names."""
    termen = (vergelijk.links, vergelijk.rechts)
    return next((term for term in termen if isinstance(term, Kolom)), None)


def _bewijs(vergelijk: Vergelijk, rij: Rij, peildag: int) -> Bewijs:
    kolom = _kolom(vergelijk)
    assert kolom is not None
    ander = vergelijk.rechts if kolom is vergelijk.links else vergelijk.links
    return Bewijs(
        geldt(vergelijk, rij, peildag),
        _tekst(kolom, ander, rij, peildag),
        BRONNEN[kolom.naam],
    )


def _tekst(kolom: Kolom, ander: Term, rij: Rij, peildag: int) -> str:
    bron, waarde = BRONNEN[kolom.naam], rij[kolom.naam]
    if waarde is None:
        return "nog niet vastgelegd"
    if isinstance(waarde, str):
        return bron.woorden.get(waarde, waarde)
    return "".join(
        (
            _dag(waarde),
            _sinds(bron, waarde, rij),
            _bij(bron, waarde, rij),
            _naast(waarde, kolom.plus, ander, rij, peildag),
        )
    )


def _dag(nummer: int) -> str:
    return f"{date.fromordinal(nummer):%d-%m-%Y}"


def _dagen(aantal: int) -> str:
    return "1 dag" if aantal == 1 else f"{aantal} dagen"


def _afstand(dag: int, tot: int, wat: str) -> str:
    """How far a day lies from another: "3 dagen na ...", "op ..."."""
    if dag == tot:
        return f"op {wat}"
    return f"{_dagen(abs(dag - tot))} {'na' if dag > tot else 'voor'} {wat}"


def _sinds(bron: Feitbron, dag: int, rij: Rij) -> str:
    begin = rij.get(bron.sinds)
    if not isinstance(begin, int):
        return ""
    return f", {_afstand(dag, begin, BRONNEN[bron.sinds].in_zin)}"


def _bij(bron: Feitbron, dag: int, rij: Rij) -> str:
    delen = [
        f"{BRONNEN[naam].kort} {_dag(waarde)}"
        for naam in bron.bij
        if isinstance(waarde := rij.get(naam), int) and waarde != dag
    ]
    return f" ({', '.join(delen)})" if delen else ""


def _naast(dag: int, plus: int, ander: Term, rij: Rij, peildag: int) -> str:
    """The day, with the days that are added, beside what it is compared with."""
    if isinstance(ander, Peildag):
        return _naast_peildag(dag, plus, peildag)
    if not isinstance(ander, Kolom):
        return ""
    grens, bron = rij[ander.naam], BRONNEN[ander.naam]
    if not isinstance(grens, int):
        return f"; {bron.in_zin} is nog niet bekend"
    return f"; {_afstand(dag + plus, grens + ander.plus, bron.in_zin)}"


def _naast_peildag(dag: int, plus: int, peildag: int) -> str:
    if plus:
        klaar = "voorbij" if dag + plus < peildag else "nog niet voorbij"
        return f"; met {_dagen(plus)} erbij {_dag(dag + plus)}, en dat is {klaar}"
    return "" if dag <= peildag else "; dat is na de peildatum"
