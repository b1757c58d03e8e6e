"""Providers, roles, access log, rule book: the pages around the files."""

import re
from datetime import date, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from inburgering.actions import aanbieder as aanbieders
from inburgering.models import (
    Aanbieder,
    Cursus,
    Gebeurtenis,
    Inburgeringsaanbod,
    Lidmaatschap,
    Team,
    Traject,
)
from inburgering.wet.uitkomst import NietToegestaan
from tests.aanmelden import meld_aan
from tests.inburgering.views.zaken import (
    lid_van,
    met_intake,
    met_pip,
    nieuw,
    onderweg,
    op,
)


CASES = "/trajecten/?aanbieder={}"


@pytest.fixture
def school(collega, vandaag) -> Aanbieder:
    return aanbieders.vastleggen(
        by=collega, on=op(vandaag), naam="Taalhuis Delft", keurmerk="blik_op_werk",
        keurmerk_vanaf=date(2022, 1, 1), actief=True,
    ).feit  # fmt: skip


@pytest.fixture
def zaak(collega, school, vandaag):
    made = nieuw(collega, vandaag - timedelta(days=260), "Samira Haddad")
    met_intake(made, collega, vandaag - timedelta(days=250))
    met_pip(made, collega, vandaag - timedelta(days=200))
    return onderweg(made, collega, vandaag - timedelta(days=190), school)


@pytest.mark.parametrize(
    ("rol", "pad"),
    [
        ("klantmanager", "/werkvoorraad/"), ("teamleider", "/werkvoorraad/"),
        ("administratie", "/werkvoorraad/"), ("jurist_bezwaar", "/trajecten/"),
        ("contractbeheerder", "/aanbieders/"), ("functioneel_beheerder", "/beheer/"),
        ("privacyfunctionaris", "/toegangslog/"), ("auditor", "/trajecten/"),
        ("externe_begeleider", "/werkvoorraad/"),
    ],
)  # fmt: skip
def test_every_role_begins_at_its_own_work(als, delft, rol, pad):
    client = als(lid_van(delft, rol))
    assert client.get("/")["Location"] == pad
    assert client.get(pad).status_code == 200


# --- Providers ------------------------------------------------------------------------


def test_contract_manager_sees_numbers_and_no_names(als, collega, school, zaak):
    client = als(lid_van(collega.gemeente, "contractbeheerder"))
    assert "Taalhuis Delft" in client.get("/aanbieders/").content.decode()
    page = client.get(f"/aanbieders/{school.pk}/").content.decode()
    assert zaak.nummer in page
    assert ">120<" in page
    assert "Haddad" not in page


def test_others_see_no_participants(als, collega, school, zaak):
    page = als(collega).get(f"/aanbieders/{school.pk}/").content.decode()
    assert zaak.nummer not in page
    assert "Wijzig aanbieder" not in page
    assert als(collega).get("/aanbieders/nieuw/").status_code == 403


def test_the_number_of_participants_opens_who_they_are(
    als, collega, school, zaak, vandaag
):
    """Numbers for contracts, the cases within reach for who has cases, else nobody."""
    row = f'">1<span class="ib-visually-hidden"> deelnemers van {school.naam}'
    baas = als(lid_van(collega.gemeente, "contractbeheerder"))
    lists = {
        baas: f"/aanbieders/{school.pk}/?nu=ja#deelnemers",
        als(collega): f"/trajecten/?aanbieder={school.pk}",
    }
    for client, url in lists.items():
        assert f'<a href="{url}{row}' in client.get("/aanbieders/").content.decode()
        assert zaak.nummer in client.get(url).content.decode()
    assert "Haddad" not in baas.get(f"/aanbieders/{school.pk}/?nu=ja").content.decode()
    page = als(collega).get(f"/trajecten/?aanbieder={school.pk}").content.decode()
    assert "Nu bij Taalhuis Delft" in page
    assert "begonnen op " in page
    beheer = als(lid_van(collega.gemeente, "functioneel_beheerder"))
    alone = beheer.get("/aanbieders/").content.decode()
    assert row not in alone
    assert "met uw rol opent u geen dossiers" in alone
    other = aanbieders.vastleggen(
        by=collega, on=op(vandaag), naam="Andere School", keurmerk="geen"
    ).feit
    for number in (other.pk, 99999):
        page = als(collega).get(f"/trajecten/?aanbieder={number}").content.decode()
        assert zaak.nummer not in page
    assert "een onbekende aanbieder" in page


def test_who_stopped_is_no_participant_of_now(als, collega, school, zaak, vandaag):
    Inburgeringsaanbod.objects.update(beeindigd_op=vandaag, reden_einde="anders")
    baas = als(lid_van(collega.gemeente, "contractbeheerder"))
    page = f"/aanbieders/{school.pk}/"
    assert zaak.nummer in baas.get(page).content.decode()
    assert zaak.nummer not in baas.get(f"{page}?nu=ja").content.decode()
    assert "?nu=ja#deelnemers" not in baas.get("/aanbieders/").content.decode()
    mine = als(collega).get(f"/trajecten/?aanbieder={school.pk}").content.decode()
    assert zaak.nummer not in mine


def test_a_closed_file_takes_no_place(als, collega, school, zaak, vandaag):
    """Nobody recorded the last day with the provider; that is not made up either."""
    course = Cursus.objects.create(
        gemeente=collega.gemeente, aanbieder=school, naam="Ochtend", leerroute="b1",
        plaatsen=5,
    )  # fmt: skip
    Inburgeringsaanbod.objects.update(cursus=course)
    baas = lid_van(collega.gemeente, "contractbeheerder")
    page = f"/aanbieders/{school.pk}/"
    for status, free, number in (("leerroute", 4, 1), ("afgesloten", 5, 0)):
        Traject.objects.filter(pk=zaak.pk).update(status=status)
        screen = als(baas)
        ((_, taken, left, _),) = screen.get(page).context["cursussen"]
        assert (taken, left) == (number, free)
        ((_, _, taking_part, _),) = screen.get("/aanbieders/").context["aanbieders"]
        assert taking_part == number
        for lid, url in ((baas, f"{page}?nu=ja"), (collega, CASES.format(school.pk))):
            listed = als(lid).get(url).content.decode()
            assert (zaak.nummer in listed) is bool(number)
    assert "dossier afgesloten" in als(baas).get(page).content.decode()
    assert Inburgeringsaanbod.objects.get().beeindigd_op is None


def test_who_offers_a_place_reads_which_class_is_full(als, collega, school, zaak):
    of_school = {
        "gemeente": collega.gemeente,
        "aanbieder": school,
        "leerroute": "b1_route",
    }
    full = Cursus.objects.create(naam="Ochtend", plaatsen=1, **of_school)
    Cursus.objects.create(naam="Middag", plaatsen=3, **of_school)
    Cursus.objects.create(naam="Avond", **of_school)
    Inburgeringsaanbod.objects.update(cursus=full)
    for act in ("aanbod/doen/", "wachtlijst/opnemen/"):
        page = als(collega).get(f"/trajecten/{zaak.nummer}/{act}").content.decode()
        assert "Ochtend (B1-route), vol<" in page
        assert "Middag (B1-route), nog 3 vrij<" in page
        assert "Avond (B1-route)<" in page


def test_participants_come_page_by_page(
    als, collega, school, zaak, vandaag, monkeypatch
):
    second = nieuw(collega, vandaag - timedelta(days=250), "Yusuf Demir")
    met_intake(second, collega, vandaag - timedelta(days=240))
    met_pip(second, collega, vandaag - timedelta(days=190))
    onderweg(second, collega, vandaag - timedelta(days=180), school)
    monkeypatch.setattr("inburgering.views.aanbieder.BLADZIJDE", 1)
    baas = als(lid_van(collega.gemeente, "contractbeheerder"))
    url = f"/aanbieders/{school.pk}/"
    first = baas.get(f"{url}?nu=ja").content.decode()
    assert zaak.nummer in first
    assert second.nummer not in first
    following = re.search(r'href="(\?[^"#]+)#deelnemers" rel="next"', first)[1]
    rest = baas.get(url + following.replace("&amp;", "&")).content.decode()
    assert zaak.nummer not in rest
    assert second.nummer in rest
    assert 'rel="next"' not in rest
    assert 'rel="prev"' in rest


def test_add_and_change_a_provider_and_a_course(als, collega, school):
    client = als(lid_van(collega.gemeente, "contractbeheerder"))
    made = client.post(
        "/aanbieders/nieuw/",
        {"naam": "Nieuwe School", "keurmerk": "geen", "actief": "on"},
    )
    new = Aanbieder.objects.get(naam="Nieuwe School")
    assert made["Location"] == f"/aanbieders/{new.pk}/"
    double = client.post("/aanbieders/nieuw/", {"naam": "nieuwe school",
                                                "keurmerk": "geen"})  # fmt: skip
    assert double.status_code == 422
    assert "Er is al een aanbieder" in double.content.decode()
    client.post(f"/aanbieders/{new.pk}/wijzigen/",
                {"naam": "Andere School", "keurmerk": "geen"})  # fmt: skip
    new.refresh_from_db()
    assert new.naam == "Andere School"
    client.post(
        f"/aanbieders/{new.pk}/cursussen/nieuw/",
        {"aanbieder": new.pk, "naam": "B1 avond", "leerroute": "b1_route",
         "uren_per_week": "6", "lesvorm": "online", "actief": "on"},
    )  # fmt: skip
    assert Cursus.objects.get(aanbieder=new).naam == "B1 avond"
    assert client.get("/aanbieders/99999/").status_code == 404


def test_statements_of_the_provider_pages(als, collega, school, zaak, hoogstens):
    client = als(lid_van(collega.gemeente, "contractbeheerder"))
    for url in ("/aanbieders/", f"/aanbieders/{school.pk}/"):
        with hoogstens(12):
            client.get(url)
    mine = als(collega)
    with hoogstens(12):
        mine.get(f"/trajecten/?aanbieder={school.pk}")


# --- Roles ----------------------------------------------------------------------------


@pytest.fixture
def beheerder(delft) -> Lidmaatschap:
    return lid_van(delft, "functioneel_beheerder", naam="F. Beheer")


ROL = {
    "email": "nieuw@voorbeeld.example", "naam": "N. Nieuw", "rol": "klantmanager",
    "mandaat": "on", "begin": "20-11-2026",
}  # fmt: skip


def test_give_a_role_to_a_new_colleague(als, beheerder, team):
    answer = als(beheerder).post("/beheer/rollen/geven/", ROL | {"team": team.pk})
    assert answer["Location"] == "/beheer/"
    made = Lidmaatschap.objects.get(gebruiker__email="nieuw@voorbeeld.example")
    assert (made.rol, made.team, made.mandaat, made.einde) == (
        "klantmanager", team, True, None,
    )  # fmt: skip
    assert not made.gebruiker.has_usable_password()
    trail = Gebeurtenis.objects.latest("id")
    assert trail.handeling == "lidmaatschap_beheren"
    assert "N. Nieuw" in trail.samenvatting


def test_a_changed_role_ends_the_sessions(als, beheerder, collega):
    meld_aan(Client(), collega)
    meld_aan(Client(), collega)
    client = als(beheerder)
    before = Session.objects.count()
    client.post(
        f"/beheer/rollen/{collega.pk}/beeindigen/", {"laatste_dag": "20-11-2026"}
    )
    collega.refresh_from_db()
    assert collega.einde == date(2026, 11, 21)
    assert Session.objects.count() == before - 2


def test_nobody_changes_their_own_role(als, beheerder):
    client = als(beheerder)
    own = client.post(
        "/beheer/rollen/geven/", ROL | {"email": beheerder.gebruiker.email}
    )
    assert own.status_code == 422
    assert "Uw eigen rol wijzigt een collega" in own.content.decode()
    end = client.post(
        f"/beheer/rollen/{beheerder.pk}/beeindigen/", {"laatste_dag": "20-11-2026"}
    )
    assert end.status_code == 422


def test_an_auditor_has_an_end_and_a_sample(als, beheerder):
    client = als(beheerder)
    answer = client.post("/beheer/rollen/geven/", ROL | {"rol": "auditor"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Een auditor krijgt altijd een einddatum." in page
    assert "Vul in welke dossiers de auditor leest." in page
    client.post(
        "/beheer/rollen/geven/",
        ROL | {"rol": "auditor", "laatste_dag": "31-12-2026",
               "steekproef": "2026-00001, 2026-00002"},
    )  # fmt: skip
    made = Lidmaatschap.objects.get(rol="auditor")
    assert made.steekproef == ["2026-00001", "2026-00002"]
    assert made.einde == date(2027, 1, 1)


def test_add_a_team_and_look_around(als, beheerder, team):
    client = als(beheerder)
    client.post("/beheer/teams/toevoegen/", {"naam": "Team Zuid"})
    assert Team.objects.filter(naam="Team Zuid").exists()
    double = client.post("/beheer/teams/toevoegen/", {"naam": "team zuid"})
    assert double.status_code == 422
    page = client.get("/beheer/").content.decode()
    assert "F. Beheer" in page
    assert "Team Zuid" in page


def test_only_the_manager_manages(als, collega):
    client = als(collega)
    for url in ("/beheer/", "/beheer/rollen/geven/", "/beheer/teams/toevoegen/"):
        assert client.get(url).status_code == 403


# --- Access log and rule book ---------------------------------------------------------


def test_the_access_log_names_colleagues_and_no_newcomer(als, collega, zaak):
    als(collega).get(f"/trajecten/{zaak.nummer}/")
    client = als(lid_van(collega.gemeente, "privacyfunctionaris"))
    page = client.get("/toegangslog/").content.decode()
    assert zaak.nummer in page
    assert "J. de Wit" in page
    assert "Haddad" not in page
    assert (
        "Niets gevonden"
        in client.get("/toegangslog/", {"nummer": "2020-00001"}).content.decode()
    )
    assert client.get("/toegangslog/", {"van": "31-02-2026"}).status_code == 422
    found = client.get("/toegangslog/", {"naam": "wit", "van": "20-11-2026",
                                         "tot_en_met": "20-11-2026"})  # fmt: skip
    assert zaak.nummer in found.content.decode()


@pytest.fixture
def geweigerd(collega, vandaag) -> None:
    """Two registrations that the law refused: of a Frenchman and of a child."""
    for dagen, anders in ((40, {"nationaliteit": "0057"}),
                          (1, {"geboortedatum": "2012-01-01"})):  # fmt: skip
        with pytest.raises(NietToegestaan):
            nieuw(collega, vandaag - timedelta(days=dagen), "Luc Dupont", **anders)


def test_the_access_log_tells_which_registrations_were_refused(als, collega, geweigerd):
    client = als(lid_van(collega.gemeente, "privacyfunctionaris"))
    page = client.get("/toegangslog/").content.decode()
    assert page.index("Nog geen 16 jaar") < page.index("Europese Unie")
    assert "Dupont" not in page
    lately = {"van": "19-11-2026", "tot_en_met": "19-11-2026"}
    page = client.get("/toegangslog/", lately).content.decode()
    assert "Nog geen 16 jaar" in page
    assert "Europese Unie" not in page
    # Of a case, on an older page, or asked wrongly: nothing to do with these.
    for asked in ({"nummer": "2026-00001"}, {"voor": "1"}, {"van": "31-02-2026"}):
        page = client.get("/toegangslog/", asked).content.decode()
        assert "Geweigerde registraties" not in page


def test_an_auditor_sees_the_log_of_the_sample(als, collega, zaak, geweigerd):
    als(collega).get(f"/trajecten/{zaak.nummer}/")
    auditor = lid_van(collega.gemeente, "auditor", steekproef=["2026-09999"])
    page = als(auditor).get("/toegangslog/").content.decode()
    assert zaak.nummer not in page
    assert "Geweigerde registraties" not in page


def test_who_may_not_read_the_log(als, collega):
    assert als(collega).get("/toegangslog/").status_code == 403


def test_the_rule_book_is_searched(als, collega):
    client = als(collega)
    page = client.get("/regelboek/").content.decode()
    assert "Getallen van de wet" in page
    found = client.get("/regelboek/", {"q": "pip_weken"}).content.decode()
    assert "10 weken" in found
    assert "niet bevestigd" in found
    assert (
        "Geen regel gevonden"
        in client.get("/regelboek/", {"q": "zevenmijlslaarzen"}).content.decode()
    )
