"""One newcomer's whole way by the B1-route, through the browser alone."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone

from inburgering import outbox
from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import voluit
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden, getypt
from tests.inburgering.cast import maak_bsn


pytestmark = [
    pytest.mark.browser,
    pytest.mark.beide,
    pytest.mark.django_db(transaction=True),
]
H = Handeling

PERSOON = {
    "bsn": maak_bsn(7),
    "voornamen": "Samira",
    "geslachtsnaam": "Haddad",
    "geboortedatum": "14-02-1991",
    "geslacht": "vrouw",
    "nationaliteit": "0336",
    "geboorteland": "7009",
    "verblijfstitel": "26",
    "doelgroep": "asielstatushouder",
    "verblijfsituatie": "gemeente",
    "adres": "Lange Geer 12",
    "postcode": "2611 PV",
    "woonplaats": "Delft",
    "contacttaal": "Arabisch",
    "tolk_nodig": True,
}
# What was typed, and what stands on the paper: a month and a day further on.
VERTYPT, DAGTEKENING = geleden(655), geleden(686)
PLAN = {
    "wensen": "Ik wil weer als apotheker werken.",
    "doelen": "Lezen en schrijven op B1 binnen twee jaar.",
    "participatie": "Stage in een apotheek, 16 uur per week.",
    "begeleiding": "Een taalmaatje via de bibliotheek.",
    "voortgang": "Elke drie maanden een gesprek.",
}


def registreer(werker: Collega, **datums: object) -> None:
    werker.ga("/trajecten/")
    werker.klik("Persoon registreren")
    werker.vul(**PERSOON | datums | {"bsn": ""})
    werker.foto("registreren")  # no picture ever shows a BSN
    werker.vul(bsn=PERSOON["bsn"])
    werker.druk()
    werker.ziet("Geregistreerd als dossier")
    werker.nummer = werker.page.url.rstrip("/").rsplit("/", 1)[-1]


def intake(werker: Collega) -> None:
    werker.doe(H.INTAKE_STARTEN, gestart_op=geleden(735))
    werker.doe(
        H.INTAKE_INVULLEN,
        opleiding_niveau="master", opleiding_jaren=17, werk_jaren=6,
        werk_beroep="Apotheker", taal_moedertaal="Arabisch en Engels",
        taal_nederlands="geen", ambitie_doel="werk", ambitie_beroep="Apotheker",
        gezondheid_belastbaar_antwoord="wil_niet_zeggen",
    )  # fmt: skip
    werker.doe(
        H.LEERBAARHEIDSTOETS_VASTLEGGEN,
        afgenomen="ja", afgenomen_op=geleden(722), uitkomst="b1_route_haalbaar",
    )  # fmt: skip
    werker.doe(
        H.INTAKE_AFRONDEN,
        afgerond_op=geleden(720),
        routeadvies="b1_route",
        routeadvies_reden="Was apotheker en leest goed.",
    )


def plan(werker: Collega) -> None:
    werker.doe(
        H.PIP_OPSTELLEN,
        leerroute="b1_route", intensiteit=700, opgesteld_op=geleden(700), **PLAN,
    )  # fmt: skip
    werker.doe(H.PIP_BESPREKEN, besproken_op=geleden(695), akkoord="ja")
    werker.doe(H.PIP_VASTSTELLEN, dagtekening=VERTYPT)
    outbox.leegmaken(timezone.now())  # the worker makes the letter


def herstel(werker: Collega, leider: Collega) -> None:
    """Ask to mend the dagtekening; nothing moves until the team leader agrees."""
    werker.ga(f"{werker.dossier}pip/")
    werker.klik("Herstel Versie 1")
    werker.ziet_staan("dagtekening", getypt(VERTYPT))
    werker.vul(dagtekening=DAGTEKENING, reden="Maand en dag waren verwisseld.")
    werker.foto("herstel", bij="dagtekening")
    werker.druk()
    werker.ziet("Deze termijnen verschuiven")
    werker.foto("herstel-gevolgen")
    werker.druk("Vraag het herstel aan")
    werker.ziet("Een herstel wacht op een tweede persoon")
    werker.ga(f"{werker.dossier}pip/")
    werker.ziet(voluit(VERTYPT))

    leider.nummer = werker.nummer
    leider.ga()
    leider.klik("Bekijk wat er verandert")
    leider.ziet("Maand en dag waren verwisseld.")
    leider.foto("herstel-goedkeuren")
    leider.druk("Herstel goedkeuren")
    leider.ziet("Herstel goedgekeurd.")

    werker.ga(f"{werker.dossier}pip/")
    werker.ziet(voluit(DAGTEKENING))
    werker.ga()
    # Three years from the day after the dagtekening; the screen shows the last day.
    werker.ziet(f"tot en met {voluit(laatste_dag(DAGTEKENING))}")


def laatste_dag(dagtekening: date) -> date:
    """Give the last day of the three years, by hand."""
    begin = dagtekening + timedelta(days=1)
    year, month, day = begin.year + 3, begin.month, begin.day
    if (month, day) == (2, 29):
        month, day = 3, 1
    return date(year, month, day) - timedelta(days=1)


def brief(werker: Collega) -> None:
    """Open the letter: a PDF whose name says nothing about the person."""
    werker.ga(f"{werker.dossier}pip/")
    werker.foto("pip")
    link = werker.page.get_by_role("link", name=f"{voluit(DAGTEKENING)} (pdf)")
    answer = werker.page.request.get(link.get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF")
    assert "Haddad" not in answer.headers.get("content-disposition", "")


def leren(werker: Collega, huis: Huis) -> None:
    werker.doe(
        H.AANBOD_DOEN,
        aanbieder=huis.aanbieder.pk, aangeboden_op=geleden(670), leerroute="b1_route",
        verwacht_begin=geleden(650),
    )  # fmt: skip
    werker.doe(H.AANBOD_STARTEN, begonnen_op=geleden(648))
    werker.doe(
        H.PARTICIPATIE_STARTEN,
        vorm="stage", plaats="Apotheek De Linde", samenhang="geintegreerd",
        uren_per_week=16, begin=geleden(600),
    )  # fmt: skip
    werker.doe(
        H.UREN_VASTLEGGEN,
        soort="taalles", aanbieder=huis.aanbieder.pk, van=geleden(648),
        tot_en_met=geleden(300), uren=540, verzuim_geoorloofd=12,
    )  # fmt: skip
    werker.doe(
        H.VOORTGANGSGESPREK_VOEREN,
        gevoerd_op=geleden(590), vorm="op_kantoor",
        verslag="Samira leert snel en wil meer uren.",
        afspraken="Vanaf volgende maand twaalf uur les.",
    )  # fmt: skip


def onderdelen(werker: Collega) -> None:
    werker.doe(H.PVT_STARTEN, begonnen_op=geleden(580))
    werker.doe(H.PVT_ONDERTEKENEN, ondertekend_op=geleden(560), uren=12)
    werker.doe(H.MAP_STARTEN, begonnen_op=geleden(500))
    werker.doe(H.MAP_AFRONDEN, eindgesprek_op=geleden(400), praktijkuren=44)
    werker.doe(
        H.EXAMEN_VASTLEGGEN,
        onderdeel="lezen", niveau="B1", afgelegd_op=geleden(250), resultaat="gezakt",
    )  # fmt: skip
    for nummer, part in enumerate(("luisteren", "schrijven", "spreken", "lezen")):
        werker.doe(
            H.EXAMEN_VASTLEGGEN,
            onderdeel=part, niveau="B1", afgelegd_op=geleden(200 - 20 * nummer),
            resultaat="geslaagd",
        )  # fmt: skip
    werker.doe(
        H.EXAMEN_VASTLEGGEN,
        onderdeel="knm", afgelegd_op=geleden(60), resultaat="geslaagd",
    )  # fmt: skip


def test_klantmanager_follows_one_person_by_the_b1_route(
    collega: Callable[..., Collega], huis: Huis
) -> None:
    """The client manager follows Samira Haddad from registration to the end.

    1.  Registers her with her BSN and takes the case.
    2.  Holds the brede intake; one question she does not want to answer.
    3.  Records the leerbaarheidstoets, and rounds off the intake.
    4.  Drafts, discusses and decides the PIP, with a typing mistake in the dagtekening.
    5.  Asks to mend the dagtekening; the team leader confirms, and the term moves.
    6.  Sends the PIP and opens the letter, with the right day in it.
    7.  Offers a place with a provider; lessons, a duaal traject, hours and a talk.
    8.  Records PVT and MAP, an exam failed and five passed.
    9.  Sees that all parts are met by our count, and that DUO must still say so.
    10. Records that DUO found the duty fulfilled, and closes the file.
    """
    jolanda = collega(Rol.KLANTMANAGER)

    # 1
    registreer(
        jolanda, datum_plicht=geleden(760), datum_kennisgeving=geleden(753),
        datum_inschrijving=geleden(745),
    )  # fmt: skip
    jolanda.doe(Werkhandeling.TRAJECT_TOEWIJZEN, klantmanager=jolanda.lid.gebruiker_id)
    jolanda.ziet("Jolanda de Wit")

    # 2, 3 and 4
    intake(jolanda)
    plan(jolanda)

    # 5
    herstel(jolanda, collega(Rol.TEAMLEIDER))
    outbox.leegmaken(timezone.now())

    # 6
    jolanda.doe(H.PIP_VERSTUREN, verstuurd_op=geleden(684))
    brief(jolanda)

    # 7 and 8
    leren(jolanda, huis)
    onderdelen(jolanda)

    # 9
    jolanda.ga()
    jolanda.ziet("Alle onderdelen behaald")
    jolanda.ziet("Wachten op DUO")

    # 10
    jolanda.doe(H.DUOBESLUIT_VASTLEGGEN, soort="voldaan", besloten_op=geleden(20))
    jolanda.ziet("Voldaan volgens DUO")
    jolanda.doe(H.TRAJECT_AFSLUITEN, afgesloten_op=geleden(2), reden="voldaan")
    jolanda.ziet("Afgesloten")
