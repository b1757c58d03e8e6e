"""One test of many things of a kind: each is looked at, and every one that fails is named.

A test per file or per row of a table is a test to start and to report, thousands of them;
what is looked at takes less than that.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import pytest


T = TypeVar("T")
Kijk = Callable[..., None]
Test = Callable[..., None]
MET_ID = type(pytest.param())


def bij_elk(dingen: Iterable[T], naam: Callable[[T], str]) -> Callable[[Kijk], Test]:
    """Make of a look at one thing a test of all of them."""

    def maak(kijk: Kijk) -> Test:
        def test(**meer: Any) -> None:  # what a table above this one adds
            fout, aantal = [], 0
            for aantal, ding in enumerate(dingen, start=1):  # noqa: B007
                try:
                    kijk(ding, **meer)
                except AssertionError as error:
                    fout.append(f"{naam(ding)}: {error}")
                except Exception as error:
                    error.add_note(f"Looking at: {naam(ding)}")
                    raise
            assert aantal, "There was nothing to look at."
            assert not fout, "\n" + "\n".join(fout)

        test.__name__, test.__doc__ = kijk.__name__, kijk.__doc__
        return test

    return maak


def rij_voor_rij(
    kolommen: Sequence[str], rijen: Iterable[Any]
) -> Callable[[Callable[..., None]], Test]:
    """Make of a look at one row of a drawn table a test of the whole table.

    Reads like ``pytest.mark.parametrize``: the names of the columns, and rows that are a
    value (one column), a tuple of values, or a ``pytest.param`` with an id. Two above each
    other look at each row of the one with each row of the other.
    """

    def cellen(rij: Any) -> Sequence[Any]:
        if isinstance(rij, MET_ID):
            return rij.values
        return rij if len(kolommen) > 1 else (rij,)

    def naam(genummerd: tuple[int, Any]) -> str:
        nummer, rij = genummerd
        return str(rij.id) if isinstance(rij, MET_ID) else f"row {nummer}"

    def maak(kijk: Callable[..., None]) -> Test:
        def rij_van(genummerd: tuple[int, Any], **meer: Any) -> None:
            kijk(**dict(zip(kolommen, cellen(genummerd[1]), strict=True)), **meer)

        rij_van.__name__, rij_van.__doc__ = kijk.__name__, kijk.__doc__
        return bij_elk(list(enumerate(rijen, start=1)), naam)(rij_van)

    return maak
