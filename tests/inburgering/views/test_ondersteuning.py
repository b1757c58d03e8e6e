"""Agreements at the plan and support on its page: who sees what, and what comes first."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.test import Client

from inburgering.models import Termijn
from inburgering.wet import parameters
from tests.inburgering.cast import VANDAAG, Leven, lid_van
from tests.inburgering.voorbeelden import (
    VOORBEELD,
    H,
    met_afspraak,
    met_begeleiding,
    met_ontzorgen,
)


pytestmark = pytest.mark.usefixtures("aanbieder")


@pytest.fixture
def life(leven) -> Leven:
    """Give a case with an agreement kept, one open, guidance, and costs paid."""
    life = leven().door_tot("leerroute")
    met_afspraak(life)
    life.doe(
        "afspraak", "afronden", afgerond_op=life.dag, resultaat="deels_nagekomen",
        toelichting="Ziek geweest",
    )  # fmt: skip
    life.na(1).doe(
        "afspraak", "maken", onderwerp="participatie",
        omschrijving="Solliciteren bij de bakker", eigenaar="inburgeraar",
        grondslag="participatiewet", gemaakt_op=life.dag,
    )  # fmt: skip
    met_begeleiding(life)
    life.doe(
        "begeleiding", "beeindigen", beeindigd_op=life.dag, reden_einde="overgedragen",
        overdracht="Wijkteam weet van de brieven",
    )  # fmt: skip
    life.na(1).doe(
        "ontzorgen", "starten", begonnen_op=life.dag, bijstand=True,
        huur="ander_instrument", energie="gemeente_betaalt",
        zorgverzekering="niet_nodig", reden_anders="Budgetcoach Sam",
    )  # fmt: skip
    return life.op(VANDAAG)


VRIJE_TEKST = ("Ziek geweest", "Wijkteam weet", "Budgetcoach Sam")


def lees(client: Client, life: Leven, *secties: str) -> str:
    pages = []
    for sectie in secties:
        answer = client.get(f"/trajecten/{life.nummer}/{sectie}/")
        assert answer.status_code == 200
        pages.append(answer.content.decode())
    return "".join(pages)


def test_open_agreements_come_first_with_the_act_they_rest_on(life, scherm) -> None:
    page = lees(scherm, life, "pip")
    assert page.index("Solliciteren bij de bakker") < page.index("taalcafé")
    assert "Deels nagekomen" in page
    assert "Geen einddatum" in page
    assert page.count("/afronden/") == 1


def test_support_says_until_when_and_what_ended(life, scherm) -> None:
    page = lees(scherm, life, "ondersteuning")
    assert "Het ontzorgen loopt tot en met" in page
    assert "VluchtelingenWerk Delft" in page
    assert "/ontzorgen/" in page
    assert "/begeleiding/starten/" in page
    assert "/beeindigen/" in page


@pytest.mark.parametrize(
    ("route", "woorden"),
    [
        ("z_route", "tellen mee voor de uren participatie"),
        ("b1_route", "tellen alleen mee voor een asielstatushouder in de Z-route"),
    ],
)
def test_the_hours_of_guidance_stand_beside_it(leven, scherm, route, woorden) -> None:
    life = leven().door_tot("leerroute", route)
    assert "uur</strong> begeleiding" not in lees(scherm, life, "ondersteuning")
    life.doe(
        "begeleiding", "starten", organisatie="Stichting Welkom", begonnen_op=life.dag
    )
    life.na(30).doe(
        "uren", "vastleggen", soort="maatschappelijke_begeleiding", van=life.dag - timedelta(days=9),
        tot_en_met=life.dag, uren=24,
    )  # fmt: skip
    page = lees(scherm, life, "ondersteuning")
    assert "<strong>24 uur</strong> begeleiding" in page
    assert woorden in page
    assert "/uren/vastleggen/" in page


def test_free_text_is_for_who_may_read_notes(life, scherm, in_delft, inloggen) -> None:
    page = lees(scherm, life, "pip", "ondersteuning", "geschiedenis")
    assert all(text in page for text in VRIJE_TEKST)

    other = inloggen(lid_van(in_delft, "administratie"))
    shown = lees(other, life, "pip", "ondersteuning")
    assert "Solliciteren bij de bakker" in shown
    assert not [text for text in VRIJE_TEKST if text in shown]
    assert "/afronden/" not in shown


def test_the_talk_has_the_open_agreements_as_agenda(life, scherm) -> None:
    page = lees(scherm, life, "voortgangsgesprek/voeren")
    assert "Solliciteren bij de bakker" in page
    assert "taalcafé" not in page


def test_a_family_migrant_is_refused_with_the_article(leven, scherm) -> None:
    life = leven(doelgroep="gezinsmigrant_en_overige_migrant", verblijfstitel="21")
    page = scherm.get(f"/trajecten/{life.nummer}/ondersteuning/").content.decode()
    assert "alleen voor asielstatushouders met bijstand" in page
    assert "Participatiewet art. 56a" in page
    assert "/ontzorgen/starten/" not in page
    assert scherm.get(f"/trajecten/{life.nummer}/ontzorgen/starten/").status_code == 409


def test_the_terms_of_agreements_and_costs_are_kept(life) -> None:
    rows = Termijn.objects.filter(traject=life.traject)
    kept = {row.soort: row for row in rows.filter(vervallen=False)}
    assert kept["ontzorgen"].wettelijk
    assert kept["ontzorgen"].artikel == "Participatiewet art. 56a"
    # What is agreed without a day has no term; the one that was kept has gone.
    assert "afspraak" not in kept


# --- What the forms ask ---------------------------------------------------------------


def stuur(scherm: Client, voorbeeld, life: Leven, **anders: object):
    typed = dict(voorbeeld.invoer(life)) | {"versie": life.traject.versie} | anders
    return scherm.post(voorbeeld.url(life), typed)


def test_form_and_page_say_how_long_ontzorgen_lasts_today(
    leven, scherm, monkeypatch
) -> None:
    voorbeeld = VOORBEELD[H.ONTZORGEN_STARTEN]
    life = voorbeeld.maak(leven)
    nu = parameters.parameter("ontzorgen_maanden", life.dag)
    amended = replace(nu, waarde=nu.waarde + 1, geldig_vanaf=life.dag)
    for words in ("zes maanden", "zeven maanden"):
        form = scherm.get(voorbeeld.url(life)).content.decode()
        assert f"in de eerste {words} van de bijstand" in form
        assert f"De {words} tellen vanaf deze dag. Bijvoorbeeld 29-11-2026" in form
        page = scherm.get(f"/trajecten/{life.nummer}/ondersteuning/").content.decode()
        assert f"in de eerste {words}." in page
        monkeypatch.setitem(parameters._RIJEN, "ontzorgen_maanden", (amended,))


def test_ontzorgen_asks_benefit_and_a_reason_only_where_it_belongs(
    leven, scherm
) -> None:
    voorbeeld = VOORBEELD[H.ONTZORGEN_STARTEN]
    life = voorbeeld.maak(leven)
    refused = stuur(scherm, voorbeeld, life, bijstand="nee")
    assert "zonder bijstand" in refused.content.decode()
    refused = stuur(scherm, voorbeeld, life, reden_anders="")
    assert refused.context["form"].errors["reden_anders"]
    assert life.dossier.feiten.ontzorgen == ()
    done = stuur(
        scherm, voorbeeld, life, energie="gemeente_betaalt", reden_anders="Vergeten"
    )
    assert done.status_code == 302
    (row,) = life.dossier.feiten.ontzorgen
    assert row.reden_anders == ""


def test_a_hand_over_says_to_whom(leven, scherm) -> None:
    voorbeeld = VOORBEELD[H.BEGELEIDING_BEEINDIGEN]
    life = voorbeeld.maak(leven)
    refused = stuur(scherm, voorbeeld, life, overdracht="")
    assert refused.context["form"].errors["overdracht"]
    assert stuur(scherm, voorbeeld, life).status_code == 302


def test_what_was_not_kept_tells_which_act_decides(leven, scherm) -> None:
    voorbeeld = VOORBEELD[H.AFSPRAAK_AFRONDEN]
    life = voorbeeld.maak(leven)
    done = stuur(scherm, voorbeeld, life)
    assert done.status_code == 302
    page = scherm.get(unquote(done.url)).content.decode()
    assert "Zoek eerst de oorzaak en bied hulp" in page
    assert "een boete op grond van de Wet inburgering 2021" in page


@pytest.mark.parametrize(
    ("route", "uren", "bewaard"),
    [
        ("b1_route", "", "fout"),
        ("b1_route", "44", 44),
        ("z_route", "", "fout"),
        ("onderwijsroute", "40", None),
        ("onderwijsroute", "", None),
    ],
)
def test_the_plan_asks_the_hours_of_the_map_where_it_belongs(
    leven, scherm, route: str, uren: str, bewaard: object
) -> None:
    voorbeeld = VOORBEELD[H.PIP_OPSTELLEN]
    life = voorbeeld.maak(leven)
    estimate = "700" if route == "b1_route" else ""
    answer = stuur(
        scherm, voorbeeld, life, leerroute=route, map_uren=uren, intensiteit=estimate
    )
    if bewaard == "fout":
        assert answer.context["form"].errors["map_uren"]
    else:
        (plan,) = life.dossier.feiten.pips
        assert (answer.status_code, plan.map_uren) == (302, bewaard)


def test_a_draft_goes_on_with_every_word_of_it(leven, scherm) -> None:
    """The wishes and goals too, which the law does not look at."""
    life = leven().door_tot("concept")
    form = scherm.get(f"/trajecten/{life.nummer}/pip/opstellen/").context["form"]
    assert form.initial["wensen"] == "Weer als apotheker werken"
    assert form.initial["doelen"] == "Lezen en schrijven op B1"
    assert (form.initial["pvt_uren"], form.initial["gesprek_weken"]) == (12, 13)


def test_after_a_plan_from_elsewhere_the_usual_hours_stand_ready(leven, scherm) -> None:
    life = leven().door_tot("aangemeld")
    life.na(2).doe(
        "pip", "overnemen", dagtekening=life.dag, leerroute="b1_route", niveaus={},
        alfabetisering="niet_van_toepassing", herkomst="andere_gemeente",
    )  # fmt: skip
    form = scherm.get(f"/trajecten/{life.nummer}/pip/opstellen/").context["form"]
    assert (form.initial["pvt_uren"], form.initial["map_uren"]) == (12, 40)
    assert form.initial["gesprek_weken"] == 13


def test_ontzorgen_paid_by_the_municipality_ends_after_six_months(leven) -> None:
    life = leven().door_tot("leerroute")
    met_ontzorgen(life)
    term = Termijn.objects.get(traject=life.traject, soort="ontzorgen")
    assert term.begin == life.dag
    life.na(3).doe(
        "ontzorgen", "beeindigen", beeindigd_op=life.dag, reden_einde="geen_bijstand"
    )
    term.refresh_from_db()
    assert term.voldaan_op == life.dag
