"""Finding a file, and the list of files."""

import re
from datetime import timedelta

import pytest
from django.utils.html import escape

from inburgering.actions.traject import aanvullen
from inburgering.forms.velden import GEEN_NUMMER
from inburgering.models import Raadpleging, Team
from tests.inburgering.views.zaken import lid_van, nieuw, op, toegewezen


BSN = "999990019"


@pytest.fixture
def zaak(collega, vandaag):
    made = nieuw(
        collega, vandaag - timedelta(days=30), "Rosa Núñez", geboortedatum="1968-00-00"
    )
    aanvullen(traject=made, by=collega, on=op(vandaag), bsn=BSN)
    return toegewezen(made, collega, vandaag)


@pytest.mark.parametrize("term", ["nunez", "NÚÑEZ rosa", "00-00-1968", "ros nun"])
def test_finds_by_name_without_accents_and_by_birth_date(als, collega, zaak, term):
    page = als(collega).get("/zoeken/", {"q": term}).content.decode()
    assert "Rosa Núñez" in page
    assert "1 gevonden" in page


@pytest.mark.parametrize(
    ("naam", "getypt"),
    [
        ("Amina Janssen", "jansen"), ("Jan Jansen", "Janssen"),
        ("Mohammed Amiri", "mohamed"), ("Muhamad Amiri", "Mohammed"),
        ("Eva van Dijk", "van dyk"), ("Eva Dykstra", "dijkstra"),
        ("Jan Oudkerk", "audkerk"), ("Yousef Haddad", "Jousef"),
        ("Khalil Al-Hassan", "kalil alhasan"), ("Sara El Bouazzaoui", "elbouazaoui"),
        ("Rachida M'barek", "rashida mbarek"), ("Şükrü Y\u0131ld\u0131z", "sukru yildiz"),
        ("Đorđe Bäcker", "dorde backer"), ("Aïcha Benali", "aisha"),
    ],
)  # fmt: skip
def test_finds_a_name_that_is_spelled_otherwise(als, collega, vandaag, naam, getypt):
    nieuw(collega, vandaag - timedelta(days=3), naam)
    answer = als(collega).get("/zoeken/", {"q": getypt})
    assert "1 gevonden" in answer.content.decode(), getypt


def test_what_is_spelled_so_comes_first(als, collega, vandaag):
    for naam in ("Abdel Janssen", "Zita Jansen"):
        nieuw(collega, vandaag - timedelta(days=3), naam)
    page = als(collega).get("/zoeken/", {"q": "jansen"}).content.decode()
    order = [page.index(words) for words in ("Zita", "Anders gespeld", "Abdel")]
    assert order == sorted(order)
    # A short word has too little sound to go by.
    assert (
        "Niets gevonden" in als(collega).get("/zoeken/", {"q": "ya"}).content.decode()
    )


def test_the_same_name_in_the_lists(als, collega, vandaag):
    toegewezen(nieuw(collega, vandaag, "Amina Janssen"), collega, vandaag)
    for path in ("/trajecten/", "/werkvoorraad/", "/caseload/"):
        page = als(collega).get(path, {"naam": "jansen"}).content.decode()
        assert "Amina Janssen" in page, path


def test_a_name_longer_than_its_folded_form_has_room(als, collega, vandaag):
    naam = "\ufdfa" * 40  # one sign that unfolds into eighteen
    case = nieuw(collega, vandaag, f"Rosa {naam}")
    assert len(case.inburgeraar.zoeknaam) == 420
    assert "gevonden" in als(collega).get("/zoeken/", {"q": "rosa"}).content.decode()


def test_search_asks_the_same_for_one_and_many(als, collega, vandaag, hoogstens):
    client = als(collega)
    for n in range(30):
        nieuw(collega, vandaag - timedelta(days=2), f"Persoon Nummer{n}")
        if n == 0:
            with hoogstens(12) as one:
                client.get("/zoeken/", {"q": "persoon"})
    with hoogstens(12) as many:
        client.get("/zoeken/", {"q": "persoon"})
    assert len(one) == len(many)
    with hoogstens(12):
        client.get("/zoeken/")


def test_a_number_opens_the_file(als, collega, zaak):
    client = als(collega)
    assert client.get("/zoeken/", {"q": zaak.nummer})["Location"] == (
        zaak.get_absolute_url()
    )
    short = str(int(zaak.nummer.split("-")[1]))
    assert "Rosa Núñez" in client.get("/zoeken/", {"q": short}).content.decode()


@pytest.mark.parametrize("term", ["niemand", "31-02-1991", "%", "'; drop", "9" * 90])
def test_nothing_found_helps(als, collega, zaak, term):
    page = als(collega).get("/zoeken/", {"q": term})
    assert page.status_code == 200
    assert "Niets gevonden" in page.content.decode()


def test_the_log_keeps_no_search_term(als, collega, zaak):
    als(collega).get("/zoeken/", {"q": "nunez"})
    look = Raadpleging.objects.latest("id")
    assert (look.nummer, look.reden) == ("", "zoeken")


def test_another_team_finds_nothing(als, collega, zaak):
    south = Team.objects.create(gemeente=collega.gemeente, naam="Team Zuid")
    stranger = lid_van(collega.gemeente, team=south)
    client = als(stranger)
    assert "Niets gevonden" in client.get("/zoeken/", {"q": "nunez"}).content.decode()
    answer = client.post("/zoeken/bsn/", {"bsn": BSN})
    assert "Niet gevonden" in answer.content.decode()


def test_bsn_by_post_alone_and_logged(als, collega, zaak):
    client = als(collega)
    # In an address it is a number like any other: it finds nobody.
    assert "Rosa" not in client.get("/zoeken/", {"q": BSN}).content.decode()
    assert "Rosa" not in client.get("/zoeken/bsn/", {"bsn": BSN}).content.decode()
    answer = client.post("/zoeken/bsn/", {"bsn": "9999.90.019"})
    assert answer["Location"] == zaak.get_absolute_url()
    look = Raadpleging.objects.latest("id")
    assert (look.inzage, look.nummer) == ("bsn", zaak.nummer)
    wrong = client.post("/zoeken/bsn/", {"bsn": "123456789"})
    assert wrong.status_code == 422
    assert "Dit BSN kan niet kloppen" in wrong.content.decode()


def test_last_opened_files(als, collega, zaak, vandaag):
    client = als(collega)
    other = nieuw(collega, vandaag - timedelta(days=3), "Li Wen")
    for case in (zaak, other, zaak):
        client.get(case.get_absolute_url())
    page = client.get("/zoeken/").content.decode()
    assert page.index("Rosa Núñez") < page.index("Li Wen")


@pytest.mark.parametrize("rol", ["contractbeheerder", "privacyfunctionaris"])
def test_roles_that_find_nobody(als, collega, zaak, rol):
    client = als(lid_van(collega.gemeente, rol))
    assert client.get("/zoeken/", {"q": "nunez"}).status_code == 403
    assert client.get("/zoeken/bsn/").status_code == 403
    assert client.get("/trajecten/").status_code == 403
    assert (
        'role="search"'
        not in client.get("/regelboek/?x=1").content.decode().split("<main")[0]
    )


def test_list_filters_and_pages(als, collega, zaak, vandaag, hoogstens):
    for n in range(25):
        nieuw(collega, vandaag - timedelta(days=2), f"Persoon Nummer{n}")
    client = als(collega)
    with hoogstens(12):
        page = client.get("/trajecten/")
    assert "26 dossiers" in page.content.decode()
    assert "Rosa" not in page.content.decode()
    second = client.get("/trajecten/" + page.context["volgende_url"])
    assert "Rosa" in second.content.decode()
    mine = client.get("/trajecten/", {"klantmanager": collega.gebruiker_id})
    assert "1 dossier." in mine.content.decode()
    none = client.get("/trajecten/", {"status": "voldaan"}).content.decode()
    assert "Geen dossiers met deze filters" in none
    assert client.get("/trajecten/", {"klantmanager": "x"}).status_code == 200
    assert (
        "25 dossiers"
        in client.get(
            "/trajecten/", {"klantmanager": "niemand", "status": "open"}
        ).content.decode()
    )


def test_first_use(als, collega):
    page = als(collega).get("/trajecten/").content.decode()
    assert "Er zijn nog geen dossiers" in page


@pytest.mark.parametrize(
    "getypt", ["123456782", "2712345678", "12345678", "1234.56.782", " 1234 56 782 "]
)
def test_a_number_of_a_person_is_held_back_by_the_browser(getypt):
    assert re.fullmatch(GEEN_NUMMER, getypt) is None


@pytest.mark.parametrize(
    "getypt",
    ["2026-00013", "13", "14-2-1991", "00-00-1968", "Núñez", ""],
)
def test_what_one_may_search_for_is_not_held_back(getypt):
    assert re.fullmatch(GEEN_NUMMER, getypt)


@pytest.mark.parametrize(
    "pad", ["/zoeken/", "/trajecten/", "/caseload/", "/werkvoorraad/"]
)
def test_every_field_for_a_name_holds_it_back(als, collega, zaak, pad):
    page = als(collega).get(pad).content.decode()
    # The search field on top of each page, and the one of the page itself.
    assert page.count(f'pattern="{escape(GEEN_NUMMER)}"') == 2
