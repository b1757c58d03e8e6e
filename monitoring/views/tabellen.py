"""Figures as rows that a template can show: cohorts, breakdowns, shares.

Takes published figures or exact ones; the caller says which, and asks the role first.
A number leads to its cases only when the caller hands over the address (``naar``): of
published figures nobody can.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from monitoring.charts.balk import balk
from monitoring.disclosure.uitgave import Blok, Status, Uitgave
from monitoring.indicators.catalogus import TOTAAL, Cel, Tabel, Telling
from monitoring.indicators.indicator import Indicator, Statistiek
from monitoring.statistics.aandeel import Aandeel, Toon, aandeel


# Of each count of a cohort: cell -> persons; a cell that is not shown is not in it.
Cijfers = Mapping[str, Mapping[Cel, int]]
# Count, cohort and cell -> the address of the list of cases.
Naar = Callable[[Telling, int, Cel], str]

WAAROM = {
    Status.TE_KLEIN: "Afgerond minder dan 20 personen: van dit cohort wordt niets getoond.",
    Status.NIET_VRIJGEGEVEN: "Niet vrijgegeven: een lezer kan er te veel uit afleiden.",
}


@dataclass(frozen=True)
class Rij:
    """One line of a table: per count its label, its value and where the value leads.

    None: not shown. No address: it leads nowhere.
    """

    label: str
    waarden: tuple[tuple[str, int | None, str], ...]


@dataclass(frozen=True)
class Groep:
    """The lines of one group."""

    label: str
    rijen: tuple[Rij, ...]


def per_groep(
    tabel: Tabel, cijfers: Cijfers, cohort: int = 0, naar: Naar | None = None
) -> list[Groep]:
    """Group by group: the group as a whole, and each route. Empty lines are left out."""
    groep, route = tabel.dimensies
    gevonden = []
    for code, label in {TOTAAL: "Alle groepen", **groep.labels}.items():
        rijen = [
            rij_van(tabel, cijfers, naam, cohort, (code, deel), naar)
            for deel, naam in {TOTAAL: "Alle leerroutes", **route.labels}.items()
        ]
        vol = tuple(
            rij for rij in rijen if any(n is not None for _, n, _ in rij.waarden)
        )
        if vol:
            gevonden.append(Groep(label, vol))
    return gevonden


def rij_van(
    tabel: Tabel, cijfers: Cijfers, label: str, cohort: int, cel: Cel,
    naar: Naar | None,
) -> Rij:  # fmt: skip
    """Every count of one cell."""
    return Rij(
        label,
        tuple(
            (
                t.label,
                cijfers.get(t.code, {}).get(cel),
                naar(t, cohort, cel) if naar and _iemand(t, cijfers, cel) else "",
            )
            for t in tabel.tellingen
        ),
    )


def _iemand(telling: Telling, cijfers: Cijfers, cel: Cel) -> bool:
    """Is there anybody to list: who counts, or who is left out of the whole?"""
    return bool(cijfers.get(telling.binnen or telling.code, {}).get(cel))


@dataclass(frozen=True)
class Getoond:
    """What a release shows of one count of one cohort, and why no more."""

    telling: str
    totaal: int | None
    niveau: str
    waarom: str
    grover: bool = False
    definitief: bool = False


@dataclass(frozen=True)
class Cohort:
    """What a release shows of one cohort."""

    jaar: int
    tellingen: tuple[Getoond, ...]

    @property
    def getoond(self) -> bool:
        """Is there a figure of it?"""
        return any(telling.totaal is not None for telling in self.tellingen)


def overzicht(tabel: Tabel, uitgave: Uitgave) -> list[Cohort]:
    """Newest cohort first: what is shown, how fine, and what is withheld."""
    return [
        Cohort(
            jaar,
            tuple(
                _getoond(tabel, blok) for blok in uitgave.blokken if blok.cohort == jaar
            ),
        )
        for jaar in reversed(uitgave.cohorten)
    ]


def _getoond(tabel: Tabel, blok: Blok) -> Getoond:
    telling = tabel.telling(blok.telling)
    top = (TOTAAL,) * len(tabel.dimensies)
    if blok.niveau is None:
        return Getoond(telling.label, None, "", WAAROM[blok.status])
    return Getoond(
        telling.label,
        blok.cellen[top],
        _niveau(tabel, telling.ladder[blok.niveau]),
        "",
        blok.niveau > 0,
        blok.status is Status.DEFINITIEF,
    )


def _niveau(tabel: Tabel, vormen: Sequence[tuple[str, ...]]) -> str:
    namen = {"groep": "groep", "route": "leerroute"}
    vorm = max(vormen, key=len)
    if not vorm:
        return "alleen het totaal"
    return f"per {' en '.join(namen.get(naam, naam) for naam in vorm)}"


def cijfers_van(uitgave: Uitgave, cohort: int) -> Cijfers:
    """What a release shows of a cohort."""
    return {b.telling: b.cellen for b in uitgave.blokken if b.cohort == cohort}


@dataclass(frozen=True)
class Balk:
    """A share on one line: its words and its bar."""

    cohort: int
    tekst: str
    marge: str
    noemer: int
    tekening: SafeString
    indicatief: bool
    url: str


@dataclass(frozen=True)
class Aandelen:
    """One indicator, cohort by cohort."""

    indicator: Indicator
    balken: tuple[Balk, ...]


def aandelen(
    tabel: Tabel, register: Iterable[Indicator], cohorten: Mapping[int, Cijfers],
    *, exact: bool, naar: Naar | None = None,
) -> list[Aandelen]:  # fmt: skip
    """Every share of the register by cohort; exact ones carry no interval."""
    top = (TOTAAL,) * len(tabel.dimensies)
    return [
        Aandelen(
            indicator,
            tuple(
                _balk(
                    jaar,
                    indicator,
                    cijfers,
                    top,
                    exact=exact,
                    url=naar(tabel.telling(indicator.teller), jaar, top)
                    if naar and cijfers[indicator.noemer][top]
                    else "",
                )
                for jaar, cijfers in cohorten.items()
                if top in cijfers.get(indicator.noemer, {})
                and top in cijfers.get(indicator.teller, {})
            ),
        )
        for indicator in register
        if indicator.statistiek is Statistiek.AANDEEL
    ]


def _balk(
    jaar: int, indicator: Indicator, cijfers: Cijfers, cel: Cel, *, exact: bool,
    url: str,
) -> Balk:  # fmt: skip
    teller, noemer = cijfers[indicator.teller][cel], cijfers[indicator.noemer][cel]
    deel = _exact(teller, noemer) if exact else aandeel(teller, noemer)
    tekening = "" if deel.waarde is None else balk(deel.waarde, deel.laag, deel.hoog)
    marge = ""
    if deel.laag is not None and deel.hoog is not None:
        marge = f"{deel.laag:.0%} tot {deel.hoog:.0%}".replace("%", " %")
    return Balk(
        jaar,
        deel.tekst,
        marge,
        noemer,
        mark_safe(tekening),  # noqa: S308 - our own drawing of numbers
        deel.toon is Toon.INDICATIEF,
        url,
    )


def _exact(teller: int, noemer: int) -> Aandeel:
    if not noemer:
        return Aandeel(Toon.NIET, "niemand om te meten")
    waarde = teller / noemer
    tekst = f"{round(waarde * 100)} %"
    return Aandeel(Toon.GEWOON, f"{tekst} ({teller} van {noemer})", waarde)
