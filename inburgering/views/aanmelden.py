"""Signing in: no self sign-up, a second factor for local accounts, switching roles."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST


class Aanmeldregels(DefaultAccountAdapter):
    """Accounts are made by the application manager, never by a visitor."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Dit account is niet actief.",
        "email_password_mismatch": "Het e-mailadres of het wachtwoord klopt niet.",
        "enter_current_password": "Vul uw huidige wachtwoord in.",
        "incorrect_password": "Dit wachtwoord klopt niet.",
        "rate_limited": "U probeert het te vaak. Wacht een paar minuten.",
        "too_many_login_attempts": (
            "U probeerde te vaak in te loggen. Wacht een paar minuten."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def pre_login(
        self, request: HttpRequest, user: Any, **kw: Any
    ) -> HttpResponse | None:
        """Let demo accounts in only where the demo runs."""
        if user.is_demo and not settings.DEMO:
            messages.error(request, "Dit demo-account werkt hier niet.")
            return redirect(settings.LOGIN_URL)
        return super().pre_login(request, user, **kw)


class Tweedestapregels(DefaultMFAAdapter):
    """The words of the second step."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Deze code klopt niet. Vul de nieuwste code in.",
        "cannot_generate_recovery_codes": "Koppel eerst een app of een passkey.",
    }


class Koppelregels(DefaultSocialAccountAdapter):
    """The municipality's identity provider may sign in whom the manager knows."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """An identity without an account here is refused."""
        return False


def heeft_tweede_stap(request: HttpRequest) -> bool:
    """Say whether this session may work: a second step, or the town's own sign-in.

    The identity provider of the municipality asks for the second step itself; a local
    account must have one here. A demo account needs none. Once seen, the session
    remembers it, so that a page asks the database nothing.
    """
    if request.session.get("tweede_stap") or (settings.DEMO and request.user.is_demo):
        return True
    records = get_authentication_records(request, request.user)
    methods = {record["method"] for record in records}
    seen = bool(methods & {"mfa", "socialaccount"}) or (
        Authenticator.objects.filter(user_id=request.user.pk).exists()
    )
    if seen:
        request.session["tweede_stap"] = True
    return seen


@login_required
@require_POST
def lidmaatschap_wisselen(request: HttpRequest) -> HttpResponse:
    """Work on under another of one's own memberships."""
    chosen = request.POST.get("lidmaatschap", "")
    if any(str(lid.pk) == chosen for lid in request.lidmaatschappen):
        request.session["lidmaatschap"] = int(chosen)
    return redirect(settings.LOGIN_REDIRECT_URL)


@login_required
@require_POST
def verder_werken(request: HttpRequest) -> HttpResponse:
    """Keep the session alive for somebody who reads or thinks; the middleware does it."""
    return HttpResponse(status=204)
