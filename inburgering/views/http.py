"""The only place where a refusal becomes HTTP.

404 for a case outside somebody's scope (``vind``), 403 for an act or page that is not of
the role (``require``, ``require_inzage``), a form error for what the law refuses
(``meldingen``).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    QueryDict,
)
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone

from inburgering.actions.uitvoering import CollegaWasEerder
from inburgering.authorization.checks import may, may_see
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.spil import AnyHandeling
from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.models.aandachtspunt import vlaggen_op
from inburgering.models.traject import Traject, met_opgegaan
from inburgering.templatetags.opmaak import met_merk
from inburgering.views.aanmelden import heeft_tweede_stap
from inburgering.wet.uitkomst import Melding, NietToegestaan


View = Callable[..., HttpResponse]
GETAL = re.compile(r"[0-9]{1,18}")
MET_UITLEG = "met-uitleg"  # a message that is drawn already, see _berichten.html


class Samengevoegd(Exception):
    """The case asked for went on in another; whoever reaches that one is sent there."""

    def __init__(self, nummer: str, naar: str) -> None:
        """Keep the number that was asked for and the one that goes on."""
        super().__init__(f"Dossier {nummer} is samengevoegd met dossier {naar}.")
        self.nummer = nummer
        self.naar = naar


def _sent_on(request: HttpRequest, merged: Samengevoegd) -> HttpResponse:
    """Send on to the same page of the case that goes on.

    A form goes along as it was typed (307): its version is of before, so nothing is
    overwritten that its maker did not see.
    """
    messages.info(request, str(merged))
    path = request.get_full_path().replace(f"/{merged.nummer}/", f"/{merged.naar}/", 1)
    answer = HttpResponseRedirect(path)
    answer.status_code = 302 if request.method == "GET" else 307
    return answer


def inloggen(view: View) -> View:
    """Demand somebody who signed in, in two steps, and has a role today."""

    @login_required
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.lid is None:
            raise PermissionDenied("U heeft op dit moment geen rol in een gemeente.")
        if not heeft_tweede_stap(request):
            messages.info(request, "Stel eerst het inloggen in twee stappen in.")
            return redirect("mfa_activate_totp")
        try:
            return view(request, *args, **kwargs)
        except Samengevoegd as merged:
            return _sent_on(request, merged)

    return wrapped


def require(request: HttpRequest, handeling: AnyHandeling) -> None:
    """Demand that the role may do an act. Raises ``PermissionDenied``."""
    lid = request.lid
    if not may(Rol(lid.rol), handeling, mandaat=lid.mandaat):
        raise PermissionDenied(
            f"Uw rol ({lid.get_rol_display().lower()}) mag dit niet: "
            f"{handeling.label.lower()}."
        )


def require_inzage(request: HttpRequest, inzage: Inzage) -> None:
    """Demand that the role may look at a kind of page. Raises ``PermissionDenied``."""
    if not may_see(Rol(request.lid.rol), inzage):
        raise PermissionDenied(
            f"Uw rol ({request.lid.get_rol_display().lower()}) mag dit niet zien: "
            f"{inzage.label.lower()}."
        )


def vind(request: HttpRequest, nummer: str, *, op_slot: bool = False) -> Traject:
    """Find a case that the membership reaches. Raises ``Http404`` for any other.

    With ``op_slot`` its row is locked until the transaction ends.
    """
    reach = met_opgegaan(Traject.objects.visible_to(request.lid))
    cases = reach.annotate(vlagcodes=vlaggen_op(timezone.localdate())).select_related(
        "inburgeraar", "klantmanager", "team"
    )
    if op_slot:
        cases = cases.select_for_update(of=("self",))
    try:
        return cases.get(nummer=nummer)
    except Traject.DoesNotExist:
        _to_merged(request, nummer)
        raise Http404(
            "Dit dossier bestaat niet, of u heeft er geen toegang toe."
        ) from None


def _to_merged(request: HttpRequest, nummer: str) -> None:
    """Send who asks for a merged case to the case that goes on, if they reach that one."""
    goes_on = Traject.alle.filter(nummer=nummer).values("samengevoegd_met_id")
    found = Traject.objects.visible_to(request.lid).filter(pk__in=goes_on).first()
    if found is not None:
        raise Samengevoegd(nummer, found.nummer)


def heel_getal(tekst: str) -> int | None:
    """Read a number of an address; None for anything that no column can hold.

    ``str.isdigit`` is not enough: it takes "²", and thousands of digits.
    """
    return int(tekst) if GETAL.fullmatch(tekst) else None


@contextmanager
def meldingen(formulier: Handelingsformulier) -> Iterator[None]:
    """Turn a refusal inside the block into an error of the form, with article and facts."""
    try:
        yield
    except NietToegestaan as refused:
        for ground in refused.gronden:
            formulier.add_error(
                formulier.veld_voor(ground.veld),
                # Django fills in params: a percent sign in the reason is just that.
                forms.ValidationError(
                    met_merk(ground.reden, ground.bron).replace("%", "%%"),
                    params={"bron": ground.bron, "gebruikt": ground.gebruikt},
                ),
            )
    except CollegaWasEerder as conflict:
        formulier.add_error(None, wie_was_eerder(conflict))
        # The text stays; the next "Opslaan" is on purpose, on top of the colleague's.
        data = cast("QueryDict", formulier.data).copy()
        data[conflict.veld] = str(conflict.versie)
        formulier.data = data


def waarschuw(request: HttpRequest, gezegd: Iterable[Melding]) -> None:
    """Tell what to look at after an act, and why; once that it is not confirmed."""
    for melding in gezegd:
        words = render_to_string("_waarschuwing.html", {"melding": melding})
        messages.warning(request, words, extra_tags=MET_UITLEG)


def wie_was_eerder(conflict: CollegaWasEerder) -> str:
    """Say in words which colleague changed the case, and that nothing is lost."""
    who = "Een collega"
    if conflict.laatste is not None:
        moment = conflict.laatste.moment.astimezone().strftime("%H:%M")
        who = f"{conflict.laatste.naam} ({moment} uur)"
    return (
        f"{who} heeft dit dossier gewijzigd terwijl u bezig was. Er is niets opgeslagen "
        "en niets verloren: uw tekst staat er nog. Bekijk het dossier en sla daarna op."
    )
