"""What the tests of the import share: a municipality that can take over, and its lines."""

import json
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command

from inburgering.levens import genereer
from inburgering.levens.verloop import HIER
from inburgering.management.opvoeren import maak_aanbod
from inburgering.management.overname.beschrijving import regel_van
from inburgering.models.gemeente import gemeente
from tests.inburgering.cast import lid_van, maak_bsn


DAG = date(2026, 11, 19)
NU = datetime(2026, 11, 19, 20, 0, tzinfo=HIER)
TOEN = datetime(2021, 12, 1, 9, 0, tzinfo=HIER)


def inrichten(stad: Any) -> Any:
    """Give a municipality the providers of the lives, and somebody who takes over."""
    lid = lid_van(stad, "teamleider")
    with gemeente(stad):
        maak_aanbod(lid, TOEN)
    return lid


def dossier(nummer: int = 1, **anders: Any) -> dict[str, Any]:
    """Give the smallest case that can be taken over."""
    return {
        "aanmelding": {
            "bsn": maak_bsn(nummer), "geslachtsnaam": "Haddad",
            "geboortedatum": "1991-02-14", "geslacht": "vrouw", "nationaliteit": "0336",
            "verblijfstitel": "26", "doelgroep": "asielstatushouder",
            "verblijfsituatie": "gemeente", "geregistreerd_op": "2026-03-02",
            "datum_plicht": "2026-02-18", "datum_kennisgeving": "2026-02-25",
            "datum_inschrijving": "2026-02-10",
        } | anders,
        "feiten": {},
    }  # fmt: skip


def met(soort: str, /, **velden: Any) -> dict[str, Any]:
    """Give the smallest case with one fact."""
    line = dossier()
    line["feiten"][soort] = [
        {"herkomst": "gemeente", "vastgelegd_op": "2026-03-09"} | velden
    ]
    return line


def levens(hoeveel: int, zaad: int = 1, vanaf: int = 0) -> list[Any]:
    """Give generated lives, as far as they had come on the day."""
    drawn = genereer.levens(zaad, hoeveel, DAG, vanaf=vanaf)
    return [leven for leven in drawn if leven.daden]


def als_bytes(*regels: Any) -> bytes:
    """Write lines as a file: bytes as they are, anything else as JSON."""
    return b"".join(
        (r if isinstance(r, bytes) else json.dumps(r).encode()) + b"\n" for r in regels
    )


def regels_van(gekozen: list[Any], lid: Any) -> bytes:
    """Write lives as a file, as if one colleague did all."""
    return als_bytes(*(regel_van(leven, lid.gebruiker.email) for leven in gekozen))


def draai(
    pad: Path, inhoud: bytes, lid: Any, *, proef: bool = False
) -> tuple[str, str]:
    """Run the command on a file; give what it printed and how it refused ("" if not)."""
    pad.write_bytes(inhoud)
    out, refused = StringIO(), ""
    try:
        call_command(
            "importeer-dossiers", str(pad), gemeente=lid.gemeente_id,
            door=lid.gebruiker.email, proef=proef, stdout=out,
        )  # fmt: skip
    except CommandError as error:
        refused = str(error)
    return out.getvalue(), refused


def bestand(inhoud: bytes) -> BytesIO:
    """Give bytes as an open file."""
    return BytesIO(inhoud)
