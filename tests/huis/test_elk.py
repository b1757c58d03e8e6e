"""One test of many rows looks at each of them, and names every one that fails."""

import pytest

from tests.elk import bij_elk, rij_voor_rij


def test_every_thing_that_fails_is_named() -> None:
    @bij_elk([1, 2, 3, 4], str)
    def even(getal: int) -> None:
        assert getal % 2 == 0

    with pytest.raises(AssertionError, match=r"1: (.|\n)*3: "):
        even()


def test_nothing_to_look_at_is_a_failure() -> None:
    @bij_elk([], str)
    def niets(getal: int) -> None:
        raise AssertionError

    with pytest.raises(AssertionError, match="nothing to look at"):
        niets()


def test_two_tables_above_each_other_are_looked_at_crosswise() -> None:
    seen = []

    @rij_voor_rij(("a",), [1, pytest.param(2, id="twee")])
    @rij_voor_rij(("b", "c"), [("x", True), ("y", False)])
    def kijk(a: int, b: str, c: bool) -> None:
        seen.append((a, b))
        assert c or a == 1

    with pytest.raises(AssertionError, match=r"twee: (.|\n)*row 2: "):
        kijk()
    assert seen == [(1, "x"), (1, "y"), (2, "x"), (2, "y")]


def test_another_error_says_at_what_it_was_looking() -> None:
    @bij_elk(["rij"], str)
    def stuk(rij: str) -> None:
        raise KeyError(rij)

    with pytest.raises(KeyError) as fout:
        stuk()
    assert fout.value.__notes__ == ["Looking at: rij"]
