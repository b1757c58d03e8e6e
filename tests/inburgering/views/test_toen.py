"""Looking back: what held on a day, by what was known then, and nothing to change."""

from datetime import date, timedelta

import pytest

from inburgering.actions import intake
from inburgering.models import Raadpleging, Traject
from inburgering.templatetags.opmaak import datum
from tests.inburgering.views.zaken import lid_van, met_intake, met_pip, nieuw, op


@pytest.fixture
def zaak(collega, vandaag) -> Traject:
    """Registered on 3 June; the intake of 10 June was entered on the 20th."""
    made = nieuw(collega, date(2026, 6, 3), "Samira Haddad")
    intake.starten(
        traject=made, by=collega, on=op(date(2026, 6, 20)),
        gestart_op=date(2026, 6, 10), in_opvang=False,
    )  # fmt: skip
    return made


@pytest.fixture
def kijk(als, collega, zaak):
    client = als(collega)

    def vraag(**velden: str):
        return client.get(f"/trajecten/{zaak.nummer}/toen/", velden)

    return vraag


def status(answer) -> str:
    assert answer.status_code == 200
    return answer.context["antwoord"]["stand"].status


@pytest.mark.parametrize(
    ("dag", "stand"),
    [
        ("09-06-2026", "aangemeld"),
        ("10-06-2026", "brede_intake"),
        ("11-06-2026", "brede_intake"),
    ],
)
def test_what_held_on_a_day(kijk, dag, stand):
    assert status(kijk(op=dag)) == stand


@pytest.mark.parametrize(
    ("bekend_op", "tijd", "stand"),
    [
        pytest.param("19-06-2026", "", "aangemeld", id="day_before_it_was_entered"),
        pytest.param("20-06-2026", "", "brede_intake", id="end_of_that_day"),
        pytest.param("20-06-2026", "09:59", "aangemeld", id="minute_before"),
        pytest.param("20-06-2026", "10:00", "aangemeld", id="just_before_the_act"),
        pytest.param("20-06-2026", "10:01", "brede_intake", id="minute_after"),
        pytest.param("", "", "brede_intake", id="now"),
    ],
)
def test_what_was_known_then(kijk, bekend_op, tijd, stand):
    assert status(kijk(op="15-06-2026", bekend_op=bekend_op, tijd=tijd)) == stand


def test_the_page_says_what_it_is_and_changes_nothing(kijk, zaak):
    page = kijk(op="15-06-2026", bekend_op="19-06-2026").content.decode()
    assert "Zo stond het op 15 juni 2026" in page
    assert "Volgens wat op 19 juni 2026 bekend was" in page
    assert "hier is niets te wijzigen" in page
    assert "Wat kon toen?" in page
    assert "Waarom?" in page
    assert 'method="post"' not in page.split("<main", 1)[1].split("</main", 1)[0]
    known_now = kijk(op="15-06-2026").content.decode()
    assert "Volgens wat nu bekend is" in known_now
    assert (
        f"/trajecten/{zaak.nummer}/intake/afronden/" not in (page.split("<main", 1)[1])
    )


def test_terms_are_told_from_that_day(kijk):
    answer = kijk(op="15-06-2026", bekend_op="19-06-2026")
    assert answer.context["antwoord"]["op"] == date(2026, 6, 15)
    assert "nog " in answer.content.decode()


@pytest.mark.parametrize(
    ("velden", "veld", "melding"),
    [
        ({"op": "31-12-2021"}, "op", "geldt vanaf 1 januari 2022"),
        ({"op": "21-11-2026"}, "op", "Deze dag is er nog niet."),
        ({"op": ""}, "op", "Vul de dag waarop u terugkijkt in."),
        ({"op": "31-02-2026"}, "op", "bestaat niet in de kalender"),
        (
            {"op": "15-06-2026", "bekend_op": "21-11-2026"}, "bekend_op",
            "Deze dag is er nog niet.",
        ),
        (
            {"op": "15-06-2026", "bekend_op": "02-06-2026"}, "bekend_op",
            "toen nog niet bekend. Het is geregistreerd op 3 juni 2026.",
        ),
        (
            {"op": "15-06-2026", "tijd": "10:00"}, "bekend_op",
            "Vul ook de dag in bij deze tijd.",
        ),
        (
            {"op": "15-06-2026", "bekend_op": "20-06-2026", "tijd": "kwart over drie"},
            "tijd", "Schrijf de tijd als uren en minuten",
        ),
    ],
)  # fmt: skip
def test_a_wrong_day_is_said_at_its_field(kijk, velden, veld, melding):
    answer = kijk(**velden)
    assert answer.status_code == 422
    assert melding in str(answer.context["form"].errors[veld])
    assert answer.context["antwoord"] is None


@pytest.mark.parametrize("dag", ["01-01-2022", "20-11-2026"])
def test_the_first_and_the_last_day_can_be_asked(kijk, dag):
    assert kijk(op=dag).status_code == 200


def test_nothing_asked_shows_the_question(kijk):
    answer = kijk()
    assert answer.status_code == 200
    assert "Kies een dag" in answer.content.decode()


def test_looking_back_is_logged(kijk, zaak):
    kijk(op="15-06-2026", bekend_op="19-06-2026")
    line = Raadpleging.objects.filter(nummer=zaak.nummer).latest("id")
    assert line.inzage == "geschiedenis"
    assert line.reden == "Terugkijken: 15 juni 2026, wat op 19 juni 2026 bekend was"


def test_every_act_has_a_link_to_what_was_known_before_it(als, collega, zaak):
    client = als(collega)
    page = client.get(f"/trajecten/{zaak.nummer}/geschiedenis/")
    links = [g["toen"] for g in page.context["gebeurtenissen"]]
    assert links[-1] == ""  # before the registration there was nothing to know
    assert "tijd=10%3A00%3A00" in links[0]
    assert links[0].replace("&", "&amp;") in page.content.decode()
    answer = client.get(links[0])
    assert status(answer) == "aangemeld"
    assert "voor 10:00 uur bekend was" in answer.content.decode()


@pytest.mark.parametrize("rol", ["externe_begeleider", "administratie"])
def test_who_may_not_read_the_history_may_not_look_back(als, collega, zaak, rol):
    lid = lid_van(collega.gemeente, rol)
    zaak.refresh_from_db()
    zaak.begeleider = lid.gebruiker
    zaak.save()
    answer = als(lid).get(f"/trajecten/{zaak.nummer}/toen/", {"op": "15-06-2026"})
    assert answer.status_code == 403
    overview = als(lid).get(f"/trajecten/{zaak.nummer}/")
    assert not any(g["toen"] for g in overview.context["gebeurtenissen"])


def test_a_correction_later_does_not_change_what_was_known(als, collega, zaak, vandaag):
    """The day of the intake is mended today; then one knew the other day."""
    with_old = {"op": "08-06-2026", "bekend_op": "21-06-2026"}
    row = zaak.bredeintake_set.get()
    row.gestart_op = date(2026, 6, 5)
    row._history_user = collega.gebruiker
    row._history_date = op(vandaag) - timedelta(days=1)
    row._change_reason = "feit_herstellen"
    row.save()
    client = als(collega)
    url = f"/trajecten/{zaak.nummer}/toen/"
    assert status(client.get(url, with_old)) == "aangemeld"
    assert status(client.get(url, {"op": "08-06-2026"})) == "brede_intake"


def test_what_a_role_may_not_read_was_not_there_then_either(kijk, monkeypatch):
    """Enforcement is left out of the case of then by the same sieve as of the case now."""
    asked = []

    def sieve(dossier, rol):
        asked.append((dossier.stand.peildatum, rol.value))
        return dossier

    monkeypatch.setattr("inburgering.views.toen.zichtbaar", sieve)
    kijk(op="15-06-2026")
    assert asked == [(date(2026, 6, 15), "klantmanager")]


def test_a_step_of_later_was_not_taken_yet(als, collega, vandaag):
    """The day before, of and after the decision on the plan."""
    case = nieuw(collega, vandaag - timedelta(days=60), "Mariam Aziz")
    met_pip(
        met_intake(case, collega, vandaag - timedelta(days=50)), collega,
        vandaag - timedelta(days=20),
    )  # fmt: skip
    decided = case.pip_set.get().dagtekening
    client = als(collega)
    seen = []
    for days in (-1, 0, 1):
        day = decided + timedelta(days=days)
        page = client.get(f"/trajecten/{case.nummer}/toen/", {"op": f"{day:%d-%m-%Y}"})
        seen.append(datum(decided) in str(page.context["antwoord"]["waar"]))
    assert seen == [False, True, True]
