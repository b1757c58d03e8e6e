"""How a form looks: the templates of the project instead of those of Django."""

from html import escape
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.forms.utils import flatatt
from django.utils.safestring import SafeString, mark_safe


class Formulierweergave(TemplatesSetting):
    """Draw fields and widgets from `templates/django/forms/`, then Django's own."""


class Keuzelijst(forms.Select):
    """A list to choose from, without groups, drawn here instead of by templates.

    Django draws each option with two templates. A list of all colleagues of a city then
    costs more than the page that it stands on.
    """

    choices: Any = ()  # as the field gives them, which looked through them already

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        """Draw what ``forms.Select`` draws."""
        chosen = set(self.format_value(value))
        options = "".join(
            f'<option value="{escape(str(key))}"'
            f"{' selected' if str(key) in chosen else ''}>{escape(str(label))}</option>"
            for key, label in self.choices
        )
        attributes = flatatt(self.build_attrs(self.attrs, attrs))
        return mark_safe(  # noqa: S308 - every value and label is escaped above
            f'<select name="{escape(name)}"{attributes}>{options}</select>'
        )
