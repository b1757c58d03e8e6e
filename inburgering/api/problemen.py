"""Every refusal as problem+json (RFC 9457): the only place where one becomes HTTP."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404
from rest_framework import exceptions
from rest_framework.response import Response

from inburgering.actions.dubbel import BUITEN_BEREIK, LijktOpBekende
from inburgering.actions.uitvoering import CollegaWasEerder
from inburgering.models.uittreksel import camel, paren
from inburgering.wet.uitkomst import Gebruikt, NietToegestaan


SOORT = "application/problem+json"
ALGEMEEN = {
    400: "De invoer klopt niet",
    401: "U bent niet ingelogd",
    403: "Uw rol mag dit niet",
    404: "Dit bestaat niet, of u heeft er geen toegang toe",
    405: "Deze methode kan hier niet",
    406: "Dit formaat is er niet",
    409: "Dit kan nu niet",
    413: "U stuurde te veel in één keer",
    415: "Dit formaat wordt niet gelezen",
}

Fout = dict[str, Any]


class Ongeldig(Exception):
    """The input is not what the form asks: what is wrong, per field."""

    def __init__(self, fouten: list[Fout]) -> None:
        """Keep the errors."""
        super().__init__("De invoer klopt niet.")
        self.fouten = fouten


class Botsing(Exception):
    """The request does not fit what happened already."""


def antwoord(code: int, detail: str, **meer: Any) -> Response:
    """Give a problem."""
    title = ALGEMEEN.get(code, "Er ging iets mis")
    problem = {"status": code, "title": title, "detail": detail} | meer
    return Response(problem, status=code, content_type=SOORT)


def fout(
    veld: str, melding: str, artikel: str = "", gebruikt: tuple[Gebruikt, ...] = ()
) -> Fout:
    """Give an error of one field ("" for the whole), with the facts it rests on."""
    return {
        "veld": camel(veld), "melding": melding, "artikel": artikel,
        "gebruikt": paren(gebruikt),
    }  # fmt: skip


def fouten_van(formulier: forms.Form) -> list[Fout]:
    """Give the errors of a form, in the words of the screens."""
    return [
        fout("" if veld == "__all__" else veld, melding)
        for veld, found in formulier.errors.as_data().items()
        for error in found
        for melding in error.messages
    ]


def _refused(error: NietToegestaan) -> Response:
    gronden = [fout(g.veld, g.reden, str(g.bron), g.gebruikt) for g in error.gronden]
    return antwoord(409, error.reden, artikel=str(error.bron), fouten=gronden)


def _alike(error: LijktOpBekende) -> Response:
    """Say who is alike, and what to give back when this is somebody else."""
    answer = _refused(error)
    answer.data["lijktOp"] = {
        "iemandAnders": error.kenmerk,
        "personen": [
            {
                "nummer": person.nummer, "naam": person.naam,
                "geboortedatum": person.geboortedatum,
                "klantmanager": person.klantmanager or None,
                "waarom": list(person.waarom),
            }
            for person in error.zichtbaar
        ],
        "buitenBereik": BUITEN_BEREIK if error.buiten else "",
    }  # fmt: skip
    return answer


def _framework(error: exceptions.APIException) -> Response:
    answer = antwoord(error.status_code, str(error.detail))
    for name in ("auth_header", "wait"):
        if value := getattr(error, name, None):
            answer["WWW-Authenticate" if name == "auth_header" else "Retry-After"] = (
                value
            )
    return answer


def probleem(error: Exception, context: dict[str, Any]) -> Response | None:
    """Turn what was raised into an answer; None leaves a real mistake a 500."""
    answers = (
        (Ongeldig, lambda e: antwoord(400, str(e), fouten=e.fouten)),
        (LijktOpBekende, _alike),
        (NietToegestaan, _refused),
        (CollegaWasEerder, lambda e: antwoord(409, str(e), versie=e.versie)),
        (RequestDataTooBig, lambda e: antwoord(413, "Er is niets opgeslagen.")),
        (Botsing, lambda e: antwoord(409, str(e))),
        (Http404, lambda e: antwoord(404, ALGEMEEN[404] + ".")),
        (PermissionDenied, lambda e: antwoord(403, str(e) or ALGEMEEN[403] + ".")),
        (exceptions.APIException, _framework),
    )
    for kind, answer in answers:
        if isinstance(error, kind):
            return answer(error)
    return None
