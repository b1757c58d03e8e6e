"""Files that are not what they say, or do more than be read."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from tests.inburgering.bijlagen import (
    GOEDE,
    SOORTEN_DOCX,
    Bijlage,
    docx,
    jpeg,
    odt,
    pdf,
    png,
    zip_van,
)
from tests.vijandig.waarden import MERK


HTML = f"<!doctype html><script>{MERK}()</script>".encode()
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" onload="{MERK}()"/>'.encode()
XXE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
LACHERS = b"<!DOCTYPE l [" + b"".join(
    b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha")
    for n in range(10)
) + b"]><l>&l9;</l>"  # fmt: skip


def bom_in_bom() -> bytes:
    """Give a zip with ten zips, each with a part of 20 MB of nothing."""
    inner = zip_van(("mimetype", b""), ("a.xml", bytes(20_000_000)))
    return zip_van(
        ("[Content_Types].xml", SOORTEN_DOCX),
        ("word/document.xml", b"<w/>"),
        *((f"word/media/{n}.zip", inner) for n in range(10)),
    )


def groot_deel() -> bytes:
    """Give a document of which the list of kinds is a bomb itself."""
    return zip_van(
        ("a", b""), ("[Content_Types].xml", bytes(60_000_000)), ("word/document.xml", b"")
    )  # fmt: skip


def liegt() -> bytes:
    """Give a document of which a part says that it is small, and is not."""
    made = bytearray(docx(("word/media/a.xml", bytes(5_000_000))))
    place = made.rindex(b"PK\x01\x02")
    made[place + 24 : place + 28] = struct.pack("<L", 10)
    return bytes(made)


def dubbel() -> bytes:
    """Give a document with one name twice: a harmless and another part."""
    out = io.BytesIO(docx())
    with zipfile.ZipFile(out, "a") as made:
        made.writestr("word/./document.xml", b"x")
        made.writestr("word\\document.xml", b"x")
    return out.getvalue()


def lange_lijst() -> bytes:
    """Give a zip with a list of many thousands of parts, none of them there."""
    one = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", *[0] * 6, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0
    )
    count = 60_000
    listed = (one + b"a") * count
    head = b"PK\x03\x04" + bytes(26)
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(listed), len(head), 0
    )
    return head + listed + end


def _png_bom() -> bytes:
    header = struct.pack("!LLBBBBB", 2**31 - 1, 2**31 - 1, 16, 6, 0, 0, 0)
    chunk = struct.pack("!L", 13) + b"IHDR" + header
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk
        + zlib.compress(bytes(9_000_000))
        + b"IEND\xaeB`\x82"
    )


VAST: tuple[tuple[str, Callable[[], bytes]], ...] = (
    ("a.html", lambda: HTML), ("a.pdf", lambda: HTML), ("a.txt", lambda: HTML),
    ("a.png", lambda: HTML), ("a.svg", lambda: SVG), ("a.txt", lambda: SVG),
    ("a.jpg", lambda: SVG), ("a.xml", lambda: XXE), ("a.txt", lambda: XXE),
    ("a.docx", lambda: LACHERS), ("a.docx", lambda: docx(("word/x.xml", LACHERS))),
    ("a.docx", lambda: docx(("word/x.xml", XXE))), ("a.exe", lambda: b"MZ" + bytes(500)),
    ("a.pdf", lambda: b"\x7fELF" + bytes(500)), ("a.pdf.exe", pdf), ("a.exe.pdf", pdf),
    ("a.js", lambda: f"{MERK}()".encode()), ("a.txt", lambda: b"#!/bin/sh\nrm -rf /"),
    ("a.bat", lambda: b"@echo off"), ("a.pdf", lambda: pdf() + HTML),
    ("a.png", lambda: png() + HTML), ("a.jpg", lambda: jpeg() + HTML),
    ("a.pdf", lambda: HTML + pdf()), ("a.docx", bom_in_bom), ("a.docx", groot_deel),
    ("a.docx", liegt), ("a.docx", dubbel), ("a.docx", lange_lijst), ("a.odt", lange_lijst),
    ("a.docx", lambda: docx(("word/vbaProject.bin", b"x"))),
    ("a.docm", lambda: docx(("word/vbaProject.bin", b"x"))),
    ("a.odt", lambda: odt(("Basic/a.xml", b"x"))), ("a.odt", lambda: odt(("../../a", b"x"))),
    ("a.docx", lambda: docx(("/etc/cron.d/a", b"x"))), ("a.zip", lambda: zip_van(("a", b"x"))),
    ("a.png", _png_bom), ("a.png", lambda: png(60_000, 60_000)),
    ("a.pdf", lambda: pdf() + bytes(11_000_000)), ("a.txt", lambda: b"x" * 12_000_000),
    ("a.txt", lambda: b"=cmd|' /C calc'!A0\r\n+1\r\n@x"), ("a.txt", lambda: b"\0" * 1_000_000),
    ("a.txt", lambda: b"\n" * 1_000_000), ("a.txt", lambda: "tekst".encode("utf-16")),
    ("a.txt", lambda: "\u202etxet".encode()), ("a.pdf", lambda: b""), ("a.txt", lambda: b" "),
    ("a.docx", lambda: b"PK\x03\x04"), ("a.docx", lambda: b"PK\x05\x06" + bytes(18)),
    ("a.gif", lambda: b"GIF89a" + bytes(9)), ("a.csv", lambda: b"=1+1;2"),
)  # fmt: skip
NAMEN = (
    "../../etc/passwd.pdf", "..\\..\\boot.pdf", "a\0.pdf", "a\u202efdp.exe.pdf", ".pdf", "..",
    "CON.pdf", "nul", "a" * 3000 + ".pdf", "\r\nX-Kop: a.pdf", f"<script>{MERK}()</script>.pdf",
    f'"><img src=x onerror={MERK}()>.pdf', "=1+1.pdf", "-rf.pdf", "\u200b.pdf", "a.pdf/", " ",
    "a.pdf\0.exe", "é" * 200 + ".pdf", "'; DROP TABLE x;--.pdf", "a.PDF", "a.pdf ", "${x}.pdf",
    '";filename="b.exe', "a.p\u0000df", "%00.pdf", "😀.pdf",
)  # fmt: skip


def _damaged(kans: Random) -> tuple[str, bytes]:
    """Give a good file with a piece cut off, changed, doubled or put elsewhere."""
    naam = kans.choice(list(GOEDE))
    inhoud = bytearray(GOEDE[naam])
    for _ in range(kans.randint(1, 6)):
        place = kans.randrange(max(len(inhoud), 1))
        how = kans.randrange(4)
        if how == 0:
            del inhoud[place:]
        elif how == 1 and inhoud:
            inhoud[place % len(inhoud)] ^= 1 << kans.randrange(8)
        elif how == 2:
            inhoud[place:place] = kans.randbytes(kans.randint(1, 40))
        else:
            inhoud[place:place] = inhoud[: kans.randrange(200)]
    return naam, bytes(inhoud)


def bijlage(kans: Random) -> Bijlage:
    """Give a hostile or broken file, under any name and with any claimed type."""
    which = kans.random()
    if which < 0.35:
        naam, maak = kans.choice(VAST)
        inhoud = maak()
    elif which < 0.7:
        naam, inhoud = _damaged(kans)
    elif which < 0.9:
        naam, inhoud = kans.choice(NAMEN), kans.choice(list(GOEDE.values()))
    else:
        naam = kans.choice((*GOEDE, *NAMEN))
        inhoud = kans.randbytes(kans.choice((1, 10, 1000, 100_000)))
    claimed = kans.choice(("application/pdf", "text/html", "image/svg+xml", "x", ""))
    return Bijlage(naam, inhoud, claimed)
