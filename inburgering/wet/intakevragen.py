"""De vragen die een gemeente zelf toevoegt aan de brede intake.

Zij staan naast de vragen van ``wet.intake``, in dezelfde antwoorden. Een vraag verandert
nooit onder een gegeven antwoord: zij eindigt op een dag, en een nieuwe begint. Wat een
gemeente niet mag vragen, wordt geweigerd: de AVG (art. 9) verbiedt het, of het hoort niet
bij de intake (Wi2021 art. 14 lid 3: gezondheid alleen voor zover van belang).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Intakevraag
from inburgering.wet.intake import Antwoordsoort, Domein, Vraag


BRON = Bron("AVG", "9", Zekerheid.C)
VOOR = "eigen_"  # zo begint geen code van ``wet.intake``: de twee botsen nooit
MEESTE = 40  # meer vragen naast de vaste houdt niemand een gesprek lang vol
MINSTE_KEUZES, MEESTE_KEUZES, LANGSTE_KEUZE = 2, 20, 80
HOOGSTE = 100_000


def als_vraag(rij: Intakevraag) -> Vraag:
    """Een vraag van de gemeente in de vorm van de vaste vragen.

    Het woord van een keuze is haar plaats in de lijst: die verandert nooit.
    """
    return Vraag(
        rij.code,
        rij.domein,
        rij.vraag,
        Antwoordsoort(rij.soort),
        tuple((str(n), woorden) for n, woorden in enumerate(rij.keuzes, 1)),
        rij.eenheid,
        (rij.laagste, rij.hoogste),
        rij.geldig_vanaf,
        rij.geldig_tot,
        rij.hulptekst,
    )


def eigen_vragen(rijen: Iterable[Intakevraag]) -> tuple[Vraag, ...]:
    """De vragen van de gemeente in de volgorde die zij koos, ook die zijn vervallen."""
    return tuple(
        als_vraag(rij) for rij in sorted(rijen, key=lambda r: (r.volgorde, nummer(r)))
    )


def nummer(rij: Intakevraag) -> int:
    """Het volgnummer achter de code van een eigen vraag."""
    return int(rij.code.removeprefix(VOOR))


def domeincode(domein: str) -> str:
    """Een onderwerp als woord voor een veld; dat van de gemeente zelf begint met eigen_.

    Leeg als er in de naam geen letter of cijfer van ons schrift staat.
    """
    if domein in set(Domein):
        return str(domein)
    kaal = unicodedata.normalize("NFKD", domein).encode("ascii", "ignore").decode()
    slak = re.sub(r"[^a-z0-9]+", "_", kaal.lower()).strip("_")
    return f"{VOOR}{slak}" if slak else ""


def onderwerpen(vragen: Iterable[Vraag]) -> Mapping[str, str]:
    """Per woord hoe het onderwerp heet, in de volgorde van de vragen."""
    return {domeincode(vraag.domein): vraag.onderwerp for vraag in vragen}


# --- Wat niet gevraagd mag worden -----------------------------------------------------


@dataclass(frozen=True)
class Verboden:
    """Waar een vraag niet over mag gaan, en hoe men het wel vraagt.

    ``woorden`` staan er precies zo, ``stammen`` zijn het begin van een woord.
    """

    wat: str
    wel: str
    woorden: frozenset[str]
    stammen: tuple[str, ...]


VERBODEN: tuple[Verboden, ...] = (
    Verboden(
        "gezondheid of een diagnose",
        "Vraag wat iemand nodig heeft om les en werk vol te houden.",
        frozenset({"ziek", "ziekte", "ziektes", "ziekten", "aids", "hiv", "kanker"}),
        (
            "diagnos", "medicijn", "medicatie", "medisch", "psychi", "psychol",
            "depress", "trauma", "verslav", "handicap", "zwanger", "ptss",
        ),
    ),
    Verboden(
        "geloof",
        "Vraag alleen op welke dagen of uren iemand niet naar les kan.",
        frozenset({"kerk", "kerken", "tempel", "geloof", "sjiiet", "soenniet"}),
        (
            "gelovig", "geloofs", "religi", "godsdienst", "moskee", "synagog", "islam",
            "moslim", "christen", "christel", "joods", "hindoe", "jezidi",
        ),
    ),
    Verboden(
        "herkomst of afkomst",
        "Vraag bijvoorbeeld wat iemand deed voordat hij of zij in Nederland kwam.",
        frozenset({"ras", "stam", "rassen", "stammen", "etnische"}),
        ("afkomst", "herkomst", "etnisch", "etnicit", "nationalit", "geboorteland",
         "huidskleur"),
    ),
    Verboden(
        "politiek, vakbond of seksualiteit",
        "Dit hoort niet bij de inburgering.",
        frozenset({"homo", "lesbisch", "geaardheid"}),
        ("politiek", "vakbond", "seksu", "homoseks"),
    ),
)  # fmt: skip
NIET_VRAGEN = (
    "Vraag nooit naar een diagnose, naar geloof of naar herkomst. Van gezondheid alleen "
    "wat het betekent voor les en werk."
)
_WOORD = re.compile(r"[^\W\d_]+")


def _gevonden(tekst: str) -> Iterator[tuple[Verboden, str]]:
    for woord in _WOORD.findall(tekst):
        klein = woord.lower()
        for grond in VERBODEN:
            if klein in grond.woorden or klein.startswith(grond.stammen):
                yield grond, woord


def mag_niet(tekst: str) -> str:
    """Waarom een tekst niet in een vraag mag staan, in gewone taal; "" als het mag."""
    for grond, woord in _gevonden(tekst):
        return f'Vraag niet naar {grond.wat} ("{woord}"). {grond.wel}'
    return ""


# --- Of een vraag klopt ---------------------------------------------------------------


def _fout_domein(vraag: Intakevraag) -> str:
    if vraag.domein in set(Domein):
        return ""
    if not domeincode(vraag.domein):
        return "Geef het onderwerp een naam met letters."
    klein = vraag.domein.lower()
    if any(klein in (domein.value, domein.label.lower()) for domein in Domein):
        return "Dit onderwerp is er al. Kies het uit de lijst."
    return mag_niet(vraag.domein)


def _fout_keuzes(vraag: Intakevraag) -> str:
    gegeven = [woorden.lower() for woorden in vraag.keuzes]
    if vraag.soort != Antwoordsoort.KEUZE:
        return "Alleen bij een keuze hoort een lijst met antwoorden." if gegeven else ""
    if not MINSTE_KEUZES <= len(gegeven) <= MEESTE_KEUZES:
        return f"Geef {MINSTE_KEUZES} tot {MEESTE_KEUZES} antwoorden, elk op een regel."
    if len(set(gegeven)) < len(gegeven):
        return "Een antwoord staat er twee keer. Haal er een weg."
    if max(map(len, gegeven)) > LANGSTE_KEUZE:
        return f"Een antwoord heeft hooguit {LANGSTE_KEUZE} tekens."
    return mag_niet(" ".join(vraag.keuzes))


def _fout_grenzen(vraag: Intakevraag) -> str:
    if vraag.soort != Antwoordsoort.GETAL:
        return ""
    if not 0 <= vraag.laagste < vraag.hoogste <= HOOGSTE:
        return "Het hoogste getal moet hoger zijn dan het laagste."
    return ""


def vraagfouten(vraag: Intakevraag) -> Mapping[str, str]:
    """Per gegeven van een eigen vraag wat er mis is; leeg als zij gesteld mag worden."""
    fouten = {
        "domein": _fout_domein(vraag),
        "vraag": mag_niet(vraag.vraag),
        "keuzes": _fout_keuzes(vraag),
        "hoogste": _fout_grenzen(vraag),
        "hulptekst": mag_niet(vraag.hulptekst),
    }
    return {veld: fout for veld, fout in fouten.items() if fout}
