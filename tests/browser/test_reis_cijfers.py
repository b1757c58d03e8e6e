"""The figures of a municipality on their way: made, approved, sent, received, verified."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from inburgering import outbox
from inburgering.authorization.roles import Rol
from inburgering.levens import genereer
from inburgering.management.bulk import schrijf_levens
from inburgering.management.opvoeren import Bezetting, maak_aanbod
from inburgering.models import Gemeente, Inburgeraar, Lidmaatschap, Traject
from inburgering.models.gemeente import gemeente
from monitoring import extract
from monitoring.levering.pakket import pak_uit
from monitoring.levering.sleutels import publieke_sleutel
from tests.browser.conftest import NAMEN, Huis
from tests.browser.reizen import Collega, geleden
from tests.inburgering.cast import lid_van, moment


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BEVOLKING = 240
COHORTEN = (2022, 2023, 2024, 2025)


@pytest.fixture
def bewoond(huis: Huis) -> Huis:
    """Let so many people have come to the town, their cases as far as they are today."""
    with gemeente(huis.gemeente):
        who = Bezetting(
            huis.lid(Rol.ADMINISTRATIE),
            huis.lid(Rol.TEAMLEIDER),
            huis.lid(Rol.KLANTMANAGER),
        )
        offer = maak_aanbod(huis.lid(Rol.TEAMLEIDER), moment(date(2021, 12, 1)))
        lives = genereer.levens(1, BEVOLKING, geleden(1))
        schrijf_levens(lives, lambda *_: who, offer)
        extract.opnieuw()
    return huis


@pytest.fixture
def ministerie(huis: Huis) -> Lidmaatschap:
    """Make the ministry, with somebody who receives."""
    lid = lid_van(
        Gemeente.objects.create(code="9990", naam="Ministerie"), Rol.ONTVANGER.value
    )
    lid.gebruiker.naam = NAMEN[Rol.ONTVANGER]
    lid.gebruiker.save()
    return lid


def maak(anouk: Collega) -> None:
    """Ask for the edition of last year, and wait at the page until it is there."""
    anouk.ga("/leveringen/")
    anouk.ziet("Er is nog geen levering gemaakt")
    anouk.vul(periode="2025J")
    anouk.druk("Levering maken")
    anouk.ziet("De aanvraag staat in de rij")
    anouk.page.wait_for_load_state("networkidle")
    outbox.leegmaken(timezone.localtime())  # the worker makes it
    anouk.ziet("Door de controle gekomen")  # the page asked by itself
    anouk.kijk()
    anouk.ziet("Een leveringsgoedkeurder beslist of deze levering weg mag")
    anouk.foto("levering")
    assert anouk.page.goto("/leveringen/2025J/pakket/").status == 404


def keur(nel: Collega) -> None:
    """Look at the release as a second person, and let it leave."""
    nel.ga("/leveringen/")
    nel.klik("Heel 2025")
    nel.foto("levering-besluit", bij="akkoord")
    nel.vul(akkoord="nee")
    nel.druk("Besluit vastleggen")
    nel.ziet_fout("reden", "Schrijf op waarom u de levering afkeurt")
    nel.vul(akkoord="ja")
    nel.druk("Besluit vastleggen")
    nel.ziet("De levering is goedgekeurd.")


def haal(anouk: Collega, folder: Path) -> Path:
    """Fetch the package by its button."""
    anouk.ga("/leveringen/2025J/")
    anouk.ziet("door Nel Visser")
    with anouk.page.expect_download() as fetching:
        anouk.page.get_by_role("link", name="Haal het pakket op").click()
    assert fetching.value.suggested_filename == "levering-0503-2025J.zip"
    package = folder / fetching.value.suggested_filename
    fetching.value.save_as(package)
    return package


def verknoeid(package: Path) -> Path:
    """Change one figure on the way, and leave the rest of the package as it was."""
    changed, out = package.with_name("onderweg.zip"), io.BytesIO()
    with zipfile.ZipFile(package) as was, zipfile.ZipFile(out, "w") as now:
        for entry in was.infolist():
            text = was.read(entry)
            if entry.filename == "cijfers.csv":
                text, times = re.subn(
                    rb"(,totaal,totaal,)\d+", rb"\g<1>95", text, count=1
                )
                assert times == 1
            now.writestr(entry, text)
    changed.write_bytes(out.getvalue())
    return changed


def stuur(tom: Collega, package: Path) -> None:
    """Offer a package to the ministry."""
    tom.ga("/ontvangst/")
    tom.veld("pakket").set_input_files(package)
    tom.druk("Ontvang en controleer")


def cijfers(wie: Collega, adres: str) -> list[list[str]]:
    """Read the tables of figures as they stand on the screen, cohort by cohort."""
    found = []
    for jaar in COHORTEN:
        wie.ga(f"{adres}?cohort={jaar}")
        expect(wie.page.locator("#cijfers caption")).to_have_text(f"Cohort {jaar}")
        found.append(wie.page.locator("#cijfers td.ib-num").all_inner_texts())
    return found


def test_figures_go_from_the_cases_to_the_ministry(
    collega: Callable[..., Collega],
    bewoond: Huis,
    leven: Callable[..., str],
    ministerie: Lidmaatschap,
    tmp_path: Path,
) -> None:
    """The first figures of Delft, made from its cases, are verified by a receiver.

    1. Anouk Smit sees the exact figures of the own town, and has a release made of last
       year; she cannot fetch it yet, nor decide on it.
    2. Nel Visser, a second person, must say why not; then she approves it.
    3. Anouk fetches the package. Nothing in it names a person or a case.
    4. Tom de Groot of the ministry does not know the sender; he records the key that he
       was told by telephone.
    5. A package changed on the way is refused, with the reason, and not kept.
    6. The real one is accepted; he reads the figures that Nel saw, all rounded to five.
       One municipality alone is not added up to a country.
    """
    leven("onderdelen_behaald")  # the last case waits to be taken into the figures

    # 1
    anouk = collega(Rol.BELEIDSADVISEUR)
    anouk.ga("/monitor/")
    anouk.ziet("Dit zijn precieze aantallen")
    exact = anouk.page.locator("td.ib-num").all_inner_texts()
    assert any(int(n) % 5 for n in exact if n.isdigit())
    maak(anouk)

    # 2
    nel = collega(Rol.LEVERINGSGOEDKEURDER)
    keur(nel)

    # 3
    package = haal(anouk, tmp_path)
    inside = b"".join(pak_uit(package.read_bytes()).values()).decode()
    with gemeente(bewoond.gemeente):
        numbers = set(Traject.objects.values_list("nummer", flat=True))
        names = set(Inburgeraar.objects.values_list("geslachtsnaam", flat=True))
    assert len(numbers) > BEVOLKING
    assert not [word for word in numbers | names if word in inside]

    # 4
    tom = collega(ministerie)
    stuur(tom, package)
    tom.ziet("is geen sleutel bekend")
    tom.ga("/ontvangst/")
    tom.vul(code="0503", sleutel=publieke_sleutel("0503"))
    tom.druk("Leg de sleutel vast")
    tom.ziet("De sleutel van 0503 is vastgelegd")

    # 5
    stuur(tom, verknoeid(package))
    tom.ziet("Geweigerd")
    tom.ziet("cijfers.csv is gewijzigd na het ondertekenen")
    tom.ziet("De inhoud is niet bewaard")
    tom.foto("ontvangst-geweigerd")

    # 6
    stuur(tom, package)
    tom.ziet("De handtekening, de controlesommen en de optellingen kloppen")
    tom.foto("ontvangst")
    received = cijfers(tom, tom.page.url)
    assert received == cijfers(nel, "/leveringen/2025J/")
    shown = [n for table in received for n in table if n.isdigit()]
    assert len(shown) > 20
    assert all(int(n) % 5 == 0 for n in shown)
    tom.ga("/ontvangst/")
    tom.klik("Alle gemeenten over heel 2025")
    tom.ziet("Nog te weinig gemeenten")
