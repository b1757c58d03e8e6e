"""The pages of the figures: who sees what, what they never show, and what they cost."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from inburgering import outbox
from inburgering.authorization.roles import Inzage, Rol
from inburgering.models import Bericht, Gebeurtenis, Gemeente, Raadpleging
from inburgering.models.gemeente import gemeente
from monitoring.levering.handelingen import besluiten
from monitoring.levering.maak import maak
from monitoring.levering.sleutels import publieke_sleutel
from monitoring.models import Levering, Ontvangst, Trajectfeit
from tests.inburgering.cast import VANDAAG, lid_van, moment
from tests.monitoring.rijen import vul


pytestmark = pytest.mark.django_db
NU = moment(VANDAAG)
HOOGSTENS = 12


@pytest.fixture
def maker(delft):
    return lid_van(delft, Rol.BELEIDSADVISEUR.value)


@pytest.fixture
def goedkeurder(delft):
    return lid_van(delft, Rol.LEVERINGSGOEDKEURDER.value)


@pytest.fixture
def levering(delft, maker):
    with gemeente(delft):
        vul(200, dagen=1000)
        return maak("2025J", 1, door=maker.gebruiker_id, on=NU)


@pytest.fixture
def ministerie(db):
    return Gemeente.objects.create(code="9990", naam="Ministerie")


def tekst(antwoord):
    return re.sub(r"\s+", " ", antwoord.content.decode())


PAGES = {
    "/leveringen/": {Rol.BELEIDSADVISEUR, Rol.PRIVACYFUNCTIONARIS, Rol.LEVERINGSGOEDKEURDER},
    "/leveringen/2025J/": {
        Rol.BELEIDSADVISEUR, Rol.PRIVACYFUNCTIONARIS, Rol.LEVERINGSGOEDKEURDER
    },
    "/monitor/": {Rol.BELEIDSADVISEUR, Rol.TEAMLEIDER, Rol.LEVERINGSGOEDKEURDER},
    "/ontvangst/": {Rol.ONTVANGER, Rol.ANALIST},
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_who_sees_what(levering, rollen, inloggen, page):
    seen = {
        rol for rol, lid in rollen.items() if inloggen(lid).get(page).status_code == 200
    }
    assert seen == PAGES[page]


def test_every_page_costs_at_most_twelve_statements(
    levering, maker, goedkeurder, inloggen, delft
):
    client = inloggen(maker)
    with gemeente(delft):
        besluiten(levering, akkoord=True, by=goedkeurder, on=NU)
        maak("2026H1", 1, door=maker.gebruiker_id, on=NU)
    for page in (
        "/leveringen/",
        "/leveringen/2025J/",
        "/leveringen/2026H1/",
        "/monitor/",
    ):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(page).status_code == 200
        counted = [
            q["sql"] for q in asked
            if not re.match(r"BEGIN|COMMIT|SAVEPOINT|RELEASE|.*set_config|S?E?SET ", q["sql"])
        ]  # fmt: skip
        assert len(counted) <= HOOGSTENS, (page, counted)


def test_from_asking_to_fetching(delft, maker, goedkeurder, inloggen):
    """Ask, click twice, wait, decide with a second person, fetch."""
    with gemeente(delft):
        vul(200, dagen=1000)
    client = inloggen(maker)
    for _ in range(2):
        answer = client.post("/leveringen/maken/", {"periode": "2025J"})
        assert answer.url == "/leveringen/2025J/"
    assert Bericht.objects.filter(soort="levering_maken").count() == 1
    waiting = client.get("/leveringen/2025J/")
    assert 'hx-trigger="every 2s"' in waiting.content.decode()
    assert "In de rij gezet" in tekst(waiting)
    part = client.get("/leveringen/2025J/", headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    outbox.leegmaken(timezone.localtime())
    done = client.get("/leveringen/2025J/", headers={"HX-Request": "true"})
    assert done.headers["HX-Refresh"] == "true"
    page = tekst(client.get("/leveringen/2025J/"))
    assert "Door de controle gekomen" in page
    assert "Iemand anders beslist" in page or "leveringsgoedkeurder beslist" in page
    assert client.get("/leveringen/2025J/pakket/").status_code == 404
    second = inloggen(goedkeurder)
    refused = second.post("/leveringen/2025J/besluit/", {"akkoord": "nee"})
    assert refused.status_code == 422
    assert "Schrijf op waarom" in tekst(refused)
    second.post("/leveringen/2025J/besluit/", {"akkoord": "ja"})
    package = client.get("/leveringen/2025J/pakket/")
    assert package.headers["Content-Type"] == "application/zip"
    with gemeente(delft):
        assert package.content == bytes(Levering.objects.get().inhoud)
        looks = Raadpleging.objects.filter(inzage=Inzage.LEVERINGEN.value)
        assert "Levering 2025J opgehaald" in {r.reden for r in looks}
        assert {g.handeling for g in Gebeurtenis.objects.all()} == {
            "levering_maken", "levering_goedkeuren"
        }  # fmt: skip


def test_who_may_not_make_or_decide_is_refused(levering, maker, goedkeurder, inloggen):
    assert inloggen(goedkeurder).post("/leveringen/maken/").status_code == 403
    client = inloggen(maker)
    assert (
        client.post("/leveringen/2025J/besluit/", {"akkoord": "ja"}).status_code == 403
    )
    assert client.get("/leveringen/2025K1/").status_code == 404
    assert client.get("/leveringen/onzin/").status_code == 404


def test_a_job_that_was_given_up_says_so_and_can_be_asked_again(delft, maker, inloggen):
    client = inloggen(maker)
    client.post("/leveringen/maken/", {"periode": "2025J"})
    Bericht.objects.update(dood=True, pogingen=5)
    page = client.get("/leveringen/2025J/")
    assert "Het maken is mislukt" in tekst(page)
    assert "every 2s" not in tekst(page)
    client.post("/leveringen/maken/", {"periode": "2025J"})
    assert Bericht.objects.filter(dood=False).count() == 1


def exact_en_afgerond(delft):
    """The true totals of the facts that are no multiple of five."""
    from monitoring import aggregate
    from monitoring.disclosure.uitgave import Editie, Editiesoort
    from monitoring.indicators.catalogus import GROEP_ROUTE

    with gemeente(delft):
        ruw = aggregate.tel(
            GROEP_ROUTE, Editie("x", Editiesoort.JAAR, date(2025, 12, 31))
        )
    return {
        n for t in ruw.tellingen.values() for n in t.cellen.values() if n % 5 and n > 12
    }


def cijfers_op(page):
    """Every number in a cell of a table of counts."""
    cells = re.findall(r'<td class="ib-num">(.*?)</td>|<strong>([\d.]+)</strong>', page)
    return {int(n) for pair in cells for n in pair if n.isdigit()}


def test_nothing_exact_stands_on_the_page_of_a_release(
    levering, maker, inloggen, delft
):
    client = inloggen(maker)
    for year in (2022, 2023, 2024):
        page = client.get(f"/leveringen/2025J/?cohort={year}").content.decode()
        assert cijfers_op(page)
        assert all(n % 5 == 0 for n in cijfers_op(page))
        assert "/monitor/dossiers/" not in page  # nor do they lead to anybody
    with gemeente(delft):
        pseudonyms = Trajectfeit.objects.values_list("pseudoniem", flat=True)
        assert not any(p in page for p in pseudonyms)


def test_own_figures_are_exact_and_looking_is_logged(levering, maker, inloggen, delft):
    page = inloggen(maker).get("/monitor/").content.decode()
    assert exact_en_afgerond(delft) & cijfers_op(page)
    assert "Nog niet meetbaar" in page
    with gemeente(delft):
        assert Raadpleging.objects.filter(inzage=Inzage.CIJFERS.value).count() == 1


def test_another_municipality_sees_no_release(levering, leiden, inloggen):
    client = inloggen(lid_van(leiden, Rol.BELEIDSADVISEUR.value))
    assert client.get("/leveringen/2025J/").status_code == 404
    assert "2025J</span>" not in tekst(client.get("/leveringen/"))
    assert "Er zijn nog geen cijfers" in tekst(client.get("/monitor/"))


def stuur(client, inhoud):
    upload = SimpleUploadedFile("levering.zip", inhoud, "application/zip")
    answer = client.post("/ontvangst/pakket/", {"pakket": upload}, follow=True)
    return tekst(answer)


def test_the_ministry_receives_verifies_and_refuses(levering, ministerie, inloggen):
    lid = lid_van(ministerie, Rol.ONTVANGER.value)
    client, inhoud = inloggen(lid), bytes(levering.inhoud)
    assert "is geen sleutel bekend" in stuur(client, inhoud)
    wrong = client.post("/ontvangst/sleutel/", {"code": "0503", "sleutel": "abc"})
    assert wrong.status_code == 422
    key = {"code": "0503", "sleutel": publieke_sleutel("0503")}
    client.post("/ontvangst/sleutel/", key)
    assert "geen leesbaar zip-bestand" in stuur(client, b"geen zip")
    from monitoring.levering import pakket

    files = pakket.pak_uit(inhoud)
    files["cijfers.csv"] += b"x"
    assert "is gewijzigd na het ondertekenen" in stuur(client, pakket.pak_in(files))
    assert "Aanvaard" in stuur(client, inhoud)
    assert "Aanvaard" in stuur(client, inhoud)  # the same once more: the same verdict
    with gemeente(ministerie):
        assert Ontvangst.objects.filter(aanvaard=True).count() == 1
        assert {bytes(o.inhoud) for o in Ontvangst.objects.filter(aanvaard=False)} == {
            b""
        }
    assert "Nog te weinig gemeenten" in tekst(client.get("/ontvangst/samen/2025J/"))


def test_an_analyst_reads_and_does_not_receive(ministerie, inloggen):
    client = inloggen(lid_van(ministerie, Rol.ANALIST.value))
    page = client.get("/ontvangst/")
    assert "Ontvang en controleer" not in tekst(page)
    assert client.post("/ontvangst/pakket/").status_code == 403


def test_municipalities_are_added_up_from_rounded_values(ministerie, inloggen):
    from monitoring.ontvangst.ontvang import ken, ontvang

    lid = lid_van(ministerie, Rol.ONTVANGER.value)
    totals = []
    for number, code in enumerate(("0503", "0546", "0599")):
        g, _ = Gemeente.objects.get_or_create(code=code, defaults={"naam": code})
        with gemeente(g):
            vul(150, zaad=number + 5, dagen=300)
            row = maak("2022J", 1, door=lid.gebruiker_id, on=NU)
            assert row.geslaagd
        with gemeente(ministerie):
            ken(code, publieke_sleutel(code), by=lid, on=NU)
            received = ontvang(bytes(row.inhoud), by=lid, on=NU)
            assert received.aanvaard, received.redenen
            from monitoring.ontvangst.ontvang import lees_ontvangst

            blok = lees_ontvangst(received).blok(2022, "gestart")
            totals.append(blok.cellen["totaal", "totaal"])
    page = inloggen(lid).get("/ontvangst/samen/2022J/").content.decode()
    assert sum(totals) in cijfers_op(page)
    assert "/monitor/dossiers/" not in page
