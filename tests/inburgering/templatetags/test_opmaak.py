"""Dates, terms and hours as a reader meets them."""

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.template.loader import render_to_string

from inburgering.templatetags.opmaak import (
    dag_en_datum,
    datum,
    datums_voluit,
    feitwaarde,
    geleden,
    getal,
    iso,
    korte_datum,
    met_merk,
    moment,
    onvolledige_datum,
    relatief,
    termijn_icoon,
    termijn_klasse,
    uren,
    vindplaats,
)
from inburgering.wet.begrippen import Termijnsoort
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.uitkomst import Termijn


VANDAAG = dt.date(2026, 11, 20)


def _over(days: int) -> dt.date:
    return VANDAAG + dt.timedelta(days=days)


def test_a_date_is_written_in_full():
    assert datum(dt.date(2026, 11, 29)) == "29 november 2026"
    assert dag_en_datum(dt.date(2026, 11, 29)) == "zondag 29 november 2026"
    assert korte_datum(dt.date(2026, 3, 1)) == "01-03-2026"


def test_a_moment_is_told_in_the_time_of_the_netherlands():
    late = dt.datetime(2026, 6, 30, 23, 5, tzinfo=dt.UTC)
    assert moment(late) == "1 juli 2026, 01:05"
    assert datum(late) == "1 juli 2026"
    here = dt.datetime(2026, 11, 12, 10, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert moment(here) == "12 november 2026, 10:30"
    assert moment(VANDAAG) == "20 november 2026"
    assert iso(VANDAAG) == "2026-11-20"
    assert iso(late) == "2026-07-01T01:05:00+02:00"


@pytest.mark.parametrize(
    "show", [datum, dag_en_datum, iso, korte_datum, moment, uren, onvolledige_datum]
)
def test_nothing_reads_as_nothing(show):
    assert show(None) == ""


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (_over(0), "vandaag"),
        (_over(1), "nog 1 dag"),
        (_over(9), "nog 9 dagen"),
        (_over(120), "nog 120 dagen"),
        (dt.date(2027, 4, 20), "nog 5 maanden"),
        (dt.date(2027, 4, 19), "nog ruim 4 maanden"),
        (dt.date(2028, 11, 20), "nog 2 jaar"),
        (dt.date(2029, 3, 12), "nog ruim 2 jaar"),
        (_over(-1), "1 dag te laat"),
        (_over(-7), "7 dagen te laat"),
        (None, ""),
    ],
)
def test_a_last_day_is_told_from_today(day, words):
    assert relatief(day, VANDAAG) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (_over(0), "vandaag"),
        (_over(-1), "gisteren"),
        (_over(-9), "9 dagen geleden"),
        (_over(1), "morgen"),
        (_over(9), "over 9 dagen"),
        (None, ""),
    ],
)
def test_what_happened_is_told_from_today(day, words):
    assert geleden(day, VANDAAG) == words


@pytest.mark.parametrize(
    ("day", "tone", "icon"),
    [
        (_over(-1), "is-negative", "warning"),
        (_over(0), "is-warning", "clock"),
        (_over(14), "is-warning", "clock"),
        (_over(15), "is-neutral", "calendar"),
        (None, "is-neutral", "calendar"),
    ],
)
def test_the_tone_of_a_last_day_comes_with_an_icon(day, tone, icon):
    assert termijn_klasse(day, VANDAAG) == tone
    assert termijn_icoon(day, VANDAAG) == icon


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (384, "384 uur"),
        (Decimal("12.50"), "12,5 uur"),
        (0, "0 uur"),
        (1600, "1.600 uur"),
    ],
)
def test_hours(value, words):
    assert uren(value) == words


def test_a_number_keeps_two_decimals_at_most():
    assert getal(Decimal("1234.567")) == "1.234,57"
    assert getal(100) == "100"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1968-00-00", "1968 (dag en maand onbekend)"),
        ("19680000", "1968 (dag en maand onbekend)"),
        ("1968-03-00", "maart 1968 (dag onbekend)"),
        ("1968-03-09", "9 maart 1968"),
        ("0000-00-00", "onbekend"),
        (dt.date(1968, 3, 9), "9 maart 1968"),
        ("vroeger", ""),
    ],
)
def test_a_birth_date_may_be_incomplete(value, words):
    assert onvolledige_datum(value) == words


@pytest.mark.parametrize(
    ("bron", "words"),
    [
        (Bron("Wi2021", "15 lid 3"), "Wet inburgering 2021, artikel 15 lid 3"),
        (Bron("DUO", ""), "DUO"),
        (Bron("DUO", "PIP"), "DUO, bericht PIP"),
        (Bron("rechtspraak", "RvS 9-7-2025"), "Uitspraken, RvS 9-7-2025"),
        (Bron("Besluit", "hoofdstuk 8"), "Besluit inburgering 2021, hoofdstuk 8"),
        (Bron("beleidsregels", ""), "Beleidsregels van de gemeente"),
        (Bron("eigen", ""), "Werkafspraak, geen regel uit de wet"),
        (None, ""),
    ],
)
def test_the_place_of_a_rule_is_written_in_full(bron, words):
    assert vindplaats(bron) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("begint op 05-03-2025.", "begint op 5 maart 2025."),
        ("van 01-01-2022 tot 31-12-2022", "van 1 januari 2022 tot 31 december 2022"),
        ("SS120-12-2022", "SS120-12-2022"),
        ("zonder datum", "zonder datum"),
        ("33-01-2025 en 01-13-2025", "33-01-2025 en 01-13-2025"),
    ],
)
def test_a_reason_tells_its_dates_in_words(text, words):
    assert datums_voluit(text) == words


def test_a_date_that_does_not_exist_stays_as_it_is():
    assert datums_voluit("op 30-02-2025") == "op 30-02-2025"


@pytest.mark.parametrize(
    ("value", "words"),
    [(dt.date(2025, 3, 5), "5 maart 2025"), (12, "12"), ("10 weken", "10 weken")],
)
def test_a_fact_reads_as_people_say_it(value, words):
    assert feitwaarde(value) == words


@pytest.mark.parametrize(
    ("tekst", "zekerheid", "gelezen"),
    [
        ("Dat mag.", Zekerheid.A, "Dat mag."),
        ("Dat mag.", Zekerheid.B, "Dat mag."),
        ("Dat mag.", Zekerheid.C, "Dat mag (niet bevestigd)."),
        ("Dat mag.", Zekerheid.D, "Dat mag (niet bevestigd)."),
        (
            "Dat mag (niet bevestigd). Wel.",
            Zekerheid.D,
            "Dat mag (niet bevestigd). Wel.",
        ),
    ],
)
def test_a_sentence_says_that_its_rule_is_not_confirmed(tekst, zekerheid, gelezen):
    assert met_merk(tekst, Bron("Wi2021", "15", zekerheid)) == gelezen


def test_a_sentence_without_a_rule_has_no_mark():
    assert met_merk("Dat mag.", None) == "Dat mag."
    assert met_merk("Dat mag.", "") == "Dat mag."


@pytest.mark.parametrize(("zekerheid", "merken"), [(Zekerheid.B, 0), (Zekerheid.C, 1)])
def test_a_message_shows_its_mark_before_anybody_opens_why(zekerheid, merken):
    page = render_to_string(
        "_melding.html",
        {
            "tekst": "Dat mag.",
            "bron": Bron("Wi2021", "15", zekerheid),
            "gebruikt": (("Groep", "Asielstatushouder"),),
        },
    )

    assert page.split("<details")[0].count("niet bevestigd") == merken


@pytest.mark.parametrize(("zekerheid", "merken"), [(Zekerheid.B, 0), (Zekerheid.C, 1)])
def test_a_term_shows_its_mark_before_anybody_opens_why(zekerheid, merken):
    term = Termijn(
        Termijnsoort.LEERROUTE_WIJZIGEN, VANDAAG, _over(9), _over(8), "daarom",
        Bron("Wi2021", "17", zekerheid),
    )  # fmt: skip
    page = render_to_string(
        "dossier/_termijnen.html", {"termijnen": [term], "vandaag": VANDAAG}
    )

    assert page.split("<details")[0].count("niet bevestigd") == merken


@pytest.mark.parametrize(("artikel", "gezegd"), [("15", False), ("16", True)])
def test_a_number_of_an_article_that_nobody_read_is_told(artikel, gezegd):
    page = render_to_string("_bron.html", {"bron": Bron("Wi2021", artikel)})

    assert ("Het nummer van het artikel is niet nagelezen" in page) is gezegd
