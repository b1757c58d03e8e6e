"""Before leave and after it: what falls due meanwhile, and what changed."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inburgering import werkvoorraad as werk
from inburgering.actions import verlof as handelingen
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.checks import (
    AFGESCHERMDE_FEITEN,
    AFGESCHERMDE_HANDELINGEN,
    may_see,
)
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.verlof import (
    HOOGSTENS,
    Intrekken,
    Plannen,
    Sinds,
    Terugzetten,
)
from inburgering.forms.werkformulier import Werkformulier
from inburgering.inzage import raadpleeg
from inburgering.models.agendapunt import STAAT, Agendapunt
from inburgering.models.feiten import model_van
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.spoor import Gebeurtenis
from inburgering.models.traject import Traject, bereik
from inburgering.models.verlof import Verlof
from inburgering.templatetags.opmaak import datum, relatief
from inburgering.views.agenda import tijd
from inburgering.views.dossierkader import mag
from inburgering.views.http import (
    inloggen,
    meldingen,
    require,
    require_inzage,
)
from inburgering.views.ongedaan import teken
from inburgering.views.weergave import handeling_label
from inburgering.wet.begrippen import Termijnsoort
from inburgering.wet.uitkomst import NietToegestaan


W = Werkhandeling
MEESTE = 500  # acts since one was away; more is a history, not a list


def _van_mij(lid: Lidmaatschap) -> Q:
    """Whose leave one sees: one's own, whom one replaces; who leads sees everyone's."""
    if lid.rol == Rol.TEAMLEIDER:
        return Q()
    return Q(gebruiker_id=lid.gebruiker_id) | Q(vervanger_id=lid.gebruiker_id)


def _verlof(
    request: HttpRequest, verlof_id: int, *, ook_ingetrokken: bool = False
) -> Verlof:
    rows = Verlof.objects.select_related("gebruiker", "vervanger")
    if not ook_ingetrokken:
        rows = rows.filter(ingetrokken_op=None)
    found = rows.filter(_van_mij(request.lid), pk=verlof_id).first()
    if found is None:
        raise Http404("Dit verlof is er niet (meer).")
    return found


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show the leave that runs, is planned, or was lately."""
    require(request, W.VERLOF_PLANNEN)
    vandaag = timezone.localdate()
    rows = Verlof.objects.filter(
        _van_mij(request.lid), ingetrokken_op=None, tot_en_met__gte=vandaag - HOOGSTENS
    )
    found = list(rows.select_related("gebruiker", "vervanger").order_by("-van", "-pk"))
    return render(
        request, "verlof/lijst.html",
        {
            "rijen": [(row, row.van <= vandaag <= row.tot_en_met) for row in found],
            "leidt": request.lid.rol == Rol.TEAMLEIDER,
        },
    )  # fmt: skip


@inloggen
@require_http_methods(["GET", "POST"])
def plannen(request: HttpRequest) -> HttpResponse:
    """Plan leave with a substitute."""
    require(request, W.VERLOF_PLANNEN)
    nu = timezone.localtime()
    form = Plannen(
        request.POST if request.method == "POST" else None, vandaag=nu.date(),
        lid=request.lid, leidt=request.lid.rol == Rol.TEAMLEIDER,
        initial={"sleutel": uuid4()},
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        try:
            with meldingen(form):
                zaak = handelingen.plannen(
                    by=request.lid, on=nu, sleutel=form.cleaned_data["sleutel"],
                    **form.gegevens(),
                )  # fmt: skip
                messages.success(
                    request, "Het verlof is gepland.",
                    extra_tags=_terug(request, W.VERLOF_INTREKKEN, zaak.feit.pk),
                )  # fmt: skip
                return redirect("verlof_bekijken", zaak.feit.pk)
        except AlGedaan:
            messages.info(request, "Dit was al opgeslagen.")
            return redirect("verlof")
    return render(
        request, "verlof/plannen.html",
        {"form": form, "knop": form.knop, "terug": "/verlof/"},
        status=422 if form.errors else 200,
    )  # fmt: skip


def _terug(request: HttpRequest, act: Werkhandeling, verlof_id: int) -> str:
    """Give what a message needs to offer the undoing; "" when one may not."""
    return teken(f"/verlof/{verlof_id}/{act.verb}/") if mag(request.lid, act) else ""


@inloggen
@require_POST
def intrekken(request: HttpRequest, verlof_id: int) -> HttpResponse:
    """Take leave back; only one's own, or who leads."""
    require(request, W.VERLOF_INTREKKEN)
    verlof = _eigen(request, verlof_id)
    back = _terug(request, W.VERLOF_TERUGZETTEN, verlof_id)
    if _keer_om(request, Intrekken, handelingen.intrekken, verlof):
        messages.success(request, "Het verlof is ingetrokken.", extra_tags=back)
    return redirect("verlof")


@inloggen
@require_POST
def terugzetten(request: HttpRequest, verlof_id: int) -> HttpResponse:
    """Put leave back that was taken back; only one's own, or who leads."""
    require(request, W.VERLOF_TERUGZETTEN)
    verlof = _eigen(request, verlof_id)
    if _keer_om(request, Terugzetten, handelingen.terugzetten, verlof):
        messages.success(request, "Het verlof staat er weer.")
    return redirect("verlof")


def _eigen(request: HttpRequest, verlof_id: int) -> Verlof:
    """Find leave that one may take or put back: a second click finds it too."""
    found = _verlof(request, verlof_id, ook_ingetrokken=True)
    if not _mag_intrekken(request.lid, found):
        raise Http404("Dit is niet uw verlof.")
    return found


def _keer_om(
    request: HttpRequest, formulier: type[Werkformulier], act: Callable[..., Any],
    verlof: Verlof,
) -> bool:  # fmt: skip
    """Take leave back or put it back; say why not, or that it was done already."""
    nu = timezone.localtime()
    form = formulier(request.POST, dossier=None, vandaag=nu.date())
    key = form.cleaned_data["sleutel"] if form.is_valid() else None
    try:
        act(by=request.lid, on=nu, verlof=verlof, sleutel=key)
    except AlGedaan:
        messages.info(request, "Dit was al gedaan.")
    except NietToegestaan as refused:
        messages.warning(request, refused.reden)
    else:
        return True
    return False


def _mag_intrekken(lid: Lidmaatschap, verlof: Verlof) -> bool:
    return lid.rol == Rol.TEAMLEIDER or verlof.gebruiker_id == lid.gebruiker_id


# --- Before leave ---------------------------------------------------------------------


@inloggen
@require_GET
def bekijken(request: HttpRequest, verlof_id: int) -> HttpResponse:
    """Show what falls due in the period, a line per person, and what the substitute may."""
    require(request, W.VERLOF_PLANNEN)
    require_inzage(request, Inzage.WERKVOORRAAD)
    lid, verlof = request.lid, _verlof(request, verlof_id)
    raadpleeg(
        Inzage.WERKVOORRAAD, "", by=lid, on=timezone.localtime(),
        reden=f"Verlof van {verlof.gebruiker}",
    )  # fmt: skip
    due, planned = _due(lid, verlof), _appointments(lid, verlof)
    may_decide = _may_decide(verlof)
    lines = _per_person(due, planned, verlof.van)
    return render(
        request, "verlof/bekijken.html",
        {
            "verlof": verlof,
            "personen": lines,
            "taken": len(due),
            "afspraken": len(planned),
            "zonder_mandaat": not may_decide
            and sum(line["besluit"] for person in lines for line in person["taken"]),
            "intrekken": _mag_intrekken(lid, verlof)
            and Intrekken(
                dossier=None, vandaag=timezone.localdate(), initial={"sleutel": uuid4()}
            ),
        },
    )  # fmt: skip


def _due(lid: Lidmaatschap, verlof: Verlof) -> list[werk.Taak]:
    """Give what is open of a colleague and due before the first day back."""
    rows = werk.open_termijnen(lid, verlof.tot_en_met, werk.Selectie.ALLES).filter(
        klantmanager_id=verlof.gebruiker_id, uiterlijk__lte=verlof.tot_en_met
    )
    return [werk.Taak(*row) for row in rows.values_list(*werk.KOLOMMEN)]


def _appointments(lid: Lidmaatschap, verlof: Verlof) -> list[dict[str, Any]]:
    """Give the appointments that a colleague keeps in those days and that still stand.

    Who moves or cancels them does so in the file, before the leave.
    """
    whose = Q(wie_id=verlof.gebruiker_id)
    whose |= Q(wie__isnull=True, traject__klantmanager_id=verlof.gebruiker_id)
    rows = Agendapunt.objects.filter(
        whose, STAAT, bereik(lid, "traject__"),
        dag__range=(verlof.van, verlof.tot_en_met),
    ).select_related("traject__inburgeraar")  # fmt: skip
    return [
        {
            "nummer": row.traject.nummer, "naam": row.traject.inburgeraar.naam,
            "wat": row.get_soort_display(), "dag": row.dag,
            "tijd": tijd(row.begin, row.einde),
        }
        for row in rows.order_by("dag", "begin", "pk")[:MEESTE]
    ]  # fmt: skip


# What ends with a decision, so that the substitute needs a mandate.
MET_BESLUIT = frozenset(
    {
        Termijnsoort.PIP, Termijnsoort.AFSLUITEN, Termijnsoort.HANDHAVING_BESLUIT,
        Termijnsoort.BEZWAAR_BESLISSEN,
    }
)  # fmt: skip


def _per_person(
    due: Iterable[werk.Taak], planned: Iterable[dict[str, Any]], van: date
) -> list[dict[str, Any]]:
    people: dict[str, dict[str, Any]] = {}

    def line(nummer: str, naam: str) -> dict[str, Any]:
        empty = {"naam": naam, "nummer": nummer, "taken": [], "afspraken": []}
        return people.setdefault(nummer, empty)

    for taak in due:
        person = line(taak.nummer, taak.naam)
        own = taak.soort == Termijnsoort.TAAK
        person["taken"].append(
            {
                "wat": taak.reden if own else Termijnsoort(taak.soort).label,
                "uiterlijk": taak.uiterlijk,
                "vooraf": taak.uiterlijk < van,
                "besluit": Termijnsoort(taak.soort) in MET_BESLUIT,
            }
        )
    for row in planned:
        line(row["nummer"], row["naam"])["afspraken"].append(row)
    return list(people.values())


def _may_decide(verlof: Verlof) -> bool:
    """Say whether the substitute has a mandate on the first day."""
    members = Lidmaatschap.objects.geldig_op(verlof.van).filter(
        gemeente=huidige_gemeente(), gebruiker_id=verlof.vervanger_id, mandaat=True
    )
    return members.exists()


# --- After leave, and every Monday ----------------------------------------------------


def _since(form: Sinds, lid: Lidmaatschap, vandaag: date) -> tuple[date, str]:
    """Give from which day: as asked, else the last leave that ended, else last Monday."""
    if form.is_valid() and form.cleaned_data["dag"]:
        return form.cleaned_data["dag"], ""
    monday = vandaag - timedelta(days=vandaag.weekday() or 7)
    last = (
        Verlof.objects.filter(
            gebruiker_id=lid.gebruiker_id, ingetrokken_op=None,
            tot_en_met__lt=vandaag, tot_en_met__gte=monday - timedelta(days=7),
        )
        .order_by("-van")
        .first()
    )  # fmt: skip
    if last is not None:
        return last.van, f"U was weg tot en met {datum(last.tot_en_met)}."
    return monday, "U heeft geen verlof staan; dit is sinds maandag."


@inloggen
@require_GET
def sinds(request: HttpRequest) -> HttpResponse:
    """Show per person what others did since one was away, and what now waits."""
    require_inzage(request, Inzage.WERKVOORRAAD)
    require(request, W.VERLOF_PLANNEN)
    lid, nu = request.lid, timezone.localtime()
    form = Sinds(request.GET, vandaag=nu.date())
    begin, why = _since(form, lid, nu.date())
    own = Traject.objects.visible_to(lid).filter(klantmanager_id=lid.gebruiker_id)
    mine = list(own.values_list("nummer", flat=True))
    raadpleeg(Inzage.WERKVOORRAAD, "", by=lid, on=nu, reden=f"Sinds {begin:%d-%m-%Y}")
    acts = _acts(lid, mine, begin)
    waiting = _waiting(lid, nu.date())
    names = _names(list(acts))
    people = [
        {
            "naam": name, "nummer": nummer, "gebeurd": acts[nummer],
            "wacht": waiting.get(nummer, []),
        }
        for nummer, name in names.items()
    ]  # fmt: skip
    count = sum(len(rows) for rows in acts.values())
    return render(
        request, "verlof/sinds.html",
        {
            "form": form,
            "begin": begin,
            "waarom": why,
            "personen": people,
            "aantal": count,
            "te_veel": count >= MEESTE,
            "rustig": len(mine) - len(people),
            "weg": _gone(lid, begin),
        },
        status=422 if form.errors else 200,
    )  # fmt: skip


def _names(nummers: list[str]) -> dict[str, str]:
    cases = Traject.objects.filter(nummer__in=nummers).select_related("inburgeraar")
    found = {case.nummer: case.inburgeraar.naam for case in cases}
    return dict(sorted(found.items(), key=lambda pair: pair[1].casefold()))


def _acts(
    lid: Lidmaatschap, nummers: list[str], begin: date
) -> dict[str, list[dict[str, Any]]]:
    """Give what others did, newest first; a reason in free text for who reads notes."""
    start = timezone.make_aware(datetime.combine(begin, time.min))
    rows = Gebeurtenis.objects.filter(nummer__in=nummers, moment__gte=start).exclude(
        gebruiker=lid.gebruiker_id
    )
    if not may_see(Rol(lid.rol), Inzage.HANDHAVING):
        hidden = [model_van(s)._meta.model_name for s in sorted(AFGESCHERMDE_FEITEN)]
        rows = rows.exclude(feit__in=hidden).exclude(
            handeling__in=AFGESCHERMDE_HANDELINGEN
        )
    reads = may_see(Rol(lid.rol), Inzage.NOTITIES)
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows.order_by("-id")[:MEESTE]:
        found[row.nummer].append(
            {
                "wat": handeling_label(row.handeling),
                "wanneer": timezone.localtime(row.moment).date(),
                "door": "automatisch" if row.automatisch else row.naam,
                "tekst": ". ".join(
                    t for t in (row.samenvatting, reads and row.reden) if t
                ),
            }
        )
    return found


def _gone(lid: Lidmaatschap, begin: date) -> list[dict[str, Any]]:
    """Give the cases that were one's own and were handed to somebody else meanwhile.

    Of a case that is out of reach now there is no name: its number is known already.
    """
    start = timezone.make_aware(datetime.combine(begin, time.min))
    handed = Gebeurtenis.objects.filter(
        handeling=W.TRAJECT_TOEWIJZEN.value, moment__gte=start
    )
    mine_once = Traject.history.filter(
        gemeente=lid.gemeente_id, id=OuterRef("pk"), klantmanager_id=lid.gebruiker_id
    )
    within = Traject.objects.visible_to(lid).filter(pk=OuterRef("pk"))
    rows = (
        Traject.objects.filter(Exists(mine_once), nummer__in=handed.values("nummer"))
        .exclude(klantmanager_id=lid.gebruiker_id)
        .annotate(binnen=Exists(within))
        .select_related("inburgeraar", "klantmanager")
        .order_by("nummer")
    )
    return [
        {
            "nummer": case.nummer,
            "naam": case.inburgeraar.naam if case.binnen else "",
            "nu_bij": case.klantmanager or "niemand",
        }
        for case in rows[:MEESTE]
    ]


def _waiting(lid: Lidmaatschap, vandaag: date) -> dict[str, list[dict[str, str]]]:
    """Give what is due of one's own work, for two weeks to come."""
    rows = werk.open_termijnen(lid, vandaag, werk.Selectie.MIJN).filter(
        uiterlijk__lte=werk.dringend_tot(vandaag)
    )
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows.values_list(*werk.KOLOMMEN):
        taak = werk.Taak(*row)
        own = taak.soort == Termijnsoort.TAAK
        found[taak.nummer].append(
            {
                "wat": taak.reden if own else Termijnsoort(taak.soort).label,
                "nog": relatief(taak.uiterlijk, vandaag),
            }
        )
    return found
