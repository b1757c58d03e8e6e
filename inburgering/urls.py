"""Every address of the system, grouped by noun."""

from django.conf import settings
from django.urls import include, path
from django.views.generic import RedirectView, TemplateView

from inburgering.views import (
    aanmelden,
    componenten,
    concept,
    dossier,
    gezond,
    handeling,
)
from inburgering.views import traject as trajecten


traject_urls = [
    path("", trajecten.lijst, name="trajecten"),
    path("registreren/", trajecten.registreren, name="registreren"),
    path("<str:nummer>/", dossier.overzicht, name="dossier"),
    path(
        "<str:nummer>/<str:noun>/<int:rij_id>/<str:verb>/",
        handeling.handeling,
        name="handeling_op_rij",
    ),
    path("<str:nummer>/<str:noun>/<str:verb>/", handeling.handeling, name="handeling"),
]

concept_urls = [
    path("<str:nummer>/<path:sleutel>/weggooien/", concept.weggooien),
    path("<str:nummer>/<path:sleutel>/", concept.bewaren),
]

urlpatterns = [
    path("", RedirectView.as_view(url="/trajecten/"), name="start"),
    path("trajecten/", include(traject_urls)),
    path("concepten/", include(concept_urls)),
    path(
        "lidmaatschap/", aanmelden.lidmaatschap_wisselen, name="lidmaatschap_wisselen"
    ),
    path("verder/", aanmelden.verder_werken, name="verder_werken"),
    path("account/", include("allauth.urls")),
    path("hulp/", TemplateView.as_view(template_name="hulp.html"), name="hulp"),
    path(
        "toegankelijkheid/",
        TemplateView.as_view(template_name="toegankelijkheid.html"),
        name="toegankelijkheid",
    ),
    path("gezond/leeft/", gezond.leeft),
    path("gezond/klaar/", gezond.klaar),
]
if settings.DEBUG:
    urlpatterns.append(path("componenten/", componenten.componenten))
