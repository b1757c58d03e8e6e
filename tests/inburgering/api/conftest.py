"""The API as a program calls it: JSON, a version and a key."""

import json
from uuid import uuid4

import pytest
from django.test import Client

from inburgering.models.gemeente import gemeente
from tests.aanmelden import meld_aan
from tests.inburgering.platform.conftest import (  # noqa: F401
    collega,
    delft,
    leiden,
    lid_van,
    nieuw_traject,
)


class Api:
    """Somebody who is signed in and speaks JSON."""

    def __init__(self, lid, **kw):
        self.lid = lid
        self.client = meld_aan(Client(**kw), lid) if lid else Client(**kw)

    def get(self, path, **query):
        return self.client.get(f"/api/v1/{path}", query)

    def post(self, path, body, *, versie=None, sleutel=None, **headers):
        sent = {"Idempotency-Key": str(sleutel or uuid4())} | headers
        if versie is not None:
            sent["If-Match"] = f'"{versie}"'
        return self.client.post(
            f"/api/v1/{path}", json.dumps(body), content_type="application/json",
            headers=sent,
        )  # fmt: skip

    def doe(self, nummer, handeling, body, **kw):
        return self.post(f"trajecten/{nummer}/handelingen/{handeling}", body, **kw)


@pytest.fixture
def api(collega):  # noqa: F811
    return Api(collega)


@pytest.fixture
def traject(collega):  # noqa: F811
    with gemeente(collega.gemeente):
        return nieuw_traject(collega)
