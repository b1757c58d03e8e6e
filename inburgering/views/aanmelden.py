"""Signing in: no self sign-up, a second factor for local accounts, switching roles."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST


class Aanmeldregels(DefaultAccountAdapter):
    """Accounts are made by the application manager, never by a visitor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False


class Koppelregels(DefaultSocialAccountAdapter):
    """The municipality's identity provider may sign in whom the manager knows."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """An identity without an account here is refused."""
        return False


@login_required
@require_POST
def lidmaatschap_wisselen(request: HttpRequest) -> HttpResponse:
    """Work on under another of one's own memberships."""
    chosen = request.POST.get("lidmaatschap", "")
    if any(str(lid.pk) == chosen for lid in request.lidmaatschappen):
        request.session["lidmaatschap"] = int(chosen)
    return redirect(settings.LOGIN_REDIRECT_URL)
