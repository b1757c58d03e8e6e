"""The package: safe figures, a manifest and a signature, always the same bytes.

A zip of seven files (or the same files in a folder)::

    cijfers.csv         the figures (SDMX-CSV 2.0)    made by ``disclosure``, untouched
    uitgave.json        what was shown and how fine   made by ``disclosure``, untouched
    cijfers.json        the same figures as JSON
    catalogus.json      codes, labels and ladder of the table
    indicatoren.json    definition and caveat of every indicator in it
    manifest.json       versions, verdict, checksums of the five above
    handtekening        Ed25519 over manifest.json, base64

Stored without compression and with one fixed time, so that the same figures give the
same bytes on every machine.
"""

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from monitoring.disclosure.beleid import BASIS, BELEIDSVERSIE
from monitoring.disclosure.kennis import Kennisniveau
from monitoring.disclosure.oordeel import Oordeel
from monitoring.disclosure.tabel import VeiligeTabel
from monitoring.disclosure.uitgave import CIJFERS, UITGAVE, Uitgave, canoniek
from monitoring.indicators.beschrijving import CATALOGUS, INDICATOREN, beschrijf
from monitoring.indicators.catalogus import CATALOGUSVERSIE, GROEP_ROUTE, Tabel
from monitoring.indicators.register import REGISTERVERSIE
from monitoring.levering.sleutels import onderteken, publieke_sleutel


FORMAAT = "inburgering-levering/1"
MANIFEST = "manifest.json"
HANDTEKENING = "handtekening"
CIJFERS_JSON = "cijfers.json"
INHOUD = (CATALOGUS, CIJFERS, CIJFERS_JSON, INDICATOREN, UITGAVE)
BESTANDEN = (*INHOUD, HANDTEKENING, MANIFEST)

HOOGSTENS_BYTES = 5_000_000
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold


class GeenPakket(ValueError):
    """These bytes are no package; the reason is in Dutch."""


def cijfers_json(uitgave: Uitgave) -> bytes:
    """The figures as JSON: one object per cell."""
    return canoniek(
        [
            {
                "cohort": blok.cohort,
                "telling": blok.telling,
                "cel": list(cel),
                "waarde": waarde,
                "status": blok.status.value,
            }
            for blok in uitgave.blokken
            for cel, waarde in blok.cellen.items()
        ]
    )


def afgeleid(uitgave: Uitgave) -> dict[str, bytes]:
    """The files that follow from the figures and the catalogue: anybody can make them."""
    tabel = tabel_van(uitgave.tabel)
    beschrijving = {naam: canoniek(deel) for naam, deel in beschrijf(tabel).items()}
    return {CIJFERS_JSON: cijfers_json(uitgave)} | beschrijving


def maak_manifest(
    veilig: VeiligeTabel,
    *,
    gemeentenaam: str,
    eerder: Sequence[tuple[str, str]],
    vervangt: str,
    programmaversie: str,
) -> dict[str, Any]:
    """What a reader must know about the figures. ``eerder``: period and checksum."""
    uitgave = veilig.uitgave
    return {
        "formaat": FORMAAT,
        "gemeente": uitgave.gemeente,
        "gemeentenaam": gemeentenaam,
        "tabel": uitgave.tabel,
        "periode": uitgave.editie.code,
        "soort": uitgave.editie.soort.value,
        "peildag": uitgave.editie.peildag.isoformat(),
        "vervangt": vervangt,
        "eerder": [{"periode": p, "sha256": checksum} for p, checksum in eerder],
        "beleidsversie": BELEIDSVERSIE,
        "catalogusversie": CATALOGUSVERSIE,
        "registerversie": REGISTERVERSIE,
        "programmaversie": programmaversie,
        "oplosser": f"highspy {version('highspy')}",
        "basis": BASIS,
        "sleutel": publieke_sleutel(uitgave.gemeente),
        "sleutelkenmerk": uitgave.sleutelkenmerk,
        "controle": _controle(veilig.oordeel, veilig.kennisniveau),
        "meldingen": list(veilig.meldingen),
        "grover": grover(uitgave),
    }


def grover(uitgave: Uitgave) -> list[dict[str, Any]]:
    """Every count that does not show its finest breakdown (release policy 1.2)."""
    return [
        {
            "cohort": blok.cohort,
            "telling": blok.telling,
            "status": blok.status.value,
            "niveau": blok.niveau,
        }
        for blok in uitgave.blokken
        if blok.niveau != 0
    ]


def _controle(oordeel: Oordeel, kennisniveau: Kennisniveau) -> dict[str, Any]:
    """The verdict and its figures."""
    return {
        "geslaagd": oordeel.genoeg,
        "methode": oordeel.methode.value,
        "onderzocht": oordeel.vragen,
        "werelden": oordeel.getuigen,
        "minste_kandidaten": oordeel.minste,
        "kennisniveau": kennisniveau.name,
    }


def verzegel(veilig: VeiligeTabel, manifest: Mapping[str, Any]) -> dict[str, bytes]:
    """The files of the package: the only way in is a ``VeiligeTabel``."""
    bestanden = dict(veilig.bestanden) | afgeleid(veilig.uitgave)
    kop = dict(manifest) | {
        "bestanden": {
            naam: {"sha256": sha256(inhoud), "bytes": len(inhoud)}
            for naam, inhoud in sorted(bestanden.items())
        }
    }
    tekst = canoniek(kop)
    bestanden[MANIFEST] = tekst
    bestanden[HANDTEKENING] = onderteken(veilig.uitgave.gemeente, tekst)
    return bestanden


def sha256(inhoud: bytes) -> str:
    """The checksum that stands in manifests."""
    return hashlib.sha256(inhoud).hexdigest()


def pak_in(bestanden: Mapping[str, bytes]) -> bytes:
    """One zip: the same files always give the same bytes."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_STORED) as zip_:
        for naam in sorted(bestanden):
            regel = zipfile.ZipInfo(naam, _MOMENT)
            regel.create_system = 3
            regel.external_attr = 0o644 << 16
            zip_.writestr(regel, bestanden[naam])
    return uit.getvalue()


def pak_uit(inhoud: bytes) -> dict[str, bytes]:
    """The files in a zip, trusting nothing. Raises ``GeenPakket``."""
    if len(inhoud) > HOOGSTENS_BYTES:
        raise GeenPakket("Het bestand is te groot voor een levering.")
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            regels = zip_.infolist()
            if sorted(regel.filename for regel in regels) != sorted(BESTANDEN):
                raise GeenPakket(
                    "De inhoud is niet die van een levering; er horen precies deze "
                    f"bestanden in: {', '.join(sorted(BESTANDEN))}."
                )
            if sum(regel.file_size for regel in regels) > HOOGSTENS_BYTES:
                raise GeenPakket("De inhoud is te groot voor een levering.")
            return {regel.filename: zip_.read(regel) for regel in regels}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as fout:
        raise GeenPakket("Dit is geen leesbaar zip-bestand.") from fout


def tabel_van(code: str) -> Tabel:
    """The table of the catalogue with this code; raises ``GeenPakket``."""
    if code != GROEP_ROUTE.code:
        raise GeenPakket(f"De tabel {code!r} staat niet in de catalogus.")
    return GROEP_ROUTE
