"""Signals: raised from a file, in two clicks, without anybody in them; heard of again."""

from datetime import date

import pytest

from inburgering.authorization.roles import ROLLEN, Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.signaal import spoor_van_iemand
from inburgering.models import Gebeurtenis, Raadpleging, Signaal
from inburgering.models.signaal import Niveau, Onderwerp
from tests.inburgering.views.zaken import lid_van, nieuw, toegewezen


MELDEN = "/signalen/melden/"
GOED = "Veel moeders wachten maanden op opvang en missen daardoor 2 van de 3 lessen."


@pytest.fixture
def zaak(collega, vandaag):
    return toegewezen(nieuw(collega, vandaag, "Yonas Tesfay"), collega, vandaag)


def typed(**anders):
    return {"niveau": "keten", "onderwerp": "C4", "tekst": GOED} | anders


def test_a_signal_holds_no_case_and_no_day(als, collega, zaak, vandaag):
    client = als(collega)
    page = client.get(f"/trajecten/{zaak.nummer}/").content.decode()
    assert f"{MELDEN}?dossier={zaak.nummer}" in page  # the first click

    looked = Raadpleging.objects.count()
    form = client.get(f"{MELDEN}?dossier={zaak.nummer}")
    assert form.status_code == 200
    answer = client.post(f"{MELDEN}?dossier={zaak.nummer}", typed())
    assert answer.url == zaak.get_absolute_url()
    assert Raadpleging.objects.count() == looked

    found = Signaal.objects.get()
    assert (found.niveau, found.onderwerp, found.tekst) == ("keten", "C4", GOED)
    assert found.maand == vandaag.replace(day=1)
    assert found.team == collega.team
    trail = Gebeurtenis.objects.latest("id")
    assert (trail.nummer, trail.handeling) == ("", "signaal_melden")
    assert (trail.samenvatting, trail.reden) == ("", "")
    kept = {field.name for field in Signaal._meta.get_fields()}
    assert not kept & {"traject", "inburgeraar", "nummer", "moment", "vastgelegd_op"}


# Digits as wide as a letter.
BREED = "".join(chr(ord(digit) + 0xFEE0) for digit in "999980022")
SPOREN = (
    ("Belt steeds via 06-12345678", "nummer van zes"),
    ("Haar BSN 9999.80.022 klopt niet", "nummer van zes"),
    ("BSN 999 980 022", "nummer van zes"),
    (f"Nummer {BREED} is fout", "nummer van zes"),
    ("V-nummer 0123456789", "nummer van zes"),
    ("Zie dossier 2026-00012", "dossiernummer"),
    ("Geboren 14-02-1991 in het buitenland", "een datum"),
    ("Geboren 1991-02-14", "een datum"),
    ("Geboren op 14 februari 1991", "een datum"),
    ("Geboren 14 . 2 . 91", "een datum"),
    ("Mail naar y.tesfay@example.nl", "e-mailadres"),
    ("Woont op 2611 PV", "een postcode"),
    ("Mevrouw Jansen wacht al lang", "een naam"),
    ("Volgens de heer Vos kan het niet", "een naam"),
    ("Yonas wacht al lang", "een naam"),
    ("Het gaat om tesfay", "een naam"),  # the person of the file one came from
    ("Te\N{ZERO WIDTH SPACE}sfay wacht", "een naam"),
)


@pytest.mark.parametrize(("tekst", "wat"), SPOREN)
def test_what_leads_to_a_person_is_refused_at_the_field(als, collega, zaak, tekst, wat):
    url = f"{MELDEN}?dossier={zaak.nummer}"
    answer = als(collega).post(url, typed(tekst=tekst))
    assert answer.status_code == 422
    assert wat in str(answer.context["form"].errors["tekst"])
    assert not Signaal.objects.exists()
    assert "Haal dat weg." in answer.content.decode()


@pytest.mark.parametrize(
    "tekst",
    [
        GOED,
        "De wachttijd is 12 tot 18 maanden; in 2025 was dat 6.",
        "DUO en COA sturen het pas na 10 weken. Van de 100 krijgt niemand een plek.",
        "De Z-route past niet bij wie 55 of ouder is (800 uur).",
        "Kinderopvang op maandag en dinsdag is er niet",
        "100% van de lessen is overdag",
    ],
)
def test_an_ordinary_sentence_is_no_person(collega, zaak, tekst):
    assert spoor_van_iemand(tekst, collega, zaak) == ""


def test_a_name_out_of_reach_is_not_told(collega):
    """Whether somebody is known elsewhere cannot be found out by typing names."""
    assert spoor_van_iemand("Yonas wacht", collega) == ""


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"niveau": ""}, "niveau"),
        ({"niveau": "hemel"}, "niveau"),
        ({"onderwerp": ""}, "onderwerp"),
        ({"onderwerp": "M9"}, "onderwerp"),
        ({"tekst": " "}, "tekst"),
        ({"tekst": "x" * 301}, "tekst"),
        ({"tekst": "nul\0"}, "tekst"),
    ],
)
def test_bad_input_is_told_at_its_field(als, collega, zaak, anders, veld):
    answer = als(collega).post(MELDEN, typed(**anders))
    assert answer.status_code == 422
    assert veld in answer.context["form"].errors
    assert not Signaal.objects.exists()


@pytest.mark.parametrize(
    "nummer", ["2099-99999", "x" * 4000, "a\0b", "<script>", "../"]
)
def test_an_unknown_case_changes_nothing(als, collega, zaak, nummer):
    answer = als(collega).post(MELDEN, typed(dossier=nummer))
    assert answer.url == "/signalen/"
    assert Signaal.objects.count() == 1


def test_a_double_click_raises_one(als, collega, zaak):
    client = als(collega)
    key = str(client.get(MELDEN).context["form"].initial["sleutel"])
    for _ in range(2):
        client.post(MELDEN, typed(sleutel=key))
    assert Signaal.objects.count() == 1


def test_who_raised_it_hears_of_it(als, collega, teamleider, zaak):
    als(collega).post(MELDEN, typed())
    found = Signaal.objects.get()
    assert (
        "Signalen beantwoord" not in als(collega).get("/werkvoorraad/").content.decode()
    )
    assert "Signalen open" in als(teamleider).get("/werkvoorraad/").content.decode()

    client = als(teamleider)
    url = f"/signalen/{found.pk}/"
    wrong = client.post(url, {"antwoord": "Gebeld met Yonas"})
    assert wrong.status_code == 422  # an answer names nobody either
    assert client.post(url, {"antwoord": ""}).status_code == 422
    assert client.post(url, {"antwoord": "Besproken met de opvang"}).status_code == 302
    assert client.post(url, {"antwoord": "Nog eens"}).status_code == 422

    page = als(collega).get("/werkvoorraad/").content.decode()
    assert "Signalen beantwoord" in page
    assert "Besproken met de opvang" in als(collega).get(url).content.decode()
    assert "Signalen open" not in als(teamleider).get("/werkvoorraad/").content.decode()


def test_one_reads_ones_own_and_who_answers_reads_all_without_a_name(
    als, collega, teamleider, zaak
):
    als(collega).post(MELDEN, typed())
    other = lid_van(collega.gemeente, naam="B. Jansen")
    found = Signaal.objects.get()
    assert "Nog geen signalen" in als(other).get("/signalen/").content.decode()
    assert als(other).get(f"/signalen/{found.pk}/").status_code == 404
    assert (
        als(other).post(f"/signalen/{found.pk}/", {"antwoord": "x"}).status_code == 404
    )
    assert (
        als(collega).post(f"/signalen/{found.pk}/", {"antwoord": "x"}).status_code
        == 403
    )
    adviser = lid_van(collega.gemeente, "beleidsadviseur")
    for lid in (teamleider, adviser):
        page = als(lid).get("/signalen/").content.decode()
        assert "missen daardoor" in page
        assert collega.gebruiker.naam not in page
        assert zaak.nummer not in page


def test_they_are_counted_and_narrowed_by_the_address(als, teamleider, vandaag):
    for number, (niveau, onderwerp, year) in enumerate(
        [("wet", "M3", 2025), ("wet", "M3", 2026), ("keten", "C4", 2026)]
    ):
        Signaal.objects.create(
            gemeente=teamleider.gemeente, niveau=niveau, onderwerp=onderwerp,
            tekst=f"Tekst {number}", maand=date(year, 3, 1),
            gemeld_door=teamleider.gebruiker,
        )  # fmt: skip
    client = als(teamleider)
    everything = client.get("/signalen/")
    counted = {
        (row["label"], cell["label"]): cell["aantal"]
        for row in everything.context["telling"]
        for cell in row["vakken"]
        if cell["aantal"]
    }
    assert counted == {
        (Onderwerp.M3.label, Niveau.WET.label): 2,
        (Onderwerp.C4.label, Niveau.KETEN.label): 1,
    }
    for query, texts in (
        ("?niveau=wet", {"Tekst 0", "Tekst 1"}),
        ("?onderwerp=C4", {"Tekst 2"}),
        ("?jaar=2025", {"Tekst 0"}),
        ("?stand=klaar", set()),
        ("?jaar=1&niveau=hemel&vanaf=-1", {"Tekst 0", "Tekst 1", "Tekst 2"}),
        ("?vanaf=99999999999999999999", {"Tekst 0", "Tekst 1", "Tekst 2"}),
    ):
        shown = {s.tekst for s in client.get(f"/signalen/{query}").context["signalen"]}
        assert shown == texts, query
    page = client.get("/signalen/?stand=klaar").content.decode()
    assert "Geen signalen met deze filters" in page


@pytest.mark.parametrize("aantal", [1, 40])
def test_the_list_asks_as_much_for_many_as_for_one(als, teamleider, hoogstens, aantal):
    for number in range(aantal):
        Signaal.objects.create(
            gemeente=teamleider.gemeente, niveau="wet", onderwerp="M1", tekst=f"{number}",
            maand=date(2026, 3, 1), gemeld_door=teamleider.gebruiker,
            team=teamleider.team,
        )  # fmt: skip
    client = als(teamleider)
    client.get("/signalen/")
    with hoogstens(6):
        client.get("/signalen/")


def test_who_raises_may_read_what_became_of_it():
    for rol in Rol:
        acts = ROLLEN[rol].handelingen
        may = {Werkhandeling.SIGNAAL_MELDEN, Werkhandeling.SIGNAAL_BEANTWOORDEN} & acts
        assert bool(may) is (Inzage.SIGNALEN in ROLLEN[rol].inzagen)
