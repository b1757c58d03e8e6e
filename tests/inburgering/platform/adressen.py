"""Addresses of views that go wrong after they wrote something."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone

from inburgering.authorization.roles import Inzage
from inburgering.inzage import raadpleeg


def kapot(request: HttpRequest) -> HttpResponse:
    raadpleeg(Inzage.DOSSIER, "2026-00001", by=request.lid, on=timezone.localtime())
    raise ZeroDivisionError


def niet_gevonden(request: HttpRequest) -> HttpResponse:
    raadpleeg(Inzage.DOSSIER, "2026-00001", by=request.lid, on=timezone.localtime())
    return HttpResponse(status=404)


urlpatterns = [path("kapot/", kapot), path("niet/", niet_gevonden)]
handler500 = "django.views.defaults.server_error"
