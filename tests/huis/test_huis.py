"""The walls inside: one act one name, facts under the same names, writes in one place."""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import Resolver404, resolve

from inburgering.actions.spil import functie
from inburgering.authorization.roles import ROLLEN
from inburgering.authorization.spil import GEDAAN, SPIL
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.spil import formulier
from inburgering.models.base import Zaakmodel
from inburgering.models.feiten import model_van
from inburgering.models.gemeente import GemeenteModel
from inburgering.wet import feiten as wet
from inburgering.wet.feiten import GEORDEND_OP
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from tests.elk import bij_elk


ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(
    path
    for package in ("inburgering", "monitoring")
    for path in (ROOT / package).rglob("*.py")
    if "migrations" not in path.parts
)
LEVERING = {
    act for act in Werkhandeling if act.noun == "levering"
}  # acts of monitoring
ACTS = [act for act in SPIL.values() if act not in LEVERING]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


# --- The spine ------------------------------------------------------------------------


def test_the_spine_holds_every_act_once():
    assert len(SPIL) == len(Handeling) + len(Werkhandeling)
    assert set(HANDELINGEN) == set(Handeling)


@pytest.mark.parametrize("act", ACTS)
def test_an_act_has_one_function_that_names_its_arguments(act):
    parameters = inspect.signature(functie(act)).parameters.values()
    assert {"by", "on", "sleutel"} <= {p.name for p in parameters}
    assert all(p.kind in (p.KEYWORD_ONLY, p.VAR_KEYWORD) for p in parameters)
    assert functie(act).__doc__


@pytest.mark.parametrize("act", ACTS)
def test_an_act_has_one_form(act):
    assert issubclass(formulier(act), Handelingsformulier)


@pytest.mark.parametrize("act", SPIL.values())
def test_an_act_belongs_to_a_role_and_has_words(act):
    assert [rol for rol, regel in ROLLEN.items() if act in regel.handelingen]
    assert act.label[0].isupper()
    assert GEDAAN[act][0].isupper()


@pytest.mark.parametrize("act", Handeling)
def test_an_act_of_the_law_has_its_source_and_writes_a_known_fact(act):
    regel = HANDELINGEN[act]
    assert regel.bron.wet
    assert regel.bron.artikel or regel.bron.wet in {"DUO", "eigen"}
    assert regel.feit == "traject" or regel.feit in wet.SOORTEN


@pytest.mark.parametrize("act", [a for a in ACTS if a.noun != "lidmaatschap"])
def test_an_act_has_an_address(act):
    if act is Handeling.TRAJECT_REGISTREREN:
        path = "/trajecten/registreren/"
    elif act.noun in {"aanbieder", "cursus"}:
        path = "/aanbieders/1/cursussen/nieuw/"
    elif act.noun == "herstel":
        path = f"/trajecten/2026-00001/herstel/1/{act.verb}/"
    else:
        path = f"/trajecten/2026-00001/{act.noun}/{act.verb}/"
    try:
        assert resolve(path)
    except Resolver404:
        pytest.fail(path)


# --- Facts ----------------------------------------------------------------------------


@pytest.mark.parametrize("soort", [*wet.SOORTEN, "traject", "inburgeraar"])
def test_a_model_has_the_fields_of_its_fact(soort):
    if soort in wet.SOORTEN:
        fact, model = wet.SOORTEN[soort], model_van(soort)
    else:
        fact = {"traject": wet.Traject, "inburgeraar": wet.Inburgeraar}[soort]
        model = apps.get_model("inburgering", soort)
    columns = {field.name for field in model._meta.fields}
    assert {field.name for field in fields(fact)} <= columns


def test_every_kind_of_fact_has_its_order():
    assert set(GEORDEND_OP) == set(wet.SOORTEN)
    assert set(wet.SOORTEN) <= {field.name for field in fields(wet.Feiten)}


# --- Rows of a municipality -----------------------------------------------------------

PERSONAL = [m for m in apps.get_models() if issubclass(m, GemeenteModel)]
HISTORY = [m.history.model for m in PERSONAL if issubclass(m, Zaakmodel)]
# What is found by its own key, whatever the municipality.
OWN_KEY = {"Leveringsbesluit.levering", "Voorkennis.levering"}


@pytest.mark.parametrize("model", PERSONAL + HISTORY, ids=lambda m: m.__name__)
def test_the_municipality_comes_first_in_every_index(model):
    for index in [*model._meta.indexes, *model._meta.constraints]:
        names = getattr(index, "fields", ())
        assert not names or names[0] == "gemeente", index
    loose = [
        f"{model.__name__}.{field.name}"
        for field in model._meta.local_fields
        if (field.db_index or field.unique) and not field.primary_key
    ]
    assert set(loose) - OWN_KEY == set()


# --- Writing --------------------------------------------------------------------------

CASE_MODELS = {m.__name__ for m in PERSONAL if issubclass(m, Zaakmodel)}
# Tables that are not of a case, or are logs and jobs: these may be written in bulk.
FREE = {
    "Bericht",
    "Ketenhoofd",
    "Gebeurtenis",
    "Raadpleging",
    "Termijnafwijking",
    "Concept",
    "Kolomkeuze",
    "Selectie",
}
BULK = {"bulk_create", "bulk_update"}
ONE_MODULE = {"inburgering/models/historie.py", "inburgering/models/vernietiging.py"}
RAW_SQL = re.compile(
    r"\b(INSERT INTO|DELETE FROM|UPDATE \S+ SET|TRUNCATE)\b", re.IGNORECASE
)
RAW_ALLOWED = {
    "inburgering/models/vernietiging.py",  # the door
    "inburgering/models/keten.py",  # chains new log lines
}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[tuple[ast.Call, str, set[str]]]:
    """Give every method call: the call, its name, and the names in what it is called on."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            inside = {
                n.id for n in ast.walk(node.func.value) if isinstance(n, ast.Name)
            }
            inside |= {
                n.attr
                for n in ast.walk(node.func.value)
                if isinstance(n, ast.Attribute)
            }
            yield node, node.func.attr, inside


@bij_elk(SOURCES, name)
def test_case_rows_are_written_in_bulk_in_one_module_only(path):
    if name(path) in ONE_MODULE or path.parts[-2] == "levens":
        return
    wrong = []
    for node, method, inside in calls(path):
        on_case = bool(inside & CASE_MODELS) or "history" in inside
        if (
            method in BULK
            and not inside & FREE
            and name(path).startswith("inburgering")
        ):
            wrong.append(f"regel {node.lineno}: {method}")
        if method in {"update", "delete", *BULK} and on_case and "objects" in inside:
            wrong.append(f"regel {node.lineno}: {method} on a case table")
    assert wrong == []


@bij_elk(SOURCES, name)
def test_no_plain_sql_writes_elsewhere(path):
    if name(path) in RAW_ALLOWED or not name(path).startswith("inburgering"):
        return
    found = [
        node.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and RAW_SQL.search(node.value)
        and "``" not in node.value  # a docstring that speaks of it
    ]
    assert found == []


@bij_elk(SOURCES, name)
def test_pages_forms_and_the_api_write_nothing_themselves(path):
    room = (
        path.relative_to(ROOT).parts[1] if len(path.relative_to(ROOT).parts) > 2 else ""
    )
    if room not in {"views", "forms", "api", "templatetags"}:
        return
    writes = {"save", "create", "get_or_create", "update_or_create", "delete", *BULK}
    wrong = [
        f"regel {node.lineno}: {method}"
        for node, method, inside in calls(path)
        if method in writes and not inside & {"session"}
    ]
    assert wrong == []


@bij_elk(SOURCES, name)
def test_the_status_of_a_case_is_written_by_acts_alone(path):
    if "actions" in path.parts or path.name == "bulk.py":
        return
    wrong = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Attribute)
        and target.attr in {"status", "leerroute", "onderdelen_behaald_op"}
        and isinstance(target.value, ast.Name)
        and target.value.id in {"traject", "zaak", "case"}
    ]
    assert wrong == []


# --- Words ----------------------------------------------------------------------------

UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|raise NotImplementedError")
JUDGING = re.compile(
    r"risicoscore|risicoprofiel|voorspel|predict|kans_op|fraude|profiling",
    re.IGNORECASE,
)
ORIGIN = re.compile(r"nationaliteit|geboorteland|godsdienst|religie|herkomstland")
# What orders work and warns rests on dates, hours and agreements alone.
DRIVES = (
    "inburgering/werkvoorraad.py", "inburgering/views/werkvoorraad.py",
    "inburgering/caseload.py", "inburgering/views/caseload.py",
    "inburgering/views/caseloadregel.py", "inburgering/forms/caseload.py", "inburgering/models/selectie.py",
    "inburgering/wet/termijnen.py", "inburgering/wet/voorwaarden.py",
    "inburgering/wet/moment.py", "inburgering/wet/leerroutes.py",
    "inburgering/actions/herberekening.py", "inburgering/actions/termijnen.py",
)  # fmt: skip


@bij_elk(SOURCES, name)
def test_nothing_is_left_for_later(path):
    assert UNFINISHED.findall(path.read_text(encoding="utf-8")) == []


@bij_elk(SOURCES, name)
def test_no_score_or_prediction_about_a_person(path):
    text = path.read_text(encoding="utf-8")
    code = re.sub(r'""".*?"""|#[^\n]*', "", text, flags=re.DOTALL)
    assert JUDGING.findall(code) == []


@pytest.mark.parametrize("path", DRIVES)
def test_where_somebody_comes_from_drives_no_work(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    code = re.sub(r'""".*?"""|#[^\n]*', "", text, flags=re.DOTALL)
    assert ORIGIN.findall(code) == []
