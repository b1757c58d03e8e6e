"""What the letter of a plan says of hours, talks, support and agreements."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from inburgering.beschikkingen import NietTeZetten, onzetbaar, pip_gegevens, render
from inburgering.forms.velden import Tekstveld
from inburgering.models import PIP
from tests.inburgering.cast import Leven
from tests.inburgering.voorbeelden import (
    met_afspraak,
    met_begeleiding,
    met_ontzorgen,
)


pytestmark = pytest.mark.usefixtures("aanbieder")


def brief(life: Leven) -> dict[str, object]:
    """Give the facts of the letter of the plan that was just decided."""
    plan = PIP.objects.filter(traject=life.traject).latest("versie")
    return pip_gegevens(life.na(1).dossier, plan, "Nadia Bakker")


def blok(gegevens, kop: str) -> str:
    return next((b["tekst"] for b in gegevens["blokken"] if b["kop"] == kop), "")


def maat(gegevens, label: str) -> str:
    return next(p["maat"] for p in gegevens["onderdelen"] if label in p["label"])


def test_the_letter_says_hours_talks_support_and_agreements(leven) -> None:
    life = leven().door_tot("besproken")
    met_afspraak(life)
    met_begeleiding(life)
    met_ontzorgen(life)
    begin = life.dag
    life.pip_vastgesteld()
    gegevens = brief(life)

    assert (maat(gegevens, "PVT"), maat(gegevens, "MAP")) == (
        "12 uur",
        "40 uur praktijk",
    )
    assert "Elke 13 weken praat u" in blok(gegevens, "Hoe we volgen of het lukt")
    assert "VluchtelingenWerk" in blok(gegevens, "Maatschappelijke begeleiding")
    costs = blok(gegevens, "Uw vaste lasten").splitlines()
    assert costs[0] == "Huur: de gemeente betaalt uit de bijstand."
    assert costs[-1].startswith("Dit duurt tot en met ")
    (agreed,) = gegevens["afspraken"]
    assert (agreed["wie"], agreed["wet"]) == ("U", "Wet inburgering 2021")
    assert agreed["wat"] == "Elke week naar het taalcafé"
    assert begin <= life.dag

    pdf = render("pip", gegevens)
    assert pdf.startswith(b"%PDF")
    assert b"pdfuaid:part" in pdf


def test_the_letter_says_what_held_on_the_day_of_the_plan(leven) -> None:
    """Ended before that day is not in it; made after it neither."""
    life = leven().door_tot("besproken")
    met_afspraak(life)
    life.doe("afspraak", "afronden", afgerond_op=life.dag, resultaat="nagekomen")
    met_begeleiding(life)
    life.doe("begeleiding", "beeindigen", beeindigd_op=life.dag, reden_einde="afgerond")
    met_ontzorgen(life)
    life.doe("ontzorgen", "beeindigen", beeindigd_op=life.dag, reden_einde="verhuisd")
    life.pip_vastgesteld()
    met_afspraak(life)
    life.dag -= timedelta(days=1)
    gegevens = brief(life)

    assert gegevens["afspraken"] == []
    assert blok(gegevens, "Maatschappelijke begeleiding") == ""
    assert blok(gegevens, "Uw vaste lasten") == ""
    assert render("pip", gegevens).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("weken", "zin"),
    [(1, "Elke week praat u"), (2, "Elke 2 weken praat u"), (None, "")],
)
def test_the_letter_says_how_often_there_is_a_talk(leven, weken, zin: str) -> None:
    life = leven().door_tot("leerroute")
    plan = PIP.objects.get(traject=life.traject)
    plan.gesprek_weken = weken
    text = blok(pip_gegevens(life.dossier, plan, "X"), "Hoe we volgen of het lukt")
    assert text.startswith(plan.voortgang)
    assert zin in text
    assert ("klantmanager" in text) is bool(weken)


@pytest.mark.parametrize(
    ("tekst", "kan_niet"),
    [
        ("Ik wil naar school: œuvre, Łódź, € 5, “ja” - nee…", []),
        ("Иван سلام Αθήνα", []),
        ("Ik heet ሳምራዊት en 小王, 小王", ["小王,", "小王"]),
        ("እንቋዕ ብደሓን መጻእኩም. ښه راغلاست. خۆش آمدید. خوش آمدید ٹڈڑ", []),
        ("Blij \N{GRINNING FACE}", ["\N{GRINNING FACE}"]),
        ("a\x07b", ["a\x07b"]),
    ],
)
def test_what_a_letter_cannot_show_is_named(tekst, kan_niet):
    assert onzetbaar(tekst) == kan_niet


def test_one_strange_word_is_found_among_many_and_tried_a_few_times(monkeypatch):
    tries = []

    def counted(sjabloon, gegevens):
        tries.append(gegevens)
        return render(sjabloon, gegevens)

    monkeypatch.setattr("inburgering.beschikkingen.render", counted)
    words = [f"Иван{n}" for n in range(100)]
    assert onzetbaar(" ".join([*words[:60], "小王", *words[60:]])) == ["小王"]
    assert len(tries) < 20


@pytest.mark.parametrize("tekst", ["中" * 1_000_000, "中文 王小 小王 王 " * 50_000])
def test_a_megabyte_that_no_letter_shows_is_refused_at_once(tekst, monkeypatch):
    longest = 0

    def measured(sjabloon, gegevens):
        nonlocal longest
        longest = max(longest, len(gegevens))
        return render(sjabloon, gegevens)

    monkeypatch.setattr("inburgering.beschikkingen.render", measured)
    assert len(onzetbaar(tekst)) == 3
    assert longest <= 2_000


def test_a_text_that_is_too_long_is_not_tried_in_a_letter(monkeypatch):
    monkeypatch.setattr("inburgering.forms.velden.onzetbaar", pytest.fail)
    field = Tekstveld(label="Wensen", max_length=10, in_brief=True, required=False)
    with pytest.raises(ValidationError, match="te lang"):
        field.clean("小王" * 10)
    assert field.clean("") == ""


def test_the_field_says_which_word_the_letter_cannot_show():
    field = Tekstveld(label="Wensen", groot=True, in_brief=True)
    assert field.clean("Werk in de zorg") == "Werk in de zorg"
    with pytest.raises(ValidationError, match="niet in een brief staan: 小王"):
        field.clean("Werk bij 小王")


def test_a_typesetter_that_panics_is_an_ordinary_refusal(monkeypatch):
    class PanicException(BaseException):
        """As the wheel raises it: past ``except Exception``."""

    def panic(*args, **kw):
        raise PanicException

    monkeypatch.setattr("inburgering.beschikkingen.typst.compile", panic)
    with pytest.raises(NietTeZetten):
        render("proef", "x")

    def stopped(*args, **kw):
        raise KeyboardInterrupt

    monkeypatch.setattr("inburgering.beschikkingen.typst.compile", stopped)
    with pytest.raises(KeyboardInterrupt):
        render("proef", "x")
