"""The generator: repeatable, fast, complete, and fictitious."""

import time
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering.levens import testpersonen as rvig
from inburgering.levens.genereer import VOORBEELDEN, levens, voorbeelden
from inburgering.levens.leven import Bijzonderheid
from inburgering.levens.marges import AANNAME, MARGES, Kans, Marges, Verdeling
from inburgering.levens.personen import EERSTE_BSN, bsn_nummer, elfproef, vrije_nummers
from inburgering.levens.vouwen import feiten_van
from inburgering.wet.begrippen import Doelgroep, Leerroute, Trajectstatus
from inburgering.wet.handelingen import Handeling
from inburgering.wet.stand import stand
from tests.levens import strategie


DAG = strategie.DAG


def test_the_same_seed_gives_the_same_lives():
    assert list(levens(7, 40, DAG)) == list(levens(7, 40, DAG))
    assert list(levens(7, 40, DAG)) != list(levens(8, 40, DAG))


def test_a_longer_draw_starts_with_the_same_lives():
    assert list(levens(3, 60, DAG))[:20] == list(levens(3, 20, DAG))


@pytest.mark.traag
def test_a_thousand_lives_take_a_second():
    begin = time.process_time()
    assert sum(1 for _ in levens(1, 2_000, DAG)) == 2_000
    assert time.process_time() - begin < 2


def test_nothing_is_entered_after_the_day():
    for leven in [*levens(5, 200, DAG), *voorbeelden(5, DAG)]:
        assert leven.daden
        assert all(daad.op.date() <= DAG for daad in leven.daden)


@given(strategie.levens())
def test_a_life_runs_forward_and_starts_with_registration(leven):
    momenten = [daad.op for daad in leven.daden]
    assert momenten == sorted(momenten)
    assert leven.daden[0].handeling == Handeling.TRAJECT_REGISTREREN
    assert len([m for m in momenten if m.utcoffset() is None]) == 0


@given(strategie.levens(), st.integers(0, 900))
def test_cutting_a_life_takes_its_beginning(leven, dagen):
    tot = date.fromordinal(leven.begin.toordinal() + dagen)
    assert leven.tot(tot).daden == leven.daden[: len(leven.tot(tot).daden)]


def test_every_act_of_the_law_occurs():
    geteld = Counter(
        daad.handeling for leven in voorbeelden(1, DAG) for daad in leven.daden
    )
    assert set(geteld) == set(Handeling)


def test_the_examples_hold_every_stage_route_group_and_particularity():
    gevonden = list(voorbeelden(1, DAG))
    statussen = {stand(feiten_van(leven), DAG).status for leven in gevonden}
    assert statussen == set(Trajectstatus)
    assert {(v.doelgroep, v.leerroute) for v in gevonden} == {
        (groep, route) for groep in Doelgroep for route in Leerroute
    }
    assert {v.bijzonderheid for v in VOORBEELDEN} == set(Bijzonderheid)


def test_the_examples_hold_terms_in_time_and_too_late():
    open_, te_laat = set(), set()
    for leven in voorbeelden(1, DAG):
        for termijn in stand(feiten_van(leven), DAG).termijnen:
            if termijn.open:
                (te_laat if termijn.uiterlijk < DAG else open_).add(termijn.soort)
    assert len(open_) >= 8
    assert len(te_laat) >= 5


def test_numbers_name_nobody():
    nummers = vrije_nummers()
    assert all(elfproef(bsn) for bsn in nummers)
    assert nummers[0] >= str(EERSTE_BSN)
    assert not {p.persoon.bsn for p in rvig.testpersonen()} & set(nummers)
    assert bsn_nummer(len(nummers)) == ""


def test_people_beyond_the_range_have_a_v_nummer():
    (leven,) = levens(1, 1, DAG, vanaf=50_000)
    assert leven.persoon.bsn == ""
    assert len(leven.persoon.v_nummer) == 10


def test_the_test_persons_are_complete():
    assert len(rvig.testpersonen()) == 109
    assert all(elfproef(p.persoon.bsn) for p in rvig.testpersonen())


def test_every_margin_names_its_source_or_says_it_has_none():
    namen = [marge.naam for marge in MARGES]
    assert len(namen) == len(set(namen))
    assert all(marge.bron for marge in MARGES)
    assert all(AANNAME in m.bron for m in Marges().zonder_bron())


def test_margins_are_met():
    aantal = 2000
    asiel = Marges(
        Verdeling("groep", {"asielstatushouder": 1}, AANNAME),
        Verdeling("groep 2022", {"asielstatushouder": 1}, AANNAME),
        Kans("asiel begint in de opvang", 1.0, AANNAME),
    )
    assert {v.doelgroep for v in levens(1, 50, DAG, asiel)} == {
        Doelgroep.ASIELSTATUSHOUDER
    }
    geteld = Counter(v.doelgroep for v in levens(1, aantal, DAG))
    deel = geteld[Doelgroep.ASIELSTATUSHOUDER] / aantal
    assert 0.58 < deel < 0.68
