"""Verzuim: wat van de vastgelegde uren is gevolgd en gemist, voordat iemand handhaaft.

Geen wet maar een telling: de wet noemt geen aantal uren of keren, en hier staat er dus ook
geen. Alleen dagen en uren; niets zegt waardoor iemand miste of wat iemand nog gaat doen.
Hoe wordt geteld, staat in ``TELREGELS``. Niets wordt bewaard: na een herstel telt de
herstelde rij.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from inburgering.wet.begrippen import Aanleiding, Grondslag, Urensoort
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import GevolgdeUren
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import voluit
from inburgering.wet.keuze import Keuze
from inburgering.wet.leerroutes import LESUREN
from inburgering.wet.moment import tot_en_met
from inburgering.wet.regels import Geval, Toets, melding, nl
from inburgering.wet.uitkomst import Gebruikt


EIGEN = Bron("eigen", "", Zekerheid.A, "een telling van vastgelegde uren")
REDEN = (
    "Dit is geteld uit de vastgelegde uren. De wet noemt geen grens. Wat hier staat, zegt "
    "niet waardoor iemand miste en niet of dat te verwijten is."
)
NIETS_GETELD = "Er zijn nog geen uren geteld."


@dataclass(frozen=True)
class Telregel:
    """Een eigen regel over hoe verzuim wordt geteld."""

    naam: str
    betekenis: str
    bron: Bron = EIGEN


TELREGELS: tuple[Telregel, ...] = (
    Telregel(
        "tijdvak",
        "Een tijdvak telt vanaf zijn laatste dag, en dan helemaal. Uren worden niet over de "
        "dagen verdeeld.",
    ),
    Telregel("soort", "Elke soort uren heeft een eigen rij tijdvakken."),
    Telregel(
        "deel",
        "Het deel is wat is gemist zonder af te melden, van alles wat is gevolgd en "
        "gemist; procenten zijn naar beneden afgerond.",
    ),
    Telregel(
        "achter elkaar",
        "Achter elkaar zijn de laatste tijdvakken waarin telkens is gemist zonder af te "
        "melden. Een tijdvak zonder uren zegt niets en telt daarbij niet.",
    ),
    Telregel(
        "niet geteld",
        "Dagen tussen twee tijdvakken waarover niets is geteld, breken de rij niet af; "
        "hoeveel het er zijn staat erbij.",
    ),
    Telregel(
        "overlap",
        "Tijdvakken van een soort die overlappen, tellen samen als een tijdvak.",
    ),
    Telregel(
        "verloop",
        "Meer of minder vergelijkt het deel in het laatste tijdvak met dat in het tijdvak "
        "ervoor.",
    ),
    Telregel(
        "lessen",
        "Bij verzuim van lessen tellen taal, KNM en andere vakken; rust het op de "
        "Participatiewet, dan ook de activiteiten van die wet.",
    ),
)

# Welke uren lessen zijn als men "lessen verzuimd" meldt: op de Wi2021 de lessen zelf, op de
# Participatiewet ook wat die wet vraagt.
LESSEN: Mapping[Grondslag, frozenset[Urensoort]] = {
    Grondslag.WI2021: LESUREN,
    Grondslag.PARTICIPATIEWET: LESUREN | {Urensoort.PARTICIPATIEWET},
}


class Verloop(Keuze):
    """Hoe het laatste tijdvak is naast het tijdvak ervoor."""

    MEER = "meer", "een groter deel dan in het tijdvak ervoor"
    MINDER = "minder", "een kleiner deel dan in het tijdvak ervoor"
    GELIJK = "gelijk", "een even groot deel als in het tijdvak ervoor"
    ONBEKEND = "onbekend", "niet te vergelijken"


# --- De vormen van het antwoord -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Urentelling:
    """Hele uren, en welk deel is gemist zonder af te melden (None als er geen uren zijn)."""

    gevolgd: int
    afgemeld: int
    niet_afgemeld: int
    procent: int | None

    @property
    def geteld(self) -> int:
        """Alles wat is gevolgd of gemist."""
        return self.gevolgd + self.afgemeld + self.niet_afgemeld

    @property
    def deel(self) -> str:
        """Het deel in woorden; weinig is nooit niets."""
        if self.procent is None:
            return ""
        if self.niet_afgemeld and not self.procent:
            return "minder dan 1 procent"
        return f"{self.procent} procent"


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """Een geteld tijdvak van een soort uren; beide dagen tellen mee."""

    van: date
    tot_en_met: date
    uren: Urentelling


@dataclass(frozen=True, slots=True)
class Reeks:
    """De tijdvakken van een soort uren, van oud naar nieuw.

    ``achtereen`` telt de laatste tijdvakken waarin telkens is gemist zonder af te melden en
    ``sinds`` is de eerste dag daarvan; ``laatst`` is de laatste dag van het laatste tijdvak
    waarin dat gebeurde. ``niet_geteld`` is het aantal dagen tussen de tijdvakken.
    """

    soort: Urensoort
    tijdvakken: tuple[Tijdvak, ...]
    geteld_tot_en_met: date
    uren: Urentelling
    achtereen: int
    sinds: date | None
    laatst: date | None
    verloop: Verloop
    niet_geteld: int
    overlapt: bool


@dataclass(frozen=True, slots=True)
class Verzuim:
    """Het verzuim tot en met de peildatum; zonder ``geteld_tot_en_met`` is er niets geteld.

    ``zin`` zegt het in woorden; ``let_op`` noemt wat de telling minder zeker maakt.
    """

    peildatum: date
    geteld_tot_en_met: date | None
    uren: Urentelling
    reeksen: tuple[Reeks, ...]
    zin: str
    let_op: tuple[str, ...]
    reden: str
    bron: Bron
    gebruikt: tuple[Gebruikt, ...]

    @property
    def toestand(self) -> str:
        """Of er iets is geteld, en tot wanneer."""
        if self.geteld_tot_en_met is None:
            return "Niets geteld"
        return f"Geteld tot en met {voluit(self.geteld_tot_en_met)}"

    @property
    def telregels(self) -> tuple[str, ...]:
        """Hoe is geteld."""
        return tuple(regel.betekenis for regel in TELREGELS)


# --- Tellen ---------------------------------------------------------------------------


def _tel(delen: Iterable[tuple[int, int, int]]) -> Urentelling:
    gevolgd = afgemeld = niet_afgemeld = 0
    for deel in delen:
        gevolgd += deel[0]
        afgemeld += deel[1]
        niet_afgemeld += deel[2]
    geteld = gevolgd + afgemeld + niet_afgemeld
    procent = 100 * niet_afgemeld // geteld if geteld else None
    return Urentelling(gevolgd, afgemeld, niet_afgemeld, procent)


def _uren(rijen: Iterable[GevolgdeUren]) -> Urentelling:
    return _tel((r.uren, r.verzuim_geoorloofd, r.verzuim_ongeoorloofd) for r in rijen)


def _samen(tellingen: Iterable[Urentelling]) -> Urentelling:
    return _tel((t.gevolgd, t.afgemeld, t.niet_afgemeld) for t in tellingen)


def _op_volgorde(rijen: Iterable[GevolgdeUren]) -> tuple[GevolgdeUren, ...]:
    """Per soort van oud naar nieuw: hoe zij zijn vastgelegd maakt niet uit."""
    soorten = list(Urensoort)
    return tuple(
        sorted(rijen, key=lambda r: (soorten.index(r.soort), r.van, r.tot_en_met, r.id))
    )


def _tijdvakken(rijen: list[GevolgdeUren]) -> tuple[Tijdvak, ...]:
    """De tijdvakken van een soort; wat overlapt is een tijdvak, anders telt een week dubbel."""
    groepen: list[tuple[date, date, list[GevolgdeUren]]] = []
    for rij in rijen:
        if groepen and rij.van <= groepen[-1][1]:
            van, einde, groep = groepen[-1]
            groepen[-1] = (van, max(einde, rij.tot_en_met), [*groep, rij])
        else:
            groepen.append((rij.van, rij.tot_en_met, [rij]))
    return tuple(Tijdvak(van, einde, _uren(groep)) for van, einde, groep in groepen)


def _achter_elkaar(tijdvakken: tuple[Tijdvak, ...]) -> tuple[Tijdvak, ...]:
    """De laatste tijdvakken met verzuim zonder afmelden, van nieuw naar oud."""
    rij: list[Tijdvak] = []
    for tijdvak in reversed(tijdvakken):
        if not tijdvak.uren.niet_afgemeld:
            break
        rij.append(tijdvak)
    return tuple(rij)


def _verloop(tijdvakken: tuple[Tijdvak, ...]) -> Verloop:
    """Het deel in de laatste twee tijdvakken; kruislings, dus zonder afronden."""
    if len(tijdvakken) < 2:
        return Verloop.ONBEKEND
    eerder, laatste = (t.uren for t in tijdvakken[-2:])
    verschil = (
        laatste.niet_afgemeld * eerder.geteld - eerder.niet_afgemeld * laatste.geteld
    )
    if not verschil:
        return Verloop.GELIJK
    return Verloop.MEER if verschil > 0 else Verloop.MINDER


def _reeks(soort: Urensoort, rijen: list[GevolgdeUren]) -> Reeks:
    tijdvakken = _tijdvakken(rijen)
    met_uren = tuple(t for t in tijdvakken if t.uren.geteld)
    rij = _achter_elkaar(met_uren)
    return Reeks(
        soort=soort,
        tijdvakken=tijdvakken,
        geteld_tot_en_met=tijdvakken[-1].tot_en_met,
        uren=_uren(rijen),
        achtereen=len(rij),
        sinds=rij[-1].van if rij else None,
        laatst=max((t.tot_en_met for t in met_uren if t.uren.niet_afgemeld), default=None),
        verloop=_verloop(met_uren),
        niet_geteld=sum(
            (later.van - eerder.tot_en_met).days - 1
            for eerder, later in pairwise(tijdvakken)
        ),
        overlapt=len(tijdvakken) < len(rijen),
    )  # fmt: skip


# --- In woorden -----------------------------------------------------------------------


def _klein(soort: Urensoort) -> str:
    """De soort midden in een zin; een afkorting houdt haar hoofdletters."""
    label = soort.label
    return label if label[1].isupper() else label[0].lower() + label[1:]


def _wanneer(r: Reeks) -> str:
    """Wanneer is gemist zonder af te melden, en of het meer of minder was."""
    if r.laatst is None:
        return ""
    if r.sinds is None:
        return f", voor het laatst in het tijdvak tot en met {voluit(r.laatst)}"
    if r.achtereen == 1:
        return f", in het laatste tijdvak, vanaf {voluit(r.sinds)}"
    return (
        f", in {r.achtereen} tijdvakken achter elkaar sinds {voluit(r.sinds)}, in het "
        f"laatste {r.verloop.label}"
    )


def _van_reeks(r: Reeks, tot: date) -> str:
    deel = f" ({r.uren.deel})" if r.uren.niet_afgemeld else ""
    eerder = (
        f" (geteld tot en met {voluit(r.geteld_tot_en_met)})"
        if r.geteld_tot_en_met != tot
        else ""
    )
    return (
        f"{r.uren.niet_afgemeld} van de {r.uren.geteld} uur {_klein(r.soort)}{deel}"
        f"{_wanneer(r)}{eerder}"
    )


def _zin(reeksen: tuple[Reeks, ...], tot: date) -> str:
    dag = voluit(tot)
    if not any(r.uren.geteld for r in reeksen):
        return f"In de tijdvakken tot en met {dag} staan geen uren."
    if not any(r.uren.niet_afgemeld for r in reeksen):
        return f"Tot en met {dag} is niets gemist zonder af te melden."
    delen = "; ".join(_van_reeks(r, tot) for r in reeksen)
    return f"Tot en met {dag} is gemist zonder af te melden: {delen}."


def _let_op(reeksen: tuple[Reeks, ...], lopend: list[GevolgdeUren]) -> Iterable[str]:
    for r in reeksen:
        if r.overlapt:
            yield (
                f"{r.soort.label}: er zijn tijdvakken die overlappen. Kijk na of uren "
                "dubbel staan."
            )
        if r.niet_geteld:
            dagen = "1 dag" if r.niet_geteld == 1 else f"{r.niet_geteld} dagen"
            yield f"{r.soort.label}: over {dagen} tussen de tijdvakken is niets geteld."
    for rij in lopend:
        yield (
            f"{Urensoort(rij.soort).label}: het tijdvak van {voluit(rij.van)} tot en met "
            f"{voluit(rij.tot_en_met)} loopt nog en telt nog niet mee."
        )


def _gebruikt(reeksen: tuple[Reeks, ...]) -> Iterable[Gebruikt]:
    """Elk geteld tijdvak, het nieuwste voorop."""
    for r in reeksen:
        for t in reversed(r.tijdvakken):
            telling = (
                f"{t.uren.gevolgd} uur gevolgd, {t.uren.afgemeld} gemist en afgemeld, "
                f"{t.uren.niet_afgemeld} gemist en niet afgemeld"
            )
            dagen = f"{voluit(t.van)} tot en met {voluit(t.tot_en_met)}"
            yield f"{r.soort.label}, {dagen}", telling


def verzuim(
    uren: tuple[GevolgdeUren, ...],
    peildatum: date,
    soorten: frozenset[Urensoort] = frozenset(Urensoort),
) -> Verzuim:
    """Wat van deze soorten uren tot en met de peildatum is gevolgd en gemist."""
    eigen = _op_volgorde(r for r in uren if r.soort in soorten)
    geteld = tot_en_met(eigen, peildatum)
    lopend = [r for r in eigen if r.van <= peildatum < r.tot_en_met]
    reeksen = tuple(
        _reeks(soort, rijen)
        for soort in Urensoort
        if (rijen := [r for r in geteld if r.soort == soort])
    )
    tot = max((r.geteld_tot_en_met for r in reeksen), default=None)
    return Verzuim(
        peildatum=peildatum,
        geteld_tot_en_met=tot,
        uren=_samen(r.uren for r in reeksen),
        reeksen=reeksen,
        zin=NIETS_GETELD if tot is None else _zin(reeksen, tot),
        let_op=tuple(_let_op(reeksen, lopend)),
        reden=REDEN,
        bron=EIGEN,
        gebruikt=tuple(_gebruikt(reeksen)) or (("Gevolgde uren", "niet vastgelegd"),),
    )


# --- Wie verzuim meldt ----------------------------------------------------------------


def lesverzuim(
    uren: tuple[GevolgdeUren, ...], peildatum: date, grondslag: Grondslag
) -> Verzuim:
    """Het verzuim van wat op deze wet lessen zijn."""
    return verzuim(uren, peildatum, LESSEN[grondslag])


def _zonder_verzuim(g: Geval) -> str:
    """Gemeld is verzuim van lessen, maar de telling laat het niet zien."""
    if g.waarde("aanleiding") != Aanleiding.VERZUIM or not g.waarde("grondslag"):
        return ""
    lessen = lesverzuim(g.m.feiten.uren, g.peildatum, g.waarde("grondslag"))
    if lessen.uren.niet_afgemeld:
        return ""
    if lessen.geteld_tot_en_met is None:
        return (
            "Er zijn nog geen uren van lessen geteld. Het verzuim is hier dus niet te "
            "zien. Vraag de presentie op en leg de uren vast."
        )
    return (
        f"De lessen zijn geteld tot en met {nl(lessen.geteld_tot_en_met)}. Daarin is niets "
        "gemist zonder af te melden. Kijk na of de uren kloppen, of wat u meldt."
    )


TOETSEN: tuple[Toets, ...] = (
    melding(
        (Handeling.HANDHAVING_MELDEN,),
        "aanleiding",
        EIGEN,
        "het verzuim staat in de getelde uren",
        _zonder_verzuim,
    ),
)
