"""The files of the container name each other rightly; that needs no engine to see."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml
from gunicorn.config import Config


ROOT = Path(__file__).resolve().parents[2]
DOCKER = ROOT / "docker"
START = (DOCKER / "starten.sh").read_text()
IMAGE = (DOCKER / "Dockerfile").read_text().replace("\\\n", " ")
COMPOSE = yaml.safe_load((DOCKER / "compose.yaml").read_text())
OURS = {
    name: one
    for name, one in COMPOSE["services"].items()
    if one["image"] == "inburgering"
}


def words_of_start() -> set[str]:
    """The words that starten.sh knows."""
    return set(re.findall(r"(?m)^([a-z-]+)\)", START))


def copied() -> list[str]:
    """What the image takes out of the repository."""
    lines = re.findall(r"(?m)^COPY (?!--from)(.+)$", IMAGE)
    return [name for line in lines for name in line.split()[:-1]]


def settings_read() -> set[str]:
    """What the settings ask of the environment."""
    text = (ROOT / "inburgering" / "settings.py").read_text()
    return set(re.findall(r'env(?:_[a-z]+)?\("([A-Z_]+)"', text))


@pytest.mark.parametrize("script", sorted(DOCKER.glob("*.sh")), ids=lambda p: p.name)
def test_every_script_is_well_formed_and_can_be_run(script: Path) -> None:
    subprocess.run(["sh", "-n", script], check=True)
    # A script in the init folder of PostgreSQL that cannot be run is read in instead.
    assert script.stat().st_mode & 0o111


def test_what_the_image_copies_is_there_and_is_let_through() -> None:
    lines = (DOCKER / "Dockerfile.dockerignore").read_text().splitlines()
    through = {line.removeprefix("!") for line in lines if line.startswith("!")}
    assert copied()
    assert set(copied()) == through
    assert all((ROOT / name).exists() for name in through)


def test_the_image_runs_as_somebody_who_is_not_root() -> None:
    _, last = IMAGE.rsplit("FROM ", 1)
    (user,) = re.findall(r"(?m)^USER (\w+)$", last)
    assert re.search(rf"useradd .*--uid [1-9]\d+ .*\b{user}\b", last)
    for entry in re.findall(r'(?m)^ENTRYPOINT \["(.+)"\]$', last):
        assert entry in copied()
    assert re.findall(r'(?m)^CMD \["(.+)"\]$', last) == ["web"]
    assert IMAGE.count("FROM python:3.11-slim-bookworm") == 2


@pytest.mark.parametrize("name", sorted(OURS))
def test_every_service_of_ours_is_a_word_that_starts(name: str) -> None:
    service = OURS[name]
    assert service["command"] in words_of_start()
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert (DOCKER / service["build"]["context"]).resolve() == ROOT
    assert (ROOT / service["build"]["dockerfile"]).exists()
    assert set(service["depends_on"]) <= set(COMPOSE["services"])


@pytest.mark.parametrize("name", sorted(OURS))
def test_every_setting_of_a_service_is_read(name: str) -> None:
    given = OURS[name]["environment"]
    read = settings_read()
    assert {key.removesuffix("_FILE") for key in given} <= read
    for key, path in given.items():
        if key.endswith("_FILE"):
            assert path.removeprefix("/run/secrets/") in OURS[name]["secrets"]


def test_every_secret_is_made_and_every_mounted_file_is_there() -> None:
    made = (DOCKER / "geheimen.sh").read_text()
    for name, secret in COMPOSE["secrets"].items():
        assert secret["file"] == f"../var/geheimen/{name}"
        assert re.search(rf"\b{name}\b", made)
    for service in COMPOSE["services"].values():
        assert set(service.get("secrets", ())) <= set(COMPOSE["secrets"])
        for volume in service.get("volumes", ()):
            source = volume.split(":")[0]
            here = source.startswith(".") and (DOCKER / source).is_file()
            assert here or source in COMPOSE["volumes"]


def test_the_web_server_knows_every_option_it_is_given() -> None:
    (call,) = re.findall(r"exec (gunicorn (?:.*\\\n)*.*)\n", START)
    known = Config().parser()._option_string_actions
    given = [word for word in shlex.split(call) if word.startswith("--")]
    assert len(given) > 5
    assert [word for word in given if word not in known] == []
