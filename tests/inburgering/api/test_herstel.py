"""A correction over the wire, and the second person's answer."""

import pytest
import time_machine

from inburgering.models import BredeIntake, Herstel
from inburgering.models.gemeente import gemeente
from tests.inburgering.api.conftest import Api
from tests.inburgering.api.test_trajecten import problem
from tests.inburgering.platform.conftest import VROEG, lid_van


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def op_deze_dag():
    with time_machine.travel(VROEG.replace(day=9), tick=False):
        yield


@pytest.fixture
def intake(api, traject, delft):
    begin = {"gestartOp": "2026-03-05"}
    answer = api.doe(traject.nummer, "intake-starten", begin, versie=traject.versie)
    assert answer.status_code == 200, answer.content
    with gemeente(delft):
        return BredeIntake.objects.get()


def vraag(api, traject, soort, rij, nieuw, versie=2, **kw):
    body = {"soort": soort, "id": rij, "nieuw": nieuw, "reden": "Typefout"} | kw
    return api.doe(traject.nummer, "feit-herstellen", body, versie=versie)


def test_a_small_mistake_is_corrected_at_once(api, traject, intake, delft):
    answer = vraag(
        api, traject, "brede_intakes", intake.pk, {"gestartOp": "2026-03-04"}
    )
    assert answer.status_code == 200, answer.content
    assert answer.json()["herstel"]["status"] == "doorgevoerd"
    with gemeente(delft):
        row = BredeIntake.objects.get()
        assert f"{row.gestart_op}" == "2026-03-04"
        assert row.history.count() == 2


def test_a_legal_term_waits_for_somebody_else(api, traject, delft):
    asked = vraag(
        api,
        traject,
        "traject",
        traject.pk,
        {"datumInschrijving": "2026-02-03"},
        versie=1,
    )
    assert asked.json()["herstel"]["status"] == "gevraagd", asked.content
    number, versie = asked.json()["herstel"]["id"], asked.json()["versie"]
    answer = {"id": number, "toelichting": "Akkoord"}
    own = api.doe(traject.nummer, "herstel-goedkeuren", answer, versie=versie)
    problem(own, 403)  # the klantmanager does not decide on corrections
    leader = Api(lid_van(delft, "teamleider"))
    done = leader.doe(traject.nummer, "herstel-goedkeuren", answer, versie=versie)
    assert done.json()["herstel"]["status"] == "doorgevoerd", done.content
    with gemeente(delft):
        assert Herstel.objects.get().status == "doorgevoerd"
        traject.refresh_from_db()
        assert f"{traject.datum_inschrijving}" == "2026-02-03"


@pytest.mark.parametrize(
    ("soort", "nieuw", "code"),
    [
        ("brede_intakes", {}, 409),
        ("brede_intakes", {"gestartOp": "2026-02-30"}, 400),
        ("brede_intakes", {"vastgelegdOp": "2026-03-04"}, 400),
        ("brede_intakes", ["lijst"], 400),
        ("bestaat_niet", {}, 400),
        ("pips", {}, 404),
    ],
)
def test_what_is_refused_changes_nothing(
    api, traject, intake, delft, soort, nieuw, code
):
    problem(vraag(api, traject, soort, intake.pk, nieuw), code)
    with gemeente(delft):
        assert not Herstel.objects.exists()


def test_a_correction_of_nothing(api, traject, delft):
    leader = Api(lid_van(delft, "teamleider"))
    for body, code in (({"id": 99}, 404), ({"id": "1"}, 400), ({}, 400), ([], 400)):
        problem(leader.doe(traject.nummer, "herstel-goedkeuren", body, versie=1), code)
