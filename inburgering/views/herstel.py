"""Correcting a recorded fact: choose, change, see what follows, and the second person."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inburgering.actions import feit as feiten_acties
from inburgering.actions import herstel as acties
from inburgering.actions.uitvoering import AlGedaan
from inburgering.authorization.checks import INZAGE_VAN_FEIT
from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.feit import Herstellen
from inburgering.forms.herstel import Afwijzen, Goedkeuren
from inburgering.inzage import raadpleeg
from inburgering.models import herstelbaar
from inburgering.models.dossier import Dossier, lees
from inburgering.models.herstel import Herstel, Herstelstatus
from inburgering.models.verblijf import GEHEIM
from inburgering.views.dossierkader import herstel_adres, idbalk, mag, mag_zien
from inburgering.views.http import inloggen, meldingen, require, require_inzage, vind
from inburgering.views.tweedepersoon import Keuzes, beslis
from inburgering.views.weergave import in_woorden, opschrift
from inburgering.wet import feiten as wet
from inburgering.wet.uitkomst import NietToegestaan


# A yes or a number says nothing without its label.
BLOOT = (models.BooleanField, models.IntegerField)


def _fact(request: HttpRequest, dossier: Dossier, soort: str, rij_id: int) -> Any:
    if soort in INZAGE_VAN_FEIT:
        require_inzage(request, INZAGE_VAN_FEIT[soort])
    if soort not in {*wet.SOORTEN, *herstelbaar.AANMELDING}:
        raise Http404("Dit soort gegeven bestaat niet.")
    try:
        return herstelbaar.rij(dossier.traject, soort, rij_id)
    except LookupError:
        raise Http404("Dit gegeven hoort niet bij dit dossier.") from None


def naam_van(soort: str) -> str:
    """Give the words for a kind of fact."""
    return str(herstelbaar.model_voor(soort)._meta.verbose_name)


def vergelijking(
    soort: str, oud: dict[str, Any], nieuw: dict[str, Any]
) -> list[dict[str, str]]:
    """Give old and new of each changed field, in words."""
    lines = []
    for field in herstelbaar.velden(soort):
        if field.name not in nieuw:
            continue
        names = _names(field, (oud[field.name], nieuw[field.name]))
        lines.append(
            {
                "label": opschrift(field),
                "oud": in_woorden(field, oud[field.name], names),
                "nieuw": in_woorden(field, nieuw[field.name], names),
            }
        )
    return lines


def _names(field: models.Field, keys: tuple[Any, Any]) -> dict[int, str]:
    if not isinstance(field, models.ForeignKey):
        return {}
    found = field.related_model.objects.filter(pk__in=[key for key in keys if key])
    return {row.pk: str(row) for row in found}


@inloggen
@require_GET
def kiezen(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show every recorded fact of the case, each with its way to correction."""
    require(request, Werkhandeling.FEIT_HERSTELLEN)
    traject = vind(request, nummer)
    nu = timezone.localtime()
    raadpleeg(Inzage.DOSSIER, nummer, by=request.lid, on=nu, reden="Herstel kiezen")
    dossier = lees(traject, nu.date())
    groups = [
        {"label": naam_van("traject"), "rijen": [
            {"label": "Aanmelding", "url": herstel_adres(nummer, "traject", traject.pk)},
            {"label": "Geboortedatum", "url": herstel_adres(
                nummer, "inburgeraar", traject.inburgeraar_id)},
        ]},
    ]  # fmt: skip
    hidden = GEHEIM if traject.inburgeraar.geheim_adres else frozenset()
    for soort in wet.SOORTEN:
        if soort in INZAGE_VAN_FEIT and not mag_zien(
            request.lid, INZAGE_VAN_FEIT[soort]
        ):
            continue
        rows = [
            {
                "label": _short(soort, fact, hidden),
                "url": herstel_adres(nummer, soort, fact.id),
            }
            for fact in getattr(dossier.feiten, soort)
        ]
        if rows:
            groups.append({"label": naam_van(soort), "rijen": rows})
    return render(
        request, "herstel/kiezen.html",
        {"groepen": groups, "traject": traject, "balk": idbalk(dossier, request.lid)},
    )  # fmt: skip


def _short(soort: str, fact: Any, hidden: frozenset[str]) -> str:
    """Name a fact by its first fields that say something."""
    words = []
    for field in herstelbaar.velden(soort):
        if field.name in {"herkomst", *hidden} or not hasattr(fact, field.name):
            continue
        text = in_woorden(field, getattr(fact, field.name))
        if not text or len(text) >= 60 or text in words or isinstance(field, BLOOT):
            continue
        dated = isinstance(field, models.DateField)
        words.append(f"{field.verbose_name} {text}" if dated else text)
    line = ", ".join(words[:3])
    return line[:1].upper() + line[1:] or naam_van(soort)


@inloggen
@require_http_methods(["GET", "POST"])
def herstellen(
    request: HttpRequest, nummer: str, soort: str, rij_id: int
) -> HttpResponse:
    """Change a fact: first what follows from it, then the act."""
    require(request, Werkhandeling.FEIT_HERSTELLEN)
    traject = vind(request, nummer)
    nu = timezone.localtime()
    dossier = lees(traject, nu.date())
    gegeven = _fact(request, dossier, soort, rij_id)
    form = Herstellen(
        request.POST if request.method == "POST" else None,
        soort=soort, gegeven=gegeven, dossier=dossier, vandaag=nu.date(),
        initial={"versie": traject.versie, "sleutel": uuid4()},
    )  # fmt: skip
    if request.method == "GET":
        reason = f"{Werkhandeling.FEIT_HERSTELLEN.label}: {naam_van(soort)}"
        raadpleeg(Inzage.DOSSIER, nummer, by=request.lid, on=nu, reden=reason)
    elif form.is_valid() and "terug" not in request.POST:
        answer = _confirm_or_do(request, dossier, form)
        if answer is not None:
            return answer
    return render(
        request, "herstel/herstellen.html",
        {
            "form": form, "knop": "Verder", "traject": traject,
            "balk": idbalk(dossier, request.lid), "soort": naam_van(soort),
            "terug": traject.get_absolute_url(), "herkomst_url": request.path,
        },
        status=422 if form.errors else 200,
    )  # fmt: skip


def _confirm_or_do(
    request: HttpRequest, dossier: Dossier, form: Herstellen
) -> HttpResponse | None:
    given = form.gegevens()
    was, wordt = acties.verschil(form.gegeven, form.soort, given["nieuw"])
    try:
        with meldingen(form):
            if not wordt:
                raise NietToegestaan(
                    "U heeft niets gewijzigd. Verbeter de waarde die niet klopt.",
                    acties.EIGEN,
                )
            looked = acties.vooruitblik(
                dossier, form.soort, form.gegeven, wordt, form.vandaag
            )
            if looked.regels and "bevestigd" not in request.POST:
                return _ask_once_more(request, dossier, form, looked, (was, wordt))
            zaak = feiten_acties.herstellen(
                traject=dossier.traject, by=request.lid, on=timezone.localtime(),
                versie=form.cleaned_data["versie"],
                sleutel=form.cleaned_data["sleutel"], **given,
            )  # fmt: skip
            _tell(request, zaak.feit)
    except AlGedaan:
        messages.info(request, "Dit herstel was al vastgelegd.")
    return None if form.errors else redirect(dossier.traject.get_absolute_url())


def _tell(request: HttpRequest, herstel: Herstel) -> None:
    if herstel.status == Herstelstatus.GEVRAAGD:
        messages.warning(
            request,
            "Uw herstel is aangevraagd. Het verschuift een wettelijke termijn en geldt "
            "pas als iemand anders met mandaat het goedkeurt.",
        )
    else:
        messages.success(request, "Hersteld. De oude waarde blijft in de geschiedenis.")


def _ask_once_more(
    request: HttpRequest, dossier: Dossier, form: Herstellen, looked: acties.Gevolgen,
    change: tuple[dict[str, Any], dict[str, Any]],
) -> HttpResponse:  # fmt: skip
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in {"csrfmiddlewaretoken", "bevestigd", "terug"}
    ]
    return render(
        request, "herstel/bevestigen.html",
        {
            "traject": dossier.traject, "balk": idbalk(dossier, request.lid),
            "soort": naam_van(form.soort), "gevolgen": looked,
            "verschil": vergelijking(form.soort, *change),
            "reden": form.cleaned_data["reden"], "getypt": typed,
            "terug": dossier.traject.get_absolute_url(),
        },
    )  # fmt: skip


# --- The second person ----------------------------------------------------------------

_KEUZES: Keuzes = {
    "goedkeuren": (Werkhandeling.HERSTEL_GOEDKEUREN, Goedkeuren),
    "afwijzen": (Werkhandeling.HERSTEL_AFWIJZEN, Afwijzen),
}


def _found(request: HttpRequest, nummer: str, herstel_id: int) -> Herstel:
    traject = vind(request, nummer)
    rows = Herstel.objects.filter(traject=traject, pk=herstel_id)
    found = rows.select_related("gevraagd_door", "besloten_door").first()
    if found is None:
        raise Http404("Dit herstel hoort niet bij dit dossier.")
    found.traject = traject
    if found.soort in INZAGE_VAN_FEIT:
        require_inzage(request, INZAGE_VAN_FEIT[found.soort])
    return found


def _page(
    request: HttpRequest, herstel: Herstel, form: Any = None, status: int = 200
) -> HttpResponse:
    nu = timezone.localtime()
    dossier = lees(herstel.traject, nu.date())
    open_ = herstel.status == Herstelstatus.GEVRAAGD
    own = herstel.gevraagd_door_id == request.lid.gebruiker_id
    initial = {"versie": herstel.traject.versie, "sleutel": uuid4()}
    kw = {"dossier": dossier, "vandaag": nu.date(), "initial": initial}
    may_approve = open_ and mag(request.lid, Werkhandeling.HERSTEL_GOEDKEUREN)
    may_reject = open_ and mag(request.lid, Werkhandeling.HERSTEL_AFWIJZEN)
    return render(
        request, "herstel/bekijken.html",
        {
            "herstel": herstel, "traject": herstel.traject,
            "balk": idbalk(dossier, request.lid), "soort": naam_van(herstel.soort),
            "verschil": vergelijking(herstel.soort, herstel.oud, herstel.nieuw),
            "eigen": own and open_,
            "goedkeuren": (
                (form if type(form) is Goedkeuren else Goedkeuren(**kw))
                if may_approve and not own else None
            ),
            "afwijzen": (
                (form if type(form) is Afwijzen else Afwijzen(**kw))
                if may_reject else None
            ),
            "form": form,
        },
        status=status,
    )  # fmt: skip


@inloggen
@require_GET
def bekijken(request: HttpRequest, nummer: str, herstel_id: int) -> HttpResponse:
    """Show a correction: old and new, why, and what follows."""
    require_inzage(request, Inzage.DOSSIER)
    found = _found(request, nummer, herstel_id)
    raadpleeg(
        Inzage.DOSSIER, nummer, by=request.lid, on=timezone.localtime(), reden="Herstel"
    )
    return _page(request, found)


@inloggen
@require_POST
def beslissen(
    request: HttpRequest, nummer: str, herstel_id: int, besluit: str
) -> HttpResponse:
    """Approve or reject a correction."""
    return beslis(
        request, besluit, keuzes=_KEUZES, id_=herstel_id, pagina=_page,
        vind=lambda: _found(request, nummer, herstel_id),
        al_besloten="Over dit herstel was al besloten.",
    )  # fmt: skip
