"""Choosing on the screen what holds of two cases, and reading afterwards what does not."""

from datetime import timedelta

import pytest

from inburgering.models import BredeIntake, Traject
from tests.inburgering.cast import VANDAAG, lid_van


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("aanbieder")]


@pytest.fixture
def scherm(inloggen, collega):
    return inloggen(collega)


@pytest.fixture
def twee(leven):
    lives = (leven(), leven(bsn="", v_nummer="2712345678"))
    for n, life in enumerate(lives):
        life.na(7 + 2 * n).intake_gestart().intake_klaar().op(VANDAAG)
    intake = BredeIntake.objects.order_by("-pk")[0]
    lives[1].doe(
        "intake", "invullen", id=intake.pk,
        antwoorden={"zorg_kinderopvang": {"antwoord": "beantwoord", "waarde": "nog_niet"}},
        uitkomsten={"werk": {"soort": "kans", "tekst": "Kan morgen beginnen"}},
    )  # fmt: skip
    return lives


def adres(een, ander):
    return f"/trajecten/{een.nummer}/samenvoeging/vragen/?ander={ander.nummer}"


def getypt(form, **anders):
    typed = {name: "blijft" for name in form.fields if name.startswith("keuze_")}
    typed |= {n: form.initial[n] for n in ("versie", "ander_versie", "sleutel")}
    return typed | {"reden": "Zelfde document"} | anders


def test_which_intake_holds_is_chosen_seen_once_more_and_read_afterwards(twee, scherm):
    een, ander = twee
    mine, theirs = BredeIntake.objects.order_by("pk")
    url = adres(een, ander)
    page = scherm.get(url)
    text = page.content.decode()
    assert "Brede intake: wat geldt?" in text
    assert "kan maar een keer waar zijn" in text
    assert "2 antwoorden" in text
    assert "kon niet bij de stand" not in text
    field = f"keuze_brede_intakes-{mine.pk}"
    typed = getypt(page.context["form"])
    wrong = scherm.post(url, {n: v for n, v in typed.items() if n != field})
    assert wrong.status_code == 422
    assert "Kies wat geldt." in wrong.content.decode()
    assert "Zelfde document" in wrong.content.decode()
    typed[field] = "ander"
    asked = scherm.post(url, typed).content.decode()
    assert "Telt niet meer mee" in asked
    assert f"uit dossier {een.nummer} telt niet meer mee" in asked
    assert "1 brede intake" in asked  # of the case that ends: it goes along
    kept = scherm.post(url, typed | {field: "blijft"}).content.decode()
    assert f"uit dossier {ander.nummer} telt niet meer mee" in kept
    assert "1 brede intake" not in kept
    done = scherm.post(url, typed | {"bevestigd": "ja"})
    assert done.status_code == 302, done.content.decode()
    assert Traject.objects.count() == 1

    intake = scherm.get(f"/trajecten/{een.nummer}/intake/").content.decode()
    now, _, former = intake.partition("Telt niet meer mee")
    assert "Kan morgen beginnen" in now
    assert "Hogeschool of bachelor" in former
    assert f"gebleven bij dossier {ander.nummer}" in former
    history = scherm.get(f"/trajecten/{een.nummer}/geschiedenis/").content.decode()
    assert "Telt niet meer mee: brede intake van" in history
    [row] = een.traject.samenvoeging_set.all()
    shown = scherm.get(f"/trajecten/{een.nummer}/samenvoeging/{row.pk}/")
    assert "Telt niet meer mee" in shown.content.decode()
    # What it answered stands as a proposal where the intake that holds says nothing.
    fill = f"/trajecten/{een.nummer}/intake/{theirs.pk}/invullen/"
    assert f"uit dossier {ander.nummer}" in scherm.get(fill).content.decode()


def test_an_answer_that_brings_up_more_is_asked_on(leven, scherm):
    een = leven().door_tot("leerroute").op(VANDAAG)
    ander = leven(bsn="", v_nummer="2712345678")
    ander.na(40).intake_gestart().intake_klaar().op(VANDAAG)
    url = adres(een, ander)
    form = scherm.get(url).context["form"]
    [clash] = [n for n in form.fields if n.startswith("keuze_brede_intakes")]
    page = scherm.post(url, getypt(form, **{clash: "ander"}))
    assert page.status_code == 422
    more = set(page.context["form"].fields) - set(form.fields)
    assert more
    assert "Vink aan wat niet meer telt." in page.content.decode()
    typed = getypt(form, **{clash: "ander"})
    typed |= dict.fromkeys(more, "nergens-1")
    assert "Kies uit wat er staat." in scherm.post(url, typed).content.decode()
    choices = page.context["form"].fields
    typed |= {n: [code for code, _ in choices[n].choices] for n in more}
    asked = scherm.post(url, typed)
    assert asked.status_code == 200
    assert "PIP versie 1" in asked.content.decode()


def test_who_may_not_read_an_intake_does_not_read_it_here(twee, scherm, inloggen):
    een, ander = twee
    url = adres(een, ander)
    typed = getypt(scherm.get(url).context["form"], bevestigd="ja")
    assert scherm.post(url, typed).status_code == 302
    [row] = een.traject.samenvoeging_set.all()
    clerk = inloggen(lid_van(een.lid.gemeente, "administratie"))
    text = clerk.get(f"/trajecten/{een.nummer}/samenvoeging/{row.pk}/").content.decode()
    assert ander.nummer in text
    assert "Advies van de intake" not in text


def test_a_place_that_no_longer_counts_fills_no_class(leven, scherm, aanbieder):
    lives = [leven(), leven(bsn="", v_nummer="2712345678")]
    for life in lives:
        life.door_tot("leerroute").na(5).doe(
            "aanbod", "doen", aanbieder=aanbieder, cursus=aanbieder.cursussen.get(),
            aangeboden_op=life.dag, leerroute="b1_route",
            verwacht_begin=life.dag + timedelta(days=7),
        )  # fmt: skip
        life.op(VANDAAG)
    een, ander = lives
    een.traject.inburgeringsaanbod_set.update(traject=ander.traject)
    Traject.objects.filter(pk=ander.traject.pk).update(samengevoegd_met=een.traject)
    page = scherm.get(f"/aanbieders/{aanbieder.pk}/")
    assert ander.nummer not in page.content.decode()
