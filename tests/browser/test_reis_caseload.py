"""The caseload: all one's persons on a page, instead of in a private spreadsheet."""

from collections.abc import Callable
from datetime import time

import pytest
from playwright.sync_api import expect

from inburgering.actions import agendapunt, opmerking
from inburgering.authorization.roles import Rol
from inburgering.models import Opmerking, Traject
from inburgering.models.gemeente import gemeente
from tests.browser.conftest import Huis
from tests.browser.reizen import NARROW, Collega, geleden
from tests.inburgering.cast import VANDAAG, moment


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Maker = Callable[..., Collega]


@pytest.fixture
def dossiers(huis: Huis, leven: Callable[..., str]) -> dict[str, str]:
    """Persons in every stage."""
    cases = {
        "vers": leven("aangemeld", dagen=20, voornamen="Olena", geslachtsnaam="Bondar"),
        "laat": leven(
            "pip_opstellen", dagen=90, voornamen="Yonas", geslachtsnaam="Tesfay"
        ),
        "bezig": leven("leerroute", dagen=300),
        "klaar": leven(
            "onderdelen_behaald",
            "z_route",
            dagen=520,
            voornamen="Zahra",
            geslachtsnaam="Rahimi",
        ),
    }
    with gemeente(huis.gemeente):
        for key, words, labels in (
            ("bezig", "Bellen kan alleen in de ochtend", "avondles, kinderopvang"),
            ("klaar", "Wacht op bericht van DUO", ""),
        ):
            opmerking.bijwerken(
                traject=Traject.objects.get(nummer=cases[key]),
                by=huis.lid(Rol.KLANTMANAGER), on=moment(VANDAAG),
                tekst=words, eigen_labels=labels,
            )  # fmt: skip
    return cases


def test_klantmanager_closes_the_private_spreadsheet(
    collega: Maker, huis: Huis, dossiers: dict[str, str]
) -> None:
    """Jolanda looks through all her persons, and keeps how she looks.

    1. Everybody is there, also without a task; she orders and narrows, by chips. Who comes
       tomorrow stands before whose term ends next month.
    2. She writes a remark in the row, is told that it is part of the file, makes a
       mistake first, and sees it in the row without losing her place.
    3. She chooses her columns, and saves her filters under a name with a number.
    4. On paper the row stays; on a phone each person is a block.
    """
    jolanda, other = collega(Rol.KLANTMANAGER), huis.lid(Rol.TEAMLEIDER)
    jolanda.ga("/")
    jolanda.klik("Caseload")
    jolanda.ziet("4 personen")
    jolanda.foto("caseload")
    jolanda.klik("Laatste contact", exact=True)
    jolanda.ziet("Sorteer op: Laatste contact")
    with gemeente(huis.gemeente):
        agendapunt.maken(
            traject=Traject.objects.get(nummer=dossiers["vers"]),
            by=huis.lid(Rol.KLANTMANAGER), on=moment(VANDAAG), dag=geleden(-1),
            begin=time(10), einde=None, soort="gesprek", vorm="kantoor", plaats="", wie=None,
        )  # fmt: skip
    jolanda.ga("/caseload/?orde=datum&datum=dringend")
    row = jolanda.page.locator(f"#z-{dossiers['vers']}")
    expect(row.locator(".ib-coming").first).to_contain_text("Afspraak: Gesprek, 10:00")
    jolanda.kijk()
    jolanda.ga("/caseload/?label=avondles")
    jolanda.ziet("1 persoon")
    jolanda.klik("Label: avondles")
    jolanda.ziet("4 personen")
    jolanda.ga("/caseload/?naam=niemand")
    jolanda.ziet("Niemand met deze filters")

    jolanda.ga("/caseload/")
    row = jolanda.page.locator(f"#z-{dossiers['vers']}")
    row.get_by_role("link", name="Opmerking").click()
    jolanda.ziet("Dit hoort bij het dossier; de inburgeraar kan vragen het te lezen.")
    expect(row.get_by_role("group")).to_be_focused()
    jolanda.kijk()
    jolanda.vul(
        tekst="Belt zelf terug", eigen_labels="een label dat echt veel te lang is, kort"
    )
    jolanda.foto("caseload-opmerking", bij="tekst")
    row.get_by_role("button", name="Opslaan").click()
    jolanda.ziet("hoogstens 30 tekens")
    expect(row.locator(".ib-error-summary")).to_be_focused()
    jolanda.kijk()
    jolanda.ziet_staan("tekst", "Belt zelf terug")
    jolanda.vul(eigen_labels="Kort")
    row.get_by_role("button", name="Opslaan").click()
    expect(row.get_by_role("link", name="kort", exact=True)).to_be_visible()
    expect(row.get_by_role("link", name="Opmerking")).to_be_focused()
    assert "caseload" in jolanda.page.url
    with gemeente(huis.gemeente):
        assert Opmerking.objects.get(traject__nummer=dossiers["vers"]).labels == "kort"

    row.get_by_role("checkbox", name="Kies Olena Bondar").check()
    jolanda.ziet("1 gekozen")
    jolanda.page.get_by_role("button", name="Draag over aan collega").click()
    jolanda.ziet("1 dossier gaat mee")
    jolanda.vul(naar=other.gebruiker_id)
    jolanda.druk()
    jolanda.ziet("1 van 1 persoon is overgedragen.")
    jolanda.foto("caseload-overgedragen")
    jolanda.page.get_by_role("button", name="Maak ongedaan").click()
    jolanda.ziet("1 van 1 persoon is teruggegeven.")
    jolanda.kijk()
    jolanda.ga("/caseload/")

    jolanda.klik("Kies kolommen")
    jolanda.page.get_by_label("Leerroute", exact=True).uncheck()
    jolanda.page.get_by_label("Plaats van Opmerking").select_option("1")
    jolanda.foto("caseload-kolommen")
    jolanda.druk("Bewaar kolommen")
    jolanda.ziet("Uw kolommen zijn bewaard.")
    heads = jolanda.page.locator("main thead th").all_inner_texts()
    assert heads.index("Opmerking") < heads.index("Stand")
    assert "Leerroute" not in heads

    jolanda.ga("/caseload/?contact=nooit&orde=datum")
    jolanda.klik("Bewaar deze selectie")
    jolanda.druk()
    jolanda.ziet_fout("naam", "Vul een naam in.")
    jolanda.vul(naam="Nog niet gesproken", gedeeld=True)
    jolanda.druk()
    chip = jolanda.page.get_by_role("link", name="Nog niet gesproken")
    expect(chip).to_have_attribute("aria-current", "page")
    jolanda.klik("Beheer selecties")
    jolanda.klik("Wijzig of verwijder")
    jolanda.vul(naam="Eerste contact maken")
    jolanda.druk()
    jolanda.ziet("Eerste contact maken")

    jolanda.ga("/caseload/")
    jolanda.page.emulate_media(media="print")
    assert not jolanda.page.locator(".ib-filter").is_visible()
    assert jolanda.page.locator("main thead").evaluate(
        "part => getComputedStyle(part).display") == "table-header-group"  # fmt: skip
    assert not row.get_by_role("link", name="Opmerking").is_visible()
    jolanda.page.emulate_media(media="screen")

    phone = collega(Rol.KLANTMANAGER, width=NARROW)
    phone.ga("/caseload/")
    phone.ziet("Belt zelf terug")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_the_caseload_without_javascript_and_by_keyboard(
    collega: Maker, huis: Huis, dossiers: dict[str, str]
) -> None:
    """1. Without scripts the remark has a page. 2. A colleague was first. 3. Keys alone."""
    jolanda = collega(Rol.KLANTMANAGER, javascript=False)
    jolanda.ga("/caseload/?orde=-uren")
    row = jolanda.page.locator(f"#z-{dossiers['bezig']}")
    row.get_by_role("link", name="Opmerking").click()
    jolanda.ziet("Terug naar de caseload")
    with gemeente(huis.gemeente):
        opmerking.bijwerken(
            traject=Traject.objects.get(nummer=dossiers["bezig"]),
            by=huis.lid(Rol.TEAMLEIDER), on=moment(VANDAAG), tekst="Verhuist in mei",
            bekend=1,
        )  # fmt: skip
    jolanda.vul(tekst="Bellen na tien uur")
    jolanda.druk()
    jolanda.ziet("Nu staat er: Verhuist in mei")
    jolanda.ziet_staan("tekst", "Bellen na tien uur")
    jolanda.druk()
    assert jolanda.page.url.endswith(f"/caseload/?orde=-uren#z-{dossiers['bezig']}")
    jolanda.ziet("Bellen na tien uur")

    keys = collega(Rol.KLANTMANAGER)
    keys.ga("/caseload/")
    link = keys.page.locator(f"#z-{dossiers['vers']}").get_by_role(
        "link", name="Opmerking"
    )
    link.focus()
    keys.page.keyboard.press("Enter")
    expect(keys.page.get_by_role("group", name="Opmerking en labels")).to_be_focused()
    keys.page.keyboard.press("Tab")
    expect(keys.veld("tekst")).to_be_focused()
    keys.page.keyboard.type("Met toetsen")
    keys.page.keyboard.press("Tab")
    keys.page.keyboard.press("Tab")
    keys.page.keyboard.press("Enter")
    expect(link).to_be_focused()
    keys.ziet("Met toetsen")


def test_teamleider_looks_at_a_colleague(
    collega: Maker, huis: Huis, dossiers: dict[str, str]
) -> None:
    """Ruben has nobody himself, and looks at the persons of Jolanda."""
    ruben = collega(Rol.TEAMLEIDER)
    ruben.ga("/caseload/")
    ruben.ziet("U begeleidt nog niemand")
    ruben.page.get_by_label("Van wie").select_option(label="Jolanda de Wit")
    ruben.page.get_by_role("button", name="Toon").click()
    ruben.ziet("Caseload: Jolanda de Wit")
    ruben.ziet("4 personen")
    ruben.kijk()
