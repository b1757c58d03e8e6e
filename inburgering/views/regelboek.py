"""The rule book: every number, rule and article out of the law's own tables."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from inburgering.authorization.roles import Inzage
from inburgering.views.http import inloggen, require_inzage
from inburgering.views.tekening import TEKENING
from inburgering.wet.regelboek import regelboek


ONBEVESTIGD = "(niet bevestigd)"


@dataclass
class Tabel:
    """A table of the book; ``rijen`` hold (cells, is it not confirmed)."""

    kop: list[str]
    rijen: list[tuple[list[str], bool]] = field(default_factory=list)

    @property
    def met_kop(self) -> list[tuple[list[tuple[str, str]], bool]]:
        """The rows with the heading beside each cell, for a narrow screen."""
        return [
            (list(zip(self.kop, row, strict=True)), doubt) for row, doubt in self.rijen
        ]


@dataclass
class Deel:
    """A part of a chapter: one act, one subject, or (without ``kop``) all of it."""

    kop: str = ""
    teksten: list[str] = field(default_factory=list)
    tabellen: list[Tabel] = field(default_factory=list)


@dataclass
class Hoofdstuk:
    """A chapter: its title and its parts."""

    titel: str
    delen: list[Deel] = field(default_factory=list)


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


def _add(part: Deel, line: str, open_table: Tabel | None) -> Tabel | None:
    """Add a line to its part; gives the table that goes on with the next line."""
    if not line.startswith("|"):
        if line.strip():
            part.teksten.append(line.strip("- "))
        return None
    if open_table is None:
        open_table = Tabel(_cells(line))
        part.tabellen.append(open_table)
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
            chapters.append(Hoofdstuk(line.removeprefix("## "), [Deel()]))
            table = None
        elif line.startswith("### "):
            chapters[-1].delen.append(Deel(line.removeprefix("### ")))
            table = None
        elif chapters:
            table = _add(chapters[-1].delen[-1], line, table)
    for chapter in chapters:
        chapter.delen = [d for d in chapter.delen if d.teksten or d.tabellen]
    return tuple(chapters)


def _plain(text: str) -> str:
    """Give a text as one types it in a hurry: small letters, without signs on them."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _words(term: str) -> list[str]:
    """Give the words to look for; an article is written short in the rows."""
    return _plain(term).replace("artikel", "art.").split()


def _part(part: Deel, words: list[str]) -> Deel:
    """Keep the rows in which every word occurs; under a matching heading all of it."""

    def has(text: str) -> bool:
        plain = _plain(f"{part.kop} {text}")
        return all(word in plain for word in words)

    tables = [
        Tabel(t.kop, [row for row in t.rijen if has(" ".join(row[0]))])
        for t in part.tabellen
    ]
    return Deel(
        part.kop,
        [text for text in part.teksten if has(text)],
        [table for table in tables if table.rijen],
    )


def _matching(chapter: Hoofdstuk, words: list[str]) -> Hoofdstuk:
    parts = (_part(part, words) for part in chapter.delen)
    return Hoofdstuk(chapter.titel, [p for p in parts if p.teksten or p.tabellen])


def _count(chapter: Hoofdstuk) -> int:
    return sum(
        len(part.teksten) + sum(len(t.rijen) for t in part.tabellen)
        for part in chapter.delen
    )


@inloggen
@require_GET
def boek(request: HttpRequest) -> HttpResponse:
    """Show the rules, or those in which the words occur."""
    require_inzage(request, Inzage.REGELBOEK)
    term = " ".join(request.GET.get("q", "").split())[:80]
    chapters = list(hoofdstukken())
    if term:
        found = (_matching(chapter, _words(term)) for chapter in chapters)
        chapters = [chapter for chapter in found if chapter.delen]
    return render(
        request, "regelboek/boek.html",
        {
            "zoekwoord": term,
            "hoofdstukken": chapters,
            "aantal": sum(map(_count, chapters)),
            "tekening": None if term else TEKENING,
        },
    )  # fmt: skip
