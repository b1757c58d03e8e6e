"""What the machine has to test with: PostgreSQL, Redis, Chromium.

Each is looked for, never required. PostgreSQL and Redis are started privately, with
their data in a temporary folder and on a free port, and stopped again: no test reads
or touches a server that was already running.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any


ROLES = Path(__file__).resolve().parent.parent / "docker" / "rollen.sql"
PATIENCE = 30  # seconds a server may take to come up

# Safe on a test server only: a crash may lose data, and nothing waits for the disk.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
CHROMIUM_FLAGS = (
    "--no-sandbox",  # in a container and under root there is no other way
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)


def postgres_programs() -> Path | None:
    """Return the folder with the server's programs, the newest version first."""
    folders = [
        Path(found).resolve().parent for found in [shutil.which("initdb")] if found
    ]
    folders += sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda folder: (
            int(folder.parent.name) if folder.parent.name.isdigit() else 0
        ),
        reverse=True,
    )
    return next(
        (f for f in folders if (f / "initdb").exists() and (f / "postgres").exists()),
        None,
    )


def redis_program() -> str | None:
    """Return the path of the Redis (or Valkey) server."""
    return shutil.which("redis-server") or shutil.which("valkey-server")


def chromium_program() -> str | None:
    """Return the path of a Chromium; CHROMIUM in the environment goes first."""
    if named := os.environ.get("CHROMIUM"):
        return named
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def unprivileged() -> dict[str, Any]:
    """Return who starts PostgreSQL: it refuses root, so under root another user."""
    if os.geteuid() != 0:
        return {}
    import pwd

    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            who = pwd.getpwnam(name)
            return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
    raise RuntimeError("Under root PostgreSQL needs a user postgres or nobody.")


def stop(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    """Ask a server of ours to stop; end it when it does not."""
    process.send_signal(how)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_until(
    ready: Callable[[], bool], process: subprocess.Popen[bytes], log: Path
) -> None:
    """Wait until a server answers, or tell why it did not come."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        if ready():
            return
        time.sleep(0.05)
    process.kill()
    raise RuntimeError(f"{process.args!r} did not start:\n{log.read_text()}")


def answers(port: int) -> bool:
    """Tell whether somebody listens on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def postgres(
    *, careful: bool = False, keep: Path | None = None, **settings: str
) -> Iterator[str]:
    """Run a private PostgreSQL and yield the DATABASE_URL of the role `inburgering`.

    `careful` keeps the disk honest, as measuring needs; tests do without. `keep` is a
    folder whose data outlives this run; it is made when it is not there.
    """
    programs = postgres_programs()
    if programs is None:
        raise LookupError("PostgreSQL is not installed.")
    who = unprivileged()
    # Under /tmp, since the path of a socket may be no longer than a hundred letters.
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as name:
        home = Path(name)
        home.chmod(0o755)
        data = (keep.resolve() if keep else home) / "data"
        data.parent.mkdir(parents=True, exist_ok=True)
        if who:
            os.chown(home, who["user"], who["group"])
            os.chown(data.parent, who["user"], who["group"])
        is_new = not (data / "PG_VERSION").exists()
        if is_new:
            subprocess.run(
                [
                    programs / "initdb", "--pgdata", data, "--username", "postgres",
                    "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8",
                    *(() if careful else ("--no-sync",)),
                ],
                check=True, stdout=subprocess.DEVNULL, cwd="/", **who,
            )  # fmt: skip
        port = free_port()
        options = {
            "listen_addresses": "127.0.0.1",
            "port": str(port),
            "unix_socket_directories": name,
            "max_connections": "100",
            "shared_buffers": "256MB",
            **({} if careful else CARELESS),
            **settings,
        }
        log = home / "log"
        with log.open("wb") as output:
            server = subprocess.Popen(
                [
                    programs / "postgres", "-D", data,
                    *(part for k, v in options.items() for part in ("-c", f"{k}={v}")),
                ],
                stdout=output, stderr=output, stdin=subprocess.DEVNULL, cwd="/",
                process_group=0, **who,
            )  # fmt: skip
        client = ["-h", name, "-p", str(port), "-U", "postgres"]
        try:
            ready = [programs / "pg_isready", "-q", *client]
            wait_until(lambda: subprocess.call(ready) == 0, server, log)
            if is_new:
                subprocess.run(
                    [
                        programs / "psql", *client, "-Xq", "-v", "ON_ERROR_STOP=1",
                        "-f", ROLES, "-c", "ALTER ROLE inburgering CREATEDB",
                    ],
                    check=True,
                )  # fmt: skip
            yield f"postgres://inburgering@127.0.0.1:{port}/inburgering"
        finally:
            stop(server, signal.SIGINT)  # PostgreSQL's word for: drop all and close


@contextlib.contextmanager
def redis() -> Iterator[str]:
    """Run a private Redis that keeps nothing, and yield its REDIS_URL."""
    program = redis_program()
    if program is None:
        raise LookupError("Redis is not installed.")
    with tempfile.TemporaryDirectory(prefix="redis-") as name:
        port = free_port()
        log = Path(name) / "log"
        with log.open("wb") as output:
            server = subprocess.Popen(
                [
                    program, "--bind", "127.0.0.1", "--port", str(port), "--dir", name,
                    "--save", "", "--appendonly", "no", "--daemonize", "no",
                ],
                stdout=output, stderr=output, stdin=subprocess.DEVNULL, process_group=0,
            )  # fmt: skip
        try:
            wait_until(lambda: answers(port), server, log)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            stop(server, signal.SIGTERM)
