"""One view for every act on a case: find, require, form, act, redirect."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from typing import Any, cast
from uuid import uuid4

from django.contrib import messages
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import select_template
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from inburgering.actions import concept
from inburgering.actions.spil import functie
from inburgering.actions.traject import AlBekend
from inburgering.actions.uitvoering import AlGedaan, Zaak
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.spil import (
    GEDAAN,
    OP_EEN_TRAJECT,
    SPIL,
    AnyHandeling,
    op_rij,
)
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.spil import formulier
from inburgering.inzage import raadpleeg
from inburgering.models import werkrijen
from inburgering.models.dossier import Dossier, lees, lees_op_slot, zichtbaar
from inburgering.models.dossierstuk import Dossierstuk
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.templatetags.opmaak import met_merk
from inburgering.views import ongedaan
from inburgering.views.documenten import mag_openen
from inburgering.views.dossierkader import adres, idbalk, mag, mag_zien
from inburgering.views.http import inloggen, meldingen, require, vind, waarschuw
from inburgering.views.vooruitzicht import gevolgen
from inburgering.wet.feiten import Feit
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.uitkomst import Melding, NietToegestaan, Oordeel
from inburgering.wet.voorwaarden import rij_voor


def vind_handeling(noun: str, verb: str) -> AnyHandeling:
    """Find an act by its words in the url. Raises ``Http404``."""
    act = SPIL.get((noun, verb))
    if act is None or act not in OP_EEN_TRAJECT:
        raise Http404("Deze handeling bestaat niet.")
    return act


def vind_rij(
    lid: Lidmaatschap, dossier: Dossier, handeling: AnyHandeling, rij_id: int | None
) -> Feit | None:
    """Find the fact that an act changes: the one asked for, or the latest still open."""
    if not op_rij(handeling):
        return None
    if not isinstance(handeling, Handeling):
        return _vind_werkrij(lid, dossier, handeling, rij_id)
    rows = getattr(dossier.feiten, HANDELINGEN[handeling].feit)
    if rij_id is None:
        return rij_voor(handeling, rows)
    found = next((rij for rij in rows if rij.id == rij_id), None)
    if found is None:
        raise Http404("Dit gegeven hoort niet bij dit dossier.")
    return found


def _vind_werkrij(
    lid: Lidmaatschap, dossier: Dossier, handeling: Werkhandeling, rij_id: int | None
) -> Any:
    found = werkrijen.vind(handeling, dossier.traject, rij_id)
    hidden = isinstance(found, Dossierstuk) and not mag_openen(lid, found)
    if hidden or (found is None and rij_id is not None):
        raise Http404("Dit gegeven hoort niet bij dit dossier.")
    return found


def oordeel_over(dossier: Dossier, handeling: AnyHandeling, rij: Any = None) -> Oordeel:
    """Say whether an act is allowed now; a working act asks its row, if it has one."""
    if isinstance(handeling, Handeling):
        return dossier.stand.handelingen[handeling]
    reason = werkrijen.waarom_niet(handeling, rij) if op_rij(handeling) else ""
    return Oordeel(not reason, reason, werkrijen.EIGEN if reason else None)


def maak_formulier(
    handeling: AnyHandeling, dossier: Dossier, rij: Any, vandaag: date,
    data: QueryDict | None = None, initial: dict[str, Any] | None = None,
    files: Any = None,
) -> Handelingsformulier:  # fmt: skip
    """Make the form of an act for a case."""
    known = {"versie": dossier.traject.versie, "sleutel": uuid4()} | (initial or {})
    return formulier(handeling)(
        data, files, dossier=dossier, rij=rij, vandaag=vandaag, initial=known
    )


def vooraf_ingevuld(request: HttpRequest, handeling: AnyHandeling) -> dict[str, Any]:
    """Give what the address fills in, of the fields that it may; a draft goes first."""
    may = formulier(handeling).vooraf
    return {name: request.GET[name] for name in may if name in request.GET}


def _one_transaction() -> AbstractContextManager[Any]:
    """Give a transaction; on PostgreSQL the whole request is one already."""
    return nullcontext() if connection.in_atomic_block else transaction.atomic()


@inloggen
@require_http_methods(["GET", "POST"])
def handeling(
    request: HttpRequest, nummer: str, noun: str, verb: str, rij_id: int | None = None
) -> HttpResponse:
    """Show the form of an act, or do the act.

    What moves the case is read once, under its lock, for the form and for the act.
    """
    act = vind_handeling(noun, verb)
    if request.method == "POST" and isinstance(act, Handeling):
        with _one_transaction():
            return _answer(request, act, nummer, rij_id, op_slot=True)
    return _answer(request, act, nummer, rij_id, op_slot=False)


def _answer(
    request: HttpRequest, act: AnyHandeling, nummer: str, rij_id: int | None, *,
    op_slot: bool,
) -> HttpResponse:  # fmt: skip
    traject = vind(request, nummer, op_slot=op_slot)
    require(request, act)
    nu = timezone.localtime()
    dossier = (lees_op_slot if op_slot else lees)(traject, nu.date())
    rij = vind_rij(request.lid, dossier, act, rij_id)
    sleutel = f"{nummer}/{act}" + (f"/{rij.id}" if rij else "")
    if request.method == "POST":
        form = maak_formulier(
            act, dossier, rij, nu.date(), request.POST, files=request.FILES
        )
        if form.is_valid():
            if _looks_first(request, form):
                return _page(request, act, dossier, form, sleutel, status=200)
            if answer := _ask_or_do(request, act, dossier, form, sleutel):
                return answer
        form.na_weigering()
        return _page(request, act, dossier, form, sleutel, status=422)
    raadpleeg(Inzage.DOSSIER, nummer, by=request.lid, on=nu, reden=act.label)
    draft = concept.zoek(request.lid, sleutel)
    known = vooraf_ingevuld(request, act) | (draft.inhoud if draft else {})
    form = maak_formulier(act, dossier, rij, nu.date(), initial=known)
    allowed = oordeel_over(dossier, act, rij)
    return _page(
        request, act, dossier, form, sleutel, draft=draft, oordeel=allowed,
        status=200 if allowed.toegestaan else 409,
    )  # fmt: skip


def _looks_first(request: HttpRequest, form: Handelingsformulier) -> bool:
    """Say whether somebody wants to see the result first, or change what was typed."""
    if form.te_bekijken and "bekijken" in request.POST:
        return True
    return form.bevestigen and "wijzigen" in request.POST


def _ask_or_do(
    request: HttpRequest, act: AnyHandeling, dossier: Dossier, form: Handelingsformulier,
    sleutel: str,
) -> HttpResponse | None:  # fmt: skip
    """Do the act; what cannot be undone is asked once more. None when it was refused.

    It is tried before it is asked: nobody confirms what is then refused.
    """
    if not form.bevestigen or "bevestigd" in request.POST:
        return _do(request, act, dossier.traject, form, sleutel)
    told = _try_out(request, act, dossier.traject, form)
    if form.errors:
        return None
    return _confirm(request, act, dossier, form, told)


def _try_out(
    request: HttpRequest, act: AnyHandeling, traject: Traject, form: Handelingsformulier
) -> tuple[Melding, ...]:
    """Do the act and take it back at once; give what it tells, errors go to the form."""
    try:
        with meldingen(form), transaction.atomic():
            _require_row(act, form)
            zaak = _perform(request, act, traject, form)
            transaction.set_rollback(True)
            return zaak.meldingen
    except AlGedaan:
        pass  # told when it is done a second time
    return ()


def _confirm(
    request: HttpRequest, act: AnyHandeling, dossier: Dossier, form: Handelingsformulier,
    told: tuple[Melding, ...],
) -> HttpResponse:  # fmt: skip
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken"
    ]
    dossier = zichtbaar(dossier, Rol(request.lid.rol))
    return render(
        request, "bevestigen.html",
        {
            "handeling": act, "traject": dossier.traject,
            "balk": idbalk(dossier, request.lid), "form": form, "getypt": typed,
            # What the law tells may stand in the outlook already: say it once.
            "gevolgen": list(dict.fromkeys([
                *gevolgen(dossier, act, form.rij),
                *(met_merk(one.tekst, one.bron) for one in told),
            ])),
            "terug": dossier.traject.get_absolute_url(),
        },
    )  # fmt: skip


def _perform(
    request: HttpRequest, act: AnyHandeling, traject: Traject, form: Handelingsformulier
) -> Zaak:
    zaak: Zaak = functie(act)(
        traject=traject,
        by=request.lid,
        on=timezone.localtime(),
        versie=form.cleaned_data["versie"],
        sleutel=form.cleaned_data["sleutel"],
        **form.gegevens(),
    )
    return zaak


def _do(
    request: HttpRequest, act: AnyHandeling, traject: Traject, form: Handelingsformulier,
    sleutel: str,
) -> HttpResponse | None:  # fmt: skip
    """Do the act; None when it was refused and the form says why."""
    try:
        with meldingen(form), dubbel_in(form, request, traject):
            _require_row(act, form)
            zaak = _perform(request, act, traject, form)
            concept.weggooien(request.lid, sleutel)
            _tell(request, act, zaak)
    except AlGedaan:
        messages.info(
            request, f"{GEDAAN[act]}. Dit was al opgeslagen; er is niets dubbel gedaan."
        )
    return None if form.errors else redirect(_back(request, act, traject))


@contextmanager
def dubbel_in(
    form: Handelingsformulier, request: HttpRequest, traject: Traject
) -> Iterator[None]:
    """Keep in the form where one compares with the case that has the number already."""
    try:
        yield
    except AlBekend as known:
        reach = Traject.objects.visible_to(request.lid).filter(pk=known.traject.pk)
        if mag(request.lid, Werkhandeling.SAMENVOEGING_VRAGEN) and reach.exists():
            url = adres(traject.nummer, Werkhandeling.SAMENVOEGING_VRAGEN)
            form.dubbel = f"{url}?ander={known.traject.nummer}"
        raise


# Step follows step on one row: one goes back to where the next one stands.
LADDERS = {
    "handhavingen": "handhaving/", "bezwaren": "bezwaar/",
    "handhaving": "handhaving/", "bezwaar": "bezwaar/",  # a letter of such a step
}  # fmt: skip
# Of a result one wants to see at once what it changed: the parts, the hours, what is next.
UITSLAG: Mapping[AnyHandeling, str] = {
    Handeling.EXAMEN_AANMELDEN: "examens/",
    Handeling.EXAMEN_VASTLEGGEN: "examens/",
}


def _back(request: HttpRequest, act: AnyHandeling, traject: Traject) -> str:
    """Give where one goes after an act: the file, a section of a ladder, the meters."""
    if act in UITSLAG:
        return traject.get_absolute_url() + UITSLAG[act]
    kind = HANDELINGEN[act].feit if isinstance(act, Handeling) else act.noun
    section = LADDERS.get(kind, "") if mag_zien(request.lid, Inzage.HANDHAVING) else ""
    section = {"document": "documenten/", "taal": "gegevens/"}.get(act.noun, section)
    return traject.get_absolute_url() + section


def _require_row(act: AnyHandeling, form: Handelingsformulier) -> None:
    """Refuse an act on a fact when there is no such fact, in the words of the law."""
    if op_rij(act) and form.rij is None:
        refused = oordeel_over(form.dossier, act)
        bron = refused.bron or HANDELINGEN[cast(Handeling, act)].bron
        raise NietToegestaan(refused.reden, bron, gebruikt=refused.gebruikt)


def _tell(request: HttpRequest, act: AnyHandeling, zaak: Zaak) -> None:
    back = ongedaan.merk(request.lid, act, zaak)
    messages.success(request, f"{GEDAAN[act]}.", extra_tags=back)
    waarschuw(request, zaak.meldingen)


def _page(
    request: HttpRequest, act: AnyHandeling, dossier: Dossier, form: Handelingsformulier,
    sleutel: str, *, status: int, draft: Any = None, oordeel: Oordeel | None = None,
) -> HttpResponse:  # fmt: skip
    dossier = zichtbaar(dossier, Rol(request.lid.rol))
    template = select_template([f"{act.noun}/{act.verb}.html", "handeling.html"])
    return render(
        request,
        template.template.name,
        {
            "handeling": act,
            "dossier": dossier,
            "traject": dossier.traject,
            "stand": dossier.stand,
            "balk": idbalk(dossier, request.lid),
            "bron": isinstance(act, Handeling) and HANDELINGEN[act].bron,
            "gevolgen": gevolgen(dossier, act, form.rij),
            "form": form,
            "oordeel": oordeel or Oordeel(True),
            "knop": form.knop,
            "terug": dossier.traject.get_absolute_url(),
            "concept_url": "" if form.zonder_concept else f"/concepten/{sleutel}/",
            "concept": draft
            and {
                "bewaard_op": draft.bewaard,
                "weggooien_url": f"/concepten/{sleutel}/weggooien/",
            },
        },
        status=status,
    )
