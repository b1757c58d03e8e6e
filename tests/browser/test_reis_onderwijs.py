"""One young newcomer's whole way by the onderwijsroute, with a desk, a school and a team."""

from collections.abc import Callable

import pytest

from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models import Traject
from inburgering.models.gemeente import gemeente
from inburgering.wet.handelingen import Handeling
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden
from tests.inburgering.cast import maak_bsn


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
H = Handeling
SCHOOL = "Scholengroep De Vliet"

PERSOON = {
    "bsn": maak_bsn(33),
    "voornamen": "Yusuf",
    "geslachtsnaam": "Rahimi",
    "geboortedatum": "12-03-2006",
    "geslacht": "man",
    "nationaliteit": "0300",
    "geboorteland": "6023",
    "verblijfstitel": "26",
    "doelgroep": "asielstatushouder",
    "verblijfsituatie": "gemeente",
    "adres": "Westlandseweg 40",
    "postcode": "2624 AD",
    "woonplaats": "Delft",
    "contacttaal": "Dari",
}
PLAN = {
    "leerroute": "onderwijsroute",
    "wensen": "Ik wil naar het mbo en verpleegkundige worden.",
    "doelen": "Taalschakeltraject, daarna mbo-verpleegkunde niveau 4.",
    "participatie": "Op zaterdag in een zorgcentrum helpen.",
    "begeleiding": "Een mentor van de school.",
    "voortgang": "Elke drie maanden een gesprek, samen met de school.",
}


def aan_de_balie(saskia: Collega) -> None:
    """Register him at the desk, which then sees no intake."""
    saskia.ga("/trajecten/registreren/")
    saskia.vul(
        **PERSOON, datum_plicht=geleden(745), datum_kennisgeving=geleden(741),
        datum_inschrijving=geleden(730),
    )  # fmt: skip
    saskia.druk()
    saskia.ziet("Geregistreerd als dossier")
    saskia.nummer = saskia.page.url.rstrip("/").rsplit("/", 1)[-1]
    assert saskia.page.goto(f"{saskia.dossier}intake/").status == 403


def intake(werker: Collega) -> None:
    werker.doe(H.INTAKE_STARTEN, gestart_op=geleden(722))
    werker.doe(
        H.INTAKE_INVULLEN,
        opleiding_niveau="hoger_voortgezet", opleiding_jaren=11,
        taal_moedertaal="Dari en Engels", taal_nederlands="A2", ambitie_doel="beroepsopleiding",
        ambitie_beroep="Verpleegkundige",
    )  # fmt: skip
    werker.doe(
        H.LEERBAARHEIDSTOETS_VASTLEGGEN,
        afgenomen="ja", afgenomen_op=geleden(712), uitkomst="b1_route_haalbaar",
    )  # fmt: skip
    werker.doe(
        H.INTAKE_AFRONDEN,
        afgerond_op=geleden(710),
        routeadvies="onderwijsroute",
        routeadvies_reden="Is achttien en wil naar het mbo.",
    )


def plan(werker: Collega) -> None:
    """Choose the route; a level below B1 is refused, and nothing typed is lost."""
    werker.kies(H.PIP_OPSTELLEN)
    werker.vul(**PLAN, niveau_schrijven="A2", opgesteld_op=geleden(705))
    werker.druk()
    werker.ziet_fout(
        "niveau_schrijven", "In de onderwijsroute is het niveau B1 of hoger"
    )
    werker.ziet_staan("wensen", PLAN["wensen"])
    werker.vul(niveau_schrijven="B1")
    werker.druk()
    werker.ziet_gedaan(H.PIP_OPSTELLEN)
    werker.doe(H.PIP_BESPREKEN, besproken_op=geleden(700), akkoord="ja")
    werker.doe(H.PIP_VASTSTELLEN, dagtekening=geleden(697))
    werker.doe(H.PIP_VERSTUREN, verstuurd_op=geleden(696))


def school(werker: Collega, peter: Collega, huis: Huis) -> None:
    """Offer a place at a language school, read that DUO refuses it, and find another."""
    werker.doe(
        H.AANBOD_DOEN,
        aanbieder=huis.aanbieder.pk, aangeboden_op=geleden(690),
        leerroute="onderwijsroute",
    )  # fmt: skip
    werker.ziet("De onderwijsroute volgt men bij een erkende taalschakelinstelling")
    werker.foto("onderwijsroute-aanbod")
    werker.doe(
        H.AANBOD_BEEINDIGEN, beeindigd_op=geleden(688), reden_einde="andere_aanbieder"
    )

    peter.ga("/aanbieders/nieuw/")
    peter.vul(
        naam=SCHOOL, keurmerk="inspectie_van_het_onderwijs",
        keurmerk_vanaf=geleden(3000), instellingsnummer="99ZZ",
    )  # fmt: skip
    peter.druk()
    peter.klik("Cursus toevoegen")
    peter.vul(naam="Taalschakeltraject", leerroute="onderwijsroute", uren_per_week=24)
    peter.druk()
    peter.ziet("Taalschakeltraject")

    werker.kies(H.AANBOD_DOEN)
    werker.veld("aanbieder").select_option(label=SCHOOL)
    werker.vul(aangeboden_op=geleden(680), leerroute="onderwijsroute")
    werker.druk()
    werker.ziet_gedaan(H.AANBOD_DOEN)
    werker.ziet_niet("erkende taalschakelinstelling")
    werker.doe(H.AANBOD_STARTEN, begonnen_op=geleden(660))


def leren(werker: Collega, saskia: Collega) -> None:
    """The hours come in at the desk; the talks and the PVT are the client manager's."""
    for van, tot, uren in ((660, 480, 560), (479, 300, 540), (299, 120, 500)):
        saskia.doe(
            H.UREN_VASTLEGGEN,
            soort="taalles", van=geleden(van), tot_en_met=geleden(tot), uren=uren,
        )  # fmt: skip
    for dagen in (570, 300, 40):
        werker.doe(
            H.VOORTGANGSGESPREK_VOEREN,
            gevoerd_op=geleden(dagen), vorm="op_kantoor",
            verslag="De school is tevreden.", afspraken="Meelopen op het mbo.",
        )  # fmt: skip
    werker.doe(H.PVT_STARTEN, begonnen_op=geleden(560))
    werker.doe(H.PVT_ONDERTEKENEN, ondertekend_op=geleden(540), uren=12)
    werker.page.goto(f"{werker.dossier}map/starten/")
    werker.ziet("Dit kan nu niet")
    werker.ziet("De MAP hoort niet bij de onderwijsroute")
    werker.kijk()


def examens(saskia: Collega) -> None:
    """Reading fails once; the second time she passes it at B2, which counts as well."""
    saskia.doe(
        H.EXAMEN_VASTLEGGEN,
        onderdeel="lezen", niveau="B1", afgelegd_op=geleden(260), resultaat="gezakt",
    )  # fmt: skip
    for part, level, days in (
        ("luisteren", "B1", 240), ("schrijven", "B1", 220),
        ("spreken", "B1", 200), ("knm", "", 150), ("taalschakeltraject", "", 100),
    ):  # fmt: skip
        saskia.doe(
            H.EXAMEN_VASTLEGGEN,
            onderdeel=part, afgelegd_op=geleden(days), resultaat="geslaagd",
            **({"niveau": level} if level else {}),
        )  # fmt: skip
    saskia.ga(f"{saskia.dossier}examens/")
    saskia.ziet("Nog niet gehaald op B1, 1 poging")
    saskia.foto("onderwijsroute-examens")
    saskia.doe(
        H.EXAMEN_VASTLEGGEN,
        onderdeel="lezen", niveau="B2", afgelegd_op=geleden(60), resultaat="geslaagd",
    )  # fmt: skip


def test_a_team_follows_one_person_by_the_onderwijsroute(
    collega: Callable[..., Collega], huis: Huis
) -> None:
    """A whole team follows Yusuf Rahimi, who is eighteen and wants to be a nurse.

    1. Saskia Boer registers him at the desk; Ruben van Dam hands the case to Jolanda.
    2. Jolanda holds the intake; the advice is the onderwijsroute.
    3. She drafts the PIP: A2 is refused there, B1 is what it asks; it is decided.
    4. She offers a place at a language school and reads that DUO will not take it; Peter
       Vos adds a recognised school, and the place there raises no word.
    5. Hours come in at the desk; talk and PVT; a MAP cannot even be begun in this route.
    6. All exams and the taalschakeltraject are passed but reading: not yet done. He
       passes it at B2, which is more than the duty asks, and all parts are met.
    7. DUO finds the duty fulfilled; the file is closed; the database says the same.
    """
    saskia, ruben = collega(Rol.ADMINISTRATIE), collega(Rol.TEAMLEIDER)
    jolanda, peter = collega(Rol.KLANTMANAGER), collega(Rol.CONTRACTBEHEERDER)

    # 1
    aan_de_balie(saskia)
    ruben.nummer = jolanda.nummer = saskia.nummer
    ruben.doe(Werkhandeling.TRAJECT_TOEWIJZEN, klantmanager=jolanda.lid.gebruiker_id)

    # 2, 3, 4 and 5
    intake(jolanda)
    plan(jolanda)
    school(jolanda, peter, huis)
    leren(jolanda, saskia)

    # 6
    examens(saskia)
    jolanda.ga()
    jolanda.ziet("Alle onderdelen behaald")
    jolanda.ziet("Wachten op DUO")

    # 7
    saskia.doe(H.DUOBESLUIT_VASTLEGGEN, soort="voldaan", besloten_op=geleden(30))
    jolanda.doe(H.AANBOD_BEEINDIGEN, beeindigd_op=geleden(100), reden_einde="afgerond")
    jolanda.doe(H.TRAJECT_AFSLUITEN, afgesloten_op=geleden(3), reden="voldaan")
    jolanda.ziet("Afgesloten")
    with gemeente(huis.gemeente):
        case = Traject.objects.get(nummer=jolanda.nummer)
        assert (case.status, case.leerroute) == ("afgesloten", "onderwijsroute")
        assert case.onderdelen_behaald_op == geleden(60)
