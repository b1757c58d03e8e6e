"""The root of the house: pins, documents, settings that refuse to be unsafe."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml


ROOT = Path(__file__).resolve().parents[2]
TOP_LEVEL = {
    ".ci", ".gitignore", ".pre-commit-config.yaml", "CHANGELOG.md", "GLOSSARY.md",
    "LICENSE", "Makefile", "README.md", "docker", "docs", "inburgering", "manage.py",
    "monitoring", "publiccode.yaml", "pyproject.toml", "requirements.txt", "templates",
    "tests",
}  # fmt: skip
PIN_LISTS = ("requirements.txt", "tests/requirements.txt")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_top_level_is_what_was_decided():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, text=True, capture_output=True, check=False,
    ).stdout.splitlines()  # fmt: skip
    assert {Path(name).parts[0] for name in listed} <= TOP_LEVEL


@pytest.mark.parametrize("name", PIN_LISTS)
def test_every_pin_has_a_hash_and_names_no_host(name):
    text = read(name)
    pins = re.findall(r"^\S+==\S+", text, re.MULTILINE)
    hashed = re.findall(r"^\S+==[^\n]+\\\n    --hash=sha256:", text, re.MULTILINE)
    assert len(pins) == len(hashed) > 0
    assert not re.search(r"https?:|file:|--(index|extra-index|find-links)", text)


def test_the_tests_run_on_the_pins_that_run_the_system():
    own, tests = (
        set(re.findall(r"^\S+==\S+", read(name), re.MULTILINE)) for name in PIN_LISTS
    )
    assert own <= tests


def test_every_dependency_tells_its_reason():
    block = re.findall(r"^(?:dependencies|dev) = \[\n(.*?)^\]", read("pyproject.toml"),
                       re.MULTILINE | re.DOTALL)  # fmt: skip
    lines = [line for part in block for line in part.splitlines()]
    assert len(block) == 2
    assert [line for line in lines if not re.search(r'", # \S.{9,}', line)] == []


def test_the_version_is_the_newest_heading_of_the_changelog():
    newest = re.search(r"^## (\d+\.\d+\.\d+)", read("CHANGELOG.md"), re.MULTILINE)
    assert newest is not None
    assert yaml.safe_load(read("publiccode.yaml"))["softwareVersion"] == newest[1]
    assert tomllib.loads(read("pyproject.toml"))["project"]["dynamic"] == ["version"]


def test_the_readme_is_one_screen_and_points_at_what_exists():
    readme = read("README.md")
    assert len(readme.splitlines()) <= 45
    assert "make run" in readme
    assert "make test" in readme
    links = re.findall(r"\]\(([^)]+)\)", readme)
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs" / "adr").glob("*.md")), ids=lambda path: path.stem
)
def test_a_decision_is_short_and_complete(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 40
    headings = re.findall(r"^## (\w+)", text, re.MULTILINE)
    assert headings == ["Context", "Decision", "Consequences"]
    assert text.startswith(f"# {int(path.stem[:4])}. ")


def test_the_glossary_points_at_what_exists():
    places = re.findall(r"`([a-z_/]+(?:\.py|/))`", read("GLOSSARY.md"))
    missing = [
        place
        for place in set(places)
        if not ((ROOT / "inburgering" / place).exists() or (ROOT / place).exists())
    ]
    assert missing == []


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    """Load the settings in a process that has this environment and no other."""
    return subprocess.run(
        [sys.executable, "-c", "import inburgering.settings"],
        cwd=ROOT, text=True, capture_output=True, check=False,
        env={"PATH": os.environ["PATH"], **environment},
    )  # fmt: skip


@pytest.mark.traag
def test_without_its_secrets_the_system_does_not_start():
    refused = start()
    assert refused.returncode != 0
    assert "SECRET_KEY ontbreekt" in refused.stderr


@pytest.mark.traag
def test_a_demo_makes_its_own_secrets_and_keeps_them(tmp_path):
    assert start(DEMO="1", VAR_DIR=str(tmp_path)).returncode == 0
    secret = tmp_path / "secret_key.geheim"
    first = secret.read_text()
    assert secret.stat().st_mode & 0o077 == 0
    assert start(DEMO="1", VAR_DIR=str(tmp_path)).returncode == 0
    assert secret.read_text() == first
