"""Absence on screen: the first thing one sees before enforcing, and who sees it."""

from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest

from inburgering.actions import handhaving, uren
from inburgering.actions.feit import herstellen
from inburgering.models import Lidmaatschap, Traject
from inburgering.models.dossier import lees
from inburgering.models.handhaving import Handhaving
from inburgering.models.participatie import GevolgdeUren
from inburgering.models.uittreksel import uittreksel
from tests.inburgering.views.zaken import (
    lid_van,
    met_intake,
    met_pip,
    nieuw,
    op,
    toegewezen,
)


# The counted months lie in the summer of the fixed year; today is 20 November 2026.
JUNI, JULI = date(2026, 6, 1), date(2026, 7, 1)


def dagen(n: int) -> timedelta:
    return timedelta(days=n)


@pytest.fixture
def zaak(collega, vandaag) -> Traject:
    """Somebody with a plan since the spring."""
    made = toegewezen(
        nieuw(collega, vandaag - dagen(260), "Ana Silva",
              doelgroep="gezinsmigrant_en_overige_migrant"),
        collega, vandaag - dagen(260),
    )  # fmt: skip
    met_intake(made, collega, vandaag - dagen(250))
    met_pip(made, collega, vandaag - dagen(200), intensiteit=None)
    return Traject.objects.select_related("inburgeraar").get(pk=made.pk)


def geteld(
    zaak: Traject, by: Lidmaatschap, begin: date, gemist: int, **anders: Any
) -> GevolgdeUren:
    """Four weeks of lessons, as the school told them."""
    einde = begin + dagen(27)
    return uren.vastleggen(
        traject=zaak, by=by, on=op(einde + dagen(5)),
        **{"soort": "taalles", "van": begin, "tot_en_met": einde, "uren": 40,
           "verzuim_geoorloofd": 2, "verzuim_ongeoorloofd": gemist} | anders,
    ).feit  # fmt: skip


def gemeld(zaak: Traject, by: Lidmaatschap, dag: date) -> Any:
    return handhaving.melden(
        traject=zaak, by=by, on=op(dag), aanleiding="verzuim_lessen",
        grondslag="wi2021", gebeurd_op=dag - dagen(1),
    )  # fmt: skip


def tekst(answer: Any) -> str:
    return unescape(answer.content.decode())


def pagina(als: Any, lid: Lidmaatschap, zaak: Traject) -> str:
    return tekst(als(lid).get(f"/trajecten/{zaak.nummer}/handhaving/"))


# --- The section ----------------------------------------------------------------------


def test_without_hours_the_section_says_that_nothing_was_counted(als, collega, zaak):
    page = pagina(als, collega, zaak)

    for words in (
        "Niets geteld", "Er zijn nog geen uren geteld.", "dus niet te zien",
        "Gevolgde uren: niet vastgelegd", "Werkafspraak, geen regel uit de wet",
    ):  # fmt: skip
        assert words in page, words
    assert "Verzuim per soort uren" not in page


def test_the_section_shows_the_pattern_with_its_days_hours_and_why(als, collega, zaak):
    geteld(zaak, collega, JUNI, 4)
    geteld(zaak, collega, JULI, 8)

    page = pagina(als, collega, zaak)

    for words in (
        "Geteld tot en met 28 juli 2026",
        "gemist zonder af te melden: 12 van de 96 uur taalles (12 procent)",
        "2 tijdvakken sinds 1 juni 2026",
        "laatste tijdvak: een groter deel dan in het tijdvak ervoor",
        "over 2 dagen tussen de tijdvakken is niets geteld",
        "De wet noemt geen grens", "Uren worden niet over de dagen verdeeld",
        "Taalles, 1 juli 2026 tot en met 28 juli 2026: 40 uur gevolgd, ",
        "2 gemist en afgemeld, 8 gemist en niet afgemeld",
    ):  # fmt: skip
        assert words in page, words
    # The pattern stands before anything that was reported.
    assert page.index('id="verzuim"') < page.index("Er is geen niet nagekomen afspraak")
    assert "Samen" not in page.split('id="verzuim"')[1].split("</table>")[0]


def test_kinds_of_hours_stand_apart_with_their_sum(als, collega, zaak):
    geteld(zaak, collega, JUNI, 4)
    geteld(zaak, collega, JUNI, 0, soort="knm", uren=20)

    table = pagina(als, collega, zaak).split('id="verzuim"')[1].split("</table>")[0]

    for words in ("Taalles", "KNM-les", "Samen", "60 uur", "1 tijdvak sinds"):
        assert words in table, words


def test_a_correction_of_the_hours_is_counted_at_once(als, collega, zaak, vandaag):
    geteld(zaak, collega, JUNI, 4)
    last = geteld(zaak, collega, JULI, 8)
    herstellen(
        traject=zaak, by=collega, on=op(vandaag), soort="uren", id=last.pk,
        nieuw={"verzuim_ongeoorloofd": 0}, reden="De school vergiste zich",
    )  # fmt: skip

    page = pagina(als, collega, zaak)

    assert "4 van de 88 uur taalles" in page
    assert "Niet in het laatste tijdvak" in page
    assert "voor het laatst tot en met 28 juni 2026" in page


@pytest.mark.parametrize(
    ("gemist", "stand"),
    [(None, "Niets geteld"), (0, "Geteld tot en met 28 juni 2026")],
)
def test_counting_is_the_first_step_of_missed_lessons(
    als, collega, zaak, vandaag, gemist, stand
):
    if gemist is not None:
        geteld(zaak, collega, JUNI, gemist)
    row = gemeld(zaak, collega, vandaag - dagen(3)).feit
    steps = pagina(als, collega, zaak).split("<tbody>")[-1]

    assert steps.index("Verzuim van lessen geteld") < steps.index("Contact gezocht")
    assert stand in steps

    handhaving.stoppen(
        traject=zaak, by=collega, on=op(vandaag), id=row.pk, gestopt_op=vandaag,
        reden_stoppen="vergissing",
    )  # fmt: skip
    assert "Verzuim van lessen geteld" not in pagina(als, collega, zaak)


# --- The forms ------------------------------------------------------------------------


@pytest.mark.parametrize("gemist", [None, 4])
def test_both_forms_show_the_pattern_first(als, collega, zaak, vandaag, gemist):
    if gemist is not None:
        geteld(zaak, collega, JUNI, gemist)
    zin = "4 van de 46 uur taalles" if gemist else "Er zijn nog geen uren geteld."
    row = gemeld(zaak, collega, vandaag - dagen(3)).feit

    for where in ("melden/", f"{row.pk}/onderzoeken/"):
        url = f"/trajecten/{zaak.nummer}/handhaving/{where}"
        page = tekst(als(collega).get(url))
        assert page.index(zin) < page.index('class="ib-form"')
        assert "De wet noemt geen grens" in page
        refused = als(collega).post(url, {})
        assert refused.status_code == 422
        assert zin in tekst(refused)


def test_other_acts_of_the_ladder_do_not_show_it(als, collega, zaak, vandaag):
    row = gemeld(zaak, collega, vandaag - dagen(3)).feit
    url = f"/trajecten/{zaak.nummer}/handhaving/{row.pk}/stoppen/"

    assert "Er zijn nog geen uren geteld." not in tekst(als(collega).get(url))


@pytest.mark.parametrize(
    ("gemist", "gezegd"),
    [
        (None, "Er zijn nog geen uren van lessen geteld."),
        (0, "De lessen zijn geteld tot en met 28 juni 2026. Daarin is niets gemist"),
        (1, ""),
    ],
)
def test_reporting_what_was_not_counted_is_told_and_done(
    als, collega, zaak, gemist, gezegd
):
    if gemist is not None:
        geteld(zaak, collega, JUNI, gemist)

    answer = als(collega).post(
        f"/trajecten/{zaak.nummer}/handhaving/melden/",
        {"aanleiding": "verzuim_lessen", "grondslag": "wi2021",
         "gebeurd_op": "18-11-2026"},
        follow=True,
    )  # fmt: skip

    said = tekst(answer).split('id="handhaving"')[0]
    assert Handhaving.objects.filter(traject=zaak).count() == 1
    assert ("Daarin is niets gemist" in said or "nog geen uren van" in said) is bool(
        gezegd
    )
    assert gezegd in said


# --- Machines, and who may not see it -------------------------------------------------


def test_the_extract_holds_the_pattern_on_its_day(collega, zaak, vandaag):
    geteld(zaak, collega, JUNI, 4)

    before = uittreksel(lees(zaak, JUNI + dagen(26)))["verzuim"]
    after = uittreksel(lees(zaak, JUNI + dagen(27)))["verzuim"]

    assert before["geteldTotEnMet"] is None
    assert before["zin"] == "Er zijn nog geen uren geteld."
    assert "loopt nog" in before["letOp"][0]
    (reeks,) = after["reeksen"]
    assert (reeks["soort"], reeks["achtereen"]) == ("taalles", 1)
    assert reeks["sinds"] == "2026-06-01"
    assert after["uren"] == {
        "gevolgd": 40, "afgemeld": 2, "nietAfgemeld": 4, "procent": 8,
    }  # fmt: skip
    assert after["bron"]["wet"] == "eigen"


def test_the_api_counts_absence_for_who_may_enforce_alone(als, collega, zaak):
    geteld(zaak, collega, JUNI, 4)
    outside = lid_van(zaak.gemeente, "externe_begeleider")
    zaak.begeleider = outside.gebruiker
    zaak.save()
    url = f"/api/v1/trajecten/{zaak.nummer}"

    assert als(collega).get(url).json()["verzuim"]["reeksen"]
    for lid in (outside, lid_van(zaak.gemeente, "administratie")):
        assert als(lid).get(url).json()["verzuim"] is None
