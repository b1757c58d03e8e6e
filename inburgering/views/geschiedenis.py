"""The changes of a case in words: which value was what, became what, by whom and why."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models

from inburgering.authorization.checks import may_see
from inburgering.authorization.roles import Inzage, Rol
from inburgering.models.aanbod import Aanbieder, Cursus
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap, Team
from inburgering.models.wijzigingen import Wijziging, wijzigingen
from inburgering.views.weergave import handeling_label, in_woorden, opschrift


# A change of these fields is shown only to who may read the field itself.
VOOR = {
    "antwoorden": Inzage.BEGINSITUATIE,
    "uitkomsten": Inzage.BEGINSITUATIE,
    "routeadvies_reden": Inzage.BEGINSITUATIE,
    "verslag": Inzage.NOTITIES,
    "afspraken": Inzage.NOTITIES,
    "toelichting": Inzage.NOTITIES,
    "overdracht": Inzage.NOTITIES,
    "reden_anders": Inzage.NOTITIES,
}
GETELD = {"antwoorden": "antwoorden", "uitkomsten": "onderwerpen"}
NOEMT = (Gebruiker, Team, Aanbieder, Cursus)
LANGST = 300  # as much of a report or a plan as one needs to recognise it


def _named(changes: Iterable[Wijziging]) -> dict[type[models.Model], dict[int, str]]:
    """Give the names behind the keys: one statement, whatever kinds occur."""
    asked: dict[type[models.Model], set[int]] = {}
    for change in changes:
        if change.gebruiker_id:
            asked.setdefault(Gebruiker, set()).add(change.gebruiker_id)
        for field, old, new in change.velden:
            if isinstance(field, models.ForeignKey) and field.related_model in NOEMT:
                asked.setdefault(field.related_model, set()).update(
                    key for key in (old, new) if key
                )
    kinds = [model for model in NOEMT if asked.get(model)]
    questions = [
        model.objects.filter(pk__in=asked[model])
        .order_by()
        .annotate(soort=models.Value(number))
        .values_list("soort", "pk", "naam")
        for number, model in enumerate(kinds)
    ]
    named: dict[type[models.Model], dict[int, str]] = {model: {} for model in kinds}
    if questions:
        for number, key, name in questions[0].union(*questions[1:], all=True):
            named[kinds[number]][key] = name
    return named


def _words(field: models.Field, value: Any, named: dict[Any, dict[int, str]]) -> str:
    if isinstance(value, int) and isinstance(field, models.BooleanField):
        value = bool(value)
    if field.name in GETELD:
        return f"{len(value or {})} {GETELD[field.name]}"
    words = in_woorden(field, value, named.get(field.related_model, {}))
    return words if len(words) <= LANGST else f"{words[: LANGST - 1]}…"


def _fields(
    change: Wijziging, lid: Lidmaatschap, named: dict[Any, dict[int, str]]
) -> list[dict[str, str]]:
    return [
        {
            "label": opschrift(field),
            "oud": _words(field, old, named),
            "nieuw": _words(field, new, named),
        }
        for field, old, new in change.velden
        if field.name not in VOOR or may_see(Rol(lid.rol), VOOR[field.name])
    ]


def regels(
    dossier: Dossier,
    lid: Lidmaatschap,
    *,
    vanaf: datetime | None = None,
    tot: datetime | None = None,
) -> list[dict[str, Any]]:
    """Give the changes act by act, newest first, as lines for the page.

    Those from the moment ``vanaf`` on and before ``tot``; None: as far as they go.
    """
    changes = [
        change
        for change in wijzigingen(dossier)
        if (vanaf is None or vanaf <= change.moment)
        and (tot is None or change.moment < tot)
    ]
    named = _named(changes)
    people = named.get(Gebruiker, {})
    acts: dict[tuple[Any, ...], dict[str, Any]] = {}
    for change in changes:
        fields = _fields(change, lid, named)
        if not fields:
            continue
        who = people.get(change.gebruiker_id or 0, "automatisch")
        act = acts.setdefault(
            (change.moment, change.reden, who),
            {
                "moment": change.moment,
                "wat": handeling_label(change.reden) if change.reden else "Wijziging",
                "door": who,
                "delen": [],
            },
        )
        part = {"wat": change.model._meta.verbose_name, "nieuw": change.nieuw}
        act["delen"].append(part | {"velden": fields})
    return list(acts.values())
