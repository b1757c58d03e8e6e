"""Whole lives are true together; a life that is broken in one fact is not."""

from collections import Counter
from random import Random

import pytest

from inburgering.levens import genereer
from inburgering.levens.vouwen import feiten_van
from inburgering.wet.samenhang import bevindingen, klopt
from tests.levens.breken import MANIEREN, breek
from tests.levens.strategie import DAG


GEBROKEN = 1000


def dossiers(hoeveel, zaad):
    """Cases of generated lives, as far as they had come."""
    levens = genereer.levens(zaad, hoeveel, DAG)
    return (feiten_van(leven) for leven in levens if leven.daden)


def eerste_fouten(hoeveel, zaad):
    """What is found in whole cases: nothing but differences with DUO."""
    return [
        (feiten.traject.nummer, gevonden)
        for feiten in dossiers(hoeveel, zaad)
        if not klopt(gevonden := bevindingen(feiten, DAG))
    ]


def test_whole_lives_pass():
    assert eerste_fouten(200, zaad=7) == []


@pytest.mark.veel
@pytest.mark.parametrize("zaad", range(10))
def test_ten_thousand_lives_pass(zaad):
    assert eerste_fouten(1000, zaad=100 + zaad) == []


def gebroken_levens(hoeveel):
    """Lives that were whole, each broken in one fact: in the rarest way that it can."""
    kans, geteld = Random(2021), Counter(dict.fromkeys(MANIEREN, 0))
    for feiten in dossiers(2 * hoeveel, zaad=3):
        for manier in sorted(MANIEREN, key=geteld.__getitem__):
            if kapot := breek(feiten, manier, kans, DAG):
                geteld[manier] += 1
                yield manier, kapot
                break
        if geteld.total() == hoeveel:
            return


@pytest.mark.veel
def test_a_thousand_lives_broken_in_one_fact_are_caught_and_the_fact_is_named():
    geteld, gemist = Counter(), []
    for manier, kapot in gebroken_levens(GEBROKEN):
        gevonden = bevindingen(kapot.feiten, DAG)
        geteld[manier] += 1
        genoemd = {(b.soort, b.id) for b in gevonden if not b.verschil}
        if (kapot.soort, kapot.id) not in genoemd:
            gemist.append((manier, kapot.soort, kapot.id, kapot.veld))
    assert gemist == []
    assert geteld.total() == GEBROKEN
    assert set(geteld) == set(MANIEREN), set(MANIEREN) - set(geteld)
