"""The numbers a municipality sets itself: the page, the form, the trail, the effect."""

from datetime import date, timedelta

import pytest

from inburgering.actions import instelling
from inburgering.actions.pip import overnemen
from inburgering.models import Gebeurtenis, Instelling, Lidmaatschap
from inburgering.models.dossier import lees
from inburgering.models.gemeente import gemeente
from inburgering.wet.begrippen import Termijnsoort
from inburgering.wet.parameters import NIEUWE_TERMIJN
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.views.zaken import lid_van, nieuw, op


NAAM = "leerroute_wijzigen_maanden"
URL = f"/beheer/instellingen/{NAAM}/"
GOED = {
    "waarde": "24",
    "geldig_vanaf": "21-11-2026",
    "reden": "Besluit van het college",
}


@pytest.fixture
def beheerder(delft) -> Lidmaatschap:
    return lid_van(delft, "functioneel_beheerder", naam="F. Beheer")


def venster(traject, dag):
    found = lees(traject, dag).stand.termijnen
    return next(t for t in found if t.soort == Termijnsoort.LEERROUTE_WIJZIGEN)


def test_the_list_shows_number_bounds_and_doubt(als, beheerder):
    page = als(beheerder).get("/beheer/instellingen/").content.decode()
    assert "18 maanden" in page
    assert "12 tot en met 36 maanden" in page
    assert "niet bevestigd" in page
    assert URL in page
    assert "de inburgeringstermijn voor alle onderdelen" not in page.lower()
    assert "/beheer/instellingen/" in als(beheerder).get("/beheer/").content.decode()


def test_the_new_term_after_the_term_is_set_row_by_row(als, beheerder):
    client = als(beheerder)
    page = client.get("/beheer/instellingen/").content.decode()
    for row in NIEUWE_TERMIJN:
        assert f'href="/beheer/instellingen/{row.naam}/"' in page
    assert "nationaliteiten en verblijfstitels" in page
    url = f"/beheer/instellingen/{NIEUWE_TERMIJN[0].naam}/"
    assert client.post(url, GOED | {"waarde": "25"}).status_code == 422
    client.post(url, GOED | {"waarde": "20"})
    assert "20 maanden" in client.get("/beheer/instellingen/").content.decode()


def test_an_age_is_typed_in_months_and_read_in_years(als, beheerder):
    client = als(beheerder)
    url = "/beheer/instellingen/aow_leeftijd_1962_10/"
    form = client.get(url).content.decode()
    assert "67 jaar en 3 maanden tot en met 70 jaar" in form
    assert client.post(url, GOED | {"waarde": "841"}).status_code == 422
    client.post(url, GOED | {"waarde": "810"})
    page = client.get("/beheer/instellingen/").content.decode()
    assert "67 jaar en 6 maanden" in page
    assert "/beheer/instellingen/aow_leeftijd_1961_01/" not in page
    trail = Gebeurtenis.objects.get(handeling="instelling_vastleggen")
    assert "67 jaar en 6 maanden vanaf 21-11-2026" in trail.samenvatting


def test_a_day_on_a_par_with_a_holiday_is_a_choice(als, beheerder):
    client = als(beheerder)
    page = client.get("/beheer/instellingen/").content.decode()
    assert "Hoe 7 mei 2027 telt" in page
    assert "Hoe 15 mei 2026 telt" not in page
    url = "/beheer/instellingen/gelijkgesteld_2027_05_07/"
    answer = client.post(url, GOED | {"waarde": "2"})
    assert "Kies een van de mogelijkheden." in str(answer.context["form"].errors)
    laat = client.post(url, GOED | {"waarde": "0", "geldig_vanaf": "08-05-2027"})
    assert "geldt op die dag niet" in str(laat.context["form"].errors["geldig_vanaf"])
    assert not Instelling.objects.exists()
    client.post(url, GOED | {"waarde": "0"})
    assert Instelling.objects.get().waarde == 0
    page = client.get("/beheer/instellingen/").content.decode()
    assert "gewone werkdag vanaf 21 november 2026" in page


def test_set_a_number_from_tomorrow(als, beheerder, vandaag):
    client = als(beheerder)
    form = client.get(URL).content.decode()
    assert "Van 12 tot en met 36 maanden." in form
    assert client.post(URL, GOED)["Location"] == "/beheer/instellingen/"
    row = Instelling.objects.get()
    assert (row.naam, row.waarde, row.geldig_vanaf) == (NAAM, 24, date(2026, 11, 21))
    assert (row.vastgelegd_op, row.vastgelegd_door) == (vandaag, beheerder.gebruiker)
    trail = Gebeurtenis.objects.get(handeling="instelling_vastleggen")
    assert "24 maanden vanaf 21-11-2026" in trail.samenvatting
    assert trail.reden == "Besluit van het college"
    kept = Instelling.history.get()
    assert kept.history_change_reason == "instelling_vastleggen"
    page = client.get("/beheer/instellingen/").content.decode()
    assert "Vanaf 21 november 2026" in page
    assert "Besluit van het college" in page
    assert "F. Beheer" in page


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("waarde", "11", "van 12 tot en met 36"),
        ("waarde", "37", "van 12 tot en met 36"),
        ("waarde", "", "Vul het nieuwe getal in."),
        ("waarde", "anderhalf", "Vul een heel getal in"),
        ("geldig_vanaf", "20-11-2026", "Kies een dag na vandaag."),
        ("geldig_vanaf", "19-11-2026", "Kies een dag na vandaag."),
        ("geldig_vanaf", "", "Vul de dag waarop dit ingaat in."),
        ("reden", "", "Vul de reden in."),
    ],
)
def test_what_may_not_be_set_is_said_at_the_field(
    als, beheerder, veld, waarde, melding
):
    answer = als(beheerder).post(URL, GOED | {veld: waarde})
    assert answer.status_code == 422
    assert melding in str(answer.context["form"].errors[veld])
    assert not Instelling.objects.exists()


def test_every_mistake_is_said_at_once(als, beheerder):
    answer = als(beheerder).post(URL, GOED | {"waarde": "99", "reden": ""})
    assert set(answer.context["form"].errors) == {"waarde", "reden"}


@pytest.mark.parametrize("waarde", [12, 36])
def test_the_bounds_themselves_are_allowed(als, beheerder, waarde):
    als(beheerder).post(URL, GOED | {"waarde": str(waarde)})
    assert Instelling.objects.get().waarde == waarde


@pytest.mark.parametrize("naam", ["termijn_jaren", "intake_weken", "bestaat_niet"])
def test_a_number_of_the_law_has_no_page(als, beheerder, naam):
    assert als(beheerder).get(f"/beheer/instellingen/{naam}/").status_code == 404


def test_a_number_of_the_law_cannot_be_set_past_the_page(beheerder, vandaag):
    with pytest.raises(NietToegestaan, match="staat vast"):
        instelling.vastleggen(
            by=beheerder, on=op(vandaag), naam="termijn_jaren", waarde=4,
            geldig_vanaf=date(2026, 11, 21), reden="graag",
        )  # fmt: skip


def test_the_same_day_is_replaced_and_a_later_day_is_added(als, beheerder):
    client = als(beheerder)
    client.post(URL, GOED)
    client.post(URL, GOED | {"waarde": "30", "reden": "Vergissing"})
    client.post(URL, GOED | {"waarde": "20", "geldig_vanaf": "01-01-2027"})
    rows = Instelling.objects.order_by("geldig_vanaf")
    assert [row.waarde for row in rows] == [30, 20]
    assert Instelling.history.count() == 3


def test_a_second_click_sets_nothing_twice(als, beheerder):
    client = als(beheerder)
    sleutel = str(client.get(URL).context["form"]["sleutel"].value())
    for _ in range(2):
        assert client.post(URL, GOED | {"sleutel": sleutel}).status_code == 302
    assert Instelling.history.count() == 1


def test_only_the_manager_sets_numbers(als, collega):
    for url in ("/beheer/instellingen/", URL):
        assert als(collega).get(url).status_code == 403


def test_a_case_follows_the_number_of_its_own_municipality(
    collega, beheerder, leiden, vandaag
):
    oud = nieuw(collega, vandaag - timedelta(days=90), "Samira Haddad")
    overnemen(
        traject=oud, by=collega, on=op(vandaag - timedelta(days=60)),
        dagtekening=vandaag - timedelta(days=60), leerroute="b1_route",
        herkomst="andere_gemeente",
    )  # fmt: skip
    straks = vandaag + timedelta(days=1)
    before = venster(oud, straks)

    def zet(lid, waarde):
        instelling.vastleggen(
            by=lid, on=op(vandaag), naam=NAAM, waarde=waarde,
            geldig_vanaf=straks, reden="proef",
        )  # fmt: skip

    zet(beheerder, 24)
    # What began keeps its number; what was known before knows nothing of it.
    assert venster(oud, straks) == before
    feiten = lees(oud, straks).feiten
    assert [i.waarde for i in feiten.instellingen] == [24]
    toen = lees(oud, straks, bekend_op=op(vandaag) - timedelta(hours=1))
    assert toen.feiten.instellingen == ()
    daarna = lees(oud, straks, bekend_op=op(vandaag) + timedelta(hours=1))
    assert [i.waarde for i in daarna.feiten.instellingen] == [24]

    with gemeente(leiden):
        zet(lid_van(leiden, "functioneel_beheerder"), 30)
    assert [i.waarde for i in lees(oud, straks).feiten.instellingen] == [24]
