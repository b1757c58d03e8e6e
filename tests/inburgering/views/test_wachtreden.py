"""What a step waits for: set in two clicks, on the term and in the worklist, one at a time."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from inburgering.models import Termijn, Wachtreden
from inburgering.models.wachtreden import Reden
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.cast import VANDAAG, Leven, lid_van
from tests.inburgering.voorbeelden import d, dag, met_taak, met_wachtreden


pytestmark = pytest.mark.usefixtures("aanbieder")
STAP = "inburgeringsaanbod-1"


@pytest.fixture
def life(leven) -> Leven:
    """Give a case of which the offer waits for a place in a class."""
    life = leven().door_tot("leerroute")
    met_wachtreden(life)
    return life.op(VANDAAG)


def bekijk(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def lijst(client: Client, vraag: str = "") -> list[tuple[str, str]]:
    answer = client.get(f"/werkvoorraad/?selectie=team{vraag}")
    return [
        (regel.taak, regel.wacht)
        for groep in answer.context["groepen"]
        for regel in groep["regels"]
    ]


def test_a_wait_stands_on_the_term_and_in_the_worklist(life, inloggen, delft) -> None:
    lead = inloggen(lid_van(delft, "teamleider"))
    file = bekijk(lead, f"/trajecten/{life.nummer}/")
    assert "wacht op plek in een klas" in file
    assert f"/wachtreden/vastleggen/?stap={STAP}" in file
    assert ("Inburgeringsaanbod doen", "wacht op plek in een klas") in lijst(lead)
    work = bekijk(lead, "/werkvoorraad/?selectie=team")
    assert f"/wachtreden/vastleggen/?stap={STAP}" in work


def test_two_clicks_a_link_that_knows_the_step_and_a_reason(life, scherm) -> None:
    url = f"/trajecten/{life.nummer}/wachtreden/vastleggen/"
    page = bekijk(scherm, f"{url}?stap={STAP}")
    assert f'value="{STAP}" selected' in page
    assert 'name="reden" value="kinderopvang"' in page
    assert "schuift geen termijn van de wet" in page
    answer = scherm.post(url, {"stap": STAP, "sinds": d(), "reden": "kinderopvang"})
    assert answer.status_code == 302


def test_another_reason_ends_the_one_before(life) -> None:
    life.doe("wachtreden", "vastleggen", stap=STAP, reden="kinderopvang", sinds=dag(-1))
    former, now = Wachtreden.objects.order_by("id")
    assert (former.reden, former.tot) == ("geen_klas", dag(-1))
    assert (now.reden, now.tot) == ("kinderopvang", None)
    now.tot = None
    now.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        now.save()


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"reden": ""}, "reden", "Kies"),
        ({"reden": "geen_zin"}, "reden", "mogelijkheden"),
        ({"reden": "geen_klas"}, "reden", "wacht hier al op"),
        ({"sinds": d(1)}, "sinds", "toekomst"),
        ({"sinds": d(-300)}, "sinds", "op die dag of later"),
        ({"stap": "pip_vaststellen-1"}, "stap", "mogelijkheden"),
        ({"stap": "pip_bezwaar-1"}, "stap", "mogelijkheden"),
    ],
)
def test_what_cannot_be_is_said_where_it_was_chosen(
    life, scherm, anders, veld, melding
) -> None:
    typed = {"stap": STAP, "sinds": d(-2), "reden": "duo"} | anders
    answer = scherm.post(f"/trajecten/{life.nummer}/wachtreden/vastleggen/", typed)
    assert answer.status_code == 422
    assert melding in str(answer.context["form"].errors[veld])
    assert typed["sinds"] in answer.content.decode()
    assert Wachtreden.objects.get().tot is None


def test_a_step_that_a_colleague_finished_meanwhile_does_not_wait(life) -> None:
    with pytest.raises(NietToegestaan, match="niet meer open"):
        life.doe("wachtreden", "vastleggen", stap="pip_vaststellen-1", reden="duo",
                 sinds=VANDAAG)  # fmt: skip


@pytest.mark.parametrize(
    ("tot", "melding"), [(d(-300), "voor het begin"), (d(1), "toekomst")]
)
def test_the_end_is_after_the_beginning_and_not_to_come(
    life, scherm, tot, melding
) -> None:
    pk = Wachtreden.objects.get().pk
    url = f"/trajecten/{life.nummer}/wachtreden/{pk}/beeindigen/"
    answer = scherm.post(url, {"tot": tot})
    assert answer.status_code == 422
    assert melding in str(answer.context["form"].errors["tot"])


def test_ended_waiting_is_gone_from_term_and_worklist(life, inloggen, delft) -> None:
    life.doe("wachtreden", "beeindigen", id=Wachtreden.objects.get().pk, tot=VANDAAG)
    lead = inloggen(lid_van(delft, "teamleider"))
    assert "wacht op plek" not in bekijk(lead, f"/trajecten/{life.nummer}/")
    assert ("Inburgeringsaanbod doen", "") in lijst(lead)


def test_waiting_moves_no_term(life) -> None:
    before = list(Termijn.objects.order_by("id").values())
    life.doe("wachtreden", "vastleggen", stap=STAP, reden="wonen", sinds=VANDAAG)
    assert list(Termijn.objects.order_by("id").values()) == before


@pytest.mark.parametrize(
    ("wacht", "te_zien"),
    [("ja", True), ("geen_klas", True), ("duo", False), ("nee", False)],
)
def test_the_address_of_the_worklist_narrows_by_what_is_waited_for(
    life, inloggen, delft, wacht, te_zien
) -> None:
    found = dict(lijst(inloggen(lid_van(delft, "teamleider")), f"&wacht={wacht}"))
    assert ("Inburgeringsaanbod doen" in found) == te_zien


@pytest.mark.parametrize("rol", ["administratie", "externe_begeleider"])
def test_health_is_one_word_and_only_for_who_reads_notes(
    leven, inloggen, delft, rol
) -> None:
    life = leven().door_tot("leerroute")
    met_wachtreden(life, Reden.GEZONDHEID.value)
    member = lid_van(delft, rol)
    life.doe("traject", "toewijzen", klantmanager=None, begeleider=member.gebruiker)
    screen = inloggen(member)
    for url in (f"/trajecten/{life.nummer}/", "/werkvoorraad/?selectie=alles"):
        assert "ezondheid" not in bekijk(screen, url)
    narrowed = screen.get("/werkvoorraad/?selectie=alles&wacht=gezondheid")
    everything = screen.get("/werkvoorraad/?selectie=alles")
    assert narrowed.context["totaal"] == everything.context["totaal"]
    met_wachtreden(life, Reden.KLAS.value)
    assert "wacht op plek in een klas" in bekijk(screen, f"/trajecten/{life.nummer}/")


def test_a_step_that_is_done_waits_no_more_and_nothing_is_lost(life, scherm) -> None:
    life.doe("wachtreden", "vastleggen", stap="voortgangsgesprek-1", reden="wonen",
             sinds=VANDAAG)  # fmt: skip
    life.doe("voortgangsgesprek", "voeren", gevoerd_op=VANDAAG, vorm="telefoon")
    page = scherm.get(f"/trajecten/{life.nummer}/")
    (over,) = page.context["wacht_anders"]
    assert (over["stap"], over["wacht_op"]) == ("Voortgangsgesprek voeren", "woning")
    assert over["beeindigen"] in page.content.decode()


def test_the_end_of_waiting_of_a_step_that_is_done_offers_no_undoing(
    life, scherm
) -> None:
    life.doe("wachtreden", "vastleggen", stap="voortgangsgesprek-1", reden="wonen",
             sinds=VANDAAG)  # fmt: skip
    row = Wachtreden.objects.get(soort="voortgangsgesprek")
    url = f"/trajecten/{life.nummer}/wachtreden/{row.pk}"
    for done, offered in ((False, True), (True, False)):
        if done:
            life.doe("voortgangsgesprek", "voeren", gevoerd_op=VANDAAG, vorm="telefoon")
        page = scherm.post(f"{url}/beeindigen/", {"tot": d()}, follow=True)
        assert (f'action="{url}/hervatten/"' in page.content.decode()) is offered
        if offered:
            scherm.post(f"{url}/hervatten/")


def test_a_task_can_wait_too(leven, inloggen, delft) -> None:
    life = leven()
    met_taak(life)
    term = Termijn.objects.get(soort="taak")
    life.doe("wachtreden", "vastleggen", stap=f"taak-{term.volgnummer}", reden="duo",
             sinds=life.dag)  # fmt: skip
    life.op(VANDAAG)
    lead = inloggen(lid_van(delft, "teamleider"))
    assert ("Bel de school", "wacht op DUO") in lijst(lead)
