"""The automated rules of the NLGov API Design Rules, as checks on an OpenAPI document.

Each function has the name of its rule in the official linter (with underscores) and
yields what is wrong. `problem_schema_members` and the like follow references, which the
official linter does too.
"""

import re
from collections.abc import Iterator
from typing import Any

from drf_spectacular.validation import validate_schema


Document = dict[str, Any]
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
KEBAB = re.compile(
    r"^(\/|(\/_[a-z0-9]+|\/(([a-z0-9\-]+|{[^}]+})(\/([a-z0-9\-\.]+|{[^}]+}))*)(\/_[a-z]+)?)\/?)$"
)
CAMEL_KEY = re.compile(r"^\$?[a-z][a-z\d]*([A-Z][a-z\d]*)*$")
SEMVER = re.compile(r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$")
A_DATE = re.compile(r"((\w+D)|(_[dD]))((ate)|(atum))")


def operations(doc: Document) -> Iterator[tuple[str, str, Document]]:
    for path, item in doc["paths"].items():
        for method, operation in item.items():
            if method in METHODS:
                yield path, method, operation


def answers(doc: Document) -> Iterator[tuple[str, str, Document]]:
    for path, method, operation in operations(doc):
        for code, answer in operation["responses"].items():
            yield f"{method} {path} {code}", code, answer


def walk(node: Any) -> Iterator[tuple[str, Document]]:
    """Give every property of every schema."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield from node["properties"].items()
        for value in node.values():
            yield from walk(value)
    elif isinstance(node, list):
        for value in node:
            yield from walk(value)


def follow(doc: Document, schema: Document) -> Document:
    while "$ref" in schema:
        schema = doc["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


def oas3_schema(doc):
    validate_schema(doc)
    yield from ()


def operation_operationId_unique(doc):  # noqa: N802 - the name of the rule
    names = [operation["operationId"] for _, _, operation in operations(doc)]
    yield from {name for name in names if names.count(name) > 1}


def path_params(doc):
    for path, method, operation in operations(doc):
        written = set(re.findall(r"{([^}]+)}", path))
        given = {
            p["name"] for p in operation.get("parameters", []) if p["in"] == "path"
        }
        if written != given:
            yield f"{method} {path}: {written ^ given}"


def openapi_tags_uniqueness(doc):
    names = [tag["name"] for tag in doc.get("tags", [])]
    yield from {name for name in names if names.count(name) > 1}


def _examples(doc):
    if "'example" in repr(doc):
        yield "an example that nobody checks"


oas3_valid_media_example = oas3_valid_schema_example = _examples


def oas3_server_variables(doc):
    for server in doc["servers"]:
        written = set(re.findall(r"{([^}]+)}", server["url"]))
        yield from written ^ set(server.get("variables", {}))


def oas3_api_servers(doc):
    if not doc.get("servers"):
        yield "no servers"


def path_keys_no_trailing_slash(doc):
    yield from (path for path in doc["paths"] if len(path) > 1 and path.endswith("/"))


nlgov_paths_no_trailing_slash = path_keys_no_trailing_slash


def nlgov_openapi3(doc):
    if not re.match(r"^3(.\d+){1,2}$", doc["openapi"]):
        yield doc["openapi"]


def nlgov_openapi_root_exists(doc):
    if not doc.get("openapi"):
        yield "no openapi"


def nlgov_missing_header(doc):
    for where, code, answer in answers(doc):
        if code[0] in "23" and not answer.get("headers"):
            yield where


def nlgov_missing_version_header(doc):
    for where, code, answer in answers(doc):
        names = {name.lower() for name in answer.get("headers", {})}
        if code[0] in "23" and "api-version" not in names:
            yield where


def nlgov_include_major_version_in_uri(doc):
    yield from (
        s["url"] for s in doc["servers"] if not re.search(r"\/v[\d+]", s["url"])
    )


def info_contact(doc):
    if not doc["info"].get("contact"):
        yield "no contact"


def nlgov_info_contact_fields_exist(doc):
    yield from {"email", "name", "url"} - set(doc["info"].get("contact", {}))


def nlgov_http_methods(doc):
    for path, item in doc["paths"].items():
        known = {"post", "put", "get", "delete", "patch", "parameters"}
        yield from (f"{name} {path}" for name in set(item) - known)


def nlgov_paths_kebab_case(doc):
    yield from (path for path in doc["paths"] if not KEBAB.match(path))


def nlgov_query_keys_camel_case(doc):
    for _, _, operation in operations(doc):
        for parameter in operation.get("parameters", []):
            if parameter["in"] == "query" and not CAMEL_KEY.match(parameter["name"]):
                yield parameter["name"]


def nlgov_schema_camel_case(doc):
    for name in doc["components"]["schemas"]:
        if not re.match(r"^([A-Z][a-z\d]*)+$", name):
            yield name


def nlgov_servers_use_https(doc):
    yield from (s["url"] for s in doc["servers"] if s["url"].startswith("http://"))


def nlgov_use_problem_schema(doc):
    for where, code, answer in answers(doc):
        if code[0] in "45" and "application/problem+json" not in answer["content"]:
            yield where


def nlgov_problem_schema_members(doc):
    for where, code, answer in answers(doc):
        if code[0] in "45":
            for content in answer["content"].values():
                shape = follow(doc, content["schema"])
                if {"status", "title", "detail"} - set(shape["properties"]):
                    yield where


def nlgov_problem_invalid_input(doc):
    for path, method, operation in operations(doc):
        asks = method not in {"get", "delete"} or operation.get("parameters")
        if asks and "400" not in operation["responses"]:
            yield f"{method} {path}"


def nlgov_property_casing(doc):
    for name, _ in walk(doc):
        if not re.match(r"^_?[a-z][A-Za-z\d]*$", name):
            yield name


def nlgov_date_time_ensure_timezone(doc):
    yield from (n for n, shape in walk(doc) if shape.get("format") == "date-time-local")


def nlgov_time_without_timezone(doc):
    yield from (n for n, shape in walk(doc) if shape.get("format") == "time")


def _dates(doc):
    for name, shape in walk(doc):
        if name in {"date", "datum"} or A_DATE.search(name):
            yield name, shape


def nlgov_specify_format_for_date_and_time(doc):
    yield from (name for name, shape in _dates(doc) if "format" not in shape)


def nlgov_use_date_instead_of_datetime(doc):
    yield from (n for n, shape in _dates(doc) if shape.get("format") == "date-time")


def nlgov_semver(doc):
    if not SEMVER.match(doc["info"]["version"]):
        yield doc["info"]["version"]


RULES = {
    name: check
    for name, check in list(globals().items())
    if callable(check)
    and name.startswith(("nlgov_", "oas3_", "info_", "path_", "openapi_", "operation_"))
}
