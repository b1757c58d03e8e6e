"""What a template needs to know of a form that Django does not tell by itself."""

from collections.abc import Iterator

from django import template
from django.forms import BaseForm, BoundField


register = template.Library()


@register.filter
def groepen(form: BaseForm) -> Iterator[tuple[str, list[BoundField]]]:
    """Yield the visible fields by group: (legend, fields).

    A form says its groups in `groepen`, a list of (legend, names of fields). A field
    that stands in no group comes first, without a legend: nothing is ever lost because
    somebody forgot to name it.
    """
    named = getattr(form, "groepen", ())
    grouped = {name for _, names in named for name in names}
    loose = [field for field in form.visible_fields() if field.name not in grouped]
    if loose:
        yield "", loose
    for legend, names in named:
        fields = [form[name] for name in names if name in form.fields]
        if fields:
            yield legend, fields


@register.filter
def eerste_id(field: BoundField) -> str:
    """The id of the first thing one can fill in: the first radio of a choice list."""
    return field.id_for_label or f"{field.auto_id}_0"
