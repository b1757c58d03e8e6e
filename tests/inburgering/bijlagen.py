"""Small files of every kind that is taken, made here and nowhere copied from."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, field


FONTS = b"/Resources << /Font << /F1 5 0 R >> >>"


def pdf(woorden: str = "Proef") -> bytes:
    """Give a PDF of one page."""
    text = f"BT /F1 12 Tf 50 700 Td ({woorden}) Tj ET".encode("latin-1", "replace")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>"
        % FONTS,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(parts) + 1,
        xref,
    )
    return bytes(out)


def png(breed: int = 1, hoog: int = 1) -> bytes:
    """Give a PNG that says it is so large (and holds one dot)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack("!L", len(data)) + kind + data + struct.pack("!L", check)

    header = struct.pack("!LLBBBBB", breed, hoog, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    )  # fmt: skip


def jpeg() -> bytes:
    """Give what has the shape of a JPEG: begin, one part, end."""
    part = b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
    return (
        b"\xff\xd8\xff\xe0" + struct.pack("!H", len(part) + 2) + part
        + b"\xff\xdb" + struct.pack("!H", 200) + bytes(198) + b"\xff\xd9"
    )  # fmt: skip


SOORTEN_DOCX = (
    b'<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    b"</Types>"
)


def zip_van(*delen: tuple[str, bytes], soort: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Give a zip with these parts; the first is never packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", soort) as made:
        for number, (naam, inhoud) in enumerate(delen):
            made.writestr(
                zipfile.ZipInfo(naam), inhoud,
                compress_type=soort if number else zipfile.ZIP_STORED,
            )  # fmt: skip
    return out.getvalue()


def docx(*erbij: tuple[str, bytes], soorten: bytes = SOORTEN_DOCX) -> bytes:
    """Give a Word document, with other parts in it if asked."""
    return zip_van(
        ("[Content_Types].xml", soorten),
        ("word/document.xml", b"<w:document/>"),
        *erbij,
    )


def odt(*erbij: tuple[str, bytes]) -> bytes:
    """Give an OpenDocument text."""
    return zip_van(
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<office:document-content/>"),
        *erbij,
    )


GOEDE = {
    "uitslag.pdf": pdf(), "foto.png": png(), "scan.jpg": jpeg(), "scan.JPEG": jpeg(),
    "brief.docx": docx(), "brief.odt": odt(), "notitie.txt": "Één regel.\r\n".encode(),
}  # fmt: skip


@dataclass
class Bijlage:
    """A file as a browser sends it; it can be sent more than once."""

    name: str = "Uitslag lezen.pdf"
    inhoud: bytes = field(default_factory=pdf)
    content_type: str = "application/octet-stream"

    def read(self, *_: int) -> bytes:
        """Give all of it, each time."""
        return self.inhoud
