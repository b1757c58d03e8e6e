"""A Monday morning: what is due and why, a plan in time and too late, a result, leave."""

from collections.abc import Callable

import pytest
import time_machine
from playwright.sync_api import Locator, expect

from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models import Lidmaatschap
from inburgering.models.gemeente import gemeente
from inburgering.wet.handelingen import Handeling
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden
from tests.inburgering.cast import VANDAAG, lid_van, moment


H, W = Handeling, Werkhandeling
Maker = Callable[..., Collega]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.beide,
    pytest.mark.django_db(transaction=True),
]


def regel(werker: Collega, naam: str, taak: str) -> Locator:
    """Find the line of the worklist about this person and this task."""
    rows = werker.page.locator("main tbody tr")
    return rows.filter(has_text=naam).filter(has_text=taak)


def bram(huis: Huis) -> Lidmaatschap:
    """Let there be a second client manager."""
    with gemeente(huis.gemeente):
        other = lid_van(huis.gemeente, Rol.KLANTMANAGER.value)
        other.gebruiker.naam = "Bram Mulder"
        other.gebruiker.save()
    return other


def test_monday_morning(collega: Maker, huis: Huis, leven: Callable[..., str]) -> None:
    """Jolanda looks at nine what is due, does it from the line, and sees it go.

    1. The most urgent stands on top, with how late and why.
    2. From the line to the act and, when it is done, the line is gone.
    3. She narrows to what is hers to do this week and keeps that under a name.
    4. A task of her own stands beside what the law asks, and leaves when it is done.
    5. The team leader hands two cases to a colleague, with a result per row.
    """
    laat = leven("besproken", dagen=90, voornamen="Yonas", geslachtsnaam="Tesfay")
    leven("brede_intake", dagen=50, voornamen="Olena", geslachtsnaam="Bondar")
    leven("aangemeld", dagen=20, voornamen="Samira", geslachtsnaam="Haddad")
    jolanda = collega(Rol.KLANTMANAGER)
    jolanda.ga("/werkvoorraad/")
    top = jolanda.page.locator("main tbody tr:not(.ib-rowgroup)").first
    expect(top).to_contain_text("Yonas Tesfay")
    expect(top).to_contain_text("te laat")
    top.locator("summary").first.click()
    expect(top).to_contain_text("Besluit art. 5.3")
    jolanda.foto("maandagochtend")

    top.get_by_role("link").first.click()
    jolanda.page.wait_for_load_state()
    jolanda.kijk()
    jolanda.ziet("Yonas Tesfay")
    jolanda.nummer = laat
    jolanda.doe(H.PIP_VASTSTELLEN, dagtekening=VANDAAG)
    jolanda.ga("/werkvoorraad/")
    expect(regel(jolanda, "Yonas Tesfay", "te laat")).to_have_count(0)

    jolanda.nummer = leven("aangemeld", dagen=3, voornamen="Li", geslachtsnaam="Wen")
    jolanda.ga(f"{jolanda.dossier}taak/maken/")
    jolanda.vul(omschrijving="Tolk regelen voor het eerste gesprek", uiterlijk=VANDAAG)
    jolanda.druk()
    jolanda.ziet_gedaan(W.TAAK_MAKEN)
    jolanda.ga("/werkvoorraad/")
    taak = regel(jolanda, "Li Wen", "Tolk regelen")
    expect(taak).to_contain_text("vandaag")
    taak.get_by_role("link").first.click()
    jolanda.page.wait_for_load_state()
    jolanda.vul(klaar_op=VANDAAG)
    jolanda.druk()
    jolanda.ziet_gedaan(W.TAAK_AFRONDEN)
    jolanda.ga("/werkvoorraad/")
    expect(regel(jolanda, "Li Wen", "Tolk regelen")).to_have_count(0)

    other = bram(huis)
    ruben = collega(Rol.TEAMLEIDER)
    ruben.ga("/werkvoorraad/?selectie=team")
    for naam in ("Samira Haddad", "Olena Bondar"):
        ruben.page.get_by_label(f"Kies {naam}").first.check()
    ruben.page.get_by_role("button", name="Draag over aan collega").click()
    ruben.page.wait_for_load_state()
    ruben.kijk()
    ruben.ziet("2 dossiers gaan mee")
    ruben.vul(naar=other.gebruiker_id, toelichting="Rustiger caseload")
    ruben.druk()
    ruben.ziet("2 van 2 mensen zijn overgedragen")
    jolanda.ga("/werkvoorraad/")
    jolanda.ziet_niet("Samira Haddad")


def test_a_plan_in_time_and_one_too_late(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """1. In time: the term is met. 2. Too late: said so, and the plan still stands."""
    jolanda = collega(Rol.KLANTMANAGER)
    for days, words in ((40, "op tijd"), (120, "te laat")):
        jolanda.nummer = leven("besproken", dagen=days)
        jolanda.ga()
        jolanda.doe(H.PIP_VASTSTELLEN, dagtekening=VANDAAG)
        jolanda.ga()
        jolanda.page.locator("summary").filter(has_text="Afgeronde termijnen").click()
        done = jolanda.page.locator("main details[open] li").filter(has_text="PIP")
        expect(done.first).to_contain_text(words)
    jolanda.foto("pip-te-laat", vanaf="main details[open]")


def test_a_result_comes_in(collega: Maker, leven: Callable[..., str]) -> None:
    """A part met and a part failed: at once what is open, what is left, what comes next.

    One that a colleague at the office records, she sees when she begins.
    """
    jolanda, office = collega(Rol.KLANTMANAGER), collega(Rol.ADMINISTRATIE)
    nummer = leven("leerroute", dagen=500, voornamen="Samira", geslachtsnaam="Haddad")
    jolanda.nummer = office.nummer = nummer
    jolanda.ga("/werkvoorraad/")
    jolanda.ziet_niet("Binnengekomen")
    office.doe(
        H.EXAMEN_VASTLEGGEN, onderdeel="luisteren", niveau="B1", afgelegd_op=geleden(12),
        resultaat="geslaagd", herkomst="duo",
    )  # fmt: skip
    jolanda.ga("/werkvoorraad/")
    jolanda.foto("binnengekomen")
    jolanda.klik("Samira Haddad: Uitslag Luisteren B1: geslaagd")
    jolanda.page.wait_for_url("**/examens/")
    jolanda.doe(
        H.EXAMEN_VASTLEGGEN, onderdeel="lezen", niveau="B1", afgelegd_op=geleden(9),
        resultaat="geslaagd", herkomst="duo",
    )  # fmt: skip
    jolanda.ziet("Hoe ver is het?")
    jolanda.foto("uitslag-binnen")
    jolanda.doe(
        H.EXAMEN_VASTLEGGEN, onderdeel="schrijven", niveau="B1", afgelegd_op=geleden(9),
        resultaat="gezakt", herkomst="duo",
    )  # fmt: skip
    jolanda.ziet("Plan een nieuwe poging: Schrijven")


def test_leave_and_return(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """Jolanda goes on leave; a colleague does the work; she comes back to one list.

    1. Before: a mistake in the days, then what falls due per person.
    2. Meanwhile: Bram sees her work under "Ik vervang", and takes the decision.
    3. After: what changed per person, who did it, and what waits.
    """
    nummer = leven("besproken", dagen=60, voornamen="Yonas", geslachtsnaam="Tesfay")
    leven("leerroute", dagen=300, voornamen="Samira", geslachtsnaam="Haddad")
    jolanda, other = collega(Rol.KLANTMANAGER), bram(huis)
    jolanda.ga("/verlof/")
    jolanda.ziet("Er is geen verlof gepland")
    jolanda.klik("Verlof plannen")
    jolanda.vul(vervanger=other.gebruiker_id, van=VANDAAG, tot_en_met=geleden(3))
    jolanda.druk()
    jolanda.ziet_fout("tot_en_met", "Deze dag is al voorbij.")
    jolanda.vul(tot_en_met=geleden(-14))
    jolanda.druk()
    jolanda.ziet("Yonas Tesfay")
    jolanda.foto("verlof")

    with time_machine.travel(moment(geleden(-3)), tick=True):
        vervanger = collega(other)
        vervanger.ga("/werkvoorraad/")
        vervanger.klik("Ik vervang")
        vervanger.ziet("Yonas Tesfay")
        vervanger.nummer = nummer
        vervanger.doe(H.PIP_VASTSTELLEN, dagtekening=geleden(-3))

    with time_machine.travel(moment(geleden(-15)), tick=True):
        terug = collega(Rol.KLANTMANAGER)
        terug.ga("/werkvoorraad/")
        terug.klik("Sinds u weg was")
        row = terug.page.locator("main tbody tr").filter(has_text="Yonas Tesfay")
        expect(row).to_contain_text("PIP vastgesteld")
        expect(row).to_contain_text("Bram Mulder")
        expect(row).to_contain_text("PIP versturen")
        terug.ziet_niet("Samira Haddad")
        terug.foto("sinds-u-weg-was")
