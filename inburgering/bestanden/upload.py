"""A file as it arrives: bounded while it is received, then checked by its content."""

import hashlib
from dataclasses import dataclass

from django.core.files.uploadhandler import FileUploadHandler

from inburgering.bestanden.naam import schoon
from inburgering.bestanden.soorten import soort_van


@dataclass(frozen=True)
class Upload:
    """A file of which the content was checked."""

    naam: str
    soort: str
    sha256: str
    inhoud: bytes

    @classmethod
    def lees(cls, naam: str, inhoud: bytes) -> "Upload":
        """Check a file. Raises ``Geweigerd``."""
        naam = schoon(naam)
        soort = soort_van(inhoud, naam)
        return cls(naam, soort.code, hashlib.sha256(inhoud).hexdigest(), inhoud)


# All files of one request together; the largest that any form takes is half of it.
MEESTE_BYTES = 32 * 1024 * 1024


class Begrensd(FileUploadHandler):
    """Let no request fill the disk: past the bound the bytes are read and thrown away.

    The file that went over it arrives cut off but longer than any form takes, so the
    form says at its field that it is too large, and what was typed is kept.
    """

    def __init__(self, *args: object, **kw: object) -> None:
        """Begin to count at nothing; a handler serves one request."""
        super().__init__(*args, **kw)
        self.ontvangen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Hand a part on, or (None) keep it from who comes after."""
        over = self.ontvangen > MEESTE_BYTES
        self.ontvangen += len(raw_data)
        return None if over else raw_data

    def file_complete(self, file_size: int) -> None:
        """Make no file of it: that is done by who comes after."""
