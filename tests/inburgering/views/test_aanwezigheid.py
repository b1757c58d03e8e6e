"""Attendance of a group: typed and from a file; what is refused stays, the rest is done."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from inburgering.models import Aanbieder, GevolgdeUren, Inburgeraar, Raadpleging
from tests.inburgering.cast import VANDAAG, Leven, lid_van
from tests.inburgering.voorbeelden import d, dag, met_aanbod


URL, BESTAND = "/aanwezigheid/", "/aanwezigheid/bestand/"


@pytest.fixture
def groep(leven, aanbieder) -> list[Leven]:
    """Give three people who began there; the third has another name."""
    lives = []
    for name in ("Rania", "Bashir", "Zahra"):
        life = leven(voornamen=name).door_tot("leerroute")
        met_aanbod(life, begonnen=True)
        lives.append(life.op(VANDAAG))
    return lives


def keuze(**anders: object) -> dict[str, object]:
    return {
        "aanbieder": Aanbieder.objects.get().pk, "soort": "taalles", "van": d(-30),
        "tot_en_met": d(-1),
    } | anders  # fmt: skip


def rij(life: Leven, uren: object, afgemeld: object = "", niet: object = "") -> dict:
    name = f"r{life.traject.pk}-"
    return {
        f"{name}versie": life.traject.versie, f"{name}uren": uren,
        f"{name}verzuim_geoorloofd": afgemeld, f"{name}verzuim_ongeoorloofd": niet,
    }  # fmt: skip


def uren() -> list[tuple[int, int, int]]:
    rows = GevolgdeUren.objects.order_by("traject_id")
    return [(r.uren, r.verzuim_geoorloofd, r.verzuim_ongeoorloofd) for r in rows]


def test_the_group_stands_in_one_list_by_name(groep, scherm, leven):
    leven(voornamen="Omar").door_tot("leerroute")  # no place there
    assert scherm.get(URL).status_code == 200
    answer = scherm.get(URL, keuze())
    names = [row["naam"] for row in answer.context["regels"]]
    assert names == ["Bashir Haddad", "Rania Haddad", "Zahra Haddad"]
    assert Raadpleging.objects.filter(reden="Aanwezigheid").exists()


def test_who_began_later_or_stopped_before_is_not_in_the_list(groep, scherm):
    groep[0].doe("aanbod", "beeindigen", beeindigd_op=VANDAAG, reden_einde="afgerond")
    old = scherm.get(URL, keuze(van=d(-90), tot_en_met=d(-80)))
    assert old.context["regels"] == []
    assert len(scherm.get(URL, keuze()).context["regels"]) == 3


def test_hours_of_the_group_are_recorded_by_one_button(groep, scherm):
    data = keuze(sleutel=uuid4()) | rij(groep[0], 24, 3, 1) | rij(groep[1], 0, "", 28)
    answer = scherm.post(URL, data | rij(groep[2], ""))
    assert answer.status_code == 200
    assert uren() == [(24, 3, 1), (0, 0, 28)]
    row = GevolgdeUren.objects.first()
    assert (row.herkomst, row.met_keurmerk) == ("aanbieder", True)
    assert answer.context["gelukt"] == 2
    assert answer.content.decode().count('-uren"') >= 1  # the third can still be typed


def test_a_second_click_records_nothing_twice(groep, scherm):
    data = keuze(sleutel=uuid4()) | rij(groep[0], 24) | rij(groep[1], 20)
    scherm.post(URL, data)
    again = scherm.post(URL, data)
    assert again.status_code == 200
    assert again.context["gelukt"] == 2
    assert len(uren()) == 2


def test_what_was_recorded_stays_in_its_row_and_the_others_are_done(groep, scherm):
    scherm.post(URL, keuze(sleutel=uuid4()) | rij(groep[0], 24))
    groep[0].traject.refresh_from_db()
    answer = scherm.post(
        URL, keuze(sleutel=uuid4()) | rij(groep[0], 31) | rij(groep[1], 20)
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Dit is al vastgelegd" in page
    assert 'value="31"' in page
    assert [row[0] for row in uren()] == [24, 20]


def test_what_the_law_refuses_stays_in_its_row_and_the_others_are_done(groep, scherm):
    one, other = keuze(van=d(-1)), rij(groep[1], 20)
    answer = scherm.post(URL, one | {"sleutel": uuid4()} | rij(groep[0], 31) | other)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "past niet in dit tijdvak" in page
    assert 'value="31"' in page
    assert [row[0] for row in uren()] == [20]


def test_a_colleague_who_was_first_is_named_and_the_next_click_goes_on(groep, scherm):
    data = keuze(sleutel=uuid4()) | rij(groep[0], 24) | rij(groep[1], 20)
    groep[0].doe("voortgangsgesprek", "voeren", gevoerd_op=VANDAAG, vorm="op_kantoor",
                 verslag="Het gaat goed")  # fmt: skip
    answer = scherm.post(URL, data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "heeft dit dossier gewijzigd" in page
    assert [row[0] for row in uren()] == [20]
    version = re.search(rf'name="r{groep[0].traject.pk}-versie" value="(\d+)"', page)
    name = f"r{groep[0].traject.pk}-versie"
    again = scherm.post(
        URL, keuze(sleutel=uuid4()) | rij(groep[0], 24) | {name: version[1]}
    )
    assert again.status_code == 200
    assert len(uren()) == 2


@pytest.mark.parametrize(
    ("getypt", "melding"),
    [
        (("x",), "heel getal"), (("-1",), "0 of hoger"), (("2001",), "hoogstens 2000"),
        (("", "3"), "0 als iemand er niet was"), (("1.5",), "zonder komma"),
        (("²",), "heel getal"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_said_in_its_row(groep, scherm, getypt, melding):
    answer = scherm.post(
        URL, keuze(sleutel=uuid4()) | rij(groep[0], *getypt) | rij(groep[1], 20)
    )
    assert answer.status_code == 422
    assert melding in answer.content.decode()
    assert [row[0] for row in uren()] == [20]


def test_nothing_typed_or_no_group_chosen_is_said(groep, scherm):
    answer = scherm.post(URL, keuze(sleutel=uuid4()))
    assert answer.status_code == 422
    assert "nog niets vastgelegd" in answer.content.decode()
    assert scherm.post(URL, {}).status_code == 422
    wrong = scherm.get(URL, keuze(tot_en_met=d(-40)))
    assert "voor de eerste dag" in wrong.content.decode()
    assert wrong.status_code == 422


def test_who_reaches_nobody_types_for_nobody(groep, inloggen, delft):
    guide = inloggen(lid_van(delft, "externe_begeleider"))
    answer = guide.post(URL, keuze(sleutel=uuid4()) | rij(groep[0], 24))
    assert answer.context["regels"] == []
    assert uren() == []
    assert inloggen(lid_van(delft, "jurist_bezwaar")).get(URL).status_code == 403


# --- Out of the provider's file -------------------------------------------------------

KOP = "nummer;van;tot en met;soort;gevolgd;gemist afgemeld;gemist niet afgemeld\n"


def regel(nummer: object, gevolgd: object = 24, soort: str = "Taalles") -> str:
    return f"{nummer};{d(-30)};{d(-1)};{soort};{gevolgd};2;0\n"


def stuur(scherm: Client, tekst: str, **anders: object):
    data = {"aanbieder": Aanbieder.objects.get().pk, "tekst": tekst} | anders
    return scherm.post(BESTAND, data)


def bevestig(scherm: Client, voorbeeld) -> object:
    """Send what the page of the first reading holds."""
    assert voorbeeld.status_code == 200
    return stuur(
        scherm, voorbeeld.context["tekst"], vastleggen="ja",
        sleutel=voorbeeld.context["sleutel"],
    )  # fmt: skip


def test_one_first_sees_what_would_be_recorded(groep, scherm):
    assert scherm.get(BESTAND).status_code == 200
    answer = stuur(scherm, KOP + regel(groep[0].nummer) + regel(groep[1].nummer, 20))
    assert answer.status_code == 200
    assert "Er is nog niets vastgelegd" in answer.content.decode()
    assert uren() == []
    done = bevestig(scherm, answer)
    assert done.context["gelukt"] == 2
    assert uren() == [(24, 2, 0), (20, 2, 0)]


def test_a_period_that_is_not_over_is_told_at_its_line_before_recording(groep, scherm):
    to_come = regel(groep[0].nummer).replace(d(-1), d(1))
    answer = stuur(scherm, KOP + to_come + regel(groep[1].nummer))
    (fault,) = answer.context["fouten"]
    assert (fault.regel, "in de toekomst" in fault.melding) == (2, True)
    assert [r["regel"].regel for r in answer.context["regels"]] == [3]


def test_a_file_is_the_same_as_its_lines_pasted(groep, scherm):
    person = Inburgeraar.objects.get(pk=groep[0].traject.inburgeraar_id)
    person.v_nummer = "0000012345"
    person.save()
    file = SimpleUploadedFile("oktober.csv", (KOP + regel("0000012345")).encode())
    answer = stuur(scherm, "", bestand=file)
    assert [r["naam"] for r in answer.context["regels"]] == ["Rania Haddad"]
    bevestig(scherm, answer)
    assert uren() == [(24, 2, 0)]


def test_every_fault_is_told_and_the_good_lines_can_be_recorded(groep, scherm):
    groep[2].doe("uren", "vastleggen", soort="taalles", van=dag(-10), tot_en_met=dag(-5),
                 uren=8)  # fmt: skip
    answer = stuur(
        scherm,
        KOP + regel(groep[0].nummer) + regel("2026-99999") + regel(groep[0].nummer, 9)
        + regel(groep[2].nummer) + regel("123456789") + regel(groep[1].nummer, "veel"),
    )  # fmt: skip
    told = {f.regel: f.melding for f in answer.context["fouten"]}
    assert list(told) == [3, 4, 5, 6, 7]
    assert "niet bekend" in told[3]
    assert "regel 2" in told[4]
    assert "al vastgelegd: 8 uur" in told[5]
    bevestig(scherm, answer)
    assert uren() == [(24, 2, 0), (8, 0, 0)]


def test_the_same_file_again_records_nothing_and_a_double_click_neither(groep, scherm):
    text = KOP + regel(groep[0].nummer)
    seen = stuur(scherm, text)
    bevestig(scherm, seen)
    assert bevestig(scherm, seen).context["gelukt"] == 1
    again = stuur(scherm, text)
    assert again.status_code == 422
    assert "al vastgelegd" in again.content.decode()
    assert len(uren()) == 1


def test_what_the_law_refuses_is_told_per_line_and_the_others_are_done(groep, scherm):
    many = f"{groep[0].nummer};{d(-3)};{d(-1)};Taalles;900;0;0\n"
    done = bevestig(scherm, stuur(scherm, KOP + many + regel(groep[1].nummer)))
    assert (done.context["gelukt"], len(done.context["uitkomsten"])) == (1, 2)
    assert "past niet in dit tijdvak" in done.content.decode()
    assert uren() == [(24, 2, 0)]


def test_a_case_out_of_reach_is_as_unknown_as_any(groep, inloggen, delft):
    guide = inloggen(lid_van(delft, "externe_begeleider"))
    answer = stuur(guide, KOP + regel(groep[0].nummer))
    assert answer.status_code == 422
    assert "niet bekend in uw dossiers" in answer.content.decode()


def test_neither_nothing_nor_both_nor_what_is_no_text(groep, scherm):
    file = SimpleUploadedFile("x.xlsx", b"PK\x03\x04")
    for answer, words in (
        (stuur(scherm, ""), "Kies een bestand, of plak"),
        (stuur(scherm, KOP, bestand=file), "niet allebei"),
        (stuur(scherm, "", bestand=file), "Excel"),
        (stuur(scherm, "a" * 100_001), "te lang"),
        (stuur(scherm, "", bestand=SimpleUploadedFile("x.csv", b"")), "leeg"),
        (stuur(scherm, "<script>alert(1)</script>;x"), "ontbreken"),
    ):
        assert answer.status_code == 422, words
        assert words in answer.content.decode()
        assert "<script>alert" not in answer.content.decode()
    assert uren() == []


def test_a_longer_list_asks_the_database_no_more(groep, scherm, hoogstens):
    with hoogstens(12) as asked:
        scherm.get(URL, keuze())
    for life in groep[1:]:
        life.doe("aanbod", "beeindigen", beeindigd_op=dag(-60), reden_einde="afgerond")
    with hoogstens(12) as fewer:
        scherm.get(URL, keuze())
    assert len(asked) == len(fewer)
    with hoogstens(12):
        stuur(scherm, KOP + "".join(regel(life.nummer) for life in groep))
