"""Doubles and family: asked about before a second file, and planned for in one view."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models import Traject
from inburgering.models.gemeente import gemeente
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden


W = Werkhandeling
Maker = Callable[..., Collega]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_somebody_alike_is_asked_about_and_then_linked_to_the_family(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """The sister of somebody who is known comes in.

    1. Registering asks whether it is the same person, and keeps what was typed.
    2. It is somebody else, at the same address: suggested, and linked by hand.
    3. Both files show it; then the sister does not want to share.
    """
    known = leven("leerroute", dagen=120, telefoon="06-12345678")
    werker = collega(Rol.KLANTMANAGER)

    werker.ga("/trajecten/registreren/")
    werker.vul(
        v_nummer="2712345678", voornamen="Ranya", geslachtsnaam="Hadad",
        geboortedatum="14-02-1991", geslacht="vrouw", nationaliteit="0336",
        doelgroep="asielstatushouder", verblijfsituatie="gemeente",
        datum_inschrijving=geleden(3), adres="Lange Geer 12", postcode="2611PV",
        woonplaats="Delft", telefoon="+31612345678",
    )  # fmt: skip
    werker.druk()
    werker.ziet("Is dit dezelfde persoon?")
    werker.ziet(f"Dossier {known}")
    werker.ziet("hetzelfde telefoonnummer")
    werker.ziet_staan("woonplaats", "Delft")
    werker.foto("dubbel")
    werker.page.get_by_label("Dit is iemand anders dan wie hierboven staat").check()
    werker.druk()
    werker.ziet("Geregistreerd als dossier")
    with gemeente(huis.gemeente):
        werker.nummer = Traject.objects.latest("id").nummer

    werker.ga(f"{werker.dossier}gezin/")
    werker.ziet("Staat op hetzelfde adres")
    werker.ziet("Let op de veiligheid")
    werker.page.get_by_role("link", name="Koppel Rania Haddad").click()
    werker.ziet_staan("ander", known)
    werker.druk()
    werker.ziet("Kies wat de ander van deze persoon is.")
    werker.vul(soort="familie", begin=geleden(3))
    werker.druk()
    werker.ziet_gedaan(W.GEZIN_KOPPELEN)
    werker.ga(f"{werker.dossier}gezin/")
    expect(werker.page.get_by_role("row", name="Rania Haddad")).to_be_visible()
    werker.foto("gezin")
    werker.ga(f"/trajecten/{known}/gezin/")
    werker.ziet("Andere familie")

    werker.ga(f"{werker.dossier}gezin/delen/")
    werker.page.get_by_label("Niet delen met gezin").check()
    werker.druk()
    werker.ziet_gedaan(W.GEZIN_DELEN)
    werker.ga(f"/trajecten/{known}/gezin/")
    werker.ziet("deelt niet met het gezin")
    expect(werker.page.get_by_role("row", name="Ranya Hadad")).to_have_count(0)

    werker.ga(f"/trajecten/{werker.nummer}/gezin/")
    werker.page.get_by_role("link", name="Beëindig de band met Rania Haddad").click()
    werker.druk()
    werker.ziet_gedaan(W.GEZIN_ONTKOPPELEN)
