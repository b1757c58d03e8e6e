"""A number in an address that is no number: the page as if nothing was asked."""

import pytest

from inburgering.actions import aanbieder
from inburgering.views.http import heel_getal
from tests.inburgering.views.zaken import lid_van, nieuw, op


VREEMD = ("²", "٢", "9" * 19, "9" * 5000, "-1", "1.5", "x", "")
PAGINAS = {
    "klantmanager": (
        "/trajecten/?voor={}", "/werkvoorraad/?na=2026-11-29-{}", "/werkvoorraad/?na={}",
    ),
    "contractbeheerder": ("/aanbieders/{aanbieder}/?na={}-1", "/aanbieders/{aanbieder}/?na=1-{}"),
    "privacyfunctionaris": ("/toegangslog/?voor={}",),
}  # fmt: skip


@pytest.mark.parametrize("rol", PAGINAS)
def test_a_number_that_cannot_be_is_not_read(als, delft, collega, vandaag, rol):
    nieuw(collega, vandaag, "Samira Haddad")
    school = aanbieder.vastleggen(
        by=collega, on=op(vandaag), naam="Taalhuis", keurmerk="geen", actief=True
    ).feit
    client = als(lid_van(delft, rol))
    for page in PAGINAS[rol]:
        for number in VREEMD:
            url = page.replace("{aanbieder}", str(school.pk)).format(number)
            assert client.get(url).status_code == 200, url[:60]


@pytest.mark.parametrize("number", VREEMD)
def test_a_case_that_cannot_be_is_not_handed_over(als, teamleider, number):
    answer = als(teamleider).post("/werkvoorraad/overdragen/", {"traject": number})
    assert answer.status_code < 500


@pytest.mark.parametrize("number", VREEMD)
def test_no_number_is_read_from_what_is_none(number):
    assert heel_getal(number) is None


@pytest.mark.parametrize("number", ["0", "7", "007", "9" * 18])
def test_a_number_is_read(number):
    assert heel_getal(number) == int(number)
