"""Tasks of one's own: in the file, in the worklist, and with whom."""

import pytest
from django.test import Client

from inburgering.models import Taak, Termijn
from inburgering.wet.begrippen import Termijnsoort
from tests.inburgering.cast import VANDAAG, Leven, lid_van
from tests.inburgering.voorbeelden import d, dag, met_taak


pytestmark = pytest.mark.usefixtures("aanbieder")


@pytest.fixture
def life(leven) -> Leven:
    """Give a case with one open task, made a day after registering."""
    life = leven()
    met_taak(life)
    return life.op(VANDAAG)


def in_lijst(client: Client, selectie: str = "alles") -> str:
    return client.get(f"/werkvoorraad/?selectie={selectie}").content.decode()


def term() -> Termijn:
    return Termijn.objects.get(soort=Termijnsoort.TAAK)


def doe(life: Leven, verb: str, **velden: object) -> None:
    life.doe("taak", verb, id=Taak.objects.get().pk, **velden)


def test_a_task_stands_in_the_file_and_in_the_worklist(life, inloggen, delft) -> None:
    lead = inloggen(lid_van(delft, "teamleider"))
    page = lead.get(f"/trajecten/{life.nummer}/").content.decode()
    assert "Bel de school" in page
    work = in_lijst(lead, "team")
    taak = Taak.objects.get()
    assert "Bel de school" in work
    assert f"/trajecten/{life.nummer}/taak/{taak.pk}/afronden/" in work


def test_a_finished_task_leaves_the_worklist_and_stays_in_the_file(
    life, inloggen, delft
) -> None:
    doe(life, "afronden", klaar_op=VANDAAG, uitkomst="Er is plek op maandag")
    lead = inloggen(lid_van(delft, "teamleider"))
    assert "Bel de school" not in in_lijst(lead, "team")
    page = lead.get(f"/trajecten/{life.nummer}/").content.decode()
    assert "Er is plek op maandag" in page
    assert (term().voldaan_op, term().klantmanager_id) == (VANDAAG, None)

    doe(life, "heropenen")
    assert term().voldaan_op is None
    assert "Bel de school" in in_lijst(lead, "team")


def test_a_task_follows_the_case_unless_it_is_for_somebody(life, delft) -> None:
    first, second = lid_van(delft, "teamleider"), lid_van(delft, "jurist_bezwaar")
    life.doe("traject", "toewijzen", klantmanager=first.gebruiker)
    assert term().klantmanager_id == first.gebruiker_id

    doe(life, "wijzigen", omschrijving="Bel", uiterlijk=dag(3), voor=second.gebruiker)
    life.doe("traject", "toewijzen", klantmanager=life.lid.gebruiker)
    assert term().klantmanager_id == second.gebruiker_id
    assert term().uiterlijk == dag(3)


@pytest.mark.parametrize("rol", ["administratie", "externe_begeleider"])
def test_who_reads_no_notes_reads_no_tasks(life, inloggen, delft, rol) -> None:
    member = lid_van(delft, rol)
    life.doe("traject", "toewijzen", klantmanager=None, begeleider=member.gebruiker)
    screen = inloggen(member)
    assert "Bel de school" not in in_lijst(screen)
    page = screen.get(f"/trajecten/{life.nummer}/")
    assert page.status_code == 200
    assert "Bel de school" not in page.content.decode()


@pytest.mark.parametrize(
    ("uiterlijk", "melding"), [(-1, "al voorbij"), (0, ""), (1, "")]
)
def test_a_task_is_for_today_or_later(life, scherm, uiterlijk, melding) -> None:
    answer = scherm.post(
        f"/trajecten/{life.nummer}/taak/maken/",
        {"omschrijving": "Mail DUO", "uiterlijk": d(uiterlijk)},
    )
    if not melding:
        assert answer.status_code == 302
        return
    assert answer.status_code == 422
    assert melding in str(answer.context["form"].errors["uiterlijk"])
    assert Taak.objects.count() == 1


def test_a_colleague_who_was_first_is_said_in_words(life, scherm) -> None:
    url = f"/trajecten/{life.nummer}/taak/{Taak.objects.get().pk}/afronden/"
    assert scherm.get(url).status_code == 200
    doe(life, "afronden", klaar_op=VANDAAG)

    assert scherm.get(url).status_code == 409
    answer = scherm.post(url, {"klaar_op": d(), "uitkomst": "Gebeld"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "al afgerond" in page
    assert "Gebeld" in page
    assert Taak.objects.get().uitkomst == ""


def test_a_task_of_another_case_is_not_found(life, leven, scherm) -> None:
    other = leven()
    pk = Taak.objects.get().pk
    url = f"/trajecten/{other.nummer}/taak/{pk}/afronden/"
    assert scherm.get(url).status_code == 404


def test_the_nightly_check_leaves_a_task_alone(life) -> None:
    """A task is no term of the law, so the law has nothing to say about it."""
    life.na(1).doe(
        "notitie", "toevoegen", onderwerp="Iets anders", tekst="Gebeurde ook"
    )
    life.doe("traject", "toewijzen", klantmanager=life.lid.gebruiker)
    assert (term().vervallen, term().uiterlijk) == (False, Taak.objects.get().uiterlijk)
