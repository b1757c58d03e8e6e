"""The page after an act on many cases: what became of each, and how to undo it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from inburgering.actions.traject import Overgedragen


def per_rij(
    request: HttpRequest, uitkomsten: Sequence[Any], *, kop: str, gedaan: str,
    terug: tuple[str, str], ongedaan: Iterable[str] = (),
) -> HttpResponse:  # fmt: skip
    """Show a result per case (``traject``, ``gelukt``, ``tekst``); refused ones first.

    ``gedaan`` ends the sentence "3 van 4 zijn ..."; ``terug`` is where one goes from
    here, and in what words; ``ongedaan`` what the button to undo sends.
    """
    return render(
        request, "uitkomst.html",
        {
            "kop": kop, "gedaan": gedaan, "terug": terug, "ongedaan": list(ongedaan),
            "uitkomsten": sorted(uitkomsten, key=lambda u: u.gelukt),
            "gelukt": sum(u.gelukt for u in uitkomsten),
        },
    )  # fmt: skip


def terug_te_draaien(uitkomsten: Iterable[Overgedragen]) -> list[str]:
    """Give what undoes a hand-over: of each case its id, who got it, who had it."""
    return [
        f"{u.traject.pk}-{u.naar.pk}-{u.van or 0}"
        for u in uitkomsten
        if u.gelukt and u.naar is not None
    ]
