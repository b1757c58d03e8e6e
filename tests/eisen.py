"""Compile the pinned requirements out of pyproject.toml, or check that they are.

    python -m tests.eisen            compile (`make requirements`)
    python -m tests.eisen --check    change nothing; tell what would change

Compiling moves the day in pyproject's `exclude-newer` to a week ago; the check keeps
it, and so comes out the same on every day. Where no package index can be reached, the
check falls back on reading: every requirement is pinned, within its range, with a hash.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from packaging.requirements import Requirement


ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "pyproject.toml"
LISTS = {"requirements.txt": [], "tests/requirements.txt": ["--group", "dev"]}
DAY = re.compile(r'(?<=\n)(exclude-newer = ")\d{4}-\d\d-\d\d')
PIN = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?P<marker>[^\\\n]*)\\\n"
    r"(?P<hashes>(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
    re.MULTILINE,
)


def compile_list(name: str, target: Path) -> subprocess.CompletedProcess[str]:
    """Compile one list; what `target` already pins is kept where it still fits."""
    return subprocess.run(
        [
            Path(sys.executable).parent / "uv", "pip", "compile", PROJECT, *LISTS[name],
            "--universal", "--python-version", "3.11", "--generate-hashes",
            "--no-emit-index-url", "--no-emit-find-links",
            "--custom-compile-command", "make requirements",
            "--quiet", "--output-file", target,
        ],
        cwd=ROOT, text=True, capture_output=True, check=False,
        # A machine's own find-links are its own affair; the index decides.
        env={k: v for k, v in os.environ.items() if k != "UV_FIND_LINKS"},
    )  # fmt: skip


def asked_for(name: str) -> list[Requirement]:
    """Return what pyproject asks for in one list."""
    project = tomllib.loads(PROJECT.read_text())
    lines = list(project["project"]["dependencies"])
    if LISTS[name]:
        lines += project["dependency-groups"]["dev"]
    return [Requirement(line) for line in lines]


def unpinned(name: str) -> list[str]:
    """Return what pyproject asks for and the list does not hold, by reading alone."""
    text = (ROOT / name).read_text()
    pins = {match["name"]: match["version"] for match in PIN.finditer(text)}
    return [
        f"{name}: {wanted} is not pinned"
        for wanted in asked_for(name)
        if not wanted.specifier.contains(pins.get(canonical(wanted.name), "0"))
    ]


def canonical(name: str) -> str:
    """Spell a package's name as the lists do."""
    return re.sub(r"[-_.]+", "-", name).lower()


def check(name: str) -> list[str]:
    """Return how the list would change if it were compiled now."""
    now = (ROOT / name).read_text() if (ROOT / name).exists() else ""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "compiled.txt"
        target.write_text(now)
        done = compile_list(name, target)
        if done.returncode:
            print(f"{name}: not compiled ({done.stderr.strip().splitlines()[-1]});")
            print(f"{name}: the pins are read instead.")
            return unpinned(name)
        return list(
            difflib.unified_diff(
                now.splitlines(), target.read_text().splitlines(), name, "compiled",
                lineterm="", n=1,
            )
        )  # fmt: skip


def main(arguments: list[str]) -> int:
    """Compile or check both lists."""
    if "--check" in arguments:
        wrong = [line for name in LISTS for line in check(name)]
        print("\n".join(wrong[:40]), end="\n" if wrong else "")
        if wrong:
            print("Run `make requirements`.")
        return bool(wrong)
    week_ago = datetime.now(UTC).date() - timedelta(days=7)
    text = PROJECT.read_text()
    PROJECT.write_text(DAY.sub(rf"\g<1>{week_ago}", text))
    for name in LISTS:
        done = compile_list(name, ROOT / name)
        if done.returncode:
            print(done.stderr)
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
