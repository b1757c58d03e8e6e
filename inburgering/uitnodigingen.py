"""The letter of an invitation to a meeting of a group: one for each person.

It says what the meeting says and nothing about the person but name and address. The words
are texts that a municipality can say in its own way.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from inburgering.beschikkingen import model, render
from inburgering.handhavingsbrieven import adresregels
from inburgering.models.bijeenkomst import Bijeenkomst, Bijeenkomstsoort
from inburgering.models.tekstblok import Teksten, vul
from inburgering.models.traject import Traject
from inburgering.wet.kalender import voluit


SOORT = "groepsuitnodiging"
SJABLOON = "uitnodiging"
WAARVOOR: Mapping[Bijeenkomstsoort, str] = {
    Bijeenkomstsoort.PVT: "groep_pvt",
    Bijeenkomstsoort.MAP: "groep_map",
    Bijeenkomstsoort.VOORLICHTING: "groep_voorlichting",
}


def waarom_geen_brief(traject: Traject) -> str:
    """Say why there can be no letter for somebody; "" when there can."""
    if not adresregels(traject):
        return "Er is geen brief gemaakt: het adres is niet bekend."
    return ""


def titel(bijeenkomst: Bijeenkomst) -> str:
    """Give the title of the letter in the file."""
    return f"Uitnodiging voor {voluit(bijeenkomst.dag)}"


def _language(bijeenkomst: Bijeenkomst) -> str:
    parts = []
    if bijeenkomst.taal:
        parts.append(f"De taal van de bijeenkomst is {bijeenkomst.taal}.")
    if bijeenkomst.tolk:
        parts.append("Er is een tolk.")
    return " ".join(parts)


def gegevens(
    traject: Traject, bijeenkomst: Bijeenkomst, woorden: Teksten, *, wie: str, dag: date,
    verzet: bool = False,
) -> dict[str, Any]:  # fmt: skip
    """Give everything the letter says, as plain text; ask ``waarom_geen_brief`` first.

    ``wie`` invites and signs, and is whom one calls as long as nobody has the case;
    ``verzet`` that the meeting was to be at another time or place.
    """

    def zin(sleutel: str, **waarden: str) -> str:
        return vul(woorden.nederlands(sleutel), waarden)

    when = zin(
        "groep_wanneer", dag=voluit(bijeenkomst.dag), begin=f"{bijeenkomst.begin:%H:%M}",
        einde=f"{bijeenkomst.einde:%H:%M}", plaats=bijeenkomst.plaats,
    )  # fmt: skip
    contact = zin(
        "groep_contact", klantmanager=str(traject.klantmanager or wie),
        gemeente=traject.gemeente.naam, nummer=traject.nummer,
    )  # fmt: skip
    return {
        "titel": f"Uitnodiging: {bijeenkomst.titel}",
        "gemeente": f"Gemeente {traject.gemeente.naam}",
        "nummer": traject.nummer,
        "dagtekening": voluit(dag),
        "adresregels": adresregels(traject),
        "blokken": [
            *({"kop": "", "tekst": zin("groep_verzet")} for _ in range(verzet)),
            {"kop": "", "tekst": zin(WAARVOOR[Bijeenkomstsoort(bijeenkomst.soort)])},
            {"kop": "Waar en wanneer?", "tekst": when},
            *({"kop": "", "tekst": line} for line in [_language(bijeenkomst)] if line),
            {"kop": "Kunt u niet komen, of heeft u vragen?", "tekst": contact},
        ],
        "ondertekening": f"{woorden.nederlands('groep_ondertekening')}\n{wie}",
        "model": model(SJABLOON, woorden),
    }


def als_brieven(gegevens: dict[str, Any]) -> dict[str, Any]:
    """Give one letter as its template takes it: a list, so that many print at once."""
    return {"titel": gegevens["titel"], "brieven": [gegevens]}


def bundel(bijeenkomst: Bijeenkomst, bewaard: Iterable[dict[str, Any]]) -> bytes:
    """Give the letters of a meeting as they are kept, in one file to print.

    ``bewaard`` is what each letter was made of; each begins on a page of its own.
    """
    letters = [brief for kept in bewaard for brief in kept["brieven"]]
    return render(
        SJABLOON, {"titel": f"Uitnodigingen: {bijeenkomst.titel}", "brieven": letters}
    )
