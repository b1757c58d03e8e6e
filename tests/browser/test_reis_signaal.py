"""A signal in two clicks, heard of again; and a finished task that was not finished."""

from collections.abc import Callable

import pytest

from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from tests.browser.reizen import Collega, geleden


Maker = Callable[..., Collega]
W = Werkhandeling
pytestmark = pytest.mark.django_db(transaction=True)


def test_a_signal_holds_nobody_and_comes_back(
    collega: Maker, leven: Callable[..., str]
) -> None:
    """Jolanda raises a signal from a file; Anouk, who sees no files, answers it."""
    jolanda, anouk = collega(Rol.KLANTMANAGER), collega(Rol.BELEIDSADVISEUR)
    jolanda.nummer = leven("leerroute", dagen=300)
    jolanda.ga()
    jolanda.klik("Signaal", exact=True)
    jolanda.vul(niveau="keten", onderwerp="C4", tekst="Rania Haddad wacht op opvang")
    jolanda.druk()
    jolanda.ziet_fout("tekst", "Hier staat een naam")
    jolanda.vul(tekst="Ouders wachten maanden op opvang en missen daardoor lessen.")
    jolanda.foto("signaal")
    jolanda.druk()
    jolanda.ziet("Signaal gegeven.")
    assert jolanda.dossier in jolanda.page.url

    anouk.ga("/signalen/")
    anouk.ziet("Te weinig kinderopvang")
    anouk.ziet_niet("Jolanda")
    anouk.foto("signalen")
    anouk.page.locator("tbody th a").first.click()
    anouk.kijk()
    anouk.vul(antwoord="Besproken met de opvang: er komen plekken op lesdagen.")
    anouk.druk()
    anouk.ziet("Signaal beantwoord.")

    jolanda.ga("/werkvoorraad/")
    jolanda.klik("Signalen beantwoord")
    jolanda.ziet("er komen plekken op lesdagen")
    jolanda.ga("/signalen/?stand=open")
    jolanda.ziet("Geen signalen met deze filters")


def test_a_finished_task_is_opened_again_from_the_message(
    collega: Maker, leven: Callable[..., str]
) -> None:
    jolanda = collega(Rol.KLANTMANAGER)
    jolanda.nummer = leven("aangemeld", dagen=20)
    jolanda.ga(f"{jolanda.dossier}taak/maken/")
    jolanda.vul(omschrijving="Bel de school", uiterlijk=geleden(-7))
    jolanda.druk()
    jolanda.ga(f"{jolanda.dossier}taak/afronden/")
    jolanda.vul(klaar_op=geleden(0), uitkomst="Gebeld")
    jolanda.druk()
    jolanda.ziet_gedaan(W.TAAK_AFRONDEN)
    jolanda.foto("ongedaan")
    jolanda.page.get_by_role("button", name="Ongedaan maken").click()
    jolanda.ziet_gedaan(W.TAAK_HEROPENEN)
    jolanda.ziet("Bel de school")


def test_a_decision_is_asked_once_more(
    collega: Maker, leven: Callable[..., str]
) -> None:
    jolanda = collega(Rol.KLANTMANAGER)
    jolanda.nummer = leven("besproken", dagen=60)
    jolanda.ga(f"{jolanda.dossier}pip/vaststellen/")
    jolanda.vul(dagtekening=geleden(0))
    jolanda.druk(bevestigd=False)
    jolanda.ziet("PIP vaststellen: klopt dit?")
    jolanda.foto("bevestigen")
    jolanda.druk("Wijzig eerst")
    jolanda.ziet_staan("dagtekening", geleden(0))
    jolanda.druk(bevestigd=False)
    jolanda.druk(bevestigd=False)
    jolanda.ziet("PIP vastgesteld.")
