"""Letters: builds the facts of a letter, renders it once, and freezes it.

The template is Typst and gets its text as JSON, so what somebody typed is never read as
markup. The bytes are stored with their hash, the template's version and the data; an
old letter is never rendered again.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.db.models import Q

from inburgering.models.afspraak import Afspraak
from inburgering.models.begeleiding import Begeleiding, Ontzorgen
from inburgering.models.document import Document
from inburgering.models.doel import Doel, genummerd
from inburgering.models.dossier import Dossier, lees
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gesprek import ZELF, Zelfredzaamheid, verloop, wat_gezegd
from inburgering.models.pip import PIP
from inburgering.models.standaardteksten import BRIEVEN, Taal
from inburgering.models.tekstblok import Teksten, teksten, vul
from inburgering.wet.begrippen import Doelgroep, Eigenaar, Onderdeel, Termijnsoort
from inburgering.wet.kalender import voluit
from inburgering.wet.parameters import parameter


SJABLONEN = Path(settings.BASE_DIR) / "templates" / "brieven"
# Beside the fonts of the wheel: those have no Ethiopic, and Arabic in equal widths only.
LETTERTYPEN = SJABLONEN / "lettertypen"


def _address(persoon: Any) -> list[str]:
    """Give name and address; a secret address is handed over in person."""
    if persoon.geheim_adres:
        return [persoon.naam, "(wordt persoonlijk overhandigd)"]
    place = " ".join(part for part in (persoon.postcode, persoon.woonplaats) if part)
    return [line for line in (persoon.naam, persoon.adres, place) if line]


def _parts(dossier: Dossier, pip: PIP) -> list[dict[str, str]]:
    hours = {Onderdeel.PVT: pip.pvt_uren, Onderdeel.MAP: pip.map_uren}
    rows = []
    for part in dossier.stand.onderdelen:
        agreed = part.nodig or hours.get(part.onderdeel)
        measure = f"{agreed} uur" if agreed else part.niveau or ""
        if part.onderdeel == Onderdeel.MAP and agreed:
            measure += " praktijk"
        rows.append({"label": part.onderdeel.label, "maat": str(measure)})
    return rows


def _term(dossier: Dossier) -> str:
    term = next(
        t
        for t in dossier.stand.termijnen
        if t.soort == Termijnsoort.INBURGERINGSTERMIJN
    )
    return (
        f"Uw inburgeringstermijn begint op {voluit(term.begin)}. "
        f"U heeft de tijd tot en met {voluit(term.uiterlijk)}."
    )


def _route_text(pip: PIP, doelgroep: str) -> str:
    lines = [f"U volgt de {pip.get_leerroute_display()}."]
    if pip.intensiteit and doelgroep == Doelgroep.ASIELSTATUSHOUDER:
        lines.append(f"U krijgt in totaal naar schatting {pip.intensiteit} uur les.")
    if pip.mag_opleiding_afmaken:
        lines.append("U mag eerst de opleiding afmaken waaraan u bent begonnen.")
    if pip.afschalen_reden:
        why = f"{pip.afschalen_reden} {pip.afschalen_inspanning}".strip()
        lines.append(f"Een lager niveau is toegestaan. {why}")
    return "\n".join(lines)


def _holding(model: type[Begeleiding | Ontzorgen], pip: PIP) -> Any:
    """Give the support that held on the day of the plan."""
    return (
        model.objects.filter(
            traject_id=pip.traject_id, begonnen_op__lte=pip.dagtekening
        )
        .filter(Q(beeindigd_op=None) | Q(beeindigd_op__gt=pip.dagtekening))
        .order_by("begonnen_op", "id")
        .last()
    )


def _guidance(pip: PIP) -> str:
    guide = _holding(Begeleiding, pip)
    if guide is None:
        return ""
    who = f" Uw begeleider is {guide.contactpersoon}." if guide.contactpersoon else ""
    return f"U krijgt maatschappelijke begeleiding van {guide.organisatie}.{who}"


def _fixed_costs(dossier: Dossier, pip: PIP) -> str:
    paid = _holding(Ontzorgen, pip)
    if paid is None:
        return ""
    lines = [
        f"{name}: {how[0].lower()}{how[1:]}."
        for name, how in (
            ("Huur", paid.get_huur_display()),
            ("Gas, water en licht", paid.get_energie_display()),
            ("Zorgverzekering", paid.get_zorgverzekering_display()),
        )
    ]
    lines += [
        f"Dit duurt tot en met {voluit(term.uiterlijk)}."
        for term in dossier.stand.termijnen
        if term.soort == Termijnsoort.ONTZORGEN and term.begin == paid.begonnen_op
    ]
    return "\n".join(lines)


def _progress(pip: PIP) -> str:
    if not pip.gesprek_weken:
        return pip.voortgang
    weeks = pip.gesprek_weken
    often = "Elke week" if weeks == 1 else f"Elke {weeks} weken"
    return f"{pip.voortgang}\n{often} praat u met uw klantmanager over hoe het gaat."


ZELF_GEZEGD = {
    Zelfredzaamheid.ALLEEN.value: "u doet het alleen",
    Zelfredzaamheid.MET_HULP.value: "u doet het met hulp",
    Zelfredzaamheid.OVERGENOMEN.value: "een ander doet het voor u",
}


def _self_reliance(pip: PIP) -> str:
    """Say per part of daily life who does it, by the talks until the day of the plan."""
    assert pip.dagtekening is not None
    said = [t for t in wat_gezegd(pip.traject_id) if t.gevoerd_op <= pip.dagtekening]
    return "\n".join(
        f"{part.label}: {ZELF_GEZEGD[path[-1][1]]}."
        for name, part in ZELF.items()
        if (path := verloop(said, name)) and path[-1][1] in ZELF_GEZEGD
    )


def _blocks(dossier: Dossier, pip: PIP, woorden: Teksten) -> list[dict[str, str]]:
    blocks = (
        ("Wat u wilt", pip.wensen),
        ("Wat u daar zelf voor doet", pip.zelf),
        ("Wat u alleen doet, en waarbij u hulp krijgt", _self_reliance(pip)),
        ("Doelen en afspraken", pip.doelen),
        ("Wat u naast de lessen doet", pip.participatie),
        (
            "Hulp en begeleiding",
            pip.begeleiding or woorden.nederlands("pip_begeleiding"),
        ),
        ("Maatschappelijke begeleiding", _guidance(pip)),
        ("Uw vaste lasten", _fixed_costs(dossier, pip)),
        ("Hoe we volgen of het lukt", _progress(pip)),
    )
    return [{"kop": head, "tekst": text} for head, text in blocks if text]


def _until(dag: date | None) -> str:
    return voluit(dag) if dag else "geen einddatum"


def _ready(dag: date | None) -> str:
    return f"Klaar tot en met {voluit(dag)}." if dag else "Geen einddatum."


def _goals(pip: PIP) -> tuple[list[dict[str, Any]], dict[int, str]]:
    """Give the goals that stood on the day of the plan, and the number of each."""
    held = Doel.objects.filter(
        traject_id=pip.traject_id, gesteld_op__lte=pip.dagtekening
    ).filter(Q(geeindigd_op=None) | Q(geeindigd_op__gt=pip.dagtekening))
    goals: list[dict[str, Any]] = []
    numbers: dict[int, str] = {}
    for number, goal, steps in genummerd(held):
        numbers |= {goal.pk: number} | {step.pk: n for n, step in steps}
        goals.append(
            {
                "nummer": number,
                "wat": goal.omschrijving,
                "over": goal.get_domein_display(),
                "waarom": goal.waarom,
                "wanneer": _ready(goal.uiterlijk),
                "stappen": [
                    {
                        "nummer": n,
                        "wat": step.omschrijving,
                        "wanneer": _ready(step.uiterlijk),
                    }
                    for n, step in steps
                ],
            }
        )
    return goals, numbers


def _agreements(pip: PIP, nummers: Mapping[int, str]) -> list[dict[str, str]]:
    """Give the agreements that were open on the day of the plan."""
    rows = (
        Afspraak.objects.filter(
            traject_id=pip.traject_id, gemaakt_op__lte=pip.dagtekening
        )
        .filter(Q(afgerond_op=None) | Q(afgerond_op__gt=pip.dagtekening))
        .order_by("gemaakt_op", "id")
    )
    return [
        {
            "wat": row.omschrijving,
            "wie": "U"
            if row.eigenaar == Eigenaar.INBURGERAAR
            else row.get_eigenaar_display(),
            "wanneer": _until(row.uiterlijk),
            "doel": nummers.get(row.doel_id or 0, ""),
            "wet": row.get_grondslag_display(),
        }
        for row in rows
    ]


def pip_gegevens(dossier: Dossier, pip: PIP, ondertekenaar: str) -> dict[str, Any]:
    """Give everything the letter says, as plain text."""
    assert pip.dagtekening is not None
    traject = dossier.traject
    weeks = str(parameter("pip_bezwaar_weken", pip.dagtekening).waarde)
    woorden = teksten(dossier.stand.peildatum)
    goals, numbers = _goals(pip)
    signed = woorden.nederlands("pip_ondertekening")
    return {
        "titel": "Persoonlijk plan inburgering en participatie",
        "gemeente": f"Gemeente {traject.gemeente.naam}",
        "nummer": traject.nummer,
        "dagtekening": voluit(pip.dagtekening),
        "adresregels": _address(traject.inburgeraar),
        "aanhef": woorden.nederlands("pip_aanhef"),
        "leerroute": _route_text(pip, dossier.stand.doelgroep),
        "onderdelen": _parts(dossier, pip),
        "blokken": _blocks(dossier, pip, woorden),
        "doelen": goals,
        "afspraken": _agreements(pip, numbers),
        "termijn": _term(dossier),
        "niet_akkoord": pip.reden_geen_akkoord,
        "bezwaar": vul(woorden.nederlands("pip_bezwaar"), {"weken": weeks}),
        "ondertekening": f"{signed}\n{ondertekenaar}",
        "model": model("pip", woorden),
    }


def _terms(dossier: Dossier) -> dict[str, str]:
    """Give the days of the term in numbers, which read the same in every language."""
    for term in dossier.stand.termijnen:
        if term.soort == Termijnsoort.INBURGERINGSTERMIJN:
            return {
                "begin": f"{term.begin:%d-%m-%Y}",
                "einde": f"{term.uiterlijk:%d-%m-%Y}",
            }
    return {}


def _summary_blocks(
    dossier: Dossier, pip: PIP, lists: Mapping[str, list[str]]
) -> list[tuple[str, dict[str, str]]]:
    """Give the texts that say this plan, in order, each with what is filled in."""
    assert pip.dagtekening is not None
    weeks = str(parameter("pip_bezwaar_weken", pip.dagtekening).waarde)
    goals, agreed = lists["sv_doelen"], lists["sv_afspraken"]
    said: tuple[tuple[str, Any, dict[str, str]], ...] = (
        ("sv_nederlands_beslist", True, {}),
        (f"sv_{pip.leerroute}", True, {}),
        ("sv_termijn", term := _terms(dossier), term),
        ("sv_pvt", pip.pvt_uren, {"uren": str(pip.pvt_uren)}),
        ("sv_map", pip.map_uren, {"uren": str(pip.map_uren)}),
        ("sv_gesprekken", pip.gesprek_weken, {"weken": str(pip.gesprek_weken)}),
        ("sv_doelen", goals, {}),
        ("sv_afspraken", agreed, {}),
        ("sv_niet_gelukt", agreed, {}),
        ("sv_bezwaar", True, {"weken": weeks}),
    )
    return [(key, values) for key, holds, values in said if holds]


def samenvatting_gegevens(dossier: Dossier, pip: PIP, taal: Taal) -> dict[str, Any]:
    """Give the summary of a decided plan in a language, as plain text.

    A text that nobody translated and looked at stands there in Dutch, and says so. What
    people wrote themselves (goals, agreements) stays as they wrote it.
    """
    words = teksten(dossier.stand.peildatum, taal)
    translators: set[str] = set()
    goals, numbers = _goals(pip)
    lists = {
        "sv_doelen": [f"{g['nummer']}. {g['wat']}" for g in goals],
        "sv_afspraken": [f"{a['wie']}: {a['wat']}" for a in _agreements(pip, numbers)],
    }

    def line(key: str, values: dict[str, str]) -> dict[str, Any]:
        found = words.tekst(key, taal)
        if row := words.translated.get((key, taal.code)):
            translators.add(row.vertaald_door)
        return {
            "tekst": vul(found.woorden, values, los=found.taal.van_rechts),
            "taal": found.taal.code,
            "richting": found.taal.richting,
            "vertaald": found.taal == taal,
            "lijst": lists.get(key, []),
        }

    lines = [line(key, values) for key, values in _summary_blocks(dossier, pip, lists)]
    title = line("sv_titel", {})
    missing = sum(not one["vertaald"] for one in [title, *lines])
    return {
        "titel": title,
        "gemeente": f"Gemeente {dossier.traject.gemeente.naam}",
        "nummer": dossier.traject.nummer,
        "plan": f"PIP versie {pip.versie}, {voluit(pip.dagtekening)}",
        "taal": taal.code,
        "taalnaam": taal.naam,
        "richting": taal.richting,
        "regels": lines,
        "ontbreekt": missing,
        "totaal": len(lines) + 1,
        "vertaald_door": ", ".join(sorted(translators)),
        "model": sjabloonversie("samenvatting"),
    }


class NietTeZetten(Exception):
    """A letter holds something that none of our fonts can show."""


def _zet(bron: Path, gegevens: Any) -> bytes:
    """Set a template as tagged PDF. Raises ``NietTeZetten``."""
    try:
        return typst.compile(
            bron,
            root=SJABLONEN,
            format="pdf",
            pdf_standards=["ua-1"],
            font_paths=[LETTERTYPEN],
            ignore_system_fonts=True,
            sys_inputs={"gegevens": json.dumps(gegevens)},
        )
    except typst.TypstError as error:
        raise NietTeZetten(str(error)) from error
    except BaseException as error:
        # The wheel panics on some lone marks, past every ordinary exception.
        if type(error).__name__ != "PanicException":
            raise
        raise NietTeZetten("The typesetter gave up.") from error


def render(sjabloon: str, gegevens: dict[str, Any] | str) -> bytes:
    """Render a letter as tagged PDF (PDF/UA-1), with fonts of our own on every machine.

    Raises ``NietTeZetten`` for what those fonts do not have.
    """
    return _zet(SJABLONEN / f"{sjabloon}.typ", gegevens)


# What every letter shows: Latin with its marks, and the signs of ordinary Dutch text.
GEWOON = re.compile(r"[\s!-~\u00a1-\u017f\u2018-\u201d\u2013\u2014\u2022\u2026\u20ac]+")


# So much is set at once as a trial: the typesetter keeps a fault for every sign that it
# cannot show, so that a megabyte of them would take hundreds of megabytes.
PROEFSTUK = 1_000
GENOEG = 3  # of what cannot be shown, so many words are named


@lru_cache(maxsize=256)
def _te_zetten(tekst: str) -> bool:
    try:
        render("proef", tekst)
    except NietTeZetten:
        return False
    return True


def _proefstukken(woorden: Iterable[str]) -> Iterator[list[str]]:
    """Put words together into pieces to try; a word that is longer is cut."""
    piece: list[str] = []
    size = 0
    for woord in woorden:
        for at in range(0, len(woord), PROEFSTUK):
            part = woord[at : at + PROEFSTUK]
            if piece and size + len(part) > PROEFSTUK:
                yield piece
                piece, size = [], 0
            piece.append(part)
            size += len(part) + 1
    if piece:
        yield piece


def _eerste_onzetbare(woorden: list[str]) -> list[str]:
    """Halve what cannot be set until the words are found that are to blame."""
    if _te_zetten(" ".join(woorden)):
        return []
    if len(woorden) == 1:
        return woorden
    half = len(woorden) // 2
    found = _eerste_onzetbare(woorden[:half])
    if len(found) < GENOEG:
        found = [*found, *_eerste_onzetbare(woorden[half:])]
    return found or woorden[:1]  # only together they cannot


def onzetbaar(tekst: str) -> list[str]:
    """Give the first words of a text that no letter can show, each once, in order."""
    if GEWOON.fullmatch(tekst):
        return []
    strange = dict.fromkeys(w for w in tekst.split() if not GEWOON.fullmatch(w))
    found: list[str] = []
    for piece in _proefstukken(strange):
        found += _eerste_onzetbare(piece)
        if len(found) >= GENOEG:
            break
    return found[:GENOEG]


def model(sjabloon: str, woorden: Teksten) -> str:
    """Say by which template and which words of its own this letter was made."""
    own = [
        f"{blok.kop.lower()} {found.versie}"
        for blok in BRIEVEN[sjabloon].blokken
        if (found := woorden.tekst(blok.sleutel)).eigen
    ]
    words = f"; eigen tekst: {', '.join(own)}" if own else ""
    return f"Model {sjabloonversie(sjabloon)}{words}"


def pip_voorbeeld(gemeente: str, dag: date) -> bytes:
    """Render the letter of a person who does not exist, in the words that hold on a day."""
    woorden = teksten(dag)
    weeks = str(parameter("pip_bezwaar_weken", dag).waarde)
    return render(
        "pip",
        {
            "titel": "Persoonlijk plan inburgering en participatie",
            "gemeente": f"Gemeente {gemeente}",
            "nummer": "0000-00000 (voorbeeld)",
            "dagtekening": voluit(dag),
            "adresregels": ["Voorbeeld", "Straat 1", "0000 AA Plaats"],
            "aanhef": woorden.nederlands("pip_aanhef"),
            "leerroute": "U volgt de B1-route.",
            "onderdelen": [{"label": "Spreken", "maat": "B1"}],
            "blokken": [
                {
                    "kop": "Hulp en begeleiding",
                    "tekst": woorden.nederlands("pip_begeleiding"),
                }
            ],
            "doelen": [],
            "afspraken": [],
            "termijn": f"Uw inburgeringstermijn begint op {voluit(dag + timedelta(days=1))}.",
            "niet_akkoord": "",
            "bezwaar": vul(woorden.nederlands("pip_bezwaar"), {"weken": weeks}),
            "ondertekening": f"{woorden.nederlands('pip_ondertekening')}\nNaam van de collega",
            "model": model("pip", woorden),
        },
    )


def sjabloonversie(sjabloon: str) -> str:
    """Give the version of a template: its name and the hash of what it says now."""
    content = (SJABLONEN / f"{sjabloon}.typ").read_bytes()
    return f"{sjabloon}@{hashlib.sha256(content).hexdigest()[:12]}"


def bevroren(
    soort: str, feit_id: int, titel: str, gegevens: dict[str, Any], op: date,
    sjabloon: str = "",
) -> dict[str, Any]:  # fmt: skip
    """Render a letter and give what is kept of it: the bytes with hash, template, data.

    ``sjabloon`` is the template, when it is not named as the kind of letter.

    Raises ``NietTeZetten`` for a script that our fonts do not have.
    """
    template = sjabloon or soort
    inhoud = render(template, gegevens)
    return {
        "soort": soort,
        "feit_id": feit_id,
        "titel": titel,
        "sjabloon": sjabloonversie(template),
        "gegevens": gegevens,
        "inhoud": inhoud,
        "sha256": hashlib.sha256(inhoud).hexdigest(),
        "gemaakt_op": op,
    }


def _says_the_same(gegevens: dict[str, Any], pip: PIP) -> bool:
    """Say whether the newest letter of this PIP says this already.

    Whoever signed it, and whatever template it was made by: a new one is no reason to
    send the same words again.
    """
    letters = Document.objects.filter(soort="pip", feit_id=pip.pk).order_by("-id")
    newest = letters.values_list("gegevens", flat=True).first() or {}
    form = {"ondertekening": "", "model": ""}
    return gegevens | form == newest | form


def pip_brief(*, on: datetime, pip_id: int, lid_id: int) -> None:
    """Make the letter of a decided PIP (a job; a second run finds the letter there).

    After a correction the same job makes a new letter; the old one stays as it left.
    """
    pip = PIP.objects.select_related("traject__inburgeraar", "traject__gemeente").get(
        pk=pip_id
    )
    lid = Lidmaatschap.objects.select_related("gebruiker").get(pk=lid_id)
    # As it stood when the decision began to count: the day after its date.
    day: date = pip.dagtekening + timedelta(days=1)
    gegevens = pip_gegevens(
        lees(pip.traject, max(day, on.date())), pip, lid.gebruiker.naam
    )
    if _says_the_same(gegevens, pip):
        return
    title = f"PIP versie {pip.versie}, {voluit(pip.dagtekening)}"
    document = Document(
        gemeente=pip.gemeente,
        traject=pip.traject,
        vastgelegd_op=on.date(),
        vastgelegd_door=lid.gebruiker,
        **bevroren("pip", pip.pk, title, gegevens, on.date()),
    )
    document._history_user = lid.gebruiker
    document._history_date = on
    document._change_reason = "pip_brief"
    document.save()
