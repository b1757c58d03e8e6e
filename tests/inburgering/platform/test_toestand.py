"""The application manager sees what was not done and what does not agree."""

import pytest
from django.test import Client

from inburgering import outbox
from inburgering.models import (
    Bericht,
    Ketenhoofd,
    Raadpleging,
    Termijn,
    Termijnafwijking,
)
from inburgering.models.gemeente import gemeente
from inburgering.models.keten import keten
from tests.aanmelden import meld_aan
from tests.inburgering.platform.conftest import VROEG, lid_van, nieuw_traject


pytestmark = pytest.mark.django_db


@pytest.fixture
def page(delft):
    client = meld_aan(Client(), lid_van(delft, "functioneel_beheerder"))
    return lambda: client.get("/beheer/toestand/").content.decode()


def test_when_all_is_well(page):
    text = page()
    assert "geen taken die niet lukten" in text
    assert "Er zijn geen afwijkingen" in text
    assert "klopt niet" not in text


def test_what_is_not_well(page, delft, leiden):
    lid = lid_van(delft)
    with gemeente(delft):
        traject = nieuw_traject(lid)
        Termijnafwijking.objects.create(
            gemeente=delft, traject=traject, veld="status", bewaard="pip",
            berekend="aangemeld", gevonden_op=VROEG.date(), gezien_op=VROEG.date(),
        )  # fmt: skip
        Raadpleging.objects.create(gemeente=delft, moment=VROEG, inzage="dossier")
        keten(Raadpleging)
        Ketenhoofd.objects.update(volgnummer=5)
        outbox.klaarzetten("pip_brief", "1", {}, VROEG)
    with gemeente(leiden):
        outbox.klaarzetten("levering_maken", "1", {}, VROEG)
    Bericht.objects.filter(soort__in=["pip_brief", "levering_maken"]).update(dood=True)
    text = page()
    assert traject.nummer in text
    assert "Dit logboek klopt niet" in text
    assert "pip_brief" in text
    assert "levering_maken" not in text
    assert "Haddad" not in text


def test_the_number_of_questions_does_not_grow(
    page, delft, django_assert_max_num_queries
):
    lid = lid_van(delft)
    with gemeente(delft):
        for _ in range(8):
            traject = nieuw_traject(lid)
            Termijnafwijking.objects.create(
                gemeente=delft, traject=traject, veld="status", bewaard="a",
                berekend="b", gevonden_op=VROEG.date(), gezien_op=VROEG.date(),
            )  # fmt: skip
        assert Termijn.objects.exists()
    with django_assert_max_num_queries(18):
        page()
