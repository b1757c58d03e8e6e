"""The case system as a Django application."""

from django.apps import AppConfig


class InburgeringConfig(AppConfig):
    """Wet inburgering 2021: the case."""

    name = "inburgering"
    verbose_name = "Inburgering"
