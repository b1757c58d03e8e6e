"""Leave: who sees whose work, what falls due before it, and what changed after it."""

import re
from datetime import date, time, timedelta

import pytest

from inburgering import werkvoorraad
from inburgering.actions import agendapunt, notitie, taak, verlof, voortgangsgesprek
from inburgering.actions.traject import toewijzen
from inburgering.models import Gebeurtenis, Team, Verlof
from inburgering.werkvoorraad import Selectie
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.views.zaken import (
    lid_van,
    met_intake,
    met_pip,
    nieuw,
    op,
    toegewezen,
)


def dagen(n: int) -> timedelta:
    return timedelta(days=n)


@pytest.fixture
def vervanger(collega):
    return lid_van(collega.gemeente, naam="A. Bakker", team=collega.team)


@pytest.fixture
def zaak(collega, vandaag):
    """Give a case of the colleague who goes away, with its ten weeks running."""
    case = nieuw(collega, vandaag - dagen(30), "Yonas Tesfay")
    return toegewezen(case, collega, vandaag - dagen(30))


def plan(collega, vervanger, vandaag, van: int, tot: int) -> Verlof:
    return verlof.plannen(
        by=collega, on=op(vandaag), vervanger=vervanger.gebruiker,
        van=vandaag + dagen(van), tot_en_met=vandaag + dagen(tot),
    ).feit  # fmt: skip


def dossiers(lid, dag: date) -> set[str]:
    rows = werkvoorraad.open_termijnen(lid, dag, Selectie.VERVANGING)
    return {row.traject.nummer for row in rows}


@pytest.mark.parametrize(
    ("dag", "ziet"), [(0, False), (1, True), (3, True), (5, True), (6, False)]
)
def test_the_substitute_sees_the_work_from_the_first_to_the_last_day(
    collega, vervanger, zaak, vandaag, dag, ziet
):
    plan(collega, vervanger, vandaag, 1, 5)
    seen = dossiers(vervanger, vandaag + dagen(dag))
    assert seen == ({zaak.nummer} if ziet else set())
    assert dossiers(collega, vandaag + dagen(dag)) == set()


def test_the_chip_is_there_only_for_who_replaces_somebody(
    als, collega, vervanger, zaak, vandaag
):
    assert "Ik vervang" not in als(vervanger).get("/werkvoorraad/").content.decode()
    plan(collega, vervanger, vandaag, 0, 2)
    assert "Ik vervang" in als(vervanger).get("/werkvoorraad/").content.decode()
    page = als(vervanger).get("/werkvoorraad/?selectie=vervanging").content.decode()
    assert "Yonas Tesfay" in page


def test_what_falls_due_stands_per_person_with_what_needs_a_mandate(
    als, collega, vervanger, zaak, vandaag
):
    row = plan(collega, vervanger, vandaag, 1, 60)
    page = als(collega).get(f"/verlof/{row.pk}/").content.decode()
    assert "Yonas Tesfay" in page
    assert "PIP vaststellen" in page
    assert "mag geen besluiten nemen" not in page  # the substitute has a mandate

    vervanger.mandaat = False
    vervanger.save()
    assert (
        "A. Bakker mag geen besluiten nemen"
        in als(collega).get(f"/verlof/{row.pk}/").content.decode()
    )


def test_appointments_in_those_days_stand_there_too(
    als, collega, vervanger, zaak, vandaag
):
    def maak(when: int, case=zaak, **anders):
        return agendapunt.maken(
            traject=case, by=collega, on=op(vandaag), dag=vandaag + dagen(when),
            begin=time(10), einde=None, soort="gesprek", vorm="kantoor",
            plaats="Kamer 4", **{"wie": None} | anders,
        ).feit  # fmt: skip

    other = toegewezen(nieuw(vervanger, vandaag, "Olena Bondar"), vervanger, vandaag)
    for when in (0, 1, 5, 6):
        maak(when)
    maak(2, wie=vervanger.gebruiker)
    maak(3, case=other)
    maak(4, case=other, wie=collega.gebruiker)
    gone = maak(3)
    agendapunt.afzeggen(
        traject=zaak, by=collega, on=op(vandaag), id=gone.pk, reden="Op verzoek"
    )
    row = plan(collega, vervanger, vandaag, 1, 5)
    answer = als(collega).get(f"/verlof/{row.pk}/")
    shown = {
        p["naam"]: [a["dag"] for a in p["afspraken"]]
        for p in answer.context["personen"]
    }
    assert shown == {
        "Yonas Tesfay": [vandaag + dagen(1), vandaag + dagen(5)],
        "Olena Bondar": [vandaag + dagen(4)],
    }
    page = answer.content.decode()
    assert "3 afspraken in de agenda" in page
    assert "in de agenda op 21 november 2026, 10:00" in page


def test_who_is_not_concerned_does_not_find_it(als, collega, vervanger, vandaag):
    row = plan(collega, vervanger, vandaag, 1, 5)
    other = lid_van(collega.gemeente, naam="C. Vos", team=collega.team)
    assert als(other).get(f"/verlof/{row.pk}/").status_code == 404
    assert als(other).post(f"/verlof/{row.pk}/intrekken/").status_code == 404
    assert als(vervanger).get(f"/verlof/{row.pk}/").status_code == 200
    assert als(vervanger).post(f"/verlof/{row.pk}/intrekken/").status_code == 404
    assert "J. de Wit" not in als(other).get("/verlof/").content.decode()


def test_taken_back_is_as_if_it_never_was(als, collega, vervanger, zaak, vandaag):
    row = plan(collega, vervanger, vandaag, 0, 5)
    assert als(collega).post(f"/verlof/{row.pk}/intrekken/").url == "/verlof/"
    assert dossiers(vervanger, vandaag) == set()
    assert als(collega).get(f"/verlof/{row.pk}/").status_code == 404
    plan(collega, vervanger, vandaag, 2, 3)  # the same days are free again
    with pytest.raises(NietToegestaan, match="al ingetrokken"):
        verlof.intrekken(by=collega, on=op(vandaag), verlof=row)


ONGEDAAN = re.compile(
    r'action="(/verlof/[^"]+)">.*?name="sleutel" value="([^"]+)"', re.DOTALL
)


def test_planning_and_taking_back_are_undone_from_the_message(
    als, collega, vervanger, zaak, vandaag
):
    typed = {
        "van": f"{vandaag:%d-%m-%Y}", "tot_en_met": f"{vandaag + dagen(5):%d-%m-%Y}",
        "vervanger": vervanger.gebruiker_id,
    }  # fmt: skip
    scherm = als(collega)
    page = scherm.post("/verlof/plannen/", typed, follow=True)
    for act, sees in (("intrekken", set()), ("terugzetten", {zaak.nummer})):
        url, sleutel = ONGEDAAN.search(page.content.decode()).groups()
        assert url.endswith(f"/{act}/")
        page = scherm.post(url, {"sleutel": sleutel}, follow=True)
        assert dossiers(vervanger, vandaag) == sees
        second = scherm.post(url, {"sleutel": sleutel}, follow=True)
        assert "al gedaan" in second.content.decode()
        assert dossiers(vervanger, vandaag) == sees
    row = Verlof.objects.get()
    assert row.history.exclude(ingetrokken_op=None).exists()
    acts = Gebeurtenis.objects.filter(feit="verlof", feit_id=row.pk)
    assert list(acts.order_by("id").values_list("handeling", flat=True)) == [
        "verlof_plannen", "verlof_intrekken", "verlof_terugzetten",
    ]  # fmt: skip


def test_leave_is_put_back_only_where_it_still_fits(als, collega, vervanger, vandaag):
    row = plan(collega, vervanger, vandaag, 1, 5)
    with pytest.raises(NietToegestaan, match="staat er al weer"):
        verlof.terugzetten(by=collega, on=op(vandaag), verlof=row)
    als(collega).post(f"/verlof/{row.pk}/intrekken/")
    other = lid_van(collega.gemeente, naam="C. Vos", team=collega.team)
    assert als(other).post(f"/verlof/{row.pk}/terugzetten/").status_code == 404
    assert als(vervanger).post(f"/verlof/{row.pk}/terugzetten/").status_code == 404
    plan(collega, vervanger, vandaag, 5, 6)
    page = als(collega).post(f"/verlof/{row.pk}/terugzetten/", follow=True)
    assert "Er staat al verlof" in page.content.decode()
    row.refresh_from_db()
    assert row.ingetrokken_op == vandaag


def test_a_substitute_who_lost_the_files_does_not_come_back(
    collega, vervanger, vandaag
):
    row = plan(collega, vervanger, vandaag, 1, 5)
    verlof.intrekken(by=collega, on=op(vandaag), verlof=row)
    vervanger.einde = vandaag
    vervanger.save()
    with pytest.raises(NietToegestaan, match="ziet de dossiers"):
        verlof.terugzetten(by=collega, on=op(vandaag), verlof=row)


@pytest.mark.parametrize(
    ("van", "tot", "kan"),
    [(-3, 4, False), (1, 4, False), (6, 9, True), (5, 5, False), (0, 0, True),
     (0, 9, False)],
)  # fmt: skip
def test_one_is_away_once_at_a_time(collega, vervanger, vandaag, van, tot, kan):
    plan(collega, vervanger, vandaag, 1, 5)
    if kan:
        plan(collega, vervanger, vandaag, van, tot)
        return
    with pytest.raises(NietToegestaan, match="al verlof"):
        plan(collega, vervanger, vandaag, van, tot)


def test_what_is_typed_wrong_is_said_at_its_field(als, collega, vervanger, vandaag):
    def post(**typed: object):
        return als(collega).post("/verlof/plannen/", typed)

    good = {
        "van": "23-11-2026", "tot_en_met": "27-11-2026",
        "vervanger": vervanger.gebruiker_id,
    }  # fmt: skip
    for field, value, words in (
        ("van", "31-02-2026", "kalender"),
        ("van", "28-11-2026", "einde ligt voor het begin"),
        ("tot_en_met", "19-11-2026", "al voorbij"),
        ("vervanger", collega.gebruiker_id, "Kies een van de mogelijkheden"),
    ):
        answer = post(**good | {field: value})
        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert Verlof.objects.count() == 0
    answer = post(**good)
    assert answer.status_code == 302
    row = Verlof.objects.get()
    assert (row.gebruiker, row.vervanger) == (collega.gebruiker, vervanger.gebruiker)
    assert Gebeurtenis.objects.filter(handeling="verlof_plannen").count() == 1


def test_a_team_leader_plans_for_a_colleague(als, teamleider, collega, vervanger):
    answer = als(teamleider).post(
        "/verlof/plannen/",
        {"van": "23-11-2026", "tot_en_met": "27-11-2026",
         "gebruiker": collega.gebruiker_id, "vervanger": vervanger.gebruiker_id},
    )  # fmt: skip
    assert answer.status_code == 302
    assert Verlof.objects.get().gebruiker == collega.gebruiker
    assert "J. de Wit" in als(teamleider).get("/verlof/").content.decode()
    same = als(teamleider).post(
        "/verlof/plannen/",
        {"van": "30-11-2026", "tot_en_met": "30-11-2026",
         "gebruiker": collega.gebruiker_id, "vervanger": collega.gebruiker_id},
    )  # fmt: skip
    assert same.status_code == 422
    assert "Kies een ander" in same.content.decode()


# --- Since one was away ---------------------------------------------------------------


def test_since_one_was_away_tells_who_did_what_and_what_waits(
    als, collega, vervanger, zaak, vandaag
):
    quiet = toegewezen(
        nieuw(collega, vandaag - dagen(20), "Li Wen"), collega, vandaag - dagen(20)
    )
    plan(collega, vervanger, vandaag - dagen(12), 1, 10)
    notitie.toevoegen(
        traject=zaak, by=vervanger, on=op(vandaag - dagen(4)), onderwerp="Gebeld",
        tekst="Komt maandag langs",
    )  # fmt: skip
    notitie.toevoegen(
        traject=zaak, by=vervanger, on=op(vandaag - dagen(15)), onderwerp="Eerder",
        tekst="Dit was ervoor",
    )  # fmt: skip
    taak.maken(
        traject=zaak, by=vervanger, on=op(vandaag - dagen(2)),
        omschrijving="Bel over de les", uiterlijk=vandaag + dagen(1),
    )  # fmt: skip
    notitie.toevoegen(
        traject=zaak, by=collega, on=op(vandaag), onderwerp="Zelf", tekst="Van mijzelf"
    )

    answer = als(collega).get("/sinds/")
    page = answer.content.decode()

    assert "U was weg tot en met" in page
    (person,) = answer.context["personen"]
    assert person["nummer"] == zaak.nummer
    assert [act["wat"] for act in person["gebeurd"]] == [
        "Taak gemaakt", "Notitie toegevoegd",
    ]  # fmt: skip
    assert {act["door"] for act in person["gebeurd"]} == {"A. Bakker"}
    assert "Bel over de les" in [w["wat"] for w in person["wacht"]]
    assert answer.context["rustig"] == 1
    assert quiet.nummer not in page
    # A day of one's own choice.
    early = als(collega).get(f"/sinds/?dag={vandaag - dagen(16):%d-%m-%Y}")
    assert len(early.context["personen"][0]["gebeurd"]) == 3


def test_what_is_no_longer_ones_own_is_named_by_number_and_within_reach_by_name(
    als, collega, vervanger, zaak, teamleider, vandaag
):
    other = toegewezen(
        nieuw(collega, vandaag - dagen(30), "Samira Haddad"),
        collega,
        vandaag - dagen(30),
    )
    kept = toegewezen(
        nieuw(collega, vandaag - dagen(30), "Li Wen"), collega, vandaag - dagen(30)
    )
    toegewezen(zaak, vervanger, vandaag - dagen(1))
    far = Team.objects.create(gemeente=collega.gemeente, naam="Zuid")
    elsewhere = lid_van(collega.gemeente, naam="C. Vos", team=far)
    other.refresh_from_db()
    toewijzen(
        traject=other, by=teamleider, on=op(vandaag), klantmanager=elsewhere.gebruiker,
        team_id=far.pk,
    )  # fmt: skip
    answer = als(collega).get(f"/sinds/?dag={vandaag - dagen(3):%d-%m-%Y}")
    assert {row["nummer"]: row["naam"] for row in answer.context["weg"]} == {
        zaak.nummer: "Yonas Tesfay", other.nummer: "",
    }  # fmt: skip
    assert kept.nummer not in answer.content.decode().split("Niet meer bij u")[1]
    assert "nu bij C. Vos, buiten uw bereik" in answer.content.decode()
    # Nothing went today from somebody who never had it.
    assert als(vervanger).get("/sinds/").context["weg"] == []


@pytest.mark.parametrize(
    ("gevraagd", "begin", "fout"),
    [
        ("", date(2026, 11, 16), ""),  # a Friday: since Monday
        ("20-11-2026", date(2026, 11, 20), ""),
        ("21-11-2026", date(2026, 11, 16), "Deze dag is er nog niet"),
        ("19-11-2025", date(2025, 11, 19), ""),
        ("18-11-2025", date(2026, 11, 16), "te lang geleden"),
        ("gisteren", date(2026, 11, 16), "dag-maand-jaar"),
        ("31-02-2026", date(2026, 11, 16), "kalender"),
    ],
)
def test_from_which_day(als, collega, vandaag, gevraagd, begin, fout):
    answer = als(collega).get("/sinds/", {"dag": gevraagd})
    assert answer.status_code == (422 if fout else 200)
    assert answer.context["begin"] == begin
    assert "Niemand anders deed iets" in answer.content.decode()
    assert fout in str(answer.context["form"].errors)


def test_only_who_can_open_the_files_is_offered(als, collega, teamleider, vervanger):
    elsewhere = Team.objects.create(gemeente=collega.gemeente, naam="Zuid")
    lid_van(collega.gemeente, naam="C. Vos", team=elsewhere)
    lid_van(collega.gemeente, naam="D. Prins")  # of no team: sees every case
    lid_van(collega.gemeente, "administratie", naam="E. Smit")

    def offered(lid) -> set[str]:
        form = als(lid).get("/verlof/plannen/").context["form"]
        return {str(person) for person in form.fields["vervanger"].queryset}

    assert offered(collega) == {"A. Bakker", "D. Prins", "M. Visser"}
    assert offered(teamleider) == {
        "A. Bakker", "C. Vos", "D. Prins", "J. de Wit", "M. Visser",
    }  # fmt: skip


def test_a_substitute_can_open_the_files(collega, vandaag, teamleider):
    elsewhere = Team.objects.create(gemeente=collega.gemeente, naam="Zuid")
    stranger = lid_van(collega.gemeente, naam="C. Vos", team=elsewhere)
    with pytest.raises(NietToegestaan, match=r"C\. Vos ziet de dossiers"):
        plan(collega, stranger, vandaag, 1, 5)
    plan(collega, teamleider, vandaag, 1, 5)
    everywhere = lid_van(collega.gemeente, naam="D. Bos", team=None)
    plan(collega, everywhere, vandaag, 6, 7)


def test_statements_do_not_grow_with_the_cases(
    als, collega, vervanger, vandaag, hoogstens
):
    def extra(n: int):
        case = nieuw(collega, vandaag - dagen(200), f"Persoon {n}")
        met_pip(met_intake(case, collega, vandaag - dagen(190)), collega,
                vandaag - dagen(120))  # fmt: skip
        toegewezen(case, collega, vandaag - dagen(100))
        voortgangsgesprek.voeren(
            traject=case, by=vervanger, on=op(vandaag), gevoerd_op=vandaag,
            vorm="telefoon",
        )  # fmt: skip

    extra(1)
    row = plan(collega, vervanger, vandaag, 1, 30)
    screen = als(collega)
    for url, ceiling in (("/sinds/", 10), (f"/verlof/{row.pk}/", 9), ("/verlof/", 7)):
        with hoogstens(ceiling):
            screen.get(url)
    for n in range(2, 5):
        extra(n)
    for url, ceiling in (("/sinds/", 10), (f"/verlof/{row.pk}/", 9), ("/verlof/", 7)):
        with hoogstens(ceiling):
            screen.get(url)
