"""The filters above a list: their state is the address of the page."""

from collections.abc import Collection
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest


# Where a page of the list begins: each list has a word of its own for it, and any change of
# the filters begins at the first page again.
BEGIN = frozenset({"na", "voor", "vanaf", "alles"})


def adres_zonder(request: HttpRequest, *namen: str, **anders: str) -> str:
    """Give the address of the first page, without these filters or with others."""
    leave = BEGIN.union(namen)
    kept = {k: v for k, v in request.GET.items() if v and k not in leave}
    return f"?{urlencode(kept | anders)}"


def van_kracht(
    request: HttpRequest, form: forms.Form, verborgen: Collection[str] = ()
) -> list[dict[str, str]]:
    """Give the filters in force, each with the address that takes it away.

    What is typed wrong narrows nothing; ``verborgen`` are fields that are no filter.
    """
    found = []
    for name, field in form.fields.items():
        value = form.data.get(name, "")
        if not value or name in verborgen or name in form.errors:
            continue
        words = dict(getattr(field.widget, "choices", ())).get(value, value)
        label = f"{field.label}: {words}"
        found.append({"label": label, "weg_url": adres_zonder(request, name)})
    return found
