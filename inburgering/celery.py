"""Celery: the wake-up for the outbox and the way to many machines."""

import os

from celery import Celery


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inburgering.settings")
app = Celery("inburgering")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["inburgering", "monitoring"])
