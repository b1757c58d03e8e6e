"""The start page: what is due, most urgent first; and handing work over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET, require_POST

from inburgering import werkvoorraad as werk
from inburgering.actions import selectie as bewaarde
from inburgering.actions.traject import Overgedragen, terugdragen
from inburgering.actions.traject import overdragen as draag_over
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.traject import KLANTMANAGERS, collegas, namen
from inburgering.forms.velden import Filterkeuze, Naamfilter, Tekstveld
from inburgering.forms.weergave import Keuzelijst
from inburgering.inzage import raadpleeg
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.inburgeraar import zoekvorm
from inburgering.models.selectie import Lijst, Selectie
from inburgering.models.traject import Traject
from inburgering.models.verlof import Verlof
from inburgering.models.wachtreden import (
    ALLEEN_BIJ_NOTITIES,
    Reden,
    in_een_zin,
    sleutel_van,
)
from inburgering.templatetags.opmaak import (
    datum,
    relatief,
    termijn_icoon,
    termijn_klasse,
)
from inburgering.views.agenda import van_vandaag
from inburgering.views.binnen import binnengekomen
from inburgering.views.dossierkader import adres, mag, mag_zien, taak_adres
from inburgering.views.filters import adres_zonder, van_kracht
from inburgering.views.herstel import naam_van
from inburgering.views.http import heel_getal, inloggen, require, require_inzage
from inburgering.views.selectie import als_vraag, balk, telnaam
from inburgering.views.uitkomst import per_rij, terug_te_draaien
from inburgering.wet.begrippen import Leerroute, Termijnsoort, Trajectstatus
from inburgering.wet.handelingen import Handeling


BLADZIJDE = 25
MEEST_TEGELIJK = 200
KORT = 110  # as much of a reason as fits in two lines

ROUTE = dict(Leerroute.choices())


class Filterformulier(forms.Form):
    """The filters above the list; their state is the address of the page."""

    soort = Filterkeuze(
        "Soort taak",
        "Alle taken",
        [(s.value, s.label) for s in Termijnsoort if s not in werk.GEEN_WERK],
    )
    leerroute = Filterkeuze("Leerroute", "Alle routes", Leerroute.choices())
    naam = Naamfilter()
    wacht = forms.ChoiceField(label="Wacht op", required=False, widget=Keuzelijst)
    selectie = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, klantmanagers: list[tuple[str, str]],
        redenen: list[tuple[str, str]], **kw: Any,
    ) -> None:  # fmt: skip
        """Offer the choice of a colleague to who divides the work."""
        super().__init__(*args, **kw)
        self.fields["wacht"].choices = redenen
        if klantmanagers:
            self.fields["klantmanager"] = Filterkeuze(
                "Klantmanager", "Alle collega's", klantmanagers
            )


@dataclass(frozen=True)
class Regel:
    """A row of the list, ready to print: a template that decides nothing is fast."""

    traject_id: str
    nummer: str
    naam: str
    dossier_url: str
    taak: str
    taak_url: str
    kort: str
    waarom: str
    artikel: str
    dag: str
    nog: str
    route: str
    klantmanager: str
    wacht: str
    wacht_url: str


def _short(text: str) -> str:
    return text if len(text) <= KORT else f"{text[: KORT - 1].rstrip()}…"


def _wait_url(lid: Lidmaatschap, term: werk.Taak) -> str:
    act = Werkhandeling.WACHTREDEN_VASTLEGGEN
    if not mag(lid, act):
        return ""
    return f"{adres(term.nummer, act)}?stap={sleutel_van(term.soort, term.volgnummer)}"


def _reasons(lid: Lidmaatschap) -> list[tuple[str, str]]:
    """Give what one can narrow the list to, of what the role may know."""
    hidden = frozenset() if mag_zien(lid, Inzage.NOTITIES) else ALLEEN_BIJ_NOTITIES
    return [
        ("", "Alle taken"), (werk.WACHT, "Wacht ergens op"),
        (werk.WACHT_NIET, "Wacht nergens op"),
        *((reden.value, reden.label) for reden in Reden if reden not in hidden),
    ]  # fmt: skip


def _marked(text: str, artikel: str) -> str:
    """Give a reason with the mark of its rule, if that is not confirmed."""
    mark = "(niet bevestigd)"
    return f"{text} {mark}" if artikel.endswith(mark) and mark not in text else text


def _line(lid: Lidmaatschap, term: werk.Taak, vandaag: date) -> Regel:
    reason = term.reden[:1].upper() + term.reden[1:]
    own = term.soort == Termijnsoort.TAAK
    return Regel(
        traject_id=str(term.traject_id),
        nummer=term.nummer,
        naam=term.naam,
        dossier_url=f"/trajecten/{term.nummer}/",
        taak=reason if own else Termijnsoort(term.soort).label,
        taak_url=taak_adres(lid, term.nummer, term.soort, term.status, term.volgnummer),
        kort=Termijnsoort.TAAK.label if own else _marked(_short(reason), term.artikel),
        waarom=_marked(reason, term.artikel),
        artikel=term.artikel,
        dag=datum(term.uiterlijk),
        nog=relatief(term.uiterlijk, vandaag),
        route=ROUTE.get(term.leerroute, ""),
        klantmanager=term.klantmanager or "",
        wacht=f"wacht op {in_een_zin(term.wacht)}" if term.wacht else "",
        wacht_url=_wait_url(lid, term),
    )


def _chosen(lid: Lidmaatschap, asked: str) -> werk.Selectie:
    offered = werk.selecties(lid)
    return next((s for s in offered if s.value == asked), offered[0])


def _filters(form: Filterformulier) -> werk.Filters:
    data = form.cleaned_data if form.is_valid() else {}
    colleague = data.get("klantmanager") or ""
    return werk.Filters(
        soort=data.get("soort", ""),
        leerroute=data.get("leerroute", ""),
        naam=zoekvorm(data.get("naam", "")),
        klantmanager_id=int(colleague) if colleague.isdigit() else None,
        wacht=data.get("wacht", ""),
    )


def _saved_count(
    lid: Lidmaatschap, vandaag: date, row: Selectie, people: list[tuple[str, str]]
) -> werk.Telvraag:
    asked = als_vraag(row)
    form = Filterformulier(asked, redenen=_reasons(lid), klantmanagers=people)
    chosen = _chosen(lid, asked.get("selectie", ""))
    return werk.stel_aantal(lid, vandaag, chosen, _filters(form), telnaam(row))


def _after(request: HttpRequest) -> tuple[date, int] | None:
    """Read where the page begins: "na=2026-11-29-123"."""
    day, _, rij_id = request.GET.get("na", "").rpartition("-")
    try:
        parsed = parse_date(day)
    except ValueError:
        return None
    last = heel_getal(rij_id)
    return (parsed, last) if parsed and last is not None else None


def _name(lid: Lidmaatschap, selectie: werk.Selectie) -> str:
    """Name a selection; who stands above the teams has no team of their own."""
    if selectie is werk.Selectie.TEAM and lid.team_id is None:
        return werk.Selectie.ALLES.label
    return selectie.label


def _chips(
    lid: Lidmaatschap, chosen: werk.Selectie, counts: Mapping[str, int]
) -> list[dict[str, Any]]:
    chips = [
        {
            "url": f"?selectie={s.value}",
            "label": _name(lid, s),
            "aantal": werk.aantal(counts[s.value]),
            "actief": s is chosen,
        }
        for s in werk.selecties(lid)
        # Who replaces nobody today needs no chip that says so.
        if s is not werk.Selectie.VERVANGING or s is chosen or counts[s.value]
    ]
    if mag(lid, Werkhandeling.HERSTEL_AFWIJZEN):
        chips.append(
            {
                "url": "/werkvoorraad/herstel/", "label": "Herstel te beoordelen",
                "aantal": werk.aantal(counts[werk.HERSTEL] + counts[werk.SAMENVOEGING]),
                "actief": False,
            }
        )  # fmt: skip
    if counts[werk.KLOPT_NIET]:
        chips.append(
            {
                "url": "/werkvoorraad/klopt-niet/", "label": "Klopt niet",
                "aantal": werk.aantal(counts[werk.KLOPT_NIET]), "actief": False,
            }
        )  # fmt: skip
    if counts[werk.SIGNALEN]:
        answers = mag(lid, Werkhandeling.SIGNAAL_BEANTWOORDEN)
        chips.append(
            {
                "url": f"/signalen/?stand={'open' if answers else 'klaar'}",
                "label": "Signalen open" if answers else "Signalen beantwoord",
                "aantal": werk.aantal(counts[werk.SIGNALEN]), "actief": False,
            }
        )  # fmt: skip
    return chips


def _grouped(
    terms: Iterable[werk.Taak],
    lid: Lidmaatschap,
    vandaag: date,
    counts: Mapping[str, int],
) -> list[dict[str, Any]]:
    groups: dict[werk.Groep, list[werk.Taak]] = {}
    for term in terms:
        groups.setdefault(werk.groep(term.uiterlijk, vandaag), []).append(term)
    return [
        {
            "label": kind.label,
            # A group is what is equally urgent: one tone and one icon.
            "klasse": termijn_klasse(found[0].uiterlijk, vandaag),
            "icoon": termijn_icoon(found[0].uiterlijk, vandaag),
            "aantal": werk.aantal(counts[kind.value]),
            "enkel": counts[kind.value] == 1,
            "regels": [_line(lid, term, vandaag) for term in found],
        }
        for kind, found in groups.items()
    ]


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show what is due: by default one's own work."""
    require_inzage(request, Inzage.WERKVOORRAAD)
    lid, vandaag = request.lid, timezone.localdate()
    chosen = _chosen(lid, request.GET.get("selectie", ""))
    divides = lid.rol == Rol.TEAMLEIDER
    people = namen(vandaag, KLANTMANAGERS) if divides else []
    form = Filterformulier(request.GET, redenen=_reasons(lid), klantmanagers=people)
    asked, per_group = werk.stel_lijst(
        lid, vandaag, chosen, _filters(form), _after(request), BLADZIJDE
    )
    page = werk.bladzijde(asked)
    saved = bewaarde.bij(lid, Lijst.WERKVOORRAAD)
    counts = werk.tel(
        werk.stel_selecties(lid, vandaag), per_group,
        *(_saved_count(lid, vandaag, row, people) for row in saved),
    )  # fmt: skip
    raadpleeg(
        Inzage.WERKVOORRAAD, "", by=lid, on=timezone.localtime(), reden=chosen.label
    )
    last = page[BLADZIJDE - 1] if len(page) > BLADZIJDE else None
    numbers = [counts[g.value] for g in werk.Groep]
    return render(
        request, "werkvoorraad/lijst.html",
        {
            "kop": _name(lid, chosen),
            "selecties": _chips(lid, chosen, counts),
            **balk(Lijst.WERKVOORRAAD, saved, request, counts),
            "filter": form,
            "actieve_filters": (active := van_kracht(request, form, {"selectie"})),
            "wis_url": f"?selectie={chosen.value}" if active else "",
            "groepen": _grouped(page[:BLADZIJDE], lid, vandaag, counts),
            "totaal": sum(numbers) if max(numbers) <= werk.MEESTE else "",
            "volgende_url": last
            and adres_zonder(request, na=f"{last.uiterlijk.isoformat()}-{last.id}"),
            "vorige_url": adres_zonder(request) if "na" in request.GET else "",
            "mag_overdragen": mag(lid, Werkhandeling.TRAJECT_TOEWIJZEN),
            "toon_klantmanager": chosen is not werk.Selectie.MIJN,
            "leeg": _empty(chosen, bool(active)),
            "verdelen_url": mag(lid, Werkhandeling.TRAJECT_TOEWIJZEN)
            and "/werkvoorraad/te-verdelen/",
            "bijeenkomsten_url": mag_zien(lid, Inzage.BIJEENKOMSTEN)
            and "/bijeenkomsten/",
            "aanwezigheid_url": mag(lid, Handeling.UREN_VASTLEGGEN)
            and "/aanwezigheid/",
            "signalen_url": mag_zien(lid, Inzage.SIGNALEN) and "/signalen/",
            "teksten_url": mag_zien(lid, Inzage.TEKSTBLOKKEN) and "/beheer/teksten/",
            "verlof_url": mag(lid, Werkhandeling.VERLOF_PLANNEN) and "/verlof/",
            "agenda_url": mag(lid, Werkhandeling.AGENDAPUNT_MAKEN) and "/agenda/",
            "afspraken": van_vandaag(lid, vandaag),
            # News stands above what one begins with, not above what one looks for.
            "binnen": not active and "na" not in request.GET and binnengekomen(lid, vandaag),
        },
    )  # fmt: skip


def _empty(chosen: werk.Selectie, filtered: bool) -> dict[str, str]:
    """Say why there is nothing, and what next."""
    if filtered:
        return {
            "kop": "Geen taken met deze filters",
            "tekst": "Haal een filter weg om meer te zien.",
            "url": f"?selectie={chosen.value}", "linktekst": "Wis alle filters",
        }  # fmt: skip
    if chosen is werk.Selectie.MIJN:
        return {
            "kop": "U heeft geen taken",
            "tekst": "Alles is gedaan. Misschien kan uw team hulp gebruiken.",
            "url": "?selectie=team", "linktekst": "Bekijk de taken van uw team",
        }  # fmt: skip
    return {
        "kop": "Hier is niets te doen",
        "tekst": "In deze selectie staat geen enkele taak open.",
        "url": "/trajecten/", "linktekst": "Bekijk alle dossiers",
    }  # fmt: skip


# --- Handing over ---------------------------------------------------------------------


class Overdracht(forms.Form):
    """To whom, and what the colleague must know."""

    naar = forms.ChoiceField(
        label="Naar welke collega?", widget=Keuzelijst,
        error_messages={"required": "Kies een collega."},
    )  # fmt: skip
    toelichting = Tekstveld(
        label="Toelichting voor de collega", required=False, max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Komt in de geschiedenis van elk dossier. Bijvoorbeeld: ik ben drie weken vrij.",
    )  # fmt: skip

    def __init__(self, *args: Any, collegas: Iterable[Any], **kw: Any) -> None:
        """Offer the colleagues who may have cases."""
        super().__init__(*args, **kw)
        self.mensen = {str(g.pk): g for g in collegas}
        pairs = [
            (key, f"{g.naam} (nu afwezig)" if g.weg else g.naam)
            for key, g in self.mensen.items()
        ]
        self.fields["naar"].choices = [("", "Maak een keuze"), *pairs]


def _chosen_cases(request: HttpRequest) -> list[Traject]:
    ids = {heel_getal(v) for v in request.POST.getlist("traject")} - {None}
    cases = Traject.objects.visible_to(request.lid).filter(pk__in=ids)
    return list(
        cases.select_related("inburgeraar", "klantmanager")
        .order_by("id")[:MEEST_TEGELIJK]
    )  # fmt: skip


def _exceptions(cases: Iterable[Traject]) -> list[dict[str, str]]:
    return [
        {
            "naam": f"{t.inburgeraar.naam} ({t.nummer})",
            "reden": "dit dossier is afgesloten",
        }
        for t in cases
        if t.status == Trajectstatus.AFGESLOTEN
    ]


# From which list one hands over, and so where one goes back to.
LIJSTEN = {
    "": ("/werkvoorraad/", "Terug naar de werkvoorraad"),
    "caseload": ("/caseload/", "Terug naar de caseload"),
}


@inloggen
@require_POST
def overdragen(request: HttpRequest) -> HttpResponse:
    """Ask once more with every name, then hand over case by case and say per row."""
    require(request, Werkhandeling.TRAJECT_TOEWIJZEN)
    cases = _chosen_cases(request)
    going = [t for t in cases if t.status != Trajectstatus.AFGESLOTEN]
    confirmed = "bevestigd" in request.POST
    back = LIJSTEN.get(request.POST.get("van", ""), LIJSTEN[""])
    today = timezone.localdate()
    away = Verlof.objects.op(today).filter(gebruiker=OuterRef("pk"))
    people = collegas(today, KLANTMANAGERS).annotate(weg=Exists(away))
    form = Overdracht(request.POST if confirmed else None, collegas=people)
    if confirmed and going and form.is_valid():
        naar = form.mensen[form.cleaned_data["naar"]]
        results = draag_over(
            trajecten=going, naar=naar, by=request.lid, on=timezone.localtime(),
            toelichting=form.cleaned_data["toelichting"],
        )  # fmt: skip
        return per_rij(
            request, results, kop=f"Overgedragen aan {naar}", gedaan="overgedragen",
            terug=back, ongedaan=terug_te_draaien(results),
        )  # fmt: skip
    return render(
        request, "werkvoorraad/overdragen.html",
        {
            "form": form, "trajecten": going, "niet": _exceptions(cases),
            "terug": back, "van": request.POST.get("van", ""),
        },
        status=422 if form.errors else 200,
    )  # fmt: skip


@inloggen
@require_POST
def overdragen_ongedaan(request: HttpRequest) -> HttpResponse:
    """Give each case back to who had it, and say per row whether it went."""
    require(request, Werkhandeling.TRAJECT_TOEWIJZEN)
    lines = dict(filter(None, map(_line_back, request.POST.getlist("regel"))))
    cases = (
        Traject.objects.visible_to(request.lid)
        .filter(pk__in=lines).select_related("inburgeraar", "klantmanager")
        .order_by("id")[:MEEST_TEGELIJK]
    )  # fmt: skip
    people = {g.pk: g for g in collegas(timezone.localdate(), KLANTMANAGERS)}
    asked = [(case, *lines[case.pk]) for case in cases]
    results = terugdragen(
        overgedragen=[
            (case, got, people.get(had)) for case, got, had in asked
            if not had or had in people
        ],
        by=request.lid, on=timezone.localtime(),
    )  # fmt: skip
    results += [
        Overgedragen(case, None, False, "Wie dit dossier had, werkt hier niet meer.")
        for case, _, had in asked
        if had and had not in people
    ]
    if not results:
        messages.warning(request, "Er was niets ongedaan te maken.")
        return redirect("werkvoorraad")
    return per_rij(
        request, results, kop="Overdracht ongedaan gemaakt", gedaan="teruggegeven",
        terug=LIJSTEN[""],
    )  # fmt: skip


def _line_back(text: str) -> tuple[int, tuple[int, int]] | None:
    """Read "case-got-had"; None for anything else."""
    numbers = [heel_getal(part) for part in text.split("-")]
    if len(numbers) != 3 or None in numbers:
        return None
    case, got, had = cast("list[int]", numbers)
    return case, (got, had)


@inloggen
@require_GET
def herstel(request: HttpRequest) -> HttpResponse:
    """Show the corrections and the mergers that wait for a second person."""
    require(request, Werkhandeling.HERSTEL_AFWIJZEN)
    rows = werk.open_herstel(request.lid).select_related(
        "traject__inburgeraar", "gevraagd_door"
    )
    waiting = [(row, naam_van(row.soort)) for row in rows[:100]]
    mergers = werk.open_samenvoeging(request.lid).select_related(
        "traject__inburgeraar", "ander", "gevraagd_door"
    )
    return render(
        request, "werkvoorraad/herstel.html",
        {"rijen": waiting, "samenvoegingen": mergers[:100]},
    )  # fmt: skip
