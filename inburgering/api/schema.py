"""The description of the API (OpenAPI), made from what answers and from the forms.

The body of an act comes out of its form, the answer out of the dataclasses of the law,
so neither can differ from what really happens.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_GET
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter

from inburgering.api.invoer import vorm
from inburgering.api.problemen import ALGEMEEN, SOORT
from inburgering.api.toegang import VERSIE
from inburgering.api.trajecten import MEESTE, HandelingAdres, Trajecten
from inburgering.authorization.spil import AnyHandeling, op_rij
from inburgering.forms.spil import formulier
from inburgering.models.dossier import Dossier
from inburgering.models.gemeente import Gemeente, gemeente
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.traject import Traject
from inburgering.models.uittreksel import camel
from inburgering.wet import feiten as wet
from inburgering.wet.begrippen import (
    Aanvraagsoort,
    Aanvraaguitslag,
    Doelgroep,
    Leerroute,
    Trajectstatus,
    Verblijfsituatie,
)
from inburgering.wet.bron import Bron
from inburgering.wet.handelingen import Handeling
from inburgering.wet.stand import stand
from inburgering.wet.uitkomst import Gebruikt, Melding, Stand
from inburgering.wet.verlenging import Uitzicht
from inburgering.wet.verzuim import Verzuim


Shape = dict[str, Any]
TEKST: Shape = {"type": "string"}
DAG: Shape = {"type": "string", "format": "date"}
GETAL: Shape = {"type": "integer"}
EENVOUDIG: Mapping[Any, Shape] = {
    str: TEKST, int: GETAL, bool: {"type": "boolean"}, date: DAG,
}  # fmt: skip


def _ref(name: str) -> Shape:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(properties: dict[str, Shape], required: list[str] | None = None) -> Shape:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if required is None else required,
    }


# A fact that an outcome rests on; its value is a day, a number or a word.
GEBRUIKT = _object(
    {"label": TEKST, "waarde": {"oneOf": [DAG, GETAL, TEKST]}},
)


def _nullable(shape: Shape) -> Shape:
    return ({"allOf": [shape]} if "$ref" in shape else shape) | {"nullable": True}


def _type(hint: Any, known: dict[str, Shape]) -> Shape:
    """Give the JSON type of a type hint of the law; dataclasses go into ``known``."""
    if get_origin(hint) in (Union, UnionType):
        (kind,) = [part for part in get_args(hint) if part is not NoneType]
        return _nullable(_type(kind, known))
    if hint == Gebruikt:
        known["Gebruikt"] = GEBRUIKT
        return _ref("Gebruikt")
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0], known)}
    if get_origin(hint) is not None:  # the acts, each with its judgement
        _type(get_args(hint)[1], known)
        extra = _object({"handeling": TEKST, "label": TEKST})
        both = {"allOf": [_ref(get_args(hint)[1].__name__), extra]}
        return {"type": "array", "items": both}
    if is_dataclass(hint):
        return _dataclass(hint, known)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return TEKST | {"enum": [member.value for member in hint]}
    return EENVOUDIG[hint]


def _dataclass(kind: Any, known: dict[str, Shape]) -> Shape:
    name = kind.__name__
    if kind is Bron:
        known[name] = _object(
            dict.fromkeys(("wet", "artikel", "zekerheid", "tekst"), TEKST)
        )
    elif name not in known:
        hints = get_type_hints(kind)
        known[name] = _object(
            {camel(veld.name): _type(hints[veld.name], known) for veld in fields(kind)}
        )
    return _ref(name)


def onderdelen() -> dict[str, Shape]:
    """Give the named schemas that the answers are made of."""
    known: dict[str, Shape] = {}
    _type(Stand, known)
    melding = _type(Melding, known)
    route = _type(Leerroute | None, known)
    known["Traject"] = _object({
        "nummer": TEKST, "versie": GETAL, "status": _type(Trajectstatus, known),
        "leerroute": route, "naam": TEKST, "klantmanager": _nullable(TEKST),
        "geregistreerdOp": DAG,
    })  # fmt: skip
    known["Trajecten"] = _object({
        "trajecten": {"type": "array", "items": _ref("Traject")},
        "volgende": _nullable(TEKST | {"format": "uri"}),
    })  # fmt: skip
    aanvraag = _object({
        "soort": _type(Aanvraagsoort, known), "ingediendOp": DAG,
        "uitslag": _type(Aanvraaguitslag, known), "besluitOp": _nullable(DAG),
    })  # fmt: skip
    known["Dossier"] = _object({
        "nummer": TEKST, "versie": GETAL, "geregistreerdOp": DAG,
        "doelgroep": _type(Doelgroep, known), "naam": TEKST,
        "bsnBekend": {"type": "boolean"}, "stand": _ref("Stand"),
        "aanvragen": {"type": "array", "items": aanvraag},
        "verlenging": {"type": "array", "items": _type(Uitzicht, known)},
        "verzuim": _type(Verzuim | None, known),
    })  # fmt: skip
    known["Gedaan"] = {
        "allOf": [
            _ref("Dossier"), _object({"meldingen": {"type": "array", "items": melding}})
        ]
    }  # fmt: skip
    herstel = _object({
        "id": GETAL, "status": TEKST, "gevolgen": {"type": "array", "items": TEKST},
    })  # fmt: skip
    known["Hersteld"] = {"allOf": [_ref("Gedaan"), _object({"herstel": herstel})]}
    fout = _object({
        "veld": TEKST, "melding": TEKST, "artikel": TEKST,
        "gebruikt": _type(tuple[Gebruikt, ...], known),
    })  # fmt: skip
    gelijke = _object({
        "nummer": TEKST, "naam": TEKST, "geboortedatum": TEKST,
        "klantmanager": _nullable(TEKST), "waarom": {"type": "array", "items": TEKST},
    })  # fmt: skip
    lijkt_op = _object({
        "iemandAnders": TEKST, "personen": {"type": "array", "items": gelijke},
        "buitenBereik": TEKST,
    })  # fmt: skip
    known["Probleem"] = _object(
        {
            "status": GETAL, "title": TEKST, "detail": TEKST, "artikel": TEKST,
            "versie": GETAL, "fouten": {"type": "array", "items": fout},
            "lijktOp": lijkt_op,
        },
        ["status", "title", "detail"],
    )  # fmt: skip
    return known


WELKE_RIJ: Shape = GETAL | {
    "description": "Welk gegeven; zonder id het laatste waarmee dit nog kan."
}


def _blank() -> Dossier:
    """Give a case without facts: a form only wants to know what it may ask."""
    begin = date(2022, 1, 3)
    feiten = wet.Feiten(
        inburgeraar=wet.Inburgeraar(geboortedatum="1990-01-01"),
        traject=wet.Traject(
            nummer="", doelgroep=Doelgroep.ASIELSTATUSHOUDER,
            verblijfsituatie=Verblijfsituatie.GEMEENTE, geregistreerd_op=begin,
        ),
    )  # fmt: skip
    row = Traject(inburgeraar=Inburgeraar(), geregistreerd_op=begin)
    return Dossier(row, feiten, stand(feiten, begin), [])


def inhoud(act: AnyHandeling) -> Shape:
    """Give the schema of the body of an act."""
    first = act is Handeling.TRAJECT_REGISTREREN
    with gemeente(Gemeente(code="0000")):
        form = formulier(act)(
            None, dossier=None if first else _blank(), vandaag=timezone.localdate()
        )
        body = vorm(form)
    if op_rij(act):
        properties = {"id": WELKE_RIJ} | body["properties"]
        body = body | {"properties": properties}
    return body


PROBLEMEN = {
    "get": ("400", "401", "403", "404"),
    "post": ("400", "401", "403", "404", "409"),
}
KOP = OpenApiParameter.HEADER


class Schema(AutoSchema):
    """How each address describes itself."""

    def _act(self) -> AnyHandeling | None:
        if self.method == "POST" and isinstance(self.view, HandelingAdres | Trajecten):
            return self.view.handeling
        return None

    def get_operation_id(self) -> str:
        """Name the operation after its act."""
        if act := self._act():
            return camel(act.value)
        return "trajectenLezen" if isinstance(self.view, Trajecten) else "trajectLezen"

    def get_summary(self) -> str:
        """Say what it does, in the words of the screens."""
        if act := self._act():
            return act.label
        return "Trajecten" if isinstance(self.view, Trajecten) else "Traject en stand"

    def get_description(self) -> str:
        """Say more only where there is more to say."""
        return ""

    def get_tags(self) -> list[str]:
        """Group by noun."""
        act = self._act()
        return [act.noun if act else "traject"]

    def get_request_serializer(self) -> Any:
        """Give the body, out of the form."""
        if act := self._act():
            own = getattr(self.view, "lichaam", None)
            return {"application/json": own or inhoud(act)}
        return None

    def get_response_serializers(self) -> Any:
        """Give the answers, good and bad."""
        good, name = "200", "Gedaan"
        if self.method == "GET":
            name = "Trajecten" if isinstance(self.view, Trajecten) else "Dossier"
        elif isinstance(self.view, Trajecten):
            good = "201"
        elif hasattr(self.view, "lichaam"):
            name = "Hersteld"
        bad = PROBLEMEN[self.method.lower()]
        return {(good, "application/json"): _ref(name)} | {
            (code, SOORT): _ref("Probleem") for code in bad
        }

    def get_override_parameters(self) -> list[OpenApiParameter]:
        """Give the query and the headers."""
        act = self._act()
        if act:
            found = [OpenApiParameter("Idempotency-Key", {"type": "string", "format": "uuid"}, KOP, required=True)]  # fmt: skip
            if act is not Handeling.TRAJECT_REGISTREREN:
                found.append(OpenApiParameter("If-Match", str, KOP, required=True))
            return found
        if not isinstance(self.view, Trajecten):
            return []
        return [
            OpenApiParameter("voor", int, description="Waar de vorige bladzijde eindigde"),
            OpenApiParameter("aantal", {"type": "integer", "minimum": 1, "maximum": MEESTE}),
            OpenApiParameter("status", str, enum=[s.value for s in Trajectstatus]),
        ]  # fmt: skip


def vul_aan(result: Shape, generator: Any, request: Any, public: bool) -> Shape:
    """Add the named schemas, and the version that stands in every answer."""
    result["components"].setdefault("schemas", {}).update(onderdelen())
    version = {"description": "De volledige versie", "schema": TEKST}
    for operations in result["paths"].values():
        for operation in operations.values():
            for code, answer in operation["responses"].items():
                answer["headers"] = {"API-Version": version}
                answer["description"] = ALGEMEEN.get(int(code), "Gelukt")
    return result


@cache
def beschrijving() -> Shape:
    """Make the description, once a process."""
    return SchemaGenerator().get_schema(request=None, public=True)


@require_GET
def openapi(request: HttpRequest) -> HttpResponse:
    """Give the description to whoever asks: it holds no data."""
    response = JsonResponse(beschrijving())
    response["API-Version"] = str(settings.SPECTACULAR_SETTINGS["VERSION"])
    return response


def onbekend(request: HttpRequest) -> HttpResponse:
    """Answer in the form of every refusal where there is no address."""
    problem = {
        "status": 404,
        "title": ALGEMEEN[404],
        "detail": "Dit adres bestaat niet.",
    }
    return JsonResponse(
        problem, status=404, content_type=SOORT, headers={"API-Version": VERSIE}
    )
