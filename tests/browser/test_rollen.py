"""Every role signs in and finds its own desk; what is not theirs says so kindly."""

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from inburgering.authorization.checks import may_see
from inburgering.authorization.roles import ROLLEN as ROLREGELS
from inburgering.authorization.roles import Bereik, Inzage, Rol
from inburgering.models import Gemeente, Lidmaatschap
from inburgering.models.gemeente import gemeente
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden
from tests.inburgering.cast import Leven, lid_van


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Maker = Callable[..., Collega]
# What belongs to whom: the page, and the kind of looking it asks for.
DEUREN = {
    "/werkvoorraad/": Inzage.WERKVOORRAAD,
    "/caseload/": Inzage.CASELOAD,
    "/trajecten/": Inzage.DOSSIER,
    "/regelboek/": Inzage.REGELBOEK,
    "/toegangslog/": Inzage.TOEGANGSLOG,
    "/aanbieders/": Inzage.AANBIEDERS,
    "/monitor/": Inzage.CIJFERS,
    "/telling/": Inzage.TELLING,
    "/signalen/": Inzage.SIGNALEN,
    "/leveringen/": Inzage.LEVERINGEN,
    "/ontvangst/": Inzage.ONTVANGST,
    "/beheer/": Inzage.BEHEER,
    "/vernietiging/": Inzage.VERNIETIGING,
}


@pytest.fixture
def demo(settings: Any) -> None:
    """Let demo accounts in, as the demo municipality does."""
    settings.DEMO = True


def log_in(page: Page, lid: Lidmaatschap) -> None:
    page.goto("/")
    page.get_by_label("E-mailadres").fill(lid.gebruiker.email)
    page.get_by_label("Wachtwoord").fill("geheim-woord-1")
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_load_state()


@pytest.mark.parametrize("rol", list(Rol))
def test_everybody_signs_in_and_sees_the_own_start_page(
    demo: None, huis: Huis, new_page: Callable[..., Page], keuring: Any, rol: Rol
) -> None:
    """Somebody of this role signs in at the door and finds a page to work on.

    1. The start page answers, names the person and the role, and is sound.
    2. The menu offers only what the role may see, and every item of it opens.
    """
    lid = huis.lid(rol)
    lid.gebruiker.is_demo = True
    lid.gebruiker.save()
    page = new_page()
    log_in(page, lid)
    expect(page.locator(".ib-menu summary")).to_contain_text(lid.gebruiker.naam)
    expect(page.locator("h1")).to_have_count(1)
    assert not re.search(r"403|404|mag dit niet", page.title())
    keuring.bekijk(page)

    menu = page.locator(".ib-nav a")
    addresses = [menu.nth(n).get_attribute("href") for n in range(menu.count())]
    assert addresses
    for address in addresses:
        assert may_see(rol, DEUREN[address]), address
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        keuring.bekijk(page)


BEREIK = {
    Bereik.GEMEENTE: 200, Bereik.TEAM: 200, Bereik.EIGEN: 404, Bereik.STEEKPROEF: 404,
    Bereik.GEEN: 403,
}  # fmt: skip


def test_a_closed_door_says_so_kindly(
    collega: Maker, leven: Callable[..., str]
) -> None:
    """A page that is not of the role answers 403 in plain words, with a way on.

    1. Every role tries every part of the house that is not its own.
    2. Every role opens a case: there, not there (404), or not of the role (403).
    """
    nummer = leven("leerroute", dagen=60)
    for rol in Rol:
        wie = collega(rol)
        closed = [door for door, inzage in DEUREN.items() if not may_see(rol, inzage)]
        for address in closed:
            answer = wie.page.goto(address)
            assert answer.status == 403, (rol, address)
            wie.ziet("mag dit niet")
            wie.kijk()
        answer = wie.page.goto(f"/trajecten/{nummer}/")
        assert answer.status == BEREIK[ROLREGELS[rol].bereik], rol
        wie.kijk()


def test_the_case_of_another_town_is_not_there(collega: Maker, huis: Huis) -> None:
    """The very number of a case in another town answers 404, act and file alike."""
    leiden = Gemeente.objects.create(code="0546", naam="Leiden")
    ander = lid_van(leiden)
    with gemeente(leiden):
        life = Leven(ander, 1, geleden(30))
    werker = collega(Rol.TEAMLEIDER)
    for path in ("", "gegevens/", "pip/opstellen/", "geschiedenis/"):
        answer = werker.ga(f"/trajecten/{life.nummer}/{path}")
        assert answer.status == 404, path
        werker.ziet("Deze pagina is er niet")
        werker.ziet_niet("Haddad")


def test_an_external_guide_sees_the_own_client_and_no_notes(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """An external guide opens the own client's file, without intake and notes."""
    nummer = leven("leerroute", dagen=60)
    leven("leerroute", dagen=60)
    baas = collega(Rol.TEAMLEIDER)
    baas.nummer = nummer
    gids = collega(Rol.EXTERNE_BEGELEIDER)
    baas.ga(f"{baas.dossier}traject/toewijzen/")
    baas.vul(begeleider=gids.lid.gebruiker_id)
    baas.druk()
    gids.nummer = nummer
    assert gids.ga().status == 200
    for path in ("intake/", "gesprekken/", "geschiedenis/"):
        answer = gids.page.goto(f"{gids.dossier}{path}")
        assert answer.status in (200, 403)
        gids.ziet_niet("Wat is de hoogste opleiding")
    assert gids.page.goto("/trajecten/2026-00002/").status == 404


@pytest.fixture
def now_code() -> Callable[[str], str]:
    """Give the code that an authenticator app shows for a secret."""

    def code(secret: str) -> str:
        counter = int(time.time()) // 30
        return format_hotp_value(hotp_value(secret, counter))

    return code


def test_a_local_account_needs_a_second_step(
    huis: Huis, new_page: Callable[..., Page], now_code: Callable[[str], str]
) -> None:
    """With a password alone one gets no further than setting up the second step.

    1. After the password the page asks to set up the authenticator app.
    2. With the second step the password is followed by a code; then the desk opens.
    """
    lid = huis.lid(Rol.KLANTMANAGER)
    page = new_page()
    log_in(page, lid)
    page.goto("/trajecten/")
    expect(page.locator("body")).to_contain_text("inloggen in twee stappen")
    assert "/mfa/totp/" in page.url or "2fa" in page.url

    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    TOTP.activate(lid.gebruiker, secret)
    other = new_page()
    log_in(other, lid)
    other.locator("main input[name=code]").fill(now_code(secret))
    other.locator("main form button").first.click()
    other.wait_for_load_state()
    other.goto("/trajecten/")
    expect(other.locator("h1")).to_contain_text("Dossiers")
