"""Welke feiten een regel las: dezelfde regel, nog eens toegepast op een spiegel.

Een regel die is overtreden, leest dezelfde gegevens nog een keer, en nu wordt onthouden
wat zij leest. Dat zijn de feiten waar het oordeel op rust: een regel kan geen ander feit
noemen dan zij gebruikte, en een regel die erbij komt, noemt de hare vanzelf. Wie niets
overtreedt, betaalt niets.

Van een lijst (uren, besluiten) telt de rij die de regel het laatst bekeek: daar stopte
zij.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from types import FunctionType, MethodType
from typing import Any, TypeVar, cast

from inburgering.wet.feiten import PIP, Feit
from inburgering.wet.handelingen import HANDELINGEN
from inburgering.wet.kalender import voluit
from inburgering.wet.keuze import Keuze
from inburgering.wet.moment import BEGIN, Opschorting
from inburgering.wet.parameters import Parameter
from inburgering.wet.regels import Geval
from inburgering.wet.uitkomst import Gebruikt, Onderdeelstand
from inburgering.wet.uitleg import GEEN
from inburgering.wet.woorden import (
    LEEG,
    LIJSTLABELS,
    MOMENTLABELS,
    RIJLABELS,
    getal_van_de_wet,
    naam_van,
    waarde_van,
)


T = TypeVar("T")
Waarde = date | int | str
Regelrij = TypeVar("Regelrij", bound=Parameter)
Zie = Callable[[str, Any], Any]

# Wat de gemeente zelf instelde of vraagt: dat staat bij het getal of de vraag zelf.
VAN_DE_GEMEENTE = frozenset({"instellingen", "intakevragen"})
# Dat hierin niets staat, is gewoon; het wordt pas genoemd als er niets anders is.
GEWOON_LEEG = frozenset({"opschortingen", "duo_besluiten", "aanvragen"})
# Wat een rij van de wet oplevert: die rij is het feit, niet wat haar opzoekt.
ZOEKT_REGEL = frozenset({"regel", "aow_leeftijd"})
# Waarmee een regel rijen uitkiest; pas wie verder leest, kijkt naar de rij zelf.
KIEST_UIT = frozenset({"id", "soort", "herkomst", "onderdeel"})
DAG_VAN: Mapping[type, Callable[[Any], date | None]] = {
    **BEGIN,
    PIP: lambda p: p.dagtekening or p.opgesteld_op,
    Opschorting: lambda o: o.begin,
}


# --- De spiegels ----------------------------------------------------------------------


class _Spiegel:
    """Doet zich voor als een feit, en zegt door wat ervan wordt gelezen."""

    __slots__ = ("_echt", "_zie")

    def __init__(self, echt: object, zie: Zie) -> None:
        self._echt = echt
        self._zie = zie

    @property  # type: ignore[misc]
    def __class__(self) -> Any:  # wat isinstance() ziet
        return type(self._echt)

    def __getattr__(self, naam: str) -> Any:
        return self._zie(naam, getattr(self._echt, naam))


class _Doorzien(_Spiegel):
    """Een spiegel waarvan ook eigenschappen en methoden in de spiegel lezen."""

    __slots__ = ()

    def __getattr__(self, naam: str) -> Any:
        eigen = getattr(type(self._echt), naam, None)
        if isinstance(eigen, property):
            return cast(Any, eigen.fget)(self)
        if isinstance(eigen, FunctionType) and naam not in ZOEKT_REGEL:
            return MethodType(eigen, self)
        return super().__getattr__(naam)


class _Rijen(tuple[Any, ...]):
    """Een lijst rijen; wie alleen vraagt of er iets in staat, leest de laatste."""

    def __bool__(self) -> bool:
        getattr(self[-1], "vastgelegd_op", None)
        return True


class _Gegevens(dict[str, object]):
    """De gegevens van een handeling; ook wat er niet bij staat, is gevraagd."""

    def __init__(self, echt: Mapping[str, object], zie: Zie) -> None:
        super().__init__(echt)
        self._zie = zie

    def __contains__(self, veld: object) -> bool:
        self._zie(str(veld), super().get(str(veld)))
        return super().__contains__(veld)

    def get(self, veld: str, anders: Any = None) -> Any:
        return self._zie(veld, super().get(veld, anders))


# --- Wat is gelezen -------------------------------------------------------------------


class _Lijst:
    """Wat van een lijst is gelezen: de laatst bekeken rij, en hoeveel het er waren."""

    def __init__(self, blad: "_Blad", label: str) -> None:
        self.blad = blad
        self.label = label
        self.bekeken: set[int] = set()
        self.woorden: dict[int, dict[str, str]] = {}

    def zie(self, nummer: int, rij: Any, naam: str, waarde: Any) -> Any:
        woorden = self.woorden.setdefault(nummer, {})
        if isinstance(waarde, Keuze) and naam != "herkomst":
            woorden[naam] = waarde.label
        if naam not in KIEST_UIT:
            self.bekeken.add(nummer)
        blad = self.blad.bekend if nummer in self.bekeken else self.blad.stil
        dag = DAG_VAN[type(rij)](rij) or rij.vastgelegd_op
        aantal = f" ({len(self.bekeken)} bekeken)" if len(self.bekeken) > 1 else ""
        tekst = ", ".join((*woorden.values(), voluit(dag))) + aantal
        blad[self.label] = tekst if woorden or aantal else dag
        return waarde


class _Blad:
    """Wat een regel las: van de gegevens zelf, en van wat al bekend was.

    ``stil`` is wat zij wel las, maar wat alleen telt als er verder niets bekend was: een
    mijlpaal die nog niet is bereikt, een lijst waarin gewoonlijk niets staat.
    """

    def __init__(self) -> None:
        self.gegeven: dict[str, Waarde] = {}
        self.bekend: dict[str, Waarde] = {}
        self.stil: dict[str, Waarde] = {}
        aanmelding = partial(self.zie_veld, "traject", "")
        self.dieper: dict[str, Zie] = {
            "feiten": self.zie_moment,
            "mijlpalen": self.zie_mijlpaal,
            "traject": aanmelding,
            "inburgeraar": aanmelding,
        }

    def spiegel(self, over: object) -> object:
        """Wat de regel in plaats van het echte te lezen krijgt."""
        if isinstance(over, Feit):
            return self.zie_eigen_rij("", over)
        if not isinstance(over, Geval):
            return _Doorzien(over, self.zie_keuze)
        soort = HANDELINGEN[over.handeling].feit
        return Geval(
            over.handeling,
            cast(Any, _Spiegel(over.m, self.zie_moment)),
            _Gegevens(over.gegevens, partial(self.zie_gegeven, soort)),
            cast(Any, self.zie_eigen_rij(soort, over.rij)),
        )

    def zie_eigen_rij(self, soort: str, rij: object) -> object:
        return rij and _Spiegel(rij, partial(self.zie_veld, soort, ""))

    def zie_gegeven(self, soort: str, veld: str, waarde: Any) -> Any:
        self.gegeven[naam_van(veld)] = waarde_van(soort, veld, waarde)
        return waarde

    def zie_keuze(self, naam: str, waarde: Any) -> Any:
        """Iets van een aanmelding of van wat een PIP kiest."""
        if callable(waarde):
            return partial(self.zie_regel, waarde)
        return self.zie_gegeven("", naam, waarde)

    def zie_veld(self, soort: str, rij: str, naam: str, waarde: Any) -> Any:
        """Iets van een vastgelegde rij; haar nummer zegt een mens niets."""
        if naam != "id":
            label = naam_van(naam)
            label = f"{rij}, {label[0].lower()}{label[1:]}" if rij else label
            self.bekend[label] = _vastgelegd(soort, naam, waarde)
        return waarde

    def zie_mijlpaal(self, naam: str, waarde: Any) -> Any:
        blad = self.stil if waarde is None else self.bekend
        blad[naam_van(naam)] = _vastgelegd("traject", naam, waarde)
        return waarde

    def zie_regel(self, vraag: Callable[..., Regelrij], *wat: Any) -> Regelrij:
        regel = vraag(*wat)
        label, waarde = getal_van_de_wet(regel)
        self.bekend[label] = waarde
        return regel

    def zie_moment(self, naam: str, waarde: Any) -> Any:
        if callable(waarde):
            return partial(self.zie_regel, waarde)
        if naam in self.dieper:
            return _Spiegel(waarde, self.dieper[naam])
        if naam in LIJSTLABELS:
            return self.zie_lijst(naam, waarde)
        if naam == "onderdelen":
            return tuple(
                [_Spiegel(deel, partial(self.zie_deel, deel)) for deel in waarde]
            )
        if naam in RIJLABELS:
            return self.zie_rij(RIJLABELS[naam], waarde)
        if naam not in VAN_DE_GEMEENTE:
            label = MOMENTLABELS.get(naam) or naam_van(naam)
            self.bekend[label] = _vastgelegd("traject", naam, waarde)
        return waarde

    def zie_rij(self, label: str, rij: object) -> Any:
        if rij is None:
            self.bekend[label] = GEEN
            return None
        return _Spiegel(rij, partial(self.zie_veld, "", label))

    def zie_lijst(self, naam: str, rijen: tuple[Any, ...]) -> tuple[Any, ...]:
        label = LIJSTLABELS[naam]
        if not rijen:
            (self.stil if naam in GEWOON_LEEG else self.bekend)[label] = GEEN
            return rijen
        lijst = _Lijst(self, label)
        return _Rijen(
            [_Spiegel(rij, partial(lijst.zie, n, rij)) for n, rij in enumerate(rijen)]
        )

    def zie_deel(self, deel: Onderdeelstand, naam: str, waarde: Any) -> Any:
        if naam not in KIEST_UIT:
            self.bekend[deel.onderdeel.label] = deel.hoe
        return waarde

    def feiten(self) -> tuple[Gebruikt, ...]:
        """Elk feit eenmaal; wat al was vastgelegd apart als het iets anders zegt."""
        bekend = self.bekend or self.stil
        samen = {
            label: waarde
            for label, waarde in self.gegeven.items()
            if waarde != LEEG or label not in bekend
        }
        for label, waarde in bekend.items():
            gegeven = samen.get(label, waarde)
            if gegeven == waarde:
                samen[label] = waarde
            elif waarde != GEEN:
                samen[f"{label} (al vastgelegd)"] = waarde
        return tuple(samen.items())


def _vastgelegd(soort: str, naam: str, waarde: object) -> Waarde:
    return GEEN if waarde is None else waarde_van(soort, naam, waarde)


def gelezen(regel: Callable[[T], object], over: T) -> tuple[Gebruikt, ...]:
    """De feiten die een regel las, met hun naam en wat zij zijn."""
    blad = _Blad()
    regel(cast(T, blad.spiegel(over)))
    return blad.feiten()
