"""Without JavaScript, and without a mouse: the work can be done."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from inburgering.authorization.roles import Rol
from inburgering.models import Inburgeraar, Traject
from inburgering.models.gemeente import gemeente
from inburgering.wet.handelingen import Handeling
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, Toetsen, geleden, getypt


pytestmark = [
    pytest.mark.browser,
    pytest.mark.beide,
    pytest.mark.django_db(transaction=True),
]
Maker = Callable[..., Collega]
H = Handeling
PERSOON = {
    "v_nummer": "2871045938",
    "voornamen": "Farid",
    "geslachtsnaam": "Noori",
    "geboortedatum": "12-05-1995",
    "geslacht": "man",
    "nationaliteit": "0300",
    "doelgroep": "asielstatushouder",
    "verblijfsituatie": "gemeente",
    "datum_plicht": geleden(40),
    "datum_kennisgeving": geleden(33),
}


def test_klantmanager_works_without_javascript(
    settings: Any, huis: Huis, new_page: Callable[..., Page], collega: Maker
) -> None:
    """With scripts off the client manager does a day's work.

    1. Signs in at the door (a demo account, so without the second step).
    2. Registers a person, with one mistake first, and starts the intake.
    3. Finds the person by name, and sees the BSN field and the search answer.
    4. Hands the case over in bulk from the worklist, by the page that asks once more.
    """
    settings.DEMO = True
    lid = huis.lid(Rol.KLANTMANAGER)
    lid.gebruiker.is_demo = True
    lid.gebruiker.save()
    ander = huis.lid(Rol.TEAMLEIDER)
    page = new_page(javascript=False)
    page.goto("/")
    page.get_by_label("E-mailadres").fill(lid.gebruiker.email)
    page.get_by_label("Wachtwoord").fill("geheim-woord-1")
    page.get_by_role("button", name="Inloggen", exact=True).click()
    expect(page.locator(".ib-menu summary")).to_contain_text("Jolanda de Wit")

    werker = collega(Rol.KLANTMANAGER, javascript=False)
    werker.ga("/trajecten/registreren/")
    werker.vul(**PERSOON | {"geboortedatum": "32-05-1995"})
    werker.druk()
    werker.ziet("32-05-1995 bestaat niet in de kalender.")
    werker.vul(geboortedatum="12-05-1995")
    werker.druk()
    werker.ziet("Geregistreerd als dossier")
    werker.nummer = werker.page.url.rstrip("/").rsplit("/", 1)[-1]
    werker.ga(f"{werker.dossier}intake/starten/")
    werker.vul(gestart_op=geleden(3))
    werker.druk()
    werker.ziet_gedaan(H.INTAKE_STARTEN)

    werker.page.locator("#zoek").fill("noori")
    werker.page.locator(".ib-search button").click()
    werker.ziet("Farid Noori")

    werker.ga("/werkvoorraad/?selectie=team")
    werker.page.get_by_label("Kies Farid Noori").first.check()
    werker.page.get_by_role("button", name="Draag over aan collega").click()
    werker.ziet("1 dossier gaat mee")
    werker.druk()
    werker.ziet("Kies een collega.")
    werker.vul(naar=ander.gebruiker_id, toelichting="Ik ben drie weken vrij.")
    werker.druk()
    werker.ziet("Overgedragen aan Ruben van Dam")
    with gemeente(huis.gemeente):
        assert Traject.objects.get().klantmanager_id == ander.gebruiker_id


def test_klantmanager_registers_a_person_with_the_keyboard_alone(
    collega: Maker, huis: Huis
) -> None:
    """From the skip link to the button, by Tab, Space, letters and Enter alone.

    1. The first Tab skips the menu.
    2. A form sent too early puts the focus on what is missing; Enter leads there.
    3. Filled in, Enter registers the person.
    """
    werker = collega(Rol.KLANTMANAGER)
    werker.ga("/trajecten/registreren/")
    page, keys = werker.page, Toetsen(werker.page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    keys.typ("v_nummer", "2871045939")
    page.keyboard.press("Enter")
    expect(page.locator(".ib-error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[name=geslachtsnaam]")).to_be_focused()
    page.keyboard.type("Noori")
    keys.typ("geboortedatum", getypt(geleden(9000)))
    keys.tab_naar("geslacht")
    page.keyboard.press("Space")
    keys.typ("nationaliteit", "Afg")
    keys.tab_naar("doelgroep")
    page.keyboard.press("Space")
    keys.tab_naar("verblijfsituatie")
    page.keyboard.press("ArrowDown")
    keys.tab_naar("Registreren")
    page.keyboard.press("Enter")
    werker.ziet("Geregistreerd als dossier")
    with gemeente(huis.gemeente):
        person = Inburgeraar.objects.get()
        assert (person.geslachtsnaam, person.geslacht) == ("Noori", "man")
        assert Traject.objects.get().verblijfsituatie == "gemeente"


def test_shortcuts_are_found_switched_on_and_listed(collega: Maker) -> None:
    """1. Off until asked for. 2. Listed from every page. 3. They do what the list says."""
    jolanda = collega(Rol.KLANTMANAGER)
    page = jolanda.page
    jolanda.ga("/caseload/")
    page.keyboard.press("?")
    assert page.url.endswith("/caseload/")
    page.get_by_role("contentinfo").get_by_role("link", name="Sneltoetsen").click()
    assert page.url.endswith("/hulp/#toetsen")
    jolanda.kijk()
    row = page.get_by_role("row").filter(has_text="Caseload")
    expect(row).to_contain_text("g en dan 2")

    page.locator(".ib-menu summary").click()
    page.get_by_label("Sneltoetsen aan").check()
    jolanda.kijk()
    page.keyboard.press("Escape")
    page.locator("body").press("g")
    page.locator("body").press("2")
    page.wait_for_url("**/caseload/")
    page.locator("body").press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("?")
    assert page.url.endswith("/caseload/")
    page.locator("h1").click()
    page.keyboard.press("?")
    page.wait_for_url("**/hulp/#toetsen")


@pytest.mark.parametrize("script", [True, False])
def test_a_number_of_a_person_comes_in_no_address(
    collega: Maker, huis: Huis, leven: Callable[..., str], script: bool
) -> None:
    """Typed in the search field a V-nummer opens the file; without scripts it stays."""
    nummer = leven("aangemeld", dagen=3)
    v_nummer = PERSOON["v_nummer"]
    with gemeente(huis.gemeente):
        Inburgeraar.objects.update(v_nummer=v_nummer)
    jolanda = collega(Rol.KLANTMANAGER, javascript=script)
    page, asked = jolanda.page, []
    jolanda.ga("/werkvoorraad/")
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("searchbox").fill(v_nummer)
    page.get_by_role("searchbox").press("Enter")
    if script:
        page.wait_for_url(f"**/trajecten/{nummer}/")
    else:
        # What the browser holds back it tells in its own words, with ours.
        assert page.url.endswith("/werkvoorraad/")
        title = page.get_by_role("searchbox").get_attribute("title")
        assert title.startswith("Een BSN of V-nummer zoekt u op een eigen pagina")
    assert not [url for url in asked if v_nummer in url]
    for words in (nummer, "12-05-1995", "Haddad"):
        jolanda.ga("/zoeken/")
        page.get_by_role("textbox", name="Naam, dossiernummer").fill(words)
        page.get_by_role("textbox", name="Naam, dossiernummer").press("Enter")
        page.wait_for_url("**/trajecten/**" if words == nummer else "**/zoeken/?q=*")
