"""Does a case hold together: the page of one case, and the list of last night."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from inburgering.models import PVT, Termijnafwijking, Traject
from inburgering.models.gemeente import gemeente
from tests.inburgering.views.zaken import met_intake, met_pip, nieuw, onderweg


DAG = timedelta(days=1)


@pytest.fixture
def zaak(collega, vandaag) -> Traject:
    """A case well on its way."""
    made = nieuw(collega, vandaag - 260 * DAG, "Samira Haddad")
    met_intake(made, collega, vandaag - 250 * DAG)
    met_pip(made, collega, vandaag - 200 * DAG)
    onderweg(made, collega, vandaag - 190 * DAG)
    return Traject.objects.select_related("inburgeraar").get(pk=made.pk)


@pytest.fixture
def kapot(zaak, vandaag) -> Traject:
    """The same, with a day behind the acts that cannot be."""
    PVT.objects.filter(traject=zaak).update(begonnen_op=vandaag + 40 * DAG)
    return zaak


def test_a_case_that_holds_together_says_so(als, collega, zaak):
    page = als(collega).get(f"/trajecten/{zaak.nummer}/klopt/").content.decode()
    assert "Alles kan samen waar zijn" in page


def test_a_finding_names_the_fact_and_leads_to_its_correction(als, collega, kapot):
    page = als(collega).get(f"/trajecten/{kapot.nummer}/klopt/").content.decode()
    row = PVT.objects.get(traject=kapot)
    assert "PVT: Begonnen op" in page
    assert "ligt in de toekomst" in page
    assert f"/feit/pvt/{row.pk}/herstellen/" in page
    assert "Alles kan samen waar zijn" not in page
    assert "<summary>Waarom?</summary>" in page
    assert "Begonnen op: " in page


def test_the_list_of_last_night_shows_the_cases_of_ones_own_reach(
    als, collega, kapot, vandaag
):
    client = als(collega)
    assert (
        "Alle dossiers kloppen"
        in client.get("/werkvoorraad/klopt-niet/").content.decode()
    )
    Termijnafwijking.objects.create(
        gemeente=kapot.gemeente, traject=kapot, veld="feit pvt 1 begonnen_op",
        bewaard="", berekend="Dit ligt in de toekomst.", gevonden_op=vandaag,
        gezien_op=vandaag,
    )  # fmt: skip
    page = client.get("/werkvoorraad/klopt-niet/").content.decode()
    assert "Samira Haddad" in page
    assert "Dit ligt in de toekomst." in page
    assert f"/trajecten/{kapot.nummer}/klopt/" in page
    assert "Klopt niet <span>1</span>" in client.get("/werkvoorraad/").content.decode()


def test_the_command_names_what_is_wrong(kapot):
    out = StringIO()
    with pytest.raises(CommandError, match="1 dossiers kloppen niet"):
        call_command("controleer-dossiers", kapot.nummer, stdout=out)
    assert f"{kapot.nummer} klopt niet: pvt" in out.getvalue()
    assert "begonnen_op" in out.getvalue()


def test_the_command_passes_what_holds_together(zaak):
    out = StringIO()
    call_command("controleer-dossiers", stdout=out)
    assert "1 dossiers gecontroleerd." in out.getvalue()


def test_the_command_knows_no_such_case(collega):
    with gemeente(collega.gemeente), pytest.raises(CommandError, match="bestaat niet"):
        call_command("controleer-dossiers", "2026-99999", stdout=StringIO())
