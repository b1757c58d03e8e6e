"""Desks of the roles, empty and full. The strict eye looks at each kind of page once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from inburgering.authorization.roles import Rol
from inburgering.models import Traject
from inburgering.models.gemeente import gemeente
from inburgering.wet.handelingen import Handeling
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden
from tests.inburgering.cast import VANDAAG, maak_bsn


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Maker = Callable[..., Collega]
H = Handeling
# Somebody whom the law does not let register.
FRANS = {
    "v_nummer": "2871045937", "geslachtsnaam": "Dupont", "geboortedatum": "03-09-1988",
    "geslacht": "man", "nationaliteit": "0057",
    "doelgroep": "gezinsmigrant_en_overige_migrant", "verblijfsituatie": "gemeente",
}  # fmt: skip
TABS = (
    "", "gegevens/", "intake/", "pip/", "leerroute/", "ondersteuning/",
    "gesprekken/", "examens/", "besluiten/", "documenten/", "geschiedenis/",
    "feit/herstellen/",
    "kan-niet/", "klopt/", "wat-als/",
)  # fmt: skip


def test_every_journey_is_made_on_the_fixed_day(page: Page) -> None:
    """The server that answers the browser has the clock of the journeys."""
    answer = page.goto("/hulp/")
    assert answer.headers["date"].startswith(f"{VANDAAG:%a, %d %b %Y} 08:0")  # UTC


def test_klantmanager_walks_through_an_empty_house(collega: Maker) -> None:
    """On the first day nothing is there yet: every page says why, and what next."""
    werker = collega(Rol.KLANTMANAGER)
    for path in (
        "/", "/trajecten/", "/zoeken/?q=niemand", "/zoeken/bsn/", "/caseload/",
        "/selecties/",
    ):  # fmt: skip
        assert werker.ga(path).status == 200, path
    werker.ga("/werkvoorraad/")
    werker.ziet("U heeft geen taken")
    leider = collega(Rol.TEAMLEIDER)
    leider_ziet = (
        "/werkvoorraad/", "/werkvoorraad/herstel/", "/werkvoorraad/klopt-niet/",
        "/monitor/",
    )  # fmt: skip
    for path in leider_ziet:
        assert leider.ga(path).status == 200, path


def test_klantmanager_walks_through_a_full_house(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """With cases in every stage each page is sound, and the menus lead there.

    1. The worklist, by urgency and filtered; the list of cases; finding somebody.
    2. All sections of a fresh case, of one that is busy, and of one that is closed.
    """
    fresh = leven("aangemeld", dagen=20)
    for step, days in (("pip_opstellen", 45), ("concept", 60), ("besproken", 80)):
        leven(step, dagen=days)
    busy = leven("onderdelen_behaald", "z_route", dagen=520)
    closed = leven("afgesloten", dagen=420)
    werker = collega(Rol.KLANTMANAGER)

    werker.ga("/werkvoorraad/")
    werker.ziet("Te laat")
    werker.ga("/werkvoorraad/?selectie=team&soort=pip_vaststellen&naam=had")
    werker.ga("/werkvoorraad/?naam=bestaatniet")
    werker.ziet("Geen taken met deze filters")
    werker.ga("/trajecten/")
    for term in ("haddad", "hadad", "14-02-1991", fresh, "zzz"):
        werker.ga(f"/zoeken/?q={term}")
    werker.ga("/zoeken/bsn/")
    werker.vul(bsn="123")
    werker.druk()
    werker.vul(bsn=maak_bsn(1))
    werker.druk()

    for nummer in (fresh, busy, closed):
        werker.nummer = nummer
        for tab in TABS:
            assert werker.ga(f"{werker.dossier}{tab}").status == 200, tab
    werker.nummer = busy
    werker.ga()
    werker.foto("dossier")


def leeg(werker: Collega) -> None:
    """Empty every field of the form and send it."""
    werker.page.evaluate(
        """() => document.querySelectorAll("main .ib-form :is(input, select, textarea)")
             .forEach(part => {
               if (part.type === "hidden") return;
               if (part.type === "radio" || part.type === "checkbox") part.checked = false;
               else part.value = "";
             })"""
    )
    werker.druk()


def assert_leads_to_the_gaps(werker: Collega) -> None:
    """Whatever the summary names is a link to a field that is on the page."""
    summary = werker.page.locator(".ib-error-summary")
    if summary.count() == 0:
        return  # nothing in this form was obligatory, so it was done
    expect(summary).to_be_focused()
    targets = summary.locator("a").evaluate_all(
        """links => links.map(link => [link.textContent, link.hash,
             !!document.querySelector(link.hash)?.matches("input, select, textarea")])"""
    )
    assert all(found for _, _, found in targets), (werker.page.url, targets)
    words = " ".join(text for text, _, _ in targets)
    assert "Dit veld is verplicht" not in words, werker.page.url


def test_contractbeheerder_keeps_providers_without_seeing_names(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """The contract manager adds a provider and a course; participants are numbers.

    1. A provider without a name is refused; with one it is there, and gets a course.
    2. The participants of the school are case numbers: no name on any page.
    """
    nummer = leven("leerroute", dagen=90)
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = nummer
    werker.doe(
        H.AANBOD_DOEN,
        aanbieder=huis.aanbieder.pk, leerroute="b1_route", aangeboden_op=geleden(30),
    )  # fmt: skip

    peter = collega(Rol.CONTRACTBEHEERDER)
    peter.ga("/aanbieders/")
    peter.klik("Taalschool De Brug")
    peter.ziet(nummer)
    peter.ziet_niet("Haddad")
    peter.ga("/aanbieders/nieuw/")
    leeg(peter)
    assert_leads_to_the_gaps(peter)
    peter.vul(naam="Taalhuis Zuid", keurmerk="blik_op_werk")
    peter.druk()
    peter.ziet("Taalhuis Zuid")
    peter.ga(f"/aanbieders/{huis.aanbieder.pk}/cursussen/nieuw/")
    leeg(peter)
    peter.vul(
        aanbieder=huis.aanbieder.pk,
        naam="B1 avond",
        leerroute="b1_route",
        lesvorm="op_locatie",
        uren_per_week=8,
    )
    peter.druk()
    peter.ziet("B1 avond")


def test_beheerder_gives_and_ends_a_role(collega: Maker, huis: Huis) -> None:
    """The application manager gives a colleague a role, ends it, and makes a team."""
    sander = collega(Rol.FUNCTIONEEL_BEHEERDER)
    sander.ga("/beheer/")
    for path in ("/beheer/rollen/geven/", "/beheer/teams/toevoegen/"):
        assert sander.ga(path).status == 200
        leeg(sander)
        assert_leads_to_the_gaps(sander)


def test_privacyfunctionaris_and_auditor_see_who_looked(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """Whoever opened a file stands in the access log; the auditor sees a sample alone."""
    nummer = leven("leerroute", dagen=90)
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = nummer
    werker.ga()
    werker.ga("/trajecten/registreren/")
    werker.vul(**FRANS)
    werker.druk()
    werker.ziet("burger van de Europese Unie")
    willem = collega(Rol.PRIVACYFUNCTIONARIS)
    willem.ga("/toegangslog/")
    willem.ziet("Jolanda de Wit")
    willem.ziet("burger van de Europese Unie")
    willem.ziet_niet("Dupont")
    willem.ziet(nummer)
    willem.ziet_niet("Haddad")

    irma = huis.lid(Rol.AUDITOR)
    irma.steekproef = [nummer]
    irma.save()
    auditor = collega(irma)
    auditor.nummer = nummer
    for tab in TABS:
        if tab == "feit/herstellen/":
            continue  # who only reads, corrects nothing
        assert auditor.ga(f"{auditor.dossier}{tab}").status == 200, tab
    auditor.ziet_niet("Wijzig")


def test_a_draft_survives(collega: Maker, leven: Callable[..., str]) -> None:
    """What was typed is kept while typing, and stands there after coming back."""
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = leven("pip_opstellen", dagen=60)
    werker.kies(H.PIP_OPSTELLEN)
    werker.vul(leerroute="b1_route", wensen="Bakker worden")
    werker.veld("wensen").blur()
    werker.ziet("Concept bewaard om")
    werker.ga()
    werker.kies(H.PIP_OPSTELLEN)
    werker.ziet_staan("wensen", "Bakker worden")
    werker.foto("concept")


def test_print_leaves_out_what_one_cannot_press(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """On paper there are the facts: no menu, no buttons, nothing cut off."""
    nummer = leven("leerroute", dagen=90)
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = nummer
    for path in ("", "/werkvoorraad/"):
        werker.ga(path)
        werker.page.emulate_media(media="print")
        expect(werker.page.locator(".ib-nav")).to_be_hidden()
        expect(werker.page.locator(".ib-search")).to_be_hidden()
        assert werker.page.locator("main .ib-button:visible").count() == 0, path
        werker.ziet("Haddad")
        assert werker.page.pdf().startswith(b"%PDF")
        werker.page.emulate_media(media="screen")
    with gemeente(huis.gemeente):
        assert Traject.objects.count() == 1
