"""The rooms that know the standard library alone."""

import ast
import sys
from pathlib import Path

import pytest


ROOT = Path(__file__).resolve().parents[2]
OWN = {"inburgering", "monitoring"}
# Room -> what it may use besides the standard library.
PURE = {
    "inburgering/wet": set(),
    "inburgering/authorization": set(),
    "inburgering/levens": set(),
    "monitoring/indicators": set(),
    "monitoring/statistics": set(),
    "monitoring/charts": set(),
    "monitoring/disclosure": {"highspy", "numpy"},
}


def modules(room: str) -> list[Path]:
    """Return the files of a room, be it a folder or one file."""
    folder = ROOT / room
    single = folder.with_suffix(".py")
    return sorted(folder.rglob("*.py")) + ([single] if single.exists() else [])


def imported(path: Path) -> set[str]:
    """Return the packages that a file imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("room", PURE)
def test_a_pure_room_uses_the_standard_library_alone(room):
    allowed = PURE[room] | OWN | set(sys.stdlib_module_names)
    strangers = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in modules(room)
        for name in imported(path) - allowed
    }
    assert strangers == set()


def test_nobody_listens_behind_the_readers_back():
    guilty = [
        str(path.relative_to(ROOT))
        for package in OWN
        for path in (ROOT / package).rglob("*.py")
        if "@receiver" in (text := path.read_text(encoding="utf-8"))
        or "signals import" in text
    ]
    assert guilty == []


def test_no_module_is_called_utils():
    assert [
        *ROOT.glob("inburgering/**/util*.py"),
        *ROOT.glob("monitoring/**/util*.py"),
    ] == []
