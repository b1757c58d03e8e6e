"""The virus scanner, if the municipality has one: a function by its dotted name.

``scan(inhoud)`` gives the name of what was found, or nothing. It raises
:class:`ScannerZwijgt` when it cannot say: then the file is not taken either.
"""

from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string


Scan = Callable[[bytes], str]


class ScannerZwijgt(Exception):
    """The scanner does not answer, or not in a way that says the file is clean."""


def ingesteld() -> Scan | None:
    """Give the scanner of this installation; None when there is none."""
    return (
        import_string(settings.DOCUMENT_SCANNER) if settings.DOCUMENT_SCANNER else None
    )


def staat() -> str:
    """Say how the scanner is: "geen", "antwoordt" or "zwijgt"."""
    scan = ingesteld()
    if scan is None:
        return "geen"
    try:
        scan(b"proef")
    except ScannerZwijgt:
        return "zwijgt"
    return "antwoordt"
