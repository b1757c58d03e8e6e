"""The worklist: what stands on it, in which order, for whom, and what it costs."""

from datetime import date, timedelta

import pytest

from inburgering import werkvoorraad
from inburgering.models import Gebeurtenis, Raadpleging, Team, Termijn, Traject
from inburgering.models.gemeente import gemeente
from inburgering.models.verlof import Verlof
from inburgering.views.werkvoorraad import _line
from inburgering.werkvoorraad import Filters, Groep, Selectie
from inburgering.wet.begrippen import Termijnsoort
from tests.inburgering.views.zaken import (
    lid_van,
    met_intake,
    met_pip,
    nieuw,
    onderweg,
    toegewezen,
)


def dagen(n: int) -> timedelta:
    return timedelta(days=n)


@pytest.fixture
def zaken(collega, vandaag):
    """Late, soon and later; one of a colleague, one of nobody."""
    other = lid_van(collega.gemeente, naam="A. Bakker", team=collega.team)
    late = toegewezen(nieuw(collega, vandaag - dagen(80), "Yonas Tesfay"), collega,
                      vandaag - dagen(80))  # fmt: skip
    soon = toegewezen(nieuw(collega, vandaag - dagen(30), "Olena Bondar"), collega,
                      vandaag - dagen(30))  # fmt: skip
    theirs = toegewezen(nieuw(other, vandaag - dagen(5), "Li Wen"), other,
                        vandaag - dagen(5))  # fmt: skip
    nobody = nieuw(collega, vandaag - dagen(2), "Zahra Rahimi")
    return {"late": late, "soon": soon, "theirs": theirs, "nobody": nobody}


def test_shows_own_work_by_urgency_with_its_reason(als, collega, zaken):
    page = als(collega).get("/werkvoorraad/").content.decode()
    assert page.index("Te laat") < page.index("Deze twee weken") < page.index(">Later")
    assert "Yonas Tesfay" in page
    assert "Li Wen" not in page
    assert "Begint op de inschrijving in de gemeente" in page
    assert "Besluit art. 5.3" in page


def test_selections_differ_by_whose_work_it_is(collega, zaken, vandaag):
    def names(selectie: Selectie) -> set[str]:
        rows = werkvoorraad.open_termijnen(collega, vandaag, selectie)
        return {row.traject.inburgeraar.geslachtsnaam for row in rows}

    assert names(Selectie.MIJN) == {"Tesfay", "Bondar"}
    assert names(Selectie.TEAM) == {"Tesfay", "Bondar", "Wen", "Rahimi"}
    assert names(Selectie.NIET_TOEGEWEZEN) == {"Rahimi"}
    assert names(Selectie.PIP) == {"Tesfay"}


def test_no_talk_planned(collega, vandaag):
    with_talk = met_intake(nieuw(collega, vandaag - dagen(300)), collega,
                           vandaag - dagen(290))  # fmt: skip
    met_pip(with_talk, collega, vandaag - dagen(200))
    rows = werkvoorraad.open_termijnen(collega, vandaag, Selectie.GESPREK)
    assert list(rows) == []  # somebody else's, or nobody's yet

    toegewezen(with_talk, collega, vandaag)
    assert [row.traject_id for row in rows.all()] == [with_talk.pk]


def test_filters_narrow(collega, zaken, vandaag):
    def found(**filters) -> int:
        return werkvoorraad.open_termijnen(
            collega, vandaag, Selectie.TEAM, Filters(**filters)
        ).count()

    assert found(naam="tesf") == 2  # intake and PIP
    assert found(soort=Termijnsoort.PIP.value, naam="tesf") == 1
    assert found(leerroute="z_route") == 0
    assert found(naam="bestaat niet") == 0


def test_a_term_far_away_is_no_work_yet(collega, vandaag):
    case = met_intake(
        nieuw(collega, vandaag - dagen(120)), collega, vandaag - dagen(110)
    )
    met_pip(case, collega, vandaag - dagen(70))
    rows = werkvoorraad.open_termijnen(collega, vandaag, Selectie.TEAM)
    kinds = {row.soort for row in rows}
    assert Termijnsoort.INBURGERINGSTERMIJN.value not in kinds
    assert Termijnsoort.PIP_BEZWAAR.value not in kinds
    assert Termijnsoort.VOORTGANGSGESPREK.value in kinds
    # The same answer in Python, for the bar above the file.
    term = Termijn.objects.get(soort=Termijnsoort.INBURGERINGSTERMIJN.value)
    assert not werkvoorraad.is_werk(Termijnsoort(term.soort), term.uiterlijk, vandaag)
    assert werkvoorraad.is_werk(Termijnsoort(term.soort), vandaag + dagen(30), vandaag)


def test_pages_by_key_show_every_row_once(collega, vandaag):
    for n in range(7):
        nieuw(collega, vandaag - dagen(2), f"Persoon Nummer{n}")
    rows = werkvoorraad.open_termijnen(collega, vandaag, Selectie.TEAM)
    seen, after = [], None
    while True:
        page = werkvoorraad.bladzijde(werkvoorraad.stel_bladzijde(rows, after, 3))
        seen += [row.id for row in page[:3]]
        if len(page) <= 3:
            break
        after = (page[2].uiterlijk, page[2].id)
    assert seen == [row.pk for row in rows]


def test_counts_are_one_statement_and_stop(
    collega, zaken, vandaag, monkeypatch, django_assert_num_queries
):
    rows = werkvoorraad.open_termijnen(collega, vandaag, Selectie.TEAM)
    with django_assert_num_queries(1):
        counts = werkvoorraad.tel(
            werkvoorraad.stel({"alles": rows, "niets": rows.none()}),
            werkvoorraad.stel_per_groep(rows, vandaag),
        )
    assert counts.pop("niets") == 0
    assert counts.pop("alles") == rows.count() == sum(counts.values())
    monkeypatch.setattr(werkvoorraad, "MEESTE", 2)
    assert werkvoorraad.tel(werkvoorraad.stel({"alles": rows})) == {"alles": 3}
    assert werkvoorraad.aantal(3) == "2+"


def test_groups_follow_the_day(vandaag):
    assert werkvoorraad.groep(vandaag - dagen(1), vandaag) is Groep.TE_LAAT
    assert werkvoorraad.groep(vandaag, vandaag) is Groep.DRINGEND
    assert werkvoorraad.groep(vandaag + dagen(14), vandaag) is Groep.DRINGEND
    assert werkvoorraad.groep(vandaag + dagen(15), vandaag) is Groep.LATER


@pytest.mark.parametrize("rol", ["klantmanager", "teamleider"])
def test_the_same_statements_at_1_and_50_rows(als, collega, vandaag, rol, hoogstens):
    lid = collega if rol == "klantmanager" else lid_van(collega.gemeente, rol)
    client = als(lid)

    def ask() -> int:
        with hoogstens(12) as asked:
            page = client.get("/werkvoorraad/?selectie=team")
        assert page.status_code == 200
        return len(asked)

    nieuw(collega, vandaag - dagen(2))
    one = ask()
    for n in range(50):
        nieuw(collega, vandaag - dagen(2), f"Persoon Nummer{n}")
    assert ask() == one


def test_a_look_at_the_list_is_logged(als, collega, zaken):
    als(collega).get("/werkvoorraad/")
    look = Raadpleging.objects.latest("id")
    assert (look.inzage, look.nummer) == ("werkvoorraad", "")


def test_another_team_is_out_of_reach(als, collega, zaken, vandaag):
    elsewhere = Team.objects.create(gemeente=collega.gemeente, naam="Team Zuid")
    stranger = lid_van(collega.gemeente, team=elsewhere)
    page = als(stranger).get("/werkvoorraad/?selectie=pip").content.decode()
    assert "Tesfay" not in page


@pytest.mark.parametrize("rol", ["jurist_bezwaar", "contractbeheerder", "auditor"])
def test_other_roles_have_no_worklist(als, collega, rol):
    assert als(lid_van(collega.gemeente, rol)).get("/werkvoorraad/").status_code == 403


# --- Handing over ---------------------------------------------------------------------


def test_hand_over_asks_once_more_and_tells_per_row(als, collega, zaken, vandaag):
    other = lid_van(collega.gemeente, naam="B. Jansen", team=collega.team)
    ids = [zaken["late"].pk, zaken["soon"].pk]
    client = als(collega)
    asked = client.post("/werkvoorraad/overdragen/", {"traject": ids})
    assert asked.status_code == 200
    assert "2 dossiers gaan mee" in asked.content.decode()
    assert Traject.objects.get(pk=ids[0]).klantmanager_id == collega.gebruiker_id

    done = client.post(
        "/werkvoorraad/overdragen/",
        {"traject": ids, "naar": other.gebruiker_id, "toelichting": "Verlof",
         "bevestigd": "ja"},
    )  # fmt: skip
    assert "2 van 2" in done.content.decode()
    assert {t.klantmanager_id for t in Traject.objects.filter(pk__in=ids)} == {
        other.gebruiker_id
    }
    trail = Gebeurtenis.objects.filter(handeling="traject_toewijzen").latest("id")
    assert (trail.samenvatting, trail.reden) == ("Naar B. Jansen", "Verlof")


def test_one_refusal_stops_no_other(als, collega, zaken):
    other = lid_van(collega.gemeente, naam="B. Jansen", team=collega.team)
    client = als(collega)
    data = {"naar": other.gebruiker_id, "bevestigd": "ja"}
    client.post("/werkvoorraad/overdragen/", data | {"traject": zaken["late"].pk})
    done = client.post(
        "/werkvoorraad/overdragen/",
        data | {"traject": [zaken["late"].pk, zaken["soon"].pk]},
    ).content.decode()
    assert "1 van 2" in done
    assert "heeft dit dossier al" in done


def test_hand_over_without_a_choice_or_a_colleague(als, collega, zaken):
    client = als(collega)
    empty = client.post("/werkvoorraad/overdragen/", {})
    assert "geen dossier gekozen" in empty.content.decode()
    wrong = client.post(
        "/werkvoorraad/overdragen/", {"traject": zaken["late"].pk, "bevestigd": "ja"}
    )
    assert wrong.status_code == 422
    assert "Kies een collega." in wrong.content.decode()


def _hand_over(client, cases, other):
    """Hand cases over, and give what the button to undo would send."""
    done = client.post(
        "/werkvoorraad/overdragen/",
        {"traject": [c.pk for c in cases], "naar": other.gebruiker_id, "bevestigd": "ja"},
    )  # fmt: skip
    return done.context["ongedaan"]


def test_who_is_away_today_is_said_before_one_hands_over(als, collega, zaken, vandaag):
    other = Traject.objects.get(pk=zaken["theirs"].pk).klantmanager
    Verlof.objects.create(
        gemeente=collega.gemeente, gebruiker=other, vervanger=collega.gebruiker,
        van=vandaag, tot_en_met=vandaag + dagen(5),
    )  # fmt: skip
    page = als(collega).post(
        "/werkvoorraad/overdragen/", {"traject": [zaken["late"].pk]}
    )
    assert "A. Bakker (nu afwezig)" in page.content.decode()
    assert "J. de Wit (nu afwezig)" not in page.content.decode()


def test_a_hand_over_can_be_undone_with_a_result_per_row(als, collega, zaken):
    other = lid_van(collega.gemeente, naam="B. Jansen", team=collega.team)
    third = lid_van(collega.gemeente, naam="C. Smit", team=collega.team)
    client = als(collega)
    back = _hand_over(client, [zaken["late"], zaken["soon"]], other)
    _hand_over(client, [zaken["soon"]], third)

    done = client.post("/werkvoorraad/overdragen/ongedaan/", {"regel": back})
    page = done.content.decode()
    assert "1 van 2" in page
    assert "Dit dossier is intussen bij iemand anders." in page
    holders = {
        key: Traject.objects.get(pk=zaken[key].pk).klantmanager_id
        for key in ("late", "soon")
    }
    assert holders == {"late": collega.gebruiker_id, "soon": third.gebruiker_id}
    trail = Gebeurtenis.objects.filter(nummer=zaken["late"].nummer).latest("id")
    assert trail.reden == "Overdracht ongedaan gemaakt"

    again = client.post("/werkvoorraad/overdragen/ongedaan/", {"regel": back})
    assert "0 van 2" in again.content.decode()


def test_who_had_it_and_left_gets_nothing_back(
    als, collega, teamleider, zaken, vandaag
):
    other = lid_van(collega.gemeente, naam="B. Jansen", team=collega.team)
    back = _hand_over(als(collega), [zaken["late"]], other)
    collega.einde = vandaag
    collega.save()
    page = als(teamleider).post("/werkvoorraad/overdragen/ongedaan/", {"regel": back})
    assert "werkt hier niet meer" in page.content.decode()
    holder = Traject.objects.get(pk=zaken["late"].pk).klantmanager_id
    assert holder == other.gebruiker_id


@pytest.mark.parametrize(
    "regel", ["", "1", "1-2", "1-2-3-4", "a-b-c", "-1-2-3", "²-1-1", "9" * 30 + "-1-1"]
)
def test_nothing_to_undo_is_told_and_changes_nothing(als, collega, zaken, regel):
    before = Gebeurtenis.objects.count()
    answer = als(collega).post(
        "/werkvoorraad/overdragen/ongedaan/", {"regel": regel}, follow=True
    )
    assert "Er was niets ongedaan te maken." in answer.content.decode()
    assert Gebeurtenis.objects.count() == before


def test_one_goes_back_to_the_list_one_came_from(als, collega, zaken):
    client = als(collega)
    for van, words in (("caseload", "/caseload/"), ("//kwaad", "/werkvoorraad/")):
        page = client.post(
            "/werkvoorraad/overdragen/", {"traject": zaken["late"].pk, "van": van}
        )
        assert page.context["terug"][0] == words


def test_who_may_not_assign_may_not_hand_over(als, collega, zaken):
    clerk = lid_van(collega.gemeente, "administratie")
    answer = als(clerk).post("/werkvoorraad/overdragen/", {"traject": zaken["late"].pk})
    assert answer.status_code == 403


def test_empty_list_says_what_next(als, collega):
    page = als(collega).get("/werkvoorraad/").content.decode()
    assert "U heeft geen taken" in page
    assert "Bekijk de taken van uw team" in page


def test_a_broken_page_key_is_ignored(als, collega, zaken):
    client = als(collega)
    for key in ("2026-13-45-1", "onzin", "2026-11-20-x", "-", ""):
        assert client.get("/werkvoorraad/", {"na": key}).status_code == 200


def test_filter_by_name_folds_accents(als, collega, vandaag):
    nieuw(collega, vandaag - dagen(2), "Rosa Núñez")
    page = als(collega).get("/werkvoorraad/?selectie=team&naam=nunez").content.decode()
    assert "Núñez" in page
    assert "Naam bevat: nunez" in page
    assert date(2026, 11, 20) == vandaag


def test_running_case_lists_its_talk(als, collega, vandaag):
    case = met_intake(
        nieuw(collega, vandaag - dagen(260)), collega, vandaag - dagen(250)
    )
    met_pip(case, collega, vandaag - dagen(200))
    onderweg(toegewezen(case, collega, vandaag), collega, vandaag - dagen(190))
    page = als(collega).get("/werkvoorraad/").content.decode()
    assert f"/trajecten/{case.nummer}/voortgangsgesprek/voeren/" in page


@pytest.mark.parametrize(
    ("artikel", "merken"),
    [("Besluit art. 5.3", 0), ("Wi2021 art. 17 (niet bevestigd)", 1)],
)
@pytest.mark.parametrize("reden", ["wijzigen kan", "lang " * 40])
def test_a_reason_on_the_list_says_that_its_rule_is_not_confirmed(
    collega, vandaag, artikel, merken, reden
):
    term = werkvoorraad.Taak(
        1, Termijnsoort.LEERROUTE_WIJZIGEN, 1, vandaag, reden, artikel, 1, "2026-1",
        "leerroute", "b1_route", "Yonas", "", "Tesfay", None,
    )  # fmt: skip
    with gemeente(collega.gemeente):
        line = _line(collega, term, vandaag)

    assert line.kort.count("(niet bevestigd)") == merken
    assert line.waarom.count("(niet bevestigd)") == merken
