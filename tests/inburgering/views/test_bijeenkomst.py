"""Meetings of a group: plan, propose, invite, record who came, and what the law makes of it."""

from collections.abc import Callable
from datetime import date, time
from uuid import uuid4

import pytest
from django.test import Client

from inburgering.actions import bijeenkomst as acts
from inburgering.actions import deelname as part
from inburgering.actions.uitvoering import AlGedaan
from inburgering.models import (
    MAP,
    PVT,
    Afsluiting,
    Bijeenkomst,
    Deelname,
    Document,
    DUOBesluit,
    Gebeurtenis,
    Raadpleging,
    Team,
    Traject,
)
from inburgering.models.bijeenkomst import Aanwezigheid
from inburgering.views.deelname import nog_nodig, op_taal
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.views.zaken import lid_van, met_intake, met_pip, nieuw, op


A = Aanwezigheid
AVOND = {
    "soort": "pvt", "titel": "PVT, avond 1", "begin": time(19), "einde": time(22),
    "plaats": "Zaal 2, Markt 1", "taal": "Arabisch", "tolk": False, "plaatsen": 5,
    "door": "Vluchtelingenhulp", "uren": 3, "ondertekenen": False,
}  # fmt: skip


def dag(vandaag: date, n: int) -> date:
    return vandaag.fromordinal(vandaag.toordinal() + n)


@pytest.fixture
def plan(collega, vandaag) -> Callable[..., Bijeenkomst]:
    """Plan a PVT evening, ten days ago unless another day is given."""

    def make(over: int = -10, **anders: object) -> Bijeenkomst:
        return acts.plannen(
            by=collega, on=op(dag(vandaag, -30)), **AVOND | {"dag": dag(vandaag, over)}
            | anders,
        ).feit  # fmt: skip

    return make


@pytest.fixture
def zaak(collega, vandaag) -> Callable[..., Traject]:
    """Register a person a hundred days ago."""

    def make(naam: str = "Yonas Tesfay", **anders: object) -> Traject:
        return nieuw(collega, dag(vandaag, -100), naam, **anders)

    return make


@pytest.fixture
def met_plan(collega, vandaag, zaak) -> Callable[..., Traject]:
    """Give somebody a PIP too: without one nobody signs."""

    def make(naam: str = "Yonas Tesfay", **pip: object) -> Traject:
        case = met_intake(zaak(naam), collega, dag(vandaag, -90))
        met_pip(case, collega, dag(vandaag, -60), **pip)
        return case

    return make


def nodig_uit(traject: Traject, meeting: Bijeenkomst, lid) -> Deelname:
    return part.uitnodigen(
        traject=traject, by=lid, on=op(dag(meeting.dag, -5)), bijeenkomst=meeting,
        uitgenodigd_op=dag(meeting.dag, -5), wijze="brief",
    ).feit  # fmt: skip


def leg_vast(row: Deelname, lid, vandaag: date, was: str | None = None, **anders):
    values = {"aanwezigheid": "aanwezig"} | anders
    return part.vastleggen(
        traject=row.traject, by=lid, on=op(vandaag), id=row.pk, was=was, **values
    )


def lijst(meeting: Bijeenkomst) -> str:
    return f"/bijeenkomsten/{meeting.pk}/aanwezigheid/"


# --- Plan, change, cancel -------------------------------------------------------------

FORMULIER = {
    "soort": "pvt", "titel": "PVT, avond 1", "dag": "30-11-2026", "begin": "19.00",
    "einde": "21:30", "plaats": "Zaal 2", "plaatsen": "12", "tolk": "nee", "uren": "2",
}  # fmt: skip


def test_a_planned_meeting_stands_in_the_list(als, collega, teamleider) -> None:
    answer = als(collega).post("/bijeenkomsten/plannen/", FORMULIER)
    meeting = Bijeenkomst.objects.get()
    assert answer.url == f"/bijeenkomsten/{meeting.pk}/"
    assert (meeting.begin, meeting.einde) == (time(19), time(21, 30))
    page = als(teamleider).get("/bijeenkomsten/").content.decode()
    assert "PVT, avond 1" in page
    assert "0 van 12" in page
    trail = Gebeurtenis.objects.get(handeling="bijeenkomst_plannen")
    assert (trail.nummer, trail.feit_id) == ("", meeting.pk)
    assert meeting.history.count() == 1


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("dag", "19-11-2026", "al voorbij"),
        ("dag", "", "Vul de dag in"),
        ("begin", "25:00", "staat niet op de klok"),
        ("begin", "zeven", "bijvoorbeeld 19:30"),
        ("einde", "18:00", "niet na het begin (19:00)"),
        ("uren", "", "voor hoeveel uur"),
        ("plaatsen", "0", "van 1 of hoger"),
        ("soort", "quiz", "Kies een van de mogelijkheden"),
        ("titel", "x" * 121, "te lang"),
    ],
)
def test_what_cannot_be_is_said_at_the_field(
    als, collega, veld, waarde, melding
) -> None:
    answer = als(collega).post("/bijeenkomsten/plannen/", FORMULIER | {veld: waarde})
    assert answer.status_code == 422
    assert melding in str(answer.context["form"].errors[veld])
    assert "Zaal 2" in answer.content.decode()
    assert not Bijeenkomst.objects.exists()


def test_what_is_to_come_tells_who_is_invited_also_beside_what_was(
    als, collega, plan
) -> None:
    plan(-10, titel="Geweest")
    plan(10, titel="Komt nog")
    page = als(collega).get("/bijeenkomsten/").content.decode()
    coming, past = page.split('<h2 id="geweest">')
    assert "Uitgenodigd</th>" in coming
    assert "0 van 5" in coming
    assert "Aanwezig</th>" not in coming
    assert "Aanwezig</th>" in past


def test_only_a_pvt_is_signed(als, collega) -> None:
    typed = FORMULIER | {"soort": "voorlichting", "uren": "", "ondertekenen": "on"}
    answer = als(collega).post("/bijeenkomsten/plannen/", typed)
    assert "hoort bij het PVT" in str(answer.context["form"].errors["ondertekenen"])
    del typed["ondertekenen"]
    assert als(collega).post("/bijeenkomsten/plannen/", typed).status_code == 302
    assert Bijeenkomst.objects.get().uren == 0


def test_another_like_this_one_takes_over_all_but_the_day(als, collega, plan) -> None:
    meeting = plan()
    page = als(collega).get(f"/bijeenkomsten/plannen/?zoals={meeting.pk}")
    first = page.context["form"]
    assert first["titel"].value() == "PVT, avond 1"
    assert not first["dag"].value()
    assert als(collega).get("/bijeenkomsten/plannen/?zoals=99999x").status_code == 200


def test_moving_it_tells_who_was_invited(als, collega, plan, zaak) -> None:
    meeting, case = plan(5), zaak()
    nodig_uit(case, meeting, collega)
    url = f"/bijeenkomsten/{meeting.pk}/wijzigen/"
    assert "Yonas Tesfay" in als(collega).get(url).content.decode()
    typed = FORMULIER | {"dag": "12-12-2026", "uren": "3", "titel": "PVT, avond 1b"}
    assert als(collega).post(url, typed).status_code == 302
    trail = Gebeurtenis.objects.filter(handeling="bijeenkomst_wijzigen")
    assert {row.nummer for row in trail} == {"", case.nummer}
    assert "12 december 2026" in trail.get(nummer=case.nummer).samenvatting


@pytest.mark.parametrize(
    ("anders", "veld"), [({"soort": "map"}, "soort"), ({"plaatsen": "1"}, "plaatsen")]
)
def test_who_is_invited_limits_what_can_change(
    als, collega, plan, zaak, anders, veld
) -> None:
    meeting = plan(5)
    for name in ("Yonas Tesfay", "Amina Haddad"):
        nodig_uit(zaak(name), meeting, collega)
    answer = als(collega).post(
        f"/bijeenkomsten/{meeting.pk}/wijzigen/", FORMULIER | anders
    )
    assert answer.status_code == 422
    assert veld in answer.context["form"].errors


def test_a_cancelled_meeting_shows_whom_to_tell(
    als, collega, plan, zaak, vandaag
) -> None:
    meeting, case = plan(5), zaak(telefoon="06 0000 0000")
    row = nodig_uit(case, meeting, collega)
    url = f"/bijeenkomsten/{meeting.pk}/afgelasten/"
    assert als(collega).post(url, {"reden": ""}).status_code == 422
    assert als(collega).post(url, {"reden": "Zaal dicht"}).status_code == 302
    page = als(collega).get(f"/bijeenkomsten/{meeting.pk}/").content.decode()
    assert "Afgelast op 20 november 2026" in page
    assert "06 0000 0000" in page
    assert Gebeurtenis.objects.filter(
        handeling="bijeenkomst_afgelasten", nummer=case.nummer
    ).exists()
    with pytest.raises(NietToegestaan, match="afgelast"):
        leg_vast(row, collega, vandaag, aanwezigheid="met_bericht")
    with pytest.raises(NietToegestaan, match="afgelast"):
        nodig_uit(zaak("Amina Haddad"), meeting, collega)
    assert als(collega).post(url, {"reden": "Nog eens"}).status_code == 422


@pytest.mark.parametrize(("dag", "kan"), [(-1, False), (0, True), (5, True)])
def test_a_meeting_that_was_cancelled_by_mistake_goes_on(
    als, collega, plan, zaak, vandaag, dag, kan
) -> None:
    meeting, case = plan(dag), zaak()
    if dag >= 0:
        nodig_uit(case, meeting, collega)
    url = f"/bijeenkomsten/{meeting.pk}/"
    refused = als(collega).post(f"{url}hervatten/")
    assert refused.status_code == 422
    assert "is niet afgelast" in refused.content.decode()
    page = als(collega).post(f"{url}afgelasten/", {"reden": "Zaal dicht"}, follow=True)
    offered = f'action="{url}hervatten/"' in page.content.decode()
    assert offered is kan
    assert ("Toch laten doorgaan" in als(collega).get(url).content.decode()) is kan

    form = als(collega).get(f"{url}hervatten/")
    assert "Wie was uitgenodigd, is dat nog" in form.content.decode()
    sleutel = str(uuid4())
    done = als(collega).post(f"{url}hervatten/", {"sleutel": sleutel}, follow=True)
    meeting.refresh_from_db()
    if not kan:
        assert done.status_code == 422
        assert "Plan een nieuwe bijeenkomst" in done.content.decode()
        assert meeting.afgelast_op
        return
    text = done.content.decode()
    assert "gaat toch door" in text
    assert "Laat dan weten dat het wel doorgaat" in text
    assert (meeting.afgelast_op, meeting.reden) == (None, "")
    assert meeting.history.filter(reden="Zaal dicht").exists()
    again = als(collega).post(f"{url}hervatten/", {"sleutel": sleutel}, follow=True)
    assert "al opgeslagen" in again.content.decode()
    rows = Gebeurtenis.objects.filter(handeling="bijeenkomst_hervatten")
    assert rows.filter(nummer=case.nummer).count() == 1


def test_who_was_there_keeps_a_meeting_as_it_was(
    als, collega, plan, zaak, vandaag
) -> None:
    meeting = plan(0)
    leg_vast(nodig_uit(zaak(), meeting, collega), collega, vandaag)
    for verb, typed in (("wijzigen", FORMULIER), ("afgelasten", {"reden": "Ziek"})):
        answer = als(collega).post(f"/bijeenkomsten/{meeting.pk}/{verb}/", typed)
        assert "wie er was" in answer.content.decode()


# --- Propose and invite ---------------------------------------------------------------


def nodig(meeting: Bijeenkomst, lid) -> list[str]:
    cases = op_taal(nog_nodig(meeting, lid), meeting.taal)
    return [case.inburgeraar.geslachtsnaam for case in cases]


def test_who_speaks_the_language_is_proposed_first(collega, plan, zaak) -> None:
    zaak("Yonas Tesfay", contacttaal="Tigrinya")
    zaak("Amina Haddad", contacttaal="arabisch")
    assert nodig(plan(5), collega) == ["Haddad", "Tesfay"]
    assert nodig(plan(6, taal=""), collega) == ["Tesfay", "Haddad"]


def test_who_is_done_with_the_pvt_is_not_proposed(
    collega, plan, zaak, met_plan, vandaag
) -> None:
    done = met_plan("A Af")
    exempt, begun, closed = (zaak(n) for n in ("V Vrij", "B Bezig", "D Dicht"))
    meeting = plan(-20, ondertekenen=True)
    leg_vast(nodig_uit(done, meeting, collega), collega, vandaag, ondertekend=True)
    leg_vast(nodig_uit(begun, meeting, collega), collega, vandaag)
    DUOBesluit.objects.create(
        gemeente=collega.gemeente, traject=exempt, soort="vrijstelling_gedeeltelijk",
        onderdeel="pvt", besloten_op=vandaag, vastgelegd_op=vandaag,
        vastgelegd_door=collega.gebruiker,
    )  # fmt: skip
    closed.status = "afgesloten"
    closed.save()
    assert nodig(plan(5), collega) == ["Bezig"]
    assert set(nodig(plan(5, soort="voorlichting"), collega)) == {"Af", "Vrij", "Bezig"}


def test_the_map_is_for_who_is_on_a_route_that_has_it(
    collega, plan, zaak, met_plan, vandaag
) -> None:
    zaak("N Nieuw")
    met_plan("B Weg")
    met_plan("O School", leerroute="onderwijsroute", map_uren=None, intensiteit=None)
    assert nodig(plan(5, soort="map"), collega) == ["Weg"]


def test_the_reason_and_what_to_know_stand_beside_the_name(
    als, collega, plan, zaak, vandaag
) -> None:
    case = zaak(contacttaal="Arabisch", tolk_nodig=True)
    missed, had, soon = plan(-30, titel="A"), plan(-20, titel="B"), plan(3, titel="C")
    leg_vast(
        nodig_uit(case, missed, collega), collega, vandaag,
        aanwezigheid="zonder_bericht",
    )  # fmt: skip
    leg_vast(nodig_uit(case, had, collega), collega, vandaag)
    nodig_uit(case, soon, collega)
    page = als(collega).get(f"/bijeenkomsten/{plan(9).pk}/uitnodigen/?taal=ja")
    text = page.content.decode()
    for words in (
        "PVT begonnen op 31 oktober 2026, nog niet af", "Was al 3 uur aanwezig",
        "Ook uitgenodigd voor 23-11-2026", "Afwezig zonder bericht op 21-10-2026",
        "Tolk nodig; hier is er geen", "taal van de bijeenkomst",
    ):  # fmt: skip
        assert words in text, words


def test_inviting_many_gives_a_result_per_person(
    als, collega, plan, zaak, vandaag
) -> None:
    meeting = plan(5, plaatsen=2)
    first, second, third, closed = (zaak(f"P Nummer{n}") for n in range(4))
    nodig_uit(first, meeting, collega)
    closed.status = "afgesloten"
    closed.save()
    url = f"/bijeenkomsten/{meeting.pk}/uitnodigen/"
    typed = {
        "traject": [first.pk, second.pk, third.pk, closed.pk, 10**30, "x"],
        "uitgenodigd_op": "18-11-2026", "wijze": "telefoon",
        "sleutel": "8f14e45f-ceea-467f-a000-000000000001",
    }  # fmt: skip
    text = als(collega).post(url, typed).content.decode()
    assert "1 van 4 mensen zijn uitgenodigd" in text
    for words in ("Is al uitgenodigd", "vol (2 plaatsen)", "is afgesloten"):
        assert words in text
    row = Deelname.objects.get(traject=second)
    assert (row.uitgenodigd_op, row.wijze) == (dag(vandaag, -2), "telefoon")
    again = als(collega).post(url, typed).content.decode()
    assert "Was al opgeslagen" in again
    assert Deelname.objects.count() == 2


def test_nobody_chosen_or_a_wrong_day_saves_nothing(als, collega, plan, zaak) -> None:
    meeting, case = plan(5), zaak()
    url = f"/bijeenkomsten/{meeting.pk}/uitnodigen/"
    typed = {"uitgenodigd_op": "18-11-2026", "wijze": "brief"}
    none = als(collega).post(url, typed)
    assert none.status_code == 422
    assert "nog niemand gekozen" in none.content.decode()
    wrong = als(collega).post(
        url, typed | {"traject": case.pk, "uitgenodigd_op": "30-2-2026"}
    )
    assert wrong.status_code == 422
    assert "checked" in wrong.content.decode()
    assert not Deelname.objects.exists()


def test_who_sends_word_leaves_a_place(collega, plan, zaak, vandaag) -> None:
    meeting = plan(5, plaatsen=1)
    row = nodig_uit(zaak(), meeting, collega)
    with pytest.raises(NietToegestaan, match="vol"):
        nodig_uit(zaak("Amina Haddad"), meeting, collega)
    with pytest.raises(NietToegestaan, match="alleen vast wie afzegt"):
        leg_vast(row, collega, vandaag)
    leg_vast(row, collega, vandaag, aanwezigheid="met_bericht")
    nodig_uit(Traject.objects.latest("id"), meeting, collega)


# --- Record who came ------------------------------------------------------------------


def test_being_there_begins_the_pvt_and_signing_ends_it(
    als, collega, plan, met_plan, vandaag
) -> None:
    """Two evenings of three hours: the second is signed, by the act of the law."""
    first, last = plan(-10), plan(-3, ondertekenen=True, titel="PVT, avond 2")
    case = met_plan()
    rows = [nodig_uit(case, meeting, collega) for meeting in (first, last)]
    screen = als(collega)
    screen.post(lijst(first), {f"aanwezigheid_{rows[0].pk}": "aanwezig"})
    pvt = PVT.objects.get(traject=case)
    assert (pvt.begonnen_op, pvt.ondertekend_op) == (first.dag, None)

    assert 'value="6"' in screen.get(lijst(last)).content.decode()
    pk = rows[1].pk
    page = screen.post(
        lijst(last),
        {
            f"aanwezigheid_{pk}": "aanwezig",
            f"ondertekend_{pk}": "on",
            f"uren_{pk}": "6",
        },
    ).content.decode()
    assert "Aanwezig, ondertekend" in page
    pvt.refresh_from_db()
    assert (pvt.ondertekend_op, pvt.uren) == (last.dag, 6)
    done = Gebeurtenis.objects.filter(nummer=case.nummer).values_list(
        "handeling", flat=True
    )
    assert {"pvt_starten", "pvt_ondertekenen", "deelname_vastleggen"} <= set(done)
    assert (
        "ondertekend"
        in screen.get(f"/trajecten/{case.nummer}/gesprekken/").content.decode()
    )


def test_hours_left_empty_are_added_up(collega, plan, met_plan, vandaag) -> None:
    case = met_plan()
    leg_vast(nodig_uit(case, plan(-10), collega), collega, vandaag)
    last = nodig_uit(case, plan(-3, ondertekenen=True, uren=2), collega)
    leg_vast(last, collega, vandaag, ondertekend=True)
    assert PVT.objects.get().uren == 5


def test_what_the_law_refuses_is_said_in_the_row_and_attendance_stays(
    als, collega, plan, met_plan, vandaag
) -> None:
    """One's signature lies before the PVT began; the other's is fine."""
    meeting = plan(-10, ondertekenen=True)
    late, good = met_plan("L Later"), met_plan("G Goed")
    later = plan(-3)
    leg_vast(nodig_uit(late, later, collega), collega, vandaag)
    rows = [nodig_uit(case, meeting, collega) for case in (late, good)]
    typed = {}
    for row in rows:
        typed |= {
            f"aanwezigheid_{row.pk}": "aanwezig", f"ondertekend_{row.pk}": "on",
            f"uren_{row.pk}": "12",
        }  # fmt: skip
    page = als(collega).post(lijst(meeting), typed).content.decode()
    assert "De aanwezigheid is vastgelegd, de ondertekening niet." in page
    found = {
        row.traject_id: row for row in Deelname.objects.filter(bijeenkomst=meeting)
    }
    assert found[late.pk].aanwezigheid == found[good.pk].aanwezigheid == "aanwezig"
    assert (found[late.pk].ondertekend, found[good.pk].ondertekend) == (False, True)
    assert PVT.objects.get(traject=late).ondertekend_op is None


def test_a_closed_case_keeps_its_attendance_but_begins_nothing(
    collega, plan, zaak, vandaag
) -> None:
    row = nodig_uit(zaak(), plan(-3), collega)
    Afsluiting.objects.create(
        gemeente=collega.gemeente, traject=row.traject, afgesloten_op=vandaag,
        reden="vertrokken", vastgelegd_op=vandaag, vastgelegd_door=collega.gebruiker,
    )  # fmt: skip
    done = leg_vast(row, collega, vandaag)
    assert done.feit.aanwezigheid == "aanwezig"
    assert [m.tekst for m in done.meldingen]
    assert not PVT.objects.exists()


def test_being_at_a_map_meeting_begins_the_map(
    collega, plan, met_plan, vandaag
) -> None:
    case = met_plan()
    leg_vast(nodig_uit(case, plan(-3, soort="map"), collega), collega, vandaag)
    assert MAP.objects.get().begonnen_op == dag(vandaag, -3)


@pytest.mark.parametrize(
    ("typed", "melding"),
    [
        ({"aanwezigheid": "misschien"}, "Kies een van de mogelijkheden."),
        ({"aanwezigheid": "zonder_bericht", "ondertekend": "on", "uren": "6"},
         "niet hebben ondertekend"),
        ({"aanwezigheid": "aanwezig", "ondertekend": "on", "uren": "veel"},
         "heel getal"),
        ({"aanwezigheid": "", "was": "aanwezig"}, "Kies of deze persoon er was."),
    ],
)  # fmt: skip
def test_what_is_wrong_in_one_row_saves_none(
    als, collega, plan, zaak, typed, melding
) -> None:
    meeting = plan(-3, ondertekenen=True)
    bad, good = (nodig_uit(zaak(n), meeting, collega) for n in ("A B", "C D"))
    form = {f"{name}_{bad.pk}": value for name, value in typed.items()}
    answer = als(collega).post(
        lijst(meeting), form | {f"aanwezigheid_{good.pk}": "aanwezig"}
    )
    assert answer.status_code == 422
    assert melding in answer.content.decode()
    assert not Deelname.objects.exclude(aanwezigheid="").exists()


def test_everybody_at_once_is_filled_in_and_not_yet_saved(
    als, collega, plan, zaak
) -> None:
    meeting = plan(-3)
    row = nodig_uit(zaak(), meeting, collega)
    page = als(collega).post(
        lijst(meeting), {f"aanwezigheid_{row.pk}": "", "allen": "ja"}
    )
    assert page.context["regels"][0].gekozen == "aanwezig"
    assert not Deelname.objects.exclude(aanwezigheid="").exists()


def test_a_colleague_with_an_old_list_overwrites_nothing(
    als, collega, teamleider, plan, zaak, vandaag
) -> None:
    meeting = plan(-3)
    same, other = (nodig_uit(zaak(n), meeting, collega) for n in ("A B", "C D"))
    leg_vast(same, collega, vandaag, was="")
    leg_vast(other, collega, vandaag, was="")
    page = als(teamleider).post(
        lijst(meeting),
        {
            f"was_{same.pk}": "", f"aanwezigheid_{same.pk}": "aanwezig",
            f"was_{other.pk}": "", f"aanwezigheid_{other.pk}": "met_bericht",
        },
    ).content.decode()  # fmt: skip
    assert "Was al opgeslagen" in page
    assert "legde intussen vast: aanwezig" in page
    assert set(Deelname.objects.values_list("aanwezigheid", flat=True)) == {"aanwezig"}


def test_a_second_click_does_nothing_twice(als, collega, plan, met_plan) -> None:
    meeting = plan(-3, ondertekenen=True)
    row = nodig_uit(met_plan(), meeting, collega)
    typed = {
        f"was_{row.pk}": "", f"aanwezigheid_{row.pk}": "aanwezig",
        f"ondertekend_{row.pk}": "on", f"uren_{row.pk}": "12",
        "sleutel": "8f14e45f-ceea-467f-a000-000000000002",
    }  # fmt: skip
    for _ in range(2):
        assert als(collega).post(lijst(meeting), typed).status_code == 200
    assert PVT.objects.count() == 1
    assert Gebeurtenis.objects.filter(handeling="deelname_vastleggen").count() == 1
    assert Gebeurtenis.objects.filter(handeling="pvt_ondertekenen").count() == 1


def test_a_signature_holds_the_attendance(collega, plan, met_plan, vandaag) -> None:
    row = nodig_uit(met_plan(), plan(-3, ondertekenen=True), collega)
    leg_vast(row, collega, vandaag, ondertekend=True)
    with pytest.raises(NietToegestaan, match="Herstel eerst"):
        leg_vast(row, collega, vandaag, aanwezigheid="met_bericht")
    with pytest.raises(AlGedaan):
        leg_vast(row, collega, vandaag, was="", ondertekend=True)


def test_signing_is_for_the_evening_where_one_signs(
    collega, plan, zaak, vandaag
) -> None:
    row = nodig_uit(zaak(), plan(-3), collega)
    with pytest.raises(NietToegestaan, match="niet ondertekend"):
        leg_vast(row, collega, vandaag, ondertekend=True)
    with pytest.raises(NietToegestaan, match="niet hebben ondertekend"):
        leg_vast(row, collega, vandaag, aanwezigheid="met_bericht", ondertekend=True)


# --- Who may and who sees -------------------------------------------------------------


def test_administration_records_but_does_no_act_of_the_law(
    als, collega, plan, zaak
) -> None:
    office = lid_van(collega.gemeente, "administratie")
    meeting = plan(-3, ondertekenen=True)
    row = nodig_uit(zaak(), meeting, collega)
    page = als(office).post(
        lijst(meeting), {f"aanwezigheid_{row.pk}": "aanwezig", f"ondertekend_{row.pk}": "on"}
    ).content.decode()  # fmt: skip
    assert "Een klantmanager doet nog in het dossier: PVT starten." in page
    row.refresh_from_db()
    assert (row.aanwezigheid, row.ondertekend) == ("aanwezig", False)
    assert not PVT.objects.exists()


def test_another_team_is_a_number_and_never_a_name(
    als, collega, teamleider, plan, zaak, delft
) -> None:
    south = Team.objects.create(gemeente=delft, naam="Team Zuid")
    meeting, hidden = plan(-3), zaak("Geheime Naam")
    zaak("Eigen Naam")
    row = nodig_uit(hidden, meeting, collega)
    hidden.team = south
    hidden.save()
    for url in ("", "presentielijst/", "aanwezigheid/", "uitnodigen/"):
        page = als(collega).get(f"/bijeenkomsten/{meeting.pk}/{url}").content.decode()
        assert "Geheime" not in page, url
    assert "1 deelnemer hoort" in page or url == "uitnodigen/"
    als(collega).post(lijst(meeting), {f"aanwezigheid_{row.pk}": "aanwezig"})
    assert not Deelname.objects.exclude(aanwezigheid="").exists()
    assert (
        "Geheime"
        in als(teamleider).get(f"/bijeenkomsten/{meeting.pk}/").content.decode()
    )


def test_on_paper_stand_names_and_numbers_and_nothing_more(
    als, collega, plan, zaak, vandaag
) -> None:
    meeting, case = plan(5), zaak(contacttaal="Tigrinya")
    away = nodig_uit(zaak("Niet Komend"), meeting, collega)
    nodig_uit(case, meeting, collega)
    leg_vast(away, collega, vandaag, aanwezigheid="met_bericht")
    page = als(collega).get(f"/bijeenkomsten/{meeting.pk}/presentielijst/")
    text = page.content.decode()
    assert "Yonas Tesfay" in text
    assert case.nummer in text
    for hidden in (
        "Niet Komend",
        "Tigrinya",
        "Syri",
        case.inburgeraar.v_nummer,
        "1991",
    ):
        assert hidden not in text, hidden
    seen = Raadpleging.objects.latest("id")
    assert (seen.inzage, seen.nummer) == ("bijeenkomsten", "")


def test_without_javascript_the_pages_are_whole(als, collega, plan, zaak) -> None:
    meeting = plan(-3)
    nodig_uit(zaak(), meeting, collega)
    text = als(collega).get(lijst(meeting)).content.decode()
    assert "<select" in text
    assert 'name="sleutel"' in text


@pytest.mark.parametrize("pad", ["", "{}/", "{}/presentielijst/", "{}/aanwezigheid/",
                                 "{}/uitnodigen/"])  # fmt: skip
def test_a_page_asks_as_much_for_three_as_for_twelve(
    als, collega, plan, zaak, hoogstens, pad
) -> None:
    meeting = plan(-3, ondertekenen=True, plaatsen=50)
    screen: Client = als(collega)
    counted = []
    for number in (3, 9):
        for n in range(number):
            nodig_uit(zaak(f"P Naam{n}"), meeting, collega)
            zaak(f"Q Wacht{n}")
        with hoogstens(13) as found:
            url = f"/bijeenkomsten/{pad.format(meeting.pk)}"
            assert screen.get(url).status_code == 200
        counted.append(len(found))
    assert counted[0] == counted[1]


# --- The letter of an invitation --------------------------------------------------------


def brieven_van(traject: Traject) -> list[Document]:
    return list(Document.objects.filter(traject=traject).order_by("id"))


def woorden(letter: Document) -> str:
    """Give all that a letter says."""
    (brief,) = letter.gegevens["brieven"]
    blocks = "\n".join(f"{b['kop']}\n{b['tekst']}" for b in brief["blokken"])
    return "\n".join(
        [brief["titel"], *brief["adresregels"], blocks, brief["ondertekening"]]
    )


@pytest.mark.parametrize(
    ("wijze", "brief"), [("brief", True), ("telefoon", False), ("persoonlijk", False)]
)
def test_who_is_invited_by_letter_has_a_letter_of_their_own(
    collega, plan, zaak, wijze, brief
) -> None:
    meeting = plan(5, tolk=True)
    cases = [zaak(f"P Naam{n}", adres=f"Kade {n}") for n in range(2)]
    found = part.uitnodigen_veel(
        trajecten=cases, by=collega, on=op(dag(meeting.dag, -9)), bijeenkomst=meeting,
        uitgenodigd_op=dag(meeting.dag, -9), wijze=wijze,
    )  # fmt: skip
    assert [row.tekst for row in found] == ["Uitgenodigd", "Uitgenodigd"]
    assert [len(brieven_van(case)) for case in cases] == [int(brief)] * 2
    for n, case in enumerate(cases if brief else []):
        (letter,) = brieven_van(case)
        said = woorden(letter)
        for words in (
            f"P Naam{n}", f"Kade {n}", "PVT, avond 1", "19:00 tot 22:00", "Zaal 2, Markt 1",
            "De taal van de bijeenkomst is Arabisch. Er is een tolk.", "J. de Wit",
            case.nummer,
        ):  # fmt: skip
            assert words in said
        assert f"P Naam{1 - n}" not in said
        assert bytes(letter.inhoud).startswith(b"%PDF")
        assert letter.feit_id == Deelname.objects.get(traject=case).pk
        assert (
            Gebeurtenis.objects.filter(nummer=case.nummer).latest("id").feit
            == "deelname"
        )


def test_without_an_address_one_is_invited_and_reads_that_there_is_no_letter(
    als, collega, plan, zaak
) -> None:
    meeting = plan(5)
    case = zaak(adres="", postcode="", woonplaats="")
    answer = als(collega).post(
        f"/bijeenkomsten/{meeting.pk}/uitnodigen/",
        {
            "traject": [case.pk], "uitgenodigd_op": "20-11-2026", "wijze": "brief",
            "sleutel": str(uuid4()),
        },
    )  # fmt: skip
    page = answer.content.decode()
    assert "Uitgenodigd. Er is geen brief gemaakt: het adres is niet bekend" in page
    assert Deelname.objects.filter(traject=case).exists()
    assert not brieven_van(case)


def test_a_sign_that_no_letter_can_show_stops_nobody(collega, plan, zaak) -> None:
    meeting, case = plan(5, titel="\u6f22\u5b57"), zaak()
    (found,) = part.uitnodigen_veel(
        trajecten=[case], by=collega, on=op(dag(meeting.dag, -9)), bijeenkomst=meeting,
        uitgenodigd_op=dag(meeting.dag, -9), wijze="brief",
    )  # fmt: skip
    assert found.gelukt
    assert "kan niet in een brief" in found.tekst
    assert not brieven_van(case)


def test_the_letter_of_a_secret_address_is_handed_over(collega, plan, zaak) -> None:
    case = zaak(geheim_adres=True, adres="Oude Delft 77")
    nodig_uit(case, plan(9), collega)
    (letter,) = brieven_van(case)
    assert "persoonlijk overhandigd" in woorden(letter)
    assert "Oude Delft" not in str(letter.gegevens)


@pytest.mark.parametrize(
    ("anders", "opnieuw"),
    [
        ({"plaats": "Zaal 9"}, True), ({"begin": time(18)}, True), ({}, False),
        ({"uren": 2}, False), ({"plaatsen": 9}, False),
    ],
)  # fmt: skip
def test_a_meeting_that_moves_makes_new_letters(
    collega, plan, zaak, vandaag, anders, opnieuw
) -> None:
    meeting = plan(9)
    stays, gone, called = (zaak(f"P Naam{n}") for n in range(3))
    nodig_uit(stays, meeting, collega)
    row = nodig_uit(gone, meeting, collega)
    leg_vast(row, collega, vandaag, aanwezigheid="met_bericht")
    part.uitnodigen(
        traject=called, by=collega, on=op(vandaag), bijeenkomst=meeting,
        uitgenodigd_op=vandaag, wijze="telefoon",
    )  # fmt: skip
    values = AVOND | {"dag": meeting.dag} | anders
    acts.wijzigen(by=collega, on=op(vandaag), id=meeting.pk, **values)
    assert [len(brieven_van(case)) for case in (stays, gone, called)] == [
        1 + opnieuw, 1, 0,
    ]  # fmt: skip
    last = woorden(brieven_van(stays)[-1])
    assert ("de bijeenkomst is veranderd" in last) is opnieuw
    assert str(anders.get("plaats", "Zaal 2, Markt 1")) in last


def test_the_letters_print_in_one_file_logged_in_each(
    als, collega, teamleider, plan, zaak, vandaag
) -> None:
    meeting = plan(9)
    url = f"/bijeenkomsten/{meeting.pk}/brieven/"
    screen = als(teamleider)
    assert screen.get(url).status_code == 404
    elsewhere = Team.objects.create(gemeente=collega.gemeente, naam="Zuid")
    mine, gone, other = (zaak(f"P Naam{n}") for n in range(3))
    for case in (mine, gone, other):
        nodig_uit(case, meeting, collega)
    other.team = elsewhere
    other.save()
    leg_vast(Deelname.objects.get(traject=gone), collega, vandaag,
             aanwezigheid="met_bericht")  # fmt: skip
    for lid, seen in ((teamleider, {mine, other}), (collega, {mine})):
        screen = als(lid)
        page = screen.get(f"/bijeenkomsten/{meeting.pk}/").content.decode()
        assert ("2 brieven (pdf)" if len(seen) == 2 else "1 brief (pdf)") in page
        answer = screen.get(url)
        assert answer["Content-Type"] == "application/pdf"
        assert f"/Type/Pages/Count {len(seen)}/".encode() in answer.content
        looks = Raadpleging.objects.filter(gebruiker=lid.gebruiker_id)
        looks = looks.filter(reden__startswith="brief Uitnodiging")
        assert set(looks.values_list("nummer", flat=True)) == {c.nummer for c in seen}
    acts.afgelasten(by=collega, on=op(vandaag), id=meeting.pk, reden="Ziek")
    assert als(teamleider).get(url).status_code == 404


@pytest.mark.parametrize(
    ("over", "te_zien"), [(-1, False), (0, True), (1, True)]
)  # fmt: skip
def test_letters_are_offered_until_the_day_itself(
    als, collega, plan, zaak, over, te_zien
) -> None:
    meeting = plan(over)
    nodig_uit(zaak(), meeting, collega)
    page = als(collega).get(f"/bijeenkomsten/{meeting.pk}/").content.decode()
    assert ("1 brief (pdf)" in page) is te_zien


# --- The letter that it does not go on --------------------------------------------------


def schrijf(meeting: Bijeenkomst) -> str:
    return f"/bijeenkomsten/{meeting.pk}/schrijven/"


def test_of_a_cancelled_meeting_each_gets_a_letter_with_a_result_per_person(
    als, collega, plan, zaak, vandaag
) -> None:
    meeting = plan(9)
    letter, gone = zaak("P Brief", adres="Kade 1"), zaak("P Weg")
    called = zaak("P Bel", adres="", postcode="", woonplaats="")
    nodig_uit(letter, meeting, collega)
    leg_vast(nodig_uit(gone, meeting, collega), collega, vandaag,
             aanwezigheid="met_bericht")  # fmt: skip
    part.uitnodigen(
        traject=called, by=collega, on=op(vandaag), bijeenkomst=meeting,
        uitgenodigd_op=vandaag, wijze="telefoon",
    )  # fmt: skip
    screen = als(collega)
    early = screen.get(schrijf(meeting), follow=True).content.decode()
    assert "is niet afgelast" in early
    acts.afgelasten(by=collega, on=op(vandaag), id=meeting.pk, reden="Zaal dicht")

    talks = screen.get(f"/trajecten/{letter.nummer}/gesprekken/").content.decode()
    assert "Maak brief" in talks
    url = f"/bijeenkomsten/{meeting.pk}/"
    assert f'href="{schrijf(meeting)}"' in screen.get(url).content.decode()
    lines = screen.get(schrijf(meeting)).context["regels"]
    assert {r["deelname"].traject: r["gekozen"] for r in lines} == {
        letter: True, called: False,
    }  # fmt: skip
    nobody = screen.post(schrijf(meeting), {"sleutel": str(uuid4())})
    assert nobody.status_code == 422
    assert "nog niemand gekozen" in nobody.content.decode()

    typed = {
        "sleutel": str(uuid4()), "deelname": [r["deelname"].pk for r in lines] + ["x"],
    }  # fmt: skip
    page = screen.post(schrijf(meeting), typed).content.decode()
    assert "Brief gemaakt" in page
    assert "het adres is niet bekend" in page
    (_, made) = brieven_van(letter)
    said = woorden(made)
    for words in ("P Brief", "Kade 1", "PVT, avond 1", "gaat niet door", letter.nummer):
        assert words in said
    assert "Zaal dicht" not in said
    talks = screen.get(f"/trajecten/{letter.nummer}/gesprekken/").content.decode()
    assert "Maak brief" not in talks
    assert len(brieven_van(gone)) == 1
    assert brieven_van(called) == []
    assert Gebeurtenis.objects.filter(
        handeling="deelname_schrijven", nummer=letter.nummer
    ).exists()

    again = screen.post(schrijf(meeting), typed).content.decode()
    assert "Was al opgeslagen" in again
    new = typed | {"sleutel": str(uuid4())}
    assert "al een brief gemaakt" in screen.post(schrijf(meeting), new).content.decode()
    assert len(brieven_van(letter)) == 2
    assert "1 brief (pdf)" in screen.get(url).content.decode()
    bundle = screen.get(f"{url}brieven/")
    assert "gaat-niet-door" in bundle["Content-Disposition"]
    assert b"/Type/Pages/Count 1/" in bundle.content


def test_resuming_tells_of_the_letter_and_makes_a_new_one(
    als, collega, plan, zaak, vandaag
) -> None:
    meeting, told, untold = plan(9), zaak("P Een"), zaak("P Twee")
    row = nodig_uit(told, meeting, collega)
    nodig_uit(untold, meeting, collega)
    off = {"by": collega, "on": op(vandaag), "id": meeting.pk, "reden": "Ziek"}
    acts.afgelasten(**off)
    part.schrijven(traject=told, by=collega, on=op(vandaag), id=row.pk)
    screen, url = als(collega), f"/bijeenkomsten/{meeting.pk}/"
    form = screen.get(f"{url}hervatten/").content.decode()
    assert form.count("een brief dat het niet doorgaat") == 1
    done = screen.post(f"{url}hervatten/", {"sleutel": str(uuid4())}, follow=True)
    assert "1 persoon kreeg een brief dat het niet doorging" in done.content.decode()
    last = woorden(brieven_van(told)[-1])
    assert "gaat toch door" in last
    assert "19:00 tot 22:00" in last
    assert (len(brieven_van(told)), len(brieven_van(untold))) == (3, 1)
    assert "2 brieven (pdf)" in done.content.decode()
    # What was said of the first time says nothing of the second.
    acts.afgelasten(**off)
    part.schrijven(traject=told, by=collega, on=op(vandaag), id=row.pk)
    assert "gaat niet door" in woorden(brieven_van(told)[-1])


def test_without_an_address_resuming_says_who_has_no_new_letter(
    collega, plan, zaak, vandaag
) -> None:
    meeting, case = plan(9), zaak()
    row = nodig_uit(case, meeting, collega)
    acts.afgelasten(by=collega, on=op(vandaag), id=meeting.pk, reden="Ziek")
    part.schrijven(traject=case, by=collega, on=op(vandaag), id=row.pk)
    person = case.inburgeraar
    person.adres = person.postcode = person.woonplaats = ""
    person.save()
    done = acts.hervatten(by=collega, on=op(vandaag), id=meeting.pk)
    (said,) = done.meldingen
    assert "kon geen nieuwe brief" in said.tekst


def test_the_page_of_letters_asks_as_much_for_three_as_for_nine(
    als, collega, plan, zaak, vandaag, hoogstens
) -> None:
    meeting = plan(9, plaatsen=50)
    acts_on = {"by": collega, "on": op(vandaag), "id": meeting.pk}
    screen, counted = als(collega), []
    for number in (3, 6):
        for n in range(number):
            nodig_uit(zaak(f"P Naam{number}{n}"), meeting, collega)
        acts.afgelasten(**acts_on, reden="Ziek")
        with hoogstens(12) as found:
            assert screen.get(schrijf(meeting)).status_code == 200
        acts.hervatten(**acts_on)
        counted.append(len(found))
    assert counted[0] == counted[1]
