"""The page of the privacy officer: numbers and reasons, and a number to type."""

from uuid import uuid4

import pytest

from inburgering.actions.vernietiging import voordragen
from inburgering.models import Traject, Vernietigingsprotocol
from inburgering.templatetags.opmaak import datums_voluit
from tests.inburgering.cast import VANDAAG, lid_van, moment


pytestmark = pytest.mark.django_db
LIJST = "/vernietiging/"


@pytest.fixture
def officer(inloggen, delft):
    return inloggen(lid_van(delft, "privacyfunctionaris"))


@pytest.fixture
def fout(leven):
    life = leven().door_tot("leerroute", "b1_route").op(VANDAAG)
    life.ten_onrechte()
    return life


def vraag(life):
    voordragen(
        traject=life.traject, by=life.lid, on=moment(VANDAAG, 9), reden="Vergissing"
    )


def typ(officer, life, nummer, sleutel=None):
    return officer.post(
        f"{LIJST}{life.nummer}/", {"nummer": nummer, "sleutel": sleutel or uuid4()}
    )


def test_the_list_names_no_newcomer_and_says_who_asked(officer, fout):
    page = officer.get(LIJST).content.decode()
    assert fout.nummer in page
    assert "Nog niet" in page
    assert "Haddad" not in page
    vraag(fout)
    assert fout.lid.gebruiker.naam in officer.get(LIJST).content.decode()


def test_the_file_says_whether_it_was_asked_for(scherm, fout):
    address = f"/trajecten/{fout.nummer}/"
    assert "Dit dossier moet weg" in scherm.get(address).content.decode()
    vraag(fout)
    page = scherm.get(address).content.decode()
    assert "Dit dossier moet weg" not in page
    assert f"{fout.lid.gebruiker.naam} droeg dit dossier voor op 10 juni 2026" in page


def test_what_still_runs_must_be_closed_first(officer, leven):
    life = leven().door_tot("aangemeld").op(VANDAAG)
    life.doe(
        "duobesluit", "vastleggen", soort="plicht_beeindigd", besloten_op=VANDAAG,
        reden_einde="onterecht_of_andere_wet",
    )  # fmt: skip
    assert "eerst afsluiten" in officer.get(LIJST).content.decode()
    page = officer.get(f"{LIJST}{life.nummer}/").content.decode()
    assert "nog niet afgesloten" in page
    assert 'name="nummer"' not in page


def test_without_a_request_there_is_no_button(officer, fout):
    page = officer.get(f"{LIJST}{fout.nummer}/").content.decode()
    assert "Niemand droeg dit dossier voor" in page
    answer = typ(officer, fout, fout.nummer)
    assert answer.status_code == 422
    assert Traject.objects.filter(nummer=fout.nummer).exists()


def test_another_number_destroys_nothing(officer, fout):
    vraag(fout)
    answer = typ(officer, fout, "2026-99999")
    assert answer.status_code == 422
    assert "niet het nummer van dit dossier" in answer.content.decode()
    assert Traject.objects.filter(nummer=fout.nummer).exists()


def test_the_typed_number_destroys_the_case_once(officer, fout, scherm):
    vraag(fout)
    key = uuid4()
    assert typ(officer, fout, fout.nummer, key).status_code == 302
    again = officer.post(
        f"{LIJST}{fout.nummer}/", {"nummer": fout.nummer, "sleutel": key}, follow=True
    )
    page = again.content.decode()
    assert f"Dossier {fout.nummer} was al vernietigd" in page
    ground = Vernietigingsprotocol.objects.get(wat__startswith="dossier").grond
    assert datums_voluit(ground) in page
    assert scherm.get(f"/trajecten/{fout.nummer}/").status_code == 404
    assert officer.get(f"{LIJST}2026-12345/").status_code == 404


@pytest.mark.parametrize("rol", ["klantmanager", "teamleider", "functioneel_beheerder"])
def test_nobody_else_comes_here(inloggen, delft, fout, rol):
    other = inloggen(lid_van(delft, rol))
    assert other.get(LIJST).status_code == 403
    assert typ(other, fout, fout.nummer).status_code == 403


def test_the_file_says_that_it_must_go(scherm, fout, inloggen, delft):
    ask = f"/trajecten/{fout.nummer}/vernietiging/voordragen/"
    assert ask in scherm.get(f"/trajecten/{fout.nummer}/").content.decode()
    reader = inloggen(lid_van(delft, "jurist_bezwaar"))
    assert ask not in reader.get(f"/trajecten/{fout.nummer}/").content.decode()
    assert scherm.get(ask.replace("voordragen", "uitvoeren")).status_code == 404
