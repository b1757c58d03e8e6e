"""From the bytes of a file to the values of a line: JSON Lines, read strictly.

One line is in memory at a time, and never more of it than ``LANGSTE_REGEL``. What JSON
itself lets pass (a name twice, NaN) or what no database keeps (half a character) is a
fault here, at its path.
"""

import codecs
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from inburgering.management.overname.fouten import Fout, noem


LANGSTE_REGEL = 1_000_000  # bytes; a whole life is some tens of thousands
MEESTE_REGELS = 200_000
DIEPSTE = 8
MEESTE_PER_REGEL = 100  # so that a line full of rubbish costs no more than another
MEESTE_CIJFERS = 12
# Control characters that text may hold; all others come from a broken export.
GEWOON = frozenset("\t\n\r")


class Onleesbaar:
    """Stands where the file has something that is no value, with what to say of it."""

    def __init__(self, tekst: str) -> None:
        """Keep the words."""
        self.tekst = tekst


class Paren(dict[str, Any]):
    """An object of JSON that remembers which names stood in it twice."""

    dubbel: tuple[str, ...] = ()


@dataclass(slots=True)
class Regel:
    """One line: its number, what it says, and what is wrong with it as JSON."""

    nummer: int
    inhoud: Any = field(default=None, repr=False)
    fouten: list[Fout] = field(default_factory=list)

    def fout(self, tekst: str, pad: str = "") -> None:
        """Add a fault of this line."""
        self.fouten.append(Fout(self.nummer, pad, tekst))


def regels(bestand: BinaryIO) -> Iterator[Regel]:
    """Give the lines of a file one by one, from the place where it stands open."""
    nummer = 0
    while ruw := bestand.readline(LANGSTE_REGEL + 1):
        nummer += 1
        regel = Regel(nummer)
        if nummer > MEESTE_REGELS:
            regel.fout(
                f"het bestand heeft meer dan {MEESTE_REGELS} regels. Splits het."
            )
            yield regel
            return
        if len(ruw) > LANGSTE_REGEL and not ruw.endswith(b"\n"):
            _sla_over(bestand)
            regel.fout(
                f"de regel is langer dan {LANGSTE_REGEL} bytes; een dossier is veel korter."
            )
        else:
            _lees(regel, ruw)
        yield regel


def _sla_over(bestand: BinaryIO) -> None:
    """Go to the end of a line without keeping it."""
    while (ruw := bestand.readline(LANGSTE_REGEL)) and not ruw.endswith(b"\n"):
        pass


def _lees(regel: Regel, ruw: bytes) -> None:
    if regel.nummer == 1 and ruw.startswith(codecs.BOM_UTF8):
        regel.fout("het bestand begint met een BOM. Sla het op als UTF-8 zonder BOM.")
        ruw = ruw.removeprefix(codecs.BOM_UTF8)
    try:
        tekst = ruw.decode("utf-8")
    except UnicodeDecodeError as error:
        regel.fout(
            f"dit is geen UTF-8 (bij byte {error.start + 1}). Sla het bestand op als UTF-8."
        )
        return
    if not tekst.strip():
        regel.fout("de regel is leeg. Elke regel is een dossier.")
        return
    try:
        inhoud = json.loads(
            tekst,
            object_pairs_hook=_paren,
            parse_constant=lambda woord: Onleesbaar(f"{woord} is geen JSON."),
            parse_int=_getal,
        )
    except json.JSONDecodeError as error:
        regel.fout(f"dit is geen JSON (bij teken {error.pos + 1}).")
        return
    except RecursionError:
        regel.fout(f"de regel is dieper genest dan {DIEPSTE} lagen.")
        return
    regel.fouten += _doorlopen(regel.nummer, inhoud)
    regel.inhoud = inhoud


def _getal(cijfers: str) -> int | Onleesbaar:
    if len(cijfers) > MEESTE_CIJFERS:
        return Onleesbaar("dit getal heeft te veel cijfers.")
    return int(cijfers)


def _paren(paren: list[tuple[str, Any]]) -> Paren:
    gelezen = Paren(paren)
    if len(gelezen) < len(paren):
        geteld = Counter(naam for naam, _ in paren)
        gelezen.dubbel = tuple(naam for naam, keer in geteld.items() if keer > 1)
    return gelezen


def _doorlopen(nummer: int, inhoud: Any) -> list[Fout]:
    """Look at every value once, whatever it is for: a stack, so depth costs nothing."""
    fouten: list[Fout] = []
    stapel: list[tuple[str, Any, int]] = [("", inhoud, 1)]
    while stapel:
        pad, waarde, diepte = stapel.pop()
        if diepte > DIEPSTE:
            return [Fout(nummer, "", f"de regel is dieper genest dan {DIEPSTE} lagen.")]
        if len(fouten) >= MEESTE_PER_REGEL:
            return [*fouten[:MEESTE_PER_REGEL], Fout(nummer, "", "en nog meer fouten.")]
        if isinstance(waarde, Paren):
            fouten += [
                Fout(nummer, onder(pad, naam), "deze naam staat er meer dan een keer.")
                for naam in waarde.dubbel
            ]
            stapel += [(onder(pad, n), w, diepte + 1) for n, w in waarde.items()]
        elif isinstance(waarde, list):
            stapel += [(f"{pad}[{i}]", w, diepte + 1) for i, w in enumerate(waarde)]
        elif tekst := _mis(waarde):
            fouten.append(Fout(nummer, pad, tekst))
    return sorted(fouten, key=lambda fout: fout.pad)


def onder(pad: str, naam: str) -> str:
    """Give the path of a name inside an object."""
    return f"{pad}.{noem(naam)}" if pad else noem(naam)


def _mis(waarde: Any) -> str:
    if isinstance(waarde, Onleesbaar):
        return waarde.tekst
    if not isinstance(waarde, str):
        return ""
    if any("\ud800" <= teken <= "\udfff" for teken in waarde):
        return "in deze tekst staat een half teken (een losse surrogaat)."
    if any(teken < " " and teken not in GEWOON for teken in waarde):
        return "in deze tekst staat een stuurteken dat niet kan worden bewaard."
    return ""
