"""Is the process alive, and is it ready for work."""

from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from inburgering.models.bericht import Bericht


OUDSTE_BERICHT = timedelta(minutes=5)


def leeft(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"leeft": True})


def klaar(request: HttpRequest) -> JsonResponse:
    """Database there, migrations applied, outbox not older than five minutes."""
    try:
        executor = MigrationExecutor(connection)
        migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        late = Bericht.objects.filter(
            klaar_op__isnull=True, dood=False, vanaf__lt=timezone.now() - OUDSTE_BERICHT
        ).exists()
    except DatabaseError:
        return JsonResponse({"klaar": False, "database": False}, status=503)
    ready = migrated and not late
    return JsonResponse(
        {"klaar": ready, "database": True, "migraties": migrated, "outbox": not late},
        status=200 if ready else 503,
    )
