"""The app of the statistics."""

from django.apps import AppConfig


class Monitoring(AppConfig):
    """Reads cases in one place, owns its own tables."""

    name = "monitoring"
    verbose_name = "monitoring"
