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
    werker.ziet("Met 2,5 uur les per week komt het tot")
    werker.ziet("30 minuten les per week valt samen met werk en telt niet mee")
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


def test_who_waits_for_a_class_gets_the_place(
    werker: Collega, collega: Maker, huis
) -> None:
    """The contracts describe the class; the client manager waits, and places from it."""
    peter = collega(Rol.CONTRACTBEHEERDER)
    peter.ga(f"/aanbieders/{huis.aanbieder.pk}/")
    peter.klik("Cursus toevoegen")
    peter.vul(
        naam="B1 avond", leerroute="b1_route", niveau="B1", plaatsen=2, uren_per_week=6,
        lesvorm="hybride", locatie="Wijkcentrum Oost", begint_op=geleden(30),
    )  # fmt: skip
    for part in ("maandag_avond", "woensdag_avond"):
        peter.page.locator(f'[name="dagdelen"][value="{part}"]').check()
    peter.foto("klas", bij="dagdelen")
    peter.druk()
    peter.ziet("Maandag en woensdag avond")
    peter.ziet("Wijkcentrum Oost, Deels online")

    werker.ga("/wachtlijst/")
    werker.ziet("Niemand wacht op een klas")
    werker.ga(f"{werker.dossier}leerroute/")
    werker.klik("Op de wachtlijst zetten")
    werker.veld("cursus").select_option(
        label="Taalschool De Brug: B1 avond (B1-route), nog 2 vrij"
    )
    werker.page.locator('[name="dagdelen"][value="maandag_avond"]').check()
    werker.vul(sinds=geleden(20))
    werker.druk()
    werker.ziet_gedaan(W.WACHTLIJST_OPNEMEN)
    werker.ga("/aanbieders/")
    werker.klik("Wachtlijst")
    werker.ziet("20 dagen")
    werker.ziet("de klas is ook op andere dagdelen")
    werker.foto("wachtlijst")
    peter.ga(f"/wachtlijst/?aanbieder={huis.aanbieder.pk}")
    peter.ziet(werker.nummer)
    peter.ziet_niet("Bashir")

    werker.ga(f"{werker.dossier}leerroute/")
    werker.ziet("Wacht op B1 avond van Taalschool De Brug")
    werker.klik("Van de wachtlijst halen")
    werker.vul(tot=geleden(30), reden_einde="niet_nodig")
    werker.druk()
    werker.ziet_fout("tot", "voor het begin")
    werker.ga(f"{werker.dossier}leerroute/")
    werker.klik("Einde bij aanbieder vastleggen")
    werker.vul(beeindigd_op=geleden(1), reden_einde="andere_aanbieder")
    werker.druk()
    werker.ga("/wachtlijst/")
    werker.klik("Doe aanbod")
    werker.ziet_staan("aanbieder", huis.aanbieder.pk)
    werker.vul(aangeboden_op=geleden(0), verwacht_begin=geleden(-7))
    werker.druk()
    werker.ziet_gedaan(H.AANBOD_DOEN)
    werker.ga(f"{werker.dossier}leerroute/")
    werker.ziet("Heeft een plek")
    peter.ga(f"/aanbieders/{huis.aanbieder.pk}/")
    peter.ziet("1 van 2")


def test_a_job_beside_what_somebody_brought_and_an_exam(werker: Collega) -> None:
    werker.kies(H.INTAKE_INVULLEN)
    werker.vul(werk_beroep="Apotheker", werk_sector="zorg", werk_niveau="hoger")
    werker.druk()
    werker.kies(H.PARTICIPATIE_STARTEN)
    werker.vul(
        vorm="betaald_werk", plaats="Apotheek De Haven", begeleider="Mevrouw Smit",
        sector="zorg", beroepsniveau="eenvoudig", contract="tijdelijk", taalrijk="ja",
        samenhang="parallel", uren_per_week=16, begin=geleden(10),
    )  # fmt: skip
    werker.druk()
    werker.ziet_gedaan(H.PARTICIPATIE_STARTEN)
    werker.ga(f"{werker.dossier}leerroute/")
    werker.ziet("zelfde sector")
    werker.ziet("Ja, er wordt Nederlands gesproken")
    werker.ga(f"{werker.dossier}examens/")
    werker.ziet("nog geen aanmelding vastgelegd")
    werker.klik("Aanmelding voor examen vastleggen")
    werker.vul(
        onderdeel="lezen", aangemeld_op=geleden(3), examen_op=geleden(-40),
        herkomst="inburgeraar",
    )  # fmt: skip
    werker.druk()
    werker.ziet("Wacht op uitslag")
    werker.foto("aanmelding")


def test_a_family_migrant_chooses_a_school(
    collega: Maker, leven: Callable[..., str], huis
) -> None:
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = leven(
        "leerroute", dagen=200, voornamen="Lin",
        doelgroep="gezinsmigrant_en_overige_migrant",
    )  # fmt: skip
    werker.ga(f"{werker.dossier}leerroute/")
    werker.klik("Eigen school vastleggen")
    werker.druk()
    werker.ziet_fout("school", "Kies een school van de lijst")
    werker.vul(school="Taalhoek", keurmerk="nee", begonnen_op=geleden(60))
    werker.druk()
    werker.ziet_gedaan(W.SCHOOLKEUZE_VASTLEGGEN)
    for act, typed in (
        (W.LENING_VASTLEGGEN, {"gevraagd_op": geleden(50), "uitkomst": "toegekend"}),
        (
            W.KEUZEADVIES_VASTLEGGEN,
            {"onderwerp": "school", "advies": "Kies een school met keurmerk"},
        ),
    ):
        werker.ga(f"{werker.dossier}leerroute/")
        werker.klik(act.label)
        werker.vul(**typed)
        werker.druk()
        werker.ziet_gedaan(act)
    werker.ga(f"{werker.dossier}leerroute/")
    werker.ziet("om af te schalen naar A2")
    werker.ziet("niet bevestigd")
    werker.ga(f"{werker.dossier}ondersteuning/")
    werker.klik("Behoefte aan begeleiding vastleggen")
    werker.vul(uitkomst="nodig", toelichting="Brieven van de overheid lezen")
    werker.druk()
    werker.ziet_gedaan(W.BEHOEFTE_VASTLEGGEN)
