"""What of two cases cannot stand together, and which of it then no longer counts.

The law has some things once a case: one brede intake, one PVT, no hours twice over. What
only clashes now that the two become one is asked, fact by fact: which one holds. The other
is set aside: it goes to, or stays with, the case that ends, with all that it says, and
counts no longer. What to ask is not listed here: a fact is in the way of a finding of the
checker when the finding is gone without it, so that a rule of tomorrow is asked of itself.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import models

from inburgering.authorization.checks import AFGESCHERMDE_FEITEN
from inburgering.models.bijeenkomst import Deelname
from inburgering.models.dossier import Dossier
from inburgering.models.feiten import model_van
from inburgering.models.samenvoeging import SCHEIDT
from inburgering.models.traject import Traject
from inburgering.wet.dubbel import PER_SOORT
from inburgering.wet.feiten import SOORTEN, Feiten
from inburgering.wet.kalender import voluit
from inburgering.wet.moment import BEGIN
from inburgering.wet.samenhang import Bevinding, bevindingen


BLIJFT, ANDER = "blijft", "ander"
DEELNAMES, AFSLUITINGEN = "deelnames", "afsluitingen"
# A sanction, and what somebody objects to, is never set aside along the way: it is
# corrected or stopped in its own case, with the safeguards that belong to it.
VAST = AFGESCHERMDE_FEITEN
RONDEN = 10  # what was set aside may bring up another clash: ask on, but not for ever

Sleutel = tuple[str, int]


@dataclass(frozen=True, order=True)
class Rij:
    """One recorded row that is in the way; ``ander``: of the case that ends."""

    soort: str
    id: int
    ander: bool

    @property
    def sleutel(self) -> Sleutel:
        """The kind and the key."""
        return self.soort, self.id

    @property
    def code(self) -> str:
        """The kind and the key as one word, for a form."""
        return f"{self.soort}-{self.id}"


@dataclass(frozen=True)
class Botsing:
    """Rows of which not all can count, and what the checker says of them together.

    ``een_van_twee``: one row of each case, so that the question is which one holds.
    """

    rijen: tuple[Rij, ...]
    redenen: tuple[str, ...]

    @property
    def naam(self) -> str:
        """The name of the question."""
        return self.rijen[0].code

    @property
    def een_van_twee(self) -> bool:
        """Say whether each case has one of the two rows."""
        kinds = {row.soort for row in self.rijen}
        return len(kinds) == 1 and [r.ander for r in self.rijen] == [False, True]

    def terzijde(self, antwoord: str) -> frozenset[Sleutel]:
        """Give what no longer counts by an answer; empty as long as there is none."""
        if self.een_van_twee:
            lost = {BLIJFT: True, ANDER: False}.get(antwoord)
            return frozenset(r.sleutel for r in self.rijen if r.ander is lost)
        chosen = set(antwoord.split(SCHEIDT))
        return frozenset(row.sleutel for row in self.rijen if row.code in chosen)


@dataclass(frozen=True)
class Gevonden:
    """What is asked, what no longer counts by the answers, and what then still clashes.

    ``rest`` is empty as long as a question is open: its answer may take it away.
    """

    botsingen: tuple[Botsing, ...]
    terzijde: frozenset[Sleutel]
    rest: tuple[Bevinding, ...]
    verschillen: tuple[Bevinding, ...]


def zonder(feiten: Feiten, terzijde: Collection[Sleutel]) -> Feiten:
    """Give the facts without what is set aside."""
    kinds = {soort for soort, _ in terzijde} & SOORTEN.keys()
    return replace(
        feiten,
        **{
            soort: tuple(
                f for f in getattr(feiten, soort) if (soort, f.id) not in terzijde
            )
            for soort in kinds
        },
    )


def _plek(b: Bevinding) -> tuple[str, int, str]:
    return b.soort, b.id, b.veld


def _verhindert(b: Bevinding) -> bool:
    """Say whether a finding is in the way of a merger, and not only told.

    The same objection in both cases comes along twice: it is never set aside, and nobody
    can sort it out before the two stand in one case, where the checker names them.
    """
    double = b.soort in VAST and b.veld in PER_SOORT.get(b.soort, ())
    return not b.verschil and not double


class _Zoeker:
    """Look for the rows that are in the way; each row is tried once a round."""

    def __init__(
        self, blijft: Dossier, ander: Dossier,
        samen: Callable[[Collection[Sleutel]], Feiten], op: date,
    ) -> None:  # fmt: skip
        self.samen, self.op = samen, op
        self.kanten = ((blijft.feiten, False), (ander.feiten, True))
        self.bekend = {
            (*_plek(b), b.tekst)
            for feiten, _ in self.kanten
            for b in bevindingen(feiten, op)
        }

    def nieuw(self, terzijde: Collection[Sleutel]) -> list[Bevinding]:
        """Give what is found in both together and was in neither alone."""
        found = bevindingen(self.samen(terzijde), self.op)
        return [b for b in found if (*_plek(b), b.tekst) not in self.bekend]

    def _rijen(self, terzijde: Collection[Sleutel], soort: str = "") -> Iterator[Rij]:
        for name in (soort,) if soort else SOORTEN:
            if name in VAST or name not in SOORTEN:
                continue
            for feiten, other in self.kanten:
                for fact in getattr(feiten, name):
                    if (name, fact.id) not in terzijde:
                        yield Rij(name, fact.id, other)

    def _weg_zonder(self, rij: Rij, terzijde: frozenset[Sleutel]) -> Counter[Any]:
        left = self.nieuw(terzijde | {rij.sleutel})
        return Counter(_plek(b) for b in left if _verhindert(b))

    def _in_de_weg(
        self, found: Bevinding, now: Counter[Any], rows: Iterable[Rij],
        left: dict[Rij, Counter[Any]], terzijde: frozenset[Sleutel],
    ) -> list[Rij]:  # fmt: skip
        place = _plek(found)
        for row in rows:
            if row not in left:
                left[row] = self._weg_zonder(row, terzijde)
        return [row for row in rows if left[row][place] < now[place]]

    def botsingen(
        self, new: list[Bevinding], terzijde: frozenset[Sleutel]
    ) -> list[Botsing]:
        """Give the questions: rows that are in the way of the same are asked together."""
        now = Counter(_plek(b) for b in new)
        left: dict[Rij, Counter[Any]] = {}
        asked: list[tuple[set[Rij], set[str]]] = []
        for finding in new:
            same = list(self._rijen(terzijde, finding.soort))
            rows = self._in_de_weg(finding, now, same, left, terzijde)
            if len({row.ander for row in rows}) < 2:
                every = list(self._rijen(terzijde))
                rows = self._in_de_weg(finding, now, every, left, terzijde)
            # A closing is of a whole case: it gives way, not all that came after it.
            shut = [row for row in rows if row.soort == AFSLUITINGEN]
            group, said = set(shut or rows), {finding.tekst}
            if not group:
                continue
            for other in [pair for pair in asked if pair[0] & group]:
                asked.remove(other)
                group, said = group | other[0], said | other[1]
            asked.append((group, said))
        order = sorted(asked, key=lambda pair: min(pair[0]))
        return [
            Botsing(
                tuple(sorted(group, key=lambda r: (r.soort, r.ander, r.id))),
                tuple(sorted(said)),
            )
            for group, said in order
        ]


def zoek(
    blijft: Dossier, ander: Dossier, samen: Callable[[Collection[Sleutel]], Feiten],
    keuzes: Mapping[str, str], op: date,
) -> Gevonden:  # fmt: skip
    """Ask what clashes, and look again at what the answers leave."""
    zoeker = _Zoeker(blijft, ander, samen, op)
    asked = list(deelnames(blijft.traject, ander.traject))
    chosen = [botsing.terzijde(keuzes.get(botsing.naam, "")) for botsing in asked]
    aside = frozenset[Sleutel]().union(*chosen)
    complete = all(chosen)
    found = zoeker.nieuw(aside)
    for _ in range(RONDEN):
        clash = [b for b in found if _verhindert(b)]
        more = zoeker.botsingen(clash, aside) if clash else []
        if not more:
            break
        asked += more
        answers = [botsing.terzijde(keuzes.get(botsing.naam, "")) for botsing in more]
        complete = complete and all(answers)
        if not any(answers):
            break
        aside = aside.union(*answers)
        found = zoeker.nieuw(aside)
        if not all(answers):
            break
    return Gevonden(
        tuple(asked), aside,
        tuple(b for b in found if _verhindert(b)) if complete else (),
        tuple(b for b in found if not _verhindert(b)),
    )  # fmt: skip


def deelnames(blijft: Traject, ander: Traject) -> Iterator[Botsing]:
    """Give the meetings of which both cases say something, and not the same.

    What was recorded of a meeting that was cancelled counts nowhere.
    """
    said: dict[int, Deelname] = {}
    rows = (
        Deelname.objects.filter(
            traject__in=[blijft, ander], bijeenkomst__afgelast_op=None
        )
        .exclude(aanwezigheid="")
        .select_related("bijeenkomst")
        .order_by("pk")
    )
    for row in rows:
        first = said.setdefault(row.bijeenkomst_id, row)
        if (first.aanwezigheid, first.uren, first.ondertekend) == (
            row.aanwezigheid, row.uren, row.ondertekend,
        ):  # fmt: skip
            continue
        pair = sorted(
            (
                Rij(DEELNAMES, one.pk, one.traject_id == ander.pk)
                for one in (first, row)
            ),
            key=lambda one: one.ander,
        )
        yield Botsing(
            tuple(pair),
            (f"Over de bijeenkomst {row.bijeenkomst} zeggen de dossiers iets anders.",),
        )


# --- In words -------------------------------------------------------------------------


def model(soort: str) -> type[models.Model]:
    """Give the table of a kind of row that can be set aside."""
    return Deelname if soort == DEELNAMES else model_van(soort)


def _dag(soort: str, rij: models.Model) -> date | None:
    if soort == DEELNAMES:
        return rij.bijeenkomst.dag
    day: date | None = BEGIN[SOORTEN[soort]](rij)
    return day or rij.vastgelegd_op


def naam(soort: str, rij: models.Model) -> str:
    """Name a row so that one finds it again: what it is, and of which day."""
    words = str(model(soort)._meta.verbose_name)
    if soort == "pips":
        words = f"{words} versie {rij.versie}"
    if soort in ("examens", "aanmeldingen"):
        words = f"{words} {rij.get_onderdeel_display().lower()}"
    day = _dag(soort, rij)
    return f"{words} van {voluit(day)}" if day else words


def rijen(sleutels: Iterable[Sleutel]) -> dict[Sleutel, models.Model]:
    """Read the rows behind keys: one statement a kind."""
    by_kind: dict[str, list[int]] = {}
    for soort, key in sleutels:
        by_kind.setdefault(soort, []).append(key)
    found: dict[Sleutel, models.Model] = {}
    for soort, keys in sorted(by_kind.items()):
        table = model(soort)
        rows = table.objects.filter(pk__in=keys)
        if soort == DEELNAMES:
            rows = rows.select_related("bijeenkomst")
        found |= {(soort, row.pk): row for row in rows}
    return found


def regels(terzijde: Collection[Sleutel], blijft: Traject, ander: Traject) -> list[str]:
    """Say of each row that it no longer counts, and where it can still be read."""
    rows = rijen(terzijde)
    own = {blijft.pk: blijft.nummer, ander.pk: ander.nummer}
    return [
        f"{_capital(naam(soort, row))} uit dossier {own[row.traject_id]} telt niet meer "
        f"mee. Alles wat er staat, blijft te lezen."
        for (soort, _), row in sorted(rows.items(), key=lambda pair: pair[0])
    ]


def in_het_kort(terzijde: Collection[Sleutel]) -> str:
    """Name what no longer counts in the trail; "" when all counts."""
    rows = rijen(terzijde)
    names = [
        naam(soort, row) for (soort, _), row in sorted(rows.items(), key=lambda p: p[0])
    ]
    return f". Telt niet meer mee: {'; '.join(names)}" if names else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
