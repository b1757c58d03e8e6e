"""A plan that people understand: goals, a second version, a summary, a talk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models import PIP, Document, Tekstblok, Traject
from inburgering.models.gemeente import gemeente
from inburgering.wet.handelingen import Handeling
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden


H, W = Handeling, Werkhandeling
Maker = Callable[..., Collega]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DOEL = "Ik ga alleen naar de huisarts"


def vertaal(collega: Maker, huis: Huis) -> None:
    """Sander records a made-up translation; Marjan looks at it."""
    sander, marjan = collega(Rol.FUNCTIONEEL_BEHEERDER), collega(Rol.TEAMLEIDER)
    sander.ga("/beheer/")
    sander.klik("Teksten van brieven")
    sander.klik("De Nederlandse tekst beslist")
    sander.klik("Vertaling toevoegen")
    sander.vul(taal="ar", tekst="نص تجريبي فقط", vertaald_door="Tolkbureau Voorbeeld")
    sander.druk()
    sander.ziet("Wacht op nakijken")
    expect(sander.page.get_by_role("link", name="Kijk na")).to_have_count(0)
    marjan.ga("/beheer/teksten/sv_nederlands_beslist/")
    marjan.klik("Kijk na")
    marjan.vul(goed="nee")
    marjan.druk()
    marjan.ziet_fout("opmerking", "Schrijf op wat er anders moet.")
    marjan.vul(goed="ja")
    marjan.foto("vertaling-nakijken")
    marjan.druk()
    marjan.ziet("In gebruik")

    sander.ga("/beheer/teksten/pip_bezwaar/wijzigen/")
    sander.vul(tekst="U heeft zes weken.")
    sander.druk()
    sander.ziet_fout("tekst", "In de tekst moet {weken} staan")
    sander.vul(tekst="U heeft {weken} weken. Bel ons gerust.")
    sander.druk("Bekijk een voorbeeld")
    sander.ziet("U heeft 6 weken. Bel ons gerust.")
    sander.ziet("Er is nog niets opgeslagen.")
    sander.foto("tekst-voorbeeld")
    sander.druk("Tekst opslaan")
    sander.ziet("Eigen tekst")


def test_a_plan_that_people_understand(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    vertaal(collega, huis)
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = leven("leerroute", dagen=300, contacttaal="Arabisch")

    # Goals, with a step; what stands in the way is told.
    werker.ga(f"{werker.dossier}pip/")
    werker.ziet("Geen open doelen.")
    for what, domain in ((DOEL, "zorg"), ("Ik werk drie dagen in de zorg", "werk")):
        werker.ga(f"{werker.dossier}doel/stellen/")
        werker.vul(domein=domain, omschrijving=what, waarom="Dan ben ik vrij.",
                   gesteld_op=geleden(30), uiterlijk=geleden(-200))  # fmt: skip
        werker.druk()
        werker.ziet_gedaan(W.DOEL_STELLEN)
    werker.ga(f"{werker.dossier}pip/")
    werker.klik("Voeg een stap toe")
    werker.ziet_staan("domein", "zorg")
    werker.vul(
        omschrijving="Ik oefen een gesprek aan de telefoon", gesteld_op=geleden(20)
    )
    werker.druk()
    werker.ga(f"{werker.dossier}pip/")
    werker.foto("doelen", vanaf="#doelen")
    werker.klik("Beëindig")
    werker.vul(uitkomst="bereikt", geeindigd_op=geleden(0))
    werker.druk()
    werker.ziet("Dit doel heeft nog stappen die open staan.")

    # A second version, and what became otherwise.
    werker.doe(
        H.AFSPRAAK_MAKEN, onderwerp="taal", omschrijving="Elke week naar het taalcafé",
        eigenaar="inburgeraar", grondslag="wi2021", gemaakt_op=geleden(20),
    )  # fmt: skip
    werker.doe(
        H.PIP_OPSTELLEN, wensen="Weer in de zorg werken, in Delft.", doelen="",
        zelf="Ik oefen elke dag met mijn buurvrouw.", opgesteld_op=geleden(10),
    )  # fmt: skip
    werker.doe(H.PIP_BESPREKEN, besproken_op=geleden(8), akkoord="nee",
               reden_geen_akkoord="Ik wil eerst een opleiding.")  # fmt: skip
    werker.doe(H.PIP_VASTSTELLEN, dagtekening=geleden(6))
    werker.ga(f"{werker.dossier}pip/")
    werker.klik("Wat is er anders dan in de vorige versie?")
    werker.ziet("zonder akkoord: Ik wil eerst een opleiding.")
    werker.ziet("Ik oefen elke dag met mijn buurvrouw.")
    werker.ziet("Hetzelfde gebleven")
    werker.foto("pip-verschil")

    # The summary in a language from the right.
    werker.ga(f"{werker.dossier}pip/")
    werker.klik("Samenvatting in eigen taal")
    werker.ziet_staan("taal", "ar")
    werker.ziet("zinnen zijn nog niet vertaald")
    made_up = werker.page.get_by_text("نص تجريبي فقط")
    assert made_up.evaluate("part => getComputedStyle(part).direction") == "rtl"
    werker.foto("samenvatting", vanaf="main article")
    werker.klik("Bewaar als pdf")
    werker.ziet_staan("taal", "ar")
    werker.druk()
    werker.ziet_gedaan(W.SAMENVATTING_MAKEN)
    werker.ga(f"{werker.dossier}pip/")
    werker.ziet("Samenvatting van PIP versie 2, Arabisch (pdf)")

    # The Dutch changes: its translation falls, and what was given stays as it was.
    sander = collega(Rol.FUNCTIONEEL_BEHEERDER)
    sander.ga("/beheer/teksten/")
    sander.ziet("1 van de 13 zinnen")
    sander.foto("vertalingen-per-taal", vanaf="#talen-samenvatting")
    sander.ga("/beheer/teksten/sv_nederlands_beslist/wijzigen/")
    sander.ziet("Deze tekst is vertaald in: Arabisch.")
    sander.vul(tekst="Dit is een samenvatting. De Nederlandse brief geldt.")
    sander.druk("Tekst opslaan")
    sander.ziet("Vervallen: van een oude tekst")
    werker.ga(f"{werker.dossier}pip/")
    werker.klik("Samenvatting in eigen taal")
    werker.ziet("Dit is een samenvatting. De Nederlandse brief geldt.")
    expect(made_up).to_have_count(0)
    with gemeente(huis.gemeente):
        kept = Document.objects.get(soort="samenvatting").gegevens["regels"]
        assert (kept[0]["tekst"], kept[0]["richting"]) == ("نص تجريبي فقط", "rtl")

    # The talk: what came of each agreement, and who does what.
    werker.kies(H.VOORTGANGSGESPREK_VOEREN)
    with gemeente(huis.gemeente):
        row = Traject.objects.get(nummer=werker.nummer).afspraak_set.get()
        assert PIP.objects.filter(traject__nummer=werker.nummer).count() == 2
        assert Tekstblok.objects.filter(goed=True).count() == 1
    talk = {"vorm": "thuis", "zelf_zorg": "met_hulp", "zelf_geld": "overgenomen",
            "hulpbehoefte": "minder"}  # fmt: skip
    werker.vul(
        gevoerd_op=geleden(3), **{f"afspraak_{row.pk}": "deels_nagekomen"}, **talk
    )
    werker.foto("gesprek", bij="zelf_zorg")
    werker.druk()
    werker.ziet_gedaan(H.VOORTGANGSGESPREK_VOEREN)
    werker.kies(H.VOORTGANGSGESPREK_VOEREN)
    werker.ziet("Vorige keer: doet het met hulp")
    werker.vul(gevoerd_op=geleden(0), vorm="telefoon", zelf_zorg="alleen")
    werker.druk()
    werker.ga(f"{werker.dossier}gesprekken/")
    werker.ziet("Wat doet de inburgeraar zelf?")
    werker.ziet("Doet het alleen")
