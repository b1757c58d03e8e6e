"""One newcomer's whole way by the Z-route, from the reception centre on."""

from collections.abc import Callable

import pytest

from inburgering.authorization.roles import Rol
from inburgering.models import Traject
from inburgering.models.gemeente import gemeente
from inburgering.wet.handelingen import Handeling
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden
from tests.inburgering.cast import maak_bsn


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
H = Handeling

PERSOON = {
    "v_nummer": "2871045936",
    "voornamen": "Tesfay",
    "geslachtsnaam": "Gebremedhin",
    "geboortedatum": "00-00-1968",
    "geslacht": "man",
    "nationaliteit": "0084",
    "geboorteland": "9003",
    "verblijfstitel": "26",
    "doelgroep": "asielstatushouder",
    "verblijfsituatie": "opvang",
    "opvanglocatie": "azc Delfzijl",
    "contacttaal": "Tigrinya",
    "tolk_nodig": True,
}
PLAN = {
    "leerroute": "z_route",
    "alfabetisering": "anders_gealfabetiseerd",
    "wensen": "Ik wil met mijn handen werken en met de buren kunnen praten.",
    "doelen": "Brieven van school begrijpen. Zelf naar de huisarts.",
    "participatie": "Werken in de stadstuin, drie ochtenden per week.",
    "begeleiding": "Hulp bij geldzaken en bij de kinderopvang.",
    "voortgang": "Elke twee maanden een gesprek met een tolk.",
}


def in_de_opvang(werker: Collega) -> None:
    werker.ga("/trajecten/registreren/")
    werker.vul(**PERSOON, datum_koppeling=geleden(830))
    werker.druk()
    werker.nummer = werker.page.url.rstrip("/").rsplit("/", 1)[-1]
    werker.ziet("de tien weken voor het PIP zijn nog niet begonnen")
    werker.ziet("geboren 1968 (dag en maand onbekend)")
    werker.foto("opvang")
    werker.doe(H.INTAKE_STARTEN, gestart_op=geleden(815), in_opvang=True)
    werker.ga()
    werker.ziet("De tien weken voor het PIP zijn nog niet begonnen")


def vestiging(werker: Collega) -> None:
    werker.doe(
        H.TRAJECT_AANVULLEN,
        bsn=maak_bsn(21), datum_plicht=geleden(805), datum_kennisgeving=geleden(800),
        verblijfsituatie="gemeente", datum_uitstroom=geleden(770),
        datum_inschrijving=geleden(768), adres="Papsouwselaan 101",
        postcode="2624 AL", woonplaats="Delft",
    )  # fmt: skip
    werker.ga()
    werker.ziet_niet("nog niet begonnen:")
    werker.ga(f"{werker.dossier}gegevens/")
    werker.ziet_niet(maak_bsn(21))
    werker.page.get_by_role("button", name="Toon BSN").click()
    werker.ziet(maak_bsn(21))


def intake_en_plan(werker: Collega) -> None:
    werker.doe(
        H.INTAKE_INVULLEN,
        opleiding_niveau="geen", taal_lezen_schrijven="een_beetje",
        taal_latijns_schrift="nee", taal_nederlands="onder_a1",
        zorg_kinderen_antwoord="niet_gevraagd",
    )  # fmt: skip
    werker.doe(
        H.LEERBAARHEIDSTOETS_VASTLEGGEN,
        afgenomen="ja", afgenomen_op=geleden(750), uitkomst="b1_route_niet_haalbaar",
    )  # fmt: skip
    werker.doe(
        H.INTAKE_AFRONDEN,
        afgerond_op=geleden(748),
        routeadvies="z_route",
        routeadvies_reden="Leert het best in de praktijk.",
    )
    werker.doe(H.PIP_OPSTELLEN, **PLAN, opgesteld_op=geleden(740))
    werker.doe(H.PIP_BESPREKEN, besproken_op=geleden(735), akkoord="ja")
    werker.doe(H.PIP_VASTSTELLEN, dagtekening=geleden(730))
    werker.doe(H.PIP_VERSTUREN, verstuurd_op=geleden(728))


def uren(werker: Collega, school: int) -> None:
    """Record 800 hours of lessons and 800 of participation, in two halves each."""
    for van, tot in ((700, 400), (399, 100)):
        werker.doe(
            H.UREN_VASTLEGGEN,
            soort="taalles", aanbieder=school, van=geleden(van),
            tot_en_met=geleden(tot), uren=400,
        )  # fmt: skip
        werker.doe(
            H.UREN_VASTLEGGEN,
            soort="participatie", van=geleden(van), tot_en_met=geleden(tot), uren=400,
            herkomst="gemeente",
        )  # fmt: skip


def test_klantmanager_follows_one_person_by_the_z_route(
    collega: Callable[..., Collega], huis: Huis
) -> None:
    """The client manager follows Tesfay Gebremedhin, known by V-nummer and year alone.

    1.  Registers him while he lives in a reception centre, and reads that the ten weeks
        have not begun; holds the first talk there.
    2.  Completes BSN, notice and settlement when he comes to Delft; looks up the BSN.
    3.  Finishes the intake, sees the Z-route come out, decides the PIP.
    4.  Offers a place; a wish to end too early is refused, with what is missing.
    5.  Records 800 hours of lessons and 800 of participation, PVT and MAP.
    6.  Holds the final talk; DUO finds the duty fulfilled; closes the file.
    7.  The case in the database says the same, act by act.
    """
    jolanda = collega(Rol.KLANTMANAGER)

    # 1, 2 and 3
    in_de_opvang(jolanda)
    vestiging(jolanda)
    intake_en_plan(jolanda)

    # 4
    jolanda.doe(
        H.AANBOD_DOEN,
        aanbieder=huis.aanbieder.pk, aangeboden_op=geleden(725), leerroute="z_route",
    )  # fmt: skip
    jolanda.doe(H.AANBOD_STARTEN, begonnen_op=geleden(700))
    jolanda.ga(f"{jolanda.dossier}zroute/afronden/")
    jolanda.ziet("Dit kan nu niet")
    jolanda.ziet("Het PVT is nog niet afgerond")

    # 5
    jolanda.doe(
        H.PARTICIPATIE_STARTEN,
        vorm="vrijwilligerswerk", plaats="Stadstuin Delft", samenhang="parallel",
        uren_per_week=12, begin=geleden(700),
    )  # fmt: skip
    uren(jolanda, huis.aanbieder.pk)
    jolanda.ga(f"{jolanda.dossier}leerroute/")
    jolanda.ziet("800 van 800 uur")
    jolanda.foto("uren")
    jolanda.doe(H.PVT_STARTEN, begonnen_op=geleden(600))
    jolanda.doe(H.PVT_ONDERTEKENEN, ondertekend_op=geleden(580), uren=12)
    jolanda.doe(H.MAP_STARTEN, begonnen_op=geleden(500))
    jolanda.doe(H.MAP_AFRONDEN, eindgesprek_op=geleden(90), praktijkuren=40)

    # 6
    jolanda.doe(H.ZROUTE_AFRONDEN, afgerond_op=geleden(60), verslag="Tesfay is trots.")
    jolanda.ziet("Alle onderdelen behaald")
    jolanda.doe(H.DUOBESLUIT_VASTLEGGEN, soort="voldaan", besloten_op=geleden(30))
    jolanda.doe(H.TRAJECT_AFSLUITEN, afgesloten_op=geleden(1), reden="voldaan")
    jolanda.ziet("Afgesloten")

    # 7
    with gemeente(huis.gemeente):
        case = Traject.objects.get(nummer=jolanda.nummer)
        assert (case.status, case.leerroute) == ("afgesloten", "z_route")
        assert case.onderdelen_behaald_op == geleden(60)
        assert case.inburgeraar.lees_bsn() == maak_bsn(21)
