"""Published bytes back into figures, refusing whatever is not exactly a release.

The reader trusts nothing: unknown codes, cells said twice, figures that are no whole
number and blocks without figures are refused with the file and the line.
"""

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from monitoring.disclosure.uitgave import (
    CIJFERS,
    UITGAVE,
    Blok,
    Editie,
    Editiesoort,
    Onleesbaar,
    Status,
    Uitgave,
    kolomnamen,
)
from monitoring.indicators.catalogus import TOTAAL, Cel, Tabel


def lees(bestanden: Mapping[str, bytes], tabel: Tabel) -> Uitgave:
    """The release in these bytes; raises ``Onleesbaar``."""
    kop = _kop(bestanden, tabel)
    cijfers = _cijfers(bestanden, tabel, kop)
    blokken: list[Blok] = []
    for rij in kop["tellingen"]:
        blok = _blok(rij, tabel, cijfers)
        if any((b.cohort, b.telling) == (blok.cohort, blok.telling) for b in blokken):
            raise Onleesbaar(UITGAVE, 1, f"telling {blok.telling} staat er twee keer")
        blokken.append(blok)
    if cijfers:
        cohort, telling = next(iter(cijfers))
        raise Onleesbaar(
            CIJFERS, 1, f"cijfers van {telling} {cohort} staan niet in {UITGAVE}"
        )
    return Uitgave(
        gemeente=kop["gemeente"],
        tabel=kop["tabel"],
        editie=kop["editie"],
        sleutelkenmerk=kop["sleutelkenmerk"],
        blokken=tuple(blokken),
    )


def _kop(bestanden: Mapping[str, bytes], tabel: Tabel) -> dict[str, Any]:
    try:
        kop = json.loads(bestanden[UITGAVE])
        kop["editie"] = Editie(
            str(kop["editie"]),
            Editiesoort(kop["soort"]),
            date.fromisoformat(kop["peildag"]),
            correctie=kop["correctie"] is True,
        )
        kop["gemeente"] = str(kop["gemeente"])
        kop["sleutelkenmerk"] = str(kop["sleutelkenmerk"])
        kop["tellingen"] = [dict(rij) for rij in kop["tellingen"]]
    except (KeyError, TypeError, ValueError) as fout:
        raise Onleesbaar(UITGAVE, 1, f"geen geldige uitgave ({fout})") from fout
    if kop.get("tabel") != tabel.code:
        raise Onleesbaar(UITGAVE, 1, "de tabel staat niet in de catalogus")
    return dict(kop)


def _blok(
    rij: Mapping[str, Any],
    tabel: Tabel,
    cijfers: dict[tuple[int, str], dict[Cel, tuple[int, str]]],
) -> Blok:
    try:
        cohort, code = int(rij["cohort"]), str(rij["telling"])
        status, niveau = Status(rij["status"]), rij["niveau"]
        telling = tabel.telling(code)
    except (KeyError, StopIteration, TypeError, ValueError) as fout:
        raise Onleesbaar(UITGAVE, 1, f"onbekende telling of status ({fout})") from fout
    cellen = cijfers.pop((cohort, code), {})
    blok = Blok(
        cohort,
        code,
        status,
        niveau,
        {cel: waarde for cel, (waarde, _) in cellen.items()},
    )
    if blok.getoond != (niveau in range(len(telling.ladder))):
        raise Onleesbaar(UITGAVE, 1, f"niveau van {code} {cohort} klopt niet")
    if blok.getoond != bool(cellen):
        raise Onleesbaar(CIJFERS, 1, f"cijfers van {code} {cohort} kloppen niet")
    if any(genoemd != status for _, genoemd in cellen.values()):
        raise Onleesbaar(CIJFERS, 1, f"status van {code} {cohort} klopt niet")
    return blok


def _cijfers(
    bestanden: Mapping[str, bytes], tabel: Tabel, kop: Mapping[str, Any]
) -> dict[tuple[int, str], dict[Cel, tuple[int, str]]]:
    try:
        regels = list(csv.reader(io.StringIO(bestanden[CIJFERS].decode(), newline="")))
    except (KeyError, ValueError, csv.Error) as fout:
        raise Onleesbaar(CIJFERS, 1, f"geen geldig cijferbestand ({fout})") from fout
    if not regels or tuple(regels[0]) != kolomnamen(tabel):
        raise Onleesbaar(CIJFERS, 1, "de kolommen zijn niet die van de catalogus")
    vast = ["datastructure", f"inburgering:{tabel.code}", "I"]
    vast += [kop["gemeente"], kop["editie"].code]
    gelezen: dict[tuple[int, str], dict[Cel, tuple[int, str]]] = {}
    for nummer, regel in enumerate(regels[1:], start=2):
        if len(regel) != len(regels[0]) or regel[:5] != vast:
            raise Onleesbaar(CIJFERS, nummer, "hoort niet bij deze uitgave")
        cohort, telling, cel, waarde, status = _regel(regel, nummer, tabel)
        cellen = gelezen.setdefault((cohort, telling), {})
        if cel in cellen:
            raise Onleesbaar(CIJFERS, nummer, "deze cel staat er twee keer")
        cellen[cel] = (waarde, status)
    return gelezen


def _regel(
    regel: list[str], nummer: int, tabel: Tabel
) -> tuple[int, str, Cel, int, str]:
    cohort, telling, *cel, waarde, status = regel[5:]
    for code, dimensie in zip(cel, tabel.dimensies, strict=True):
        if code != TOTAAL and code not in dimensie.codes:
            raise Onleesbaar(CIJFERS, nummer, f"onbekende code {code!r}")
    if not (cohort.isascii() and cohort.isdigit()):
        raise Onleesbaar(CIJFERS, nummer, f"{cohort!r} is geen jaar")
    if not (waarde.isascii() and waarde.isdigit()):
        raise Onleesbaar(CIJFERS, nummer, f"{waarde!r} is geen aantal personen")
    return int(cohort), telling, tuple(cel), int(waarde), status
