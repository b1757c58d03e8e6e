"""The list of cases, and registering a new one."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inburgering import werkvoorraad
from inburgering.actions import traject as acties
from inburgering.actions.dubbel import BUITEN_BEREIK, LijktOpBekende
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.roles import Inzage
from inburgering.forms.traject import KLANTMANAGERS, Registreren, namen
from inburgering.forms.velden import Filterkeuze, Naamfilter
from inburgering.forms.weergave import Keuzelijst
from inburgering.inzage import raadpleeg
from inburgering.models.aanbod import Aanbieder, Inburgeringsaanbod, lopende_plekken
from inburgering.models.inburgeraar import op_naam, volledige_naam
from inburgering.models.spoor import Gebeurtenis
from inburgering.models.traject import Traject
from inburgering.templatetags.opmaak import datum, onvolledige_datum
from inburgering.views.dossierkader import mag
from inburgering.views.filters import adres_zonder
from inburgering.views.http import (
    heel_getal,
    inloggen,
    meldingen,
    require,
    require_inzage,
    waarschuw,
)
from inburgering.wet.begrippen import Leerroute, Trajectstatus
from inburgering.wet.handelingen import Handeling


BLADZIJDE = 25
STATUS, ROUTE = dict(Trajectstatus.choices()), dict(Leerroute.choices())
STATUS_TOON = {
    Trajectstatus.ONDERDELEN_BEHAALD.value: "is-positive",
    Trajectstatus.VOLDAAN.value: "is-positive",
    Trajectstatus.OPGESCHORT.value: "is-warning",
    Trajectstatus.GEVOLGD.value: "is-info",
}


class Filterformulier(forms.Form):
    """The filters above the list; their state is the address of the page."""

    status = Filterkeuze(
        "Status",
        "Alle, ook afgesloten",
        [("open", "Alle open dossiers"), *Trajectstatus.choices()],
    )
    leerroute = Filterkeuze("Leerroute", "Alle routes", Leerroute.choices())
    klantmanager = forms.ChoiceField(required=False, widget=Keuzelijst)
    naam = Naamfilter()
    aanbieder = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, mensen: list[tuple[str, str]], **kw: Any) -> None:
        """Offer the colleagues who have cases."""
        super().__init__(*args, **kw)
        self.fields["klantmanager"].choices = [
            ("", "Iedereen"), ("niemand", "Niet toegewezen"), *mensen,
        ]  # fmt: skip


def _places(aanbieder_id: Any) -> "QuerySet[Inburgeringsaanbod]":
    """Give the places that are taken at a provider."""
    return Inburgeringsaanbod.objects.filter(
        lopende_plekken(), aanbieder_id=aanbieder_id
    )


def _filtered(cases: Any, data: Mapping[str, str]) -> Any:
    status, colleague = data.get("status"), data.get("klantmanager", "")
    if status == "open":
        cases = cases.exclude(status=Trajectstatus.AFGESLOTEN.value)
    elif status:
        cases = cases.filter(status=status)
    if route := data.get("leerroute"):
        cases = cases.filter(leerroute=route)
    if colleague == "niemand":
        cases = cases.filter(klantmanager_id=None)
    elif colleague:
        cases = cases.filter(klantmanager_id=int(colleague))
    if provider := data.get("aanbieder"):
        cases = cases.filter(pk__in=_places(provider).values("traject_id"))
    return cases.filter(op_naam(data.get("naam", ""), "inburgeraar__")[1])


# What a line shows. Plain columns: 25 rows of three models each cost more than the
# question itself, and nobody needs a BSN in a list.
KOLOMMEN = (
    "id", "nummer", "status", "leerroute", "inburgeraar__voornamen",
    "inburgeraar__voorvoegsel", "inburgeraar__geslachtsnaam",
    "inburgeraar__geboortedatum", "klantmanager__naam",
)  # fmt: skip


@dataclass(frozen=True)
class Regel:
    """A row of the list, ready to print: a template that decides nothing is fast."""

    id: int
    nummer: str
    naam: str
    url: str
    geboren: str
    stand: str
    toon: str
    route: str
    klantmanager: str
    waarom: str = ""


def _line(
    rij_id: int, nummer: str, status: str, leerroute: str, voornamen: str,
    voorvoegsel: str, geslachtsnaam: str, geboortedatum: str, klantmanager: str | None,
) -> Regel:  # fmt: skip
    """Say a row in words; what is given stands in the order of ``KOLOMMEN``."""
    return Regel(
        id=rij_id,
        nummer=nummer,
        naam=volledige_naam(voornamen, voorvoegsel, geslachtsnaam),
        url=f"/trajecten/{nummer}/",
        geboren=onvolledige_datum(geboortedatum),
        stand=STATUS[status],
        toon=STATUS_TOON.get(status, "is-neutral"),
        route=ROUTE.get(leerroute, ""),
        klantmanager=klantmanager or "niemand",
    )


def _with_places(page: list[Regel], aanbieder_id: int) -> list[Regel]:
    """Say of each case since when it has its place at the provider that is asked for."""
    places = _places(aanbieder_id).filter(traject__in=[r.id for r in page])
    words = {
        place.traject_id: f"{place.cursus or 'Geplaatst'}, "
        + (
            f"begonnen op {datum(place.begonnen_op)}"
            if place.begonnen_op
            else f"aangeboden op {datum(place.aangeboden_op)}, nog niet begonnen"
        )
        for place in places.select_related("cursus")
    }
    return [replace(r, waarom=words.get(r.id, "")) for r in page]


def _provider(aanbieder_id: int, request: HttpRequest) -> list[dict[str, str]]:
    """Name the provider by which the list is narrowed, and the way back to all."""
    row = Aanbieder.objects.filter(pk=aanbieder_id).first()
    label = f"Nu bij {row.naam if row else 'een onbekende aanbieder'}"
    return [{"label": label, "weg_url": adres_zonder(request, "aanbieder")}]


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show the cases within reach, newest first, page by page (keyset)."""
    require_inzage(request, Inzage.DOSSIER)
    form = Filterformulier(
        request.GET, mensen=namen(timezone.localdate(), KLANTMANAGERS)
    )
    data = form.cleaned_data if form.is_valid() else {}
    cases = _filtered(Traject.objects.visible_to(request.lid), data)
    total = werkvoorraad.tel(werkvoorraad.stel({"totaal": cases}))["totaal"]
    rows = cases.order_by("-id").values_list(*KOLOMMEN)
    if (voor := heel_getal(request.GET.get("voor", ""))) is not None:
        rows = rows.filter(id__lt=voor)
    page = [_line(*row) for row in rows[: BLADZIJDE + 1]]
    provider = data.get("aanbieder")
    if provider:
        page = _with_places(page, provider)
    raadpleeg(
        Inzage.DOSSIER, "", by=request.lid, on=timezone.localtime(), reden="lijst"
    )
    return render(
        request, "traject/lijst.html",
        {
            "regels": page[:BLADZIJDE],
            "filter": form,
            "actieve_filters": _provider(provider, request) if provider else [],
            "wis_url": request.path if any(data.values()) else "",
            "aantal": werkvoorraad.aantal(total),
            "enkel": total == 1,
            "volgende_url": adres_zonder(request, voor=str(page[BLADZIJDE - 1].id))
            if len(page) > BLADZIJDE else "",
            "vorige_url": adres_zonder(request) if voor else "",
            "mag_registreren": mag(request.lid, Handeling.TRAJECT_REGISTREREN),
        },
    )  # fmt: skip


@contextmanager
def _lijkt_op(form: Registreren) -> Iterator[dict[str, Any]]:
    """Let the form ask whether this is somebody else; fill in what the page shows."""
    shown: dict[str, Any] = {}
    try:
        yield shown
    except LijktOpBekende as found:
        form.vraag_wie(found.kenmerk)
        shown |= {
            "gelijken": found.zichtbaar,
            "buiten_bereik": BUITEN_BEREIK if found.buiten else "",
        }
        raise


@inloggen
@require_http_methods(["GET", "POST"])
def registreren(request: HttpRequest) -> HttpResponse:
    """Register a person; a case begins."""
    require(request, Handeling.TRAJECT_REGISTREREN)
    vandaag = timezone.localdate()
    form = Registreren(
        request.POST or None, dossier=None, vandaag=vandaag,
        initial={"sleutel": uuid4()},
    )  # fmt: skip
    alike: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        sleutel = form.cleaned_data["sleutel"]
        try:
            with meldingen(form), _lijkt_op(form) as alike:
                zaak = acties.registreren(
                    by=request.lid, on=timezone.localtime(), sleutel=sleutel,
                    **form.gegevens(),
                )  # fmt: skip
                messages.success(
                    request, f"Geregistreerd als dossier {zaak.traject.nummer}."
                )
                waarschuw(request, zaak.meldingen)
                return redirect(zaak.traject)
        except AlGedaan:
            earlier = Gebeurtenis.objects.get(sleutel=sleutel)
            messages.info(request, "Deze registratie was al opgeslagen.")
            return redirect(f"/trajecten/{earlier.nummer}/")
    return render(
        request, "traject/registreren.html",
        {"form": form, "knop": form.knop, "terug": "/trajecten/"} | alike,
        status=422 if form.errors else 200,
    )  # fmt: skip
