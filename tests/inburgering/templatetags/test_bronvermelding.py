"""What stands below an outcome says the same the first time and the tenth."""

from datetime import date

from inburgering.templatetags.bronvermelding import bronvermelding, rust_op
from inburgering.wet.bron import Bron, Zekerheid


def test_every_rule_keeps_its_own_words():
    zeker = Bron("Wi2021", "15 lid 3")
    onzeker = Bron("Wi2021", "15 lid 3", Zekerheid.C, "naar <i>een</i> handreiking")
    for _ in range(2):
        assert "Wet inburgering 2021, artikel 15 lid 3" in bronvermelding(zeker)
        assert "niet bevestigd" not in bronvermelding(zeker)
        assert "niet bevestigd" in bronvermelding(onzeker)
        assert "Naar &lt;i&gt;een" in bronvermelding(onzeker)


def test_facts_are_told_by_name_and_safely():
    drawn = rust_op([("dagtekening", date(2026, 3, 12)), ("route", "<b>")])
    assert "dagtekening: 12 maart 2026</span>" in drawn
    assert "route: &lt;b&gt;</span>" in drawn
    assert rust_op("") == ""
