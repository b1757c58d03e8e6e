"""The addresses of the figures."""

from django.urls import include, path

from monitoring.herleiding import scherm
from monitoring.views import leveringen, monitor, ontvangst


levering_urls = [
    path("", leveringen.lijst, name="leveringen"),
    path("maken/", leveringen.maken, name="levering_maken"),
    path("<slug:periode>/", leveringen.bekijken, name="levering"),
    path("<slug:periode>/besluit/", leveringen.besluiten, name="levering_besluit"),
    path("<slug:periode>/pakket/", leveringen.downloaden, name="levering_pakket"),
]

ontvangst_urls = [
    path("", ontvangst.lijst, name="ontvangst"),
    path("pakket/", ontvangst.ontvangen, name="ontvangst_pakket"),
    path("sleutel/", ontvangst.sleutel, name="ontvangst_sleutel"),
    path("<int:ontvangst_id>/", ontvangst.bekijken, name="ontvangst_bekijken"),
    path("samen/<slug:periode>/", ontvangst.samen, name="ontvangst_samen"),
]

urlpatterns = [
    path("leveringen/", include(levering_urls)),
    path("monitor/", monitor.monitor, name="monitor"),
    path(
        "monitor/dossiers/<slug:telling>/<int:cohort>/",
        scherm.dossiers,
        name="monitor_dossiers",
    ),
    path("ontvangst/", include(ontvangst_urls)),
]
