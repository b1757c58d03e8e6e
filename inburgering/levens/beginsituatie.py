"""Answers to the baseline of the brede intake; every kind of answer occurs."""

from collections.abc import Mapping
from random import Random

from inburgering.levens import teksten
from inburgering.levens.marges import Z
from inburgering.levens.personen import LANDEN
from inburgering.wet.begrippen import Antwoord
from inburgering.wet.intake import VRAGEN, Antwoordsoort, Opleidingsniveau, Vraag


NIET_BEANTWOORD = (Antwoord.NIET_GEVRAAGD, Antwoord.ONBEKEND, Antwoord.WIL_NIET_ZEGGEN)
LAAG = (
    Opleidingsniveau.GEEN,
    Opleidingsniveau.BASIS,
    Opleidingsniveau.LAGER_VOORTGEZET,
)
HOOG = tuple(n for n in Opleidingsniveau if n not in LAAG[:2])
# Numbers around which most answers lie; a question that is not here is drawn freely.
GEWOON: Mapping[str, tuple[int, int]] = {
    "opleiding_jaren": (4, 18),
    "werk_jaren": (0, 15),
    "werk_nu_uren": (0, 24),
    "taal_les_voor_pip": (0, 120),
    "gezondheid_uren": (16, 40),
    "zorg_kinderen": (0, 3),
    "leren_reistijd": (20, 60),
}
TEKST: Mapping[str, tuple[str, ...]] = {
    "werk_beroep": teksten.BEROEPEN,
    "ambitie_beroep": teksten.BEROEPEN,
    "gezondheid_aanpassing": teksten.AANPASSINGEN,
    "taal_moedertaal": tuple(sorted({land.taal for land in LANDEN.values()})),
}
VAAK_LEEG = frozenset({"gezondheid_aanpassing"})


def _waarde(vraag: Vraag, route: str, kans: Random) -> object:
    if vraag.code == "opleiding_niveau":
        return kans.choice(LAAG if route == Z else HOOG).value
    if vraag.soort is Antwoordsoort.KEUZE:
        return kans.choice(vraag.keuzes)[0]
    if vraag.soort is Antwoordsoort.GETAL:
        return kans.randint(*GEWOON.get(vraag.code, vraag.grenzen))
    return kans.choice(TEKST.get(vraag.code, teksten.BEROEPEN))


def antwoorden(route: str, taal: str, kans: Random) -> dict[str, dict[str, object]]:
    """Answer the questions of the baseline; about one in ten has no answer."""
    gegeven: dict[str, dict[str, object]] = {}
    for vraag in VRAGEN:
        leeg = 0.7 if vraag.code in VAAK_LEEG else 0.09
        if kans.random() < leeg:
            soort = kans.choice(NIET_BEANTWOORD)
            gegeven[vraag.code] = {"antwoord": soort.value, "waarde": None}
            continue
        waarde = (
            taal if vraag.code == "taal_moedertaal" else _waarde(vraag, route, kans)
        )
        gegeven[vraag.code] = {"antwoord": Antwoord.BEANTWOORD.value, "waarde": waarde}
    return gegeven
