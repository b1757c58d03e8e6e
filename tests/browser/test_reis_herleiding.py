"""From a number to the people behind it: by who leads the team, and by nobody else."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from inburgering.authorization.roles import Rol
from inburgering.models.gemeente import gemeente
from monitoring import extract
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def geteld(huis: Huis, leven: Callable[..., str]) -> dict[str, str]:
    """Let there be people with a PIP in time, with none, and who are done."""
    nummers = {
        "op_tijd": leven("leerroute", dagen=300, geslachtsnaam="Haddad"),
        "klaar": leven("onderdelen_behaald", "z_route", dagen=520),
        "geen": leven("brede_intake", dagen=290, geslachtsnaam="Tesfay"),
    }
    with gemeente(huis.gemeente):
        extract.opnieuw()
    return nummers


@pytest.mark.parametrize("javascript", [True, False])
def test_a_number_opens_its_cases_and_says_why(
    collega: Callable[..., Collega], geteld: dict[str, str], javascript: bool
) -> None:
    """Ruben asks why one PIP of last year was not in time, and opens the case."""
    ruben = collega(Rol.TEAMLEIDER, javascript=javascript)
    ruben.ga("/monitor/")
    ruben.ziet("Kies een getal om te zien welke dossiers erachter zitten")
    year = geleden(290).year
    ruben.klik(f"bekijk de dossiers van pip op tijd, cohort {year}")
    ruben.ziet("Telt mee")
    ruben.ziet(geteld["op_tijd"])
    ruben.ziet("dagen na de eerste dag van de tien weken")
    ruben.ziet_niet(geteld["geen"])
    if javascript:
        ruben.foto("cijfers-dossiers")
    ruben.klik("Telt niet mee")
    ruben.ziet(geteld["geen"])
    ruben.ziet("Niet: Dagtekening van het eerste PIP: nog niet vastgelegd")
    ruben.klik("Rania Tesfay")
    expect(ruben.page).to_have_url(f"{ruben.adres}/trajecten/{geteld['geen']}/")


def test_who_has_no_cases_sees_numbers_alone(
    collega: Callable[..., Collega], geteld: dict[str, str]
) -> None:
    """Anouk reads the same figures; no number leads her to a person."""
    anouk = collega(Rol.BELEIDSADVISEUR)
    anouk.ga("/monitor/")
    anouk.ziet("met uw rol opent u geen dossiers")
    assert anouk.page.locator("main a[href*='/monitor/dossiers/']").count() == 0
    assert anouk.ga("/monitor/dossiers/gestart/2025/").status == 403
