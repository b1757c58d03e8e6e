"""Documents that are zip files inside: looked at from the outside, never unpacked.

Only the list at the end of the zip is read, and of the parts at most one, up to a bound.
So a bomb costs nothing here; one that would go off at the reader's is refused.
"""

import io
import re
import struct
import zipfile
import zlib

from inburgering.bestanden.weigering import Geweigerd


ZIP = b"PK\x03\x04"
SLOT = struct.Struct(
    "<4s4H2LH"
)  # the end record: mark, disks, counts, size, place, note
ODT_BEGIN = b"mimetypeapplication/vnd.oasis.opendocument.text"
# A long report has some dozens of parts; the list of a thousand is 100 kB.
MEESTE_DELEN, GROOTSTE_LIJST = 1000, 256 * 1024
GROOTSTE_UITGEPAKT, GROOTSTE_VERHOUDING = 100 * 1024 * 1024, 200
GROOTSTE_DEEL = 256 * 1024
# All that the reader of zip files raises on bytes that lie.
STUK = (
    KeyError, ValueError, OSError, EOFError, RuntimeError, struct.error,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip
KAPOT = "Dit bestand is beschadigd of geen gewoon document. Sla het op als pdf."
BOM = "Dit bestand wordt bij het openen veel te groot. Sla het op als pdf."
DOET_IETS = (
    "In dit document zit een macro of een ander bestand. Sla het op als pdf; dan gaat de "
    "tekst mee en de rest niet."
)
# Macros, controls, other files inside, and what LibreOffice keeps its programs in.
NIET = re.compile(
    r"vba|activex|embeddings/|macrosheets|customui|externallink|oleobject|"
    r"^(?:basic|scripts|java|configurations2/accelerator)/|^object |"
    r"\.(?:bin|exe|dll|js|vbs|jar|class|py|bat|cmd|ps1|lnk|html?|svg|swf)$",
    re.IGNORECASE,
)
# What LibreOffice itself always puts there, empty.
MAG = re.compile(r"^Configurations2/(?:accelerator/(?:current\.xml)?)?$")


def _end(inhoud: bytes) -> tuple[int, int]:
    """Read how many parts there are and how long their list is."""
    if not inhoud.startswith(ZIP) or len(inhoud) < SLOT.size:
        raise Geweigerd(KAPOT)
    mark, disk, first, here, parts, size, place, note = SLOT.unpack(
        inhoud[-SLOT.size :]
    )
    # One disk, no note, and the list right before the end: no second file hides in it.
    plain = mark == b"PK\x05\x06" and not (disk or first or note) and here == parts
    if not plain or place + size != len(inhoud) - SLOT.size:
        raise Geweigerd(KAPOT)
    return parts, size


def _odd_name(naam: str) -> bool:
    steps = naam.split("/")
    return naam.startswith("/") or ".." in steps or "\\" in naam or "\0" in naam


def _check_parts(delen: list[zipfile.ZipInfo]) -> None:
    names = [deel.filename for deel in delen]
    if len(set(names)) != len(names) or any(map(_odd_name, names)):
        raise Geweigerd(KAPOT)
    if any(deel.flag_bits & 0x1 or deel.compress_type not in (0, 8) for deel in delen):
        raise Geweigerd(
            "Dit document is versleuteld of op een vreemde manier ingepakt. Sla het "
            "zonder wachtwoord op als pdf."
        )
    large = sum(deel.file_size for deel in delen) > GROOTSTE_UITGEPAKT
    if large or any(
        deel.file_size > GROOTSTE_DEEL
        and deel.file_size > GROOTSTE_VERHOUDING * max(deel.compress_size, 1)
        for deel in delen
    ):
        raise Geweigerd(BOM)
    if any(NIET.search(name) and not MAG.match(name) for name in names):
        raise Geweigerd(DOET_IETS)


def _open(inhoud: bytes) -> zipfile.ZipFile:
    """Open a zip of which the list is short. Raises :class:`Geweigerd`."""
    parts, size = _end(inhoud)
    if parts > MEESTE_DELEN or size > GROOTSTE_LIJST:
        raise Geweigerd(BOM)
    try:
        opened = zipfile.ZipFile(io.BytesIO(inhoud))
    except STUK:
        raise Geweigerd(KAPOT) from None
    _check_parts(opened.infolist())
    return opened


def _part(opened: zipfile.ZipFile, naam: str) -> bytes:
    """Give the beginning of one part; a bound, whatever the list promises."""
    try:
        with opened.open(naam) as deel:
            return deel.read(GROOTSTE_DEEL)
    except STUK:
        raise Geweigerd(KAPOT) from None


def controleer_docx(inhoud: bytes) -> None:
    """Refuse what is no plain Word document."""
    with _open(inhoud) as opened:
        kinds = _part(opened, "[Content_Types].xml")
        if "word/document.xml" not in opened.namelist():
            raise Geweigerd(KAPOT)
        if b"wordprocessingml.document.main+xml" not in kinds:
            raise Geweigerd(DOET_IETS if b"macroEnabled" in kinds else KAPOT)
        # A template that is fetched from elsewhere brings its macros along.
        settings = "word/_rels/settings.xml.rels"
        if settings in opened.namelist() and b"attachedTemplate" in _part(
            opened, settings
        ):
            raise Geweigerd(DOET_IETS)


def lijkt_odt(inhoud: bytes) -> bool:
    """Say whether the first part says that this is OpenDocument text."""
    return inhoud.startswith(ZIP) and ODT_BEGIN in inhoud[: 30 + len(ODT_BEGIN)]


def controleer_odt(inhoud: bytes) -> None:
    """Refuse what is no plain OpenDocument text."""
    with _open(inhoud) as opened:
        kind = _part(opened, "mimetype")
        if kind != ODT_BEGIN.removeprefix(b"mimetype"):
            raise Geweigerd(KAPOT)
        if "content.xml" not in opened.namelist():
            raise Geweigerd(KAPOT)
