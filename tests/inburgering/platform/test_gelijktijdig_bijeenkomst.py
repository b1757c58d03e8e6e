"""Two colleagues at the same meeting at the same moment: no place, no act twice."""

from datetime import time, timedelta
from uuid import uuid4

import pytest

from inburgering.actions import bijeenkomst, deelname
from inburgering.models import PVT, Deelname, Document, Gebeurtenis
from inburgering.models.gemeente import gemeente
from tests.inburgering.platform.conftest import VROEG, lid_van, nieuw_traject
from tests.inburgering.platform.test_gelijktijdig import PAREN, at_once


pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.traag]
EVENING = VROEG + timedelta(days=9)


@pytest.fixture
def people(collega, delft):
    with gemeente(delft):
        return [
            nieuw_traject(
                collega,
                v_nummer=f"{n:010d}",
                adres="Kade 1",
                postcode="2611 AA",
                woonplaats="Delft",
            )
            for n in range(PAREN)
        ]


def plan(lid, plaatsen: int):
    return bijeenkomst.plannen(
        by=lid, on=VROEG, soort="pvt", titel="PVT", dag=EVENING.date(), begin=time(9),
        einde=time(12), plaats="Zaal", taal="", tolk=False, plaatsen=plaatsen, door="",
        uren=3, ondertekenen=False,
    ).feit  # fmt: skip


def test_the_last_places_go_once(people, collega, delft):
    other = lid_van(delft)
    with gemeente(delft):
        meeting = plan(collega, 3)

    def invite(lid, cases):
        return lambda: deelname.uitnodigen_veel(
            trajecten=cases, by=lid, on=VROEG, bijeenkomst=meeting,
            uitgenodigd_op=VROEG.date(), wijze="brief", sleutel=uuid4(),
        )  # fmt: skip

    half = len(people) // 2
    works = (invite(collega, people[: half + 1]), invite(other, people[half - 1 :]))
    assert at_once(delft, *works) == ["gedaan"] * 2
    with gemeente(delft):
        assert Deelname.objects.count() == 3


def test_two_record_the_same_list(people, collega, delft):
    other = lid_van(delft)
    with gemeente(delft):
        meeting = plan(collega, len(people))
        deelname.uitnodigen_veel(
            trajecten=people, by=collega, on=VROEG, bijeenkomst=meeting,
            uitgenodigd_op=VROEG.date(), wijze="brief",
        )  # fmt: skip
        rows = list(Deelname.objects.select_related("traject").order_by("-pk"))
    results: list[deelname.Uitkomst] = []

    def record(lid, order):
        def work() -> None:
            lines = [deelname.Regel(row, "aanwezig", "") for row in order]
            results.extend(
                deelname.vastleggen_veel(
                    regels=lines, by=lid, on=EVENING, sleutel=uuid4()
                )
            )

        return work

    works = (record(collega, rows), record(other, rows[::-1]))
    assert at_once(delft, *works) == ["gedaan"] * 2
    assert {r.tekst for r in results} <= {
        "Aanwezig",
        "Was al opgeslagen",
        deelname.BEZIG,
    }
    with gemeente(delft):
        assert PVT.objects.count() == len(people)
        done = Gebeurtenis.objects.filter(handeling="deelname_vastleggen")
        assert done.count() == len(people)
        assert not Deelname.objects.exclude(aanwezigheid="aanwezig").exists()


def test_nobody_is_left_with_a_letter_that_it_is_off_when_it_goes_on(
    people, collega, delft
):
    other = lid_van(delft)
    with gemeente(delft):
        meeting = plan(collega, len(people))
        deelname.uitnodigen_veel(
            trajecten=people, by=collega, on=VROEG, bijeenkomst=meeting,
            uitgenodigd_op=VROEG.date(), wijze="brief",
        )  # fmt: skip
        bijeenkomst.afgelasten(by=collega, on=VROEG, id=meeting.pk, reden="Ziek")
        rows = list(Deelname.objects.select_related("traject").order_by("pk"))
    written: list[deelname.Uitkomst] = []

    def write() -> None:
        written.extend(deelname.schrijven_veel(deelnames=rows, by=collega, on=VROEG))

    def resume() -> None:
        bijeenkomst.hervatten(by=other, on=VROEG, id=meeting.pk)

    assert at_once(delft, write, resume) == ["gedaan"] * 2
    made = sum(found.gelukt for found in written)
    with gemeente(delft):
        letters = Document.objects.order_by("id").values_list("feit_id", "soort")
        newest = dict(letters)
        assert len(newest) == len(people)
        assert set(newest.values()) == {"groepsuitnodiging"}
        assert len(letters) == len(people) + 2 * made
