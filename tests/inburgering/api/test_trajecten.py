"""Every act over the wire: the same forms, the same law, the same logs."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from inburgering.actions import intakevraag
from inburgering.models import (
    BredeIntake,
    Gebeurtenis,
    Inburgeraar,
    Notitie,
    Raadpleging,
    Traject,
)
from inburgering.models.gemeente import gemeente
from tests.inburgering.api.conftest import Api
from tests.inburgering.platform.conftest import VROEG, lid_van, nieuw_traject


pytestmark = pytest.mark.django_db
PERSOON = {
    "bsn": "111222333", "voornamen": "Yusuf", "geslachtsnaam": "Demir",
    "geboortedatum": "1988-00-00", "geslacht": "man", "nationaliteit": "0339",
    "doelgroep": "asielstatushouder", "verblijfsituatie": "gemeente",
    "datumPlicht": "2026-01-05", "datumKennisgeving": "2026-01-12",
    "datumInschrijving": "2026-02-02",
}  # fmt: skip


def problem(answer, code: int) -> dict:
    assert answer.status_code == code, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["API-Version"] == "1.0.0"
    body = answer.json()
    assert body["status"] == code
    assert body["title"]
    assert body["detail"]
    return body


@pytest.fixture(autouse=True)
def op_deze_dag(time_machine_of_today):
    return time_machine_of_today


@pytest.fixture
def time_machine_of_today():
    import time_machine

    with time_machine.travel(VROEG + timedelta(days=2), tick=False):
        yield


def test_a_case_with_how_it_stands(api, traject):
    answer = api.get(f"trajecten/{traject.nummer}")
    assert answer.status_code == 200
    body = answer.json()
    assert (body["nummer"], body["naam"]) == (traject.nummer, "Amina Haddad")
    stand = body["stand"]
    assert stand["termijnen"][0]["bron"]["artikel"]
    assert stand["termijnen"][0]["reden"]
    assert {h["handeling"] for h in stand["handelingen"] if h["toegestaan"]} >= {
        "intake_starten"
    }
    refused = next(
        h for h in stand["handelingen"] if h["handeling"] == "pip_vaststellen"
    )
    assert refused["reden"]
    assert answer["ETag"] == f'"{body["versie"]}"'


def test_every_look_is_logged(api, traject, delft):
    api.get(f"trajecten/{traject.nummer}")
    with gemeente(delft):
        line = Raadpleging.objects.get(nummer=traject.nummer)
    assert (line.inzage, line.rol) == ("dossier", "klantmanager")


def test_registering_and_reading_back(api, delft):
    answer = api.post("trajecten", PERSOON)
    assert answer.status_code == 201, answer.content
    nummer = answer.json()["nummer"]
    assert answer["Location"] == f"/api/v1/trajecten/{nummer}"
    assert answer.json()["bsnBekend"] is True
    assert PERSOON["bsn"] not in answer.content.decode()
    with gemeente(delft):
        persoon = Inburgeraar.objects.get()
    assert (persoon.lees_bsn(), persoon.geboortedatum) == (PERSOON["bsn"], "1988-00-00")


def test_the_same_key_registers_once(api, delft):
    key = uuid4()
    first = api.post("trajecten", PERSOON, sleutel=key)
    again = api.post("trajecten", PERSOON, sleutel=key)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json()["nummer"] == again.json()["nummer"]
    with gemeente(delft):
        assert Traject.objects.count() == 1


def test_wrong_input_is_named_per_field(api, delft):
    wrong = PERSOON | {"bsn": "111222334", "geboortedatum": "1988-13-40"}
    body = problem(api.post("trajecten", wrong), 400)
    assert {fout["veld"] for fout in body["fouten"]} == {"bsn", "geboortedatum"}
    with gemeente(delft):
        assert not Inburgeraar.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        {"geslachtnaam": "typefout"}, {"geslachtsnaam": ["lijst"]},
        {"geslachtsnaam": {"a": 1}}, {"tolkNodig": "ja"}, [], "tekst", 7, None,
        {"voornamen": "x" * 201}, {"voornamen": "nul\x00"}, {"datumPlicht": 20260105},
    ],
)  # fmt: skip
def test_anything_else_than_the_form_asks_is_refused(api, body):
    sent = PERSOON | body if isinstance(body, dict) else body
    problem(api.post("trajecten", sent), 400)


def test_what_is_not_json_is_refused(api):
    answer = api.client.post(
        "/api/v1/trajecten", b"{", content_type="application/json",
        headers={"Idempotency-Key": str(uuid4())},
    )  # fmt: skip
    problem(answer, 400)
    key = {"Idempotency-Key": str(uuid4())}
    answer = api.client.post("/api/v1/trajecten", {"a": "b"}, headers=key)
    problem(answer, 415)


def test_what_the_law_refuses_comes_with_its_article(api):
    body = problem(api.post("trajecten", PERSOON | {"nationaliteit": "0001"}), 409)
    assert body["artikel"]
    assert body["fouten"][0]["artikel"]


def test_what_the_law_refuses_comes_with_the_facts_it_used(api, traject):
    body = problem(api.post("trajecten", PERSOON | {"nationaliteit": "0001"}), 409)
    code, rule = body["fouten"][0]["gebruikt"]
    assert code == {"label": "Code van de nationaliteit", "waarde": "0001"}
    assert rule["waarde"] == "weigeren (niet bevestigd)"
    for act, sent, label in (
        ("intake-starten", {"gestartOp": "2099-01-01"}, "Gestart op"),
        ("pip-bespreken", {"akkoord": "ja"}, "Stand"),
    ):
        answer = api.doe(traject.nummer, act, sent, versie=traject.versie)
        (error,) = problem(answer, 409)["fouten"]
        assert error["gebruikt"][0]["label"] == label
        assert error["gebruikt"][0]["waarde"]


def test_wrong_input_rests_on_no_fact(api):
    body = problem(api.post("trajecten", PERSOON | {"bsn": "111222334"}), 400)
    assert {tuple(fout["gebruikt"]) for fout in body["fouten"]} == {()}


def test_an_act_by_its_form(api, traject, delft):
    answer = api.doe(
        traject.nummer,
        "intake-starten",
        {"gestartOp": "2026-03-03"},
        versie=traject.versie,
    )
    assert answer.status_code == 200, answer.content
    assert answer.json()["versie"] == traject.versie + 1
    with gemeente(delft):
        line = Gebeurtenis.objects.get(handeling="intake_starten")
    assert f"{line.gebeurd_op}" == "2026-03-03"


@pytest.mark.parametrize(
    ("gezegd", "geheim"), [({}, True), ({"geheimAdres": False}, False)]
)
def test_a_secret_address_stays_secret_until_one_says_otherwise(
    api, delft, gezegd, geheim
):
    """A body that says nothing about it is no box that somebody unticked."""
    made = api.post("trajecten", PERSOON | {"geheimAdres": True}).json()
    known = {k: v for k, v in PERSOON.items() if k not in {"bsn", "doelgroep"}}

    answer = api.doe(
        made["nummer"], "traject-aanvullen", known | gezegd, versie=made["versie"]
    )

    assert answer.status_code == 200, answer.content
    with gemeente(delft):
        assert Inburgeraar.objects.get().geheim_adres is geheim


def test_a_note_moves_nothing(api, traject, delft):
    sent = {
        "onderwerp": "Bellen",
        "tekst": "Gebeld.",
        "soort": "algemeen",
        "deelbaar": False,
    }
    answer = api.doe(traject.nummer, "notitie-toevoegen", sent, versie=traject.versie)
    assert answer.status_code == 200, answer.content
    assert answer.json()["versie"] == traject.versie
    with gemeente(delft):
        assert Notitie.objects.get().onderwerp == "Bellen"


def test_an_act_that_cannot_be_done_now(api, traject):
    body = problem(
        api.doe(
            traject.nummer, "pip-vaststellen", {"dagtekening": "2026-03-03"},
            versie=traject.versie,
        ),
        409,
    )  # fmt: skip
    assert body["artikel"]


def test_a_colleague_was_first(api, traject):
    body = problem(
        api.doe(
            traject.nummer, "intake-starten", {"gestartOp": "2026-03-03"},
            versie=traject.versie - 1,
        ),
        409,
    )  # fmt: skip
    assert body["versie"] == traject.versie


def test_without_a_version_or_key_nothing_is_done(api, traject, delft):
    path = f"trajecten/{traject.nummer}/handelingen/intake-starten"
    body = problem(api.post(path, {"gestartOp": "2026-03-03"}), 400)
    assert body["fouten"][0]["veld"] == "versie"
    for versie in ("9" * 5000, "٢", -1, 1.5, True):
        sent = {"gestartOp": "2026-03-03", "versie": versie}
        assert problem(api.post(path, sent), 400)["fouten"][0]["veld"] == "versie"
    body = problem(
        api.post(
            path, {"gestartOp": "2026-03-03"}, versie=1, **{"Idempotency-Key": "x"}
        ),
        400,
    )
    assert body["fouten"][0]["veld"] == "Idempotency-Key"
    with gemeente(delft):
        assert not Gebeurtenis.objects.filter(handeling="intake_starten").exists()


def test_the_same_act_twice_is_done_once(api, traject, delft):
    key = uuid4()
    for _ in range(2):
        answer = api.doe(
            traject.nummer, "intake-starten", {"gestartOp": "2026-03-03"},
            versie=traject.versie, sleutel=key,
        )  # fmt: skip
        assert answer.status_code == 200, answer.content
    with gemeente(delft):
        assert Gebeurtenis.objects.filter(handeling="intake_starten").count() == 1


def test_a_key_of_another_act_is_a_conflict(api, traject):
    key = uuid4()
    api.doe(
        traject.nummer, "intake-starten", {"gestartOp": "2026-03-03"},
        versie=traject.versie, sleutel=key,
    )  # fmt: skip
    problem(
        api.doe(
            traject.nummer, "notitie-toevoegen", {"onderwerp": "Bellen", "tekst": "Gebeld.", "soort": "algemeen", "deelbaar": False},
            versie=traject.versie, sleutel=key,
        ),
        409,
    )  # fmt: skip


def test_the_list_goes_page_by_page(api, collega):
    with gemeente(collega.gemeente):
        numbers = [nieuw_traject(collega).nummer for _ in range(5)]
    seen, answer = [], api.get("trajecten", aantal=2)
    while True:
        page = answer.json()
        seen += [line["nummer"] for line in page["trajecten"]]
        if not page["volgende"]:
            break
        answer = api.client.get(page["volgende"])
    assert seen == numbers[::-1]
    assert api.get("trajecten", status="afgesloten").json()["trajecten"] == []


@pytest.mark.parametrize(
    "query", [{"aantal": 0}, {"aantal": 101}, {"voor": "a"}, {"voor": "1" * 30},
              {"voor": "1" * 5000}, {"aantal": "²"}, {"status": "x"}]
)  # fmt: skip
def test_a_wrong_question_is_named(api, query):
    body = problem(api.get("trajecten", **query), 400)
    assert body["fouten"][0]["veld"] == next(iter(query))


def test_another_municipality_does_not_exist(api, leiden):
    other = lid_van(leiden)
    with gemeente(leiden):
        theirs = nieuw_traject(other, on=VROEG + timedelta(hours=1))
    problem(api.get("trajecten/2026-00099"), 404)
    if theirs.nummer:  # the same number may exist in both: make it differ
        with gemeente(leiden):
            Traject.objects.filter(pk=theirs.pk).update(nummer="2026-00098")
    problem(api.get("trajecten/2026-00098"), 404)
    problem(
        api.doe("2026-00098", "intake-starten", {"gestartOp": "2026-03-03"}, versie=1),
        404,
    )
    assert api.get("trajecten").json()["trajecten"] == []


def test_nobody_gets_in_without_signing_in_twice(traject, collega, delft):
    problem(Api(None).get("trajecten"), 401)
    once = Api(collega)
    session = once.client.session
    del session["tweede_stap"]
    session.save()
    problem(once.get(f"trajecten/{traject.nummer}"), 403)


def test_a_role_that_may_not(delft, traject):
    beheer = Api(lid_van(delft, "functioneel_beheerder"))
    problem(beheer.get("trajecten"), 403)
    problem(beheer.post("trajecten", PERSOON), 403)
    jurist = Api(lid_van(delft, "jurist_bezwaar"))
    assert jurist.get(f"trajecten/{traject.nummer}").status_code == 200
    problem(
        jurist.doe(
            traject.nummer, "intake-starten", {"gestartOp": "2026-03-03"}, versie=1
        ),
        403,
    )


def test_a_post_without_csrf_token_is_refused(collega, traject):
    strict = Api(collega, enforce_csrf_checks=True)
    problem(
        strict.doe(
            traject.nummer, "intake-starten", {"gestartOp": "2026-03-03"}, versie=1
        ),
        403,
    )


def test_other_methods_and_addresses(api):
    problem(api.client.delete("/api/v1/trajecten"), 405)
    problem(api.client.get("/api/v1/trajecten/"), 404)
    problem(api.client.get("/api/v1/bestaatNiet"), 404)


def test_the_description_is_for_everybody_and_holds_no_data(traject):
    answer = Client().get("/api/v1/openapi.json")
    assert answer.status_code == 200
    assert answer["API-Version"] == "1.0.0"
    assert "Haddad" not in json.dumps(answer.json())


def statements(ask) -> int:
    """Count what the database was asked, as the law of the house counts it."""
    with CaptureQueriesContext(connection) as seen:
        assert ask().status_code < 300
    frame = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "SELECT set_config")
    return len([q for q in seen.captured_queries if not q["sql"].startswith(frame)])


def test_the_number_of_statements_does_not_grow(api, collega):
    with gemeente(collega.gemeente):
        first = nieuw_traject(collega)
    one = statements(lambda: api.get("trajecten", aantal=50))
    with gemeente(collega.gemeente):
        for _ in range(49):
            nieuw_traject(collega)
    assert statements(lambda: api.get("trajecten", aantal=50)) == one <= 8
    assert statements(lambda: api.get(f"trajecten/{first.nummer}")) <= 8
    sent = {"gestartOp": "2026-03-03"}
    done = statements(
        lambda: api.doe(first.nummer, "intake-starten", sent, versie=first.versie)
    )
    assert done <= 20


def test_own_questions_are_answered_over_the_wire(api, collega, traject):
    """The words of a municipality beside the fixed ones, held to the same bounds."""
    with gemeente(collega.gemeente):
        intakevraag.vastleggen(
            by=collega, on=timezone.localtime(), domein="leren", vraag="Fietst u?",
            soort="keuze", keuzes=["Ja", "Nee"], laagste=0, hoogste=0, eenheid="",
            hulptekst="", volgorde=1, geldig_vanaf=timezone.localdate(),
        )  # fmt: skip
    day = f"{timezone.localdate():%Y-%m-%d}"
    begun = api.doe(
        traject.nummer, "intake-starten", {"gestartOp": day}, versie=traject.versie
    )
    assert begun.status_code in {200, 201}, begun.content

    def answer(value):
        with gemeente(collega.gemeente):
            version = Traject.objects.get().versie
        return api.doe(
            traject.nummer, "intake-invullen",
            {"eigen1": value, "werkBeroep": "Kok"}, versie=version,
        )  # fmt: skip

    body = problem(answer("9"), 400)
    assert [one["veld"] for one in body["fouten"]] == ["eigen1"]
    assert answer("2").status_code in {200, 201}
    with gemeente(collega.gemeente):
        assert BredeIntake.objects.get().antwoorden["eigen_1"]["waarde"] == "2"
    unknown = api.doe(traject.nummer, "intake-invullen", {"eigen2": "1"}, versie=99)
    assert unknown.status_code == 400
