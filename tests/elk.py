"""One test of many things of a kind: each is looked at, and every one that fails is named.

A test per file is a test per file to start and to report, thousands of them; what is
looked at takes less than that.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar


T = TypeVar("T")
Kijk = Callable[[T], None]


def bij_elk(dingen: Iterable[T], naam: Callable[[T], str]) -> Callable[[Kijk], Kijk]:
    """Make of a look at one thing a test of all of them."""

    def maak(kijk: Kijk) -> Callable[[], None]:
        def test() -> None:
            fout, aantal = [], 0
            for aantal, ding in enumerate(dingen, start=1):  # noqa: B007
                try:
                    kijk(ding)
                except AssertionError as error:
                    fout.append(f"{naam(ding)}: {error}")
            assert aantal, "There was nothing to look at."
            assert not fout, "\n" + "\n".join(fout)

        test.__name__, test.__doc__ = kijk.__name__, kijk.__doc__
        return test

    return maak
