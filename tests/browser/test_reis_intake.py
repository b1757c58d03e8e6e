"""The brede intake: own questions, several talks, on a phone, on paper, and to the plan."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.wet.handelingen import Handeling
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden
from tests.inburgering.cast import maak_bsn


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
H, W = Handeling, Werkhandeling
VRAGEN = "/beheer/intakevragen/"


def eigen_vragen(sander: Collega) -> None:
    """Add two questions without code; one that may not be asked is refused."""
    sander.ga("/beheer/")
    sander.klik("Vragen van de brede intake")
    sander.ziet("Er zijn nog geen eigen vragen")
    sander.klik("Vraag toevoegen")
    sander.vul(domein="leren", vraag="Gaat u vaak naar de moskee?", soort="keuze")
    sander.vul(keuzes="Ja\nEen beetje\nNee")
    sander.druk()
    sander.ziet_fout("vraag", "Vraag niet naar geloof")
    sander.ziet_staan("keuzes", "Ja\nEen beetje\nNee")
    sander.vul(vraag="Kunt u fietsen?", hulptekst="Ook met kinderen voorop")
    sander.druk()
    sander.ziet_gedaan(W.INTAKEVRAAG_VASTLEGGEN)
    sander.klik("Vraag toevoegen")
    sander.vul(
        domein="eigen", eigen_onderwerp="Geldzaken en post", soort="getal", laagste=0,
        vraag="Hoeveel brieven hebt u nog niet gelezen?", hoogste=50, eenheid="brieven",
    )  # fmt: skip
    sander.druk()
    sander.ziet_gedaan(W.INTAKEVRAAG_VASTLEGGEN)
    sander.ziet("een getal van 0 tot en met 50 brieven")
    sander.foto("intakevragen")


def op_papier(jolanda: Collega) -> None:
    """Print the questions for a room without wifi: no BSN on it."""
    jolanda.ga(f"{jolanda.dossier}intake/")
    jolanda.klik("leeg", exact=True)
    jolanda.ziet("Kunt u fietsen?")
    jolanda.ziet("Geldzaken en post")
    expect(jolanda.page.locator("main")).not_to_contain_text(maak_bsn(1))
    jolanda.page.emulate_media(media="print")
    expect(jolanda.page.locator(".ib-header")).to_be_hidden()
    jolanda.foto("intake-papier")
    jolanda.page.emulate_media(media="screen")


def op_de_telefoon(telefoon: Collega) -> None:
    """Go through the subjects one by one, lose the signal, and go on where one was."""
    page = telefoon.page
    telefoon.ga(f"{telefoon.dossier}intake/invullen/")
    telefoon.ziet("Al ingevuld uit het dossier")
    telefoon.ziet_staan("taal_moedertaal", "Arabisch")
    expect(telefoon.veld("opleiding_niveau")).to_be_visible()
    expect(telefoon.veld("werk_jaren")).to_be_hidden()
    telefoon.vul(opleiding_niveau="bachelor", opleiding_jaren=16)
    page.get_by_role("link", name="Volgende").locator("visible=true").click()
    telefoon.vul(werk_beroep="Apotheker", werk_jaren=9)
    expect(telefoon.veld("opleiding_niveau")).to_be_hidden()
    page.get_by_role("link", name="Geldzaken en post").click()
    telefoon.vul(eigen_2=1)
    with page.expect_response("**/concepten/**"):
        telefoon.veld("eigen_2").press("Tab")
    expect(page.locator("#concept-status")).to_contain_text("bewaard")

    telefoon.vul(eigen_2=12)  # and the phone is put away within the two seconds
    telefoon.ga()
    telefoon.ga(f"{telefoon.dossier}intake/invullen/#onderwerp-7")
    telefoon.ziet("Uw concept staat weer in het formulier")
    telefoon.ziet_staan("eigen_2", "12")
    telefoon.vul(eigen_1="3", betekenis_leren="Fietsles via het buurthuis")
    telefoon.druk()
    telefoon.ziet_fout("uitkomst_leren", "Kies wat dit is bij Leren en reizen.")
    telefoon.ziet_staan("betekenis_leren", "Fietsles via het buurthuis")
    page.locator(".ib-error-summary a").first.click()
    telefoon.vul(uitkomst_leren="actie_nodig")
    telefoon.druk()
    telefoon.ziet_gedaan(H.INTAKE_INVULLEN)


def tweede_gesprek(jolanda: Collega) -> None:
    """Go on another time, and say what each subject means for the plan."""
    jolanda.ga(f"{jolanda.dossier}intake/")
    jolanda.klik("Intakegesprek vastleggen")
    jolanda.vul(
        vorm="thuis",
        besproken="Werk en wensen",
        met_wie="Haar zus",
        vervolg="Niets meer",
    )
    jolanda.druk()
    jolanda.ziet_gedaan(W.INTAKEGESPREK_VASTLEGGEN)
    jolanda.kies(H.INTAKE_INVULLEN)
    jolanda.vul(
        ambitie_doel="werk", ambitie_beroep="Apotheker",
        betekenis_werk="Stage in een apotheek", uitkomst_werk="kans",
        betekenis_eigen_geldzaken_en_post="Post samen lezen",
        uitkomst_eigen_geldzaken_en_post="aandachtspunt",
    )  # fmt: skip
    jolanda.foto("intake-invullen", bij="werk_nu_uren")
    jolanda.druk()
    jolanda.ziet_gedaan(H.INTAKE_INVULLEN)
    jolanda.ga(f"{jolanda.dossier}intake/")
    jolanda.ziet("2 van 3 besproken")
    jolanda.ziet("Fietsles via het buurthuis")
    jolanda.ziet("12 brieven")
    jolanda.foto("intake")


def vraag_beeindigen(sander: Collega, jolanda: Collega) -> None:
    """End a question: the answer that was given stays."""
    sander.ga(VRAGEN)
    sander.klik("Beëindig")
    sander.druk()
    sander.ziet_gedaan(W.INTAKEVRAAG_BEEINDIGEN)
    jolanda.ga(f"{jolanda.dossier}intake/")
    jolanda.ziet("Kunt u fietsen?")


def naar_het_plan(jolanda: Collega) -> None:
    """Round off with a reason, and begin the plan where the intake ended."""
    jolanda.doe(
        H.LEERBAARHEIDSTOETS_VASTLEGGEN, afgenomen="ja", afgenomen_op=geleden(0),
        uitkomst="b1_route_niet_haalbaar",
    )  # fmt: skip
    jolanda.kies(H.INTAKE_AFRONDEN)
    jolanda.vul(routeadvies="b1_route")
    jolanda.druk()
    jolanda.ziet_fout("routeadvies_reden", "Schrijf op waarom deze leerroute past.")
    jolanda.vul(routeadvies_reden="Leerde zestien jaar; de toets viel tegen.")
    jolanda.druk()
    jolanda.ziet_gedaan(H.INTAKE_AFRONDEN)
    jolanda.kies(H.PIP_OPSTELLEN)
    jolanda.ziet("Leerde zestien jaar; de toets viel tegen.")
    jolanda.ziet("B1-route niet haalbaar")
    jolanda.ziet_staan("participatie", "Werk: Stage in een apotheek")
    jolanda.ziet_staan(
        "begeleiding",
        "Leren en reizen: Fietsles via het buurthuis\n"
        "Geldzaken en post: Post samen lezen",
    )
    jolanda.foto("intake-naar-pip")


def test_a_municipality_asks_what_it_wants_to_know_and_the_plan_begins_there(
    collega: Callable[..., Collega], leven: Callable[..., str], huis: Huis
) -> None:
    """A whole intake, from the questions to the plan.

    1. Sander Prins adds two questions; one about religion is refused.
    2. Jolanda begins the intake, records the first talk and prints the questions.
    3. On a phone of 320 pixels she goes through the subjects; the draft survives.
    4. In a second talk she says what the subjects mean; a question ends, its answer stays.
    5. The advice has a reason; the plan shows it beside the test and begins with her words.
    """
    sander, jolanda = collega(Rol.FUNCTIONEEL_BEHEERDER), collega(Rol.KLANTMANAGER)
    telefoon = collega(Rol.KLANTMANAGER, width=320)
    jolanda.nummer = telefoon.nummer = leven(
        "aangemeld", dagen=30, contacttaal="Arabisch"
    )

    eigen_vragen(sander)

    jolanda.doe(H.INTAKE_STARTEN, gestart_op=geleden(0))
    jolanda.ga(f"{jolanda.dossier}intake/")
    jolanda.klik("Intakegesprek vastleggen")
    jolanda.vul(
        vorm="in_de_opvang", tolktaal="Arabisch", besproken="Kennismaking en school"
    )
    jolanda.druk()
    jolanda.ziet_gedaan(W.INTAKEGESPREK_VASTLEGGEN)
    op_papier(jolanda)

    op_de_telefoon(telefoon)
    tweede_gesprek(jolanda)
    vraag_beeindigen(sander, jolanda)
    naar_het_plan(jolanda)
