"""What every page of a file has around it: identity bar, sections, and who may see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.http import HttpRequest

from inburgering import werkvoorraad
from inburgering.authorization.checks import may, may_see
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.spil import AnyHandeling
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.aandachtspunt import afgeleid, vlagwoorden
from inburgering.models.dossier import Dossier, zichtbaar
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.templatetags.opmaak import datum, onvolledige_datum
from inburgering.wet.begrippen import PIPStatus, Termijnsoort, Trajectstatus
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import Handeling
from inburgering.wet.moment import moment
from inburgering.wet.uitkomst import Oordeel, Stand, Termijn


@dataclass(frozen=True)
class Sectie:
    """A part of the file with its own address."""

    naam: str
    label: str
    inzage: Inzage
    soorten: tuple[str, ...] = ()

    @property
    def pad(self) -> str:
        """The last part of the address; the overview has none."""
        return "" if self.naam == "overzicht" else f"{self.naam}/"


I = Inzage  # noqa: E741 - the table below must fit on one screen
SECTIES = (
    Sectie("overzicht", "Overzicht", I.DOSSIER),
    Sectie("gegevens", "Gegevens", I.DOSSIER, ("groepen", "verhuizingen")),
    Sectie("gezin", "Gezin", I.GEZIN),
    Sectie("intake", "Brede intake", I.BEGINSITUATIE),
    Sectie("pip", "PIP", I.DOSSIER, ("pips",)),
    Sectie("leerroute", "Leerroute", I.DOSSIER),
    Sectie("ondersteuning", "Ondersteuning", I.DOSSIER, ("ontzorgen", "begeleidingen")),
    Sectie("gesprekken", "Gesprekken", I.DOSSIER, ("gesprekken",)),
    Sectie("examens", "Examens en onderdelen", I.DOSSIER, ("examens", "aanmeldingen")),
    Sectie(
        "besluiten",
        "Besluiten",
        I.DOSSIER,
        ("duo_besluiten", "aanvragen", "afsluitingen"),
    ),
    Sectie("documenten", "Documenten", I.DOCUMENTEN),
    Sectie("handhaving", "Handhaving", I.HANDHAVING, ("handhavingen",)),
    Sectie("bezwaar", "Bezwaar", I.HANDHAVING, ("bezwaren",)),
    Sectie("geschiedenis", "Geschiedenis", I.GESCHIEDENIS),
)
SECTIE: Mapping[str, Sectie] = {sectie.naam: sectie for sectie in SECTIES}

S, H, T = Trajectstatus, Handeling, Termijnsoort

# What one does about a term, where that is one act; at some stages it is an earlier act.
DOEN: Mapping[Termijnsoort, Handeling] = {
    T.VOORTGANGSGESPREK: H.VOORTGANGSGESPREK_VOEREN,
    T.PIP_VERSTUREN: H.PIP_VERSTUREN,
    T.AANBOD: H.AANBOD_DOEN,
    T.VERLENGING_VRAGEN: H.AANVRAAG_VASTLEGGEN,
    T.ADVIES: H.AANVRAAG_ADVISEREN,
    T.HANDHAVING_CONTACT: H.HANDHAVING_ONDERZOEKEN,
    T.HANDHAVING_REACTIE: H.HANDHAVING_HOREN,
    T.BEZWAAR_BESLISSEN: H.BEZWAAR_BESLISSEN,
    T.DUO_VOLDAAN: H.DUOBESLUIT_VASTLEGGEN,
    T.AFSLUITEN: H.TRAJECT_AFSLUITEN,
    T.OVERDRACHT: H.VERHUIZING_OVERDRAGEN,
    T.AFSPRAAK: H.AFSPRAAK_AFRONDEN,
    T.ONTZORGEN: H.ONTZORGEN_BEEINDIGEN,
    T.EXAMEN: H.EXAMEN_AANMELDEN,
}
DOEN_BIJ: Mapping[tuple[Termijnsoort, Trajectstatus], Handeling] = {
    (T.INTAKE, S.AANGEMELD): H.INTAKE_STARTEN,
    (T.INTAKE, S.INTAKE): H.INTAKE_INVULLEN,
    (T.PIP, S.AANGEMELD): H.INTAKE_STARTEN,
    (T.PIP, S.INTAKE): H.INTAKE_AFRONDEN,
}

# What usually comes next beside what is due, in the order in which one does it.
VERVOLG: Mapping[Trajectstatus, tuple[Handeling, ...]] = {
    S.AANGEMELD: (H.INTAKE_STARTEN, H.TRAJECT_AANVULLEN),
    S.INTAKE: (
        H.INTAKE_INVULLEN, H.LEERBAARHEIDSTOETS_VASTLEGGEN, H.INTAKE_AFRONDEN,
    ),
    S.PIP: (
        H.PIP_VASTSTELLEN, H.PIP_BESPREKEN, H.PIP_OPSTELLEN,
        H.LEERBAARHEIDSTOETS_VASTLEGGEN,
    ),
    S.LEERROUTE: (
        H.VOORTGANGSGESPREK_VOEREN, H.EXAMEN_VASTLEGGEN, H.UREN_VASTLEGGEN,
        H.ZROUTE_AFRONDEN,
    ),
    S.ONDERDELEN_BEHAALD: (H.DUOBESLUIT_VASTLEGGEN,),
    S.OPGESCHORT: (H.DUOBESLUIT_VASTLEGGEN, H.VOORTGANGSGESPREK_VOEREN),
    S.VOLDAAN: (H.TRAJECT_AFSLUITEN,),
    S.GEEINDIGD: (H.TRAJECT_AFSLUITEN,),
    S.GEVOLGD: (
        H.INTAKE_STARTEN, H.INTAKE_AFRONDEN, H.VOORTGANGSGESPREK_VOEREN,
        H.UREN_VASTLEGGEN, H.TRAJECT_AANVULLEN,
    ),
    S.AFGESLOTEN: (H.TRAJECT_HEROPENEN,),
}  # fmt: skip


def wat_te_doen(soort: Termijnsoort, status: Trajectstatus) -> Handeling | None:
    """Give the act that answers a term at a stage; None when one opens the file."""
    return DOEN_BIJ.get((soort, status)) or DOEN.get(soort)


@dataclass(frozen=True)
class Stap:
    """An act on this case: what it is called, where it is done, whether it may now."""

    handeling: AnyHandeling
    nummer: str
    oordeel: Oordeel

    @property
    def url(self) -> str:
        """Where it is done; made when it is shown, as most acts are not."""
        return adres(self.nummer, self.handeling)

    @property
    def label(self) -> str:
        """The words on the button."""
        return self.handeling.label


def mag(lid: Lidmaatschap, handeling: AnyHandeling) -> bool:
    """Say whether this membership may do an act."""
    return may(Rol(lid.rol), handeling, mandaat=lid.mandaat)


def mag_zien(lid: Lidmaatschap, inzage: Inzage) -> bool:
    """Say whether this membership may see a kind of page."""
    return may_see(Rol(lid.rol), inzage)


def adres(nummer: str, handeling: AnyHandeling, rij_id: int | None = None) -> str:
    """Give the address of an act on a case."""
    row = f"{rij_id}/" if rij_id else ""
    return f"/trajecten/{nummer}/{handeling.noun}/{row}{handeling.verb}/"


# Where one reads about a term that is not answered by one act.
SECTIE_BIJ = {
    T.PIP: "pip/",
    T.HANDHAVING_BESLUIT: "handhaving/",
    T.LESSEN: "leerroute/",
}


def taak_adres(
    lid: Lidmaatschap, nummer: str, soort: str, status: str, volgnummer: int
) -> str:
    """Give where somebody answers a term of a list: the act, or where one reads of it."""
    kind = Termijnsoort(soort)
    if kind is Termijnsoort.TAAK:  # its number is that of the task itself
        return adres(nummer, Werkhandeling.TAAK_AFRONDEN, volgnummer)
    act = wat_te_doen(kind, Trajectstatus(status))
    if act is not None and mag(lid, act):
        return adres(nummer, act)
    return f"/trajecten/{nummer}/{SECTIE_BIJ.get(kind, '')}"


def herstel_adres(nummer: str, soort: str, rij_id: int) -> str:
    """Give the address where a recorded fact is corrected."""
    return f"/trajecten/{nummer}/feit/{soort}/{rij_id}/herstellen/"


def stappen(dossier: Dossier, lid: Lidmaatschap) -> list[Stap]:
    """Give every act of the law that the role may do, allowed or refused."""
    nummer, own = dossier.traject.nummer, _eigen_handelingen(lid.rol, lid.mandaat)
    return [
        Stap(act, nummer, oordeel)
        for act, oordeel in dossier.stand.handelingen.items()
        if act in own
    ]


@cache
def _eigen_handelingen(rol: str, mandaat: bool) -> frozenset[Handeling]:
    """Give the acts on a case that a role may do."""
    own = (act for act in Handeling if may(Rol(rol), act, mandaat=mandaat))
    return frozenset(own) - {Handeling.TRAJECT_REGISTREREN}


def _order(stand: Stand) -> list[Handeling]:
    """Give the acts that come first: what is due, most urgent first, then the usual."""
    due = sorted((t for t in stand.termijnen if _asks_work(t, stand)), key=_last_day)
    acts = [wat_te_doen(t.soort, stand.status) for t in due]
    return list(dict.fromkeys([*filter(None, acts), *VERVOLG[stand.status]]))


def _last_day(term: Termijn) -> date:
    return term.uiterlijk


def _asks_work(term: Termijn, stand: Stand) -> bool:
    return term.open and werkvoorraad.is_werk(
        term.soort, term.uiterlijk, stand.peildatum
    )


def volgende(dossier: Dossier, steps: list[Stap]) -> tuple[list[Stap], list[Stap]]:
    """Split the allowed acts into what usually comes next and the others."""
    order = _order(dossier.stand)
    allowed = [step for step in steps if step.oordeel.toegestaan]
    first = sorted(
        (step for step in allowed if step.handeling in order),
        key=lambda step: order.index(step.handeling),
    )
    return first, [step for step in allowed if step.handeling not in order]


def dringendste(stand: Stand) -> Termijn | None:
    """Give the term for the bar: the first that asks for work, else the last day of all."""
    work = [t for t in stand.termijnen if _asks_work(t, stand)]
    whole = [t for t in stand.termijnen if t.open and t.soort == T.INBURGERINGSTERMIJN]
    return min(work or whole, key=_last_day, default=None)


def _named(term: Termijn) -> str:
    """Name a term, with the mark when its rule is not confirmed."""
    mark = "" if term.bron.zekerheid.bevestigd else " (niet bevestigd)"
    return f"{term.soort.label}{mark}"


STATUS_TOON: Mapping[Trajectstatus, str] = {
    S.ONDERDELEN_BEHAALD: "is-positive",
    S.VOLDAAN: "is-positive",
    S.OPGESCHORT: "is-warning",
    S.GEVOLGD: "is-info",
}


def idbalk(
    dossier: Dossier, lid: Lidmaatschap, steps: list[Stap] | None = None
) -> dict[str, Any]:
    """Give the identity bar: who it is, which route, and what is due first."""
    dossier = zichtbaar(dossier, Rol(lid.rol))
    traject, stand = dossier.traject, dossier.stand
    marks = []
    if stand.leerroute:
        marks.append({"tekst": stand.leerroute.label, "toon": "is-info"})
    if not stand.leerroute or stand.status != Trajectstatus.LEERROUTE:
        tone = STATUS_TOON.get(stand.status, "")
        marks.append({"tekst": stand.status.label, "toon": tone})
    flags = vlagwoorden(traject.vlagcodes)
    marks += [
        {"tekst": words, "toon": "is-warning", "naam": "flag"}
        for words in (*afgeleid(traject.inburgeraar), *flags)
    ]
    term = dringendste(stand)
    return {
        "kop": traject.inburgeraar.naam,
        "feiten": [
            f"Dossier {traject.nummer}",
            f"geboren {onvolledige_datum(traject.inburgeraar.geboortedatum)}",
        ],
        "kenmerken": marks,
        "termijn": term and {"label": _named(term), "dag": term.uiterlijk},
        "knoppen": _buttons(dossier, lid, steps) if steps is not None else [],
    }


def _buttons(
    dossier: Dossier, lid: Lidmaatschap, steps: list[Stap]
) -> list[dict[str, Any]]:
    first, _ = volgende(dossier, steps)
    buttons: list[dict[str, Any]] = [
        {"url": step.url, "label": step.label} for step in first[:1]
    ]
    if mag(lid, Werkhandeling.NOTITIE_TOEVOEGEN):
        url = adres(dossier.traject.nummer, Werkhandeling.NOTITIE_TOEVOEGEN)
        buttons.append({"url": url, "label": "Notitie"})
    if mag(lid, Werkhandeling.SIGNAAL_MELDEN):
        url = f"/signalen/melden/?dossier={dossier.traject.nummer}"
        buttons.append({"url": url, "label": "Signaal", "stil": True})
    return buttons


def _count(feiten: Feiten, sectie: Sectie) -> int:
    return sum(len(getattr(feiten, soort)) for soort in sectie.soorten)


def tabs(dossier: Dossier, lid: Lidmaatschap, actief: str) -> list[dict[str, Any]]:
    """Give the sections that the role may see."""
    base = dossier.traject.get_absolute_url()
    return [
        {
            "url": f"{base}{sectie.pad}",
            "label": sectie.label,
            "aantal": _count(dossier.feiten, sectie),
            "actief": sectie.naam == actief,
        }
        for sectie in SECTIES
        if mag_zien(lid, sectie.inzage)
    ]


def kader(
    request: HttpRequest, dossier: Dossier, actief: str, steps: list[Stap] | None = None
) -> dict[str, Any]:
    """Give the frame of a page of the file; ``steps`` when the page has them already."""
    dossier = zichtbaar(dossier, Rol(request.lid.rol))
    steps = stappen(dossier, request.lid) if steps is None else steps
    return {
        "traject": dossier.traject,
        "persoon": dossier.traject.inburgeraar,
        "dossier": dossier,
        "stand": dossier.stand,
        "balk": idbalk(dossier, request.lid, steps),
        "tabs": tabs(dossier, request.lid, actief),
        "basis": dossier.traject.get_absolute_url(),
        "mag_herstellen": mag(request.lid, Werkhandeling.FEIT_HERSTELLEN),
    }


# --- Where are we? --------------------------------------------------------------------


def _first_decided(feiten: Feiten) -> date | None:
    days = [p.dagtekening for p in feiten.pips if p.status == PIPStatus.VASTGESTELD]
    return min((day for day in days if day), default=None)


def _ended(dossier: Dossier) -> tuple[str, date | None]:
    stand = dossier.stand
    done = [t.begin for t in stand.termijnen if t.soort == Termijnsoort.AFSLUITEN]
    label = "Voldaan volgens DUO"
    if stand.status == Trajectstatus.GEEINDIGD:
        label = "Plicht geëindigd"
    return label, done[0] if done else None


def _line(words: str, day: date | None) -> str:
    return f"{words} {datum(day)}".strip() if day else words


def waar(dossier: Dossier) -> list[dict[str, Any]]:
    """Give the steps of the way, and which one is now."""
    stand = dossier.stand
    # Looking back, what came later had not happened yet.
    feiten = moment(dossier.feiten, stand.peildatum).feiten
    intakes = feiten.brede_intakes
    intake = next((i.afgerond_op for i in intakes if i.afgerond_op), None)
    plan = _first_decided(feiten)
    behaald = stand.alle_onderdelen_behaald_op
    total = len(stand.onderdelen)
    done = sum(part.gehaald for part in stand.onderdelen)
    label, ended = _ended(dossier)
    whole = next(
        (t for t in stand.termijnen if t.soort == Termijnsoort.INBURGERINGSTERMIJN),
        None,
    )
    started = (
        _line("begonnen", intakes[-1].gestart_op) if intakes else "nog niet begonnen"
    )
    steps = [
        ("Brede intake", intake or plan, datum(intake) or ("" if plan else started)),
        ("PIP vastgesteld", plan, datum(plan)),
        ("Onderdelen", behaald,
         datum(behaald) or (f"{done} van {total} gehaald" if total else "")),
        (label, ended, datum(ended) or (_line("uiterlijk", whole.uiterlijk) if whole else "")),
    ]  # fmt: skip
    if stand.status == Trajectstatus.GEVOLGD:
        steps = [steps[0], ("Zonder termijn en zonder boete", None, "gevolgd")]
    over = bool(ended) or stand.status == Trajectstatus.AFGESLOTEN
    now = next((n for n, step in enumerate(steps) if not step[1]), len(steps))
    return [
        {
            "label": name,
            "regel": line,
            "stand": "klaar" if day else "nu" if n == now and not over else "later",
        }
        for n, (name, day, line) in enumerate(steps)
    ]
