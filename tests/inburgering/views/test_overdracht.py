"""Preparation in the reception centre and the warm handover, in the file."""

import pytest
from django.test import Client

from inburgering.authorization.roles import Rol
from inburgering.models import Overdracht, Taak, Termijn, Voorinburgering
from tests.inburgering.cast import lid_van
from tests.inburgering.voorbeelden import (
    OVERDRACHT,
    VOORINBURGERING,
    d,
    dag,
    met_overdracht,
    met_voorinburgering,
)


pytestmark = pytest.mark.usefixtures("aanbieder")
JA = VOORINBURGERING | {"ingestemd": "ja", "begonnen_op": d(-200)}
NEE = {"ingestemd": "nee", "reden_niet": "Wilde eerst rust"}


def url(life, noun: str) -> str:
    return f"/trajecten/{life.nummer}/{noun}/vastleggen/"


@pytest.mark.parametrize(
    ("typed", "veld"),
    [
        (JA | {"organisatie": ""}, "organisatie"),
        (JA | {"begonnen_op": ""}, "begonnen_op"),
        (JA | {"beeindigd_op": d(-300)}, "beeindigd_op"),
        (JA | {"reden_niet": "Toch niet"}, "reden_niet"),
        (JA | {"uren": "-1"}, "uren"),
        (JA | {"uren": "veel"}, "uren"),
        (JA | {"onderdelen": "x" * 301}, "onderdelen"),
        (NEE | {"reden_niet": ""}, "reden_niet"),
        (NEE | {"uren": "10"}, "uren"),
        ({}, "ingestemd"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    leven, scherm: Client, typed, veld
) -> None:
    life = leven().door_tot("aangemeld").op(dag())
    answer = scherm.post(url(life, "voorinburgering"), typed)
    assert answer.status_code == 422
    assert veld in answer.context["form"].errors
    assert not Voorinburgering.objects.exists()


def test_the_file_shows_what_was_followed_or_why_not(leven, scherm, inloggen, delft):
    life = leven().door_tot("aangemeld").op(dag())
    for typed in (JA | {"beeindigd_op": d(-100)}, NEE):
        assert scherm.post(url(life, "voorinburgering"), typed).status_code == 302
    page = f"/trajecten/{life.nummer}/ondersteuning/"
    shown = scherm.get(page).content.decode()
    for words in (
        "Opvang De Brug",
        "60 uur",
        "alfabet",
        "Niet gevolgd",
        "eerst rust",
        "COA",
    ):
        assert words in shown
    clerk = inloggen(lid_van(delft, Rol.ADMINISTRATIE)).get(page).content.decode()
    assert "Opvang De Brug" in clerk
    for words in ("alfabet", "eerst rust", "Warme overdracht"):
        assert words not in clerk


@pytest.mark.parametrize(
    ("typed", "label", "other"),
    [(JA, "Ingestemd op", "Geweigerd op"), (NEE, "Geweigerd op", "Ingestemd op")],
)
def test_the_day_says_whether_it_was_a_yes_or_a_no(
    leven, scherm, typed, label, other
) -> None:
    life = leven().door_tot("aangemeld").op(dag())
    scherm.post(url(life, "voorinburgering"), typed | {"instemming_op": d(-210)})
    shown = scherm.get(f"/trajecten/{life.nummer}/ondersteuning/").content.decode()
    assert label in shown
    assert other not in shown


def test_what_is_open_at_a_handover_becomes_tasks(leven, scherm: Client) -> None:
    life = leven().door_tot("aangemeld").op(dag())
    typed = OVERDRACHT | {
        "gesprek_op": d(-1), "uiterlijk": d(14),
        "open_punten": "Vraag het diploma op\n\n  Bel de school  \n",
    }  # fmt: skip
    assert scherm.post(url(life, "overdracht"), typed).status_code == 302
    tasks = Taak.objects.order_by("id")
    assert [t.omschrijving for t in tasks] == ["Vraag het diploma op", "Bel de school"]
    assert {t.uiterlijk for t in tasks} == {dag(14)}
    assert Termijn.objects.filter(soort="taak").count() == 2
    shown = scherm.get(f"/trajecten/{life.nummer}/ondersteuning/").content.decode()
    for words in (
        "Van COA of begeleider naar ons",
        "COA, casemanager",
        "Wie er al helpt",
    ):
        assert words in shown


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"open_punten": "\n".join("x" * 11)}, "open_punten"),
        ({"open_punten": "y" * 201}, "open_punten"),
        ({"open_punten": "Bel", "uiterlijk": ""}, "uiterlijk"),
        ({"open_punten": "Bel", "uiterlijk": d(-1)}, "uiterlijk"),
        ({"punten": ["alles"]}, "punten"),
        ({"met_wie": ""}, "met_wie"),
        ({"richting": "omhoog"}, "richting"),
        ({"gesprek_op": d(1)}, "gesprek_op"),
    ],
)
def test_a_handover_refuses_and_makes_no_task(leven, scherm, anders, veld) -> None:
    life = leven().door_tot("aangemeld").op(dag())
    typed = OVERDRACHT | {"gesprek_op": d(-1), "uiterlijk": d(14)} | anders
    answer = scherm.post(url(life, "overdracht"), typed)
    assert answer.status_code == 422
    assert veld in answer.context["form"].errors
    assert not Taak.objects.exists()
    assert not Overdracht.objects.exists()


@pytest.mark.parametrize("aantal", [1, 5])
def test_the_section_asks_as_much_for_many_as_for_one(
    leven, scherm, hoogstens, aantal
) -> None:
    life = leven().door_tot("aangemeld")
    for _ in range(aantal):
        met_voorinburgering(life)
        met_overdracht(life)
    page = f"/trajecten/{life.op(dag()).nummer}/ondersteuning/"
    scherm.get(page)
    with hoogstens(12):
        scherm.get(page)
