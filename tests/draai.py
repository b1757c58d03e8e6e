"""Run every test on every database that the machine has: what `make test` does.

    python -m tests.draai                     all rounds
    python -m tests.draai browser             the journeys alone
    python -m tests.draai units -k pip        what follows is handed to pytest

A round is one run of pytest. What the machine lacks costs one plain line and its
rounds; under REQUIRE_ALL it is a failure.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from tests import diensten


PARTS = {
    "units": "not browser and not breed and not veel",
    "breed": "breed",
    "levens": "veel",
    "browser": "browser",
}
NO_DATABASE = {"levens"}  # these touch none, so one round says it all
# Every page and act meets both databases in the other parts. The journeys are made on the
# one that municipalities run on; a few of them on the other too.
ALSO_ELSEWHERE = "browser and beide"
# A round sets its own database, and may keep what Python compiled: a third of its start.
NOT_OURS = {"DATABASE_URL", "PYTHONDONTWRITEBYTECODE"}
NO_TESTS = 5  # pytest's exit status when it found nothing to run


class Outcome(NamedTuple):
    """What one round came to."""

    round: str
    passed: int
    failed: int
    skipped: int
    seconds: float
    broken: bool  # pytest itself did not come to a good end


def missing() -> dict[str, str]:
    """Return what this machine lacks, and what that costs."""
    found = {
        "PostgreSQL": (diensten.postgres_programs(), "the rounds on PostgreSQL"),
        "Redis": (diensten.redis_program(), "the tests with a real worker"),
        "Chromium": (diensten.chromium_program(), "the journeys in the browser"),
    }
    return {name: cost for name, (program, cost) in found.items() if not program}


def count(report: Path) -> tuple[int, int, int]:
    """Read passed, failed and skipped out of a JUnit report."""
    if not report.exists():
        return 0, 0, 0
    suites = ET.parse(report).getroot().iter("testsuite")
    passed = failed = skipped = 0
    for suite in suites:
        bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        left = int(suite.get("skipped", 0))
        passed += int(suite.get("tests", 0)) - bad - left
        failed += bad
        skipped += left
    return passed, failed, skipped


def rounds(
    marks: dict[str, str], urls: list[str | None]
) -> Iterator[tuple[str, str, str | None, bool]]:
    """Give each round: its name, its marks, its database, and whether it is the second.

    A second round leaves out what the first one said once and for all.
    """
    for name, mark in marks.items():
        if name in NO_DATABASE:
            yield name, mark, None, False
        elif name == "browser":
            *others, last = urls
            yield name, mark, last, False
            yield from ((name, ALSO_ELSEWHERE, url, True) for url in others)
        else:
            yield from ((name, mark, url, url is not None) for url in urls)


def run(
    name: str, marks: str, url: str | None, again: bool, arguments: list[str]
) -> Outcome:
    """Run pytest once, on one database, over one part of the suite."""
    title = f"{name} on {'PostgreSQL' if url else 'SQLite'}"
    print(f"\n=== {title} ===", flush=True)
    environment = {k: v for k, v in os.environ.items() if k not in NOT_OURS}
    if url:
        environment["DATABASE_URL"] = url
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        status = subprocess.call(
            [
                sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", "-m", marks,
                f"--junitxml={report}", *(["--only-database"] if again else []),
                *arguments,
            ],
            env=environment,
        )  # fmt: skip
        counts = count(report)
    empty = status == NO_TESTS and not os.environ.get("REQUIRE_ALL")
    return Outcome(title, *counts, time.monotonic() - begin, bool(status) and not empty)


@contextlib.contextmanager
def databases(lacking: dict[str, str]) -> Iterator[list[str | None]]:
    """Give the urls to run on: none stands for SQLite, which is always there."""
    if "PostgreSQL" in lacking:
        yield [None]
        return
    with diensten.postgres() as url:
        yield [None, url]


def main(arguments: list[str]) -> int:
    """Run the rounds asked for and say in one table what they came to."""
    lacking = missing()
    for name, cost in lacking.items():
        print(f"{name} was not found: {cost} are skipped.")
    if lacking and os.environ.get("REQUIRE_ALL"):
        print("REQUIRE_ALL is set, so that is a failure.")
        return 1

    chosen = [arguments.pop(0)] if arguments and arguments[0] in PARTS else list(PARTS)
    marks = {name: PARTS[name] for name in chosen}
    if "Chromium" in lacking:
        marks.pop("browser", None)
    if "Redis" in lacking:
        marks |= {n: f"({m}) and not redis" for n, m in marks.items() if n != "browser"}

    with databases(lacking) as urls:
        outcomes = [run(*one, arguments) for one in rounds(marks, urls)]

    print()
    for one in outcomes:
        print(
            f"{one.round:24} {one.passed:5} passed, {one.failed} failed, "
            f"{one.skipped} skipped in {one.seconds:.0f} s"
            f"{'' if one.failed or not one.broken else ', and pytest ended badly'}"
        )
    print(
        f"{sum(one.passed for one in outcomes)} passed, "
        f"{sum(one.failed for one in outcomes)} failed, "
        f"{sum(one.skipped for one in outcomes)} skipped"
    )
    return int(any(one.failed or one.broken for one in outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
