"""Saved selections: kept by name, counted, shared, renamed, thrown away."""

from urllib.parse import quote

import pytest

from inburgering.models import Selectie, Team
from inburgering.models.selectie import MEESTE, Lijst
from inburgering.views.selectie import te_bewaren
from tests.inburgering.views.zaken import lid_van, nieuw, toegewezen


@pytest.fixture
def zaak(collega, vandaag):
    return toegewezen(nieuw(collega, vandaag, "Yonas Tesfay"), collega, vandaag)


def bewaar(client, lijst="caseload", vraag="status=aangemeld&orde=-contact", **velden):
    data = {"lijst": lijst, "vraag": vraag, "naam": "Net binnen"} | velden
    return client.post("/selecties/nieuw/", data)


@pytest.mark.parametrize(
    ("lijst", "vraag"),
    [
        ("caseload", "status=aangemeld"),
        ("werkvoorraad", "selectie=mijn&soort=pip_vaststellen"),
    ],
)
def test_filters_get_a_name_and_a_number(als, collega, zaak, lijst, vraag, hoogstens):
    client = als(collega)
    page = client.get(f"/{lijst}/?{vraag}").content.decode()
    assert f"/selecties/nieuw/?lijst={lijst}&amp;vraag={quote(vraag, safe='')}" in page
    assert bewaar(client, lijst, vraag)["Location"] == f"/{lijst}/?{vraag}"
    with hoogstens(12):
        page = client.get(f"/{lijst}/?{vraag}").content.decode()
    href = vraag.replace("&", "&amp;")
    assert (
        f'<a href="?{href}" aria-current="page">Net binnen <span>1</span></a>' in page
    )
    assert "Bewaar deze selectie" not in page
    assert "Net binnen <span>1</span>" in client.get(f"/{lijst}/").content.decode()


def test_a_name_that_was_sought_is_not_kept(als, collega, zaak):
    client = als(collega)
    bewaar(client, vraag="naam=Tesfay&status=aangemeld&onzin=1&vanaf=3")
    assert Selectie.objects.get().vraag == "status=aangemeld"
    assert te_bewaren(Lijst.WERKVOORRAAD, {"naam": "x", "soort": ""}) == ""
    page = client.get("/caseload/?naam=Tesfay").content.decode()
    assert "Bewaar deze selectie" not in page


def test_shared_with_the_team_and_with_nobody_else(als, collega, zaak):
    bewaar(als(collega), gedeeld="on")
    bewaar(als(collega), naam="Alleen van mij")
    south = Team.objects.create(gemeente=collega.gemeente, naam="Team Zuid")
    mate = lid_van(collega.gemeente, team=collega.team)
    stranger = lid_van(collega.gemeente, team=south)
    page = als(mate).get("/caseload/").content.decode()
    assert "Net binnen <span>0</span>" in page  # with one's own persons
    assert "Alleen van mij" not in page
    assert "Net binnen" not in als(stranger).get("/caseload/").content.decode()
    row = Selectie.objects.get(naam="Net binnen")
    assert als(mate).get(f"/selecties/{row.pk}/").status_code == 404
    assert (
        als(stranger).post(f"/selecties/{row.pk}/", {"verwijderen": "ja"}).status_code
        == 404
    )
    assert Selectie.objects.count() == 2


def test_a_team_leader_clears_away_what_a_colleague_left(als, collega, zaak):
    bewaar(als(collega), gedeeld="on")
    row = Selectie.objects.get()
    leader = lid_van(collega.gemeente, "teamleider", team=collega.team)
    assert (
        als(leader).post(f"/selecties/{row.pk}/", {"verwijderen": "ja"}).status_code
        == 302
    )
    assert not Selectie.objects.exists()


def test_shared_by_who_stands_above_the_teams_is_everybodys(als, collega, teamleider):
    client = als(teamleider)
    assert "Deel met alle teams" in client.get("/selecties/nieuw/").content.decode()
    bewaar(client, gedeeld="on")
    assert "Net binnen" in als(collega).get("/caseload/").content.decode()


def test_renamed_and_thrown_away(als, collega, zaak):
    client = als(collega)
    bewaar(client)
    row = Selectie.objects.get()
    url = f"/selecties/{row.pk}/"
    assert 'value="Net binnen"' in client.get(url).content.decode()
    client.post(url, {"naam": "Nieuwkomers", "gedeeld": "on"})
    row.refresh_from_db()
    assert (row.naam, row.gedeeld, row.vraag) == (
        "Nieuwkomers", True, "status=aangemeld&orde=-contact",
    )  # fmt: skip
    page = client.get("/selecties/").content.decode()
    assert "Nieuwkomers" in page
    assert "Uzelf, gedeeld" in page
    client.post(url, {"verwijderen": "ja"})
    assert "nog geen selecties" in client.get("/selecties/").content.decode()


@pytest.mark.parametrize(
    ("naam", "melding"),
    [("", "Vul een naam in."), ("x" * 41, "te lang"), ("Net binnen", "al een selectie"),
     ("nul\0", "niet kan worden bewaard")],
)  # fmt: skip
def test_a_bad_name_is_told_and_nothing_typed_is_lost(als, collega, naam, melding):
    client = als(collega)
    bewaar(client)
    answer = bewaar(client, naam=naam)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert melding in page
    assert 'name="vraag" value="status=aangemeld&amp;orde=-contact"' in page
    assert Selectie.objects.count() == 1


def test_a_name_that_is_taken_when_renaming(als, collega):
    client = als(collega)
    bewaar(client)
    bewaar(client, naam="Ander")
    row = Selectie.objects.get(naam="Ander")
    answer = client.post(f"/selecties/{row.pk}/", {"naam": "Net binnen"})
    assert answer.status_code == 422
    assert '<p class="ib-lead">Ander</p>' in answer.content.decode()


def test_there_is_an_end_to_chips(als, collega):
    client = als(collega)
    for n in range(MEESTE):
        assert bewaar(client, naam=f"Selectie {n}").status_code == 302
    answer = bewaar(client, naam="Een te veel")
    assert answer.status_code == 422
    assert "Verwijder eerst een andere" in answer.content.decode()


def test_an_old_selection_never_breaks_a_list(als, collega, zaak):
    """Somebody left, a label or a kind of task is gone: then it finds nobody or all."""
    for lijst, vraag in (
        ("caseload", "wie=lid-999&label=weg&contact=7&orde=onzin"),
        ("werkvoorraad", "selectie=weg&soort=weg&klantmanager=999"),
    ):
        Selectie.objects.create(
            gemeente=collega.gemeente, lid=collega, lijst=lijst, naam="Oud", vraag=vraag
        )
        assert als(collega).get(f"/{lijst}/").status_code == 200
        assert als(collega).get(f"/{lijst}/?{vraag}").status_code == 200


def test_other_lists_and_roles(als, collega):
    assert als(collega).get("/selecties/nieuw/?lijst=onzin").status_code == 404
    clerk = als(lid_van(collega.gemeente, "administratie"))
    assert clerk.get("/selecties/nieuw/?lijst=caseload").status_code == 403
    assert clerk.get("/selecties/nieuw/?lijst=werkvoorraad").status_code == 200
    assert (
        als(lid_van(collega.gemeente, "auditor")).get("/selecties/").status_code == 403
    )
