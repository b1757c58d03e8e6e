"""Learning beside working: the hours of a group, the week, and both on one time line."""

from collections.abc import Callable

import pytest

from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.wet.handelingen import Handeling
from tests.browser.reizen import Collega, geleden, getypt


H, W = Handeling, Werkhandeling
Maker = Callable[..., Collega]
pytestmark = pytest.mark.django_db(transaction=True)
KOP = "nummer;van;tot en met;soort;gevolgd;gemist afgemeld;gemist niet afgemeld"


@pytest.fixture
def werker(collega: Maker, leven: Callable[..., str], huis) -> Collega:
    """A client manager with two people at the school."""
    made = collega(Rol.KLANTMANAGER)
    for name in ("Zahra", "Bashir"):
        made.nummer = leven("leerroute", dagen=400, voornamen=name)
        made.doe(
            H.AANBOD_DOEN, aanbieder="Taalschool De Brug",
            aangeboden_op=geleden(300), leerroute="b1_route", verwacht_begin=geleden(290),
        )  # fmt: skip
        made.doe(H.AANBOD_STARTEN, begonnen_op=geleden(280))
    return made


def test_hours_of_a_group_are_typed_in_one_list(werker: Collega, huis) -> None:
    werker.ga("/werkvoorraad/")
    werker.klik("Aanwezigheid")
    werker.vul(
        aanbieder="Taalschool De Brug", soort="Taalles", van=geleden(40),
        tot_en_met=geleden(10),
    )  # fmt: skip
    page = werker.page
    page.get_by_role("button", name="Toon de groep").click()
    werker.kijk()
    page.get_by_label("Gevolgd: Bashir Haddad").fill("24")
    page.get_by_label("Gemist, afgemeld: Bashir Haddad").fill("3")
    page.get_by_label("Gevolgd: Zahra Haddad").fill("veel")
    werker.druk("Leg de uren vast")
    werker.ziet("Van 1 persoon zijn de uren vastgelegd.")
    werker.ziet("Vul een heel getal in, zonder komma.")
    werker.foto("aanwezigheid")
    page.get_by_label("Gevolgd: Zahra Haddad").fill("20")
    werker.druk("Leg de uren vast")
    werker.ziet_niet("ging het niet goed")


def test_the_file_of_the_provider_is_read_before_it_is_recorded(
    werker: Collega, huis
) -> None:
    werker.ga("/aanwezigheid/")
    werker.klik("Uit een bestand van de aanbieder")
    days = f"{getypt(geleden(40))};{getypt(geleden(10))};Taalles"
    lines = [KOP, f"{werker.nummer};{days};24;3;0", f"2020-99999;{days};8;0;0"]
    werker.vul(aanbieder="Taalschool De Brug", tekst="\n".join(lines))
    werker.druk("Lees het bestand")
    werker.ziet("Er is nog niets vastgelegd")
    werker.ziet("niet bekend in uw dossiers")
    werker.druk("Leg 1 regel vast")
    werker.ziet("1 van 1 regel vastgelegd.")


def test_the_week_tells_whether_the_lessons_fit(werker: Collega, huis) -> None:
    werker.ga(f"{werker.dossier}leerroute/")
    werker.ziet("nog geen gewone week ingevuld")
    for soort, begin, einde, days in (
        ("les", "9", "10:30", "14"), ("werk", "10.00", "17u", "12"),
        ("kinderopvang", "8:15", "8:45", "12345"),
    ):  # fmt: skip
        werker.ga(f"{werker.dossier}leerroute/")
        werker.klik("Weekrooster aanvullen")
        werker.vul(soort=soort, begin=begin, einde=einde, waar="Delft")
        for day in days:
            werker.page.locator(f'[name="dagen"][value="{day}"]').check()
        werker.druk()
        werker.ziet_gedaan(W.ROOSTER_TOEVOEGEN)
    werker.ga(f"{werker.dossier}leerroute/")
    werker.ziet("Met 3 uur les per week komt het tot")
    werker.ziet("De lessen passen zo niet in de termijn")
    werker.ziet("Maandag van 10:00 tot 10:30: taalles of KNM en werk")


def test_language_and_participation_stand_on_one_line(werker: Collega, huis) -> None:
    werker.doe(
        H.PARTICIPATIE_STARTEN, vorm="stage", plaats="Apotheek De Haven",
        samenhang="parallel", uren_per_week=16, begin=geleden(150),
    )  # fmt: skip
    for start, hours in ((250, 40), (200, 60), (100, 30)):
        werker.doe(
            H.UREN_VASTLEGGEN, soort="taalles", van=geleden(start),
            tot_en_met=geleden(start - 29), uren=hours,
        )  # fmt: skip
    werker.ga(f"{werker.dossier}leerroute/")
    werker.ziet("liepen taal en participatie tegelijk")
    werker.page.get_by_text("Dezelfde gegevens in een tabel").click()
    werker.ziet("Uren over een langere periode")
    werker.kijk()
    werker.foto("tijdlijn")
