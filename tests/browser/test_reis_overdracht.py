"""From the reception centre to the town: what was followed there, and the warm handover."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models import Overdracht, Taak, Termijn, Voorinburgering
from inburgering.models.gemeente import gemeente
from inburgering.templatetags.opmaak import datum
from inburgering.wet.handelingen import Handeling
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, Toetsen, geleden, getypt


H, W = Handeling, Werkhandeling
Maker = Callable[..., Collega]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
VERHUISD = geleden(6)
# The day of the move is the first of the ten weeks.
LAATSTE_DAG = VERHUISD + timedelta(weeks=10) - timedelta(days=1)
PERSOON = {
    "v_nummer": "2871045937", "voornamen": "Selam", "geslachtsnaam": "Haile",
    "geboortedatum": "14-02-1993", "geslacht": "vrouw", "nationaliteit": "0084",
    "doelgroep": "asielstatushouder", "verblijfsituatie": "opvang",
    "opvanglocatie": "Azc Katwijk", "contacttaal": "Tigrinya", "tolk_nodig": True,
}  # fmt: skip


def in_de_opvang(werker: Collega) -> None:
    werker.ga("/trajecten/registreren/")
    werker.vul(**PERSOON, datum_koppeling=geleden(120))
    werker.druk()
    werker.nummer = werker.page.url.rstrip("/").rsplit("/", 1)[-1]
    werker.ziet("de tien weken voor het PIP zijn nog niet begonnen")
    werker.ga(f"{werker.dossier}ondersteuning/")
    werker.ziet("Vraag de opvang of iemand al lessen of begeleiding kreeg")


def met_het_toetsenbord(werker: Collega) -> None:
    """Record what runs in the centre by the keys alone, at first without where."""
    werker.klik("Voorinburgering vastleggen")
    page, keys = werker.page, Toetsen(werker.page)
    keys.tab_naar("ingestemd")
    page.keyboard.press("Space")
    keys.typ("onderdelen", "taalles, kennis van Nederland")
    page.keyboard.press("Enter")
    werker.ziet_fout("organisatie", "Vul de organisatie in.")
    werker.kijk()
    page.locator(".ib-error-summary").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(werker.veld("organisatie")).to_be_focused()
    page.keyboard.type("Azc Katwijk")
    keys.typ("begonnen_op", getypt(geleden(90)))
    keys.tab_naar("Voorinburgering vastleggen")
    page.keyboard.press("Enter")
    werker.ziet_gedaan(W.VOORINBURGERING_VASTLEGGEN)
    werker.ga(f"{werker.dossier}ondersteuning/")
    werker.ziet("Loopt")


def naar_delft(werker: Collega) -> None:
    """Move out of the centre: only now is there a last day for the PIP."""
    werker.ga(f"{werker.dossier}traject/aanvullen/")
    werker.vul(datum_plicht=geleden(130), datum_kennisgeving=geleden(110))
    werker.druk()
    werker.ga()
    werker.ziet("De tien weken voor het PIP zijn nog niet begonnen")
    werker.ga(f"{werker.dossier}verhuizing/vastleggen/")
    werker.vul(
        soort="uit_opvang", verhuisd_op=VERHUISD, adres="Papsouwselaan 101",
        postcode="2624 AL", woonplaats="Delft",
    )  # fmt: skip
    werker.druk()
    werker.ziet_gedaan(H.VERHUIZING_VASTLEGGEN)
    werker.ga()
    werker.ziet_niet("De tien weken voor het PIP zijn nog niet begonnen")
    werker.ziet(datum(LAATSTE_DAG))


def wat_eruit_kwam(werker: Collega) -> None:
    werker.ga(f"{werker.dossier}voorinburgering/wijzigen/")
    werker.ziet_staan("onderdelen", "taalles, kennis van Nederland")
    werker.vul(
        beeindigd_op=geleden(9), uren=48, overgedragen_op=geleden(2),
        resultaat="Leest en schrijft korte zinnen. Oefent thuis.",
    )  # fmt: skip
    werker.druk()
    werker.ziet_gedaan(W.VOORINBURGERING_WIJZIGEN)


def warme_overdracht(werker: Collega) -> None:
    """Without scripts: one thing is wrong first, and nothing typed is lost."""
    werker.ga(f"{werker.dossier}overdracht/vastleggen/")
    werker.vul(
        richting="van_opvang", gesprek_op=geleden(-3), met_wie="Azc Katwijk, begeleider",
        verslag="Een zus woont in Delft en helpt met de kinderen.",
        open_punten="Vraag het bewijs van de voorinburgering op\nBel de basisschool",
        uiterlijk=geleden(-10),
    )  # fmt: skip
    for code in ("gezin", "voor", "wonen"):
        werker.page.locator(f'[name="punten"][value="{code}"]').check()
    werker.druk()
    werker.ziet("Deze dag ligt in de toekomst")
    werker.ziet_staan("met_wie", "Azc Katwijk, begeleider")
    expect(werker.page.locator('[name="punten"][value="wonen"]')).to_be_checked()
    werker.vul(gesprek_op=geleden(1))
    werker.druk()
    werker.ziet_gedaan(W.OVERDRACHT_VASTLEGGEN)


def test_what_was_followed_in_the_centre_comes_along_to_the_town(
    collega: Maker, huis: Huis
) -> None:
    """Selam Haile is coupled in a reception centre and comes to live in Delft.

    1. Registered; the ten weeks have not begun; nothing is known of preparation.
    2. By the keyboard alone: what runs there; where it is was forgotten first.
    3. The notice of DUO alone begins nothing; the move to Delft begins the ten weeks.
    4. The centre sends the result; the desk sees what was followed, not how it went.
    5. With scripts off: the warm handover; what stayed open waits in the worklist.
    """
    werker = collega(Rol.KLANTMANAGER)
    in_de_opvang(werker)
    met_het_toetsenbord(werker)
    naar_delft(werker)
    wat_eruit_kwam(werker)
    balie = collega(Rol.ADMINISTRATIE)
    balie.ga(f"{werker.dossier}ondersteuning/")
    balie.ziet("48 uur")
    balie.ziet_niet("korte zinnen")
    balie.ziet_niet("Warme overdracht")

    kaal = collega(Rol.KLANTMANAGER, javascript=False)
    kaal.nummer = werker.nummer
    warme_overdracht(kaal)

    werker.ga(f"{werker.dossier}ondersteuning/")
    for words in (
        "Van COA of begeleider naar ons",
        "Woning, school en opvang",
        "Klaar",
    ):
        werker.ziet(words)
    werker.foto("voorinburgering", vanaf="#voorinburgering")
    werker.foto("warme-overdracht", vanaf="#overdracht")
    werker.ga("/werkvoorraad/?selectie=team")
    werker.ziet("Vraag het bewijs van de voorinburgering op")
    werker.ziet("Bel de basisschool")

    with gemeente(huis.gemeente):
        assert Voorinburgering.objects.get().uren == 48
        assert Overdracht.objects.get().punten == "gezin,voor,wonen"
        assert Taak.objects.filter(uiterlijk=geleden(-10)).count() == 2
        term = Termijn.objects.get(soort="pip_vaststellen")
        assert (term.begin, term.uiterlijk) == (VERHUISD, LAATSTE_DAG)
