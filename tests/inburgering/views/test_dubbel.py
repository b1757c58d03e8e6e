"""A warning before somebody is registered twice: who is alike, and who decides."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from inburgering.models import Gebeurtenis, Inburgeraar, Raadpleging, Team, Traject
from inburgering.models.gelijkenis import LIJKT, cijfers, gelijken, vergelijker
from inburgering.wet.handelingen import Handeling
from tests.inburgering.actions.test_handelingen import invoer
from tests.inburgering.cast import lid_van
from tests.inburgering.voorbeelden import VOORBEELD, d


URL = "/trajecten/registreren/"
pytestmark = pytest.mark.usefixtures("aanbieder")


def typed(**anders: object) -> dict[str, object]:
    return {
        "v_nummer": "2712345678", "voornamen": "Rania", "geslachtsnaam": "Hadad",
        "geboortedatum": "14-02-1991", "geslacht": "vrouw", "nationaliteit": "0336",
        "doelgroep": "asielstatushouder", "verblijfsituatie": "opvang",
        "opvanglocatie": "Azc Delft", "datum_koppeling": d(-10), "sleutel": str(uuid4()),
    } | anders  # fmt: skip


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Rania Haddad", "Haddad Rania"),
        ("Rania Haddad", "Ranya Hadad"),
        ("Yusuf El-Amrani", "Yusuf Amrani"),
        ("José Núñez", "jose nunez"),
        ("Mohammed Ali Hassan", "Mohamad Hassan"),
        ("O\u2019Brien Saoirse", "Saoirse OBrien"),
        ("Al", "al"),
    ],
)
def test_names_that_resemble_each_other(een, ander) -> None:
    assert vergelijker(een)(ander) >= LIJKT
    assert vergelijker(ander)(een) >= LIJKT


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Rania Haddad", "Rania Osman"),
        ("Ali Hassan", "Ali Hussein"),
        ("Fatima Yilmaz", "Selam Tesfay"),
        ("Rania Haddad", ""),
        ("", "Rania Haddad"),
    ],
)
def test_names_that_do_not(een, ander) -> None:
    assert vergelijker(een)(ander) < LIJKT


@pytest.mark.parametrize(
    ("bekend", "nieuw", "gelijk"),
    [
        ("1991-02-14", "1991-02-14", True),
        ("1991-02-14", "1991-02-00", True),
        ("1991-02-14", "1991-00-00", True),
        ("1991-02-00", "1991-02-14", True),
        ("1991-00-00", "1991-02-14", True),
        ("1991-00-00", "1991-02-00", True),
        ("0000-00-00", "1991-02-14", True),
        ("0000-00-00", "1991-00-00", True),
        ("0000-00-00", "0000-00-00", True),
        ("1991-02-14", "0000-00-00", False),
        ("1991-02-14", "1991-02-15", False),
        ("1991-02-14", "1991-03-00", False),
        ("1991-02-14", "1992-00-00", False),
    ],
)
def test_birth_dates_that_can_be_the_same(leven, bekend, nieuw, gelijk) -> None:
    leven()
    Inburgeraar.objects.update(geboortedatum=bekend)
    found = gelijken(voornamen="Rania", geslachtsnaam="Haddad", geboortedatum=nieuw)
    assert bool(found) == gelijk


@pytest.mark.parametrize(
    "zo",
    ["0612345678", "06-12345678", "+31612345678", "+31 6 12345678", "06 12 34 56 78"],
)
def test_a_telephone_number_is_the_same_however_one_writes_it(leven, zo) -> None:
    leven(telefoon=zo)
    assert cijfers(zo) == "0612345678"
    (found,) = gelijken(telefoon="06-12345678")
    assert found.waarom == ("hetzelfde telefoonnummer",)
    assert gelijken(telefoon="06-12345679") == []
    assert gelijken(telefoon="112") == []


def test_the_same_address_of_mail(leven) -> None:
    leven(email="rania@voorbeeld.nl")
    (found,) = gelijken(email="Rania@voorbeeld.nl")
    assert found.waarom == ("hetzelfde e-mailadres",)
    assert gelijken(email="anders@voorbeeld.nl") == []
    assert gelijken() == []


def test_who_is_alike_is_asked_about_and_nothing_typed_is_lost(
    leven, inloggen, delft
) -> None:
    known = leven()
    lid = lid_van(delft)
    colleague = inloggen(lid)
    answer = colleague.post(URL, typed())

    assert answer.status_code == 422
    page = answer.content.decode()
    assert f"Dossier {known.nummer}" in page
    assert "Bijna dezelfde naam en dezelfde geboortedatum" in page
    assert 'value="Azc Delft"' in page
    assert Traject.objects.count() == 1
    seen = Raadpleging.objects.get(nummer=known.nummer, gebruiker=lid.gebruiker_id)
    assert seen.reden == "Lijkt op wie wordt geregistreerd"

    mark = answer.context["form"].fields["iemand_anders"].widget.attrs["value"]
    assert f'value="{mark}"' in page
    answer = colleague.post(URL, typed(iemand_anders=mark))
    assert answer.status_code == 302
    new = Traject.objects.latest("id")
    trail = Gebeurtenis.objects.get(nummer=new.nummer)
    assert trail.reden == f"Lijkt op {known.nummer}; gekozen: dit is iemand anders"


def test_an_answer_about_others_is_no_answer(leven, scherm: Client) -> None:
    leven()
    answer = scherm.post(URL, typed(iemand_anders="0123456789abcdef"))
    assert answer.status_code == 422
    assert not answer.context["form"]["iemand_anders"].value()
    assert Traject.objects.count() == 1


def test_of_a_case_out_of_reach_one_only_hears_that_it_is_there(
    leven, inloggen, delft
) -> None:
    known = leven()
    north, south = (
        Team.objects.create(gemeente=delft, naam=naam) for naam in ("Noord", "Zuid")
    )
    Traject.objects.update(team=north, klantmanager=None)
    colleague = inloggen(lid_van(delft, team=south))
    answer = colleague.post(URL, typed())
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Er is een dossier buiten uw bereik: vraag uw teamleider." in page
    assert known.nummer not in page
    assert "Haddad" not in page

    mark = answer.context["form"].fields["iemand_anders"].widget.attrs["value"]
    assert colleague.post(URL, typed(iemand_anders=mark)).status_code == 302
    new = Traject.objects.latest("id")
    assert (
        "een dossier buiten bereik" in Gebeurtenis.objects.get(nummer=new.nummer).reden
    )


def test_nobody_of_another_municipality_is_alike(leven, inloggen, leiden) -> None:
    leven()
    assert inloggen(lid_van(leiden)).post(URL, typed()).status_code == 302


def test_who_is_known_twice_stands_there_once_with_the_latest_case(leven) -> None:
    known = leven()
    again = Traject.objects.get()
    again.pk, again.nummer = None, "2026-99999"
    again.save_without_historical_record()
    (found,) = gelijken(
        voornamen="Rania", geslachtsnaam="Haddad", geboortedatum="1991-02-14"
    )
    assert found.nummer == "2026-99999" != known.nummer


def over_api(client: Client, **anders: object) -> Any:
    body = {
        "vNummer": "2712345678", "voornamen": "Rania", "geslachtsnaam": "Hadad",
        "geboortedatum": "1991-02-14", "geslacht": "vrouw", "nationaliteit": "0336",
        "doelgroep": "asielstatushouder", "verblijfsituatie": "opvang",
    } | anders  # fmt: skip
    return client.post(
        "/api/v1/trajecten", body, content_type="application/json",
        headers={"Idempotency-Key": str(uuid4())},
    )  # fmt: skip


def test_a_program_is_asked_the_same(leven, scherm: Client) -> None:
    known = leven()
    answer = over_api(scherm)
    assert answer.status_code == 409
    problem = answer.json()
    assert problem["fouten"][0]["veld"] == "iemandAnders"
    (person,) = problem["lijktOp"]["personen"]
    assert (person["nummer"], person["naam"]) == (known.nummer, "Rania Haddad")
    assert Raadpleging.objects.filter(nummer=known.nummer).exists()

    said = problem["lijktOp"]["iemandAnders"]
    assert over_api(scherm, iemandAnders=said).status_code == 201
    assert over_api(scherm, iemandAnders=True).status_code == 409


def test_a_bsn_that_comes_later_names_the_other_file(leven, scherm: Client) -> None:
    first, second = leven(), leven()
    bsn = first.traject.inburgeraar.lees_bsn()
    example = VOORBEELD[Handeling.TRAJECT_AANVULLEN]
    url = f"/trajecten/{second.nummer}/traject/aanvullen/"
    answer = scherm.post(url, invoer(example, second, bsn=bsn))
    assert answer.status_code == 422
    (said,) = answer.context["form"].errors["bsn"]
    assert first.nummer in said
    assert "een dossier te veel" in said
