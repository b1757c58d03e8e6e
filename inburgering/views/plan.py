"""The PIP beside its page: two versions compared, and the summary in another language."""

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.beschikkingen import samenvatting_gegevens
from inburgering.forms.samenvatting import taal_van, taalkeuzes
from inburgering.forms.velden import Filterkeuze
from inburgering.models.afspraak import Afspraak
from inburgering.models.doel import Doel
from inburgering.models.dossier import Dossier
from inburgering.models.pip import PIP
from inburgering.models.pipverschil import (
    NIET_VERGELEKEN,
    Verschil,
)
from inburgering.models.pipverschil import (
    verschil as vergelijk,
)
from inburgering.models.standaardteksten import TALEN
from inburgering.templatetags.opmaak import datum
from inburgering.views import weergave
from inburgering.views.dossier import _open
from inburgering.views.dossierkader import adres, kader, mag
from inburgering.views.http import inloggen
from inburgering.wet.begrippen import PIPStatus


def _versions(dossier: Dossier) -> list[PIP]:
    return list(PIP.objects.filter(traject=dossier.traject).order_by("versie"))


def _named(pip: PIP) -> str:
    """Name a version with its day."""
    if pip.dagtekening:
        return f"Versie {pip.versie}, {datum(pip.dagtekening)}"
    return f"Versie {pip.versie}, {pip.get_status_display().lower()}"


def _agreed(pip: PIP) -> str:
    """Say how it came about."""
    if pip.akkoord is None:
        return "nog niet besproken" if not pip.dagtekening else "akkoord niet bekend"
    return "met akkoord" if pip.akkoord else f"zonder akkoord: {pip.reden_geen_akkoord}"


class Versiekeuze(forms.Form):
    """Which two versions; their choice is the address of the page."""

    van = Filterkeuze("Oude versie", "")
    naar = Filterkeuze("Nieuwe versie", "")

    def __init__(self, *args: Any, versies: list[PIP], **kw: Any) -> None:
        """Offer the versions of this case."""
        super().__init__(*args, **kw)
        for field in self.fields.values():
            field.choices = [(str(pip.versie), _named(pip)) for pip in versies]
            field.widget.attrs["class"] = "is-wide"


def _two(request: HttpRequest, versies: list[PIP]) -> tuple[PIP, PIP]:
    """Give the two versions asked for; else the last two. Raises ``Http404``."""
    by_number = {str(pip.versie): pip for pip in versies}
    asked = [
        request.GET.get(name) or str(pip.versie)
        for name, pip in zip(("van", "naar"), versies[-2:], strict=True)
    ]
    if not set(asked) <= by_number.keys():
        raise Http404("Deze versie van het PIP bestaat niet.")
    old, new = (by_number[number] for number in asked)
    return old, new


def _fields(oud: PIP, nieuw: PIP) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Give what the plan says otherwise, and what stayed as it was."""
    changed, same = [], []
    for field in weergave.velden_van(PIP, NIET_VERGELEKEN):
        before, after = (
            weergave.in_woorden(field, getattr(pip, field.name)) for pip in (oud, nieuw)
        )
        line = {"label": weergave.opschrift(field), "oud": before, "nieuw": after}
        if before != after:
            changed.append(line)
        elif after:
            same.append(line)
    return changed, same


def _rows(found: Verschil) -> dict[str, Any]:
    """Give the rows of a kind in words."""
    return {
        "nieuw": [row.omschrijving for row in found.nieuw],
        "weg": [row.omschrijving for row in found.weg],
        "gelijk": [row.omschrijving for row in found.gelijk],
        "anders": [
            (
                change.rij.omschrijving,
                [
                    {
                        "label": weergave.opschrift(field),
                        "oud": weergave.in_woorden(field, before),
                        "nieuw": weergave.in_woorden(field, after),
                    }
                    for field, before, after in change.velden
                ],
            )
            for change in found.anders
        ],
    }


@inloggen
@require_GET
def verschil(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show what became otherwise between two versions of the PIP."""
    dossier = _open(request, nummer, "pip")
    versions = _versions(dossier)
    frame = kader(request, dossier, "pip")
    if len(versions) < 2:
        return render(request, "dossier/pip_verschil.html", frame)
    old, new = _two(request, versions)
    changed, same = _fields(old, new)
    rows = vergelijk(old, new, dossier.stand.peildatum)
    return render(
        request, "dossier/pip_verschil.html",
        frame
        | {
            "keuze": Versiekeuze(
                {"van": old.versie, "naar": new.versie}, versies=versions
            ),
            "oud": {"naam": _named(old), "hoe": _agreed(old)},
            "nieuw": {"naam": _named(new), "hoe": _agreed(new)},
            "anders": changed,
            "gelijk": same,
            "soorten": [
                ("Doelen", "doelen", _rows(rows[Doel])),
                ("Afspraken", "afspraken", _rows(rows[Afspraak])),
            ],
        },
    )  # fmt: skip


class Taalkeuze(forms.Form):
    """In which language; the choice is the address of the page."""

    taal = Filterkeuze("Taal", "Kies een taal")

    def __init__(self, *args: Any, dag: date, **kw: Any) -> None:
        """Offer every language, each with how far its translation is."""
        super().__init__(*args, **kw)
        field = self.fields["taal"]
        field.choices = [*field.choices, *taalkeuzes(dag)]
        field.widget.attrs["class"] = "is-wide"


@inloggen
@require_GET
def samenvatting(request: HttpRequest, nummer: str, pip_id: int) -> HttpResponse:
    """Show the summary of a decided plan in somebody's language, to read or to print."""
    dossier = _open(request, nummer, "pip")
    pip = PIP.objects.filter(
        traject=dossier.traject, pk=pip_id, status=PIPStatus.VASTGESTELD.value
    ).first()
    if pip is None:
        raise Http404("Van dit PIP is er geen samenvatting.")
    language = dossier.traject.inburgeraar.leestaal
    code = request.GET.get("taal", taal_van(language))
    taal = TALEN.get(code)
    act = Werkhandeling.SAMENVATTING_MAKEN
    pdf = f"{adres(nummer, act)}?pip={pip.pk}&taal={code}"
    return render(
        request, "dossier/samenvatting.html",
        kader(request, dossier, "pip")
        | {
            "pip": pip,
            "keuze": Taalkeuze(
                {"taal": code if taal else ""}, dag=dossier.stand.peildatum
            ),
            "gesproken": language,
            "tekst": taal and samenvatting_gegevens(dossier, pip, taal),
            "pdf_url": taal and mag(request.lid, act) and pdf,
        },
    )  # fmt: skip
