"""Shares of rounded counts, with the interval that rounding leaves (policy 5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitoring.statistics.aandeel import Toon, aandeel, wilson


@pytest.mark.parametrize(
    ("teller", "noemer", "toon", "tekst"),
    [
        (20, 45, Toon.NIET, "te weinig personen"),
        (25, 50, Toon.INDICATIEF, "50 %"),
        (0, 50, Toon.INDICATIEF, "\N{LESS-THAN OR EQUAL TO} 5 %"),
        (95, 95, Toon.INDICATIEF, "\N{GREATER-THAN OR EQUAL TO} 95 %"),
        (0, 100, Toon.INDICATIEF, "0 %"),
        (195, 195, Toon.INDICATIEF, "100 %"),
        (150, 200, Toon.GEWOON, "75 %"),
    ],
)
def test_when_and_how_a_share_is_shown(teller, noemer, toon, tekst):
    gevonden = aandeel(teller, noemer)

    assert (gevonden.toon, gevonden.tekst) == (toon, tekst)
    assert (gevonden.waarde is None) is (toon is Toon.NIET)


def test_wilson_against_published_values():
    """Newcombe 1998, table I: 81 of 263 and 15 of 148."""
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=1e-4)
    assert wilson(0, 20)[0] == 0
    assert wilson(20, 20)[1] == 1


@given(st.integers(11, 60), st.data())
def test_the_interval_holds_every_pair_that_rounding_leaves(vijftallen, data):
    noemer = 5 * vijftallen
    teller = 5 * data.draw(st.integers(0, vijftallen))
    waar_n = data.draw(st.integers(noemer - 4, noemer + 4))
    waar_k = data.draw(st.integers(max(0, teller - 4), min(teller + 4, waar_n)))

    gevonden = aandeel(teller, noemer)
    laag, hoog = wilson(waar_k, waar_n)

    assert gevonden.laag <= laag + 1e-12
    assert gevonden.hoog >= hoog - 1e-12
