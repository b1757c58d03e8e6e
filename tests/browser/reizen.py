"""What every journey does: days, colleagues at their own browser, forms, a strict eye.

A colleague works as people do: opens a page, clicks words, fills in fields, presses the
button. Every kind of page that anybody meets is inspected once, in every state (empty,
full, refused): axe finds nothing, and nothing scrolls sideways at 320 px.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.test import Client
from playwright.sync_api import Locator, Page, Response, expect

from inburgering.authorization.spil import GEDAAN, AnyHandeling
from inburgering.models import Lidmaatschap
from tests.aanmelden import meld_aan
from tests.inburgering.cast import VANDAAG


NARROW = 320
HANDBOEK = Path(__file__).resolve().parents[2] / "docs" / "handboek" / "img"
# 1: make the pictures of the handbook anew; a folder: put every inspected page there.
PICTURES = os.environ.get("SCHERMAFBEELDINGEN", "")
PICTURE_SIZE = {"width": 1140, "height": 800}


def geleden(dagen: int) -> date:
    """Give the day that many days before the day of the journeys."""
    return VANDAAG - timedelta(days=dagen)


def getypt(dag: date) -> str:
    """Write a day the way people type it."""
    return f"{dag:%d-%m-%Y}"


class Keuring:
    """The strict eye: looks once at every kind of page in every state."""

    def __init__(self, axe: Callable[[Page], list[str]], *, open_: bool) -> None:
        """Start with nothing seen; an eye that is not open sees nothing."""
        self.axe = axe
        self.open = open_
        self.gezien: set[tuple[str, ...]] = set()
        self.klachten: list[str] = []

    @staticmethod
    def soort(page: Page) -> tuple[str, ...]:
        """Say what kind of page it is: its address without numbers, and its state."""
        path = re.sub(r"\d[\d-]*", "0", urlsplit(page.url).path)
        if page.title().startswith(("Geen toegang", "Niet gevonden")):
            path = page.title()  # the same page, wherever one was refused
        state = page.evaluate(
            """() => ["[data-focus]", ".ib-empty", ".ib-alert.is-warning",
                      ".ib-alert.is-negative", ".ib-table", ".ib-timeline",
                      ".ib-messages", "main button[name='wijzigen']"]
                     .map(what => document.querySelector(what) ? "1" : "0").join("")"""
        )
        return path, state

    def bekijk(self, page: Page) -> None:
        """Inspect a page, unless one like it was inspected before."""
        if not self.open:
            return
        kind = self.soort(page)
        if kind in self.gezien:
            return
        self.gezien.add(kind)
        self.klachten += [f"{page.url}: {fault}" for fault in self.axe(page)]
        size = page.viewport_size
        page.set_viewport_size({"width": NARROW, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > NARROW:
            self.klachten.append(f"{page.url}: {breed(page)} at {NARROW} px")
        page.set_viewport_size(size)
        if PICTURES not in ("", "1"):
            name = "-".join(kind).strip("/").replace("/", "_") or "start"
            page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def breed(page: Page) -> str:
    """Name the parts of a page that stick out to the right."""
    return page.evaluate(
        """() => "sticks out: " + [...document.querySelectorAll("body *")]
             .filter(part => part.getBoundingClientRect().right > innerWidth + 1
                          && !part.closest(".ib-scroll"))
             .slice(0, 3).map(part => part.outerHTML.slice(0, 90)).join(" | ")"""
    )


class Collega:
    """Somebody with a role, at a browser of their own."""

    def __init__(
        self, page: Page, lid: Lidmaatschap, adres: str, keuring: Keuring | None
    ) -> None:
        """Sit down; signed in, in two steps."""
        self.page = page
        self.lid = lid
        self.adres = adres
        self.keuring = keuring
        self.nummer = ""
        session = meld_aan(Client(), lid).cookies["sessionid"].value
        page.context.add_cookies(
            [{"name": "sessionid", "value": session, "url": adres}]
        )

    # --- moving about --------------------------------------------------------------

    @property
    def dossier(self) -> str:
        """The address of the case this colleague works on."""
        return f"/trajecten/{self.nummer}/"

    def kijk(self) -> None:
        """Inspect what is on the screen now."""
        if self.keuring is not None:
            self.keuring.bekijk(self.page)

    def ga(self, pad: str = "") -> Response | None:
        """Open an address; without one, the overview of the case."""
        answer = self.page.goto(pad or self.dossier)
        self.kijk()
        return answer

    def klik(self, woorden: str, **waar: Any) -> None:
        """Follow the link with these words, opening what is folded in around it."""
        link = self.page.get_by_role(
            "link", name=woorden, include_hidden=True, **waar
        ).first
        link.evaluate(
            """part => { for (let up = part.closest("details:not([open])"); up;
                              up = up.parentElement.closest("details:not([open])"))
                           up.querySelector("summary").click() }"""
        )
        link.click()
        self.page.wait_for_load_state()
        self.kijk()

    # --- forms ---------------------------------------------------------------------

    def veld(self, naam: str) -> Locator:
        """Find the field of that name in the form of the page."""
        return self.page.locator(f'main form [name="{naam}"]')

    def vul(self, **waarden: Any) -> None:
        """Fill in fields by their names: text, days, lists, buttons and ticks."""
        for name, value in waarden.items():
            field = self.veld(name)
            kind = field.first.evaluate("part => part.type")
            if isinstance(value, date):
                value = getypt(value)
            if kind == "radio":
                self.page.locator(f'main form [name="{name}"][value="{value}"]').check()
            elif kind == "checkbox":
                field.set_checked(bool(value))
            elif kind == "select-one":
                field.select_option(str(value))
            else:
                field.fill(str(value))

    def ziet_staan(self, naam: str, waarde: Any) -> None:
        """See that a field holds this value: typed, chosen or ticked."""
        field = self.veld(naam)
        kind = field.first.evaluate("part => part.type")
        if kind == "radio":
            chosen = self.page.locator(f'main form [name="{naam}"][value="{waarde}"]')
            expect(chosen).to_be_checked()
        elif kind == "checkbox":
            expect(field).to_be_checked(checked=bool(waarde))
        else:
            value = getypt(waarde) if isinstance(waarde, date) else str(waarde)
            expect(field).to_have_value(value)

    def druk(self, knop: str = "", *, bevestigd: bool = True) -> None:
        """Press the button of the form (the one with these words), and confirm."""
        buttons = self.page.locator("main .ib-form-actions button")
        (buttons.filter(has_text=knop) if knop else buttons).first.click()
        self.page.wait_for_load_state()
        self.kijk()
        if bevestigd and self.page.locator('main button[name="wijzigen"]').count():
            self.druk(bevestigd=False)  # what cannot be undone is asked once more

    def stuur(self, pad: str, formulier: dict[str, Any]) -> str:
        """Send a form past the page, as a broken line might; give the answer."""
        answer = self.page.request.post(
            pad, form=formulier, headers={"Referer": self.adres, "Origin": self.adres}
        )
        assert answer.ok, answer.status
        return answer.text()

    def kies(self, handeling: AnyHandeling) -> None:
        """Open the form of an act from the overview of the case, by its words."""
        self.ga()
        self.klik(handeling.label, exact=True)
        title = self.page.get_by_role("heading", name=handeling.label, exact=True)
        expect(title).to_be_visible()

    def doe(self, handeling: AnyHandeling, knop: str = "", **waarden: Any) -> None:
        """Do an act on the case from its overview, and see that it was recorded."""
        self.kies(handeling)
        self.vul(**waarden)
        self.druk(knop)
        self.ziet_gedaan(handeling)

    # --- seeing --------------------------------------------------------------------

    def ziet(self, tekst: str) -> None:
        """See these words somewhere in the contents of the page."""
        expect(self.page.locator("body")).to_contain_text(tekst)

    def ziet_gedaan(self, handeling: AnyHandeling) -> None:
        """See in the message on top that the act was done."""
        message = self.page.locator(".ib-messages .is-positive")
        expect(message).to_contain_text(f"{GEDAAN[handeling]}.")

    def ziet_niet(self, tekst: str) -> None:
        """See these words nowhere."""
        expect(self.page.locator("body")).not_to_contain_text(tekst)

    def ziet_fout(self, veld: str, tekst: str) -> None:
        """See an error in the summary and the same words at the field, marked as wrong."""
        summary = self.page.locator(".ib-error-summary")
        expect(summary).to_contain_text(tekst)
        expect(summary).to_be_focused()
        first = self.veld(veld).first
        wrong = first.locator(
            "xpath=ancestor-or-self::*[@aria-invalid='true' or self::fieldset][1]"
        )
        ids = (wrong.get_attribute("aria-describedby") or "").split()
        words = " ".join(self.page.locator(f"#{one}").inner_text() for one in ids)
        assert tekst in words, f"at {veld}: {words!r}"
        expect(self.page).to_have_title(re.compile(r"^Fout: "))

    def foto(self, naam: str, bij: str = "", vanaf: str = "") -> None:
        """Make a picture for the handbook, when asked for: the top, or at a field.

        ``vanaf`` finds the part with which the picture begins.
        """
        if PICTURES != "1":
            return
        size = self.page.viewport_size
        self.page.set_viewport_size(PICTURE_SIZE)
        self.page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        if bij:
            self.veld(bij).first.evaluate(
                "part => part.scrollIntoView({block: 'center'})"
            )
        if vanaf:
            self.page.locator(vanaf).first.evaluate(
                """part => { const bar = document.querySelector(".ib-idbar");
                             part.scrollIntoView();
                             scrollBy(0, -24 - (bar ? bar.offsetHeight : 0)) }"""
            )
        self.page.screenshot(path=HANDBOEK / f"{naam}.png")
        self.page.set_viewport_size(size)


class Toetsen:
    """Hands on the keyboard alone."""

    def __init__(self, page: Page) -> None:
        """Put the hands on the keys."""
        self.page = page

    def tab_naar(self, naam: str) -> None:
        """Press Tab until the field or button of that name has the focus."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            found = self.page.evaluate(
                """() => [document.activeElement.name, document.activeElement.innerText]"""
            )
            if naam in found:
                self.ziet_focus()
                return
        raise AssertionError(f"Tab never comes to {naam}")

    def ziet_focus(self) -> None:
        """See where the focus is: a line around it, and nothing in front of it."""
        seen = self.page.evaluate(
            """() => {
                 const part = document.activeElement, style = getComputedStyle(part);
                 const box = part.getBoundingClientRect();
                 const top = document.elementFromPoint(
                   box.left + box.width / 2, box.top + box.height / 2);
                 return [style.outlineStyle !== "none" || style.boxShadow !== "none",
                         part === top || part.contains(top) || top?.contains(part)];
               }"""
        )
        assert seen == [True, True], self.page.evaluate(
            "document.activeElement.outerHTML"
        )

    def typ(self, naam: str, waarde: str) -> None:
        """Go to a field and type."""
        self.tab_naar(naam)
        self.page.keyboard.type(waarde)
