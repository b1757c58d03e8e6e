"""What every address of the API demands, before it does anything."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from inburgering.authorization.checks import may, may_see
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.spil import AnyHandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject


VERSIE = "1.0.0"


class Sessie(SessionAuthentication):
    """The session of the website, with CSRF; without one the answer is 401."""

    def authenticate_header(self, request: Request) -> str:
        """Name what is asked for."""
        return "Session"


class MetRol(BasePermission):
    """Somebody who signed in, in two steps, and has a role today."""

    message = "U heeft nu geen rol in een gemeente, of logde niet in twee stappen in."

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Say whether this session may work."""
        if not (request.user and request.user.is_authenticated):
            return False
        demo = settings.DEMO and request.user.is_demo
        return lid(request) is not None and bool(
            demo or request.session.get("tweede_stap")
        )


def lid(request: Request) -> Lidmaatschap | None:
    """Give the membership in force, as the middleware chose it."""
    return getattr(request._request, "lid", None)


class Adres(APIView):
    """An address of the API: who may ask, and the version in every answer."""

    authentication_classes = [Sessie]
    permission_classes = [MetRol]

    def finalize_response(self, request: Any, response: Any, *a: Any, **kw: Any) -> Any:
        """Say which version answered."""
        answer = super().finalize_response(request, response, *a, **kw)
        answer["API-Version"] = VERSIE
        return answer


def require(request: Request, handeling: AnyHandeling) -> None:
    """Demand that the role may do an act. Raises ``PermissionDenied``."""
    who = lid(request)
    if not may(Rol(who.rol), handeling, mandaat=who.mandaat):
        raise PermissionDenied(f"Uw rol mag dit niet: {handeling.label.lower()}.")


def require_inzage(request: Request, inzage: Inzage) -> None:
    """Demand that the role may look at a kind of page. Raises ``PermissionDenied``."""
    if not may_see(Rol(lid(request).rol), inzage):
        raise PermissionDenied(f"Uw rol mag dit niet zien: {inzage.label.lower()}.")


def vind(request: Request, nummer: str) -> Traject:
    """Find a case that the membership reaches. Raises ``Http404`` for any other."""
    cases = Traject.objects.visible_to(lid(request)).select_related("inburgeraar")
    if (traject := cases.filter(nummer=nummer).first()) is None:
        raise Http404
    return traject
