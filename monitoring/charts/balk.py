"""A bar from 0 to 100 %, with the interval in which the truth lies."""

HOOGTE = 14


def balk(waarde: float, laag: float | None = None, hoog: float | None = None) -> str:
    """The bar of a share (0-1) as SVG; it stretches to the width that it is given."""
    vakken = [
        f'<rect class="mo-spoor" width="100" height="{HOOGTE}"/>',
        f'<rect class="mo-balk" width="{_procent(waarde)}" height="{HOOGTE}"/>',
    ]
    if laag is not None and hoog is not None:
        midden = HOOGTE / 2
        vakken.append(
            f'<line class="mo-marge" x1="{_procent(laag)}" x2="{_procent(hoog)}" '
            f'y1="{midden}" y2="{midden}"/>'
        )
    return (
        f'<svg class="mo-grafiek" viewBox="0 0 100 {HOOGTE}" aria-hidden="true" '
        f'focusable="false" preserveAspectRatio="none">{"".join(vakken)}</svg>'
    )


def _procent(deel: float) -> str:
    """A share as a length between 0 and 100, whatever it is given."""
    return f"{100 * min(1.0, max(0.0, deel)):.1f}"
