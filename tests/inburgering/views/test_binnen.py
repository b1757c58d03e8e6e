"""What came in since the last working day, on the page one begins with."""

from datetime import date, timedelta

import pytest

from inburgering.actions import contact, duobesluit, examen, verlof
from inburgering.models import Examenuitslag, Gebeurtenis
from inburgering.models.dossierstuk import Dossierstuk
from inburgering.views.binnen import MEESTE, binnengekomen, vorige_werkdag
from tests.inburgering.views.zaken import (
    lid_van,
    met_intake,
    met_pip,
    nieuw,
    onderweg,
    op,
    toegewezen,
)


def dagen(n: int) -> timedelta:
    return timedelta(days=n)


@pytest.fixture
def zaak(collega, vandaag):
    """Somebody of ours who follows a route."""
    begin = vandaag - dagen(300)
    case = met_intake(nieuw(collega, begin, "Yonas Tesfay"), collega, begin + dagen(10))
    met_pip(case, collega, begin + dagen(50))
    return onderweg(
        toegewezen(case, collega, begin + dagen(60)), collega, begin + dagen(60)
    )


@pytest.fixture
def kantoor(collega):
    """Who records what comes in."""
    return lid_van(collega.gemeente, "administratie", naam="Ans Visser")


def uitslag(zaak, lid, vandaag, onderdeel="schrijven", wanneer=0):
    dag = vandaag - dagen(wanneer)
    return examen.vastleggen(
        traject=zaak, by=lid, on=op(dag), onderdeel=onderdeel, niveau="B1",
        afgelegd_op=dag - dagen(20), resultaat="geslaagd",
    ).feit  # fmt: skip


def wat(lid, vandaag) -> list[str]:
    return [line["wat"] for line in binnengekomen(lid, vandaag).get("regels", [])]


@pytest.mark.parametrize(
    ("dag", "vorige"),
    [("2026-11-20", "2026-11-19"), ("2026-11-23", "2026-11-20"),
     ("2026-11-22", "2026-11-20"), ("2026-12-28", "2026-12-24")],
)  # fmt: skip
def test_after_a_weekend_or_a_holiday_one_looks_back_over_it(dag, vorige):
    assert vorige_werkdag(date.fromisoformat(dag)) == date.fromisoformat(vorige)


def test_a_result_a_decision_and_a_call_stand_on_the_page_one_begins_with(
    als, collega, kantoor, zaak, vandaag
):
    assert "Binnengekomen" not in als(collega).get("/werkvoorraad/").content.decode()
    uitslag(zaak, kantoor, vandaag, wanneer=1)
    duobesluit.vastleggen(
        traject=zaak, by=kantoor, on=op(vandaag), besloten_op=vandaag - dagen(3),
        soort="vrijstelling_geheel", ingang=vandaag - dagen(3), grond="diploma",
    )  # fmt: skip
    contact.vastleggen(
        traject=zaak, by=kantoor, on=op(vandaag), gesproken_op=vandaag,
        kanaal="telefoon", richting="naar_ons", onderwerp="lessen", uitkomst="bereikt",
        met_wie="inburgeraar",
    )  # fmt: skip
    page = als(collega).get("/werkvoorraad/").content.decode()
    for words in (
        "Binnengekomen sinds 19 november 2026", "Yonas Tesfay: Uitslag Schrijven B1: geslaagd",
        "Besluit van DUO: Volledige vrijstelling", "Er is contact gezocht: telefonisch",
        "gisteren vastgelegd door Ans Visser", "vandaag vastgelegd door Ans Visser",
        f"/trajecten/{zaak.nummer}/examens/", "/sinds/?dag=19-11-2026",
    ):  # fmt: skip
        assert words in page, words
    assert als(collega).get("/sinds/?dag=19-11-2026").status_code == 200


def test_a_document_that_was_taken_back_did_not_come_in(
    collega, kantoor, zaak, vandaag
):
    stuk = Dossierstuk.objects.create(
        gemeente=collega.gemeente, traject=zaak, soort="brief", titel="Brief van school",
        ontvangen_op=vandaag, vastgelegd_op=vandaag, vastgelegd_door=kantoor.gebruiker,
    )  # fmt: skip
    assert wat(collega, vandaag) == ["Brief of e-mail: Brief van school"]
    stuk.ingetrokken_op, stuk.reden_intrekken = vandaag, "Van iemand anders"
    stuk.save()
    assert wat(collega, vandaag) == []


def test_not_what_one_did_oneself_nor_what_is_older(collega, kantoor, zaak, vandaag):
    uitslag(zaak, collega, vandaag)
    uitslag(zaak, kantoor, vandaag, "luisteren", wanneer=2)
    assert wat(collega, vandaag) == []


def test_a_contact_that_we_began_did_not_come_in(collega, kantoor, zaak, vandaag):
    contact.vastleggen(
        traject=zaak, by=kantoor, on=op(vandaag), gesproken_op=vandaag,
        kanaal="telefoon", richting="van_ons", onderwerp="lessen", uitkomst="bereikt",
        met_wie="inburgeraar",
    )  # fmt: skip
    assert wat(collega, vandaag) == []


def test_of_a_colleague_only_while_one_replaces(collega, kantoor, zaak, vandaag):
    other = lid_van(collega.gemeente, naam="B. Jansen", team=collega.team)
    uitslag(zaak, kantoor, vandaag)
    assert wat(other, vandaag) == []
    verlof.plannen(
        by=collega, on=op(vandaag), gebruiker=collega.gebruiker,
        vervanger=other.gebruiker, van=vandaag, tot_en_met=vandaag + dagen(5),
    )  # fmt: skip
    # The question is kept for the day, its answer never.
    assert wat(other, vandaag) == ["Uitslag Schrijven B1: geslaagd"]


@pytest.mark.parametrize("rol", ["administratie", "externe_begeleider", "auditor"])
def test_who_has_no_people_or_may_not_read_all_has_no_card(
    collega, kantoor, zaak, vandaag, rol
):
    uitslag(zaak, kantoor, vandaag)
    assert binnengekomen(lid_van(collega.gemeente, rol), vandaag) == {}


def test_a_card_is_short_and_costs_the_same_when_full(
    als, collega, kantoor, zaak, vandaag, hoogstens
):
    client = als(collega)
    with hoogstens(12) as before:
        client.get("/werkvoorraad/")
    one = uitslag(zaak, kantoor, vandaag)
    for _ in range(MEESTE):
        one.pk = None
        one.save(force_insert=True)
    assert Examenuitslag.objects.filter(vastgelegd_op=vandaag).count() == MEESTE + 1
    with hoogstens(12) as after:
        page = client.get("/werkvoorraad/").content.decode()
    assert len(after) == len(before)
    assert page.count("Uitslag Schrijven") == MEESTE
    assert "Er is nog meer." in page
    assert Gebeurtenis.objects.exists()
