"""A paper comes in: added, refused, replaced, withdrawn; and who sees it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models import Bestand, Dossierstuk
from inburgering.models.gemeente import gemeente
from inburgering.wet.handelingen import Handeling
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden, getypt
from tests.inburgering.bijlagen import pdf


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
H, W = Handeling, Werkhandeling
Maker = Callable[..., Collega]


def kies_bestand(werker: Collega, naam: str, inhoud: bytes) -> None:
    """Choose a file in the form, as from a disk."""
    werker.veld("bestand").set_input_files(
        {"name": naam, "mimeType": "application/octet-stream", "buffer": inhoud}
    )


def test_klantmanager_keeps_the_papers_of_a_file(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """A result on paper is added to the file, corrected by a new scan, and withdrawn.

    1. The empty list says what belongs here and what does not.
    2. A program that is called a PDF is refused at its field; the words stay, and the
       page says that the file must be chosen again.
    3. The right file stands in the list with kind, date, version and who; it downloads.
    4. A new version is on top, the first is still there. Withdrawn, it says why.
    """
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = leven("leerroute", dagen=90)
    werker.doe(
        H.EXAMEN_VASTLEGGEN, onderdeel="lezen", niveau="B1", resultaat="geslaagd",
        afgelegd_op=geleden(20),
    )  # fmt: skip
    werker.ga(f"{werker.dossier}documenten/")
    werker.ziet("Nog geen documenten")
    werker.ziet("geen medisch rapport")
    werker.klik("Document toevoegen")
    werker.ziet("nooit het medische rapport")
    werker.foto("document-toevoegen")

    werker.vul(soort="uitslag", titel="Uitslag lezen B1", herkomst="duo",
               gedateerd_op=geleden(10), ontvangen_op=geleden(3))  # fmt: skip
    kies_bestand(werker, "uitslag.pdf", b"MZ" + bytes(500))
    werker.druk()
    werker.ziet_fout("bestand", "Dit soort bestand kan niet in een dossier.")
    werker.ziet_staan("titel", "Uitslag lezen B1")
    kies_bestand(werker, "uitslag.pdf", pdf())
    werker.vul(titel="")
    werker.druk()
    werker.ziet_fout("bestand", "Kies het bestand opnieuw")
    werker.foto("document-fout")

    werker.vul(titel="Uitslag lezen B1", wie="open")
    werker.veld("hoort_bij").select_option(index=1)
    kies_bestand(werker, "uitslag.pdf", pdf())
    werker.druk()
    werker.ziet_gedaan(W.DOCUMENT_TOEVOEGEN)
    for words in ("Uitslag lezen B1", "Bij: Examenuitslag, Lezen", "PDF"):
        werker.ziet(words)
    with werker.page.expect_download() as taken:
        werker.page.get_by_role("link", name="Download Uitslag lezen B1").click()
    assert taken.value.suggested_filename.startswith(f"{werker.nummer}-document-")

    werker.klik("Nieuwe versie van Uitslag lezen B1")
    werker.ziet_staan("titel", "Uitslag lezen B1")
    werker.ziet_staan("wie", "open")
    kies_bestand(werker, "betere-scan.pdf", pdf("Betere scan"))
    werker.druk()
    werker.ziet_gedaan(W.DOCUMENT_VERVANGEN)
    werker.page.get_by_text("Eerdere versies").click()
    expect(werker.page.get_by_role("link", name="Versie 1")).to_be_visible()

    werker.klik("Document toevoegen")
    werker.vul(soort="brief", titel="Brief van de wijkagent", ontvangen_op=geleden(1))
    kies_bestand(werker, "brief.pdf", pdf("Brief"))
    werker.druk()
    werker.ziet("Besloten")
    werker.foto("documenten")
    werker.klik("Trek in Brief van de wijkagent")
    werker.druk()
    werker.ziet_fout("reden_intrekken", "Vul in waarom u het intrekt")
    werker.vul(reden_intrekken="Hoort bij een ander dossier")
    werker.druk()
    werker.ziet_gedaan(W.DOCUMENT_INTREKKEN)
    werker.ziet("Hoort bij een ander dossier")
    with gemeente(huis.gemeente):
        assert (Dossierstuk.objects.count(), Bestand.objects.count()) == (2, 3)

    saskia = collega(Rol.ADMINISTRATIE)
    saskia.ga(f"{werker.dossier}documenten/")
    saskia.ziet("Uitslag lezen B1")
    saskia.ziet_niet("wijkagent")
    werker.ga(f"{werker.dossier}documenten/")
    werker.klik("Trek in Uitslag")
    werker.vul(reden_intrekken="Van een naamgenoot", te_wissen=True)
    werker.druk()
    werker.ziet("1 document wacht op de privacyfunctionaris")
    werker.ziet_niet("Uitslag lezen B1")
    willem = collega(Rol.PRIVACYFUNCTIONARIS)
    willem.ga("/vernietiging/")
    willem.klik("uit dossier")
    willem.ziet("Van een naamgenoot")
    willem.druk()
    willem.ziet_gedaan(W.DOCUMENT_WISSEN)
    with gemeente(huis.gemeente):
        assert (Dossierstuk.objects.count(), Bestand.objects.count()) == (1, 1)
    sander = collega(Rol.FUNCTIONEEL_BEHEERDER)
    sander.ga("/beheer/toestand/")
    sander.ziet("Er is geen virusscanner ingesteld.")


def test_a_paper_is_added_without_javascript(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """Without JavaScript a file goes along with the form as it always did."""
    werker = collega(Rol.ADMINISTRATIE, javascript=False)
    werker.nummer = leven("leerroute", dagen=90)
    werker.page.goto(f"{werker.dossier}document/toevoegen/")
    werker.veld("soort").select_option("uitslag")
    werker.veld("titel").fill("Uitslag")
    werker.veld("ontvangen_op").fill(getypt(geleden(1)))
    kies_bestand(werker, "uitslag.pdf", pdf())
    werker.page.locator("main .ib-form-actions button").click()
    werker.ziet("Document toegevoegd.")
    with gemeente(huis.gemeente):
        assert Dossierstuk.objects.get().besloten
