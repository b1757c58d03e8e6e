"""What a published series leaves possible for one cell (release policy 2)."""

import pytest

from monitoring.disclosure.historie import Stap, grenzen, mag


def stappen(*waarden, groeit=True, **weet):
    return [
        Stap(waarde, vervolg=groeit and nummer > 0, **weet)
        for nummer, waarde in enumerate(waarden)
    ]


@pytest.mark.parametrize(
    ("reeks", "verwacht"),
    [
        (stappen(0), [(0, 4)]),
        (stappen(5), [(1, 9)]),
        (stappen(0, 5), [(0, 4), (1, 9)]),
        (stappen(5, 0), [(1, 4), (1, 4)]),
        (stappen(5, 0, groeit=False), [(1, 9), (0, 4)]),
        (stappen(10, 0), [(6, 4), (6, 4)]),
        (stappen(5, bekend=3), [(3, 3)]),
        (stappen(5, geheel=7), [(1, 7)]),
    ],
)
def test_bounds(reeks, verwacht):
    assert grenzen(reeks) == verwacht


@pytest.mark.parametrize(
    ("reeks", "verwacht"),
    [
        (stappen(0), True),
        (stappen(5), True),
        (stappen(5, 5, 10), True),
        # Below 10 and above 5 after growth: impossible.
        (stappen(10, 0), False),
        # One to four, four candidates; the flow 0-3 as well.
        (stappen(5, 0), True),
        (stappen(5, bekend=2), True),
        # A whole of three leaves 1-3, one of four leaves 1-4.
        (stappen(5, geheel=3), False),
        (stappen(5, geheel=4), True),
        (stappen(0, geheel=4), True),
        (stappen(0, geheel=2), False),
        (stappen(0, geheel=0), True),
        # Everybody: at least 11 of 11.
        (stappen(15, geheel=11), False),
        (stappen(10, geheel=11), True),
        # So close to the whole that no later value would do.
        (stappen(15, geheel=13), False),
        (stappen(15, geheel=14), True),
        (stappen(15, 15, geheel=14), True),
    ],
)
def test_may_this_be_published(reeks, verwacht):
    assert mag(reeks, groeit=True) is verwacht


def test_a_count_that_may_fall_has_no_next_edition_to_fear():
    assert mag(stappen(15, geheel=13, groeit=False), groeit=False)


def test_flows_between_known_moments_are_no_secret():
    assert mag([Stap(5, bekend=3), Stap(5, bekend=4, vervolg=True)], groeit=True)
    assert not mag([Stap(15, geheel=12), Stap(15, geheel=12)], groeit=False)
    assert not mag(
        [Stap(15, geheel=12), Stap(15, geheel=13, vervolg=True)], groeit=False
    )
