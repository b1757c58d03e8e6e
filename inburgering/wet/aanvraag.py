"""Wat iemand bij DUO aanvraagt, wat DUO antwoordt, en het advies van de gemeente.

Artikelen: Wi2021 art. 4 (vrijstelling), 5 (ontheffing) en 12 (verlenging); Besluit art.
4.1 en 4.5 (wanneer verlenging kan worden gevraagd). Bij een ontheffing om bijzondere
individuele omstandigheden vraagt DUO de gemeente om advies (SS140); binnen welke tijd is
eigen planning.

Het antwoord is een besluit van DUO: ``behandelingen`` zoekt bij elke aanvraag het eerste
besluit dat erop past. Een verlenging die DUO uit zichzelf gaf, is geen antwoord.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from inburgering.wet.begrippen import (
    Aanvraagsoort,
    Aanvraaguitslag,
    DUOBesluitsoort,
    Ontheffingsgrond,
    Termijnsoort,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Aanvraag, DUOBesluit
from inburgering.wet.handelingen import Handeling
from inburgering.wet.looptijd import verlenging_vragen
from inburgering.wet.moment import Moment
from inburgering.wet.regels import (
    LOOPT,
    Geval,
    Termijnregel,
    Toets,
    Voorwaarde,
    botst,
    melding,
    nl,
    termijn,
)
from inburgering.wet.uitkomst import Termijn
from inburgering.wet.verlenging import AMBTSHALVE


A, B = Zekerheid.A, Zekerheid.B
H, S, T = Handeling, DUOBesluitsoort, Termijnsoort
ADVIES = Bron("DUO", "SS140", A)
WANNEER = Bron("Besluit", "4.1 en 4.5", B)

# --- Het antwoord van DUO -------------------------------------------------------------

TOE, AF = Aanvraaguitslag.TOEGEKEND, Aanvraaguitslag.AFGEWEZEN
_ONTHEFFING = {
    S.ONTHEFFING_GEHEEL: TOE,
    S.ONTHEFFING_GEDEELTELIJK: TOE,
    S.ONTHEFFING_AFGEWEZEN: AF,
}
ANTWOORD: Mapping[Aanvraagsoort, Mapping[DUOBesluitsoort, Aanvraaguitslag]] = {
    Aanvraagsoort.VERLENGING: {S.VERLENGING: TOE, S.VERLENGING_AFGEWEZEN: AF},
    Aanvraagsoort.VRIJSTELLING: {
        S.VRIJSTELLING_GEHEEL: TOE,
        S.VRIJSTELLING_TIJDELIJK: TOE,
        S.VRIJSTELLING_GEDEELTELIJK: TOE,
        S.VRIJSTELLING_AFGEWEZEN: AF,
    },
    Aanvraagsoort.ONTHEFFING_MEDISCH: _ONTHEFFING,
    Aanvraagsoort.ONTHEFFING_BIO: _ONTHEFFING,
}
# Een ontheffing op de andere grond is geen antwoord.
ANDERE_GROND: Mapping[Aanvraagsoort, str] = {
    Aanvraagsoort.ONTHEFFING_MEDISCH: Ontheffingsgrond.BIO,
    Aanvraagsoort.ONTHEFFING_BIO: Ontheffingsgrond.MED,
}


@dataclass(frozen=True, slots=True)
class Behandeling:
    """Een aanvraag met het besluit van DUO dat haar beantwoordt, als dat er is."""

    aanvraag: Aanvraag
    besluit: DUOBesluit | None

    @property
    def uitslag(self) -> Aanvraaguitslag:
        """In behandeling, toegekend of afgewezen."""
        if self.besluit is None:
            return Aanvraaguitslag.IN_BEHANDELING
        return ANTWOORD[self.aanvraag.soort][self.besluit.soort]


def _antwoordt(besluit: DUOBesluit, aanvraag: Aanvraag) -> bool:
    if besluit.besloten_op < aanvraag.ingediend_op:
        return False
    if besluit.soort not in ANTWOORD[aanvraag.soort]:
        return False
    if besluit.grond in AMBTSHALVE:
        return aanvraag.grond == besluit.grond
    return besluit.grond != ANDERE_GROND.get(aanvraag.soort)


def behandelingen(
    aanvragen: tuple[Aanvraag, ...], besluiten: tuple[DUOBesluit, ...]
) -> tuple[Behandeling, ...]:
    """Bij elke aanvraag het besluit van DUO; besluiten van een dag horen bij elkaar.

    Een besluit beantwoordt een aanvraag, de oudste eerst. DUO kan op een aanvraag over
    meer onderdelen tegelijk besluiten.
    """
    vrij = sorted(besluiten, key=lambda b: (b.besloten_op, b.id))
    gevonden = []
    for aanvraag in sorted(aanvragen, key=lambda a: (a.ingediend_op, a.id)):
        past = [b for b in vrij if _antwoordt(b, aanvraag)]
        eerste = past[0] if past else None
        if eerste is not None:
            vrij = [
                b for b in vrij if b not in past or b.besloten_op != eerste.besloten_op
            ]
        gevonden.append(Behandeling(aanvraag, eerste))
    return tuple(gevonden)


def _van(m: Moment) -> tuple[Behandeling, ...]:
    return behandelingen(m.feiten.aanvragen, m.feiten.duo_besluiten)


# --- Het advies -----------------------------------------------------------------------


def vraagt_advies(a: Aanvraag) -> bool:
    """Of DUO bij deze aanvraag de gemeente om advies vraagt."""
    return a.soort == Aanvraagsoort.ONTHEFFING_BIO or a.advies_gevraagd_op is not None


def _advies_klaar(b: Behandeling) -> date | None:
    """Gegeven, of niet meer nodig omdat DUO al besliste."""
    besloten = b.besluit.besloten_op if b.besluit else None
    return b.aanvraag.advies_op or besloten


def _advies(m: Moment) -> Termijn | None:
    vragen = [b for b in _van(m) if vraagt_advies(b.aanvraag)]
    if not vragen:
        return None
    open_ = [b for b in vragen if _advies_klaar(b) is None]
    eerste = open_[0] if open_ else vragen[-1]
    gevraagd = eerste.aanvraag.advies_gevraagd_op
    begin = gevraagd or eerste.aanvraag.ingediend_op
    reden = "DUO vraagt bij deze ontheffing het advies van de gemeente"
    if gevraagd is not None:
        reden = f"DUO vroeg op {nl(gevraagd)} om advies"
    return termijn(
        m,
        T.ADVIES,
        m.regel_vanaf("advies_weken", begin),
        begin,
        reden,
        voldaan_op=_advies_klaar(eerste),
    )


# --- Wat bij een aanvraag hoort -------------------------------------------------------


def _vraagt_verlenging(g: Geval) -> bool:
    return bool(g.waarde("soort") == Aanvraagsoort.VERLENGING)


def _te_vroeg_of_te_laat(g: Geval) -> str:
    dag, venster = g.dag("ingediend_op"), verlenging_vragen(g.m)
    if not _vraagt_verlenging(g) or dag is None:
        return ""
    if venster is None:
        return (
            "Verlenging is gevraagd, maar bij ons is geen inburgeringstermijn met een "
            "einde bekend."
        )
    if dag < venster.begin:
        return (
            f"Deze aanvraag is te vroeg: verlenging vragen kan vanaf {nl(venster.begin)}, "
            "in het laatste half jaar van de termijn. DUO kan haar afwijzen."
        )
    if dag > venster.uiterlijk:
        return (
            "Deze aanvraag is te laat: de termijn liep tot en met "
            f"{nl(venster.uiterlijk)}. DUO kan haar afwijzen."
        )
    return ""


def _al_in_behandeling(g: Geval) -> str:
    for b in _van(g.m):
        if b.aanvraag.soort == g.waarde("soort") and b.besluit is None:
            return (
                f"Een zelfde aanvraag van {nl(b.aanvraag.ingediend_op)} is nog in "
                "behandeling bij DUO. Kijk of het dezelfde is."
            )
    return ""


def _grond_zonder_verlenging(g: Geval) -> str:
    if _vraagt_verlenging(g) or not g.waarde("grond"):
        return ""
    return "Een grond hoort alleen bij een verlenging. Laat dit leeg."


def _advies_ontbreekt(g: Geval) -> str:
    if g.waarde("advies"):
        return ""
    return "Kies wat de gemeente adviseert."


def _duo_besloot_al(g: Geval) -> str:
    dag = g.dag("advies_op")
    besloten = [
        b.besluit.besloten_op
        for b in _van(g.m)
        if b.besluit is not None and g.rij is not None and b.aanvraag.id == g.rij.id
    ]
    if dag is None or not besloten or dag <= besloten[0]:
        return ""
    return f"DUO besloot al op {nl(besloten[0])}. Het advies komt daarna."


def _te_adviseren(a: Aanvraag) -> bool:
    return vraagt_advies(a) and a.advies_op is None


VOORWAARDEN: tuple[Voorwaarde, ...] = (
    Voorwaarde(
        H.AANVRAAG_ADVISEREN,
        "Er is geen aanvraag waarbij DUO nog advies van de gemeente vraagt.",
        ADVIES,
        lambda m: any(map(_te_adviseren, m.feiten.aanvragen)),
    ),
)
OPEN_RIJ: Mapping[Handeling, Callable[[Any], bool]] = {
    H.AANVRAAG_ADVISEREN: _te_adviseren
}
GEBEURD: Mapping[Handeling, tuple[str, ...]] = {
    H.AANVRAAG_VASTLEGGEN: ("ingediend_op", "advies_gevraagd_op"),
    H.AANVRAAG_ADVISEREN: ("advies_op", "advies_gevraagd_op"),
}
VOLGORDE: tuple[tuple[Handeling, str, str, str], ...] = (
    (H.AANVRAAG_VASTLEGGEN, "ingediend_op", "advies_gevraagd_op", "de aanvraag"),
    (H.AANVRAAG_ADVISEREN, "ingediend_op", "advies_gevraagd_op", "de aanvraag"),
    (H.AANVRAAG_ADVISEREN, "advies_gevraagd_op", "advies_op", "de vraag van DUO"),
)
_VASTLEGGEN = (H.AANVRAAG_VASTLEGGEN,)
TOETSEN: tuple[Toets, ...] = (
    melding(
        _VASTLEGGEN,
        "ingediend_op",
        WANNEER,
        "verlenging in het laatste half jaar van de termijn",
        _te_vroeg_of_te_laat,
    ),
    melding(
        _VASTLEGGEN,
        "soort",
        Bron("DUO", "SS112", A),
        "niet tweemaal hetzelfde",
        _al_in_behandeling,
    ),
    botst(
        _VASTLEGGEN,
        "grond",
        Bron("DUO", "Inburgeringstermijn", A),
        "een grond alleen bij een verlenging",
        _grond_zonder_verlenging,
    ),
    Toets((H.AANVRAAG_ADVISEREN,), "advies", ADVIES, "een advies", _advies_ontbreekt),
    melding(
        (H.AANVRAAG_ADVISEREN,),
        "advies_op",
        ADVIES,
        "voordat DUO besluit",
        _duo_besloot_al,
    ),
)
TERMIJNREGELS: tuple[Termijnregel, ...] = (Termijnregel(T.ADVIES, _advies, LOOPT),)
