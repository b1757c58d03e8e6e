"""A scanner: ClamAV's daemon, asked over its own socket (INSTREAM)."""

import socket
import struct
import time

from django.conf import settings

from inburgering.bestanden.scanner import ScannerZwijgt


STUK = 64 * 1024
LANGSTE_ANTWOORD = 4096


def _connect(adres: str, seconden: float) -> socket.socket:
    """Connect to "unix:/path" or "host:port"."""
    if adres.startswith("unix:"):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(seconden)
        try:
            line.connect(adres.removeprefix("unix:"))
        except OSError:
            line.close()
            raise
        return line
    host, _, port = adres.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=seconden)


def _answer(line: socket.socket, until: float) -> str:
    """Read up to the closing null, within the time that is left."""
    told = b""
    while not told.endswith(b"\0") and len(told) < LANGSTE_ANTWOORD:
        line.settimeout(max(until - time.monotonic(), 0.01))
        if not (part := line.recv(LANGSTE_ANTWOORD)):
            break
        told += part
    return told.rstrip(b"\0").decode("utf-8", "replace").strip()


def scan(inhoud: bytes) -> str:
    """Give the name of what clamd finds in a file, or nothing when it says "OK"."""
    until = time.monotonic() + settings.CLAMD_SECONDEN
    view = memoryview(inhoud)
    try:
        with _connect(settings.CLAMD_ADRES, settings.CLAMD_SECONDEN) as line:
            line.sendall(b"zINSTREAM\0")
            for begin in range(0, len(view), STUK):
                part = view[begin : begin + STUK]
                line.settimeout(max(until - time.monotonic(), 0.01))
                line.sendall(struct.pack("!L", len(part)))
                line.sendall(part)
            line.sendall(struct.pack("!L", 0))
            told = _answer(line, until)
    except (OSError, ValueError) as error:
        raise ScannerZwijgt(str(error)) from error
    if told == "stream: OK":
        return ""
    if told.startswith("stream: ") and told.endswith(" FOUND"):
        return told.removeprefix("stream: ").removesuffix(" FOUND")[:100]
    raise ScannerZwijgt(told[:200] or "geen antwoord")
