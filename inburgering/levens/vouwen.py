"""Folds the acts of a life into the facts they record, without a database.

This is, in one table and one function, what the functions in ``inburgering.actions``
write. The bulk writer stores these rows; property tests put them before the law; a test
shows that the acts themselves write the same.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from inburgering.levens.aanbieders import AANBIEDERS
from inburgering.levens.leven import Daad, Leven
from inburgering.wet.begrippen import Herkomst, PIPStatus, Verhuissoort
from inburgering.wet.feiten import (
    GEORDEND_OP,
    SOORTEN,
    Feit,
    Feiten,
    Inburgeraar,
    Traject,
)
from inburgering.wet.handelingen import HANDELINGEN, Handeling


H = Handeling
Velden = dict[str, Any]

# What belongs to the person and what to the case in a registration.
TRAJECTVELDEN = frozenset(
    {
        "doelgroep", "gedetailleerde_doelgroep", "verblijfsituatie", "datum_plicht",
        "datum_kennisgeving", "datum_inschrijving", "datum_koppeling",
        "datum_uitstroom", "informatie_derden_nodig", "informatie_derden_op", "volggrond",
    }
)  # fmt: skip
# Facts that, unless the act says otherwise, come from DUO.
VAN_DUO = frozenset(
    {
        H.EXAMEN_VASTLEGGEN, H.DUOBESLUIT_VASTLEGGEN, H.GROEP_WIJZIGEN,
        H.AANVRAAG_VASTLEGGEN,
    }
)  # fmt: skip


@dataclass(slots=True)
class Rij:
    """A row: its kind (a field of ``Feiten``), its number, and all that is in it."""

    soort: str
    id: int
    velden: Velden


@dataclass(frozen=True, slots=True)
class Stap:
    """One act, the row it wrote (None: the case itself), and the facts after it."""

    nummer: int
    daad: Daad
    rij: Rij | None
    nieuw: bool
    persoon: Velden
    traject: Velden
    feiten: Feiten


def _met_keurmerk(g: Velden, *dagen: str) -> bool:
    nummer = g.get("aanbieder")
    if nummer is None:
        return False
    gegeven = [g[naam] for naam in dagen if g.get(naam)]
    return all(AANBIEDERS[nummer].heeft_keurmerk_op(dag) for dag in gegeven)


def _keurmerk_aanbod(g: Velden) -> bool:
    return _met_keurmerk(
        g, "verwacht_begin" if g.get("verwacht_begin") else "aangeboden_op"
    )


# What an act is told and does not keep on its row.
ADRES = ("adres", "postcode", "woonplaats")
NIET_OP_DE_RIJ: Mapping[Handeling, tuple[str, ...]] = {
    H.ONTZORGEN_STARTEN: ("bijstand",),
    H.VERHUIZING_VASTLEGGEN: ADRES,
}


def adres_na(gegevens: Mapping[str, Any]) -> Velden:
    """Give what a move changes of where somebody lives: a life gives a whole address."""
    nieuw = {naam: gegevens[naam] for naam in ADRES if gegevens.get(naam)}
    if gegevens["soort"] == Verhuissoort.OPVANGLOCATIE:
        nieuw["opvanglocatie"] = gegevens.get("plaats", "")
    elif gegevens["soort"] == Verhuissoort.UIT_OPVANG:
        nieuw["opvanglocatie"] = ""
    return nieuw


# What an act adds to what it was given.
ERBIJ: Mapping[Handeling, Callable[[Velden, date], Velden]] = {
    H.PIP_OPSTELLEN: lambda g, op: {
        "status": PIPStatus.CONCEPT.value,
        "opgesteld_op": op,
    },
    H.PIP_BESPREKEN: lambda g, op: {"status": PIPStatus.BESPROKEN.value},
    H.PIP_VASTSTELLEN: lambda g, op: {"status": PIPStatus.VASTGESTELD.value},
    H.PIP_OVERNEMEN: lambda g, op: {
        "status": PIPStatus.VASTGESTELD.value,
        "opgesteld_op": g["dagtekening"],
    },
    H.AANBOD_DOEN: lambda g, op: {"met_keurmerk": _keurmerk_aanbod(g)},
    H.UREN_VASTLEGGEN: lambda g, op: {
        "met_keurmerk": _met_keurmerk(g, "van", "tot_en_met")
    },
}


# --- From fields to the facts of the law ----------------------------------------------


def _kern(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(deel for deel in get_args(hint) if deel is not NoneType)
    return hint


@cache
def _lezers(soort: type) -> tuple[tuple[str, type[StrEnum] | None], ...]:
    hints = get_type_hints(soort)
    gevonden: list[tuple[str, type[StrEnum] | None]] = []
    for veld in fields(soort):
        kern = _kern(hints[veld.name])
        is_woord = isinstance(kern, type) and issubclass(kern, StrEnum)
        gevonden.append((veld.name, kern if is_woord else None))
    return tuple(gevonden)


def _feit(soort: type, velden: Velden) -> Any:
    """Make a fact of the law from fields; what is not there keeps its default."""
    gegeven: Velden = {}
    for naam, woord in _lezers(soort):
        if naam not in velden:
            continue
        waarde = velden[naam]
        if woord is not None:
            waarde = woord(waarde) if waarde else None
        gegeven[naam] = waarde
    return soort(**gegeven)


class Vouw:
    """The rows of one case while its acts are folded."""

    def __init__(self, nummer: str) -> None:
        """Start with nothing."""
        self.nummer = nummer
        self.persoon: Velden = {}
        self.traject: Velden = {"nummer": nummer}
        self.rijen: dict[str, list[Rij]] = {soort: [] for soort in SOORTEN}
        self.gelezen: dict[str, tuple[Feit, ...]] = dict.fromkeys(SOORTEN, ())
        self.geteld = 0

    def verwerk(self, daad: Daad) -> tuple[Rij | None, bool]:
        """Write what an act writes; give its row and whether that is new."""
        soort = HANDELINGEN[daad.handeling].feit
        if soort == "traject":
            self._aanmelding(daad)
            return None, daad.handeling == H.TRAJECT_REGISTREREN
        op = daad.op.date()
        weg = ("id", *NIET_OP_DE_RIJ.get(daad.handeling, ()))
        gegevens = {k: w for k, w in daad.gegevens.items() if k not in weg}
        if daad.handeling == H.VERHUIZING_VASTLEGGEN:
            self.persoon |= adres_na(daad.gegevens)
        if erbij := ERBIJ.get(daad.handeling):
            gegevens |= erbij(gegevens, op)
        if HANDELINGEN[daad.handeling].op_rij:
            rij, nieuw = self.rijen[soort][-1], False
            rij.velden |= gegevens
        else:
            rij, nieuw = self._nieuw(daad.handeling, soort, gegevens, op), True
        self.gelezen[soort] = tuple(
            _feit(SOORTEN[soort], r.velden) for r in _geordend(soort, self.rijen[soort])
        )
        return rij, nieuw

    def _nieuw(
        self, handeling: Handeling, soort: str, gegevens: Velden, op: date
    ) -> Rij:
        self.geteld += 1
        herkomst = Herkomst.DUO if handeling in VAN_DUO else Herkomst.GEMEENTE
        if handeling == H.BEZWAAR_VASTLEGGEN:
            herkomst = Herkomst.INBURGERAAR
        velden: Velden = {
            "id": self.geteld, "herkomst": herkomst.value, "vastgelegd_op": op, **gegevens
        }  # fmt: skip
        if soort == "pips":
            velden["versie"] = len(self.rijen[soort]) + 1
        rij = Rij(soort, self.geteld, velden)
        self.rijen[soort].append(rij)
        return rij

    def _aanmelding(self, daad: Daad) -> None:
        if daad.handeling == H.TRAJECT_REGISTREREN:
            self.traject["geregistreerd_op"] = daad.op.date()
        for naam, waarde in daad.gegevens.items():
            if naam in TRAJECTVELDEN:
                self.traject[naam] = waarde
            elif naam != "bsn" or waarde:
                self.persoon[naam] = waarde

    def feiten(self) -> Feiten:
        """Give the facts as they are now."""
        return Feiten(
            inburgeraar=_feit(Inburgeraar, self.persoon),
            traject=_feit(Traject, self.traject),
            **self.gelezen,  # type: ignore[arg-type]
        )


def _geordend(soort: str, rijen: list[Rij]) -> list[Rij]:
    if len(rijen) < 2:
        return rijen
    naam = GEORDEND_OP[soort]

    def plaats(rij: Rij) -> tuple[bool, Any, int]:
        waarde = rij.velden.get(naam)
        return (waarde is None, waarde if waarde is not None else 0, rij.id)

    return sorted(rijen, key=plaats)


def vouwen(leven: Leven, nummer: str = "2026-00001") -> Iterator[Stap]:
    """Fold the acts of a life one by one.

    ``Stap.rij`` is the living row: copy its ``velden`` to keep them as they are now.
    """
    vouw = Vouw(nummer)
    for hoeveelste, daad in enumerate(leven.daden, 1):
        rij, nieuw = vouw.verwerk(daad)
        yield Stap(
            hoeveelste, daad, rij, nieuw, vouw.persoon, vouw.traject, vouw.feiten()
        )


def feiten_van(leven: Leven, nummer: str = "2026-00001") -> Feiten:
    """Give the facts of a life after its last act."""
    *_, laatste = vouwen(leven, nummer)
    return laatste.feiten
