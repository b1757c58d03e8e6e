"""What a file is, by its content: a short list, and everything else is refused.

Each kind looks at the bytes themselves; what the browser says of them counts for
nothing, and nothing is ever opened, drawn or run.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from inburgering.bestanden import container
from inburgering.bestanden.naam import extensie
from inburgering.bestanden.weigering import Geweigerd


@dataclass(frozen=True)
class Bestandsoort:
    """A kind of file that is taken: its name, type and extensions, and how it is checked.

    ``begint`` says whether the bytes claim to be of this kind, ``controleer`` refuses
    what is damaged or can do something.
    """

    code: str
    label: str
    mime: str
    extensies: tuple[str, ...]
    begint: Callable[[bytes], bool]
    controleer: Callable[[bytes], None]


BEGIN, EINDE = 1024, 2048
JPEG = re.compile(rb"\xff\xd8\xff[\xc0-\xef\xfe]")
PNG = b"\x89PNG\r\n\x1a\n"
# A picture of more dots than any camera makes fills the memory of who opens it.
MEESTE_PUNTEN = 100_000_000
KAPOT = "Dit bestand is beschadigd of niet compleet. Maak of bewaar het opnieuw."


def _pdf(inhoud: bytes) -> None:
    if not re.match(rb"%PDF-[12]\.\d", inhoud) or b"%%EOF" not in inhoud[-EINDE:]:
        raise Geweigerd(KAPOT)


def _png(inhoud: bytes) -> None:
    header = inhoud[8:33]
    whole = header[:8] == b"\0\0\0\rIHDR" and inhoud.endswith(b"IEND\xaeB`\x82")
    if not whole:
        raise Geweigerd(KAPOT)
    wide = int.from_bytes(header[8:12], "big")
    high = int.from_bytes(header[12:16], "big")
    if not 0 < wide * high <= MEESTE_PUNTEN:
        raise Geweigerd("Deze afbeelding is te groot: hoogstens 100 miljoen punten.")


def _jpeg(inhoud: bytes) -> None:
    # A camera may write after the end of the picture; without an end it is cut off.
    if inhoud.rfind(b"\xff\xd9") < BEGIN // 8:
        raise Geweigerd(KAPOT)


# Text that another program would not take as text.
GEEN_TEKST = re.compile(
    rb"\s*(?:<[!?a-z]|#!|@echo|MZ|%!|\{\\rtf|begin \d|From: |MIME-Version)",
    re.IGNORECASE,
)
ONLEESBAAR = (
    "Deze tekst is niet te lezen. Sla het bestand op als pdf, of als tekst (UTF-8)."
)
BESTURING = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
BOM = b"\xef\xbb\xbf"


def _is_text(inhoud: bytes) -> bool:
    return not BESTURING.search(inhoud[:BEGIN])


def _text(inhoud: bytes) -> None:
    if GEEN_TEKST.match(inhoud.removeprefix(BOM)[:BEGIN]):
        raise Geweigerd(
            "Dit bestand bevat programmacode of opmaak. Sla het op als pdf of gewone tekst."
        )
    try:
        inhoud.decode("utf-8")
    except UnicodeDecodeError:
        raise Geweigerd(ONLEESBAAR) from None
    if BESTURING.search(inhoud):
        raise Geweigerd(ONLEESBAAR)


OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
# In this order: text is what is left when the bytes claim nothing else.
SOORTEN: tuple[Bestandsoort, ...] = (
    Bestandsoort("pdf", "PDF", "application/pdf", ("pdf",),
                 lambda b: b.startswith(b"%PDF-"), _pdf),
    Bestandsoort("png", "Afbeelding (PNG)", "image/png", ("png",),
                 lambda b: b.startswith(PNG), _png),
    Bestandsoort("jpeg", "Foto (JPEG)", "image/jpeg", ("jpg", "jpeg"),
                 lambda b: bool(JPEG.match(b)), _jpeg),
    Bestandsoort("odt", "OpenDocument-tekst", ODT, ("odt",),
                 container.lijkt_odt, container.controleer_odt),
    Bestandsoort("docx", "Word-document", OFFICE, ("docx",),
                 lambda b: b.startswith(container.ZIP), container.controleer_docx),
    Bestandsoort("tekst", "Tekst", "text/plain; charset=utf-8", ("txt",),
                 _is_text, _text),
)  # fmt: skip
SOORT: Mapping[str, Bestandsoort] = {soort.code: soort for soort in SOORTEN}
TOEGESTAAN = "pdf, png, jpg, docx, odt of txt"


def soort_van(inhoud: bytes, naam: str) -> Bestandsoort:
    """Give what a file is. Raises :class:`Geweigerd` with what one can do about it."""
    if not inhoud:
        raise Geweigerd("Dit bestand is leeg. Kies een ander bestand.")
    found = next((soort for soort in SOORTEN if soort.begint(inhoud)), None)
    ext = extensie(naam)
    if found is None or not any(ext in soort.extensies for soort in SOORTEN):
        raise Geweigerd(
            f"Dit soort bestand kan niet in een dossier. Kies {TOEGESTAAN}."
        )
    if ext not in found.extensies:
        raise Geweigerd(
            f"De naam eindigt op .{ext}, maar de inhoud is iets anders "
            f"({found.label.lower()}). Sla het bestand opnieuw op in het juiste soort."
        )
    found.controleer(inhoud)
    return found
