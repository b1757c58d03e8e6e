"""Measures a page three ways: its statements, its time over HTTP, and plain SQL.

Over HTTP: one gunicorn worker with one thread, a signed-in session, a connection that is
kept. Plain SQL: the very statements that the page asked for this case, sent through
psycopg in one transaction and fetched; that is what the database costs, and the page
cannot be faster. Both take the same cases, one after the other.
"""

import contextlib
import http.client
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import psycopg
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from inburgering.models.gebruiker import Gebruiker, Lidmaatschap
from inburgering.models.gemeente import Gemeente, gemeente
from inburgering.models.traject import Traject
from tests import diensten
from tests.bench.pagina import Pagina


NIET_GETELD = re.compile(
    r"^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SELECT set_config)", re.IGNORECASE
)
SLEUTEL = re.compile(r"'[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}'")
VERBORGEN = re.compile(
    r'name="(csrfmiddlewaretoken|versie|sleutel)"[^>]*value="([^"]*)"'
)
OPWARMEN = 15


@dataclass(frozen=True)
class Tijd:
    """Milliseconds: the middle one and the one that nineteen in twenty stay under."""

    p50: float
    p95: float

    @classmethod
    def van(cls, seconden: Sequence[float]) -> "Tijd":
        """Compute both from measured seconds."""
        punten = statistics.quantiles([s * 1000 for s in seconden], n=20)
        return cls(statistics.median(s * 1000 for s in seconden), punten[-1])


@dataclass(frozen=True)
class Uitkomst:
    """What measuring one page came to."""

    pagina: Pagina
    http: Tijd
    sql: Tijd
    cpu: float  # milliseconds of processor time of the web worker per page
    vragen: int
    sql_teksten: list[str]
    bytes: int


def sessie(wie: str) -> str:
    """Sign somebody in; gives the key of the session."""
    email = {
        "teamleider": "teamleider@meet.example",
        "klantmanager": "km0@meet.example",
    }
    user = Gebruiker.objects.get(email=email[wie])
    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store["lidmaatschap"] = Lidmaatschap.objects.get(gebruiker=user).pk
    store["laatst_actief"] = int(time.time())
    store["tweede_stap"] = True
    store.create()
    return str(store.session_key)


def zaken(pagina: Pagina, stad: str, hoeveel: int) -> list[str]:
    """Draw cases for a page, spread over all of them, the same every run.

    When there are fewer than asked, they come round again.
    """
    if "{nummer}" not in pagina.pad:
        return [""] * hoeveel
    with gemeente(Gemeente.objects.get(pk=stad)):
        found = list(
            Traject.objects.filter(**pagina.keuze)
            .order_by("id")
            .values_list("nummer", flat=True)
        )
    step = max(1, len(found) // hoeveel)
    return list(islice(cycle(found[::step]), hoeveel))


# --- Over HTTP ------------------------------------------------------------------------


def processor_time(master: int) -> float:
    """Give the seconds of processor time that the workers of a server used so far.

    Waiting for a busy machine is not in it, so it says more than the clock when others
    work here too.
    """
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[1]) == master:
                ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def webserver() -> Iterator[tuple[int, int]]:
    """Run one worker with one thread; yields its port and the number of its process."""
    port = diensten.free_port()
    log = Path(settings.VAR_DIR) / "gunicorn.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [
                sys.executable, "-m", "gunicorn", "inburgering.wsgi",
                "--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", "1",
                "--worker-class", "gthread", "--keep-alive", "60",
                "--log-level", "warning",
            ],
            stdout=output, stderr=output, env=os.environ,
        )  # fmt: skip
    try:
        diensten.wait_until(lambda: diensten.answers(port), server, log)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(30)


class Browser:
    """A signed-in person with a connection that stays open."""

    def __init__(self, port: int, key: str) -> None:
        """Keep the session cookie; the proxy in front says it is https."""
        self.line = http.client.HTTPConnection("127.0.0.1", port)
        self.cookies = {settings.SESSION_COOKIE_NAME: key}

    def ask(self, way: str, path: str, body: str = "") -> tuple[int, str, float]:
        """Ask a page; gives status, text and seconds."""
        headers = {
            "Host": "localhost",
            "X-Forwarded-Proto": "https",
            "Referer": "https://localhost/",
            "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
        }
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        begin = time.perf_counter()
        self.line.request(way, path, body or None, headers)
        answer = self.line.getresponse()
        content = answer.read()
        seconds = time.perf_counter() - begin
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.split(";", 1)[0]
        return answer.status, content.decode(), seconds


def ingevuld(pagina: Pagina, text: str, dag: date) -> str:
    """Fill in a form as it was served."""
    assert pagina.velden is not None
    hidden = dict(VERBORGEN.findall(text))
    return urlencode({**hidden, **pagina.velden(dag)})


def over_http(
    pagina: Pagina, browser: Browser, nummers: list[str], dag: date
) -> tuple[list[float], int]:
    """Time a page over many cases; a wrong answer stops the run."""
    seconds, size = [], 0
    for nummer in nummers:
        path = pagina.pad.format(nummer=nummer)
        if pagina.velden is None:
            status, text, took = browser.ask("GET", path)
            right = status == 200
        else:
            status, form, _ = browser.ask("GET", path)
            assert status == 200, (path, status, form[:300])
            status, text, took = browser.ask("POST", path, ingevuld(pagina, form, dag))
            right = status == 302
        if not right:
            raise SystemExit(f"{pagina.naam}: {path} answers {status}\n{text[:2000]}")
        seconds.append(took)
        size = max(size, len(text))
    return seconds, size


# --- Statements and plain SQL ---------------------------------------------------------


def vragen(
    pagina: Pagina, key: str, nummers: list[str], dag: date
) -> tuple[list[list[str]], int]:
    """Do it inside this process; gives the statements per case, and the most of them."""
    client = Client(headers={"x-forwarded-proto": "https", "host": "localhost"})
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    asked = []
    for nummer in nummers:
        path = pagina.pad.format(nummer=nummer)
        way: Callable[[], object]
        if pagina.velden is None:
            way = lambda path=path: client.get(path)  # noqa: E731
        else:
            form = client.get(path).content.decode()
            body = ingevuld(pagina, form, dag)
            way = lambda path=path, body=body: client.post(  # noqa: E731
                path, body, content_type="application/x-www-form-urlencoded"
            )
        with CaptureQueriesContext(connection) as captured:
            way()
        asked.append([q["sql"] for q in captured.captured_queries])
    counted = [[sql for sql in one if not NIET_GETELD.match(sql)] for one in asked]
    return asked, max(len(one) for one in counted)


def in_sql(asked: list[list[str]], times: int) -> list[float]:
    """Time the same statements without Django, one transaction per page."""
    own = settings.DATABASES["default"]
    seconds = []
    with psycopg.connect(
        host=own["HOST"], port=own["PORT"], user=own["USER"], dbname=own["NAME"],
        autocommit=True,
    ) as line:  # fmt: skip
        for turn in range(times):
            # A form key is used once: the copy gets a fresh one.
            fresh = f"'{uuid4()}'"
            statements = [
                SLEUTEL.sub(fresh, sql)
                for sql in asked[turn % len(asked)]
                if not re.match(r"^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)", sql)
            ]
            begin = time.perf_counter()
            with line.transaction():
                for sql in statements:
                    found = line.execute(sql.encode())
                    if found.description:
                        found.fetchall()
            seconds.append(time.perf_counter() - begin)
    return seconds


def meet(
    pagina: Pagina, server: tuple[int, int], stad: str, dag: date, keren: int
) -> Uitkomst:
    """Measure one page: warm up, then HTTP and plain SQL on the same cases."""
    port, master = server
    key = sessie(pagina.wie)
    nummers = zaken(pagina, stad, keren + OPWARMEN + 20)
    browser = Browser(port, key)
    over_http(pagina, browser, nummers[:OPWARMEN], dag)
    before = processor_time(master)
    seconds, size = over_http(
        pagina, browser, nummers[OPWARMEN : OPWARMEN + keren], dag
    )
    cpu = (processor_time(master) - before) / len(seconds) * 1000
    asked, most = vragen(pagina, key, nummers[-20:], dag)
    in_sql(asked, OPWARMEN)
    plain = Tijd.van(in_sql(asked, keren))
    return Uitkomst(pagina, Tijd.van(seconds), plain, cpu, most, asked[-1], size)
