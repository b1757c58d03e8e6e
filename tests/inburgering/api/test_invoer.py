"""Whatever somebody sends: an answer in words, and a refusal writes nothing.

INVOER in the environment says how many bodies each act gets (12).
"""

# ruff: noqa: RUF001 - letters that look like others are what is tested

import os
import random

import pytest
from django.apps import apps

from inburgering.api.schema import inhoud
from inburgering.authorization.spil import NIET_IN_API, OP_EEN_TRAJECT
from inburgering.models import Gebeurtenis, Gemeente
from inburgering.models.base import Zaakmodel
from inburgering.models.gemeente import gemeente
from inburgering.wet.handelingen import Handeling
from tests.inburgering.tellen import tellen


pytestmark = [pytest.mark.django_db, pytest.mark.breed]
TIMES = int(os.environ.get("INVOER", "12"))
GETELD = [m for m in apps.get_models() if issubclass(m, Zaakmodel)] + [Gebeurtenis]
NASTY = [
    None, True, False, 0, -1, 1, 2**31, 2**63, 10**30, 1.5, [], {}, [[]], ["a"], {"a": 1},
    "", " ", "0", "-1", "nan", "x" * 300, "x" * 20_000, "\x00", "a\x00b", "\u202e", "💥",
    "\ud83d", "٣", "１２", "'; DROP TABLE inburgering_traject; --", "%s %(x)s {x} {{ 7*7 }}",
    "<script>alert(1)</script>", "../../etc/passwd", "=1+1", "\r\nSet-Cookie: a=b",
    "2026-02-30", "2026-13-01", "0000-00-00", "9999-12-31", "0001-01-01", "1-1-1",
    "31-12-2025", "2026-03-01T00:00:00Z", "٢٠٢٦-٠٣-٠١", "1990-00-00", "b1_route", "A2",
    "111222333", "123456789", "1234567890", "ja", "nee", "asielstatushouder",
]  # fmt: skip


def tel_in(g: Gemeente) -> dict[str, int]:
    """Count with this municipality in force, which PostgreSQL asks for."""
    with gemeente(g):
        return tellen(GETELD)


def body_for(shape: dict, chance: random.Random) -> dict:
    names = list(shape["properties"])
    chosen = [n for n in names if chance.random() < 0.8] + shape.get("required", [])
    body = {name: chance.choice(NASTY) for name in chosen}
    if chance.random() < 0.1:
        body[
            chance.choice(
                ["id", "versie", "gemeente", "traject", "__proto__", "\ud83d"]
            )
        ] = chance.choice(NASTY)
    return body


@pytest.mark.parametrize(
    "act",
    [
        Handeling.TRAJECT_REGISTREREN,
        *(act for act in OP_EEN_TRAJECT if act not in NIET_IN_API),
    ],
)
def test_any_body(api, traject, delft, act):
    chance = random.Random(act.value)
    shape, seen = inhoud(act), set()
    path = f"trajecten/{traject.nummer}/handelingen/{act.noun}-{act.verb}"
    if act is Handeling.TRAJECT_REGISTREREN:
        path = "trajecten"
    before = tel_in(delft)
    for _ in range(TIMES):
        body = body_for(shape, chance)
        answer = api.post(path, body, versie=traject.versie)
        assert answer.status_code in {200, 201, 400, 404, 409}, (body, answer.content)
        seen.add(answer.status_code)
        after = tel_in(delft)
        if answer.status_code >= 400:
            assert answer["Content-Type"] == "application/problem+json"
            assert after == before, body
        before = after
    assert seen & {400, 404, 409}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"[" * 100_000, 400), (b'{"a":' * 5000, 400), (b"\xff", 400), (b"", 400),
        (b'{"bsn": ' + b"9" * 5000 + b"}", 400), (b'{"a": "' + b"x" * 6_000_000, 413),
    ],
    ids=("lijsten", "objecten", "geen tekst", "niets", "lang getal", "te groot"),
)  # fmt: skip
def test_a_body_that_is_no_json_or_too_large(api, body, status):
    answer = api.client.generic(
        "POST", "/api/v1/trajecten", body, content_type="application/json",
        headers={"Idempotency-Key": "5f0c6a52-3f5e-4a53-9d9c-0f9b4f4d0a55"},
    )  # fmt: skip
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert "JSON parse error" not in answer.content.decode()


def test_a_search_through_the_list_with_anything(api):
    for value in NASTY:
        text = str(value).encode("utf-8", "replace").decode()
        for name in ("voor", "aantal", "status"):
            answer = api.get("trajecten", **{name: text})
            assert answer.status_code in {200, 400}, (name, value)


def test_any_number_of_a_case(api, traject):
    for value in (
        "2026-00099",
        "x",
        "2026-00001%00",
        "..",
        "'",
        "%F0%9F%92%A5",
        "1" * 500,
    ):
        assert api.get(f"trajecten/{value}").status_code in {400, 404}
        assert api.client.get(f"/trajecten/{value}/").status_code in {400, 404}
        assert api.client.get("/zoeken/?q=" + value).status_code in {200, 302, 400}
