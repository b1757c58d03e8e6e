"""The cases over the wire: read, register, act; by the same functions as the screens."""

import re
from datetime import date
from typing import Any, ClassVar

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from inburgering.actions.spil import functie
from inburgering.actions.uitvoering import AlGedaan, Zaak
from inburgering.api.invoer import geldig, naar_formulier, sleutel_van, versie_van
from inburgering.api.problemen import Botsing, Ongeldig, fout
from inburgering.api.toegang import Adres, lid, require, require_inzage, vind
from inburgering.authorization.checks import may_see
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.spil import AnyHandeling, op_rij
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.spil import formulier
from inburgering.inzage import raadpleeg
from inburgering.models import werkrijen
from inburgering.models.dossier import Dossier, lees, zichtbaar
from inburgering.models.spoor import Gebeurtenis
from inburgering.models.traject import Traject
from inburgering.models.uittreksel import als_json, uittreksel
from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.feiten import Feit
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.moment import moment
from inburgering.wet.uitkomst import NietToegestaan
from inburgering.wet.uitleg import VAN_HANDELING
from inburgering.wet.voorwaarden import rij_voor


GEWOON, MEESTE = 25, 100
GETAL = re.compile(r"[0-9]{1,19}")


def _whole_number(request: Request, naam: str, hoogste: int) -> int | None:
    text = request.query_params.get(naam, "")
    if not text:
        return None
    # Python refuses to read thousands of digits, with an error of its own.
    number = int(text) if GETAL.fullmatch(text) else 0
    if not 0 < number <= hoogste:
        raise Ongeldig([fout(naam, f"Geef een heel getal van 1 tot en met {hoogste}.")])
    return number


def _status(request: Request) -> str:
    text = request.query_params.get("status", "")
    if text and text not in set(Trajectstatus):
        raise Ongeldig([fout("status", "Deze status bestaat niet.")])
    return text


def regel(traject: Traject) -> dict[str, Any]:
    """Give a case as a line of a list."""
    return {
        "nummer": traject.nummer,
        "versie": traject.versie,
        "status": traject.status,
        "leerroute": traject.leerroute or None,
        "naam": traject.inburgeraar.naam,
        "klantmanager": str(traject.klantmanager) if traject.klantmanager else None,
        "geregistreerdOp": traject.geregistreerd_op.isoformat(),
    }


class Trajecten(Adres):
    """The list, and a new case."""

    handeling: ClassVar[AnyHandeling] = Handeling.TRAJECT_REGISTREREN

    def get(self, request: Request) -> Response:
        """Give the cases within reach, newest first; ``voor`` is where the last page ended."""
        require_inzage(request, Inzage.DOSSIER)
        voor = _whole_number(request, "voor", 2**63 - 1)
        aantal = _whole_number(request, "aantal", MEESTE) or GEWOON
        cases = Traject.objects.visible_to(lid(request)).select_related(
            "inburgeraar", "klantmanager"
        )
        if status := _status(request):
            cases = cases.filter(status=status)
        if voor:
            cases = cases.filter(id__lt=voor)
        rows = list(cases.order_by("-id")[: aantal + 1])
        raadpleeg(
            Inzage.DOSSIER, "", by=lid(request), on=timezone.localtime(), reden="Lijst"
        )
        more = f"?voor={rows[aantal - 1].pk}&aantal={aantal}" if rows[aantal:] else None
        if more and status:
            more += f"&status={status}"
        return Response(
            {
                "trajecten": [regel(traject) for traject in rows[:aantal]],
                "volgende": request.build_absolute_uri(request.path + more)
                if more
                else None,
            }
        )

    def post(self, request: Request) -> Response:
        """Register a person; a case begins."""
        require(request, self.handeling)
        sleutel = sleutel_van(request)
        nu = timezone.localtime()
        form = maak(self.handeling, None, None, nu.date(), request.data)
        try:
            zaak = functie(self.handeling)(
                by=lid(request), on=nu, sleutel=sleutel, **geldig(form)
            )
        except AlGedaan:
            done = earlier(sleutel, self.handeling)
            dossier = lees(vind(request, done.nummer), nu.date())
            return _made(request, dossier, [])
        return _made(request, zaak.dossier, als_json(zaak.meldingen))


class TrajectAdres(Adres):
    """One case."""

    def get(self, request: Request, nummer: str) -> Response:
        """Give a case and how it stands today; the look is logged."""
        require_inzage(request, Inzage.DOSSIER)
        traject = vind(request, nummer)
        nu = timezone.localtime()
        raadpleeg(Inzage.DOSSIER, nummer, by=lid(request), on=nu, reden="API")
        dossier = lees(traject, nu.date())
        return Response(_extract(request, dossier), headers=_etag(dossier))


class HandelingAdres(Adres):
    """One act on a case; every act has a subclass, so that each has its own schema."""

    handeling: ClassVar[AnyHandeling]

    def post(self, request: Request, nummer: str) -> Response:
        """Do the act."""
        act = self.handeling
        traject = vind(request, nummer)
        require(request, act)
        sleutel, versie = sleutel_van(request), versie_van(request)
        nu = timezone.localtime()
        dossier = lees(traject, nu.date())
        form = maak(act, dossier, _row(dossier, act, request), nu.date(), request.data)
        try:
            zaak: Zaak = functie(act)(
                traject=traject, by=lid(request), on=nu, versie=versie, sleutel=sleutel,
                **geldig(form),
            )  # fmt: skip
        except AlGedaan:
            done = earlier(sleutel, act)
            if done.nummer != nummer:
                raise Botsing(SLEUTEL_ELDERS) from None
            return _done(request, lees(vind(request, nummer), nu.date()), [])
        # A working act moves nothing and reads nothing again.
        after = zaak.dossier or lees(traject, nu.date())
        return _done(request, after, als_json(zaak.meldingen))


SLEUTEL_ELDERS = "Deze Idempotency-Key is al gebruikt voor een andere handeling."


def maak(
    act: AnyHandeling,
    dossier: Dossier | None,
    rij: Feit | None,
    vandaag: date,
    body: Any,
) -> Any:
    """Make the form of an act from a body: the very form of the screen."""
    kind = formulier(act)
    empty = kind(None, dossier=dossier, rij=rij, vandaag=vandaag)
    data = naar_formulier(body, empty, ook=frozenset({"id", "versie"}))
    return kind(data, dossier=dossier, rij=rij, vandaag=vandaag)


def _row(dossier: Dossier, act: AnyHandeling, request: Request) -> Feit | None:
    """Find the fact that an act changes: ``id`` in the body, or the latest still open."""
    if not op_rij(act):
        return None
    wanted = request.data.get("id") if isinstance(request.data, dict) else None
    if not isinstance(act, Handeling):
        return _werkrij(dossier, act, wanted)
    rows = getattr(dossier.feiten, HANDELINGEN[act].feit)
    found = (
        rij_voor(act, rows)
        if wanted is None
        else next((rij for rij in rows if _same(rij.id, wanted)), None)
    )
    if found is None and wanted is not None:
        raise Http404
    if found is None:
        oordeel = dossier.stand.handelingen[act]
        regel_ = HANDELINGEN[act]
        raise NietToegestaan(
            oordeel.reden or "Er is geen gegeven dat hiermee kan worden aangevuld.",
            oordeel.bron or regel_.bron,
            gebruikt=oordeel.gebruikt
            or VAN_HANDELING[act](moment(dossier.feiten, dossier.stand.peildatum)),
        )
    return found


def _werkrij(dossier: Dossier, act: Werkhandeling, wanted: Any) -> Any:
    if wanted is not None and type(wanted) is not int:
        raise Http404
    found = werkrijen.vind(act, dossier.traject, wanted)
    if found is None and wanted is not None:
        raise Http404
    if found is None:
        raise NietToegestaan(werkrijen.NIETS, werkrijen.EIGEN)
    return found


def _same(rij_id: int, wanted: Any) -> bool:
    return type(wanted) is int and rij_id == wanted


def earlier(sleutel: Any, act: AnyHandeling) -> Gebeurtenis:
    """Find what was done under a key. Raises :class:`Botsing` when it was another act."""
    earlier = Gebeurtenis.objects.get(sleutel=sleutel)
    if earlier.handeling != act.value:
        raise Botsing(SLEUTEL_ELDERS)
    return earlier


def _etag(dossier: Dossier) -> dict[str, str]:
    return {"ETag": f'"{dossier.traject.versie}"'}


def _extract(request: Request, dossier: Dossier) -> dict[str, Any]:
    """Give a case as the role of who asks may see it."""
    rol = Rol(lid(request).rol)
    return uittreksel(
        zichtbaar(dossier, rol), met_handhaving=may_see(rol, Inzage.HANDHAVING)
    )


def _done(request: Request, dossier: Dossier, meldingen: list[Any]) -> Response:
    return Response(
        _extract(request, dossier) | {"meldingen": meldingen}, headers=_etag(dossier)
    )


def _made(request: Request, dossier: Dossier, meldingen: list[Any]) -> Response:
    place = reverse("api_traject", args=[dossier.traject.nummer])
    return Response(
        _extract(request, dossier) | {"meldingen": meldingen},
        status=201,
        headers=_etag(dossier) | {"Location": place},
    )


def adres_van(act: AnyHandeling) -> type[HandelingAdres]:
    """Give the class that answers for one act."""
    name = f"{act.noun.capitalize()}{act.verb.capitalize()}"
    return type(name, (HandelingAdres,), {"handeling": act, "__doc__": act.label})
