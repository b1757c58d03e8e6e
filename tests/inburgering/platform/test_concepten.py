"""Drafts take whatever is typed, and are gone after thirty days."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from inburgering.actions import onderhoud
from inburgering.models import Concept
from inburgering.models.gemeente import gemeente
from tests.aanmelden import meld_aan
from tests.inburgering.platform.conftest import nieuw_traject


pytestmark = pytest.mark.django_db


@pytest.fixture
def url(collega):
    with gemeente(collega.gemeente):
        return f"/concepten/{nieuw_traject(collega).nummer}/"


def test_anything_typed_is_kept_or_told(collega, delft, url):
    client = meld_aan(Client(), collega)
    for value in ("a\0b", "\u202e💥", "x" * 150_000, "'; --"):
        answer = client.post(
            f"{url}pip_opstellen/", {"wensen": value, "a\0": ["1", "\0"]}
        )
        assert answer.status_code == 200
        with gemeente(delft):
            assert Concept.objects.get().inhoud["wensen"] == value.replace("\0", "")
    too_long = client.post(f"{url}{'x' * 300}/", {"wensen": "a"})
    too_large = client.post(f"{url}pip_opstellen/", {"wensen": "x" * 250_000})
    assert b"Te lang" in too_long.content
    assert b"Te lang" in too_large.content


def test_no_bsn_is_kept_in_a_draft(collega, delft, url):
    meld_aan(Client(), collega).post(f"{url}traject_aanvullen/", {"bsn": "111222333"})
    with gemeente(delft):
        assert Concept.objects.get().inhoud == {}


def test_after_thirty_days_the_sweep_throws_it_away(collega, delft, leiden, url):
    client = meld_aan(Client(), collega)
    client.post(f"{url}pip_opstellen/", {"wensen": "werk"})
    now = timezone.localtime()
    onderhoud.vegen(now + timedelta(days=29))
    with gemeente(delft):
        assert Concept.objects.count() == 1
    onderhoud.vegen(now + timedelta(days=31))
    with gemeente(delft):
        assert not Concept.objects.exists()


def test_a_draft_that_comes_after_its_act_is_not_kept(collega, delft, url):
    """It was on its way when the act was done; the next form begins empty."""
    client = meld_aan(Client(), collega)
    nummer = url.split("/")[2]
    sleutel, ander = str(uuid4()), str(uuid4())
    words = {
        "soort": "algemeen", "deelbaar": "nee", "onderwerp": "Bellen", "tekst": "Gebeld",
    }  # fmt: skip
    typed = words | {"sleutel": sleutel}
    page = f"/trajecten/{nummer}/notitie/toevoegen/"
    assert client.post(page, typed).status_code == 302
    draft = f"{url}notitie_toevoegen/"
    assert client.post(draft, typed).status_code == 200
    with gemeente(delft):
        assert not Concept.objects.exists()
    for key in (ander, "geen sleutel", ""):
        client.post(draft, typed | {"sleutel": key})
        with gemeente(delft):
            assert Concept.objects.get().inhoud == words
            Concept.objects.all().delete()
