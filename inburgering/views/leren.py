"""What the file says beside the route itself: waiting, a school of one's own, and work.

Ready to print; each asks the database a fixed number of times.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models

from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.onderdeel import Examenaanmelding
from inburgering.models.participatie import Participatie
from inburgering.models.wachtlijst import Wachtplek
from inburgering.models.zelfgekozen import (
    Behoefte,
    Keuzeadvies,
    Lening,
    Schoolkeuze,
)
from inburgering.templatetags.opmaak import datum
from inburgering.views import weergave
from inburgering.views.dossierkader import adres, herstel_adres, mag, mag_zien
from inburgering.wet.begrippen import Antwoord, Doelgroep
from inburgering.wet.examens import loopt
from inburgering.wet.handelingen import Handeling
from inburgering.wet.intake import VRAAG
from inburgering.wet.moment import moment
from inburgering.wet.zelfgekozen import over_keurmerk, over_lenen


W, H = Werkhandeling, Handeling
Kaart = dict[str, Any]


def _rows(dossier: Dossier, model: type[models.Model], *ook: str) -> list[Any]:
    found = model._default_manager.filter(traject=dossier.traject)
    return list(found.select_related("vastgelegd_door", *ook).order_by("-id"))


def werkkaart(
    dossier: Dossier, lid: Lidmaatschap, row: Any, *acts: Werkhandeling, badge: str = "",
    toon: str = "is-neutral", kop: str = "", weg: Iterable[str] = (),
) -> Kaart:  # fmt: skip
    """Give a row of the work as a card; it is changed, not corrected."""
    nummer = dossier.traject.nummer
    return {
        "kop": kop or str(row)[:1].upper() + str(row)[1:],
        "badge": badge, "toon": toon, "rijen": weergave.rijen(row, {"herkomst", *weg}),
        "bron": row.get_herkomst_display(), "op": row.vastgelegd_op,
        "door": row.vastgelegd_door.naam,
        "links": [
            {"url": adres(nummer, act, row.pk), "label": act.label}
            for act in acts
            if mag(lid, act)
        ],
    }  # fmt: skip


def knoppen(
    dossier: Dossier, lid: Lidmaatschap, *acts: Werkhandeling
) -> list[dict[str, str]]:
    """Give working acts that make a new row, as links."""
    return [
        {"url": adres(dossier.traject.nummer, act), "label": act.label}
        for act in acts
        if mag(lid, act)
    ]


# --- The waiting list -----------------------------------------------------------------


def aanbod_url(nummer: str, plek: Wachtplek) -> str:
    """Give the form of the offer with what somebody waits for filled in."""
    known = {"aanbieder": plek.aanbieder_id, "cursus": plek.cursus_id}
    asked = [f"{name}={value}" for name, value in known.items() if value]
    asked.append(f"leerroute={plek.leerroute}")
    return f"{adres(nummer, H.AANBOD_DOEN)}?{'&'.join(asked)}"


def wachtlijst(dossier: Dossier, lid: Lidmaatschap) -> dict[str, Any]:
    """Give the places one waits for, the open ones first."""
    rows = _rows(dossier, Wachtplek, "aanbieder", "cursus")
    rows.sort(key=lambda row: row.tot is not None)
    offers = mag(lid, H.AANBOD_DOEN)
    allowed = dossier.stand.handelingen[H.AANBOD_DOEN].toegestaan
    nummer = dossier.traject.nummer
    cards = []
    for row in rows:
        waits = row.tot is None
        card = werkkaart(
            dossier, lid, row,
            *((W.WACHTLIJST_WIJZIGEN, W.WACHTLIJST_BEEINDIGEN) if waits else ()),
            badge="Wacht" if waits else row.get_reden_einde_display(),
            toon="is-warning" if waits else "is-neutral",
            weg=("leerroute", "aanbieder", "cursus", "reden_einde"),
        )  # fmt: skip
        if waits and offers and allowed:
            act = {"url": aanbod_url(nummer, row), "label": H.AANBOD_DOEN.label}
            card["links"].insert(0, act)
        cards.append(card)
    return {
        "kaarten": cards, "knoppen": knoppen(dossier, lid, W.WACHTLIJST_OPNEMEN),
    }  # fmt: skip


# --- A school of one's own --------------------------------------------------------------


def _school(dossier: Dossier, lid: Lidmaatschap, row: Schoolkeuze) -> Kaart:
    vandaag = dossier.stand.peildatum
    stopped = row.gestopt_op is not None and row.gestopt_op <= vandaag
    card = werkkaart(
        dossier, lid, row, W.SCHOOLKEUZE_WIJZIGEN,
        badge="Gestopt" if stopped else "", weg=("aanbieder", "school"),
    )  # fmt: skip
    return card | {
        "meldingen": over_keurmerk(
            row.keurmerk, row.begonnen_op or vandaag, dossier.feiten.instellingen
        )
    }


def zelfgekozen(dossier: Dossier, lid: Lidmaatschap) -> dict[str, Any] | None:
    """Give school, loan and advice of who pays alone; None where that is not shown.

    Also of who was in that group before, so that nothing disappears with a change.
    """
    groups = {dossier.stand.doelgroep, dossier.traject.doelgroep}
    groups |= {change.doelgroep for change in dossier.feiten.groepen}
    if Doelgroep.GEZINSMIGRANT not in groups or not mag_zien(lid, Inzage.NOTITIES):
        return None
    return {
        "scholen": [
            _school(dossier, lid, row)
            for row in _rows(dossier, Schoolkeuze, "aanbieder")
        ],
        "leningen": [
            werkkaart(dossier, lid, row, W.LENING_WIJZIGEN)
            | {"meldingen": over_lenen(dossier.stand.doelgroep)}
            for row in _rows(dossier, Lening)
        ],
        "adviezen": [
            werkkaart(dossier, lid, row, W.KEUZEADVIES_WIJZIGEN)
            for row in _rows(dossier, Keuzeadvies)
        ],
        "knoppen": knoppen(
            dossier, lid, W.SCHOOLKEUZE_VASTLEGGEN, W.LENING_VASTLEGGEN,
            W.KEUZEADVIES_VASTLEGGEN,
        ),
    }  # fmt: skip


def behoeften(dossier: Dossier, lid: Lidmaatschap) -> dict[str, Any] | None:
    """Give whether guidance is needed, as it was looked at; for everybody alike."""
    if not mag_zien(lid, Inzage.NOTITIES):
        return None
    return {
        "kaarten": [
            werkkaart(dossier, lid, row, W.BEHOEFTE_WIJZIGEN)
            for row in _rows(dossier, Behoefte)
        ],
        "knoppen": knoppen(dossier, lid, W.BEHOEFTE_VASTLEGGEN),
    }


# --- Work, beside what somebody brought -------------------------------------------------


def _told(answers: Any, code: str) -> str:
    """Give an answer of the broad intake in words; what was not answered says why."""
    found = answers.get(code)
    if not found:
        return ""
    kind = Antwoord(found["antwoord"])
    if kind is not Antwoord.BEANTWOORD:
        return kind.label.lower()
    value = found.get("waarde", "")
    return str(dict(VRAAG[code].keuzes).get(value, value))


def _code(answers: Any, code: str) -> object:
    return answers.get(code, {}).get("waarde")


def meegebracht(
    dossier: Dossier, lid: Lidmaatschap, places: Iterable[Participatie]
) -> list[dict[str, Any]]:
    """Give what somebody brought and wishes, and each place beside it; nothing is judged.

    Empty without a place, without answers, or for who does not read the intake.
    """
    intakes = dossier.feiten.brede_intakes
    answers = intakes[-1].antwoorden if intakes else {}
    rows = [
        {
            "wat": "Meegebracht", "wie": _told(answers, "werk_beroep"),
            "sector": _told(answers, "werk_sector"),
            "niveau": _told(answers, "werk_niveau"),
        },
        {
            "wat": "Wil graag", "wie": _told(answers, "ambitie_beroep"),
            "sector": _told(answers, "ambitie_sector"), "niveau": "",
        },
    ]  # fmt: skip
    known = [row for row in rows if row["wie"] or row["sector"] or row["niveau"]]
    jobs = list(places)
    if not jobs or not known or not mag_zien(lid, Inzage.BEGINSITUATIE):
        return []
    brought = _code(answers, "werk_sector"), _code(answers, "werk_niveau")
    return known + [
        {
            "wat": f"{row.get_vorm_display()}, vanaf {datum(row.begin)}",
            "wie": row.plaats, "sector": row.get_sector_display(),
            "niveau": row.get_beroepsniveau_display(),
            "zelfde_sector": row.sector == brought[0],
            "zelfde_niveau": row.beroepsniveau == brought[1],
        }
        for row in jobs
    ]  # fmt: skip


# --- Registered for an exam -------------------------------------------------------------


def aanmeldingen(dossier: Dossier, lid: Lidmaatschap) -> list[dict[str, Any]]:
    """Give the registrations, the latest first, and whether a result is still to come."""
    rows = _rows(dossier, Examenaanmelding)
    if not rows:
        return []
    now = moment(dossier.feiten, dossier.stand.peildatum)
    runs = {a.id for a in now.feiten.aanmeldingen if loopt(now, a)}
    mend = mag(lid, W.FEIT_HERSTELLEN)
    nummer = dossier.traject.nummer
    return [
        {
            "rij": row, "loopt": row.pk in runs,
            "herstel": herstel_adres(nummer, "aanmeldingen", row.pk) if mend else "",
        }
        for row in sorted(rows, key=lambda r: (r.aangemeld_op, r.pk), reverse=True)
    ]  # fmt: skip
