"""Which cases a count is made of, and which of the whole it leaves out.

Asks the facts by the same condition and the same breakdown as ``aggregate`` counts by,
so that the list is as long as the number. Which case a fact belongs to, only ``extract``
can tell; of a case that was destroyed nobody can.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from inburgering.models.gebruiker import Lidmaatschap
from monitoring import aggregate, extract
from monitoring.indicators.bewijs import (
    Bewijs,
    Feitbron,
    bewijs,
    bronnen,
    herleidbaar,
)
from monitoring.indicators.catalogus import TOTAAL, Cel, Dimensie, Tabel, Telling
from monitoring.indicators.indicator import Indicator
from monitoring.indicators.register import REGISTER
from monitoring.indicators.voorwaarde import En, Kolom, Teken, Vergelijk, Voorwaarde
from monitoring.models import Trajectfeit


BLADZIJDE = 50


class NietHerleidbaar(ValueError):
    """There is no such number, or no list may be made of it."""


@dataclass(frozen=True)
class Getal:
    """A number of the own figures: which count, of which cohort and which cell."""

    tabel: Tabel
    telling: Telling
    cohort: int
    cel: Cel
    peildatum: date

    def __post_init__(self) -> None:
        """Refuse a cell that is not shown, and a breakdown that yields no list."""
        vormen = [set(vorm) for stap in self.telling.ladder for vorm in stap]
        delen = self.dimensies
        namen = {dimensie.naam for dimensie in delen}
        bestaat = all(self._code(dimensie) in dimensie.labels for dimensie in delen)
        # A cube also holds its margins.
        if not bestaat or not any(namen <= vorm for vorm in vormen):
            raise NietHerleidbaar("Dit getal bestaat niet.")
        if not herleidbaar(self.voorwaarde, *delen):
            raise NietHerleidbaar("Van deze uitsplitsing komt geen lijst.")

    def _code(self, dimensie: Dimensie) -> str:
        return self.cel[self.tabel.dimensies.index(dimensie)]

    @property
    def dimensies(self) -> tuple[Dimensie, ...]:
        """The dimensions by which the cell is broken down."""
        cel = zip(self.tabel.dimensies, self.cel, strict=True)
        return tuple(dimensie for dimensie, code in cel if code != TOTAAL)

    @property
    def labels(self) -> tuple[str, ...]:
        """The cell in words."""
        return tuple(d.labels[self._code(d)] for d in self.dimensies)

    @property
    def indicator(self) -> Indicator:
        """The indicator that brought the count: as its numerator, else as its whole."""
        code = self.telling.code
        dragend = [i for i in REGISTER if code in {i.teller, i.noemer}]
        return next((i for i in dragend if i.teller == code), dragend[0])

    @property
    def voorwaarde(self) -> Voorwaarde:
        """Who counts."""
        return aggregate.voorwaarden()[self.telling.code]

    @property
    def geheel(self) -> Voorwaarde:
        """Of whom it is a part; the count itself when it is no part of another."""
        return aggregate.voorwaarden()[self.telling.binnen or self.telling.code]

    @property
    def met_cel(self) -> Voorwaarde:
        """Who counts, in this cell: what the evidence must show."""
        return En(
            (
                self.voorwaarde,
                *(
                    Vergelijk(Kolom(d.kolom), Teken.GELIJK, self._code(d))
                    for d in self.dimensies
                ),
            )
        )

    def feiten(self) -> "QuerySet[Trajectfeit]":
        """The facts of the whole in this cell, each marked when it counts."""
        peildag = self.peildatum.toordinal()
        assen = {f"as_{d.naam}": aggregate.as_van(d, peildag) for d in self.dimensies}
        cel = {f"as_{d.naam}": self._code(d) for d in self.dimensies}
        rijen = Trajectfeit.objects.filter(
            aggregate.als_q(self.geheel, peildag), cohort=self.cohort
        )
        # Of something unknown neither a condition nor its opposite holds; a case does
        # count or it does not.
        telt = Case(
            When(aggregate.als_q(self.voorwaarde, peildag), then=Value(True)),
            default=Value(False),
        )
        return rijen.annotate(**assen, telt=telt).filter(**cel)


@dataclass(frozen=True)
class Aantallen:
    """How many facts there are, and of how many the case can be shown."""

    telt: int
    telt_niet: int
    bereikt: int
    vernietigd: int
    elders: int


def tel(getal: Getal, lid: Lidmaatschap, *, telt: bool) -> Aantallen:
    """Count both sides of a number, and of one side what can be shown."""
    kant = Q(telt=telt)
    bereikt = Exists(extract.sleutels(lid).filter(pseudoniem=OuterRef("pseudoniem")))
    bekend = Exists(extract.sleutels().filter(pseudoniem=OuterRef("pseudoniem")))
    gevonden = (
        getal.feiten()
        .annotate(bereikt=bereikt, bekend=bekend)
        .aggregate(
            telt_=Count("pk", filter=Q(telt=True)),
            telt_niet=Count("pk", filter=Q(telt=False)),
            bereikt_=Count("pk", filter=kant & Q(bereikt=True)),
            vernietigd=Count("pk", filter=kant & Q(bekend=False)),
            elders=Count("pk", filter=kant & Q(bekend=True, bereikt=False)),
        )
    )
    return Aantallen(
        gevonden["telt_"], gevonden["telt_niet"], gevonden["bereikt_"],
        gevonden["vernietigd"], gevonden["elders"],
    )  # fmt: skip


@dataclass(frozen=True)
class Regel:
    """One case of the list, with its evidence."""

    nummer: str
    naam: str
    url: str
    bewijs: tuple[Bewijs, ...]


@dataclass(frozen=True)
class Bladzijde:
    """A part of the list; ``na`` is where the next one begins, empty on the last."""

    regels: tuple[Regel, ...]
    na: str


def bladzijde(
    getal: Getal, lid: Lidmaatschap, *, telt: bool, na: tuple[int, int] | None
) -> Bladzijde:
    """One page of the cases that this membership reaches, earliest day first."""
    rijen = (
        getal.feiten()
        .filter(Exists(extract.sleutels(lid).filter(pseudoniem=OuterRef("pseudoniem"))))
        .filter(telt=telt)
        # What has no such day yet comes first: it has waited longest for one.
        .annotate(dag=Coalesce(F(getal.indicator.tijdoorsprong.naam), 0))
        .order_by("dag", "id")
    )
    if na is not None:
        dag, rij_id = na
        rijen = rijen.filter(Q(dag__gt=dag) | Q(dag=dag, id__gt=rij_id))
    feiten = list(rijen.values()[: BLADZIJDE + 1])
    laatste = feiten[BLADZIJDE - 1] if len(feiten) > BLADZIJDE else None
    feiten = feiten[:BLADZIJDE]
    zaken = extract.dossiers((feit["pseudoniem"] for feit in feiten), lid)
    return Bladzijde(
        tuple(
            _regel(getal, feit, zaken[feit["pseudoniem"]])
            for feit in feiten
            if feit["pseudoniem"] in zaken
        ),
        f"{laatste['dag']}-{laatste['id']}" if laatste else "",
    )


def _regel(getal: Getal, feit: Mapping[str, Any], zaak: extract.Verwijzing) -> Regel:
    # The breakdown as it read on the reference day, as the number was counted.
    rij = {**feit, **{d.kolom: feit[f"as_{d.naam}"] for d in getal.dimensies}}
    return Regel(
        zaak.nummer,
        zaak.naam,
        zaak.url,
        bewijs(getal.met_cel, rij, getal.peildatum.toordinal()),
    )


def vindplaatsen(getal: Getal) -> tuple[Feitbron, ...]:
    """Where the evidence is recorded."""
    return bronnen(getal.met_cel)
