"""The provider's file of hours, read strictly: every fault with its line, none guessed.

A person is named by V-nummer or by the number of the case. A BSN has no place in the
file: a provider does not need it to tell who came to the lessons.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from inburgering.forms.velden import Datumveld, Getalveld
from inburgering.wet.begrippen import Urensoort


HOOGSTENS_BYTES = 100_000
HOOGSTENS_TEKENS = 100_000
HOOGSTENS_REGELS = 200
KOLOMMEN = (
    "nummer", "van", "tot en met", "soort", "gevolgd", "gemist afgemeld",
    "gemist niet afgemeld",
)  # fmt: skip
GETALLEN = KOLOMMEN[4:]
VOORBEELD = (
    "nummer;van;tot en met;soort;gevolgd;gemist afgemeld;gemist niet afgemeld\n"
    "0000012345;01-10-2026;31-10-2026;Taalles;24;3;0\n"
    "2026-00017;01-10-2026;31-10-2026;KNM-les;8;0;2\n"
)
GEEN_BSN = (
    "In dit bestand hoort geen BSN. Haal de kolom weg; het V-nummer of het dossiernummer "
    "is genoeg."
)
SCHEIDING = re.compile(r"sep=(.)", re.IGNORECASE)
V_NUMMER, DOSSIER = re.compile(r"[0-9]{10}"), re.compile(r"[0-9]{4}-[0-9]{5,7}")
EXCEL = (b"PK", b"\xd0\xcf\x11\xe0")  # of now, and of before 2007
FORMULE = ("=", "@")
NEGEN = re.compile(r"[0-9]{8,9}")
# What no line of hours has: control characters, and marks that turn the reading around.
VREEMD = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
SOORTEN = {
    word: soort.value
    for soort in Urensoort
    for word in (soort.value, soort.label.casefold())
}


@dataclass(frozen=True)
class Fout:
    """What is wrong, on which line; line 0 is the file as a whole."""

    regel: int
    melding: str


@dataclass(frozen=True)
class Urenregel:
    """One line that could be read."""

    regel: int
    nummer: str
    van: date
    tot_en_met: date
    soort: str
    uren: int
    verzuim_geoorloofd: int
    verzuim_ongeoorloofd: int


@dataclass
class Gelezen:
    """The lines that could be read and every fault."""

    regels: list[Urenregel] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)


def lees_tekst(bestand: Any) -> str:
    """Read an uploaded file as text. Raises ``ValidationError`` in plain words."""
    if bestand.size > HOOGSTENS_BYTES:
        raise ValidationError(
            f"Dit bestand is te groot: hoogstens {HOOGSTENS_BYTES // 1000} kB. Lever het "
            "in delen aan."
        )
    raw = bestand.read(HOOGSTENS_BYTES + 1)
    if raw.startswith(EXCEL):
        raise ValidationError(
            "Dit is een Excel-bestand. Sla het op als CSV UTF-8 en kies dat bestand."
        )
    if b"\x00" in raw:
        raise ValidationError(
            "Dit is geen tekst die kan worden gelezen. Sla het bestand op als CSV UTF-8."
        )
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return str(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise ValidationError(
        "De letters in dit bestand zijn niet te lezen. Sla het op als CSV UTF-8."
    )


def lees(tekst: str) -> Gelezen:
    """Read the lines: first line the columns, then a person and a period each."""
    found = Gelezen()
    tekst = tekst.removeprefix("\ufeff")
    if strange := VREEMD.search(tekst):
        line = tekst.count("\n", 0, strange.start()) + 1
        found.fouten.append(
            Fout(line, "Hier staat een teken dat niet in het bestand hoort.")
        )
        return found
    try:
        rows = list(_rows(tekst))
    except _Aanhalingstekens as fault:
        found.fouten.append(
            Fout(fault.regel, "De aanhalingstekens kloppen niet. Haal ze weg.")
        )
        return found
    if not rows:
        found.fouten.append(Fout(0, "Het bestand is leeg."))
        return found
    (line, head), *rest = rows
    places, faults = _columns(head)
    found.fouten += [Fout(line, fault) for fault in faults]
    if faults:
        return found
    if not rest:
        found.fouten.append(Fout(line, "Onder de kolommen staan geen regels."))
    if len(rest) > HOOGSTENS_REGELS:
        found.fouten.append(
            Fout(
                0,
                f"Het bestand heeft {len(rest)} regels; hoogstens {HOOGSTENS_REGELS}. "
                "Lever het in delen aan.",
            )
        )
        return found
    for line, cells in rest:
        _read_line(found, line, cells, places)
    return found


class _Aanhalingstekens(Exception):
    """A quote that opens and does not close, or stands where none can."""

    def __init__(self, regel: int) -> None:
        """Keep the line on which the row begins."""
        super().__init__(regel)
        self.regel = regel


def _rows(tekst: str) -> Iterator[tuple[int, list[str]]]:
    """Give the lines that say something, each with its number."""
    lines = tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    skip = 0
    separator = ""
    if lines and (named := SCHEIDING.fullmatch(lines[0].strip())):
        separator, skip = named[1], 1
    first = next((line for line in lines[skip:] if line.strip()), "")
    separator = separator or max(";,\t", key=first.count)
    reader = csv.reader(
        io.StringIO("\n".join(lines[skip:])), delimiter=separator, strict=True
    )
    start = skip + 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _Aanhalingstekens(start) from error
        if any(cell.strip() for cell in cells):
            yield start, [" ".join(cell.split()) for cell in cells]
        start = skip + reader.line_num + 1


def _columns(head: list[str]) -> tuple[dict[str, int], list[str]]:
    """Give where each column stands, and what is wrong with the first line."""
    names = [re.sub(r"[\s_-]+", " ", name).strip().casefold() for name in head]
    if "bsn" in names:
        return {}, [GEEN_BSN]
    missing = [name for name in KOLOMMEN if name not in names]
    faults = []
    if missing:
        faults.append(f"Deze kolommen ontbreken: {', '.join(missing)}.")
    strange = [name[:40] for name in names if name and name not in KOLOMMEN]
    if strange:
        faults.append(f"Deze kolommen horen er niet in: {', '.join(strange)}.")
    faults += [
        f"De kolom {name} staat er twee keer."
        for name in KOLOMMEN
        if names.count(name) > 1
    ]
    return {name: place for place, name in enumerate(names) if name}, faults


def _read_line(
    found: Gelezen, line: int, cells: list[str], places: dict[str, int]
) -> None:
    stray = any(cell for n, cell in enumerate(cells) if n not in places.values())
    if stray or len(cells) <= max(places.values()):
        found.fouten.append(
            Fout(line, "Deze regel heeft meer of minder vakken dan er kolommen zijn.")
        )
        return
    values: dict[str, Any] = {}
    sound = True
    for name, place in places.items():
        try:
            values[name] = _value(name, cells[place])
        except ValidationError as fault:
            found.fouten.append(Fout(line, f"{name.capitalize()}: {fault.messages[0]}"))
            sound = False
    if sound and values["tot en met"] < values["van"]:
        found.fouten.append(Fout(line, "Tot en met: deze dag ligt voor de eerste dag."))
        sound = False
    if sound:
        found.regels.append(Urenregel(line, *(values[name] for name in KOLOMMEN)))


def _value(name: str, cell: str) -> Any:
    """Read a cell. Raises ``ValidationError`` with what one can do about it."""
    if cell.startswith(FORMULE):
        raise ValidationError(
            "hier staat een formule. Schrijf op wat eruit komt, geen formule."
        )
    if name == "nummer":
        return _number(cell)
    if name == "soort":
        if cell.casefold() not in SOORTEN:
            words = ", ".join(soort.label for soort in Urensoort)
            raise ValidationError(f"dit is geen soort uren. Kies uit: {words}.")
        return SOORTEN[cell.casefold()]
    if name in GETALLEN:
        hours = Getalveld(vul_in="een heel getal", max_value=2000).clean(cell)
        assert isinstance(hours, int)
        return hours
    return Datumveld(vul_in="de dag").clean(cell)


def _number(cell: str) -> str:
    if V_NUMMER.fullmatch(cell) or DOSSIER.fullmatch(cell):
        return cell
    if NEGEN.fullmatch(cell.replace(".", "")):
        raise ValidationError(
            "een V-nummer heeft 10 cijfers. Zijn er nullen vooraan weggevallen, zet die "
            "dan terug. Een BSN hoort niet in dit bestand."
        )
    raise ValidationError(
        "schrijf een V-nummer (10 cijfers) of een dossiernummer (2026-00017)."
    )
