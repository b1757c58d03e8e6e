"""Verifying a package as its receiver: from its bytes alone, with reasons in Dutch.

Knows no true count and trusts nothing in the package: the public key comes from outside,
the figures are read back, and the attacker's audit is done again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from monitoring.disclosure.audit import audit
from monitoring.disclosure.beleid import BELEIDSVERSIE
from monitoring.disclosure.kennis import Kennis
from monitoring.disclosure.lezen import lees
from monitoring.disclosure.uitgave import Onleesbaar, Uitgave, schrijf
from monitoring.indicators.catalogus import CATALOGUSVERSIE
from monitoring.levering.pakket import (
    BESTANDEN,
    FORMAAT,
    HANDTEKENING,
    INHOUD,
    MANIFEST,
    GeenPakket,
    afgeleid,
    sha256,
    tabel_van,
)
from monitoring.levering.sleutels import klopt


VERSIES = {
    "formaat": FORMAAT,
    "beleidsversie": BELEIDSVERSIE,
    "catalogusversie": CATALOGUSVERSIE,
}


class Geweigerd(ValueError):
    """A reason to refuse, after which the rest cannot be judged."""


@dataclass(frozen=True)
class Kop:
    """What the manifest says of itself; not yet believed."""

    afzender: str
    periode: str
    peildag: date | None
    eerder: tuple[str, ...]
    ruw: Mapping[str, Any]


@dataclass(frozen=True)
class Verslag:
    """The verdict on one package. ``opmerkingen`` do not refuse."""

    kop: Kop | None
    redenen: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    uitgave: Uitgave | None = None
    onderzocht: int = 0

    @property
    def aanvaard(self) -> bool:
        """Nothing is wrong."""
        return not self.redenen and self.uitgave is not None


def lees_kop(bestanden: Mapping[str, bytes]) -> Kop:
    """What the manifest says. Raises ``Geweigerd``."""
    try:
        ruw = json.loads(bestanden[MANIFEST])
        return Kop(
            str(ruw["gemeente"])[:4],
            str(ruw["periode"])[:6],
            date.fromisoformat(ruw["peildag"]),
            tuple(str(rij["periode"]) for rij in ruw["eerder"]),
            ruw,
        )
    except (KeyError, TypeError, ValueError) as fout:
        raise Geweigerd("Het manifest is niet leesbaar.") from fout


def controleer(
    bestanden: Mapping[str, bytes], sleutel: str, eerder: Sequence[Uitgave] = ()
) -> Verslag:
    """The verdict on the files of a package, given what this sender sent before."""
    if set(bestanden) != set(BESTANDEN):
        return Verslag(None, ("De bestanden zijn niet die van een levering.",))
    try:
        kop = lees_kop(bestanden)
    except Geweigerd as fout:
        return Verslag(None, (str(fout),))
    redenen = list(_zegel(bestanden, kop, sleutel))
    if redenen:
        return Verslag(kop, tuple(redenen))
    try:
        uitgave = _lees(bestanden, kop)
    except (Geweigerd, GeenPakket, Onleesbaar) as fout:
        return Verslag(kop, (str(fout),))
    return _oordeel(kop, uitgave, eerder)


def _zegel(bestanden: Mapping[str, bytes], kop: Kop, sleutel: str) -> Iterator[str]:
    """Signature, checksums and versions."""
    if not klopt(sleutel, bestanden[MANIFEST], bestanden[HANDTEKENING]):
        yield (
            "De handtekening klopt niet met de bekende sleutel van de afzender. Het "
            "manifest is gewijzigd of komt van een ander."
        )
        return
    genoemd = kop.ruw.get("bestanden")
    if not isinstance(genoemd, dict) or set(genoemd) != set(INHOUD):
        yield "Het manifest noemt niet precies de bestanden van een levering."
        return
    for naam in INHOUD:
        if genoemd[naam] != {
            "sha256": sha256(bestanden[naam]),
            "bytes": len(bestanden[naam]),
        }:
            yield f"{naam} is gewijzigd na het ondertekenen: de controlesom klopt niet."
    for naam, verwacht in VERSIES.items():
        if kop.ruw.get(naam) != verwacht:
            yield (
                f"De {naam} is {kop.ruw.get(naam)!r}; hier wordt {verwacht!r} verwacht."
            )


def _lees(bestanden: Mapping[str, bytes], kop: Kop) -> Uitgave:
    """The figures; exactly those of the catalogue, exactly as they are written."""
    tabel = tabel_van(str(kop.ruw.get("tabel")))
    uitgave = lees(bestanden, tabel)
    zelf = (uitgave.gemeente, uitgave.editie.code, uitgave.editie.peildag)
    if zelf != (kop.afzender, kop.periode, kop.peildag):
        raise Geweigerd("De cijfers horen bij een andere afzender of periode.")
    for naam, inhoud in (schrijf(uitgave, tabel) | afgeleid(uitgave)).items():
        if bestanden[naam] != inhoud:
            raise Geweigerd(f"{naam} is niet geschreven zoals het hoort.")
    return uitgave


def _oordeel(kop: Kop, uitgave: Uitgave, eerder: Sequence[Uitgave]) -> Verslag:
    bekend = {oud.editie.code for oud in eerder}
    opmerkingen = tuple(
        f"De eerdere levering {periode} is hier niet bekend; er is niet mee vergeleken."
        for periode in kop.eerder
        if periode not in bekend
    )
    mee = [oud for oud in eerder if oud.editie.code != uitgave.editie.code]
    oordeel = audit([*mee, uitgave], tabel_van(uitgave.tabel), Kennis())
    redenen = tuple(str(bevinding) for bevinding in oordeel.bevindingen)
    if oordeel.geslaagd and not oordeel.genoeg:
        redenen = ("De controle kon niet volledig worden gedaan.",)
    return Verslag(kop, redenen, opmerkingen, uitgave, oordeel.vragen)
