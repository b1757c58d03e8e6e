"""A group evening: planned, proposed, invited, on paper, and recorded in one screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from inburgering.authorization.roles import Rol
from inburgering.models import PVT
from inburgering.models.gemeente import gemeente
from tests.browser.reizen import Collega
from tests.inburgering.cast import VANDAAG


Maker = Callable[..., Collega]
pytestmark = pytest.mark.django_db(transaction=True)


def knop(werker: Collega, woorden: str) -> None:
    """Press a button by its words, with the keyboard."""
    werker.page.get_by_role("button", name=woorden).focus()
    with werker.page.expect_navigation():
        werker.page.keyboard.press("Enter")
    werker.kijk()


def test_a_group_evening(collega: Maker, leven: Callable[..., str], huis) -> None:
    names = ("Samira Haddad", "Yonas Tesfay", "Li Wen")
    for name, step in zip(names, ("leerroute", "aangemeld", "leerroute"), strict=True):
        first, last = name.split()
        leven(step, voornamen=first, geslachtsnaam=last, contacttaal=(
            "Arabisch" if last == "Haddad" else "Tigrinya"
        ))  # fmt: skip

    office = collega(Rol.ADMINISTRATIE)
    office.ga("/werkvoorraad/")
    office.klik("Groepsbijeenkomsten")
    office.ziet("Er zijn nog geen groepsbijeenkomsten")
    office.klik("Bijeenkomst plannen")
    office.vul(
        soort="pvt", titel="PVT, laatste avond", ondertekenen=True, uren=3, dag=VANDAAG,
        begin="19:00", einde="18:00", plaats="Wijkcentrum De Linde, zaal 2",
        plaatsen=16, taal="Arabisch", tolk="ja", door="Taalhuis",
    )  # fmt: skip
    office.druk()
    office.ziet_fout("einde", "Het einde ligt niet na het begin (19:00).")
    office.vul(einde="22.00")
    office.druk()
    office.ziet("Er is nog niemand uitgenodigd")

    # Who still needs it, the language of the evening first; all three at once.
    werker = collega(Rol.KLANTMANAGER)
    werker.ga("/bijeenkomsten/")
    werker.klik("PVT, laatste avond")
    werker.klik("Wie heeft dit nog nodig?")
    rows = werker.page.locator("main tbody tr")
    expect(rows.first).to_contain_text("Samira Haddad")
    werker.foto("groepsavond-uitnodigen", bij="traject")
    knop(werker, "Leg vast wie is uitgenodigd")
    werker.ziet("Er is nog niemand gekozen")
    for name in names:
        box = werker.page.get_by_label(f"Kies {name}")
        box.focus()
        werker.page.keyboard.press("Space")
    werker.vul(wijze="telefoon")
    knop(werker, "Leg vast wie is uitgenodigd")
    werker.ziet("3 van 3 mensen zijn uitgenodigd")
    werker.klik("Naar de bijeenkomst")
    werker.klik("Presentielijst")
    werker.ziet("Handtekening")

    # Administration fills in the list without scripts; the law's acts it leaves alone.
    plain = collega(Rol.ADMINISTRATIE, javascript=False)
    plain.ga("/bijeenkomsten/")
    plain.klik("PVT, laatste avond")
    plain.klik("Aanwezigheid vastleggen")
    plain.page.get_by_label("Was Li Wen er?").select_option("zonder_bericht")
    plain.druk()
    plain.ziet("Bij 1 van 1 persoon vastgelegd")

    werker.klik("Terug naar de bijeenkomst")
    werker.klik("Aanwezigheid vastleggen")
    knop(werker, "Zet wie nog open staat op aanwezig")
    for name in names[:2]:
        werker.page.get_by_label(f"{name} heeft ondertekend").check()
    werker.page.get_by_label("Uren van het PVT van Samira Haddad").fill("veel")
    knop(werker, "Aanwezigheid vastleggen")
    werker.ziet("Samira Haddad: Vul een heel getal in, zonder komma.")
    werker.page.get_by_label("Uren van het PVT van Samira Haddad").fill("12")
    knop(werker, "Aanwezigheid vastleggen")
    werker.ziet("Bij 2 van 2 personen vastgelegd")
    werker.ziet("Aanwezig, ondertekend")
    werker.ziet("De aanwezigheid is vastgelegd, de ondertekening niet.")
    werker.foto("groepsavond")
    with gemeente(huis.gemeente):
        signed = PVT.objects.get(traject__inburgeraar__geslachtsnaam="Haddad")
    assert (signed.ondertekend_op, signed.uren) == (VANDAAG, 12)

    werker.klik("Samira Haddad")
    werker.klik("Gesprekken")
    werker.ziet("Aanwezig, 3 uur, ondertekend")

    # Cancelled: whom to tell, by a letter to each; resumed, by a new one.
    office.klik("Plan er nog een zoals deze")
    office.vul(dag=VANDAAG)
    office.druk()
    office.klik("Wie heeft dit nog nodig?")
    office.page.get_by_label("Kies Li Wen").check()
    knop(office, "Leg vast wie is uitgenodigd")
    office.klik("Naar de bijeenkomst")
    office.klik("Afgelasten")
    office.vul(reden="De zaal is dicht")
    office.druk()
    office.ziet("Afgelast op")
    office.klik("Brief maken: gaat niet door")
    expect(office.page.get_by_label("Kies Li Wen")).to_be_checked()
    office.page.get_by_label("Kies Li Wen").uncheck()
    knop(office, "Maak de brieven")
    office.ziet("Er is nog niemand gekozen")
    office.page.get_by_label("Kies Li Wen").check()
    knop(office, "Maak de brieven")
    office.ziet("Brief gemaakt")
    office.klik("Naar de bijeenkomst")
    office.ziet("Voor iedereen is een brief gemaakt")
    office.klik("Toch laten doorgaan")
    office.ziet("een brief dat het niet doorgaat")
    office.druk()
    office.ziet("1 persoon kreeg een brief dat het niet doorging")
    office.ziet("1 brief (pdf)")
