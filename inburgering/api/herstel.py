"""Corrections over the wire: ask for one, and the second person's answer."""

from typing import Any, ClassVar

from django.http import Http404
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from inburgering.actions.spil import functie
from inburgering.actions.uitvoering import AlGedaan
from inburgering.api.invoer import geldig, naar_formulier, sleutel_van, versie_van
from inburgering.api.problemen import Botsing, Ongeldig, fout
from inburgering.api.toegang import lid, require, require_inzage, vind
from inburgering.api.trajecten import SLEUTEL_ELDERS, HandelingAdres, earlier
from inburgering.authorization.checks import INZAGE_VAN_FEIT
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.feit import Herstellen
from inburgering.forms.spil import formulier
from inburgering.models import herstelbaar
from inburgering.models.dossier import Dossier, lees
from inburgering.models.herstel import Herstel
from inburgering.models.traject import Traject
from inburgering.models.uittreksel import als_json, uittreksel
from inburgering.wet import feiten as wet


Shape = dict[str, Any]
SOORTEN = (*wet.SOORTEN, *herstelbaar.AANMELDING)
GETAL: Shape = {"type": "integer"}


def _number(body: Any, naam: str) -> int:
    value = body.get(naam) if isinstance(body, dict) else None
    if type(value) is not int or not 0 < value < 2**63:
        raise Ongeldig([fout(naam, "Geef het nummer van de rij.")])
    return value


class Herstellend(HandelingAdres):
    """What the three addresses share: the act, once, under its key."""

    lichaam: ClassVar[Shape]

    def post(self, request: Request, nummer: str) -> Response:
        """Do the act; the answer holds the correction."""
        traject = vind(request, nummer)
        require(request, self.handeling)
        sleutel, versie = sleutel_van(request), versie_van(request)
        nu = timezone.localtime()
        given = self.gegevens(request, lees(traject, nu.date()))
        try:
            zaak = functie(self.handeling)(
                traject=traject, by=lid(request), on=nu, versie=versie, sleutel=sleutel,
                **given,
            )  # fmt: skip
        except AlGedaan:
            done = earlier(sleutel, self.handeling)
            if done.nummer != nummer:
                raise Botsing(SLEUTEL_ELDERS) from None
            after = lees(vind(request, nummer), nu.date())
            return _answer(after, Herstel.objects.get(pk=done.feit_id), ())
        return _answer(zaak.dossier, zaak.feit, zaak.meldingen)

    def gegevens(self, request: Request, dossier: Dossier) -> dict[str, Any]:
        """Give what the act needs. Raises :class:`Ongeldig`."""
        raise AssertionError(self)


def _answer(dossier: Dossier, herstel: Herstel, meldingen: Any) -> Response:
    return Response(
        uittreksel(dossier)
        | {
            "meldingen": als_json(meldingen),
            "herstel": {
                "id": herstel.pk,
                "status": herstel.status,
                "gevolgen": herstel.gevolgen,
            },
        },
        headers={"ETag": f'"{dossier.traject.versie}"'},
    )


class FeitHerstellen(Herstellend):
    """Correct a recorded fact; what is not given stays as it is."""

    handeling = Werkhandeling.FEIT_HERSTELLEN
    lichaam = {
        "type": "object",
        "properties": {
            "soort": {"type": "string", "enum": list(SOORTEN)},
            "id": GETAL,
            "nieuw": {"type": "object", "additionalProperties": True},
            "reden": {"type": "string"},
        },
        "required": ["soort", "id", "nieuw", "reden"],
    }

    def gegevens(self, request: Request, dossier: Dossier) -> dict[str, Any]:
        """Fill the form with what is kept, and put the new values over it."""
        body = request.data
        key = _number(body, "id")
        soort = body.get("soort")
        if soort not in SOORTEN:
            raise Ongeldig([fout("soort", "Dit soort gegeven bestaat niet.")])
        if soort in INZAGE_VAN_FEIT:
            require_inzage(request, INZAGE_VAN_FEIT[soort])
        kw = {
            "soort": soort, "gegeven": _fact(dossier.traject, soort, key),
            "dossier": dossier, "vandaag": dossier.stand.peildatum,
        }  # fmt: skip
        empty = Herstellen(None, **kw)
        new = body.get("nieuw")
        given = new | {"reden": body.get("reden")} if isinstance(new, dict) else new
        data = empty.beginwaarden() | naar_formulier(given, empty)
        return geldig(Herstellen(data, **kw))


def _fact(traject: Traject, soort: str, key: int) -> Any:
    try:
        return herstelbaar.rij(traject, soort, key)
    except LookupError:
        raise Http404 from None


class Besluit(Herstellend):
    """The answer of the second person."""

    def gegevens(self, request: Request, dossier: Dossier) -> dict[str, Any]:
        """Find the correction, and read the form of the answer."""
        key = _number(request.data, "id")
        found = Herstel.objects.filter(traject=dossier.traject, pk=key).first()
        if found is None:
            raise Http404
        if found.soort in INZAGE_VAN_FEIT:
            require_inzage(request, INZAGE_VAN_FEIT[found.soort])
        kind = formulier(self.handeling)
        kw = {"dossier": dossier, "vandaag": dossier.stand.peildatum}
        data = naar_formulier(request.data, kind(None, **kw), ook=frozenset({"id"}))
        return geldig(kind(data, herstel_id=key, **kw))


class HerstelGoedkeuren(Besluit):
    """Approve a correction."""

    handeling = Werkhandeling.HERSTEL_GOEDKEUREN
    lichaam = {
        "type": "object",
        "properties": {"id": GETAL, "toelichting": {"type": "string"}},
        "required": ["id"],
    }


class HerstelAfwijzen(Besluit):
    """Reject a correction, with the reason."""

    handeling = Werkhandeling.HERSTEL_AFWIJZEN
    lichaam = {
        "type": "object",
        "properties": {"id": GETAL, "redenBesluit": {"type": "string"}},
        "required": ["id", "redenBesluit"],
    }


ADRESSEN = (FeitHerstellen, HerstelGoedkeuren, HerstelAfwijzen)
