"""Contact, notes and waiting: what a caseworker kept in a private list stands in the file."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.wet.handelingen import Handeling
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden


H, W = Handeling, Werkhandeling
Maker = Callable[..., Collega]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_klantmanager_keeps_contact_notes_and_waiting_in_the_file(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """Somebody stays away, a step waits, a result comes in.

    1. A contact moment: nobody came; it stands on the line of contact and on the overview.
    2. A note with its hint goes on top of the file.
    3. Two clicks say what a step waits for; the worklist tells it, and can be narrowed.
    4. A result: one lands on the meters, and the next step becomes a task.
    """
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = leven("leerroute", dagen=120)

    werker.ga()
    werker.klik("Contact vastleggen")
    werker.vul(
        gesproken_op=geleden(1), kanaal="kantoor", onderwerp="lessen",
        met_wie="inburgeraar", uitkomst="weggebleven", tolktaal="",
    )  # fmt: skip
    werker.druk()
    werker.ziet_gedaan(W.CONTACT_VASTLEGGEN)
    werker.ziet("Niet verschenen, zonder afmelding")
    werker.ga(f"{werker.dossier}gesprekken/?uitkomst=weggebleven")
    werker.ziet("Lessen en aanwezigheid")
    werker.ga(f"{werker.dossier}gesprekken/?kanaal=brief")
    werker.ziet("geen contact met deze filters")

    werker.ga(f"{werker.dossier}notitie/toevoegen/")
    werker.ziet("Geen diagnose, geen geloof")
    werker.vul(soort="school", onderwerp="Eerst bellen", tekst="Belt liever dan mailt.")
    werker.druk()
    werker.ga(f"{werker.dossier}gesprekken/")
    werker.klik("Zet bovenaan")
    werker.druk()
    werker.ziet_gedaan(W.NOTITIE_VASTZETTEN)
    expect(werker.page.get_by_role("heading", name="Eerst bellen")).to_be_visible()
    werker.foto("notitie-bovenaan")

    werker.klik("Zet wachtreden")
    werker.page.get_by_role("button", name="Kinderopvang").click()
    werker.page.wait_for_load_state()
    werker.ziet_gedaan(W.WACHTREDEN_VASTLEGGEN)
    werker.ziet("wacht op kinderopvang")
    werker.ga("/werkvoorraad/?selectie=team&wacht=kinderopvang")
    werker.ziet("wacht op kinderopvang")
    werker.klik("Wijzig wachtreden")
    werker.vul(sinds="")
    werker.page.locator('main [name="sinds"]').press("Enter")
    werker.page.wait_for_load_state()
    werker.ziet_fout("sinds", "Vul in sinds wanneer de stap wacht.")

    werker.doe(
        H.EXAMEN_VASTLEGGEN, onderdeel="spreken", niveau="B1", afgelegd_op=geleden(2),
        resultaat="gezakt", herkomst="duo",
    )  # fmt: skip
    werker.ziet("Hoe ver is het?")
    werker.klik("Maak hiervan een taak")
    werker.ziet_staan("omschrijving", "Plan een nieuwe poging: Spreken")
    werker.druk()
    werker.ziet_gedaan(W.TAAK_MAKEN)
