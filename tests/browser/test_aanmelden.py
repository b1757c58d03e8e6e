"""Signing in at real peers: an identity provider of another make, a passkey, an app.

The provider runs in a process of its own and answers over HTTP; the passkey is kept by
Chromium's own virtual authenticator. Nothing of either is played by this code.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.socialaccount.models import SocialAccount
from playwright.sync_api import Page, expect

from inburgering.authorization.roles import Rol
from inburgering.models import Gebruiker
from tests import diensten
from tests.browser.conftest import NAMEN, Huis
from tests.browser.reizen import Keuring


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ROOT = Path(__file__).resolve().parents[2]
WACHTWOORD = "geheim-woord-1"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
# What the settings make of the environment, by the settings themselves.
READ_SETTINGS = """
import json
from inburgering import settings
print(json.dumps([settings.SOCIALACCOUNT_PROVIDERS, settings.CONTENT_SECURITY_POLICY]))
"""


# --- The municipality's own sign-in ---------------------------------------------------


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run an identity provider that knows nobody and no client yet; give its address."""
    port = diensten.free_port()
    log = tmp_path_factory.mktemp("provider") / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "oidc_provider_mock", "--port", str(port),
             "--require-registration"],
            stdout=output, stderr=output, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    try:
        diensten.wait_until(lambda: diensten.answers(port), process, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(diensten.PATIENCE)


def tell(address: str, body: dict[str, Any], method: str = "POST") -> dict[str, Any]:
    """Send something to the provider as its administrator."""
    request = urllib.request.Request(
        address, json.dumps(body).encode(), {"Content-Type": "application/json"},
        method=method,
    )  # fmt: skip
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read() or "{}")


@pytest.fixture
def sign_in_service(provider: str, live_server: Any, settings: Any) -> str:
    """Make us known to the provider and the provider to us, as docs/beheer.md says."""
    client = tell(
        f"{provider}/oauth2/clients",
        {
            "redirect_uris": [
                f"{live_server.url}/account/oidc/gemeente/login/callback/"
            ],
            "token_endpoint_auth_method": "client_secret_post",
        },
    )
    environment = {
        "OIDC_SERVER_URL": provider,
        "OIDC_CLIENT_ID": client["client_id"],
        "OIDC_CLIENT_SECRET": client["client_secret"],
        "OIDC_NAAM": "gemeente Delft",
    }
    read = subprocess.run(
        [sys.executable, "-c", READ_SETTINGS],
        env=os.environ | environment, cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS, settings.CONTENT_SECURITY_POLICY = json.loads(
        read.stdout
    )
    return provider


def go_to_provider(page: Page, provider: str, keuring: Keuring) -> None:
    """Walk from our door to the page of the provider."""
    # Its page asks another host for how it looks; no test goes that far.
    page.route(re.compile("^https:"), lambda asked: asked.fulfill(body=""))
    page.goto("/")
    keuring.bekijk(page)
    page.get_by_role("link", name="Inloggen met gemeente Delft").click()
    keuring.bekijk(page)
    page.get_by_role("button", name="Ga verder").click()
    page.wait_for_url(f"{provider}/**")
    assert "code_challenge_method=S256" in page.url


def sign_in_at(page: Page, provider: str, wie: str, keuring: Keuring) -> None:
    """Go to the provider, say there who one is, and come back."""
    go_to_provider(page, provider, keuring)
    page.locator("input[name=sub]").fill(wie)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(lambda url: not url.startswith(provider))
    keuring.bekijk(page)


def test_who_is_known_signs_in_at_the_municipality(
    sign_in_service: str, huis: Huis, new_page: Callable[..., Page], keuring: Keuring
) -> None:
    """The client manager signs in at the municipality and comes to the own desk.

    1. From the door to the provider and back; no password and no second step here.
    2. The account is the one that the manager made; none is added.
    3. The next time the same account is found by the number of the provider, also when
       the address changed there.
    """
    lid = huis.lid(Rol.KLANTMANAGER)
    people = Gebruiker.objects.count()
    claims = {"email": lid.gebruiker.email, "email_verified": True, "name": "J. de Wit"}
    tell(f"{sign_in_service}/users/jolanda", claims, "PUT")
    for claims["email"] in (lid.gebruiker.email, "getrouwd@delft.example"):
        tell(f"{sign_in_service}/users/jolanda", claims, "PUT")
        page = new_page()
        sign_in_at(page, sign_in_service, "jolanda", keuring)
        expect(page.locator("body")).to_contain_text(NAMEN[Rol.KLANTMANAGER])
        page.goto("/trajecten/")
        expect(page.locator("h1")).to_contain_text("Dossiers")
    assert Gebruiker.objects.count() == people
    assert SocialAccount.objects.get().user == lid.gebruiker


def test_who_is_unknown_is_told_so_and_gets_no_account(
    sign_in_service: str, huis: Huis, new_page: Callable[..., Page], keuring: Keuring
) -> None:
    """Somebody of the municipality whom the manager did not add is refused in words."""
    people = Gebruiker.objects.count()
    claims = {"email": "onbekend@delft.example", "email_verified": True}
    tell(f"{sign_in_service}/users/onbekend", claims, "PUT")
    page = new_page()
    sign_in_at(page, sign_in_service, "onbekend", keuring)
    expect(page.locator("h1")).to_have_text("U hebt hier geen account")
    expect(page.locator("main")).to_contain_text("functioneel beheerder")
    page.goto("/trajecten/")
    assert "/account/login/" in page.url
    assert Gebruiker.objects.count() == people
    assert not SocialAccount.objects.exists()


def test_who_turns_back_at_the_provider_can_try_again(
    sign_in_service: str, huis: Huis, new_page: Callable[..., Page], keuring: Keuring
) -> None:
    """Whom the provider sends back without an answer is told so, and not let in."""
    page = new_page()
    go_to_provider(page, sign_in_service, keuring)
    page.get_by_role("button", name="Deny").click()
    expect(page.locator("h1")).to_have_text("Inloggen is niet gelukt")
    keuring.bekijk(page)
    page.get_by_role("link", name="Probeer het opnieuw").click()
    expect(page.locator("h1")).to_have_text("Inloggen")


# --- A local account, in two steps ----------------------------------------------------


@pytest.fixture
def without_tls(settings: Any) -> None:
    """Allow passkeys over http, as the demo does: this machine has no certificate."""
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True


def first_step(page: Page, huis: Huis, keuring: Keuring) -> None:
    """Sign in with the password alone."""
    page.goto("/account/login/")
    page.get_by_label("E-mailadres").fill(huis.lid(Rol.KLANTMANAGER).gebruiker.email)
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_load_state()
    keuring.bekijk(page)


def confirm(page: Page, keuring: Keuring) -> None:
    """Give the password once more, as asked before anything about signing in changes."""
    expect(page.locator("h1")).to_have_text("Bevestig dat u het bent")
    keuring.bekijk(page)
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Bevestigen").click()
    page.wait_for_load_state()
    keuring.bekijk(page)


def sign_out(page: Page) -> None:
    """Leave by the page for it."""
    page.goto("/account/logout/")
    page.locator("main form button").first.click()
    page.wait_for_load_state()
    page.goto("/trajecten/")
    assert "/account/login/" in page.url


def virtual_authenticator(page: Page) -> tuple[Any, str]:
    """Give the browser a passkey of its own; the session to speak to it, and its id."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    made = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return cdp, made["authenticatorId"]


def test_a_local_account_signs_in_with_a_passkey(
    without_tls: None, huis: Huis, new_page: Callable[..., Page], keuring: Keuring
) -> None:
    """With a password and a passkey one gets in; with the password alone one does not.

    1. After the first sign-in the page for the app offers a passkey instead.
    2. Added, it is followed by the recovery codes, and the desk is open.
    3. The next time the passkey is the second step.
    4. Another browser, without that passkey, gets no further.
    """
    page = new_page()
    cdp, key = virtual_authenticator(page)
    first_step(page, huis, keuring)
    page.goto("/trajecten/")
    expect(page.locator("body")).to_contain_text("inloggen in twee stappen")
    confirm(page, keuring)

    page.get_by_role("link", name="passkey of beveiligingssleutel").click()
    keuring.bekijk(page)
    page.locator("main").get_by_label("Naam").fill("Laptop van het werk")
    page.get_by_role("button", name="Toevoegen").click()
    expect(page.locator("h1")).to_contain_text("Herstelcodes")
    keuring.bekijk(page)
    (credential,) = cdp.send("WebAuthn.getCredentials", {"authenticatorId": key})[
        "credentials"
    ]
    assert credential["rpId"] == "localhost"
    page.goto("/account/2fa/webauthn/")
    expect(page.locator("main table")).to_contain_text("Laptop van het werk")
    keuring.bekijk(page)
    page.goto("/trajecten/")
    expect(page.locator("h1")).to_contain_text("Dossiers")

    sign_out(page)
    first_step(page, huis, keuring)
    page.get_by_role("button", name="Gebruik een passkey").click()
    page.wait_for_url(lambda url: "/account/" not in url)
    page.goto("/trajecten/")
    expect(page.locator("h1")).to_contain_text("Dossiers")

    stranger = new_page()
    virtual_authenticator(stranger)
    first_step(stranger, huis, keuring)
    stranger.get_by_role("button", name="Gebruik een passkey").click()
    expect(stranger.get_by_role("alert")).to_contain_text("werkte niet")
    keuring.bekijk(stranger)
    stranger.goto("/trajecten/")
    assert "/account/2fa/authenticate/" in stranger.url
    kinds = Authenticator.objects.values_list("type", flat=True)
    assert sorted(kinds) == ["recovery_codes", "webauthn"]


def code_of_the_app(secret: str) -> str:
    """Give the code that an authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_a_local_account_couples_an_app_and_signs_in_with_a_recovery_code(
    huis: Huis, new_page: Callable[..., Page], keuring: Keuring
) -> None:
    """The app is coupled on the page, and without it a recovery code works once.

    1. A wrong code is told at the field; the right one couples the app.
    2. The recovery codes are shown; the desk is open.
    3. The next time one of them is the second step, and not a second time.
    """
    page = new_page()
    first_step(page, huis, keuring)
    page.goto("/trajecten/")
    confirm(page, keuring)
    secret = page.locator("main .ib-code").inner_text()
    field = page.get_by_label("Code uit de app")
    field.fill("000000")
    page.get_by_role("button", name="Koppelen").click()
    expect(page.locator("main")).to_contain_text("Deze code klopt niet")
    keuring.bekijk(page)
    field.fill(code_of_the_app(secret))
    page.get_by_role("button", name="Koppelen").click()
    expect(page.locator("h1")).to_contain_text("Herstelcodes")
    code = page.locator(".ib-code-list li").first.inner_text()
    page.goto("/trajecten/")
    expect(page.locator("h1")).to_contain_text("Dossiers")

    for works in (True, False):
        sign_out(page)
        first_step(page, huis, keuring)
        page.locator("main input[name=code]").fill(code)
        page.get_by_role("button", name="Inloggen", exact=True).click()
        page.wait_for_load_state()
        page.goto("/trajecten/")
        assert ("/account/" not in page.url) is works
