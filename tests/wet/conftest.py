"""Wat voor het hele boek geldt: elke overtreding noemt de feiten waar zij op rust."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from inburgering.wet import samenhang, toetsing
from inburgering.wet.gelezen import gelezen
from inburgering.wet.uitkomst import Gebruikt


def eerlijk(regel: Callable[[Any], object], over: Any) -> tuple[Gebruikt, ...]:
    """Wat is gelezen; en de regel oordeelt over de spiegel als over het echte."""
    oordelen: list[object] = []

    def met_oordeel(spiegel: Any) -> None:
        oordelen.append(regel(spiegel))

    gebruikt = gelezen(met_oordeel, over)
    assert oordelen == [regel(over)]
    assert gebruikt, regel
    return gebruikt


@pytest.fixture(scope="session", autouse=True)
def _elke_overtreding_noemt_haar_feiten() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for kamer in (toetsing, samenhang):
            patch.setattr(kamer, "gelezen", eerlijk)
        yield
