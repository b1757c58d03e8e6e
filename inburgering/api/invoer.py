"""Between JSON and the form of an act: the same form, so the same questions and words."""

import re
from typing import Any
from uuid import UUID

from django import forms
from rest_framework.request import Request

from inburgering.api.problemen import Ongeldig, fout, fouten_van
from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import (
    Bsnveld,
    Datumveld,
    JaNeeveld,
    OnvolledigeDatumveld,
    Vnummerveld,
)
from inburgering.models.uittreksel import camel


Schema = dict[str, Any]
EIGEN = frozenset({"versie", "sleutel"})
LANGSTE_LIJST = 40  # national tables are longer; they are published elsewhere
IF_MATCH = re.compile(r'^"?(\d{1,9})"?$')
VERSIE = re.compile(r"[0-9]{1,9}")


def sleutel_van(request: Request) -> UUID:
    """Read the Idempotency-Key. Raises :class:`Ongeldig` without a UUID there."""
    try:
        return UUID(request.headers.get("Idempotency-Key", ""))
    except ValueError:
        raise Ongeldig(
            [
                fout(
                    "Idempotency-Key",
                    "Geef een UUID mee, anders kan iets dubbel gebeuren.",
                )
            ]
        ) from None


def versie_van(request: Request) -> int:
    """Read which version of the case the request was made from (If-Match or versie)."""
    found = IF_MATCH.match(request.headers.get("If-Match", ""))
    value = found.group(1) if found else request.data.get("versie")
    if isinstance(value, bool) or not VERSIE.fullmatch(str(value or "")):
        raise Ongeldig(
            [fout("versie", "Geef de versie van het dossier mee (If-Match).")]
        )
    return int(value)


def _value(waarde: Any, veld: forms.Field) -> Any:
    """Accept what JSON has for one value. Raises ``ValueError`` for anything else."""
    if isinstance(veld, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
        if not isinstance(waarde, list):
            raise ValueError("lijst")
        return [str(part) for part in waarde]
    if isinstance(waarde, dict | list | float):
        raise ValueError("waarde")
    if isinstance(veld, forms.BooleanField):
        if not isinstance(waarde, bool):
            raise ValueError("bool")
        return waarde
    if isinstance(waarde, bool):
        return {True: "ja", False: "nee"}[waarde]
    text = "" if waarde is None else str(waarde)
    text.encode()  # JSON can hold half a character, which no database keeps
    return text


def naar_formulier(
    gegevens: Any, formulier: Handelingsformulier, *, ook: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """Turn the body into what the form reads. Raises :class:`Ongeldig`.

    Properties that the form does not have are refused: a typing mistake must not be
    lost in silence.
    """
    if not isinstance(gegevens, dict):
        raise Ongeldig([fout("", "Stuur een JSON-object.")])
    names = {camel(name): name for name in formulier.fields if name not in EIGEN}
    wrong, data = [], {}
    for key, value in gegevens.items():
        if key in names:
            try:
                data[names[key]] = _value(value, formulier.fields[names[key]])
            except ValueError:
                wrong.append(fout(key, "Dit is niet het soort waarde dat hier hoort."))
        elif key not in ook:
            shown = str(key)[:60].encode(errors="replace").decode()
            wrong.append(fout(shown, "Dit gegeven hoort niet bij deze handeling."))
    if wrong:
        raise Ongeldig(wrong)
    return data | _unsaid(formulier, data)


def _unsaid(formulier: Handelingsformulier, data: dict[str, Any]) -> dict[str, Any]:
    """Give the boxes that stay ticked: a browser leaves out what is not ticked, a body
    what it says nothing about. Else a secret address would come out by being left out.
    """
    return {
        name: True
        for name, veld in formulier.fields.items()
        if isinstance(veld, forms.BooleanField)
        and name not in data
        and formulier.get_initial_for_field(veld, name)
    }


def geldig(formulier: Handelingsformulier) -> dict[str, Any]:
    """Give the cleaned values. Raises :class:`Ongeldig` with what the screens say."""
    if not formulier.is_valid():
        raise Ongeldig(fouten_van(formulier))
    return formulier.gegevens()


def _shape(veld: forms.Field) -> Schema:
    """Give the JSON type of a field; order matters: the special before the general."""
    if isinstance(veld, OnvolledigeDatumveld):
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    if isinstance(veld, Datumveld):
        return {"type": "string", "format": "date"}
    if isinstance(veld, Bsnveld):
        return {"type": "string", "pattern": r"^\d{8,9}$", "writeOnly": True}
    if isinstance(veld, Vnummerveld):
        return {"type": "string", "pattern": r"^\d{10}$"}
    if isinstance(veld, forms.BooleanField | JaNeeveld):
        return {"type": "boolean"}
    if isinstance(veld, forms.IntegerField):
        bounds = {"minimum": veld.min_value, "maximum": veld.max_value}
        return {"type": "integer"} | {k: v for k, v in bounds.items() if v is not None}
    if isinstance(veld, forms.ModelChoiceField):
        return {"type": "integer"}
    return _text_shape(veld)


def _text_shape(veld: forms.Field) -> Schema:
    if isinstance(veld, forms.ChoiceField):
        words = [str(value) for value, _ in veld.choices if value != ""]
        shape: Schema = {"type": "string"}
        return shape | {"enum": words} if 0 < len(words) <= LANGSTE_LIJST else shape
    if isinstance(veld, forms.EmailField):
        return {"type": "string", "format": "email"}
    longest = getattr(veld, "max_length", None)
    return {"type": "string"} | ({"maxLength": longest} if longest else {})


def vorm(formulier: Handelingsformulier) -> Schema:
    """Give the JSON schema of the body of an act, out of its form."""
    fields = {n: v for n, v in formulier.fields.items() if n not in EIGEN}
    properties = {}
    for name, veld in fields.items():
        shape = _shape(veld)
        if isinstance(veld, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
            shape = {"type": "array", "items": shape}
        if not veld.required and shape["type"] != "array":
            shape["nullable"] = True
        if veld.label:
            shape["description"] = str(veld.label)
        properties[camel(name)] = shape
    required = [camel(name) for name, veld in fields.items() if _always(veld)]
    body: Schema = {"type": "object", "properties": properties}
    return body | ({"required": required} if required else {})


def _always(veld: forms.Field) -> bool:
    return veld.required and not isinstance(veld, forms.BooleanField)
