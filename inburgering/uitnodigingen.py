"""The letters about a meeting of a group or an appointment: one for each person.

They invite, or say that it does not go on, or that it does after all. They say what the
meeting says and nothing about the person but name and address. The words are texts that a
municipality can say in its own way.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from inburgering.beschikkingen import model, render
from inburgering.handhavingsbrieven import adresregels
from inburgering.models.agendapunt import Agendapunt
from inburgering.models.bijeenkomst import Bijeenkomst, Bijeenkomstsoort, Deelname
from inburgering.models.document import Document
from inburgering.models.tekstblok import Teksten, vul
from inburgering.models.traject import Traject
from inburgering.wet.kalender import voluit


SOORT = "groepsuitnodiging"
AFZEGGING = "groepsafzegging"
AFSPRAAK_AFZEGGING, AFSPRAAK_TOCH = "afspraak_afzegging", "afspraak_toch"
SJABLOON = "uitnodiging"
VERZET, TOCH = "groep_verzet", "groep_toch"
WAARVOOR: Mapping[Bijeenkomstsoort, str] = {
    Bijeenkomstsoort.PVT: "groep_pvt",
    Bijeenkomstsoort.MAP: "groep_map",
    Bijeenkomstsoort.VOORLICHTING: "groep_voorlichting",
}
Blokken = Iterable[dict[str, str]]


def laatste(soorten: Iterable[str], feiten: Iterable[int]) -> dict[int, Document]:
    """Give the newest letter of some kinds for each fact, without its bytes."""
    found = Document.objects.filter(soort__in=soorten, feit_id__in=list(feiten))
    rows = found.select_related("traject").defer("inhoud").order_by("id")
    return {row.feit_id: row for row in rows if row.feit_id is not None}


def afgezegd_per_brief(deelnames: Iterable[Deelname]) -> dict[int, Document]:
    """Give by who takes part the letter that the meeting, now cancelled, is off."""
    since = {
        row.pk: row.bijeenkomst.afgelast_op
        for row in deelnames
        if row.bijeenkomst.afgelast_op is not None
    }
    if not since:
        return {}
    return {
        pk: letter
        for pk, letter in laatste((SOORT, AFZEGGING), since).items()
        if letter.soort == AFZEGGING and letter.gemaakt_op >= since[pk]
    }


def afspraak_afgezegd_per_brief(punt: Agendapunt) -> Document | None:
    """Give the letter that this cancelled appointment does not go on, when there is one."""
    soorten = (AFSPRAAK_AFZEGGING, AFSPRAAK_TOCH)
    letter = laatste(soorten, [punt.pk]).get(punt.pk)
    if letter is None or letter.soort != AFSPRAAK_AFZEGGING or punt.afgezegd_op is None:
        return None
    return letter if letter.gemaakt_op >= punt.afgezegd_op else None


def waarom_geen_brief(traject: Traject) -> str:
    """Say why there can be no letter for somebody; "" when there can."""
    if not adresregels(traject):
        return "Er is geen brief gemaakt: het adres is niet bekend."
    return ""


def titel(bijeenkomst: Bijeenkomst) -> str:
    """Give the title of the letter in the file."""
    return f"Uitnodiging voor {voluit(bijeenkomst.dag)}"


def titel_afgelast(bijeenkomst: Bijeenkomst) -> str:
    """Give the title in the file of the letter that a meeting does not go on."""
    return f"Bijeenkomst van {voluit(bijeenkomst.dag)} gaat niet door"


def _language(bijeenkomst: Bijeenkomst) -> str:
    parts = []
    if bijeenkomst.taal:
        parts.append(f"De taal van de bijeenkomst is {bijeenkomst.taal}.")
    if bijeenkomst.tolk:
        parts.append("Er is een tolk.")
    return " ".join(parts)


def _brief(
    traject: Traject, woorden: Teksten, kop: str, blokken: Blokken, *, wie: str, dag: date
) -> dict[str, Any]:  # fmt: skip
    """Give a letter to one person as its template takes it."""
    return {
        "titel": kop,
        "gemeente": f"Gemeente {traject.gemeente.naam}",
        "nummer": traject.nummer,
        "dagtekening": voluit(dag),
        "adresregels": adresregels(traject),
        "blokken": list(blokken),
        "ondertekening": f"{woorden.nederlands('groep_ondertekening')}\n{wie}",
        "model": model(SJABLOON, woorden),
    }


def _contact(woorden: Teksten, sleutel: str, traject: Traject, wie: str) -> str:
    return vul(
        woorden.nederlands(sleutel),
        {
            "klantmanager": str(traject.klantmanager or wie),
            "gemeente": traject.gemeente.naam,
            "nummer": traject.nummer,
        },
    )


def gegevens(
    traject: Traject, bijeenkomst: Bijeenkomst, woorden: Teksten, *, wie: str, dag: date,
    eerst: str = "",
) -> dict[str, Any]:  # fmt: skip
    """Give everything the letter says, as plain text; ask ``waarom_geen_brief`` first.

    ``wie`` invites and signs, and is whom one calls as long as nobody has the case;
    ``eerst`` is the text that it begins with: ``VERZET`` when the meeting was to be at
    another time or place, ``TOCH`` when it was called off before.
    """
    when = vul(
        woorden.nederlands("groep_wanneer"),
        {
            "dag": voluit(bijeenkomst.dag), "begin": f"{bijeenkomst.begin:%H:%M}",
            "einde": f"{bijeenkomst.einde:%H:%M}", "plaats": bijeenkomst.plaats,
        },
    )  # fmt: skip
    about = woorden.nederlands(WAARVOOR[Bijeenkomstsoort(bijeenkomst.soort)])
    blocks = [
        *({"kop": "", "tekst": woorden.nederlands(key)} for key in [eerst] if key),
        {"kop": "", "tekst": about},
        {"kop": "Waar en wanneer?", "tekst": when},
        *({"kop": "", "tekst": line} for line in [_language(bijeenkomst)] if line),
        {
            "kop": "Kunt u niet komen, of heeft u vragen?",
            "tekst": _contact(woorden, "groep_contact", traject, wie),
        },
    ]
    return _brief(
        traject, woorden, f"Uitnodiging: {bijeenkomst.titel}", blocks, wie=wie, dag=dag
    )


def _news(
    traject: Traject, woorden: Teksten, kop: str, tekst: str, *, wie: str, dag: date
) -> dict[str, Any]:  # fmt: skip
    """Give a letter that says one thing, and whom to ask."""
    asks = _contact(woorden, "groep_vragen", traject, wie)
    blocks = [
        {"kop": "", "tekst": tekst},
        {"kop": "Heeft u vragen?", "tekst": asks},
    ]
    return _brief(traject, woorden, kop, blocks, wie=wie, dag=dag)


def afgelast(
    traject: Traject, bijeenkomst: Bijeenkomst, woorden: Teksten, *, wie: str, dag: date
) -> dict[str, Any]:  # fmt: skip
    """Give the letter that a meeting does not go on; not why: that is for colleagues."""
    text = vul(
        woorden.nederlands("groep_afgelast"),
        {
            "titel": bijeenkomst.titel, "dag": voluit(bijeenkomst.dag),
            "begin": f"{bijeenkomst.begin:%H:%M}", "einde": f"{bijeenkomst.einde:%H:%M}",
        },
    )  # fmt: skip
    kop = f"Gaat niet door: {bijeenkomst.titel}"
    return _news(traject, woorden, kop, text, wie=wie, dag=dag)


def afspraak(
    traject: Traject, punt: Agendapunt, woorden: Teksten, *, wie: str, dag: date
) -> dict[str, Any]:  # fmt: skip
    """Give the letter that an appointment does not go on, or does after all.

    It names the day and the time and never what for: that can be nobody else's business.
    """
    off = punt.afgezegd_op is not None
    values = {"dag": voluit(punt.dag), "begin": f"{punt.begin:%H:%M}"}
    text = vul(woorden.nederlands("afspraak_af" if off else "afspraak_toch"), values)
    kop = f"Uw afspraak gaat {'niet' if off else 'toch'} door"
    return _news(traject, woorden, kop, text, wie=wie, dag=dag)


def als_brieven(gegevens: dict[str, Any]) -> dict[str, Any]:
    """Give one letter as its template takes it: a list, so that many print at once."""
    return {"titel": gegevens["titel"], "brieven": [gegevens]}


def bundel(bijeenkomst: Bijeenkomst, bewaard: Iterable[dict[str, Any]]) -> bytes:
    """Give the letters of a meeting as they are kept, in one file to print.

    ``bewaard`` is what each letter was made of; each begins on a page of its own.
    """
    letters = [brief for kept in bewaard for brief in kept["brieven"]]
    what = "Uitnodigingen" if bijeenkomst.afgelast_op is None else "Gaat niet door"
    return render(
        SJABLOON, {"titel": f"{what}: {bijeenkomst.titel}", "brieven": letters}
    )
