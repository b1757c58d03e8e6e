"""Missed lessons: counted first, told where one enforces, and then helped."""

from collections.abc import Callable

import pytest

from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.wet.handelingen import Handeling
from tests.browser.reizen import Collega, geleden


H, W = Handeling, Werkhandeling
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


def test_each_step_has_its_letter_seen_before_it_is_made(
    collega: Maker, leven: Callable[..., str]
) -> None:
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = leven("leerroute", dagen=400)
    werker.doe(
        H.HANDHAVING_MELDEN, aanleiding="verzuim_lessen", grondslag="wi2021",
        gebeurd_op=geleden(20),
    )  # fmt: skip
    werker.ziet_niet("Maak brief")
    werker.klik("Oorzaak en hulp vastleggen")
    werker.vul(
        gebeld_op=geleden(15), oorzaak_op=geleden(15), oorzaak="kinderopvang",
        hulp_op=geleden(15), hulp="Een plek op de kinderopvang op lesdagen",
    )  # fmt: skip
    werker.druk()

    # The letter that fits now is offered at its step; what it needs is asked.
    werker.klik("Maak brief: uitnodiging voor een gesprek")
    werker.druk("Brief maken")
    werker.ziet_fout("plaats", "Vul de plaats van het gesprek in.")
    werker.vul(dag=geleden(-7), tijd="14:00", plaats="Markt 1, balie 2")
    werker.druk("Bekijk eerst")
    werker.ziet("Het gesprek is op 17 juni 2026 om 14:00 uur.")
    werker.ziet("Een plek op de kinderopvang op lesdagen")
    werker.foto("handhaving-brief")
    werker.druk("Brief maken")
    werker.ziet_gedaan(W.HANDHAVING_SCHRIJVEN)
    werker.ziet("Uitnodiging voor een gesprek, 10 juni 2026 (pdf)")
    werker.foto("handhaving-stappen", vanaf="main details[open]")

    # Any other says what is still missing.
    werker.ga(f"{werker.dossier}handhaving/schrijven/?soort=voornemen")
    werker.ziet("Deze brief kan nu niet worden gemaakt")
    werker.ziet("Voer eerst een gesprek over de afspraak.")
