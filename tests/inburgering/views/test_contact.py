"""Contact moments: one line with the talks, filters in the address, and who reads what."""

from datetime import date

import pytest
from django.test import Client

from inburgering import caseload
from inburgering.models import Contact
from inburgering.models.lijst import GedateerdeKeuze
from tests.inburgering.cast import VANDAAG, Leven, lid_van
from tests.inburgering.voorbeelden import CONTACT, d, dag, met_contact


pytestmark = pytest.mark.usefixtures("aanbieder")
GELDIG = CONTACT | {"gesproken_op": d(), "tolktaal": ""}


class Proeflijst(GedateerdeKeuze):
    """A list of which a word came later and a word went away."""

    OUD = "oud", "Oud woord", "", date(2022, 1, 1), date(2025, 1, 1)
    NIEUW = "nieuw", "Nieuw woord", "", date(2025, 1, 1)


@pytest.fixture
def life(leven) -> Leven:
    """Give a case with two contacts: yesterday nobody came, before that a call."""
    life = leven()
    met_contact(life)
    life.op(dag(-1)).doe(
        "contact", "vastleggen", gesproken_op=dag(-1), kanaal="kantoor",
        onderwerp="pip", met_wie="inburgeraar", uitkomst="weggebleven",
    )  # fmt: skip
    return life.op(VANDAAG)


def bekijk(client: Client, life: Leven, deel: str = "gesprekken/") -> str:
    answer = client.get(f"/trajecten/{life.nummer}/{deel}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_talks_and_contacts_are_one_line_by_day(leven, scherm) -> None:
    life = leven().door_tot("leerroute")
    life.na(5).doe("voortgangsgesprek", "voeren", gevoerd_op=life.dag, vorm="telefoon")
    met_contact(life)
    cards = scherm.get(f"/trajecten/{life.nummer}/gesprekken/").context["contact"]
    assert [card["kop"].split(",")[0] for card in cards] == [
        "Lessen en aanwezigheid", "Voortgangsgesprek",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("vraag", "te_zien"),
    [
        ("", ["PIP", "Lessen en aanwezigheid"]),
        ("?uitkomst=weggebleven", ["PIP"]),
        ("?kanaal=telefoon", ["Lessen en aanwezigheid"]),
        ("?onderwerp=lessen&kanaal=kantoor", []),
        ("?soort=gesprek", []),
        ("?soort=onzin", ["PIP", "Lessen en aanwezigheid"]),
    ],
)
def test_the_address_narrows_the_line(life, scherm, vraag, te_zien) -> None:
    answer = scherm.get(f"/trajecten/{life.nummer}/gesprekken/{vraag}")
    assert [c["kop"].split(",")[0] for c in answer.context["contact"]] == te_zien


def test_what_is_long_ago_stands_behind_a_link(life, scherm, monkeypatch) -> None:
    monkeypatch.setattr("inburgering.views.notities.MEESTE", 1)
    answer = scherm.get(f"/trajecten/{life.nummer}/gesprekken/?soort=contact")
    assert len(answer.context["contact"]) == answer.context["ouder"] == 1
    url = answer.context["ouder_url"]
    everything = scherm.get(f"/trajecten/{life.nummer}/gesprekken/{url}")
    assert len(everything.context["contact"]) == 2


def test_the_overview_says_the_last_contact_and_that_nobody_came(life, scherm) -> None:
    last = scherm.get(f"/trajecten/{life.nummer}/").context["laatste_contact"]
    assert (last["op"], last["wat"]) == (dag(-1), "PIP")
    assert "zonder afmelding" in last["uitkomst"]
    assert last["geleden"] == "1 dag geleden"


@pytest.mark.parametrize(
    ("intake", "contact", "laatste"),
    [
        (-3, None, "Gesprek van de brede intake"), (None, -3, "Lessen en aanwezigheid"),
        (-3, -4, "Gesprek van de brede intake"), (-3, -3, "Gesprek van de brede intake"),
        (-4, -3, "Lessen en aanwezigheid"),
    ],
)  # fmt: skip
def test_a_talk_of_the_intake_is_contact(
    leven, scherm, inloggen, delft, intake, contact, laatste
) -> None:
    life = leven().door_tot("brede_intake")
    if intake is not None:
        life.op(VANDAAG).doe(
            "intakegesprek", "vastleggen", gevoerd_op=dag(intake), vorm="telefoon",
            besproken="Opleiding",
        )  # fmt: skip
    if contact is not None:
        values = CONTACT | {"gesproken_op": dag(contact)}
        life.op(VANDAAG).doe("contact", "vastleggen", **values)
    url = f"/trajecten/{life.nummer}/"
    last = scherm.get(url).context["laatste_contact"]
    assert (last["op"], last["wat"]) == (
        dag(max(filter(None, [intake, contact]))),
        laatste,
    )
    row = caseload.persoon(life.lid, life.traject, VANDAAG)
    assert row.contact == last["op"]
    office = inloggen(lid_van(delft, "administratie")).get(url).context
    is_intake = laatste.startswith("Gesprek")
    assert office["laatste_contact"]["deel"] == ("" if is_intake else "gesprekken/")
    assert last["deel"] == ("intake/" if is_intake else "gesprekken/")


@pytest.mark.parametrize("rol", ["administratie", "externe_begeleider"])
def test_who_reads_no_notes_sees_that_there_was_contact_and_not_what_was_said(
    life, inloggen, delft, rol
) -> None:
    member = lid_van(delft, rol)
    life.doe("traject", "toewijzen", klantmanager=None, begeleider=member.gebruiker)
    screen = inloggen(member)
    page = bekijk(screen, life)
    assert "Lessen en aanwezigheid" in page
    assert "Komt maandag weer" not in page
    pk = Contact.objects.earliest("id").pk
    change = f"/trajecten/{life.nummer}/contact/{pk}/wijzigen/"
    assert screen.get(change).status_code == 403


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"richting": ""}, "richting", "wie begon"),
        ({"kanaal": "kantoor"}, "richting", "niet van toepassing"),
        ({"uitkomst": "afgemeld", "kanaal": "brief"}, "uitkomst", "verschijnt niemand"),
        ({"gesproken_op": d(1)}, "gesproken_op", "toekomst"),
        ({"onderwerp": "vakantie"}, "onderwerp", "mogelijkheden"),
        ({"tekst": "x" * 2001}, "tekst", "te lang"),
    ],
)
def test_what_cannot_be_is_said_where_it_was_typed(
    leven, scherm, anders, veld, melding
) -> None:
    url = f"/trajecten/{leven().nummer}/contact/vastleggen/"
    answer = scherm.post(url, GELDIG | anders)
    assert answer.status_code == 422
    assert melding in str(answer.context["form"].errors[veld])
    assert not Contact.objects.exists()


def test_a_word_of_a_list_has_its_days_and_stays_with_an_old_row() -> None:
    assert Proeflijst.te_kiezen(date(2024, 12, 31)) == [("oud", "Oud woord")]
    assert Proeflijst.te_kiezen(date(2025, 1, 1)) == [("nieuw", "Nieuw woord")]
    assert len(Proeflijst.te_kiezen(date(2025, 1, 1), ook="oud")) == 2
