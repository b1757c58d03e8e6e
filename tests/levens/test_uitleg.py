"""In no life an outcome without the facts it rests on."""

from datetime import date, timedelta

import pytest

from inburgering.levens.genereer import levens, voorbeelden
from inburgering.levens.vouwen import feiten_van
from inburgering.wet.stand import stand
from tests.levens.strategie import DAG


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
