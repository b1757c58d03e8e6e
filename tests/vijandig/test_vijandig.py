"""A sample of the ten thousand that `make vijandig` sends.

VIJANDIG in the environment says how many (100).
"""

import logging
import os
from random import Random

import pytest

from tests.inburgering.conftest import *  # noqa: F403 - the same town, in another folder
from tests.vijandig.bestanden import bijlage
from tests.vijandig.ronde import MEEST_GEHEUGEN, Ronde, gevaar, onduidelijk
from tests.vijandig.waarden import MERK, SCRIPTS


AANTAL = int(os.environ.get("VIJANDIG", "100"))


@pytest.mark.breed
@pytest.mark.traag
def test_a_sample_of_hostile_input(leven, inloggen, collega, aanbieder) -> None:
    logging.disable(logging.CRITICAL)
    try:
        report = Ronde(leven, inloggen, collega, zaad=20260610).speel(AANTAL)
    finally:
        logging.disable(logging.NOTSET)
    assert not report.fouten, "\n".join(report.fouten)
    assert report.aangenomen
    assert report.antwoorden[422]


def test_the_eye_sees_what_would_run() -> None:
    unsafe = [one for one in SCRIPTS if gevaar(f'<p>{one}</p><input value="{one}">')]
    assert len(unsafe) >= 9
    assert not gevaar("<p>&lt;script&gt;</p><script src='/static/app.js'></script>")
    assert not gevaar('<a href="/trajecten/">x</a>')


def test_the_eye_sees_a_refusal_without_words() -> None:
    good = '<div class="ib-error-summary"><ul><li><a href="#x">Vul een titel in.</a></li></ul>'
    assert not onduidelijk(422, good)
    assert onduidelijk(422, "<p>Fout</p>")
    assert onduidelijk(
        422, good.replace("Vul een titel in.", "This field is required.")
    )
    assert onduidelijk(400, "<h1>Bad Request</h1>")


def test_the_same_seed_gives_the_same_files() -> None:
    first, second = (
        [bijlage(chance) for _ in range(40)] for chance in (Random(3), Random(3))
    )
    assert first == second
    assert MERK
    assert MEEST_GEHEUGEN == 512 * 1024 * 1024
