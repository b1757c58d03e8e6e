"""Support around the plan: guidance, fixed costs and agreements, to the letter and talk."""

from collections.abc import Callable

import pytest

from inburgering.authorization.roles import Rol
from inburgering.wet.handelingen import Handeling
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden


H = Handeling
Maker = Callable[..., Collega]
pytestmark = pytest.mark.django_db(transaction=True)
PLAN = {
    "leerroute": "b1_route",
    "intensiteit": 700,
    "wensen": "Ik wil in de zorg werken.",
    "doelen": "Binnen twee jaar B1.",
    "participatie": "Koffie schenken in het buurthuis.",
    "begeleiding": "Een taalmaatje en hulp bij geldzaken.",
    "voortgang": "Een gesprek, samen met de school.",
}


def test_support_stands_in_the_plan_and_on_the_agenda(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = leven("pip_opstellen", dagen=60)

    # The plan begins with what the law asks at least; what is missing is named.
    werker.ga(f"{werker.dossier}pip/opstellen/")
    werker.ziet_staan("pvt_uren", "12")
    werker.ziet_staan("map_uren", "40")
    werker.ziet_staan("gesprek_weken", "13")
    werker.vul(**PLAN, gesprek_weken=6, opgesteld_op=geleden(20))
    werker.druk()
    werker.ziet("hoort ook in het PIP (niet bevestigd)")

    werker.ga(f"{werker.dossier}ondersteuning/")
    werker.ziet("Er is nog geen begeleiding vastgelegd")
    werker.doe(
        H.BEGELEIDING_STARTEN, organisatie="Stichting Welkom", contactpersoon="Ans de Wit",
        begonnen_op=geleden(50),
    )  # fmt: skip
    werker.doe(
        H.ONTZORGEN_STARTEN, bijstand="ja", begonnen_op=geleden(50),
        huur="gemeente_betaalt", energie="ander_instrument",
        zorgverzekering="gemeente_betaalt", reden_anders="Een budgetcoach kijkt mee.",
    )  # fmt: skip
    werker.ga(f"{werker.dossier}ondersteuning/")
    werker.ziet("Het ontzorgen loopt tot en met")
    for what, act, until in (
        ("Elke week naar het taalcafé in de bibliotheek.", "wi2021", geleden(-30)),
        ("Inschrijven bij het werkcentrum.", "participatiewet", geleden(-10)),
    ):
        werker.doe(
            H.AFSPRAAK_MAKEN, onderwerp="taal", omschrijving=what,
            eigenaar="inburgeraar", grondslag=act, gemaakt_op=geleden(15), uiterlijk=until,
        )  # fmt: skip
    werker.ga()
    werker.ziet_niet("hoort ook in het PIP")

    werker.doe(H.PIP_BESPREKEN, besproken_op=geleden(10), akkoord="ja")
    werker.doe(H.PIP_VASTSTELLEN, dagtekening=geleden(8))
    werker.ga(f"{werker.dossier}pip/")
    werker.ziet("Elke week naar het taalcafé")
    werker.ziet("Participatiewet")

    # The agenda of a talk are the open agreements; one of them was not kept.
    werker.ga(f"{werker.dossier}voortgangsgesprek/voeren/")
    werker.ziet("Inschrijven bij het werkcentrum.")
    werker.doe(
        H.AFSPRAAK_AFRONDEN, resultaat="niet_nagekomen", afgerond_op=geleden(0),
        toelichting="De bus reed niet.",
    )  # fmt: skip
    werker.ziet("Zoek eerst de oorzaak en bied hulp")
    werker.ga(f"{werker.dossier}pip/")
    werker.ziet("Niet nagekomen")


def test_a_family_migrant_is_told_why_there_is_no_ontzorgen(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = leven(
        "aangemeld", dagen=30, doelgroep="gezinsmigrant_en_overige_migrant",
        verblijfstitel="21",
    )  # fmt: skip
    werker.ga(f"{werker.dossier}ondersteuning/")
    werker.ziet("Financieel ontzorgen is alleen voor asielstatushouders")
    werker.page.goto(f"{werker.dossier}ontzorgen/starten/")
    werker.ziet("Dit kan nu niet")
    assert "56a" in werker.page.content()
