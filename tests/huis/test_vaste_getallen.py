"""No message spells a number of the law: it asks the row in force.

A number of the law is a dated row (``wet.parameters``). A message that writes "tien weken"
out goes on saying so after the amendment. Docstrings explain the law of today and may.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from inburgering.wet.parameters import PLANNING, WETTELIJK
from inburgering.wet.telwoorden import EENHEDEN, telwoord
from tests.elk import bij_elk


ROOT = Path(__file__).resolve().parents[2]
CODE = sorted(
    path for room in ("wet", "forms") for path in (ROOT / "inburgering" / room).glob("*.py")
)  # fmt: skip
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))

# What is no message about a number of the law, and why.
UITGEZONDERD = {
    # Each line is itself a dated row with a source: an amendment ends it.
    "inburgering/wet/achtergrond.py": re.compile(r".*", re.DOTALL),
    # A question to a newcomer, about the years after now.
    "inburgering/wet/intake.py": re.compile(r"Wat wilt u over drie jaar doen\?"),
    # Examples of how a figure is drawn; nobody works by them.
    "templates/componenten.html": re.compile(r".*", re.DOTALL),
    "templates/_voortgang.html": re.compile(r".*", re.DOTALL),
}


def _spelled(waarde: int, eenheid: str) -> str:
    words = {*EENHEDEN.get(eenheid, ()), eenheid}
    return rf"(?:{waarde}|{telwoord(waarde)})[ -](?:{'|'.join(sorted(words))})"


# What is a choice has no unit: its words say nothing about a number.
GETALLEN = {
    _spelled(rij.waarde, rij.eenheid) for rij in WETTELIJK + PLANNING if rij.eenheid
}
VAST = re.compile(rf"\b(?:{'|'.join(sorted(GETALLEN))})\b", re.IGNORECASE)


def _texts(path: Path) -> Iterator[str]:
    """Give what a reader may see: string literals, or the words of a template."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        yield re.sub(r"{{.*?}}", " ", source)  # a tag may carry words: tekst="..."
        return
    tree = ast.parse(source)
    explained = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in explained:
            continue
        if isinstance(node.value, str):
            yield node.value


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@bij_elk([*CODE, *TEMPLATES], _name)
def test_no_message_spells_a_number_of_the_law(path):
    excepted = UITGEZONDERD.get(_name(path))
    found = [
        (match[0], " ".join(text.split())[:80])
        for text in _texts(path)
        for match in VAST.finditer(text)
        if not (excepted and excepted.fullmatch(text))
    ]
    assert not found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De tien weken beginnen", True),
        ("binnen 10 weken", True),
        ("de termijn van drie jaar", True),
        ("na 600 uur", True),
        ("een maand oud", True),
        ("acht weken later", True),
        ("in elf weken", False),
        ("een dag na vandaag", False),
        ("een waarschuwing", False),
    ],
)
def test_the_guard_knows_a_number_when_it_reads_one(text, found):
    assert bool(VAST.search(text)) is found


def test_every_exception_is_still_needed():
    for name, pattern in UITGEZONDERD.items():
        texts = [t for t in _texts(ROOT / name) if pattern.fullmatch(t)]
        assert any(VAST.search(t) for t in texts), name
