"""Every address and every act: each state of each page under the strict eye.

The server answers the test directly and the browser only draws: no page waits for
another, and what an act needs is made at once. The browser finds per page: axe nothing,
no sideways scrolling at 320 px, the keyboard everything, and without script nothing lost.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import time_machine
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Browser, Page, Route

from inburgering.authorization.roles import Rol
from inburgering.authorization.spil import OP_EEN_TRAJECT
from inburgering.forms.spil import formulier
from inburgering.models import Gemeente, Lidmaatschap
from inburgering.models.gemeente import gemeente
from tests.aanmelden import meld_aan
from tests.browser.reizen import NARROW, breed
from tests.huis.test_adressen import (
    ADRESSEN,
    Adres,
    Wereld,
    allowed,
    fill,
    wereld,
)
from tests.inburgering.cast import (
    VANDAAG,
    Leven,
    lid_van,
    maak_aanbieder,
    maak_cursus,
    moment,
)
from tests.inburgering.voorbeelden import VOORBEELDEN, Voorbeeld


__all__ = ["wereld"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
ADRES = "http://inburgering.test"
DELEN = 4
# What the keyboard cannot reach or leaves without a mark, and what only script can do.
TOETSEN = """() => {
  const wrong = [];
  document.activeElement?.blur();
  for (const part of document.querySelectorAll(
      "a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    if (part.disabled || !part.checkVisibility({visibilityProperty: true})) continue;
    part.focus({focusVisible: true});
    const style = getComputedStyle(part);
    const name = part.outerHTML.slice(0, 90);
    if (document.activeElement !== part) wrong.push("no focus: " + name);
    else if (style.outlineStyle === "none" && style.boxShadow === "none")
      wrong.push("no mark of the focus: " + name);
    if (part.tabIndex > 0) wrong.push("an order of its own: " + name);
  }
  for (const part of document.querySelectorAll("[onclick], [hx-get], [hx-post]"))
    if (!part.matches("a[href], form, form *"))
      wrong.push("by script alone: " + part.outerHTML.slice(0, 90));
  for (const form of document.querySelectorAll("main form"))
    if (!form.querySelector("button:not([type=button])") &&
        !(form.id && document.querySelector(`button[form="${form.id}"]`)))
      wrong.push("no button without script: " + form.outerHTML.slice(0, 90));
  return wrong;
}"""


# The summary of what must be mended has the focus, and each line leads to its field.
SAMENVATTING = """() => {
  const summary = document.querySelector(".ib-error-summary");
  if (!summary) return [];
  const wrong = document.activeElement === summary ? [] : ["the summary has no focus"];
  for (const link of summary.querySelectorAll("a")) {
    if (!document.querySelector(link.hash)?.matches("input, select, textarea, button"))
      wrong.push("leads nowhere: " + link.textContent);
    if (link.textContent.includes("Dit veld is verplicht"))
      wrong.push("does not say what to do");
  }
  return wrong;
}"""


@pytest.fixture(scope="module", autouse=True)
def klok() -> Iterator[None]:
    """Let it be the fixed day for every page, also where the journeys let time go on."""
    with time_machine.travel(moment(VANDAAG), tick=True):
        yield


class Scherm:
    """Draws answers of the server, and looks at each."""

    def __init__(self, page: Page, axe: Callable[[Page], list[str]]) -> None:
        """Give the browser what the test got, and its style and script from the house."""
        self.page, self.axe = page, axe
        self.html = b""
        self.klachten: list[str] = []
        self.gezien: set[tuple[str, str]] = set()
        page.route("**/*", self._geef)
        page.on("pageerror", lambda error: self.klachten.append(f"{page.url}: {error}"))

    def _geef(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if route.request.resource_type == "document":
            route.fulfill(body=self.html, content_type="text/html; charset=utf-8")
        elif not path.startswith(settings.STATIC_URL):
            route.fulfill(status=204)
        elif found := finders.find(path.removeprefix(settings.STATIC_URL)):
            kind = mimetypes.guess_type(found)[0] or "font/woff2"
            route.fulfill(body=Path(found).read_bytes(), content_type=kind)
        else:
            route.fulfill(status=204)

    def bekijk(self, waar: str, stand: str, answer: HttpResponse) -> None:
        """Draw an answer and look at it, once for each page in this state."""
        if answer.streaming or not answer["Content-Type"].startswith("text/html"):
            return
        if (waar, stand) in self.gezien:
            return
        self.gezien.add((waar, stand))
        self.html, page = answer.content, self.page
        page.goto(ADRES + urlsplit(waar).path)
        found = [
            *page.evaluate(SAMENVATTING), *self.axe(page), *page.evaluate(TOETSEN)
        ]  # fmt: skip
        page.set_viewport_size({"width": NARROW, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > NARROW:
            found.append(f"{breed(page)} at {NARROW} px")
        page.set_viewport_size({"width": 1280, "height": 900})
        self.klachten += [f"{waar} ({stand}): {one}" for one in found]


@pytest.fixture
def scherm(browser: Browser, axe: Callable[[Page], list[str]]) -> Iterator[Scherm]:
    """Open one page to draw everything on; what is wrong is a failure."""
    context = browser.new_context(
        locale="nl-NL", viewport={"width": 1280, "height": 900}
    )
    drawn = Scherm(context.new_page(), axe)
    yield drawn
    context.close()
    assert drawn.klachten == []


# --- Every act ------------------------------------------------------------------------


@pytest.fixture
def baas() -> Lidmaatschap:
    """Let there be a town with a school, and somebody who may do everything in it."""
    delft = Gemeente.objects.create(code="0503", naam="Delft")
    lid = lid_van(delft)
    with gemeente(delft):
        maak_cursus(lid, maak_aanbieder(lid))
    return lid


def leeg_en_vol(scherm: Scherm, baas: Lidmaatschap, one: Voorbeeld) -> None:
    """Look at a form with every gap named, at the page that asks again, and after it."""
    life = one.maak(lambda **anders: Leven(baas, 1, **anders))
    client, url = meld_aan(Client(), baas), one.url(life)
    route = f"{one.handeling.noun}/{one.handeling.verb}/"
    with transaction.atomic():
        empty = client.post(url, {})
        transaction.set_rollback(True)
    asked = empty.status_code == 422
    scherm.bekijk(route, "leeg", empty if asked else client.get(url, follow=True))
    typed = dict(one.invoer(life)) | {"versie": life.traject.versie}
    if getattr(formulier(one.handeling), "bevestigen", False):
        asked_again = client.post(url, typed)
        assert b"klopt dit?" in asked_again.content, route
        scherm.bekijk(route, "nog een keer gevraagd", asked_again)
        typed |= {"bevestigd": "ja"}
    done = client.post(url, typed)
    assert done.status_code == 302, (route, done.status_code)
    section = done["Location"].replace(life.nummer, "").partition("?")[0]
    scherm.bekijk(section, "na opslaan", client.get(done["Location"]))


@pytest.mark.parametrize("deel", range(DELEN))
def test_every_act_empty_asked_again_and_done(
    scherm: Scherm, baas: Lidmaatschap, deel: int
) -> None:
    with gemeente(baas.gemeente):
        for one in VOORBEELDEN[deel::DELEN]:
            with transaction.atomic():  # each in a town where nothing happened yet
                leeg_en_vol(scherm, baas, one)
                transaction.set_rollback(True)


def test_every_act_has_an_example() -> None:
    assert {one.handeling for one in VOORBEELDEN} >= set(OP_EEN_TRAJECT)


# --- Every other address --------------------------------------------------------------


def wie(adres: Adres, route: str) -> Rol | None:
    """Give a role that may look here, who sees most first."""
    order = (Rol.TEAMLEIDER, Rol.FUNCTIONEEL_BEHEERDER, Rol.KLANTMANAGER, *Rol)
    return next((rol for rol in order if allowed(rol, adres, "GET", route)), None)


def te_bekijken(wereld: Wereld) -> Iterator[tuple[str, Adres, Client]]:
    """Give each address that is a page, with somebody who may look there."""
    clients: dict[Rol, Client] = {}
    for route, adres in ADRESSEN.items():
        if "GET" not in adres.methods or route.startswith(("api/", "gezond/")):
            continue
        if (rol := wie(adres, route)) is not None:
            if rol not in clients:
                clients[rol] = meld_aan(Client(), wereld.leden[rol])
            yield route, adres, clients[rol]


def vol_en_leeg(scherm: Scherm, route: str, url: str, client: Client) -> None:
    """Look at a page, and at what it answers to a form with nothing in it."""
    answer = client.get(url, follow=True)
    assert answer.status_code == 200, (url, answer.status_code)
    scherm.bekijk(route, "vol", answer)
    with transaction.atomic():
        refused = client.post(url, {})
        transaction.set_rollback(True)
    if refused.status_code in (200, 422):
        scherm.bekijk(route, "leeg", refused)


@pytest.mark.parametrize("deel", range(2))
def test_every_other_address_full_and_refused(
    scherm: Scherm, wereld: Wereld, deel: int
) -> None:
    for route, adres, client in [*te_bekijken(wereld)][deel::2]:
        if not adres.leeg:
            vol_en_leeg(scherm, route, fill(route, wereld.hier), client)


# --- The eye itself -------------------------------------------------------------------


def test_the_eye_sees_what_is_wrong(scherm: Scherm) -> None:
    wrong = """<!doctype html><html lang="nl"><title>x</title><main><h1>x</h1>
      <img src="x"><p style="width: 400px">x</p><form><input aria-label="x" tabindex="1">
      </form><button onclick="x()" style="outline: none">x</button>
      <div class="ib-error-summary"><a href="#weg">x</a></div></main>"""
    scherm.bekijk("/", "fout", HttpResponse(wrong))
    seen, scherm.klachten = " ".join(scherm.klachten), []
    for words in (
        "image-alt", "at 320 px", "an order of its own", "by script alone",
        "no button without script", "no mark of the focus", "the summary has no focus",
        "leads nowhere",
    ):  # fmt: skip
        assert words in seen, words
