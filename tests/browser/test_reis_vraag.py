"""Two questions to a case: what if, and can all of this be true?"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from inburgering.authorization.roles import Rol
from inburgering.models import Traject
from inburgering.models.gemeente import gemeente
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega
from tests.inburgering.cast import VANDAAG


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Maker = Callable[..., Collega]


def test_klantmanager_asks_what_if(collega: Maker, leven: Callable[..., str]) -> None:
    """1. From the overview, nothing asked yet. 2. A mistake. 3. Another route."""
    jolanda = collega(Rol.KLANTMANAGER)
    jolanda.nummer = leven("leerroute", dagen=200)
    jolanda.ga()
    jolanda.klik("Wat als?")
    jolanda.ziet("Nog niets gevraagd")
    jolanda.vul(verlengd="31-02-2030")
    jolanda.druk("Reken uit")
    jolanda.ziet("bestaat niet in de kalender")
    jolanda.vul(verlengd="", leerroute="z_route")
    jolanda.druk("Reken uit")
    jolanda.ziet("Onderdelen die anders worden")
    jolanda.ziet("Eindgesprek nog niet gevoerd")
    jolanda.foto("wat-als")
    jolanda.ga()
    jolanda.ziet("B1-route")


def test_klantmanager_finds_what_cannot_be_true(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """1. All is well. 2. A day behind the acts that cannot be, and where to mend it."""
    jolanda = collega(Rol.KLANTMANAGER)
    jolanda.nummer = leven("leerroute", dagen=200)
    jolanda.ga(f"{jolanda.dossier}gegevens/")
    jolanda.klik("Klopt dit dossier?")
    jolanda.ziet("Alles kan samen waar zijn")
    with gemeente(huis.gemeente):
        Traject.objects.filter(nummer=jolanda.nummer).update(
            datum_plicht=VANDAAG + timedelta(days=9)
        )
    jolanda.ga(f"{jolanda.dossier}klopt/")
    jolanda.ziet("ligt in de toekomst")
    jolanda.foto("klopt-niet")
    jolanda.klik("Bekijk en herstel")
    jolanda.ziet("Zo moet het zijn")
