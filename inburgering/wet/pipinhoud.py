"""Wat een PIP moet zeggen, per groep en leerroute.

Artikelen: Wi2021 art. 15 en Besluit hoofdstuk 5 (leerroute, ondersteuning en begeleiding,
intensiteit van PVT en MAP, hoe de voortgang wordt gevolgd); art. 8 lid 3 (geen MAP in de
onderwijsroute); voor asielstatushouders ook art. 13 (maatschappelijke begeleiding), 16
(aanbod), de intensiteit van de B1-route (DUO, PIP 1.2.0) en wat met de Participatiewet
samenhangt (art. 56a). De thema's van de MAP staan in de Regeling.

Wat zeker is, houdt het vaststellen tegen; wat niet bevestigd is, wordt gemeld. Wat een
asielstatushouder extra krijgt, staat in het PIP als afspraak over dat onderwerp, of als
het al is vastgelegd.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from inburgering.wet.begrippen import (
    Afspraakonderwerp,
    Doelgroep,
    Grondslag,
    Leerroute,
    Onderdeel,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import PIP
from inburgering.wet.handelingen import Handeling
from inburgering.wet.leerroutes import heeft_onderdeel
from inburgering.wet.moment import Moment
from inburgering.wet.parameters import WIJZIGING_2022
from inburgering.wet.regels import Geval, S, Toets, Voorwaarde, melding
from inburgering.wet.uitkomst import Melding


A, B, C = Zekerheid.A, Zekerheid.B, Zekerheid.C
H = Handeling


@dataclass(frozen=True)
class Inhoud:
    """Iets wat in het PIP hoort te staan: voor wie, en hoe men ziet dat het er staat."""

    naam: str
    label: str
    bron: Bron
    aanwezig: Callable[[Moment, PIP], object]
    geldt: Callable[[Moment, PIP], bool] = lambda m, pip: True
    voor: str = "iedereen"

    @property
    def verplicht(self) -> bool:
        """Of het ontbreken het vaststellen tegenhoudt; anders is het een melding."""
        return self.bron.zekerheid in (A, B)

    def ontbreekt(self, m: Moment) -> bool:
        """Of het concept-PIP dit nog niet zegt."""
        pip = m.open_pip
        return pip is not None and self.geldt(m, pip) and not self.aanwezig(m, pip)


def _is_asiel(m: Moment, pip: PIP) -> bool:
    return m.traject.doelgroep == Doelgroep.ASIELSTATUSHOUDER


def _asiel_in_b1(m: Moment, pip: PIP) -> bool:
    return _is_asiel(m, pip) and pip.leerroute == Leerroute.B1


def _met_map(m: Moment, pip: PIP) -> bool:
    return heeft_onderdeel(pip.leerroute, Onderdeel.MAP)


def _afgesproken(onderwerp: Afspraakonderwerp, m: Moment) -> bool:
    return any(a.onderwerp == onderwerp for a in m.feiten.afspraken)


def _participatiewet(m: Moment, pip: PIP) -> bool:
    return any(a.grondslag == Grondslag.PARTICIPATIEWET for a in m.feiten.afspraken)


_INHOUD = Bron("Wi2021", "15", B)
_BEGELEIDING = Bron("Wi2021", "13 en 15", C)
_ONTZORGEN = Bron("Participatiewet", "56a", C)
_AANBOD = Bron("Wi2021", "15 en 16", C)
_INTENSITEIT = Bron("DUO", "PIP", A, "geschatteIntensiteitB1Route")
_PARTICIPATIEWET = Bron("Wi2021", "15; Participatiewet art. 9 en 56a", C)

INHOUD: tuple[Inhoud, ...] = (
    Inhoud("pip_leerroute", "Leerroute", _INHOUD, lambda m, pip: pip.leerroute),
    Inhoud(
        "pip_begeleiding",
        "Ondersteuning en begeleiding",
        _INHOUD,
        lambda m, pip: pip.begeleiding.strip(),
    ),
    Inhoud("pip_pvt_uren", "Uren van het PVT", _INHOUD, lambda m, pip: pip.pvt_uren),
    Inhoud(
        "pip_map_uren",
        "Praktijkuren van de MAP",
        _INHOUD,
        lambda m, pip: pip.map_uren,
        _met_map,
        "B1-route en Z-route",
    ),
    Inhoud(
        "pip_voortgang",
        "Hoe de voortgang wordt gevolgd",
        _INHOUD,
        lambda m, pip: pip.voortgang.strip() and pip.gesprek_weken,
    ),
    Inhoud(
        "pip_intensiteit",
        "Geschatte uren van de B1-route",
        _INTENSITEIT,
        lambda m, pip: pip.intensiteit,
        _asiel_in_b1,
        "asielstatushouders in de B1-route",
    ),
    Inhoud(
        "pip_maatschappelijke_begeleiding",
        "Maatschappelijke begeleiding",
        _BEGELEIDING,
        lambda m, pip: (
            m.feiten.begeleidingen or _afgesproken(Afspraakonderwerp.BEGELEIDING, m)
        ),
        _is_asiel,
        "asielstatushouders",
    ),
    Inhoud(
        "pip_ontzorgen",
        "Financieel ontzorgen",
        _ONTZORGEN,
        lambda m, pip: (
            m.feiten.ontzorgen or _afgesproken(Afspraakonderwerp.ONTZORGEN, m)
        ),
        _is_asiel,
        "asielstatushouders",
    ),
    Inhoud(
        "pip_aanbod",
        "Inburgeringsaanbod",
        _AANBOD,
        lambda m, pip: m.feiten.aanbod or _afgesproken(Afspraakonderwerp.TAAL, m),
        _is_asiel,
        "asielstatushouders",
    ),
    Inhoud(
        "pip_participatiewet",
        "Verplichtingen uit de Participatiewet",
        _PARTICIPATIEWET,
        _participatiewet,
        _is_asiel,
        "asielstatushouders",
    ),
)


def _staat_erin(rij: Inhoud, m: Moment) -> bool:
    return not rij.ontbreekt(m)


VOORWAARDEN: tuple[Voorwaarde, ...] = tuple(
    Voorwaarde(
        H.PIP_VASTSTELLEN,
        f"In het concept-PIP ontbreekt: {rij.label}. Vul het concept aan.",
        rij.bron,
        partial(_staat_erin, rij),
        feit=rij.naam,
        label=f"In het PIP: {rij.label}",
        toon_in=frozenset({S.PIP, S.LEERROUTE}),
    )
    for rij in INHOUD
    if rij.verplicht
)


# --- Wat niet bevestigd is: een melding -----------------------------------------------


def _in_woorden(m: Moment) -> str:
    """Wat er volgens niet bevestigde regels nog in hoort, in een zin; anders ""."""
    leeg = [r.label for r in INHOUD if not r.verplicht and r.ontbreekt(m)]
    if not leeg:
        return ""
    namen = ", ".join(label[0].lower() + label[1:] for label in leeg)
    return (
        f"Bij een asielstatushouder hoort ook in het PIP (niet bevestigd): {namen}. Maak "
        "daarover een afspraak, ook als iets niet nodig is."
    )


def _nog_in_het_pip(m: Moment) -> Melding | None:
    tekst = _in_woorden(m)
    if not tekst:
        return None
    gebruikt = (
        ("Groep", m.traject.doelgroep.label),
        (
            "PIP",
            m.pip.dagtekening
            if m.pip and m.pip.dagtekening
            else "nog niet vastgesteld",
        ),
    )
    return Melding(tekst, _AANBOD, gebruikt=gebruikt)


TOELICHTINGEN = (_nog_in_het_pip,)


# --- Hoeveel uren ---------------------------------------------------------------------


def _map_in_onderwijsroute(g: Geval) -> str:
    route = g.waarde("leerroute")
    if not route or heeft_onderdeel(route, Onderdeel.MAP) or not g.getal("map_uren"):
        return ""
    return "De MAP hoort niet bij de onderwijsroute. Laat de praktijkuren leeg."


def _te_weinig_map(g: Geval) -> str:
    nodig = g.m.regel("map_praktijkuren").waarde
    if not g.getal("map_uren") or g.getal("map_uren") >= nodig:
        return ""
    return f"De MAP vraagt ten minste {nodig} uur praktijk."


def _te_weinig_pvt(g: Geval) -> str:
    nodig = g.m.regel("pvt_uren").waarde
    if not g.getal("pvt_uren") or g.getal("pvt_uren") >= nodig:
        return ""
    return f"Het PVT duurt ten minste {nodig} uur (niet bevestigd)."


def _gesprek_weken(g: Geval) -> str:
    hoogste = g.m.regel("voortgangsgesprek_weken_hoogste").waarde
    weken = g.waarde("gesprek_weken")
    if weken in (None, "") or 1 <= int(weken) <= hoogste:
        return ""
    return f"Vul een aantal weken van 1 tot en met {hoogste} in."


def _opleiding_afmaken(g: Geval) -> str:
    if not g.waarde("mag_opleiding_afmaken"):
        return ""
    tekst = (
        "De inburgeraar maakt eerst een opleiding af. De inburgeringstermijn loopt "
        "ondertussen door"
    )
    if g.peildatum < WIJZIGING_2022:
        return f"{tekst}."
    return f"{tekst}; die opleiding is een grond om DUO om verlenging te vragen."


_CONCEPT = (H.PIP_OPSTELLEN, H.PIP_VASTSTELLEN)

TOETSEN: tuple[Toets, ...] = (
    Toets(
        _CONCEPT,
        "map_uren",
        Bron("Wi2021", "8 lid 3", B),
        "geen MAP in de onderwijsroute",
        _map_in_onderwijsroute,
    ),
    Toets(
        _CONCEPT,
        "map_uren",
        Bron("Besluit", "3.2", B),
        "praktijk in de MAP",
        _te_weinig_map,
    ),
    melding(
        _CONCEPT,
        "pvt_uren",
        Bron("Besluit", "3.1", C),
        "omvang van het PVT",
        _te_weinig_pvt,
    ),
    Toets(
        (H.PIP_OPSTELLEN,),
        "gesprek_weken",
        Bron("eigen", "", A),
        "een mogelijk aantal weken",
        _gesprek_weken,
    ),
    melding(
        _CONCEPT,
        "mag_opleiding_afmaken",
        Bron("Besluit", "4.3 lid 2; Regeling art. 4.2", A),
        "de termijn loopt door tijdens een opleiding",
        _opleiding_afmaken,
    ),
    melding(
        (H.PIP_VASTSTELLEN,),
        "id",
        _AANBOD,
        "wat een asielstatushouder extra krijgt",
        lambda g: _in_woorden(g.m),
    ),
)


# --- De thema's van de MAP ------------------------------------------------------------

MAP_THEMAS: tuple[str, ...] = (
    "beroepenoriëntatie",
    "realistisch beroepsbeeld",
    "beroepskansen",
    "beroepscompetenties",
    "werknemerscompetenties",
    "netwerk opbouwen",
    "werk vinden",
    "werkcultuur",
)
MAP_THEMAS_BRON = Bron("Regeling", "", B, "artikel niet gevonden")
