"""Who takes part in a meeting: propose and invite, record who came, and in the file."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db.models import (
    Case,
    Exists,
    IntegerField,
    Model,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from inburgering.actions.bijeenkomst import bezet
from inburgering.actions.deelname import (
    Regel,
    Uitkomst,
    schrijven_veel,
    uitnodigen_veel,
    uren_bij_elkaar,
    vastleggen_veel,
)
from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.bijeenkomst import Presentie, Schrijven, Uitnodigen, Urenregel
from inburgering.models.besluit import DUOBesluit
from inburgering.models.bijeenkomst import (
    Aanwezigheid,
    Bijeenkomst,
    Bijeenkomstsoort,
    Deelname,
    Uitnodigingswijze,
)
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.inburgeraar import zoekvorm
from inburgering.models.onderdeel import MAP, PVT
from inburgering.models.traject import Traject
from inburgering.templatetags.opmaak import datum, korte_datum
from inburgering.uitnodigingen import afgezegd_per_brief, waarom_geen_brief
from inburgering.views.bijeenkomst import deelnames, log, vind_bijeenkomst
from inburgering.views.dossierkader import adres, mag, mag_zien
from inburgering.views.http import heel_getal, inloggen, require, require_inzage
from inburgering.views.uitkomst import per_rij
from inburgering.wet.begrippen import Leerroute, Trajectstatus
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.leerroutes import VAN_ONDERDEEL, heeft_onderdeel


A, H, S, W = Aanwezigheid, Handeling, Bijeenkomstsoort, Werkhandeling
BLADZIJDE = 50


# --- Propose and invite ---------------------------------------------------------------


@dataclass(frozen=True)
class Nodig:
    """What tells that a part is still open: the act that begins it, and its row."""

    starten: Handeling
    model: type[Model]
    klaar: str


NODIG = {
    S.PVT: Nodig(H.PVT_STARTEN, PVT, "ondertekend_op"),
    S.MAP: Nodig(H.MAP_STARTEN, MAP, "eindgesprek_op"),
}


def _of_case(model: type[Model], **conditions: Any) -> QuerySet:
    return model._default_manager.filter(traject=OuterRef("pk"), **conditions)


def nog_nodig(meeting: Bijeenkomst, lid: Lidmaatschap) -> QuerySet:
    """Give the cases within reach that still need what the meeting is for.

    As the law has it: in a state in which the part can begin, on a route that has it,
    not done, and without a decision of DUO that takes it away.
    """
    cases = Traject.objects.visible_to(lid).filter(
        ~Exists(_of_case(Deelname, bijeenkomst=meeting))
    )
    soort = S(meeting.soort)
    nodig, onderdeel = NODIG.get(soort), soort.onderdeel
    if nodig is None or onderdeel is None:
        return cases.exclude(status=Trajectstatus.AFGESLOTEN.value)
    routes = [r.value for r in Leerroute if heeft_onderdeel(r, onderdeel)]
    parts = _of_case(nodig.model)
    return cases.filter(
        ~Exists(_of_case(nodig.model, **{f"{nodig.klaar}__isnull": False})),
        ~Exists(
            _of_case(
                DUOBesluit, onderdeel=onderdeel.value,
                soort__in=[s.value for s in VAN_ONDERDEEL],
            )
        ),
        status__in=[s.value for s in HANDELINGEN[nodig.starten].van],
        leerroute__in=["", *routes],
    ).annotate(begonnen=Subquery(parts.order_by("-id").values("begonnen_op")[:1]))  # fmt: skip


def op_taal(cases: QuerySet, taal: str) -> QuerySet:
    """Put who speaks the language of the meeting first, then who waits longest."""
    if not taal:
        return cases.order_by("geregistreerd_op", "id")
    speaks = When(inburgeraar__contacttaal__iexact=taal, then=Value(0))
    return cases.alias(
        andere_taal=Case(speaks, default=Value(1), output_field=IntegerField())
    ).order_by("andere_taal", "geregistreerd_op", "id")


def _earlier(meeting: Bijeenkomst, cases: list[Traject]) -> dict[int, list[Deelname]]:
    """Give what the cases had of this kind of meeting, by case: one statement."""
    rows = (
        Deelname.objects.filter(
            traject__in=cases, bijeenkomst__soort=meeting.soort,
            bijeenkomst__afgelast_op=None,
        )
        .select_related("bijeenkomst")
        .order_by("bijeenkomst__dag", "pk")
    )  # fmt: skip
    found: dict[int, list[Deelname]] = defaultdict(list)
    for row in rows:
        found[row.traject_id].append(row)
    return found


def _why(meeting: Bijeenkomst, case: Any, had: list[Deelname], dag: date) -> list[str]:
    """Say why somebody is on the list, and what to know before inviting."""
    label = S(meeting.soort).label
    nodig = meeting.soort in NODIG
    begun = getattr(case, "begonnen", None)
    why = []
    if nodig:
        why.append(
            f"{label} begonnen op {datum(begun)}, nog niet af" if begun
            else f"{label} nog niet begonnen"
        )  # fmt: skip
    elif not had:
        why.append("Nog niet bij een voorlichting uitgenodigd")
    if hours := sum(row.uren for row in had):
        why.append(f"Was al {hours} uur aanwezig")
    why += [
        f"Ook uitgenodigd voor {korte_datum(row.bijeenkomst.dag)}"
        for row in had
        if row.bijeenkomst.dag >= dag and row.aanwezigheid != A.MET_BERICHT
    ]
    missed = [row for row in had if row.aanwezigheid not in {"", A.AANWEZIG}]
    if missed:
        last = missed[-1]
        why.append(
            f"{last.get_aanwezigheid_display()} op {korte_datum(last.bijeenkomst.dag)}"
        )
    if case.inburgeraar.tolk_nodig and not meeting.tolk:
        why.append("Tolk nodig; hier is er geen")
    return why


def _line(
    meeting: Bijeenkomst, case: Any, had: list[Deelname], dag: date
) -> dict[str, Any]:
    taal = case.inburgeraar.contacttaal
    return {
        "id": case.pk,
        "nummer": case.nummer,
        "naam": case.inburgeraar.naam,
        "taal": taal,
        "zelfde_taal": bool(taal) and zoekvorm(taal) == zoekvorm(meeting.taal),
        "sinds": case.geregistreerd_op,
        "waarom": _why(meeting, case, had, dag),
    }


def _chosen(request: HttpRequest) -> list[Traject]:
    """Read who was ticked; a case out of reach is as if it were not there."""
    ids = [heel_getal(text) for text in request.POST.getlist("traject")][
        : 2 * BLADZIJDE
    ]
    cases = Traject.objects.visible_to(request.lid).filter(
        pk__in=[pk for pk in ids if pk is not None]
    )
    return list(cases.select_related("inburgeraar"))


@inloggen
@require_http_methods(["GET", "POST"])
def uitnodigen(request: HttpRequest, bijeenkomst_id: int) -> HttpResponse:
    """Propose who still needs this meeting, and invite many at once."""
    require_inzage(request, Inzage.BIJEENKOMSTEN)
    require(request, W.DEELNAME_UITNODIGEN)
    meeting, nu = vind_bijeenkomst(bijeenkomst_id), timezone.localtime()
    form = Uitnodigen(
        request.POST if request.method == "POST" else None, dossier=None,
        vandaag=nu.date(), initial={"sleutel": uuid4()},
    )  # fmt: skip
    chosen = _chosen(request) if form.is_bound else []
    if form.is_valid() and chosen:
        values = form.gegevens()
        results = uitnodigen_veel(
            trajecten=chosen, by=request.lid, on=nu, bijeenkomst=meeting,
            sleutel=form.cleaned_data["sleutel"], **values,
        )  # fmt: skip
        return _results(request, meeting, "Uitgenodigd", results)
    log(request, meeting)
    same = bool(meeting.taal) and "taal" in request.GET
    needed = op_taal(nog_nodig(meeting, request.lid), meeting.taal)
    if same:
        needed = needed.filter(inburgeraar__contacttaal__iexact=meeting.taal)
    cases = list(needed.select_related("inburgeraar")[: BLADZIJDE + 1])
    more, cases = len(cases) > BLADZIJDE, cases[:BLADZIJDE]
    had = _earlier(meeting, cases)
    return render(
        request, "bijeenkomst/uitnodigen.html",
        {
            "bijeenkomst": meeting,
            "form": form,
            "regels": [
                _line(meeting, case, had[case.pk], nu.date()) for case in cases
            ],
            "meer": more,
            "bladzijde": BLADZIJDE,
            "vrij": max(meeting.plaatsen - bezet(meeting), 0),
            "gekozen": {case.pk for case in chosen},
            "niets_gekozen": form.is_bound and not chosen,
            "talen": [
                {"url": "?", "label": "Alle talen", "actief": not same},
                {"url": "?taal=ja", "label": f"Alleen {meeting.taal}", "actief": same},
            ] if meeting.taal else [],
        },
        status=422 if form.is_bound else 200,
    )  # fmt: skip


def _results(
    request: HttpRequest, meeting: Bijeenkomst, kop: str, results: list[Uitkomst],
    gedaan: str = "",
) -> HttpResponse:  # fmt: skip
    back = (reverse("bijeenkomst", args=[meeting.pk]), "Naar de bijeenkomst")
    return per_rij(
        request,
        results,
        kop=kop,
        gedaan=gedaan or f"uitgenodigd voor {meeting.titel}",
        terug=back,
    )


# --- Tell by letter that it does not go on --------------------------------------------


@inloggen
@require_http_methods(["GET", "POST"])
def schrijven(request: HttpRequest, bijeenkomst_id: int) -> HttpResponse:
    """Make for each person who was invited the letter that the meeting is off.

    Who was invited by letter is ticked to begin with; a letter that was made is said.
    """
    require_inzage(request, Inzage.BIJEENKOMSTEN)
    require(request, W.DEELNAME_SCHRIJVEN)
    meeting, nu = vind_bijeenkomst(bijeenkomst_id), timezone.localtime()
    if meeting.afgelast_op is None:
        messages.info(
            request, f"{meeting.titel} is niet afgelast. Er is geen brief nodig."
        )
        return redirect("bijeenkomst", meeting.pk)
    seen, elders = deelnames(meeting, request.lid)
    rows = [row for row in seen if row.aanwezigheid != A.MET_BERICHT]
    told = afgezegd_per_brief(rows)
    form = Schrijven(
        request.POST if request.method == "POST" else None, dossier=None,
        vandaag=nu.date(), initial={"sleutel": uuid4()},
    )  # fmt: skip
    ticked = {heel_getal(text) for text in request.POST.getlist("deelname")}
    chosen = [row for row in rows if row.pk in ticked] if form.is_bound else []
    if form.is_valid() and chosen:
        results = schrijven_veel(
            deelnames=chosen, by=request.lid, on=nu,
            sleutel=form.cleaned_data["sleutel"],
        )  # fmt: skip
        done = "klaar: de brief staat in het dossier. U print alle brieven bij de bijeenkomst"
        return _results(request, meeting, "Brief: gaat niet door", results, done)
    log(request, meeting)
    lines = [
        {
            "deelname": row,
            "brief": told.get(row.pk),
            "waarom_niet": waarom_geen_brief(row.traject),
            "gekozen": row.pk in ticked if form.is_bound
            else row.pk not in told and row.wijze == Uitnodigingswijze.BRIEF,
        }
        for row in rows
    ]  # fmt: skip
    return render(
        request, "bijeenkomst/schrijven.html",
        {
            "bijeenkomst": meeting, "form": form, "regels": lines, "elders": elders,
            "niets_gekozen": form.is_bound and not chosen,
        },
        status=422 if form.is_bound else 200,
    )  # fmt: skip


# --- Record who came ------------------------------------------------------------------


@dataclass
class Lijstregel:
    """One line of the attendance list: what is recorded, what was typed, what is wrong."""

    deelname: Deelname
    gekozen: str
    was: str
    uren: str = ""
    vinkje: bool = False
    fout: str = ""
    uitkomst: Uitkomst | None = None
    keuzes: list[tuple[str, str]] = field(default_factory=list)
    uren_getypt: int | None = None

    @property
    def veranderd(self) -> bool:
        """Say whether there is anything to record in this line."""
        new = self.gekozen != self.was
        return new or (self.vinkje and not self.deelname.ondertekend)

    def als_regel(self) -> Regel:
        """Give the line as the act takes it."""
        return Regel(
            self.deelname, self.gekozen, self.was, self.vinkje, self.uren_getypt
        )


def _choices(row: Deelname, dag: date) -> list[tuple[str, str]]:
    """Give what can be chosen; before the day somebody can only send word."""
    found = [(a.value, a.label) for a in A]
    if row.bijeenkomst.dag > dag:
        found = [(A.MET_BERICHT.value, A.MET_BERICHT.label)]
    return found if row.aanwezigheid else [("", "Nog niet vastgelegd"), *found]


def _read(data: Any, line: Lijstregel, *, signs: bool) -> None:
    """Read what was typed in a line, and say at the line what can't be."""
    pk = line.deelname.pk
    line.was = data.get(f"was_{pk}", line.was)
    line.gekozen = data.get(f"aanwezigheid_{pk}", line.gekozen)
    line.vinkje = signs and f"ondertekend_{pk}" in data
    line.uren = data.get(f"uren_{pk}", line.uren)
    if line.gekozen not in {"", *A}:
        line.fout = "Kies een van de mogelijkheden."
    elif not line.gekozen and line.was:
        line.fout = "Kies of deze persoon er was."
    elif line.vinkje and line.gekozen != A.AANWEZIG and not line.deelname.ondertekend:
        line.fout = "Wie er niet was, kan niet hebben ondertekend."
    if line.vinkje:
        hours = Urenregel({"uren": line.uren})
        if hours.is_valid():
            line.uren_getypt = hours.cleaned_data["uren"]
        else:
            line.fout = str(hours.errors["uren"][0])


def _lines(
    meeting: Bijeenkomst, seen: list[Deelname], dag: date, *, signs: bool
) -> list[Lijstregel]:
    """Give the lines as they are recorded now; the hours as they add up with today's."""
    added = uren_bij_elkaar([row.traject_id for row in seen]) if signs else {}
    lines = []
    for row in seen:
        hours = added.get(row.traject_id, 0)
        if row.aanwezigheid != A.AANWEZIG:
            hours += meeting.uren
        lines.append(
            Lijstregel(
                row, row.aanwezigheid, row.aanwezigheid, uren=str(hours),
                keuzes=_choices(row, dag),
            )
        )  # fmt: skip
    return lines


def _record(
    request: HttpRequest, form: Presentie, lines: list[Lijstregel]
) -> list[Uitkomst]:
    todo = [line for line in lines if line.veranderd and line.gekozen]
    return vastleggen_veel(
        regels=[line.als_regel() for line in todo], by=request.lid,
        on=timezone.localtime(), sleutel=form.cleaned_data["sleutel"],
    )  # fmt: skip


def _after(
    meeting: Bijeenkomst, lid: Lidmaatschap, dag: date, before: list[Lijstregel],
    results: list[Uitkomst], *, signs: bool,
) -> list[Lijstregel]:  # fmt: skip
    """Read the list anew, with the results; what was refused stays as it was typed."""
    of_case = {result.traject.pk: result for result in results}
    typed = {line.deelname.pk: line for line in before}
    lines = _lines(meeting, deelnames(meeting, lid)[0], dag, signs=signs)
    for line in lines:
        line.uitkomst = of_case.get(line.deelname.traject_id)
        old = typed.get(line.deelname.pk)
        if old is not None and line.uitkomst is not None and not line.uitkomst.gelukt:
            line.gekozen, line.vinkje, line.uren = old.gekozen, old.vinkje, old.uren
    return lines


@inloggen
@require_http_methods(["GET", "POST"])
def aanwezigheid(request: HttpRequest, bijeenkomst_id: int) -> HttpResponse:
    """Record for everybody at once who came and who signed, with a result per person."""
    require_inzage(request, Inzage.BIJEENKOMSTEN)
    require(request, W.DEELNAME_VASTLEGGEN)
    meeting, dag = vind_bijeenkomst(bijeenkomst_id), timezone.localdate()
    signs = meeting.ondertekenen and mag(request.lid, H.PVT_ONDERTEKENEN)
    seen, elders = deelnames(meeting, request.lid)
    lines = _lines(meeting, seen, dag, signs=signs)
    form = Presentie(
        request.POST if request.method == "POST" else None, dossier=None, vandaag=dag,
        initial={"sleutel": uuid4()},
    )  # fmt: skip
    results: list[Uitkomst] = []
    saved = False
    if form.is_bound:
        for line in lines:
            _read(request.POST, line, signs=signs)
    if form.is_bound and "allen" in request.POST:
        _all_present(lines, meeting, dag)
    elif form.is_valid() and not any(line.fout for line in lines):
        results, saved = _record(request, form, lines), True
        lines = _after(meeting, request.lid, dag, lines, results, signs=signs)
        form = Presentie(dossier=None, vandaag=dag, initial={"sleutel": uuid4()})
    else:
        log(request, meeting)
    wrong = [line for line in lines if line.fout]
    return render(
        request, "bijeenkomst/aanwezigheid.html",
        {
            "bijeenkomst": meeting, "form": form, "regels": lines, "elders": elders,
            "tekent": signs,
            "komt_nog": meeting.dag > dag,
            "fouten": wrong,
            "opgeslagen": saved,
            "aantal": len(results),
            "gelukt": sum(result.gelukt for result in results),
            "let_op": sum(bool(result.opmerkingen) for result in results),
        },
        status=422 if wrong else 200,
    )  # fmt: skip


def _all_present(lines: list[Lijstregel], meeting: Bijeenkomst, dag: date) -> None:
    """Fill in that everybody came of whom nothing is known; nothing is saved yet."""
    for line in lines:
        line.fout = ""
        if not line.gekozen and meeting.dag <= dag:
            line.gekozen = A.AANWEZIG.value


# --- In the file ----------------------------------------------------------------------


def _still_to_tell(rows: list[Deelname]) -> set[int]:
    """Give which of these are called off without a letter that says so."""
    told = afgezegd_per_brief(rows)
    return {
        row.pk
        for row in rows
        if row.bijeenkomst.afgelast_op
        and row.aanwezigheid != A.MET_BERICHT
        and row.pk not in told
    }


def van_dossier(dossier: Dossier, lid: Lidmaatschap) -> dict[str, Any]:
    """Give the meetings of one person for the file, the newest first."""
    nummer = dossier.traject.nummer
    rows = Deelname.objects.filter(traject=dossier.traject).select_related(
        "bijeenkomst"
    )
    may_record = mag(lid, W.DEELNAME_VASTLEGGEN)
    found = list(rows.order_by("-bijeenkomst__dag", "-pk"))
    to_tell = _still_to_tell(found) if mag(lid, W.DEELNAME_SCHRIJVEN) else set()
    return {
        "rijen": [
            {
                "deelname": row,
                "bijeenkomst": row.bijeenkomst,
                "vastleggen": adres(nummer, W.DEELNAME_VASTLEGGEN, row.pk)
                if may_record and not row.bijeenkomst.afgelast_op else "",
                "schrijven": adres(nummer, W.DEELNAME_SCHRIJVEN, row.pk)
                if row.pk in to_tell else "",
            }
            for row in found
        ],
        "uitnodigen": adres(nummer, W.DEELNAME_UITNODIGEN)
        if mag(lid, W.DEELNAME_UITNODIGEN) else "",
        "ziet_bijeenkomst": mag_zien(lid, Inzage.BIJEENKOMSTEN),
    }  # fmt: skip
