"""The normal week in the file: what stands there, who sees it, and what it leads to."""

import pytest

from inburgering.actions.herberekening import deel
from inburgering.models import Roosterregel, Termijn, Termijnafwijking, Traject
from tests.inburgering.cast import VANDAAG, Leven, lid_van, moment
from tests.inburgering.voorbeelden import d, dag, met_rooster


pytestmark = pytest.mark.usefixtures("aanbieder")


@pytest.fixture
def life(leven) -> Leven:
    life = leven().door_tot("leerroute")
    met_rooster(life)
    return life.op(VANDAAG)


def voeg_toe(life: Leven, dagen: list[str], begin: str, einde: str, **anders) -> None:
    life.doe(
        "rooster", "toevoegen",
        **{"dagen": dagen, "begin": begin, "einde": einde, "soort": "werk", "van": VANDAAG}
        | anders,
    )  # fmt: skip


def nacht(life: Leven) -> None:
    """Let the night look at every case."""
    deel(on=moment(life.dag), dag=life.dag.isoformat(), na=0)


def pagina(life: Leven, client):
    return client.get(f"/trajecten/{life.nummer}/leerroute/")


def test_one_form_puts_the_same_hours_on_several_days(life, scherm):
    url = f"/trajecten/{life.nummer}/rooster/toevoegen/"
    answer = scherm.post(
        url,
        {
            "dagen": ["2", "4"],
            "begin": "9",
            "einde": "12.30",
            "soort": "les",
            "van": d(),
        },
    )
    assert answer.status_code == 302
    rows = Roosterregel.objects.order_by("dag").values_list("dag", "begin", "einde")
    assert list(rows)[1:] == [("2", "09:00", "12:30"), ("4", "09:00", "12:30")]


def test_the_week_of_today_with_sums_and_what_falls_together(life, scherm):
    voeg_toe(life, ["1"], "11:00", "15:00")
    voeg_toe(life, ["5"], "11:00", "15:00", van=dag(20))
    voeg_toe(life, ["6"], "11:00", "15:00", van=dag(-20), tot_en_met=dag(-10))
    shown = pagina(life, scherm).context["rooster"]
    assert [r["dag"] for r in shown["regels"]] == ["Maandag", "Maandag", "Vrijdag"]
    assert shown["sommen"] == [("taalles of KNM", "3 uur"), ("werk", "4 uur")]
    assert len(shown["samen"]) == 1
    assert shown["samen"][0].startswith("Maandag van 11:00 tot 12:00")
    assert [line.split(":")[0] for line in shown["geweest"]] == ["Zaterdag 11"]


def test_work_that_is_not_in_the_week_is_asked_for(life, scherm):
    assert "Niet al het werk" not in pagina(life, scherm).content.decode()
    life.doe(
        "participatie", "starten", vorm="betaald_werk", plaats="Bakkerij", begin=VANDAAG,
        uren_per_week=8, samenhang="parallel",
    )  # fmt: skip
    page = pagina(life, scherm).content.decode()
    assert "staat 8 uur werk of andere participatie per week" in page
    voeg_toe(life, ["2", "3"], "09:00", "13:00")
    assert "Niet al het werk" not in pagina(life, scherm).content.decode()


def test_lessons_that_do_not_fit_are_told_early(life, scherm):
    """The plan of this life names 700 hours: at 3 hours a week that is past the term."""
    page = pagina(life, scherm)
    assert page.context["rooster"]["uitzicht"].te_laat is True
    assert "De lessen passen zo niet in de termijn" in page.content.decode()
    voeg_toe(life, ["2", "3", "4", "5"], "09:00", "12:00", soort="les")
    assert pagina(life, scherm).context["rooster"]["uitzicht"].te_laat is False


def test_lessons_that_do_not_fit_are_a_term_of_the_worklist(life):
    """Three hours a week for 700 hours is too few; five mornings more is enough."""
    kept = Termijn.objects.get(traject=life.traject, soort="lessen_passen")
    assert (kept.wettelijk, kept.vervallen, kept.voldaan_op) == (False, False, None)
    before = Traject.objects.get(pk=life.traject.pk).versie
    voeg_toe(life, ["2", "3", "4", "5"], "09:00", "12:00", soort="les")
    kept.refresh_from_db()
    assert kept.vervallen is True
    assert Traject.objects.get(pk=life.traject.pk).versie == before
    nacht(life)
    assert not Termijnafwijking.objects.exists()


def test_the_night_finds_nothing_to_mend_after_a_change_of_the_week(life):
    nacht(life)
    assert not Termijnafwijking.objects.exists()
    kept = Termijn.objects.get(traject=life.traject, soort="lessen_passen")
    row = Roosterregel.objects.get()
    life.doe(
        "rooster", "wijzigen", id=row.pk, dag="1", begin="09:00", einde="12:00",
        soort="les", van=row.van, tot_en_met=VANDAAG,
    )  # fmt: skip
    kept.refresh_from_db()
    assert kept.vervallen is False
    nacht(life)
    assert not Termijnafwijking.objects.exists()


def test_a_line_taken_back_is_gone_from_the_week_and_stays_in_history(life, scherm):
    row = Roosterregel.objects.get()
    life.doe("rooster", "intrekken", id=row.pk, reden="Verkeerd dossier")
    shown = pagina(life, scherm)
    assert shown.context["rooster"]["regels"] == []
    assert shown.context["rooster"]["uitzicht"] is None
    past = scherm.get(f"/trajecten/{life.nummer}/geschiedenis/").content.decode()
    assert "Regel van het weekrooster ingetrokken" in past
    assert "Verkeerd dossier" in past
    assert row.history.count() == 2
    url = f"/trajecten/{life.nummer}/rooster/{row.pk}/wijzigen/"
    assert scherm.get(url).status_code == 409


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"begin": "25"}, "begin", "tijd als 9:30"),
        ({"begin": "9:60"}, "begin", "tijd als 9:30"),
        ({"begin": "ochtend"}, "begin", "tijd als 9:30"),
        ({"begin": ""}, "begin", "Vul de begintijd in"),
        ({"einde": "9:00"}, "einde", "niet na 09:00"),
        ({"dagen": []}, "dagen", "ten minste een dag"),
        ({"tot_en_met": d(-1)}, "tot_en_met", "voor het begin"),
    ],
)
def test_a_time_that_cannot_be_is_said_at_its_field(
    life, scherm, anders, veld, melding
):
    typed = {
        "dagen": ["2"], "begin": "9:00", "einde": "12:00", "soort": "les", "van": d(),
        "waar": "Bieb",
    }  # fmt: skip
    answer = scherm.post(f"/trajecten/{life.nummer}/rooster/toevoegen/", typed | anders)
    assert answer.status_code == 422
    assert melding in str(answer.context["form"].errors[veld])
    assert "Bieb" in answer.content.decode()
    assert Roosterregel.objects.count() == 1


@pytest.mark.parametrize("rol", ["administratie", "externe_begeleider"])
def test_who_reads_no_notes_reads_no_week(life, inloggen, delft, rol):
    member = lid_van(delft, rol)
    life.doe("traject", "toewijzen", klantmanager=None, begeleider=member.gebruiker)
    page = pagina(life, inloggen(member))
    assert page.status_code == 200
    assert "Weekrooster" not in page.content.decode()
