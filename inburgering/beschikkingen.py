"""Letters: builds the facts of a letter, renders it once, and freezes it.

The template is Typst and gets its text as JSON, so what somebody typed is never read as
markup. The bytes are stored with their hash, the template's version and the data; an
old letter is never rendered again.
"""

import hashlib
import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.db.models import Q

from inburgering.brieftekst import HANDHAVINGSTEKST
from inburgering.models.afspraak import Afspraak
from inburgering.models.begeleiding import Begeleiding, Ontzorgen
from inburgering.models.document import Document, Tekstblok
from inburgering.models.dossier import Dossier, lees
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.pip import PIP
from inburgering.wet.begrippen import Doelgroep, Eigenaar, Onderdeel, Termijnsoort
from inburgering.wet.kalender import voluit
from inburgering.wet.parameters import parameter


SJABLONEN = Path(settings.BASE_DIR) / "templates" / "brieven"

# What a municipality may say in its own words; its own text block wins.
STANDAARDTEKST = {
    "pip_aanhef": (
        "U moet inburgeren. In dit persoonlijk plan inburgering en participatie (PIP) "
        "staat wat u gaat doen en welke hulp u krijgt. Het plan is een besluit van het "
        "college van burgemeester en wethouders."
    ),
    "pip_begeleiding": "Uw klantmanager praat regelmatig met u over hoe het gaat.",
    "pip_bezwaar": (
        "U kunt bezwaar maken. Schrijf een brief aan het college van burgemeester en "
        "wethouders. Doe dat binnen {weken} weken na de dag waarop dit besluit is "
        "verstuurd. Zet in de brief uw naam, uw adres, de datum, het nummer van uw "
        "dossier en waarom u het niet eens bent. Onderteken de brief."
    ),
    "pip_ondertekening": "Met vriendelijke groet,\nnamens het college,",
} | HANDHAVINGSTEKST


def tekst(sleutel: str) -> str:
    """Give the municipality's own text, or the text that comes with the system."""
    own = Tekstblok.objects.filter(sleutel=sleutel).first()
    return own.tekst if own else STANDAARDTEKST[sleutel]


def teksten() -> dict[str, str]:
    """Give every text at once: a letter of many texts asks the database once."""
    own = Tekstblok.objects.filter(sleutel__in=STANDAARDTEKST)
    return STANDAARDTEKST | dict(own.values_list("sleutel", "tekst"))


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
        lines.append(f"Een lager niveau is toegestaan. {pip.afschalen_reden}")
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


def _blocks(dossier: Dossier, pip: PIP) -> list[dict[str, str]]:
    blocks = (
        ("Wat u wilt", pip.wensen),
        ("Doelen en afspraken", pip.doelen),
        ("Wat u naast de lessen doet", pip.participatie),
        ("Hulp en begeleiding", pip.begeleiding or tekst("pip_begeleiding")),
        ("Maatschappelijke begeleiding", _guidance(pip)),
        ("Uw vaste lasten", _fixed_costs(dossier, pip)),
        ("Hoe we volgen of het lukt", _progress(pip)),
    )
    return [{"kop": head, "tekst": text} for head, text in blocks if text]


def _agreements(pip: PIP) -> list[dict[str, str]]:
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
            "wanneer": voluit(row.uiterlijk) if row.uiterlijk else "geen einddatum",
            "wet": row.get_grondslag_display(),
        }
        for row in rows
    ]


def pip_gegevens(dossier: Dossier, pip: PIP, ondertekenaar: str) -> dict[str, Any]:
    """Give everything the letter says, as plain text."""
    assert pip.dagtekening is not None
    traject = dossier.traject
    weeks = parameter("pip_bezwaar_weken", pip.dagtekening).waarde
    return {
        "titel": "Persoonlijk plan inburgering en participatie",
        "gemeente": f"Gemeente {traject.gemeente.naam}",
        "nummer": traject.nummer,
        "dagtekening": voluit(pip.dagtekening),
        "adresregels": _address(traject.inburgeraar),
        "aanhef": tekst("pip_aanhef"),
        "leerroute": _route_text(pip, dossier.stand.doelgroep),
        "onderdelen": _parts(dossier, pip),
        "blokken": _blocks(dossier, pip),
        "afspraken": _agreements(pip),
        "termijn": _term(dossier),
        "niet_akkoord": pip.reden_geen_akkoord,
        "bezwaar": tekst("pip_bezwaar").format(weken=weeks),
        "ondertekening": f"{tekst('pip_ondertekening')}\n{ondertekenaar}",
    }


def render(sjabloon: str, gegevens: dict[str, Any]) -> bytes:
    """Render a letter as tagged PDF (PDF/UA-1), with the fonts of the wheel alone."""
    return typst.compile(
        str(SJABLONEN / f"{sjabloon}.typ"),
        root=str(SJABLONEN),
        format="pdf",
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        sys_inputs={"gegevens": json.dumps(gegevens)},
    )


def sjabloonversie(sjabloon: str) -> str:
    """Give the version of a template: its name and the hash of what it says now."""
    content = (SJABLONEN / f"{sjabloon}.typ").read_bytes()
    return f"{sjabloon}@{hashlib.sha256(content).hexdigest()[:12]}"


def _says_the_same(gegevens: dict[str, Any], pip: PIP) -> bool:
    """Say whether the newest letter of this PIP says this already, whoever signed it."""
    letters = Document.objects.filter(soort="pip", feit_id=pip.pk).order_by("-id")
    newest = letters.values_list("gegevens", flat=True).first() or {}
    who = {"ondertekening": ""}
    return gegevens | who == newest | who


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
    inhoud = render("pip", gegevens)
    document = Document(
        gemeente=pip.gemeente,
        traject=pip.traject,
        vastgelegd_op=on.date(),
        vastgelegd_door=lid.gebruiker,
        soort="pip",
        feit_id=pip.pk,
        titel=f"PIP versie {pip.versie}, {voluit(pip.dagtekening)}",
        sjabloon=sjabloonversie("pip"),
        gegevens=gegevens,
        inhoud=inhoud,
        sha256=hashlib.sha256(inhoud).hexdigest(),
        gemaakt_op=on.date(),
    )
    document._history_user = lid.gebruiker
    document._history_date = on
    document._change_reason = "pip_brief"
    document.save()
