"""Contact in a file: talks and contact moments on one line by day, and the notes."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.velden import Filterkeuze
from inburgering.models import opmerking
from inburgering.models.afspraak import Afspraak
from inburgering.models.contact import (
    NIET_VERSCHENEN,
    Contact,
    Contactonderwerp,
    Contactuitkomst,
    Kanaal,
    Richting,
)
from inburgering.models.dossier import Dossier
from inburgering.models.gesprek import ZELF, Voortgangsgesprek
from inburgering.templatetags.opmaak import datum
from inburgering.views.deelname import van_dossier
from inburgering.views.dossier import _actions, _open, _page, _rows, kaart
from inburgering.views.dossierkader import adres, mag, mag_zien
from inburgering.views.filters import van_kracht
from inburgering.views.http import inloggen
from inburgering.views.notities import notities, vooraan
from inburgering.views.zelfredzaamheid import zelfredzaamheid
from inburgering.wet.handelingen import Handeling


GESPREK, CONTACT = "gesprek", "contact"
W = Werkhandeling


class Contactfilter(forms.Form):
    """The filters above the line of contact; their state is the address of the page."""

    soort = Filterkeuze(
        "Soort",
        "Alles",
        [(GESPREK, "Voortgangsgesprekken"), (CONTACT, "Andere contactmomenten")],
    )
    kanaal = Filterkeuze("Hoe", "Alle manieren", Kanaal.choices())
    onderwerp = Filterkeuze("Waarover", "Alle onderwerpen", Contactonderwerp.choices())
    uitkomst = Filterkeuze("Wat kwam ervan", "Alles", Contactuitkomst.choices())

    def gekozen(self) -> Mapping[str, str]:
        """Give what narrows the line; a word that is no choice narrows nothing."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}


def toon_van(uitkomst: str) -> str:
    """Give the tone of what came of a contact."""
    if uitkomst == Contactuitkomst.BEREIKT:
        return "is-positive"
    return "is-warning" if uitkomst in NIET_VERSCHENEN else "is-neutral"


def _in_a_line(row: Contact) -> str:
    """Say how, with whom and who began, as one reads it."""
    parts = [row.get_kanaal_display(), f"met: {row.get_met_wie_display().lower()}"]
    if row.richting:
        began = "wij namen" if row.richting == Richting.VAN_ONS else "de ander nam"
        parts.append(f"{began} contact op")
    if row.tolktaal:
        parts.append(f"met tolk {row.tolktaal}")
    return ", ".join(parts)


def _contact_card(
    request: HttpRequest, dossier: Dossier, row: Contact, *, leest: bool
) -> dict[str, Any]:
    act = W.CONTACT_WIJZIGEN
    return kaart(
        request, dossier, row, badge=row.get_uitkomst_display(),
        toon=toon_van(row.uitkomst),
        kop=f"{row.get_onderwerp_display()}, {datum(row.gesproken_op)}",
    ) | {
        "rijen": [],
        "regel": _in_a_line(row),
        "tekst": row.tekst if leest else "",
        "wijzig_url": mag(request.lid, act)
        and adres(dossier.traject.nummer, act, row.pk),
    }  # fmt: skip


def _talk_card(
    request: HttpRequest, dossier: Dossier, row: Voortgangsgesprek,
    done: list[Afspraak], *, leest: bool,
) -> dict[str, Any]:  # fmt: skip
    """Show a talk, with what came of the agreements that were settled on its day."""
    hidden = () if leest else ("verslag", "afspraken")
    card = kaart(
        request, dossier, row, badge=row.get_vorm_display(),
        kop=f"Voortgangsgesprek, {datum(row.gevoerd_op)}",
        weg=("vorm", "gevoerd_op", *ZELF, *hidden),
    )  # fmt: skip
    card["rijen"] = [
        *card["rijen"],
        *(
            {"label": f"Afspraak: {one}", "waarde": one.get_resultaat_display()}
            for one in done
            if one.afgerond_op == row.gevoerd_op
        ),
    ]
    return card


def _card(
    request: HttpRequest, dossier: Dossier, row: Any, done: list[Afspraak], *,
    leest: bool,
) -> dict[str, Any]:  # fmt: skip
    if isinstance(row, Contact):
        return _contact_card(request, dossier, row, leest=leest)
    return _talk_card(request, dossier, row, done, leest=leest)


def _line(
    dossier: Dossier, talks: list[Voortgangsgesprek], chosen: Mapping[str, str]
) -> list[Any]:
    """Give talks and contact moments together, the latest day first."""
    kind = chosen.get("soort", "")
    narrowed = {name: value for name, value in chosen.items() if name != "soort"}
    found: list[tuple[date, int, Any]] = []
    if kind != CONTACT and not narrowed:
        found += [(row.gevoerd_op, row.pk, row) for row in talks]
    if kind != GESPREK:
        found += [
            (row.gesproken_op, row.pk, row)
            for row in _rows(dossier, Contact)
            if all(getattr(row, name) == value for name, value in narrowed.items())
        ]
    found.sort(key=lambda one: one[:2], reverse=True)
    return [row for _, _, row in found]


@inloggen
@require_GET
def gesprekken(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show contact and notes; who may not read notes sees when there was contact and
    about what, and only the notes of their own hand."""
    dossier = _open(request, nummer, "gesprekken")
    reads = mag_zien(request.lid, Inzage.NOTITIES)
    form = Contactfilter(request.GET)
    chosen = form.gekozen()
    talks = _rows(dossier, Voortgangsgesprek)
    # No talk, or a day on which nothing was settled, costs no statement.
    days = {row.gevoerd_op for row in talks}
    settled = any(a.afgerond_op in days for a in dossier.feiten.afspraken)
    done = _rows(dossier, Afspraak) if settled else []
    everything = "alles" in request.GET
    line, older = vooraan(_line(dossier, talks, chosen), alles=everything)
    notes, older_notes = notities(dossier, request.lid, alles=everything)
    return _page(
        request, dossier, "gesprekken",
        {
            "contact": [
                _card(request, dossier, row, done, leest=reads) for row in line
            ],
            "ouder": older,
            "ouder_url": "?" + urlencode({**chosen, "alles": "ja"}),
            "filter": form,
            "actieve_filters": van_kracht(request, form),
            "wis_url": request.path if chosen else "",
            "notities": notes,
            "oudere_notities": older_notes,
            "leest_alles": reads,
            "zelf": zelfredzaamheid(talks),
            "bijeenkomsten": van_dossier(dossier, request.lid),
            "opmerking": opmerking.versies(dossier.traject) if reads else [],
            "mag_opmerking": mag(request.lid, W.OPMERKING_BIJWERKEN)
            and adres(nummer, W.OPMERKING_BIJWERKEN),
            "mag_contact": mag(request.lid, W.CONTACT_VASTLEGGEN)
            and adres(nummer, W.CONTACT_VASTLEGGEN),
            "mag_notitie": mag(request.lid, W.NOTITIE_TOEVOEGEN)
            and adres(nummer, W.NOTITIE_TOEVOEGEN),
            "acties": _actions(request, dossier, Handeling.VOORTGANGSGESPREK_VOEREN),
        },
    )  # fmt: skip
