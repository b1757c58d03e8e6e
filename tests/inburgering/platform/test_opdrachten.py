"""The commands: one case as data, and a new key for every BSN."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from inburgering.actions import intake
from inburgering.models import Inburgeraar, Raadpleging, Traject, Vernietigingsprotocol
from inburgering.models.gemeente import gemeente
from tests.inburgering.platform.conftest import VROEG, nieuw_traject


pytestmark = pytest.mark.django_db
OUD = {"1": "dGVzdHNsZXV0ZWwtdGVzdHNsZXV0ZWwtMDEyMzQ1Njc="}
NIEUW = {"2": "bmlldXdlc2xldXRlbC1uaWV1d2VzbGV1dGVsLTAxMjM="}


def run(*arguments: str, **options) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def traject(collega):
    with gemeente(collega.gemeente):
        made = nieuw_traject(collega, bsn="111222333", v_nummer="")
        intake.starten(
            traject=made, by=collega, on=VROEG + timedelta(days=7),
            gestart_op=(VROEG + timedelta(days=3)).date(), in_opvang=False,
        )  # fmt: skip
    return made


def stand(traject, **options) -> dict:
    return json.loads(run("dossier", traject.nummer, json=True, **options))["stand"]


def test_how_a_case_stands_on_a_day(traject):
    assert (
        stand(traject, op=(VROEG + timedelta(days=9)).date())["status"]
        == "brede_intake"
    )
    assert (
        stand(traject, op=(VROEG + timedelta(days=1)).date())["status"] == "aangemeld"
    )


def test_every_outcome_carries_the_facts_it_rests_on(traject):
    answer = stand(traject, op=(VROEG + timedelta(days=9)).date())
    term = next(t for t in answer["termijnen"] if t["soort"] == "pip_vaststellen")
    assert {"label": "Inschrijving in de gemeente", "waarde": "2026-02-02"} in (
        term["gebruikt"]
    )
    refused = next(
        a for a in answer["handelingen"] if a["handeling"] == "pip_bespreken"
    )
    assert refused["gebruikt"] == [{"label": "Stand", "waarde": "Brede intake"}]


def test_absence_is_printed_with_why(traject):
    answer = json.loads(run("dossier", traject.nummer, json=True))["verzuim"]
    assert (answer["geteldTotEnMet"], answer["reeksen"]) == (None, [])
    assert answer["zin"] == "Er zijn nog geen uren geteld."
    assert "De wet noemt geen grens" in answer["reden"]
    assert answer["bron"]["tekst"] == "werkafspraak"
    assert answer["gebruikt"] == [
        {"label": "Gevolgde uren", "waarde": "niet vastgelegd"}
    ]


def test_what_was_known_at_a_moment(traject):
    """It happened on the third day and was entered on the seventh."""
    later = (VROEG + timedelta(days=9)).date()
    known = VROEG + timedelta(days=4)
    assert stand(traject, op=later, bekend_op=known)["status"] == "aangemeld"
    text = f"{(VROEG + timedelta(days=7)).date()}"
    answer = run(
        "dossier", traject.nummer, "--json", "--op", str(later), "--bekend-op", text
    )
    assert json.loads(answer)["stand"]["status"] == "brede_intake"


def test_the_look_is_logged_and_no_bsn_is_shown(traject, delft):
    assert "111222333" not in run("dossier", traject.nummer, json=True)
    with gemeente(delft):
        line = Raadpleging.objects.get()
    assert (line.nummer, line.rol) == (traject.nummer, "opdrachtregel")


def test_for_people_it_is_a_few_lines(traject):
    text = run("dossier", traject.nummer)
    assert text.startswith(f"{traject.nummer}: ")
    assert "uiterlijk" in text


def test_what_is_not_there(traject, leiden):
    with pytest.raises(CommandError, match="--gemeente"):
        run("dossier", traject.nummer)
    with pytest.raises(CommandError, match="bestaat niet"):
        run("dossier", traject.nummer, gemeente=leiden.pk)
    with pytest.raises(CommandError, match="nog niet bekend"):
        run(
            "dossier", traject.nummer, gemeente="0503",
            bekend_op=VROEG - timedelta(days=1),
        )  # fmt: skip
    with pytest.raises(CommandError, match="2021"):
        run("dossier", traject.nummer, "--op", "2020-01-01", gemeente="0503")


def test_every_bsn_gets_the_new_key_in_history_too(traject, delft, settings):
    with gemeente(delft):
        persoon = Inburgeraar.objects.get()
        persoon.woonplaats = "Delft"
        persoon.save()
        versie, rows = Traject.objects.get().versie, Inburgeraar.history.count()
    settings.BSN_SLEUTELS = NIEUW | OUD
    assert run("sleutels-wisselen") == f"0503: {1 + rows} rijen op sleutel 2\n"
    settings.BSN_SLEUTELS = NIEUW
    with gemeente(delft):
        persoon = Inburgeraar.objects.get()
        assert persoon.lees_bsn() == "111222333"
        assert [row.instance.lees_bsn() for row in Inburgeraar.history.all()] == [
            "111222333"
        ] * rows
        assert Inburgeraar.history.count() == rows
        assert Traject.objects.get().versie == versie
        counted = sum(p.aantal for p in Vernietigingsprotocol.objects.all())
        assert counted == 1 + rows
    assert run("sleutels-wisselen") == "0503: 0 rijen op sleutel 2\n"


def test_without_the_old_key_nothing_is_lost(traject, delft, settings):
    settings.BSN_SLEUTELS = NIEUW
    with pytest.raises(KeyError):
        run("sleutels-wisselen")
    settings.BSN_SLEUTELS = OUD
    with gemeente(delft):
        assert Inburgeraar.objects.get().lees_bsn() == "111222333"
