"""More time: what DUO looks at, the request, the answer, and advice about an exemption."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from inburgering.authorization.roles import Rol
from inburgering.wet.handelingen import Handeling
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden


H = Handeling
Maker = Callable[..., Collega]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_klantmanager_helps_somebody_to_ask_for_more_time(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """In the last half year the file says what DUO looks at, and keeps what it answers.

    1. Per ground: met, not met, or known to DUO alone, with the article behind Waarom.
    2. The request is recorded; administration records the decision of DUO.
    3. For somebody whose term has just begun a request is too early: kept, with a warning.
    4. DUO asks for advice about an exemption; the advice is given.
    """
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = leven("leerroute", dagen=1050)

    werker.ga(f"{werker.dossier}besluiten/")
    werker.ziet("Kan DUO de termijn verlengen?")
    row = werker.page.get_by_role("row", name="Veel uren en een deel van de examens")
    expect(row).to_contain_text("Nee")
    expect(row).to_contain_text("6 maanden (niet bevestigd)")
    row.locator("summary").click()
    expect(row).to_contain_text("Nee: 2 van de 4 taalexamens gehaald")
    expect(row).to_contain_text("Besluit inburgering 2021, artikel 4.4")
    werker.kijk()
    werker.doe(
        H.AANVRAAG_VASTLEGGEN,
        soort="verlenging",
        ingediend_op=geleden(20),
        grond="ziekte",
    )
    werker.ziet_niet("te vroeg")
    werker.ga(f"{werker.dossier}besluiten/")
    werker.ziet("In behandeling bij DUO")

    kantoor = collega(Rol.ADMINISTRATIE)
    kantoor.nummer = werker.nummer
    kantoor.doe(
        H.DUOBESLUIT_VASTLEGGEN, soort="verlenging", besloten_op=geleden(3),
        verlengingsgrond="ziekte", einddatum=geleden(-300),
    )  # fmt: skip
    werker.ga(f"{werker.dossier}besluiten/")
    werker.ziet("Toegekend")
    werker.ziet("Ziekte van zichzelf of een gezinslid")

    werker.nummer = leven("leerroute", dagen=200)
    werker.doe(H.AANVRAAG_VASTLEGGEN, soort="verlenging", ingediend_op=geleden(2))
    werker.ziet("Deze aanvraag is te vroeg")

    werker.nummer = leven("leerroute", dagen=300)
    werker.doe(
        H.AANVRAAG_VASTLEGGEN, soort="ontheffing_bijzonder", ingediend_op=geleden(9),
        advies_gevraagd_op=geleden(5),
    )  # fmt: skip
    werker.ga()
    werker.ziet("Advies geven aan DUO")
    werker.doe(
        H.AANVRAAG_ADVISEREN, advies_op=geleden(1), advies="toekennen",
        toelichting="Zorgt alleen voor drie kinderen.",
    )  # fmt: skip
    werker.ga(f"{werker.dossier}besluiten/")
    werker.ziet("Toekennen")
    kantoor.nummer = werker.nummer
    kantoor.ga(f"{werker.dossier}besluiten/")
    kantoor.ziet_niet("drie kinderen")
