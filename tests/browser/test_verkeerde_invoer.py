"""What goes wrong at a desk: said where it belongs, nothing half-saved, nothing lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from inburgering.authorization.roles import Rol
from inburgering.models import (
    PIP,
    Examenuitslag,
    Gebeurtenis,
    Inburgeraar,
    Traject,
    Voortgangsgesprek,
)
from inburgering.models.gemeente import gemeente
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import voluit
from tests.browser.conftest import Huis
from tests.browser.reizen import Collega, geleden, getypt


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
H = Handeling
Maker = Callable[..., Collega]

PERSOON = {
    "voornamen": "Li",
    "geslachtsnaam": "Wen",
    "geboortedatum": "03-09-1988",
    "geslacht": "vrouw",
    "nationaliteit": "0336",
    "doelgroep": "gezinsmigrant_en_overige_migrant",
    "verblijfsituatie": "gemeente",
    "adres": "Markt 80",
}


def aantal(huis: Huis, *modellen: type) -> list[int]:
    with gemeente(huis.gemeente):
        return [model.objects.count() for model in modellen]


FOUTEN = [
    ({"bsn": "999911124"}, "de controle van de cijfers faalt"),
    ({"bsn": "12345"}, "Een BSN heeft 9 cijfers."),
    ({"bsn": ""}, "Vul het BSN in, of het V-nummer"),
    ({"v_nummer": "12 34"}, "Een V-nummer heeft 10 cijfers."),
    ({"v_nummer": "2871045937", "geboortedatum": "31-02-1991"},
     "31-02-1991 bestaat niet in de kalender."),
    ({"geboortedatum": "gisteren"}, "Schrijf de datum als dag-maand-jaar"),
    ({"geboortedatum": "03-09-1988", "datum_plicht": "30-02-2026"},
     "30-02-2026 bestaat niet in de kalender."),
    ({"datum_plicht": "", "nationaliteit": "0055"},
     "Niet inburgeringsplichtig: burger van de Europese"),
]  # fmt: skip


def test_klantmanager_registers_with_one_mistake_after_another(
    collega: Maker, huis: Huis
) -> None:
    """The client manager registers somebody, and each time one thing is wrong.

    1. The page says what is wrong at the field and in the summary, which has the focus.
    2. Everything typed is still there; no person and no case was made.
    3. When the last mistake is mended the person is registered.
    """
    werker = collega(Rol.KLANTMANAGER)
    werker.ga("/trajecten/registreren/")
    typed = dict(PERSOON)
    werker.vul(**typed)
    for fout, melding in FOUTEN:
        typed |= fout
        werker.vul(**fout)
        werker.druk()
        werker.ziet_fout(list(fout)[-1], melding)
        for naam, waarde in typed.items():
            werker.ziet_staan(naam, waarde)
    assert aantal(huis, Inburgeraar, Traject) == [0, 0]

    werker.vul(nationaliteit="0336")
    werker.druk()
    werker.ziet("Geregistreerd als dossier")
    assert aantal(huis, Inburgeraar, Traject) == [1, 1]


def test_klantmanager_registers_somebody_who_is_known(
    collega: Maker, huis: Huis
) -> None:
    """A person who has a case already is not registered twice; the case is named."""
    werker = collega(Rol.KLANTMANAGER)
    for _ in range(2):
        werker.ga("/trajecten/registreren/")
        werker.vul(**PERSOON, v_nummer="2871045937")
        werker.druk()
    with gemeente(huis.gemeente):
        nummer = Traject.objects.get().nummer
    werker.ziet_fout("v_nummer", nummer)


def test_klantmanager_dates_a_pip_before_the_duty(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """A dagtekening before the first day of the duty is refused, with rule and facts.

    The PIP stays discussed; the day typed is still there; a right day is accepted.
    """
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = leven(
        "besproken", dagen=60, datum_plicht=None, datum_kennisgeving=None
    )
    werker.doe(H.TRAJECT_AANVULLEN, datum_plicht=geleden(20))
    werker.kies(H.PIP_VASTSTELLEN)
    werker.vul(dagtekening=geleden(25))
    werker.druk()
    werker.ziet_fout("dagtekening", "ligt voor de eerste dag van de plicht")
    werker.ziet_staan("dagtekening", geleden(25))
    werker.foto("fout", bij="dagtekening")
    werker.page.locator("main form summary", has_text="Waarom?").click()
    used = werker.page.get_by_text(f"Eerste dag van de plicht: {voluit(geleden(20))}")
    expect(used).to_be_visible()
    with gemeente(huis.gemeente):
        assert PIP.objects.get().status == "besproken"
        assert not Gebeurtenis.objects.filter(handeling="pip_vaststellen").exists()
    werker.vul(dagtekening=geleden(10))
    werker.druk()
    werker.ziet("PIP vastgesteld.")


def test_klantmanager_chooses_a_b1_level_for_the_z_route(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """A level does not belong to the Z-route: said at that list, the texts are kept."""
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = leven("pip_opstellen", dagen=60)
    texts = {
        "wensen": "Praten met de buren.\nEn met school.",
        "doelen": "Elke week oefenen",
        "participatie": "Stadstuin",
        "begeleiding": "Een taalmaatje",
        "voortgang": "Elke maand",
    }
    werker.kies(H.PIP_OPSTELLEN)
    werker.vul(leerroute="z_route", niveau_schrijven="B1", **texts)
    werker.druk()
    werker.ziet_fout("niveau_schrijven", "Z-route")
    werker.ziet_staan("niveau_schrijven", "B1")
    werker.ziet_staan("leerroute", "z_route")
    for naam, waarde in texts.items():
        werker.ziet_staan(naam, waarde)
    assert aantal(huis, PIP) == [0]
    werker.vul(niveau_schrijven="")
    werker.druk()
    werker.ziet("PIP opgesteld.")


def test_administratie_enters_an_exam_in_the_future(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """An exam of tomorrow did not happen; one of before the plan did, and is kept."""
    morgen = geleden(-1)
    werker = collega(Rol.ADMINISTRATIE)
    werker.nummer = leven("leerroute", dagen=60)
    werker.kies(H.EXAMEN_VASTLEGGEN)
    werker.vul(onderdeel="lezen", niveau="B1", resultaat="geslaagd", afgelegd_op=morgen)
    werker.druk()
    werker.ziet_fout("afgelegd_op", f"{getypt(morgen)} ligt in de toekomst")
    werker.ziet_staan("resultaat", "geslaagd")
    assert aantal(huis, Examenuitslag) == [0]

    werker.vul(afgelegd_op=geleden(500), herkomst="andere_gemeente")
    werker.druk()
    werker.ziet("Het wordt bewaard met zijn bron")
    with gemeente(huis.gemeente):
        assert Examenuitslag.objects.get().herkomst == "andere_gemeente"


def test_two_colleagues_save_the_same_case(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """The second to save hears who was first, keeps the text, and saves on purpose.

    1. Both open the form of a progress talk.
    2. The team leader saves; the client manager saves after that.
    3. Nothing of the second was saved; the message names the first; the text stands.
    4. Saving again records the second talk as well.
    """
    nummer = leven("leerroute", dagen=60)
    jolanda, ruben = collega(Rol.KLANTMANAGER), collega(Rol.TEAMLEIDER)
    for wie in (jolanda, ruben):
        wie.nummer = nummer
        wie.kies(H.VOORTGANGSGESPREK_VOEREN)
    ruben.vul(vorm="telefoon", verslag="Gebeld over de lestijden.")
    ruben.druk()
    ruben.ziet("Voortgangsgesprek gevoerd.")

    jolanda.vul(vorm="thuis", verslag="Op bezoek geweest.")
    jolanda.druk()
    expect(jolanda.page.locator(".ib-error-summary")).to_contain_text("Ruben van Dam")
    jolanda.ziet("Er is niets opgeslagen en niets verloren")
    jolanda.ziet_staan("verslag", "Op bezoek geweest.")
    jolanda.ziet_staan("vorm", "thuis")
    jolanda.foto("collega-was-eerder")
    assert aantal(huis, Voortgangsgesprek) == [1]

    jolanda.druk()
    jolanda.ziet("Voortgangsgesprek gevoerd.")
    assert aantal(huis, Voortgangsgesprek) == [2]


def test_klantmanager_clicks_twice(
    collega: Maker, huis: Huis, leven: Callable[..., str]
) -> None:
    """A double click, and the very same form sent once more, record one fact.

    1. Two clicks at once send one form.
    2. The same form arrives again (a slow line): it was recorded already.
    """
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = leven("leerroute", dagen=60)
    werker.kies(H.VOORTGANGSGESPREK_VOEREN)
    werker.vul(vorm="telefoon")
    form = werker.page.evaluate(
        "Object.fromEntries(new FormData(document.querySelector('main .ib-form')))"
    )
    werker.page.locator("main .ib-form-actions button").first.dblclick()
    werker.ziet("Voortgangsgesprek gevoerd.")
    assert aantal(huis, Voortgangsgesprek) == [1]

    answer = werker.stuur(f"{werker.dossier}voortgangsgesprek/voeren/", form)
    assert "er is niets dubbel gedaan." in answer
    assert aantal(huis, Voortgangsgesprek) == [1]


def test_two_registrations_by_one_form_make_one_case(
    collega: Maker, huis: Huis
) -> None:
    """Without JavaScript nothing stops a second click; the key of the form does."""
    werker = collega(Rol.KLANTMANAGER, javascript=False)
    werker.ga("/trajecten/registreren/")
    form = PERSOON | {"v_nummer": "2871045937"}
    for name in ("csrfmiddlewaretoken", "sleutel"):
        form[name] = werker.veld(name).get_attribute("value")
    for _ in range(2):
        answer = werker.stuur("/trajecten/registreren/", form)
    assert "Deze registratie was al opgeslagen." in answer
    assert aantal(huis, Traject) == [1]
