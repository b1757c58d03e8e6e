"""The page of decisions: what was asked of DUO, the answer, and the outlook on more time."""

import pytest
from django.test import Client

from inburgering.models.dossier import lees
from inburgering.models.uittreksel import uittreksel
from inburgering.templatetags.opmaak import datum
from inburgering.wet.begrippen import Termijnsoort, Verlengingsgrond
from tests.inburgering.cast import VANDAAG
from tests.inburgering.voorbeelden import LANG_GELEDEN, dag


pytestmark = pytest.mark.django_db


def pagina(scherm: Client, life) -> str:
    answer = scherm.get(f"/trajecten/{life.nummer}/besluiten/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_request_shows_its_answer_and_the_grounds_their_conditions(
    leven, scherm: Client
) -> None:
    life = leven().door_tot("leerroute")
    life.op(VANDAAG)
    before = pagina(scherm, life)
    assert "Er is nog niets bij DUO aangevraagd" in before
    for ground in Verlengingsgrond:
        assert ground.label in before
    assert "Nee: KNM gehaald" in before

    life.doe(
        "aanvraag",
        "vastleggen",
        soort="verlenging",
        ingediend_op=dag(-9),
        grond="ziekte",
    )
    assert "In behandeling bij DUO" in pagina(scherm, life)
    (open_,) = uittreksel(life.dossier)["aanvragen"]
    assert (open_["uitslag"], open_["besluitOp"]) == ("in_behandeling", None)

    life.doe(
        "duobesluit", "vastleggen", soort="verlenging_afgewezen", besloten_op=dag(-2)
    )
    page = pagina(scherm, life)
    assert "Afgewezen" in page
    assert "Antwoord van DUO" in page
    extract = uittreksel(life.dossier)
    assert extract["aanvragen"][0]["besluitOp"] == f"{dag(-2)}"
    assert [row["grond"] for row in extract["verlenging"]] == [
        ground.value for ground in Verlengingsgrond
    ]


def test_the_page_of_a_request_says_when_more_time_can_be_asked(
    leven, scherm: Client
) -> None:
    path = "/trajecten/{}/aanvraag/vastleggen/"
    fresh, life = leven().door_tot("brede_intake"), leven().door_tot("leerroute")
    life.op(VANDAAG)
    (term,) = [
        t
        for t in life.dossier.stand.termijnen
        if t.soort == Termijnsoort.VERLENGING_VRAGEN
    ]

    told = scherm.get(path.format(life.nummer)).context["gevolgen"]

    assert len(told) == 1
    assert f"van {datum(term.begin)} tot en met {datum(term.uiterlijk)}" in told[0]
    assert scherm.get(path.format(fresh.nummer)).context["gevolgen"] == []


def test_advice_is_offered_until_it_is_given_and_its_reason_is_for_who_reads_notes(
    leven, scherm: Client
) -> None:
    life = leven().door_tot("leerroute")
    life.op(VANDAAG)
    life.doe(
        "aanvraag", "vastleggen", soort="ontheffing_bijzonder", ingediend_op=dag(-9),
        advies_gevraagd_op=dag(-8),
    )  # fmt: skip
    (asked,) = life.dossier.feiten.aanvragen
    act = f"/trajecten/{life.nummer}/aanvraag/{asked.id}/adviseren/"
    assert act in pagina(scherm, life)

    life.doe(
        "aanvraag", "adviseren", id=asked.id, advies_gevraagd_op=dag(-8),
        advies_op=dag(-1), advies="toekennen", toelichting="Zorgt voor drie kinderen",
    )  # fmt: skip

    page = pagina(scherm, life)
    assert act not in page
    assert "Zorgt voor drie kinderen" in page


@pytest.mark.parametrize(
    ("soort", "grond", "keuzes"),
    [
        ("ontheffing_afgewezen", "MED", ["", "BIO", "MED"]),
        (
            "ontheffing_afgewezen",
            "iets van vroeger",
            ["", "BIO", "MED", "iets van vroeger"],
        ),
        ("boete_aangekondigd", "te laat", None),
    ],
)
def test_a_ground_is_corrected_from_the_same_list(
    soort, grond, keuzes, leven, scherm: Client
) -> None:
    life = leven().door_tot("leerroute")
    life.op(VANDAAG)
    life.doe("duobesluit", "vastleggen", soort=soort, besloten_op=dag(-2), grond=grond)
    (row,) = life.dossier.feiten.duo_besluiten

    answer = scherm.get(
        f"/trajecten/{life.nummer}/feit/duo_besluiten/{row.id}/herstellen/"
    )

    field = answer.context["form"].fields["grond"]
    found = sorted(key for key, _ in field.choices) if keuzes else None
    assert found == keuzes
    assert answer.context["form"]["grond"].value() == grond


def test_before_the_plan_and_after_the_end_nothing_can_be_extended(
    leven, scherm: Client
) -> None:
    for step in ("brede_intake", "afgesloten"):
        life = leven(**LANG_GELEDEN).door_tot(step)
        life.op(VANDAAG)
        assert "Kan DUO de termijn verlengen?" not in pagina(scherm, life)
        assert uittreksel(lees(life.traject, VANDAAG))["verlenging"] == []
