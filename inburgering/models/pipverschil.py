"""Two versions of the PIP side by side: what the plan said, with its goals and agreements.

A version is what was known when it was decided; a draft is what is known now. Goals and
agreements live on between versions, so how they read then comes out of their history.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models

from inburgering.models.afspraak import Afspraak
from inburgering.models.doel import Doel
from inburgering.models.pip import PIP
from inburgering.wet.begrippen import PIPStatus


# What tells of the making of a version and not of the plan.
NIET_VERGELEKEN = (
    "status", "herkomst", "opgesteld_op", "besproken_op", "akkoord",
    "reden_geen_akkoord", "dagtekening", "verstuurd_op",
)  # fmt: skip
# By which days a row stood in the plan, and which of its fields one reads.
LEEFT: Mapping[type[models.Model], tuple[str, str]] = {
    Doel: ("gesteld_op", "geeindigd_op"),
    Afspraak: ("gemaakt_op", "afgerond_op"),
}
LEEST: Mapping[type[models.Model], tuple[str, ...]] = {
    Doel: ("omschrijving", "domein", "waarom", "uiterlijk"),
    Afspraak: (
        "omschrijving",
        "onderwerp",
        "eigenaar",
        "grondslag",
        "uiterlijk",
    ),
}


@dataclass(frozen=True)
class Wijziging:
    """A goal or agreement that both versions have, in other words: field, old, new."""

    rij: Any
    velden: list[tuple[models.Field, Any, Any]]


@dataclass(frozen=True)
class Verschil:
    """What became of the rows of a kind between two versions."""

    nieuw: list[Any]
    weg: list[Any]
    anders: list[Wijziging]
    gelijk: list[Any]


def _decided_at(pips: Iterable[PIP]) -> dict[int, datetime]:
    """Give when each version was decided; a draft has no such moment."""
    rows = PIP.history.model.objects.filter(
        id__in=[pip.pk for pip in pips], status=PIPStatus.VASTGESTELD.value
    )
    found = rows.order_by().values("id").annotate(op=models.Min("history_date"))
    return {row["id"]: row["op"] for row in found}


def _held(
    history: Iterable[Any], model: type[models.Model], tot: datetime | None, dag: date
) -> dict[int, Any]:
    """Give the rows as they were known at a moment, of which the day falls within."""
    known = {row.id: row for row in history if tot is None or row.history_date <= tot}
    begin, end = LEEFT[model]
    return {
        key: row
        for key, row in known.items()
        if getattr(row, begin) <= dag
        and (getattr(row, end) is None or getattr(row, end) > dag)
    }


def _compare(
    model: type[models.Model], oud: Mapping[int, Any], nieuw: Mapping[int, Any]
) -> Verschil:
    changed, same = [], []
    for key in sorted(oud.keys() & nieuw.keys()):
        fields = [
            (field, getattr(oud[key], field.name), getattr(nieuw[key], field.name))
            for field in (model._meta.get_field(name) for name in LEEST[model])
            if getattr(oud[key], field.name) != getattr(nieuw[key], field.name)
        ]
        if fields:
            changed.append(Wijziging(nieuw[key], fields))
        else:
            same.append(nieuw[key])
    return Verschil(
        nieuw=[nieuw[key] for key in sorted(nieuw.keys() - oud.keys())],
        weg=[oud[key] for key in sorted(oud.keys() - nieuw.keys())],
        anders=changed,
        gelijk=same,
    )


def verschil(oud: PIP, nieuw: PIP, vandaag: date) -> dict[type[models.Model], Verschil]:
    """Compare the goals and agreements of two versions: three questions in all."""
    moments = _decided_at((oud, nieuw))
    found = {}
    for model in LEEFT:
        rows = model.history.model.objects.filter(traject_id=oud.traject_id)
        history = list(rows.order_by("history_date", "history_id"))
        sides = [
            _held(history, model, moments.get(pip.pk), pip.dagtekening or vandaag)
            for pip in (oud, nieuw)
        ]
        found[model] = _compare(model, *sides)
    return found
