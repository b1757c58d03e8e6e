"""The count on 31 December on the screen: numbers, their cases, DUO's beside them."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inburgering.authorization.roles import Inzage, Rol
from inburgering.models import Raadpleging, Team
from inburgering.models.dossier import lees
from inburgering.models.feiten import lees_alle_feiten
from inburgering.models.gemeente import gemeente
from inburgering.views import telling as scherm
from inburgering.wet.begrippen import Doelgroep
from inburgering.wet.telling import KIJKT_NAAR, tel
from tests.inburgering.cast import VANDAAG, lid_van, moment


pytestmark = pytest.mark.django_db
MIGRANT = Doelgroep.GEZINSMIGRANT.value


@pytest.fixture
def leider(delft):
    return lid_van(delft, Rol.TEAMLEIDER.value)


@pytest.fixture
def adviseur(delft):
    return lid_van(delft, Rol.BELEIDSADVISEUR.value)


@pytest.fixture
def zaken(leven):
    """Lives that came in 2023, 2024 and 2025, and one of which a day is missing."""
    return {
        "eerste": leven(date(2025, 3, 3), geslachtsnaam="Eerste"),
        "tweede": leven(date(2024, 3, 3), geslachtsnaam="Tweede"),
        "derde": leven(date(2023, 3, 3), geslachtsnaam="Derde"),
        "migrant": leven(
            date(2025, 4, 3), geslachtsnaam="Migrant", doelgroep=MIGRANT,
            verblijfstitel="21",
        ),
        "geteld": leven(
            date(2024, 4, 3), geslachtsnaam="Geteld", doelgroep=MIGRANT,
            verblijfstitel="21",
        ),
        "dagloos": leven(
            date(2025, 5, 3), geslachtsnaam="Dagloos", datum_inschrijving=None
        ),
    }  # fmt: skip


def tekst(antwoord):
    kaal = re.sub(r"<[^>]+>", " ", antwoord.content.decode())
    return re.sub(r"\s+([.,:;])", r"\1", re.sub(r"\s+", " ", kaal))


def namen(antwoord):
    return re.findall(
        r'<th scope="row"><a href="/trajecten/[^"]+/">[^<]* (\w+)</a>',
        antwoord.content.decode(),
    )


def aantallen(antwoord, deel="telt"):
    return {r["vak"].code: r["aantal"] for r in antwoord.context["rijen"][deel]}


def test_the_figures_of_a_year(zaken, leider, inloggen):
    page = inloggen(leider).get("/telling/?jaar=2025")
    assert aantallen(page) == {"asiel-1": 1, "asiel-2": 1, "asiel-3": 1, "anders-1": 1}
    assert page.context["som"]["aantal"] == 4
    assert aantallen(page, "uitzoeken")["dag-onbekend"] == 1
    assert aantallen(page, "telt_niet")["al-geteld"] == 1
    words = tekst(page)
    assert "Telling op 31 december 2025" in words
    assert "Eerste jaar, gehuisvest in 2025" in words
    assert "Derde jaar, gehuisvest in 2023" in words
    assert "Een asielstatushouder telt drie jaar op rij" in words
    assert "hoofdstuk 8" in words


@pytest.mark.parametrize(
    ("jaar", "verwacht"),
    [
        (2022, [0, 0, 0, 0]),
        (2023, [1, 0, 0, 0]),
        (2024, [1, 1, 0, 1]),
        (2025, [1, 1, 1, 1]),
        (2026, [0, 1, 1, 0]),
    ],
)
def test_any_year_since_the_law(zaken, leider, inloggen, jaar, verwacht):
    page = inloggen(leider).get(f"/telling/?jaar={jaar}")
    assert list(aantallen(page).values()) == verwacht
    assert ("Deze dag is er nog niet" in tekst(page)) == (jaar == 2026)


def test_without_a_year_it_is_the_last_that_is_over(zaken, leider, inloggen):
    assert inloggen(leider).get("/telling/").context["jaar"] == VANDAAG.year - 1


@pytest.mark.parametrize(
    "url",
    [
        "/telling/?jaar=2021",
        "/telling/?jaar=2027",
        "/telling/?jaar=onzin",
        "/telling/2021/asiel-1/",
        "/telling/2027/asiel-1/",
        "/telling/2025/asiel-4/",
        "/telling/2025/onzin/",
    ],
)
def test_what_is_no_number_of_the_page_is_not_there(zaken, leider, inloggen, url):
    assert inloggen(leider).get(url).status_code == 404


def test_every_number_is_as_long_as_its_list(zaken, leider, inloggen):
    client = inloggen(leider)
    page = client.get("/telling/?jaar=2025").content.decode()
    links = re.findall(r'<a href="(/telling/2025/[^"]+)">(\d+)<', page)
    assert len(links) == 6
    for url, number in links:
        assert len(namen(client.get(url))) == int(number), url


def test_a_case_says_why_and_where_that_stands(zaken, leider, inloggen):
    page = inloggen(leider).get("/telling/2025/asiel-1/")
    case = zaken["eerste"]
    assert namen(page) == ["Eerste"]
    words = tekst(page)
    assert case.nummer in words
    assert "Woonde in de gemeente en niet in de opvang." in words
    day = case.traject.datum_inschrijving
    assert f"Ingeschreven in deze gemeente: {day.day} " in words
    assert f"/trajecten/{case.nummer}/gegevens/" in page.content.decode()
    assert "niet bevestigd" not in words.split("Waaruit blijkt dat?")[1]


def test_what_is_inferred_has_a_list_of_its_own(zaken, leider, inloggen):
    case = zaken["tweede"]
    case.na(30).doe(
        "verhuizing", "vastleggen", soort="uit_andere_gemeente",
        verhuisd_op=case.dag, gemeente_code="0599",
    )  # fmt: skip
    case.traject.refresh_from_db()
    case.traject.datum_uitstroom = date(2024, 2, 1)
    case.traject.save()
    client = inloggen(leider)
    page = client.get("/telling/?jaar=2025")
    assert page.context["som"]["onbevestigd"] == 1
    url = "/telling/2025/asiel-2/?alleen=onbevestigd"
    assert url in page.content.decode()
    words = tekst(client.get(url))
    assert "Kwam uit een andere gemeente; de jaren lopen door. niet bevestigd" in words
    assert "Verhuisd: Uit een andere gemeente hierheen" in words
    assert namen(client.get("/telling/2025/asiel-1/?alleen=onbevestigd")) == []


def test_the_route_counts_in_the_year_of_housing(leven, aanbieder, leider, inloggen):
    life = leven(date(2025, 3, 3)).door_tot("leerroute", "onderwijsroute")
    client = inloggen(leider)
    assert aantallen(client.get("/telling/?jaar=2025"), "waarvan") == {
        "onderwijsroute": 1
    }
    page = client.get("/telling/2025/onderwijsroute/")
    assert "PIP met de onderwijsroute" in tekst(page)
    assert f"/trajecten/{life.nummer}/pip/" in page.content.decode()
    assert aantallen(client.get("/telling/?jaar=2026"), "waarvan") == {
        "onderwijsroute": 0
    }


# --- Beside DUO -------------------------------------------------------------------------


DUO = {"jaar": "2025", "duo_asiel_1": "2", "duo_asiel_2": "1", "duo_asiel_3": "0",
       "duo_anders_1": "1"}  # fmt: skip


def test_the_count_of_duo_stands_beside_ours(zaken, leider, inloggen):
    page = inloggen(leider).get("/telling/", DUO)
    words = tekst(page)
    assert "1 minder dan DUO" in words
    assert "1 meer dan DUO" in words
    assert "gelijk" in words
    assert page.context["som"] == {
        "aantal": 4, "onbevestigd": 0, "duo": 4, "verschil": 0,
    }  # fmt: skip


def test_a_line_that_is_not_filled_in_has_no_difference(zaken, leider, inloggen):
    page = inloggen(leider).get("/telling/", {"jaar": "2025", "duo_asiel_1": "1"})
    assert page.context["som"]["duo"] is None
    assert "gelijk" in tekst(page)


def test_what_is_no_number_is_said_at_the_field(zaken, leider, inloggen):
    page = inloggen(leider).get("/telling/", DUO | {"duo_asiel_2": "veel"})
    assert page.status_code == 422
    assert "Vul een heel getal in" in str(page.context["form"].errors["duo_asiel_2"])
    assert 'value="veel"' in page.content.decode()
    assert "Volgens DUO" not in tekst(page)
    assert aantallen(page)["asiel-1"] == 1


# --- Who, and what it leaves behind -----------------------------------------------------


def test_who_sees_numbers_and_who_sees_persons(zaken, rollen, inloggen):
    clients = {rol: inloggen(lid) for rol, lid in rollen.items()}
    seen = {r for r, c in clients.items() if c.get("/telling/").status_code == 200}
    assert seen == {Rol.TEAMLEIDER, Rol.BELEIDSADVISEUR, Rol.CONTRACTBEHEERDER}
    named = {
        r
        for r, c in clients.items()
        if c.get("/telling/2025/asiel-1/").status_code == 200
    }
    assert named == {Rol.TEAMLEIDER}
    page = clients[Rol.BELEIDSADVISEUR].get("/telling/?jaar=2025")
    assert "/telling/2025/" not in page.content.decode()
    assert "met uw rol opent u geen dossiers" in tekst(page)


DOSSIERS_BEKEKEN = (
    "Dossiers achter de telling op 31 december 2025, Asielstatushouder: eerste jaar, "
    "gehuisvest in 2025, niet bevestigd"
)


def test_every_look_is_logged(zaken, leider, inloggen):
    client = inloggen(leider)
    client.get("/telling/?jaar=2025")
    client.get("/telling/2025/asiel-1/?alleen=onbevestigd")
    looks = Raadpleging.objects.order_by("-id").values_list("inzage", "reden")[:2]
    assert list(looks) == [
        (Inzage.TELLING.value, DOSSIERS_BEKEKEN),
        (Inzage.TELLING.value, "Telling op 31 december 2025 bekeken"),
    ]


def test_nothing_to_count_says_so(adviseur, inloggen):
    page = inloggen(adviseur).get("/telling/")
    assert "Er zijn nog geen dossiers" in tekst(page)
    assert page.status_code == 200


def test_another_municipality_counts_its_own(zaken, leiden, inloggen):
    client = inloggen(lid_van(leiden, Rol.TEAMLEIDER.value))
    assert client.get("/telling/").context["alle"] == 0
    with gemeente(leiden):
        assert lees_alle_feiten(KIJKT_NAAR) == {}


def test_a_case_out_of_reach_is_counted_and_not_shown(
    zaken, delft, leider, inloggen, monkeypatch
):
    team = Team.objects.create(gemeente=delft, naam="Zuid")
    zaken["eerste"].traject.team = team
    zaken["eerste"].traject.save()
    leider.team = Team.objects.create(gemeente=delft, naam="Noord")
    leider.rol = Rol.KLANTMANAGER.value  # a role that sees one team, were it let in
    leider.save()
    monkeypatch.setattr(scherm, "require_inzage", lambda *_: None)
    words = tekst(inloggen(leider).get("/telling/2025/asiel-1/"))
    assert "1 dossier 1 hoort niet bij uw team" in words
    assert "Eerste" not in words.split("hoort niet")[1]


# --- How it is read ---------------------------------------------------------------------


def test_many_at_once_are_the_facts_of_each(zaken, leven, aanbieder):
    far = leven(date(2025, 6, 3)).door_tot("onderdelen_behaald")
    far.na(1).doe(
        "duobesluit", "vastleggen", soort="voldaan", besloten_op=far.dag,
    )  # fmt: skip
    alle = lees_alle_feiten(KIJKT_NAAR)
    cases = [life.traject for life in zaken.values()] + [far.traject]
    assert set(alle) == {case.pk for case in cases}
    for case in cases:
        one, many = lees(case, VANDAAG).feiten, alle[case.pk]
        for name in ("inburgeraar", "traject", *KIJKT_NAAR):
            assert getattr(many, name) == getattr(one, name), name
        for jaar in range(2022, 2028):
            assert tel(many, jaar) == tel(one, jaar)


def test_statements_do_not_grow_with_the_cases(zaken, leven, leider, inloggen):
    client = inloggen(leider)

    def statements(url):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return [
            q["sql"]
            for q in captured.captured_queries
            if not q["sql"].startswith(
                ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "SELECT set_config")
            )
        ]

    urls = ("/telling/?jaar=2025", "/telling/2025/asiel-1/")
    client.get(urls[0])
    before = [statements(url) for url in urls]
    for day in range(4):
        leven(date(2025, 7, 3) + timedelta(days=day))
    after = [statements(url) for url in urls]
    assert [len(s) for s in after] == [len(s) for s in before]
    assert sum("UNION ALL" in sql for sql in after[0]) == 1
    assert [len(s) for s in after] == [5, 7]


def test_a_long_list_is_read_in_pages(leven, leider, inloggen, monkeypatch):
    monkeypatch.setattr(scherm, "BLADZIJDE", 2)
    for day in range(5):
        leven(date(2025, 7, 3) + timedelta(days=day), geslachtsnaam=f"Nummer{day}")
    client = inloggen(leider)
    url, found = "/telling/2025/asiel-1/", []
    while url:
        page = client.get(url)
        found += namen(page)
        url = page.context["volgende_url"] and (
            "/telling/2025/asiel-1/" + page.context["volgende_url"]
        )
    assert found == [f"Nummer{day}" for day in range(5)]
    assert page.context["vorige_url"] == "?"


def test_what_was_recorded_later_holds_for_the_day_it_happened(leven, leider, inloggen):
    life = leven(VANDAAG - timedelta(days=2), datum_plicht=date(2025, 6, 1),
                 datum_kennisgeving=date(2025, 6, 10),
                 datum_inschrijving=date(2025, 12, 31))  # fmt: skip
    assert life.traject.geregistreerd_op.year == 2026
    page = inloggen(leider).get("/telling/?jaar=2025")
    assert aantallen(page)["asiel-1"] == 1
    assert moment(VANDAAG).year == 2026
