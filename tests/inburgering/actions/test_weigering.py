"""A registration that the law refuses is in the trail, once, without the person.

Real transactions: the row must be there when those of the act are undone.
"""

import json
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from inburgering.actions import traject
from inburgering.models import Gebeurtenis, Inburgeraar, Lidmaatschap, Traject
from inburgering.models.gemeente import gemeente
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.actions.test_tegelijk import tegelijk
from tests.inburgering.cast import VANDAAG, moment, persoon


pytestmark = pytest.mark.django_db(transaction=True)

FRANS, JONG, DUITS = {"nationaliteit": "0057"}, "2012-01-01", {"nationaliteit": "0055"}
MORGEN = VANDAAG + timedelta(days=1)
PLICHT = "Wi2021 art. 3 en 4"


def refuse(
    lid: Lidmaatschap, sleutel: UUID | None = None, nummer: int = 1, **anders: Any
) -> None:
    """Try to register somebody, in a transaction of its own as a request has."""
    with gemeente(lid.gemeente), pytest.raises(NietToegestaan):
        traject.registreren(
            by=lid, on=moment(VANDAAG), sleutel=sleutel, **persoon(nummer, **anders)
        )


def reasons(lid: Lidmaatschap) -> list[str]:
    """Read the refusals back, in another transaction."""
    with gemeente(lid.gemeente):
        rows = Gebeurtenis.objects.filter(nummer="").order_by("id")
        assert {row.samenvatting for row in rows} <= {"Geweigerd"}
        assert {row.handeling for row in rows} <= {"traject_registreren"}
        assert {row.naam for row in rows} <= {lid.gebruiker.naam}
        return [row.reden for row in rows]


@pytest.mark.parametrize(
    ("anders", "woorden"),
    [
        (FRANS, ["Europese Unie", PLICHT]),
        ({"geboortedatum": JONG}, ["Nog geen 16 jaar"]),
        ({"overleden_op": date(2026, 2, 1)}, ["overleden op (datum)"]),
        (FRANS | {"geboortedatum": JONG}, ["Europese Unie", "Nog geen 16 jaar"]),
        # A mistake in another field takes nothing away from the ground.
        (FRANS | {"datum_koppeling": MORGEN}, ["Europese Unie"]),
    ],
)
def test_a_refusal_about_the_duty_is_kept(collega, anders, woorden) -> None:
    refuse(collega, **anders)

    (reason,) = reasons(collega)
    assert all(word in reason for word in woorden)
    assert "toekomst" not in reason
    known = persoon(1, **anders)
    assert not any(
        known[field] in reason for field in ("bsn", "geslachtsnaam", "geboortedatum")
    )
    with gemeente(collega.gemeente):
        assert not Inburgeraar.objects.exists()


@pytest.mark.parametrize(
    "anders",
    [
        {"geboortedatum": "1990-02-30"},
        {"geboortedatum": MORGEN.isoformat()},
        {"datum_kennisgeving": MORGEN},
    ],
)
def test_a_mistake_in_typing_is_not_kept(collega, anders) -> None:
    refuse(collega, **anders)

    assert reasons(collega) == []


def test_who_is_known_already_is_not_kept_as_refused(collega) -> None:
    with gemeente(collega.gemeente):
        traject.registreren(by=collega, on=moment(VANDAAG), **persoon(1))

    refuse(collega, sleutel=uuid4())

    assert reasons(collega) == []


def test_one_form_is_kept_once_per_reason_and_still_registers(collega) -> None:
    key = uuid4()
    for anders in (FRANS, FRANS, {"geboortedatum": JONG}, FRANS):
        refuse(collega, key, **anders)
    assert len(reasons(collega)) == 2

    with gemeente(collega.gemeente):
        traject.registreren(by=collega, on=moment(VANDAAG), sleutel=key, **persoon(1))
        assert Traject.objects.count() == 1
    assert len(reasons(collega)) == 2


def test_another_form_is_kept_by_itself(collega) -> None:
    for key in (uuid4(), uuid4(), None, None):
        refuse(collega, key, **FRANS)

    assert len(reasons(collega)) == 4


@pytest.mark.traag
def test_two_clicks_at_the_same_moment_are_kept_once(collega) -> None:
    key = uuid4()

    assert tegelijk(*[lambda: refuse(collega, key, **FRANS)] * 2) == ["gedaan"] * 2
    assert len(reasons(collega)) == 1


@pytest.mark.traag
def test_the_screen_and_the_api_keep_it_by_the_same_function(collega, scherm) -> None:
    typed = {
        "bsn": persoon(2)["bsn"], "geslachtsnaam": "Demir", "geslacht": "man",
        "doelgroep": "asielstatushouder", "verblijfsituatie": "gemeente",
    } | DUITS  # fmt: skip
    answer = scherm.post(
        "/trajecten/registreren/",
        typed | {"geboortedatum": "00-00-1988", "sleutel": str(uuid4())},
    )
    assert answer.status_code == 422
    assert "burger van de Europese Unie" in answer.content.decode()
    assert len(reasons(collega)) == 1

    answer = scherm.post(
        "/api/v1/trajecten", json.dumps(typed | {"geboortedatum": "1988-00-00"}),
        content_type="application/json", headers={"Idempotency-Key": str(uuid4())},
    )  # fmt: skip
    assert answer.status_code == 409, answer.content
    by_screen, by_api = reasons(collega)
    assert by_screen == by_api
