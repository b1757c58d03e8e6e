"""The addresses of the API, version 1."""

from django.urls import path, re_path

from inburgering.api import herstel, schema
from inburgering.api.trajecten import (
    TrajectAdres,
    Trajecten,
    adres_van,
)
from inburgering.authorization.spil import NIET_IN_API, OP_EEN_TRAJECT


def woord(handeling) -> str:
    """Write an act as it stands in an address: "pip-vaststellen"."""
    return f"{handeling.noun}-{handeling.verb}"


urlpatterns = [
    path("openapi.json", schema.openapi, name="api_schema"),
    path("trajecten", Trajecten.as_view(), name="api_trajecten"),
    path("trajecten/<str:nummer>", TrajectAdres.as_view(), name="api_traject"),
    *(
        path(
            f"trajecten/<str:nummer>/handelingen/{woord(act)}",
            adres_van(act).as_view(),
            name=f"api_{act.value}",
        )
        for act in OP_EEN_TRAJECT
        if act not in NIET_IN_API
    ),
    *(
        path(
            f"trajecten/<str:nummer>/handelingen/{woord(adres.handeling)}",
            adres.as_view(),
            name=f"api_{adres.handeling.value}",
        )
        for adres in herstel.ADRESSEN
    ),
    re_path(r"^.*$", schema.onbekend, name="api_onbekend"),
]
