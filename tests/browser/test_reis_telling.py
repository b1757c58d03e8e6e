"""The count on 31 December: beside DUO's, and from a number to the people behind it."""

from collections.abc import Callable

import pytest

from inburgering.authorization.roles import Rol
from tests.browser.reizen import Collega, geleden


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
JAAR = geleden(0).year


@pytest.fixture
def gekomen(leven: Callable[..., str]) -> dict[str, str]:
    """Let one person be housed last year, one this year, and one on an unknown day."""
    return {
        "vorig": leven("leerroute", dagen=geleden(0).timetuple().tm_yday + 40,
                       geslachtsnaam="Haddad"),
        "nu": leven("brede_intake", dagen=10, geslachtsnaam="Tesfay"),
        "onbekend": leven("aangemeld", dagen=20, geslachtsnaam="Osman",
                          datum_inschrijving=None),
    }  # fmt: skip


@pytest.mark.parametrize("javascript", [True, False])
def test_the_count_beside_that_of_duo(
    collega: Callable[..., Collega], gekomen: dict[str, str], javascript: bool
) -> None:
    """1. Last year. 2. What DUO counted, wrong and right. 3. Who that is. 4. Who is not."""
    vorig = JAAR - 1
    ruben = collega(Rol.TEAMLEIDER, javascript=javascript)
    ruben.ga("/telling/")
    ruben.ziet(f"Telling op 31 december {vorig}")
    ruben.vul(duo_asiel_1="veel")
    ruben.druk("Vergelijk")
    ruben.ziet("Vul een heel getal in, zonder komma.")
    ruben.vul(duo_asiel_1="1", duo_asiel_2="2", duo_asiel_3="0", duo_anders_1="0")
    ruben.druk("Vergelijk")
    ruben.ziet("2 minder dan DUO")
    if javascript:
        ruben.foto("telling")
    ruben.klik(
        f"bekijk de dossiers van Asielstatushouder, eerste jaar, gehuisvest in {vorig}"
    )
    ruben.ziet(gekomen["vorig"])
    ruben.ziet("Ingeschreven in deze gemeente")
    ruben.ziet_niet(gekomen["nu"])
    ruben.ga(f"/telling/?jaar={JAAR}")
    ruben.ziet("Deze dag is er nog niet")
    ruben.klik("bekijk de dossiers van niet bekend is sinds wanneer")
    ruben.ziet(gekomen["onbekend"])


def test_who_has_no_cases_sees_numbers_alone(
    collega: Callable[..., Collega], gekomen: dict[str, str]
) -> None:
    """The adviser reads the same count; no number leads to a person."""
    anouk = collega(Rol.BELEIDSADVISEUR)
    anouk.ga(f"/telling/?jaar={JAAR}")
    anouk.ziet("met uw rol opent u geen dossiers")
    assert anouk.page.locator(f"main a[href*='/telling/{JAAR}/']").count() == 0
