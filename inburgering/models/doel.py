"""The goals of the plan, in words that people understand, and what came of them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.keuze import Keuze


class Levensdomein(Keuze):
    """The parts of daily life that goals and self-reliance are about."""

    WONEN = "wonen", "Wonen"
    GELD = "geld", "Geld"
    ZORG = "zorg", "Huisarts en zorg"
    ADMINISTRATIE = "administratie", "Brieven, formulieren en computer"
    KINDEREN = "kinderen", "School en kinderen"
    TAAL = "taal", "Nederlands in het dagelijks leven"
    WERK = "werk", "Werk en opleiding"
    MEEDOEN = "meedoen", "Contacten en meedoen"


class Doeluitkomst(Keuze):
    """How a goal ended."""

    BEREIKT = "bereikt", "Bereikt"
    DEELS = "deels", "Deels bereikt"
    GESTOPT = "gestopt", "Gestopt, niet bereikt"
    VERGISSING = "vergissing", "Vergissing: dit doel hoorde hier niet"


class Doel(Feit):
    """What somebody wants to reach. ``onder`` is the larger goal that it is a step to."""

    domein = models.CharField(
        "gaat over", max_length=20, choices=Levensdomein.choices()
    )
    omschrijving = models.CharField("doel", max_length=300)
    waarom = models.TextField("waarom", blank=True, default="")
    onder = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="is een stap naar",
    )
    gesteld_op = models.DateField("gesteld op")
    uiterlijk = models.DateField("klaar tot en met", null=True, blank=True)
    geeindigd_op = models.DateField("geëindigd op", null=True, blank=True)
    uitkomst = models.CharField(
        max_length=20, choices=Doeluitkomst.choices(), blank=True, default=""
    )
    toelichting = models.TextField(blank=True, default="")

    class Meta(Feit.Meta):
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(geeindigd_op__isnull=True, uitkomst="")
                | (models.Q(geeindigd_op__isnull=False) & ~models.Q(uitkomst="")),
                name="doel_geeindigd_met_uitkomst",
            ),
            models.CheckConstraint(
                condition=models.Q(geeindigd_op__isnull=True)
                | models.Q(geeindigd_op__gte=models.F("gesteld_op")),
                name="doel_einde_na_begin",
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving


def gesteld(gesteld_op: date, geeindigd_op: date | None, dag: date) -> bool:
    """Say whether a goal stood on a day; on the day that it ended it stood no more."""
    return gesteld_op <= dag and (geeindigd_op is None or geeindigd_op > dag)


def genummerd(doelen: Iterable[Any]) -> list[tuple[str, Any, list[tuple[str, Any]]]]:
    """Give the goals as (number, goal, its steps with their numbers), by subject.

    A step whose larger goal is not among them counts as a goal of its own.
    """
    order = list(Levensdomein)
    rows = sorted(doelen, key=lambda d: (order.index(Levensdomein(d.domein)), d.pk))
    known = {row.pk for row in rows}
    steps: dict[int, list[Any]] = {}
    for row in rows:
        if row.onder_id in known:
            steps.setdefault(row.onder_id, []).append(row)
    tops = [row for row in rows if row.onder_id not in known]
    return [
        (
            str(n),
            row,
            [(f"{n}.{m}", step) for m, step in enumerate(steps.get(row.pk, []), 1)],
        )
        for n, row in enumerate(tops, 1)
    ]
