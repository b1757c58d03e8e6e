"""Financieel ontzorgen: de gemeente betaalt vaste lasten uit de bijstand.

Artikel: Participatiewet art. 56a. Alleen voor asielstatushouders met bijstand, in de
eerste zes maanden. Sinds 6 april 2023 mag de gemeente wie het zelf kan met een ander
hulpmiddel helpen; de plicht zelf blijft. Een wetswijziging daarvoor is in voorbereiding
en staat hier niet.

Een gezinsmigrant met bijstand valt er niet onder; die kan de gemeente wel op andere
gronden helpen, en dat is geen ontzorgen.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from inburgering.wet.begrippen import (
    Doelgroep,
    Lastwijze,
    RedenEindeOntzorgen,
    Termijnsoort,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Ontzorgen
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import DAG, plus_maanden
from inburgering.wet.moment import Moment
from inburgering.wet.parameters import IN_WERKING, Parameter
from inburgering.wet.regels import (
    LOOPT,
    Geval,
    S,
    Termijnregel,
    Toets,
    Voorwaarde,
    melding,
    nl,
    termijn,
)
from inburgering.wet.uitkomst import Melding, Termijn


B, D = Zekerheid.B, Zekerheid.D
H = Handeling
BRON = Bron("Participatiewet", "56a", B)
OPNIEUW = Bron(
    "Participatiewet", "56a", D, "of nieuwe bijstand nieuwe maanden geeft is afgeleid"
)
VERRUIMING = Bron("Participatiewet", "56a", B, "brief van 6 april 2023")


# --- Hoe een vaste last wordt betaald -------------------------------------------------


@dataclass(frozen=True)
class Wijze:
    """Een manier om een vaste last te betalen, en sinds wanneer zij mag."""

    wijze: Lastwijze
    bron: Bron
    geldig_vanaf: date = IN_WERKING


WIJZEN: tuple[Wijze, ...] = (
    Wijze(Lastwijze.GEMEENTE, BRON),
    Wijze(Lastwijze.ANDERS, VERRUIMING, date(2023, 4, 6)),
    Wijze(Lastwijze.NIET_NODIG, BRON),
)
VANAF: Mapping[Lastwijze, date] = {rij.wijze: rij.geldig_vanaf for rij in WIJZEN}
LASTEN: Mapping[str, str] = {
    "huur": "de huur",
    "energie": "gas, water en licht",
    "zorgverzekering": "de zorgverzekering",
}


def lopend(m: Moment) -> Ontzorgen | None:
    """Het ontzorgen dat nog loopt."""
    open_ = [o for o in m.feiten.ontzorgen if o.beeindigd_op is None]
    return open_[-1] if open_ else None


# --- Kan het nu -----------------------------------------------------------------------

VOORWAARDEN: tuple[Voorwaarde, ...] = (
    Voorwaarde(
        H.ONTZORGEN_STARTEN,
        "Financieel ontzorgen is alleen voor asielstatushouders met bijstand. Een "
        "gezinsmigrant kan de gemeente wel op een andere manier helpen.",
        BRON,
        lambda m: m.traject.doelgroep == Doelgroep.ASIELSTATUSHOUDER,
    ),
    Voorwaarde(
        H.ONTZORGEN_STARTEN,
        "Het ontzorgen loopt al. Beëindig het eerst.",
        BRON,
        lambda m: lopend(m) is None,
    ),
    Voorwaarde(
        H.ONTZORGEN_BEEINDIGEN, "Er loopt geen ontzorgen.", BRON, lambda m: lopend(m)
    ),
)
OPEN_RIJ: Mapping[Handeling, Callable[[Any], bool]] = {
    H.ONTZORGEN_BEEINDIGEN: lambda o: o.beeindigd_op is None
}
GEBEURD: Mapping[Handeling, tuple[str, ...]] = {
    H.ONTZORGEN_STARTEN: ("begonnen_op",),
    H.ONTZORGEN_BEEINDIGEN: ("beeindigd_op",),
}
VOLGORDE: tuple[tuple[Handeling, str, str, str], ...] = (
    (H.ONTZORGEN_BEEINDIGEN, "begonnen_op", "beeindigd_op", "het begin"),
)


# --- Wanneer de eerste maanden begonnen -----------------------------------------------


def eerste_dag(m: Moment, begin: date) -> date:
    """Vanaf wanneer de eerste maanden tellen voor ontzorgen dat op ``begin`` begon.

    Zij zijn die van de bijstand: wie opnieuw begint, krijgt geen nieuwe. Alleen na het
    einde van de bijstand begint een andere.
    """
    sinds = begin
    eerder = (o for o in m.feiten.ontzorgen if o.begonnen_op < begin)
    for rij in sorted(eerder, key=lambda o: o.begonnen_op, reverse=True):
        if rij.reden_einde == RedenEindeOntzorgen.GEEN_BIJSTAND:
            break
        sinds = rij.begonnen_op
    return sinds


# --- Mogen deze gegevens --------------------------------------------------------------


def _zonder_bijstand(g: Geval) -> str:
    if g.gegevens.get("bijstand") is not False:
        return ""
    return (
        "Ontzorgen gaat met de bijstand: zonder bijstand kan de gemeente geen vaste "
        "lasten betalen uit de uitkering."
    )


def _maanden_voorbij(g: Geval) -> str:
    dag = g.dag("begonnen_op")
    if dag is None:
        return ""
    sinds = eerste_dag(g.m, dag)
    laatste = plus_maanden(sinds, _regel(g.m, sinds).waarde) - DAG
    if dag <= laatste:
        return ""
    return (
        f"Het ontzorgen is voor de eerste {_regel(g.m, sinds).duur} van de bijstand; die "
        f"begonnen op {nl(sinds)} en waren voorbij op {nl(laatste)}. Helpen kan de gemeente "
        "op een andere manier."
    )


def _opnieuw(g: Geval) -> str:
    dag = g.dag("begonnen_op")
    if dag is None or not any(o.begonnen_op < dag for o in g.m.feiten.ontzorgen):
        return ""
    sinds = eerste_dag(g.m, dag)
    if sinds < dag:
        return (
            f"Er is al ontzorgd vanaf {nl(sinds)}: de eerste {_regel(g.m, sinds).duur} "
            "tellen vanaf die dag."
        )
    return (
        "Er is eerder ontzorgd, en de bijstand hield toen op. Of de eerste maanden bij "
        "nieuwe bijstand opnieuw beginnen, is niet bevestigd."
    )


def _te_vroeg_anders(g: Geval) -> str:
    dag = g.dag("begonnen_op")
    for veld, last in LASTEN.items():
        wijze = g.waarde(veld)
        if dag and wijze and dag < (mag := VANAF[Lastwijze(wijze)]):
            return (
                f"Een ander hulpmiddel voor {last} kan pas vanaf {nl(mag)}. Kies dat de "
                "gemeente betaalt."
            )
    return ""


def _anders_zonder_reden(g: Geval) -> str:
    anders = any(g.waarde(veld) == Lastwijze.ANDERS for veld in LASTEN)
    if not anders or str(g.waarde("reden_anders") or "").strip():
        return ""
    return "Schrijf op welk ander hulpmiddel het is, en waarom dat genoeg is."


def _niets_nodig(g: Geval) -> str:
    if any(g.waarde(veld) != Lastwijze.NIET_NODIG for veld in LASTEN):
        return ""
    return (
        "Bij geen enkele vaste last is iets nodig. De plicht om te ontzorgen blijft; "
        "schrijf in een notitie waarom er niets te betalen is."
    )


def _termijn_niet_voorbij(g: Geval) -> str:
    heel = _termijn(g.m, g.rij) if isinstance(g.rij, Ontzorgen) else None
    dag = g.dag("beeindigd_op")
    if g.waarde("reden_einde") != RedenEindeOntzorgen.TERMIJN or not heel or not dag:
        return ""
    if dag >= heel.uiterlijk:
        return ""
    return (
        f"Het ontzorgen loopt tot en met {nl(heel.uiterlijk)}. Kies een andere reden, of "
        "beëindig het ontzorgen later."
    )


def _zelf_kunnen(g: Geval) -> str:
    heel = _termijn(g.m, g.rij) if isinstance(g.rij, Ontzorgen) else None
    dag = g.dag("beeindigd_op")
    if (
        g.waarde("reden_einde") != RedenEindeOntzorgen.ZELFREDZAAM
        or not heel
        or not dag
    ):
        return ""
    if dag >= heel.uiterlijk:
        return ""
    return (
        f"De plicht om te ontzorgen duurt tot en met {nl(heel.uiterlijk)}. Wie het zelf "
        "kan, mag de gemeente met een ander hulpmiddel helpen; de plicht zelf blijft."
    )


_START = (H.ONTZORGEN_STARTEN,)
_EINDE = (H.ONTZORGEN_BEEINDIGEN,)

TOETSEN: tuple[Toets, ...] = (
    Toets(_START, "begonnen_op", BRON, "alleen met bijstand", _zonder_bijstand),
    Toets(
        _START,
        "begonnen_op",
        BRON,
        "in de eerste maanden van de bijstand",
        _maanden_voorbij,
    ),
    melding(_START, "begonnen_op", OPNIEUW, "niet opnieuw", _opnieuw),
    Toets(
        _START,
        "begonnen_op",
        VERRUIMING,
        "een ander hulpmiddel niet voor 6 april 2023",
        _te_vroeg_anders,
    ),
    Toets(
        _START,
        "reden_anders",
        VERRUIMING,
        "een ander hulpmiddel met reden",
        _anders_zonder_reden,
    ),
    melding(_START, "huur", BRON, "ten minste een vaste last", _niets_nodig),
    Toets(
        _EINDE,
        "beeindigd_op",
        BRON,
        "de tijd van het ontzorgen is voorbij",
        _termijn_niet_voorbij,
    ),
    melding(_EINDE, "reden_einde", VERRUIMING, "de plicht blijft", _zelf_kunnen),
)


# --- Hoe lang -------------------------------------------------------------------------


def _regel(m: Moment, sinds: date) -> Parameter:
    return m.regel_vanaf("ontzorgen_maanden", sinds)


def _termijn(m: Moment, rij: Ontzorgen) -> Termijn:
    sinds = eerste_dag(m, rij.begonnen_op)
    regel, bron = _regel(m, sinds), BRON
    reden = f"de eerste {regel.duur} van de bijstand"
    if any(o.begonnen_op < sinds for o in m.feiten.ontzorgen):
        reden, bron = f"{reden}, opnieuw begonnen (niet bevestigd)", OPNIEUW
    return termijn(
        m,
        Termijnsoort.ONTZORGEN,
        regel,
        sinds,
        reden,
        bron=bron,
        voldaan_op=rij.beeindigd_op,
    )


def ontzorgtermijn(m: Moment) -> Termijn | None:
    """De zes maanden van het ontzorgen dat het laatst begon."""
    rijen = m.feiten.ontzorgen
    if not rijen:
        return None
    return _termijn(m, max(rijen, key=lambda o: (o.begonnen_op, o.id)))


TERMIJNREGELS: tuple[Termijnregel, ...] = (
    Termijnregel(Termijnsoort.ONTZORGEN, ontzorgtermijn, LOOPT | {S.OPGESCHORT}),
)


def _tijd_voorbij(m: Moment) -> Melding | None:
    heel = ontzorgtermijn(m)
    if heel is None or not heel.open or heel.uiterlijk >= m.peildatum:
        return None
    return Melding(
        f"De tijd van het ontzorgen was voorbij op {nl(heel.uiterlijk)}. Spreek "
        "af wie de vaste lasten nu betaalt en leg het einde vast.",
        BRON,
        gebruikt=heel.gebruikt,
    )


TOELICHTINGEN = (_tijd_voorbij,)
