"""The description of the API keeps the design rules of the government, and is true."""

import os
import re
import sys
from pathlib import Path

import pytest
import yaml

from inburgering.api.schema import beschrijving
from inburgering.authorization.spil import NIET_IN_API, OP_EEN_TRAJECT
from tests.inburgering.api.regels import RULES


@pytest.fixture(scope="module")
def doc():
    return beschrijving()


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_of_the_government(doc, rule):
    assert list(RULES[rule](doc)) == []


def test_every_rule_of_the_official_linter_is_checked():
    folder = Path(os.environ.get("SPECS_DIR", ""), "nlgov-api-design-rules")
    if not (folder / "linter.yaml").exists():
        sys.stdout.write(
            "No official linter in SPECS_DIR; its list was not compared.\n"
        )
        return
    official = yaml.safe_load((folder / "linter.yaml").read_text())["rules"]
    assert {re.sub(r"[:-]", "_", name) for name in official} == set(RULES)


def test_a_broken_description_is_found(doc):
    broken = doc | {"info": {"version": "een"}, "servers": [{"url": "http://x/api"}]}
    found = {
        name for name in RULES if name != "oas3_schema" and list(RULES[name](broken))
    }
    assert found == {
        "info_contact", "nlgov_info_contact_fields_exist", "nlgov_semver",
        "nlgov_servers_use_https", "nlgov_include_major_version_in_uri",
    }  # fmt: skip


def test_every_act_on_a_case_has_an_address_with_a_body_of_its_own(doc):
    for act in OP_EEN_TRAJECT:
        path = f"/trajecten/{{nummer}}/handelingen/{act.noun}-{act.verb}"
        if act in NIET_IN_API:
            assert path not in doc["paths"]
            continue
        body = doc["paths"][path]["post"]["requestBody"]["content"]["application/json"]
        assert body["schema"]["properties"], path


def test_a_body_asks_what_the_form_asks(doc):
    post = doc["paths"]["/trajecten/{nummer}/handelingen/pip-vaststellen"]["post"]
    body = post["requestBody"]["content"]["application/json"]["schema"]
    assert body["required"] == ["dagtekening"]
    assert body["properties"]["dagtekening"]["format"] == "date"


def test_the_answer_describes_all_that_the_law_says(doc):
    schemas = doc["components"]["schemas"]
    assert "termijnen" in schemas["Stand"]["properties"]
    assert {"reden", "bron", "uiterlijk"} <= set(schemas["Termijn"]["properties"])
    assert "bsn" not in " ".join(schemas["Dossier"]["properties"]).replace(
        "bsnBekend", ""
    )
