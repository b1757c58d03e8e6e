"""Drafts: kept while somebody types, gone when the act is done."""

from datetime import datetime
from typing import Any
from uuid import UUID

from inburgering.models.concept import Concept
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.spoor import Gebeurtenis


# A draft may hold whatever was typed, but it is no store: 200 kB is a long report.
GROOTSTE = 200_000
LANGSTE_NAAM = Concept._meta.get_field("formulier").max_length or 0
NIET_BEWAREN = frozenset({"csrfmiddlewaretoken", "versie", "sleutel", "bsn", "bestand"})


def zoek(lid: Lidmaatschap, formulier: str) -> Concept | None:
    """Give the draft of this colleague for this form, if there is one."""
    return Concept.objects.filter(
        gebruiker_id=lid.gebruiker_id, formulier=formulier
    ).first()


def _keepable(value: Any) -> Any:
    """Leave out the one character that PostgreSQL cannot keep in JSON."""
    if isinstance(value, list):
        return [_keepable(part) for part in value]
    return value.replace("\0", "") if isinstance(value, str) else value


def _is_done(sleutel: Any) -> bool:
    try:
        key = UUID(str(sleutel))
    except ValueError:
        return False
    return Gebeurtenis.objects.filter(sleutel=key).exists()


def bewaar(
    lid: Lidmaatschap, formulier: str, velden: dict[str, Any], on: datetime
) -> bool:
    """Keep what was typed so far; False when it is too large to keep.

    A draft may still be under way when its act is done: it would come back in the next
    form, so a form whose key stands in the trail keeps none.
    """
    if _is_done(velden.get("sleutel")):
        return True
    inhoud = {
        _keepable(name): _keepable(value)
        for name, value in velden.items()
        if name not in NIET_BEWAREN
    }
    size = sum(len(name) + len(str(value)) for name, value in inhoud.items())
    if size > GROOTSTE or len(formulier) > LANGSTE_NAAM:
        return False
    draft = Concept(
        gemeente=huidige_gemeente(), gebruiker_id=lid.gebruiker_id,
        formulier=formulier, inhoud=inhoud, bewaard=on,
    )  # fmt: skip
    # One statement: while one looks whether it is there, the act may throw it away.
    Concept.objects.bulk_create(
        [draft], update_conflicts=True, update_fields=["inhoud", "bewaard"],
        unique_fields=["gemeente", "gebruiker", "formulier"],
    )  # fmt: skip
    if _is_done(velden.get("sleutel")):  # the act was done between the two statements
        weggooien(lid, formulier)
    return True


def weggooien(lid: Lidmaatschap, formulier: str) -> None:
    """Throw a draft away."""
    Concept.objects.filter(gebruiker_id=lid.gebruiker_id, formulier=formulier).delete()
