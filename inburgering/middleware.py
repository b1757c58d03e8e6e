"""Around every request: safe headers, and the municipality and role in force."""

import time
from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import BadRequest
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from inburgering.models.gebruiker import Gebruiker, Lidmaatschap
from inburgering.models.gemeente import gemeente


Answer = Callable[[HttpRequest], HttpResponse]


class VeiligeKoppen:
    """Headers that Django has no setting for: nothing personal stays in a cache."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the next in line."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with headers."""
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Vary", "HX-Request")
        return response


def kies_lidmaatschap(
    request: HttpRequest,
) -> tuple[Lidmaatschap | None, list[Lidmaatschap]]:
    """Give the membership somebody works under now, and all that hold today."""
    today = timezone.localdate()
    own = Lidmaatschap.objects.filter(gebruiker_id=request.user.pk)
    rows = list(own.select_related("gemeente").order_by("id"))
    for lid in rows:
        lid.gebruiker = cast("Gebruiker", request.user)
    # A person has few of them: looking through them here is less work than asking.
    mine = [lid for lid in rows if lid.geldt_op(today)]
    chosen = request.session.get("lidmaatschap")
    return next(
        (lid for lid in mine if lid.pk == chosen), mine[0] if mine else None
    ), mine


class Werkplek:
    """Put the municipality of the membership in force for the request.

    On PostgreSQL that is one transaction, rolled back when the answer is an error of
    the server. A session that was idle too long ends. ``request.lid`` is the
    membership, or None when somebody is not signed in or has no role (any more).
    """

    def __init__(self, get_response: Answer) -> None:
        """Keep the next in line."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer inside the municipality in force."""
        request.lid, request.lidmaatschappen = None, []
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            # No address of ours holds it, and PostgreSQL cannot even look for it.
            raise BadRequest("Dit adres bevat een teken dat niet kan.")
        if not request.user.is_authenticated:
            return self.get_response(request)
        if self._was_idle(request):
            logout(request)
            return redirect("account_login")
        request.lid, request.lidmaatschappen = kies_lidmaatschap(request)
        if request.lid is None:
            return self.get_response(request)
        with gemeente(request.lid.gemeente):
            response = self.get_response(request)
            # On SQLite there is no transaction around the request: acts have their own.
            if response.status_code >= 500 and connection.vendor == "postgresql":
                transaction.set_rollback(True)
            return response

    @staticmethod
    def _was_idle(request: HttpRequest) -> bool:
        now = int(time.time())
        last = request.session.get("laatst_actief", now)
        # Once a minute is precise enough, and spares a write on every page.
        if now - last > 60 or "laatst_actief" not in request.session:
            request.session["laatst_actief"] = now
        return now - last > settings.SESSION_IDLE_SECONDS
