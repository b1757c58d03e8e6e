"""Fields take what people type, and say in plain Dutch what is wrong."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from inburgering.forms.velden import (
    Bsnveld,
    Datumveld,
    Getalveld,
    JaNeeveld,
    Keuzeveld,
    OnvolledigeDatumveld,
    Tekstveld,
    Tijdveld,
    Vnummerveld,
    vul_in_zin,
)
from inburgering.wet.begrippen import Leerroute


@pytest.mark.parametrize(
    "getypt", ["29-11-2026", "29/11/2026", "29.11.2026", "29 11 2026", "2026-11-29",
               "  29-11-2026 "],
)  # fmt: skip
def test_a_date_can_be_typed_in_many_ways(getypt) -> None:
    assert Datumveld().clean(getypt) == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("getypt", "melding"),
    [
        ("31-02-2026", "31-02-2026 bestaat niet in de kalender."),
        ("29-02-2025", "29-02-2025 bestaat niet in de kalender."),
        ("00-00-1968", "00-00-1968 bestaat niet in de kalender."),
        ("29-11-26", "Schrijf de datum als dag-maand-jaar"),
        ("morgen", "Schrijf de datum als dag-maand-jaar"),
        ("01-01-0026", "Het jaar 26 kan niet kloppen."),
        ("31-12-1899", "Het jaar 1899 kan niet kloppen."),
        ("01-01-2200", "Het jaar 2200 kan niet kloppen."),
        ("31-12-9999", "Het jaar 9999 kan niet kloppen."),
        ("", "Vul de dagtekening in."),
    ],
)
def test_a_date_that_cannot_be_says_so(getypt, melding) -> None:
    with pytest.raises(ValidationError) as refused:
        Datumveld(vul_in="de dagtekening").clean(getypt)
    assert refused.value.messages[0].startswith(melding)


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    [("19:30", time(19, 30)), (" 9.05 ", time(9, 5)), ("19", time(19)),
     ("19:30 uur", time(19, 30)), ("0:00", time(0)), ("23:59", time(23, 59)),
     ("9u30", time(9, 30)), ("12u", time(12)), ("12 uur", time(12))],
)  # fmt: skip
def test_a_time_can_be_typed_in_many_ways(getypt, gelezen) -> None:
    assert Tijdveld().clean(getypt) == gelezen
    assert Tijdveld().prepare_value(gelezen) == f"{gelezen:%H:%M}"


@pytest.mark.parametrize(
    ("getypt", "melding"),
    [
        ("24:00", "24:00 staat niet op de klok."),
        ("12:60", "12:60 staat niet op de klok."),
        ("half acht", "Schrijf de tijd als uren en minuten"),
        ("1930", "Schrijf de tijd als uren en minuten"),
        ("", "Vul de tijd in."),
    ],
)
def test_a_time_that_cannot_be_says_so(getypt, melding) -> None:
    with pytest.raises(ValidationError) as refused:
        Tijdveld(vul_in="de tijd").clean(getypt)
    assert refused.value.messages[0].startswith(melding)


@pytest.mark.parametrize("getypt", ["01-01-1900", "31-12-2199"])
def test_the_first_and_last_day_that_can_be(getypt) -> None:
    assert f"{Datumveld().clean(getypt):%d-%m-%Y}" == getypt
    assert OnvolledigeDatumveld().clean(getypt).startswith(getypt[-4:])


def test_a_date_is_shown_as_it_is_typed() -> None:
    assert Datumveld().prepare_value(date(2026, 3, 2)) == "02-03-2026"
    assert OnvolledigeDatumveld().prepare_value("1968-00-00") == "00-00-1968"


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    [
        ("14-02-1991", "1991-02-14"),
        ("00-00-1968", "1968-00-00"),
        ("00-07-1968", "1968-07-00"),
        ("00-00-0000", "0000-00-00"),
    ],
)
def test_a_birth_date_may_be_incomplete(getypt, gelezen) -> None:
    assert OnvolledigeDatumveld().clean(getypt) == gelezen


@pytest.mark.parametrize(
    "getypt",
    [
        "12-00-1968",
        "12-07-0000",
        "31-04-1968",
        "00-13-1968",
        "01-01-0199",
        "00-00-2200",
        "31-12-9999",
    ],
)
def test_a_birth_date_must_be_possible(getypt) -> None:
    with pytest.raises(ValidationError):
        OnvolledigeDatumveld().clean(getypt)


@pytest.mark.parametrize("getypt", ["999800012", "9998.00.012", "9998 00012"])
def test_a_bsn_may_be_typed_with_dots_and_spaces(getypt) -> None:
    assert Bsnveld().clean(getypt) == "999800012"


@pytest.mark.parametrize(
    "getypt", ["999800013", "99980001", "9998000121", "99980001a", "٩٩٩٨٠٠٠١٢"]
)
def test_a_wrong_bsn_is_refused(getypt) -> None:
    with pytest.raises(ValidationError):
        Bsnveld().clean(getypt)


def test_a_v_nummer_has_ten_digits() -> None:
    assert Vnummerveld().clean("271.234.5678") == "2712345678"
    with pytest.raises(ValidationError, match="10 cijfers"):
        Vnummerveld().clean("27123")


def test_a_choice_shows_the_words_and_gives_the_code() -> None:
    field = Keuzeveld(Leerroute, vul_in="de leerroute")
    assert field.clean("b1_route") == "b1_route"
    assert [label for _, label in field.choices] == [r.label for r in Leerroute]
    for wrong, message in (("", "Kies de leerroute."), ("x", "Kies een van")):
        with pytest.raises(ValidationError, match=message):
            field.clean(wrong)


def test_yes_and_no_and_neither() -> None:
    assert [JaNeeveld(required=False).clean(v) for v in ("ja", "nee", "")] == [
        True, False, None,
    ]  # fmt: skip
    assert JaNeeveld().prepare_value(True) == "ja"
    assert JaNeeveld().prepare_value(None) == ""


@pytest.mark.parametrize("getypt", ["12,5", "twaalf", "-1", "40000", "1e3"])
def test_a_number_is_whole_and_not_absurd(getypt) -> None:
    with pytest.raises(ValidationError, match="Vul een"):
        Getalveld().clean(getypt)


def test_text_has_an_end() -> None:
    with pytest.raises(ValidationError, match="te lang: hoogstens 20 tekens, nu 21"):
        Tekstveld(max_length=20).clean("x" * 21)
    with pytest.raises(ValidationError, match="teken dat niet kan"):
        Tekstveld().clean("a\x00b")


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        ("de reden", "Vul de reden in."),
        ("waarom u dit besluit", "Vul in waarom u dit besluit."),
        ("sinds wanneer de stap wacht", "Vul in sinds wanneer de stap wacht."),
        ("met wie u sprak", "Vul in met wie u sprak."),
    ],
)
def test_what_to_fill_in_is_one_sentence(woorden, zin) -> None:
    assert vul_in_zin(woorden) == zin
    assert Tekstveld(vul_in=woorden).error_messages["required"] == zin
    assert Datumveld(vul_in=woorden).error_messages["required"] == zin


@pytest.mark.parametrize("groot", [True, False])
def test_a_browser_never_cuts_off_what_is_pasted(groot) -> None:
    field = Tekstveld(groot=groot, max_length=5)
    assert "maxlength" not in field.widget.attrs
    with pytest.raises(ValidationError, match="hoogstens 5 tekens, nu 6"):
        field.clean("langer")
