"""Wat de brede intake betekent voor het plan: per onderwerp een uitkomst.

De intake levert een beeld van de startpositie en de kansen (Wi2021 art. 14); het PIP
begint daar (art. 15). De uitkomst is van de klantmanager, in eigen woorden: niemand rekent
haar uit. Waar zij in het PIP past, is een voorstel om mee te beginnen.
"""

from collections.abc import Iterable, Iterator, Mapping

from inburgering.wet.begrippen import Antwoord
from inburgering.wet.intake import Antwoorden, Domein, Vraag, in_woorden
from inburgering.wet.intakevragen import onderwerpen
from inburgering.wet.keuze import Keuze


LANGSTE = 500


class Uitkomstsoort(Keuze):
    """Wat een onderwerp betekent voor het plan."""

    KANS = "kans", "Kans"
    AANDACHT = "aandachtspunt", "Aandachtspunt"
    ACTIE = "actie_nodig", "Actie nodig"


Uitkomsten = Mapping[str, Mapping[str, object]]

# Waar een onderwerp in het PIP past; wat hier niet staat, hoort bij de begeleiding.
IN_PIP: Mapping[str, str] = {
    Domein.OPLEIDING: "doelen",
    Domein.TAAL: "doelen",
    Domein.WERK: "participatie",
    Domein.AMBITIE: "wensen",
}
OVERIG_IN_PIP = "begeleiding"


def alle_onderwerpen(eigen: Iterable[Vraag]) -> Mapping[str, str]:
    """Per woord hoe het onderwerp heet: de vaste, en die van de gemeente zelf."""
    vast = {domein.value: domein.label for domein in Domein}
    return vast | dict(onderwerpen(eigen))


def _fout(uitkomst: Mapping[str, object], naam: str) -> str:
    tekst = uitkomst.get("tekst")
    if uitkomst.get("soort") not in list(Uitkomstsoort):
        return f"kies wat dit betekent voor het plan bij: {naam}"
    if not isinstance(tekst, str) or not tekst.strip():
        return f"schrijf in eigen woorden wat dit betekent bij: {naam}"
    if len(tekst) > LANGSTE:
        return f"gebruik hooguit {LANGSTE} tekens bij: {naam}"
    return ""


def uitkomstfouten(
    uitkomsten: Uitkomsten, eigen: Iterable[Vraag] = ()
) -> Mapping[str, str]:
    """Per onderwerp wat er mis is met de uitkomst; leeg als alles klopt."""
    namen = alle_onderwerpen(eigen)
    fouten = {
        code: _fout(uitkomst, namen[code])
        if code in namen
        else f"het onderwerp {code} bestaat niet"
        for code, uitkomst in uitkomsten.items()
    }
    return {code: fout for code, fout in fouten.items() if fout}


# --- Naar het PIP ---------------------------------------------------------------------


def _wensen(antwoorden: Antwoorden, vragen: Iterable[Vraag]) -> Iterator[str]:
    """Wat iemand zelf wil, uit de antwoorden over de toekomst."""
    for vraag in vragen:
        gegeven = antwoorden.get(vraag.code, {})
        if (
            vraag.domein == Domein.AMBITIE
            and gegeven.get("antwoord") == Antwoord.BEANTWOORD
        ):
            yield f"{vraag.vraag} {in_woorden(vraag, gegeven)}."


def begintekst(
    antwoorden: Antwoorden, uitkomsten: Uitkomsten, vragen: tuple[Vraag, ...]
) -> Mapping[str, str]:
    """Per tekst van het PIP waarmee men kan beginnen; wat niets zegt, ontbreekt.

    ``vragen``: die van de intake, met die van de gemeente zelf. De teksten heten als de
    velden van het PIP: wensen, doelen, participatie, begeleiding.
    """
    regels: dict[str, list[str]] = {"wensen": list(_wensen(antwoorden, vragen))}
    for code, naam in alle_onderwerpen(vragen).items():
        if uitkomst := uitkomsten.get(code):
            veld = IN_PIP.get(code, OVERIG_IN_PIP)
            regels.setdefault(veld, []).append(f"{naam}: {uitkomst['tekst']}")
    return {veld: "\n".join(tekst) for veld, tekst in regels.items() if tekst}
