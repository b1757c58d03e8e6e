"""What the law says, on the screen: numbers to set, why, looking back, the rule book."""

from collections.abc import Callable

import pytest

from inburgering.authorization.roles import Rol
from tests.browser.reizen import Collega


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Maker = Callable[..., Collega]


def test_beheerder_sets_a_number_that_the_law_does_not_confirm(collega: Maker) -> None:
    """1. The list, with bounds and doubt. 2. Out of bounds. 3. A good number."""
    sander = collega(Rol.FUNCTIONEEL_BEHEERDER)
    sander.ga("/beheer/")
    sander.klik("Instelbare getallen")
    sander.ziet("Mag zijn")
    sander.ga("/beheer/instellingen/leerroute_wijzigen_maanden/")
    sander.vul(waarde="99", reden="Besluit van het college")
    sander.druk()
    sander.ziet("Vul een getal in van 12 tot en met 36")
    sander.vul(waarde="23")
    sander.druk()
    sander.ziet("Het getal is ingesteld.")
    sander.ziet("23 maanden")


def test_klantmanager_asks_why_and_looks_back(
    collega: Maker, leven: Callable[..., str]
) -> None:
    """1. Why a term ends when it does. 2. What was known before an act."""
    jolanda = collega(Rol.KLANTMANAGER)
    jolanda.nummer = leven("leerroute", dagen=200)
    jolanda.ga()
    jolanda.page.locator("main table summary", has_text="Waarom?").first.click()
    jolanda.ziet("Duur:")
    jolanda.ga(f"{jolanda.dossier}geschiedenis/")
    jolanda.klik("Terugkijken naar een dag")
    jolanda.vul(op="31-12-2021")
    jolanda.druk()
    jolanda.ziet("De Wet inburgering 2021 geldt vanaf 1 januari 2022")
    jolanda.ga(f"{jolanda.dossier}geschiedenis/")
    jolanda.klik("Wat was toen bekend?")
    jolanda.ziet("Zo stond het op")
    jolanda.ziet("hier is niets te wijzigen")


def test_the_rule_book_is_searched_without_scripts(collega: Maker) -> None:
    """The drawing, a rule by its article, and nothing found."""
    vera = collega(Rol.ANALIST, javascript=False)
    vera.ga("/regelboek/")
    vera.vul(q="artikel 5.3 weken")
    vera.page.get_by_role("button", name="Zoek", exact=True).last.click()
    vera.ziet("gevonden")
    vera.ziet("pip_weken")
    vera.ga("/regelboek/?q=zevenmijlslaarzen")
    vera.ziet("Geen regel gevonden")
