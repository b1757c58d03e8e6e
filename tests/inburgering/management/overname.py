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


def verwezen(**anders: dict[str, Any]) -> dict[str, Any]:
    """Give a case with a goal, a step, an agreement, and enforcement of it.

    ``anders`` changes a row: ``doel``, ``stap``, ``afspraak`` or ``handhaving``.
    """
    of = {"herkomst": "gemeente", "vastgelegd_op": "2026-03-09"}
    rows: dict[str, dict[str, Any]] = {
        "doel": {
            "kenmerk": "D1", "domein": "werk", "omschrijving": "Ik werk als kok.",
            "gesteld_op": "2026-03-05",
        },
        "stap": {
            "kenmerk": "D2", "onder": "D1", "domein": "taal",
            "omschrijving": "Ik lees een recept.", "gesteld_op": "2026-03-05",
        },
        "afspraak": {
            "kenmerk": "A1", "doel": "D2", "gemaakt_op": "2026-03-05",
            "onderwerp": "taal", "grondslag": "wi2021", "eigenaar": "inburgeraar",
            "omschrijving": "Naar de les.",
        },
        "handhaving": {
            "afspraak": "A1", "aanleiding": "pip_niet_nagekomen", "grondslag": "wi2021",
            "gebeurd_op": "2026-03-06",
        },
    }  # fmt: skip
    rows = {naam: of | row | anders.get(naam, {}) for naam, row in rows.items()}
    line = dossier()
    line["feiten"] = {
        "handhavingen": [rows["handhaving"]], "afspraken": [rows["afspraak"]],
        "doelen": [rows["stap"], rows["doel"]],
        "brede_intakes": [
            of | {"gestart_op": "2026-03-02", "afgerond_op": "2026-03-03"},
        ],
        "leerbaarheidstoetsen": [
            of | {"afgenomen_op": "2026-03-02", "uitkomst": "b1_route_haalbaar"},
        ],
        "pips": [
            of | {
                "versie": 1, "status": "vastgesteld", "leerroute": "b1_route",
                "opgesteld_op": "2026-03-03", "besproken_op": "2026-03-03",
                "akkoord": True, "dagtekening": "2026-03-03", "intensiteit": 600,
                "begeleiding": "Van ons.", "pvt_uren": 12, "map_uren": 40, "gesprek_weken": 12, "voortgang": "In gesprekken.",
                "verstuurd_op": "2026-03-03",
            }
        ],
    }  # fmt: skip
    return line


# The smallest good row of each kind that is no fact of the law.
WERK: dict[str, dict[str, Any]] = {
    "doelen": {
        "domein": "wonen", "omschrijving": "Ik woon zelf.", "gesteld_op": "2026-03-05",
    },
    "intakegesprekken": {
        "gevoerd_op": "2026-03-05", "vorm": "op_kantoor", "besproken": "Opleiding.",
    },
    "contacten": {
        "gesproken_op": "2026-03-05", "kanaal": "kantoor", "onderwerp": "kennismaking",
        "met_wie": "inburgeraar", "uitkomst": "bereikt",
    },
    "notities": {"onderwerp": "School", "tekst": "Wil in de ochtend.", "vastgezet": True},
    "talen": {"taal": "Tigrinya", "spreken": "moedertaal"},
    "taken": {"omschrijving": "Bel de school.", "uiterlijk": "2026-12-01"},
    "agendapunten": {
        "dag": "2026-11-19", "begin": "09:30", "einde": "10:00", "soort": "gesprek",
        "vorm": "kantoor",
    },
    "aandachtspunten": {
        "soort": "eerst_bellen", "reden": "Na drie uur.", "van": "2026-03-05",
        "herzien_op": "2026-12-05",
    },
    "voorinburgering": {
        "ingestemd": True, "organisatie": "Hulp", "begonnen_op": "2026-01-05", "uren": 40,
    },
    "overdrachten": {
        "richting": "van_opvang", "gesprek_op": "2026-03-05", "met_wie": "COA",
        "punten": ["wonen", "gezin"],
    },
    "rooster": {
        "dag": "1", "begin": "09:00", "einde": "12:00", "soort": "les",
        "van": "2026-03-05",
    },
    "wachtplekken": {
        "leerroute": "b1_route", "sinds": "2026-03-05",
        "dagdelen": ["dinsdag_avond", "maandag_ochtend"],
    },
    "wachtredenen": {
        "soort": "brede_intake", "reden": "kinderopvang", "sinds": "2026-03-05",
    },
    "schoolkeuzes": {"school": "De Brug", "keurmerk": "ja"},
    "leningen": {"gevraagd_op": "2026-03-05", "uitkomst": "onbekend"},
    "keuzeadviezen": {
        "gegeven_op": "2026-03-05", "onderwerp": "school", "advies": "Vraag rond.",
    },
    "behoeften": {"vastgesteld_op": "2026-03-05", "uitkomst": "nodig"},
}  # fmt: skip


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
