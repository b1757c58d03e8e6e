"""What if: the page answers, says what would be refused, and keeps nothing."""

from datetime import timedelta

import pytest

from inburgering.models import Gebeurtenis, Raadpleging, Traject
from inburgering.templatetags.opmaak import datum
from tests.inburgering.views.zaken import met_intake, met_pip, nieuw, toegewezen


DAG = timedelta(days=1)


@pytest.fixture
def zaak(collega, vandaag) -> Traject:
    """A case with a decided plan (B1-route)."""
    begin = vandaag - 260 * DAG
    made = toegewezen(nieuw(collega, begin, "Samira Haddad"), collega, begin)
    met_intake(made, collega, vandaag - 250 * DAG)
    met_pip(made, collega, vandaag - 200 * DAG)
    return Traject.objects.select_related("inburgeraar").get(pk=made.pk)


def vraag(client, zaak, status=200, **velden):
    answer = client.get(f"/trajecten/{zaak.nummer}/wat-als/", velden)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_empty_page_invites_and_asks_nothing_yet(als, collega, zaak):
    page = vraag(als(collega), zaak)
    assert "Nog niets gevraagd" in page


def test_another_route_changes_parts_and_not_the_term(als, collega, zaak):
    page = vraag(als(collega), zaak, leerroute="z_route")
    assert "Eindgesprek Z-route" in page
    assert "Hoort er niet meer bij" in page
    assert "Leerroute, Z-route" in page


def test_an_extension_moves_the_last_day(als, collega, zaak, vandaag):
    dag = vandaag + 1500 * DAG
    page = vraag(als(collega), zaak, verlengd=f"{dag:%d-%m-%Y}")
    assert f"tot en met {datum(dag)}" in page


def test_what_would_be_refused_is_said_with_its_article(als, collega, zaak):
    page = vraag(als(collega), zaak, niveau="A2")
    assert "Dit zou worden geweigerd" in page
    assert "600 taaluren" in page
    assert "17 lid 3" in page


def test_a_plan_from_before_the_law_would_be_refused(als, collega, zaak):
    page = vraag(als(collega), zaak, dagtekening="01-01-2021")
    assert "Een PIP van voor 1 januari 2022 bestaat niet in deze wet" in page


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"dagtekening": "31-02-2026"}, "bestaat niet in de kalender"),
        ({"verlengd": "straks"}, "Schrijf de datum"),
        ({"leerroute": "zomaar"}, "Kies een van de mogelijkheden"),
        ({"leerroute": ""}, "een veld is genoeg"),
    ],
)
def test_a_mistake_is_told_where_it_was_typed(als, collega, zaak, velden, melding):
    page = vraag(als(collega), zaak, 422, **velden)
    assert "Nog niet uitgerekend" in page
    assert "Nog niets gevraagd" not in page
    assert melding in page
    typed = [value for name, value in velden.items() if name != "leerroute"]
    assert all(value in page for value in typed)


def test_nothing_is_kept_but_the_look_itself(als, collega, zaak):
    before = (Traject.objects.get(pk=zaak.pk).versie, Gebeurtenis.objects.count())
    looks = Raadpleging.objects.count()
    vraag(als(collega), zaak, leerroute="z_route", gehaald="knm")
    assert (
        Traject.objects.get(pk=zaak.pk).versie,
        Gebeurtenis.objects.count(),
    ) == before
    assert Raadpleging.objects.count() == looks + 1


def test_the_page_costs_as_much_with_an_answer_as_without(
    als, collega, zaak, django_assert_max_num_queries
):
    client = als(collega)
    with django_assert_max_num_queries(12):
        vraag(client, zaak, leerroute="z_route")
