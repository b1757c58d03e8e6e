"""The languages of a person: which, and how well they speak, read and write each."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.keuze import Keuze


class Spreekt(Keuze):
    """How somebody speaks a language, in words; a level is measured elsewhere."""

    MOEDERTAAL = "moedertaal", "Moedertaal"
    GOED = "goed", "Goed"
    REDELIJK = "redelijk", "Een gesprek lukt"
    WEINIG = "weinig", "Een paar woorden"
    NIET = "niet", "Niet"


class Leest(Keuze):
    """How somebody reads or writes a language."""

    GOED = "goed", "Goed"
    BEETJE = "beetje", "Een beetje"
    NIET = "niet", "Niet"


class Taalkennis(Feit):
    """One language of a person. What nobody asked is empty."""

    taal = models.CharField(max_length=40)
    spreken = models.CharField("spreekt", max_length=20, choices=Spreekt.choices())
    lezen = models.CharField(
        "leest", max_length=20, choices=Leest.choices(), blank=True, default=""
    )
    schrijven = models.CharField(
        "schrijft", max_length=20, choices=Leest.choices(), blank=True, default=""
    )

    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)

    class Meta(Feit.Meta):
        verbose_name = "taal"
        verbose_name_plural = "talen"

    def __str__(self) -> str:
        return f"{self.taal} ({self.get_spreken_display().lower()})"


# The best spoken first: what one looks for.
VOLGORDE = [level.value for level in Spreekt]


STAAT = models.Q(ingetrokken_op=None)


def talen(traject: Any) -> list[Taalkennis]:
    """Give the languages of a case that stand, the mother tongue first."""
    return op_volgorde(Taalkennis.objects.filter(STAAT, traject=traject))


def op_volgorde(rijen: Iterable[Taalkennis]) -> list[Taalkennis]:
    """Put languages in the order in which one looks for them."""
    return sorted(rijen, key=lambda row: (VOLGORDE.index(row.spreken), row.taal))
