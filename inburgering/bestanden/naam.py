"""The name of a file as it came, made harmless: a label to read, never a path."""

import re
import unicodedata


LANGST = 100
# Where people look for the name: after the last slash of any system.
MAP = re.compile(r"[/\\]")
NIET_IN_EEN_NAAM = re.compile(r'[<>:"|?*]')
# Controls, direction and zero-width marks, halves of characters, private and unassigned.
ONZICHTBAAR = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# What a spreadsheet reads as a formula, a shell as an option, a system as hidden.
VOORAAN = " .-=+@~"
# On Windows these are devices, whatever comes after the dot.
APPARAAT = re.compile(
    r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)", re.IGNORECASE
)
ZONDER_NAAM = "document"


def extensie(naam: str) -> str:
    """Give what stands after the last dot, in lower case; empty without one."""
    stem, dot, last = naam.rpartition(".")
    return last.lower() if dot and stem else ""


def _visible(tekst: str) -> str:
    kept = "".join(
        " " if teken.isspace() else teken
        for teken in tekst
        if teken.isspace() or unicodedata.category(teken) not in ONZICHTBAAR
    )
    return " ".join(kept.split())


def schoon(naam: str) -> str:
    """Give a name without path, unseen characters, or a meaning to any system."""
    text = _visible(unicodedata.normalize("NFC", MAP.split(naam)[-1]))
    text = NIET_IN_EEN_NAAM.sub("_", text).rstrip(" .")
    ext = extensie(text)
    stem = text[: -len(ext) - 1] if ext else text
    if not ext and text.startswith("."):  # ".pdf" is an extension without a name
        stem, ext = "", text.strip(".").lower()
    stem = stem.strip(VOORAAN)
    if not stem or APPARAAT.fullmatch(stem.split(".")[0].strip()):
        stem = f"{ZONDER_NAAM} {stem}".strip()
    ext = ext[:10].strip()
    room = LANGST - len(ext) - 1
    return f"{stem[:room].rstrip(' .')}.{ext}" if ext else stem[:LANGST]
