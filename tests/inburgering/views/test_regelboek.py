"""The rule book on the screen: every row, found by word, number or article; a drawing."""

import re
from itertools import combinations

import pytest

from inburgering.views.tekening import HEIGHT, PIJLEN_GETEKEND, VAKKEN, WIDTH
from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.handelingen import HANDELINGEN
from inburgering.wet.levensloop import PIJLEN
from inburgering.wet.parameters import PLANNING, WETTELIJK


@pytest.fixture
def zoek(als, collega):
    client = als(collega)
    return lambda **q: client.get("/regelboek/", q)


def rijen(answer) -> list[list[str]]:
    return [
        cellen
        for hoofdstuk in answer.context["hoofdstukken"]
        for deel in hoofdstuk.delen
        for tabel in deel.tabellen
        for cellen, _ in tabel.rijen
    ]


def test_every_number_and_every_act_is_there(zoek):
    answer = zoek()
    names = {cellen[0] for cellen in rijen(answer)}
    assert {rij.naam for rij in WETTELIJK + PLANNING} <= names
    page = answer.content.decode()
    assert all(f"<h3>{act.label}</h3>" in page for act in HANDELINGEN)
    assert "###" not in page
    assert "```" not in page


@pytest.mark.parametrize(
    ("woorden", "naam"),
    [
        ("besluit 5.3", "pip_weken"),
        ("artikel 5.3", "pip_weken"),
        ("Besluit art. 5.3", "pip_weken"),
        ("600 uren", "afschalen_uren"),
        ("BEZWAARTERMIJN", "pip_bezwaar_weken"),
        ("participatieverklaringstraject omvang", "pvt_uren"),
        ("SS113", "SS113"),
        ("vrijstelling leerroute ingetrokken", "SS129"),
        ("belgie", "vrijstelling"),
        ("CURAÇAO", "vrijstelling"),
        ("curacao", "vrijstelling"),
    ],
)
def test_a_rule_is_found_by_article_number_and_word(zoek, woorden, naam):
    answer = zoek(q=woorden)
    found = rijen(answer)
    assert naam in {cellen[0] for cellen in found}
    assert "termijn_jaren" not in {cellen[0] for cellen in found}
    assert answer.context["aantal"] >= len(found)
    assert "gevonden" in answer.content.decode()


def test_an_act_is_found_with_what_it_requires(zoek):
    page = zoek(q="leerbaarheidstoets ontbreekt").content.decode()
    assert "<h3>PIP vaststellen</h3>" in page
    assert "<h3>PVT starten</h3>" not in page


def test_nothing_found_says_so_and_leads_back(zoek):
    answer = zoek(q="zevenmijlslaarzen")
    page = answer.content.decode()
    assert answer.context["aantal"] == 0
    assert "Geen regel gevonden" in page
    assert 'href="/regelboek/"' in page


@pytest.mark.parametrize("leeg", ["", "   "])
def test_an_empty_search_shows_everything(zoek, leeg):
    assert len(rijen(zoek(q=leeg))) == len(rijen(zoek()))


def test_what_is_typed_is_not_html(zoek):
    assert "<script>alert" not in zoek(q="<script>alert(1)</script>").content.decode()


def test_what_is_not_confirmed_is_marked(zoek):
    page = zoek(q="leerroute_wijzigen_maanden").content.decode()
    assert "niet bevestigd</span>" in page
    assert "niet bevestigd</span>" not in zoek(q="termijn_jaren").content.decode()


# --- The drawing ----------------------------------------------------------------------


def test_every_state_has_a_box_and_every_arrow_is_drawn_once():
    assert set(VAKKEN) == set(Trajectstatus)
    drawn = [arrow for pijl in PIJLEN_GETEKEND for arrow in pijl.staat_voor]
    assert sorted(drawn) == sorted(PIJLEN)


def test_an_arrow_has_two_heads_when_it_goes_both_ways():
    for pijl in PIJLEN_GETEKEND:
        both = any((b, a) in pijl.staat_voor for a, b in pijl.staat_voor)
        assert pijl.heen_en_weer == both


def test_the_drawing_fits_its_paper_and_no_boxes_overlap():
    for pijl in PIJLEN_GETEKEND:
        points = [int(n) for n in re.findall(r"\d+", pijl.pad)]
        assert max(points) <= WIDTH
    for one, other in combinations(VAKKEN.values(), 2):
        assert (one.x, one.y) != (other.x, other.y)
    assert max(vak.y for vak in VAKKEN.values()) < HEIGHT


def test_the_drawing_stands_on_the_page_and_not_among_what_was_found(zoek):
    assert "<svg class=" in zoek().content.decode()
    assert "ib-diagram" not in zoek(q="pip_weken").content.decode()
