"""Who waits for a class: per provider and class, longest first.

The order is the day since when somebody waits, or the term that ends first if one asks
for that; nothing about a person orders the list. Who manages contracts sees case numbers,
no names.
"""

from datetime import date
from typing import Any

from django import forms
from django.db.models import F, OuterRef, Q, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering.authorization.checks import scope
from inburgering.authorization.roles import Bereik, Inzage, Rol
from inburgering.forms.velden import Filterkeuze
from inburgering.inzage import raadpleeg
from inburgering.models.aanbod import Aanbieder, Cursus
from inburgering.models.termijn import OPEN, Termijn
from inburgering.models.traject import bereik
from inburgering.models.wachtlijst import Wachtplek, open_wachten
from inburgering.views.dossierkader import mag
from inburgering.views.filters import adres_zonder, van_kracht
from inburgering.views.http import heel_getal, inloggen, require_inzage
from inburgering.views.leren import aanbod_url
from inburgering.wet.begrippen import Doelgroep, Leerroute, Termijnsoort, Trajectstatus
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.lestijden import Lesniveau, past


BLADZIJDE = 50
VOLGORDE = (("termijn", "Termijn die het eerst eindigt"),)


class Filter(forms.Form):
    """What narrows the list, and its order."""

    aanbieder = Filterkeuze("Aanbieder", "Alle aanbieders")
    leerroute = Filterkeuze("Leerroute", "Alle routes", Leerroute.choices())
    niveau = Filterkeuze("Niveau", "Alle niveaus", Lesniveau.choices())
    volgorde = Filterkeuze("Volgorde", "Wie het langst wacht", VOLGORDE)
    cursus = forms.IntegerField(
        required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, scholen: list[tuple[str, str]], **kw: Any) -> None:
        """Offer the providers of the municipality."""
        super().__init__(*args, **kw)
        self.fields["aanbieder"].choices = [("", "Alle aanbieders"), *scholen]


def _term() -> Subquery:
    """Give the last day of the term of a case."""
    rows = Termijn.objects.filter(
        OPEN, traject=OuterRef("traject"),
        soort=Termijnsoort.INBURGERINGSTERMIJN.value,
    )  # fmt: skip
    return Subquery(rows.order_by("uiterlijk").values("uiterlijk")[:1])


def _rows(chosen: dict[str, Any], within: Q) -> Any:
    rows = Wachtplek.objects.filter(open_wachten(), within)
    for name in ("aanbieder", "leerroute", "niveau", "cursus"):
        if value := chosen.get(name):
            rows = rows.filter(**{name: value})
    rows = rows.annotate(einde_termijn=_term())
    order = ("sinds", "pk")
    if chosen.get("volgorde"):
        return rows.order_by(F("einde_termijn").asc(nulls_last=True), *order)
    return rows.order_by(*order)


def _line(
    row: Wachtplek, vandaag: date, *, names: bool, offers: bool
) -> dict[str, Any]:
    traject = row.traject
    # Who pays alone gets no offer: there the place is recorded as a school of one's own.
    may_offer = (
        traject.doelgroep == Doelgroep.ASIELSTATUSHOUDER
        and Trajectstatus(traject.status) in HANDELINGEN[Handeling.AANBOD_DOEN].van
    )
    return {
        "nummer": traject.nummer,
        "naam": traject.inburgeraar.naam if names else "",
        "url": traject.get_absolute_url() if names else "",
        "waarop": row.waarop, "wanneer": row.wanneer,
        "lesvorm": row.get_lesvorm_display(),
        "past_niet": row.cursus is not None
        and not past(row.dagdelen, row.cursus.dagdelen),
        "sinds": row.sinds, "dagen": (vandaag - row.sinds).days,
        "einde_termijn": row.einde_termijn,
        "aanbod_url": aanbod_url(traject.nummer, row) if offers and may_offer else "",
    }  # fmt: skip


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show who waits, with names for who reaches cases and numbers for contracts."""
    require_inzage(request, Inzage.WACHTLIJST)
    lid = request.lid
    names = scope(Rol(lid.rol)) is not Bereik.GEEN
    raadpleeg(Inzage.WACHTLIJST, "", by=lid, on=timezone.localtime(), reden="lijst")
    schools = [
        (str(pk), name) for pk, name in Aanbieder.objects.values_list("pk", "naam")
    ]
    form = Filter(request.GET, scholen=schools)
    form.is_valid()
    chosen = form.cleaned_data
    start = heel_getal(request.GET.get("vanaf", "")) or 0
    rows = _rows(chosen, bereik(lid, "traject__") if names else Q())
    found = list(
        rows.select_related("traject__inburgeraar", "aanbieder", "cursus")[
            start : start + BLADZIJDE + 1
        ]
    )
    vandaag = timezone.localdate()
    offers = mag(lid, Handeling.AANBOD_DOEN)
    return render(
        request, "wachtlijst/lijst.html",
        {
            "regels": [
                _line(row, vandaag, names=names, offers=offers)
                for row in found[:BLADZIJDE]
            ],
            "filter": form,
            "met_namen": names,
            "aantal": rows.count() if found else 0,
            "actieve_filters": [*_class(chosen, request), *van_kracht(
                request, form, ("cursus", "volgorde")
            )],
            "wis_url": "?" if request.GET else "",
            "vorige_url": adres_zonder(
                request, "vanaf", vanaf=str(max(0, start - BLADZIJDE))
            ) if start else "",
            "volgende_url": adres_zonder(
                request, "vanaf", vanaf=str(start + BLADZIJDE)
            ) if len(found) > BLADZIJDE else "",
        },
    )  # fmt: skip


def _class(chosen: dict[str, Any], request: HttpRequest) -> list[dict[str, str]]:
    """Name the class that the list is narrowed to."""
    if not chosen.get("cursus"):
        return []
    row = Cursus.objects.filter(pk=chosen["cursus"]).first()
    label = f"Klas {row}" if row else "Een onbekende klas"
    return [{"label": label, "weg_url": adres_zonder(request, "cursus")}]
