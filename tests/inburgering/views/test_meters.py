"""A result is in: at once what it changed, and the next step as a task ready to make."""

import pytest
from django.test import Client

from inburgering.models import Taak
from tests.inburgering.cast import VANDAAG, Leven, lid_van
from tests.inburgering.voorbeelden import d, dag


pytestmark = pytest.mark.usefixtures("aanbieder")


@pytest.fixture
def life(leven) -> Leven:
    """Give a case on the B1-route."""
    return leven().door_tot("leerroute").op(VANDAAG)


def examen(client: Client, life: Leven, resultaat: str):
    typed = {
        "onderdeel": "spreken", "niveau": "B1", "afgelegd_op": d(-1),
        "resultaat": resultaat, "herkomst": "duo",
    }  # fmt: skip
    return client.post(
        f"/trajecten/{life.nummer}/examen/vastleggen/", typed, follow=True
    )


def standen(answer) -> dict[str, str]:
    return {meter.naam: meter.stand for meter in answer.context["meters"]}


@pytest.mark.parametrize(
    ("resultaat", "open_", "stap"),
    [
        ("geslaagd", "6 van 7", "Plan het examen"),
        ("gezakt", "7 van 7", "Plan een nieuwe poging: Spreken"),
    ],
)
def test_after_a_result_one_lands_on_what_it_changed(
    life, scherm, resultaat, open_, stap
) -> None:
    answer = examen(scherm, life, resultaat)
    assert answer.redirect_chain == [(f"/trajecten/{life.nummer}/examens/", 302)]
    assert standen(answer)["Open onderdelen"] == open_
    assert answer.context["volgende_stap"]["wat"].startswith(stap)
    assert "Laatst binnen: Spreken" in answer.content.decode()


def test_the_next_step_becomes_a_task_in_two_clicks(life, scherm) -> None:
    step = examen(scherm, life, "gezakt").context["volgende_stap"]
    form = scherm.get(step["taak_url"]).context["form"]
    assert form["omschrijving"].value() == "Plan een nieuwe poging: Spreken"
    assert form["uiterlijk"].value() == f"{dag(14):%d-%m-%Y}"
    typed = {name: form[name].value() or "" for name in form.fields}
    answer = scherm.post(step["taak_url"], typed)
    assert answer.status_code == 302
    task = Taak.objects.get()
    assert task.omschrijving == "Plan een nieuwe poging: Spreken"
    # Made once, it stands there and is not offered again.
    url = f"/trajecten/{life.nummer}/examens/"
    again = scherm.get(url)
    assert again.context["volgende_stap"]["taak_url"] == ""
    assert "Staat als taak klaar, uiterlijk 24 juni 2026" in again.content.decode()
    life.doe("taak", "afronden", id=task.pk, klaar_op=VANDAAG, uitkomst="Gebeld")
    assert scherm.get(url).context["volgende_stap"]["taak_url"]


def test_the_same_meters_stand_on_the_overview(life, scherm) -> None:
    file = scherm.get(f"/trajecten/{life.nummer}/")
    part = scherm.get(f"/trajecten/{life.nummer}/examens/")
    assert standen(file) == standen(part)
    assert file.context["volgende_stap"] == part.context["volgende_stap"]


def test_who_makes_no_tasks_sees_the_step_and_no_task(life, inloggen, delft) -> None:
    answer = examen(inloggen(lid_van(delft, "administratie")), life, "gezakt")
    step = answer.context["volgende_stap"]
    assert (step["taak_url"], bool(step["url"])) == ("", True)


@pytest.mark.parametrize(
    ("vraag", "gevuld"),
    [
        ("omschrijving=Bel&uiterlijk=geen-dag", "Bel"),
        ("omschrijving=" + "x" * 300, "x" * 300),
        ("omschrijving=%3Cscript%3E", "<script>"),
    ],
)
def test_what_an_address_fills_in_is_only_a_start(life, scherm, vraag, gevuld) -> None:
    url = f"/trajecten/{life.nummer}/taak/maken/?{vraag}&versie=1&sleutel=x&voor=9"
    page = scherm.get(url)
    assert page.status_code == 200
    form = page.context["form"]
    assert form["omschrijving"].value() == gevuld
    assert "<script>Bel" not in page.content.decode()
    assert form["versie"].value() == life.traject.versie
    assert form["voor"].value() is None
