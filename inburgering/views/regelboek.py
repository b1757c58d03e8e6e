"""The rule book: every number, rule and article out of the law's own tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from inburgering.authorization.roles import Inzage
from inburgering.views.http import inloggen, require_inzage
from inburgering.wet.regelboek import regelboek


ONBEVESTIGD = "(niet bevestigd)"


@dataclass
class Tabel:
    """A table of the book; ``rijen`` hold (cells, is it not confirmed)."""

    kop: list[str]
    rijen: list[tuple[list[str], bool]] = field(default_factory=list)


@dataclass
class Hoofdstuk:
    """A chapter: its title, its words and its tables."""

    titel: str
    teksten: list[str] = field(default_factory=list)
    tabellen: list[Tabel] = field(default_factory=list)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split(" | ")]


def _is_rule(line: str) -> bool:
    return set(line) <= set("|- ")


def _without_code(lines: Iterable[str]) -> Iterator[str]:
    """Leave out the drawings: they are for paper."""
    code = False
    for line in lines:
        if line.startswith("```"):
            code = not code
        elif not code:
            yield line


def _add(chapter: Hoofdstuk, line: str, open_table: Tabel | None) -> Tabel | None:
    """Add a line to its chapter; gives the table that goes on with the next line."""
    if not line.startswith("|"):
        if line.strip() and not line.startswith("#"):
            chapter.teksten.append(line.strip("- "))
        return None
    if open_table is None:
        open_table = Tabel(_cells(line))
        chapter.tabellen.append(open_table)
    elif not _is_rule(line):
        open_table.rijen.append((_cells(line), ONBEVESTIGD in line))
    return open_table


@cache
def hoofdstukken() -> tuple[Hoofdstuk, ...]:
    """Read the generated text; the tables in ``wet`` stay the one source."""
    chapters: list[Hoofdstuk] = []
    table: Tabel | None = None
    for line in _without_code(regelboek().splitlines()):
        if line.startswith("## "):
            chapters.append(Hoofdstuk(line.removeprefix("## ")))
            table = None
        elif chapters:
            table = _add(chapters[-1], line, table)
    return tuple(chapter for chapter in chapters if chapter.tabellen or chapter.teksten)


def _matching(chapter: Hoofdstuk, words: list[str]) -> Hoofdstuk:
    """Keep the rows in which every word occurs."""

    def has(text: str) -> bool:
        return all(word in text.casefold() for word in words)

    tables = [
        Tabel(t.kop, [row for row in t.rijen if has(" ".join(row[0]))])
        for t in chapter.tabellen
    ]
    return Hoofdstuk(
        chapter.titel,
        [text for text in chapter.teksten if has(text)],
        [table for table in tables if table.rijen],
    )


@inloggen
@require_GET
def boek(request: HttpRequest) -> HttpResponse:
    """Show the rules, or those in which the words occur."""
    require_inzage(request, Inzage.REGELBOEK)
    term = " ".join(request.GET.get("q", "").split())[:80]
    chapters = list(hoofdstukken())
    if term:
        found = (_matching(c, term.casefold().split()) for c in chapters)
        chapters = [c for c in found if c.tabellen or c.teksten]
    rows = sum(len(t.rijen) for c in chapters for t in c.tabellen)
    return render(
        request, "regelboek/boek.html",
        {"zoekwoord": term, "hoofdstukken": chapters, "aantal": rows},
    )  # fmt: skip
