"""The scanner, against a clamd of our own making: found, clean, silent, gone."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator

import pytest

from inburgering.bestanden import clamd, scanner
from inburgering.bestanden.scanner import ScannerZwijgt


BESMET = b"PROEF-BESMET"


def receive(line: socket.socket) -> bytes:
    """Read what a client streams, as clamd does: chunks until an empty one."""
    stream = line.makefile("rb")
    assert stream.read(10) == b"zINSTREAM\0"
    got = b""
    while size := struct.unpack("!L", stream.read(4))[0]:
        got += stream.read(size)
    return got


@pytest.fixture
def server(settings) -> Iterator[Callable[..., None]]:
    """Start a server that answers in the way the test says."""
    listening = socket.create_server(("127.0.0.1", 0))
    settings.DOCUMENT_SCANNER = "inburgering.bestanden.clamd.scan"
    settings.CLAMD_ADRES = f"127.0.0.1:{listening.getsockname()[1]}"
    settings.CLAMD_SECONDEN = 0.5
    threads: list[threading.Thread] = []
    stop = threading.Event()

    def answer(how: Callable[[socket.socket], None]) -> None:
        def serve() -> None:
            line, _ = listening.accept()
            with line:
                how(line)

        threads.append(threading.Thread(target=serve, daemon=True))
        threads[-1].start()

    answer.stop = stop  # type: ignore[attr-defined]
    yield answer
    stop.set()
    listening.close()
    for thread in threads:
        thread.join(2)


def like_clamd(line: socket.socket) -> None:
    found = BESMET in receive(line)
    line.sendall(b"stream: Proef.Teken FOUND\0" if found else b"stream: OK\0")


def test_clean_and_found(server) -> None:
    server(like_clamd)
    assert clamd.scan(b"x" * 200_000) == ""
    server(like_clamd)
    assert clamd.scan(b"x" * 100_000 + BESMET) == "Proef.Teken"


def test_an_answer_in_pieces_is_one_answer(server) -> None:
    def slowly(line: socket.socket) -> None:
        receive(line)
        for part in (b"stream:", b" O", b"K\0"):
            line.sendall(part)

    server(slowly)
    assert clamd.scan(b"x") == ""


@pytest.mark.parametrize(
    "words", [b"INSTREAM size limit exceeded. ERROR\0", b"", b"OK\0", b"\xff" * 9000]
)
def test_any_other_answer_is_none(server, words) -> None:
    def other(line: socket.socket) -> None:
        receive(line)
        line.sendall(words)

    server(other)
    with pytest.raises(ScannerZwijgt):
        clamd.scan(b"x")


def test_a_scanner_that_hangs_is_left(server) -> None:
    def hang(line: socket.socket) -> None:
        receive(line)
        server.stop.wait(3)

    server(hang)
    with pytest.raises(ScannerZwijgt):
        clamd.scan(b"x")


def test_a_scanner_that_hangs_up_is_no_clean_file(server) -> None:
    server(lambda line: None)
    with pytest.raises(ScannerZwijgt):
        clamd.scan(b"x" * 5_000_000)


@pytest.mark.parametrize(
    "adres", ["127.0.0.1:1", "nergens", "unix:/bestaat/niet", ":x"]
)
def test_an_address_where_nobody_is(settings, adres) -> None:
    settings.CLAMD_ADRES, settings.CLAMD_SECONDEN = adres, 0.5
    with pytest.raises(ScannerZwijgt):
        clamd.scan(b"x")


def test_how_the_scanner_is(server, settings) -> None:
    server(like_clamd)
    assert scanner.staat() == "antwoordt"
    settings.CLAMD_ADRES = "127.0.0.1:1"
    assert scanner.staat() == "zwijgt"
    settings.DOCUMENT_SCANNER = ""
    assert scanner.staat() == "geen"
