"""The brede intake in the file: talks, answers by subject, what they mean; and on paper."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.intakevoorstel import voorstellen
from inburgering.forms.uitintake import uitkomsten
from inburgering.models.brede_intake import (
    BredeIntake,
    Intakegesprek,
    Leerbaarheidstoets,
)
from inburgering.models.dossier import Dossier, terzijde
from inburgering.templatetags.opmaak import datum
from inburgering.views.dossier import _actions, _open, _page, _rows, kaart
from inburgering.views.dossierkader import adres, mag
from inburgering.views.http import inloggen
from inburgering.wet import feiten as wet
from inburgering.wet.begrippen import Antwoord
from inburgering.wet.handelingen import Handeling
from inburgering.wet.intake import (
    VRAGEN,
    Antwoordsoort,
    Vraag,
    in_woorden,
    is_besproken,
    per_domein,
    volledigheid,
    vragen,
)
from inburgering.wet.intakevragen import domeincode, eigen_vragen


H, W = Handeling, Werkhandeling
REGELS = 3  # lines to write on, where an answer is text


def _intake(dossier: Dossier) -> wet.BredeIntake | None:
    intakes = dossier.feiten.brede_intakes
    return intakes[-1] if intakes else None


def _groups(rows: Iterable[Vraag]) -> dict[str, list[Vraag]]:
    found: dict[str, list[Vraag]] = {}
    for vraag in per_domein(rows):
        found.setdefault(vraag.domein, []).append(vraag)
    return found


def _answered(intake: wet.BredeIntake, vraag: Vraag, asked: set[str]) -> dict[str, str]:
    gone = "" if vraag.code in asked else "Deze vraag stellen wij niet meer."
    if vraag.geldig_vanaf > intake.gestart_op:  # answered elsewhere, and taken over
        gone = "Bij deze intake stelden wij deze vraag hier nog niet."
    return {
        "label": vraag.vraag,
        "waarde": in_woorden(vraag, intake.antwoorden[vraag.code]),
        "regel": gone,
    }


def _subjects(
    dossier: Dossier, intake: wet.BredeIntake, url: str
) -> list[dict[str, Any]]:
    """Give each subject: how far it is, its answers, what is open, what it means.

    An answer to a question that ended stands where it stood.
    """
    own = eigen_vragen(dossier.feiten.intakevragen)
    asked = {vraag.code for vraag in vragen(intake.gestart_op, own)}
    given = intake.antwoorden
    rows = (v for v in (*VRAGEN, *own) if v.code in asked or v.code in given)
    means = {outcome["code"]: outcome for outcome in uitkomsten(dossier, intake)}
    subjects: list[dict[str, Any]] = []
    number = 0  # as the form counts: it has no subject without a question to ask
    for domein, found in _groups(rows).items():
        now = [vraag for vraag in found if vraag.code in asked]
        number += bool(now)
        subjects.append(
            {
                "kop": found[0].onderwerp,
                "besproken": sum(is_besproken(given.get(v.code)) for v in now),
                "gevraagd": len(now),
                "rijen": [
                    _answered(intake, v, asked) for v in found if v.code in given
                ],
                "leeg": [v.vraag for v in now if v.code not in given],
                "uitkomst": means.get(domeincode(domein)),
                "url": url and now and f"{url}#onderwerp-{number}",
            }
        )
    return subjects


def _talks(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    rows = _rows(dossier, Intakegesprek)
    rows.sort(key=lambda row: (row.gevoerd_op, row.pk), reverse=True)
    may = mag(request.lid, W.INTAKEGESPREK_WIJZIGEN)
    nummer = dossier.traject.nummer
    return {
        "gesprekken": [
            {
                "rij": row,
                "wijzigen": may and adres(nummer, W.INTAKEGESPREK_WIJZIGEN, row.pk),
            }
            for row in rows
        ],
        "gesprek_vastleggen": mag(request.lid, W.INTAKEGESPREK_VASTLEGGEN)
        and adres(nummer, W.INTAKEGESPREK_VASTLEGGEN),
    }


def _aside(dossier: Dossier) -> list[dict[str, Any]]:
    """Give what was answered in the intakes that a merger set aside."""
    return [
        {
            "kop": f"Brede intake van {datum(row.gestart_op)}",
            "naam": f"terzijde-{row.id}",
            "onderwerpen": [
                subject | {"leeg": []}
                for subject in _subjects(dossier, row, "")
                if subject["rijen"] or subject["uitkomst"]
            ],
        }
        for _, feiten in terzijde(dossier.traject)
        for row in feiten.brede_intakes
    ]


@inloggen
@require_GET
def overzicht(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show the brede intake with its talks and the baseline, and the leerbaarheidstoets."""
    dossier = _open(request, nummer, "intake")
    intake = _intake(dossier)
    may = mag(request.lid, H.INTAKE_INVULLEN)
    fill = (
        adres(nummer, H.INTAKE_INVULLEN, intake.id)
        if intake and may and dossier.stand.handelingen[H.INTAKE_INVULLEN].toegestaan
        else ""
    )
    own = eigen_vragen(dossier.feiten.intakevragen)
    answered, asked = (
        volledigheid(intake.antwoorden, intake.gestart_op, own) if intake else (0, 0)
    )
    return _page(
        request, dossier, "intake",
        {
            "intakes": [
                kaart(
                    request, dossier, row,
                    kop=f"Brede intake van {datum(row.gestart_op)}",
                    badge="Afgerond" if row.afgerond_op else "Loopt",
                    toon="is-positive" if row.afgerond_op else "is-info",
                    acts=(H.INTAKE_INVULLEN, H.INTAKE_AFRONDEN),
                )
                for row in _rows(dossier, BredeIntake)
            ],
            "heeft_intake": intake is not None,
            "onderwerpen": _subjects(dossier, intake, fill) if intake else [],
            "terzijde_intakes": _aside(dossier),
            "beantwoord": answered,
            "gevraagd": asked,
            **_talks(request, dossier),
            "toetsen": [
                kaart(request, dossier, row, kop="Leerbaarheidstoets",
                      badge=str(row), toon="is-info")
                for row in _rows(dossier, Leerbaarheidstoets)
            ],
            "acties": _actions(
                request, dossier, H.INTAKE_STARTEN, H.LEERBAARHEIDSTOETS_VASTLEGGEN
            ),
        },
    )  # fmt: skip


# --- On paper -------------------------------------------------------------------------


def _on_paper(vraag: Vraag, given: Any, known: str) -> dict[str, Any]:
    """Give a question as one writes on it; what was answered stands there already."""
    how = given["antwoord"] if given else ""
    answered = how == Antwoord.BEANTWOORD
    value = given.get("waarde") if answered else None
    return {
        "vraag": vraag.vraag,
        "hulp": vraag.hulptekst,
        "bekend": known,
        "keuzes": [(label, str(value) == code) for code, label in vraag.keuzes],
        "eenheid": vraag.eenheid,
        "getal": vraag.soort is Antwoordsoort.GETAL,
        "antwoord": "" if value is None or vraag.keuzes else str(value),
        "regels": range(REGELS),
        "geen": [
            (soort.label, how == soort)
            for soort in Antwoord
            if soort is not Antwoord.BEANTWOORD
        ],
    }


@inloggen
@require_GET
def papier(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show the questions to print, with what is known or empty: never a BSN."""
    dossier = _open(request, nummer, "intake")
    intake, empty = _intake(dossier), "leeg" in request.GET
    day = dossier.stand.peildatum
    own = eigen_vragen(dossier.feiten.intakevragen)
    given = {} if empty or intake is None else intake.antwoorden
    proposed = {} if empty else voorstellen(dossier, intake, day)
    means = {} if empty else {u["code"]: u for u in uitkomsten(dossier)}
    known = {
        code: f"{in_woorden(vraag, {'antwoord': Antwoord.BEANTWOORD, 'waarde': p.waarde})} "
        f"({p.bron})" if p.waarde is not None else p.bron
        for vraag in VRAGEN
        if (p := proposed.get(code := vraag.code))
    }  # fmt: skip
    asked = vragen(intake.gestart_op if intake else day, own)
    return render(
        request, "intake/papier.html",
        {
            "traject": dossier.traject,
            "leeg": empty,
            "terug": f"{dossier.traject.get_absolute_url()}intake/",
            "onderwerpen": [
                {
                    "kop": rows[0].onderwerp,
                    "vragen": [
                        _on_paper(v, given.get(v.code), known.get(v.code, ""))
                        for v in rows
                    ],
                    "uitkomst": means.get(domeincode(domein)),
                    "regels": range(REGELS),
                }
                for domein, rows in _groups(asked).items()
            ],
        },
    )  # fmt: skip
