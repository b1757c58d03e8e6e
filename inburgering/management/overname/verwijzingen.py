"""Rows of one case that refer to each other, by what they are called in the other system."""

from dataclasses import dataclass, field
from typing import Any

from inburgering.management.overname import vorm
from inburgering.management.overname.lezen import Regel
from inburgering.management.overname.vorm import Veld


@dataclass
class Verwijzingen:
    """The rows of a case that refer to each other, by what they are called elsewhere.

    A reference becomes the number of the row in its list, from 1: the key it has until it
    is written.
    """

    regel: Regel
    feiten: dict[str, list[dict[str, Any]]] = field(repr=False)

    def volg(self) -> None:
        """Put numbers in the place of references; what refers to nothing is a fault."""
        bekend = {soort: self._kenmerken(soort) for soort in vorm.ENKEL}
        for soort, rijen in self.feiten.items():
            namen = [veld for veld in vorm.feit(soort).values() if veld.naar]
            for plek, rij in enumerate(rijen):
                for veld in namen:
                    if veld.naam in rij:
                        pad = f"feiten.{soort}[{plek}].{veld.naam}"
                        self._wijs(pad, rij, veld, bekend[veld.naar])
        self._stappen()

    def _kenmerken(self, soort: str) -> dict[str, int]:
        """Give where each row stands; a name that is there twice is a fault."""
        found: dict[str, int] = {}
        for nummer, rij in enumerate(self.feiten.get(soort, ()), 1):
            kenmerk = rij.pop("kenmerk", None)
            if not kenmerk:
                continue
            if kenmerk in found:
                self.regel.fout(
                    f"dit kenmerk staat ook bij feiten.{soort}[{found[kenmerk] - 1}].",
                    f"feiten.{soort}[{nummer - 1}].kenmerk",
                )
            found.setdefault(kenmerk, nummer)
        return found

    def _wijs(
        self, pad: str, rij: dict[str, Any], veld: Veld, bekend: dict[str, int]
    ) -> None:
        kenmerk = rij.pop(veld.naam)
        rij[f"{veld.naam}_id"] = bekend.get(kenmerk) if kenmerk else None
        if kenmerk and kenmerk not in bekend:
            self.regel.fout(
                f"in dit dossier is geen {vorm.ENKEL[veld.naar]} met dit kenmerk "
                f"(feiten.{veld.naar}).",
                pad,
            )

    def _stappen(self) -> None:
        """A step is a step to a goal, never to itself or to another step."""
        doelen = self.feiten.get("doelen", [])
        for nummer, doel in enumerate(doelen, 1):
            if not (boven := doel.get("onder_id")):
                continue
            pad = f"feiten.doelen[{nummer - 1}].onder"
            if boven == nummer:
                self.regel.fout("een doel is geen stap naar zichzelf.", pad)
            elif doelen[boven - 1].get("onder_id"):
                self.regel.fout(
                    "dat doel is zelf een stap. Een stap heeft geen stappen: verwijs naar "
                    "het grote doel.",
                    pad,
                )
