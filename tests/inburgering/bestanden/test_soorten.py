"""What a file is follows from its bytes; what is damaged or can do something is refused."""

import contextlib
import struct
import zipfile

import pytest

from inburgering.bestanden import container
from inburgering.bestanden.naam import LANGST, schoon
from inburgering.bestanden.soorten import SOORTEN, soort_van
from inburgering.bestanden.upload import MEESTE_BYTES, Begrensd, Upload
from inburgering.bestanden.weigering import Geweigerd
from tests.inburgering.bijlagen import GOEDE, docx, jpeg, odt, pdf, png, zip_van


@pytest.mark.parametrize("naam", GOEDE)
def test_each_kind_that_is_taken(naam: str) -> None:
    taken = Upload.lees(naam, GOEDE[naam])
    assert naam.rsplit(".", 1)[1].lower() in next(
        soort.extensies for soort in SOORTEN if soort.code == taken.soort
    )
    assert len(taken.sha256) == 64


@pytest.mark.parametrize("naam", GOEDE)
@pytest.mark.parametrize("ander", GOEDE)
def test_a_name_that_says_otherwise_is_refused(naam: str, ander: str) -> None:
    same = soort_van(GOEDE[naam], naam) == soort_van(GOEDE[ander], ander)
    if same:
        return
    with pytest.raises(Geweigerd, match="inhoud is iets anders"):
        soort_van(GOEDE[naam], ander)


MACRO = (
    b'<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled'
    b'.main+xml"/></Types>'
)
SLECHT = {
    "leeg": ("a.pdf", b"", "leeg"),
    "programma": ("a.exe", b"MZ\x90\0" + bytes(60), "soort bestand"),
    "programma heet pdf": ("a.pdf", b"MZ\x90\0" + bytes(60), "soort bestand"),
    "zonder extensie": ("a", pdf(), "soort bestand"),
    "html": ("a.html", b"<html><script>alert(1)</script>", "soort bestand"),
    "html heet tekst": ("a.txt", b"  <script>alert(1)</script>", "programmacode"),
    "svg heet tekst": ("a.txt", b"\xef\xbb\xbf<svg onload=alert(1)>", "programmacode"),
    "svg": ("a.svg", b"<svg/>", "soort bestand"),
    "shell": ("a.txt", b"#!/bin/sh\nrm -rf /", "programmacode"),
    "tekst met nul": ("a.txt", b"x" * 2000 + b"\0", "niet te lezen"),
    "tekst in latin-1": ("a.txt", "café".encode("latin-1"), "niet te lezen"),
    "utf-16": ("a.txt", "tekst".encode("utf-16"), "soort bestand"),
    "gif": ("a.png", b"GIF89a" + bytes(9), "soort bestand"),
    "pdf afgebroken": ("a.pdf", pdf()[:-30], "beschadigd"),
    "pdf zonder versie": ("a.pdf", b"%PDF-x\n%%EOF", "beschadigd"),
    "pdf na html": ("a.pdf", b"<html>" + pdf(), "iets anders"),
    "png afgebroken": ("a.png", png()[:-1], "beschadigd"),
    "png te groot": ("a.png", png(60_000, 60_000), "te groot"),
    "png zonder punten": ("a.png", png(0, 5), "te groot"),
    "jpeg afgebroken": ("a.jpg", jpeg()[:-2], "beschadigd"),
    "zip heet docx": ("a.docx", zip_van(("a.txt", b"a")), "beschadigd"),
    "docx zonder tekst": (
        "a.docx", zip_van(("[Content_Types].xml", b"<Types/>")), "beschadigd",
    ),
    "docx afgebroken": ("a.docx", docx()[:-5], "beschadigd"),
    "docx met iets erachter": ("a.docx", docx() + b"<html>", "beschadigd"),
    "docm heet docx": ("a.docx", docx(soorten=MACRO), "macro"),
    "docx met macro": ("a.docx", docx(("word/vbaProject.bin", b"x")), "macro"),
    "docx met programma": ("a.docx", docx(("word/embeddings/a.exe", b"x")), "macro"),
    "docx met sjabloon van elders": (
        "a.docx",
        docx(("word/_rels/settings.xml.rels", b'<R Type="x/attachedTemplate"/>')),
        "macro",
    ),
    "docx met pad": ("a.docx", docx(("../../etc/passwd", b"x")), "beschadigd"),
    "docx met vast pad": ("a.docx", docx(("/etc/passwd", b"x")), "beschadigd"),
    "docx bom": ("a.docx", docx(("word/media/a.xml", bytes(50_000_000))), "veel te groot"),
    "docx veel delen": (
        "a.docx", docx(*((f"d/{n}", b"") for n in range(1200))), "veel te groot",
    ),
    "odt met macro": ("a.odt", odt(("Basic/Standard/Module1.xml", b"x")), "macro"),
    "odt met script": ("a.odt", odt(("Scripts/python/a.py", b"x")), "macro"),
    "odt zonder inhoud": (
        "a.odt",
        zip_van(("mimetype", b"application/vnd.oasis.opendocument.text"), ("a", b"")),
        "beschadigd",
    ),
    "rekenblad heet odt": (
        "a.odt",
        zip_van(("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")),
        "iets anders",
    ),
}  # fmt: skip


@pytest.mark.parametrize("geval", SLECHT)
def test_what_is_refused_and_why(geval: str) -> None:
    naam, inhoud, reden = SLECHT[geval]
    with pytest.raises(Geweigerd, match=reden):
        Upload.lees(naam, inhoud)


def test_the_empty_settings_of_libreoffice_are_no_macro() -> None:
    parts = [(f"Configurations2/{n}/", b"") for n in ("accelerator", "toolbar")]
    assert soort_van(odt(*parts), "a.odt").code == "odt"


@pytest.mark.parametrize(
    ("plek", "waarde"),
    [(6, 1), (8, 0xFFFF), (10, 0xFFFF), (12, 2**31), (16, 2**31), (20, 5)],
)
def test_a_list_that_lies_is_not_read(plek: int, waarde: int) -> None:
    """Numbers of the end record changed: disk, parts, size, place, note."""
    broken = bytearray(docx())
    shape = "<L" if plek in (12, 16) else "<H"
    size = struct.calcsize(shape)
    begin = len(broken) - container.SLOT.size + plek
    broken[begin : begin + size] = struct.pack(shape, waarde)
    with pytest.raises(Geweigerd):
        soort_van(bytes(broken), "a.docx")


def test_a_locked_or_oddly_packed_document_is_refused() -> None:
    odd = zip_van(
        ("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"x" * 99),
        soort=zipfile.ZIP_BZIP2,
    )  # fmt: skip
    with pytest.raises(Geweigerd, match="versleuteld"):
        soort_van(odd, "a.docx")
    locked = bytearray(docx())
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Geweigerd, match="versleuteld"):
        soort_van(bytes(locked), "a.docx")


@pytest.mark.parametrize("naam", GOEDE)
def test_any_damage_gives_an_answer_in_words(naam: str) -> None:
    """Each byte changed, each length cut off: taken or refused, never an error."""
    whole = GOEDE[naam]
    for place in range(0, len(whole), 1 if len(whole) < 400 else 3):
        for broken in (
            whole[:place],
            whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :],
        ):
            with contextlib.suppress(Geweigerd):
                soort_van(broken, naam)


@pytest.mark.parametrize(
    ("naam", "wordt"),
    [
        ("Uitslag lezen.pdf", "Uitslag lezen.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\Jan\\brief.docx", "brief.docx"),
        ("a\0b.pdf", "ab.pdf"),
        ("uitslag\u202efdp.exe.pdf", "uitslagfdp.exe.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie_ x.pdf"),
        ("=cmd|' C calc'!A0.txt", "cmd_' C calc'!A0.txt"),
        ("-rf.pdf", "rf.pdf"),
        (".pdf", "document.pdf"),
        ("....pdf", "document.pdf"),
        ("con.pdf", "document con.pdf"),
        ("NUL.txt.pdf", "document NUL.txt.pdf"),
        ("", "document"),
        ("\u200b\u200d.pdf", "document.pdf"),
        ("e\u0301te\u0301.pdf", "été.pdf"),
        ("scan .PDF ", "scan.pdf"),
    ],
)
def test_a_name_becomes_a_label(naam: str, wordt: str) -> None:
    assert schoon(naam) == wordt
    assert schoon(wordt) == wordt


def test_a_long_name_keeps_its_extension() -> None:
    short = schoon("x" * 5000 + ".pdf")
    assert len(short) == LANGST
    assert short.endswith("x.pdf")
    assert len(schoon("a." + "p" * 5000)) <= LANGST


def test_past_the_bound_nothing_is_kept() -> None:
    bound = Begrensd()
    part = bytes(1024 * 1024)
    kept = sum(bound.receive_data_chunk(part, 0) is not None for _ in range(100))
    assert kept * len(part) <= MEESTE_BYTES + len(part)
    assert bound.file_complete(0) is None
