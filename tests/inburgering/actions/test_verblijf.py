"""Moves, groups and people without a duty, on the screen."""

import pytest

from inburgering import outbox
from inburgering.models import Bericht, Traject
from inburgering.models.verblijf import Verhuizing
from monitoring.models import Trajectfeit
from tests.inburgering.cast import VANDAAG, maak_bsn, moment


pytestmark = pytest.mark.django_db
VRIJ = {"volggrond": "vrijwillig", "datum_plicht": None, "datum_kennisgeving": None}


def pagina(scherm, life, deel=""):
    return scherm.get(f"/trajecten/{life.nummer}/{deel}").content.decode()


def test_somebody_without_a_duty_is_registered_and_followed(scherm, in_delft):
    typed = {
        "bsn": maak_bsn(7), "geslachtsnaam": "Nowak", "geboortedatum": "01-01-1950",
        "geslacht": "vrouw", "nationaliteit": "0072", "volggrond": "vrijwillig",
        "doelgroep": "gezinsmigrant_en_overige_migrant", "verblijfsituatie": "gemeente",
    }  # fmt: skip
    answer = scherm.post("/trajecten/registreren/", typed, follow=True)
    page = answer.content.decode()
    assert "Gevolgd zonder plicht" in page
    # What to look at says once that it is not confirmed; behind it stand facts and rule.
    assert "<p>Vrijwillige inburgeraar: er is geen termijn, geen PIP en geen boete (niet bevestigd).</p>" in page  # fmt: skip
    note = page[page.index("ib-messages") :]
    assert "Volgen: Vrijwillige inburgeraar" in note
    assert "Wet inburgering 2021, artikel 3" in note
    assert "zonder termijn, zonder PIP en zonder boete" in page
    assert "Zonder plicht zijn er geen onderdelen" in page
    assert Traject.objects.get().status == "gevolgd"
    refused = scherm.post(
        "/trajecten/registreren/", typed | {"bsn": maak_bsn(8), "volggrond": "plicht"}
    )
    assert refused.status_code == 422


def test_the_duty_that_begins_later_makes_it_an_ordinary_case(leven, scherm):
    life = leven(**VRIJ).door_tot("brede_intake").op(VANDAAG)
    assert life.traject.status == "gevolgd"
    life.doe(
        "traject", "aanvullen", volggrond="plicht", datum_plicht=VANDAAG,
        datum_kennisgeving=VANDAAG,
    )  # fmt: skip
    assert life.traject.status == "brede_intake"
    assert "PIP vaststellen" in pagina(scherm, life)


def test_completing_does_not_change_the_group_that_somebody_began_with(leven):
    life = leven().op(VANDAAG)
    life.doe("traject", "aanvullen", doelgroep="gezinsmigrant_en_overige_migrant")
    assert life.traject.doelgroep == "asielstatushouder"


def test_the_registration_shows_what_a_move_and_a_group_changed(leven, scherm):
    life = leven(verblijfsituatie="opvang", datum_inschrijving=None).op(VANDAAG)
    life.doe(
        "verhuizing", "vastleggen", soort="uit_opvang", verhuisd_op=VANDAAG,
        adres="Oude Delft 1", woonplaats="Delft",
    )  # fmt: skip
    life.doe(
        "groep",
        "wijzigen",
        ingang=VANDAAG,
        doelgroep="gezinsmigrant_en_overige_migrant",
    )
    page = pagina(scherm, life, "gegevens/")
    assert "Woont in de gemeente (bij de registratie: In de opvang (COA))" in page
    assert "Gezinsmigrant of overige migrant (bij de registratie: Asiel" in page
    assert "Oude Delft 1" in page
    plan = next(t for t in life.dossier.stand.termijnen if t.soort == "pip_vaststellen")
    assert plan.begin == VANDAAG


@pytest.mark.parametrize(
    ("getypt", "woont"),
    [
        ({}, "Lange Geer 12, 2611 PV Delft"),
        ({"woonplaats": "Delft"}, "Lange Geer 12, 2611 PV Delft"),
        ({"postcode": "2611 PW"}, "Lange Geer 12, 2611 PW Delft"),
        ({"adres": "Oude Delft 1"}, "Oude Delft 1, Delft"),
        ({"woonplaats": "Leiden"}, "Leiden"),
        ({"adres": "Rapenburg 70", "postcode": "2311 EZ", "woonplaats": "Leiden"},
         "Rapenburg 70, 2311 EZ Leiden"),
    ],
)  # fmt: skip
def test_an_old_street_is_not_kept_beside_a_new_town(leven, getypt, woont):
    life = leven().op(VANDAAG)
    life.doe("verhuizing", "vastleggen", soort="binnen_gemeente", verhuisd_op=VANDAAG,
             **getypt)  # fmt: skip
    p = life.traject.inburgeraar
    line = f"{p.postcode} {p.woonplaats}".strip()
    assert ", ".join(filter(None, (p.adres, line))) == woont


@pytest.mark.parametrize(
    ("soort", "waar"),
    [
        ("binnen_gemeente", "Woont in de gemeente"),
        (
            "naar_andere_gemeente",
            "Niet meer hier: naar een andere gemeente, 10 juni 2026",
        ),
        ("naar_buitenland", "Niet meer hier: naar het buitenland, 10 juni 2026"),
    ],
)
def test_who_moved_away_no_longer_lives_here(leven, scherm, soort, waar):
    life = leven().op(VANDAAG)
    life.doe("verhuizing", "vastleggen", soort=soort, verhuisd_op=VANDAAG,
             gemeente_code="0546" if soort == "naar_andere_gemeente" else "")  # fmt: skip
    page = pagina(scherm, life, "gegevens/")
    assert waar in page
    assert ("Woont in de gemeente" in page) is (soort == "binnen_gemeente")


@pytest.mark.parametrize("geheim", [False, True])
def test_where_somebody_with_a_secret_address_went_is_not_shown(leven, scherm, geheim):
    life = leven(geheim_adres=geheim).op(VANDAAG)
    life.doe(
        "verhuizing", "vastleggen", soort="naar_andere_gemeente", verhuisd_op=VANDAAG,
        gemeente_code="0546", plaats="Rijnsburgerweg",
    )  # fmt: skip
    row = Verhuizing.objects.get()
    for deel in (
        "gegevens/", "geschiedenis/", "feit/herstellen/", "verhuizing/overdragen/",
    ):  # fmt: skip
        page = pagina(scherm, life, deel)
        assert "Naar een andere gemeente" in page, deel
        assert "Rijnsburgerweg" not in page or not geheim, deel
        assert "Leiden" not in page or not geheim, deel
    mend = pagina(scherm, life, f"feit/verhuizingen/{row.pk}/herstellen/")
    assert ("0546" in mend) is not geheim
    assert ("Rijnsburgerweg" in mend) is not geheim
    assert geheim or "Leiden" in pagina(scherm, life, "gegevens/")


def feit():
    for row in Bericht.objects.filter(soort="feiten_bijwerken", klaar_op=None):
        outbox.voer_uit(row.pk, moment(VANDAAG, 13))
    return Trajectfeit.objects.get()


def test_who_never_had_a_duty_counts_in_no_cohort(leven):
    leven(**VRIJ).door_tot("brede_intake").op(VANDAAG)
    fact = feit()
    assert (fact.cohort, fact.plicht_dag, fact.klok_dag) == (None, None, None)


def test_who_is_followed_after_a_duty_stays_in_the_cohort_with_its_end(leven):
    life = leven().door_tot("leerroute").op(VANDAAG)
    life.doe(
        "duobesluit", "vastleggen", soort="plicht_beeindigd", besloten_op=VANDAAG,
        reden_einde="verblijfsdoel_gewijzigd",
    )  # fmt: skip
    ended = feit()
    life.doe("traject", "aanvullen", volggrond="gemeentelijk")
    assert life.traject.status == "gevolgd"
    fact = feit()
    assert (fact.cohort, fact.einde_dag) == (ended.cohort, VANDAAG.toordinal())
    assert fact.einde_wijze == "anders"


@pytest.mark.parametrize(
    ("soort", "plaats", "geheim", "status"),
    [
        ("andere_opvanglocatie", "", False, 422),
        ("andere_opvanglocatie", "Azc Delft", False, 302),
        ("andere_opvanglocatie", "", True, 302),
        ("binnen_gemeente", "", False, 302),
    ],
)
def test_to_which_reception_place_is_asked_unless_it_is_secret(
    leven, scherm, soort, plaats, geheim, status
):
    life = leven(
        verblijfsituatie="opvang", datum_inschrijving=None, geheim_adres=geheim
    )
    life.op(VANDAAG)
    answer = scherm.post(
        f"/trajecten/{life.nummer}/verhuizing/vastleggen/",
        {"soort": soort, "verhuisd_op": f"{VANDAAG:%d-%m-%Y}", "herkomst": "coa", "plaats": plaats,
         "versie": life.traject.versie},
    )  # fmt: skip
    assert answer.status_code == status
    if status == 422:
        assert answer.context["form"].errors == {
            "plaats": ["Vul in naar welke opvanglocatie."]
        }
        assert not Verhuizing.objects.exists()
