"""What a series of published values leaves possible for one cell (release policy 2).

"Every rounding that would leave a cell fewer than four candidates given its whole
published history is forbidden." This looks at one cell alone, with what is known of it
from outside; the audit looks at all cells together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.disclosure.beleid import BASIS, KLEIN, MINSTENS_KANDIDATEN


@dataclass(frozen=True)
class Stap:
    """A published value, in persons, and what the reader knows beside it.

    ``bekend``: the true count, where known outside. ``geheel``: the true count of the
    whole that this cell is part of, where known outside. ``vervolg``: the count cannot
    be lower than in the step before.
    """

    waarde: int
    bekend: int | None = None
    geheel: int | None = None
    vervolg: bool = False


Bereik = tuple[int, int]


def grenzen(reeks: Sequence[Stap]) -> list[Bereik]:
    """Lowest and highest true count in every step; lowest above highest: impossible."""
    bereiken = [_los(stap) for stap in reeks]
    for i in range(1, len(reeks)):
        if reeks[i].vervolg:
            bereiken[i] = (max(bereiken[i][0], bereiken[i - 1][0]), bereiken[i][1])
    for i in range(len(reeks) - 1, 0, -1):
        if reeks[i].vervolg:
            laag, hoog = bereiken[i - 1]
            bereiken[i - 1] = (laag, min(hoog, bereiken[i][1]))
    return bereiken


def mag(reeks: Sequence[Stap], *, groeit: bool) -> bool:
    """Does every step and every flow of this series keep enough candidates?

    Of a growing count the next edition is looked at too: a value so close to a known
    whole that any later value would give away the flow is a dead end.
    """
    bereiken = grenzen(reeks)
    return (
        all(laag <= hoog for laag, hoog in bereiken)
        and all(
            _cel_veilig(stap, bereik)
            for stap, bereik in zip(reeks, bereiken, strict=True)
        )
        and all(
            _stroom_veilig(reeks, bereiken, i, j)
            for j in range(len(reeks))
            for i in range(j)
        )
        and (not groeit or _vervolg_mogelijk(reeks[-1], bereiken[-1]))
    )


def _los(stap: Stap) -> Bereik:
    laag, hoog = max(0, stap.waarde - BASIS + 1), stap.waarde + BASIS - 1
    if stap.geheel is not None:
        hoog = min(hoog, stap.geheel)
    if stap.bekend is not None:
        laag, hoog = max(laag, stap.bekend), min(hoog, stap.bekend)
    return laag, hoog


def _cel_veilig(stap: Stap, bereik: Bereik) -> bool:
    if _vast(stap):
        return True
    laag, hoog = bereik
    if stap.geheel is not None and (laag == stap.geheel or hoog == 0):
        return False
    klein = laag < KLEIN.stop and hoog >= KLEIN.start
    return not klein or hoog - laag + 1 >= MINSTENS_KANDIDATEN


def _stroom_veilig(
    reeks: Sequence[Stap], bereiken: Sequence[Bereik], i: int, j: int
) -> bool:
    if _vast(reeks[i]) and _vast(reeks[j]):
        return True
    laag, hoog = bereiken[j][0] - bereiken[i][1], bereiken[j][1] - bereiken[i][0]
    if all(stap.vervolg for stap in reeks[i + 1 : j + 1]):
        laag = max(0, laag)
    return hoog - laag + 1 >= MINSTENS_KANDIDATEN


def _vervolg_mogelijk(stap: Stap, bereik: Bereik) -> bool:
    if _vast(stap) or stap.geheel is None:
        return True
    return stap.geheel - bereik[0] + 1 >= MINSTENS_KANDIDATEN


def _vast(stap: Stap) -> bool:
    """Known outside, or part of a whole that is known to be empty."""
    return stap.bekend is not None or stap.geheel == 0
