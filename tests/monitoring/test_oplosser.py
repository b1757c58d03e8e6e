"""The solver is asked, and then checked: a wrong answer is no answer."""

from importlib.metadata import version

import pytest

from monitoring.disclosure.oplosser import ONEINDIG, OPTIES, Programma, oplosserversie


@pytest.fixture
def programma():
    """Two whole numbers that add up to seven."""
    p = Programma()
    p.kolom(0, 5)
    p.kolom(0, 5)
    p.rij(7, 7, {0: 1.0, 1: 1.0})
    return p


def test_the_best_solution(programma):
    programma.doel({0: 1.0})
    assert programma.los_op() == (2, 5)
    programma.doel({1: 1.0})
    assert programma.los_op() == (5, 2)


def test_bounds_can_be_moved(programma):
    programma.begrens(0, 4, 4)
    assert programma.grenzen(0) == (4, 4)
    assert programma.los_op() == (4, 3)
    programma.begrens_rij(0, 1, 2)
    assert programma.los_op() is None
    programma.begrens_rij(0, -ONEINDIG, ONEINDIG)
    assert programma.los_op() is not None


def test_a_solution_that_breaks_a_promise_is_not_believed(programma):
    eerlijk = list(programma._grenzen)
    programma._grenzen[0] = (9, 9)
    assert programma.los_op() is None
    programma._grenzen = eerlijk
    programma._rijen[0] = (8, 8, {0: 1.0, 1: 1.0})
    assert programma.los_op() is None


def test_the_solver_is_named_and_never_looks_at_a_clock():
    assert version("highspy") in oplosserversie()
    assert not any("time" in naam for naam in OPTIES)
    assert OPTIES["threads"] == 1
