"""Somebody is coupled in a reception centre, moves, is found twice, and becomes one file."""

from collections.abc import Callable

import pytest

from inburgering.actions.opvangplek import vastleggen
from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models import Traject
from inburgering.models.gemeente import gemeente
from inburgering.wet.handelingen import Handeling
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden
from tests.inburgering.cast import VANDAAG, maak_bsn, moment


H, W = Handeling, Werkhandeling
Maker = Callable[..., Collega]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_newcomer_from_the_reception_centre_turns_out_to_be_known(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """V-nummer first, a BSN later.

    1. Registered with a V-nummer and a place; what is far is said; a flag on the file.
    2. An appointment in the agenda; the person does not come, and that is a contact.
    3. A move, with its day, stands under the first place.
    4. The BSN that comes later is of another file: compared, chosen, merged, one file.
    """
    known = leven(
        "aangemeld", dagen=20, verblijfsituatie="opvang", opvanglocatie="Azc Katwijk",
        datum_koppeling=geleden(22), datum_inschrijving=None, adres="", postcode="",
        woonplaats="",
    )  # fmt: skip
    werker = collega(Rol.KLANTMANAGER)
    with gemeente(huis.gemeente):
        vastleggen(
            by=huis.lid(Rol.FUNCTIONEEL_BEHEERDER), on=moment(VANDAAG),
            naam="Azc Katwijk", reistijd=45, afstand=31,
        )  # fmt: skip

    werker.ga("/trajecten/registreren/")
    werker.vul(
        v_nummer="2712345678", voornamen="Ranya", geslachtsnaam="Hadad",
        geboortedatum="00-00-1991", geslacht="vrouw", nationaliteit="0336",
        doelgroep="asielstatushouder", verblijfsituatie="opvang",
        opvanglocatie="Azc Katwijk", datum_koppeling=geleden(8), contacttaal="Arabisch",
        tolk_nodig=True,
    )  # fmt: skip
    werker.druk()
    if werker.page.get_by_label("Dit is iemand anders").count():
        werker.page.get_by_label("Dit is iemand anders").check()
        werker.druk()
    with gemeente(huis.gemeente):
        werker.nummer = Traject.objects.latest("id").nummer
    werker.ga("/werkvoorraad/te-verdelen/")
    werker.ziet("45 minuten reizen, 31 km")

    werker.ga(f"{werker.dossier}aandachtspunt/zetten/")
    werker.vul(soort="via_begeleider", reden="Bel de begeleider van de opvang")
    werker.druk()
    werker.ziet_gedaan(W.AANDACHTSPUNT_ZETTEN)
    werker.ziet("Let hierop")

    werker.klik("Zet een afspraak in de agenda")
    werker.ziet_staan("tolktaal", "Arabisch")
    werker.vul(soort="intake", dag=VANDAAG, begin="14.00", vorm="kantoor", plaats="Kamer 4",
               wie=werker.lid.gebruiker_id)  # fmt: skip
    werker.druk()
    werker.ziet_gedaan(W.AGENDAPUNT_MAKEN)
    werker.foto("aandachtspunten")
    werker.ga("/werkvoorraad/")
    werker.ziet("Vandaag in uw agenda")
    werker.klik("Mijn agenda")
    werker.ziet("Ranya Hadad")
    werker.foto("agenda")
    werker.klik("Volgende week")
    werker.ziet("Geen afspraken in deze week")
    werker.ga("/agenda/")
    werker.klik("Niet verschenen")
    werker.ziet_staan("uitkomst", "weggebleven")
    werker.druk()
    werker.ziet_gedaan(W.AGENDAPUNT_AFRONDEN)
    werker.ziet("Niet verschenen, zonder afmelding")

    werker.ga(f"{werker.dossier}verhuizing/vastleggen/")
    werker.vul(soort="andere_opvanglocatie", verhuisd_op=geleden(1), plaats="Azc Delft")
    werker.druk()
    werker.ga(f"{werker.dossier}gegevens/")
    werker.ziet("Waar woonde deze persoon?")
    werker.ziet("Azc Katwijk")
    werker.ga(f"{werker.dossier}controles/")
    werker.ziet("Wat is al gecontroleerd, en wanneer?")

    werker.ga(f"{werker.dossier}traject/aanvullen/")
    werker.vul(bsn=maak_bsn(1))
    werker.druk()
    werker.ziet("Is dit dezelfde persoon?")
    werker.klik("Vergelijk de dossiers")
    werker.ziet("gaat op in dossier")
    werker.klik("Andersom")
    werker.druk()
    werker.ziet("Kies welke waarde klopt.")
    for field in werker.page.locator('main input[type="radio"][value="blijft"]').all():
        field.check()
    werker.vul(reden="Het BSN staat op het document dat zij liet zien.")
    werker.foto("samenvoegen")
    werker.druk()
    werker.ziet("Samenvoegen kan niet ongedaan worden gemaakt")
    werker.foto("samenvoegen-gevolgen")
    old = werker.nummer
    werker.druk()
    werker.ziet("is opgegaan in dit dossier")
    werker.nummer = known
    werker.ga(f"/trajecten/{old}/gesprekken/")
    werker.ziet(f"samengevoegd met dossier {known}")
    werker.ziet("Niet verschenen, zonder afmelding")
    werker.ga(f"{werker.dossier}gegevens/")
    werker.klik("Bekijk de samenvoeging")
    werker.ziet("Ranya Hadad")
    werker.ga(f"/zoeken/?q={old}")
    werker.ziet("Rania Haddad")
