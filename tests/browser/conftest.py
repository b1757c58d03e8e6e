"""A browser for the journeys: the Chromium of this machine, driven by Playwright."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import time_machine
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles.handlers import StaticFilesHandlerMixin
from playwright.sync_api import Browser, Page, sync_playwright

from inburgering.authorization.roles import Rol
from inburgering.models import Aanbieder, Gemeente, Lidmaatschap
from inburgering.models.gebruiker import Team
from inburgering.models.gemeente import gemeente
from tests import diensten
from tests.browser.reizen import Collega, Keuring, geleden
from tests.inburgering.cast import (
    VANDAAG,
    Leven,
    lid_van,
    maak_aanbieder,
    maak_cursus,
    moment,
)


WCAG = {
    "runOnly": [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ],
    "resultTypes": ["violations"],  # what is good needs no selectors: half the time
}
WIDE, NARROW = 1280, 320
# A page that is not there is often what is tested; a draft on its way to the server is
# given up for a newer one, or for the form itself.
NO_COMPLAINT = ("status of 4", "htmx:sendAbort", "htmx:afterRequest")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Start the browser once for all journeys of this process."""
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        # Playwright keeps a loop in this thread, which Django takes for async code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        started = playwright.chromium.launch(
            executable_path=chromium, args=list(diensten.CHROMIUM_FLAGS)
        )
        yield started
        started.close()


@pytest.fixture(scope="session", autouse=True)
def kept_files() -> Iterator[None]:
    """Let the browser keep style, script and font, as it may of the real server.

    Without it every page of a journey fetches all of them again, from one Python process.
    """
    serve = StaticFilesHandlerMixin.serve

    def serve_to_keep(self: Any, request: Any) -> Any:
        answer = serve(self, request)
        answer.headers["Cache-Control"] = "max-age=315360000, immutable"
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFilesHandlerMixin, "serve", serve_to_keep)
        yield


@pytest.fixture
def new_page(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Open pages as different people; whatever a page complains of is a failure."""
    complaints: list[str] = []
    contexts = []

    def open_page(*, width: int = WIDE, javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda message: (
                complaints.append(f"{page.url}: {message.text}")
                if message.type == "error"
                and not any(words in message.text for words in NO_COMPLAINT)
                else None
            ),
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """Open one page of ordinary width."""
    return new_page()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """Give a function that lists what axe-core finds wrong on a page."""

    def violations(page: Page) -> list[str]:
        found = Axe().run(page, options=WCAG).response["violations"]
        return [
            f"{one['id']}: {one['help']} {[node['target'] for node in one['nodes']]}"
            for one in found
        ]

    return violations


@pytest.fixture(autouse=True)
def klok(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let every journey begin at ten o'clock on the fixed day, and time go on from there.

    A peer in a process of its own keeps its own time, so then it is today.
    """
    if "provider" in request.fixturenames:
        yield
        return
    with time_machine.travel(moment(VANDAAG), tick=True):
        yield


# --- The town in which the journeys are made ------------------------------------------

NAMEN = {
    Rol.KLANTMANAGER: "Jolanda de Wit",
    Rol.TEAMLEIDER: "Ruben van Dam",
    Rol.ADMINISTRATIE: "Saskia Boer",
    Rol.CONTRACTBEHEERDER: "Peter Vos",
    Rol.BELEIDSADVISEUR: "Anouk Smit",
    Rol.PRIVACYFUNCTIONARIS: "Willem Kok",
    Rol.JURIST_BEZWAAR: "Fleur Mulder",
    Rol.EXTERNE_BEGELEIDER: "Karim Bakker",
    Rol.LEVERINGSGOEDKEURDER: "Nel Visser",
    Rol.FUNCTIONEEL_BEHEERDER: "Sander Prins",
    Rol.AUDITOR: "Irma Postma",
    Rol.ONTVANGER: "Tom de Groot",
    Rol.ANALIST: "Vera Maas",
}


@dataclass
class Huis:
    """A municipality with its team, its provider, and people of every role."""

    gemeente: Gemeente
    team: Team
    aanbieder: Aanbieder
    leden: dict[Rol, Lidmaatschap] = field(default_factory=dict)

    def lid(self, rol: Rol) -> Lidmaatschap:
        """Give the colleague with this role; made when first asked for."""
        if rol not in self.leden:
            made = lid_van(self.gemeente, rol.value)
            made.gebruiker.naam = NAMEN[rol]
            made.gebruiker.save()
            self.leden[rol] = made
        return self.leden[rol]


@pytest.fixture
def huis(transactional_db: None) -> Huis:
    """Build the town of the journeys."""
    delft = Gemeente.objects.create(code="0503", naam="Delft")
    baas = lid_van(delft, Rol.CONTRACTBEHEERDER.value)
    with gemeente(delft):
        team = Team.objects.create(gemeente=delft, naam="Team Noord")
        school = maak_aanbieder(baas, "Taalschool De Brug")
        for name, route in (("B1 overdag", "b1_route"), ("Z-route overdag", "z_route")):
            maak_cursus(baas, school, naam=name, leerroute=route)
    return Huis(delft, team, school)


@pytest.fixture
def leven(huis: Huis) -> Callable[..., str]:
    """Live a life up to a step by the real acts, and give the number of the case.

    ``dagen`` is how long ago the person was registered.
    """
    made = 0

    def tot(
        stap: str, route: str = "b1_route", *, dagen: int = 400, **anders: Any
    ) -> str:
        nonlocal made
        made += 1
        with gemeente(huis.gemeente):
            lid = huis.lid(Rol.KLANTMANAGER)
            life = Leven(lid, made, geleden(dagen), **anders).door_tot(stap, route)
            life.doe("traject", "toewijzen", klantmanager=lid.gebruiker)
        return life.nummer

    return tot


@pytest.fixture(scope="session")
def eye(
    request: pytest.FixtureRequest, axe: Callable[[Page], list[str]]
) -> Keuring:  # fmt: skip
    """Keep, for this process, which kinds of pages were inspected.

    How a page looks has nothing to do with the database: the second one is not looked at.
    """
    return Keuring(axe, open_=not request.config.getoption("--only-database"))


@pytest.fixture
def keuring(eye: Keuring) -> Iterator[Keuring]:
    """Inspect the pages of a journey; what is wrong with them is a failure."""
    eye.klachten.clear()
    yield eye
    assert eye.klachten == []


@pytest.fixture
def collega(
    huis: Huis, keuring: Keuring, new_page: Callable[..., Page], live_server: Any
) -> Callable[..., Collega]:
    """Give somebody with a role a browser of their own."""

    def sit_down(wie: Rol | Lidmaatschap, **scherm: Any) -> Collega:
        lid = huis.lid(wie) if isinstance(wie, Rol) else wie
        looks = keuring if scherm.get("javascript", True) else None
        return Collega(new_page(**scherm), lid, live_server.url, looks)

    return sit_down
