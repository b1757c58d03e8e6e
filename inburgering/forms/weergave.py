"""How a form looks: the templates of the project instead of those of Django."""

from django.forms.renderers import TemplatesSetting


class Formulierweergave(TemplatesSetting):
    """Draw fields and widgets from `templates/django/forms/`, then Django's own."""
