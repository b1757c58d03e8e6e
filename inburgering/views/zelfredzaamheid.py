"""What somebody does alone, with help or not at all, by part of daily life and by talk."""

from typing import Any

from inburgering.models.gesprek import (
    ZELF,
    Hulpbehoefte,
    Voortgangsgesprek,
    Zelfredzaamheid,
    verloop,
)


def zelfredzaamheid(said: list[Voortgangsgesprek]) -> dict[str, Any] | None:
    """Give per part what holds now, since when, and what was before; None: never asked.

    Out of the talks of a case. Days and words alone: nothing is counted, and no part
    weighs more than another.
    """
    parts = [
        {
            "wat": part.label,
            "nu": Zelfredzaamheid(path[-1][1]).label,
            "sinds": path[-1][0],
            "laatst": path[-1][2],
            "eerder": [
                (since, Zelfredzaamheid(answer).label)
                for since, answer, _ in path[-2::-1]
            ],
        }
        for name, part in ZELF.items()
        if (path := verloop(said, name))
    ]
    need = [
        (since, Hulpbehoefte(answer).label)
        for since, answer, _ in reversed(verloop(said, "hulpbehoefte"))
    ]
    if not parts and not need:
        return None
    return {"delen": parts, "hulpbehoefte": need}
