"""Language and participation on one time line: months, hours, and when it was duaal."""

import re
from datetime import date
from types import SimpleNamespace

import pytest

from inburgering.models import Participatie
from inburgering.views.tijdlijn import Loop, Schaal, maanden, per_maand
from inburgering.wet.begrippen import Urensoort
from tests.inburgering.cast import VANDAAG
from tests.inburgering.voorbeelden import dag, met_aanbod, met_participatie


JAN, FEB, MRT = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
EINDE = date(2026, 3, 31)


def uren(van: date, tot: date, aantal: int, soort: str = "taalles") -> SimpleNamespace:
    return SimpleNamespace(van=van, tot_en_met=tot, uren=aantal, soort=Urensoort(soort))


def test_hours_of_a_period_are_divided_over_its_days():
    rows = [
        uren(date(2026, 1, 22), date(2026, 2, 10), 40),  # ten days in each month
        uren(FEB, date(2026, 2, 28), 8, "knm"),
        uren(JAN, EINDE, 500, "participatie"),
    ]
    assert per_maand(rows, [JAN, FEB, MRT]) == {JAN: 20, FEB: 28, MRT: 0}


@pytest.mark.parametrize(
    ("taal", "plek", "les", "duaal"),
    [
        ([Loop("A1", JAN, None)], [Loop("Stage", FEB, None)], [], [FEB, MRT]),
        ([Loop("A1", JAN, date(2026, 2, 1))], [Loop("Stage", FEB, None)], [], [FEB]),
        ([Loop("A1", JAN, date(2026, 1, 31))], [Loop("Stage", FEB, None)], [], []),
        ([], [Loop("Stage", FEB, None)], [uren(MRT, MRT, 3)], [MRT]),
        ([Loop("A1", JAN, None)], [], [uren(JAN, EINDE, 90)], []),
        ([Loop("A1", date(2026, 3, 20), None)], [Loop("Stage", JAN, None)], [], []),
    ],
)
def test_a_month_is_duaal_when_both_ran_in_it(taal, plek, les, duaal):
    """The fifteenth of March is today: what is still to come never counts."""
    months = maanden(JAN, EINDE, date(2026, 3, 15), taal, plek, les)
    assert [m.eerste for m in months if m.duaal] == duaal


def test_a_day_has_its_place_and_never_outside_the_line():
    schaal = Schaal(JAN, EINDE)
    ends = [schaal.x(JAN), schaal.x(EINDE)]
    assert schaal.x(date(2020, 1, 1)) == ends[0]
    assert schaal.x(date(2030, 1, 1)) > ends[1]
    assert schaal.balk(JAN, JAN, 0)["breedte"] >= 3
    assert schaal.balk(date(2020, 1, 1), date(2030, 1, 1), 0)["breedte"] == 630


@pytest.fixture
def life(leven, aanbieder):
    life = leven().door_tot("leerroute")
    met_aanbod(life, begonnen=True)
    met_participatie(life, na=10)
    return life.op(VANDAAG)


def test_the_line_stands_in_the_file_drawn_and_as_a_table(life, scherm):
    life.doe("uren", "vastleggen", soort="taalles", van=dag(-20), tot_en_met=dag(-1),
             uren=40)  # fmt: skip
    answer = scherm.get(f"/trajecten/{life.nummer}/leerroute/")
    line, page = answer.context["lijn"], answer.content.decode()
    assert line["aantal_duaal"] >= 2
    assert sum(m.uren for m in line["maanden"]) == 40
    assert [one["soort"] for one in line["lijnen"]] == ["nu", "termijn", "termijn"]
    drawing = re.search(r'<svg class="ib-learnline".*?</svg>', page, re.DOTALL)[0]
    assert "<title" in drawing
    assert "<desc" in drawing
    assert "style=" not in drawing
    assert "dat is duaal" in page
    assert "Dezelfde gegevens in een tabel" in page


def test_without_course_placement_or_hours_there_is_no_line(leven, scherm):
    life = leven().door_tot("leerroute").op(VANDAAG)
    answer = scherm.get(f"/trajecten/{life.nummer}/leerroute/")
    assert answer.context["lijn"] is None
    assert "Taal en participatie naast elkaar" not in answer.content.decode()


@pytest.mark.parametrize("begonnen", [date(1901, 1, 1), date(2015, 5, 5)])
def test_a_day_typed_wrong_leaves_a_line_that_can_be_drawn(life, scherm, begonnen):
    Participatie.objects.update(begin=begonnen)
    line = scherm.get(f"/trajecten/{life.nummer}/leerroute/").context["lijn"]
    assert len(line["maanden"]) <= 96
    assert line["begin"] <= VANDAAG <= line["eind"]
