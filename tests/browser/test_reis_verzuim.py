"""Missed lessons: counted first, told where one enforces, and then helped."""

from collections.abc import Callable

import pytest

from inburgering.authorization.roles import Rol
from inburgering.wet.handelingen import Handeling
from tests.browser.reizen import Collega, geleden


H = Handeling
Maker = Callable[..., Collega]
pytestmark = pytest.mark.django_db(transaction=True)


def test_who_enforces_sees_the_hours_before_the_person(
    collega: Maker, leven: Callable[..., str]
) -> None:
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = leven("leerroute", dagen=400)

    werker.ga(f"{werker.dossier}handhaving/")
    werker.ziet("Niets geteld")
    werker.ziet("Er zijn nog geen uren geteld.")

    # Reported without a count: it is done, and told.
    werker.doe(
        H.HANDHAVING_MELDEN, aanleiding="verzuim_lessen", grondslag="wi2021",
        gebeurd_op=geleden(65),
    )  # fmt: skip
    werker.ziet("Er zijn nog geen uren van lessen geteld.")
    werker.ziet("Verzuim van lessen geteld")

    for begin, missed in ((120, 4), (90, 9)):
        werker.doe(
            H.UREN_VASTLEGGEN, soort="taalles", van=geleden(begin),
            tot_en_met=geleden(begin - 28), uren=40, verzuim_geoorloofd=2,
            verzuim_ongeoorloofd=missed,
        )  # fmt: skip
    werker.doe(
        H.UREN_VASTLEGGEN,
        soort="knm",
        van=geleden(120),
        tot_en_met=geleden(92),
        uren=16,
        verzuim_geoorloofd=0,
        verzuim_ongeoorloofd=0,
    )

    werker.ga(f"{werker.dossier}handhaving/")
    werker.ziet("13 van de 97 uur taalles (13 procent), in 2 tijdvakken achter elkaar")
    werker.ziet("0 van de 16 uur KNM-les")
    werker.ziet("over 1 dag tussen de tijdvakken is niets geteld")
    werker.ziet("Geteld tot en met")

    # Both forms say it again, with the reason folded in.
    werker.klik("Oorzaak en hulp vastleggen")
    werker.ziet("13 van de 97 uur taalles")
    werker.page.locator("dl summary").first.click()
    werker.ziet("De wet noemt geen grens.")
    werker.kies(H.HANDHAVING_MELDEN)
    werker.ziet("13 van de 97 uur taalles")

    # An agreement under the other act: the case follows it, and never both.
    werker.doe(
        H.AFSPRAAK_MAKEN, onderwerp="participatie", eigenaar="inburgeraar",
        omschrijving="Acht uur per week meelopen", grondslag="participatiewet",
        gemaakt_op=geleden(160),
    )  # fmt: skip
    werker.kies(H.HANDHAVING_MELDEN)
    werker.page.select_option("select[name=afspraak]", index=1)
    werker.vul(
        aanleiding="pip_niet_nagekomen", grondslag="wi2021", gebeurd_op=geleden(150)
    )
    werker.druk()
    werker.ziet("De afspraak rust op de Participatiewet. Die wet bepaalt")
    werker.vul(grondslag="participatiewet")
    werker.druk()
    werker.ziet_gedaan(H.HANDHAVING_MELDEN)
