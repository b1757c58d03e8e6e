"""Merging two cases: which other one, what differs, what follows, and the second person."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db.models import TextField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inburgering.actions import samenvoeging as acties
from inburgering.actions import terzijde
from inburgering.actions.samenvoeging import PERSOON, Verschil
from inburgering.actions.samenvoeging import TRAJECT as REGISTRATIE
from inburgering.actions.terzijde import DEELNAMES, Botsing
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.samenvoeging import KEUZE, Afwijzen, Goedkeuren, Vraag, Vragen
from inburgering.integrations.landelijke_tabellen import omschrijving
from inburgering.inzage import raadpleeg
from inburgering.models.dossier import Dossier, lees
from inburgering.models.gebruiker import Gebruiker, Team
from inburgering.models.gelijkenis import Gelijke, gelijken
from inburgering.models.herstel import Herstelstatus
from inburgering.models.inburgeraar import Inburgeraar, volledige_naam
from inburgering.models.samenvoeging import SCHEIDT, Samenvoeging
from inburgering.models.traject import Traject
from inburgering.views import weergave
from inburgering.views.dossierkader import idbalk, mag
from inburgering.views.http import inloggen, meldingen, require, require_inzage, vind
from inburgering.views.terzijde import kaarten
from inburgering.views.tweedepersoon import Keuzes, beslis
from inburgering.views.weergave import in_woorden, opschrift
from inburgering.wet.uitkomst import NietToegestaan


W = Werkhandeling
OPSCHRIFT = {
    "bsn": "BSN",
    "naam": "Naam",
    "adres": "Adres",
    "regie": "Klantmanager en team",
}
GEHEIM = "Staat niet op het scherm: het adres is geheim"
LANDELIJK = {
    "nationaliteit": "nationaliteit", "geboorteland": "land",
    "verblijfstitel": "verblijfstitel",
}  # fmt: skip
WAAR_WOONT = frozenset({"adres", "opvanglocatie"})


# --- The words of a difference --------------------------------------------------------


def _label(naam: str) -> str:
    if naam in OPSCHRIFT:
        return OPSCHRIFT[naam]
    model = Inburgeraar if naam in PERSOON else Traject
    return opschrift(model._meta.get_field(naam))


def _people(keys: Iterable[tuple[Any, ...]]) -> dict[str, dict[int, str]]:
    """Name who has the cases: two statements, whatever there is to compare."""
    users = {key for row in keys for key in (row[0], row[2]) if key}
    teams = {row[1] for row in keys if row[1]}
    return {
        "mensen": dict(Gebruiker.objects.filter(pk__in=users).values_list("pk", "naam")),
        "teams": dict(Team.objects.filter(pk__in=teams).values_list("pk", "naam")),
    }  # fmt: skip


def _words(
    naam: str, waarden: Iterable[Any], people: Mapping[str, Mapping[int, str]], *,
    geheim: bool,
) -> str:  # fmt: skip
    """Say the values of one difference; an address that is secret is not said."""
    if naam == acties.BSN:
        return "Het BSN dat daar staat"
    values = tuple(waarden)
    if naam == "naam":
        return volledige_naam(*values)
    if naam in WAAR_WOONT and geheim and any(values):
        return GEHEIM
    if naam == "adres":
        return ", ".join(value for value in values if value)
    if naam == "regie":
        manager, team, guide = values
        parts = (
            people["mensen"].get(manager, "Nog geen klantmanager"),
            people["teams"].get(team, ""),
            people["mensen"].get(guide, ""),
        )
        return ", ".join(part for part in parts if part)
    if naam in LANDELIJK:
        return omschrijving(LANDELIJK[naam], values[0]) if values[0] else ""
    model = Inburgeraar if naam in PERSOON else Traject
    return in_woorden(model._meta.get_field(naam), values[0])


def _lines(
    found: Iterable[tuple[str, tuple[Any, ...], tuple[Any, ...], str]], *, geheim: bool
) -> list[dict[str, str]]:
    """Give per difference the words of both cases, and which one holds ("" : chosen)."""
    rows = list(found)
    both = [
        side
        for name, mine, yours, _ in rows
        if name == "regie"
        for side in (mine, yours)
    ]
    people = _people(both)
    return [
        {
            "naam": name,
            "label": _label(name),
            "blijft": _words(name, mine, people, geheim=geheim) or "leeg",
            "ander": _words(name, yours, people, geheim=geheim) or "leeg",
            "geldt": holds,
        }
        for name, mine, yours, holds in rows
        if name == acties.BSN or name in PERSOON or name in REGISTRATIE
    ]


def _holds(v: Verschil) -> str:
    if v.kiezen:
        return ""
    empty = all(value in acties.ONBEKEND for value in v.blijft)
    return acties.ANDER if empty else acties.BLIJFT


def _secret(*cases: Traject) -> bool:
    return any(case.inburgeraar.geheim_adres for case in cases)


# --- Asking ---------------------------------------------------------------------------


def _alike(traject: Traject, request: HttpRequest) -> list[Gelijke]:
    """Give who resembles this person, as far as one may know of them."""
    p = traject.inburgeraar
    found = gelijken(
        voornamen=p.voornamen, voorvoegsel=p.voorvoegsel, geslachtsnaam=p.geslachtsnaam,
        geboortedatum=p.geboortedatum, telefoon=p.telefoon, email=p.email,
    )  # fmt: skip
    others = [g for g in found if g.traject_id != traject.pk]
    reach = Traject.objects.visible_to(request.lid).filter(
        pk__in=[g.traject_id for g in others]
    )
    seen = set(reach.values_list("pk", flat=True))
    return [g for g in others if g.traject_id in seen]


def _choose(
    request: HttpRequest, traject: Traject, fout: str = "", status: int = 200
) -> HttpResponse:
    nu = timezone.localtime()
    alike = _alike(traject, request)
    for g in alike:
        raadpleeg(
            Inzage.DOSSIER, g.nummer, by=request.lid, on=nu,
            reden=f"Lijkt op dossier {traject.nummer}",
        )  # fmt: skip
    return render(
        request, "samenvoeging/kiezen.html",
        {
            "traject": traject, "balk": idbalk(lees(traject, nu.date()), request.lid),
            "gelijken": alike, "fout": fout, "getypt": request.GET.get("ander", "")[:12],
        },
        status=status,
    )  # fmt: skip


def _both(request: HttpRequest, nummer: str) -> tuple[Traject, Traject]:
    """Give the case that goes on and the one that ends. Raises ``NietToegestaan``."""
    here = vind(request, nummer)
    there = acties.vind(request.GET.get("ander", ""), request.lid, niet=here)
    stays = request.GET.get("blijft", "")
    return (there, here) if stays == there.nummer else (here, there)


@inloggen
@require_http_methods(["GET", "POST"])
def vragen(request: HttpRequest, nummer: str) -> HttpResponse:
    """Choose the other case; choose what holds; see what follows; then do it or ask."""
    require(request, W.SAMENVOEGING_VRAGEN)
    here = vind(request, nummer)
    if not request.GET.get("ander"):
        raadpleeg(
            Inzage.DOSSIER, nummer, by=request.lid, on=timezone.localtime(),
            reden=W.SAMENVOEGING_VRAGEN.label,
        )  # fmt: skip
        return _choose(request, here)
    try:
        stays, ends = _both(request, nummer)
    except NietToegestaan as refused:
        return _choose(request, here, refused.reden, status=422)
    return _compare(request, stays, ends)


def _typed(request: HttpRequest) -> dict[str, str]:
    """Give the choices as they were posted: what is asked depends on what was chosen."""
    return {
        name.removeprefix(KEUZE): SCHEIDT.join(values)
        for name, values in request.POST.lists()
        if name.startswith(KEUZE)
    }


def _in_het_kort(soort: str, row: Any) -> str:
    """Say what a row is by its first short values, besides its name."""
    if soort == DEELNAMES:
        signed = ", ondertekend" if row.ondertekend else ""
        return f"{row.get_aanwezigheid_display().lower()}{signed}"
    said = terzijde.naam(soort, row)
    words = []
    for field in weergave.velden_van(type(row), {"herkomst"}):
        value = getattr(row, field.name)
        text = in_woorden(field, value)
        if not text or value is False or text in said or isinstance(field, TextField):
            continue
        label = opschrift(field)
        words.append(f"{label[:1].lower()}{label[1:]} {text}")
    if answers := getattr(row, "antwoorden", None):
        plural = "antwoord" if len(answers) == 1 else "antwoorden"
        words = [*words[:3], f"{len(answers)} {plural}"]
    return ", ".join(words[:4])


STAND = " kon niet bij de stand: "
IN_BEIDE = (
    "Dit staat in beide dossiers en kan maar een keer waar zijn. Kies wat geldt; het "
    "andere blijft te lezen."
)
NIET_SAMEN = (
    "Dit kan niet waar zijn naast de rest. Vink aan wat niet meer telt; het blijft te "
    "lezen. Klopt dat niet, kies dan hierboven anders."
)


def _why(clash: Botsing) -> str:
    """Say why it is asked; in which stand something could not be says little of two."""
    said = [r for r in clash.redenen if not (clash.een_van_twee and STAND in r)]
    return " ".join([IN_BEIDE if clash.een_van_twee else NIET_SAMEN, *said])


def _facts(botsingen: Iterable[Botsing], stays: Traject, ends: Traject) -> list[Vraag]:
    """Give the questions about facts that cannot stand together, in words."""
    clashes = list(botsingen)
    rows = terzijde.rijen(row.sleutel for clash in clashes for row in clash.rijen)
    asked = []
    for clash in clashes:
        choices = []
        for one in clash.rijen:
            words = terzijde.naam(one.soort, rows[one.sleutel])
            short = _in_het_kort(one.soort, rows[one.sleutel])
            label = f"Dossier {(ends if one.ander else stays).nummer}: {words}"
            value = acties.ANDER if one.ander else acties.BLIJFT
            choices.append(
                (
                    value if clash.een_van_twee else one.code,
                    f"{label} ({short})" if short else label,
                )
            )
        kind = str(terzijde.model(clash.rijen[0].soort)._meta.verbose_name)
        ask = "wat geldt?" if clash.een_van_twee else "wat telt niet meer mee?"
        asked.append(
            Vraag(
                clash.naam, f"{kind[:1].upper()}{kind[1:]}: {ask}", _why(clash), choices,
                clash.een_van_twee,
            )
        )  # fmt: skip
    return asked


def _compare(request: HttpRequest, stays: Traject, ends: Traject) -> HttpResponse:
    nu = timezone.localtime()
    one, two = lees(stays, nu.date()), lees(ends, nu.date())
    found = acties.verschillen(stays, ends)
    looked = acties.uitzicht(one, two, _typed(request), nu.date())
    rows = [(v.naam, v.blijft, v.ander, _holds(v)) for v in found]
    lines = _lines(rows, geheim=_secret(stays, ends))
    form = Vragen(
        request.POST if request.method == "POST" else None,
        dossier=one, vandaag=nu.date(),
        keuzes=[
            (
                line["naam"], line["label"],
                f"{line['blijft']} (dossier {stays.nummer})",
                f"{line['ander']} (dossier {ends.nummer})",
            )
            for line in lines if not line["geldt"]
        ],
        feiten=_facts(looked.botsingen, stays, ends),
        initial={
            "versie": stays.versie, "ander_versie": ends.versie, "sleutel": uuid4()
        },
    )  # fmt: skip
    if request.method == "POST" and "terug" not in request.POST and form.is_valid():
        answer = _confirm_or_do(request, one, two, form, lines)
        if answer is not None:
            return answer
    elif request.method == "GET":
        for case in (stays, ends):
            raadpleeg(
                Inzage.DOSSIER, case.nummer, by=request.lid, on=nu,
                reden=W.SAMENVOEGING_VRAGEN.label,
            )  # fmt: skip
    return render(
        request, "samenvoeging/vragen.html",
        {
            "form": form, "knop": form.knop, "blijft": stays, "ander": ends,
            "balk": idbalk(one, request.lid), "terug": stays.get_absolute_url(),
            "regels": [line for line in lines if line["geldt"]],
            "kan_niet": acties.bezwaren(stays, ends), "verhuist": looked.verhuist,
            "andersom": f"?ander={ends.nummer}&blijft={ends.nummer}"
            if request.path.startswith(stays.get_absolute_url())
            else f"?ander={stays.nummer}&blijft={ends.nummer}",
        },
        status=422 if form.errors else 200,
    )  # fmt: skip


def _confirm_or_do(
    request: HttpRequest, one: Dossier, two: Dossier, form: Vragen,
    lines: list[dict[str, str]],
) -> HttpResponse | None:  # fmt: skip
    chosen = form.gekozen()
    looked = acties.uitzicht(one, two, chosen, form.vandaag)
    if looked.kan_niet or "bevestigd" not in request.POST:
        return _ask_once_more(request, one, two, form, looked, lines)
    try:
        with meldingen(form):
            zaak = acties.vragen(
                traject=one.traject, by=request.lid, on=timezone.localtime(),
                ander=two.traject.nummer, versie=form.cleaned_data["versie"],
                sleutel=form.cleaned_data["sleutel"], **form.gegevens(),
            )  # fmt: skip
            _tell(request, zaak.feit, two.traject)
    except AlGedaan:
        messages.info(request, "Deze samenvoeging was al vastgelegd.")
    return None if form.errors else redirect(one.traject)


def _tell(request: HttpRequest, row: Samenvoeging, ander: Traject) -> None:
    if row.status == Herstelstatus.GEVRAAGD:
        messages.warning(
            request,
            "U vroeg om deze dossiers samen te voegen. Het gebeurt pas als "
            "iemand anders met mandaat het goedkeurt.",
        )
    else:
        messages.success(
            request,
            f"Dossier {ander.nummer} is opgegaan in dit dossier. Alles staat nu hier.",
        )


def _ask_once_more(
    request: HttpRequest, one: Dossier, two: Dossier, form: Vragen,
    looked: acties.Uitzicht, lines: list[dict[str, str]],
) -> HttpResponse:  # fmt: skip
    chosen = form.gekozen()
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in {"csrfmiddlewaretoken", "bevestigd", "terug"}
    ]
    return render(
        request, "samenvoeging/bevestigen.html",
        {
            "blijft": one.traject, "ander": two.traject, "uitzicht": looked,
            "balk": idbalk(one, request.lid), "getypt": typed,
            "regels": [
                line | {"geldt": line["geldt"] or chosen[line["naam"]]} for line in lines
            ],
            "reden": form.cleaned_data["reden"], "terug": one.traject.get_absolute_url(),
        },
        status=409 if looked.kan_niet else 200,
    )  # fmt: skip


# --- The second person, and what was done ---------------------------------------------

_KEUZES: Keuzes = {
    "goedkeuren": (W.SAMENVOEGING_GOEDKEUREN, Goedkeuren),
    "afwijzen": (W.SAMENVOEGING_AFWIJZEN, Afwijzen),
}


def _found(request: HttpRequest, nummer: str, samenvoeging_id: int) -> Samenvoeging:
    traject = vind(request, nummer)
    rows = Samenvoeging.objects.filter(traject=traject, pk=samenvoeging_id)
    found = rows.select_related(
        "ander__inburgeraar", "gevraagd_door", "besloten_door"
    ).first()
    if found is None:
        raise Http404("Deze samenvoeging hoort niet bij dit dossier.")
    found.traject = traject
    return found


def _row_lines(row: Samenvoeging) -> list[dict[str, str]]:
    found = []
    for naam, (mine, yours) in row.verschillen.items():
        empty = all(value in acties.ONBEKEND for value in mine)
        holds = row.keuzes.get(naam) or (acties.ANDER if empty else acties.BLIJFT)
        found.append((naam, tuple(mine), tuple(yours), holds))
    return _lines(found, geheim=_secret(row.traject, row.ander))


def _page(
    request: HttpRequest, row: Samenvoeging, form: Any = None, status: int = 200
) -> HttpResponse:
    nu = timezone.localtime()
    dossier = lees(row.traject, nu.date())
    open_ = row.status == Herstelstatus.GEVRAAGD
    own = open_ and row.gevraagd_door_id == request.lid.gebruiker_id
    initial = {"versie": row.traject.versie, "sleutel": uuid4()}
    kw = {"dossier": dossier, "vandaag": nu.date(), "initial": initial}
    approve = open_ and not own and mag(request.lid, W.SAMENVOEGING_GOEDKEUREN)
    reject = open_ and mag(request.lid, W.SAMENVOEGING_AFWIJZEN)
    return render(
        request, "samenvoeging/bekijken.html",
        {
            "samenvoeging": row, "traject": row.traject, "ander": row.ander,
            "balk": idbalk(dossier, request.lid), "regels": _row_lines(row),
            "eigen": own, "form": form,
            "terzijde": row.status == Herstelstatus.DOORGEVOERD
            and kaarten(row.traject, request.lid),
            "goedkeuren": (form if type(form) is Goedkeuren else Goedkeuren(**kw))
            if approve else None,
            "afwijzen": (form if type(form) is Afwijzen else Afwijzen(**kw))
            if reject else None,
        },
        status=status,
    )  # fmt: skip


@inloggen
@require_GET
def bekijken(request: HttpRequest, nummer: str, samenvoeging_id: int) -> HttpResponse:
    """Show a merger: what both cases said, what holds, why, and what followed."""
    require_inzage(request, Inzage.DOSSIER)
    found = _found(request, nummer, samenvoeging_id)
    raadpleeg(
        Inzage.DOSSIER, nummer, by=request.lid, on=timezone.localtime(),
        reden="Samenvoeging",
    )  # fmt: skip
    return _page(request, found)


@inloggen
@require_POST
def beslissen(
    request: HttpRequest, nummer: str, samenvoeging_id: int, besluit: str
) -> HttpResponse:
    """Approve or reject a merger."""
    return beslis(
        request, besluit, keuzes=_KEUZES, id_=samenvoeging_id, pagina=_page,
        vind=lambda: _found(request, nummer, samenvoeging_id),
        al_besloten="Over deze samenvoeging was al besloten.",
    )  # fmt: skip
