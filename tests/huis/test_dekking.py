"""Every branch of the law is walked by the book of the law, and by nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.breed
def test_the_book_of_the_law_walks_every_branch_of_the_law(tmp_path):
    """A branch that only a life or a screen walks has no table that shows it."""
    environment = os.environ | {
        "COVERAGE_FILE": str(tmp_path / "dekking"),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }

    def coverage(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "coverage", *arguments],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    run = coverage(
        "run", "--branch", "--source=inburgering.wet",
        "-m", "pytest", "-q", "-p", "no:logging", "-p", "no:cacheprovider", "tests/wet",
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-3000:]
    report = coverage("report", "--fail-under=100", "--show-missing", "--skip-covered")
    assert report.returncode == 0, report.stdout
