"""Workers that are killed in the middle of a job, for real: nothing lost, nothing twice.

KILLS in the environment says how often each is killed (3).
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from inburgering import outbox, tasks
from inburgering.models import Bericht, Raadpleging
from inburgering.models.gemeente import gemeente
from tests.inburgering.platform.conftest import sending_to


pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.breed]
ROOT = Path(__file__).resolve().parents[3]
KILLS = int(os.environ.get("KILLS", "3"))
PATIENCE = 60.0
EMBEDDED = [sys.executable, "manage.py", "werker"]
CELERY = [
    sys.executable, "-m", "celery", "--app", "inburgering", "worker", "--concurrency",
    "1", "--loglevel", "WARNING", "--without-gossip", "--without-mingle",
]  # fmt: skip


def database_url() -> str:
    """Give the address of the database of this very test."""
    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{at['NAME']}"
    return f"postgres://{at['USER']}@{at['HOST']}:{at['PORT']}/{at['NAME']}"


@contextmanager
def worker(command: list[str], folder: Path, **environment: str) -> Iterator:
    """Run a worker in a group of its own; whatever is left of it is killed."""
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=log, stderr=log, process_group=0,
            env={
                "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT),
                "DJANGO_SETTINGS_MODULE": "tests.inburgering.platform.instellingen",
                "DATABASE_URL": database_url(), "VAR_DIR": str(folder), **environment,
            },
        )  # fmt: skip
    try:
        yield process
    finally:
        if process.poll() is None:
            kill(process)


def kill(process: subprocess.Popen) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_for(ready: Callable[[], object], folder: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not ready():
        log = (folder / "log").read_text() if time.monotonic() > end else ""
        assert time.monotonic() < end, f"It did not come about:\n{log}"
        time.sleep(0.05)


def ask(g, soort: str, nummer: str, **gegevens) -> None:
    with gemeente(g):
        outbox.klaarzetten(
            soort, nummer, {"nummer": nummer} | gegevens, timezone.localtime()
        )


def effects(g) -> list[str]:
    with gemeente(g):
        rows = Raadpleging.objects.filter(inzage="proef").order_by("nummer")
        return list(rows.values_list("nummer", flat=True))


def done() -> bool:
    jobs = Bericht.objects.filter(soort__in=["snel", "traag"])
    return not jobs.filter(klaar_op=None).exists()


def bury(left: int) -> None:
    """The dead have tried once. Waiting for their lease to run out is done for the last."""
    rows = Bericht.objects.filter(soort="traag")
    rows.update(pogingen=1, **({"gehuurd_tot": timezone.now()} if left else {}))


def test_the_embedded_worker_killed_midway(delft, tmp_path):
    ask(delft, "traag", "n1", folder=str(tmp_path))
    busy = tmp_path / "n1.bezig"
    for left in reversed(range(KILLS)):
        with worker(EMBEDDED, tmp_path) as process:
            wait_for(busy.exists, tmp_path)
            kill(process)
        busy.unlink()
        assert effects(delft) == []
        bury(left)
    (tmp_path / "verder").touch()
    for n in range(5):
        ask(delft, "snel", f"s{n}")
    with worker(EMBEDDED, tmp_path) as process:
        wait_for(done, tmp_path)
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
    assert effects(delft) == ["n1", "s0", "s1", "s2", "s3", "s4"]


def test_two_embedded_workers_do_everything_once(delft, tmp_path):
    for n in range(30):
        ask(delft, "snel", f"s{n:02d}")
    with worker(EMBEDDED, tmp_path), worker(EMBEDDED, tmp_path):
        wait_for(done, tmp_path)
    assert effects(delft) == [f"s{n:02d}" for n in range(30)]


def test_the_stop_signal_lets_the_job_at_hand_be_finished(delft, tmp_path):
    ask(delft, "traag", "n1", folder=str(tmp_path))
    ask(delft, "snel", "s1")
    with worker(EMBEDDED, tmp_path) as process:
        wait_for((tmp_path / "n1.bezig").exists, tmp_path)
        process.send_signal(signal.SIGINT)
        time.sleep(0.3)
        assert process.poll() is None
        (tmp_path / "verder").touch()
        assert process.wait(PATIENCE) == 0
    assert effects(delft) == ["n1"]


@pytest.fixture
def broker(redis_url, settings, monkeypatch):
    """Let this process send to the private Redis, emptied."""
    import redis

    with redis.Redis.from_url(redis_url) as client:
        client.flushall()
        settings.REDIS_URL = redis_url
        monkeypatch.setattr(outbox, "_stil_tot", 0.0)
        with sending_to(redis_url):
            yield client
        client.flushall()


@pytest.mark.redis
def test_celery_is_woken_at_once(delft, tmp_path, broker, redis_url):
    with worker(CELERY, tmp_path, REDIS_URL=redis_url):
        ask(delft, "snel", "s1")
        wait_for(done, tmp_path)
    assert effects(delft) == ["s1"]


@pytest.mark.redis
def test_a_celery_worker_killed_midway(delft, tmp_path, broker, redis_url):
    busy = tmp_path / "n1.bezig"
    ask(delft, "traag", "n1", folder=str(tmp_path))
    for left in reversed(range(KILLS)):
        with worker(CELERY, tmp_path, REDIS_URL=redis_url) as process:
            wait_for(busy.exists, tmp_path)
            kill(process)
        busy.unlink()
        assert effects(delft) == []
        bury(left)
        time.sleep(0 if left else 2.1)  # the lease of the last
        tasks.vegen.delay()
    (tmp_path / "verder").touch()
    with worker(CELERY, tmp_path, REDIS_URL=redis_url):
        wait_for(done, tmp_path)
    assert effects(delft) == ["n1"]


@pytest.mark.redis
def test_redis_emptied_and_two_schedulers_at_once(delft, tmp_path, broker, redis_url):
    for n in range(10):
        ask(delft, "snel", f"s{n}")
    broker.flushall()
    for _ in range(4):
        tasks.vegen.delay()
        tasks.nachtelijk.delay()
    with (
        worker(CELERY, tmp_path, REDIS_URL=redis_url),
        worker(CELERY, tmp_path, REDIS_URL=redis_url),
    ):
        wait_for(done, tmp_path)
    assert effects(delft) == [f"s{n}" for n in range(10)]
    assert Bericht.objects.filter(soort="herberekening").count() == 1


@pytest.mark.redis
def test_nothing_personal_goes_through_the_broker(delft, tmp_path, broker):
    ask(delft, "snel", "2026-00001")
    (message,) = broker.lrange("celery", 0, -1)
    assert b"2026-00001" not in message
