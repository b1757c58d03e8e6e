"""Classes and who waits for them: the list, its order, and what an offer ends."""

import pytest

from inburgering.actions import wachtlijst
from inburgering.models import Aanbieder, Cursus, Wachtplek, Wachtreden
from inburgering.wet.uitkomst import NietToegestaan
from tests.elk import rij_voor_rij
from tests.inburgering.cast import VANDAAG, Leven, lid_van, maak_aanbieder, maak_cursus
from tests.inburgering.voorbeelden import d, dag, met_wachtplek, met_wachtreden


pytestmark = pytest.mark.usefixtures("aanbieder")


@pytest.fixture
def klas(aanbieder) -> Cursus:
    return Cursus.objects.get(aanbieder=aanbieder)


@pytest.fixture
def life(leven) -> Leven:
    return leven(voornamen="Rania").door_tot("leerroute").op(dag(-30))


def wacht(life: Leven, **velden) -> Wachtplek:
    return life.doe(
        "wachtlijst", "opnemen", **{"sinds": life.dag, "leerroute": "b1_route"} | velden
    ).feit


def doe_aanbod(life: Leven, **velden) -> None:
    life.doe(
        "aanbod", "doen",
        **{
            "aanbieder": Aanbieder.objects.get(naam="Taalhuis Delft"),
            "aangeboden_op": life.dag, "leerroute": "b1_route",
        } | velden,
    )  # fmt: skip


# --- Who waits --------------------------------------------------------------------------


def test_a_class_brings_its_provider_route_and_level(life, collega, aanbieder):
    klas = maak_cursus(
        collega, aanbieder, naam="Z", leerroute="z_route", niveau="A1",
        dagdelen=["maandag_avond"],
    )  # fmt: skip
    row = wacht(life, cursus=klas, leerroute="")
    assert (row.aanbieder, row.leerroute, row.niveau) == (aanbieder, "z_route", "A1")
    assert row.waarop == "Z van Taalhuis Delft"


@rij_voor_rij(
    ("velden", "woorden"),
    [
        ({}, "een klas voor de B1-route"),
        ({"niveau": "A2"}, "een klas voor de B1-route, A2"),
    ],
)
def test_any_class_in_words(velden, woorden):
    assert Wachtplek(leerroute="b1_route", **velden).waarop == woorden


def test_waiting_explains_the_offer_without_typing_it_twice(life):
    row = wacht(life)
    waits = Wachtreden.objects.get()
    assert (waits.soort, waits.reden, waits.sinds) == (
        "inburgeringsaanbod", "geen_klas", row.sinds,
    )  # fmt: skip
    life.na(5).doe(
        "wachtlijst", "beeindigen", id=row.pk, tot=life.dag, reden_einde="niet_nodig"
    )
    waits.refresh_from_db()
    assert waits.tot == life.dag
    assert life.zaak.feit == row


def test_another_explanation_stays(leven):
    life = leven().door_tot("leerroute")
    met_wachtreden(life, "kinderopvang")
    row = wacht(life)
    life.doe(
        "wachtlijst", "beeindigen", id=row.pk, tot=life.dag, reden_einde="vergissing"
    )
    waits = Wachtreden.objects.get()
    assert (waits.reden, waits.tot) == ("kinderopvang", None)


def test_the_last_of_two_ends_the_explanation(life, klas):
    first, second = wacht(life), wacht(life, cursus=klas)
    life.doe(
        "wachtlijst", "beeindigen", id=first.pk, tot=life.dag, reden_einde="niet_nodig"
    )
    assert Wachtreden.objects.get().tot is None
    life.doe(
        "wachtlijst", "beeindigen", id=second.pk, tot=life.dag, reden_einde="niet_nodig"
    )
    assert Wachtreden.objects.get().tot == life.dag


def test_who_waits_for_a_class_already_is_not_put_twice(life, klas):
    row = wacht(life, cursus=klas)
    with pytest.raises(NietToegestaan, match="al op de wachtlijst, sinds"):
        wacht(life, cursus=klas)
    other = wacht(life)
    with pytest.raises(NietToegestaan, match="al op de wachtlijst"):
        life.doe("wachtlijst", "wijzigen", id=other.pk, cursus=klas, sinds=life.dag)
    life.doe(
        "wachtlijst", "wijzigen", id=row.pk, cursus=klas, sinds=life.dag,
        dagdelen=["vrijdag_middag", "maandag_avond"],
    )  # fmt: skip
    row.refresh_from_db()
    assert row.wanneer == "Vrijdag middag; maandag avond"


def test_a_class_of_another_provider_or_nothing_at_all(life, collega, klas):
    other = maak_aanbieder(collega, "Andere school")
    with pytest.raises(NietToegestaan, match="hoort niet bij"):
        wacht(life, cursus=klas, aanbieder=other)
    with pytest.raises(NietToegestaan, match="Kies een klas of een leerroute"):
        wacht(life, leerroute="")


# --- What an offer ends -----------------------------------------------------------------


def test_an_offer_ends_what_it_gives(life, collega, klas):
    other = maak_cursus(collega, klas.aanbieder, naam="B1 avond")
    here, any_, there = wacht(life, cursus=klas), wacht(life), wacht(life, cursus=other)
    z_route = wacht(life, leerroute="z_route")
    doe_aanbod(life.na(3), cursus=klas)
    assert life.zaak.feit._meta.model_name == "inburgeringsaanbod"
    open_ = set(Wachtplek.objects.filter(tot=None))
    assert open_ == {there, z_route}
    for row in (here, any_):
        row.refresh_from_db()
        assert (row.tot, row.reden_einde) == (life.dag, "geplaatst")


def test_an_offer_of_a_day_before_does_not_end_it_before_it_began(life):
    row = wacht(life)
    doe_aanbod(life, aangeboden_op=dag(-31))
    row.refresh_from_db()
    assert row.tot == row.sinds
    assert Wachtreden.objects.get().tot == row.sinds


# --- The list ---------------------------------------------------------------------------


def test_the_list_has_who_waits_longest_first(leven, scherm, klas):
    late = leven(voornamen="Omar").door_tot("leerroute")
    early = leven(voornamen="Rania").door_tot("leerroute")
    late.op(dag(-5))
    wacht(late, cursus=klas, dagdelen=["maandag_avond"])
    wacht(early)
    page = scherm.get("/wachtlijst/")
    lines = page.context["regels"]
    assert [line["nummer"] for line in lines] == [early.nummer, late.nummer]
    assert lines[1]["dagen"] == 5
    assert lines[1]["past_niet"] is True
    assert "Rania" in page.content.decode()
    by_term = scherm.get("/wachtlijst/?volgorde=termijn").context["regels"]
    ends = [line["einde_termijn"] for line in by_term]
    assert ends == sorted(ends)
    narrowed = scherm.get(f"/wachtlijst/?cursus={klas.pk}")
    assert [line["nummer"] for line in narrowed.context["regels"]] == [late.nummer]
    assert "Klas B1 overdag" in narrowed.content.decode()


def test_the_offer_is_filled_in_from_the_list(life, scherm, klas):
    wacht(life, cursus=klas)
    url = scherm.get("/wachtlijst/").context["regels"][0]["aanbod_url"]
    form = scherm.get(url).context["form"]
    assert str(form["cursus"].value()) == str(klas.pk)
    assert str(form["aanbieder"].value()) == str(klas.aanbieder_id)
    assert form["leerroute"].value() == "b1_route"


def test_who_pays_alone_waits_too_and_gets_no_offer(leven, scherm):
    life = leven(doelgroep="gezinsmigrant_en_overige_migrant").door_tot("leerroute")
    wacht(life)
    assert scherm.get("/wachtlijst/").context["regels"][0]["aanbod_url"] == ""


def test_statements_of_the_list(leven, life, scherm, klas, hoogstens):
    wacht(life, cursus=klas)
    wacht(life)
    with hoogstens(13):
        scherm.get("/wachtlijst/")
    wacht(leven().door_tot("leerroute"), cursus=klas)
    with hoogstens(13):
        scherm.get("/wachtlijst/")


def test_who_manages_contracts_sees_numbers(life, inloggen, delft, klas):
    wacht(life, cursus=klas)
    page = inloggen(lid_van(delft, "contractbeheerder")).get("/wachtlijst/")
    assert life.nummer in page.content.decode()
    assert "Rania" not in page.content.decode()
    assert "/aanbod/doen/" not in page.content.decode()


def test_who_opens_no_cases_sees_nobody(inloggen, delft):
    client = inloggen(lid_van(delft, "functioneel_beheerder"))
    assert client.get("/wachtlijst/").status_code == 403


def test_a_closed_case_and_an_empty_list(life, scherm):
    assert "Niemand wacht op een klas" in scherm.get("/wachtlijst/").content.decode()
    wacht(life)
    life.ten_onrechte()
    assert scherm.get("/wachtlijst/").context["regels"] == []
    nothing = scherm.get("/wachtlijst/?niveau=B2").content.decode()
    assert "Hier wacht niemand op" in nothing


@pytest.mark.parametrize(
    "vraag", ["cursus=x", "aanbieder=²", "vanaf=-1", "volgorde=naam"]
)
def test_a_strange_question_narrows_nothing(life, scherm, vraag):
    wacht(life)
    assert len(scherm.get(f"/wachtlijst/?{vraag}").context["regels"]) == 1


def test_a_long_list_goes_on(life, scherm, monkeypatch, klas):
    monkeypatch.setattr("inburgering.views.wachtlijst.BLADZIJDE", 1)
    wacht(life)
    wacht(life, cursus=klas)
    first = scherm.get("/wachtlijst/").context
    second = scherm.get(f"/wachtlijst/{first['volgende_url']}").context
    assert len(first["regels"]) == len(second["regels"]) == 1
    assert first["regels"] != second["regels"]
    assert second["vorige_url"]
    assert not second["volgende_url"]


# --- The provider's page and the file ---------------------------------------------------


def test_a_provider_shows_places_taken_free_and_waiting(
    leven, life, inloggen, delft, collega, klas, hoogstens
):
    wide = maak_cursus(collega, klas.aanbieder, naam="B1 avond", plaatsen=2)
    placed = leven().door_tot("leerroute").op(dag(-3))
    doe_aanbod(placed, cursus=wide)
    wacht(life, cursus=wide)
    wacht(life, aanbieder=klas.aanbieder)
    client = inloggen(lid_van(delft, "contractbeheerder"))
    with hoogstens(13):
        page = client.get(f"/aanbieders/{klas.aanbieder_id}/")
    counts = {row.naam: rest for row, *rest in page.context["cursussen"]}
    assert counts == {"B1 avond": [1, 1, 1], "B1 overdag": [0, None, 0]}
    assert page.context["wacht_op_elke"] == 1
    assert "1 van 2" in page.content.decode()


def test_the_file_shows_the_waiting_and_offers_from_there(life, scherm, klas):
    wacht(life, cursus=klas)
    life.op(VANDAAG)
    page = scherm.get(f"/trajecten/{life.nummer}/leerroute/")
    card = page.context["wachtlijst"]["kaarten"][0]
    assert card["badge"] == "Wacht"
    assert [link["label"] for link in card["links"]] == [
        "Inburgeringsaanbod doen", "Plek op de wachtlijst wijzigen",
        "Van de wachtlijst halen",
    ]  # fmt: skip
    doe_aanbod(life, cursus=klas)
    card = scherm.get(f"/trajecten/{life.nummer}/leerroute/").context["wachtlijst"]
    assert card["kaarten"][0]["badge"] == "Heeft een plek"
    assert card["kaarten"][0]["links"] == []


def test_the_form_knows_since_when_the_offer_waits(leven, scherm):
    life = leven().door_tot("leerroute")
    met_wachtreden(life)
    since = life.dag
    life.op(VANDAAG)
    form = scherm.get(f"/trajecten/{life.nummer}/wachtlijst/opnemen/").context["form"]
    assert form["sinds"].value() == f"{since:%d-%m-%Y}"
    assert form["leerroute"].value() == "b1_route"


def test_the_end_is_not_before_the_beginning(leven, scherm):
    life = leven().door_tot("leerroute")
    met_wachtplek(life, sinds=dag(-3), dagdelen=[])
    row = Wachtplek.objects.get()
    answer = scherm.post(
        f"/trajecten/{life.nummer}/wachtlijst/{row.pk}/beeindigen/",
        {"tot": d(-4), "reden_einde": "niet_nodig"},
    )
    assert answer.status_code == 422
    assert "voor het begin" in str(answer.context["form"].errors["tot"])


def test_the_act_that_ends_nothing_asks_little(life, hoogstens):
    """An offer to who waits for nothing costs one question more."""
    school = Aanbieder.objects.get()
    with hoogstens(1):
        wachtlijst.geplaatst(life.zaak, school, None, "b1_route", life.dag)
