"""In no life an outcome without the facts it rests on."""

from datetime import date, timedelta

import pytest

from inburgering.levens.genereer import levens, voorbeelden
from inburgering.levens.leven import LAATSTE
from inburgering.levens.vouwen import feiten_van, vouwen
from inburgering.wet import samenhang, toetsing
from inburgering.wet.gelezen import gelezen
from inburgering.wet.handelingen import Handeling
from inburgering.wet.samenhang import bevindingen
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import NietToegestaan
from tests.levens.strategie import DAG
from tests.levens.test_samenhang import gebroken_levens


@pytest.mark.parametrize("zaad", range(4))
def test_every_outcome_names_its_facts(zaad):
    for leven in [*levens(zaad, 60, DAG), *voorbeelden(zaad, DAG)]:
        feiten = feiten_van(leven)
        for dagen in (0, 200, 500, 1200):
            dag = max(leven.begin, date(2022, 1, 1)) + timedelta(days=dagen)
            uitkomst = stand(feiten, dag)
            bare = [
                outcome
                for kind in ("termijnen", "onderdelen", "ontbrekend", "meldingen")
                for outcome in getattr(uitkomst, kind)
                if not outcome.gebruikt
            ]
            refused = [
                act
                for act, oordeel in uitkomst.handelingen.items()
                if not (oordeel.toegestaan or oordeel.gebruikt)
            ]
            assert (bare, refused) == ([], [])


@pytest.fixture
def honest(monkeypatch):
    """Let every rule judge what it reads a second time as it judged the first time."""
    read = []

    def twice(rule, over):
        said = []
        found = gelezen(lambda mirror: said.append(rule(mirror)), over)
        assert said == [rule(over)]
        assert found, rule
        read.append(rule)
        return found

    for room in (toetsing, samenhang):
        monkeypatch.setattr(room, "gelezen", twice)
    return read


def said(handeling, feiten, gegevens, op):
    """What the law says of an act: its notes, or the grounds on which it refuses."""
    try:
        return toets(handeling, feiten, gegevens, op)
    except NietToegestaan as refused:
        return refused.gronden


@pytest.mark.parametrize("zaad", range(2))
def test_whatever_is_said_of_an_act_names_its_facts(zaad, honest):
    bare = []
    for leven in levens(zaad, 30, DAG):
        feiten = None
        for stap in vouwen(leven):
            daad, op = stap.daad, stap.daad.op.date()
            gegevens = dict(daad.gegevens)
            if gegevens.get("id") == LAATSTE:
                gegevens["id"] = stap.rij.id
            before = feiten if feiten is not None else stap.feiten
            # On its day, long before it, and with nothing filled in.
            early = max(op - timedelta(days=400), date(2022, 1, 1))
            asked = [(gegevens, op), (gegevens, early)]
            if daad.handeling != Handeling.TRAJECT_REGISTREREN:
                asked.append(({k: v for k, v in gegevens.items() if k == "id"}, op))
            for given, day in asked:
                outcome = said(daad.handeling, before, given, day)
                bare += [o for o in outcome if not o.gebruikt]
            feiten = stap.feiten
    assert bare == []
    assert len(honest) > 100


def test_what_cannot_be_true_together_names_its_facts(honest):
    bare = [
        (way, found.tekst)
        for way, broken in gebroken_levens(100)
        for found in bevindingen(broken.feiten, DAG)
        if not found.gebruikt
    ]
    assert bare == []
    assert honest
