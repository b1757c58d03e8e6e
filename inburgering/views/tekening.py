"""The state diagram as a drawing: boxes and arrows out of the table of arrows.

The steps of a case stand in a row inside a frame, the other states under it. An arrow
between the frame and a state below stands for every step that has it; which ones, and
why, is in the table beside the drawing.
"""

from dataclasses import dataclass

from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.levensloop import PIJLEN, STAPPEN


WIDTH, HEIGHT = 1010, 440
BOX_WIDTH, BOX_HEIGHT, GAP, LEFT = 160, 56, 198, 28
UPPER, LOWER = 110, 290
FRAME = (10, 24, 990, 172)  # x, y, width, height
BELOW = tuple(status for status in Trajectstatus if status not in STAPPEN)
Arrow = tuple[Trajectstatus, Trajectstatus]


@dataclass(frozen=True)
class Vak:
    """A box with the words of a state, in one or two lines."""

    x: int
    y: int
    regels: tuple[str, ...]

    @property
    def midden(self) -> int:
        """The middle, from left to right."""
        return self.x + BOX_WIDTH // 2


@dataclass(frozen=True)
class Pijl:
    """An arrow; ``heen_en_weer`` has a head at both ends."""

    pad: str
    heen_en_weer: bool
    staat_voor: tuple[Arrow, ...]


def _lines(label: str) -> tuple[str, ...]:
    first, _, rest = label.partition(" ")
    return (first, rest) if rest and len(label) > 16 else (label,)


def _row(states: tuple[Trajectstatus, ...], y: int) -> dict[Trajectstatus, Vak]:
    return {
        status: Vak(LEFT + GAP * place, y, _lines(status.label))
        for place, status in enumerate(states)
    }


VAKKEN = _row(STAPPEN, UPPER) | _row(BELOW, LOWER)


def _arc(van: Vak, naar: Vak, side: int, edge: int) -> str:
    """A curve over (-1) or under (1) the boxes, higher for who is further away."""
    far = abs(van.midden - naar.midden) // GAP
    top = edge + side * (16 + 20 * far)
    shift = 14 if naar.midden > van.midden else -14
    return (
        f"M{van.midden + shift} {edge} Q{(van.midden + naar.midden) // 2} {top} "
        f"{naar.midden - shift} {edge}"
    )


def _between(van: Trajectstatus, naar: Trajectstatus) -> str:
    """The path between two states of one row."""
    one, other = VAKKEN[van], VAKKEN[naar]
    if other.x - one.x == GAP:
        middle = one.y + BOX_HEIGHT // 2
        return f"M{one.x + BOX_WIDTH} {middle} H{other.x}"
    if one.y == UPPER:
        return _arc(one, other, -1, UPPER)
    return _arc(one, other, 1, LOWER + BOX_HEIGHT)


def _in_a_row(states: tuple[Trajectstatus, ...]) -> list[Pijl]:
    arrows = []
    for place, van in enumerate(states):
        for naar in states[place + 1 :]:
            both = tuple(p for p in ((van, naar), (naar, van)) if p in PIJLEN)
            if both:
                start, end = both[0]
                arrows.append(Pijl(_between(start, end), len(both) == 2, both))
    return arrows


def _to_below(status: Trajectstatus) -> Pijl | None:
    down = tuple((step, status) for step in STAPPEN if (step, status) in PIJLEN)
    back = tuple((status, step) for step in STAPPEN if (status, step) in PIJLEN)
    if not down and not back:
        return None
    x = VAKKEN[status].midden
    bottom = FRAME[1] + FRAME[3]
    path = f"M{x} {bottom} V{LOWER}" if down else f"M{x} {LOWER} V{bottom}"
    return Pijl(path, bool(down and back), down + back)


PIJLEN_GETEKEND = [
    *_in_a_row(STAPPEN),
    *_in_a_row(BELOW),
    *(arrow for status in BELOW if (arrow := _to_below(status))),
]
TEKENING = {
    "breedte": WIDTH, "hoogte": HEIGHT, "vak": (BOX_WIDTH, BOX_HEIGHT), "kader": FRAME,
    "vakken": list(VAKKEN.values()), "pijlen": PIJLEN_GETEKEND,
}  # fmt: skip
